//! Numbered places for what is pending.

use std::collections::VecDeque;

use super::heap::NUMBERS;
use super::queue::Waiting;
use crate::dice::Visit;
use crate::network::{AWAY, CellNr};

/// A child that is being helped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Service {
    pub(super) visit: Visit,
    pub(super) cell: CellNr,
}

/// Those who are being helped, all stations together. The place that became free last is taken first.
#[derive(Clone, Debug, Default)]
pub(super) struct Services {
    places: Vec<Service>,
    free: Vec<u32>,
}

/// A place that nobody is in.
const NOBODY: Service = Service { visit: Visit::first(0, 0), cell: AWAY };

/// The next number of a growing table, unless there are as many as a key can tell apart.
fn grow<T>(places: &mut Vec<T>, place: T) -> Option<u32> {
    let number = places.len();
    if number == NUMBERS - 1 {
        return None;
    }
    places.push(place);
    u32::try_from(number).ok()
}

impl Services {
    /// A free place.
    #[inline]
    pub(super) fn take(&mut self) -> Option<u32> {
        self.free.pop().or_else(|| grow(&mut self.places, NOBODY))
    }

    #[expect(clippy::indexing_slicing, reason = "numbers come from `take`")]
    #[inline]
    pub(super) fn put(&mut self, number: u32, service: Service) {
        self.places[number as usize] = service;
    }

    /// Who is in a place that was filled.
    #[expect(clippy::indexing_slicing, reason = "numbers come from `take`")]
    #[inline]
    pub(super) fn get(&self, number: u32) -> Service {
        self.places[number as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "numbers come from `take`")]
    #[inline]
    pub(super) fn give_back(&mut self, number: u32) {
        self.places[number as usize] = NOBODY;
        self.free.push(number);
    }

    pub(super) fn running(&self) -> impl Iterator<Item = &Service> {
        self.places.iter().filter(|service| service.cell != AWAY)
    }
}

/// Timers of who waits, numbered in the order in which they were set, so that of two that go off at the same tick the one that
/// was set first comes first (unless 33 million lie between them). One is done when it went off *and* its child is out of the
/// queue: whichever comes first leaves a mark for the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Timers {
    /// From the oldest that is not done.
    places: VecDeque<Timer>,
    /// The number of the oldest.
    first: u32,
}

#[derive(Clone, Copy, Debug)]
enum Timer {
    /// In the queue, and the timer runs.
    Runs(Waiting),
    /// Called before the timer went off.
    Called,
    /// The timer went off; still stands in the queue.
    WentOff,
    Done,
}

#[expect(clippy::cast_possible_truncation, reason = "2^25")]
const MASK: u32 = NUMBERS as u32 - 1;

impl Timers {
    pub(super) fn take(&mut self, waiting: Waiting) -> Option<u32> {
        let ahead = u32::try_from(self.places.len()).ok().filter(|ahead| *ahead < MASK)?;
        self.places.push_back(Timer::Runs(waiting));
        Some(self.first.wrapping_add(ahead) & MASK)
    }

    /// The timer goes off: who gave up, unless they were called before.
    pub(super) fn fired(&mut self, number: u32) -> Option<Waiting> {
        match self.change(
            number,
            |timer| if matches!(timer, Timer::Runs(_)) { Timer::WentOff } else { Timer::Done },
        ) {
            Some(Timer::Runs(waiting)) => Some(waiting),
            _ => None,
        }
    }

    /// Whether a timer that has not gone off still matters; one whose child was called is done with.
    pub(super) fn still_runs(&mut self, number: u32) -> bool {
        let same_or_done = |timer| if matches!(timer, Timer::Called) { Timer::Done } else { timer };
        matches!(self.change(number, same_or_done), Some(Timer::Runs(_)))
    }

    /// Who has this timer is taken out of the queue: whether they had given up.
    pub(super) fn popped(&mut self, number: u32) -> bool {
        let before =
            self.change(
                number,
                |timer| if matches!(timer, Timer::Runs(_)) { Timer::Called } else { Timer::Done },
            );
        matches!(before, Some(Timer::WentOff))
    }

    /// Changes a timer, and gives what it was.
    fn change(&mut self, number: u32, to: impl Fn(Timer) -> Timer) -> Option<Timer> {
        let place = self.places.get_mut((number.wrapping_sub(self.first) & MASK) as usize)?;
        let before = *place;
        *place = to(before);
        while let Some(Timer::Done) = self.places.front() {
            self.places.pop_front();
            self.first = self.first.wrapping_add(1) & MASK;
        }
        Some(before)
    }
}
