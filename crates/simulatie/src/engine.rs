//! The event loop.

mod calendar;
pub(crate) mod heap;
mod later;
mod places;
mod present;
mod queue;

pub use calendar::Glance;

use crate::dice::{Dice, Roll, Visit};
use crate::network::{AWAY, CellNr, Network, Way, way};
use crate::observe::{Event, Observer, What};
use crate::outcome::{Outcome, Tally};
use crate::tick::Tick;
use heap::{Heap, Key, Kind};
use later::Later;
use places::{Service, Services, Timers};
use queue::{NO_TIMER, Queue, Waiting};

/// One replication of a [`Network`], from an empty system or with who is there at the start.
///
/// ```
/// use simulatie::{Network, Run, reference};
///
/// let network = Network::new(&reference::jh_ref_1())?;
/// let mut run = Run::new(&network, 2026, 0, ());
/// run.advance(365.0);
/// // A choice on the way: twenty more places for who waits for ggz.
/// run.set_servers(2, 290);
/// let outcome = run.finish();
/// assert!(outcome.model_events() > 1_000_000);
/// # Ok::<(), simulatie::ModelError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Run<'a, O> {
    network: &'a Network,
    dice: Dice,
    heap: Heap,
    now: Tick,
    stations: Vec<Station>,
    queues: Vec<Queue>,
    services: Services,
    timers: Timers,
    /// Timers that go off later than the heap looks ahead.
    later: Later,
    /// Per source the child that comes next.
    next: Vec<Visit>,
    rates: Vec<f64>,
    /// Where to after help, as it is now.
    routes: Vec<Way>,
    /// Per station the price of a day, as it is now.
    prices: Vec<f64>,
    funders: Vec<Funder>,
    year: usize,
    outcome: Outcome,
    observer: O,
}

/// What changes of a station.
#[derive(Clone, Copy, Debug)]
struct Station {
    servers: u32,
    busy: u32,
    /// In the queue and still willing to wait, as far as timers tell.
    waiting: u32,
    /// Whether something may start, as far as money goes.
    open: bool,
    /// Since when `servers` is what it is.
    since: Tick,
}

impl Station {
    #[inline]
    const fn may_start(&self) -> bool {
        self.busy < self.servers && self.open
    }
}

#[derive(Clone, Debug)]
struct Funder {
    budget: f64,
    /// What is committed, per year.
    committed: Vec<f64>,
}

#[expect(clippy::cast_possible_truncation, reason = "the check of the model bounds what is counted here")]
const fn narrow(place: usize) -> u32 {
    place as u32
}

#[expect(
    clippy::indexing_slicing,
    reason = "stations, cells, queues and sources have the lengths of the network's tables, whose places were checked with the model"
)]
impl<'a, O: Observer> Run<'a, O> {
    /// A replication at its start. The same network, seed and number give the same outcome, to the bit.
    pub fn new(network: &'a Network, seed: u64, replication: u64, observer: O) -> Self {
        let station = |table: &crate::network::StationTable| Station {
            servers: table.servers,
            busy: 0,
            waiting: 0,
            open: true,
            since: Tick::ZERO,
        };
        let mut run = Self {
            network,
            dice: Dice::new(seed, replication),
            heap: Heap::new(),
            now: Tick::ZERO,
            stations: network.stations.iter().map(station).collect(),
            queues: vec![Queue::default(); network.stations.len() * network.levels],
            services: Services::default(),
            timers: Timers::default(),
            later: Later::new(),
            next: (0..=u16::MAX).take(network.sources.len()).map(|nr| Visit::first(nr, 0)).collect(),
            rates: network.sources.iter().map(|source| source.rate).collect(),
            routes: network.routes.clone(),
            prices: network.stations.iter().map(|s| s.funder.map_or(0.0, |funder| funder.1)).collect(),
            funders: network
                .budgets
                .iter()
                .map(|budget| Funder { budget: *budget, committed: Vec::new() })
                .collect(),
            year: 0,
            outcome: Outcome::new(network),
            observer,
        };
        for source in 0..network.sources.len() {
            if let Some(key) = run.next_arrival(Tick::ZERO, source) {
                run.heap.push(key);
            }
        }
        if let Some(first) = network.calendar.first() {
            run.heap.push(Key::new(first.at, Kind::Calendar, 0));
        }
        run.settle_present();
        for funder in 0..run.funders.len() {
            run.judge_budget(funder);
        }
        for station in 0..run.stations.len() {
            run.fill(station);
        }
        run
    }

    /// Lets time pass until the end of a day, at most the horizon.
    pub fn advance(&mut self, day: f64) {
        let until = Tick::from_days(day).min(self.network.horizon);
        loop {
            let top = self.heap.top();
            let at = top.map_or(Tick::NEVER, Key::at);
            if at >= self.later.pours_at() && self.later.pours_at() <= until {
                self.later.pour(&mut self.heap, &mut self.timers);
                continue;
            }
            let Some(key) = top.filter(|_| at <= until) else { break };
            self.now = at;
            match key.kind() {
                Kind::Service => self.completed(key.number()),
                Kind::Arrival => self.arrival(key.number() as usize),
                Kind::Timer => self.patience_ends(key.number()),
                Kind::Calendar => self.calendar(key.number() as usize),
            }
        }
        self.now = self.now.max(until);
    }

    /// Plays to the horizon, and gives what was counted.
    pub fn finish(self) -> Outcome {
        self.finish_with_observer().0
    }

    /// Plays to the horizon, and gives what was counted and who looked on.
    pub fn finish_with_observer(mut self) -> (Outcome, O) {
        self.advance(f64::INFINITY);
        let horizon = self.now;
        for at in 0..self.queues.len() {
            while let Some(waiting) = self.queues[at].pop() {
                if waiting.timer != NO_TIMER && self.timers.popped(waiting.timer) {
                    continue;
                }
                if waiting.deadline <= horizon {
                    self.reneged(&waiting);
                } else {
                    let tally = &mut self.outcome.cells[waiting.cell as usize];
                    tally.waiting += 1;
                    tally.waiting_time += horizon.since(waiting.joined).count();
                }
            }
        }
        for service in self.services.running() {
            self.outcome.cells[service.cell as usize].in_service += 1;
        }
        for at in 0..self.stations.len() {
            self.note_capacity(at);
        }
        (self.outcome, self.observer)
    }

    /// When the next child of a source comes.
    #[expect(clippy::inline_always, reason = "measured")]
    #[inline(always)]
    fn next_arrival(&self, now: Tick, source: usize) -> Option<Key> {
        let gap = self.network.sources[source].gap;
        if !gap.is_finite() {
            return None;
        }
        let rolls = self.dice.roll(self.next[source], Roll::Gap);
        let gap = Tick::from_scaled(gap * self.network.ziggurat.exponential(rolls));
        Some(Key::new(now.after(gap), Kind::Arrival, narrow(source)))
    }

    #[inline]
    fn arrival(&mut self, nr: usize) {
        let visit = self.next[nr];
        let following = visit.next_child().and_then(|next| {
            self.next[nr] = next;
            self.next_arrival(self.now, nr)
        });
        match following {
            Some(key) => self.heap.replace_top(key),
            None => self.heap.pop(),
        }
        let source = &self.network.sources[nr];
        let rate = self.rates[nr];
        if rate < source.ceiling && self.dice.roll(visit, Roll::Comes).unit() * source.ceiling >= rate {
            return;
        }
        let cell = self.network.entry(source, self.dice, visit);
        if cell != AWAY {
            self.outcome.arrivals += 1;
            self.see(What::Arrived, cell, visit);
            self.join(cell, visit);
        }
    }

    /// A child comes to a station: it is helped at once, waits, or is sent on.
    #[inline]
    fn join(&mut self, mut cell: CellNr, visit: Visit) {
        loop {
            let table = &self.network.cells[cell as usize];
            self.outcome.cells[cell as usize].joined += 1;
            let station = &mut self.stations[table.station as usize];
            if station.may_start() {
                station.busy += 1;
                return self.start_anew(cell, visit, self.now);
            }
            let limits = &self.network.stations[table.station as usize];
            if station.waiting < limits.limit {
                return self.wait(cell, visit);
            }
            self.outcome.cells[cell as usize].turned_away += 1;
            self.see(What::TurnedAway, cell, visit);
            let Some(other) = limits.overflow else { return };
            cell = cell - table.station + other;
        }
    }

    #[inline]
    fn wait(&mut self, cell: CellNr, visit: Visit) {
        self.wait_at_least(cell, visit, Tick::ZERO);
    }

    /// Joins the queue with a patience that is drawn, and no shorter than `least`.
    #[inline]
    fn wait_at_least(&mut self, cell: CellNr, visit: Visit, least: Tick) {
        let table = &self.network.cells[cell as usize];
        let mut waiting = Waiting { joined: self.now, deadline: Tick::NEVER, visit, cell, timer: NO_TIMER };
        if let Some(patience) = table.patience {
            let span = patience.draw(&self.network.ziggurat, self.dice.roll(visit, Roll::Patience));
            waiting.deadline = self.now.after(span.max(least));
            // Who would wait until after the last day needs no timer.
            if table.timed && waiting.deadline <= self.network.horizon {
                let Some(timer) = self.timers.take(waiting) else { return self.cut_off(cell, visit) };
                waiting.timer = timer;
                if !self.later.keep(self.now, waiting.deadline, timer) {
                    self.heap.push(Key::new(waiting.deadline, Kind::Timer, timer));
                }
            }
        }
        self.stations[table.station as usize].waiting += 1;
        self.queues[table.queue as usize].push(waiting);
        self.see(What::Joined, cell, visit);
    }

    /// A service starts in a slot, with a server that was taken before; gives the event of its end.
    #[expect(clippy::inline_always, reason = "measured")]
    #[inline(always)]
    fn start(&mut self, slot: u32, cell: CellNr, visit: Visit, joined: Tick) -> Key {
        let (now, network) = (self.now, self.network);
        let table = &network.cells[cell as usize];
        let span = table.service.draw(&network.ziggurat, self.dice.roll(visit, Roll::Service));
        let end = now.after(span);
        self.services.put(slot, Service { visit, cell });
        let wait = now.since(joined).count();
        let tally = &mut self.outcome.cells[cell as usize];
        if now >= network.warm_up {
            tally.counted += 1;
            tally.counted_wait += wait;
        } else {
            tally.early += 1;
            tally.early_wait += wait;
        }
        tally.busy += end.min(network.horizon).since(now.max(network.warm_up)).count();
        self.see(What::Started, cell, visit);
        if table.funded {
            self.commit(table.station as usize, end);
        }
        Key::new(end, Kind::Service, slot)
    }

    #[inline]
    fn completed(&mut self, slot: u32) {
        let Service { visit, cell } = self.services.get(slot);
        let table = &self.network.cells[cell as usize];
        let at = table.station as usize;
        self.outcome.cells[cell as usize].completed += 1;
        self.see(What::Completed, cell, visit);
        let station = &mut self.stations[at];
        station.busy -= 1;
        let next = if station.waiting > 0 && station.may_start() { self.call(at) } else { None };
        if let Some(waiting) = next {
            self.stations[at].busy += 1;
            let key = self.start(slot, waiting.cell, waiting.visit, waiting.joined);
            self.heap.replace_top(key);
        } else {
            self.heap.pop();
            self.services.give_back(slot);
        }
        let to = way(&self.routes, table.ways, self.dice.roll(visit, Roll::Route));
        if to != AWAY {
            match visit.next() {
                Some(next) => self.join(to, next),
                None => self.cut_off(cell, visit),
            }
        }
    }

    /// The next one to be helped: the first of the highest priority who still waits.
    #[inline]
    fn call(&mut self, station: usize) -> Option<Waiting> {
        let levels = self.network.levels;
        for at in station * levels..(station + 1) * levels {
            while let Some(waiting) = self.queues[at].pop() {
                if waiting.timer != NO_TIMER && self.timers.popped(waiting.timer) {
                    continue;
                }
                self.stations[station].waiting -= 1;
                if waiting.deadline > self.now {
                    return Some(waiting);
                }
                self.reneged(&waiting);
            }
        }
        None
    }

    /// Starts what may start.
    fn fill(&mut self, station: usize) {
        while self.stations[station].may_start() {
            let Some(waiting) = self.call(station) else { return };
            self.stations[station].busy += 1;
            self.start_anew(waiting.cell, waiting.visit, waiting.joined);
        }
    }

    /// A service starts that does not follow on another one in its slot.
    fn start_anew(&mut self, cell: CellNr, visit: Visit, joined: Tick) {
        if let Some(slot) = self.services.take() {
            let key = self.start(slot, cell, visit, joined);
            self.heap.push(key);
        } else {
            self.stations[self.network.cells[cell as usize].station as usize].busy -= 1;
            self.cut_off(cell, visit);
        }
    }

    fn patience_ends(&mut self, timer: u32) {
        self.heap.pop();
        let Some(waiting) = self.timers.fired(timer) else { return };
        let table = &self.network.cells[waiting.cell as usize];
        self.stations[table.station as usize].waiting -= 1;
        self.reneged(&waiting);
        if table.then != AWAY {
            self.outcome.cells[waiting.cell as usize].moved += 1;
            match waiting.visit.next() {
                Some(next) => self.join(table.then, next),
                None => self.cut_off(waiting.cell, waiting.visit),
            }
        }
    }

    fn reneged(&mut self, waiting: &Waiting) {
        let tally: &mut Tally = &mut self.outcome.cells[waiting.cell as usize];
        tally.reneged += 1;
        tally.reneged_wait += waiting.deadline.since(waiting.joined).count();
        let event = Event {
            at: waiting.deadline,
            what: What::Reneged,
            cell: waiting.cell as usize,
            visit: waiting.visit,
        };
        self.observer.see(&event);
    }

    #[cold]
    fn cut_off(&mut self, cell: CellNr, visit: Visit) {
        self.outcome.cells[cell as usize].cut_off += 1;
        self.see(What::CutOff, cell, visit);
    }

    #[inline]
    fn see(&mut self, what: What, cell: CellNr, visit: Visit) {
        self.observer.see(&Event { at: self.now, what, cell: cell as usize, visit });
    }
}

#[cfg(test)]
mod tests;
