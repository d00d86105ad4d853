//! What changes on the way: servers, rates, budgets; and what one may read.

use super::heap::{Key, Kind};
use super::{Run, narrow};
use crate::model::YEAR;
use crate::network::{What, bound};
use crate::observe::Observer;
use crate::tick::Tick;

/// What a station looks like at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// How many may be helped at once.
    pub servers: u32,
    /// How many are being helped.
    pub busy: u32,
    /// How many wait and have not given up.
    pub waiting: usize,
    /// Whether money allows something to start.
    pub open: bool,
}

#[expect(clippy::indexing_slicing, reason = "the places in the calendar were checked with the model")]
impl<O: Observer> Run<'_, O> {
    /// Changes how many are helped at once at a station from now on; a station that is not there is passed over. Who is being
    /// helped is helped to the end.
    pub fn set_servers(&mut self, station: usize, servers: u32) {
        if station >= self.stations.len() {
            return;
        }
        self.note_capacity(station);
        self.stations[station].servers = servers;
        self.fill(station);
    }

    /// Changes how many children of a source come per day from now on: between zero and the ceiling of the source.
    pub fn set_rate(&mut self, source: usize, rate: f64) {
        if let Some(now) = self.rates.get_mut(source) {
            *now = rate;
        }
    }

    /// Changes the budget of the running year and those after it.
    pub fn set_budget(&mut self, funder: usize, budget: f64) {
        if funder < self.funders.len() {
            self.funders[funder].budget = budget;
            self.judge_budget(funder);
        }
    }

    /// Changes the price of a day of help that starts at a station from now on; where nobody pays, nothing changes.
    pub fn set_price(&mut self, station: usize, per_day: f64) {
        if let Some(price) = self.prices.get_mut(station) {
            *price = per_day;
        }
    }

    /// Changes how many take each way on after help of a group at a station, in the order of its routes in the model; what they leave
    /// of one goes away. Ways beyond the list keep nothing; what would go over one is cut off at the end of the list.
    pub fn set_routes(&mut self, group: usize, station: usize, probabilities: &[f64]) {
        if station >= self.network.stations() || group >= self.network.groups() {
            return;
        }
        let (first, last) = self.network.cells[group * self.network.stations() + station].ways;
        let mut sum = 0.0;
        let ways = &mut self.routes[first as usize..last as usize];
        for (place, way) in ways.iter_mut().enumerate() {
            sum += probabilities.get(place).copied().unwrap_or_default().max(0.0);
            way.under = bound(sum);
        }
    }

    /// What a station looks like now; none when it is not there.
    pub fn glance(&self, station: usize) -> Option<Glance> {
        let now = self.stations.get(station)?;
        let levels = self.network.levels;
        let queues = self.queues.get(station * levels..(station + 1) * levels)?;
        let waiting =
            queues.iter().flat_map(super::Queue::iter).filter(|one| one.deadline > self.now).count();
        Some(Glance { servers: now.servers, busy: now.busy, waiting, open: now.open })
    }

    /// What is committed of the budget of the running year; none when there is no such funder.
    pub fn committed(&self, funder: usize) -> Option<f64> {
        Some(self.funders.get(funder)?.committed.get(self.year).copied().unwrap_or_default())
    }

    /// What was committed of the budget of a year, counted from zero, until now; none when there is no such funder.
    pub fn committed_of(&self, funder: usize, year: usize) -> Option<f64> {
        Some(self.funders.get(funder)?.committed.get(year).copied().unwrap_or_default())
    }

    /// The day it is.
    pub fn day(&self) -> f64 {
        self.now.days()
    }

    /// What was counted so far. Who gave up may be counted later than it happened.
    pub const fn so_far(&self) -> &crate::Outcome {
        &self.outcome
    }

    pub(super) fn calendar(&mut self, place: usize) {
        match self.network.calendar.get(place + 1) {
            Some(next) => self.heap.replace_top(Key::new(next.at, Kind::Calendar, narrow(place + 1))),
            None => self.heap.pop(),
        }
        match self.network.calendar[place].what {
            What::Servers { station, servers } => self.set_servers(station as usize, servers),
            What::Rate { source, rate } => self.set_rate(source as usize, rate),
            What::Budget { funder, budget } => self.set_budget(funder as usize, budget),
            What::Year => {
                self.year += 1;
                for funder in 0..self.funders.len() {
                    self.judge_budget(funder);
                }
            }
        }
    }

    /// Adds what the servers of a station could have done until now.
    pub(super) fn note_capacity(&mut self, at: usize) {
        let station = &mut self.stations[at];
        let span = self.now.since(station.since.max(self.network.warm_up)).count();
        self.outcome.capacity[at] += u128::from(station.servers) * u128::from(span);
        station.since = self.now;
    }

    /// Commits the price of a service at a station from now until `end`, to the years it takes place in.
    pub(super) fn commit(&mut self, station: usize, end: Tick) {
        let Some((funder, _)) = self.network.stations[station].funder else { return };
        let per_day = self.prices[station];
        let funder = funder as usize;
        let funder_now = &mut self.funders[funder];
        let (mut from, end) = (self.now, end.min(self.network.horizon));
        let mut year = self.year;
        loop {
            #[expect(clippy::cast_precision_loss, reason = "at most 358 years")]
            let until = end.min(Tick::from_days(YEAR * (year + 1) as f64));
            if funder_now.committed.len() <= year {
                funder_now.committed.resize(year + 1, 0.0);
            }
            funder_now.committed[year] += per_day * until.since(from).days();
            if until >= end {
                break;
            }
            (from, year) = (until, year + 1);
        }
        if funder_now.committed.get(self.year).is_some_and(|sum| *sum >= funder_now.budget) {
            self.set_open(funder, false);
        }
    }

    /// Opens or closes the stations of a funder, and starts what may start.
    pub(super) fn judge_budget(&mut self, funder: usize) {
        let committed = self.committed(funder).unwrap_or_default();
        let open = committed < self.funders[funder].budget;
        self.set_open(funder, open);
        if open {
            for station in 0..self.stations.len() {
                if self.is_paid_by(station, funder) {
                    self.fill(station);
                }
            }
        }
    }

    fn is_paid_by(&self, station: usize, funder: usize) -> bool {
        self.network.stations[station].funder.is_some_and(|(by, _)| by as usize == funder)
    }

    fn set_open(&mut self, funder: usize, open: bool) {
        for station in 0..self.stations.len() {
            if self.is_paid_by(station, funder) {
                self.stations[station].open = open;
            }
        }
    }
}
