//! What a page shows of what a family and who helps it write to each other.

use jiff::Timestamp;
use stelsel::{Gezin, Id, Persoon, Rol};

/// Marks the identifier of something that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {}

/// Which thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draad {
    /// That of the family.
    Gezin,
    /// A young person's own.
    Eigen(Id<Persoon>),
}

impl Draad {
    /// As it stands in an address or a form.
    pub fn word(&self) -> String {
        match self {
            Self::Gezin => "gezin".to_owned(),
            Self::Eigen(person) => person.to_string(),
        }
    }

    /// Back from an address or a form.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "gezin" => Some(Self::Gezin),
            other => Id::parse(other).ok().map(Self::Eigen),
        }
    }

    /// Of whom it is, when not of the family.
    pub const fn persoon(&self) -> Option<Id<Persoon>> {
        match self {
            Self::Gezin => None,
            Self::Eigen(person) => Some(*person),
        }
    }
}

/// What someone writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostSoort {
    /// A message.
    Bericht,
    /// Something that a family adds to the plan, in its own words.
    Aanvulling,
}

impl PostSoort {
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Bericht => 0,
            Self::Aanvulling => 1,
        }
    }

    pub(crate) const fn from_number(number: i64) -> Self {
        if number == 1 { Self::Aanvulling } else { Self::Bericht }
    }
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRegel {
    /// Identifier.
    pub id: Id<Post>,
    /// Who wrote it; nothing when the name is not shown to families.
    pub auteur: Option<String>,
    /// In which role.
    pub rol: Rol,
    /// The reader wrote it.
    pub van_mij: bool,
    /// Someone of the family wrote it.
    pub van_gezin: bool,
    /// What it is.
    pub soort: PostSoort,
    /// The words.
    pub tekst: String,
    /// When.
    pub geplaatst: Timestamp,
    /// When the other side read it first.
    pub gelezen: Option<Timestamp>,
    /// The reader did not see it before.
    pub nieuw: bool,
}

/// A thread in a list of threads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraadRegel {
    /// Which.
    pub draad: Draad,
    /// The young person's name, of a thread of their own.
    pub van: Option<String>,
    /// It is the reader's own.
    pub eigen: bool,
    /// Messages that the reader did not see.
    pub nieuw: u32,
    /// When a message of the family waits for an answer: since when.
    pub wacht: Option<Timestamp>,
}

/// A thread, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// All threads that are open to the reader; the family's first.
    pub draden: Vec<DraadRegel>,
    /// The one that is read.
    pub gekozen: Draad,
    /// Who of the family reads it: given names.
    pub gezinsleden: Vec<String>,
    /// Who of the professionals reads it by name; empty when it is the team.
    pub helpers: Vec<String>,
    /// The messages, oldest first.
    pub berichten: Vec<PostRegel>,
    /// The reader is a member of the family.
    pub lid: bool,
    /// The reader is below eighteen.
    pub jong: bool,
}

impl PostBeeld {
    /// When the newest message was written.
    pub fn tot(&self) -> Option<Timestamp> {
        self.berichten.last().map(|message| message.geplaatst)
    }
}
