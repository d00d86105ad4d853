//! What comes back. Not protected: each series says how many youths are behind it, and what is shown goes through disclosure control.

use jiff::civil::Date;

use super::{Meldvertraging, Seizoen, Trend};
use crate::indicator::{Eenheid, Niveau};
use crate::kernel::Stretch;

/// What may be expected, with how sure that is. Each interval has as much chance below it as above it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// The mean.
    pub verwacht: f64,
    /// As likely more as less.
    pub midden: f64,
    /// Half of the time it lies within.
    pub helft: (f64, f64),
    /// Four out of five times.
    pub tachtig: (f64, f64),
    /// Nineteen out of twenty times.
    pub vijfennegentig: (f64, f64),
}

/// The shares below the bounds of a [`Band`], ascending.
pub(super) const SHARES: [f64; 7] = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

impl Band {
    /// From the mean and the values at [`SHARES`].
    pub(super) const fn new(verwacht: f64, at: [f64; 7]) -> Self {
        let [low95, low80, low50, midden, high50, high80, high95] = at;
        Self {
            verwacht,
            midden,
            helft: (low50, high50),
            tachtig: (low80, high80),
            vijfennegentig: (low95, high95),
        }
    }

    /// The same band so many times as large.
    #[must_use]
    pub fn maal(&self, factor: f64) -> Self {
        let two = |(low, high): (f64, f64)| (low * factor, high * factor);
        Self {
            verwacht: self.verwacht * factor,
            midden: self.midden * factor,
            helft: two(self.helft),
            tachtig: two(self.tachtig),
            vijfennegentig: two(self.vijfennegentig),
        }
    }
}

/// A month that was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verleden {
    /// Its first day.
    pub maand: Date,
    /// Youths who came, as far as is known.
    pub instroom: u32,
    /// Youths who came, with those who will turn out to have come: the same as `instroom` once everything is known.
    pub instroom_geschat: Band,
    /// Youths who were there on its last day, as far as is known.
    pub stand: u32,
}

/// A month to come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verwachting {
    /// Its first day.
    pub maand: Date,
    /// Youths who come.
    pub instroom: Band,
    /// Youths who are there on its last day.
    pub stand: Band,
}

/// A forecast of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Verloop {
    /// What was, oldest first.
    pub verleden: Vec<Verleden>,
    /// What is to come, the next month first.
    pub komend: Vec<Verwachting>,
    /// Youths who come in each twelve months to come together.
    pub jaren: Vec<Band>,
    /// Youths who are there now, with ends and beginnings that are not known yet reckoned with.
    pub nu: Band,
    /// Season, as far as believed.
    pub seizoen: Seizoen,
    /// Growth, as far as believed.
    pub trend: Trend,
    /// Months after which half of those who come have left; `None` when that takes longer than ten years.
    pub halve_duur: Option<f64>,
    /// How much of a month is known after how many months.
    pub vertraging: Meldvertraging,
}

/// Why there is too little to forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeWeinig {
    /// Fewer months than a year since the first.
    Maanden,
    /// Fewer beginnings than ten.
    Aantal,
    /// Nothing in the last twelve months.
    Stil,
}

impl TeWeinig {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Maanden => "voorspelling-te-weinig-maanden",
            Self::Aantal => "voorspelling-te-weinig-aantal",
            Self::Stil => "voorspelling-te-weinig-stil",
        }
    }
}

/// A series: of one neighbourhood, provider, …
#[derive(Clone, Debug, PartialEq)]
pub struct Reeksvoorspelling {
    /// Its code or word, as of [`Niveau::keys`].
    pub sleutel: String,
    /// Youths behind it in the last twelve months: what disclosure control looks at.
    pub jeugdigen: u32,
    /// The forecast, or why there is none.
    pub uitkomst: Result<Box<Verloop>, TeWeinig>,
}

/// A forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Voorspelling {
    /// Split for what.
    pub niveau: Niveau,
    /// Of youths in help, or of youths who wait.
    pub stroom: Stretch,
    /// What the numbers count.
    pub eenheid: Eenheid,
    /// The last month of which it knows anything.
    pub laatste: Date,
    /// Keys of what was assumed.
    pub aannames: &'static [&'static str],
    /// The series, in the order of their keys.
    pub reeksen: Vec<Reeksvoorspelling>,
}

/// What every forecast assumes: keys of words.
pub const AANNAMES: &[&str] = &[
    // The future is like the past, but for chance: no new law, price or provider.
    "aanname-zelfde-beleid",
    // Reporting delay stays as it was.
    "aanname-meldvertraging-gelijk",
    // The end of help becomes known as late as its beginning did.
    "aanname-eind-zoals-begin",
    // Growth levels off.
    "aanname-groei-dempt",
    // Help lasts as long as in the past three years, give or take a twentieth.
    "aanname-duur-gelijk",
];

/// What forecasts of waiting assume on top of it: keys of words.
pub const AANNAMES_WACHTEN: &[&str] = &[
    "aanname-zelfde-beleid",
    "aanname-meldvertraging-gelijk",
    "aanname-groei-dempt",
    // Places come free as fast as in the past three years.
    "aanname-plekken-gelijk",
];
