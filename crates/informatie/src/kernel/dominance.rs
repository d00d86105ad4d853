//! How much of an amount comes from one youth, or from one provider.

use std::ops::AddAssign;

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use super::sum::add_up;
use crate::snapshot::{Codes, Column, NO_AMOUNT, Part, Snapshot, SnapshotFout};

/// Sums per cell and provider that are held at once; more providers are looked at in another pass.
const HELD: usize = 1 << 22;

/// The amount of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omvang {
    /// What was granted.
    Toegekend,
    /// What was granted, or what was claimed when that is more.
    Grootste,
}

/// An amount, and the two who have the most of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grootsten {
    /// All of it, in eurocents.
    pub som: u64,
    /// Of the one with the most.
    pub een: u64,
    /// Of the next.
    pub twee: u64,
}

impl Grootsten {
    fn add(&mut self, amount: u64) {
        *self += Self { som: amount, een: amount, twee: 0 };
    }
}

/// Those of other youths or providers.
impl AddAssign for Grootsten {
    fn add_assign(&mut self, other: Self) {
        self.som += other.som;
        let next = if self.een < other.een { self.een.max(other.twee) } else { self.twee.max(other.een) };
        self.een = self.een.max(other.een);
        self.twee = next;
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    amounts: [Vec<u32>; 2],
    providers: Codes,
    /// Cells and amounts of the youth in hand.
    own: Vec<(u32, u64)>,
    largest: Vec<Grootsten>,
    sums: Vec<u64>,
}

impl Bench {
    /// The amount of every row.
    fn amounts(&mut self, part: &Part<'_>, omvang: Omvang) -> Result<(), SnapshotFout> {
        let [granted, claimed] = &mut self.amounts;
        part.cents(Column::Toegekend, granted, &mut self.index.scratch)?;
        for amount in granted.iter_mut().filter(|amount| **amount == NO_AMOUNT) {
            *amount = 0;
        }
        if omvang == Omvang::Grootste {
            part.cents(Column::Gedeclareerd, claimed, &mut self.index.scratch)?;
            for (amount, claimed) in granted.iter_mut().zip(claimed) {
                *amount = (*amount).max(*claimed);
            }
        }
        Ok(())
    }
}

/// Per cell: the amount by youth.
pub fn dominance_youth(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    omvang: Omvang,
) -> Result<Vec<Grootsten>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.largest.resize(cells, Grootsten::default());
        bench.index.fill(part, axes)?;
        bench.amounts(part, omvang)?;
        part.clients(&mut bench.clients)?;
        let mut rows = bench.index.cell.iter().zip(&bench.amounts[0]);
        for youth in bench.clients.chunk_by(|a, b| a == b) {
            bench.own.clear();
            let own = rows.by_ref().take(youth.len());
            bench.own.extend(own.map(|(cell, amount)| (*cell, u64::from(*amount))));
            bench.own.sort_unstable();
            for of_cell in bench.own.chunk_by(|a, b| a.0 == b.0) {
                let cell = of_cell.first().map_or(usize::MAX, |(cell, _)| *cell as usize);
                if let Some(largest) = bench.largest.get_mut(cell) {
                    largest.add(of_cell.iter().map(|(_, amount)| amount).sum());
                }
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.largest.as_slice())))
}

/// Per cell: the amount by provider.
pub fn dominance_provider(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    omvang: Omvang,
) -> Result<Vec<Grootsten>, SnapshotFout> {
    let cells = cells(axes)?;
    let mut out = vec![Grootsten::default(); cells];
    let providers = snapshot.numbers(Column::Aanbieder);
    for block in providers.chunks((HELD / cells.max(1)).max(1)) {
        let wide = block.len();
        let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
            bench.sums.resize(cells * wide, 0);
            bench.index.fill(part, axes)?;
            bench.amounts(part, omvang)?;
            part.codes(Column::Aanbieder, &mut bench.providers, &mut bench.index.scratch)?;
            let place = mapped(&bench.providers, None, |number| block.binary_search(&number).ok())?;
            let rows = bench.index.cell.iter().zip(&bench.providers.code).zip(&bench.amounts[0]);
            for ((cell, code), amount) in rows {
                let Some(provider) = place.get(usize::from(*code)).copied().flatten() else { continue };
                if let Some(sum) = bench.sums.get_mut(*cell as usize * wide + provider) {
                    *sum += u64::from(*amount);
                }
            }
            Ok(())
        })?;
        let sums = add_up(cells * wide, benches.iter().map(|bench| bench.sums.as_slice()));
        for (largest, sums) in out.iter_mut().zip(sums.chunks(wide)) {
            for amount in sums {
                largest.add(*amount);
            }
        }
    }
    Ok(out)
}
