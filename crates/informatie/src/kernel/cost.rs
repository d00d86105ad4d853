//! What help costs: granted, claimed, and what may be expected of what still runs.

use std::ops::AddAssign;

use super::axis::{Axis, cells};
use super::index::Index;
use super::sum::add_up;
use crate::snapshot::{Codes, Column, List, NO_AMOUNT, Snapshot, SnapshotFout};

/// Amounts of allocations, in eurocents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Granted, of allocations that name an amount.
    pub toegekend: u64,
    /// Claimed, of all.
    pub gedeclareerd: u64,
    /// Allocations that name no amount.
    pub zonder_bedrag: u64,
    /// Of allocations that ended and name an amount: granted.
    pub af_toegekend: u64,
    /// Of the same: claimed.
    pub af_gedeclareerd: u64,
    /// Of allocations that wait or run and name an amount: granted.
    pub lopend_toegekend: u64,
    /// Of the same: claimed until now.
    pub lopend_gedeclareerd: u64,
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.toegekend += other.toegekend;
        self.gedeclareerd += other.gedeclareerd;
        self.zonder_bedrag += other.zonder_bedrag;
        self.af_toegekend += other.af_toegekend;
        self.af_gedeclareerd += other.af_gedeclareerd;
        self.lopend_toegekend += other.lopend_toegekend;
        self.lopend_gedeclareerd += other.lopend_gedeclareerd;
    }
}

impl Cost {
    /// What all of it will have cost, if of what runs the same share is claimed as of what ended (`ended`: of the same kind, often
    /// of earlier years). All that was granted, where nothing ended yet. Never less than what was claimed already.
    pub fn verwacht(&self, ended: &Self) -> u64 {
        let granted = u128::from(self.lopend_toegekend);
        let used = if ended.af_toegekend == 0 {
            granted
        } else {
            (granted * u128::from(ended.af_gedeclareerd) + u128::from(ended.af_toegekend / 2))
                / u128::from(ended.af_toegekend)
        };
        let more = used.saturating_sub(u128::from(self.lopend_gedeclareerd));
        self.gedeclareerd.saturating_add(u64::try_from(more).unwrap_or(u64::MAX))
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    granted: Vec<u32>,
    claimed: Vec<u32>,
    stand: Codes,
    cost: Vec<Cost>,
}

/// Adds up amounts per cell.
pub fn cost(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<Cost>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.cost.resize(cells, Cost::default());
        bench.index.fill(part, axes)?;
        let scratch = &mut bench.index.scratch;
        part.cents(Column::Toegekend, &mut bench.granted, scratch)?;
        part.cents(Column::Gedeclareerd, &mut bench.claimed, scratch)?;
        part.codes(Column::Stand, &mut bench.stand, scratch)?;
        let over: Vec<bool> = match &bench.stand.list {
            List::Words(words) => words.iter().map(|w| w == "gestopt" || w == "vervallen").collect(),
            List::Values(_) => Vec::new(),
        };
        let rows = bench.index.cell.iter().zip(&bench.granted).zip(&bench.claimed).zip(&bench.stand.code);
        for (((cell, granted), claimed), stand) in rows {
            let Some(cost) = bench.cost.get_mut(*cell as usize) else { continue };
            let claimed = u64::from(*claimed);
            cost.gedeclareerd += claimed;
            if *granted == NO_AMOUNT {
                cost.zonder_bedrag += 1;
                continue;
            }
            let granted = u64::from(*granted);
            cost.toegekend += granted;
            if over.get(usize::from(*stand)).copied().unwrap_or(false) {
                cost.af_toegekend += granted;
                cost.af_gedeclareerd += claimed;
            } else {
                cost.lopend_toegekend += granted;
                cost.lopend_gedeclareerd += claimed;
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.cost.as_slice())))
}
