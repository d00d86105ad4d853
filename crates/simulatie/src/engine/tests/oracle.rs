//! A slow engine, written for its plainness: a heap of the library, queues that are searched, nothing prepared. With the same
//! random numbers it must see the same things happen in the same order, to the tick.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use proptest::prelude::*;

use super::worlds::any_model;
use crate::dice::{Dice, Roll, Visit};
use crate::model::{Cell, Destination, Model, Span, YEAR};
use crate::observe::{Event, What};
use crate::tick::Tick;
use crate::ziggurat::Ziggurat;
use crate::{Network, Run, reference};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    PatienceEnds(usize),
    Change(usize),
    Arrival(usize),
    End(usize),
}

#[derive(Clone, Copy)]
enum Change {
    Year,
    Servers(usize, u32),
    Rate(usize, f64),
    Budget(usize, f64),
}

#[derive(Clone, Copy)]
struct Person {
    visit: Visit,
    at: Destination,
    deadline: Tick,
    /// In which order they joined, over all stations.
    order: usize,
}

struct Slow<'a> {
    model: &'a Model,
    dice: Dice,
    ziggurat: Ziggurat,
    heap: BinaryHeap<Reverse<(Tick, Pending)>>,
    now: Tick,
    horizon: Tick,
    servers: Vec<u32>,
    busy: Vec<u32>,
    rates: Vec<f64>,
    budgets: Vec<f64>,
    spent: BTreeMap<(usize, usize), f64>,
    closed: Vec<bool>,
    year: usize,
    waiting: Vec<Person>,
    joined: usize,
    services: Vec<Option<(Visit, Destination)>>,
    free: Vec<usize>,
    next: Vec<Visit>,
    changes: Vec<(Tick, Change)>,
    seen: Vec<Event>,
}

fn draw(span: Span, dice: Dice, visit: Visit, roll: Roll, ziggurat: &Ziggurat) -> Tick {
    let per_day = crate::tick::per_day();
    let rolls = dice.roll(visit, roll);
    Tick::from_scaled(match span {
        Span::Fixed(days) => days * per_day,
        Span::Exponential { mean } => mean * per_day * ziggurat.exponential(rolls),
        Span::Lognormal { mean, cv } => {
            let square = libm::log(1.0 + cv * cv);
            mean * libm::exp(-square / 2.0) * per_day * libm::exp(libm::sqrt(square) * ziggurat.normal(rolls))
        }
    })
}

/// The first of the ways whose probabilities add up to more than a draw.
fn choose<T: Copy>(ways: &[(f64, T)], dice: Dice, visit: Visit, roll: Roll) -> Option<T> {
    let unit = dice.roll(visit, roll).unit();
    let mut sum = 0.0;
    ways.iter()
        .find(|(probability, _)| {
            sum += probability;
            unit < sum
        })
        .map(|way| way.1)
}

impl<'a> Slow<'a> {
    fn play(model: &'a Model, seed: u64, replication: u64) -> Vec<Event> {
        let mut changes = Vec::new();
        let mut year = YEAR;
        while year <= model.horizon && !model.funders.is_empty() {
            changes.push((Tick::from_days(year), Change::Year));
            year += YEAR;
        }
        for (nr, station) in model.stations.iter().enumerate() {
            changes.extend(
                station.servers.changes.iter().map(|c| (Tick::from_days(c.0), Change::Servers(nr, c.1))),
            );
        }
        for (nr, source) in model.sources.iter().enumerate() {
            changes.extend(source.rate.changes.iter().map(|c| (Tick::from_days(c.0), Change::Rate(nr, c.1))));
        }
        for (nr, funder) in model.funders.iter().enumerate() {
            changes.extend(
                funder.budget.changes.iter().map(|c| (Tick::from_days(c.0), Change::Budget(nr, c.1))),
            );
        }
        changes.sort_by_key(|change| change.0);
        let mut slow = Self {
            dice: Dice::new(seed, replication),
            ziggurat: Ziggurat::new(),
            heap: BinaryHeap::new(),
            now: Tick::ZERO,
            horizon: Tick::from_days(model.horizon),
            servers: model.stations.iter().map(|s| s.servers.first).collect(),
            busy: vec![0; model.stations.len()],
            rates: model.sources.iter().map(|s| s.rate.first).collect(),
            budgets: model.funders.iter().map(|f| f.budget.first).collect(),
            spent: BTreeMap::new(),
            closed: vec![false; model.funders.len()],
            year: 0,
            waiting: Vec::new(),
            joined: 0,
            services: Vec::new(),
            free: Vec::new(),
            next: (0..).take(model.sources.len()).map(|nr| Visit::first(nr, 0)).collect(),
            changes,
            seen: Vec::new(),
            model,
        };
        for source in 0..model.sources.len() {
            slow.plan_arrival(source);
        }
        for (nr, change) in slow.changes.iter().enumerate() {
            slow.heap.push(Reverse((change.0, Pending::Change(nr))));
        }
        slow.settles();
        for funder in 0..model.funders.len() {
            slow.judge(funder);
        }
        for station in 0..model.stations.len() {
            while slow.has_room(station) && slow.calls(station) {}
        }
        while let Some(Reverse((at, pending))) = slow.heap.pop() {
            if at > slow.horizon {
                break;
            }
            slow.now = at;
            match pending {
                Pending::PatienceEnds(order) => slow.gives_up(order),
                Pending::Change(nr) => slow.change(nr),
                Pending::Arrival(source) => slow.arrives(source),
                Pending::End(place) => slow.ends(place),
            }
        }
        slow.seen
    }

    /// Who is there at the start: those who are being helped, row by row, then those who wait, in the order that is drawn.
    fn settles(&mut self) {
        let mut waiting = Vec::new();
        for (row, present) in self.model.present.iter().enumerate() {
            let source = u16::try_from(self.model.sources.len() + row).unwrap();
            let at = Destination { station: present.station, group: present.group };
            for child in 0..present.helped + present.waiting {
                let visit = Visit::first(source, child);
                if child < present.helped {
                    self.is_there(at, visit);
                } else {
                    waiting.push((self.dice.roll(visit, Roll::Order).unit(), visit, at));
                }
            }
        }
        waiting.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, visit, at) in waiting {
            self.waits(at, visit, Tick::of(1));
        }
    }

    fn is_there(&mut self, at: Destination, visit: Visit) {
        self.services.push(Some((visit, at)));
        self.busy[at.station] += 1;
        let unit = self.dice.roll(visit, Roll::Left).unit();
        let per_day = crate::tick::per_day();
        let rolls = self.dice.roll(visit, Roll::Service);
        let left = Tick::from_scaled(match self.cell(at).service {
            Span::Fixed(days) => days * per_day * unit,
            Span::Exponential { mean } => mean * per_day * self.ziggurat.exponential(rolls),
            Span::Lognormal { mean, cv } => {
                let square = libm::log(1.0 + cv * cv);
                let sigma = libm::sqrt(square);
                let scale = mean * libm::exp(-square / 2.0) * per_day;
                scale * libm::exp(sigma * (self.ziggurat.normal(rolls) + sigma)) * unit
            }
        });
        let end = self.now.after(left);
        self.heap.push(Reverse((end, Pending::End(self.services.len() - 1))));
        self.see(What::There, at, visit);
        self.pays(at, end);
    }

    fn cell(&self, at: Destination) -> &'a Cell {
        &self.model.groups[at.group].cells[at.station]
    }

    fn see(&mut self, what: What, at: Destination, visit: Visit) {
        let cell = at.group * self.model.stations.len() + at.station;
        self.seen.push(Event { at: self.now, what, cell, visit });
    }

    fn plan_arrival(&mut self, source: usize) {
        let mean = 1.0 / self.model.sources[source].ceiling;
        let gap = draw(Span::Exponential { mean }, self.dice, self.next[source], Roll::Gap, &self.ziggurat);
        self.heap.push(Reverse((self.now.after(gap), Pending::Arrival(source))));
    }

    fn arrives(&mut self, nr: usize) {
        let visit = self.next[nr];
        self.next[nr] = visit.next_child().unwrap();
        self.plan_arrival(nr);
        let source = &self.model.sources[nr];
        if self.dice.roll(visit, Roll::Comes).unit() * source.ceiling >= self.rates[nr] {
            return;
        }
        let mut ways: Vec<(f64, usize)> = source.entry.iter().copied().zip(0..).collect();
        ways.last_mut().unwrap().0 = 1.0;
        let station = choose(&ways, self.dice, visit, Roll::Entry).unwrap();
        let at = Destination { station, group: source.group };
        self.see(What::Arrived, at, visit);
        self.joins(at, visit);
    }

    fn has_room(&self, station: usize) -> bool {
        let closed = self.model.stations[station].funding.is_some_and(|funding| self.closed[funding.funder]);
        self.busy[station] < self.servers[station] && !closed
    }

    fn joins(&mut self, at: Destination, visit: Visit) {
        if self.has_room(at.station) {
            return self.starts(at, visit);
        }
        let station = &self.model.stations[at.station];
        let queue = self.waiting.iter().filter(|one| one.at.station == at.station).count();
        if station.queue_limit.is_some_and(|limit| queue >= limit as usize) {
            self.see(What::TurnedAway, at, visit);
            if let Some(other) = station.overflow {
                self.joins(Destination { station: other, ..at }, visit);
            }
            return;
        }
        self.waits(at, visit, Tick::ZERO);
    }

    fn waits(&mut self, at: Destination, visit: Visit, least: Tick) {
        let order = self.joined;
        self.joined += 1;
        let mut deadline = Tick::LAST.after(Tick::LAST);
        if let Some(patience) = self.cell(at).patience {
            let span = draw(patience.span, self.dice, visit, Roll::Patience, &self.ziggurat);
            deadline = self.now.after(span.max(least));
            self.heap.push(Reverse((deadline, Pending::PatienceEnds(order))));
        }
        self.waiting.push(Person { visit, at, deadline, order });
        self.see(What::Joined, at, visit);
    }

    fn starts(&mut self, at: Destination, visit: Visit) {
        let place = self.free.pop().unwrap_or_else(|| {
            self.services.push(None);
            self.services.len() - 1
        });
        self.busy[at.station] += 1;
        self.services[place] = Some((visit, at));
        let end =
            self.now.after(draw(self.cell(at).service, self.dice, visit, Roll::Service, &self.ziggurat));
        self.heap.push(Reverse((end, Pending::End(place))));
        self.see(What::Started, at, visit);
        self.pays(at, end);
    }

    fn pays(&mut self, at: Destination, end: Tick) {
        if let Some(funding) = self.model.stations[at.station].funding {
            let (mut from, mut year) = (self.now, self.year);
            loop {
                #[allow(clippy::cast_precision_loss)]
                let until = end.min(self.horizon).min(Tick::from_days(YEAR * (year + 1) as f64));
                *self.spent.entry((funding.funder, year)).or_default() +=
                    funding.per_day * until.since(from).days();
                if until == end.min(self.horizon) {
                    break;
                }
                (from, year) = (until, year + 1);
            }
            self.closed[funding.funder] |= self.spent(funding.funder) >= self.budgets[funding.funder];
        }
    }

    fn spent(&self, funder: usize) -> f64 {
        self.spent.get(&(funder, self.year)).copied().unwrap_or_default()
    }

    fn ends(&mut self, place: usize) {
        let (visit, at) = self.services[place].take().unwrap();
        self.see(What::Completed, at, visit);
        self.busy[at.station] -= 1;
        self.free.push(place);
        if self.has_room(at.station) {
            self.calls(at.station);
        }
        let ways: Vec<(f64, Destination)> =
            self.cell(at).routes.iter().map(|r| (r.probability, r.to)).collect();
        if let Some(to) = choose(&ways, self.dice, visit, Roll::Route) {
            self.goes_on(to, at, visit);
        }
    }

    fn goes_on(&mut self, to: Destination, from: Destination, visit: Visit) {
        match visit.next() {
            Some(next) => self.joins(to, next),
            None => self.see(What::CutOff, from, visit),
        }
    }

    /// Calls the one who waits with the highest priority, and of those the first who came.
    fn calls(&mut self, station: usize) -> bool {
        let here = self.waiting.iter().filter(|one| one.at.station == station);
        let Some(first) = here.min_by_key(|one| (self.cell(one.at).priority, one.order)).copied() else {
            return false;
        };
        assert!(first.deadline > self.now, "who gave up has gone");
        self.waiting.retain(|one| one.order != first.order);
        self.starts(first.at, first.visit);
        true
    }

    fn gives_up(&mut self, order: usize) {
        let Some(place) = self.waiting.iter().position(|one| one.order == order) else { return };
        let person = self.waiting.remove(place);
        self.see(What::Reneged, person.at, person.visit);
        if let Some(then) = self.cell(person.at).patience.unwrap().then {
            self.goes_on(then, person.at, person.visit);
        }
    }

    fn change(&mut self, nr: usize) {
        match self.changes[nr].1 {
            Change::Year => {
                self.year += 1;
                (0..self.budgets.len()).for_each(|funder| self.judge(funder));
            }
            Change::Servers(station, servers) => {
                self.servers[station] = servers;
                while self.has_room(station) && self.calls(station) {}
            }
            Change::Rate(source, rate) => self.rates[source] = rate,
            Change::Budget(funder, budget) => {
                self.budgets[funder] = budget;
                self.judge(funder);
            }
        }
    }

    fn judge(&mut self, funder: usize) {
        self.closed[funder] = self.spent(funder) >= self.budgets[funder];
        for (station, table) in self.model.stations.iter().enumerate() {
            if table.funding.is_some_and(|funding| funding.funder == funder) {
                while self.has_room(station) && self.calls(station) {}
            }
        }
    }
}

fn fast(model: &Model, seed: u64, replication: u64) -> Vec<Event> {
    let network = Network::with_timers(model, true).unwrap();
    let mut events = Vec::new();
    Run::new(&network, seed, replication, |event: &Event| events.push(*event)).finish();
    events
}

fn same(model: &Model, seed: u64) {
    let (fast, slow) = (fast(model, seed, 3), Slow::play(model, seed, 3));
    let differs = fast.iter().zip(&slow).position(|(a, b)| a != b);
    if let Some(place) = differs {
        panic!(
            "event {place}: {:?}\nslow: {:?}\nbefore: {:?}",
            fast[place],
            slow[place],
            &fast[place.saturating_sub(3)..place]
        );
    }
    assert_eq!(fast.len(), slow.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_slow_engine_sees_the_same(model in any_model(), seed in any::<u64>()) {
        same(&model, seed);
    }
}

#[test]
fn the_slow_engine_sees_the_same_of_the_reference_models() {
    for name in ["JH-REF-0", "JH-REF-1"] {
        let model = Model { horizon: 900.0, warm_up: 100.0, ..reference::by_name(name).unwrap() };
        same(&model, 5);
        assert!(fast(&model, 5, 3).len() > 5_000);
    }
}

/// A slow engine that differs must be caught: here one whose queue is last come, first served.
#[test]
fn a_difference_is_seen() {
    let model = Model { horizon: 400.0, warm_up: 0.0, ..reference::jh_ref_0() };
    let mut other = model.clone();
    other.groups[5].cells[2].priority = 0;
    assert_ne!(fast(&model, 5, 3), Slow::play(&other, 5, 3));
}
