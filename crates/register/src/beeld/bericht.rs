//! A message: in a list, and in full.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id};

use super::{BerichtStand, Bevinding};

/// Marks the identifier of a stored message.
#[derive(Debug)]
pub enum Bericht {}

/// A message in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BerichtRegel {
    /// Identifier.
    pub id: Id<Bericht>,
    /// Kind.
    pub soort: ijw::Berichttype,
    /// Identification by the sender.
    pub identificatie: String,
    /// Date on the message.
    pub dagtekening: Date,
    /// When we took it in.
    pub ontvangen: Timestamp,
    /// Municipality.
    pub gemeente: Gemeentecode,
    /// Its name, if known.
    pub gemeente_naam: Option<String>,
    /// Provider.
    pub aanbieder: AgbCode,
    /// Its name, if known.
    pub aanbieder_naam: Option<String>,
    /// Number of clients in it.
    pub clienten: u32,
    /// Remark of the intake, for example that the sender used the identification before.
    pub opmerking: Option<Opmerking>,
    /// What became of it.
    pub stand: BerichtStand,
    /// The message that it answers.
    pub antwoord_op: Option<Id<Bericht>>,
}

/// A remark of the intake about a message it did take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opmerking {
    /// The sender used this identification before for this kind of message (iJw 3.2, TR056).
    IdentificatieEerderGebruikt,
}

impl Opmerking {
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::IdentificatieEerderGebruikt => 1,
        }
    }

    pub(crate) const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::IdentificatieEerderGebruikt),
            _ => None,
        }
    }
}

/// A message in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BerichtBeeld {
    /// As in the list.
    pub regel: BerichtRegel,
    /// File it came in.
    pub bestand: String,
    /// SHA-256 of the message as it came, hexadecimal.
    pub vingerafdruk: String,
    /// The text as it came.
    pub xml: String,
    /// The message read out: one line per element.
    pub velden: Vec<ijw::Veld>,
    /// Families of the clients in it that the reader may open.
    pub gezinnen: Vec<(Id<Gezin>, String)>,
    /// What is wrong with it.
    pub bevindingen: Vec<Bevinding>,
    /// The message that answers it.
    pub antwoord: Option<(Id<Bericht>, ijw::Berichttype)>,
    /// The allocations that it is about, of which there is a conversation.
    pub toewijzingen: Vec<(Gemeentecode, i64)>,
}
