//! Choices that are tried on the model while the program runs: one at a time on all cores, the rest in line, and each with its count,
//! a way to stop it, and its outcome for as long as there is room. Nothing here knows a person.

pub(crate) mod uitkomst;

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use simulatie::scenario::{Scenario, probeer};
use stelsel::Id;

pub(crate) use self::uitkomst::Bewaarvorm;
use crate::adres::Poging;

/// So many runs are remembered; of those that are done the oldest goes first.
const MEEST: usize = 40;
/// So many of one person may wait or run.
const MEEST_VAN_EEN: usize = 3;
/// So many may wait or run in all.
const MEEST_IN_RIJ: usize = 12;
/// So many replications at most by the pages: what they hold while they run is then some tens of megabytes.
pub(crate) const HERHALINGEN: u64 = 1_000;

/// A run.
pub(crate) struct Proef {
    pub(crate) id: Id<Poging>,
    /// The account of who began it: nobody else sees it.
    account: String,
    /// The file it was read from.
    pub(crate) toml: String,
    pub(crate) scenario: Scenario,
    gedaan: AtomicU64,
    stop: AtomicBool,
    eind: Mutex<Eind>,
}

/// What a run came to.
#[derive(Clone)]
enum Eind {
    /// It waits for its turn.
    Wacht,
    Bezig,
    Klaar(Arc<Bewaarvorm>),
    /// The model could not be built, or fell over: in words for the log.
    Mis(String),
}

/// How it is with a run.
pub(crate) enum Stand {
    /// So many go before it.
    Wacht(usize),
    /// So many replications are done.
    Bezig(u64),
    /// It is done, or was stopped: this came of it.
    Klaar(Arc<Bewaarvorm>),
    Mis(String),
}

/// Why a run was not taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vol {
    /// This person has as many as one may have.
    VanUzelf,
    /// There are as many as the program takes.
    Overal,
}

/// All runs.
#[derive(Default)]
pub(crate) struct Proeven {
    rij: Mutex<Rij>,
}

#[derive(Default)]
struct Rij {
    /// All that are remembered, the oldest first.
    alle: VecDeque<Arc<Proef>>,
    /// Whether a thread plays them.
    speelt: bool,
}

/// What is behind a lock is whole, also when a thread fell over while it had it: every change is one step.
fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Proef {
    fn eind(&self) -> Eind {
        open(&self.eind).clone()
    }

    fn is_bezig(&self) -> bool {
        matches!(*open(&self.eind), Eind::Wacht | Eind::Bezig)
    }

    fn play(&self) {
        let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let done = || {
            self.gedaan.fetch_add(1, Ordering::Relaxed);
        };
        let played = catch_unwind(AssertUnwindSafe(|| probeer(&self.scenario, threads, &self.stop, &done)));
        let eind = match played {
            Ok(Ok(outcome)) => Eind::Klaar(Arc::new(Bewaarvorm::of(&self.scenario, &outcome, threads.get()))),
            Ok(Err(fault)) => Eind::Mis(fault.to_string()),
            Err(_) => Eind::Mis("the model fell over".to_owned()),
        };
        *open(&self.eind) = eind;
    }
}

impl Proeven {
    /// Takes a run on: it begins at once, or waits in line.
    pub(crate) fn begin(
        self: &Arc<Self>,
        id: Id<Poging>,
        account: &str,
        toml: String,
        scenario: Scenario,
    ) -> Result<Arc<Proef>, Vol> {
        let proef = Arc::new(Proef {
            id,
            account: account.to_owned(),
            toml,
            scenario,
            gedaan: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            eind: Mutex::new(Eind::Wacht),
        });
        let mut rij = open(&self.rij);
        let busy: Vec<_> = rij.alle.iter().filter(|one| one.is_bezig()).collect();
        if busy.iter().filter(|one| one.account == account).count() >= MEEST_VAN_EEN {
            return Err(Vol::VanUzelf);
        }
        if busy.len() >= MEEST_IN_RIJ {
            return Err(Vol::Overal);
        }
        while rij.alle.len() >= MEEST {
            let Some(oldest) = rij.alle.iter().position(|one| !one.is_bezig()) else { break };
            rij.alle.remove(oldest);
        }
        rij.alle.push_back(Arc::clone(&proef));
        if !rij.speelt {
            let all = Arc::clone(self);
            let begun = thread::Builder::new().name("uitproberen".to_owned()).spawn(move || all.play());
            match begun {
                Ok(_) => rij.speelt = true,
                Err(fault) => *open(&proef.eind) = Eind::Mis(fault.to_string()),
            }
        }
        Ok(proef)
    }

    /// Plays what waits, one after another, until nothing does.
    fn play(&self) {
        loop {
            let next = {
                let mut rij = open(&self.rij);
                let waits = |one: &&Arc<Proef>| matches!(*open(&one.eind), Eind::Wacht);
                let Some(next) = rij.alle.iter().find(waits).cloned() else {
                    rij.speelt = false;
                    return;
                };
                *open(&next.eind) = Eind::Bezig;
                next
            };
            next.play();
        }
    }

    /// A run of somebody.
    pub(crate) fn find(&self, id: Id<Poging>, account: &str) -> Option<Arc<Proef>> {
        open(&self.rij).alle.iter().find(|one| one.id == id && one.account == account).cloned()
    }

    /// The runs of somebody, the newest first.
    pub(crate) fn van(&self, account: &str) -> Vec<Arc<Proef>> {
        open(&self.rij).alle.iter().rev().filter(|one| one.account == account).cloned().collect()
    }

    /// How it is with a run.
    pub(crate) fn stand(&self, proef: &Proef) -> Stand {
        match proef.eind() {
            Eind::Wacht => {
                let rij = open(&self.rij);
                let before = rij.alle.iter().take_while(|one| one.id != proef.id);
                Stand::Wacht(before.filter(|one| one.is_bezig()).count())
            }
            Eind::Bezig => Stand::Bezig(proef.gedaan.load(Ordering::Relaxed)),
            Eind::Klaar(outcome) => Stand::Klaar(outcome),
            Eind::Mis(why) => Stand::Mis(why),
        }
    }

    /// Stops a run: what has begun is played to its end, and the outcome is of what was done. One that waits does not begin.
    pub(crate) fn stop(&self, proef: &Proef) {
        // With the line locked, nothing can begin meanwhile.
        let _rij = open(&self.rij);
        proef.stop.store(true, Ordering::Relaxed);
        let mut eind = open(&proef.eind);
        if matches!(*eind, Eind::Wacht) {
            *eind = Eind::Klaar(Arc::new(Bewaarvorm::niets(&proef.scenario)));
        }
    }
}

#[cfg(test)]
mod tests;
