//! `leerloop simulatie`: playing the model of the youth-help system.

use std::io::Write as _;
use std::num::NonZeroUsize;

use anyhow::{Context as _, Result};
use serde::Serialize;
use simulatie::{Estimate, Model, Network, Summary, reference};
use web::Taal;

use crate::GOOD;
use crate::options::Reference;
use crate::spraak::Spraak;

/// What a reference workload came to. The names and the order of the fields are part of what is promised.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    model: &'a str,
    replications: u64,
    seed: u64,
    horizon_days: f64,
    warm_up_days: f64,
    /// Arrivals from outside, completions and reneges, in all replications together.
    model_events: u64,
    stations: Vec<Station<'a>>,
    completions: Option<Number>,
    reneges: Option<Number>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the name of the field in the output")]
struct Station<'a> {
    station: usize,
    name: &'a str,
    servers: u32,
    mean_wait: Option<Number>,
    class6_mean_wait: Option<Number>,
    utilisation: Option<Number>,
    arrivals: Option<Number>,
    completions: Option<Number>,
    reneges: Option<Number>,
}

/// A mean over the replications and its standard error; both none when there was nothing to measure or to compare.
#[derive(Clone, Copy, Serialize)]
struct Number {
    mean: f64,
    se: Option<f64>,
    replications: usize,
}

impl From<Estimate> for Number {
    fn from(estimate: Estimate) -> Self {
        Self { mean: estimate.mean, se: estimate.se, replications: estimate.count }
    }
}

pub(crate) fn reference(spraak: &Spraak, options: &Reference) -> Result<u8> {
    let model = reference::by_name(&options.model).context("a reference workload by that name")?;
    let network = Network::new(&model)?;
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads =
        options.threads.and_then(|count| NonZeroUsize::new(usize::from(count))).unwrap_or_else(cores);
    let outcomes = simulatie::replicate(&network, options.seed, options.replications, threads);
    let summary = Summary::new(&outcomes, reference::CRISIS);
    let told = tell(options, &model, &summary);
    let mut out = std::io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &told)?;
        writeln!(out)?;
    } else {
        for line in lines(spraak, &told) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(GOOD)
}

fn tell<'a>(options: &'a Reference, model: &'a Model, summary: &Summary) -> Told<'a> {
    let number = |estimate: Option<Estimate>| estimate.map(Number::from);
    let stations = model.stations.iter().zip(&summary.stations).enumerate();
    Told {
        model: &options.model,
        replications: options.replications,
        seed: options.seed,
        horizon_days: model.horizon,
        warm_up_days: model.warm_up,
        model_events: summary.model_events,
        stations: stations
            .map(|(station, (table, found))| Station {
                station,
                name: &table.name,
                servers: table.servers.first,
                mean_wait: number(found.wait),
                class6_mean_wait: number(found.group_wait),
                utilisation: number(found.utilisation),
                arrivals: number(found.joined),
                completions: number(found.completions),
                reneges: number(found.reneges),
            })
            .collect(),
        completions: number(summary.completions),
        reneges: number(summary.reneges),
    }
}

/// What people read.
fn lines(spraak: &Spraak, told: &Told<'_>) -> Vec<String> {
    let say = |number: Option<Number>, decimals| written(spraak, number, decimals);
    let mut lines = vec![spraak.say(
        "simulatie-kop",
        &[
            ("model", told.model.into()),
            ("herhalingen", told.replications.into()),
            ("gebeurtenissen", told.model_events.into()),
        ],
    )];
    for station in &told.stations {
        lines.push(spraak.say(
            "simulatie-plek",
            &[
                ("naam", station.name.into()),
                ("plaatsen", station.servers.into()),
                ("wacht", say(station.mean_wait, 3).into()),
                ("crisis", say(station.class6_mean_wait, 3).into()),
                ("bezet", say(station.utilisation, 4).into()),
                ("klaar", say(station.completions, 0).into()),
                ("weg", say(station.reneges, 0).into()),
            ],
        ));
    }
    let all = [("klaar", say(told.completions, 0).into()), ("weg", say(told.reneges, 0).into())];
    lines.push(spraak.say("simulatie-samen", &all));
    lines.push(spraak.say("simulatie-uitleg", &[]));
    lines
}

/// A mean with its standard error, with the decimal mark of the language; a dash when there is none.
fn written(spraak: &Spraak, number: Option<Number>, decimals: usize) -> String {
    let Some(Number { mean, se, .. }) = number else { return "-".to_owned() };
    let text = match se {
        Some(se) => format!("{mean:.decimals$} ± {se:.decimals$}"),
        None => format!("{mean:.decimals$}"),
    };
    if spraak.taal() == Taal::Nl { text.replace('.', ",") } else { text }
}
