//! What is to happen, soonest first: a 4-ary implicit heap.

use std::cell::Cell;

use crate::tick::Tick;

/// What kind of event it is. At the same tick the kinds happen in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The patience of someone who waits ends.
    Timer = 0,
    /// A table changes: servers, a rate, the year of a budget.
    Calendar = 1,
    /// A child comes from outside.
    Arrival = 2,
    /// A service ends.
    Service = 3,
}

/// An event in one number: the tick in the upper 37 bits, then two bits of kind and 25 bits of which one.
///
/// Two pending events never have the same kind and number, so that all keys differ and their order is complete: no sequence
/// number is needed, and the heap moves one word per entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(u64);

const NUMBER_BITS: u32 = 25;
const TICK_SHIFT: u32 = NUMBER_BITS + 2;

/// How many events of one kind can be pending.
pub(crate) const NUMBERS: usize = 1 << NUMBER_BITS;

impl Key {
    /// Larger than all others.
    const NONE: Self = Self(u64::MAX);

    #[inline]
    pub(crate) const fn new(at: Tick, kind: Kind, number: u32) -> Self {
        Self(at.count() << TICK_SHIFT | (kind as u64) << NUMBER_BITS | number as u64)
    }

    #[inline]
    pub(crate) const fn at(self) -> Tick {
        Tick::of(self.0 >> TICK_SHIFT)
    }

    #[inline]
    pub(crate) const fn kind(self) -> Kind {
        match self.0 >> NUMBER_BITS & 3 {
            0 => Kind::Timer,
            1 => Kind::Calendar,
            2 => Kind::Arrival,
            _ => Kind::Service,
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "25 bits")]
    #[inline]
    pub(crate) const fn number(self) -> u32 {
        self.0 as u32 & (NUMBERS as u32 - 1)
    }
}

/// The heap. The root is entry 3, and the four children of entry `n` are entries `4 (n - 2) ..= 4 (n - 2) + 3`: groups of four
/// that begin at a multiple of four. The last group is filled up with [`Key::NONE`], so that a group is always whole.
#[derive(Clone, Debug)]
pub(crate) struct Heap {
    keys: Vec<Key>,
    /// One after the last entry.
    end: usize,
}

/// Where the root is.
const ROOT: usize = 3;

#[expect(
    clippy::indexing_slicing,
    reason = "the first group is always there, a group is added when none has room, a parent is before its child"
)]
impl Heap {
    pub(crate) fn new() -> Self {
        Self { keys: vec![Key::NONE; 4], end: ROOT }
    }

    /// The soonest event.
    #[inline]
    pub(crate) fn top(&self) -> Option<Key> {
        let top = self.keys[ROOT];
        if top == Key::NONE { None } else { Some(top) }
    }

    #[inline]
    pub(crate) fn push(&mut self, key: Key) {
        if self.end == self.keys.len() {
            self.keys.extend([Key::NONE; 4]);
        }
        let keys = self.keys.as_mut_slice();
        let mut hole = self.end;
        self.end += 1;
        while hole > ROOT {
            let parent = hole / 4 + 2;
            if keys[parent] < key {
                break;
            }
            keys[hole] = keys[parent];
            hole = parent;
        }
        keys[hole] = key;
    }

    /// Takes the soonest event away.
    #[inline]
    pub(crate) fn pop(&mut self) {
        if self.end == ROOT {
            return;
        }
        self.end -= 1;
        let key = std::mem::replace(&mut self.keys[self.end], Key::NONE);
        if self.end > ROOT {
            self.replace_top(key);
        }
    }

    /// Puts an event in the place of the soonest one: half the work of taking one away and adding one.
    #[inline]
    pub(crate) fn replace_top(&mut self, key: Key) {
        // As cells, so that the hole can be held on to while the next group is read.
        let keys = Cell::from_mut(self.keys.as_mut_slice()).as_slice_of_cells();
        let (groups, _) = keys.as_chunks::<4>();
        let mut hole = &keys[ROOT];
        let mut number = 1;
        while let Some(group) = groups.get(number) {
            let [a, b, c, d] = group;
            // Which child is smallest cannot be predicted: as numbers and conditional moves instead of branches.
            let low_at = usize::from(b.get() < a.get());
            let high_at = 2 + usize::from(d.get() < c.get());
            let (low, high) = (group[low_at].get(), group[high_at].get());
            let (least, at) = if high < low { (high, high_at) } else { (low, low_at) };
            if key < least {
                break;
            }
            hole.set(least);
            hole = &group[at];
            number = 4 * number + at - 2;
        }
        hole.set(key);
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_key_gives_back_what_it_was_made_of() {
        for kind in [Kind::Timer, Kind::Calendar, Kind::Arrival, Kind::Service] {
            for (tick, number) in [(0, 0), (1 << 36, 7), (Tick::LAST.count(), (1 << 25) - 2)] {
                let tick = Tick::of(tick.min(Tick::LAST.count()));
                let key = Key::new(tick, kind, number);
                assert_eq!((key.at(), key.kind(), key.number()), (tick, kind, number));
            }
        }
        let at = |tick, kind, number| Key::new(Tick::of(tick), kind, number);
        assert!(at(4, Kind::Service, 9) < at(5, Kind::Timer, 0));
        assert!(
            at(5, Kind::Timer, 9) < at(5, Kind::Calendar, 0)
                && at(5, Kind::Calendar, 9) < at(5, Kind::Arrival, 0)
        );
        assert!(
            at(5, Kind::Arrival, 9) < at(5, Kind::Service, 0)
                && at(5, Kind::Service, 0) < at(5, Kind::Service, 1)
        );
    }

    proptest! {
        #[test]
        fn it_gives_what_a_heap_of_the_library_gives(steps in prop::collection::vec((0..3_u8, 0..50_u64), 0..400)) {
            let mut heap = Heap::new();
            let mut other = BinaryHeap::new();
            for (number, (step, tick)) in (0..).zip(steps) {
                let key = Key::new(Tick::of(tick), Kind::Service, number);
                match step {
                    0 if !other.is_empty() => { heap.pop(); other.pop(); }
                    1 if !other.is_empty() => { heap.replace_top(key); other.pop(); other.push(Reverse(key)); }
                    _ => { heap.push(key); other.push(Reverse(key)); }
                }
                prop_assert_eq!(heap.top(), other.peek().map(|key| key.0));
            }
            while let Some(Reverse(key)) = other.pop() {
                prop_assert_eq!(heap.top(), Some(key));
                heap.pop();
            }
            prop_assert_eq!(heap.top(), None);
            heap.pop();
        }
    }
}
