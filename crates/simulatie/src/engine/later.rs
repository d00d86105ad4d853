//! Timers that go off much later: most of those whose patience would end then are helped long before, and never reach the heap.

use super::heap::{Heap, Key, Kind};
use super::places::Timers;
use crate::tick::Tick;

/// Ticks in a slot, as a power of two: eight days.
const SHIFT: u32 = 23;

/// Slots of eight days each, poured into the heap when their time comes. Keys are the same as if they had been there from the start, so that
/// the order of events is too.
#[derive(Clone, Debug)]
pub(super) struct Later {
    slots: Vec<Vec<(Tick, u32)>>,
    /// The first slot that was not poured.
    next: u64,
    count: usize,
    pours_at: Tick,
}

impl Later {
    pub(super) const fn new() -> Self {
        Self { slots: Vec::new(), next: 0, count: 0, pours_at: Tick::NEVER }
    }

    /// Nothing at or after this moment may be played before the next slot is poured; never, when there is none.
    #[inline]
    pub(super) const fn pours_at(&self) -> Tick {
        self.pours_at
    }

    /// Keeps a timer; false when it is too soon for that.
    pub(super) fn keep(&mut self, now: Tick, deadline: Tick, timer: u32) -> bool {
        if self.count == 0 {
            self.next = self.next.max((now.count() >> SHIFT) + 1);
        }
        let slot = deadline.count() >> SHIFT;
        if slot < self.next {
            return false;
        }
        let Ok(place) = usize::try_from(slot) else { return false };
        if self.slots.len() <= place {
            self.slots.resize(place + 1, Vec::new());
        }
        let Some(kept) = self.slots.get_mut(place) else { return false };
        kept.push((deadline, timer));
        self.count += 1;
        self.pours_at = Tick::of(self.next << SHIFT);
        true
    }

    /// Puts the timers of the next slot into the heap, those that still matter.
    pub(super) fn pour(&mut self, heap: &mut Heap, timers: &mut Timers) {
        let slot = usize::try_from(self.next).ok().and_then(|place| self.slots.get_mut(place));
        let kept = slot.map(std::mem::take).unwrap_or_default();
        self.count -= kept.len();
        for (deadline, timer) in kept {
            if timers.still_runs(timer) {
                heap.push(Key::new(deadline, Kind::Timer, timer));
            }
        }
        self.next += 1;
        self.pours_at = if self.count > 0 { Tick::of(self.next << SHIFT) } else { Tick::NEVER };
    }
}
