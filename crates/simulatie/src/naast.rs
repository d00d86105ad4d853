//! Work beside each other: the same outcome on any number of threads.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

/// Does all of it, in the order of the items; `done` hears of each. None when `stop` became true before the end.
pub(crate) fn naast_elkaar<T: Sync, R: Send>(
    items: &[T],
    threads: NonZeroUsize,
    stop: &AtomicBool,
    done: &(dyn Fn() + Sync),
    work: impl Fn(&T) -> R + Sync,
) -> Option<Vec<R>> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut mine = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { break };
            mine.push((place, work(item)));
            done();
        }
        mine
    };
    let mut all = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(run)).collect();
        let mut all = run();
        for other in others {
            match other.join() {
                Ok(theirs) => all.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(place, _)| *place);
    (all.len() == items.len()).then(|| all.into_iter().map(|(_, found)| found).collect())
}
