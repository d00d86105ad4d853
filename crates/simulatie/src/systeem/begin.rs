//! The region at the start as it is, instead of in balance.

use super::delen::Antwoord;
use super::gemeten::Meting;

/// Who is there of a kind of help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aanwezig {
    /// Which: youth help.
    pub antwoord: Antwoord,
    /// How many are in help.
    pub in_hulp: f64,
    /// How many wait for it.
    pub wacht: f64,
    /// How many days those have waited so far, mean.
    pub gewacht: f64,
}

/// The region at the start as it is. Help that runs is met in the middle of it: what is left is drawn by renewal theory, for how long it has
/// lasted of each is not known here. Places are those in use, groups at a station are in the proportion of the balance, and stations
/// that are not named are in balance.
#[derive(Clone, Debug, PartialEq)]
pub struct Begin {
    /// Where it was counted.
    pub bron: String,
    /// Youth help that begins in a year and does not follow on other youth help.
    pub instroom: Meting,
    /// Per kind of help.
    pub aanwezig: Vec<Aanwezig>,
}

impl Begin {
    /// How long those who wait for a station have waited at the start, in days.
    pub(super) fn gewacht(&self, station: usize) -> f64 {
        self.aanwezig.iter().find(|one| one.antwoord.place() == station).map_or(0.0, |one| one.gewacht)
    }

    /// The start of a replication: how many come is not known to the last one.
    pub(crate) fn drawn(&self, seed: u64, replication: u64) -> Self {
        let mut own = self.clone();
        own.instroom.waarde = self.instroom.drawn(seed, "begin.instroom", replication);
        own
    }
}
