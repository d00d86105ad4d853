//! How long spells last: the chance per month of age that a spell ends, of those that ended and those that go on.

use super::telling::{AGES, Telling};
use super::vertraging::Meldvertraging;
use crate::statistiek::float;

/// A cell counts as much as the whole when it has this many ends.
const ENDS: f64 = 20.0;
/// And at one age, when it was followed for this many months at that age.
const MONTHS: f64 = 30.0;
/// The rate of ending in the coming years differs from that of the past years by this share: an assumption.
const DRIFT: f64 = 0.05;

/// The chance per month of age that a spell ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Duur {
    pub(super) kans: Vec<f64>,
    /// The standard error of the logarithm of the rate of ending.
    pub(super) fout: f64,
}

impl Duur {
    /// Of the whole: what ended of what was followed, per age. Ages with little to go by take the chance of all older ages.
    pub(super) fn whole(telling: &Telling) -> Self {
        let (mut n, mut d) = (0.0, 0.0);
        let mut kans = vec![0.0; AGES];
        let ages = telling.gevolgd.iter().zip(&telling.einde);
        for (slot, (followed, ended)) in kans.iter_mut().zip(ages).rev() {
            let (own_n, own_d) = (f64::from(*followed), f64::from(*ended));
            n += own_n;
            d += own_d;
            let older = if n > 0.0 { d / n } else { 0.0 };
            *slot = ((own_d + MONTHS * older) / (own_n + MONTHS)).clamp(0.0, 0.99);
        }
        Self { kans, fout: error(d) }
    }

    /// Of a cell: the chances of the whole, by as much more or less as the cell's spells end, and its own chances where it has seen
    /// enough.
    pub(super) fn cell(&self, telling: &Telling) -> Self {
        let (mut expected, mut ended) = (0.0, 0.0);
        for ((n, d), chance) in telling.gevolgd.iter().zip(&telling.einde).zip(&self.kans) {
            expected += f64::from(*n) * chance;
            ended += f64::from(*d);
        }
        let factor = (ended + ENDS) / (expected + ENDS);
        let kans = self.kans.iter().zip(telling.gevolgd.iter().zip(&telling.einde)).map(|(whole, (n, d))| {
            let likely = 1.0 - libm::pow(1.0 - whole, factor);
            ((f64::from(*d) + MONTHS * likely) / (f64::from(*n) + MONTHS)).clamp(0.0, 0.99)
        });
        Self { kans: kans.collect(), fout: error(ended + ENDS) }
    }

    /// The chance that a spell is over at an age.
    fn at(&self, age: usize) -> f64 {
        self.kans.get(age.min(AGES - 1)).copied().unwrap_or(0.0)
    }

    /// The share of spells that is still there at the end of the month in which they began, of the next, and so on.
    pub(super) fn blijft(&self, months: usize) -> Vec<f64> {
        let mut still = 1.0;
        (0..months)
            .map(|age| {
                still *= 1.0 - self.at(age);
                still
            })
            .collect()
    }

    /// The caseload `horizon` months ahead.
    pub(super) fn caseload(&self, telling: &Telling, late: &Meldvertraging, horizon: usize) -> Caseload {
        let mut out = Caseload {
            mean: vec![0.0; horizon + 1],
            variance: vec![0.0; horizon + 1],
            slope: vec![0.0; horizon + 1],
        };
        for (age, n) in telling.leeftijd.iter().enumerate().filter(|(_, n)| **n > 0) {
            let open = self.open(age, late);
            let (mut still, mut log) = (open, 0.0);
            for ahead in 0..=horizon {
                if ahead > 0 {
                    let stays = 1.0 - self.at(age + ahead);
                    still *= stays;
                    log += libm::log(stays.max(1e-9));
                }
                out.put(ahead, f64::from(*n), still, log);
            }
        }
        for (slope, mean) in out.slope.iter_mut().zip(&out.mean) {
            *slope = if *mean > 0.0 { *slope / mean } else { 0.0 };
        }
        out
    }

    /// The chance that a spell of which no end is known did not end: ends of the last months may not be known yet.
    fn open(&self, age: usize, late: &Meldvertraging) -> f64 {
        (0..super::vertraging::LAGS)
            .take(age + 1)
            .map(|ago| {
                let (chance, known) = (self.at(age - ago), late.after(ago).0);
                (1.0 - chance) / (1.0 - chance * known)
            })
            .product()
    }
}

fn error(ended: f64) -> f64 {
    (1.0 / ended.max(1.0) + DRIFT * DRIFT).sqrt()
}

/// What is left of those who are there now, a number of months ahead.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caseload {
    pub(super) mean: Vec<f64>,
    pub(super) variance: Vec<f64>,
    /// By how much the logarithm of the mean changes with that of the rate of ending.
    pub(super) slope: Vec<f64>,
}

impl Caseload {
    fn put(&mut self, ahead: usize, n: f64, still: f64, log: f64) {
        let lists = [
            (&mut self.mean, n * still),
            (&mut self.variance, n * still * (1.0 - still)),
            (&mut self.slope, n * still * log),
        ];
        for (list, more) in lists {
            if let Some(slot) = list.get_mut(ahead) {
                *slot += more;
            }
        }
    }
}

/// Months of age as a float, for what is reported.
pub(super) fn halfway(blijft: &[f64]) -> Option<f64> {
    blijft.iter().position(|still| *still <= 0.5).map(|n| float(n as u64))
}
