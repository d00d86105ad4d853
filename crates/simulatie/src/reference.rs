//! The two reference workloads: models whose outcome is known, to hold an engine against.
//!
//! Definitions and values: the design study of the engine (`docs/decisions/0017`). Time is in days; a replication starts empty, runs
//! to day 37,000 and counts from day 2,000.

mod ref0;
mod ref1;

pub use ref0::jh_ref_0;
pub use ref1::{JH_REF_1, Known, jh_ref_1};

use crate::model::{Cell, Model, Source, Span, Station, Steps};

/// The group whose waits are told apart: crisis, which goes before all others.
pub const CRISIS: usize = 6;

const STATIONS: [&str; 5] = ["wijkteam", "ambulant", "ggz", "verblijf", "crisis"];
const GROUPS: [&str; 7] = ["opvoeden", "gedrag", "angst", "autisme/adhd", "lvb", "onveiligheid", "crisis"];

/// A reference model by its name, `JH-REF-0` or `JH-REF-1`.
pub fn by_name(name: &str) -> Option<Model> {
    match name {
        "JH-REF-0" => Some(jh_ref_0()),
        "JH-REF-1" => Some(jh_ref_1()),
        _ => None,
    }
}

fn model(servers: [u32; 5]) -> Model {
    let station = |(name, servers): (&str, u32)| Station {
        name: name.to_owned(),
        servers: Steps::always(servers),
        queue_limit: None,
        overflow: None,
        funding: None,
    };
    Model {
        horizon: 37_000.0,
        warm_up: 2_000.0,
        stations: STATIONS.into_iter().zip(servers).map(station).collect(),
        ..Model::default()
    }
}

fn source(group: usize, rate: f64, entry: &[f64]) -> Source {
    Source { group, ceiling: rate, rate: Steps::always(rate), entry: entry.to_vec() }
}

const fn cell(group: usize, service: Span) -> Cell {
    Cell { service, patience: None, priority: if group == CRISIS { 0 } else { 1 }, routes: Vec::new() }
}
