//! The scenario files that come along, the page of the model, and the report.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use simulatie::scenario::{Manifest, Scenario, Uitkomst, probeer, tabel, verslag};
use simulatie::systeem::{Lus, Maat, TABEL};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios"))
}

fn read(name: &str) -> Scenario {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    Scenario::read(&text).unwrap_or_else(|wrong| panic!("{name}: {wrong:?}"))
}

fn tried(scenario: &Scenario) -> Uitkomst {
    probeer(scenario, NonZeroUsize::new(2).unwrap(), &AtomicBool::new(false), &|| {}).unwrap()
}

fn middle(outcome: &Uitkomst, maat: Maat, year: usize) -> f64 {
    outcome.maat(maat).unwrap().keuze[year].unwrap().midden
}

#[test]
fn every_file_that_comes_along_is_sound() {
    let names: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert!(names.len() >= 3);
    for name in names {
        let scenario = read(name.to_str().unwrap());
        assert!(!scenario.naam.is_empty() && scenario.herhalingen <= 100);
    }
}

#[test]
fn money_for_three_years_is_gone_after_it() {
    let outcome = tried(&Scenario { herhalingen: 6, ..read("extra-geld.toml") });
    let apart = |year: usize| outcome.maat(Maat::Wachttijd).unwrap().verschil[year].unwrap();
    assert!(apart(3).hoogst < -10.0, "{:?}", apart(3));
    assert!(apart(8).midden > -5.0, "{:?}", apart(8));
    assert_eq!(outcome.geknipt, 0);
}

#[test]
fn all_building_blocks_lower_questions_in_every_draw() {
    let outcome = tried(&Scenario { herhalingen: 6, ..read("alle-bouwstenen.toml") });
    let apart = outcome.maat(Maat::Vragen).unwrap().verschil[14].unwrap();
    assert!(apart.hoogst < -400.0, "{apart:?}");
}

/// Seed 004: 3.7 % (1997), 10.0 % (2015), 13.3 % (2021); 000 and 001 give 10 to 12.5 % for 2018. The growth was chosen so that it comes out; what is
/// tested is that the model can follow it with loops, scarcity and a cut in 2015 playing. Control: without what narrows the norm it does not.
#[test]
fn the_past_is_within_its_band() {
    let scenario = Scenario { herhalingen: 6, ..read("verleden.toml") };
    let outcome = tried(&scenario);
    for (year, low, high) in [(1997, 3.5, 3.9), (2015, 9.0, 11.0), (2018, 10.0, 12.5), (2021, 12.0, 14.6)] {
        let found = middle(&outcome, Maat::Aandeel, year - 1997);
        assert!((low..high).contains(&found), "{year}: {found}");
    }
    assert_eq!(outcome.geknipt, 0);
    let keuze = scenario.keuze.clone().without(Lus::LR4).without(Lus::LR5);
    let without = tried(&Scenario { keuze, herhalingen: 4, ..scenario });
    assert!(middle(&without, Maat::Aandeel, 24) < 11.5, "control: {}", middle(&without, Maat::Aandeel, 24));
}

#[test]
fn the_page_of_the_model_holds_the_table() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/model.md");
    let (begin, end) = ("<!-- table: made from the code -->\n", "<!-- end of the table -->\n");
    let page = std::fs::read_to_string(file).unwrap();
    let (before, rest) = page.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    let whole = format!("{before}{begin}\n{}\n{end}{after}", tabel());
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(file, &whole).unwrap();
    }
    let page = std::fs::read_to_string(file).unwrap();
    assert!(page == whole, "the numbers changed: run again with LEERLOOP_REWRITE=1");
    for lus in Lus::ALL {
        assert!(page.contains(&format!("| {} |", lus.naam())), "{} is not told", lus.naam());
    }
}

#[test]
fn the_report_has_every_item_and_says_what_was_chosen() {
    let mut scenario = read("extra-geld.toml");
    (scenario.jaren, scenario.herhalingen) = (4, 2);
    scenario.naam = "Geld | en\n# kop <b>".to_owned();
    let outcome = tried(&scenario);
    let report = verslag(&scenario, &outcome, &Manifest { program: "leerloop 0.0.0", threads: 2 });
    let items = "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 3.4 4.1 4.2 4.3 5.1 5.2 5.3 5.4 6.1";
    for item in items.split(' ') {
        assert!(report.contains(&format!("**{item} ")), "{item} is missing");
    }
    assert!(report.contains("budget: times 1.1 from 2027 to 2029"), "{report}");
    assert!(report.contains("2 replications of both runs, seed 1"));
    assert_eq!(report.matches("\n| `").count(), TABEL.len());
    assert!(report.starts_with("# Geld / en # kop ‹b›\n"), "names cannot steer the page");
    assert_eq!(
        report,
        verslag(&scenario, &tried(&scenario), &Manifest { program: "leerloop 0.0.0", threads: 2 })
    );
}
