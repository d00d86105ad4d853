//! What the first page of who works with families shows: each family that they are near to, and what it expects.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::goed_gesprek::GoedGesprek;
use stelsel::plan::Wachtklok;
use stelsel::toegang::Relatie;
use stelsel::verwijzing::Verwijzing;
use stelsel::{Gezin, Id};

use super::{Draad, Verzoek};

/// Something that a family expects of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verwachting {
    /// A message that was not answered: of whom, in which thread, since when, and whether the reader saw it.
    Bericht {
        /// Who of the family wrote it.
        van: String,
        /// In which thread.
        draad: Draad,
        /// When.
        sinds: Timestamp,
        /// The reader did not see it yet.
        nieuw: bool,
    },
    /// "We see this differently", without an answer.
    Correctie {
        /// Since when.
        sinds: Timestamp,
    },
    /// A conversation that the reader began to write down and did not finish: of which day.
    Concept(Id<GoedGesprek>, Date),
    /// A clock of the family that runs: something promised or waited for, and what it is about.
    Klok(Wachtklok, String),
    /// A referral of a child of the family, not answered.
    Verwijzing(Id<Verwijzing>, String, Timestamp),
    /// A request of a provider about a child of the family.
    Verzoek(Id<Verzoek>, String, Date),
}

/// A family that the reader is near to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VandaagGezin {
    /// The family.
    pub id: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// What the reader is to it.
    pub relatie: Relatie,
    /// The colleague for whom the reader stands in.
    pub voor: Option<String>,
    /// What it expects, in a steady order.
    pub verwacht: Vec<Verwachting>,
}

/// A referral or a request that is of no family yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoorTeam {
    /// A referral: name of the child, of the referrer, since when.
    Verwijzing(Id<Verwijzing>, String, String, Timestamp),
    /// A request of a provider: name of the child, of the provider, day.
    Verzoek(Id<Verzoek>, String, String, Date),
}

/// Someone is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfwezigBeeld {
    /// First moment.
    pub van: Timestamp,
    /// First moment after it.
    pub tot: Timestamp,
    /// Who stands in.
    pub vervanger: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VandaagBeeld {
    /// Families of the reader, by name.
    pub gezinnen: Vec<VandaagGezin>,
    /// Families of a colleague for whom the reader stands in.
    pub vervangt: Vec<VandaagGezin>,
    /// What came for the team and is of no family of the reader's.
    pub team: Vec<VoorTeam>,
    /// There is more for the team than is shown.
    pub meer: bool,
    /// The reader is or will be away.
    pub afwezig: Option<AfwezigBeeld>,
}
