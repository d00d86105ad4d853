//! A handful of reading connections, opened when first needed.

use std::sync::{Condvar, Mutex, PoisonError};

use super::{Gebruik, Opslag, Verbinding};
use crate::Fout;

/// Readers at the same time. More than the cores of a small server only wait for each other.
const SIZE: usize = 4;

pub(crate) struct Pool {
    opslag: Opslag,
    state: Mutex<State>,
    returned: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Verbinding>,
    lent: usize,
}

impl Pool {
    pub(crate) fn new(opslag: Opslag) -> Self {
        Self { opslag, state: Mutex::default(), returned: Condvar::new() }
    }

    /// A connection of its own, for who reads long.
    pub(crate) fn apart(&self) -> Result<Verbinding, Fout> {
        Verbinding::open(&self.opslag, Gebruik::Lezen)
    }

    /// Reads within one transaction that sees one moment.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&mut Verbinding) -> Result<T, Fout>) -> Result<T, Fout> {
        let mut loan = Loan { db: Some(self.take()?), pool: self };
        let Some(db) = loan.db.as_mut() else { return Err(Fout::SchrijverGestopt) };
        db.begin(Gebruik::Lezen)?;
        let outcome = read(db);
        let ended = db.rollback();
        let outcome = outcome?;
        ended?;
        Ok(outcome)
    }

    fn take(&self) -> Result<Verbinding, Fout> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.idle.is_empty() && state.lent >= SIZE {
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.lent += 1;
        let idle = state.idle.pop();
        drop(state);
        if let Some(db) = idle.filter(Verbinding::is_alive) {
            return Ok(db);
        }
        Verbinding::open(&self.opslag, Gebruik::Lezen).inspect_err(|_| self.give_back(None))
    }

    fn give_back(&self, db: Option<Verbinding>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.lent -= 1;
        state.idle.extend(db);
        drop(state);
        self.returned.notify_one();
    }
}

/// Comes back to the pool also when reading panics.
struct Loan<'a> {
    db: Option<Verbinding>,
    pool: &'a Pool,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let usable = self.db.take().filter(|_| !std::thread::panicking());
        self.pool.give_back(usable);
    }
}
