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
    /// The same, of arcs that are not shown.
    open: Vec<Vec<Halve>>,
    /// Another number after every change.
    version: u64,
    pub(super) drempel: u32,
}

/// An arc as seen from one of its ends.
#[derive(Clone, Copy, Debug)]
struct Halve {
    arc: u32,
    /// The node at the other end.
    other: u32,
    /// Whether it begins here.
    begins: bool,
}

/// What is used again from one search to the next, in one network.
#[derive(Default)]
pub(super) struct Zoeken {
    /// The network as it was looked at, and for what attacker.
    of: Option<(u64, Kennis)>,
    /// Per arc: how much more and how much less it may hold.
    room: Vec<[u32; 2]>,
    /// The same, less what runs.
    left: Vec<[u32; 2]>,
    touched: Vec<u32>,
    /// Per node: how far it is, and which of its arcs is next.
    level: Vec<u32>,
    next: Vec<usize>,
    queue: Vec<u32>,
}

impl Zoeken {
    /// Takes back what runs, and looks at the network again when it is not what it was.
    fn clear(&mut self, netwerk: &Netwerk, kennis: Kennis) {
        let of = Some((netwerk.version, kennis));
        if self.of != of {
            self.of = of;
            self.touched.clear();
            let room = |boog: &Boog| [true, false].map(|up| netwerk.room(boog, boog.stand, kennis, up));
            self.room = netwerk.bogen.iter().map(room).collect();
            self.left.clone_from(&self.room);
        }
        for arc in self.touched.drain(..) {
            let room = self.room.get(arc as usize).copied();
            if let (Some(left), Some(room)) = (self.left.get_mut(arc as usize), room) {
                *left = room;
            }
        }
    }

    /// Looks at one arc that changed, and leaves what runs as it is.
    pub(super) fn renew(&mut self, netwerk: &Netwerk, arc: u32) {
        let Some((_, kennis)) = self.of else { return };
        self.of = Some((netwerk.version, kennis));
        if let (Some(boog), Some(room), Some(left)) = (
            netwerk.bogen.get(arc as usize),
            self.room.get_mut(arc as usize),
            self.left.get_mut(arc as usize),
        ) {
            *room = [true, false].map(|up| netwerk.room(boog, boog.stand, kennis, up));
            *left = *room;
        }
    }

    /// Lets more run through an arc.
    pub(super) fn push(&mut self, arc: u32, forward: bool, amount: u32) {
        if let Some([more, less]) = self.left.get_mut(arc as usize) {
            let (there, back) = if forward { (more, less) } else { (less, more) };
            // Without end stays without end.
            *there = if *there == ENDLESS { ENDLESS } else { there.saturating_sub(amount) };
            *back = back.saturating_add(amount);
            self.touched.push(arc);
        }
    }

    /// What is left of the room of an arc.
    pub(super) fn left(&self, arc: u32, forward: bool) -> u32 {
        self.left.get(arc as usize).map_or(0, |[more, less]| if forward { *more } else { *less })
    }

    /// The arc of a node in hand leads nowhere.
    fn skip(&mut self, node: u32) {
        if let Some(next) = self.next.get_mut(node as usize) {
            *next += 1;
        }
    }

    /// The arcs through which something else runs now.
    pub(super) fn used(&self) -> impl Iterator<Item = u32> {
        let runs = |arc: &u32| self.left.get(*arc as usize) != self.room.get(*arc as usize);
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
        let mut out = Self { bogen, knopen, open: Vec::new(), version: 0, drempel };
        out.reopen();
        out
    }

    /// Finds the arcs that are not shown.
    fn reopen(&mut self) {
        self.open = vec![Vec::new(); self.knopen.len()];
        for arc in (0_u32..).take(self.bogen.len()) {
            self.reopen_one(arc);
        }
    }

    fn reopen_one(&mut self, arc: u32) {
        let Some(boog) = self.bogen.get(arc as usize).copied() else { return };
        for (node, other, begins) in [(boog.van, boog.naar, true), (boog.naar, boog.van, false)] {
            let Some(open) = self.open.get_mut(node as usize) else { continue };
            open.retain(|half| half.arc != arc);
            if boog.stand != Stand::Getoond {
                open.push(Halve { arc, other, begins });
            }
        }
    }

    /// Shows an arc or leaves it out.
    pub(super) fn stand(&mut self, arc: u32, stand: Stand) {
        if let Some(boog) = self.bogen.get_mut(arc as usize) {
            boog.stand = stand;
        }
        self.version += 1;
        self.reopen_one(arc);
    }

    /// Shows arcs or leaves them out, each as `of` says.
    pub(super) fn stand_all(&mut self, mut of: impl FnMut(usize, &Boog) -> Stand) {
        for (n, boog) in self.bogen.iter_mut().enumerate() {
            boog.stand = of(n, boog);
        }
        self.version += 1;
        self.reopen();
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

    /// How much more (`up`) or less an arc can hold, at most `most`, when others that are not shown make up for it: the largest flow from one of
    /// its ends to the other (Dinitz 1970). What runs is left in `zoeken`.
    pub(super) fn reach(&self, arc: u32, up: bool, most: u32, kennis: Kennis, zoeken: &mut Zoeken) -> u32 {
        zoeken.clear(self, kennis);
        let Some(boog) = self.bogen.get(arc as usize) else { return 0 };
        let most = most.min(self.room(boog, boog.stand, kennis, up));
        let ends = if up { (boog.naar, boog.van) } else { (boog.van, boog.naar) };
        let mut total = 0;
        while total < most && self.levels(ends, arc, zoeken) {
            total += self.fill(ends, arc, most - total, zoeken);
        }
        total
    }

    /// How many arcs with room lie between every node and the sink, looking back until the source is reached; whether it is.
    fn levels(&self, (source, sink): (u32, u32), without: u32, zoeken: &mut Zoeken) -> bool {
        zoeken.level.clear();
        zoeken.level.resize(self.open.len(), u32::MAX);
        zoeken.next.clear();
        zoeken.next.resize(self.open.len(), 0);
        zoeken.queue.clear();
        zoeken.queue.push(sink);
        if let Some(level) = zoeken.level.get_mut(sink as usize) {
            *level = 0;
        }
        let mut first = 0;
        while let Some(node) = zoeken.queue.get(first).copied() {
            first += 1;
            let beyond = zoeken.level.get(node as usize).map_or(u32::MAX, |level| level.saturating_add(1));
            for half in self.open.get(node as usize).into_iter().flatten() {
                let new = zoeken.level.get(half.other as usize) == Some(&u32::MAX);
                if !new || half.arc == without || zoeken.left(half.arc, !half.begins) == 0 {
                    continue;
                }
                if let Some(level) = zoeken.level.get_mut(half.other as usize) {
                    *level = beyond;
                }
                if half.other == source {
                    return true;
                }
                zoeken.queue.push(half.other);
            }
        }
        false
    }

    /// Lets run what can run along shortest ways.
    fn fill(&self, (source, sink): (u32, u32), without: u32, most: u32, zoeken: &mut Zoeken) -> u32 {
        let mut way: Vec<Halve> = Vec::new();
        let mut total = 0;
        while total < most {
            let node = way.last().map_or(source, |half| half.other);
            if node == sink {
                let rooms = way.iter().map(|half| zoeken.left(half.arc, half.begins));
                let amount = rooms.min().unwrap_or(0).min(most - total);
                for half in way.drain(..) {
                    zoeken.push(half.arc, half.begins, amount);
                }
                total += amount;
                continue;
            }
            let at = zoeken.next.get(node as usize).copied().unwrap_or(usize::MAX);
            let half = self.open.get(node as usize).and_then(|open| open.get(at)).copied();
            let step = zoeken.level.get(node as usize).map_or(0, |level| level.wrapping_sub(1));
            match half {
                Some(half)
                    if half.arc != without
                        && zoeken.level.get(half.other as usize) == Some(&step)
                        && zoeken.left(half.arc, half.begins) > 0 =>
                {
                    way.push(half);
                }
                Some(_) => zoeken.skip(node),
                None => match way.pop() {
                    Some(_) => zoeken.skip(way.last().map_or(source, |half| half.other)),
                    None => break,
                },
            }
        }
        total
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
