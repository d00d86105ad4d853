//! Which more cells are left out, so that those that are too few cannot be worked out.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::netwerk::{Kennis, Netwerk, Stand, Zoeken};

/// Cells that nothing that could be left out protects.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} cells cannot be protected: make rows or columns fewer and larger", .0.len())]
pub struct Onbeschermd(pub Vec<usize>);

/// A cell that is too few, how far it must be able to move, and cells that together let it.
struct Proof {
    arc: u32,
    need: u32,
    used: BTreeSet<u32>,
}

/// What it costs to leave a cell out.
type Kosten<'a> = &'a dyn Fn(u32) -> Option<u64>;

impl Netwerk {
    fn primary(&self) -> Vec<u32> {
        let arcs = (0_u32..).zip(&self.bogen);
        arcs.filter(|(_, boog)| boog.stand == Stand::Primair).map(|(arc, _)| arc).collect()
    }

    /// The cells that are too few and lie between numbers that are less than `breedte` apart, for one who knows the rule: of those that could be
    /// further apart, and of those that are not apart at all.
    pub(super) fn objections(&self, breedte: u32) -> Vec<usize> {
        let mut zoeken = Zoeken::default();
        let (dark, mut in_dark) = (self.dark(), Zoeken::default());
        let mut narrow = |arc: &u32| {
            self.proof(*arc, breedte, &mut zoeken).is_none() && {
                let need = dark.room_to_move(*arc, breedte, &mut in_dark);
                need == 0 || self.proof(*arc, need, &mut zoeken).is_none()
            }
        };
        self.primary().into_iter().filter(|arc| narrow(arc)).map(|arc| arc as usize).collect()
    }

    /// The same table with everything left out but what is zero: the best that can be had. A row of six cells with a child or more each of which
    /// the total is under ten too leaves each of them four numbers, whatever else is left out.
    fn dark(&self) -> Self {
        let mut out = self.clone();
        out.stand_all(|_, boog| if boog.waarde >= self.drempel { Stand::Aanvullend } else { boog.stand });
        out
    }

    /// How far a cell can move, `breedte` at most.
    fn room_to_move(&self, arc: u32, breedte: u32, zoeken: &mut Zoeken) -> u32 {
        let up = self.reach(arc, true, breedte, Kennis::Regel, zoeken);
        up + self.reach(arc, false, breedte - up, Kennis::Regel, zoeken)
    }

    /// Cells that together let a cell move `breedte` apart, if they do.
    fn proof(&self, arc: u32, breedte: u32, zoeken: &mut Zoeken) -> Option<BTreeSet<u32>> {
        let up = self.reach(arc, true, breedte, Kennis::Regel, zoeken);
        let mut used: BTreeSet<u32> = zoeken.used().collect();
        let down = if up < breedte { self.reach(arc, false, breedte - up, Kennis::Regel, zoeken) } else { 0 };
        if up < breedte {
            used.extend(zoeken.used());
        }
        (up + down >= breedte).then_some(used)
    }

    /// Leaves out more cells until every cell that is too few can be one of `breedte + 1` numbers in a row, or of as many as there can be, and
    /// shows again what turns out not to be needed.
    pub(super) fn complete(&mut self, breedte: u32, cost: Kosten<'_>) -> Result<(), Onbeschermd> {
        let mut zoeken = Zoeken::default();
        let mut proofs = Vec::new();
        let mut bare = Vec::new();
        let (dark, mut in_dark) = (self.dark(), Zoeken::default());
        for arc in self.primary() {
            let need = dark.room_to_move(arc, breedte, &mut in_dark);
            if self.proof(arc, need, &mut zoeken).is_none() {
                self.widen(arc, need, cost, &mut zoeken);
            }
            match self.proof(arc, need, &mut zoeken) {
                Some(used) if need > 0 => proofs.push(Proof { arc, need, used }),
                _ => bare.push(arc as usize),
            }
        }
        if !bare.is_empty() {
            return Err(Onbeschermd(bare));
        }
        self.show_again(&mut proofs, &mut zoeken);
        Ok(())
    }

    /// Leaves out the cheapest cells that give a cell room, in both directions where it can.
    fn widen(&mut self, arc: u32, breedte: u32, cost: Kosten<'_>, zoeken: &mut Zoeken) {
        let Some(boog) = self.bogen.get(arc as usize).copied() else { return };
        let half = breedte / 2;
        let up = self.room(&boog, boog.stand, Kennis::Regel, true).min(half);
        let down = self.room(&boog, boog.stand, Kennis::Regel, false).min(breedte - up);
        let got = self.buy(arc, true, up.max(breedte - down), cost, zoeken);
        let got = got + self.buy(arc, false, breedte.saturating_sub(got), cost, zoeken);
        if got < breedte {
            // What cannot be had below may be had above.
            self.buy(arc, true, breedte, cost, zoeken);
        }
    }

    /// Lets an arc hold more or less by way of cells that are left out, or are from now on: cheapest ways first.
    fn buy(&mut self, arc: u32, up: bool, most: u32, cost: Kosten<'_>, zoeken: &mut Zoeken) -> u32 {
        let mut total = self.reach(arc, up, most, Kennis::Regel, zoeken);
        let Some(boog) = self.bogen.get(arc as usize).copied() else { return 0 };
        let most = most.min(self.room(&boog, boog.stand, Kennis::Regel, up));
        let (source, sink) = if up { (boog.naar, boog.van) } else { (boog.van, boog.naar) };
        while total < most {
            let Some(way) = self.cheapest(source, sink, arc, cost, zoeken) else { break };
            for (part, _) in &way {
                if self.bogen.get(*part as usize).is_some_and(|boog| boog.stand == Stand::Getoond) {
                    self.stand(*part, Stand::Aanvullend);
                    zoeken.renew(self, *part);
                }
            }
            let rooms = way.iter().map(|(part, forward)| zoeken.left(*part, *forward));
            let amount = rooms.min().unwrap_or(0).min(most - total);
            if amount == 0 {
                break;
            }
            for (part, forward) in way {
                zoeken.push(part, forward, amount);
            }
            total += amount;
        }
        total
    }

    /// The way that leaves out least (Dijkstra).
    fn cheapest(
        &self,
        source: u32,
        sink: u32,
        without: u32,
        cost: Kosten<'_>,
        zoeken: &Zoeken,
    ) -> Option<Vec<(u32, bool)>> {
        let mut best = vec![(u64::MAX, 0_u32, false); self.knopen.len()];
        let mut heap = BinaryHeap::from([Reverse((0_u64, source))]);
        best.get_mut(source as usize)?.0 = 0;
        while let Some(Reverse((spent, node))) = heap.pop() {
            if node == sink {
                break;
            }
            if best.get(node as usize)?.0 < spent {
                continue;
            }
            for (arc, begins) in self.knopen.get(node as usize)? {
                let boog = self.bogen.get(*arc as usize)?;
                let price = match boog.stand {
                    _ if *arc == without => None,
                    Stand::Getoond if boog.waarde < self.drempel => None,
                    Stand::Getoond => {
                        let room = self.room(boog, Stand::Aanvullend, Kennis::Regel, *begins);
                        cost(*arc).filter(|_| room > 0)
                    }
                    _ => (zoeken.left(*arc, *begins) > 0).then_some(0),
                };
                let Some(price) = price else { continue };
                let other = if *begins { boog.naar } else { boog.van };
                let through = spent + price;
                if let Some(slot) = best.get_mut(other as usize)
                    && through < slot.0
                {
                    *slot = (through, *arc, *begins);
                    heap.push(Reverse((through, other)));
                }
            }
        }
        let mut way = Vec::new();
        let mut node = sink;
        while node != source {
            let (spent, arc, forward) = *best.get(node as usize)?;
            if spent == u64::MAX {
                return None;
            }
            way.push((arc, forward));
            let boog = self.bogen.get(arc as usize)?;
            node = if forward { boog.van } else { boog.naar };
        }
        Some(way)
    }

    /// Shows again every cell without which all proofs still hold or can be made anew, the largest first.
    fn show_again(&mut self, proofs: &mut [Proof], zoeken: &mut Zoeken) {
        let arcs = (0_u32..).zip(&self.bogen);
        let mut extra: Vec<(u32, u32)> = arcs
            .filter(|(_, boog)| boog.stand == Stand::Aanvullend)
            .map(|(arc, boog)| (boog.waarde, arc))
            .collect();
        extra.sort_unstable_by(|a, b| b.cmp(a));
        for (_, arc) in extra {
            self.stand(arc, Stand::Getoond);
            let leaning = (0..).zip(proofs.iter()).filter(|(_, proof)| proof.used.contains(&arc));
            let anew: Option<Vec<(usize, BTreeSet<u32>)>> =
                leaning.map(|(n, proof)| Some((n, self.proof(proof.arc, proof.need, zoeken)?))).collect();
            match anew {
                Some(anew) => {
                    for (n, proof) in anew {
                        if let Some(slot) = proofs.get_mut(n) {
                            slot.used = proof;
                        }
                    }
                }
                None => self.stand(arc, Stand::Aanvullend),
            }
        }
    }
}
