//! Chains: help that follows on help, time after time.

use std::ops::AddAssign;

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use super::sum::add_up;
use super::verzameling::{Verzameling, Weight};
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout};

/// Chains that were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// Chains.
    pub ketens: u64,
    /// Stretches of help in them.
    pub schakels: u64,
    /// Youths who have one.
    pub wie: Verzameling,
}

impl AddAssign for Chains {
    fn add_assign(&mut self, other: Self) {
        self.ketens += other.ketens;
        self.schakels += other.schakels;
        self.wie += other.wie;
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    begin: Codes,
    eind: Codes,
    found: Vec<Chains>,
}

/// A chain in the making.
#[derive(Clone, Copy)]
struct Growing {
    cell: u32,
    links: u64,
    /// Latest last day so far.
    reach: i32,
}

/// Chains of at least `least` stretches of help of one youth, each of which begins no more than `gap` days after the latest last
/// day of those before. Only rows that have a cell are links: axes choose what is light. A chain counts in the cell of its
/// first link.
pub fn chains(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    gap: u16,
    least: u8,
) -> Result<Vec<Chains>, SnapshotFout> {
    let cells = cells(axes)?;
    let least = u64::from(least.max(1));
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.found.resize(cells, Chains::default());
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        part.codes(Column::Begin, &mut bench.begin, &mut bench.index.scratch)?;
        part.codes(Column::Eind, &mut bench.eind, &mut bench.index.scratch)?;
        let first = mapped(&bench.begin, None, Some)?;
        let ends = mapped(&bench.eind, i32::MAX, |day| day)?;
        let mut youth =
            Youth { found: &mut bench.found, least, counted: Vec::new(), one: Verzameling::default() };
        let mut current = (u32::MAX, None::<Growing>);
        let rows = bench.index.cell.iter().zip(&bench.clients).zip(&bench.begin.code).zip(&bench.eind.code);
        for (((cell, client), begin), eind) in rows {
            if *client != current.0 {
                youth.end(current.1.take());
                youth.counted.clear();
                current.0 = *client;
                youth.one = Verzameling::of(true, *client, snapshot.sleutels());
            }
            let begin = first.get(usize::from(*begin)).copied().flatten();
            let eind = ends.get(usize::from(*eind)).copied().unwrap_or(i32::MAX);
            let (Some(begin), true) = (begin, (*cell as usize) < cells) else { continue };
            current.1 = match current.1 {
                Some(chain) if begin <= chain.reach.saturating_add(i32::from(gap)) => {
                    Some(Growing { links: chain.links + 1, reach: chain.reach.max(eind), ..chain })
                }
                before => {
                    youth.end(before);
                    Some(Growing { cell: *cell, links: 1, reach: eind })
                }
            };
        }
        youth.end(current.1);
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.found.as_slice())))
}

/// The youth in hand.
struct Youth<'a> {
    found: &'a mut [Chains],
    least: u64,
    /// Cells in which this youth counts already.
    counted: Vec<u32>,
    /// This youth.
    one: Verzameling,
}

impl Youth<'_> {
    fn end(&mut self, chain: Option<Growing>) {
        let Some(chain) = chain.filter(|chain| chain.links >= self.least) else { return };
        let Some(found) = self.found.get_mut(chain.cell as usize) else { return };
        found.ketens += 1;
        found.schakels += chain.links;
        if !self.counted.contains(&chain.cell) {
            self.counted.push(chain.cell);
            found.wie += self.one;
        }
    }
}
