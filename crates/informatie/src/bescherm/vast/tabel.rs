//! A table that adds up, and what may be shown of it.

use super::aanvullen::Onbeschermd;
use super::netwerk::{Boog, Kennis, Marge, Netwerk, Stand, Zoeken};
use crate::bescherm::deur::Deur;
use crate::bescherm::getal::{Getal, Reden};
use crate::kernel::Verzameling;

/// A table that is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TabelFout {
    /// Groups that do not form one tree, rows of no group, or another number of cells than rows times columns.
    #[error("rows, groups and cells of the table do not go together")]
    Vorm,
    /// Youths who are in more than one cell, or in none: totals would not be sums.
    #[error("the cells together are not all youths once: such a table does not add up")]
    TeltNietOp,
    /// More cells or youths than a table can hold.
    #[error("the table is too large")]
    TeGroot,
}

/// Rows of a tree by columns, each youth in one cell, with all totals.
///
/// Rows of the outcome are first the groups, then the rows that were given; behind the last column is the total. A zero is shown: what "none"
/// would say about somebody does not belong in such a table.
#[derive(Clone, Debug)]
pub struct Kruistabel {
    /// Parent of each group; the first is the whole and has none.
    groepen: Vec<Option<usize>>,
    /// Group of each row.
    ouders: Vec<usize>,
    /// Columns without the total.
    kolommen: usize,
    /// Youths per row of the outcome and column, totals with them.
    aantallen: Vec<u32>,
}

impl Kruistabel {
    /// Rows side by side.
    pub fn flat(
        rijen: usize,
        kolommen: usize,
        cellen: &[Verzameling],
        geheel: Verzameling,
    ) -> Result<Self, TabelFout> {
        Self::new(vec![None], vec![0; rijen], kolommen, cellen, geheel)
    }

    /// A tree of rows: the parent of each group, which stands before it, and the group of each row. `geheel` is the set of all youths: that the cells
    /// are together exactly that set is what makes totals of sums.
    pub fn new(
        groepen: Vec<Option<usize>>,
        ouders: Vec<usize>,
        kolommen: usize,
        cellen: &[Verzameling],
        geheel: Verzameling,
    ) -> Result<Self, TabelFout> {
        let tree = groepen.iter().enumerate().all(|(n, parent)| match parent {
            None => n == 0,
            Some(parent) => *parent < n,
        });
        let whole = !groepen.is_empty() && ouders.iter().all(|group| *group < groepen.len());
        if !tree || !whole || kolommen == 0 || cellen.len() != ouders.len() * kolommen {
            return Err(TabelFout::Vorm);
        }
        let mut sum = Verzameling::default();
        let mut total = 0_u32;
        for cel in cellen {
            sum += *cel;
            total = total.checked_add(cel.jeugdigen).ok_or(TabelFout::TeGroot)?;
        }
        if sum != geheel {
            return Err(TabelFout::TeltNietOp);
        }
        let width = kolommen + 1;
        let rows = groepen.len() + ouders.len();
        if rows.checked_mul(width).is_none_or(|cells| cells > 1 << 24) {
            return Err(TabelFout::TeGroot);
        }
        let mut aantallen = vec![0_u32; rows * width];
        for ((n, group), cells) in ouders.iter().enumerate().zip(cellen.chunks(kolommen)) {
            let sum = cells.iter().map(|cel| cel.jeugdigen).sum();
            let line: Vec<u32> = cells.iter().map(|cel| cel.jeugdigen).chain([sum]).collect();
            let mut row = Some(groepen.len() + n);
            let mut next = Some(*group);
            // The row itself, and every group that it is in.
            while let Some(at) = row {
                for (slot, more) in aantallen.iter_mut().skip(at * width).zip(&line) {
                    *slot += more;
                }
                row = next;
                next = next.and_then(|group| groepen.get(group).copied().flatten());
            }
        }
        Ok(Self { groepen, ouders, kolommen, aantallen })
    }

    /// Cells per row, the total with them.
    pub fn breedte(&self) -> usize {
        self.kolommen + 1
    }

    /// Cells, totals with them.
    pub fn cellen(&self) -> usize {
        self.aantallen.len()
    }

    /// The network: an arc for every cell. A row gives to the columns what it gets from its total; what the columns get comes back by way of
    /// the groups.
    fn network(&self, drempel: u32) -> Result<Netwerk, TabelFout> {
        let number = |n: usize| u32::try_from(n).map_err(|_| TabelFout::TeGroot);
        let (leaves, width) = (self.ouders.len(), self.breedte());
        let end = leaves + self.groepen.len() * width;
        let mut bogen = Vec::with_capacity(self.aantallen.len());
        for (n, waarde) in self.aantallen.iter().enumerate() {
            let (row, column) = (n / width, n % width);
            let at = |group: usize| leaves + group * width + column;
            let (low, high) = match row.checked_sub(self.groepen.len()) {
                None => (at(row), self.groepen.get(row).copied().flatten().map_or(end, at)),
                Some(leaf) => (leaf, at(self.ouders.get(leaf).copied().unwrap_or(0))),
            };
            let (low, high) = (number(low)?, number(high)?);
            let (van, naar) = if column == self.kolommen { (high, low) } else { (low, high) };
            let stand = if (1..drempel).contains(waarde) { Stand::Primair } else { Stand::Getoond };
            bogen.push(Boog { van, naar, waarde: *waarde, stand });
        }
        Ok(Netwerk::new(bogen, end + 1, drempel))
    }

    /// What leaving a cell out costs: totals cost most, and of others the largest.
    fn cost(&self, cell: u32) -> u64 {
        let (row, column) = (cell as usize / self.breedte(), cell as usize % self.breedte());
        let value = self.aantallen.get(cell as usize).copied().map_or(0, u64::from);
        let total = u64::from(column == self.kolommen) + u64::from(row < self.groepen.len());
        let whole = u64::from(row == 0) * 10;
        1_000 + value.isqrt() + (total + whole) * 100_000
    }
}

/// Numbers in a row that every cell that is too few can at least be, less one: five of them, as with rounding to five. Whoever knows of `g`
/// children in another cell that is not shown can rule out `g - 1` of them at most.
fn breedte(drempel: u32) -> u32 {
    drempel.saturating_sub(2).min(4)
}

impl Kruistabel {
    /// The network with the cells left out that have a reason.
    fn published(&self, drempel: u32, patroon: &[Option<Reden>]) -> Result<Netwerk, TabelFout> {
        let mut netwerk = self.network(drempel)?;
        if patroon.len() != netwerk.bogen.len() {
            return Err(TabelFout::Vorm);
        }
        netwerk.stand_all(|n, boog| match patroon.get(n) {
            Some(Some(_)) if (1..drempel).contains(&boog.waarde) => Stand::Primair,
            Some(Some(_)) => Stand::Aanvullend,
            _ => Stand::Getoond,
        });
        Ok(netwerk)
    }

    /// The audit of a table of which some cells are left out: exactly between which numbers each of those lies, for one who knows as much.
    pub fn audit(
        &self,
        drempel: u32,
        patroon: &[Option<Reden>],
        kennis: Kennis,
    ) -> Result<Vec<Marge>, TabelFout> {
        let netwerk = self.published(drempel, patroon)?;
        let mut zoeken = Zoeken::default();
        let hidden = (0_u32..).zip(&netwerk.bogen).filter(|(_, boog)| boog.stand != Stand::Getoond);
        Ok(hidden.map(|(arc, _)| netwerk.marge(arc, kennis, &mut zoeken)).collect())
    }

    /// Cells that are too few and that one who knows the rule can tell too well. None in a table that came through the door.
    pub fn bezwaren(&self, drempel: u32, patroon: &[Option<Reden>]) -> Result<Vec<usize>, TabelFout> {
        Ok(self.published(drempel, patroon)?.objections(breedte(drempel)))
    }
}

/// A fixed table that may be shown. Only [`Deur`] makes one.
#[derive(Clone, Debug)]
pub struct Vast {
    breedte: usize,
    getallen: Vec<Getal>,
}

impl Vast {
    /// Row by row; the total behind the last column.
    pub fn rijen(&self) -> impl Iterator<Item = &[Getal]> {
        self.getallen.chunks(self.breedte)
    }

    /// Which cells are not shown, and why.
    pub fn patroon(&self) -> Vec<Option<Reden>> {
        self.getallen.iter().map(Getal::reden).collect()
    }
}

/// A cell as it is published.
pub(super) fn getal(waarde: u32, stand: Stand) -> Getal {
    match stand {
        Stand::Getoond => Getal::shown(f64::from(waarde), 1.0),
        Stand::Primair => Getal::hidden(Reden::TeWeinig),
        Stand::Aanvullend => Getal::hidden(Reden::Aanvullend),
    }
}

/// A fixed table could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VastFout {
    /// It is not a table.
    #[error(transparent)]
    Tabel(#[from] TabelFout),
    /// It cannot be protected.
    #[error(transparent)]
    Onbeschermd(#[from] Onbeschermd),
}

impl Deur {
    /// Protects a fixed table by leaving cells out. What is shown is exact and adds up.
    ///
    /// One table at a time: tables that share totals or youths give each other away, and belong in one.
    pub fn vast(&self, tabel: &Kruistabel) -> Result<Vast, VastFout> {
        let drempel = self.regel().drempel();
        let mut netwerk = tabel.network(drempel)?;
        netwerk.complete(breedte(drempel), &|cell| Some(tabel.cost(cell)))?;
        let getallen = netwerk.bogen.iter().map(|boog| getal(boog.waarde, boog.stand)).collect();
        Ok(Vast { breedte: tabel.breedte(), getallen })
    }
}
