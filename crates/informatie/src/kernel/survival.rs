//! Waiting, of those who started and of those who still wait together (Kaplan and Meier, 1958).

use super::axis::Axis;
use super::spread::{Measure, Spread, spread};
use crate::snapshot::{Column, Snapshot, SnapshotFout, unix_day};
use crate::statistiek::Waarneming;

/// How long was waited: of those with whom help began, and of those with whom it has not.
#[derive(Debug)]
pub struct Survival {
    started: Spread,
    waiting: Spread,
}

/// Collects waits per cell. Who still waits on the day of the figures, or was withdrawn, waited *at least* so long: that is known of
/// them, and leaving them out would make waits look shorter the longer the queue grows.
pub fn survival(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Survival, SnapshotFout> {
    let day = unix_day(snapshot.manifest().herkomst.peildag);
    Ok(Survival {
        started: spread(snapshot, threads, axes, Measure::Column(Column::Wacht))?,
        waiting: spread(snapshot, threads, axes, Measure::WachtTot(day))?,
    })
}

impl Survival {
    /// Youths' allocations of a cell: those that started, and those that did not.
    pub fn count(&self, cell: usize) -> (usize, usize) {
        (self.started.count(cell), self.waiting.count(cell))
    }

    /// The waits of a cell, in no order.
    pub(crate) fn waarnemingen(&self, cell: usize) -> impl Iterator<Item = Waarneming> {
        let over = |voorbij: bool| move |dagen: u16| Waarneming { dagen, voorbij };
        self.started.values(cell).map(over(true)).chain(self.waiting.values(cell).map(over(false)))
    }

    /// For each share, the first day on which help has begun with that share; `None` where it has not come so far. Shares ascend.
    ///
    /// On a day on which some start and others are last seen waiting, those who wait count as waiting on that day.
    pub fn quantiles<const N: usize>(&self, cell: usize, shares: [f64; N]) -> [Option<u16>; N] {
        let mut waits: Vec<(u16, bool)> = self.started.values(cell).map(|wait| (wait, false)).collect();
        waits.extend(self.waiting.values(cell).map(|wait| (wait, true)));
        waits.sort_unstable();
        let mut found = [None; N];
        let mut slots = shares.iter().zip(&mut found).peekable();
        let mut at_risk = waits.len();
        let mut still = 1.0;
        for day in waits.chunk_by(|a, b| a.0 == b.0) {
            let started = day.iter().filter(|(_, waits)| !waits).count();
            still *= ratio(at_risk - started, at_risk);
            at_risk -= day.len();
            let wait = day.first().map(|(wait, _)| *wait);
            // A hair of room: shares such as 0.9 are not whole in two's.
            while let Some((_, slot)) = slots.next_if(|(share, _)| 1.0 - still >= **share - 1e-12) {
                *slot = wait;
            }
        }
        found
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
