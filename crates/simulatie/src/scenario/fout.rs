//! What can be wrong with a scenario file.

use std::fmt;

/// Something in a scenario file does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Fout {
    /// The line, counted from one.
    pub regel: usize,
    /// The key, such as `bouwstenen.toegang.niveau`; empty for the whole file.
    pub sleutel: String,
    /// What is wrong.
    pub soort: Soort,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Soort {
    /// This is no TOML; in the words of the parser.
    GeenToml(String),
    /// A key that does not exist, with the one that is nearest.
    Onbekend(Option<String>),
    /// Something else is asked here: `een getal`, `tekst`, `een jaartal`, `waar of onwaar`, `een tabel`, `een lijst`.
    Verwacht(&'static str),
    /// Not between these two.
    Bereik(f64, f64),
    /// Not a year between these two.
    Jaar(i64, i64),
    /// None of the names that may stand here, with the one that is nearest.
    Keuze(Vec<&'static str>, Option<String>),
    /// Must be there.
    Ontbreekt,
    /// The last year lies before the first.
    Volgorde,
    /// Too long: at most so many characters.
    TeLang(usize),
}

/// A number as people write it.
pub(super) fn number(value: f64) -> String {
    if value.abs() < 1e15 && (value - value.round()).abs() < 1e-12 {
        format!("{value:.0}")
    } else {
        format!("{value}")
    }
}

impl fmt::Display for Fout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.regel)?;
        if !self.sleutel.is_empty() {
            write!(f, ", {}", self.sleutel)?;
        }
        f.write_str(": ")?;
        match &self.soort {
            Soort::GeenToml(what) => write!(f, "not TOML: {what}"),
            Soort::Onbekend(Some(near)) => write!(f, "unknown; do you mean {near}?"),
            Soort::Onbekend(None) => f.write_str("unknown"),
            Soort::Verwacht(what) => write!(f, "expected {what}"),
            Soort::Bereik(low, high) => write!(f, "must lie between {} and {}", number(*low), number(*high)),
            Soort::Jaar(first, last) => write!(f, "must be a year from {first} to {last}"),
            Soort::Keuze(all, near) => {
                write!(f, "must be one of {}", all.join(", "))?;
                near.as_ref().map_or(Ok(()), |near| write!(f, "; do you mean {near}?"))
            }
            Soort::Ontbreekt => f.write_str("must be there"),
            Soort::Volgorde => f.write_str("the last year lies before the first"),
            Soort::TeLang(most) => write!(f, "at most {most} characters"),
        }
    }
}

impl std::error::Error for Fout {}
