//! Who is there at the start, and what may change on the way.

use super::worlds::{cell, plain, station};
use crate::model::{Destination, Funder, Funding, Group, Model, Patience, Present, Route, Span, Steps};
use crate::observe::{Event, What};
use crate::{Network, Run};

fn start(model: &Model, helped: u32, waiting: u32) -> Model {
    Model { present: vec![Present { group: 0, station: 0, helped, waiting }], ..model.clone() }
}

/// How long those who are there at the start are still helped: mean and second moment.
fn left(service: Span) -> (f64, f64) {
    let model = start(&plain(0, 0.0, service, 100_000.0), 40_000, 0);
    let mut ends = Vec::new();
    let see = |event: &Event| {
        if event.what == What::Completed {
            ends.push(event.at.days());
        }
    };
    Run::new(&Network::new(&model).unwrap(), 4, 0, see).finish();
    assert_eq!(ends.len(), 40_000);
    (ends.iter().sum::<f64>() / 40_000.0, ends.iter().map(|end| end * end).sum::<f64>() / 40_000.0)
}

/// By renewal theory: mean m (1 + cv^2) / 2, second moment E[S^3] / (3 m).
#[test]
fn what_is_left_is_that_of_someone_met_in_the_middle() {
    let near = |(mean, square): (f64, f64), (known, known_square): (f64, f64)| {
        assert!((mean / known - 1.0).abs() < 0.02, "{mean} for {known}");
        assert!((square / known_square - 1.0).abs() < 0.06, "{square} for {known_square}");
    };
    near(left(Span::Fixed(10.0)), (5.0, 100.0 / 3.0));
    near(left(Span::Exponential { mean: 10.0 }), (10.0, 200.0));
    let cv: f64 = 0.6;
    let third = 1_000.0 * (1.0 + cv * cv).powi(3);
    near(left(Span::Lognormal { mean: 10.0, cv }), (10.0 * (1.0 + cv * cv) / 2.0, third / 30.0));
}

/// A system that starts as it would be after long stays so: without this, an empty start would show.
#[test]
fn a_balanced_start_stays_in_balance() {
    let service = Span::Lognormal { mean: 100.0, cv: 1.0 };
    let helped = |day: f64, there: u32| {
        let model = start(&plain(u32::MAX, 5.0, service, 1_000.0), there, 0);
        let network = Network::new(&model).unwrap();
        let busy = (0..20).map(|replication| {
            let mut run = Run::new(&network, 9, replication, ());
            run.advance(day);
            f64::from(run.glance(0).unwrap().busy)
        });
        busy.sum::<f64>() / 20.0
    };
    for day in [10.0, 60.0, 200.0] {
        assert!((helped(day, 500) - 500.0).abs() < 20.0, "day {day}: {}", helped(day, 500));
    }
    assert!(helped(60.0, 0) < 350.0, "an empty start shows");
}

#[test]
fn who_waits_at_the_start_is_called_in_an_order_over_all_rows() {
    let mut model = plain(1, 0.0, Span::Fixed(1.0), 1_000.0);
    model.groups.push(Group { name: "other".to_owned(), cells: vec![cell(Span::Fixed(1.0))] });
    let row = |group| Present { group, station: 0, helped: 0, waiting: 200 };
    model.present = vec![row(0), row(1)];
    let mut order = Vec::new();
    let see = |event: &Event| {
        if event.what == What::Started {
            order.push(event.cell);
        }
    };
    let outcome = Run::new(&Network::new(&model).unwrap(), 4, 0, see).finish();
    let early = order.iter().take(200).filter(|cell| **cell == 0).count();
    assert!((70..130).contains(&early), "{early} of the first row among the first 200");
    assert_eq!((outcome.total().joined, outcome.total().completed, outcome.arrivals), (400, 400, 0));
}

#[test]
fn more_than_the_servers_are_helped_to_the_end() {
    let model = start(&plain(2, 0.0, Span::Fixed(10.0), 5.0), 6, 3);
    let network = Network::new(&model).unwrap();
    let mut run = Run::new(&network, 4, 0, ());
    let first = run.glance(0).unwrap();
    assert_eq!((first.busy, first.waiting), (6, 3));
    run.advance(5.0);
    assert!(run.glance(0).unwrap().busy >= 2);
}

/// Also without any patience: they give up after the start, and go where one goes then.
#[test]
fn who_waits_without_patience_at_the_start_goes_on() {
    let mut model = two_rooms();
    model.sources[0].rate.first = 0.0;
    let then = Some(Destination { station: 1, group: 0 });
    model.groups[0].cells[0].patience = Some(Patience { span: Span::Fixed(0.0), then });
    model.stations[0].servers.first = 1;
    let outcome = {
        let network = Network::new(&start(&model, 0, 5)).unwrap();
        Run::new(&network, 4, 0, ()).finish()
    };
    assert_eq!(
        (outcome.station(0).started(), outcome.station(0).moved, outcome.station(1).started()),
        (1, 4, 4)
    );
}

/// Two rooms: from the first one goes to the second, as many as is said now.
fn two_rooms() -> Model {
    let mut model = plain(u32::MAX, 10.0, Span::Fixed(1.0), 400.0);
    model.stations.push(station(u32::MAX));
    let on = Route { to: Destination { station: 1, group: 0 }, probability: 0.0 };
    model.groups[0].cells[0].routes = vec![on];
    model.groups[0].cells.push(cell(Span::Fixed(1.0)));
    model.sources[0].entry = vec![1.0, 0.0];
    model
}

#[test]
fn ways_change_on_the_way_and_for_the_same_children() {
    let network = Network::new(&two_rooms()).unwrap();
    let went = |probability: f64| {
        let mut second = Vec::new();
        let see = |event: &Event| {
            if event.what == What::Started && event.cell == 1 {
                second.push(event.visit);
            }
        };
        let mut run = Run::new(&network, 4, 0, see);
        run.advance(200.0);
        run.set_routes(0, 0, &[probability]);
        run.set_routes(0, 9, &[1.0]);
        run.set_routes(3, 0, &[1.0]);
        run.finish();
        second
    };
    assert_eq!(went(0.0).len(), 0);
    let (some, all) = (went(0.3), went(1.0));
    assert!((500..700).contains(&some.len()) && (1_800..2_200).contains(&all.len()));
    assert!(some.iter().all(|visit| all.contains(visit)));
    assert_eq!(went(7.0), all, "more than one is one");
    assert_eq!(went(-1.0).len(), 0, "less than none is none");
}

#[test]
fn a_price_counts_for_what_starts_from_then_on() {
    let mut model = plain(1, 0.0, Span::Fixed(10.0), 100.0);
    model.funders = vec![Funder { name: String::new(), budget: Steps::always(1e9) }];
    model.stations[0].funding = Some(Funding { funder: 0, per_day: 2.0 });
    model.present = vec![Present { group: 0, station: 0, helped: 0, waiting: 3 }];
    let network = Network::new(&model).unwrap();
    let mut run = Run::new(&network, 4, 0, ());
    run.set_price(0, 3.0);
    run.set_price(7, 99.0);
    run.advance(50.0);
    assert_eq!(run.committed(0), Some(20.0 + 30.0 + 30.0));
}
