//! What a page shows of questions to the expertteam, and of a young person who comes of age.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::achttien::{Handelt, Overgang, Verandering};
use stelsel::expertvraag::{Bindend, Expertvraag, Gevolg};
use stelsel::plan::{Plan, Stagnatie, Woorden};
use stelsel::{Gezin, Id, Persoon};

use super::PlanToewijzing;

/// Marks the identifier of a question to the expertteam.
#[derive(Debug)]
pub enum Vraagnummer {}

/// A question that is asked of the expertteam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuweExpertvraag {
    /// What is asked.
    pub vraag: Woorden,
    /// Who is involved, and what each thinks.
    pub partijen: Woorden,
    /// What it hangs on.
    pub reden: Stagnatie,
    /// The child that it is about; nobody in particular is the whole family.
    pub persoon: Option<Id<Persoon>>,
    /// Whom it is asked of: accounts.
    pub leden: Vec<String>,
}

/// A question with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpertvraagBeeld {
    /// Identifier.
    pub id: Id<Vraagnummer>,
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// Goes up with every change.
    pub versie: i64,
    /// The words.
    pub inhoud: Expertvraag,
    /// What it hangs on.
    pub reden: Stagnatie,
    /// How far the advice binds, as the region had it on the day of the question.
    pub bindend: Bindend,
    /// Whom it is about.
    pub persoon: Option<Id<Persoon>>,
    /// Given name of that child.
    pub wie: Option<String>,
    /// Who asked, and when.
    pub gesteld: (String, Timestamp),
    /// Whom it was asked of.
    pub leden: Vec<String>,
    /// Who advised, and when.
    pub advies: Option<(String, Timestamp)>,
    /// What became of the advice, and when.
    pub gevolg: Option<(Gevolg, Timestamp)>,
    /// Whether the reader was asked and may write the advice.
    pub adviseert: bool,
    /// Whether the reader may write what became of it.
    pub beslist: bool,
}

/// A young person who comes of age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AchttienBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// The day of the figures.
    pub stand: Date,
    /// Whether the reader writes.
    pub schrijft: bool,
    /// The young people from sixteen that are open to the reader as a whole.
    pub jongeren: Vec<Jongere>,
    /// The plan of the family as far as it is open.
    pub plan: Plan,
    /// Its allocations.
    pub toewijzingen: Vec<PlanToewijzing>,
}

/// A young person on the time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jongere {
    /// Who.
    pub persoon: Persoon,
    /// Birth date.
    pub geboren: Date,
    /// Who acts.
    pub handelt: Handelt,
    /// What changes, and when.
    pub lijn: Vec<(Date, &'static Verandering)>,
    /// What was agreed per part of life.
    pub overgang: Overgang,
    /// Goes up with every change; 0 when nothing was written.
    pub versie: i64,
}
