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

use crate::systeem::{Aannames, Keuze, Sleutel};

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
        }
    }
}

impl Scenario {
    /// Reads a file. All that is wrong is told at once, in the order of its lines.
    pub fn read(text: &str) -> Result<Self, Vec<Fout>> {
        lees::read(text)
    }

    /// The numbers of a replication.
    pub(crate) fn aannames_of(&self, replication: u64) -> Aannames {
        match self.onzekerheid {
            Onzekerheid::Aannames => self.aannames.drawn(self.zaad, replication, &self.vast),
            Onzekerheid::Toeval => self.aannames.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
