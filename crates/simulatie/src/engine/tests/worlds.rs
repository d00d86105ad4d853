//! Models to try things on: small ones made by hand, and any.

use proptest::prelude::*;

use crate::model::{
    Cell, Destination, Funder, Funding, Group, Model, Patience, Present, Route, Source, Span, Station, Steps,
};

pub(super) fn station(servers: u32) -> Station {
    Station {
        name: "station".to_owned(),
        servers: Steps::always(servers),
        queue_limit: None,
        overflow: None,
        funding: None,
    }
}

pub(super) fn cell(service: Span) -> Cell {
    Cell { service, patience: None, priority: 0, routes: Vec::new() }
}

pub(super) fn source(group: usize, rate: f64, entry: &[f64]) -> Source {
    Source { group, ceiling: rate, rate: Steps::always(rate), entry: entry.to_vec() }
}

/// One station, one group, nothing special.
pub(super) fn plain(servers: u32, rate: f64, service: Span, horizon: f64) -> Model {
    Model {
        horizon,
        warm_up: 0.0,
        stations: vec![station(servers)],
        groups: vec![Group { name: "group".to_owned(), cells: vec![cell(service)] }],
        sources: vec![source(0, rate, &[1.0])],
        funders: Vec::new(),
        present: Vec::new(),
    }
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        // Whole and half days, so that much happens at the same tick.
        (0..6_u8).prop_map(|halves| Span::Fixed(f64::from(halves) / 2.0)),
        (0.1..8.0).prop_map(|mean| Span::Exponential { mean }),
        (0.1..8.0, 0.2..2.0).prop_map(|(mean, cv)| Span::Lognormal { mean, cv }),
    ]
}

fn steps<T: std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Steps<T>> {
    prop::collection::vec((1..12_u8, value), 1..4).prop_map(|values| {
        let mut day = 0.0;
        let mut values = values.into_iter().map(|(gap, value)| {
            let at = day;
            day += f64::from(gap) * 5.0;
            (at, value)
        });
        let (_, first) = values.next().unwrap();
        Steps { first, changes: values.collect() }
    })
}

fn destination(stations: usize, groups: usize) -> impl Strategy<Value = Destination> {
    (0..stations, 0..groups).prop_map(|(station, group)| Destination { station, group })
}

fn any_cell(stations: usize, groups: usize) -> impl Strategy<Value = Cell> {
    let to = move || destination(stations, groups);
    let patience = (span(), prop::option::of(to())).prop_map(|(span, then)| Patience { span, then });
    let routes = prop::collection::vec((to(), 0.0..0.4), 0..3).prop_map(|routes| {
        routes.into_iter().map(|(to, probability)| Route { to, probability }).collect::<Vec<_>>()
    });
    (span(), prop::option::of(patience), 0..3_u8, routes)
        .prop_map(|(service, patience, priority, routes)| Cell { service, patience, priority, routes })
}

fn any_station(at: usize, stations: usize, funders: usize) -> impl Strategy<Value = Station> {
    let funding = (0..funders.max(1), 0.0..3.0).prop_map(|(funder, per_day)| Funding { funder, per_day });
    let limits = (prop::option::of(0..4_u32), prop::bool::ANY);
    (steps(0..5_u32), limits, prop::option::of(funding)).prop_map(
        move |(servers, (limit, goes_on), funding)| Station {
            servers,
            queue_limit: limit,
            // Always to a later one: no circles.
            overflow: Some(at + 1).filter(|next| goes_on && limit.is_some() && *next < stations),
            funding: funding.filter(|_| funders > 0),
            ..station(0)
        },
    )
}

/// Any model: up to three stations and groups, with everything that a model can have.
pub(super) fn any_model() -> impl Strategy<Value = Model> {
    (1..4_usize, 1..4_usize, 0..3_usize).prop_flat_map(|(stations, groups, funders)| {
        let all_stations: Vec<_> = (0..stations).map(|at| any_station(at, stations, funders)).collect();
        let cells = prop::collection::vec(any_cell(stations, groups), stations);
        let groups_of = prop::collection::vec(cells, groups);
        let any_source = (0..groups, steps(0.0..1.0), prop::collection::vec(0.1..1.0, stations));
        let sources = prop::collection::vec(any_source, 0..4);
        let budgets = prop::collection::vec(steps(0.0..400.0), funders);
        let present = prop::collection::vec((0..groups, 0..stations, 0..6_u32, 0..4_u32), 0..4);
        // Longer than a year, so that a budget begins anew.
        (all_stations, groups_of, sources, budgets, present, 20.0..420.0).prop_map(
            |(stations, groups, sources, budgets, present, horizon)| {
                let present = starts(&stations, present);
                let group = |cells| Group { name: String::new(), cells };
                let source = |(group, rate, entry): (usize, Steps<f64>, Vec<f64>)| {
                    let sum: f64 = entry.iter().sum();
                    let entry = entry.iter().map(|part| part / sum).collect();
                    Source { group, ceiling: 1.0, rate, entry }
                };
                Model {
                    horizon,
                    warm_up: horizon / 4.0,
                    stations,
                    groups: groups.into_iter().map(group).collect(),
                    sources: sources.into_iter().map(source).collect(),
                    funders: budgets
                        .into_iter()
                        .map(|budget| Funder { name: String::new(), budget })
                        .collect(),
                    present,
                }
            },
        )
    })
}

/// Rows of who is there at the start; where a queue is limited, nobody waits.
fn starts(stations: &[Station], rows: Vec<(usize, usize, u32, u32)>) -> Vec<Present> {
    let row = |(group, station, helped, waiting): (usize, usize, u32, u32)| {
        let may_wait = stations[station].queue_limit.is_none();
        Present { group, station, helped, waiting: if may_wait { waiting } else { 0 } }
    };
    rows.into_iter().map(row).collect()
}
