//! The network of a table, and the exact audit on it.

/// How a cell is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    Getoond,
    Primair,
    Aanvullend,
}

/// What an attacker knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kennis {
    /// The table: what is shown, and that no number is below zero.
    Tabel,
    /// The rule and the reasons as well: what was too few is one up to the threshold, and what was left out to complete is not.
    Regel,
}

/// Between which numbers a cell that is not shown must lie, for one who knows what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marge {
    /// Which cell.
    pub cel: usize,
    /// The smallest number that goes with everything that is shown.
    pub van: u32,
    /// The largest; `u32::MAX` where there is none.
    pub tot: u32,
}

impl Marge {
    /// How many numbers it can be, less one.
    pub fn breedte(&self) -> u32 {
        self.tot - self.van
    }
}

/// More than any table holds.
const ENDLESS: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub(super) struct Boog {
    pub(super) van: u32,
    pub(super) naar: u32,
    pub(super) waarde: u32,
    pub(super) stand: Stand,
}

/// A network in balance: at every node as much comes in as goes out.
#[derive(Clone, Debug)]
pub(super) struct Netwerk {
    pub(super) bogen: Vec<Boog>,
    /// Per node: its arcs, and whether it is where the arc begins.
    pub(super) knopen: Vec<Vec<(u32, bool)>>,
    pub(super) drempel: u32,
}

/// What is used again from one search to the next.
#[derive(Default)]
pub(super) struct Zoeken {
    /// How much more than its value runs through each arc.
    pub(super) meer: Vec<i64>,
    touched: Vec<u32>,
    seen: Vec<u32>,
    turn: u32,
    from: Vec<(u32, bool)>,
    queue: Vec<u32>,
}

impl Zoeken {
    /// Takes back what runs.
    pub(super) fn clear(&mut self, arcs: usize) {
        self.meer.resize(arcs, 0);
        for arc in self.touched.drain(..) {
            if let Some(meer) = self.meer.get_mut(arc as usize) {
                *meer = 0;
            }
        }
    }

    /// Lets more run through an arc.
    pub(super) fn push(&mut self, arc: u32, forward: bool, amount: u32) {
        if let Some(meer) = self.meer.get_mut(arc as usize) {
            *meer += if forward { i64::from(amount) } else { -i64::from(amount) };
            self.touched.push(arc);
        }
    }

    /// The arcs through which something else runs now.
    pub(super) fn used(&self) -> impl Iterator<Item = u32> {
        let runs = |arc: &u32| self.meer.get(*arc as usize).is_some_and(|meer| *meer != 0);
        self.touched.iter().copied().filter(runs)
    }
}

impl Netwerk {
    pub(super) fn new(bogen: Vec<Boog>, nodes: usize, drempel: u32) -> Self {
        let mut knopen = vec![Vec::new(); nodes];
        for (n, boog) in (0_u32..).zip(&bogen) {
            for (node, begins) in [(boog.van, true), (boog.naar, false)] {
                if let Some(arcs) = knopen.get_mut(node as usize) {
                    arcs.push((n, begins));
                }
            }
        }
        Self { bogen, knopen, drempel }
    }

    /// How much more (`forward`) or less than its value an arc may hold in this standing.
    pub(super) fn room(&self, boog: &Boog, stand: Stand, kennis: Kennis, forward: bool) -> u32 {
        let (low, high) = match (stand, kennis) {
            (Stand::Getoond, _) => (boog.waarde, boog.waarde),
            (_, Kennis::Tabel) => (0, ENDLESS),
            (Stand::Primair, Kennis::Regel) => (1, self.drempel - 1),
            (Stand::Aanvullend, Kennis::Regel) => (self.drempel, ENDLESS),
        };
        match (forward, high) {
            (true, ENDLESS) => ENDLESS,
            (true, high) => high - boog.waarde,
            (false, _) => boog.waarde - low,
        }
    }

    /// What is left of the room of an arc, with what runs already.
    pub(super) fn left(&self, arc: u32, forward: bool, kennis: Kennis, zoeken: &Zoeken) -> u32 {
        let Some(boog) = self.bogen.get(arc as usize) else { return 0 };
        let room = self.room(boog, boog.stand, kennis, forward);
        let meer = zoeken.meer.get(arc as usize).copied().unwrap_or(0);
        let taken = if forward { meer } else { -meer };
        match room {
            ENDLESS => ENDLESS,
            room => u32::try_from(i64::from(room) - taken).unwrap_or(0),
        }
    }

    /// How much more (`up`) or less an arc can hold, at most `most`, when others that are not shown make up for it. What runs is left in
    /// `zoeken`.
    pub(super) fn reach(&self, arc: u32, up: bool, most: u32, kennis: Kennis, zoeken: &mut Zoeken) -> u32 {
        zoeken.clear(self.bogen.len());
        let Some(boog) = self.bogen.get(arc as usize) else { return 0 };
        let most = most.min(self.room(boog, boog.stand, kennis, up));
        let (source, sink) = if up { (boog.naar, boog.van) } else { (boog.van, boog.naar) };
        let mut total = 0;
        while total < most {
            let found = self.path(source, sink, arc, kennis, zoeken);
            if found == 0 {
                break;
            }
            let amount = found.min(most - total);
            self.run(source, sink, amount, zoeken);
            total += amount;
        }
        total
    }

    /// Finds a way with room, and how much room it has.
    fn path(&self, source: u32, sink: u32, without: u32, kennis: Kennis, zoeken: &mut Zoeken) -> u32 {
        zoeken.seen.resize(self.knopen.len(), 0);
        zoeken.from.resize(self.knopen.len(), (0, false));
        zoeken.turn += 1;
        zoeken.queue.clear();
        zoeken.queue.push(source);
        if let Some(seen) = zoeken.seen.get_mut(source as usize) {
            *seen = zoeken.turn;
        }
        let mut next = 0;
        while let Some(node) = zoeken.queue.get(next).copied() {
            next += 1;
            for (arc, begins) in self.knopen.get(node as usize).into_iter().flatten() {
                let Some(boog) = self.bogen.get(*arc as usize) else { continue };
                if boog.stand == Stand::Getoond || *arc == without {
                    continue;
                }
                let other = if *begins { boog.naar } else { boog.van };
                let new = zoeken.seen.get(other as usize).is_some_and(|seen| *seen != zoeken.turn);
                if !new || self.left(*arc, *begins, kennis, zoeken) == 0 {
                    continue;
                }
                if let (Some(seen), Some(from)) =
                    (zoeken.seen.get_mut(other as usize), zoeken.from.get_mut(other as usize))
                {
                    (*seen, *from) = (zoeken.turn, (*arc, *begins));
                }
                if other == sink {
                    return self.narrowest(source, sink, kennis, zoeken);
                }
                zoeken.queue.push(other);
            }
        }
        0
    }

    /// The arcs of the way that was found, from its end back.
    fn way<'a>(
        &'a self,
        source: u32,
        sink: u32,
        from: &'a [(u32, bool)],
    ) -> impl Iterator<Item = (u32, bool)> + 'a {
        let mut node = sink;
        std::iter::from_fn(move || {
            if node == source {
                return None;
            }
            let (arc, forward) = *from.get(node as usize)?;
            let boog = self.bogen.get(arc as usize)?;
            node = if forward { boog.van } else { boog.naar };
            Some((arc, forward))
        })
    }

    fn narrowest(&self, source: u32, sink: u32, kennis: Kennis, zoeken: &Zoeken) -> u32 {
        let rooms = self
            .way(source, sink, &zoeken.from)
            .map(|(arc, forward)| self.left(arc, forward, kennis, zoeken));
        rooms.min().unwrap_or(0)
    }

    fn run(&self, source: u32, sink: u32, amount: u32, zoeken: &mut Zoeken) {
        let from = std::mem::take(&mut zoeken.from);
        for (arc, forward) in self.way(source, sink, &from) {
            zoeken.push(arc, forward, amount);
        }
        zoeken.from = from;
    }

    /// Exactly between which numbers a cell lies.
    pub(super) fn marge(&self, arc: u32, kennis: Kennis, zoeken: &mut Zoeken) -> Marge {
        let waarde = self.bogen.get(arc as usize).map_or(0, |boog| boog.waarde);
        let down = self.reach(arc, false, ENDLESS, kennis, zoeken);
        // More than all that a table can hold is endless.
        let up = self.reach(arc, true, ENDLESS - waarde, kennis, zoeken);
        Marge { cel: arc as usize, van: waarde - down, tot: waarde.saturating_add(up) }
    }
}
