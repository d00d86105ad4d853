//! What a plan is made of beside its lines: goals, steps, moments to look back.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Woorden;
use crate::persoon::Persoon;
use crate::{Id, keys};

/// A part of the plan that can be changed by itself: a number that it keeps, and the version in which it last changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Punt<T> {
    /// Its number within the plan; never given twice.
    pub nr: u32,
    /// The version of the plan in which it last changed.
    pub versie: u32,
    /// What it says.
    pub wat: T,
}

keys! {
    /// How it is with a goal. There is no "failed": a goal is a direction.
    pub enum Doelstand {
        /// It is worked on.
        Loopt = "loopt",
        /// Good enough as it is.
        Genoeg = "genoeg",
        /// Let go, for now.
        Losgelaten = "losgelaten",
    }
}

/// A goal, in the words of the family: a direction, not a promise of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doel {
    /// Their words.
    pub tekst: Woorden,
    /// Whose goal; nobody in particular is the whole family.
    pub voor: Option<Id<Persoon>>,
    /// How it is with it.
    pub stand: Doelstand,
}

/// A small step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stap {
    /// What is done.
    pub tekst: Woorden,
    /// Who does it.
    pub wie: Woorden,
    /// Whom it is about; nobody in particular is the whole family.
    pub voor: Option<Id<Persoon>>,
    /// By when it was promised.
    pub wanneer: Option<Date>,
    /// When it was done.
    pub klaar: Option<Date>,
    /// The goal that it helps, by number.
    pub doel: Option<u32>,
}

/// A moment to look back together, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluatie {
    /// When.
    pub dag: Date,
    /// With whom.
    pub wie: Woorden,
    /// What came of it, when it was held.
    pub uitkomst: Option<Uitkomst>,
}

/// What came of looking back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uitkomst {
    /// In general.
    pub woorden: Woorden,
    /// Per goal, by number.
    pub per_doel: Vec<(u32, Woorden)>,
}
