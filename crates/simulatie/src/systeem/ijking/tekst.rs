//! A calibration as a file that scenarios can lean on.

use std::fmt::Write as _;

use super::super::gemeten::Meting;
use super::{Ijking, naam};

/// A number with six digits that count.
fn number(value: f64) -> String {
    let digits = if value == 0.0 { 0.0 } else { libm::floor(libm::log10(value.abs())) };
    let scale = libm::pow(10.0, 5.0 - digits);
    let rounded = libm::round(value * scale) / scale;
    let text = format!("{rounded}");
    if text.contains('.') { text } else { format!("{text}.0") }
}

fn interval(of: &Meting) -> String {
    // Rounding must not put the number outside its own interval.
    let (low, high) = (of.laag.min(of.waarde), of.hoog.max(of.waarde));
    format!("waarde = {}, laag = {}, hoog = {}", number(of.waarde), number(low), number(high))
}

/// Text between quotes.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Ijking {
    /// As TOML: the tables `[aannames]` and `[begin]` of a scenario, with what could not be found as remarks.
    pub fn toml(&self) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = writeln!(out, "[aannames]");
        for one in &self.gemeten {
            let _ = writeln!(
                out,
                "\"{}\" = {{ {}, bron = {} }}",
                naam(one.sleutel),
                interval(&one.meting),
                quoted(&one.bron)
            );
        }
        let _ = writeln!(out);
        for one in &self.niet {
            let _ = writeln!(out, "# {}: {}", one.reden.naam(), one.namen);
        }
        if let Some(begin) = &self.begin {
            let _ = writeln!(out, "\n[begin]\nbron = {}", quoted(&begin.bron));
            let _ = writeln!(out, "instroom = {{ {} }}", interval(&begin.instroom));
            for one in &begin.aanwezig {
                let (helped, waits, so_far) = (number(one.in_hulp), number(one.wacht), number(one.gewacht));
                let of = one.antwoord.naam();
                let _ = writeln!(out, "{of} = {{ in_hulp = {helped}, wacht = {waits}, gewacht = {so_far} }}");
            }
        }
        out
    }
}
