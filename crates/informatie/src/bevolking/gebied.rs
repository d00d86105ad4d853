//! Areas by their CBS code.

use std::fmt;

use stelsel::{Gemeentecode, Wijkcode};

/// An area of which figures are kept. Areas sort from large to small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gebied {
    /// The whole country (`NL01`; tables on neighbourhoods write `NL00`).
    Nederland,
    /// A youth region (`JZ34`).
    Jeugdregio(u8),
    /// A municipality (`GM0758`).
    Gemeente(Gemeentecode),
    /// A neighbourhood (`WK075801`).
    Wijk(Wijkcode),
}

/// What a text in the column of areas is when it is no [`Gebied`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenGebied {
    /// A part of a neighbourhood (`BU07580100`), which is not kept.
    Buurt,
    /// Another area of CBS (province, COROP, part of the country), which is not kept.
    Ander,
    /// Not a code of CBS.
    Code,
}

/// Letters before the digits of areas that CBS publishes and that are not kept.
const OTHER: [&str; 9] = ["LD", "PV", "CR", "RE", "AM", "SG", "GG", "VR", "AR"];

impl Gebied {
    /// Reads a code as CBS writes it: padded with spaces, `WK075800`, `GM0758`, `JZ34`, `NL01`, or the year before it (`2022GM0758`).
    pub fn parse(text: &str) -> Result<Self, GeenGebied> {
        let text = text.trim();
        let text = match text.get(..4) {
            Some(year) if year.starts_with("20") && year.bytes().all(|b| b.is_ascii_digit()) => {
                text.get(4..).filter(|rest| !rest.is_empty()).unwrap_or(text)
            }
            _ => text,
        };
        let (letters, digits) = (text.get(..2).unwrap_or_default(), text.get(2..).unwrap_or_default());
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(GeenGebied::Code);
        }
        match (letters, digits.len()) {
            ("NL", 2) => Ok(Self::Nederland),
            ("JZ", 2) => digits.parse().map(Self::Jeugdregio).map_err(|_| GeenGebied::Code),
            ("GM", 4) => Gemeentecode::parse(digits).map(Self::Gemeente).map_err(|_| GeenGebied::Code),
            ("WK", 6) => Wijkcode::parse(text).map(Self::Wijk).map_err(|_| GeenGebied::Code),
            ("BU", 8) => Err(GeenGebied::Buurt),
            (other, 2..=4) if OTHER.contains(&other) => Err(GeenGebied::Ander),
            _ => Err(GeenGebied::Code),
        }
    }

    /// As [`Gebied::parse`], and a bare number in a column of municipalities: spreadsheets take the zeros off (`758`).
    pub(super) fn parse_gemeente(text: &str) -> Result<Self, GeenGebied> {
        let bare = text.trim();
        let bare = bare.strip_suffix(".0").unwrap_or(bare);
        if (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()) {
            return Gemeentecode::parse(&format!("{bare:0>4}"))
                .map(Self::Gemeente)
                .map_err(|_| GeenGebied::Code);
        }
        Self::parse(text)
    }

    /// The municipality that this is, or is part of.
    pub fn gemeente(self) -> Option<Gemeentecode> {
        match self {
            Self::Gemeente(code) => Some(code),
            Self::Wijk(code) => Some(code.gemeente()),
            Self::Nederland | Self::Jeugdregio(_) => None,
        }
    }

    /// Whether both are areas of the same kind.
    pub fn same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// More people than this do not live in an area of this kind.
    pub(super) const fn most_people(self) -> f64 {
        match self {
            Self::Nederland => 25_000_000.0,
            Self::Jeugdregio(_) => 4_000_000.0,
            Self::Gemeente(_) => 1_500_000.0,
            Self::Wijk(_) => 200_000.0,
        }
    }
}

impl fmt::Display for Gebied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nederland => f.write_str("NL01"),
            Self::Jeugdregio(code) => write!(f, "JZ{code:02}"),
            Self::Gemeente(code) => write!(f, "GM{code}"),
            Self::Wijk(code) => write!(f, "{code}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_they_are_written() {
        for (text, code) in [
            ("NL00      ", "NL01"),
            ("GM0758    ", "GM0758"),
            ("WK075801", "WK075801"),
            ("JZ34", "JZ34"),
            ("2022GM0014", "GM0014"),
        ] {
            assert_eq!(Gebied::parse(text).unwrap().to_string(), code);
        }
        assert_eq!(Gebied::parse_gemeente("758").unwrap().to_string(), "GM0758");
        assert_eq!(Gebied::parse("BU07580100"), Err(GeenGebied::Buurt));
        assert_eq!(Gebied::parse("PV30  "), Err(GeenGebied::Ander));
        for wrong in ["", "758", "Breda", "WK0758", "wk075801", "é", "2022", "GM07é"] {
            assert_eq!(Gebied::parse(wrong), Err(GeenGebied::Code), "{wrong}");
        }
    }
}
