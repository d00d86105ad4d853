//! Random numbers that are named, not advanced: those of a path depend on the seed, the series and the path alone.

use super::{count, float};

/// A stream of random numbers (SplitMix64, Steele and others 2014).
#[derive(Clone, Debug)]
pub struct Stream {
    state: u64,
    /// The second number of a pair that was drawn together.
    spare: Option<f64>,
}

/// From this mean on counts are drawn from their first three moments.
const MANY: f64 = 30.0;
/// From this shape on the gamma distribution is drawn as a cube.
const ROUND: f64 = 100.0;

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Stream {
    /// A number for a name (FNV-1a): the same on every machine, for ever.
    pub fn name(text: &str) -> u64 {
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }

    /// The stream of a seed, a series and a path.
    pub const fn new(seed: u64, series: u64, path: u64) -> Self {
        let state = mix(mix(mix(seed).wrapping_add(series)).wrapping_add(path.wrapping_mul(STEP)));
        Self { state, spare: None }
    }

    /// 64 random bits.
    pub const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }

    /// Evenly over (0, 1): neither end.
    pub fn unit(&mut self) -> f64 {
        (float(self.bits() >> 12) + 0.5) / 4_503_599_627_370_496.0
    }

    /// The standard normal distribution (polar method of Marsaglia).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (u, v) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                let long = (-2.0 * libm::log(s) / s).sqrt();
                self.spare = Some(v * long);
                return u * long;
            }
        }
    }

    /// The gamma distribution with a shape and rate 1 (Marsaglia and Tsang, 2000; for large shapes the cube of a normal distribution, Wilson
    /// and Hilferty, 1931). 0 for a shape that is not above 0.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape.is_nan() || shape <= 0.0 {
            return 0.0;
        }
        if shape < 1.0 {
            let more = self.gamma(shape + 1.0);
            return more * libm::exp(libm::log(self.unit()) / shape);
        }
        if shape >= ROUND {
            let ninth = 1.0 / (9.0 * shape);
            let root = 1.0 - ninth + self.normal() * ninth.sqrt();
            return shape * root * root * root;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let z = self.normal();
            let v = 1.0 + c * z;
            if v <= 0.0 {
                continue;
            }
            let cube = v * v * v;
            let u = self.unit();
            let z2 = z * z;
            if u < 1.0 - 0.0331 * z2 * z2 || libm::log(u) < 0.5 * z2 + d * (1.0 - cube + libm::log(cube)) {
                return d * cube;
            }
        }
    }

    /// The Poisson distribution.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        self.count(mean, 1.0)
    }

    /// A count with a mean, and a variance of `spread` times that mean: negative binomial, or Poisson when `spread` is 1 or less. By
    /// inversion for small means; from 30 on by the expansion of Cornish and Fisher from its first three moments, which is off by a
    /// few hundredths of a count. A count that is spread so wide that it is mostly 0 is drawn in two steps.
    pub fn count(&mut self, mean: f64, spread: f64) -> u64 {
        self.spread(mean, &Spread::new(spread))
    }

    /// The same, with a spread that is used often.
    pub(crate) fn spread(&mut self, mean: f64, spread: &Spread) -> u64 {
        if mean.is_nan() || mean <= 0.0 {
            return 0;
        }
        let more = spread.more;
        if mean < MANY {
            return self.invert(mean, spread);
        }
        if mean < 10.0 * more {
            let drawn = self.gamma(mean / more) * more;
            return self.count(drawn, 1.0);
        }
        let z = self.normal();
        let deviation = (mean * (1.0 + more)).sqrt();
        count((mean + deviation * z + (1.0 + 2.0 * more) / 6.0 * (z * z - 1.0)).max(0.0))
    }

    /// The smallest count of which the cumulative probability is at least an even draw.
    fn invert(&mut self, mean: f64, Spread { more, start }: &Spread) -> u64 {
        // The probability of the next count is that of this one times (mean + more·k) / ((1 + more)·(k + 1)).
        let spread = 1.0 + more;
        let mut pmf = libm::exp(-mean * start);
        let (mut rest, mut k) = (self.unit() - pmf, 0.0);
        while rest > 0.0 && k < 100_000.0 && pmf > 1e-18 {
            pmf *= (mean + more * k) / (spread * (k + 1.0));
            k += 1.0;
            rest -= pmf;
        }
        count(k)
    }
}

/// How many times the variance of a count is larger than its mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    /// That, less 1.
    more: f64,
    /// Minus the logarithm of the probability of 0, per mean.
    start: f64,
}

impl Spread {
    pub(crate) fn new(spread: f64) -> Self {
        let more = (spread - 1.0).max(0.0);
        let start = if more > 1e-6 { libm::log1p(more) / more } else { 1.0 };
        Self { more, start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistiek::Negbin;

    #[test]
    fn what_is_drawn_has_the_distribution_that_it_is_said_to_have() {
        let many = 200_000_u32;
        for (mean, spread) in
            [(0.3, 1.0), (4.0, 2.5), (29.0, 1.0), (30.0, 1.0), (31.0, 3.0), (60.0, 9.0), (400.0, 1.5)]
        {
            let mut s = Stream::new(1, 2, 3);
            let exact = Negbin::new(mean, mean * spread);
            let mut drawn: Vec<u64> = (0..many).map(|_| s.count(mean, spread)).collect();
            drawn.sort_unstable();
            // Kolmogorov and Smirnov: 1.95/√n is passed once in a thousand times; rounding at 30 takes a little.
            let far = (0..800_u64).map(|k| {
                let below = f64::from(u32::try_from(drawn.partition_point(|n| *n <= k)).unwrap());
                (below / f64::from(many) - exact.cdf(k)).abs()
            });
            let far = far.fold(0.0, f64::max);
            assert!(far < 0.006, "{mean} {spread}: {far}");
        }
        for shape in [0.2, 1.0, 7.5, 99.0, 101.0, 5000.0] {
            let mut s = Stream::new(4, 5, 6);
            let mut drawn: Vec<f64> = (0..many).map(|_| s.gamma(shape)).collect();
            drawn.sort_unstable_by(f64::total_cmp);
            for p in [0.01, 0.2, 0.5, 0.9, 0.99] {
                let x = crate::statistiek::gamma_quantile(p, shape);
                let below = f64::from(u32::try_from(drawn.partition_point(|d| *d <= x)).unwrap());
                assert!((below / f64::from(many) - p).abs() < 0.004, "{shape} {p}");
            }
        }
    }

    #[test]
    fn streams_are_named_and_never_change() {
        let bits = |seed, series, path| Stream::new(seed, series, path).bits();
        assert_eq!(bits(1, 2, 3), bits(1, 2, 3));
        assert!(
            bits(1, 2, 3) != bits(1, 2, 4)
                && bits(1, 2, 3) != bits(1, 3, 3)
                && bits(1, 2, 3) != bits(2, 2, 3)
        );
        assert_eq!(Stream::name("WK075801"), Stream::name("WK075801"));
        assert_eq!(Stream::name(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!([Stream::new(1, 1, 1).poisson(f64::NAN), Stream::new(1, 1, 1).count(-1.0, 2.0)], [0, 0]);
    }
}
