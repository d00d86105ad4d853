//! Periods in a row: months or years.

use jiff::civil::Date;

use super::axis::{Axis, first_of, months_of};
use crate::snapshot::{Column, SnapshotFout, unix_day};

/// Periods in a row, at most 64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    days: Vec<Date>,
    bounds: Vec<i32>,
}

impl Periods {
    /// `count` months from that of `first`.
    pub fn months(first: Date, count: usize) -> Result<Self, SnapshotFout> {
        Self::of(months_of(first), 1, count)
    }

    /// `count` calendar years from `first`.
    pub fn years(first: i16, count: usize) -> Result<Self, SnapshotFout> {
        Self::of(i32::from(first) * 12, 12, count)
    }

    /// `count` stretches of twelve months; the last one ends with the last month that is over on a day.
    pub fn twelve_months(until: Date, count: usize) -> Result<Self, SnapshotFout> {
        let over = months_of(until.tomorrow().unwrap_or(until));
        let back = i32::try_from(count).unwrap_or(0).saturating_mul(12);
        Self::of(over.saturating_sub(back), 12, count)
    }

    fn of(origin: i32, step: i32, count: usize) -> Result<Self, SnapshotFout> {
        if !(1..=64).contains(&count) {
            return Err(SnapshotFout::Question("1 to 64 periods are counted at once"));
        }
        let days: Vec<Date> = (0..).take(count + 1).map(|n| first_of(origin + n * step)).collect();
        let bounds = days.iter().map(|day| unix_day(*day)).collect();
        Ok(Self { days, bounds })
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.days.len() - 1
    }

    /// Never: there is at least one.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first day of each.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.days.iter().copied().take(self.len())
    }

    /// The day after the last.
    pub fn end(&self) -> Date {
        self.days.last().copied().unwrap_or(Date::MAX)
    }

    /// Buckets for the day of a column: one per period.
    pub fn axis(&self, column: Column) -> Axis {
        Axis::periods(column, self.days.iter().copied())
    }

    pub(super) fn all(&self) -> u64 {
        u64::MAX.checked_shr(u32::try_from(64 - self.len()).unwrap_or(64)).unwrap_or(0)
    }

    /// The periods from that of a day on, as bits.
    pub(super) fn on_from(&self, day: i32) -> u64 {
        self.at_least(self.bounds.partition_point(|first| *first <= day).saturating_sub(1))
    }

    /// The periods up to and including that of a day.
    pub(super) fn until(&self, day: i32) -> u64 {
        self.all() & !self.at_least(self.bounds.partition_point(|first| *first <= day))
    }

    /// The periods whose last day is no later than a day.
    pub(super) fn whole_until(&self, day: i32) -> u64 {
        // Its last day is the day before the first of the next.
        let begun = self.bounds.partition_point(|first| *first <= day.saturating_add(1));
        self.all() & !self.at_least(begun.saturating_sub(1))
    }

    fn at_least(&self, place: usize) -> u64 {
        self.all() & u32::try_from(place).ok().and_then(|n| u64::MAX.checked_shl(n)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn twelve_months_end_with_a_month_that_is_over() {
        for (until, end) in [
            (date(2026, 6, 29), date(2026, 6, 1)),
            (date(2026, 6, 30), date(2026, 7, 1)),
            (date(2026, 12, 31), date(2027, 1, 1)),
        ] {
            let periods = Periods::twelve_months(until, 3).unwrap();
            assert_eq!((periods.len(), periods.end()), (3, end));
            assert_eq!(periods.days().next().unwrap().year(), end.year() - 3);
        }
        assert!(Periods::twelve_months(date(2026, 6, 30), 0).is_err());
    }
}
