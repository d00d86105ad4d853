//! Clocks that serve the family: how long it waits, and for what. Worked out when somebody looks, never kept.

use jiff::civil::Date;

use super::{Plan, Soort};
use crate::persoon::Persoon;
use crate::toewijzing::Stand;
use crate::{Id, keys};

/// After so many days without a start the family hears nothing for too long (assumption; the same week as on its page).
pub const START_NA: i32 = 7;

keys! {
    /// What a family waits for: what it cannot go on without first.
    pub enum Kloksoort {
        /// An answer to what it asked for.
        Antwoord = "antwoord",
        /// A decision on what a provider asked for it.
        Verzoek = "verzoek",
        /// The advice that was asked of the expertteam.
        Advies = "advies",
        /// Somebody who coordinates.
        Regisseur = "regisseur",
        /// The beginning of help that was allocated.
        Start = "start",
        /// A step that was promised by a day.
        Stap = "stap",
        /// A moment to look back that was agreed.
        Evaluatie = "evaluatie",
    }
}

/// A clock that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wachtklok {
    /// What the family waits for.
    pub soort: Kloksoort,
    /// Since when.
    pub sinds: Date,
    /// How many days.
    pub dagen: i32,
    /// The part of the plan that it is about.
    pub nr: Option<u32>,
    /// Whom it is about.
    pub persoon: Option<Id<Persoon>>,
}

impl Wachtklok {
    /// A clock that began on a day. `None` when that day lies ahead.
    pub fn since(soort: Kloksoort, sinds: Date, today: Date) -> Option<Self> {
        let dagen = sinds.until(today).map_or(0, |span| span.get_days());
        (sinds <= today).then_some(Self { soort, sinds, dagen, nr: None, persoon: None })
    }
}

/// A day of the plan from which a clock can run: what is looked up across families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Klokdag {
    /// What the family waits for.
    pub soort: Kloksoort,
    /// The part.
    pub nr: u32,
    /// The first day on which the clock runs.
    pub dag: Date,
    /// Whom it is about.
    pub persoon: Option<Id<Persoon>>,
}

impl Klokdag {
    /// The clock on a day, when it runs. What was promised is counted from the day that was promised.
    pub fn on(self, today: Date) -> Option<Wachtklok> {
        let clock = Wachtklok::since(self.soort, self.dag, today)?;
        let (sinds, dagen) = match self.soort {
            Kloksoort::Stap | Kloksoort::Evaluatie => {
                (self.dag.yesterday().unwrap_or(self.dag), clock.dagen + 1)
            }
            _ => (clock.sinds, clock.dagen),
        };
        Some(Wachtklok { sinds, dagen, nr: Some(self.nr), persoon: self.persoon, ..clock })
    }

    /// The kind of part that it is about.
    pub const fn part(self) -> Soort {
        match self.soort {
            Kloksoort::Stap => Soort::Stap,
            Kloksoort::Evaluatie => Soort::Evaluatie,
            _ => Soort::Regel,
        }
    }
}

impl Plan {
    /// What a clock is about, in the words of the plan; nothing when the kind of clock says it all.
    pub fn waarover(&self, klok: &Wachtklok) -> Option<String> {
        let line = || klok.nr.and_then(|nr| self.regel(nr)).map(|punt| &punt.wat);
        match klok.soort {
            Kloksoort::Antwoord => line().map(|line| match &line.wacht {
                Some(wacht) if !wacht.waarop.is_empty() => wacht.waarop.to_string(),
                _ => line.wat.to_string(),
            }),
            Kloksoort::Start => line().map(|line| line.wat.to_string()),
            Kloksoort::Stap => {
                let step = self.stappen.iter().find(|punt| Some(punt.nr) == klok.nr);
                step.map(|punt| punt.wat.tekst.to_string())
            }
            _ => None,
        }
    }

    /// The days from which clocks can run: answers that are awaited, steps and moments to look back that were promised and are
    /// still to come. A waakvlam has no end, and so no clock.
    pub fn klokdagen(&self) -> Vec<Klokdag> {
        let asked = self.regels.iter().filter_map(|punt| {
            let wacht = punt.wat.wacht.as_ref()?;
            let (nr, persoon) = (punt.nr, punt.wat.voor);
            Some(Klokdag { soort: Kloksoort::Antwoord, nr, dag: wacht.sinds, persoon })
        });
        let steps = self.stappen.iter().filter(|punt| punt.wat.klaar.is_none()).filter_map(|punt| {
            let dag = after(punt.wat.wanneer?);
            Some(Klokdag { soort: Kloksoort::Stap, nr: punt.nr, dag, persoon: punt.wat.voor })
        });
        let looks = self.evaluaties.iter().filter(|punt| punt.wat.uitkomst.is_none()).map(|punt| Klokdag {
            soort: Kloksoort::Evaluatie,
            nr: punt.nr,
            dag: after(punt.wat.dag),
            persoon: None,
        });
        asked.chain(steps).chain(looks).collect()
    }

    /// The clocks of the plan that run on a day.
    pub fn klokken(&self, today: Date) -> Vec<Wachtklok> {
        self.klokdagen().into_iter().filter_map(|day| day.on(today)).collect()
    }
}

/// The day after: on the day itself a promise can still be kept.
fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// The clock of help that was allocated and of which no start was told, when it runs on a day. `stand` is how the allocation
/// stands on that day.
pub fn waits_for_start(stand: &Stand, ingang: Date, persoon: Id<Persoon>, today: Date) -> Option<Wachtklok> {
    match stand {
        Stand::Wacht { dagen } if *dagen > START_NA => {
            let clock = Wachtklok::since(Kloksoort::Start, ingang, today)?;
            Some(Wachtklok { persoon: Some(persoon), ..clock })
        }
        _ => None,
    }
}
