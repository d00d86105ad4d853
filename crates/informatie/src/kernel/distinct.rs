//! Counts of youths.

use super::axis::{Axis, cells};
use super::index::{Index, Visit};
use super::sum::add_up;
use crate::snapshot::{Snapshot, SnapshotFout};

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    /// The youth that was counted last in a cell, plus one, and how many were.
    counted: Vec<(u32, u32)>,
}

/// Counts a youth in a cell when it is not the one that was counted there last.
struct Counting<'a> {
    clients: &'a [u32],
    counted: &'a mut [(u32, u32)],
}

impl Visit for Counting<'_> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        for (cell, client) in cells.zip(self.clients) {
            if let Some((last, count)) = self.counted.get_mut(cell as usize) {
                *count += u32::from(*last != client + 1);
                *last = client + 1;
            }
        }
    }
}

/// The number of different youths per cell.
pub fn distinct(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<u32>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.counted.resize(cells, (0, 0));
        part.clients(&mut bench.clients)?;
        let mut counting = Counting { clients: &bench.clients, counted: &mut bench.counted };
        bench.index.visit(part, axes, &mut counting)
    })?;
    let counts: Vec<Vec<u32>> =
        benches.iter().map(|bench| bench.counted.iter().map(|(_, count)| *count).collect()).collect();
    Ok(add_up(cells, counts.iter().map(Vec::as_slice)))
}
