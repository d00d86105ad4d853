//! A table that may be shown.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::getal::Getal;
use super::regel::Regel;
use crate::indicator::{Indicator, Niveau, Tekst};

/// A table of figures that may be shown. Only [`super::Deur`] makes one.
#[derive(Clone, Debug)]
pub struct Publicatie {
    pub(super) indicator: &'static Indicator,
    pub(super) niveau: Niveau,
    pub(super) regel: Regel,
    pub(super) sleutels: Vec<String>,
    pub(super) perioden: Vec<Date>,
    /// Per key, per period.
    pub(super) getallen: Vec<Getal>,
}

impl Publicatie {
    /// What the figures are.
    pub fn indicator(&self) -> &'static Indicator {
        self.indicator
    }

    /// What they are split for.
    pub fn niveau(&self) -> Niveau {
        self.niveau
    }

    /// The rule by which they were protected.
    pub fn regel(&self) -> Regel {
        self.regel
    }

    /// The codes or words that they are split for.
    pub fn sleutels(&self) -> &[String] {
        &self.sleutels
    }

    /// First day of each period.
    pub fn perioden(&self) -> &[Date] {
        &self.perioden
    }

    /// Key by key, the figures of its periods.
    pub fn rijen(&self) -> impl Iterator<Item = (&str, &[Getal])> {
        let figures = self.getallen.chunks(self.perioden.len().max(1));
        self.sleutels.iter().map(String::as_str).zip(figures)
    }

    /// The figure of a key and a period.
    pub fn getal(&self, sleutel: &str, periode: Date) -> Option<&Getal> {
        let period = self.perioden.iter().position(|day| *day == periode)?;
        self.rijen().find(|(key, _)| *key == sleutel)?.1.get(period)
    }

    /// All figures per so many of a public number, such as youths of a neighbourhood in a year. Where that is not known there is no figure.
    #[must_use]
    pub fn per(&self, zoveel: u32, bevolking: impl Fn(&str, Date) -> Option<u32>) -> Self {
        let width = self.perioden.len().max(1);
        let mut out = self.clone();
        for (key, figures) in self.sleutels.iter().zip(out.getallen.chunks_mut(width)) {
            for (day, getal) in self.perioden.iter().zip(figures) {
                *getal = getal.per(bevolking(key, *day).unwrap_or(0), zoveel);
            }
        }
        out
    }

    /// As comma-separated values, after lines with `#` that say what it is, in the language that `taal` takes from a text.
    pub fn csv(&self, taal: fn(&Tekst) -> &'static str) -> String {
        let mut out = String::new();
        let Regel { drempel, basis, .. } = self.regel;
        for tekst in [self.indicator.naam, self.indicator.definitie, self.indicator.context] {
            let _ = writeln!(out, "# {}", taal(&tekst));
        }
        let rule = Tekst {
            nl: "Minder jeugdigen dan dit worden nooit getoond; aantallen zijn willekeurig afgerond op veelvouden van",
            en: "Fewer youths than this are never shown; numbers are rounded at random to multiples of",
        };
        let _ = writeln!(out, "# {drempel}: {} {basis}", taal(&rule));
        out.push_str("indicator,sleutel,periode,waarde,stap,reden,voorlopig\n");
        for (key, figures) in self.rijen() {
            for (day, getal) in self.perioden.iter().zip(figures) {
                let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
                let (waarde, stap) = (number(getal.waarde()), number(getal.stap()));
                let reden = getal.reden().map_or("", super::Reden::key);
                let key = field(key);
                let _ = writeln!(
                    out,
                    "{},{key},{day},{waarde},{stap},{reden},{}",
                    self.indicator.key,
                    getal.voorlopig()
                );
            }
        }
        out
    }
}

/// A word from outside as a field: whole, and never a formula in a spreadsheet.
fn field(word: &str) -> String {
    let guard = if word.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", word.replace('"', "\"\""))
}

impl Serialize for Publicatie {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Publicatie", 6)?;
        out.serialize_field("indicator", self.indicator.key)?;
        out.serialize_field("drempel", &self.regel.drempel)?;
        out.serialize_field("basis", &self.regel.basis)?;
        out.serialize_field("sleutels", &self.sleutels)?;
        out.serialize_field("perioden", &self.perioden)?;
        out.serialize_field("getallen", &self.getallen)?;
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_never_a_formula() {
        assert_eq!(field("=1+1"), "\"'=1+1\"");
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
