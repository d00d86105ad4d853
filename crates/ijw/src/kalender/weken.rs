//! Counting weeks and months in a period. Every period includes its first and its last day.

use jiff::ToSpan;
use jiff::civil::Weekday;

use crate::basis::Datum;

/// How many days a period has; none when it ends before it begins.
pub fn aantal_dagen(begin: Datum, einde: Datum) -> u64 {
    u64::try_from(begin.duration_until(einde).as_hours() / 24 + 1).unwrap_or_default()
}

/// How many calendar months a period touches.
pub fn aantal_maanden(begin: Datum, einde: Datum) -> u64 {
    let maanden = (i64::from(einde.year()) - i64::from(begin.year())) * 12 + i64::from(einde.month())
        - i64::from(begin.month())
        + 1;
    if begin > einde { 0 } else { u64::try_from(maanden).unwrap_or_default() }
}

/// How many distinct ISO weeks a period touches: the weeks that count for inspanning.
pub fn iso_weken(begin: Datum, einde: Datum) -> u64 {
    if begin > einde {
        return 0;
    }
    aantal_dagen(maandag(begin), maandag(einde)) / 7 + 1
}

/// How many Sundays a period has.
pub fn aantal_zondagen(begin: Datum, einde: Datum) -> u64 {
    let eerste = maandag(begin).saturating_add(6.days());
    if eerste > einde { 0 } else { (aantal_dagen(eerste, einde) - 1) / 7 + 1 }
}

/// The weeks that count for output in a ProductPeriode: its Sundays, and one for the rest of the last week when the
/// allocation does not end on a Sunday. That one counts where the last Sunday of the allocation lies, so that a later month
/// gets none for it; in an allocation without any Sunday it counts where the allocation begins.
pub fn output_weken(begin: Datum, einde: Datum, ingangsdatum: Datum, toewijzing_einde: Option<Datum>) -> u64 {
    let zondagen = aantal_zondagen(begin, einde);
    let Some(toewijzing_einde) = toewijzing_einde.filter(|einde| einde.weekday() != Weekday::Sunday) else {
        return zondagen;
    };
    let laatste = maandag(toewijzing_einde).saturating_sub(1.day()).max(ingangsdatum);
    zondagen + u64::from(begin <= laatste && laatste <= einde)
}

/// The ProductPeriode of a calendar month: the month cut to the allocation. None when they have no day in common.
pub fn productperiode(
    maand: Datum,
    ingangsdatum: Datum,
    toewijzing_einde: Option<Datum>,
) -> Option<(Datum, Datum)> {
    let begin = maand.first_of_month().max(ingangsdatum);
    let einde = toewijzing_einde.map_or(maand.last_of_month(), |einde| maand.last_of_month().min(einde));
    (begin <= einde).then_some((begin, einde))
}

/// The Monday of the week of a day.
fn maandag(dag: Datum) -> Datum {
    dag.saturating_sub(i64::from(dag.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// An allocation, its number of weeks, and per month the ISO weeks, the Sundays and the weeks for output.
    type Vector = (Datum, Datum, Option<u64>, &'static [(i8, u64, u64, u64)]);

    const VECTOREN: &[Vector] = &[
        (date(2025, 7, 7), date(2025, 9, 7), Some(9), &[(7, 4, 3, 3), (8, 5, 5, 5), (9, 1, 1, 1)]),
        (date(2025, 7, 7), date(2025, 9, 6), Some(9), &[(7, 4, 3, 3), (8, 5, 5, 6), (9, 1, 0, 0)]),
        (date(2025, 10, 7), date(2025, 12, 30), Some(13), &[(10, 4, 3, 3), (11, 5, 5, 5), (12, 5, 4, 5)]),
        (date(2025, 10, 1), date(2025, 12, 31), Some(14), &[(10, 5, 4, 4), (11, 5, 5, 5), (12, 5, 4, 5)]),
        (date(2026, 11, 12), date(2026, 12, 13), Some(5), &[(11, 4, 3, 3), (12, 2, 2, 2)]),
        (date(2026, 12, 28), date(2027, 1, 10), Some(2), &[(12, 1, 0, 0), (1, 2, 2, 2)]),
        (date(2026, 3, 1), date(2026, 3, 31), None, &[(3, 6, 5, 6)]),
    ];

    #[test]
    fn weeks_are_counted_as_in_the_table() {
        for (ingang, einde, totaal, maanden) in VECTOREN {
            if let Some(totaal) = totaal {
                assert_eq!(iso_weken(*ingang, *einde), *totaal, "{ingang}..{einde}");
                assert_eq!(maanden.iter().map(|(_, _, _, output)| output).sum::<u64>(), *totaal);
            }
            for (maand, iso, zondagen, output) in *maanden {
                let jaar = if *maand < ingang.month() { einde.year() } else { ingang.year() };
                let (van, tot) = productperiode(date(jaar, *maand, 1), *ingang, Some(*einde)).unwrap();
                assert_eq!(iso_weken(van, tot), *iso, "ISO weeks {van}..{tot}");
                assert_eq!(aantal_zondagen(van, tot), *zondagen, "Sundays {van}..{tot}");
                assert_eq!(output_weken(van, tot, *ingang, Some(*einde)), *output, "output {van}..{tot}");
            }
        }
    }

    #[test]
    fn an_allocation_without_a_sunday_has_one_week() {
        let (van, tot) = (date(2026, 6, 29), date(2026, 7, 3));
        assert_eq!(output_weken(van, date(2026, 6, 30), van, Some(tot)), 1);
        assert_eq!(output_weken(date(2026, 7, 1), tot, van, Some(tot)), 0);
        assert_eq!(output_weken(date(2026, 7, 1), date(2026, 7, 31), van, None), 4);
    }

    #[test]
    fn a_period_that_ends_before_it_begins_has_nothing() {
        let (van, tot) = (date(2026, 6, 29), date(2026, 6, 1));
        assert_eq!(aantal_dagen(van, tot), 0);
        assert_eq!(iso_weken(van, tot), 0);
        assert_eq!(aantal_zondagen(van, tot), 0);
        assert_eq!(aantal_maanden(van, tot), 0);
        assert_eq!(productperiode(date(2026, 6, 1), date(2026, 7, 1), None), None);
    }

    #[test]
    fn months_and_days_count_both_ends() {
        assert_eq!(aantal_dagen(date(2026, 3, 28), date(2026, 3, 30)), 3);
        assert_eq!(aantal_maanden(date(2025, 11, 30), date(2026, 1, 1)), 3);
        assert_eq!(
            productperiode(date(2026, 4, 20), date(2026, 4, 8), Some(date(2026, 6, 17))),
            Some((date(2026, 4, 8), date(2026, 4, 30)))
        );
    }
}
