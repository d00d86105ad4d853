//! The catalogue of rules, `docs/ijw-rules.md`: made out of the tables, the sources and the tests.

mod bronnen;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use ijw::Berichttype;
use ijw::regels::{NIVEAU2, NIVEAU3, NIVEAU4, Regel};
use ijw::tabel::{Klasse, Soort};

use crate::{goud, samenhang};

/// Per place that a rule is checked on, the messages that have it.
type Plaatsen = BTreeMap<String, BTreeSet<Berichttype>>;

/// The places of every rule of level 2, as the tables of the messages have them.
fn plaatsen_niveau2() -> BTreeMap<&'static str, Plaatsen> {
    fn loop_door(
        klasse: &Klasse,
        bericht: Berichttype,
        in_lijst: bool,
        uit: &mut BTreeMap<&'static str, Plaatsen>,
    ) {
        let mut neem = |code, plaats: String| {
            uit.entry(code).or_default().entry(plaats).or_default().insert(bericht);
        };
        for regel in klasse.regels {
            neem(regel.code, klasse.naam.to_owned());
        }
        if in_lijst && !klasse.sleutel.is_empty() {
            // The table names the fields of the key as the library does; the standard writes them as its elements.
            let sleutel: Vec<String> = klasse.sleutel.iter().map(|veld| element(veld)).collect();
            neem("TR101", format!("{} ({})", klasse.naam, sleutel.join(" + ")));
        }
        for veld in klasse.velden {
            if let Soort::Klasse(klasse) = veld.soort {
                loop_door(klasse, bericht, veld.onderdeel.is_some(), uit);
            }
        }
    }
    let mut uit = BTreeMap::new();
    for bericht in Berichttype::ALLE {
        loop_door(bericht.tabel(), *bericht, false, &mut uit);
    }
    uit
}

/// `toewijzing_nummer` as `ToewijzingNummer`.
fn element(veld: &str) -> String {
    let deel = |deel: &str| deel[..1].to_uppercase() + &deel[1..];
    veld.split('_').map(deel).collect()
}

/// The places on which the tests see a rule of level 3 or 4 broken.
fn plaatsen_in_zaken() -> BTreeMap<&'static str, Plaatsen> {
    let mut uit: BTreeMap<_, Plaatsen> = BTreeMap::new();
    for (code, bericht, pad) in samenhang::gebroken() {
        let klasse = pad.rsplit('/').next().unwrap().split('[').next().unwrap();
        uit.entry(code).or_default().entry(klasse.to_owned()).or_default().insert(bericht);
    }
    uit
}

fn gouden_berichten() -> BTreeMap<String, BTreeSet<String>> {
    let mut uit: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for goud in goud::alle() {
        for regel in &goud.regels {
            let code = regel.split('@').next().unwrap().to_owned();
            uit.entry(code).or_default().insert(goud.bestand.clone());
        }
    }
    uit
}

fn schrijf_plaatsen(plaatsen: &Plaatsen) -> String {
    let plaats = |(klasse, berichten): (&String, &BTreeSet<Berichttype>)| {
        let namen: Vec<&str> = berichten.iter().map(|bericht| bericht.naam()).collect();
        format!("{klasse}: {}", namen.join(", "))
    };
    plaatsen.iter().map(plaats).collect::<Vec<_>>().join("; ")
}

fn codes<T: std::fmt::Display>(dingen: impl IntoIterator<Item = T>) -> String {
    dingen.into_iter().map(|ding| format!("`{ding}`")).collect::<Vec<_>>().join(", ")
}

const BEGIN: &str = "\
# The rules of iJw 3.2 that are checked

Made by a test out of the tables, the sources and the tests of `crates/ijw`; after a change, run
`LEERLOOP_REWRITE=1 cargo test -p ijw --test it catalogus`. The texts are ours; the standard has its own.

The schema itself is level 1 and has no codes: see `crates/ijw/README.md`. Of each rule stands here with which code a message
is refused that breaks it, on which classes of which messages, where it is implemented (under `crates/ijw/src`)
and which tests break or name it (golden messages in `crates/ijw/tests/goud`, functions in `crates/ijw/tests/it`).
";

const KOPPEN: [(&[&Regel], &str); 3] = [
    (
        NIVEAU2,
        "## Level 2: within the message\n\n\
         A rule hangs on a class. TR101 compares the elements of a list by their key, which stands behind the class.\n",
    ),
    (
        NIVEAU3,
        "## Level 3: against earlier messages\n\n\
         The messages and classes are those on which the tests see the rule broken; it may hold for more.\n",
    ),
    (
        NIVEAU4,
        "## Level 4: against the outside world\n\n\
         The messages and classes are those on which the tests see the rule broken; it may hold for more. What is not known of the outside world is not judged.\n",
    ),
];

fn catalogus() -> String {
    let bronnen = bronnen::Bronnen::lees(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut plaatsen = plaatsen_niveau2();
    plaatsen.extend(plaatsen_in_zaken());
    let goud = gouden_berichten();
    let mut uit = BEGIN.to_owned();
    for (regels, kop) in KOPPEN {
        write!(uit, "\n{kop}").unwrap();
        for regel in regels {
            let code = regel.code;
            let retour = if regel.retourcode.is_empty() {
                "none: the answer cannot be refused"
            } else {
                regel.retourcode
            };
            let waar = bronnen.waar(regel);
            assert!(!waar.is_empty(), "{code} is implemented nowhere");
            let waarop = schrijf_plaatsen(plaatsen.get(code).unwrap_or(&Plaatsen::new()));
            assert!(!waarop.is_empty(), "{code} is checked on nothing");
            let waarop = match regel.niveau {
                2 => format!("Checked on {waarop}"),
                _ if waar.iter().any(|bestand| bestand == "beoordeling/kop.rs") => {
                    format!(
                        "Checked on the Header of every message but the retours; broken in the tests on {waarop}"
                    )
                }
                _ => format!("Broken in the tests on {waarop}"),
            };
            let tests = bronnen.tests(regel);
            let gouden = goud.get(code).cloned().unwrap_or_default();
            assert!(!tests.is_empty() || !gouden.is_empty(), "{code} has no test");
            writeln!(uit, "\n### {code}\n").unwrap();
            writeln!(uit, "{} *{}*\n", regel.en.wat, regel.en.doe).unwrap();
            writeln!(uit, "> {} *{}*\n", regel.nl.wat, regel.nl.doe).unwrap();
            writeln!(uit, "* Level {}, return code {retour}", regel.niveau).unwrap();
            writeln!(uit, "* {waarop}").unwrap();
            writeln!(uit, "* Implemented in {}", codes(waar)).unwrap();
            if !gouden.is_empty() {
                writeln!(uit, "* Golden messages: {}", codes(gouden)).unwrap();
            }
            if !tests.is_empty() {
                writeln!(uit, "* Tests: {}", codes(tests)).unwrap();
            }
        }
    }
    uit
}

#[test]
fn the_catalogue_of_rules_tells_what_is_checked_where_and_by_which_tests() {
    let gemaakt = catalogus();
    assert_eq!(gemaakt.matches("\n* Level 2, ").count(), 61);
    assert_eq!(gemaakt.matches("\n### ").count(), ijw::regels::alle().count());
    let bestand = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/ijw-rules.md");
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(&bestand, &gemaakt).unwrap();
    }
    let bewaard = std::fs::read_to_string(&bestand).unwrap_or_default();
    assert!(
        gemaakt == bewaard,
        "docs/ijw-rules.md has changed; if that is meant, run again with LEERLOOP_REWRITE=1"
    );
}
