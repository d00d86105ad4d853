//! `leerloop simulatie search`: what would have to be true for a target.

use std::io::Write as _;

use anyhow::Result;
use serde::Serialize;
use simulatie::doel::{Antwoorden, Doel, Knop, Nodig, kosten, zoek};
use simulatie::gevoelig::{Werk, maat};
use simulatie::systeem::{Grootheid, Maat};
use web::Taal;

use super::simulatie_run::{scenario_of, stop_on_interrupt, threads};
use crate::options::Search;
use crate::spraak::Spraak;
use crate::voortgang::Voortgang;
use crate::{FAILED, GOOD, PARTLY};

pub(crate) fn run(spraak: &Spraak, options: &Search) -> Result<u8> {
    let Some(scenario) = scenario_of(spraak, &options.file)? else { return Ok(FAILED) };
    let Some(maat) = maat(&options.measure) else {
        let namen = Maat::all().into_iter().map(Maat::naam).collect::<Vec<_>>().join(", ");
        let all = [("naam", options.measure.as_str().into()), ("namen", namen.into())];
        eprintln!("{}", spraak.say("screen-onbekend", &all));
        return Ok(FAILED);
    };
    let first = scenario.eerste_jaar;
    let jaar = usize::try_from(options.year.saturating_sub(first)).ok().filter(|jaar| *jaar < scenario.jaren);
    let Some(jaar) = jaar else {
        let last = first + i64::try_from(scenario.jaren).unwrap_or(0) - 1;
        let years = [("eerste", first.to_string().into()), ("laatste", last.to_string().into())];
        eprintln!("{}", spraak.say("zoek-jaar", &years));
        return Ok(FAILED);
    };
    let grens = options.at_most.or(options.at_least).unwrap_or_default();
    let hoogstens = options.at_most.is_some();
    let doel = Doel { maat, jaar, hoogstens, grens, deel: f64::from(options.share) / 100.0 };
    let stop = stop_on_interrupt();
    let found = {
        let progress = Voortgang::start(&spraak.say("zoek-bezig", &[]), kosten(options.replications));
        let done = || progress.advance(1);
        let werk = Werk { threads: threads(options.threads), stop: &stop, done: &done };
        zoek(&scenario, &doel, options.replications, werk)?
    };
    let Some(found) = found else {
        eprintln!("{}", spraak.say("zoek-gestopt", &[]));
        return Ok(PARTLY);
    };
    let mut out = std::io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &tell(options, &found))?;
        writeln!(out)?;
    } else {
        for line in lines(spraak, options, &doel, &found) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(GOOD)
}

/// What people read.
fn lines(spraak: &Spraak, options: &Search, doel: &Doel, found: &Antwoorden) -> Vec<String> {
    let number = |value: f64, decimals: usize| {
        let text = format!("{value:.decimals$}");
        if spraak.taal() == Taal::Nl { text.replace('.', ",") } else { text }
    };
    let hundredths = |share: f64| number(share * 100.0, 0);
    let mut lines = vec![spraak.say(
        if doel.hoogstens { "zoek-kop-hoogstens" } else { "zoek-kop-minstens" },
        &[
            ("maat", options.measure.as_str().into()),
            ("grens", number(doel.grens, 2).into()),
            ("eenheid", doel.maat.eenheid().into()),
            ("jaar", options.year.to_string().into()),
            ("deel", options.share.to_string().into()),
            ("nu", hundredths(found.zoals_het_is).into()),
        ],
    )];
    for one in &found.knoppen {
        let told = lever(spraak, one, &number, &hundredths);
        let turned = if one.keert { format!(" {}", spraak.say("zoek-keert", &[])) } else { String::new() };
        lines.push(format!("  {:<28}{told}{turned}", one.knop.naam()));
    }
    lines.push(String::new());
    match &found.doos {
        None => lines.push(spraak.say("zoek-geen-doos", &[])),
        Some(doos) => {
            let shares = [
                ("binnen", hundredths(doos.dichtheid).into()),
                ("overal", hundredths(doos.overal).into()),
                ("dekking", hundredths(doos.dekking).into()),
            ];
            lines.push(spraak.say("zoek-doos", &shares));
            for side in &doos.zijden {
                let bound = |sign: &str, value: Option<f64>| {
                    value.map_or_else(String::new, |value| format!(" {sign} {}", number(value, 4)))
                };
                let name = Grootheid::naam_of(side.van);
                lines.push(format!("  {name}{}{}", bound("≥", side.minstens), bound("≤", side.hoogstens)));
            }
        }
    }
    lines.push(spraak.say("zoek-uitleg", &[]));
    lines
}

fn lever(
    spraak: &Spraak,
    one: &Nodig,
    number: &impl Fn(f64, usize) -> String,
    hundredths: &impl Fn(f64) -> String,
) -> String {
    match one.plek {
        Some(plek) if plek <= 0.0 => spraak.say("zoek-al", &[]),
        Some(plek) => {
            let value = [("waarde", number(one.knop.waarde(plek), 2).into())];
            match one.knop {
                Knop::Begroting | Knop::Plaatsen => spraak.say("zoek-factor", &value),
                Knop::Bouwsteen(_) | Knop::AlleVijf => spraak.say("zoek-niveau", &value),
            }
        }
        None => {
            let (plek, share) = one.best;
            let best =
                [("waarde", number(one.knop.waarde(plek), 2).into()), ("deel", hundredths(share).into())];
            spraak.say("zoek-niet", &best)
        }
    }
}

/// The same for machines. The names and the order of the fields are part of what is promised.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    measure: &'a str,
    year: i64,
    at_most: Option<f64>,
    at_least: Option<f64>,
    share: f64,
    replications: u64,
    futures_played: u64,
    as_it_is: f64,
    levers: Vec<Lever>,
    assumptions: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Lever {
    name: String,
    needed: Option<f64>,
    best: f64,
    best_share: f64,
    turns: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    density: f64,
    coverage: f64,
    overall: f64,
    sides: Vec<Side>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Side {
    name: &'static str,
    at_least: Option<f64>,
    at_most: Option<f64>,
}

fn tell<'a>(options: &'a Search, found: &Antwoorden) -> Told<'a> {
    let lever = |one: &Nodig| Lever {
        name: one.knop.naam(),
        needed: one.plek.map(|plek| one.knop.waarde(plek)),
        best: one.knop.waarde(one.best.0),
        best_share: one.best.1,
        turns: one.keert,
    };
    Told {
        measure: &options.measure,
        year: options.year,
        at_most: options.at_most,
        at_least: options.at_least,
        share: f64::from(options.share) / 100.0,
        replications: options.replications,
        futures_played: found.gespeeld,
        as_it_is: found.zoals_het_is,
        levers: found.knoppen.iter().map(lever).collect(),
        assumptions: found.doos.as_ref().map(|doos| Region {
            density: doos.dichtheid,
            coverage: doos.dekking,
            overall: doos.overal,
            sides: doos
                .zijden
                .iter()
                .map(|side| Side {
                    name: Grootheid::naam_of(side.van),
                    at_least: side.minstens,
                    at_most: side.hoogstens,
                })
                .collect(),
        }),
    }
}
