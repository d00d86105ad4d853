//! What holds in every system, exactly.

use std::num::NonZeroUsize;

use proptest::prelude::*;

use super::worlds::{any_model, plain};
use crate::model::{Model, Span};
use crate::observe::{Event, What};
use crate::{Network, Outcome, Run, Tick, reference, replicate};

/// Length of the queues over time, added up tick by tick as events tell.
#[derive(Default)]
struct Lengths {
    now: u64,
    waiting: u64,
    area: u64,
}

impl Lengths {
    fn until(&mut self, at: Tick) {
        self.area += self.waiting * (at.count() - self.now);
        self.now = at.count();
    }

    fn see(&mut self, event: &Event, joined: &mut std::collections::HashSet<crate::Visit>) {
        self.until(event.at);
        match event.what {
            What::Joined => {
                joined.insert(event.visit);
                self.waiting += 1;
            }
            What::Started | What::Reneged if joined.remove(&event.visit) => self.waiting -= 1,
            _ => {}
        }
    }
}

fn with_lengths(model: &Model, seed: u64) -> (Outcome, u64) {
    let network = Network::with_timers(model, true).unwrap();
    let (mut lengths, mut joined) = (Lengths::default(), std::collections::HashSet::new());
    let outcome = Run::new(&network, seed, 0, |event: &Event| lengths.see(event, &mut joined)).finish();
    lengths.until(network.horizon);
    (outcome, lengths.area)
}

/// Who came is somewhere.
fn flows_are_conserved(model: &Model, outcome: &Outcome) {
    let mut came = 0;
    let waited: u64 = model.present.iter().map(|row| u64::from(row.waiting)).sum();
    let there: u64 = model.present.iter().map(|row| u64::from(row.helped)).sum();
    assert_eq!(outcome.total().there, there);
    for cell in &outcome.cells {
        let gone = cell.reneged + cell.turned_away + cell.waiting + cell.started();
        // Who could not be numbered had come, but neither waits nor started, or had completed and was counted there.
        assert!(cell.joined >= gone && cell.joined - gone <= cell.cut_off, "{cell:?}");
        assert_eq!(cell.started() + cell.there, cell.completed + cell.in_service, "{cell:?}");
        came += cell.joined;
    }
    let total = outcome.total();
    let has_ways = model.groups.iter().flat_map(|g| &g.cells).any(|c| !c.routes.is_empty());
    if !has_ways && total.moved == 0 && model.stations.iter().all(|s| s.overflow.is_none()) {
        assert_eq!(came, outcome.arrivals + waited);
    }
    assert!(came <= outcome.arrivals + waited + total.completed + total.moved + total.turned_away);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Little's law without expectations: the length of the queues over time is the waiting of all, to the tick.
    #[test]
    fn waiting_adds_up(model in any_model(), seed in any::<u64>()) {
        let (outcome, area) = with_lengths(&model, seed);
        let total = outcome.total();
        prop_assert_eq!(area, total.early_wait + total.counted_wait + total.reneged_wait + total.waiting_time);
        flows_are_conserved(&model, &outcome);
        let busiest = outcome.capacity.iter().enumerate().all(|(at, capacity)| {
            // Who is helped when servers leave, or was there in greater numbers, is helped to the end: only then more is used than there is.
            let there = outcome.station(at).there > u64::from(model.stations[at].servers.first);
            !model.stations[at].servers.changes.is_empty() || there || u128::from(outcome.station(at).busy) <= *capacity
        });
        prop_assert!(busiest);
    }

    /// Whether the end of patience is an event of its own changes nothing of what is counted.
    #[test]
    fn timers_change_nothing(model in any_model(), seed in any::<u64>()) {
        let outcome = |all| Run::new(&Network::with_timers(&model, all).unwrap(), seed, 1, ()).finish();
        prop_assert_eq!(outcome(false), outcome(true));
    }

    /// In steps or at once: the same.
    #[test]
    fn stops_on_the_way_change_nothing(model in any_model(), seed in any::<u64>(), step in 1.0..90.0) {
        let network = Network::new(&model).unwrap();
        let mut run = Run::new(&network, seed, 1, ());
        let mut day = 0.0;
        while day < model.horizon {
            day += step;
            run.advance(day);
            for (at, station) in model.stations.iter().enumerate() {
                let glance = run.glance(at).unwrap();
                prop_assert!(station.queue_limit.is_none_or(|limit| glance.waiting <= limit as usize));
            }
        }
        prop_assert_eq!(run.finish(), Run::new(&network, seed, 1, ()).finish());
    }

    /// One more server never makes the waiting longer when who comes first is served first: on the same children, in every case.
    #[test]
    fn more_servers_never_lengthen_waiting(
        servers in 1..12_u32, rate in 0.2..3.0, cv in 0.1..3.0, seed in any::<u64>(),
    ) {
        let waiting = |servers| {
            let model = plain(servers, rate, Span::Lognormal { mean: 4.0, cv }, 600.0);
            let total = Run::new(&Network::new(&model).unwrap(), seed, 0, ()).finish().total();
            total.early_wait + total.counted_wait + total.waiting_time
        };
        prop_assert!(waiting(servers + 1) <= waiting(servers));
    }

    /// Fewer children come, and those are the same ones.
    #[test]
    fn a_lower_rate_leaves_the_same_children(rate in 0.0..2.0, seed in any::<u64>()) {
        let arrivals = |rate| {
            let mut model = plain(1_000, 2.0, Span::Fixed(1.0), 300.0);
            model.sources[0].rate.first = rate;
            let mut seen = Vec::new();
            let see = |event: &Event| if event.what == What::Completed { seen.push((event.at, event.visit)) };
            Run::new(&Network::new(&model).unwrap(), seed, 0, see).finish();
            seen
        };
        let all: std::collections::HashSet<_> = arrivals(2.0).into_iter().collect();
        let some = arrivals(rate);
        prop_assert!(some.iter().all(|one| all.contains(one)));
        prop_assert!(rate > 1.5 || some.len() < all.len());
    }
}

#[test]
fn waiting_adds_up_in_the_reference_models() {
    for name in ["JH-REF-0", "JH-REF-1"] {
        let model = Model { horizon: 4_000.0, warm_up: 500.0, ..reference::by_name(name).unwrap() };
        let (outcome, area) = with_lengths(&model, 11);
        let total = outcome.total();
        assert_eq!(area, total.early_wait + total.counted_wait + total.reneged_wait + total.waiting_time);
        assert!(area > 0 && total.cut_off == 0);
        flows_are_conserved(&model, &outcome);
    }
}

#[test]
fn threads_change_nothing() {
    let model = Model { horizon: 800.0, warm_up: 100.0, ..reference::jh_ref_1() };
    let network = Network::new(&model).unwrap();
    let with = |threads| replicate(&network, 7, 9, NonZeroUsize::new(threads).unwrap());
    let one = with(1);
    assert_eq!(one.len(), 9);
    assert!(one == with(2) && one == with(3) && one == with(20));
    assert_eq!(one[4], Run::new(&network, 7, 4, ()).finish(), "a replication stands for itself");
    assert_ne!(one[0], one[1]);
    assert_ne!(one, replicate(&network, 8, 9, NonZeroUsize::MIN));
}

/// What must be the same on every machine and in every later version, or be told.
#[test]
fn the_outcome_is_the_one_it_was() {
    let model = Model { horizon: 1_000.0, warm_up: 100.0, ..reference::jh_ref_1() };
    let total = Run::new(&Network::new(&model).unwrap(), 2026, 0, ()).finish().total();
    let told = (total.joined, total.completed, total.reneged, total.counted_wait, total.busy);
    assert_eq!(told, GOLDEN);
}

const GOLDEN: (u64, u64, u64, u64, u64) = (28_742, 27_160, 407, 57_799_802_425, 948_037_537_774);
