//! Letters about a family.

use jiff::Timestamp;
use stelsel::brief::Briefsoort;
use stelsel::{Gezin, Id, Persoon};

use super::GezinBeeld;

/// Marks the identifier of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brief {}

/// A letter to be made. Prints nothing of its words under `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct NieuweBrief {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Whom it is about, when not the family as a whole.
    pub persoon: Option<Id<Persoon>>,
    /// The member it is meant for, when it is meant for one.
    pub aan: Option<Id<Persoon>>,
    /// Kind.
    pub soort: Briefsoort,
    /// Tag of the language it is in.
    pub taal: String,
    /// Name and address, line by line.
    pub adres: String,
    /// Subject.
    pub onderwerp: String,
    /// Its words.
    pub tekst: String,
    /// Who said that it may be sent to somebody outside the family.
    pub toestemming: String,
    /// The number that the family can call.
    pub telefoon: String,
    /// The document.
    pub pdf: Vec<u8>,
}

impl std::fmt::Debug for NieuweBrief {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NieuweBrief({}, …)", self.soort.key())
    }
}

/// A letter in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefRegel {
    /// Identifier.
    pub id: Id<Brief>,
    /// Whom it is about.
    pub persoon: Option<Id<Persoon>>,
    /// Kind.
    pub soort: Briefsoort,
    /// Subject.
    pub onderwerp: String,
    /// To whom: the first line of the address.
    pub aan: String,
    /// Who made it; empty when that is not shown to families.
    pub door: String,
    /// When.
    pub gemaakt: Timestamp,
}

/// The letters about a family, and what a new one is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrievenBeeld {
    /// The family, as far as it is open to the reader.
    pub beeld: GezinBeeld,
    /// Letters, newest first.
    pub brieven: Vec<BriefRegel>,
    /// Whether the reader makes letters.
    pub schrijft: bool,
    /// Who coordinates, when somebody does.
    pub regisseur: Option<String>,
    /// The number in the newest letter of the reader.
    pub telefoon: String,
}

/// A letter as it was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct BriefBestand {
    /// Kind.
    pub soort: Briefsoort,
    /// When it was made.
    pub gemaakt: Timestamp,
    /// The document.
    pub pdf: Vec<u8>,
}

impl std::fmt::Debug for BriefBestand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BriefBestand({} bytes)", self.pdf.len())
    }
}
