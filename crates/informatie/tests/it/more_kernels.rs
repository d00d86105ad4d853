//! The calculations that follow a youth or a queue, against a second computation over the rows in a list.

use std::collections::{BTreeMap, BTreeSet};

use informatie::kernel::{
    Axis, Breadth, Chains, Cost, Measure, Value, Verzameling, Volume, breadth, chains, cost, spread,
    survival, volume,
};
use informatie::snapshot::{Column, EpisodeStand, unix_day};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::kernels::{axes, cells, flat, place};
use crate::rows::{Own, PEILDAG, Written, some_rows};

fn by_youth(rows: &[Own]) -> BTreeMap<u64, Vec<&Own>> {
    let mut out = BTreeMap::<u64, Vec<&Own>>::new();
    for row in rows {
        out.entry(row.client).or_default().push(row);
    }
    out
}

fn light(row: &Own) -> bool {
    row.minuten.is_some_and(|minutes| minutes <= 300)
}

/// The youth of a row.
fn one(row: &Own) -> Verzameling {
    Verzameling { jeugdigen: 1, sleutels: row.sleutel }
}

/// Links in order, each chain as long as it goes; what is open at the end reaches forever.
fn naive_chains(rows: &[Own], gap: i32, least: usize) -> Chains {
    let mut found = Chains::default();
    for of_one in by_youth(rows).values() {
        let mut links: Vec<(Date, Date)> = of_one
            .iter()
            .filter(|row| light(row))
            .filter_map(|row| Some((row.begin?, row.eind.unwrap_or(date(2100, 1, 1)))))
            .collect();
        links.sort_unstable();
        let mut chains = Vec::<Vec<(Date, Date)>>::new();
        for link in links {
            let fits = |chain: &Vec<(Date, Date)>| {
                chain.iter().any(|(_, last)| unix_day(link.0) - unix_day(*last) <= gap)
            };
            match chains.last_mut().filter(|chain| fits(chain)) {
                Some(chain) => chain.push(link),
                None => chains.push(vec![link]),
            }
        }
        chains.retain(|chain| chain.len() >= least);
        found.ketens += chains.len() as u64;
        found.schakels += chains.iter().map(|chain| chain.len() as u64).sum::<u64>();
        if !chains.is_empty() {
            found.wie += one(of_one[0]);
        }
    }
    found
}

/// Kaplan and Meier with fractions of whole numbers: the share that still waits is a product of fractions, kept as such.
fn naive_wait(started: &[u16], waiting: &[u16], percent: u64) -> Option<u16> {
    let (mut above, mut below) = (1_u128, 1_u128);
    let days: BTreeSet<u16> = started.iter().copied().collect();
    for day in days {
        let at_risk = started.iter().chain(waiting).filter(|wait| **wait >= day).count() as u128;
        let events = started.iter().filter(|wait| **wait == day).count() as u128;
        above *= at_risk - events;
        below *= at_risk;
        let shared = (1..=97).rev().find(|n| above % n == 0 && below % n == 0).unwrap_or(1);
        (above, below) = (above / shared, below / shared);
        if above * 100 <= below * (100 - u128::from(percent)) {
            return Some(day);
        }
    }
    None
}

fn days_between(from: Date, until: Date) -> u16 {
    u16::try_from(unix_day(until) - unix_day(from)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn chains_of_light_help(rows in some_rows(), group in 1..40_usize, gap in 0..200_u16, least in 1..4_u8) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let only = [Axis::only(Column::Minuten, |v| matches!(v, Value::Number(0..=300)))];
        let found = chains(&snapshot, 2, &only, gap, least).unwrap();
        prop_assert_eq!(&found, &[naive_chains(&rows, i32::from(gap), usize::from(least))]);
        // Per neighbourhood there are as many, but each youth may count in more than one.
        let wijk = Axis::new(Column::Wijk, 9, |v| match v {
            Value::Number(n) => usize::try_from(n % 9).ok(),
            _ => Some(0),
        });
        let [only] = only;
        let split = chains(&snapshot, 1, &[wijk, only], gap, least).unwrap();
        prop_assert_eq!(split.iter().map(|c| (c.ketens, c.schakels)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1)),
            (found[0].ketens, found[0].schakels));
        prop_assert!(split.iter().map(|c| c.wie.jeugdigen).sum::<u32>() >= found[0].wie.jeugdigen);
    }

    #[test]
    fn different_providers_per_youth(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let mut naive = vec![Breadth::default(); cells(&snapshot)];
        for of_one in by_youth(&rows).values() {
            let mut per_cell = BTreeMap::<usize, BTreeSet<u32>>::new();
            for row in of_one {
                if let Some(cell) = place(&snapshot, row) {
                    per_cell.entry(flat(&snapshot, cell)).or_default().insert(row.aanbieder.number());
                }
            }
            for (cell, providers) in per_cell {
                naive[cell].samen += providers.len() as u64;
                naive[cell].jeugdigen[providers.len().min(4) - 1] += 1;
                naive[cell].wie += one(of_one[0]);
            }
        }
        prop_assert_eq!(breadth(&snapshot, 2, &axes(&snapshot), Column::Aanbieder).unwrap(), naive);
        // Of a column that misses values: youths without any are not there.
        let known: BTreeSet<u64> = rows.iter().filter(|r| r.school.is_some()).map(|r| r.client).collect();
        let schools = breadth(&snapshot, 1, &[], Column::School).unwrap();
        prop_assert_eq!(schools[0].aantal() as usize, known.len());
    }

    #[test]
    fn amounts_granted_claimed_and_to_come(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let mut naive = vec![Cost::default(); cells(&snapshot)];
        for row in &rows {
            let Some(cell) = place(&snapshot, row) else { continue };
            let cell = &mut naive[flat(&snapshot, cell)];
            let claimed = u64::from(row.gedeclareerd);
            cell.gedeclareerd += claimed;
            let over = matches!(row.stand, EpisodeStand::Gestopt | EpisodeStand::Vervallen);
            match row.toegekend.map(u64::from) {
                None => cell.zonder_bedrag += 1,
                Some(granted) if over => {
                    cell.toegekend += granted;
                    cell.af_toegekend += granted;
                    cell.af_gedeclareerd += claimed;
                }
                Some(granted) => {
                    cell.toegekend += granted;
                    cell.lopend_toegekend += granted;
                    cell.lopend_gedeclareerd += claimed;
                }
            }
        }
        let found = cost(&snapshot, 2, &axes(&snapshot)).unwrap();
        prop_assert_eq!(&found, &naive);
        for cell in found {
            let expected = cell.verwacht(&cell);
            prop_assert!(expected >= cell.gedeclareerd);
            if cell.af_toegekend > 0 {
                // Rounded to the nearest cent.
                let used = cell.lopend_toegekend as f64 * cell.af_gedeclareerd as f64 / cell.af_toegekend as f64;
                let more = (used - cell.lopend_gedeclareerd as f64).max(0.0);
                prop_assert!((expected as f64 - cell.gedeclareerd as f64 - more).abs() <= 0.51);
            }
        }
    }

    #[test]
    fn durations_and_waits_until_now(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let sorted = |mut values: Vec<u16>| {
            values.sort_unstable();
            values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>()
        };
        let lengths =
            sorted(rows.iter().filter_map(|r| Some(days_between(r.begin?, r.eind?) + 1)).collect());
        let until = |row: &Own| row.eind.map_or(PEILDAG, |eind| eind.min(PEILDAG));
        // What is to begin after the day of the figures is not waited for yet.
        let waiting = rows.iter().filter(|r| r.begin.is_none() && r.ingang <= until(r));
        let waits: Vec<u16> = waiting.map(|r| days_between(r.ingang, until(r))).collect();
        let waits = sorted(waits);
        let measures = [(Measure::Duur, lengths), (Measure::WachtTot(unix_day(PEILDAG)), waits)];
        for (measure, values) in measures {
            let found = spread(&snapshot, 1, &[], measure).unwrap();
            prop_assert_eq!(found.count(0), values.len());
            let [least, most] = found.quantiles([0.0, 1.0])[0].unwrap_or_default();
            prop_assert_eq!((least, most), (
                values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0)));
        }
    }

    #[test]
    fn waits_of_those_who_started_and_those_who_did_not(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let found = survival(&snapshot, 2, &axes(&snapshot)).unwrap();
        let mut lists = vec![(Vec::new(), Vec::new()); cells(&snapshot)];
        for row in &rows {
            let Some(cell) = place(&snapshot, row) else { continue };
            let (started, waiting) = &mut lists[flat(&snapshot, cell)];
            match (row.begin, row.eind) {
                (Some(begin), _) => started.push(days_between(row.ingang, begin)),
                _ if row.ingang > PEILDAG => {}
                (None, eind) => waiting.push(days_between(row.ingang, eind.map_or(PEILDAG, |e| e.min(PEILDAG)))),
            }
        }
        for (cell, (started, waiting)) in lists.iter().enumerate() {
            prop_assert_eq!(found.count(cell), (started.len(), waiting.len()));
            let naive = [25, 50, 90].map(|percent| naive_wait(started, waiting, percent));
            prop_assert_eq!(found.quantiles(cell, [0.25, 0.5, 0.9]), naive, "{:?} {:?}", started, waiting);
        }
    }

    #[test]
    fn growth_is_made_of_four_parts(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        let year = |n: i16| (date(n, 1, 1), date(n, 12, 31));
        let naive = |(from, until): (Date, Date)| {
            let mut youths = BTreeSet::new();
            let mut sum = Volume::default();
            for row in &rows {
                let Some(begin) = row.begin else { continue };
                let days = (0..366)
                    .map(|n| from.saturating_add(jiff::SignedDuration::from_hours(24 * n)))
                    .filter(|day| *day <= until && *day >= begin && row.eind.is_none_or(|eind| eind >= *day))
                    .count() as u64;
                match row.minuten {
                    _ if days == 0 => {}
                    None => sum.zonder += 1,
                    Some(minutes) => {
                        youths.insert(row.sleutel);
                        sum.episoden += 1;
                        sum.dagen += days;
                        sum.dagminuten += days * u64::from(minutes);
                    }
                }
            }
            for sleutels in youths {
                sum.wie += Verzameling { jeugdigen: 1, sleutels };
            }
            sum
        };
        let own = |(from, until): (Date, Date)| {
            volume(&snapshot, 2, &[], (unix_day(from), unix_day(until))).unwrap()[0]
        };
        let (before, after) = (own(year(2023)), own(year(2024)));
        prop_assert_eq!((before, after), (naive(year(2023)), naive(year(2024))));
        if let Some(growth) = after.groei(&before) {
            let whole = after.dagminuten as f64 / before.dagminuten as f64 - 1.0;
            let sum = growth.nieuw + growth.meer + growth.langer + growth.zwaarder;
            prop_assert!((sum - whole).abs() < 1e-9 * whole.abs().max(1.0), "{growth:?} is not {whole}");
            // The other way round it is the same step, seen from the other side.
            let back = before.groei(&after).unwrap();
            let scale = after.dagminuten as f64 / before.dagminuten as f64;
            prop_assert!((growth.nieuw + back.nieuw * scale).abs() < 1e-9 * scale.max(1.0));
        } else {
            prop_assert!(before.dagminuten == 0 || after.dagminuten == 0);
        }
    }
}

/// Worked out by hand: four children, of whom two start after 3 and 10 days and two still wait after 5 and 20.
#[test]
fn kaplan_and_meier_by_hand() {
    // After 3 days 3/4 wait. On day 10 two are left of whom one starts: 3/4 x 1/2 = 3/8.
    assert_eq!(naive_wait(&[3, 10], &[5, 20], 25), Some(3));
    assert_eq!(naive_wait(&[3, 10], &[5, 20], 50), Some(10));
    assert_eq!(naive_wait(&[3, 10], &[5, 20], 63), None);
    // On the same day: who waits is still there.
    assert_eq!(naive_wait(&[5], &[5], 50), Some(5));
}

/// Only one thing changes: it gets all of the growth.
#[test]
fn growth_of_one_kind() {
    let youths = |jeugdigen| Verzameling { jeugdigen, sleutels: 0 };
    let before = Volume { wie: youths(10), episoden: 20, dagen: 400, dagminuten: 24_000, zonder: 0 };
    let more_youths = Volume { wie: youths(15), episoden: 30, dagen: 600, dagminuten: 36_000, zonder: 3 };
    let heavier = Volume { dagminuten: 30_000, ..before };
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    let growth = more_youths.groei(&before).unwrap();
    near(growth.nieuw, 0.5);
    near(growth.meer + growth.langer + growth.zwaarder, 0.0);
    near(heavier.groei(&before).unwrap().zwaarder, 0.25);
    assert_eq!(before.groei(&Volume::default()), None);
}
