//! What is asked, and what comes back.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;
use stelsel::Hulpvorm;

use crate::kernel::{Axis, Grootsten, Periods, Value, Verzameling, Volume};
use crate::snapshot::{Column, Snapshot, vorm_key};

/// For what a figure is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Niveau {
    /// Not at all: everything in the snapshot.
    Regio,
    /// Responsible municipality.
    Gemeente,
    /// Neighbourhood.
    Wijk,
    /// School.
    School,
    /// Form of help.
    Vorm,
    /// Product.
    Product,
    /// Product category (national list JZ020).
    Categorie,
    /// Kind of referrer.
    Verwijzer,
    /// Provider.
    Aanbieder,
}

impl Niveau {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Regio,
        Self::Gemeente,
        Self::Wijk,
        Self::School,
        Self::Vorm,
        Self::Product,
        Self::Categorie,
        Self::Verwijzer,
        Self::Aanbieder,
    ];

    /// Its word in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Regio => "regio",
            Self::Gemeente => "gemeente",
            Self::Wijk => "wijk",
            Self::School => "school",
            Self::Vorm => "vorm",
            Self::Product => "product",
            Self::Categorie => "categorie",
            Self::Verwijzer => "verwijzer",
            Self::Aanbieder => "aanbieder",
        }
    }

    pub(crate) const fn column(self) -> Option<Column> {
        match self {
            Self::Regio => None,
            Self::Gemeente => Some(Column::Gemeente),
            Self::Wijk => Some(Column::Wijk),
            Self::School => Some(Column::School),
            Self::Vorm => Some(Column::Vorm),
            Self::Product => Some(Column::Product),
            Self::Categorie => Some(Column::Categorie),
            Self::Verwijzer => Some(Column::Verwijzer),
            Self::Aanbieder => Some(Column::Aanbieder),
        }
    }

    /// The codes or words of what it is split for, in the order of the outcome.
    pub fn keys(self, snapshot: &Snapshot) -> Vec<String> {
        let numbers = |column| snapshot.numbers(column).iter();
        match self {
            Self::Regio => vec![String::new()],
            Self::Gemeente => numbers(Column::Gemeente).map(|n| format!("{n:04}")).collect(),
            Self::Wijk => numbers(Column::Wijk).map(|n| format!("WK{n:06}")).collect(),
            Self::Categorie => numbers(Column::Categorie).map(ToString::to_string).collect(),
            Self::Aanbieder => numbers(Column::Aanbieder).map(|n| format!("{n:08}")).collect(),
            _ => self.column().map(|column| snapshot.words(column).to_vec()).unwrap_or_default(),
        }
    }

    pub(crate) fn axis(self, snapshot: &Snapshot) -> Option<Axis> {
        let column = self.column()?;
        Some(match self {
            Self::Gemeente | Self::Wijk | Self::Categorie | Self::Aanbieder => {
                Axis::numbers(snapshot, column)
            }
            _ => Axis::words(snapshot, column),
        })
    }
}

/// A question: which figures, split how, over which periods, of whom.
#[derive(Clone, Debug)]
pub struct Vraag<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// How many threads may help.
    pub threads: usize,
    /// Split for what.
    pub niveau: Niveau,
    /// Periods.
    pub perioden: Periods,
    /// Only these neighbourhoods, as numbers in ascending order: an area of one's own.
    pub gebied: Option<Vec<i32>>,
    /// Only one form of help.
    pub vorm: Option<Hulpvorm>,
    /// Only these ages on the first day of the allocation. Who has no known age then does not count.
    pub leeftijd: Option<RangeInclusive<u8>>,
}

/// What a value was made from, as far as disclosure control must know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grond {
    /// It is the number of youths.
    Telling,
    /// A part of a whole, or a number per youth.
    Verhouding {
        /// The part.
        deel: u64,
        /// The whole.
        geheel: u64,
    },
    /// A quantile of values of youths.
    Kwantiel(f64),
    /// An amount, and how much of it comes from one youth or one provider.
    Bedrag {
        /// By youth.
        jeugdige: Grootsten,
        /// By provider.
        aanbieder: Grootsten,
    },
    /// A part of the growth since the period before.
    Groei {
        /// The period.
        nu: Volume,
        /// The period before, where there is one to compare with.
        eerder: Option<Volume>,
        /// Which part.
        deel: Groeideel,
    },
}

/// A part of growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Groeideel {
    /// More youths.
    Nieuw,
    /// More stretches of help per youth.
    Meer,
    /// More days per stretch.
    Langer,
    /// More minutes per day.
    Zwaarder,
}

/// A value and the youths behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cel {
    /// The value, in the unit of the indicator. None where there is nothing to tell, or not yet.
    pub waarde: Option<f64>,
    /// Youths behind it.
    pub wie: Verzameling,
    /// What it was made from.
    pub grond: Grond,
}

/// What comes back. Not protected.
#[derive(Clone, Debug, PartialEq)]
pub struct Tabel {
    /// What it is split for.
    pub sleutels: Vec<String>,
    /// First day of each period.
    pub perioden: Vec<Date>,
    /// Whether the figures of a period may still change.
    pub voorlopig: Vec<bool>,
    /// Per key, per period.
    pub cellen: Vec<Cel>,
}

impl Vraag<'_> {
    /// The axis of what it is split for, and those of who counts.
    pub(super) fn axes(&self) -> Vec<Axis> {
        let wanted = self.leeftijd.clone();
        let mut axes: Vec<Axis> = self.niveau.axis(self.snapshot).into_iter().collect();
        axes.push(Axis::only(Column::Leeftijd, move |value| match (value, &wanted) {
            (Value::Number(years), None) => years < 23,
            (Value::Number(years), Some(range)) => {
                u8::try_from(years).is_ok_and(|years| range.contains(&years))
            }
            (_, range) => range.is_none(),
        }));
        if let Some(vorm) = self.vorm {
            axes.push(Axis::only(Column::Vorm, move |value| value == Value::Word(vorm_key(vorm))));
        }
        if let Some(wijken) = self.gebied.clone() {
            axes.push(Axis::only(
                Column::Wijk,
                move |value| matches!(value, Value::Number(n) if wijken.binary_search(&n).is_ok()),
            ));
        }
        axes
    }

    /// The same, per period of the day of a column.
    pub(super) fn axes_by(&self, column: Column) -> Vec<Axis> {
        let mut axes = self.axes();
        axes.push(self.perioden.axis(column));
        axes
    }

    /// First and last day of each period.
    pub(super) fn spans(&self) -> Vec<(Date, Date)> {
        let days: Vec<Date> = self.perioden.days().chain([self.perioden.end()]).collect();
        days.windows(2)
            .filter_map(|pair| match pair {
                [first, next] => Some((*first, next.yesterday().ok()?)),
                _ => None,
            })
            .collect()
    }

    pub(super) fn peildag(&self) -> Date {
        self.snapshot.manifest().herkomst.peildag
    }

    pub(super) fn provisional(&self, months: u8) -> Vec<bool> {
        let peildag = self.peildag();
        self.spans()
            .iter()
            .map(|(_, last)| last.saturating_add(i64::from(months).months()) > peildag)
            .collect()
    }
}
