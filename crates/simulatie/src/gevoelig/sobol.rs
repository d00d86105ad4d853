//! Sobol indices: how much of the variance a number makes, alone and with all others (Saltelli 2010 and Jansen 1999).

use super::morris::{Functie, float, mean};
use super::werk::Werk;
use crate::model::ModelError;
use crate::stream::{Purpose, Stream};

const RESAMPLES: u64 = 400;

/// The part of the variance that comes with a number, each with an interval of nine in ten by bootstrap over the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// Which number.
    pub factor: usize,
    /// What it makes alone.
    pub eerste: f64,
    /// From and to.
    pub eerste_band: (f64, f64),
    /// What it makes alone and with the others.
    pub totaal: f64,
    /// From and to.
    pub totaal_band: (f64, f64),
}

/// How many runs they take.
pub fn runs(factors: usize, rows: u64) -> u64 {
    rows * u64::try_from(factors + 2).unwrap_or(u64::MAX)
}

/// A Latin hypercube: every number once in each of as many strips as there are rows.
fn hypercube(columns: usize, rows: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut points = vec![vec![0.0; columns]; rows];
    for column in 0..columns {
        let index = u64::try_from(column).unwrap_or(0);
        let mut stream = Stream::new(seed, Purpose::new("gevoelig.hypercube"), index);
        let mut order: Vec<usize> = (0..rows).collect();
        for left in (1..rows).rev() {
            order.swap(left, stream.below(left + 1));
        }
        for (point, strip) in points.iter_mut().zip(order) {
            if let Some(value) = point.get_mut(column) {
                *value = (float(strip) + stream.unit()) / float(rows);
            }
        }
    }
    points
}

/// The indices of all factors of one measure of a function: [`runs`] runs, row `n` on replication `n`. None when it was stopped, when nothing
/// varies, or where a run had nothing to measure.
///
/// # Errors
/// What the function gave.
pub fn sobol(
    functie: &Functie<'_>,
    measure: usize,
    factors: usize,
    rows: usize,
    seed: u64,
    werk: Werk<'_>,
) -> Result<Option<Vec<Index>>, ModelError> {
    let points = hypercube(2 * factors, rows, seed);
    let wide = factors + 2;
    let run = |nr: u64| {
        let nr = usize::try_from(nr).unwrap_or(usize::MAX);
        let both = points.get(nr / wide).map(Vec::as_slice).unwrap_or_default();
        let (a, b) = both.split_at_checked(factors).unwrap_or_default();
        let place = nr % wide;
        let mut point = if place == 1 { b.to_vec() } else { a.to_vec() };
        if let Some(factor) = place.checked_sub(2)
            && let (Some(to), Some(from)) = (point.get_mut(factor), b.get(factor))
        {
            *to = *from;
        }
        functie(&point, u64::try_from(nr / wide).unwrap_or(u64::MAX))
    };
    let values = werk.play(runs(factors, u64::try_from(rows).unwrap_or(u64::MAX)), &run)?;
    let values: Vec<f64> =
        values.iter().map(|values| values.get(measure).copied().unwrap_or(f64::NAN)).collect();
    if values.len() < rows * wide || values.iter().any(|one| !one.is_finite()) {
        return Ok(None);
    }
    let rows: Vec<&[f64]> = values.chunks_exact(wide).collect();
    Ok((0..factors).map(|factor| index(&rows, factor, seed)).collect())
}

fn index(rows: &[&[f64]], factor: usize, seed: u64) -> Option<Index> {
    let (eerste, totaal) = estimate(rows, factor)?;
    let mut firsts = Vec::new();
    let mut totals = Vec::new();
    for nr in 0..RESAMPLES {
        let mut stream = Stream::new(seed, Purpose::new("gevoelig.rijen"), nr);
        let again: Vec<&[f64]> = rows.iter().filter_map(|_| stream.pick(rows).copied()).collect();
        if let Some((first, total)) = estimate(&again, factor) {
            firsts.push(first);
            totals.push(total);
        }
    }
    Some(Index { factor, eerste, eerste_band: band(firsts)?, totaal, totaal_band: band(totals)? })
}

/// First and total.
fn estimate(rows: &[&[f64]], factor: usize) -> Option<(f64, f64)> {
    let column = |place: usize| rows.iter().filter_map(|row| row.get(place)).copied().collect::<Vec<f64>>();
    let (a, b, moved) = (column(0), column(1), column(factor + 2));
    let both: Vec<f64> = a.iter().chain(&b).copied().collect();
    let middle = mean(&both);
    let variance = mean(&both.iter().map(|one| (one - middle) * (one - middle)).collect::<Vec<_>>());
    let three = || a.iter().zip(&b).zip(&moved);
    let first: f64 = three().map(|((a, b), moved)| (b - middle) * (moved - a)).sum();
    let total: f64 = three().map(|((a, _), moved)| (a - moved) * (a - moved)).sum();
    let all = variance * float(rows.len());
    (all > 0.0).then(|| (first / all, total / (2.0 * all)))
}

fn band(values: Vec<f64>) -> Option<(f64, f64)> {
    crate::scenario::Band::of(values).map(|band| (band.laagst, band.hoogst))
}
