//! Tables that share totals: cells and relations between them, without a shape that a network has.

use super::netwerk::Stand;
use super::tabel::{TabelFout, getal};
use crate::bescherm::deur::Deur;
use crate::bescherm::getal::Getal;
use crate::kernel::Verzameling;

/// A total and its parts, as places in a list of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verband {
    /// The total.
    pub totaal: usize,
    /// Its parts.
    pub delen: Vec<usize>,
}

impl Verband {
    fn cells(&self) -> impl Iterator<Item = usize> {
        self.delen.iter().copied().chain([self.totaal])
    }
}

/// Cells with all relations between them: tables that share totals, or that have trees on both sides.
#[derive(Clone, Debug)]
pub struct Stelsel {
    aantallen: Vec<u32>,
    verbanden: Vec<Verband>,
}

/// A prime above what any determinant of such relations can be a multiple of by chance.
const PRIME: u64 = (1 << 61) - 1;

fn times(a: u64, b: u64) -> u64 {
    u64::try_from(u128::from(a) * u128::from(b) % u128::from(PRIME)).unwrap_or(0)
}

/// One divided by a number, modulo the prime.
fn inverse(a: u64) -> u64 {
    let (mut out, mut base, mut rest) = (1, a, PRIME - 2);
    while rest > 0 {
        if rest & 1 == 1 {
            out = times(out, base);
        }
        base = times(base, base);
        rest >>= 1;
    }
    out
}

impl Stelsel {
    /// Sets of youths, and which are sums of which. Refused when a total is not the set that its parts are together.
    pub fn new(cellen: &[Verzameling], verbanden: Vec<Verband>) -> Result<Self, TabelFout> {
        for verband in &verbanden {
            let mut sum = Verzameling::default();
            for part in &verband.delen {
                sum += *cellen.get(*part).ok_or(TabelFout::Vorm)?;
            }
            if sum != *cellen.get(verband.totaal).ok_or(TabelFout::Vorm)? {
                return Err(TabelFout::TeltNietOp);
            }
        }
        Ok(Self { aantallen: cellen.iter().map(|cel| cel.jeugdigen).collect(), verbanden })
    }

    /// The cells that are not shown and that follow from what is shown: exactly those of which the relations leave one value, by elimination
    /// over a prime field.
    pub fn determined(&self, hidden: &[bool]) -> Vec<usize> {
        let places: Vec<usize> =
            (0..self.aantallen.len()).filter(|n| hidden.get(*n) == Some(&true)).collect();
        let mut rows: Vec<Vec<u64>> = self
            .verbanden
            .iter()
            .map(|verband| {
                let mut row = vec![0; places.len()];
                for cell in verband.cells() {
                    let sign = if cell == verband.totaal { PRIME - 1 } else { 1 };
                    if let Ok(at) = places.binary_search(&cell)
                        && let Some(slot) = row.get_mut(at)
                    {
                        *slot = (*slot + sign) % PRIME;
                    }
                }
                row
            })
            .collect();
        let mut done: Vec<Vec<u64>> = Vec::new();
        for column in 0..places.len() {
            let at = |row: &Vec<u64>| row.get(column).copied().unwrap_or(0);
            let Some(found) = rows.iter().position(|row| at(row) != 0) else { continue };
            let mut pivot = rows.swap_remove(found);
            let scale = inverse(at(&pivot));
            for n in &mut pivot {
                *n = times(*n, scale);
            }
            for row in rows.iter_mut().chain(&mut done) {
                let factor = at(row);
                if factor != 0 {
                    for (n, p) in row.iter_mut().zip(&pivot) {
                        *n = (*n + PRIME - times(factor, *p)) % PRIME;
                    }
                }
            }
            done.push(pivot);
        }
        // A relation between one cell and what is shown.
        let alone = done.iter().filter_map(|row| {
            let mut of = row.iter().zip(&places).filter(|(n, _)| **n != 0).map(|(_, cell)| *cell);
            of.next().filter(|_| of.next().is_none())
        });
        let mut found: Vec<usize> = alone.collect();
        found.sort_unstable();
        found
    }

    /// Between which numbers each cell lies, as far as one relation after another tells who knows the rule. Who solves all relations together
    /// may know more; nobody knows less.
    pub fn bounds(&self, stand: impl Fn(usize) -> (u32, u32)) -> Vec<(u32, u32)> {
        let mut bounds: Vec<(i64, i64)> =
            (0..self.aantallen.len()).map(stand).map(|(low, high)| (low.into(), high.into())).collect();
        // What the relations agree on is reached within a few rounds; stopping early leaves bounds that are true and a little wider.
        for _ in 0..100 {
            let mut narrowed = false;
            for verband in &self.verbanden {
                for cell in verband.cells() {
                    // The total is the sum of its parts, so that a part is the total less the others.
                    let adds = |other: usize| cell == verband.totaal || other == verband.totaal;
                    let (mut low, mut high) = (0, 0);
                    for other in verband.cells().filter(|other| *other != cell) {
                        let Some((from, until)) = bounds.get(other) else { continue };
                        low += if adds(other) { *from } else { -until };
                        high += if adds(other) { *until } else { -from };
                    }
                    if let Some(own) = bounds.get_mut(cell) {
                        let new = (own.0.max(low), own.1.min(high));
                        narrowed |= new != *own;
                        *own = new;
                    }
                }
            }
            if !narrowed {
                break;
            }
        }
        let number = |n: i64| u32::try_from(n.clamp(0, u32::MAX.into())).unwrap_or(u32::MAX);
        bounds.into_iter().map(|(low, high)| (number(low), number(high))).collect()
    }

    /// How many numbers each cell can be, less one, as far as one relation after another tells who knows the rule.
    fn widths(&self, stand: &[Stand], drempel: u32) -> Vec<u32> {
        let known = |n: usize| match (stand.get(n), self.aantallen.get(n)) {
            (Some(Stand::Getoond), Some(waarde)) => (*waarde, *waarde),
            (Some(Stand::Primair), _) => (1, drempel - 1),
            _ => (drempel, u32::MAX),
        };
        self.bounds(known).into_iter().map(|(low, high)| high - low).collect()
    }

    /// The cells that are too few and that follow from what is shown, or can be fewer numbers than they `need`.
    fn objections(&self, stand: &[Stand], drempel: u32, need: &[u32]) -> Vec<usize> {
        let hidden: Vec<bool> = stand.iter().map(|stand| *stand != Stand::Getoond).collect();
        let follows = self.determined(&hidden);
        let narrow = self.widths(stand, drempel).into_iter().zip(need).map(|(width, need)| width < *need);
        let cells = narrow.enumerate().zip(stand).filter(|(_, stand)| **stand == Stand::Primair);
        cells.filter(|((n, narrow), _)| *narrow || follows.contains(n)).map(|((n, _), _)| n).collect()
    }
}

impl Deur {
    /// Protects tables that share totals by leaving cells out: until no cell that is too few follows from what is shown, and none is held
    /// within less than five numbers, or than there can be, by one relation after another. What is shown is exact and adds up. None when leaving everything out would not be
    /// enough.
    pub fn gekoppeld(&self, stelsel: &Stelsel) -> Option<Vec<Getal>> {
        let drempel = self.regel().drempel();
        let of = |n: &u32| if (1..drempel).contains(n) { Stand::Primair } else { Stand::Getoond };
        let mut stand: Vec<Stand> = stelsel.aantallen.iter().map(of).collect();
        // With everything left out but what is zero: the best that can be had.
        let dark: Vec<Stand> = stelsel
            .aantallen
            .iter()
            .zip(&stand)
            .map(|(waarde, stand)| if *waarde >= drempel { Stand::Aanvullend } else { *stand })
            .collect();
        let best = stelsel.widths(&dark, drempel);
        let need: Vec<u32> =
            best.into_iter().map(|width| width.clamp(1, drempel.saturating_sub(2).min(4))).collect();
        loop {
            let objections = stelsel.objections(&stand, drempel, &need);
            if objections.is_empty() {
                break;
            }
            let mut added = false;
            for cell in objections {
                let of_cell =
                    stelsel.verbanden.iter().filter(|verband| verband.cells().any(|other| other == cell));
                for verband in of_cell {
                    let open = |other: &usize| {
                        stand.get(*other) == Some(&Stand::Getoond)
                            && stelsel.aantallen.get(*other).is_some_and(|waarde| *waarde >= drempel)
                    };
                    let cheapest = verband.cells().filter(open).min_by_key(|other| {
                        (*other == verband.totaal, stelsel.aantallen.get(*other).copied().unwrap_or(0))
                    });
                    if let Some(slot) = cheapest.and_then(|other| stand.get_mut(other)) {
                        *slot = Stand::Aanvullend;
                        added = true;
                    }
                }
            }
            if !added {
                // Around these everything is left out already: go on where that ends.
                let touches =
                    |verband: &&Verband| verband.cells().any(|cell| stand.get(cell) != Some(&Stand::Getoond));
                let edge = stelsel.verbanden.iter().filter(touches).flat_map(Verband::cells);
                let open = |cell: &usize| {
                    stand.get(*cell) == Some(&Stand::Getoond)
                        && stelsel.aantallen.get(*cell).is_some_and(|waarde| *waarde >= drempel)
                };
                let next = edge.filter(open).min_by_key(|cell| stelsel.aantallen.get(*cell))?;
                *stand.get_mut(next)? = Stand::Aanvullend;
            }
        }
        Some(stelsel.aantallen.iter().zip(&stand).map(|(waarde, stand)| getal(*waarde, *stand)).collect())
    }
}
