//! Counts of youths.

use super::axis::{Axis, cells};
use super::index::Index;
use super::sum::add_up;
use crate::snapshot::{Snapshot, SnapshotFout};

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    /// The youth that was counted last in a cell, plus one, and how many were.
    counted: Vec<(u32, u32)>,
}

/// The number of different youths per cell.
pub fn distinct(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<u32>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.counted.resize(cells, (0, 0));
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        for (cell, client) in bench.index.cell.iter().zip(&bench.clients) {
            if let Some((last, count)) = bench.counted.get_mut(*cell as usize) {
                *count += u32::from(*last != client + 1);
                *last = client + 1;
            }
        }
        Ok(())
    })?;
    let counts: Vec<Vec<u32>> =
        benches.iter().map(|bench| bench.counted.iter().map(|(_, count)| *count).collect()).collect();
    Ok(add_up(cells, counts.iter().map(Vec::as_slice)))
}
