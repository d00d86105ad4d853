//! Random numbers that are named, not advanced: those of a path depend on the seed, the series and the path alone.

use super::gamma::ln_gamma;
use super::{count, float};

/// A stream of random numbers (SplitMix64, Steele and others 2014).
#[derive(Clone, Debug)]
pub struct Stream(u64);

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
        Self(mix(mix(mix(seed).wrapping_add(series)).wrapping_add(path.wrapping_mul(STEP))))
    }

    /// 64 random bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// Evenly over (0, 1): neither end.
    pub fn unit(&mut self) -> f64 {
        (float(self.bits() >> 12) + 0.5) / 4_503_599_627_370_496.0
    }

    /// The standard normal distribution (polar method of Marsaglia; the second number of a pair is not kept).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (u, v) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                return u * (-2.0 * libm::log(s) / s).sqrt();
            }
        }
    }

    /// The gamma distribution with a shape and rate 1 (Marsaglia and Tsang, 2000). 0 for a shape that is not above 0.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape.is_nan() || shape <= 0.0 {
            return 0.0;
        }
        if shape < 1.0 {
            let more = self.gamma(shape + 1.0);
            return more * libm::exp(libm::log(self.unit()) / shape);
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

    /// The Poisson distribution: by inversion for small means, by the transformed rejection of Hörmann (1993) for larger.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        if mean.is_nan() || mean <= 0.0 {
            return 0;
        }
        if mean > 1e12 {
            return count((mean + mean.sqrt() * self.normal()).max(0.0));
        }
        if mean < 10.0 {
            let mut pmf = libm::exp(-mean);
            let (mut rest, mut k) = (self.unit() - pmf, 0.0);
            while rest > 0.0 && k < 200.0 {
                k += 1.0;
                pmf *= mean / k;
                rest -= pmf;
            }
            return count(k);
        }
        let b = 0.931 + 2.53 * mean.sqrt();
        let a = -0.059 + 0.024_83 * b;
        let inverse = 1.123_9 + 1.132_8 / (b - 3.4);
        let ready = 0.927_7 - 3.622_4 / (b - 2.0);
        let log_mean = libm::log(mean);
        loop {
            let (u, v) = (self.unit() - 0.5, self.unit());
            let edge = 0.5 - u.abs();
            let k = ((2.0 * a / edge + b) * u + mean + 0.43).floor();
            if edge >= 0.07 && v <= ready {
                return count(k.max(0.0));
            }
            if k < 0.0 || (edge < 0.013 && v > edge) {
                continue;
            }
            let left = libm::log(v) + libm::log(inverse) - libm::log(a / (edge * edge) + b);
            if left <= k * log_mean - mean - ln_gamma(k + 1.0) {
                return count(k);
            }
        }
    }

    /// A count with a mean, and a variance of `spread` times that mean (Poisson when `spread` is 1 or less).
    pub fn count(&mut self, mean: f64, spread: f64) -> u64 {
        let more = spread - 1.0;
        if more <= 1e-9 {
            return self.poisson(mean);
        }
        let shape = mean / more;
        let drawn = self.gamma(shape) * more;
        self.poisson(drawn)
    }
}
