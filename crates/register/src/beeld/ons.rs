//! What a family sees on its own page.

use stelsel::plan::{Plan, Wachtklok};

use super::{CorrectieBeeld, DelingRegel, DraadRegel, GezinBeeld, PostRegel};

/// The family's own page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnsBeeld {
    /// The given name of who reads.
    pub ik: String,
    /// The reader is below eighteen.
    pub jong: bool,
    /// What is known of the family, as far as it is open to the reader.
    pub gezin: GezinBeeld,
    /// The plan, as far as it is open to the reader.
    pub plan: Plan,
    /// What the family waits for.
    pub klokken: Vec<Wachtklok>,
    /// The coordinator and who stands in; empty when it is the team.
    pub helpers: Vec<String>,
    /// What the reader said beside a text.
    pub correcties: Vec<CorrectieBeeld>,
    /// The threads that are open to the reader.
    pub draden: Vec<DraadRegel>,
    /// What the family added for the plan, oldest first.
    pub aanvullingen: Vec<PostRegel>,
    /// What is shared, as far as it concerns the reader.
    pub delingen: Vec<DelingRegel>,
}
