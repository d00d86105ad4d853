//! Numbered places for what is pending. The place that became free last is taken first.

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

/// Those who are being helped, all stations together.
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

/// Timers of who waits. A place is free again when its timer went off *and* its child is out of the queue: whichever comes first
/// leaves a mark for the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Timers {
    places: Vec<Timer>,
    free: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
enum Timer {
    /// In the queue, and the timer runs.
    Runs(Waiting),
    /// Called before the timer went off.
    Called,
    /// The timer went off; still stands in the queue.
    WentOff,
}

#[expect(clippy::indexing_slicing, reason = "numbers come from `take`")]
impl Timers {
    pub(super) fn take(&mut self, waiting: Waiting) -> Option<u32> {
        let timer = Timer::Runs(waiting);
        match self.free.pop() {
            Some(number) => {
                self.places[number as usize] = timer;
                Some(number)
            }
            None => grow(&mut self.places, timer),
        }
    }

    /// The timer goes off: who gave up, unless they were called before.
    pub(super) fn fired(&mut self, number: u32) -> Option<Waiting> {
        match std::mem::replace(&mut self.places[number as usize], Timer::WentOff) {
            Timer::Runs(waiting) => Some(waiting),
            Timer::Called | Timer::WentOff => {
                self.free.push(number);
                None
            }
        }
    }

    /// Who has this timer is taken out of the queue: whether they had given up.
    pub(super) fn popped(&mut self, number: u32) -> bool {
        let before = std::mem::replace(&mut self.places[number as usize], Timer::Called);
        let gave_up = matches!(before, Timer::WentOff);
        if gave_up {
            self.free.push(number);
        }
        gave_up
    }
}
