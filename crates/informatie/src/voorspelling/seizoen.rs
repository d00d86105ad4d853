//! Season: how much busier each month of the year is, as far as the data say so.

use crate::statistiek::{float, number};

/// Months of which the middle of a year around them must be known: three years.
const ENOUGH: usize = 24;

/// A factor per month of the year, January first; together they are 12.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seizoen {
    /// The factors.
    pub factor: [f64; 12],
    /// The relative variance of each factor.
    pub variantie: [f64; 12],
    /// How far the data were believed: 0 is not at all (all factors are 1), 1 is wholly.
    pub geloof: f64,
}

impl Default for Seizoen {
    fn default() -> Self {
        Self { factor: [1.0; 12], variantie: [0.0; 12], geloof: 0.0 }
    }
}

impl Seizoen {
    /// The factor of a month.
    pub(super) fn of(&self, month: i32) -> f64 {
        place(month).and_then(|n| self.factor.get(n)).copied().unwrap_or(1.0)
    }

    /// The relative variance of the factor of a month.
    pub(super) fn variance(&self, month: i32) -> f64 {
        place(month).and_then(|n| self.variantie.get(n)).copied().unwrap_or(0.0)
    }

    /// A season and a deviation from it.
    pub(super) fn times(&self, own: &Self) -> Self {
        let both = std::array::from_fn(|k| {
            let at = |list: &[f64; 12]| list.get(k).copied().unwrap_or(1.0);
            at(&self.factor) * at(&own.factor)
        });
        let variantie = std::array::from_fn(|k| {
            let at = |list: &[f64; 12]| list.get(k).copied().unwrap_or(0.0);
            at(&self.variantie) + at(&own.variantie)
        });
        Self { factor: both, variantie, geloof: self.geloof.max(own.geloof) }
    }

    /// Learns it from counts per month and what a count of one stands for (days, what is known of the month, a season of the whole).
    ///
    /// Each month is held against the year around it (a moving mean of 12 months, centred). What a month of the year then is too
    /// much is shrunk as James and Stein do (1961): all of it, when it is no more than chance and overdispersion explain.
    pub(super) fn learn(first: i32, counts: &[u32], exposure: &[f64]) -> Self {
        let rates: Vec<f64> = counts.iter().zip(exposure).map(|(y, e)| f64::from(*y) / e.max(1e-9)).collect();
        let months: Vec<(usize, f64, f64)> = rates
            .windows(13)
            .zip(counts.iter().zip(exposure).skip(6))
            .zip(first + 6..)
            .filter_map(|((around, (y, e)), month)| {
                let ends = around.first()? + around.last()?;
                let mean = (around.iter().sum::<f64>() - ends / 2.0) / 12.0;
                (mean > 0.0).then_some((place(month)?, f64::from(*y), e * mean))
            })
            .collect();
        if months.len() < ENOUGH {
            return Self::default();
        }
        let (mut came, mut expected) = ([0.0; 12], [0.0; 12]);
        for (k, y, e) in &months {
            if let (Some(came), Some(expected)) = (came.get_mut(*k), expected.get_mut(*k)) {
                *came += y;
                *expected += e;
            }
        }
        let ratio: [f64; 12] =
            std::array::from_fn(|k| came.get(k).zip(expected.get(k)).map_or(1.0, |(y, e)| y / e.max(1e-9)));
        let of = |k: usize| ratio.get(k).copied().unwrap_or(1.0);
        // What a month differs from its own ratio is chance and more than chance; a ratio of 0 leaves nothing to differ.
        let within: f64 =
            months.iter().map(|(k, y, e)| (y - e * of(*k)).powi(2) / (e * of(*k)).max(0.5)).sum();
        let spread = (within / (number(months.len()) - 12.0)).max(1.0);
        let between: f64 =
            expected.iter().zip(&ratio).map(|(e, r)| e * (r - 1.0).powi(2)).sum::<f64>() / spread;
        let geloof = if between > 9.0 { 1.0 - 9.0 / between } else { 0.0 };
        let shrunk = ratio.map(|r| (1.0 + geloof * (r - 1.0)).max(0.05));
        let mean = shrunk.iter().sum::<f64>() / 12.0;
        let variantie = expected.map(|e| geloof * spread / e.max(1.0));
        Self { factor: shrunk.map(|r| r / mean), variantie, geloof }
    }
}

fn place(month: i32) -> Option<usize> {
    usize::try_from(month.rem_euclid(12)).ok()
}

/// Growth per month, as a share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Trend {
    /// The logarithm of the growth per month.
    pub per_maand: f64,
    /// Its standard error.
    pub fout: f64,
}

/// Months that a trend needs.
const TREND_MONTHS: usize = 30;
/// A trend is learned from at most so many months: what was before is another time.
const TREND_WINDOW: usize = 60;
/// How much the growth of cells differs from that of the whole: a tenth per year.
const BETWEEN: f64 = 0.1 / 12.0;

impl Trend {
    /// Learns it from counts and exposure: Poisson regression on the month, with the error widened by what whole years vary more than
    /// chance. A cell leans on the `whole`. A growth that is not clear of its own error is shrunk to nothing.
    pub(super) fn learn(counts: &[u32], exposure: &[f64], whole: Option<Self>) -> Self {
        let start = counts.len().saturating_sub(TREND_WINDOW);
        let rows: Vec<(f64, f64, f64)> = counts
            .iter()
            .zip(exposure)
            .skip(start)
            .zip(0_u32..)
            .map(|((y, e), t)| (f64::from(*y), e.max(1e-9), f64::from(t)))
            .collect();
        if rows.len() < TREND_MONTHS {
            return Self::default();
        }
        let Some((mut mean, mut variance)) = regression(&rows) else { return Self::default() };
        variance = variance.max(wandering(&rows));
        if let Some(whole) = whole {
            let prior = BETWEEN * BETWEEN + whole.fout * whole.fout;
            let weight = prior / (prior + variance);
            mean = weight * mean + (1.0 - weight) * whole.per_maand;
            variance *= weight;
        }
        let z2 = mean * mean / variance.max(1e-300);
        // James and Stein in one dimension, positive part; below two errors nothing is believed.
        let believe = if z2 > 4.0 { 1.0 - 1.0 / z2 } else { 0.0 };
        Self { per_maand: (believe * mean).clamp(-0.05, 0.05), fout: (variance * believe).sqrt() }
    }
}

/// The variance of the slope when the level wanders: then years differ from each other by chance, and a line through them says little.
fn wandering(rows: &[(f64, f64, f64)]) -> f64 {
    let years: Vec<f64> = rows
        .rchunks_exact(12)
        .map(|year| {
            let (y, e) = year.iter().fold((0.5, 1e-9), |sum, row| (sum.0 + row.0, sum.1 + row.1));
            libm::log(y / e)
        })
        .collect();
    let steps: Vec<f64> = years.windows(2).filter_map(|pair| Some(pair.first()? - pair.last()?)).collect();
    let n = number(steps.len());
    if n < 2.0 {
        return 0.0;
    }
    let mean = steps.iter().sum::<f64>() / n;
    steps.iter().map(|step| (step - mean).powi(2)).sum::<f64>() / (n - 1.0) / n / 144.0
}

/// Slope and variance of a Poisson regression on time, by weighted least squares in a few rounds.
fn regression(rows: &[(f64, f64, f64)]) -> Option<(f64, f64)> {
    let total: f64 = rows.iter().map(|(y, _, _)| y).sum();
    let all: f64 = rows.iter().map(|(_, e, _)| e).sum();
    if total < 10.0 {
        return None;
    }
    let (mut level, mut slope) = (libm::log(total / all), 0.0);
    let mut information = 0.0;
    for _ in 0..25 {
        let (mut s0, mut s1, mut s2, mut r0, mut r1) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (y, e, t) in rows {
            let mean = e * libm::exp((level + slope * t).clamp(-50.0, 50.0));
            s0 += mean;
            s1 += mean * t;
            s2 += mean * t * t;
            r0 += y - mean;
            r1 += (y - mean) * t;
        }
        let det = s0 * s2 - s1 * s1;
        if det.is_nan() || det <= 0.0 {
            return None;
        }
        information = det / s0;
        let (up, turn) = ((s2 * r0 - s1 * r1) / det, (s0 * r1 - s1 * r0) / det);
        level += up.clamp(-2.0, 2.0);
        slope += turn.clamp(-0.2, 0.2);
        if up.abs() < 1e-10 && turn.abs() < 1e-12 {
            break;
        }
    }
    let fitted = |(_, e, t): &(f64, f64, f64)| e * libm::exp((level + slope * t).clamp(-50.0, 50.0));
    let months: f64 = rows.iter().map(|row| (row.0 - fitted(row)).powi(2) / fitted(row).max(1e-9)).sum();
    let years: Vec<f64> = rows
        .rchunks(12)
        .map(|year| {
            let (y, mean) = year.iter().fold((0.0, 0.0), |sum, row| (sum.0 + row.0, sum.1 + fitted(row)));
            (y - mean).powi(2) / f64::max(mean, 1e-9)
        })
        .collect();
    let by_month = months / (number(rows.len()) - 2.0);
    let by_year = years.iter().sum::<f64>() / (number(years.len()) - 2.0).max(1.0);
    let spread = by_month.max(by_year).max(1.0);
    (slope.is_finite() && information > 0.0).then_some((slope, spread / information))
}

/// Growth damped over the months ahead: each month counts for a little less than the one before (Gardner and McKenzie, 1985).
pub(super) fn damped(months: u64) -> f64 {
    const DAMPING: f64 = 0.97;
    DAMPING * (1.0 - libm::pow(DAMPING, float(months))) / (1.0 - DAMPING)
}
