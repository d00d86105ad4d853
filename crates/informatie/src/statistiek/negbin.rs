//! The negative binomial distribution: counts that vary more than chance alone.

use super::beta::beta_inc;
use super::gamma::{gamma_q, ln_gamma};
use super::normal::{normal_cdf, normal_quantile};
use super::{count, float};

/// Above this deviation counts are so many that they are treated as a normal distribution.
const MANY: f64 = 100_000.0;

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
        let choose = if k == 0.0 { 0.0 } else { ln_gamma(k + size) - ln_gamma(size) - ln_factorial };
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
        let most = first.saturating_add(count(60.0 * deviation + 200.0).saturating_mul(10));
        (first..=most).map(move |k| {
            below = (below + pmf).min(1.0);
            pmf *= ratio(float(k));
            (k, if k == most { 1.0 } else { below })
        })
    }
}
