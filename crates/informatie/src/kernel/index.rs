//! The cell of every row of a part.

use super::axis::{Axis, OUT};
use crate::snapshot::{Codes, Part, SnapshotFout};

/// What is needed to find cells, to use again for the next part.
#[derive(Default)]
pub(super) struct Index {
    codes: [Codes; 3],
    pub(super) scratch: Vec<u16>,
    /// The cell of each row; [`OUT`] or more where it has none.
    pub(super) cell: Vec<u32>,
}

impl Index {
    /// Finds the cell of every row.
    pub(super) fn fill(&mut self, part: &Part<'_>, axes: &[Axis]) -> Result<(), SnapshotFout> {
        self.cell.clear();
        let mut stride: usize = axes.iter().map(Axis::buckets).product();
        for (n, three) in axes.chunks(3).enumerate() {
            let mut tables = [const { Vec::new() }; 3];
            for ((axis, codes), table) in three.iter().zip(&mut self.codes).zip(&mut tables) {
                part.codes(axis.column(), codes, &mut self.scratch)?;
                stride /= axis.buckets().max(1);
                *table = axis.table(&codes.list, stride);
            }
            let [a, b, c] = &self.codes;
            let [ta, tb, tc] = &tables;
            let at = |table: &[u32], code: &u16| table.get(usize::from(*code)).copied().unwrap_or(OUT);
            let (a, b, c) = (a.code.iter(), b.code.iter(), c.code.iter());
            // The first three axes are by far the most: no cell is read back for those.
            let out = &mut self.cell;
            match three.len() {
                1 => put(out, n, a.map(|x| at(ta, x))),
                2 => put(out, n, a.zip(b).map(|(x, y)| at(ta, x) + at(tb, y))),
                _ => put(out, n, a.zip(b).zip(c).map(|((x, y), z)| at(ta, x) + at(tb, y) + at(tc, z))),
            }
        }
        if axes.is_empty() {
            self.cell.resize(part.rows(), 0);
        }
        Ok(())
    }
}

/// Puts cells there, or adds them to what the axes before found.
fn put(out: &mut Vec<u32>, round: usize, cells: impl Iterator<Item = u32>) {
    if round == 0 {
        out.extend(cells);
    } else {
        for (cell, more) in out.iter_mut().zip(cells) {
            *cell += more;
        }
    }
}
