//! Random streams that are named, not advanced.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// What a stream is for. Two purposes with different texts never share a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose(u64);

impl Purpose {
    /// A purpose by its name. The name is part of the outcome: renaming a purpose gives other numbers.
    pub const fn new(name: &str) -> Self {
        // FNV-1a, because it can run at compile time and never changes.
        let mut rest = name.as_bytes();
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        while let [byte, tail @ ..] = rest {
            let wide = *byte as u64;
            hash = (hash ^ wide).wrapping_mul(0x0000_0100_0000_01b3);
            rest = tail;
        }
        Self(hash)
    }
}

/// A stream of random numbers: the one of (seed, purpose, index).
#[derive(Clone, Debug)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream at its first number.
    pub fn new(seed: u64, purpose: Purpose, index: u64) -> Self {
        let mut key = [0_u8; 32];
        for (to, from) in key.iter_mut().zip(seed.to_le_bytes().into_iter().chain(purpose.0.to_le_bytes())) {
            *to = from;
        }
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(index);
        Self(rng)
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Evenly over [0, 1), with all 53 bits that a double holds.
    pub fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
        let numerator = (self.bits() >> 11) as f64;
        numerator * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Evenly over [low, high).
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Evenly over the whole numbers 0..n; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let wide = u128::from(self.bits()) * (n as u128);
        // The bias is n / 2^64: far below anything that could be seen.
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// Yes with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of the items; none from an empty slice.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// The normal distribution with mean 0 and deviation 1 (Box-Muller; one number per pair of draws, so that a sampler
    /// always takes the same number of draws).
    pub fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Purpose = Purpose::new("a");
    const B: Purpose = Purpose::new("b");

    #[test]
    fn the_first_numbers_never_change() {
        let first = |seed, purpose, index| {
            let mut stream = Stream::new(seed, purpose, index);
            [stream.bits(), stream.bits(), stream.bits()]
        };
        assert_eq!(first(1, A, 0), GOLDEN);
        assert_ne!(first(1, A, 0), first(2, A, 0));
        assert_ne!(first(1, A, 0), first(1, B, 0));
        assert_ne!(first(1, A, 0), first(1, A, 1));
        let mut stream = Stream::new(1, A, 0);
        assert_eq!([stream.unit().to_bits(), stream.normal().to_bits()], GOLDEN_FLOATS);
    }

    const GOLDEN: [u64; 3] =
        [17_045_623_043_891_573_648, 1_431_894_177_719_812_716, 17_942_697_638_656_830_066];
    const GOLDEN_FLOATS: [u64; 2] = [4_606_498_277_672_176_598, 4_600_806_915_627_922_177];

    #[test]
    fn neighbouring_streams_do_not_move_together() {
        for (purpose, step) in [(A, 1_u64), (B, 1), (A, 1 << 32)] {
            let pairs: Vec<(f64, f64)> = (0..20_000)
                .map(|i| (Stream::new(7, A, i).unit() - 0.5, Stream::new(7, purpose, i + step).unit() - 0.5))
                .collect();
            let correlation = 12.0 * pairs.iter().map(|(x, y)| x * y).sum::<f64>() / 20_000.0;
            assert!(correlation.abs() < 0.03, "{correlation}");
        }
    }

    #[test]
    fn moments_of_the_basic_draws() {
        let mut stream = Stream::new(3, A, 0);
        let n = 100_000;
        let mean = |draw: &mut dyn FnMut() -> f64| (0..n).map(|_| draw()).sum::<f64>() / f64::from(n);
        assert!((mean(&mut || stream.unit()) - 0.5).abs() < 0.005);
        assert!((mean(&mut || stream.between(2.0, 4.0)) - 3.0).abs() < 0.01);
        assert!((mean(&mut || f64::from(u8::from(stream.chance(0.3)))) - 0.3).abs() < 0.01);
        assert!(mean(&mut || stream.normal()).abs() < 0.02);
        assert!((mean(&mut || stream.normal().powi(2)) - 1.0).abs() < 0.02);
        let mut seen = [0_u32; 6];
        for _ in 0..n {
            seen[stream.below(6)] += 1;
        }
        assert!(seen.iter().all(|&k| (16_000..17_400).contains(&k)), "{seen:?}");
        assert_eq!((stream.below(0), stream.pick::<u8>(&[])), (0, None));
    }
}
