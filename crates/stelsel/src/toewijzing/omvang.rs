//! How much help an allocation is, in one unit.

use jiff::civil::Date;

use super::Omvang;

impl Omvang {
    /// Minutes a week, rounded. A part of a day (dagdeel) is four hours, a day and night (etmaal) 1,440 minutes, a month a twelfth
    /// of 365.25 days. None for pieces and amounts, and for a total over an allocation without end.
    pub fn minuten_per_week(&self, ingang: Date, eind: Option<Date>) -> Option<u64> {
        let unit: u128 = match self.eenheid.as_str() {
            "01" => 1,
            "04" => 60,
            "14" => 1_440,
            "16" => 240,
            _ => return None,
        };
        let minutes = u128::from(u64::try_from(self.volume).ok()?) * unit;
        let (times, over): (u128, u128) = match self.frequentie.as_str() {
            "1" => (7, 1),
            "2" => (1, 1),
            // 12 months of the week, in days of a year.
            "4" => (12 * 7 * 100, 36_525),
            "6" => {
                let days = ingang.until(eind?).ok()?.get_days().checked_add(1).filter(|days| *days > 0)?;
                (7, u128::try_from(days).ok()?)
            }
            _ => return None,
        };
        u64::try_from((minutes * times + over / 2) / over).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn minutes_a_week_by_unit_and_frequency() {
        let (from, to) = (date(2026, 1, 1), Some(date(2026, 3, 11))); // Ten weeks.
        for (volume, eenheid, frequentie, expected) in [
            (90, "01", "2", Some(90)),
            (2, "04", "2", Some(120)),
            (30, "01", "1", Some(210)),
            (2, "14", "2", Some(2_880)),
            (7, "14", "2", Some(10_080)),
            (3, "16", "2", Some(720)),
            // 10 hours a month: 600 * 84 / 365.25 = 137.99.
            (10, "04", "4", Some(138)),
            (20, "04", "6", Some(120)),
            (5, "82", "2", None),
            (5, "84", "2", None),
            (100, "83", "6", None),
            (2, "04", "9", None),
            (-2, "04", "2", None),
            (i64::MAX, "14", "1", None),
        ] {
            let much = Omvang { volume, eenheid: eenheid.into(), frequentie: frequentie.into() };
            assert_eq!(much.minuten_per_week(from, to), expected, "{volume} {eenheid} {frequentie}");
        }
        let total = Omvang { volume: 20, eenheid: "04".into(), frequentie: "6".into() };
        assert_eq!(total.minuten_per_week(from, None), None, "a total over an open end has no week");
        assert_eq!(total.minuten_per_week(from, Some(date(2025, 1, 1))), None);
    }
}
