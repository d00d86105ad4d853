//! Help that begins again after it ended.

use jiff::civil::Date;

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use super::sum::add_up;
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout, unix_day};

/// Help that ended, and how often help began again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recurrence {
    /// Stretches of help that ended.
    pub ended: u64,
    /// Those after whose last day, and within the days asked for, help of the same youth began.
    pub again: u64,
}

impl std::ops::AddAssign for Recurrence {
    fn add_assign(&mut self, other: Self) {
        self.ended += other.ended;
        self.again += other.again;
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    begin: Codes,
    eind: Codes,
    days: Vec<i32>,
    found: Vec<Recurrence>,
}

/// Per cell: help that ended before `before`, and that of which the youth began with any help strictly after the last day and
/// no more than `within` days after it. The cell is that of the help that ended.
///
/// `before` must lie `within` days before the day of the figures, else what begins again is not known yet.
pub fn recurrence(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    before: Date,
    within: u16,
) -> Result<Vec<Recurrence>, SnapshotFout> {
    let cells = cells(axes)?;
    let before = unix_day(before);
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.found.resize(cells, Recurrence::default());
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        part.codes(Column::Begin, &mut bench.begin, &mut bench.index.scratch)?;
        part.codes(Column::Eind, &mut bench.eind, &mut bench.index.scratch)?;
        let begin = mapped(&bench.begin, i32::MAX, |day| day)?;
        let eind = mapped(&bench.eind, i32::MAX, |day| day)?;
        let day = |table: &[i32], code: &u16| table.get(usize::from(*code)).copied().unwrap_or(i32::MAX);
        bench.days.clear();
        bench.days.extend(bench.begin.code.iter().map(|code| day(&begin, code)));
        let mut rest = (bench.index.cell.as_slice(), bench.eind.code.as_slice(), bench.days.as_slice());
        for youth in bench.clients.chunk_by(|a, b| a == b) {
            let (cells, later_cells) = rest.0.split_at(youth.len());
            let (ends, later_ends) = rest.1.split_at(youth.len());
            let (mut starts, later_starts) = rest.2.split_at(youth.len());
            rest = (later_cells, later_ends, later_starts);
            for (cell, code) in cells.iter().zip(ends) {
                let [start, later @ ..] = starts else { break };
                // Rows stand in order of their first day: what begins after an end stands behind it.
                starts = later;
                let last = day(&eind, code);
                if last < before
                    && *start != i32::MAX
                    && let Some(found) = bench.found.get_mut(*cell as usize)
                {
                    let next = later.iter().find(|day| **day > last);
                    found.ended += 1;
                    found.again +=
                        u64::from(next.is_some_and(|day| day.saturating_sub(last) <= i32::from(within)));
                }
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.found.as_slice())))
}
