//! JH-REF-0: five stations that have exact formulas.

use super::{GROUPS, cell, model, source};
use crate::model::{Group, Model, Patience, Span};

/// Station 0 is M/M/20, station 1 M/M/20 with impatience (Erlang A), station 2 M/M/20 with two priorities, station 3 has lognormal
/// services and room for all, station 4 is M/M/20 at half load. Nobody goes on to another station.
pub fn jh_ref_0() -> Model {
    let mut model = model([20, 20, 20, 400, 20]);
    // Per group: where it comes in, and how many per day. Group 4 does not come.
    let comes: [Option<(usize, f64)>; 7] = [
        Some((0, 0.9)),
        Some((1, 1.1)),
        Some((4, 0.5)),
        Some((3, 1.0)),
        None,
        Some((2, 0.6)),
        Some((2, 0.3)),
    ];
    for (group, name) in GROUPS.into_iter().enumerate() {
        let at_station = |station| {
            let service = if station == 3 {
                Span::Lognormal { mean: 100.0, cv: 1.2 }
            } else {
                Span::Exponential { mean: 20.0 }
            };
            let patience =
                (station == 1).then_some(Patience { span: Span::Exponential { mean: 30.0 }, then: None });
            crate::model::Cell { patience, ..cell(group, service) }
        };
        model.groups.push(Group { name: name.to_owned(), cells: (0..5).map(at_station).collect() });
        if let Some((station, rate)) = comes.get(group).copied().flatten() {
            let entry: Vec<f64> = (0..5).map(|at| if at == station { 1.0 } else { 0.0 }).collect();
            model.sources.push(source(group, rate, &entry));
        }
    }
    model
}
