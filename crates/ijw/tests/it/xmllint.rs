//! The verdict of `xmllint` on the published schemas, where both are at hand.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use ijw::Berichttype;

use crate::goud;
use crate::verzonnen::{geldig, van};

/// How many files go to xmllint at a time.
const STAPEL: usize = 1500;

/// A folder with the schemas, without what does not belong in them. `None` when there is nothing to compare with.
fn schemas(naam: &str) -> Option<PathBuf> {
    let bron = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ijw/xsd");
    let heeft_xmllint =
        Command::new("xmllint").arg("--version").output().is_ok_and(|uit| uit.status.success());
    if !heeft_xmllint || !bron.is_dir() {
        println!("skipped: no xmllint, or no schemas in {}", bron.display());
        return None;
    }
    let map = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(naam);
    let _ = fs::remove_dir_all(&map);
    fs::create_dir_all(&map).unwrap();
    for bestand in fs::read_dir(bron).unwrap() {
        let bestand = bestand.unwrap();
        let tekst = fs::read_to_string(bestand.path()).unwrap();
        // In their first home, some schemas begin with a heading.
        let begin = tekst.find("<?xml").unwrap();
        fs::write(map.join(bestand.file_name()), &tekst[begin..]).unwrap();
    }
    Some(map)
}

/// Compares both verdicts on messages of one type, and gives how many passed.
fn vergelijk(map: &Path, naam: &str, berichten: &[Vec<u8>]) -> usize {
    let mut goed = 0;
    let mut verschillen = Vec::new();
    for stapel in berichten.chunks(STAPEL) {
        let bestanden: Vec<String> = (0..stapel.len()).map(|nummer| format!("{naam}-{nummer}.xml")).collect();
        for (bestand, bytes) in bestanden.iter().zip(stapel) {
            fs::write(map.join(bestand), bytes).unwrap();
        }
        let uit = Command::new("xmllint")
            .current_dir(map)
            .args(["--noout", "--schema", &format!("{naam}.xsd")])
            .args(&bestanden)
            .output()
            .unwrap();
        let uit = String::from_utf8_lossy(&uit.stderr).into_owned();
        assert!(!uit.contains("failed to compile"), "{uit}");
        let goedgekeurd: HashSet<&str> =
            uit.lines().filter_map(|regel| regel.strip_suffix(" validates")).collect();
        for (bestand, bytes) in bestanden.iter().zip(stapel) {
            let verwacht = goedgekeurd.contains(bestand.as_str());
            let gelezen = ijw::lees(bytes);
            if gelezen.is_ok() != verwacht && !is_bekend_verschil(&gelezen) {
                // The next messages get the same names.
                let plek = map.join(format!("verschil-{}-{bestand}", verschillen.len()));
                fs::write(&plek, bytes).unwrap();
                verschillen.push(format!("{}: {verwacht}, but {:?}", plek.display(), gelezen.err()));
            }
            goed += usize::from(verwacht);
        }
    }
    assert!(verschillen.is_empty(), "{}", verschillen.join("\n"));
    goed
}

/// A year after 9999 is refused here, and nowhere else.
fn is_bekend_verschil(gelezen: &Result<ijw::Bericht, ijw::Afkeuring>) -> bool {
    let jaar =
        |fout: &ijw::Schemafout| fout.soort.args().contains(&("reden", "jaar-buiten-bereik".to_owned()));
    gelezen.as_ref().is_err_and(|afkeuring| afkeuring.fouten.iter().all(jaar))
}

/// How many messages are made up: a few hundred, or as many as the environment asks for.
fn aantal() -> usize {
    std::env::var("IJW_VERZONNEN").map_or(560, |aantal| aantal.parse().unwrap())
}

#[test]
fn what_is_written_passes_the_schema() {
    let Some(map) = schemas("geschreven") else { return };
    let mut loper = TestRunner::deterministic();
    let begin = std::time::Instant::now();
    let mut totaal = 0;
    let per_soort = aantal().div_ceil(Berichttype::ALLE.len());
    for berichttype in Berichttype::ALLE {
        // Half of them keep the rules within the message, too.
        let berichten = prop_oneof![van(*berichttype), geldig(*berichttype)];
        let mut rest = per_soort;
        while rest > 0 {
            let stapel = rest.min(STAPEL);
            let geschreven: Vec<_> = (0..stapel)
                .map(|_| {
                    let bericht = berichten.new_tree(&mut loper).unwrap().current();
                    let xml = ijw::schrijf(&bericht).into_bytes();
                    assert!(ijw::lees(&xml).as_ref() == Ok(&bericht), "{}", berichttype.naam());
                    xml
                })
                .collect();
            assert_eq!(vergelijk(&map, berichttype.naam(), &geschreven), stapel, "{}", berichttype.naam());
            rest -= stapel;
            totaal += stapel;
        }
    }
    println!("{totaal} messages were written and pass the schema, in {:?}", begin.elapsed());
}

/// What takes the place of a value, an element or a bit of markup.
pub(crate) const VERVANGINGEN: &[&str] = &[
    "",
    " ",
    "0",
    "1",
    "-1",
    "+1",
    "007",
    "9",
    "a",
    "é",
    "ỳ",
    "\u{a0}",
    "\n",
    " x ",
    "x\ny",
    "2012-02-29",
    "2011-02-29",
    "0000-01-01",
    "-0004-02-29",
    "2012-01-01Z",
    "2012-01-01+01:00",
    "24:00:00",
    "23:59:60",
    "10:11:12.25",
    "999999999",
    "99999999999999",
    "1.0.0",
    "01.0.0",
    "<!-- c -->",
    "<![CDATA[1]]>",
    "<![CDATA[]]>",
    "&#49;",
    "&#32;",
    "&lt;",
    "]]>",
    "<x/>",
    "<?p i?>",
    "123456789012345678901",
    "123456789",
    "12345678",
    "1234",
    "NL",
    "XX",
    "D",
    "01",
    "45",
    "1.0",
];

/// Cuts a message into tags and texts, changes one of them, and joins it again.
pub(crate) fn verander(xml: &str, plaats: usize, hoe: usize, vervanging: &str) -> String {
    let mut stukken: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some(einde) =
        if rest.starts_with('<') { rest.find('>').map(|einde| einde + 1) } else { rest.find('<') }
    {
        stukken.push(&rest[..einde]);
        rest = &rest[einde..];
    }
    let plaats = 3 + plaats % (stukken.len() - 4);
    let (een, ander) = (stukken[plaats], stukken[plaats - 1]);
    match hoe {
        0 if !een.starts_with('<') => stukken[plaats] = vervanging,
        1 => stukken.insert(plaats, vervanging),
        2 => (stukken[plaats], stukken[plaats - 1]) = (ander, een),
        3 => {
            stukken.remove(plaats);
        }
        _ if een.starts_with("</") && !ander.starts_with('<') => {
            // A whole element with its value: leave it out, or let it stand twice.
            let element: Vec<_> = stukken.drain(plaats - 2..=plaats).collect();
            if hoe == 5 {
                stukken.splice(plaats - 2..plaats - 2, element.iter().chain(&element).copied());
            }
        }
        _ if !een.starts_with('<') => stukken[plaats] = vervanging,
        _ => stukken.insert(plaats, " "),
    }
    stukken.concat() + rest
}

#[test]
fn every_verdict_on_a_changed_message_is_that_of_the_schema() {
    let Some(map) = schemas("veranderd") else { return };
    let mut loper = TestRunner::deterministic();
    let keuze = (any::<usize>(), any::<usize>(), 0..6_usize, proptest::sample::select(VERVANGINGEN));
    for berichttype in Berichttype::ALLE {
        let naam = berichttype.naam();
        let goud = goud::alle().into_iter().filter(|goud| goud.bericht == naam && goud.is_goed);
        let mut bronnen: Vec<String> = goud.map(|goud| String::from_utf8(goud.bytes).unwrap()).collect();
        // Some kinds have few golden messages, or only empty ones.
        let berichten = geldig(*berichttype);
        bronnen.extend((0..8).map(|_| ijw::schrijf(&berichten.new_tree(&mut loper).unwrap().current())));
        let berichten: Vec<_> = (0..1200)
            .map(|_| {
                let (welk, plaats, hoe, vervanging) = keuze.new_tree(&mut loper).unwrap().current();
                verander(&bronnen[welk % bronnen.len()], plaats, hoe, vervanging).into_bytes()
            })
            .collect();
        let aangenomen = vergelijk(&map, naam, &berichten);
        assert!((60..1100).contains(&aangenomen), "{naam}: {aangenomen} passed");
    }
}
