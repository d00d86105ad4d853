//! Ways to put rows into buckets.

use std::fmt;

use jiff::civil::{Date, date};

use crate::snapshot::{Codes, Column, List, Snapshot, SnapshotFout, day_of, unix_day};

/// A value of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// There is none.
    Missing,
    /// A whole number; a day is days since 1970-01-01.
    Number(i32),
    /// A word.
    Word(&'a str),
}

impl Value<'_> {
    /// The day, when this is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Number(n) => day_of(n),
            _ => None,
        }
    }
}

type Bucket = dyn Fn(Value<'_>) -> Option<usize> + Send + Sync;

/// A way to put rows into buckets by the value of one column.
pub struct Axis {
    column: Column,
    buckets: usize,
    bucket: Box<Bucket>,
}

impl fmt::Debug for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Axis")
            .field("column", &self.column)
            .field("buckets", &self.buckets)
            .finish_non_exhaustive()
    }
}

impl Axis {
    /// Buckets by a rule of your own. What the rule puts at `buckets` or further does not count. The rule is asked once per
    /// different value of a part, not per row.
    pub fn new(
        column: Column,
        buckets: usize,
        bucket: impl Fn(Value<'_>) -> Option<usize> + Send + Sync + 'static,
    ) -> Self {
        Self { column, buckets, bucket: Box::new(bucket) }
    }

    /// A bucket for every number of a column, in the order of [`Snapshot::numbers`].
    pub fn numbers(snapshot: &Snapshot, column: Column) -> Self {
        let keys = snapshot.numbers(column).to_vec();
        Self::new(column, keys.len(), move |value| match value {
            Value::Number(n) => keys.binary_search(&n).ok(),
            _ => None,
        })
    }

    /// A bucket for every word of a column, in the order of [`Snapshot::words`].
    pub fn words(snapshot: &Snapshot, column: Column) -> Self {
        let keys = snapshot.words(column).to_vec();
        Self::new(column, keys.len(), move |value| match value {
            Value::Word(w) => keys.binary_search_by(|key| key.as_str().cmp(w)).ok(),
            _ => None,
        })
    }

    /// A bucket per year of a day, `count` of them from `first`.
    pub fn years(column: Column, first: i16, count: usize) -> Self {
        let origin = i32::from(first) * 12;
        Self::periods(column, (0_i32..).take(count + 1).map(|year| first_of(origin + year * 12)))
    }

    /// A bucket per month of a day, `count` of them from that of `first`.
    pub fn months(column: Column, first: Date, count: usize) -> Self {
        let origin = months_of(first);
        Self::periods(column, (origin..).take(count + 1).map(first_of))
    }

    /// A bucket for the days from each day until the day before the next; the last day only ends the last bucket.
    pub fn periods(column: Column, days: impl Iterator<Item = Date>) -> Self {
        let days: Vec<i32> = days.map(unix_day).collect();
        Self::new(column, days.len().saturating_sub(1), move |value| match value {
            Value::Number(n) => days.partition_point(|day| *day <= n).checked_sub(1),
            _ => None,
        })
    }

    /// One bucket for rows whose value fits.
    pub fn only(column: Column, fits: impl Fn(Value<'_>) -> bool + Send + Sync + 'static) -> Self {
        Self::new(column, 1, move |value| fits(value).then_some(0))
    }

    /// One bucket for rows whose day lies from `from` up to and including `until`.
    pub fn between(column: Column, from: Date, until: Date) -> Self {
        let days = unix_day(from)..=unix_day(until);
        Self::only(column, move |value| matches!(value, Value::Number(n) if days.contains(&n)))
    }

    /// The column.
    pub fn column(&self) -> Column {
        self.column
    }

    /// How many buckets.
    pub fn buckets(&self) -> usize {
        self.buckets
    }

    /// The bucket of every value of a list, times `stride`, and that of a missing value behind it. [`OUT`] for none.
    pub(super) fn table(&self, list: &List, stride: usize) -> Vec<u32> {
        let place = |value: Value<'_>| {
            (self.bucket)(value)
                .filter(|bucket| *bucket < self.buckets)
                .and_then(|bucket| u32::try_from(bucket * stride).ok())
                .unwrap_or(OUT)
        };
        match list {
            List::Values(values) => {
                values.iter().map(|n| Value::Number(*n)).chain([Value::Missing]).map(place).collect()
            }
            List::Words(words) => {
                words.iter().map(|w| Value::Word(w)).chain([Value::Missing]).map(place).collect()
            }
        }
    }
}

/// Months since the year 0.
pub(crate) fn months_of(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// The first day of a month.
pub(crate) fn first_of(months: i32) -> Date {
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX).clamp(1, 9999);
    let month = i8::try_from(months.rem_euclid(12)).unwrap_or(0) + 1;
    Date::new(year, month, 1).unwrap_or(date(1, 1, 1))
}

/// A place outside every cell, also when a few of them are added up.
pub(super) const OUT: u32 = 1 << 28;

/// The number of cells of axes together.
pub(super) fn cells(axes: &[Axis]) -> Result<usize, SnapshotFout> {
    axes.iter()
        .try_fold(1_usize, |cells, axis| cells.checked_mul(axis.buckets))
        .filter(|cells| *cells < OUT as usize && axes.len() < 16)
        .ok_or(SnapshotFout::Question("more cells than 268 million"))
}

/// The value of every entry of a list, by `of`, and `missing` behind it.
pub(super) fn mapped<T>(codes: &Codes, missing: T, of: impl FnMut(i32) -> T) -> Result<Vec<T>, SnapshotFout> {
    match &codes.list {
        List::Values(values) => Ok(values.iter().copied().map(of).chain([missing]).collect()),
        List::Words(_) => Err(SnapshotFout::Question("words where numbers were expected")),
    }
}
