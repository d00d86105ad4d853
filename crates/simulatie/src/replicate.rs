//! Many replications, on as many threads as one likes.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::engine::Run;
use crate::network::Network;
use crate::outcome::Outcome;

/// The outcomes of replications 0, 1, 2, … in that order. The number of threads changes nothing but how long it takes.
pub fn replicate(network: &Network, seed: u64, replications: u64, threads: NonZeroUsize) -> Vec<Outcome> {
    let next = AtomicU64::new(0);
    let work = || {
        let mine = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
        let mine = mine.take_while(|replication| *replication < replications);
        mine.map(|replication| (replication, Run::new(network, seed, replication, ()).finish()))
            .collect::<Vec<_>>()
    };
    let mut outcomes = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(work)).collect();
        let mut outcomes = work();
        for other in others {
            match other.join() {
                Ok(theirs) => outcomes.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        outcomes
    });
    outcomes.sort_unstable_by_key(|(replication, _)| *replication);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}
