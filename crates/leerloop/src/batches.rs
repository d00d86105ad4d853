//! From a stream of pieces to batches in the register: one thread reads and checks, while the writer stores what came before.

use std::sync::mpsc::sync_channel;

use anyhow::{Context, Result};
use register::{Register, Stuk, Uitkomst, Wijze, judge};

/// How much goes into one transaction.
#[derive(Clone, Copy, Debug)]
pub struct Portie {
    pieces: usize,
    /// Large claims go in smaller batches, so that memory stays bounded.
    bytes: usize,
}

impl Portie {
    /// For messages from outside: enough to share the cost of a commit, few enough to lose little by a repetition.
    pub const IMPORT: Self = Self { pieces: 2_000, bytes: 8 * 1024 * 1024 };
    /// This many pieces in a transaction at most.
    #[must_use]
    pub fn of_pieces(self, pieces: usize) -> Self {
        Self { pieces: pieces.clamp(1, self.pieces), ..self }
    }

    /// For the demo, which only has to be quick: the larger the batch, the fewer times a page is written.
    pub const DEMO: Self = Self { pieces: 4_000, bytes: 14 * 1024 * 1024 };
}

/// Judged batches that may wait for the writer.
const WAITING: usize = 1;

/// Stores all pieces; `report` hears the name and the outcome of each, in order.
pub fn store_all(
    register: &Register,
    wijze: Wijze,
    portie: Portie,
    pieces: impl Iterator<Item = Stuk> + Send,
    mut report: impl FnMut(String, Uitkomst),
) -> Result<()> {
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(WAITING);
        scope.spawn(move || {
            let mut pieces = pieces.peekable();
            while pieces.peek().is_some() {
                let batch = next_batch(portie, &mut pieces);
                let names: Vec<String> = batch.iter().map(name_of).collect();
                // The receiver is gone when storing failed; it tells why.
                if send.send((names, judge(batch))).is_err() {
                    break;
                }
            }
        });
        for (names, judged) in receive {
            let outcomes = register.store(judged, wijze).context("het register / the register")?;
            for (name, outcome) in names.into_iter().zip(outcomes) {
                report(name, outcome);
            }
        }
        Ok(())
    })
}

fn next_batch(portie: Portie, pieces: &mut impl Iterator<Item = Stuk>) -> Vec<Stuk> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < portie.pieces && bytes < portie.bytes {
        let Some(piece) = pieces.next() else { break };
        if let Stuk::Bestand(file) | Stuk::Geweigerd { file, .. } = &piece {
            bytes += file.bytes.len();
        }
        batch.push(piece);
    }
    batch
}

fn name_of(piece: &Stuk) -> String {
    match piece {
        Stuk::Bestand(file) | Stuk::Geweigerd { file, .. } => file.bestand.clone(),
        Stuk::Onleesbaar { bestand, .. } => bestand.clone(),
    }
}
