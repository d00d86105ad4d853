//! Random numbers that are looked up, not advanced: the one of (seed, replication, child, visit, purpose).

/// The numbers of one replication.
///
/// The generator is Squares with five rounds (B. Widynski, arXiv 2004.06278): a multiplication of counter and key, and five
/// squarings. A number depends on nothing but its name, so that two scenarios with the same seed draw the same for the same
/// child, whatever else happens in either of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice(u64);

/// A child in one of its visits, as a counter: 16 bits of source, 24 of which one from that source, 12 of visit, and 12
/// that are left to purpose and try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Visit(u64);

const TRY_BITS: u32 = 8;
const VISIT_SHIFT: u32 = 12;
const CHILD_SHIFT: u32 = 24;
const SOURCE_SHIFT: u32 = 48;
const VISITS: u64 = (1 << 12) - 1;

/// The most visits of one child: after those it leaves.
pub const MAX_VISITS: u64 = VISITS;
/// The most children of one source in one replication.
pub const MAX_CHILDREN: u64 = 1 << (SOURCE_SHIFT - CHILD_SHIFT);

/// What a number is for. The value is part of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Roll {
    /// The time since the child before.
    Gap = 0,
    /// Whether the child comes at all, when fewer come than the most that could.
    Comes = 1,
    /// At which station it comes in.
    Entry = 2,
    /// How long a service takes.
    Service = 3,
    /// Where to after it.
    Route = 4,
    /// How long it is willing to wait.
    Patience = 5,
    /// How much is left of the service of who is there at the start.
    Left = 6,
    /// In which order those stand who wait at the start.
    Order = 7,
}

impl Visit {
    /// The first visit of child `number` of a source.
    pub(crate) const fn first(source: u16, number: u32) -> Self {
        Self((source as u64) << SOURCE_SHIFT | (number as u64) << CHILD_SHIFT)
    }

    /// The next child of the same source, at its first visit; none after the last.
    #[inline]
    pub(crate) const fn next_child(self) -> Option<Self> {
        let child = self.0 >> CHILD_SHIFT;
        if child % MAX_CHILDREN == MAX_CHILDREN - 1 { None } else { Some(Self((child + 1) << CHILD_SHIFT)) }
    }

    /// The next visit of this child; none after the last.
    #[inline]
    pub(crate) const fn next(self) -> Option<Self> {
        if self.0 >> VISIT_SHIFT & VISITS == VISITS { None } else { Some(Self(self.0 + (1 << VISIT_SHIFT))) }
    }

    /// The source the child came from.
    pub const fn source(self) -> u64 {
        self.0 >> SOURCE_SHIFT
    }

    /// The child within its source, counted from zero.
    pub const fn child(self) -> u64 {
        self.0 >> CHILD_SHIFT & (MAX_CHILDREN - 1)
    }

    /// Which visit this is, counted from zero.
    pub const fn number(self) -> u64 {
        self.0 >> VISIT_SHIFT & VISITS
    }
}

/// David Stafford's thirteenth mixer (as in SplitMix64): every bit of the outcome depends on every bit that goes in.
const fn mix(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

impl Dice {
    /// The numbers of a replication.
    pub const fn new(seed: u64, replication: u64) -> Self {
        let step = 0x9e37_79b9_7f4a_7c15_u64;
        let mixed = mix(mix(seed.wrapping_add(step)).wrapping_add(replication.wrapping_mul(step)));
        // An odd key makes multiplying by it a permutation; a high half of zeros would leave small counters small.
        Self(mixed | 1 | ((mixed >> 32 == 0) as u64) << 63)
    }

    /// The 64 random bits of a counter.
    #[inline]
    const fn bits(self, counter: u64) -> u64 {
        let y = counter.wrapping_mul(self.0);
        let z = y.wrapping_add(self.0);
        let x = y.wrapping_mul(y).wrapping_add(y).rotate_left(32);
        let x = x.wrapping_mul(x).wrapping_add(z).rotate_left(32);
        let x = x.wrapping_mul(x).wrapping_add(y).rotate_left(32);
        let t = x.wrapping_mul(x).wrapping_add(z);
        let x = t.rotate_left(32);
        t ^ x.wrapping_mul(x).wrapping_add(y) >> 32
    }

    /// The numbers for one purpose of a child in a visit.
    #[inline]
    pub(crate) const fn roll(self, visit: Visit, roll: Roll) -> Rolls {
        Rolls { dice: self, counter: visit.0 | (roll as u64) << TRY_BITS }
    }
}

/// The numbers of one purpose, one after the other (a draw that is rejected needs more than one).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rolls {
    dice: Dice,
    counter: u64,
}

impl Rolls {
    /// The next 64 bits.
    #[inline]
    pub(crate) const fn bits(&mut self) -> u64 {
        let bits = self.dice.bits(self.counter);
        // 256 tries in a row are never reached; were they, the numbers would repeat and the draw would still end.
        let next = self.counter.wrapping_add(1) & 0xff;
        self.counter = self.counter & !0xff | next;
        bits
    }

    /// Evenly over the multiples of 2^-53 in [0, 1).
    #[inline]
    pub(crate) const fn unit(&mut self) -> f64 {
        unit(self.bits())
    }
}

/// The upper 53 bits as a number in [0, 1).
#[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
#[inline]
pub(crate) const fn unit(bits: u64) -> f64 {
    // By way of a signed number: one instruction instead of four.
    (bits >> 11).cast_signed() as f64 * (1.0 / 9_007_199_254_740_992.0)
}

#[cfg(test)]
mod tests;
