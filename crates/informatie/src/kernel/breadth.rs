//! How many different providers, products or forms a youth has.

use std::ops::AddAssign;

use super::axis::{Axis, cells};
use super::index::Index;
use super::sum::add_up;
use super::verzameling::{Verzameling, Weight};
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout};

/// Youths by how many different values they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Breadth {
    /// Youths with one, two, three, and four or more.
    pub jeugdigen: [u32; 4],
    /// All different values of all youths together.
    pub samen: u64,
    /// The same youths, as a set.
    pub wie: Verzameling,
}

impl AddAssign for Breadth {
    fn add_assign(&mut self, other: Self) {
        for (sum, more) in self.jeugdigen.iter_mut().zip(other.jeugdigen) {
            *sum += more;
        }
        self.samen += other.samen;
        self.wie += other.wie;
    }
}

impl Breadth {
    /// Youths.
    pub fn aantal(&self) -> u32 {
        self.jeugdigen.iter().sum()
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    codes: Codes,
    /// Cells and codes of the youth in hand.
    own: Vec<(u32, u16)>,
    found: Vec<Breadth>,
}

/// Per cell: how many different values of a column its youths have there. Rows without a value do not count.
pub fn breadth(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    column: Column,
) -> Result<Vec<Breadth>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.found.resize(cells, Breadth::default());
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        part.codes(column, &mut bench.codes, &mut bench.index.scratch)?;
        let missing = bench.codes.list.len();
        let mut rest = (bench.index.cell.as_slice(), bench.codes.code.as_slice());
        for youth in bench.clients.chunk_by(|a, b| a == b) {
            let (cell, later_cells) = rest.0.split_at(youth.len());
            let (code, later_codes) = rest.1.split_at(youth.len());
            rest = (later_cells, later_codes);
            let rows = cell.iter().copied().zip(code.iter().copied());
            bench.own.clear();
            bench
                .own
                .extend(rows.filter(|(cell, code)| (*cell as usize) < cells && usize::from(*code) < missing));
            let number = youth.first().copied().unwrap_or(u32::MAX);
            let one = Verzameling::of(true, number, snapshot.sleutels());
            bench.own.sort_unstable();
            bench.own.dedup();
            for of_cell in bench.own.chunk_by(|a, b| a.0 == b.0) {
                let found = of_cell.first().and_then(|(cell, _)| bench.found.get_mut(*cell as usize));
                let Some(found) = found else { continue };
                found.samen += of_cell.len() as u64;
                found.wie += one;
                if let Some(slot) = found.jeugdigen.get_mut(of_cell.len().min(4) - 1) {
                    *slot += 1;
                }
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.found.as_slice())))
}
