//! What a family says beside a text, and what is answered: both stay.

use jiff::Timestamp;
use stelsel::{Gezin, Id, Persoon};

/// Marks the identifier of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correctie {}

/// How a correction was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectieStand {
    /// Not yet.
    Open,
    /// It is so, and something was done with it.
    Overgenomen,
    /// The professional sees it differently, and says why.
    AndersGezien,
}

impl CorrectieStand {
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Open => 0,
            Self::Overgenomen => 1,
            Self::AndersGezien => 2,
        }
    }

    pub(crate) const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Overgenomen,
            2 => Self::AndersGezien,
            _ => Self::Open,
        }
    }

    /// The key of its name in the texts of the pages, and its word in a form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "correctie-open",
            Self::Overgenomen => "correctie-overgenomen",
            Self::AndersGezien => "correctie-anders-gezien",
        }
    }
}

/// What a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// What is said of the family as a whole.
    Gezin,
    /// The data of a member.
    Lid(Id<Persoon>),
    /// An allocation: municipality and number.
    Toewijzing(i64, i64),
}

impl Over {
    /// As it is stored and stands in a form.
    pub fn word(&self) -> String {
        match self {
            Self::Gezin => "gezin".to_owned(),
            Self::Lid(id) => format!("lid/{id}"),
            Self::Toewijzing(gemeente, nummer) => format!("toewijzing/{gemeente}/{nummer}"),
        }
    }

    /// Back from storage or a form.
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split('/');
        let over = match parts.next()? {
            "gezin" => Self::Gezin,
            "lid" => Self::Lid(Id::parse(parts.next()?).ok()?),
            "toewijzing" => Self::Toewijzing(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?),
            _ => return None,
        };
        parts.next().is_none().then_some(over)
    }
}

/// A correction with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectieBeeld {
    /// Identifier.
    pub id: Id<Correctie>,
    /// In which family.
    pub gezin: Id<Gezin>,
    /// Whom it is about, when not the family as a whole.
    pub persoon: Option<Id<Persoon>>,
    /// What it is about.
    pub over: Over,
    /// The account that wrote it.
    pub auteur: String,
    /// Its words.
    pub tekst: String,
    /// When it was placed.
    pub geplaatst: Timestamp,
    /// When its words were last changed.
    pub gewijzigd: Timestamp,
    /// Goes up with every change.
    pub versie: i64,
    /// Whether and how it was answered.
    pub stand: CorrectieStand,
    /// The words of the answer, and when.
    pub antwoord: Option<(String, Timestamp)>,
}

/// Everything about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersoonsUitvoer {
    /// When it was made.
    pub gemaakt: Timestamp,
    /// Its parts, in order.
    pub delen: Vec<UitvoerDeel>,
}

/// A part of what is known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UitvoerDeel {
    /// Its word; the pages have the text `uitvoer-<word>`.
    pub naam: String,
    /// What is known, one line each: name and value.
    pub rijen: Vec<Vec<(String, String)>>,
}
