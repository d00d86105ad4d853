//! Youths in help, or waiting, per period.

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use super::periods::Periods;
use super::sum::add_up;
use super::verzameling::{Aantal, Verzameling, Weight};
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout};

/// What a youth is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Help: from its first day up to and including its last.
    Hulp,
    /// Waiting: from the first day of the allocation until the day before help begins, or the last day of an allocation that was
    /// withdrawn.
    Wachten,
}

/// When it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On any day of the period.
    During,
    /// On the last day of the period: the stock.
    LastDay,
}

#[derive(Default)]
struct Bench<W> {
    index: Index,
    clients: Vec<u32>,
    days: [Codes; 3],
    /// Of the youth in hand: the periods per cell, and the cells that have any.
    masks: Vec<u64>,
    touched: Vec<u32>,
    /// How much the count of a period differs from that of the period before; one more per cell than there are periods.
    steps: Vec<W>,
}

/// The number of youths in help, or waiting, per cell and period. The periods of a cell stand together.
///
/// A youth in help during a month has help that began no later than the last day of the month and did not end before its first.
pub fn active(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    what: (Stretch, When),
    periods: &Periods,
) -> Result<Vec<u32>, SnapshotFout> {
    Ok(counted::<Aantal>(snapshot, threads, axes, what, periods)?.into_iter().map(|n| n.0).collect())
}

/// The same, as sets of youths.
pub fn active_set(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    what: (Stretch, When),
    periods: &Periods,
) -> Result<Vec<Verzameling>, SnapshotFout> {
    counted(snapshot, threads, axes, what, periods)
}

fn counted<W: Weight>(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    (stretch, when): (Stretch, When),
    periods: &Periods,
) -> Result<Vec<W>, SnapshotFout> {
    let cells = cells(axes)?;
    let width = periods.len() + 1;
    let all = periods.all();
    let until = |day: i32| match when {
        When::During => periods.until(day),
        When::LastDay => periods.whole_until(day),
    };
    let benches = snapshot.fold(threads, |bench: &mut Bench<W>, part| {
        bench.masks.resize(cells, 0);
        bench.steps.resize(cells * width, W::default());
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        let scratch = &mut bench.index.scratch;
        let [eind, begin, ingang] = &mut bench.days;
        part.codes(Column::Eind, eind, scratch)?;
        part.codes(Column::Begin, begin, scratch)?;
        let ends = mapped(eind, all, until)?;
        let tally = Tally {
            touched: &mut bench.touched,
            masks: &mut bench.masks,
            steps: &mut bench.steps,
            keys: snapshot.sleutels(),
            width,
        };
        let rows = bench.index.cell.iter().zip(&bench.clients).zip(&eind.code).zip(&begin.code);
        match stretch {
            Stretch::Hulp => {
                let begins = mapped(begin, 0, |day| periods.on_from(day))?;
                tally.walk(
                    rows.map(|(((cell, client), e), b)| (*cell, *client, at(&ends, *e) & at(&begins, *b))),
                );
            }
            Stretch::Wachten => {
                part.codes(Column::Ingang, ingang, scratch)?;
                // Who begins on the first day did not wait, although both days lie in one period.
                let waits = mapped(ingang, (0, i32::MAX), |day| (periods.on_from(day), day))?;
                let started = mapped(begin, (all, i32::MAX), |day| (until(day.saturating_sub(1)), day))?;
                tally.walk(rows.zip(&ingang.code).map(|((((cell, client), e), b), i)| {
                    let (from, first) = waits.get(usize::from(*i)).copied().unwrap_or((0, i32::MAX));
                    let (before, begin) = started.get(usize::from(*b)).copied().unwrap_or((0, 0));
                    (*cell, *client, if begin > first { at(&ends, *e) & before & from } else { 0 })
                }));
            }
        }
        Ok(())
    })?;
    let steps = add_up(cells * width, benches.iter().map(|bench| bench.steps.as_slice()));
    Ok(steps
        .chunks_exact(width)
        .flat_map(|of_cell| running(of_cell.get(..width - 1).unwrap_or_default()))
        .collect())
}

fn at(table: &[u64], code: u16) -> u64 {
    table.get(usize::from(code)).copied().unwrap_or(0)
}

/// The count in the making.
struct Tally<'a, W> {
    touched: &'a mut Vec<u32>,
    masks: &'a mut [u64],
    steps: &'a mut [W],
    keys: &'a [u64],
    width: usize,
}

impl<W: Weight> Tally<'_, W> {
    /// Takes the cell, the youth and the periods of every row.
    fn walk(mut self, rows: impl Iterator<Item = (u32, u32, u64)>) {
        let mut youth = u32::MAX;
        for (cell, client, mask) in rows {
            if client != youth {
                self.flush(youth);
                youth = client;
            }
            if mask != 0
                && let Some(seen) = self.masks.get_mut(cell as usize)
            {
                if *seen == 0 {
                    self.touched.push(cell);
                }
                *seen |= mask;
            }
        }
        self.flush(youth);
    }

    /// Counts the periods of a youth and forgets them.
    fn flush(&mut self, youth: u32) {
        let one = W::of(true, youth, self.keys);
        for cell in self.touched.drain(..) {
            let Some(mask) = self.masks.get_mut(cell as usize).map(std::mem::take) else { continue };
            let from = cell as usize * self.width;
            let Some(steps) = self.steps.get_mut(from..).and_then(|s| s.get_mut(..self.width)) else {
                continue;
            };
            // Every stretch of periods in a row is one step up and one down.
            let mut rest = u128::from(mask);
            while rest != 0 {
                let up = rest.trailing_zeros();
                let down = up + (rest >> up).trailing_ones();
                for (place, step) in [(up, one), (down, one.negated())] {
                    if let Some(slot) = steps.get_mut(place as usize) {
                        *slot += step;
                    }
                }
                rest = rest >> down << down;
            }
        }
    }
}

fn running<W: Weight>(steps: &[W]) -> impl Iterator<Item = W> {
    let mut sum = W::default();
    steps.iter().map(move |step| {
        sum += *step;
        sum
    })
}
