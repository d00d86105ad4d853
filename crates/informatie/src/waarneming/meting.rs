//! A number with its interval.

use crate::statistiek::{exact_interval, float};

/// The value of the standard normal distribution between which and its opposite 95 per cent lies.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// A number, between what it lies with 95 per cent, and how many observations it is of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meting {
    /// The number.
    pub waarde: f64,
    /// Lower bound.
    pub laag: f64,
    /// Upper bound.
    pub hoog: f64,
    /// Observations.
    pub aantal: u64,
}

impl Meting {
    /// A share of `n` (Wilson, 1927). None of nothing.
    pub(super) fn deel(k: u64, n: u64) -> Option<Self> {
        if n == 0 {
            return None;
        }
        let (k, of) = (float(k.min(n)), float(n));
        let (p, z) = (k / of, Z * Z);
        let middle = (p + z / (2.0 * of)) / (1.0 + z / of);
        let half = Z * ((p * (1.0 - p) + z / (4.0 * of)) / of).sqrt() / (1.0 + z / of);
        Some(Self { waarde: p, laag: (middle - half).max(0.0), hoog: (middle + half).min(1.0), aantal: n })
    }

    /// Events per unit of exposure, exact for Poisson counts (Garwood, 1936). None without exposure.
    pub(super) fn tempo(k: u64, exposure: f64) -> Option<Self> {
        if exposure <= 0.0 {
            return None;
        }
        let (low, high) = exact_interval(k, 0.05);
        Some(Self { waarde: float(k) / exposure, laag: low / exposure, hoog: high / exposure, aantal: k })
    }

    /// A positive number with a standard error of its logarithm.
    pub(super) fn log(waarde: f64, error: f64, aantal: u64) -> Option<Self> {
        let width = libm::exp(Z * error);
        let all = Self { waarde, laag: waarde / width, hoog: waarde * width, aantal };
        (waarde > 0.0 && all.laag.is_finite() && all.hoog.is_finite()).then_some(all)
    }

    /// A mean of four quarters of a year with the spread between them (Student, three degrees of freedom): what follows on each other looks
    /// alike, so that single observations would say too much.
    pub(super) fn kwartalen(sums: &[(f64, u64); 4]) -> Option<Self> {
        let n: u64 = sums.iter().map(|(_, n)| n).sum();
        if sums.iter().any(|(_, n)| *n == 0) {
            return None;
        }
        let mean = sums.iter().map(|(sum, _)| sum).sum::<f64>() / float(n);
        let spread: f64 = sums.iter().map(|(sum, n)| (sum / float(*n) - mean).powi(2)).sum::<f64>() / 3.0;
        let half = 3.182_446 * (spread / 4.0).sqrt();
        Some(Self { waarde: mean, laag: (mean - half).max(0.0), hoog: mean + half, aantal: n })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_the_books() {
        // Wilson for 10 of 100: 0.0552 to 0.1744.
        let share = Meting::deel(10, 100).unwrap();
        assert!((share.laag - 0.055_23).abs() < 1e-4 && (share.hoog - 0.174_37).abs() < 1e-4, "{share:?}");
        assert_eq!(Meting::deel(0, 0), None);
        let rate = Meting::tempo(10, 2.0).unwrap();
        assert!((rate.laag - 2.3977).abs() < 1e-3 && (rate.hoog - 9.1952).abs() < 1e-3, "{rate:?}");
        let log = Meting::log(100.0, 0.1, 5).unwrap();
        assert!((log.hoog / 100.0 - 1.2165).abs() < 1e-3 && Meting::log(0.0, 0.1, 0).is_none());
        let even = Meting::kwartalen(&[(10.0, 1), (20.0, 2), (30.0, 3), (40.0, 4)]).unwrap();
        assert!((even.hoog - even.laag).abs() < 1e-9 && (even.waarde - 10.0).abs() < 1e-9);
        assert_eq!(Meting::kwartalen(&[(1.0, 1), (0.0, 0), (1.0, 1), (1.0, 1)]), None);
    }
}
