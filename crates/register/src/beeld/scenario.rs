//! What a page shows of choices that were tried and kept.

use jiff::Timestamp;
use stelsel::Id;
use stelsel::plan::Woorden;
use stelsel::scenario::Scenario;

/// A line in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioRegel {
    /// Identifier.
    pub id: Id<Scenario>,
    /// Its name.
    pub naam: Woorden,
    /// Why it was tried, in the words of who kept it.
    pub waarom: Woorden,
    /// Who kept it.
    pub wie: String,
    /// When.
    pub wanneer: Timestamp,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenariosBeeld {
    /// The newest first.
    pub regels: Vec<ScenarioRegel>,
    /// Whether the reader tries choices, and keeps them.
    pub probeert: bool,
}

/// One, as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioBeeld {
    /// Name, words, who and when.
    pub regel: ScenarioRegel,
    /// The scenario, as a file of the model.
    pub toml: String,
    /// What came of it, as it was stored.
    pub uitkomst: String,
    /// When it was taken away, if it was.
    pub weg: Option<Timestamp>,
    /// Whether the reader tries choices, and keeps them.
    pub probeert: bool,
}

/// One that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuwScenario {
    /// Its name.
    pub naam: Woorden,
    /// Why it was tried.
    pub waarom: Woorden,
    /// The scenario, as a file of the model.
    pub toml: String,
    /// What came of it: JSON.
    pub uitkomst: String,
}
