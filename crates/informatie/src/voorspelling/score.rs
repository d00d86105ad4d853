//! How good a forecast was, in numbers.

use super::uitkomst::SHARES;
use crate::statistiek::{Negbin, count, crps_of_samples, float, number, quantile_of_sorted};

/// Bins of the histogram of where what came lay.
pub const BAKKEN: usize = 10;

/// One forecast of one month, held against what came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tussenstand {
    crps: f64,
    crps_year_ago: f64,
    log: Option<(f64, f64)>,
    miss: f64,
    miss_year_ago: f64,
    within: [bool; 3],
    /// The probability of less, and of no more, than what came.
    place: (f64, f64),
}

fn within(at: [f64; 7], y: f64) -> [bool; 3] {
    let [low95, low80, low50, _, high50, high80, high95] = at;
    [(low50, high50), (low80, high80), (low95, high95)].map(|(low, high)| low <= y && y <= high)
}

impl Tussenstand {
    pub(super) fn of_count(expected: &Negbin, year_ago: &Negbin, y: u64) -> Self {
        let at = expected.quantiles(SHARES).map(float);
        let [middle] = year_ago.quantiles([0.5]);
        let below = if y == 0 { 0.0 } else { expected.cdf(y - 1) };
        Self {
            crps: expected.crps(y),
            crps_year_ago: year_ago.crps(y),
            log: Some((-expected.ln_pmf(y), -year_ago.ln_pmf(y))),
            miss: (at.get(3).copied().unwrap_or(0.0) - float(y)).abs(),
            miss_year_ago: float(middle.abs_diff(y)),
            within: within(at, float(y)),
            place: (below, expected.cdf(y)),
        }
    }

    pub(super) fn of_draws(sorted: &[f64], year_ago: &Negbin, y: u64) -> Self {
        let at = SHARES.map(|share| quantile_of_sorted(sorted, share).unwrap_or(0.0));
        let [middle] = year_ago.quantiles([0.5]);
        let share = |n: usize| number(n) / number(sorted.len()).max(1.0);
        let value = float(y);
        Self {
            crps: crps_of_samples(sorted, value),
            crps_year_ago: year_ago.crps(y),
            log: None,
            miss: (at.get(3).copied().unwrap_or(0.0) - value).abs(),
            miss_year_ago: float(middle.abs_diff(y)),
            within: within(at, value),
            place: (
                share(sorted.partition_point(|x| *x < value)),
                share(sorted.partition_point(|x| *x <= value)),
            ),
        }
    }
}

/// What may be said of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oordeel {
    /// It was better than last year's value, by more than chance would do.
    Beter,
    /// Last year's value is as good.
    VorigJaarEvenGoed,
    /// It was made too seldom to say.
    TeWeinig,
}

impl Oordeel {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Beter => "terugblik-beter",
            Self::VorigJaarEvenGoed => "terugblik-vorig-jaar-even-goed",
            Self::TeWeinig => "terugblik-te-weinig",
        }
    }
}

/// How good forecasts were, over a number of months. In the unit of the forecast, less is better, unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Maat {
    /// Months that were forecast.
    pub maanden: u32,
    /// Moments at which they were.
    pub momenten: u32,
    /// Continuous ranked probability score, mean.
    pub crps: f64,
    /// The same of last year's value.
    pub crps_vorig_jaar: f64,
    /// Logarithmic score (minus the logarithm of the probability of what came), mean. Of draws it is not known.
    pub log: Option<f64>,
    /// The same of last year's value.
    pub log_vorig_jaar: Option<f64>,
    /// By how much the middle of the forecast was off, mean.
    pub ernaast: f64,
    /// The same of last year's value.
    pub ernaast_vorig_jaar: f64,
    /// The share of months within the ranges of 50, 80 and 95 per cent, bounds included.
    pub dekking: [f64; 3],
    /// The share of months of which what came lay in each tenth of the forecast: a tenth each when ranges are right (Czado, Gneiting and
    /// Held, 2009).
    pub pit: [f64; BAKKEN],
    /// By how much the score of last year's value is worse, mean over moments, with its standard error.
    pub verschil: (f64, f64),
}

impl Maat {
    /// Of the months of each moment.
    pub(super) fn of<'a>(moments: impl Iterator<Item = impl Iterator<Item = &'a Tussenstand>>) -> Self {
        let mut out = Self::default();
        let (mut log, mut log_year_ago, mut logs) = (0.0, 0.0, 0_u32);
        let mut differences: Vec<f64> = Vec::new();
        for months in moments {
            let (mut n, mut difference) = (0.0, 0.0);
            for one in months {
                n += 1.0;
                difference += one.crps_year_ago - one.crps;
                out.add(one);
                if let Some((own, year_ago)) = one.log {
                    log += own;
                    log_year_ago += year_ago;
                    logs += 1;
                }
            }
            if n > 0.0 {
                differences.push(difference / n);
            }
        }
        out.momenten = u32::try_from(differences.len()).unwrap_or(u32::MAX);
        if out.maanden > 0 {
            out.divide(f64::from(out.maanden));
        }
        if logs > 0 {
            out.log = Some(log / f64::from(logs));
            out.log_vorig_jaar = Some(log_year_ago / f64::from(logs));
        }
        out.verschil = mean_and_error(&differences);
        out
    }

    fn add(&mut self, one: &Tussenstand) {
        self.maanden += 1;
        self.crps += one.crps;
        self.crps_vorig_jaar += one.crps_year_ago;
        self.ernaast += one.miss;
        self.ernaast_vorig_jaar += one.miss_year_ago;
        for (slot, within) in self.dekking.iter_mut().zip(one.within) {
            *slot += f64::from(u8::from(within));
        }
        let (below, upto) = one.place;
        let width = (upto - below).max(1e-12);
        for (n, slot) in self.pit.iter_mut().enumerate() {
            let (from, to) = (number(n) / number(BAKKEN), number(n + 1) / number(BAKKEN));
            *slot += ((to.min(below + width) - from.max(below)) / width).clamp(0.0, 1.0);
        }
    }

    fn divide(&mut self, n: f64) {
        let single =
            [&mut self.crps, &mut self.crps_vorig_jaar, &mut self.ernaast, &mut self.ernaast_vorig_jaar];
        for slot in single.into_iter().chain(&mut self.dekking).chain(&mut self.pit) {
            *slot /= n;
        }
    }

    /// By which share the score is better than that of last year's value; negative where it is worse. None where nothing was forecast.
    pub fn vaardigheid(&self) -> Option<f64> {
        (self.maanden > 0 && self.crps_vorig_jaar > 0.0).then(|| 1.0 - self.crps / self.crps_vorig_jaar)
    }

    /// What may be said: better only when the difference is positive and larger than its standard error, over at least three moments.
    pub fn oordeel(&self) -> Oordeel {
        let (difference, error) = self.verschil;
        match self.vaardigheid() {
            Some(_) if self.momenten < 3 => Oordeel::TeWeinig,
            None => Oordeel::TeWeinig,
            Some(skill) if skill > 0.0 && difference > error => Oordeel::Beter,
            Some(_) => Oordeel::VorigJaarEvenGoed,
        }
    }
}

fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = number(values.len());
    if n < 1.0 {
        return (0.0, 0.0);
    }
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
    (mean, if n > 1.0 { (square / (n - 1.0) / n).sqrt() } else { 0.0 })
}

/// Eurocents of a float.
pub(super) fn cents(x: f64) -> u64 {
    count(x.max(0.0))
}
