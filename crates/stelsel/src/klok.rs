//! Time as a parameter. Only the program's `main` reads the real clock.

use std::sync::Mutex;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Where the time comes from.
pub trait Klok: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;

    /// The present day in the Netherlands, where the terms of the Jeugdwet run.
    fn today(&self) -> Date {
        dutch_day(self.now())
    }
}

/// The Dutch time zone.
pub fn dutch_zone() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

/// The civil day in the Netherlands at a moment.
pub fn dutch_day(moment: Timestamp) -> Date {
    moment.to_zoned(dutch_zone()).date()
}

/// Whether a moment is the very beginning of a day in the Netherlands.
pub fn is_midnight(moment: Timestamp) -> bool {
    moment.to_zoned(dutch_zone()).time() == jiff::civil::Time::midnight()
}

/// A clock that stands still until it is set: for tests, and for the demo that plays years in seconds.
#[derive(Debug)]
pub struct VasteKlok(Mutex<Timestamp>);

impl VasteKlok {
    /// A clock that shows `moment`.
    pub const fn new(moment: Timestamp) -> Self {
        Self(Mutex::new(moment))
    }

    /// Moves the hands.
    pub fn set(&self, moment: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = moment;
    }

    /// Moves on by a duration.
    pub fn advance(&self, by: SignedDuration) {
        let next = self.now() + by;
        self.set(next);
    }
}

impl Klok for VasteKlok {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_is_the_dutch_day() {
        let clock = VasteKlok::new("2026-06-30T22:30:00Z".parse().unwrap());
        assert_eq!(clock.today(), date(2026, 7, 1));
        clock.advance(SignedDuration::from_hours(24));
        assert_eq!(clock.today(), date(2026, 7, 2));
    }
}
