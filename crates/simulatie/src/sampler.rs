//! What all distributions share, and the two smallest of them.

use crate::error::{InvalidParameter, positive};
use crate::stream::Stream;

/// A distribution one can draw from.
pub trait Sampler {
    /// What one draw gives.
    type Value;

    /// One draw.
    fn sample(&self, stream: &mut Stream) -> Self::Value;
}

/// The time to the next event when nothing is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    mean: f64,
}

impl Exponential {
    /// By its mean, above zero.
    pub fn by_mean(mean: f64) -> Result<Self, InvalidParameter> {
        Ok(Self { mean: positive(mean, "mean of an exponential")? })
    }
}

impl Sampler for Exponential {
    type Value = f64;

    fn sample(&self, stream: &mut Stream) -> f64 {
        -self.mean * libm::log(1.0 - stream.unit())
    }
}

/// How many independent events fall in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poisson {
    mean: f64,
}

/// Above this the product of uniform numbers would lose its last bits; a larger mean is drawn in pieces.
const PIECE: f64 = 30.0;

impl Poisson {
    /// By its mean, zero or above.
    pub fn by_mean(mean: f64) -> Result<Self, InvalidParameter> {
        if mean.is_finite() && mean >= 0.0 {
            Ok(Self { mean })
        } else {
            Err(InvalidParameter("mean of a Poisson"))
        }
    }
}

impl Sampler for Poisson {
    type Value = u64;

    /// Takes about as many draws as the outcome: meant for counts up to some thousands.
    fn sample(&self, stream: &mut Stream) -> u64 {
        let mut left = self.mean;
        let mut events = 0;
        while left > 0.0 {
            let floor = libm::exp(-left.min(PIECE));
            let mut product = stream.unit();
            while product > floor {
                events += 1;
                product *= stream.unit();
            }
            left -= PIECE;
        }
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Purpose;

    fn moments(values: &[f64]) -> (f64, f64) {
        let n = f64::from(u32::try_from(values.len()).unwrap());
        let mean = values.iter().sum::<f64>() / n;
        (mean, values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n)
    }

    #[test]
    fn moments_hold() {
        let mut stream = Stream::new(1, Purpose::new("moments"), 0);
        let exponential = Exponential::by_mean(4.0).unwrap();
        let (mean, variance) =
            moments(&(0..60_000).map(|_| exponential.sample(&mut stream)).collect::<Vec<_>>());
        assert!((mean - 4.0).abs() < 0.1 && (variance - 16.0).abs() < 1.0, "{mean} {variance}");
        for wanted in [0.7, 12.0, 75.0] {
            let poisson = Poisson::by_mean(wanted).unwrap();
            let draws: Vec<f64> =
                (0..20_000).map(|_| f64::from(u32::try_from(poisson.sample(&mut stream)).unwrap())).collect();
            let (mean, variance) = moments(&draws);
            assert!(
                (mean / wanted - 1.0).abs() < 0.03 && (variance / wanted - 1.0).abs() < 0.05,
                "{mean} {variance}"
            );
        }
        assert_eq!(Poisson::by_mean(0.0).unwrap().sample(&mut stream), 0);
    }

    #[test]
    fn a_mean_outside_the_domain_is_refused() {
        assert!(Poisson::by_mean(-1.0).is_err() && Poisson::by_mean(f64::NAN).is_err());
        assert!(Exponential::by_mean(0.0).is_err() && Exponential::by_mean(f64::INFINITY).is_err());
        assert_eq!(
            Exponential::by_mean(0.0).unwrap_err().to_string(),
            "parameter outside its domain: mean of an exponential"
        );
    }
}
