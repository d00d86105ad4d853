//! The queue of what takes a moment of the processor: hashing a password.
//!
//! Who waits holds no thread, and who finds the queue full is told so at once. However many sign in at the same time, the
//! threads that read pages stay free.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::bezoek::buiten;
use crate::fout::Fout;

/// Who may wait: of a fifth of a second each, the last waits some seconds.
const RIJ: usize = 32;
/// Whose turn it is: one hashes, one stands ready.
const TEGELIJK: usize = 2;

/// The queue.
pub(crate) struct Drukte {
    rij: Arc<Semaphore>,
    beurt: Arc<Semaphore>,
}

impl Default for Drukte {
    fn default() -> Self {
        Self { rij: Arc::new(Semaphore::new(RIJ)), beurt: Arc::new(Semaphore::new(TEGELIJK)) }
    }
}

/// A place in the queue.
pub(crate) struct Plek {
    rij: OwnedSemaphorePermit,
    beurt: Arc<Semaphore>,
}

impl Drukte {
    /// A place, when there is one. Ask it before an attempt is counted: who is sent away here did not try.
    pub(crate) fn plek(&self) -> Result<Plek, Fout> {
        let rij = Arc::clone(&self.rij).try_acquire_owned().map_err(|_| Fout::Druk)?;
        Ok(Plek { rij, beurt: Arc::clone(&self.beurt) })
    }
}

impl Plek {
    /// Waits for its turn, and does the work then.
    pub(crate) async fn buiten<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let Self { rij, beurt } = self;
        let turn = beurt.acquire_owned().await.map_err(|_| Fout::Druk)?;
        buiten(move || {
            let _held = (rij, turn);
            work()
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_queue_sends_away_and_a_place_comes_free() {
        let drukte = Drukte::default();
        let mut places: Vec<Plek> = (0..RIJ).map(|_| drukte.plek().ok().unwrap()).collect();
        assert!(matches!(drukte.plek(), Err(Fout::Druk)));
        places.pop();
        assert!(drukte.plek().is_ok());
    }
}
