//! Looking on while a replication plays.

use crate::dice::Visit;
use crate::tick::Tick;

/// Something that happened to a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Tick,
    /// What.
    pub what: What,
    /// Group and station: `group * stations + station`.
    pub cell: usize,
    /// Who.
    pub visit: Visit,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Was being helped when the replication started.
    There,
    /// Came from outside.
    Arrived,
    /// Found no place and waits.
    Joined,
    /// Help starts.
    Started,
    /// Help is over.
    Completed,
    /// Gave up waiting. Unless it is an event of its own
    /// ([`Network::with_timers`](crate::Network::with_timers)), this is told when they would have been called.
    Reneged,
    /// Did not join, because the queue was too long.
    TurnedAway,
    /// Was taken out because the engine cannot number more visits of one child, or more at once.
    CutOff,
}

/// Someone who looks on. The empty one, `()`, costs nothing.
pub trait Observer {
    /// Sees an event, in the order in which they happen.
    fn see(&mut self, event: &Event);
}

impl Observer for () {
    #[inline]
    fn see(&mut self, _: &Event) {}
}

impl<F: FnMut(&Event)> Observer for F {
    #[inline]
    fn see(&mut self, event: &Event) {
        self(event);
    }
}
