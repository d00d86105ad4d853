//! What every column is: its class, how long it is kept, and what for. A table of text, so that a reviewer can read it and a
//! new column is one line.

/// How much a column says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kolomklasse {
    /// Published, or meant to be.
    Openbaar,
    /// Says nothing of a person by itself.
    Technisch,
    /// An id that only this register ties to a person.
    Pseudoniem,
    /// Personal data.
    Persoonlijk,
    /// Help, health, citizen service numbers, and free text in which these stand.
    Bijzonder,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kolom {
    /// Its table.
    pub tabel: &'static str,
    /// Its name.
    pub naam: &'static str,
    /// Its class.
    pub klasse: Kolomklasse,
    /// How long it is kept: a class of the terms, or a word of its own.
    pub bewaring: &'static str,
    /// What for.
    pub doel: &'static str,
}

/// The ways in which something is kept.
pub const BEWARING: &[&str] = &[
    "dossier",
    "declaratie",
    "quarantaine",
    "vraag",
    "journaal",
    "account",
    "sessie",
    "formulier",
    "in gebruik",
    "blijvend",
];

/// The columns as they are written down; a line that cannot be read is given back as the error.
pub fn kolommen() -> Result<Vec<Kolom>, &'static str> {
    include_str!("kolommen.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| column(line).ok_or(line))
        .collect()
}

fn column(line: &'static str) -> Option<Kolom> {
    let mut parts = line.split('|').map(str::trim);
    let (tabel, naam) = parts.next()?.split_once('.')?;
    let klasse = match parts.next()? {
        "openbaar" => Kolomklasse::Openbaar,
        "technisch" => Kolomklasse::Technisch,
        "pseudoniem" => Kolomklasse::Pseudoniem,
        "persoonlijk" => Kolomklasse::Persoonlijk,
        "bijzonder" => Kolomklasse::Bijzonder,
        _ => return None,
    };
    let bewaring = parts.next().filter(|word| BEWARING.contains(word))?;
    let doel = parts.next().filter(|text| !text.is_empty())?;
    parts.next().is_none().then_some(Kolom { tabel, naam, klasse, bewaring, doel })
}
