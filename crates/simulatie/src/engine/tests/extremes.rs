//! Nothing, too much, and never.

use super::worlds::{cell, plain, source, station};
use crate::model::{Destination, Group, Model, Patience, Route, Span, Steps};
use crate::{Glance, MAX_VISITS, Network, Outcome, Run};

fn play(model: &Model) -> Outcome {
    Run::new(&Network::new(model).unwrap(), 1, 0, ()).finish()
}

const DAY: Span = Span::Exponential { mean: 1.0 };

#[test]
fn an_empty_model_does_nothing() {
    let outcome = play(&Model { horizon: 100.0, ..Model::default() });
    assert_eq!(
        (outcome.model_events(), outcome.utilisation(0), outcome.station(0).mean_wait()),
        (0, None, None)
    );
    assert_eq!(outcome.cell(3, 4), crate::Tally::default());
}

#[test]
fn without_servers_everyone_waits() {
    let outcome = play(&plain(0, 2.0, DAY, 100.0));
    let tally = outcome.station(0);
    assert!(outcome.arrivals > 100);
    assert_eq!((tally.waiting, tally.started(), outcome.utilisation(0)), (outcome.arrivals, 0, None));
}

#[test]
fn with_servers_for_all_nobody_waits() {
    let outcome = play(&plain(u32::MAX, 50.0, DAY, 200.0));
    let tally = outcome.station(0);
    assert_eq!((tally.counted_wait, tally.waiting, tally.started()), (0, 0, outcome.arrivals));
    assert!(outcome.utilisation(0).unwrap() < 1e-6);
}

#[test]
fn without_demand_nothing_happens() {
    assert_eq!(play(&plain(3, 0.0, DAY, 100.0)).model_events(), 0);
    let mut none_comes = plain(3, 5.0, DAY, 100.0);
    none_comes.sources[0].rate.first = 0.0;
    assert_eq!(play(&none_comes).model_events(), 0);
}

#[test]
fn without_patience_nobody_waits() {
    let mut model = plain(1, 3.0, DAY, 200.0);
    model.groups[0].cells[0].patience = Some(Patience { span: Span::Fixed(0.0), then: None });
    for all in [false, true] {
        let tally = Run::new(&Network::with_timers(&model, all).unwrap(), 1, 0, ()).finish().station(0);
        assert_eq!((tally.counted_wait, tally.reneged_wait), (0, 0));
        assert_eq!(tally.joined, tally.started() + tally.reneged);
        assert!(tally.reneged > 100);
    }
}

#[test]
fn help_that_takes_no_time_is_given() {
    let tally = play(&plain(1, 3.0, Span::Fixed(0.0), 200.0)).station(0);
    assert_eq!((tally.completed, tally.counted_wait, tally.busy), (tally.joined, 0, 0));
}

#[test]
fn who_goes_round_for_ever_is_taken_out() {
    let mut model = plain(1, 0.01, Span::Fixed(0.0), 200.0);
    let to = Destination { station: 0, group: 0 };
    model.groups[0].cells[0].routes = vec![Route { to, probability: 1.0 }];
    let outcome = play(&model);
    let total = outcome.total();
    assert!(outcome.arrivals > 0);
    assert_eq!((total.cut_off, total.completed), (outcome.arrivals, outcome.arrivals * (MAX_VISITS + 1)));
    // And round by giving up at once.
    model.stations[0].servers.first = 0;
    model.groups[0].cells[0].patience = Some(Patience { span: Span::Fixed(0.0), then: Some(to) });
    let total = play(&model).total();
    assert_eq!((total.cut_off, total.reneged), (outcome.arrivals, outcome.arrivals * (MAX_VISITS + 1)));
}

#[test]
fn who_finds_the_queue_full_goes_elsewhere() {
    let mut model = plain(1, 4.0, Span::Fixed(1.0), 300.0);
    model.stations.push(station(0));
    model.stations[0].queue_limit = Some(2);
    model.stations[0].overflow = Some(1);
    model.groups[0].cells.push(cell(DAY));
    model.sources[0].entry.push(0.0);
    let outcome = play(&model);
    let (first, second) = (outcome.station(0), outcome.station(1));
    assert!(first.turned_away > 600);
    assert_eq!((second.joined, second.waiting), (first.turned_away, first.turned_away));
    model.stations[0].overflow = None;
    assert_eq!(play(&model).station(1).joined, 0);
}

#[test]
fn servers_come_and_go() {
    let mut model = plain(2, 10.0, Span::Fixed(4.0), 30.0);
    model.stations[0].servers = Steps { first: 2, changes: vec![(10.0, 5), (20.0, 1)] };
    let network = Network::new(&model).unwrap();
    let mut run = Run::new(&network, 1, 0, ());
    let mut busy = |day| {
        run.advance(day);
        run.glance(0).map(|Glance { servers, busy, .. }| (servers, busy))
    };
    assert_eq!((busy(9.9), busy(10.0)), (Some((2, 2)), Some((5, 5))));
    // Four were being helped when servers left: they are helped to the end.
    assert_eq!((busy(19.9), busy(20.0), busy(25.0)), (Some((5, 5)), Some((1, 5)), Some((1, 1))));
    assert_eq!((run.glance(1), run.day()), (None, 25.0));
    run.set_servers(7, 3);
    run.set_rate(0, 0.0);
    run.set_servers(0, 1_000);
    let glance = run.glance(0).unwrap();
    assert!(glance.waiting == 0 && glance.busy > 50);
    run.advance(29.5);
    assert_eq!(run.glance(0).unwrap().busy, 0, "nobody came any more");
    // 2 servers for 10 days, 5 for 10, 1 for 5, 1,000 for 5.
    let day = crate::Tick::from_days(1.0).count();
    assert_eq!(run.finish().capacity, [u128::from(day) * (20 + 50 + 5 + 5_000)]);
}

#[test]
fn the_first_priority_is_called_first() {
    let mut model = plain(1, 1.0, Span::Fixed(1.0), 400.0);
    let mut later = cell(Span::Fixed(1.0));
    later.priority = 7;
    model.groups.push(Group { name: String::new(), cells: vec![later] });
    model.sources.push(source(1, 1.0, &[1.0]));
    let outcome = play(&model);
    assert!(outcome.cell(0, 0).waiting < 60 && outcome.cell(1, 0).waiting > 300);
}
