//! Numbers and days: the few conversions that the compiler wants to see argued once.

use jiff::civil::{Date, date};

/// A whole number from a non-negative one, rounded; 0 when it is negative or not a number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the range of u32 first"
)]
pub(super) fn whole(value: f64) -> u32 {
    (value + 0.5).clamp(0.0, f64::from(u32::MAX)) as u32
}

/// A whole number of days, rounded towards zero.
#[expect(clippy::cast_possible_truncation, reason = "clamped to a century and a half either way first")]
pub(super) fn days(value: f64) -> i32 {
    value.clamp(-55_000.0, 55_000.0) as i32
}

/// A day, counted from 1 January 1970. Arithmetic on it is plain addition, which is what the generator does most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Dag(pub(super) i32);

const EPOCH: Date = date(1970, 1, 1);

impl Dag {
    /// The day of a civil date.
    pub(super) fn of(date: Date) -> Self {
        Self((date - EPOCH).get_days())
    }

    /// The civil date (after H. Hinnant, "chrono-compatible low-level date algorithms").
    pub(super) fn date(self) -> Date {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        let narrow = |n: i32| i8::try_from(n).unwrap_or(1);
        Date::new(i16::try_from(year).unwrap_or(1970), narrow(month), narrow(day)).unwrap_or(EPOCH)
    }

    /// So many days later.
    pub(super) const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The day itself, or the Monday after a Saturday or Sunday.
    pub(super) const fn workday(self) -> Self {
        // 1 January 1970 was a Thursday.
        match (self.0 + 3).rem_euclid(7) {
            5 => self.plus(2),
            6 => self.plus(1),
            _ => self,
        }
    }

    /// So many working days later; national holidays are not taken out.
    pub(super) fn plus_workdays(self, days: u32) -> Self {
        (0..days).fold(self.workday(), |day, _| day.plus(1).workday())
    }

    /// So many working days earlier.
    pub(super) fn back_workdays(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| match day.plus(-1) {
            sunday if sunday.workday() == sunday.plus(1) => sunday.plus(-2),
            saturday if saturday.workday() == saturday.plus(2) => saturday.plus(-1),
            weekday => weekday,
        })
    }

    /// The same day of the year, so many years later (29 February becomes 1 March).
    pub(super) fn plus_years(self, years: i16) -> Self {
        let date = self.date();
        let moved = Date::new(date.year() + years, date.month(), date.day());
        moved.map_or_else(|_| Self::of(date.last_of_month()).plus(1 + 365 * i32::from(years)), Self::of)
    }
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Maand {
    /// Its first day.
    pub(super) first: Dag,
    /// Its last day.
    pub(super) last: Dag,
}

impl Maand {
    /// The month in which a day lies.
    pub(super) fn of(day: Dag) -> Self {
        let date = day.date();
        Self { first: Dag::of(date.first_of_month()), last: Dag::of(date.last_of_month()) }
    }

    /// The month after it.
    pub(super) fn next(self) -> Self {
        Self::of(self.last.plus(1))
    }

    /// The month before it.
    pub(super) fn previous(self) -> Self {
        Self::of(self.first.plus(-1))
    }

    /// Its number of days.
    pub(super) const fn days(self) -> i32 {
        self.last.0 - self.first.0 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_a_century_comes_back() {
        let mut day = Dag::of(date(1950, 1, 1));
        let mut civil = date(1950, 1, 1);
        while civil < date(2050, 1, 1) {
            assert_eq!(day.date(), civil);
            let weekend =
                matches!(civil.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
            assert_eq!(day.workday() != day, weekend);
            day = day.plus(1);
            civil = civil.tomorrow().unwrap();
        }
    }

    #[test]
    fn months_and_years() {
        let leap = Dag::of(date(2024, 2, 29));
        assert_eq!(leap.plus_years(1).date(), date(2025, 3, 1));
        assert_eq!(leap.plus_years(4).date(), date(2028, 2, 29));
        let maand = Maand::of(leap);
        assert_eq!((maand.days(), maand.next().days(), maand.previous().days()), (29, 31, 31));
        assert_eq!(Dag::of(date(2026, 5, 1)).plus_workdays(1).date(), date(2026, 5, 4));
        assert_eq!(Dag::of(date(2026, 5, 5)).back_workdays(3).date(), date(2026, 4, 30));
        assert_eq!((whole(-1.0), whole(2.5), whole(f64::NAN), days(-1.9)), (0, 3, 0, -1));
    }
}
