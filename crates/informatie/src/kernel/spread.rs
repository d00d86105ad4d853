//! How values are spread: medians and other quantiles.

use super::axis::{Axis, OUT, cells, mapped};
use super::index::Index;
use crate::snapshot::{Codes, Column, Part, Snapshot, SnapshotFout};

/// Rows are gathered until there are about this many, and then sorted by cell.
const GATHERED: usize = 1 << 18;

/// Values that were gathered, those of a cell together.
struct Sorted {
    /// Where the values of each cell begin, and the end of all.
    start: Vec<u32>,
    values: Vec<u16>,
}

impl Sorted {
    fn of(&self, cell: usize) -> &[u16] {
        match self.start.get(cell..) {
            Some([from, to, ..]) => self.values.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

fn at(table: &[Option<i32>], code: u16) -> Option<i32> {
    table.get(usize::from(code)).copied().flatten()
}

/// Days from a day to a day, and `more`.
fn days(from: Option<i32>, until: Option<i32>, more: i32) -> Option<u16> {
    u16::try_from(until?.checked_sub(from?)?.checked_add(more)?).ok()
}

#[derive(Default)]
struct Bench {
    index: Index,
    codes: [Codes; 3],
    /// Cells and values that are not sorted yet.
    cell: Vec<u32>,
    value: Vec<u16>,
    sorted: Vec<Sorted>,
}

impl Bench {
    /// Adds the value of every row of a part; a row without one loses its cell.
    fn measure(&mut self, part: &Part<'_>, measure: Measure) -> Result<(), SnapshotFout> {
        let scratch = &mut self.index.scratch;
        let [a, b, c] = &mut self.codes;
        let cell = self.index.cell.iter_mut();
        let value = &mut self.value;
        // Without a value there is no cell: what is put in its place is not looked at.
        let mut put = |cell: &mut u32, found: Option<u16>| {
            *cell = if found.is_some() { *cell } else { OUT };
            value.push(found.unwrap_or(0));
        };
        match measure {
            Measure::Column(column) => {
                part.codes(column, a, scratch)?;
                let numbers = mapped(a, Ok(None), |n| u16::try_from(n).map(Some))?;
                let numbers: Vec<Option<u16>> = numbers
                    .into_iter()
                    .collect::<Result<_, _>>()
                    .map_err(|_| SnapshotFout::Question("values of 0 to 65,535 can be spread"))?;
                for (cell, code) in cell.zip(&a.code) {
                    put(cell, numbers.get(usize::from(*code)).copied().flatten());
                }
            }
            Measure::Duur => {
                part.codes(Column::Begin, a, scratch)?;
                part.codes(Column::Eind, b, scratch)?;
                let (first, last) = (mapped(a, None, Some)?, mapped(b, None, Some)?);
                for ((cell, first_code), last_code) in cell.zip(&a.code).zip(&b.code) {
                    put(cell, days(at(&first, *first_code), at(&last, *last_code), 1));
                }
            }
            Measure::WachtTot(day) => {
                part.codes(Column::Begin, a, scratch)?;
                part.codes(Column::Eind, b, scratch)?;
                part.codes(Column::Ingang, c, scratch)?;
                let (begun, last, from) =
                    (mapped(a, false, |_| true)?, mapped(b, None, Some)?, mapped(c, None, Some)?);
                for (((cell, begin), eind), ingang) in cell.zip(&a.code).zip(&b.code).zip(&c.code) {
                    let waits = begun.get(usize::from(*begin)) == Some(&false);
                    let until = at(&last, *eind).map_or(day, |last| last.min(day));
                    put(cell, if waits { days(at(&from, *ingang), Some(until), 0) } else { None });
                }
            }
        }
        Ok(())
    }

    /// Sorts what was gathered by cell: count, add up, put in place.
    fn sort(&mut self, cells: usize) {
        let mut next = vec![0_u32; cells + 1];
        for cell in &self.cell {
            if let Some(slot) = next.get_mut(*cell as usize + 1) {
                *slot += 1;
            }
        }
        let mut sum = 0;
        for slot in &mut next {
            sum += *slot;
            *slot = sum;
        }
        let start = next.clone();
        let mut values = vec![0; sum as usize];
        for (cell, value) in self.cell.drain(..).zip(self.value.drain(..)) {
            if (cell as usize) < cells
                && let Some(next) = next.get_mut(cell as usize)
                && let Some(slot) = values.get_mut(*next as usize)
            {
                *slot = value;
                *next += 1;
            }
        }
        self.sorted.push(Sorted { start, values });
    }
}

/// The values of all cells.
#[derive(Default)]
pub struct Spread {
    parts: Vec<Sorted>,
    cells: usize,
}

impl std::fmt::Debug for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spread").field("cells", &self.cells).finish_non_exhaustive()
    }
}

/// What is spread. Values are whole numbers of 0 to 65,535.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The numbers of a column: waits, ages, intensity.
    Column(Column),
    /// Days of help, the first and the last both counted, of help that ended.
    Duur,
    /// Days of waiting until a day of those with whom help has not begun; until the end of an allocation that was withdrawn. The
    /// day is given as days since 1970-01-01.
    WachtTot(i32),
}

/// Collects values per cell. Rows without a value do not count.
pub fn spread(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    measure: Measure,
) -> Result<Spread, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.index.fill(part, axes)?;
        bench.measure(part, measure)?;
        bench.cell.append(&mut bench.index.cell);
        if bench.cell.len() >= GATHERED {
            bench.sort(cells);
        }
        Ok(())
    })?;
    let sorted = benches.into_iter().flat_map(|mut bench| {
        bench.sort(cells);
        bench.sorted
    });
    Ok(Spread { parts: sorted.collect(), cells })
}

impl Spread {
    /// Cells.
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// How many values a cell has.
    pub fn count(&self, cell: usize) -> usize {
        self.parts.iter().map(|part| part.of(cell).len()).sum()
    }

    /// The values of a cell, in no order.
    pub(super) fn values(&self, cell: usize) -> impl Iterator<Item = u16> {
        self.parts.iter().flat_map(move |part| part.of(cell)).copied()
    }

    /// The quantiles of every cell, `None` for a cell without values. A quantile between two values is found by linear
    /// interpolation, as `quantile_cont` does in SQL. Exact: from a histogram of every different value.
    pub fn quantiles<const N: usize>(&self, shares: [f64; N]) -> Vec<Option<[f64; N]>> {
        let most = self.parts.iter().flat_map(|part| &part.values).max().copied().unwrap_or(0);
        let mut counts = vec![0_u32; usize::from(most) + 1];
        (0..self.cells)
            .map(|cell| {
                let (mut total, mut most) = (0, 0);
                for part in &self.parts {
                    let values = part.of(cell);
                    total += values.len();
                    for value in values {
                        most = most.max(*value);
                        if let Some(count) = counts.get_mut(usize::from(*value)) {
                            *count += 1;
                        }
                    }
                }
                let counts = counts.get_mut(..=usize::from(most)).unwrap_or_default();
                let found = (total > 0).then(|| shares.map(|share| quantile(counts, total, share)));
                counts.fill(0);
                found
            })
            .collect()
    }
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rank is between 0 and the number of rows"
)]
fn quantile(counts: &[u32], total: usize, share: f64) -> f64 {
    let rank = (total - 1) as f64 * share.clamp(0.0, 1.0);
    let below = rank.floor();
    let (low, high) = two(counts, below as u64);
    low + (high - low) * (rank - below)
}

/// The value at a place in order, from 0, and the next.
fn two(counts: &[u32], place: u64) -> (f64, f64) {
    let mut seen = 0_u64;
    let mut values = (0_u32..).zip(counts).filter(|(_, count)| **count > 0);
    while let Some((value, count)) = values.next() {
        seen += u64::from(*count);
        if seen > place {
            let next = if seen > place + 1 { value } else { values.next().map_or(value, |(next, _)| next) };
            return (f64::from(value), f64::from(next));
        }
    }
    (0.0, 0.0)
}
