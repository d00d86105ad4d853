//! `leerloop simulatie calibrate` and `backtest`: the model beside a region's own snapshot.

use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use informatie::snapshot::{Snapshot, newest};
use informatie::waarneming::{Episoden, Regiowaarneming};
use serde::Serialize;
use simulatie::systeem::ijking::{Ijking, Reden, ijk};
use simulatie::systeem::{Grootheid, Meting};

use super::simulatie_tabel::number;
use crate::GOOD;
use crate::ijking::waarneming;
use crate::options::{Backtest, Calibrate};
use crate::spraak::Spraak;
use crate::terugtoets::{Terugtoets, Toetsmaat, Voorspeld, toets};

/// Measures of the first column are at most so long.
const NAAM: usize = 30;

/// A snapshot, or the newest of a folder of them.
fn open(spraak: &Spraak, asked: &Path) -> Result<Snapshot> {
    let folder: PathBuf = if asked.join("manifest.json").exists() {
        asked.to_owned()
    } else if let Some(name) = newest(asked)? {
        asked.join(name)
    } else {
        bail!(spraak.say("informatie-geen", &[("map", asked.display().to_string().into())]));
    };
    let snapshot = Snapshot::open(&folder)?;
    if snapshot.manifest().uitgeprobeerd.is_some() {
        bail!(spraak.say("ijk-uitgeprobeerd", &[("naam", snapshot.name().into())]));
    }
    Ok(snapshot)
}

fn threads(asked: Option<u16>) -> NonZeroUsize {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    asked.and_then(|count| NonZeroUsize::new(usize::from(count))).unwrap_or_else(cores)
}

pub(crate) fn calibrate(spraak: &Spraak, options: &Calibrate) -> Result<u8> {
    let snapshot = open(spraak, &options.snapshot)?;
    let episoden = Episoden::lees(&snapshot, threads(None).get())?;
    let seen = episoden.tot(episoden.laatste());
    let ijking = ijk(&waarneming(&seen));
    if let Some(path) = &options.out {
        let head = format!("# {}\n", spraak.say("ijk-bestand", &[("naam", snapshot.name().into())]));
        std::fs::write(path, head + &ijking.toml()).with_context(|| path.display().to_string())?;
        eprintln!("{}", spraak.say("ijk-geschreven", &[("bestand", path.display().to_string().into())]));
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &tell(&snapshot, &seen, &ijking))?;
        writeln!(out)?;
    } else {
        for line in lines(spraak, &snapshot, &seen, &ijking) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(GOOD)
}

fn lines(spraak: &Spraak, snapshot: &Snapshot, seen: &Regiowaarneming, ijking: &Ijking) -> Vec<String> {
    let say = |value: f64| number(spraak, value);
    let band = |of: &Meting| format!("{} ({} … {})", say(of.waarde), say(of.laag), say(of.hoog));
    let mut lines = vec![spraak.say(
        "ijk-kop",
        &[
            ("naam", snapshot.name().into()),
            ("tot", seen.tot.to_string().into()),
            ("maanden", u64::try_from(seen.maanden).unwrap_or(0).into()),
        ],
    )];
    for one in &ijking.gemeten {
        let Some(grootheid) = Grootheid::by_name(Grootheid::naam_of(one.sleutel)) else { continue };
        let was = format!("{} ({} … {})", say(grootheid.waarde), say(grootheid.laag), say(grootheid.hoog));
        lines.push(format!("  {:NAAM$} {:>32}   {was:>32}", grootheid.naam, band(&one.meting)));
    }
    lines.push(spraak.say("ijk-vergelijk", &[]));
    for one in &ijking.vergelijk {
        lines.push(format!("  {:NAAM$} {:>32}   {:>12}", one.naam, band(&one.geteld), say(one.model)));
    }
    if let Some(begin) = &ijking.begin {
        lines.push(spraak.say("ijk-begin", &[("instroom", band(&begin.instroom).into())]));
        for one in &begin.aanwezig {
            let (helped, waits) = (say(one.in_hulp), say(one.wacht));
            lines.push(format!("  {:NAAM$} {helped:>12} {waits:>12}", one.antwoord.naam()));
        }
    }
    for reden in [Reden::TeWeinig, Reden::Onhaalbaar, Reden::NietApart, Reden::NietTeZien] {
        let these = ijking.niet.iter().filter(|one| one.reden == reden);
        let names: Vec<&str> = these.map(|one| one.namen.as_str()).collect();
        if !names.is_empty() {
            let said = [("reden", reden.naam().into()), ("namen", names.join(", ").into())];
            lines.push(spraak.say("ijk-niet", &said));
        }
    }
    lines.push(spraak.say("ijk-tegelijk", &[("n", say(seen.tegelijk).into())]));
    lines
}

/// A calibration as JSON. The names and the order of the fields are part of what is promised.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    snapshot: &'a str,
    until: String,
    months: usize,
    kinds_at_once: f64,
    measured: Vec<Number<'a>>,
    compared: Vec<Compared<'a>>,
    start: Option<Start>,
    not_identified: Vec<NotIdentified<'a>>,
}

#[derive(Serialize)]
struct Number<'a> {
    name: &'a str,
    value: f64,
    low: f64,
    high: f64,
    observations: u64,
    source: &'a str,
}

#[derive(Serialize)]
struct Compared<'a> {
    name: &'a str,
    counted: f64,
    low: f64,
    high: f64,
    model: f64,
}

#[derive(Serialize)]
struct Start {
    inflow: f64,
    kinds: Vec<(&'static str, f64, f64)>,
}

#[derive(Serialize)]
struct NotIdentified<'a> {
    names: &'a str,
    reason: &'static str,
}

fn tell<'a>(snapshot: &'a Snapshot, seen: &Regiowaarneming, ijking: &'a Ijking) -> Told<'a> {
    let measured = ijking.gemeten.iter().map(|one| Number {
        name: Grootheid::naam_of(one.sleutel),
        value: one.meting.waarde,
        low: one.meting.laag,
        high: one.meting.hoog,
        observations: one.meting.aantal,
        source: &one.bron,
    });
    let compared = ijking.vergelijk.iter().map(|one| Compared {
        name: &one.naam,
        counted: one.geteld.waarde,
        low: one.geteld.laag,
        high: one.geteld.hoog,
        model: one.model,
    });
    let niet = ijking.niet.iter().map(|one| NotIdentified { names: &one.namen, reason: one.reden.naam() });
    Told {
        snapshot: snapshot.name(),
        until: seen.tot.to_string(),
        months: seen.maanden,
        kinds_at_once: seen.tegelijk,
        measured: measured.collect(),
        compared: compared.collect(),
        start: ijking.begin.as_ref().map(|begin| Start {
            inflow: begin.instroom.waarde,
            kinds: begin.aanwezig.iter().map(|one| (one.antwoord.naam(), one.in_hulp, one.wacht)).collect(),
        }),
        not_identified: niet.collect(),
    }
}

pub(crate) fn backtest(spraak: &Spraak, options: &Backtest) -> Result<u8> {
    let snapshot = open(spraak, &options.snapshot)?;
    let threads = threads(options.threads);
    let episoden = Episoden::lees(&snapshot, threads.get())?;
    let found = toets(&episoden, options.replications, threads)?;
    let mut out = std::io::stdout().lock();
    if options.json {
        let each: Vec<Looked> = found.voorspeld.iter().map(Looked::from).collect();
        let told = serde_json::json!({
            "snapshot": snapshot.name(), "replications": options.replications, "moments": found.momenten,
            "forecasts": each,
        });
        serde_json::to_writer(&mut out, &told)?;
        writeln!(out)?;
    } else {
        for line in looked(spraak, &snapshot, options.replications, &found) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(GOOD)
}

/// One measure of one year.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Looked {
    measure: String,
    from: String,
    years_ahead: usize,
    came: f64,
    p10: f64,
    p50: f64,
    p90: f64,
    within: bool,
    crps: f64,
    crps_last_year: f64,
    crps_stock_flow: f64,
}

fn month(eerste: i32) -> String {
    Episoden::eind_van(eerste - 1).tomorrow().map_or_else(|_| String::new(), |day| day.to_string())
}

impl From<&Voorspeld> for Looked {
    fn from(one: &Voorspeld) -> Self {
        let [crps, crps_last_year, crps_stock_flow] = one.crps;
        Self {
            measure: one.maat.naam(),
            from: month(one.eerste),
            years_ahead: one.vooruit,
            came: one.kwam,
            p10: one.laag,
            p50: one.midden,
            p90: one.hoog,
            within: one.is_binnen(),
            crps,
            crps_last_year,
            crps_stock_flow,
        }
    }
}

fn looked(spraak: &Spraak, snapshot: &Snapshot, replications: u64, found: &Terugtoets) -> Vec<String> {
    if found.momenten == 0 {
        return vec![spraak.say("toets-niets", &[])];
    }
    let say = |value: f64| number(spraak, value);
    let mut lines = vec![
        spraak.say(
            "toets-kop",
            &[
                ("naam", snapshot.name().into()),
                ("momenten", u64::try_from(found.momenten).unwrap_or(0).into()),
                ("herhalingen", replications.into()),
            ],
        ),
        spraak.say("toets-jaren", &[]),
    ];
    for one in &found.voorspeld {
        let mark = if one.is_binnen() { ' ' } else { '*' };
        let band = format!("{} ({} … {})", say(one.midden), say(one.laag), say(one.hoog));
        lines.push(format!(
            "  {:NAAM$} {} +{} {band:>30} {:>10} {mark}",
            one.maat.naam(),
            month(one.eerste),
            one.vooruit,
            say(one.kwam)
        ));
    }
    lines.push(spraak.say("toets-scores", &[]));
    let ahead = found.voorspeld.iter().map(|one| one.vooruit).max().unwrap_or(0);
    for years in 1..=ahead {
        for maat in Toetsmaat::ALL {
            let these: Vec<&Voorspeld> =
                found.voorspeld.iter().filter(|one| one.maat == maat && one.vooruit == years).collect();
            if these.is_empty() {
                continue;
            }
            let within = these.iter().filter(|one| one.is_binnen()).count();
            #[expect(clippy::cast_precision_loss, reason = "a handful of years")]
            let many = these.len() as f64;
            let mean = |place: usize| these.iter().filter_map(|one| one.crps.get(place)).sum::<f64>() / many;
            lines.push(format!(
                "  {:NAAM$} +{years} {within:>4}/{:<3} {:>10} {:>10} {:>10}",
                maat.naam(),
                these.len(),
                say(mean(0)),
                say(mean(1)),
                say(mean(2))
            ));
        }
    }
    lines.push(spraak.say("toets-uitleg", &[]));
    lines
}
