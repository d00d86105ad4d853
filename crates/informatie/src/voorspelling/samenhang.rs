//! Neighbourhoods, municipalities and the region, of which the expected numbers add up.
//!
//! A youth has one spell, whatever the neighbourhoods of their allocations, and it belongs to the neighbourhood in which it began. So
//! counts of neighbourhoods add up to those of municipalities and of the region. Each level is forecast by itself, for that gives the best
//! ranges; then the expected number of what is larger is made the sum of what is smaller (bottom-up), and its range moves along.
//! **Ranges do not add up**, and must not: a bad month of one neighbourhood is often a good one of another.

use super::uitkomst::{Reeksvoorspelling, Verloop, Voorspelling};
use super::voorspel::{Gegevens, Opdracht, of_known};
use crate::indicator::Niveau;
use crate::kernel::{Axis, Value, rijen};
use crate::snapshot::{Column, Snapshot, SnapshotFout};
use crate::statistiek::number;

/// Three levels that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Samenhang {
    /// Per neighbourhood; who has none counts under the municipality, as `CCCC zonder wijk`.
    pub wijken: Voorspelling,
    /// Per municipality.
    pub gemeenten: Voorspelling,
    /// The region.
    pub regio: Voorspelling,
    /// Per municipality, what neighbourhoods with too little to forecast add: their mean per month of the last twelve, and who is there.
    pub rest: Vec<Rest>,
}

/// What is too little to forecast.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rest {
    /// Youths who come per month.
    pub instroom: f64,
    /// Youths who are there.
    pub stand: f64,
}

/// A neighbourhood, or what has none, by the number of its municipality and its own. In order of municipality.
type Plek = (i32, i32);
/// Behind every neighbourhood.
const NONE: i32 = i32::MAX;

/// Forecasts the three levels. `opdracht.niveau` is not looked at.
pub fn samenhang(snapshot: &Snapshot, opdracht: &Opdracht) -> Result<Samenhang, SnapshotFout> {
    opdracht.check()?;
    let wijken = snapshot.numbers(Column::Wijk).to_vec();
    let gemeenten = snapshot.numbers(Column::Gemeente).to_vec();
    let width = wijken.len() + 1;
    let keys = wijken.clone();
    let by_wijk = Axis::new(Column::Wijk, width, move |value| match value {
        Value::Number(n) => keys.binary_search(&n).ok(),
        _ => Some(keys.len()),
    });
    let axes = [
        Axis::numbers(snapshot, Column::Gemeente),
        by_wijk,
        Axis::only(Column::Leeftijd, |value| !matches!(value, Value::Number(23..))),
    ];
    let mut rows = rijen(snapshot, opdracht.threads, &axes)?;
    let mut places: Vec<Plek> = wijken.iter().map(|wijk| (wijk / 100, *wijk)).collect();
    places.extend(gemeenten.iter().map(|gemeente| (*gemeente, NONE)));
    places.sort_unstable();
    // Where a row belongs: its neighbourhood, or its municipality when it has none.
    let place_of = |cel: u32| {
        let (gemeente, wijk) = (cel as usize / width, cel as usize % width);
        let plek = match wijken.get(wijk) {
            Some(wijk) => (wijk / 100, *wijk),
            None => (*gemeenten.get(gemeente)?, NONE),
        };
        places.binary_search(&plek).ok()
    };
    rows.retain_mut(|row| match place_of(row.cel).and_then(|n| u32::try_from(n).ok()) {
        Some(n) => {
            row.cel = n;
            true
        }
        None => false,
    });
    let mut of_region = Gegevens::read(snapshot, &Opdracht { niveau: Niveau::Regio, ..*opdracht })?;
    of_region.heel = true;
    let of_wijken = of_region.with(rows, places.iter().copied().map(name).collect());
    let mut parents: Vec<i32> = places.iter().map(|plek| plek.0).collect();
    parents.dedup();
    let parent: Vec<usize> =
        places.iter().map(|plek| parents.binary_search(&plek.0).unwrap_or(usize::MAX)).collect();
    let up = of_wijken.rows.iter().map(|row| {
        let cel = parent.get(row.cel as usize).and_then(|n| u32::try_from(*n).ok());
        crate::kernel::Rij { cel: cel.unwrap_or(u32::MAX), ..*row }
    });
    let of_gemeenten = of_region.with(up.collect(), parents.iter().map(|n| format!("{n:04}")).collect());
    Ok(join(&of_wijken, &of_gemeenten, &of_region, opdracht, &parent))
}

fn name(plek: Plek) -> String {
    match plek {
        (gemeente, NONE) => format!("{gemeente:04} zonder wijk"),
        (_, wijk) => format!("WK{wijk:06}"),
    }
}

fn join(
    of_wijken: &Gegevens,
    of_gemeenten: &Gegevens,
    of_region: &Gegevens,
    opdracht: &Opdracht,
    parent: &[usize],
) -> Samenhang {
    let level = |gegevens: &Gegevens, niveau: Niveau| {
        let bekend = gegevens.known_at(opdracht.stroom, gegevens.laatste);
        let found = of_known(&gegevens.sleutels, &bekend, &Opdracht { niveau, ..*opdracht }, gegevens.zaad);
        (bekend, found)
    };
    let (counts, wijken) = level(of_wijken, Niveau::Wijk);
    let (_, mut gemeenten) = level(of_gemeenten, Niveau::Gemeente);
    let (_, mut regio) = level(of_region, Niveau::Regio);
    let mut rest = vec![Rest::default(); gemeenten.reeksen.len()];
    for ((reeks, telling), up) in wijken.reeksen.iter().zip(&counts.telling).zip(parent) {
        if let (Err(_), Some(rest)) = (&reeks.uitkomst, rest.get_mut(*up)) {
            let last: Vec<f64> = telling.begonnen.iter().rev().take(12).map(|n| f64::from(*n)).collect();
            rest.instroom += last.iter().sum::<f64>() / number(last.len()).max(1.0);
            rest.stand += telling.stand().last().map_or(0.0, f64::from);
        }
    }
    for ((n, gemeente), rest) in gemeenten.reeksen.iter_mut().enumerate().zip(&rest) {
        let parts = wijken.reeksen.iter().zip(parent).filter(|(_, up)| **up == n).map(|(reeks, _)| reeks);
        reconcile(gemeente, &parts.collect::<Vec<_>>(), rest);
    }
    let mut left = Rest::default();
    for (gemeente, rest) in gemeenten.reeksen.iter().zip(&rest) {
        if gemeente.uitkomst.is_err() {
            // Its neighbourhoods had too little as well.
            left.instroom += rest.instroom;
            left.stand += rest.stand;
        }
    }
    for reeks in &mut regio.reeksen {
        reconcile(reeks, &gemeenten.reeksen.iter().collect::<Vec<_>>(), &left);
    }
    Samenhang { wijken, gemeenten, regio, rest }
}

/// Makes what is expected of a whole the sum of its parts and the rest. The ranges move by the same factor.
fn reconcile(whole: &mut Reeksvoorspelling, parts: &[&Reeksvoorspelling], rest: &Rest) {
    let Ok(whole) = &mut whole.uitkomst else { return };
    let known: Vec<&Verloop> = parts.iter().filter_map(|part| part.uitkomst.as_deref().ok()).collect();
    let factor = |own: f64, sum: f64| if own > 0.0 { sum / own } else { 1.0 };
    let mut came = Vec::with_capacity(whole.komend.len());
    for (n, month) in whole.komend.iter_mut().enumerate() {
        let at = || known.iter().filter_map(|part| part.komend.get(n));
        let sum = at().map(|month| month.instroom.verwacht).sum::<f64>() + rest.instroom;
        came.push(sum);
        month.instroom = month.instroom.maal(factor(month.instroom.verwacht, sum));
        let sum = at().map(|month| month.stand.verwacht).sum::<f64>() + rest.stand;
        month.stand = month.stand.maal(factor(month.stand.verwacht, sum));
    }
    for (year, months) in whole.jaren.iter_mut().zip(came.chunks_exact(12)) {
        *year = year.maal(factor(year.verwacht, months.iter().sum()));
    }
    let sum = known.iter().map(|part| part.nu.verwacht).sum::<f64>() + rest.stand;
    whole.nu = whole.nu.maal(factor(whole.nu.verwacht, sum));
}
