//! Counts of youths.

use super::axis::{Axis, cells};
use super::index::{Index, Visit};
use super::sum::add_up;
use super::verzameling::{Aantal, Verzameling, Weight};
use crate::snapshot::{Snapshot, SnapshotFout};

#[derive(Default)]
struct Bench<W> {
    index: Index,
    clients: Vec<u32>,
    /// The youth that was counted last in a cell, plus one, and how many were.
    counted: Vec<(u32, W)>,
}

/// Counts a youth in a cell when it is not the one that was counted there last.
struct Counting<'a, W> {
    clients: &'a [u32],
    keys: &'a [u64],
    counted: &'a mut [(u32, W)],
}

impl<W: Weight> Visit for Counting<'_, W> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        for (cell, client) in cells.zip(self.clients) {
            if let Some((last, count)) = self.counted.get_mut(cell as usize) {
                *count += W::of(*last != client + 1, *client, self.keys);
                *last = client + 1;
            }
        }
    }
}

fn counted<W: Weight>(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<W>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench<W>, part| {
        bench.counted.resize(cells, (0, W::default()));
        part.clients(&mut bench.clients)?;
        let mut counting =
            Counting { clients: &bench.clients, keys: snapshot.sleutels(), counted: &mut bench.counted };
        bench.index.visit(part, axes, &mut counting)
    })?;
    let counts: Vec<Vec<W>> =
        benches.iter().map(|bench| bench.counted.iter().map(|(_, count)| *count).collect()).collect();
    Ok(add_up(cells, counts.iter().map(Vec::as_slice)))
}

/// The number of different youths per cell.
pub fn distinct(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<u32>, SnapshotFout> {
    Ok(counted::<Aantal>(snapshot, threads, axes)?.into_iter().map(|n| n.0).collect())
}

/// The set of different youths per cell.
pub fn distinct_set(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
) -> Result<Vec<Verzameling>, SnapshotFout> {
    counted(snapshot, threads, axes)
}
