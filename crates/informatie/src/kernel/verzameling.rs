//! Sets of youths: how many, and what tells one set from another.

use std::ops::AddAssign;

/// A set of different youths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Verzameling {
    /// How many.
    pub jeugdigen: u32,
    /// The sum of their cell keys, modulo 2^64: the same set has the same sum in every table and in every snapshot.
    pub sleutels: u64,
}

/// Counts wrap around: a sum of steps goes through less than nothing on its way.
impl AddAssign for Verzameling {
    fn add_assign(&mut self, other: Self) {
        self.jeugdigen = self.jeugdigen.wrapping_add(other.jeugdigen);
        self.sleutels = self.sleutels.wrapping_add(other.sleutels);
    }
}

/// What a youth adds to a cell: one, or one and its cell key. Who does not need keys does not pay for them.
pub(super) trait Weight: Copy + Default + AddAssign + Send {
    /// What this youth adds, if it is new to the cell.
    fn of(new: bool, youth: u32, keys: &[u64]) -> Self;
    /// What takes it away again.
    fn negated(self) -> Self;
}

/// A number of youths.
#[derive(Clone, Copy, Default)]
pub(super) struct Aantal(pub(super) u32);

impl AddAssign for Aantal {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.wrapping_add(other.0);
    }
}

impl Weight for Aantal {
    fn of(new: bool, _: u32, _: &[u64]) -> Self {
        Self(u32::from(new))
    }

    fn negated(self) -> Self {
        Self(self.0.wrapping_neg())
    }
}

impl Weight for Verzameling {
    fn of(new: bool, youth: u32, keys: &[u64]) -> Self {
        let key = keys.get(youth as usize).copied().unwrap_or(0);
        Self { jeugdigen: u32::from(new), sleutels: if new { key } else { 0 } }
    }

    fn negated(self) -> Self {
        Self { jeugdigen: self.jeugdigen.wrapping_neg(), sleutels: self.sleutels.wrapping_neg() }
    }
}
