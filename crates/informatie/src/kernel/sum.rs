//! Sums of amounts and counts of rows.

use super::axis::{Axis, cells};
use super::index::{Index, Visit};
use crate::snapshot::{Column, NO_AMOUNT, Snapshot, SnapshotFout};

#[derive(Default)]
struct Bench {
    index: Index,
    cents: Vec<u32>,
    total: Vec<u64>,
}

/// Adds the amount of each row to its cell.
struct Adding<'a> {
    cents: &'a [u32],
    total: &'a mut [u64],
}

impl Visit for Adding<'_> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        for (cell, cents) in cells.zip(self.cents) {
            if let Some(total) = self.total.get_mut(cell as usize) {
                *total += if *cents == NO_AMOUNT { 0 } else { u64::from(*cents) };
            }
        }
    }
}

/// Counts each row in its cell.
struct Counting<'a>(&'a mut [u64]);

impl Visit for Counting<'_> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        for cell in cells {
            if let Some(total) = self.0.get_mut(cell as usize) {
                *total += 1;
            }
        }
    }
}

/// The sum of a column of amounts per cell, in eurocents. A row without an amount adds nothing.
pub fn sum(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    column: Column,
) -> Result<Vec<u64>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.total.resize(cells, 0);
        part.cents(column, &mut bench.cents, &mut bench.index.scratch)?;
        let mut adding = Adding { cents: &bench.cents, total: &mut bench.total };
        bench.index.visit(part, axes, &mut adding)
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.total.as_slice())))
}

/// The number of rows per cell.
pub fn count(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<u64>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.total.resize(cells, 0);
        bench.index.visit(part, axes, &mut Counting(&mut bench.total))
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.total.as_slice())))
}

/// Adds up what threads found.
pub(super) fn add_up<'a, T: Copy + Default + std::ops::AddAssign + 'a>(
    cells: usize,
    found: impl Iterator<Item = &'a [T]>,
) -> Vec<T> {
    let mut out = vec![T::default(); cells];
    for one in found {
        for (sum, more) in out.iter_mut().zip(one) {
            *sum += *more;
        }
    }
    out
}
