//! The catalogue of indicators: what each figure is, in words that go with it wherever it goes, and how it is calculated.
//!
//! Outcomes are not protected: each cell says which youths are behind it, and what is shown goes through [`crate::Deur`]
//! first.

mod bereken;
mod catalogus;
mod vraag;

pub use catalogus::INDICATOREN;
pub use vraag::{Cel, Groeideel, Grond, Niveau, Tabel, Vraag};

use crate::snapshot::{Column, SnapshotFout};

/// A text in both languages of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tekst {
    /// Dutch, level B1.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eenheid {
    /// Youths.
    Jeugdigen,
    /// Days.
    Dagen,
    /// Minutes a week.
    MinutenPerWeek,
    /// Eurocents.
    Eurocent,
    /// A share: 0.25 is a quarter.
    Aandeel,
    /// A mean number per youth.
    PerJeugdige,
}

/// Which youths count, by their age on the first day of the allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leeftijdsbasis {
    /// Until 23: youth help until 18, prolonged youth help after it (Jeugdwet 1.1). Who has no known age counts.
    TotDrieentwintig,
}

/// An indicator.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Its key in addresses and exports.
    pub key: &'static str,
    /// Its name.
    pub naam: Tekst,
    /// What it is, exactly.
    pub definitie: Tekst,
    /// What to know before drawing a conclusion. It goes with every export.
    pub context: Tekst,
    /// What it counts.
    pub eenheid: Eenheid,
    /// The columns of the snapshot that it is made from.
    pub bron: &'static [Column],
    /// Which youths count.
    pub leeftijd: Leeftijdsbasis,
    /// For what it can be split.
    pub niveaus: &'static [Niveau],
    /// Months after the end of a period in which the figure may still change: messages come in late. Until then it is provisional.
    pub definitief_na: u8,
    reken: fn(&Vraag<'_>) -> Result<Vec<Cel>, SnapshotFout>,
}

impl Indicator {
    /// The indicator with a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        INDICATOREN.iter().find(|indicator| indicator.key == key)
    }

    /// Calculates it.
    pub fn bereken(&self, vraag: &Vraag<'_>) -> Result<Tabel, SnapshotFout> {
        if !self.niveaus.contains(&vraag.niveau) {
            return Err(SnapshotFout::Question("this indicator is not split this way"));
        }
        let cellen = (self.reken)(vraag)?;
        Ok(Tabel {
            sleutels: vraag.niveau.keys(vraag.snapshot),
            perioden: vraag.perioden.days().collect(),
            voorlopig: vraag.provisional(self.definitief_na),
            cellen,
        })
    }
}
