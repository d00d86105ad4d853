//! `leerloop simulatie run`: a choice beside going on as now.

use std::fmt::Write as _;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, Result};
use informatie::snapshot::Uitgeprobeerd;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use simulatie::scenario::{
    Band, BreukTelling, Fout, Manifest, Onzekerheid, Scenario, Soort, Uitkomst, probeer, verslag,
};

use web::Taal;

use super::simulatie_tabel::lines;
use crate::options::Run;
use crate::spraak::Spraak;
use crate::uitgeprobeerd::schrijver;
use crate::voortgang::Voortgang;
use crate::{FAILED, GOOD, PARTLY};

/// The largest scenario file that is read.
const LARGEST: u64 = 1 << 20;

pub(crate) fn run(spraak: &Spraak, options: &Run) -> Result<u8> {
    let text = read(&options.file)?;
    let mut scenario = match Scenario::read(&text) {
        Ok(scenario) => scenario,
        Err(wrong) => return Ok(refuse(spraak, &options.file, &wrong)),
    };
    let leans_on = options.calibration.as_deref().map(read).transpose()?;
    if let (Some(text), Some(path)) = (&leans_on, &options.calibration) {
        scenario = match scenario.geijkt(text) {
            Ok(scenario) => scenario,
            Err(wrong) => return Ok(refuse(spraak, path, &wrong)),
        };
    }
    scenario.herhalingen = options.replications.unwrap_or(scenario.herhalingen);
    let threads = threads(options.threads);
    let stop = stop_on_interrupt();
    let outcome = {
        let progress = Voortgang::start(&spraak.say("probeer-bezig", &[]), scenario.herhalingen);
        probeer(&scenario, threads, &stop, &|| progress.advance(1))?
    };
    let whole = outcome.herhalingen == scenario.herhalingen;
    if let Some(folder) = &options.episodes {
        let recipe = text + "\0" + leans_on.as_deref().unwrap_or_default();
        episodes(spraak, &scenario, &recipe, options.episodes_replication, folder)?;
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &tell(&scenario, &outcome))?;
        writeln!(out)?;
    } else {
        for line in lines(spraak, &scenario, &outcome) {
            writeln!(out, "{line}")?;
        }
    }
    if let Some(path) = &options.report {
        let manifest =
            Manifest { program: concat!("leerloop ", env!("CARGO_PKG_VERSION")), threads: threads.get() };
        std::fs::write(path, verslag(&scenario, &outcome, &manifest))
            .with_context(|| path.display().to_string())?;
        eprintln!("{}", spraak.say("probeer-verslag", &[("bestand", path.display().to_string().into())]));
    }
    Ok(if whole { GOOD } else { PARTLY })
}

/// Reads a file that is not too large.
fn read(path: &Path) -> Result<String> {
    let name = path.display().to_string();
    let size = std::fs::metadata(path).with_context(|| name.clone())?.len();
    anyhow::ensure!(size <= LARGEST, "{name}: {size} bytes");
    std::fs::read_to_string(path).with_context(|| name)
}

/// The scenario of a file; none when it is wrong, which was explained then.
pub(super) fn scenario_of(spraak: &Spraak, file: &Path) -> Result<Option<Scenario>> {
    Ok(match Scenario::read(&read(file)?) {
        Ok(scenario) => Some(scenario),
        Err(wrong) => {
            refuse(spraak, file, &wrong);
            None
        }
    })
}

/// A number of threads, or as many as the machine has cores.
pub(super) fn threads(asked: Option<u16>) -> NonZeroUsize {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    asked.and_then(|count| NonZeroUsize::new(usize::from(count))).unwrap_or_else(cores)
}

/// Tells what is wrong with a file.
fn refuse(spraak: &Spraak, path: &Path, wrong: &[Fout]) -> u8 {
    eprintln!("{}", spraak.say("probeer-fout-kop", &[("bestand", path.display().to_string().into())]));
    for one in wrong {
        eprintln!("  {}", told(spraak, one));
    }
    FAILED
}

/// Writes the future of one replication in the shape of a snapshot. The recipe is what it was made from, as text.
fn episodes(spraak: &Spraak, scenario: &Scenario, recipe: &str, nr: u64, folder: &Path) -> Result<()> {
    let mut sha256 = String::new();
    for byte in Sha256::digest(recipe.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(sha256, "{byte:02x}");
    }
    let met = Uitgeprobeerd { scenario: scenario.naam.clone(), sha256, zaad: scenario.zaad, herhaling: nr };
    let written = schrijver(scenario, &scenario.speel_sporen(nr)?, met)?.write_counted(folder)?;
    eprintln!(
        "{}",
        spraak.say(
            "probeer-episoden",
            &[
                ("map", folder.join(&written.naam).display().to_string().into()),
                ("rijen", written.rijen.into()),
                ("jeugdigen", written.clienten.into()),
            ]
        )
    );
    Ok(())
}

/// Becomes true at the first Ctrl-C; a second one ends the program at once. Where signals cannot be heard, Ctrl-C ends it as always.
pub(super) fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
        runtime.block_on(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                flag.store(true, Ordering::Relaxed);
            }
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(130);
            }
        });
    });
    stop
}

/// What is wrong with a scenario, in the language of the reader.
fn told(spraak: &Spraak, fout: &Fout) -> String {
    let number = |value: f64| {
        let text = value.to_string();
        if spraak.taal() == Taal::Nl { text.replace('.', ",") } else { text }
    };
    let wat = match &fout.soort {
        Soort::GeenToml(what) => spraak.say("probeer-fout-toml", &[("wat", what.as_str().into())]),
        Soort::Onbekend(Some(near)) => spraak.say("probeer-fout-bijna", &[("naam", near.as_str().into())]),
        Soort::Onbekend(None) => spraak.say("probeer-fout-onbekend", &[]),
        Soort::Verwacht(what) => {
            spraak.say("probeer-fout-verwacht", &[("wat", what.replace(' ', "-").into())])
        }
        Soort::Bereik(low, high) => spraak
            .say("probeer-fout-bereik", &[("laag", number(*low).into()), ("hoog", number(*high).into())]),
        Soort::Jaar(first, last) => spraak.say(
            "probeer-fout-jaar",
            &[("eerste", first.to_string().into()), ("laatste", last.to_string().into())],
        ),
        Soort::Keuze(names, _) => spraak.say("probeer-fout-keuze", &[("namen", names.join(", ").into())]),
        Soort::Ontbreekt => spraak.say("probeer-fout-ontbreekt", &[]),
        Soort::Volgorde => spraak.say("probeer-fout-volgorde", &[]),
        Soort::TeLang(most) => spraak.say("probeer-fout-lang", &[("n", most.to_string().into())]),
    };
    let sleutel = if fout.sleutel.is_empty() { String::new() } else { format!(", {}", fout.sleutel) };
    let regel = fout.regel.to_string();
    spraak.say(
        "probeer-fout-regel",
        &[("regel", regel.into()), ("sleutel", sleutel.into()), ("wat", wat.into())],
    )
}

/// A try as JSON. The names and the order of the fields are part of what is promised.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    scenario: &'a str,
    first_year: i64,
    years: usize,
    seed: u64,
    uncertainty: &'static str,
    replications_asked: u64,
    replications: u64,
    model_events: u64,
    months_clipped: u64,
    measures: Vec<Measure>,
    breaks: Breaks,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Measure {
    name: String,
    unit: &'static str,
    as_now: Vec<Option<Quantiles>>,
    choice: Vec<Option<Quantiles>>,
    difference: Vec<Option<Quantiles>>,
    mean_difference: Option<Quantiles>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Breaks {
    as_now: Vec<Break>,
    choice: Vec<Break>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Break {
    name: String,
    share: f64,
    first: f64,
    years_after_start: Option<Quantiles>,
}

#[derive(Clone, Copy, Serialize)]
struct Quantiles {
    p5: f64,
    p25: f64,
    p50: f64,
    p75: f64,
    p95: f64,
    n: usize,
}

impl From<Band> for Quantiles {
    fn from(band: Band) -> Self {
        Self {
            p5: band.laagst,
            p25: band.laag,
            p50: band.midden,
            p75: band.hoog,
            p95: band.hoogst,
            n: band.aantal,
        }
    }
}

fn tell<'a>(scenario: &'a Scenario, outcome: &Uitkomst) -> Told<'a> {
    let bands = |bands: &[Option<Band>]| bands.iter().map(|band| band.map(Quantiles::from)).collect();
    let breaks = |told: &[BreukTelling]| {
        let one = |one: &BreukTelling| Break {
            name: one.breuk.naam(),
            share: one.deel,
            first: one.eerst,
            years_after_start: one.wanneer.map(Quantiles::from),
        };
        told.iter().map(one).collect()
    };
    Told {
        scenario: &scenario.naam,
        first_year: scenario.eerste_jaar,
        years: scenario.jaren,
        seed: scenario.zaad,
        uncertainty: match scenario.onzekerheid {
            Onzekerheid::Aannames => "aannames",
            Onzekerheid::Toeval => "toeval",
        },
        replications_asked: scenario.herhalingen,
        replications: outcome.herhalingen,
        model_events: outcome.gebeurtenissen,
        months_clipped: outcome.geknipt,
        measures: outcome
            .maten
            .iter()
            .map(|one| Measure {
                name: one.maat.naam(),
                unit: one.maat.eenheid(),
                as_now: bands(&one.zoals_nu),
                choice: bands(&one.keuze),
                difference: bands(&one.verschil),
                mean_difference: one.verschil_samen.map(Quantiles::from),
            })
            .collect(),
        breaks: Breaks { as_now: breaks(&outcome.breuken_zoals_nu), choice: breaks(&outcome.breuken) },
    }
}
