//! Time in whole ticks, so that adding and comparing times gives the same on every machine.

/// A moment or a span in ticks of 2^-20 day (82 milliseconds). Moments count from the start of a replication.
///
/// Sums of ticks are exact: Little's law can be checked with `==`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tick(u64);

/// Ticks in a day.
const PER_DAY: f64 = 1_048_576.0;

impl Tick {
    /// The start.
    pub const ZERO: Self = Self(0);
    /// The last moment that can be planned: 131,072 days, 358 years, after the start.
    pub const LAST: Self = Self((1 << 37) - 1);

    /// Later than any moment: someone whose patience does not end.
    pub(crate) const NEVER: Self = Self(u64::MAX);

    /// So many days, to the nearest tick; negative and not-a-number become zero, what is beyond the last moment becomes it.
    #[inline]
    pub fn from_days(days: f64) -> Self {
        Self::from_scaled((days * PER_DAY).max(0.0))
    }

    /// So many ticks (zero or more), rounded.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, as told"
    )]
    #[inline]
    pub(crate) fn from_scaled(ticks: f64) -> Self {
        // By way of a signed number: one instruction instead of five.
        Self(((ticks + 0.5) as i64).min(Self::LAST.0.cast_signed()) as u64)
    }

    /// In days.
    #[expect(
        clippy::cast_precision_loss,
        reason = "37 bits fit a double exactly; longer sums lose what nobody sees"
    )]
    pub fn days(self) -> f64 {
        self.0 as f64 / PER_DAY
    }

    /// The number itself.
    #[inline]
    pub const fn count(self) -> u64 {
        self.0
    }

    /// From the number itself, at most [`Tick::LAST`].
    #[inline]
    pub(crate) const fn of(count: u64) -> Self {
        Self(count)
    }

    /// Later by a span, at most the last moment.
    #[inline]
    #[must_use]
    pub fn after(self, span: Self) -> Self {
        Self((self.0 + span.0).min(Self::LAST.0))
    }

    /// The span since an earlier moment; zero when it is not earlier.
    #[inline]
    #[must_use]
    pub const fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }
}

/// Ticks in a day, to scale means once instead of at every draw.
pub(crate) const fn per_day() -> f64 {
    PER_DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_back() {
        for days in [0.0, 1.0, 0.25, 37_000.0, 131_071.5] {
            assert!((Tick::from_days(days).days() - days).abs() < f64::EPSILON);
        }
        assert_eq!(Tick::from_days(4e-7), Tick::ZERO);
        assert_eq!(Tick::from_days(5e-7).count(), 1, "to the nearest");
    }

    #[test]
    fn nothing_goes_over_the_edges() {
        for (days, tick) in
            [(-3.0, Tick::ZERO), (f64::NAN, Tick::ZERO), (f64::INFINITY, Tick::LAST), (1e9, Tick::LAST)]
        {
            assert_eq!(Tick::from_days(days), tick, "{days}");
        }
        assert_eq!(Tick::LAST.after(Tick::from_days(2.0)), Tick::LAST);
        assert_eq!(Tick::ZERO.since(Tick::LAST), Tick::ZERO);
    }
}
