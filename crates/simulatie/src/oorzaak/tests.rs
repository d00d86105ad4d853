use std::collections::BTreeSet;

use super::*;
use crate::scenario::Scenario;
use crate::systeem::{Keuze, Lus, Sleutel, TABEL};

#[test]
fn every_link_stands_there_once_and_in_order() {
    let numbers: Vec<u8> = schakels().map(|one| one.nummer).collect();
    assert_eq!(numbers, (1..=112).collect::<Vec<u8>>());
    for one in schakels() {
        assert!(!one.stappen.is_empty(), "{}", one.naam());
        let document = one.bron.split_once(' ').map_or(one.bron, |(first, _)| first).trim_end_matches(';');
        assert!(["000", "001", "002", "003", "004"].contains(&document), "{}: {}", one.naam(), one.bron);
        for stap in one.stappen {
            assert_ne!(stap.van, stap.naar, "{}", one.naam());
        }
    }
    assert_eq!(schakel(97).map(|one| one.vertraging), Some(Vertraging::Jaren(Some(5))));
    assert!(schakel(0).is_none() && schakel(113).is_none());
    let count = |part: Onderdeel| schakels().filter(|one| one.onderdeel() == part).count();
    assert_eq!(Onderdeel::ALL.map(count), [25, 36, 51]);
}

#[test]
fn every_concept_is_used_and_named_once() {
    let used: BTreeSet<Begrip> =
        schakels().flat_map(|one| one.stappen).flat_map(|stap| [stap.van, stap.naar]).collect();
    for one in Begrip::ALL {
        assert!(used.contains(one), "{} is in no link", one.id());
        assert_eq!(Begrip::by_id(one.id()), Some(*one), "two are called {}", one.id());
        assert!(one.id().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        let names = |name: fn(Begrip) -> &'static str| {
            Begrip::ALL.iter().filter(|other| name(**other) == name(*one)).count()
        };
        assert_eq!((names(Begrip::nl), names(Begrip::en)), (1, 1), "two share a name with {}", one.id());
        assert!(
            one.nl().chars().count() <= 46 && one.en().chars().count() <= 46,
            "{} does not fit",
            one.id()
        );
    }
    assert_eq!(Begrip::by_id("wat"), None);
}

/// Every arrow of a link stands in the map as its ring says, rings close, and what comes back is larger in the loops that reinforce and smaller
/// in those that balance.
#[test]
fn every_loop_closes_with_its_sign() {
    let loops: Vec<Lus> = KRINGEN.iter().map(|kring| kring.lus).collect();
    assert_eq!(loops, Lus::ALL);
    for kring in KRINGEN {
        let name = kring.lus.naam();
        assert!(kring.ringen.iter().any(|ring| !ring.tegen), "{name} has no ring");
        for ring in kring.ringen {
            let steps = ring.zetten;
            for (one, next) in steps.iter().zip(steps.iter().cycle().skip(1)) {
                assert_eq!(one.stap.naar, next.stap.van, "{name} is open after {}", one.stap.naar.id());
            }
            let visited: BTreeSet<Begrip> = steps.iter().map(|zet| zet.stap.van).collect();
            assert_eq!(visited.len(), steps.len(), "{name} comes by a concept twice");
            assert!(steps.iter().all(|zet| zet.stap.teken != Teken::Nul), "{name}");
            assert_eq!(ring.versterkt(), kring.is_versterkend() != ring.tegen, "{name}: {steps:?}");
            for zet in steps {
                match zet.herkomst {
                    Herkomst::Schakel(nummer) => {
                        let of = schakel(nummer).unwrap();
                        assert!(
                            of.stappen.contains(&zet.stap),
                            "{name}: {:?} is not of C{nummer:02}",
                            zet.stap
                        );
                    }
                    Herkomst::Bron | Herkomst::Eigen => {
                        let known = schakels().find(|one| one.stappen.contains(&zet.stap));
                        assert!(known.is_none(), "{name}: {:?} is a link", zet.stap);
                    }
                }
            }
        }
    }
}

/// The links that the reading of the sources gives for each loop.
#[test]
fn every_loop_has_the_links_the_sources_give_it() {
    let given: [&[u8]; 11] = [
        &[26, 27, 28, 29],
        &[43, 44, 45, 46],
        &[47, 48, 49],
        &[2, 5, 6],
        &[31, 32, 33, 34, 35, 73, 74],
        &[62, 76],
        &[73],
        &[85],
        &[17, 19, 22, 23],
        &[10, 12, 14, 16],
        &[40, 42, 55, 82],
    ];
    for (kring, given) in KRINGEN.iter().zip(given) {
        let has = kring.nummers();
        for nummer in given {
            assert!(has.contains(nummer), "{} misses C{nummer:02}", kring.lus.naam());
        }
        // Only links that close a ring may come with them.
        let more: Vec<u8> = has.into_iter().filter(|one| !given.contains(one)).collect();
        assert!(more.iter().all(|one| [25, 44].contains(one)), "{}: {more:?}", kring.lus.naam());
    }
    // What the sources tell as a cycle is closed by them, the others by us.
    let closed_by_sources = [Lus::LR1, Lus::LR2, Lus::LR6, Lus::LR8];
    for kring in KRINGEN {
        let ours =
            kring.ringen.iter().flat_map(|ring| ring.zetten).any(|zet| zet.herkomst == Herkomst::Eigen);
        assert_eq!(ours, !closed_by_sources.contains(&kring.lus), "{}", kring.lus.naam());
    }
}

#[test]
fn links_that_numbers_name_exist() {
    assert_eq!(genoemd("aanname; richting C07, C11"), [7, 11]);
    assert_eq!(genoemd("aanname; richting C48, C50-C53"), [48, 50, 51, 52, 53]);
    assert_eq!(genoemd("richting C31-C33; KvK 1.367 (2015) naar 8.515 (2025)"), [31, 32, 33]);
    assert_eq!(genoemd("aanname; C17 lang"), [17]);
    assert!(genoemd("CBS 2022: 12-17 40,8 %, 85096NED; Deskundigencommissie").is_empty());
    let mut named = 0;
    for one in TABEL {
        for nummer in genoemd(one.bron) {
            assert!(schakel(nummer).is_some(), "{} names C{nummer}", one.naam);
            named += 1;
        }
        // What writes a C with digits is read as a link.
        let written = one
            .bron
            .match_indices('C')
            .filter(|(at, _)| one.bron[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
        assert!(written.count() <= genoemd(one.bron).len(), "{}: {}", one.naam, one.bron);
    }
    assert!(named > 60, "{named}");
}

#[test]
fn every_link_of_a_loop_of_the_model_is_found_in_it() {
    assert_eq!(lussen(17), [Lus::LB1]);
    assert_eq!(lussen(73), [Lus::LR7]);
    assert_eq!(lussen(82), [Lus::LB3]);
    assert!(lussen(24).is_empty() && getallen(24).len() == 1);
    for lus in Lus::ALL {
        let carried = schakels().any(|one| lussen(one.nummer).contains(lus));
        assert!(carried, "no link carries {}", lus.naam());
    }
    // What is honestly not in it.
    let absent = schakels().filter(|one| getallen(one.nummer).is_empty() && one.formule.is_none()).count();
    assert_eq!(absent, 43);
}

#[test]
fn what_is_switched_off_is_a_sound_scenario() {
    let off: Vec<u8> = schakels().map(|one| one.nummer).filter(|one| uit_te_zetten(*one).is_some()).collect();
    assert_eq!(off, [14, 20, 24, 25, 31, 32, 34, 41, 46, 50, 51, 53, 61]);
    let proef = Proef::of(["C53", "LR6", "C50", "LR1", "C24", "LR1"]).unwrap();
    let scenario = Scenario::read(&proef.toml("Zonder \"lus\"", "Wat doet\neen lus?")).unwrap();
    assert_eq!(scenario.naam, "Zonder \"lus\"");
    assert_eq!(scenario.keuze, Keuze::default().without(Lus::LR1).without(Lus::LR6));
    assert_eq!(scenario.vast, [Sleutel::Lr3Instroom, Sleutel::Aanzuiging]);
    assert!(scenario.vast.iter().all(|one| scenario.aannames.get(*one) == 0.0));
    assert!(proef.toml("x", "").contains("# C50, C53\n\"LR3.instroom\" = 0.0\n"));
    for wrong in ["C01", "C113", "LR9", "", "24", "C"] {
        assert_eq!(Proef::of([wrong]), None, "{wrong}");
    }
    let none = Proef::of([]).unwrap();
    assert!(none.is_leeg() && Scenario::read(&none.toml("Zoals nu", "")).is_ok());
}

#[test]
fn the_table_for_other_programs_holds_every_arrow() {
    let csv = csv();
    let arrows: usize = schakels().map(|one| one.stappen.len()).sum();
    assert_eq!(csv.matches('\n').count(), arrows + 1);
    assert!(csv.contains("\nC16;1;woonoplossing;uren-hulp;min;"));
    assert!(csv.contains(";15 > 2 uur per week;"));
    let columns = csv.lines().next().unwrap().matches(';').count();
    assert!(csv.lines().all(|line| line.matches(';').count() == columns), "a text breaks its line");
}
