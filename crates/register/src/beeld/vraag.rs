//! First questions without a file.

use jiff::civil::Date;
use stelsel::vraag::{Antwoordsoort, Kanaal, Vrager};
use stelsel::{Gezin, Id, Wijkcode};

/// Marks the identifier of a first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vraag {}

/// A first question as somebody writes it down. Only the question is needed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct VraagInvoer {
    /// In their own words.
    pub tekst: String,
    /// Which day it was asked; today when nothing is said.
    pub dag: Option<Date>,
    /// About which neighbourhood.
    pub wijk: Option<Wijkcode>,
    /// About which school.
    pub school: String,
    /// Who asked.
    pub wie: Option<Vrager>,
    /// Their name, when they gave it.
    pub naam: String,
    /// By which way.
    pub kanaal: Option<Kanaal>,
    /// What was answered.
    pub antwoord: String,
    /// Which kinds of answer.
    pub soorten: Vec<Antwoordsoort>,
    /// A kind of one's own words.
    pub eigen_soort: String,
}

impl std::fmt::Debug for VraagInvoer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VraagInvoer(…)")
    }
}

/// A first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VraagRegel {
    /// Identifier.
    pub id: Id<Vraag>,
    /// As it was written down; the day is there always.
    pub invoer: VraagInvoer,
    /// The day on which it was asked.
    pub dag: Date,
    /// Name of the neighbourhood.
    pub wijk: Option<String>,
    /// Who wrote it down.
    pub door: String,
    /// It is their own.
    pub eigen: bool,
    /// Goes up with every change.
    pub versie: i64,
    /// The family with which it became a conversation, when the reader may open it.
    pub gezin: Option<(Id<Gezin>, String)>,
    /// It became a conversation.
    pub gekoppeld: bool,
}

/// The questions of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VragenBeeld {
    /// The newest first.
    pub vragen: Vec<VraagRegel>,
    /// Neighbourhoods to choose from: the own ones first.
    pub wijken: Vec<(Wijkcode, String)>,
    /// Kinds of answer in their own words that were used before.
    pub eigen_soorten: Vec<String>,
    /// Families of the reader with which a question can be joined.
    pub gezinnen: Vec<(Id<Gezin>, String)>,
    /// How many this month and the month before.
    pub maanden: [u64; 2],
}

/// How many first questions there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vraagcijfers {
    /// The months, oldest first.
    pub maanden: Vec<Date>,
    /// Neighbourhoods to choose from.
    pub wijken: Vec<(Wijkcode, String)>,
    /// Which one was chosen.
    pub wijk: Option<Wijkcode>,
    /// All of them per month.
    pub alle: Vec<u32>,
    /// Per kind of answer and month; `None` is what was written in words of one's own.
    pub soorten: Vec<(Option<Antwoordsoort>, Vec<u32>)>,
}
