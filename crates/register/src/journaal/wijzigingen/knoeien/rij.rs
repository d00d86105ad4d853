//! A row of the journal, and how its values are written in SQL.

use crate::register::hex;

#[derive(Clone, Debug)]
pub(super) enum Cel {
    Getal(i64),
    Tekst(String),
    Bytes(Vec<u8>),
}

/// A row with the condition that finds it.
#[derive(Clone)]
pub(super) struct Rij {
    pub(super) tabel: &'static str,
    pub(super) sleutel: String,
    pub(super) cellen: Vec<(&'static str, Cel)>,
}

pub(super) const LIJN: [&str; 18] = [
    "dag",
    "nr",
    "wanneer",
    "wie",
    "rol",
    "doel",
    "handeling",
    "onderdeel",
    "object",
    "personen",
    "keten",
    "vorm",
    "grond",
    "uitkomst",
    "weg",
    "sessie",
    "duur",
    "spoor",
];
pub(super) const GETALLEN: [&str; 8] =
    ["dag", "nr", "wanneer", "personen", "vorm", "duur", "aantal", "regels"];
pub(super) const BYTES: [&str; 4] = ["keten", "persoon", "sleutel", "handtekening"];

/// Day and number of a row.
pub(super) fn place(row: &Rij) -> (i64, i64) {
    let number = |naam: &str| match row.cellen.iter().find(|(k, _)| *k == naam) {
        Some((_, Cel::Getal(n))) => *n,
        _ => 0,
    };
    (number("dag"), number("nr"))
}

pub(super) fn literal(cel: &Cel, postgres: bool) -> String {
    match cel {
        Cel::Getal(n) => n.to_string(),
        Cel::Tekst(text) => format!("'{}'", text.replace('\'', "''")),
        Cel::Bytes(bytes) if postgres => format!("'\\x{}'::bytea", hex(bytes)),
        Cel::Bytes(bytes) => format!("x'{}'", hex(bytes)),
    }
}
