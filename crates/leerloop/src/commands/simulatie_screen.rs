//! `leerloop simulatie screen`: which assumption matters most.

use std::io::Write as _;

use anyhow::Result;
use serde::Serialize;
use simulatie::gevoelig::{
    Effect, Index, Werk, Zeef, factoren, maat, morris, regio, runs_morris, runs_sobol, sobol,
};
use simulatie::scenario::Scenario;
use simulatie::systeem::{Grootheid, Maat, Sleutel};
use web::Taal;

use super::simulatie_run::{scenario_of, stop_on_interrupt, threads};
use crate::options::Screen;
use crate::spraak::Spraak;
use crate::voortgang::Voortgang;
use crate::{FAILED, GOOD, PARTLY};

pub(crate) fn run(spraak: &Spraak, options: &Screen) -> Result<u8> {
    let Some(scenario) = scenario_of(spraak, &options.file)? else { return Ok(FAILED) };
    let mut maten = Vec::new();
    for naam in &options.measures {
        let Some(one) = maat(naam) else {
            let namen = Maat::all().into_iter().map(Maat::naam).collect::<Vec<_>>().join(", ");
            let all = [("naam", naam.as_str().into()), ("namen", namen.into())];
            eprintln!("{}", spraak.say("screen-onbekend", &all));
            return Ok(FAILED);
        };
        maten.push(one);
    }
    let factors = factoren(&scenario);
    let runs = runs_morris(factors.len(), options.trajectories);
    let cost = [
        ("getallen", factors.len().to_string().into()),
        ("sterren", options.trajectories.to_string().into()),
        ("runs", runs.to_string().into()),
    ];
    eprintln!("{}", spraak.say("screen-kosten", &cost));
    let threads = threads(options.threads);
    let stop = stop_on_interrupt();
    let sleutels: Vec<Sleutel> = factors.iter().map(|one| one.sleutel).collect();
    let screens = {
        let progress = Voortgang::start(&spraak.say("screen-bezig", &[]), runs);
        let werk = Werk { threads, stop: &stop, done: &|| progress.advance(1) };
        let function = regio(&scenario, &sleutels, &maten);
        morris(&*function, sleutels.len(), options.trajectories, scenario.zaad, werk)?
    };
    let first: Vec<&'static Grootheid> = screens
        .iter()
        .take(1)
        .flat_map(Zeef::effects)
        .filter_map(|one| factors.get(one.factor).copied())
        .take(usize::from(options.top))
        .collect();
    let mut indices = None;
    if options.samples > 0 && !first.is_empty() {
        let sleutels: Vec<Sleutel> = first.iter().map(|one| one.sleutel).collect();
        let runs = runs_sobol(sleutels.len(), u64::from(options.samples));
        let progress = Voortgang::start(&spraak.say("screen-samen-bezig", &[]), runs);
        let werk = Werk { threads, stop: &stop, done: &|| progress.advance(1) };
        let function = regio(&scenario, &sleutels, &maten);
        indices = sobol(&*function, 0, sleutels.len(), usize::from(options.samples), scenario.zaad, werk)?;
    }
    let found = Found { scenario: &scenario, factors: &factors, maten: &maten, screens, first, indices };
    let mut out = std::io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &tell(&found, options.trajectories))?;
        writeln!(out)?;
    } else {
        for line in lines(spraak, &found, options) {
            writeln!(out, "{line}")?;
        }
    }
    let whole = found.screens.first().is_some_and(|one| one.sterren == options.trajectories);
    let asked = options.samples > 0 && !found.first.is_empty();
    Ok(if whole && (!asked || found.indices.is_some()) { GOOD } else { PARTLY })
}

struct Found<'a> {
    scenario: &'a Scenario,
    factors: &'a [&'static Grootheid],
    maten: &'a [Maat],
    screens: Vec<Zeef>,
    /// Those that were looked at together.
    first: Vec<&'static Grootheid>,
    indices: Option<Vec<Index>>,
}

/// What people read.
fn lines(spraak: &Spraak, found: &Found<'_>, options: &Screen) -> Vec<String> {
    let number = |value: f64| {
        let text = if value.is_finite() { format!("{value:.3}") } else { "-".to_owned() };
        if spraak.taal() == Taal::Nl { text.replace('.', ",") } else { text }
    };
    let points = found.screens.first().map_or(0, |one| one.sterren);
    let mut lines = vec![spraak.say(
        "screen-kop",
        &[
            ("naam", found.scenario.naam.as_str().into()),
            ("punten", points.to_string().into()),
            ("zaad", found.scenario.zaad.to_string().into()),
        ],
    )];
    for (maat, screen) in found.maten.iter().zip(&found.screens) {
        lines.push(String::new());
        lines.push(spraak.say(
            "screen-maat",
            &[
                ("maat", maat.naam().into()),
                ("eenheid", maat.eenheid().into()),
                ("ruis", number(screen.ruis).into()),
                ("boven", screen.effects().count().to_string().into()),
                ("alle", found.factors.len().to_string().into()),
            ],
        ));
        for one in screen.effects().take(usize::from(options.top)) {
            let all = [
                ("mu", number(one.mu_star).into()),
                ("fout", number(one.se).into()),
                ("richting", number(one.mu).into()),
                ("sigma", number(one.sigma).into()),
            ];
            let naam = found.factors.get(one.factor).map_or("", |factor| factor.naam);
            lines.push(format!("  {naam:<34}{}", spraak.say("screen-regel", &all)));
        }
        if screen.effects().next().is_none() {
            lines.push(format!("  {}", spraak.say("screen-geen", &[])));
        }
    }
    if let (Some(indices), Some(maat)) = (&found.indices, found.maten.first()) {
        lines.push(String::new());
        lines.push(spraak.say("screen-samen", &[("maat", maat.naam().into())]));
        for (one, factor) in indices.iter().zip(&found.first) {
            let all = [
                ("eerste", number(one.eerste).into()),
                ("van", number(one.eerste_band.0).into()),
                ("tot", number(one.eerste_band.1).into()),
                ("totaal", number(one.totaal).into()),
                ("tvan", number(one.totaal_band.0).into()),
                ("ttot", number(one.totaal_band.1).into()),
            ];
            lines.push(format!("  {:<34}{}", factor.naam, spraak.say("screen-deel", &all)));
        }
    } else if options.samples > 0 && !found.first.is_empty() {
        lines.push(spraak.say("screen-samen-geen", &[]));
    }
    lines.push(String::new());
    lines.push(spraak.say("probeer-uitleg", &[]));
    lines
}

/// A screening as JSON. The names and the order of the fields are part of what is promised.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    scenario: &'a str,
    years: usize,
    seed: u64,
    trajectories_asked: u64,
    trajectories: u64,
    measures: Vec<Measure>,
    /// Of the first measure; null when it was not asked or could not be said.
    indices: Option<Vec<Part>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Measure {
    name: String,
    unit: &'static str,
    noise_floor: f64,
    assumptions: Vec<Assumption>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Assumption {
    name: &'static str,
    mu_star: f64,
    /// Null when there were too few trajectories; `mu` and `sigma` likewise.
    se: f64,
    mu: f64,
    sigma: f64,
    above_noise: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part {
    name: &'static str,
    first: f64,
    first_p5: f64,
    first_p95: f64,
    total: f64,
    total_p5: f64,
    total_p95: f64,
}

fn tell<'a>(found: &Found<'a>, asked: u64) -> Told<'a> {
    let assumption = |screen: &Zeef, one: &Effect| Assumption {
        name: found.factors.get(one.factor).map_or("", |factor| factor.naam),
        mu_star: one.mu_star,
        se: one.se,
        mu: one.mu,
        sigma: one.sigma,
        above_noise: one.mu_star > screen.ruis,
    };
    let measure = |(maat, screen): (&Maat, &Zeef)| Measure {
        name: maat.naam(),
        unit: maat.eenheid(),
        noise_floor: screen.ruis,
        assumptions: screen.effecten.iter().map(|one| assumption(screen, one)).collect(),
    };
    let part = |(one, factor): (&Index, &&'static Grootheid)| Part {
        name: factor.naam,
        first: one.eerste,
        first_p5: one.eerste_band.0,
        first_p95: one.eerste_band.1,
        total: one.totaal,
        total_p5: one.totaal_band.0,
        total_p95: one.totaal_band.1,
    };
    Told {
        scenario: &found.scenario.naam,
        years: found.scenario.jaren,
        seed: found.scenario.zaad,
        trajectories_asked: asked,
        trajectories: found.screens.first().map_or(0, |one| one.sterren),
        measures: found.maten.iter().zip(&found.screens).map(measure).collect(),
        indices: found.indices.as_ref().map(|all| all.iter().zip(&found.first).map(part).collect()),
    }
}
