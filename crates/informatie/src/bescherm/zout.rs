//! The secret from which noise is drawn.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::kernel::Verzameling;

/// The secret of a region for its published figures. Whoever has it can take the noise away again; without it a draw cannot be told from
/// chance. Another secret gives other figures: keep it as long as anything that was published matters.
#[derive(Clone)]
pub struct Zout(Hmac<Sha256>);

impl std::fmt::Debug for Zout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Zout(..)")
    }
}

/// What is drawn for: draws for one thing say nothing of those for another.
#[derive(Clone, Copy)]
pub(super) enum Doel {
    Telling = 1,
    Deel = 2,
    Kwantiel = 3,
    Bedrag = 4,
    Groei = 5,
}

impl Zout {
    /// The secret: 32 bytes that were drawn at random for this purpose only.
    pub fn new(secret: [u8; 32]) -> Self {
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(secret) {
            *to = from;
        }
        Self(Hmac::new(&block.into()))
    }

    /// Draws for a set of youths. The same set, purpose and numbers have the same draw for ever.
    pub(super) fn draw(&self, doel: Doel, wie: Verzameling, more: &[u64]) -> Trekking {
        let mut mac = self.0.clone();
        mac.update(&[doel as u8]);
        mac.update(&wie.jeugdigen.to_le_bytes());
        mac.update(&wie.sleutels.to_le_bytes());
        for number in more {
            mac.update(&number.to_le_bytes());
        }
        Trekking(mac.finalize().into_bytes().into())
    }
}

/// Random bits.
#[derive(Clone, Copy)]
pub(super) struct Trekking([u8; 32]);

impl Trekking {
    /// One of four independent numbers, even over all of 64 bits.
    fn bits<const N: usize>(&self) -> u64 {
        self.0.as_chunks::<8>().0.get(N).map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    /// Whether a chance of `part` in `whole` comes true.
    pub(super) fn chance<const N: usize>(&self, part: u128, whole: u128) -> bool {
        // Both below 2^63, so that nothing is lost.
        (u128::from(self.bits::<N>() >> 1) * whole) >> 63 < part
    }

    /// A number of at least 0 and below 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub(super) fn fraction<const N: usize>(&self) -> f64 {
        (self.bits::<N>() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// `part / whole` rounded to a multiple of `base`: to the one below or the one above, so that the expectation is exact.
    pub(super) fn round<const N: usize>(&self, part: u128, whole: u128, base: u64) -> u64 {
        let step = whole.max(1) * u128::from(base.max(1));
        let up = self.chance::<N>(part % step, step);
        let steps = part / step + u128::from(up);
        u64::try_from(steps).unwrap_or(u64::MAX).saturating_mul(base.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(jeugdigen: u32, sleutels: u64) -> Verzameling {
        Verzameling { jeugdigen, sleutels }
    }

    #[test]
    fn the_same_has_the_same_and_another_secret_another() {
        let (one, two) = (Zout::new([1; 32]), Zout::new([2; 32]));
        let bits = |zout: &Zout, doel, wie| zout.draw(doel, wie, &[]).bits::<0>();
        let first = bits(&one, Doel::Telling, set(12, 99));
        assert_eq!(first, bits(&one.clone(), Doel::Telling, set(12, 99)));
        for other in [
            bits(&two, Doel::Telling, set(12, 99)),
            bits(&one, Doel::Deel, set(12, 99)),
            bits(&one, Doel::Telling, set(13, 99)),
            bits(&one, Doel::Telling, set(12, 98)),
            one.draw(Doel::Telling, set(12, 99), &[7]).bits::<0>(),
            one.draw(Doel::Telling, set(12, 99), &[]).bits::<1>(),
        ] {
            assert_ne!(first, other);
        }
        assert_eq!(format!("{one:?}"), "Zout(..)");
    }

    /// Every remainder goes up as often as it should: within four standard deviations.
    #[test]
    fn rounding_is_exact_in_the_mean() {
        let zout = Zout::new([3; 32]);
        for n in 10..30_u32 {
            let draws = 20_000_u32;
            let up = (0..draws)
                .filter(|key| {
                    let shown =
                        zout.draw(Doel::Telling, set(n, (*key).into()), &[]).round::<0>(n.into(), 1, 5);
                    assert!(shown.is_multiple_of(5) && shown.abs_diff(n.into()) < 5);
                    shown > u64::from(n)
                })
                .count();
            let share = f64::from(n % 5) / 5.0;
            let found = f64::from(u32::try_from(up).unwrap()) / f64::from(draws);
            let deviation = (share * (1.0 - share) / f64::from(draws)).sqrt();
            assert!((found - share).abs() <= 4.0 * deviation, "{n}: {found} is not {share}");
        }
    }
}
