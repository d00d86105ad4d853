//! A stretch of days, both ends included.

use jiff::civil::Date;

use crate::Ongeldig;

/// From a day up to and including a day, or open ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Periode {
    from: Date,
    to: Option<Date>,
}

impl Periode {
    /// Makes a period; the end may not lie before the beginning.
    pub fn new(from: Date, to: Option<Date>) -> Result<Self, Ongeldig> {
        if to.is_some_and(|end| end < from) { Err(Ongeldig::Periode) } else { Ok(Self { from, to }) }
    }

    /// First day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// Last day, if there is one.
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether the day lies in the period.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|end| day <= end)
    }

    /// Whether two periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        other.to.is_none_or(|end| self.from <= end) && self.to.is_none_or(|end| other.from <= end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn ends_are_included() {
        let march = Periode::new(date(2026, 3, 1), Some(date(2026, 3, 31))).unwrap();
        assert!(march.contains(date(2026, 3, 1)) && march.contains(date(2026, 3, 31)));
        assert!(!march.contains(date(2026, 4, 1)));
        assert_eq!(Periode::new(date(2026, 3, 2), Some(date(2026, 3, 1))), Err(Ongeldig::Periode));
    }

    proptest! {
        #[test]
        fn overlap_means_a_shared_day(a in 0..40_i64, la in 0..20_i64, b in 0..40_i64, lb in 0..20_i64) {
            let day = |n: i64| date(2026, 1, 1).saturating_add(n.days());
            let one = Periode::new(day(a), Some(day(a + la))).unwrap();
            let two = Periode::new(day(b), Some(day(b + lb))).unwrap();
            let shared = (0..80).any(|n| one.contains(day(n)) && two.contains(day(n)));
            prop_assert_eq!(one.overlaps(two), shared);
            prop_assert_eq!(two.overlaps(one), shared);
        }
    }
}
