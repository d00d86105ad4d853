//! `leerloop informatie import` and `figures`: public figures of areas, with everything that is wrong with a file.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use informatie::bevolking::{Bevolking, Bezwaar, Ernst, Opgave, Soort, Stand, Tabeljaar, Verslag};
use register::Opslag;
use serde_json::{Value, json};
use stelsel::Klok;
use web::Taal;

use crate::demo::regio;
use crate::options::{Cijfermap, InformatieFigures, InformatieImport};
use crate::spraak::Spraak;
use crate::{FAILED, GOOD, PARTLY, SystemKlok};

/// Where figures are, in the folder of the snapshots.
const FOLDER: &str = "bevolking";
/// Faults that are printed per file; `--json` gives all that are named.
const SHOWN: usize = 20;

/// The folder for figures of areas of a register.
pub(super) fn folder_of(opslag: &Opslag) -> PathBuf {
    super::informatie::folder_of(opslag).join(FOLDER)
}

fn chosen(of: &Cijfermap) -> PathBuf {
    of.figures.clone().unwrap_or_else(|| folder_of(&of.place.opslag(super::DATA)))
}

pub(crate) fn import(spraak: &Spraak, options: &InformatieImport) -> Result<u8> {
    let soort = options.kind.as_deref().and_then(Soort::from_key);
    let publisher = if soort == Some(Soort::Scholen) { "DUO" } else { "CBS" };
    let opgave = Opgave {
        bron: options.source.clone().unwrap_or_else(|| publisher.to_owned()),
        tabel: options.table.clone(),
        jaar: options.year,
        stand: options.state.as_deref().and_then(state),
        klopt: options.correct,
        soort,
        ..Opgave::cbs(SystemKlok.today())
    };
    let mut bevolking = Bevolking::open(&chosen(&options.folder))?;
    let mut outcome = GOOD;
    for path in &options.files {
        let naam = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let file = path.display().to_string();
                let cannot = spraak.say("bestand-onleesbaar", &[("bestand", file.into())]);
                eprintln!("{}", spraak.say("fout", &[("reden", format!("{cannot}: {error}").into())]));
                outcome = outcome.max(FAILED);
                continue;
            }
        };
        let verslag = bevolking.import(&naam, &bytes, &opgave)?;
        if verslag.soort.is_none() && verslag.al_bekend.is_none() || !verslag.bezwaren.is_empty() {
            outcome = outcome.max(PARTLY);
        }
        if options.json {
            println!("{}", as_json(spraak, &verslag));
        } else {
            print(spraak, &verslag);
        }
    }
    Ok(outcome)
}

fn state(key: &str) -> Option<Stand> {
    Stand::ALL.into_iter().find(|stand| stand.key() == key)
}

/// In the language that is spoken.
fn pick(spraak: &Spraak, (nl, en): (String, String)) -> String {
    match spraak.taal() {
        Taal::Nl => nl,
        Taal::En => en,
    }
}

fn pick_static(spraak: &Spraak, tekst: informatie::indicator::Tekst) -> &'static str {
    match spraak.taal() {
        Taal::Nl => tekst.nl,
        Taal::En => tekst.en,
    }
}

fn why(spraak: &Spraak, of: &Bezwaar) -> String {
    match spraak.taal() {
        Taal::Nl => of.reden.dutch(),
        Taal::En => of.reden.to_string(),
    }
}

/// A value or heading as it is told: nothing in it may steer the terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

fn print(spraak: &Spraak, verslag: &Verslag) {
    let bestand = || verslag.bestand.as_str().into();
    if let Some(day) = verslag.al_bekend {
        let day = day.to_string();
        println!("{}", spraak.say("bevolking-bekend", &[("bestand", bestand()), ("dag", day.into())]));
        return;
    }
    match verslag.soort {
        None => println!("{}", spraak.say("bevolking-niet", &[("bestand", bestand())])),
        Some(soort) => {
            let changed = verslag.gewijzigd.len() + verslag.anders.len();
            let args = [
                ("bestand", bestand()),
                ("soort", pick_static(spraak, soort.naam()).into()),
                ("tabel", verslag.tabel.as_str().into()),
                ("jaren", years(verslag).into()),
                ("rijen", verslag.rijen.into()),
                ("nieuw", verslag.nieuw.into()),
                ("gelijk", verslag.gelijk.into()),
                ("anders", changed.into()),
            ];
            println!("{}", spraak.say("bevolking-gelezen", &args));
        }
    }
    for melding in &verslag.meldingen {
        println!("  {}", plain(&pick(spraak, melding.words())));
    }
    for bezwaar in verslag.bezwaren.iter().take(SHOWN) {
        println!("  {}", fault(spraak, bezwaar));
    }
    let more = (verslag.bezwaren.len().saturating_sub(SHOWN) as u64) + verslag.meer_bezwaren;
    if more > 0 {
        println!("  {}", spraak.say("bevolking-meer", &[("n", more.into())]));
    }
}

/// `kwb-2022.csv, line 7, column 4 (inwoners), 'veel': not a number`
fn fault(spraak: &Spraak, of: &Bezwaar) -> String {
    let column = spraak.say(
        "bevolking-plaats",
        &[
            ("bestand", of.bestand.as_str().into()),
            ("rij", of.rij.into()),
            ("kolom", u64::from(of.kolom.nr).into()),
        ],
    );
    let mut out = column;
    if !of.kolom.naam.is_empty() {
        let _ = write!(out, " ({})", of.kolom.naam);
    }
    if !of.waarde.is_empty() {
        let _ = write!(out, ", '{}'", of.waarde);
    }
    let _ = write!(out, ": {}", why(spraak, of));
    plain(&out)
}

fn years(verslag: &Verslag) -> String {
    verslag.jaren.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}

fn as_json(spraak: &Spraak, verslag: &Verslag) -> Value {
    let faults: Vec<Value> = verslag
        .bezwaren
        .iter()
        .map(|of| {
            json!({
                "row": of.rij,
                "column": of.kolom.nr,
                "heading": of.kolom.naam,
                "value": of.waarde,
                "reason": of.reden.key(),
                "kept": of.reden.ernst() == Ernst::Twijfel,
                "text": why(spraak, of),
            })
        })
        .collect();
    let notes: Vec<String> = verslag.meldingen.iter().map(|m| pick(spraak, m.words())).collect();
    json!({
        "file": verslag.bestand,
        "kind": verslag.soort.map(Soort::key),
        "table": verslag.tabel,
        "knownSince": verslag.al_bekend.map(|day| day.to_string()),
        "years": verslag.jaren,
        "rows": verslag.rijen,
        "new": verslag.nieuw,
        "same": verslag.gelijk,
        "changed": verslag.gewijzigd.len() + verslag.anders.len(),
        "notes": notes,
        "faults": faults,
        "moreFaults": verslag.meer_bezwaren,
    })
}

pub(crate) fn figures(spraak: &Spraak, options: &InformatieFigures) -> Result<u8> {
    let folder = chosen(&options.folder);
    let bevolking = Bevolking::open(&folder)?;
    let all = bevolking.overzicht();
    let schools = bevolking.scholen().count();
    if options.json {
        for of in &all {
            println!("{}", row_json(of));
        }
        return Ok(GOOD);
    }
    if bevolking.invoeren().is_empty() {
        let map = folder.display().to_string();
        println!("{}", spraak.say("bevolking-geen", &[("map", map.into())]));
        return Ok(GOOD);
    }
    for of in &all {
        let standen: Vec<&str> = of.standen.iter().map(|s| pick_static(spraak, s.naam())).collect();
        let args = [
            ("tabel", of.tabel.as_str().into()),
            ("jaar", of.jaar.to_string().into()),
            ("bron", of.bron.as_str().into()),
            ("gelezen", of.gelezen.to_string().into()),
            ("stand", standen.join(", ").into()),
            ("gebieden", of.gebieden.into()),
            ("cijfers", of.cijfers.into()),
            ("onbekend", of.onbekend.into()),
            ("verdacht", of.verdacht.into()),
        ];
        println!("{}", spraak.say("bevolking-tabel", &args));
    }
    if schools > 0 {
        println!("{}", spraak.say("bevolking-scholen", &[("n", schools.into())]));
    }
    Ok(GOOD)
}

fn row_json(of: &Tabeljaar) -> Value {
    let standen: Vec<&str> = of.standen.iter().map(|s| s.key()).collect();
    json!({
        "table": of.tabel,
        "year": of.jaar,
        "source": of.bron,
        "imported": of.gelezen.to_string(),
        "states": standen,
        "areas": of.gebieden,
        "figures": of.cijfers,
        "unknown": of.onbekend,
        "doubted": of.verdacht,
    })
}

/// What the demo knows of its region: one provisional year of CBS, taken in as any file.
pub(super) fn of_demo(opslag: &Opslag) -> Result<()> {
    let mut text =
        String::from("Codering;naam;jaar;inwoners;inw_0_17_schatting;jeugdzorg_totaal;jz_eenouder\n");
    for g in regio::gemeenten() {
        let _ = writeln!(text, "GM{};{};2022;{};;{};", g.code, g.naam, g.inwoners, g.jongeren_in_zorg);
    }
    let cell = |n: Option<u32>| n.map_or_else(|| ".".to_owned(), |n| n.to_string());
    for w in regio::wijken() {
        let (care, single) = (cell(w.jongeren_in_zorg), cell(w.eenouder));
        let _ = writeln!(text, "{};{};2022;{};{};{care};{single}", w.code, w.naam, w.inwoners, w.jeugd);
    }
    let opgave = Opgave { stand: Some(Stand::Voorlopig), ..Opgave::cbs(SystemKlok.today()) };
    let mut bevolking = Bevolking::open(&folder_of(opslag))?;
    let verslag = bevolking.import("wijken-en-gemeenten.csv", text.as_bytes(), &opgave)?;
    debug_assert!(verslag.bezwaren.is_empty(), "the figures of the demo are in order");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_the_command_line_are_those_of_the_importer() {
        for kind in ["cijfers", "jeugdregios", "kaart", "scholen"] {
            assert_eq!(Soort::from_key(kind).map(Soort::key), Some(kind));
        }
        assert_eq!(Soort::ALL.len(), 4);
        for key in ["voorlopig", "nader-voorlopig", "definitief"] {
            assert_eq!(state(key).map(Stand::key), Some(key));
        }
    }

    #[test]
    fn the_demo_has_its_region_and_unknown_is_not_zero() {
        let folder = tempfile::tempdir().unwrap();
        let opslag = Opslag::Map(folder.path().to_owned());
        of_demo(&opslag).unwrap();
        of_demo(&opslag).unwrap();
        let bevolking = Bevolking::open(&folder_of(&opslag)).unwrap();
        assert_eq!(bevolking.invoeren().len(), 1, "once");
        let all = bevolking.overzicht();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].jaar, all[0].gebieden), (2022, 69));
        let none = regio::wijken().iter().filter(|w| w.jongeren_in_zorg.is_none()).count();
        assert!(none > 0 && all[0].onbekend >= none as u64);
        assert!(all[0].standen.iter().all(|s| s.provisional()));
    }
}
