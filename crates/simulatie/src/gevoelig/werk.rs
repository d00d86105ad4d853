//! Runs on as many threads as one likes, in an order of their own.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use crate::model::ModelError;

/// How runs are played: threads, when to stop, who hears of each that is ready.
#[derive(Clone, Copy)]
pub struct Werk<'a> {
    /// How many threads. They change nothing but how long it takes.
    pub threads: NonZeroUsize,
    /// When it becomes true nothing new is begun.
    pub stop: &'a AtomicBool,
    /// Called after each run, from any thread.
    pub done: &'a (dyn Fn() + Sync),
}

impl Werk<'_> {
    /// The values of runs 0, 1, 2, … up to the first that is missing because it was stopped.
    pub(crate) fn play(
        &self,
        count: u64,
        run: &(dyn Fn(u64) -> Result<Vec<f64>, ModelError> + Sync),
    ) -> Result<Vec<Vec<f64>>, ModelError> {
        let next = AtomicU64::new(0);
        let work = || {
            let mut mine = Vec::new();
            while !self.stop.load(Ordering::Relaxed) {
                let nr = next.fetch_add(1, Ordering::Relaxed);
                if nr >= count {
                    break;
                }
                mine.push((nr, run(nr)));
                (self.done)();
            }
            mine
        };
        let mut all = thread::scope(|scope| {
            let others: Vec<_> = (1..self.threads.get()).map(|_| scope.spawn(work)).collect();
            let mut all = work();
            for other in others {
                match other.join() {
                    Ok(theirs) => all.extend(theirs),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        });
        all.sort_unstable_by_key(|(nr, _)| *nr);
        let whole = all.into_iter().zip(0_u64..).take_while(|((nr, _), place)| nr == place);
        whole.map(|((_, values), _)| values).collect()
    }
}
