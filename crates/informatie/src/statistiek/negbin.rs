//! The negative binomial distribution: counts that vary more than chance alone.

use super::beta::beta_inc;
use super::gamma::{gamma_q, ln_gamma};
use super::normal::{normal_cdf, normal_quantile};
use super::{count, float};

/// Above this deviation counts are so many that they are not walked one by one.
const MANY: f64 = 5_000.0;
/// And from this size on they are then treated as a normal distribution.
const ROUND: f64 = 1_000.0;

/// A negative binomial distribution with a mean and a size: its variance is `mean + mean²/size`. An infinite size is Poisson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Negbin {
    mean: f64,
    size: f64,
}

impl Negbin {
    /// With a mean and a variance. A variance below the mean is the mean: Poisson. What is no number, or negative, is taken as 0.
    pub fn new(mean: f64, variance: f64) -> Self {
        let mean = if mean.is_finite() { mean.max(0.0) } else { 0.0 };
        let more = variance - mean;
        let size = if more > mean * 1e-9 { mean * mean / more } else { f64::INFINITY };
        Self { mean, size }
    }

    /// Its mean.
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// Its variance.
    pub fn variance(&self) -> f64 {
        self.mean + self.mean * self.mean / self.size
    }

    /// The logarithm of the probability of `k`.
    pub fn ln_pmf(&self, k: u64) -> f64 {
        self.ln_pmf_with(k, ln_gamma(float(k) + 1.0))
    }

    /// The same, when ln k! is known.
    pub(crate) fn ln_pmf_with(&self, k: u64, ln_factorial: f64) -> f64 {
        let (k, mean, size) = (float(k), self.mean, self.size);
        if mean <= 0.0 {
            return if k > 0.0 { f64::NEG_INFINITY } else { 0.0 };
        }
        if size.is_infinite() {
            return k * libm::log(mean) - mean - ln_factorial;
        }
        let choose = ln_rising(size, k) - ln_factorial;
        choose - size * libm::log1p(mean / size) + k * (libm::log(mean) - libm::log(mean + size))
    }

    /// The probability of at most `k`.
    pub fn cdf(&self, k: u64) -> f64 {
        if self.mean <= 0.0 {
            return 1.0;
        }
        if self.size.is_infinite() {
            return gamma_q(float(k) + 1.0, self.mean);
        }
        beta_inc(self.size, float(k) + 1.0, self.size / (self.size + self.mean))
    }

    /// For ascending shares the smallest counts of which the cumulative probability is at least that share.
    pub fn quantiles<const N: usize>(&self, shares: [f64; N]) -> [u64; N] {
        let deviation = self.variance().sqrt();
        if let Some((less, scale)) = self.smaller(deviation) {
            return less.quantiles(shares).map(|n| count(float(n) * scale));
        }
        if deviation > MANY {
            return shares.map(|share| count((self.mean + deviation * normal_quantile(share)).max(0.0)));
        }
        let mut found = [0; N];
        let mut slots = shares.iter().zip(&mut found).peekable();
        for (k, below) in self.walk() {
            while let Some((_, slot)) = slots.next_if(|(share, _)| below >= **share - 1e-12) {
                *slot = k;
            }
            if slots.peek().is_none() || below > 1.0 - 1e-13 {
                slots.for_each(|(_, slot)| *slot = k);
                break;
            }
        }
        found
    }

    /// The continuous ranked probability score against what came: `Σ (F(k) - 1{k ≥ y})²` over all counts (Gneiting and Raftery, 2007).
    /// In the unit of the count; less is better.
    pub fn crps(&self, y: u64) -> f64 {
        let deviation = self.variance().sqrt();
        if let Some((less, scale)) = self.smaller(deviation) {
            return less.crps(count(float(y) / scale)) * scale;
        }
        if deviation > MANY {
            let z = (float(y) - self.mean) / deviation;
            let density = libm::exp(-z * z / 2.0) / std::f64::consts::TAU.sqrt();
            let whole = z * (2.0 * normal_cdf(z) - 1.0) + 2.0 * density;
            return deviation * (whole - 1.0 / std::f64::consts::PI.sqrt());
        }
        let first = self.walk().next().map_or(0, |(k, _)| k);
        // Below where the walk begins nothing is expected: each count there that came too low costs one.
        let mut sum = float(first.saturating_sub(y));
        let mut last = first;
        for (k, below) in self.walk() {
            last = k;
            let off = if k >= y { below - 1.0 } else { below };
            sum += off * off;
            if below > 1.0 - 1e-13 {
                break;
            }
        }
        sum + float(y.saturating_sub(last + 1))
    }

    /// The same distribution in larger units, where counts are many and far from normal; with the unit.
    fn smaller(&self, deviation: f64) -> Option<(Self, f64)> {
        let scale = deviation / (MANY / 2.0);
        (deviation > MANY && self.size < ROUND)
            .then(|| (Self::new(self.mean / scale, self.variance() / (scale * scale)), scale))
    }

    /// Counts with their cumulative probability, from where that is no longer next to nothing.
    fn walk(&self) -> impl Iterator<Item = (u64, f64)> {
        let deviation = self.variance().sqrt();
        let first = count((self.mean - 12.0 * deviation - 12.0).max(0.0));
        let (mean, size) = (self.mean, self.size);
        // The probability of the next count from that of this one.
        let ratio = move |k: f64| {
            if size.is_infinite() { mean / (k + 1.0) } else { (k + size) / (k + 1.0) * mean / (mean + size) }
        };
        let mut pmf = libm::exp(self.ln_pmf(first));
        let mut below = 0.0_f64;
        let most = first.saturating_add(count(600.0 * deviation + 2_000.0));
        (first..=most).map(move |k| {
            below = (below + pmf).min(1.0);
            pmf *= ratio(float(k));
            // Sums of small numbers may never come to 1: what is left is nothing.
            let over = k == most || (float(k) > mean && pmf < 1e-16);
            (k, if over { 1.0 } else { below })
        })
    }
}

/// ln(size·(size + 1)···(size + k − 1)): as a product while it is short, which is ten times as fast.
fn ln_rising(size: f64, k: f64) -> f64 {
    if k > 24.0 || size > 1e10 {
        return super::gamma::ln_gamma(k + size) - super::gamma::ln_gamma(size);
    }
    let mut product = 1.0;
    let mut at = 0.0;
    while at < k {
        product *= size + at;
        at += 1.0;
    }
    libm::log(product)
}
