//! A line of the arrangement: who does what, for whom, from which law or fund or none, where, until when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Woorden;
use crate::persoon::Persoon;
use crate::{Id, keys};

keys! {
    /// From which law, fund or part of ordinary life something comes. A help to tell what is there, never a gate: what is not in
    /// the list is [`Bron::Anders`], in words of one's own.
    pub enum Bron {
        /// Ordinary life: the family, friends, neighbours, a club.
        EigenNetwerk = "eigen-netwerk",
        /// Youth help, and protection and probation.
        Jeugdwet = "jeugdwet",
        /// Support and sheltered living of the municipality.
        Wmo = "wmo",
        /// Work and income.
        Participatiewet = "participatiewet",
        /// Health insurance: doctor, medicines, care for the mind from eighteen.
        Zvw = "zvw",
        /// Long-term care.
        Wlz = "wlz",
        /// School, appropriate education, the school doctor.
        Onderwijs = "onderwijs",
        /// A fund.
        Fonds = "fonds",
        /// Something else; which, stands in words beside it.
        Anders = "anders",
    }
}

keys! {
    /// Where it happens: nearest first.
    pub enum Plek {
        /// At home.
        Thuis = "thuis",
        /// At school.
        School = "school",
        /// In the neighbourhood.
        Wijk = "wijk",
        /// In the region.
        Regio = "regio",
        /// Elsewhere.
        Elders = "elders",
    }
}

keys! {
    /// Why something that was asked for does not come.
    pub enum Stagnatie {
        /// It is not clear who pays.
        Bekostiging = "bekostiging",
        /// There is no place, or not yet.
        Aanbod = "aanbod",
        /// Something else.
        Anders = "anders",
    }
}

/// Until when a line goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Einde {
    /// Nothing was agreed about an end.
    #[default]
    Open,
    /// Up to and including a day.
    Tot(Date),
    /// Light, as long as it is needed: no end, and so never too late.
    Waakvlam,
}

impl Einde {
    /// Whether it is over on a day.
    pub fn is_over(self, day: Date) -> bool {
        matches!(self, Self::Tot(last) if last < day)
    }
}

/// An answer that is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wachten {
    /// Since when.
    pub sinds: Date,
    /// For what, in words.
    pub waarop: Woorden,
    /// What it hangs on.
    pub reden: Stagnatie,
}

/// A line of the arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regel {
    /// What is done.
    pub wat: Woorden,
    /// Who does it.
    pub wie: Woorden,
    /// For whom; nobody in particular is the whole family.
    pub voor: Option<Id<Persoon>>,
    /// From which law, fund or ordinary life.
    pub bron: Bron,
    /// Which law or fund, when it is not in the list.
    pub bron_naam: Woorden,
    /// Where, when it was said.
    pub waar: Option<Plek>,
    /// From when, when it was said.
    pub van: Option<Date>,
    /// Until when.
    pub einde: Einde,
    /// The goals that it supports, by number.
    pub doelen: Vec<u32>,
    /// The answer that it waits for.
    pub wacht: Option<Wachten>,
}

impl Regel {
    /// Whether it still counts on a day.
    pub fn is_current(&self, day: Date) -> bool {
        !self.einde.is_over(day)
    }
}
