//! JH-REF-1: a youth-help system of five stations and seven groups.

use super::{GROUPS, cell, model, source};
use crate::model::{Cell, Destination, Group, Model, Patience, Route, Span};

/// Children per day.
const RATE: [f64; 7] = [6.0, 4.0, 4.0, 3.0, 1.5, 1.5, 0.5];

/// Where they come in.
const ENTRY: [[f64; 5]; 7] = [
    [0.8, 0.2, 0.0, 0.0, 0.0],
    [0.5, 0.3, 0.2, 0.0, 0.0],
    [0.2, 0.1, 0.7, 0.0, 0.0],
    [0.2, 0.2, 0.6, 0.0, 0.0],
    [0.5, 0.5, 0.0, 0.0, 0.0],
    [0.6, 0.2, 0.0, 0.0, 0.2],
    [0.0, 0.0, 0.0, 0.0, 1.0],
];

/// Mean days of help.
const MEAN: [[f64; 5]; 7] = [
    [18.0, 36.0, 40.0, 200.0, 16.0],
    [20.0, 43.0, 40.0, 200.0, 16.0],
    [16.0, 36.0, 37.0, 150.0, 16.0],
    [20.0, 47.0, 42.0, 200.0, 16.0],
    [24.0, 55.0, 40.0, 260.0, 16.0],
    [24.0, 50.0, 40.0, 240.0, 17.0],
    [26.0, 55.0, 46.0, 220.0, 19.0],
];

/// Deviation divided by mean of the lognormal durations; none is exponential.
const VARIATION: [Option<f64>; 5] = [None, Some(0.8), Some(1.2), Some(1.0), None];

/// Group, station, mean patience in days (exponential).
const PATIENCE: [(usize, usize, f64); 5] =
    [(0, 1, 90.0), (1, 1, 120.0), (1, 2, 150.0), (2, 2, 100.0), (3, 2, 200.0)];

/// Group, from, and the probabilities of going on to each station.
const ROUTES: [(usize, usize, [f64; 5]); 28] = [
    (0, 0, [0.0, 0.25, 0.0, 0.0, 0.0]),
    (0, 1, [0.10, 0.0, 0.0, 0.0, 0.0]),
    (1, 0, [0.0, 0.40, 0.10, 0.0, 0.0]),
    (1, 1, [0.05, 0.0, 0.15, 0.03, 0.0]),
    (1, 2, [0.0, 0.15, 0.0, 0.02, 0.0]),
    (1, 3, [0.0, 0.5, 0.0, 0.0, 0.0]),
    (2, 0, [0.0, 0.10, 0.50, 0.0, 0.0]),
    (2, 1, [0.0, 0.0, 0.30, 0.0, 0.0]),
    (2, 2, [0.10, 0.0, 0.0, 0.02, 0.02]),
    (2, 3, [0.0, 0.0, 0.5, 0.0, 0.0]),
    (2, 4, [0.0, 0.0, 0.6, 0.1, 0.0]),
    (3, 0, [0.0, 0.30, 0.40, 0.0, 0.0]),
    (3, 1, [0.05, 0.0, 0.20, 0.01, 0.0]),
    (3, 2, [0.05, 0.20, 0.0, 0.01, 0.0]),
    (3, 3, [0.0, 0.5, 0.2, 0.0, 0.0]),
    (4, 0, [0.0, 0.50, 0.0, 0.0, 0.0]),
    (4, 1, [0.10, 0.0, 0.0, 0.08, 0.0]),
    (4, 3, [0.0, 0.6, 0.0, 0.0, 0.0]),
    (5, 0, [0.0, 0.40, 0.05, 0.03, 0.05]),
    (5, 1, [0.10, 0.0, 0.05, 0.06, 0.03]),
    (5, 2, [0.0, 0.10, 0.0, 0.03, 0.02]),
    (5, 3, [0.10, 0.4, 0.05, 0.0, 0.02]),
    (5, 4, [0.2, 0.2, 0.05, 0.3, 0.0]),
    (6, 0, [0.0, 0.30, 0.05, 0.0, 0.02]),
    (6, 1, [0.05, 0.0, 0.10, 0.05, 0.02]),
    (6, 2, [0.0, 0.20, 0.0, 0.05, 0.02]),
    (6, 3, [0.10, 0.4, 0.10, 0.0, 0.03]),
    (6, 4, [0.15, 0.2, 0.15, 0.3, 0.0]),
];

/// A youth-help system with priorities, impatience and ways between stations; all of one replication is about 1.84 million model
/// events.
pub fn jh_ref_1() -> Model {
    let mut model = model([228, 400, 270, 160, 20]);
    for (group, ((name, mean), (rate, entry))) in
        GROUPS.into_iter().zip(MEAN).zip(RATE.into_iter().zip(ENTRY)).enumerate()
    {
        let at_station = |(station, (mean, variation)): (usize, (f64, Option<f64>))| {
            let service = match variation {
                None => Span::Exponential { mean },
                Some(cv) => Span::Lognormal { mean, cv },
            };
            let waits = PATIENCE.into_iter().find(|row| (row.0, row.1) == (group, station));
            let patience = waits.map(|row| Patience { span: Span::Exponential { mean: row.2 }, then: None });
            let goes = ROUTES.into_iter().find(|row| (row.0, row.1) == (group, station));
            let goes = goes.iter().flat_map(|row| row.2.into_iter().enumerate());
            let route = |(station, probability)| Route { to: Destination { station, group }, probability };
            let routes = goes.filter(|way| way.1 > 0.0).map(route).collect();
            Cell { patience, routes, ..cell(group, service) }
        };
        let cells = mean.into_iter().zip(VARIATION).enumerate().map(at_station).collect();
        model.groups.push(Group { name: name.to_owned(), cells });
        model.sources.push(source(group, rate, &entry));
    }
    model
}

/// What JH-REF-1 comes to: the mean over 400 replications of another engine, and the deviation of one replication. The standard
/// error of these values is a twentieth of the deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// Per station, the mean wait in days.
    pub wait: [(f64, f64); 5],
    /// Per station, the mean wait of the crisis group in days.
    pub crisis_wait: [(f64, f64); 5],
    /// Per station, the part of the capacity that is used.
    pub utilisation: [(f64, f64); 5],
    /// Help that is completed.
    pub completions: (f64, f64),
    /// Children who give up waiting.
    pub reneges: (f64, f64),
}

/// The known values of JH-REF-1.
pub const JH_REF_1: Known = Known {
    wait: [(0.5445, 0.085), (1.1545, 0.131), (12.817, 0.409), (5.909, 3.876), (3.170, 0.517)],
    crisis_wait: [(0.02805, 0.0022), (0.05414, 0.0032), (0.14758, 0.0024), (0.5246, 0.130), (0.7528, 0.055)],
    utilisation: [
        (0.94863, 0.0023),
        (0.97561, 0.0018),
        (0.99996, 0.00005),
        (0.93421, 0.0091),
        (0.86885, 0.0067),
    ],
    completions: (1_052_775.0, 1_257.0),
    reneges: (27_799.0, 821.0),
};
