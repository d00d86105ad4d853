//! Asking the expertteam: when a family waits because nobody agrees who pays or there is no fitting help.
//!
//! One expertteam per youth region (seed 001, bouwsteen 1). Whether its advice binds is a plea and no law, so it is a setting of
//! the region; what is decided otherwise gets a reason.

use serde::{Deserialize, Serialize};

use crate::keys;
use crate::plan::Woorden;

keys! {
    /// How far advice binds, as the region agreed.
    pub enum Bindend {
        /// Advice: to be weighed.
        Weegt = "weegt",
        /// Followed, unless there is a reason that is written down.
        Tenzij = "tenzij",
    }
}

impl Default for Bindend {
    /// Advice is advice until a region agrees otherwise.
    fn default() -> Self {
        Self::Weegt
    }
}

keys! {
    /// What became of advice.
    pub enum Gevolg {
        /// It is followed.
        Gevolgd = "gevolgd",
        /// It is deviated from, with a reason.
        Afgeweken = "afgeweken",
    }
}

/// A question to the expertteam with what came of it, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expertvraag {
    /// What is asked.
    pub vraag: Woorden,
    /// Who is involved, and what each of them thinks.
    pub partijen: Woorden,
    /// The advice.
    pub advies: Woorden,
    /// Why it is followed, or deviated from.
    pub reden: Woorden,
}

/// Whether words have to go with what became of the advice: who deviates says why.
pub const fn needs_reason(gevolg: Gevolg) -> bool {
    matches!(gevolg, Gevolg::Afgeweken)
}
