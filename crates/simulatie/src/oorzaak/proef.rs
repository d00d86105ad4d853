//! A scenario in which loops and links are switched off, to see what they do.

use std::fmt::Write as _;

use super::model::uit_te_zetten;
use crate::systeem::Lus;

/// What is switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proef {
    /// Loops, in order.
    pub lussen: Vec<Lus>,
    /// Links, by number, in order.
    pub schakels: Vec<u8>,
}

impl Proef {
    /// Reads names such as `LR1` and `C24`. What is neither, or cannot be switched off by itself, gives none.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut proef = Self::default();
        for name in names {
            if let Some(lus) = Lus::by_name(name) {
                proef.lussen.push(lus);
            } else {
                let nummer = name.strip_prefix('C')?.parse().ok()?;
                uit_te_zetten(nummer)?;
                proef.schakels.push(nummer);
            }
        }
        proef.lussen.sort_unstable();
        proef.lussen.dedup();
        proef.schakels.sort_unstable();
        proef.schakels.dedup();
        Some(proef)
    }

    /// Nothing is switched off.
    pub const fn is_leeg(&self) -> bool {
        self.lussen.is_empty() && self.schakels.is_empty()
    }

    /// As a scenario file. `naam` and `toelichting` are for people.
    pub fn toml(&self, naam: &str, toelichting: &str) -> String {
        let mut file = format!(
            "naam = {}\ntoelichting = {}\neerste_jaar = 2026\njaren = 15\nherhalingen = 100\nzaad = 1\n",
            text(naam),
            text(toelichting)
        );
        if !self.lussen.is_empty() {
            file.push_str("\n[lussen]\n");
            for lus in &self.lussen {
                file.push_str(lus.naam());
                file.push_str(" = false\n");
            }
        }
        let mut lines: Vec<(String, String)> = Vec::new();
        for nummer in &self.schakels {
            let Some((grootheid, value)) = uit_te_zetten(*nummer) else { continue };
            let line = format!("{} = {value:.1}\n", text(grootheid.naam));
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, names)) => {
                    let _ = write!(names, ", C{nummer:02}");
                }
                None => lines.push((line, format!("# C{nummer:02}"))),
            }
        }
        if !lines.is_empty() {
            file.push_str("\n[aannames]\n");
            for (line, names) in &lines {
                file.push_str(names);
                file.push('\n');
                file.push_str(line);
            }
        }
        file
    }
}

/// A text as TOML writes it.
fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
