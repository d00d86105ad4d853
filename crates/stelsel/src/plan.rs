//! The one plan of a family: it opens and closes with ordinary life, and lies across the laws.
//!
//! A plan is a document with a version. Each part keeps its own number and the version in which it last changed, so that two
//! who work on different parts are not in each other's way, and two who change the same part hear of it.

mod klokken;
mod punt;
mod regel;
mod woorden;

use serde::{Deserialize, Serialize};

pub use klokken::{Klokdag, Kloksoort, START_NA, Wachtklok, waits_for_start};
pub use punt::{Doel, Doelstand, Evaluatie, Punt, Stap, Uitkomst};
pub use regel::{Bron, Einde, Plek, Regel, Stagnatie, Wachten};
pub use woorden::{LANGSTE, TeLang, Woorden};

use crate::persoon::Persoon;
use crate::toegang::Maat;
use crate::{Id, keys};

keys! {
    /// The kinds of parts.
    pub enum Soort {
        /// How ordinary life looks when it goes well: the plan opens with it.
        Gewoon = "gewoon",
        /// What has become ordinary: the plan closes with it.
        Slot = "slot",
        /// A goal.
        Doel = "doel",
        /// A line of the arrangement.
        Regel = "regel",
        /// A small step.
        Stap = "stap",
        /// A moment to look back.
        Evaluatie = "evaluatie",
    }
}

/// What is written in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inhoud {
    /// How ordinary life looks when it goes well.
    Gewoon(Woorden),
    /// What has become ordinary.
    Slot(Woorden),
    /// A goal.
    Doel(Doel),
    /// A line.
    Regel(Regel),
    /// A step.
    Stap(Stap),
    /// A moment to look back.
    Evaluatie(Evaluatie),
}

impl Inhoud {
    /// Of which kind.
    pub const fn soort(&self) -> Soort {
        match self {
            Self::Gewoon(_) => Soort::Gewoon,
            Self::Slot(_) => Soort::Slot,
            Self::Doel(_) => Soort::Doel,
            Self::Regel(_) => Soort::Regel,
            Self::Stap(_) => Soort::Stap,
            Self::Evaluatie(_) => Soort::Evaluatie,
        }
    }

    /// Whom it is about, when it is about one person.
    pub const fn voor(&self) -> Option<Id<Persoon>> {
        match self {
            Self::Doel(doel) => doel.voor,
            Self::Regel(regel) => regel.voor,
            Self::Stap(stap) => stap.voor,
            Self::Gewoon(_) | Self::Slot(_) | Self::Evaluatie(_) => None,
        }
    }
}

/// A change to a part, as somebody wrote it down who read a certain version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wijziging {
    /// The part; none for a new one.
    pub nr: Option<u32>,
    /// The version of the part that was read: 0 for a new one.
    pub gelezen: u32,
    /// What is done with it.
    pub daad: Daad,
}

/// What is done with a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Daad {
    /// It says this from now on.
    Schrijf(Inhoud),
    /// It goes; earlier versions keep it.
    Verwijder(Soort),
}

impl Wijziging {
    /// Of which kind of part.
    pub const fn soort(&self) -> Soort {
        match &self.daad {
            Daad::Schrijf(inhoud) => inhoud.soort(),
            Daad::Verwijder(soort) => *soort,
        }
    }
}

/// Why a change is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weigering {
    /// Somebody else changed this part in the meantime.
    #[error("the part was changed by somebody else")]
    Nieuwer,
    /// The part, or a goal that it names, is not in the plan.
    #[error("the part is not in the plan")]
    Onbekend,
}

/// The plan of a family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// How ordinary life looks when it goes well, in the words of the family.
    pub gewoon: Tekst,
    /// What has become ordinary: what the plan closes with.
    pub slot: Tekst,
    /// Goals, oldest first.
    pub doelen: Vec<Punt<Doel>>,
    /// Lines of the arrangement, oldest first.
    pub regels: Vec<Punt<Regel>>,
    /// Steps, oldest first.
    pub stappen: Vec<Punt<Stap>>,
    /// Moments to look back, oldest first.
    pub evaluaties: Vec<Punt<Evaluatie>>,
    /// The highest number that was given.
    pub laatste_nr: u32,
}

/// A text of the plan that there is one of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tekst {
    /// The version of the plan in which it last changed.
    pub versie: u32,
    /// The words.
    pub tekst: Woorden,
}

impl Plan {
    /// Carries a change out as version `versie`; gives the number of the part (0 for the two texts).
    pub fn wijzig(&mut self, wijziging: Wijziging, versie: u32) -> Result<u32, Weigering> {
        let Wijziging { nr, gelezen, daad } = wijziging;
        let inhoud = match daad {
            Daad::Schrijf(inhoud) => inhoud,
            Daad::Verwijder(soort) => return self.weg(soort, nr.ok_or(Weigering::Onbekend)?, gelezen),
        };
        if !self.doelen_van(&inhoud).iter().all(|doel| self.doel(*doel).is_some()) {
            return Err(Weigering::Onbekend);
        }
        let place = Plaats { nr, gelezen, versie };
        match inhoud {
            Inhoud::Gewoon(tekst) => self.gewoon.zet(tekst, &place),
            Inhoud::Slot(tekst) => self.slot.zet(tekst, &place),
            Inhoud::Doel(doel) => zet(&mut self.doelen, doel, &place, &mut self.laatste_nr),
            Inhoud::Regel(regel) => zet(&mut self.regels, regel, &place, &mut self.laatste_nr),
            Inhoud::Stap(stap) => zet(&mut self.stappen, stap, &place, &mut self.laatste_nr),
            Inhoud::Evaluatie(evaluatie) => {
                zet(&mut self.evaluaties, evaluatie, &place, &mut self.laatste_nr)
            }
        }
    }

    fn weg(&mut self, soort: Soort, nr: u32, gelezen: u32) -> Result<u32, Weigering> {
        match soort {
            Soort::Gewoon | Soort::Slot => return Err(Weigering::Onbekend),
            Soort::Doel => {
                haal(&mut self.doelen, nr, gelezen)?;
                for regel in &mut self.regels {
                    regel.wat.doelen.retain(|doel| *doel != nr);
                }
                for stap in &mut self.stappen {
                    stap.wat.doel = stap.wat.doel.filter(|doel| *doel != nr);
                }
            }
            Soort::Regel => haal(&mut self.regels, nr, gelezen)?,
            Soort::Stap => haal(&mut self.stappen, nr, gelezen)?,
            Soort::Evaluatie => haal(&mut self.evaluaties, nr, gelezen)?,
        }
        Ok(nr)
    }

    fn doelen_van(&self, inhoud: &Inhoud) -> Vec<u32> {
        match inhoud {
            Inhoud::Regel(regel) => regel.doelen.clone(),
            Inhoud::Stap(stap) => stap.doel.into_iter().collect(),
            // What was said of a goal that is gone since stays said.
            Inhoud::Evaluatie(evaluatie) => {
                let said = evaluatie.uitkomst.iter().flat_map(|came| came.per_doel.iter().map(|(nr, _)| *nr));
                said.filter(|nr| *nr > self.laatste_nr).collect()
            }
            Inhoud::Gewoon(_) | Inhoud::Slot(_) | Inhoud::Doel(_) => Vec::new(),
        }
    }

    /// A goal by its number.
    pub fn doel(&self, nr: u32) -> Option<&Punt<Doel>> {
        self.doelen.iter().find(|doel| doel.nr == nr)
    }

    /// A line by its number.
    pub fn regel(&self, nr: u32) -> Option<&Punt<Regel>> {
        self.regels.iter().find(|regel| regel.nr == nr)
    }

    /// What a part says now.
    pub fn inhoud(&self, soort: Soort, nr: u32) -> Option<Inhoud> {
        match soort {
            Soort::Gewoon => Some(Inhoud::Gewoon(self.gewoon.tekst.clone())),
            Soort::Slot => Some(Inhoud::Slot(self.slot.tekst.clone())),
            Soort::Doel => self.doel(nr).map(|punt| Inhoud::Doel(punt.wat.clone())),
            Soort::Regel => self.regel(nr).map(|punt| Inhoud::Regel(punt.wat.clone())),
            Soort::Stap => {
                self.stappen.iter().find(|punt| punt.nr == nr).map(|punt| Inhoud::Stap(punt.wat.clone()))
            }
            Soort::Evaluatie => {
                let found = self.evaluaties.iter().find(|punt| punt.nr == nr);
                found.map(|punt| Inhoud::Evaluatie(punt.wat.clone()))
            }
        }
    }

    /// The version in which a part last changed; 0 when there is no such part.
    pub fn versie_van(&self, soort: Soort, nr: u32) -> u32 {
        fn of<T>(list: &[Punt<T>], nr: u32) -> u32 {
            list.iter().find(|punt| punt.nr == nr).map_or(0, |punt| punt.versie)
        }
        match soort {
            Soort::Gewoon => self.gewoon.versie,
            Soort::Slot => self.slot.versie,
            Soort::Doel => of(&self.doelen, nr),
            Soort::Regel => of(&self.regels, nr),
            Soort::Stap => of(&self.stappen, nr),
            Soort::Evaluatie => of(&self.evaluaties, nr),
        }
    }

    /// Whether nothing was written in it yet.
    pub const fn is_empty(&self) -> bool {
        self.laatste_nr == 0 && self.gewoon.tekst.is_empty() && self.slot.tekst.is_empty()
    }

    /// The plan as far as it is open to somebody, by how far each person is. What is about the whole family is open to who may
    /// see the plan; of a person of whom only the outline is open, lines show what help there is and nothing else.
    #[must_use]
    pub fn zichtbaar(mut self, open: impl Fn(Id<Persoon>) -> Maat) -> Self {
        let open = |voor: Option<Id<Persoon>>| voor.map_or(Maat::Geheel, &open);
        self.doelen.retain(|doel| open(doel.wat.voor) == Maat::Geheel);
        self.stappen.retain(|stap| open(stap.wat.voor) == Maat::Geheel);
        self.regels.retain(|regel| open(regel.wat.voor) >= Maat::Hoofdlijn);
        for regel in &mut self.regels {
            if open(regel.wat.voor) == Maat::Hoofdlijn {
                (regel.wat.doelen, regel.wat.wacht) = (Vec::new(), None);
            }
        }
        let kept: Vec<u32> = self.doelen.iter().map(|doel| doel.nr).collect();
        for regel in &mut self.regels {
            regel.wat.doelen.retain(|doel| kept.contains(doel));
        }
        for stap in &mut self.stappen {
            stap.wat.doel = stap.wat.doel.filter(|doel| kept.contains(doel));
        }
        for evaluatie in &mut self.evaluaties {
            if let Some(came) = &mut evaluatie.wat.uitkomst {
                came.per_doel.retain(|(doel, _)| kept.contains(doel));
            }
        }
        self
    }

    /// The plan as far as a family shares it with someone outside: lines about whom it is shared, in outline, and nothing of what
    /// was said or hoped.
    #[must_use]
    pub fn gedeeld(self, open: impl Fn(Option<Id<Persoon>>) -> bool) -> Self {
        let mut regels = self.regels;
        regels.retain(|regel| open(regel.wat.voor));
        for regel in &mut regels {
            (regel.wat.doelen, regel.wat.wacht) = (Vec::new(), None);
        }
        Self { regels, laatste_nr: self.laatste_nr, ..Self::default() }
    }

    /// The plan without what is about some persons: they are gone.
    #[must_use]
    pub fn zonder(self, gone: impl Fn(Id<Persoon>) -> bool) -> Self {
        self.zichtbaar(|person| if gone(person) { Maat::Naam } else { Maat::Geheel })
    }

    /// The plan of two families that became one: nothing is lost, numbers of the other follow after the own.
    pub fn voeg_samen(&mut self, other: Self, versie: u32) {
        let shift = self.laatste_nr;
        let moved = |nr: u32| nr + shift;
        join(&mut self.gewoon, &other.gewoon, versie);
        join(&mut self.slot, &other.slot, versie);
        self.doelen.extend(other.doelen.into_iter().map(|punt| Punt { nr: moved(punt.nr), versie, ..punt }));
        self.regels.extend(other.regels.into_iter().map(|punt| {
            let doelen = punt.wat.doelen.iter().copied().map(moved).collect();
            Punt { nr: moved(punt.nr), versie, wat: Regel { doelen, ..punt.wat } }
        }));
        self.stappen.extend(other.stappen.into_iter().map(|punt| {
            let doel = punt.wat.doel.map(moved);
            Punt { nr: moved(punt.nr), versie, wat: Stap { doel, ..punt.wat } }
        }));
        self.evaluaties.extend(other.evaluaties.into_iter().map(|mut punt| {
            for (doel, _) in punt.wat.uitkomst.iter_mut().flat_map(|came| came.per_doel.iter_mut()) {
                *doel = moved(*doel);
            }
            Punt { nr: moved(punt.nr), versie, ..punt }
        }));
        self.laatste_nr = moved(other.laatste_nr);
    }
}

fn join(own: &mut Tekst, other: &Tekst, versie: u32) {
    if other.tekst.is_empty() {
        return;
    }
    let both = format!("{}\n\n{}", own.tekst, other.tekst);
    // Two texts of the longest length do not fit together: then the own one stays, and the other stands in the versions.
    if let Ok(tekst) = Woorden::new(&both) {
        *own = Tekst { versie, tekst };
    }
}

/// Where a change goes.
struct Plaats {
    nr: Option<u32>,
    gelezen: u32,
    versie: u32,
}

impl Tekst {
    fn zet(&mut self, tekst: Woorden, place: &Plaats) -> Result<u32, Weigering> {
        if self.versie != place.gelezen {
            return Err(Weigering::Nieuwer);
        }
        *self = Self { versie: place.versie, tekst };
        Ok(0)
    }
}

fn zet<T>(list: &mut Vec<Punt<T>>, wat: T, place: &Plaats, highest: &mut u32) -> Result<u32, Weigering> {
    let Plaats { nr, gelezen, versie } = *place;
    let Some(nr) = nr else {
        *highest += 1;
        list.push(Punt { nr: *highest, versie, wat });
        return Ok(*highest);
    };
    // A part that is gone was changed by somebody else as well.
    let known = list.iter_mut().find(|punt| punt.nr == nr).ok_or(Weigering::Nieuwer)?;
    if known.versie != gelezen {
        return Err(Weigering::Nieuwer);
    }
    *known = Punt { nr, versie, wat };
    Ok(nr)
}

fn haal<T>(list: &mut Vec<Punt<T>>, nr: u32, gelezen: u32) -> Result<(), Weigering> {
    let known = list.iter().position(|punt| punt.nr == nr).ok_or(Weigering::Nieuwer)?;
    if list.get(known).is_none_or(|punt| punt.versie != gelezen) {
        return Err(Weigering::Nieuwer);
    }
    list.remove(known);
    Ok(())
}

#[cfg(test)]
mod tests;
