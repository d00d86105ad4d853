//! What a page shows of problem analyses.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::analyse::{Analyse, Noot, Probleemanalyse, Reactie, Verschil};
use stelsel::plan::Woorden;
use stelsel::{Id, Rol};

/// A line in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalyseRegel {
    /// Identifier.
    pub id: Id<Probleemanalyse>,
    /// What it is about.
    pub titel: Woorden,
    /// Which area.
    pub gebied: Woorden,
    /// When it last changed.
    pub gewijzigd: Timestamp,
    /// Agreements in it.
    pub afspraken: usize,
    /// Agreements of which there is something to tell.
    pub uitnodigingen: usize,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalysesBeeld {
    /// The newest change first.
    pub regels: Vec<AnalyseRegel>,
    /// Whether the reader writes them.
    pub schrijft: bool,
}

/// One, as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalyseBeeld {
    /// Identifier.
    pub id: Id<Probleemanalyse>,
    /// The document.
    pub analyse: Analyse,
    /// Notes beside its parts, oldest first.
    pub noten: Vec<NootRegel>,
    /// The newest version.
    pub versie: AnalyseVersie,
    /// Whether the reader writes in it; everyone who reads may write notes.
    pub schrijft: bool,
    /// The day of today.
    pub stand: Date,
}

/// A note beside a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NootRegel {
    /// Identifier.
    pub id: Id<Noot>,
    /// The part.
    pub nr: u32,
    /// The version of the part that was read.
    pub bij: u32,
    /// What kind of note.
    pub soort: Reactie,
    /// The words.
    pub tekst: Woorden,
    /// Who.
    pub wie: String,
    /// Whose voice.
    pub rol: Rol,
    /// When.
    pub wanneer: Timestamp,
}

/// A note that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuweNoot {
    /// The part.
    pub nr: u32,
    /// The version of the part that was read.
    pub bij: u32,
    /// What kind of note.
    pub soort: Reactie,
    /// The words; who agrees needs none.
    pub tekst: Woorden,
}

/// A version in the list of versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalyseVersie {
    /// Which.
    pub versie: u32,
    /// Who saved it.
    pub wie: String,
    /// When.
    pub wanneer: Timestamp,
    /// What changed: the deed and the number of the part.
    pub wat: String,
}

/// The versions, and what differs between two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalyseVersiesBeeld {
    /// Identifier.
    pub id: Id<Probleemanalyse>,
    /// What it is about now.
    pub titel: Woorden,
    /// The newest first.
    pub versies: Vec<AnalyseVersie>,
    /// The earlier and the later that are compared, and what differs.
    pub tussen: Option<(u32, u32, Vec<Verschil>)>,
}

/// Why a change was not stored: somebody else changed the part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalyseBotsing {
    /// The document as it is now.
    pub nu: Analyse,
    /// The version of the part as it is now; 0 when it is gone.
    pub versie: u32,
}
