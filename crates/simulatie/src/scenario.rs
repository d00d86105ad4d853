//! A choice to try, as a file: levers, money, prices and places by year, and the assumptions one wants to set.
//!
//! ```
//! use simulatie::scenario::Scenario;
//!
//! let scenario = Scenario::read("
//!     naam = 'Eerst het gewone leven'
//!     jaren = 15
//!     [bouwstenen.ontzorglandschap]
//!     niveau = 0.8
//!     vanaf = 2027
//!     opbouw = 3
//! ").unwrap();
//! assert_eq!((scenario.jaren, scenario.herhalingen), (15, 100));
//!
//! let wrong = Scenario::read("naam = 'x'\n[bouwstenen.toegan]\nniveau = 0.8").unwrap_err();
//! assert_eq!(wrong[0].to_string(), "line 2, bouwstenen.toegan: unknown; do you mean toegang?");
//! ```

mod fout;
mod lees;
mod uitkomst;
mod verslag;
mod woord;

pub use fout::{Fout, Soort};
pub use uitkomst::{Band, BreukTelling, MaatUitkomst, Uitkomst, probeer};
pub use verslag::{Manifest, tabel, verslag};

use crate::model::ModelError;
use crate::systeem::{
    Aannames, Begin, Gemeten, Keuze, Looptijd, Sleutel, Spoor, Verloop, speel_sporen, speel_vanaf,
};

/// The longest that may be looked ahead.
pub const JAREN: (i64, i64) = (1, 30);
/// How many replications may be asked.
pub const HERHALINGEN: (i64, i64) = (1, 10_000);
/// Seeds that may be asked.
pub const ZAAD: (i64, i64) = (0, 4_294_967_295);
/// First years that may be asked.
pub const EERSTE_JAAR: (i64, i64) = (1990, 2100);

/// What differs between replications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onzekerheid {
    /// Chance, and every assumption, drawn from its range: the bands show what is not known.
    Aannames,
    /// Chance only: the bands show what differs between years that could have been.
    Toeval,
}

/// A replication with the tracks of its children.
#[derive(Clone, Debug, PartialEq)]
pub struct Gespoord {
    /// What it came to.
    pub verloop: Verloop,
    /// Every stretch of youth help, and of waiting for it.
    pub sporen: Vec<Spoor>,
    /// The numbers it rests on.
    pub aannames: Aannames,
}

/// A choice to try.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name.
    pub naam: String,
    /// What it is for, in words.
    pub toelichting: String,
    /// The year that comes after the start.
    pub eerste_jaar: i64,
    /// How many years.
    pub jaren: usize,
    /// How many replications.
    pub herhalingen: u64,
    /// Seed of all random numbers.
    pub zaad: u64,
    /// What differs between replications.
    pub onzekerheid: Onzekerheid,
    /// What is chosen.
    pub keuze: Keuze,
    /// The numbers it rests on.
    pub aannames: Aannames,
    /// Which of them the file sets: those are not drawn.
    pub vast: Vec<Sleutel>,
    /// Which of them were measured: those are drawn from what was measured.
    pub gemeten: Vec<Gemeten>,
    /// Who is there at the start, when that was counted; otherwise the region starts in balance.
    pub begin: Option<Begin>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            naam: "doorgaan zoals nu".to_owned(),
            toelichting: String::new(),
            eerste_jaar: 2026,
            jaren: 15,
            herhalingen: 100,
            zaad: 1,
            onzekerheid: Onzekerheid::Aannames,
            keuze: Keuze::default(),
            aannames: Aannames::default(),
            vast: Vec::new(),
            gemeten: Vec::new(),
            begin: None,
        }
    }
}

impl Scenario {
    /// Reads a file. All that is wrong is told at once, in the order of its lines.
    pub fn read(text: &str) -> Result<Self, Vec<Fout>> {
        lees::read(text)
    }

    /// With what was measured in a region, as `leerloop simulatie calibrate` writes it: a file with `[aannames]` and `[begin]`. What the scenario
    /// itself sets stays.
    pub fn geijkt(mut self, text: &str) -> Result<Self, Vec<Fout>> {
        let (gemeten, begin) = lees::read_gemeten(text)?;
        self.lean_on(gemeten, begin);
        Ok(self)
    }

    /// With numbers that were measured, and who is there at the start. What the scenario itself sets stays.
    pub fn lean_on(&mut self, gemeten: Vec<Gemeten>, begin: Option<Begin>) {
        for one in gemeten {
            let set =
                self.vast.contains(&one.sleutel) || self.gemeten.iter().any(|own| own.sleutel == one.sleutel);
            if !set {
                self.measure(one);
            }
        }
        self.begin = self.begin.take().or(begin);
    }

    /// Plays one replication of going on as now.
    pub fn speel_zoals_nu(&self, replication: u64) -> Result<Verloop, ModelError> {
        self.speel(&self.aannames_of(replication), &self.keuze.zoals_nu(), replication)
    }

    /// Plays one replication of a choice on these numbers, from the start that the scenario has.
    pub(crate) fn speel(
        &self,
        aannames: &Aannames,
        keuze: &Keuze,
        replication: u64,
    ) -> Result<Verloop, ModelError> {
        let (begin, looptijd) = (self.begin_of(replication), Looptijd { jaren: self.jaren });
        speel_vanaf(aannames, begin.as_ref(), keuze, looptijd, (self.zaad, replication))
    }

    /// Plays one replication of the choice, with the tracks of all children through youth help and the numbers that it rests on.
    pub fn speel_sporen(&self, replication: u64) -> Result<Gespoord, ModelError> {
        let (aannames, begin) = (self.aannames_of(replication), self.begin_of(replication));
        let looptijd = Looptijd { jaren: self.jaren };
        let zaad = (self.zaad, replication);
        let (verloop, sporen) = speel_sporen(&aannames, begin.as_ref(), &self.keuze, looptijd, zaad)?;
        Ok(Gespoord { verloop, sporen, aannames })
    }

    /// Takes a measured number.
    fn measure(&mut self, gemeten: Gemeten) {
        self.aannames.put(gemeten.sleutel, gemeten.meting.waarde);
        self.gemeten.push(gemeten);
    }

    /// The start of a replication.
    pub(crate) fn begin_of(&self, replication: u64) -> Option<Begin> {
        let begin = self.begin.as_ref()?;
        Some(match self.onzekerheid {
            Onzekerheid::Aannames => begin.drawn(self.zaad, replication),
            Onzekerheid::Toeval => begin.clone(),
        })
    }

    /// The numbers of a replication.
    pub(crate) fn aannames_of(&self, replication: u64) -> Aannames {
        match self.onzekerheid {
            Onzekerheid::Aannames => {
                let mut values = self.aannames.drawn(self.zaad, replication, &self.vast);
                for one in &self.gemeten {
                    values.put(one.sleutel, one.drawn(self.zaad, replication));
                }
                values
            }
            Onzekerheid::Toeval => self.aannames.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
