//! The lognormal distribution: the shape of durations of care and of waiting.

use crate::error::{InvalidParameter, positive};
use crate::sampler::Sampler;
use crate::stream::Stream;

/// A positive quantity whose logarithm is normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    mu: f64,
    sigma: f64,
}

impl Lognormal {
    /// By its mean and its coefficient of variation (deviation divided by mean), both above zero.
    pub fn by_mean_and_cv(mean: f64, cv: f64) -> Result<Self, InvalidParameter> {
        let mean = positive(mean, "mean of a lognormal")?;
        let cv = positive(cv, "variation of a lognormal")?;
        let square = libm::log(1.0 + cv * cv);
        Ok(Self { mu: libm::log(mean) - square / 2.0, sigma: libm::sqrt(square) })
    }

    /// By its median and its mean, the mean above the median.
    pub fn by_median_and_mean(median: f64, mean: f64) -> Result<Self, InvalidParameter> {
        let mu = libm::log(positive(median, "median of a lognormal")?);
        let square = positive(
            2.0 * (libm::log(positive(mean, "mean of a lognormal")?) - mu),
            "mean below the median",
        )?;
        Ok(Self { mu, sigma: libm::sqrt(square) })
    }

    /// By two quantiles, each a probability and the value that it lies below: `((0.16, 3.0), (0.86, 24.0))` says that 16 %
    /// lies below 3 and 86 % below 24.
    pub fn by_quantiles(low: (f64, f64), high: (f64, f64)) -> Result<Self, InvalidParameter> {
        let (z_low, z_high) = (normal_quantile(low.0)?, normal_quantile(high.0)?);
        let (x_low, x_high) = (
            libm::log(positive(low.1, "quantile of a lognormal")?),
            libm::log(positive(high.1, "quantile of a lognormal")?),
        );
        let sigma = positive((x_high - x_low) / (z_high - z_low), "quantiles in order")?;
        Ok(Self { mu: x_low - sigma * z_low, sigma })
    }

    /// Its mean.
    pub fn mean(&self) -> f64 {
        libm::exp(self.mu + self.sigma * self.sigma / 2.0)
    }

    /// Its median.
    pub fn median(&self) -> f64 {
        libm::exp(self.mu)
    }
}

impl Sampler for Lognormal {
    type Value = f64;

    fn sample(&self, stream: &mut Stream) -> f64 {
        libm::exp(self.mu + self.sigma * stream.normal())
    }
}

/// The value below which a normal number falls with this probability (P. Acklam's rational approximation, error below
/// 1.2e-9 relative).
fn normal_quantile(p: f64) -> Result<f64, InvalidParameter> {
    const CENTRE: ([f64; 6], [f64; 6]) = (
        [
            -3.969_683_028_665_376e1,
            2.209_460_984_245_205e2,
            -2.759_285_104_469_687e2,
            1.383_577_518_672_69e2,
            -3.066_479_806_614_716e1,
            2.506_628_277_459_239,
        ],
        [
            -5.447_609_879_822_406e1,
            1.615_858_368_580_409e2,
            -1.556_989_798_598_866e2,
            6.680_131_188_771_972e1,
            -1.328_068_155_288_572e1,
            1.0,
        ],
    );
    const TAIL: ([f64; 6], [f64; 5]) = (
        [
            -7.784_894_002_430_293e-3,
            -3.223_964_580_411_365e-1,
            -2.400_758_277_161_838,
            -2.549_732_539_343_734,
            4.374_664_141_464_968,
            2.938_163_982_698_783,
        ],
        [
            7.784_695_709_041_462e-3,
            3.224_671_290_700_398e-1,
            2.445_134_137_142_996,
            3.754_408_661_907_416,
            1.0,
        ],
    );
    if !(p > 0.0 && p < 1.0) {
        return Err(InvalidParameter("probability between 0 and 1"));
    }
    let polynomial = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    let tail = |p: f64| {
        let q = libm::sqrt(-2.0 * libm::log(p));
        polynomial(&TAIL.0, q) / polynomial(&TAIL.1, q)
    };
    Ok(if p < 0.024_25 {
        tail(p)
    } else if p > 1.0 - 0.024_25 {
        -tail(1.0 - p)
    } else {
        let q = p - 0.5;
        q * polynomial(&CENTRE.0, q * q) / polynomial(&CENTRE.1, q * q)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Purpose;

    fn sample(distribution: Lognormal) -> Vec<f64> {
        let mut stream = Stream::new(5, Purpose::new("lognormal"), 0);
        let mut values: Vec<f64> = (0..60_000).map(|_| distribution.sample(&mut stream)).collect();
        values.sort_by(f64::total_cmp);
        values
    }

    #[test]
    fn waiting_in_rijnmond() {
        let waiting = Lognormal::by_median_and_mean(8.0, 14.0).unwrap();
        let drawn = sample(waiting);
        let mean = drawn.iter().sum::<f64>() / 60_000.0;
        assert!((drawn[30_000] - 8.0).abs() < 0.2 && (mean - 14.0).abs() < 0.6, "{} {mean}", drawn[30_000]);
        assert!((waiting.median() - 8.0).abs() < 1e-9 && (waiting.mean() - 14.0).abs() < 1e-9);
    }

    #[test]
    fn mean_and_variation() {
        let drawn = sample(Lognormal::by_mean_and_cv(13.6, 1.0).unwrap());
        let mean = drawn.iter().sum::<f64>() / 60_000.0;
        let deviation = (drawn.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / 60_000.0).sqrt();
        assert!((mean - 13.6).abs() < 0.3 && (deviation - 13.6).abs() < 1.0, "{mean} {deviation}");
    }

    #[test]
    fn quantiles_come_back() {
        let drawn = sample(Lognormal::by_quantiles((0.16, 3.0), (0.86, 24.0)).unwrap());
        assert!((drawn[9_600] - 3.0).abs() < 0.1 && (drawn[51_600] - 24.0).abs() < 0.6);
        for (p, z) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.001, -3.090_232_306)] {
            assert!((normal_quantile(p).unwrap() - z).abs() < 1e-7);
        }
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(Lognormal::by_mean_and_cv(0.0, 1.0).is_err());
        assert!(Lognormal::by_median_and_mean(8.0, 7.0).is_err());
        assert!(Lognormal::by_quantiles((0.9, 3.0), (0.1, 24.0)).is_err());
        assert!(Lognormal::by_quantiles((0.0, 3.0), (1.0, 24.0)).is_err());
    }
}
