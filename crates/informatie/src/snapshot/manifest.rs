//! The manifest of a snapshot: what it holds, of which day, and what its files must be.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version of the schema that this program writes and reads.
pub const SCHEMA: u32 = 2;

/// What a snapshot is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Herkomst {
    /// Day of the figures: what happened after it is not known.
    pub peildag: Date,
    /// Day of the newest message that it was made from: made again from the same, a snapshot is the same.
    pub laatste: Date,
    /// What it was made from: which register, or the recipe of a simulation.
    pub bron: String,
}

/// What was not observed but tried out with a model: nobody in it exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uitgeprobeerd {
    /// Name of the scenario.
    pub scenario: String,
    /// SHA-256 of the scenario and what it leans on, 64 hexadecimal digits.
    pub sha256: String,
    /// Seed of its random numbers.
    pub zaad: u64,
    /// Which replication: one future of many.
    pub herhaling: u64,
}

impl Uitgeprobeerd {
    /// How the name of such a snapshot begins; that of one that was observed begins with `snapshot-`.
    pub const NAAM: &'static str = "uitgeprobeerd-";
}

/// A file of a snapshot: the youths who live in one municipality, with everything they were allocated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bestand {
    /// Municipality, four digits.
    pub gemeente: String,
    /// Name of the file.
    pub naam: String,
    /// Rows.
    pub rijen: u64,
    /// Youths.
    pub clienten: u64,
    /// Number of the first youth in the column `client` of this file; the others follow it.
    pub eerste: u32,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// The file with the cell keys of its youths.
    pub sleutels: Sleutelbestand,
}

/// A file of cell keys: eight bytes per youth, the lowest first, in the order of the numbers of youths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sleutelbestand {
    /// Name of the file.
    pub naam: String,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
}

/// What `manifest.json` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the schema.
    pub schema: u32,
    /// What it is made from.
    #[serde(flatten)]
    pub herkomst: Herkomst,
    /// That it was tried out and not observed, and with what. Missing: it was observed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uitgeprobeerd: Option<Uitgeprobeerd>,
    /// Rows of all files.
    pub rijen: u64,
    /// Youths of all files.
    pub clienten: u64,
    /// Names of the columns.
    pub kolommen: Vec<String>,
    /// The different numbers of the columns that hold them, ascending.
    pub getallen: BTreeMap<String, Vec<i32>>,
    /// The different words of the columns that hold them, in order.
    pub woorden: BTreeMap<String, Vec<String>>,
    /// The files, by municipality.
    pub bestanden: Vec<Bestand>,
}

impl Manifest {
    /// The manifest as it is kept.
    pub(super) fn text(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }

    /// The name of the snapshot with this manifest, whose text this is: the same contents have the same name, and what was tried out has a name
    /// that is never taken for one of what was observed.
    pub(super) fn name(&self, text: &str) -> String {
        let hash = hex(&Sha256::digest(text.as_bytes()));
        let first = if self.uitgeprobeerd.is_some() { Uitgeprobeerd::NAAM } else { "snapshot-" };
        format!("{first}{}-{}", self.herkomst.peildag, hash.get(..16).unwrap_or(&hash))
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
