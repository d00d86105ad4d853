//! Every calculation against a second one: straight from the definition, over the rows in a list, with sets.

use std::collections::{BTreeMap, BTreeSet};

use informatie::kernel::{
    Axis, Measure, Periods, Recurrence, Stretch, Verzameling, When, active, count, distinct, distinct_set,
    recurrence, spread, sum,
};
use informatie::snapshot::{Column, Snapshot, vorm_key};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::rows::{Own, Written, some_rows};

/// The cell of a row by neighbourhood and form, found by name.
pub(crate) fn place(snapshot: &Snapshot, row: &Own) -> Option<(usize, usize)> {
    let wijk = i32::try_from(row.wijk?.number()).unwrap();
    let wijken = snapshot.numbers(Column::Wijk);
    let vormen = snapshot.words(Column::Vorm);
    Some((
        wijken.iter().position(|w| *w == wijk).unwrap(),
        vormen.iter().position(|v| v == vorm_key(row.vorm)).unwrap(),
    ))
}

pub(crate) fn axes(snapshot: &Snapshot) -> [Axis; 2] {
    [Axis::numbers(snapshot, Column::Wijk), Axis::words(snapshot, Column::Vorm)]
}

pub(crate) fn flat(snapshot: &Snapshot, (wijk, vorm): (usize, usize)) -> usize {
    wijk * snapshot.words(Column::Vorm).len() + vorm
}

pub(crate) fn cells(snapshot: &Snapshot) -> usize {
    snapshot.numbers(Column::Wijk).len() * snapshot.words(Column::Vorm).len()
}

const MONTHS: usize = 40;

fn naive_active(snapshot: &Snapshot, rows: &[Own], first: Date, what: (Stretch, When)) -> Vec<u32> {
    let mut sets = vec![BTreeSet::new(); cells(snapshot) * MONTHS];
    for row in rows {
        let Some(cell) = place(snapshot, row) else { continue };
        for month in 0..MONTHS {
            let mut day = first.saturating_add(i32::try_from(month).unwrap().months());
            let last = day.last_of_month();
            if what.1 == When::LastDay {
                day = last;
            }
            // Day by day: slow, and hard to get wrong.
            while day <= last {
                let over = row.eind.is_some_and(|eind| eind < day);
                let within = match what.0 {
                    Stretch::Hulp => row.begin.is_some_and(|begin| begin <= day),
                    Stretch::Wachten => row.ingang <= day && row.begin.is_none_or(|begin| begin > day),
                };
                if within && !over {
                    sets[flat(snapshot, cell) * MONTHS + month].insert(row.client);
                }
                day = day.tomorrow().unwrap();
            }
        }
    }
    sets.iter().map(|set| u32::try_from(set.len()).unwrap()).collect()
}

fn naive_recurrence(snapshot: &Snapshot, rows: &[Own], before: Date, within: i64) -> Vec<Recurrence> {
    let mut found = vec![Recurrence::default(); cells(snapshot)];
    for row in rows {
        let (Some(cell), Some(_), Some(eind)) = (place(snapshot, row), row.begin, row.eind) else { continue };
        if eind >= before {
            continue;
        }
        let until = eind.saturating_add(within.days());
        let again = rows.iter().any(|other| {
            other.client == row.client && other.begin.is_some_and(|begin| begin > eind && begin <= until)
        });
        let cell = &mut found[flat(snapshot, cell)];
        cell.ended += 1;
        cell.again += u64::from(again);
    }
    found
}

/// A quantile by its definition, from sorted values.
fn naive_quantile(values: &[u16], share: f64) -> f64 {
    let rank = f64::from(u32::try_from(values.len() - 1).unwrap()) * share;
    let mut below = 0;
    while f64::from(u32::try_from(below + 1).unwrap()) <= rank {
        below += 1;
    }
    let above = (below + 1).min(values.len() - 1);
    let (low, high) = (f64::from(values[below]), f64::from(values[above]));
    low + (high - low) * (rank - f64::from(u32::try_from(below).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn youths_in_help_or_waiting_per_month(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let first = date(2022, 3, 1);
        let months = Periods::months(first, MONTHS).unwrap();
        prop_assert!(months.days().eq((0..40).map(|n: i32| first.saturating_add(n.months()))));
        for stretch in [Stretch::Hulp, Stretch::Wachten] {
            for when in [When::During, When::LastDay] {
                let found = active(&snapshot, 1, &axes(&snapshot), (stretch, when), &months).unwrap();
                prop_assert_eq!(found, naive_active(&snapshot, &rows, first, (stretch, when)), "{:?} {:?}", stretch, when);
            }
        }
    }

    #[test]
    fn amounts_and_rows_by_year_category_and_neighbourhood(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let years = Axis::years(Column::Begin, 2022, 4);
        let three = [Axis::numbers(&snapshot, Column::Wijk), Axis::numbers(&snapshot, Column::Categorie), years];
        let mut naive = BTreeMap::<(i32, i32, i16), (u64, u64)>::new();
        for row in &rows {
            let (Some(wijk), Some(categorie), Some(begin)) = (row.wijk, row.categorie, row.begin) else { continue };
            if (2022..2026).contains(&begin.year()) {
                let key = (i32::try_from(wijk.number()).unwrap(), i32::from(categorie), begin.year());
                let cell = naive.entry(key).or_default();
                cell.0 += u64::from(row.toegekend.unwrap_or(0));
                cell.1 += 1;
            }
        }
        let cents = sum(&snapshot, 1, &three, Column::Toegekend).unwrap();
        let counts = count(&snapshot, 1, &three).unwrap();
        let mut found = BTreeMap::new();
        let mut place = 0;
        for wijk in snapshot.numbers(Column::Wijk) {
            for categorie in snapshot.numbers(Column::Categorie) {
                for year in 2022..2026 {
                    if counts[place] > 0 {
                        found.insert((*wijk, *categorie, year), (cents[place], counts[place]));
                    }
                    place += 1;
                }
            }
        }
        prop_assert_eq!(place, counts.len());
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn different_youths_per_cell(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        // Four axes, of which two only choose: more than are added up at once.
        let [wijk, vorm] = axes(&snapshot);
        let four = [
            Axis::only(Column::Wet, |v| v == informatie::kernel::Value::Word("jeugdwet")),
            wijk,
            Axis::between(Column::Ingang, date(2022, 6, 1), date(2025, 6, 1)),
            vorm,
        ];
        let mut sets = vec![BTreeSet::new(); cells(&snapshot)];
        for row in &rows {
            let chosen = row.wet == "jeugdwet" && (date(2022, 6, 1)..=date(2025, 6, 1)).contains(&row.ingang);
            if let (true, Some(cell)) = (chosen, place(&snapshot, row)) {
                sets[flat(&snapshot, cell)].insert(row.client);
            }
        }
        let naive: Vec<u32> = sets.iter().map(|set| u32::try_from(set.len()).unwrap()).collect();
        prop_assert_eq!(distinct(&snapshot, 1, &four).unwrap(), naive);
        let keys: BTreeMap<u64, u64> = rows.iter().map(|row| (row.client, row.sleutel)).collect();
        let naive: Vec<Verzameling> = sets.iter().map(|set| Verzameling {
            jeugdigen: u32::try_from(set.len()).unwrap(),
            sleutels: set.iter().fold(0, |sum, client| sum.wrapping_add(keys[client])),
        }).collect();
        prop_assert_eq!(distinct_set(&snapshot, 2, &four).unwrap(), naive);
        let all = rows.iter().map(|row| row.client).collect::<BTreeSet<_>>().len();
        prop_assert_eq!(distinct(&snapshot, 1, &[]).unwrap(), [u32::try_from(all).unwrap()]);
    }

    #[test]
    fn help_that_begins_again(rows in some_rows(), group in 1..40_usize, within in 0..500_u16) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let before = date(2025, 1, 1);
        let found = recurrence(&snapshot, 1, &axes(&snapshot), before, within).unwrap();
        prop_assert_eq!(found, naive_recurrence(&snapshot, &rows, before, i64::from(within)));
    }

    #[test]
    fn quantiles_of_waits(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let mut values = vec![Vec::new(); cells(&snapshot)];
        for row in &rows {
            if let (Some(cell), Some(wacht)) = (place(&snapshot, row), row.wacht) {
                values[flat(&snapshot, cell)].push(wacht);
            }
        }
        let found = spread(&snapshot, 1, &axes(&snapshot), Measure::Column(Column::Wacht)).unwrap();
        prop_assert_eq!(found.cells(), values.len());
        let quantiles = found.quantiles([0.0, 0.25, 0.5, 0.9, 1.0]);
        for (cell, mut values) in values.into_iter().enumerate() {
            values.sort_unstable();
            prop_assert_eq!(found.count(cell), values.len());
            let naive = (!values.is_empty()).then(|| [0.0, 0.25, 0.5, 0.9, 1.0].map(|s| naive_quantile(&values, s)));
            prop_assert_eq!(quantiles[cell], naive);
        }
    }

    /// The same numbers on one thread and on more, in one part and in many.
    #[test]
    fn threads_and_parts_change_nothing(rows in some_rows()) {
        let one = Written::new(&rows, 1_000).open_kept();
        let many = Written::new(&rows, 1).open_kept();
        prop_assert!(many.1.parts() >= one.1.parts());
        let months = Periods::months(date(2022, 1, 1), 64).unwrap();
        let before = date(2025, 1, 1);
        let all = |snapshot: &Snapshot, threads: usize| {
            let axes = axes(snapshot);
            (
                active(snapshot, threads, &axes, (Stretch::Hulp, When::During), &months).unwrap(),
                distinct(snapshot, threads, &axes).unwrap(),
                sum(snapshot, threads, &axes, Column::Gedeclareerd).unwrap(),
                recurrence(snapshot, threads, &axes, before, 365).unwrap(),
                spread(snapshot, threads, &axes, Measure::Column(Column::Wacht)).unwrap().quantiles([0.5, 0.9]),
            )
        };
        let expected = all(&one.1, 1);
        for threads in [1, 2, 5] {
            prop_assert_eq!(&all(&many.1, threads), &expected);
        }
    }
}

#[test]
fn what_cannot_be_calculated_is_refused() {
    let (_home, snapshot) = Written::new(&[], 1).open_kept();
    assert!(Periods::months(date(2020, 1, 1), 65).is_err() && Periods::years(2020, 0).is_err());
    let huge = || Axis::new(Column::Wijk, 1 << 20, |_| None);
    assert!(count(&snapshot, 1, &[huge(), huge()]).is_err());
}
