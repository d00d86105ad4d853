//! The verdict of `xmllint`, where it and the published schema of the envelopes are at hand.
//!
//! The schema of the envelopes takes its simple types and the elements of StUF out of a second one. Where that one is
//! not at hand, [`STUF0301`] stands in for it: the same rules in other words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ijw::stuf::{self, Reden};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{alle, verzonnen, voorbeelden, voorbeeldmap};
use crate::xmllint::{VERVANGINGEN, verander};

const SCHEMA: &str = "ggk0210_msg_ggkberichten_resolved.xsd";
const TWEEDE: &str = "ggk0210_stuf0301_msg_ggkberichten_resolved.xsd";
const STUF0301: &str = include_str!("stuf0301.xsd");

/// A folder with the schemas. `None` when there is nothing to compare with.
fn schemas(naam: &str) -> Option<PathBuf> {
    let bron = voorbeeldmap();
    let heeft_xmllint =
        Command::new("xmllint").arg("--version").output().is_ok_and(|uit| uit.status.success());
    if !heeft_xmllint || !bron.join(SCHEMA).is_file() {
        println!("skipped: no xmllint, or no {SCHEMA} in {}", bron.display());
        return None;
    }
    let map = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(naam);
    let _ = fs::remove_dir_all(&map);
    fs::create_dir_all(&map).unwrap();
    fs::write(map.join(SCHEMA), fs::read(bron.join(SCHEMA)).unwrap()).unwrap();
    let tweede = fs::read_to_string(bron.join(TWEEDE)).unwrap_or_else(|_| STUF0301.to_owned());
    fs::write(map.join(TWEEDE), tweede).unwrap();
    Some(map)
}

/// Whether `xmllint` finds nothing wrong, file by file.
fn oordelen(map: &Path, bestanden: &[Vec<u8>]) -> Vec<bool> {
    let mut oordelen = Vec::new();
    for stapel in bestanden.chunks(400) {
        let namen: Vec<String> = (0..stapel.len()).map(|nummer| format!("{nummer}.xml")).collect();
        for (naam, bytes) in namen.iter().zip(stapel) {
            fs::write(map.join(naam), bytes).unwrap();
        }
        let uit = Command::new("xmllint")
            .current_dir(map)
            .args(["--nonet", "--noout", "--huge", "--schema", SCHEMA])
            .args(&namen)
            .output()
            .unwrap();
        let uit = String::from_utf8_lossy(&uit.stderr).into_owned();
        assert!(!uit.contains("failed to compile") && !uit.contains("Skipping the import"), "{uit}");
        oordelen
            .extend(namen.iter().map(|naam| uit.lines().any(|regel| regel == format!("{naam} validates"))));
    }
    oordelen
}

#[test]
fn what_is_written_passes_the_schema() {
    let Some(map) = schemas("stuf-geschreven") else { return };
    let mut loper = TestRunner::deterministic();
    let mut bestanden: Vec<_> = (0..400)
        .map(|_| verzonnen::envelop().new_tree(&mut loper).unwrap().current())
        .chain(alle())
        .map(|envelop| stuf::schrijf(&envelop).into_bytes())
        .collect();
    // The samples pass too, as they are and as they are written; with SOAP around them they are of another schema.
    for (naam, bytes) in voorbeelden().unwrap_or_default() {
        bestanden.push(stuf::schrijf(&stuf::lees(&bytes).unwrap()).into_bytes());
        if !naam.contains("soap") {
            bestanden.push(bytes);
        }
    }
    for (plaats, oordeel) in oordelen(&map, &bestanden).into_iter().enumerate() {
        assert!(oordeel, "{}", String::from_utf8_lossy(&bestanden[plaats]));
    }
}

/// What takes the place of a value besides what may stand in a message.
const OOK: &[&str] = &[
    "Di01",
    "Fo01",
    "client",
    "20260506",
    "202605061011123456",
    "0001",
    "00001",
    "9c0f7b90-5c69-41e5-a837-0800200c9a66",
    "9c0f7b90-5c69-11e5-a837-0800200c9a66",
    "YQ==",
    " Y Q =\n=",
    "YR==",
    "YQ",
    "=",
    "<StUF:administratie>x</StUF:administratie>",
    "<StUF:gebruiker/>",
    "<StUF:detailsXML><x xmlns=\"y\"/></StUF:detailsXML>",
    "<GGK:xmlBestand/>",
    "<GGK:tekstBestand bestandsnaam=\"a.csv\"/>",
    "<GGK:tekstBestand bestandsnaam=\"a\"/>",
    "<GGK:tekstBestand bestandsnaam=\"a b c\">YQ==</GGK:tekstBestand>",
    "<GGK:tekstBestand/>",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

#[test]
fn every_verdict_on_a_changed_envelope_is_that_of_the_schema() {
    let Some(map) = schemas("stuf-veranderd") else { return };
    let mut loper = TestRunner::deterministic();
    let nieuw: Vec<&str> = VERVANGINGEN.iter().chain(OOK).copied().collect();
    let keuze = (any::<usize>(), any::<usize>(), 0..6_usize, proptest::sample::select(nieuw));
    let bronnen: Vec<String> = alle().iter().map(stuf::schrijf).collect();
    let bestanden: Vec<_> = (0..4000)
        .map(|_| {
            let (welk, plaats, hoe, vervanging) = keuze.new_tree(&mut loper).unwrap().current();
            verander(&bronnen[welk % bronnen.len()], plaats, hoe, vervanging).into_bytes()
        })
        .collect();
    let oordelen = oordelen(&map, &bestanden);
    for (bytes, verwacht) in bestanden.iter().zip(&oordelen) {
        let gelezen = stuf::lees(bytes);
        // What is no base64 is passed over within it by xmllint, against the schema language.
        if gelezen.as_ref().is_err_and(|fout| fout.reden == Reden::Base64) {
            continue;
        }
        assert_eq!(gelezen.is_ok(), *verwacht, "{gelezen:?}: {}", String::from_utf8_lossy(bytes));
    }
    let goed = oordelen.iter().filter(|oordeel| **oordeel).count();
    assert!((300..3700).contains(&goed), "{goed} passed");
}
