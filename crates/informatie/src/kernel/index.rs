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

/// What wants to see the cell of every row, once and in order.
pub(super) trait Visit {
    fn visit(&mut self, cells: impl Iterator<Item = u32>);
}

impl Visit for Vec<u32> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        self.extend(cells);
    }
}

/// Adds cells to those that were found before.
struct More<'a>(&'a mut [u32]);

impl Visit for More<'_> {
    fn visit(&mut self, cells: impl Iterator<Item = u32>) {
        for (cell, more) in self.0.iter_mut().zip(cells) {
            *cell += more;
        }
    }
}

impl Index {
    /// Finds the cell of every row and keeps it.
    pub(super) fn fill(&mut self, part: &Part<'_>, axes: &[Axis]) -> Result<(), SnapshotFout> {
        let mut cell = std::mem::take(&mut self.cell);
        cell.clear();
        let (first, others) = axes.split_at(axes.len().min(3));
        let mut stride: usize = others.iter().map(Axis::buckets).product();
        self.three(part, first, stride, &mut cell)?;
        for three in others.chunks(3) {
            stride /= three.iter().map(Axis::buckets).product::<usize>().max(1);
            self.three(part, three, stride, &mut More(&mut cell))?;
        }
        self.cell = cell;
        Ok(())
    }

    /// Shows the cell of every row, without keeping it when there are few axes.
    pub(super) fn visit(
        &mut self,
        part: &Part<'_>,
        axes: &[Axis],
        visitor: &mut impl Visit,
    ) -> Result<(), SnapshotFout> {
        if axes.len() <= 3 {
            return self.three(part, axes, 1, visitor);
        }
        self.fill(part, axes)?;
        visitor.visit(self.cell.iter().copied());
        Ok(())
    }

    /// The places of at most three axes, of which the last has steps of `stride`.
    fn three(
        &mut self,
        part: &Part<'_>,
        axes: &[Axis],
        stride: usize,
        visitor: &mut impl Visit,
    ) -> Result<(), SnapshotFout> {
        let mut stride: usize = stride * axes.iter().map(Axis::buckets).product::<usize>();
        let mut tables = [const { Vec::new() }; 3];
        for ((axis, codes), table) in axes.iter().zip(&mut self.codes).zip(&mut tables) {
            part.codes(axis.column(), codes, &mut self.scratch)?;
            stride /= axis.buckets().max(1);
            *table = axis.table(&codes.list, stride);
        }
        let [a, b, c] = &self.codes;
        let [ta, tb, tc] = &tables;
        let at = |table: &[u32], code: &u16| table.get(usize::from(*code)).copied().unwrap_or(OUT);
        let (a, b, c) = (a.code.iter(), b.code.iter(), c.code.iter());
        match axes.len() {
            0 => visitor.visit(std::iter::repeat_n(0, part.rows())),
            1 => visitor.visit(a.map(|x| at(ta, x))),
            2 => visitor.visit(a.zip(b).map(|(x, y)| at(ta, x) + at(tb, y))),
            _ => visitor.visit(a.zip(b).zip(c).map(|((x, y), z)| at(ta, x) + at(tb, y) + at(tc, z))),
        }
        Ok(())
    }
}
