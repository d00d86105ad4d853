//! What is to happen, soonest first: a 4-ary implicit heap.

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

/// The heap. Children of entry `i` are `4i + 1 ..= 4i + 4`; groups of four are always whole, filled up with [`Key::NONE`].
#[derive(Clone, Debug)]
pub(crate) struct Heap {
    keys: Vec<Key>,
    len: usize,
}

impl Heap {
    pub(crate) fn new() -> Self {
        Self { keys: vec![Key::NONE], len: 0 }
    }

    /// The soonest event.
    #[inline]
    pub(crate) fn top(&self) -> Option<Key> {
        self.keys.first().copied().filter(|key| *key != Key::NONE)
    }

    #[expect(clippy::indexing_slicing, reason = "`hole` is within the filled part, a parent is before its child")]
    #[inline]
    pub(crate) fn push(&mut self, key: Key) {
        if self.len == self.keys.len() {
            self.keys.extend([Key::NONE; 4]);
        }
        let keys = self.keys.as_mut_slice();
        let mut hole = self.len;
        self.len += 1;
        while hole > 0 {
            let parent = (hole - 1) / 4;
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
        let Some(last) = self.len.checked_sub(1) else { return };
        self.len = last;
        let Some(moved) = self.keys.get_mut(last) else { return };
        let key = std::mem::replace(moved, Key::NONE);
        if last > 0 {
            self.replace_top(key);
        }
    }

    /// Puts an event in the place of the soonest one: half the work of taking one away and adding one.
    #[expect(clippy::indexing_slicing, reason = "`first + at` is in the group of four that was just read")]
    #[inline]
    pub(crate) fn replace_top(&mut self, key: Key) {
        let keys = self.keys.as_mut_slice();
        let mut hole = 0;
        let mut first = 1;
        while let Some(&[a, b, c, d]) = keys.get(first..).and_then(|rest| rest.first_chunk::<4>()) {
            // Written so that it becomes conditional moves: which child is smallest cannot be predicted.
            let (low, low_at) = if b < a { (b, 1) } else { (a, 0) };
            let (high, high_at) = if d < c { (d, 3) } else { (c, 2) };
            let (least, at) = if high < low { (high, high_at) } else { (low, low_at) };
            if key < least {
                break;
            }
            keys[hole] = least;
            hole = first + at;
            first = 4 * hole + 1;
        }
        if let Some(place) = keys.get_mut(hole) {
            *place = key;
        }
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
        assert!(at(5, Kind::Timer, 9) < at(5, Kind::Calendar, 0) && at(5, Kind::Calendar, 9) < at(5, Kind::Arrival, 0));
        assert!(at(5, Kind::Arrival, 9) < at(5, Kind::Service, 0) && at(5, Kind::Service, 0) < at(5, Kind::Service, 1));
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
