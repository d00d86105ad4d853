//! A problem analysis that partners make together: what is seen, what figures, children and parents say, what may be behind it, what is
//! not known, and agreements on scarce capacity that are followed.
//!
//! It is a document with versions, as a plan is: each part keeps its number and the version in which it last changed, so that two who
//! write in different parts are not in each other's way, and two who change the same part hear of it. It is about a place, never about
//! a person.

mod verschil;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use verschil::{Aard, Stuk, Veldverschil, Verschil, verschil, woordverschil};

use crate::plan::{Punt, Weigering, Woorden};
use crate::{Rol, keys};

/// Marks the identifier of a problem analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probleemanalyse {}

/// Marks the identifier of a note beside a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noot {}

keys! {
    /// The parts of the document, in order.
    pub enum Deel {
        /// What is seen.
        Zien = "zien",
        /// What figures say.
        Cijfers = "cijfers",
        /// What children and parents say.
        Stemmen = "stemmen",
        /// What may be behind it.
        Oorzaken = "oorzaken",
        /// What is not known.
        Onbekend = "onbekend",
        /// What is agreed upon.
        Eens = "eens",
    }
}

keys! {
    /// What somebody says beside a part.
    pub enum Reactie {
        /// They agree.
        Eens = "eens",
        /// They see it differently.
        Anders = "anders",
        /// They add something.
        Aanvulling = "aanvulling",
    }
}

keys! {
    /// How it is with an agreement, when one looked. There is no "failed": what came of it is told in words.
    pub enum Voortgang {
        /// It is worked on.
        OpWeg = "op-weg",
        /// It was done.
        Gelukt = "gelukt",
        /// It was changed.
        Bijgesteld = "bijgesteld",
        /// It was let go.
        Gestopt = "gestopt",
    }
}

/// What the document is, and with whom it is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kop {
    /// The version in which it last changed.
    pub versie: u32,
    /// What it is about, in a few words.
    pub titel: Woorden,
    /// Which area.
    pub gebied: Woorden,
    /// Roles that read it and write notes, by their key.
    pub gedeeld: Vec<String>,
}

/// Where a figure comes from: the snapshot, the indicator and the area by which anyone finds it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vindplaats {
    /// Name of the snapshot.
    pub momentopname: Woorden,
    /// Key of the indicator.
    pub indicator: Woorden,
    /// Code of the area.
    pub gebied: Woorden,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alinea {
    /// In which part.
    pub deel: Deel,
    /// The words.
    pub tekst: Woorden,
    /// The figure that it speaks of.
    pub vindplaats: Option<Vindplaats>,
}

/// A moment at which one looked at an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub dag: Date,
    /// How it was.
    pub stand: Voortgang,
    /// What came of it.
    pub kwam: Woorden,
}

/// What is agreed on scarce capacity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afspraak {
    /// What.
    pub wat: Woorden,
    /// Who does it.
    pub wie: Woorden,
    /// How much.
    pub hoeveel: Woorden,
    /// Until when.
    pub tot: Date,
    /// When one looks at it next.
    pub kijk: Option<Date>,
    /// When one looked, oldest first.
    pub momenten: Vec<Moment>,
}

/// Why one is invited to tell how it is with an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uitnodiging {
    /// One meant to look on this day.
    Kijken(Date),
    /// It was meant until this day.
    Voorbij(Date),
}

impl Afspraak {
    /// How it was when one last looked.
    pub fn stand(&self) -> Option<Voortgang> {
        self.momenten.last().map(|moment| moment.stand)
    }

    /// Whether there is something to tell: nobody looked since the day on which one meant to, or since it ended.
    pub fn uitnodiging(&self, today: Date) -> Option<Uitnodiging> {
        if matches!(self.stand(), Some(Voortgang::Gelukt | Voortgang::Gestopt)) {
            return None;
        }
        let told_since = |day: Date| self.momenten.last().is_some_and(|moment| moment.dag >= day);
        let ended = (self.tot < today && !told_since(self.tot)).then_some(Uitnodiging::Voorbij(self.tot));
        let look = self.kijk.filter(|day| *day <= today && !told_since(*day)).map(Uitnodiging::Kijken);
        ended.or(look)
    }
}

/// The document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analyse {
    /// What it is.
    pub kop: Kop,
    /// Paragraphs, oldest first.
    pub alineas: Vec<Punt<Alinea>>,
    /// Agreements, oldest first.
    pub afspraken: Vec<Punt<Afspraak>>,
    /// The highest number that was given.
    pub laatste_nr: u32,
}

/// What is done with the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Daad {
    /// It is this, and shared with these.
    Kop {
        /// What it is about.
        titel: Woorden,
        /// Which area.
        gebied: Woorden,
        /// Roles with whom it is shared.
        gedeeld: Vec<Rol>,
    },
    /// A paragraph says this.
    Alinea(Alinea),
    /// An agreement is this; moments at which one looked stay.
    Afspraak(Afspraak),
    /// One looked at an agreement, and looks again on a day.
    Kijk(Moment, Option<Date>),
    /// The part goes; earlier versions keep it.
    Weg,
}

impl Daad {
    /// Its word in the list of versions.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Kop { .. } => "kop",
            Self::Alinea(_) => "alinea",
            Self::Afspraak(_) => "afspraak",
            Self::Kijk(..) => "kijk",
            Self::Weg => "weg",
        }
    }
}

/// A change, as somebody wrote it down who read a certain version of the part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wijziging {
    /// The part; none for a new one, and for what the document is.
    pub nr: Option<u32>,
    /// The version of the part that was read: 0 for a new one.
    pub gelezen: u32,
    /// What is done.
    pub daad: Daad,
}

impl Analyse {
    /// A new one.
    pub fn new(titel: Woorden) -> Self {
        Self { kop: Kop { versie: 1, titel, ..Kop::default() }, ..Self::default() }
    }

    /// Carries a change out as version `versie`; gives the number of the part (0 for what the document is).
    pub fn wijzig(&mut self, wijziging: Wijziging, versie: u32) -> Result<u32, Weigering> {
        let Wijziging { nr, gelezen, daad } = wijziging;
        match daad {
            Daad::Kop { titel, gebied, gedeeld } => {
                if self.kop.versie != gelezen {
                    return Err(Weigering::Nieuwer);
                }
                let gedeeld = gedeeld.into_iter().map(|rol| rol.key().to_owned()).collect();
                self.kop = Kop { versie, titel, gebied, gedeeld };
                Ok(0)
            }
            Daad::Alinea(alinea) => {
                put(&mut self.alineas, alinea, (nr, gelezen, versie), &mut self.laatste_nr)
            }
            Daad::Afspraak(mut afspraak) => {
                let known = nr.and_then(|nr| self.afspraak(nr));
                afspraak.momenten = known.map(|punt| punt.wat.momenten.clone()).unwrap_or_default();
                put(&mut self.afspraken, afspraak, (nr, gelezen, versie), &mut self.laatste_nr)
            }
            Daad::Kijk(moment, kijk) => {
                let punt = find(&mut self.afspraken, nr.ok_or(Weigering::Onbekend)?, gelezen)?;
                punt.wat.momenten.push(moment);
                (punt.wat.kijk, punt.versie) = (kijk, versie);
                Ok(punt.nr)
            }
            Daad::Weg => {
                let nr = nr.ok_or(Weigering::Onbekend)?;
                if self.afspraak(nr).is_some() {
                    find(&mut self.afspraken, nr, gelezen)?;
                    self.afspraken.retain(|punt| punt.nr != nr);
                } else {
                    find(&mut self.alineas, nr, gelezen)?;
                    self.alineas.retain(|punt| punt.nr != nr);
                }
                Ok(nr)
            }
        }
    }

    /// A paragraph by its number.
    pub fn alinea(&self, nr: u32) -> Option<&Punt<Alinea>> {
        self.alineas.iter().find(|punt| punt.nr == nr)
    }

    /// An agreement by its number.
    pub fn afspraak(&self, nr: u32) -> Option<&Punt<Afspraak>> {
        self.afspraken.iter().find(|punt| punt.nr == nr)
    }

    /// The version in which a part last changed; 0 when there is no such part, and that of what the document is for number 0.
    pub fn versie_van(&self, nr: u32) -> u32 {
        if nr == 0 {
            return self.kop.versie;
        }
        let of_alinea = self.alinea(nr).map(|punt| punt.versie);
        of_alinea.or_else(|| self.afspraak(nr).map(|punt| punt.versie)).unwrap_or_default()
    }

    /// Whether it is shared with a role.
    pub fn gedeeld_met(&self, rol: Rol) -> bool {
        self.kop.gedeeld.iter().any(|key| key == rol.key())
    }

    /// Agreements of which there is something to tell.
    pub fn uitnodigingen(&self, today: Date) -> usize {
        self.afspraken.iter().filter(|punt| punt.wat.uitnodiging(today).is_some()).count()
    }
}

fn find<T>(list: &mut [Punt<T>], nr: u32, gelezen: u32) -> Result<&mut Punt<T>, Weigering> {
    match list.iter_mut().find(|punt| punt.nr == nr) {
        Some(punt) if punt.versie == gelezen => Ok(punt),
        Some(_) => Err(Weigering::Nieuwer),
        None => Err(Weigering::Onbekend),
    }
}

fn put<T>(
    list: &mut Vec<Punt<T>>,
    wat: T,
    (nr, gelezen, versie): (Option<u32>, u32, u32),
    highest: &mut u32,
) -> Result<u32, Weigering> {
    if let Some(nr) = nr {
        let punt = find(list, nr, gelezen)?;
        (punt.wat, punt.versie) = (wat, versie);
        return Ok(nr);
    }
    *highest += 1;
    list.push(Punt { nr: *highest, versie, wat });
    Ok(*highest)
}

#[cfg(test)]
mod tests;
