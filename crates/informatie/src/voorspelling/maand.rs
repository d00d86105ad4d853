//! Months as numbers in a row.

use jiff::civil::Date;

use crate::kernel::{first_of, months_of};
use crate::snapshot::{day_of, unix_day};

/// The month of a day since 1970-01-01, as months since the year 0. By whole numbers (Hinnant, days from civil), for it is asked of
/// every row.
pub(crate) const fn month_of(day: i32) -> i32 {
    let z = day.saturating_add(719_468);
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let (month, carry) = if march < 10 { (march + 2, 0) } else { (march - 10, 1) };
    (year + era * 400 + carry) * 12 + month
}

/// The first day of a month.
pub(crate) fn first_day(month: i32) -> Date {
    first_of(month)
}

/// The last day of a month, as days since 1970-01-01.
pub(crate) fn last_day(month: i32) -> i32 {
    unix_day(first_of(month + 1)) - 1
}

/// Days of a month as a share of a mean month.
pub(super) fn length(month: i32) -> f64 {
    f64::from(last_day(month) - last_day(month - 1)) / 30.436_875
}

/// The last month that was over on a day.
pub(crate) fn last_whole(day: Date) -> i32 {
    let next = day_of(unix_day(day).saturating_add(1)).unwrap_or(day);
    months_of(next) - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_month_of_every_day_is_that_of_the_calendar() {
        for day in -4_000..70_000 {
            assert_eq!(month_of(day), months_of(day_of(day).unwrap()));
        }
        assert_eq!(first_day(last_whole(date(2026, 6, 30))), date(2026, 6, 1));
        assert_eq!(first_day(last_whole(date(2026, 6, 29))), date(2026, 5, 1));
        assert_eq!(day_of(last_day(2026 * 12 + 1)), Some(date(2026, 2, 28)));
    }
}
