//! One allocation: what was decided, how care will go, and how far the messages about it have come.

use super::getal::Dag;
use super::regio::{Product, producten};

/// How the municipality cuts an allocation short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breuk {
    /// The family goes to another provider.
    Overstap,
    /// Reassessed: less is needed.
    Verkorting,
    /// The family moves to another municipality.
    Verhuizing,
}

impl Breuk {
    /// Reason of the change (JZ002), and of the stop that follows from it (JZ588): iJw process description, IV099.
    pub(super) const fn redenen(self) -> (&'static str, &'static str) {
        match self {
            Self::Overstap => ("09", "38"),
            Self::Verkorting => ("05", "36"),
            Self::Verhuizing => ("07", "35"),
        }
    }
}

/// A period of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zorg {
    pub(super) begin: Dag,
    pub(super) einde: Dag,
}

/// A break in the care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pauze {
    /// Last day of care before it.
    pub(super) vanaf: Dag,
    /// First day of care after it; none when care was not taken up again.
    pub(super) hervat: Option<Dag>,
}

/// How care goes and what is allocated for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) ingang: Dag,
    pub(super) einde: Option<Dag>,
    /// None when care never begins.
    pub(super) zorg: Option<Zorg>,
    pub(super) pauze: Option<Pauze>,
    pub(super) breuk: Option<(Dag, Breuk)>,
    /// Why care stops (JZ588).
    pub(super) reden: &'static str,
    /// Days by which the first message gives the begin too early.
    pub(super) vergissing: i32,
    /// Allocated volume per week or month, or in all.
    pub(super) volume: u32,
    /// The same per week or month, before rounding.
    pub(super) tempo: f64,
    /// Allocated as an amount for the whole category, in cents, instead of a volume.
    pub(super) budget: Option<u32>,
    /// The care that takes over from this one.
    pub(super) vervolg: Option<Vervolg>,
}

/// Care that takes over: at another provider, in another municipality or under another product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Vervolg {
    pub(super) product: usize,
    pub(super) besluit: Dag,
    pub(super) ingang: Dag,
    pub(super) zorg: Zorg,
}

impl Plan {
    /// There is no other provider to go to: care goes on where it is.
    pub(super) fn stay(&mut self) {
        if let (Some(vervolg), Some(zorg)) = (self.vervolg.take(), self.zorg.as_mut()) {
            zorg.einde = vervolg.zorg.einde;
        }
        (self.breuk, self.reden) = (None, "31");
    }
}

/// How far the messages have come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Administratie {
    /// Number within the municipality; 0 before the first message.
    pub(super) nummer: u32,
    /// Day and time of the newest version.
    pub(super) versie: (i32, u32),
    /// Reason of a change that has not been sent yet.
    pub(super) wijziging: Option<&'static str>,
    pub(super) verwijderd: bool,
    /// No message about start or stop is to follow.
    pub(super) klaar: bool,
    /// Begin of the period of care that runs, as the messages say.
    pub(super) begin: Option<Dag>,
    /// Raised whenever what was planned no longer holds.
    pub(super) agenda: u8,
    /// What was claimed, in cents: a budget is not exceeded.
    pub(super) gedeclareerd: u32,
}

/// An allocation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Toewijzing {
    pub(super) jeugdige: u32,
    pub(super) product: u8,
    pub(super) aanbieder: u16,
    pub(super) gemeente: u8,
    pub(super) besluit: Dag,
    pub(super) plan: Plan,
    pub(super) stand: Administratie,
}

impl Toewijzing {
    /// Its product.
    pub(super) fn product(&self) -> Option<&'static Product> {
        producten().get(usize::from(self.product))
    }

    /// The last day on which it still matters: the end of the allocation or of the care.
    pub(super) fn laatste(&self) -> Dag {
        let zorg = self.plan.zorg.map_or(self.plan.ingang, |z| z.einde);
        self.plan.einde.map_or(zorg, |einde| einde.max(zorg))
    }

    /// Days with care within a period.
    pub(super) fn zorgdagen(&self, first: Dag, last: Dag) -> i32 {
        let Some(zorg) = self.plan.zorg else { return 0 };
        let overlap = |from: Dag, to: Dag| (to.min(last).0 - from.max(first).0 + 1).max(0);
        let all = overlap(zorg.begin, zorg.einde);
        let resting = self.plan.pauze.map_or(0, |pauze| match pauze.hervat {
            Some(again) => overlap(pauze.vanaf.plus(1), again.plus(-1)),
            None => overlap(pauze.vanaf.plus(1), zorg.einde),
        });
        all - resting
    }

    /// Whether two products may not stand beside each other in one allocation message (iJw 3.2 TR302). All of jeugd-ggz
    /// clashes, because part of it is allocated by category only; a youth is under one measure of protection at a time.
    pub(super) fn clashes(one: &Product, other: &Product) -> bool {
        let whole = matches!(one.categorie, "48" | "54") && one.categorie == other.categorie;
        whole || one.code == other.code
    }
}
