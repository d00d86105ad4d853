//! What a snapshot says of a region, as one plain table: who comes, who is there, how long help and waiting last, where one goes after it, what a
//! day costs. Each with an interval of 95 per cent. A model can be set by it (`docs/model.md`).
//!
//! The unit is a *stretch*: a youth in one kind of help, pauses of a month included. What became known after the moment that is asked does not
//! count, so that the same table can be made of any earlier month ([`Episoden::tot`]) and held against what came ([`Episoden::jaar`]).

mod duur;
mod jaar;
mod meting;
mod stuk;
mod tabel;

pub use duur::Duur;
pub use jaar::Jaarcijfers;
pub use meting::Meting;
pub use tabel::{Overgang, Regiowaarneming, Soortwaarneming};

use jiff::civil::Date;
use stelsel::Hulpvorm;

use crate::kernel::{Axis, NOOIT, Rij, Value, rijen};
use crate::snapshot::{Column, Snapshot, SnapshotFout, vorm_key};
use crate::voorspelling::maand::{first_day, last_day, last_whole, month_of};

/// A kind of help that is told apart. Youth protection, probation and what has no form are in none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Soort {
    /// Ambulant help and day treatment.
    Ambulant,
    /// Youth ggz.
    Ggz,
    /// Staying elsewhere, foster care included.
    Verblijf,
    /// Crisis help.
    Crisis,
}

impl Soort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ambulant, Self::Ggz, Self::Verblijf, Self::Crisis];

    /// Its name.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Ambulant => "ambulant",
            Self::Ggz => "ggz",
            Self::Verblijf => "verblijf",
            Self::Crisis => "crisis",
        }
    }

    /// Of a form of help.
    pub const fn of(vorm: Hulpvorm) -> Option<Self> {
        match vorm {
            Hulpvorm::Ambulant | Hulpvorm::Dagbehandeling => Some(Self::Ambulant),
            Hulpvorm::JeugdGgz => Some(Self::Ggz),
            Hulpvorm::Pleegzorg | Hulpvorm::Verblijf => Some(Self::Verblijf),
            Hulpvorm::Crisis => Some(Self::Crisis),
            Hulpvorm::Jeugdbescherming | Hulpvorm::Jeugdreclassering | Hulpvorm::Overig => None,
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Hulpvorm::ALL.into_iter().find(|vorm| vorm_key(*vorm) == word).and_then(Self::of)
    }
}

/// By age, twelve and older second; not known third.
const LEEFTIJDEN: usize = 3;
/// By general practitioner or specialist, by a certified institution, otherwise.
const WEGEN: usize = 3;

/// The episodes of a snapshot in the kinds of help that are told apart.
#[derive(Clone, Debug)]
pub struct Episoden {
    naam: String,
    rijen: Vec<Rij>,
    /// The last month that was over on the day of the figures.
    laatste: i32,
    /// The month in which the first beginning became known: beginnings before it were told of when the register began.
    eerste: i32,
}

impl Episoden {
    /// Reads them.
    pub fn lees(snapshot: &Snapshot, threads: usize) -> Result<Self, SnapshotFout> {
        let axes = [
            Axis::new(Column::Vorm, Soort::ALL.len(), |value| match value {
                Value::Word(word) => Soort::of_word(word).map(|soort| soort as usize),
                _ => None,
            }),
            Axis::new(Column::Leeftijd, LEEFTIJDEN, |value| match value {
                Value::Number(age) => Some(usize::from(age >= 12)),
                _ => Some(2),
            }),
            Axis::new(Column::Verwijzer, WEGEN, |value| match value {
                Value::Word("huisarts" | "poh" | "specialist") => Some(0),
                Value::Word("gi") => Some(1),
                _ => Some(2),
            }),
        ];
        let rijen = rijen(snapshot, threads, &axes)?;
        let laatste = last_whole(snapshot.manifest().herkomst.peildag);
        let told = rijen.iter().filter(|row| row.begin != NOOIT).map(|row| month_of(row.gemeld));
        Ok(Self { naam: snapshot.name().to_owned(), eerste: told.min().unwrap_or(laatste), rijen, laatste })
    }

    /// The last month of which everything that was told is in it, as months since the year 0.
    pub const fn laatste(&self) -> i32 {
        self.laatste
    }

    /// The first month of which beginnings were told as they came.
    pub const fn eerste(&self) -> i32 {
        self.eerste
    }

    /// The last day of a month.
    pub fn eind_van(maand: i32) -> Date {
        crate::snapshot::day_of(last_day(maand)).unwrap_or_else(|| first_day(maand))
    }

    /// What was known at the end of a month.
    pub fn tot(&self, maand: i32) -> Regiowaarneming {
        tabel::tabel(self, maand.min(self.laatste))
    }

    /// What came in the twelve months from `eerste` on, as it is known now.
    pub fn jaar(&self, eerste: i32) -> Jaarcijfers {
        jaar::jaar(self, eerste)
    }
}
