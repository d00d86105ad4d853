//! Youths in care per month.

use jiff::civil::Date;

use super::axis::{Axis, cells, first_of, mapped, months_of};
use super::index::Index;
use super::sum::add_up;
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout, unix_day};

/// Months in a row, at most 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    first: i32,
    count: u8,
}

impl Months {
    /// `count` months from that of `first`.
    pub fn new(first: Date, count: usize) -> Result<Self, SnapshotFout> {
        match u8::try_from(count) {
            Ok(count @ 1..=64) => Ok(Self { first: months_of(first), count }),
            _ => Err(SnapshotFout::Question("a series of 1 to 64 months is counted at once")),
        }
    }

    /// How many.
    pub fn len(self) -> usize {
        usize::from(self.count)
    }

    /// Never: there is at least one.
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// The first day of each.
    pub fn days(self) -> impl Iterator<Item = Date> {
        (self.first..).take(self.len()).map(first_of)
    }

    /// The first day of each month, and of the month behind them, as days since 1970-01-01.
    fn bounds(self) -> Vec<i32> {
        (self.first..).take(self.len() + 1).map(|month| unix_day(first_of(month))).collect()
    }

    /// The months from that of a day on, as bits.
    fn on_from(self, bounds: &[i32], day: i32) -> u64 {
        let begun = bounds.partition_point(|first| *first <= day);
        u64::MAX.checked_shl(u32::try_from(begun.saturating_sub(1)).unwrap_or(64)).unwrap_or(0) & self.all()
    }

    /// The months up to and including that of a day, as bits.
    fn until(self, bounds: &[i32], day: i32) -> u64 {
        let begun = bounds.partition_point(|first| *first <= day);
        let Ok(unwanted) = u32::try_from(64_usize.saturating_sub(begun)) else { return 0 };
        self.all() & u64::MAX.checked_shr(unwanted).unwrap_or(0)
    }

    fn all(self) -> u64 {
        u64::MAX >> (64 - u32::from(self.count))
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    begin: Codes,
    eind: Codes,
    /// Of the youth in hand: the months in care per cell, and the cells that have any.
    masks: Vec<u64>,
    touched: Vec<u32>,
    /// How much the count of a month differs from that of the month before; one more per cell than there are months.
    steps: Vec<i32>,
}

/// The number of youths in care in each month, per cell: those with help that began no later than the last day of the month
/// and did not end before its first. The months of a cell stand together.
pub fn active(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    months: Months,
) -> Result<Vec<u32>, SnapshotFout> {
    let cells = cells(axes)?;
    let width = months.len() + 1;
    let bounds = months.bounds();
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.masks.resize(cells, 0);
        bench.steps.resize(cells * width, 0);
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        part.codes(Column::Begin, &mut bench.begin, &mut bench.index.scratch)?;
        part.codes(Column::Eind, &mut bench.eind, &mut bench.index.scratch)?;
        let from = mapped(&bench.begin, 0, |day| months.on_from(&bounds, day))?;
        let until = mapped(&bench.eind, months.all(), |day| months.until(&bounds, day))?;
        let mask = |table: &[u64], code: u16| table.get(usize::from(code)).copied().unwrap_or(0);
        let mut youth = u32::MAX;
        let rows = bench.index.cell.iter().zip(&bench.clients).zip(&bench.begin.code).zip(&bench.eind.code);
        for (((cell, client), begin), eind) in rows {
            if *client != youth {
                flush(&mut bench.touched, &mut bench.masks, &mut bench.steps, width);
                youth = *client;
            }
            let mask = mask(&from, *begin) & mask(&until, *eind);
            if mask != 0
                && let Some(seen) = bench.masks.get_mut(*cell as usize)
            {
                if *seen == 0 {
                    bench.touched.push(*cell);
                }
                *seen |= mask;
            }
        }
        flush(&mut bench.touched, &mut bench.masks, &mut bench.steps, width);
        Ok(())
    })?;
    let steps = add_up(cells * width, benches.iter().map(|bench| bench.steps.as_slice()));
    Ok(steps
        .chunks_exact(width)
        .flat_map(|of_cell| running(of_cell.get(..width - 1).unwrap_or_default()))
        .collect())
}

/// Counts the months of a youth and forgets them.
fn flush(touched: &mut Vec<u32>, masks: &mut [u64], steps: &mut [i32], width: usize) {
    for cell in touched.drain(..) {
        let Some(mask) = masks.get_mut(cell as usize).map(std::mem::take) else { continue };
        let Some(steps) = steps.get_mut(cell as usize * width..).and_then(|s| s.get_mut(..width)) else {
            continue;
        };
        // Every stretch of months in a row is one step up and one down.
        let mut rest = u128::from(mask);
        while rest != 0 {
            let up = rest.trailing_zeros();
            let down = up + (rest >> up).trailing_ones();
            for (place, step) in [(up, 1), (down, -1)] {
                if let Some(slot) = steps.get_mut(place as usize) {
                    *slot += step;
                }
            }
            rest = rest >> down << down;
        }
    }
}

fn running(steps: &[i32]) -> impl Iterator<Item = u32> {
    let mut sum = 0_u32;
    steps.iter().map(move |step| {
        sum = sum.wrapping_add_signed(*step);
        sum
    })
}
