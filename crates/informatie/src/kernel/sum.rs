//! Sums of amounts and counts of rows.

use super::axis::{Axis, cells};
use super::index::Index;
use crate::snapshot::{Column, NO_AMOUNT, Snapshot, SnapshotFout};

#[derive(Default)]
struct Bench {
    index: Index,
    cents: Vec<u32>,
    total: Vec<u64>,
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
        bench.index.fill(part, axes)?;
        part.cents(column, &mut bench.cents, &mut bench.index.scratch)?;
        for (cell, cents) in bench.index.cell.iter().zip(&bench.cents) {
            if let Some(total) = bench.total.get_mut(*cell as usize) {
                *total += if *cents == NO_AMOUNT { 0 } else { u64::from(*cents) };
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.total.as_slice())))
}

/// The number of rows per cell.
pub fn count(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<u64>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.total.resize(cells, 0);
        bench.index.fill(part, axes)?;
        for cell in &bench.index.cell {
            if let Some(total) = bench.total.get_mut(*cell as usize) {
                *total += 1;
            }
        }
        Ok(())
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
