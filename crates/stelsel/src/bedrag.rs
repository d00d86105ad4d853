//! Money: whole eurocents, never a floating point number.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// An amount in eurocents. Negative for a credit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cent(pub i64);

impl Cent {
    /// Nothing.
    pub const NUL: Self = Self(0);

    /// Whole euros, rounded half away from zero.
    pub const fn euros(self) -> i64 {
        let half = if self.0 < 0 { -50 } else { 50 };
        (self.0 + half) / 100
    }
}

impl fmt::Display for Cent {
    /// `1234.56`: machine form, a dot and two decimals. Pages format per language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

impl Add for Cent {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Cent {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Cent {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Cent {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Cent {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::NUL, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_cents_and_sign() {
        assert_eq!(Cent(123_456).to_string(), "1234.56");
        assert_eq!(Cent(-5).to_string(), "-0.05");
        assert_eq!(Cent(0).to_string(), "0.00");
    }

    #[test]
    fn rounds_to_euros() {
        assert_eq!(Cent(149).euros(), 1);
        assert_eq!(Cent(150).euros(), 2);
        assert_eq!(Cent(-150).euros(), -2);
    }

    #[test]
    fn adds_up() {
        assert_eq!([Cent(1), Cent(2), -Cent(4)].into_iter().sum::<Cent>(), Cent(-1));
        assert_eq!(Cent(i64::MAX) + Cent(1), Cent(i64::MAX));
    }
}
