//! The Poisson distribution: exact limits.

use super::gamma::{gamma_q, gamma_quantile};
use super::{count, float};

/// The probability of at most `k` when `mean` is expected.
pub fn poisson_cdf(k: u64, mean: f64) -> f64 {
    if mean <= 0.0 { 1.0 } else { gamma_q(float(k) + 1.0, mean) }
}

/// The exact interval of what is expected, when `k` is observed (Garwood, 1936): for 95 per cent give 0.05.
pub fn exact_interval(k: u64, alpha: f64) -> (f64, f64) {
    let low = if k == 0 { 0.0 } else { gamma_quantile(alpha / 2.0, float(k)) };
    (low, gamma_quantile(1.0 - alpha / 2.0, float(k) + 1.0))
}

/// The limit of a funnel: the count below which a share `p` lies when `mean` is expected, with whole counts joined by straight lines
/// (Spiegelhalter 2005, appendix A.1.1), so that the funnel is smooth. Never below 0.
pub fn funnel_limit(mean: f64, p: f64) -> f64 {
    if mean.is_nan() || mean <= 0.0 {
        return 0.0;
    }
    let k = first_at_least(mean, p);
    let upper = poisson_cdf(k, mean);
    let lower = if k == 0 { 0.0 } else { poisson_cdf(k - 1, mean) };
    (float(k) - (upper - p) / (upper - lower).max(f64::MIN_POSITIVE)).max(0.0)
}

/// The smallest count of which the cumulative probability is at least `p`.
fn first_at_least(mean: f64, p: f64) -> u64 {
    let mut high = count(mean + 10.0 * mean.sqrt() + 10.0);
    while poisson_cdf(high, mean) < p && high < u64::MAX / 4 {
        high *= 2;
    }
    let mut low = 0;
    while low < high {
        let middle = low.midpoint(high);
        if poisson_cdf(middle, mean) < p { low = middle + 1 } else { high = middle }
    }
    low
}
