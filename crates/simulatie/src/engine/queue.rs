//! Who waits.

use std::collections::VecDeque;

use crate::dice::Visit;
use crate::network::CellNr;
use crate::tick::Tick;

/// No timer.
pub(super) const NO_TIMER: u32 = u32::MAX;

/// Someone in a queue, in 32 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub(super) joined: Tick,
    /// When patience ends.
    pub(super) deadline: Tick,
    pub(super) visit: Visit,
    pub(super) cell: CellNr,
    /// The timer that says so, when it is an event of its own; else [`NO_TIMER`].
    pub(super) timer: u32,
}

/// One priority of one station, first come, first served. Who gave up may stand in it until they would have been called.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue(VecDeque<Waiting>);

impl Queue {
    #[inline]
    pub(super) fn push(&mut self, waiting: Waiting) {
        self.0.push_back(waiting);
    }

    #[inline]
    pub(super) fn pop(&mut self) -> Option<Waiting> {
        self.0.pop_front()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Waiting> {
        self.0.iter()
    }
}
