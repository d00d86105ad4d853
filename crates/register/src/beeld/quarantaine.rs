//! What could not be taken in, and what is wrong with it.

use jiff::Timestamp;
use stelsel::Id;

/// Marks the identifier of something in quarantine.
#[derive(Debug)]
pub enum Quarantaine {}

/// Something that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantaineRegel {
    /// Identifier.
    pub id: Id<Quarantaine>,
    /// File, with the path inside a ZIP.
    pub bestand: String,
    /// When.
    pub wanneer: Timestamp,
    /// Size in bytes.
    pub lengte: u64,
    /// Whether the content is kept here; a file that was too large stayed where it was.
    pub bewaard: bool,
    /// What is wrong, most important first.
    pub bezwaren: Vec<Bezwaar>,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaar {
    /// Line in the file, from 1; `None` when it is about the whole file.
    pub regel: Option<u32>,
    /// Path of the element in the message.
    pub pad: Option<String>,
    /// Key of the sentence in the texts: `bezwaar-<code>`, and of what to do: `bezwaar-<code>-doe`.
    pub code: String,
    /// Values for the sentence; never personal data.
    pub waarden: Vec<(String, String)>,
}
