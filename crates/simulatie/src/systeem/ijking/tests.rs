//! Numbers come back from what a model in balance with them would count.

use super::*;
use crate::systeem::Grootheid;

/// What would be counted of a region in balance with these numbers, with intervals of a tenth.
fn counted(of: &Aannames) -> Waarneming {
    let now = Momenten::new(of);
    let about = |waarde: f64| Some(Meting { waarde, laag: 0.9 * waarde, hoog: 1.1 * waarde, aantal: 5_000 });
    let soort = |antwoord: Antwoord| Soortwaarneming {
        antwoord,
        deel: about(now.deel(antwoord)),
        in_hulp: 100.0,
        wachtend: 10.0,
        gewacht: 30.0,
        wacht: about(now.wacht(antwoord)).filter(|_| antwoord != Antwoord::Crisis),
        duur: about(now.duur(antwoord)),
        spreiding: about(now.spreiding(antwoord)),
        prijs: about(50.0),
    };
    let mut overgangen = Vec::new();
    for van in SOORTEN {
        for naar in SOORTEN {
            overgangen.extend(about(now.overgang(van, naar)).map(|meting| (van, naar, meting)));
        }
    }
    Waarneming {
        bron: "eigen regio, momentopname \"x\"".to_owned(),
        in_zorg: about(9_000.0),
        nieuw: about(5_000.0),
        ouder: about(now.ouder()),
        weg_huisarts: about(now.huisarts()),
        weg_gi: about(now.gi()),
        afgehaakt: about(1.0 / 800.0),
        soorten: SOORTEN.into_iter().map(soort).collect(),
        overgangen,
    }
}

fn other_region() -> Aannames {
    let mut truth = Aannames::default();
    for (name, times) in [
        ("duur.ambulant", 0.7),
        ("duur.ggz", 1.4),
        ("duur.verblijf", 0.8),
        ("duur.crisis", 1.5),
        ("duur.spreiding", 0.9),
        ("wacht.ambulant", 0.5),
        ("wacht.ggz", 1.6),
        ("wacht.verblijf", 1.2),
        ("start.deel_ouder", 1.1),
        ("keten.ambulant_ggz", 1.5),
        ("keten.ggz_ambulant", 0.6),
        ("keten.verblijf_ambulant", 0.8),
        ("crisis.ambulant", 0.7),
        ("keten.verblijf", 0.7),
        ("keten.crisis", 1.5),
    ] {
        let sleutel = Grootheid::by_name(name).unwrap().sleutel;
        truth.put(sleutel, truth.get(sleutel) * times);
    }
    truth
}

#[test]
fn what_was_put_in_comes_out() {
    let truth = other_region();
    let found = ijk(&counted(&truth));
    assert!(found.niet.iter().all(|one| one.reden != Reden::Onhaalbaar), "{:?}", found.niet);
    let value = |name: &str| {
        let sleutel = Grootheid::by_name(name).unwrap().sleutel;
        found.gemeten.iter().find(|one| one.sleutel == sleutel).unwrap().meting
    };
    for name in [
        "duur.ambulant",
        "duur.ggz",
        "duur.verblijf",
        "duur.crisis",
        "wacht.ambulant",
        "wacht.ggz",
        "wacht.verblijf",
        "start.deel_ouder",
        "keten.ambulant_ggz",
        "keten.ggz_ambulant",
        "keten.verblijf_ambulant",
        "crisis.ambulant",
        "duur.spreiding",
    ] {
        let (found, true_value) = (value(name), truth.get(Grootheid::by_name(name).unwrap().sleutel));
        assert!((found.waarde / true_value - 1.0).abs() < 0.03, "{name}: {found:?} {true_value}");
        assert!(found.laag < true_value && true_value < found.hoog, "{name}");
    }
    // A region that is not the standard one is not taken for it.
    let standard = Aannames::default().get(S::DuurAmbulant);
    assert!(value("duur.ambulant").hoog < standard);
    assert!(
        (value("geduld.hulp").waarde - 800.0).abs() < 1e-6
            && (value("start.in_zorg").waarde - 9_000.0).abs() < 1e-6
    );
    assert!(found.vergelijk.iter().all(|one| (one.model / one.geteld.waarde - 1.0).abs() < 0.011));
}

#[test]
fn every_number_is_found_or_named_with_a_reason() {
    let found = ijk(&counted(&Aannames::default()));
    let told = |name: &str| {
        let by_list = |list: &str| {
            list.split(", ")
                .any(|one| one.strip_suffix('*').map_or(one == name, |start| name.starts_with(start)))
        };
        found.niet.iter().any(|one| by_list(&one.namen))
    };
    for one in crate::systeem::TABEL {
        let measured = found.gemeten.iter().any(|other| other.sleutel == one.sleutel);
        assert!(measured != told(one.naam), "{}: measured {measured}", one.naam);
    }
    assert!(found.gemeten.len() > 40, "{}", found.gemeten.len());
}

#[test]
fn too_little_and_what_cannot_be_are_named() {
    let mut few = counted(&Aannames::default());
    for one in &mut few.soorten {
        one.deel = one.deel.map(|of| Meting { aantal: 3, ..of });
    }
    few.in_zorg = None;
    // Nobody begins in the team or by a school: more than all come by general practitioner.
    few.weg_huisarts = Some(Meting { waarde: 0.999, laag: 0.99, hoog: 1.0, aantal: 5_000 });
    let found = ijk(&few);
    let reason = |name: &str| found.niet.iter().find(|one| one.namen.contains(name)).map(|one| one.reden);
    assert_eq!(reason("start.in_zorg"), Some(Reden::TeWeinig));
    assert_eq!(reason("deel_ggz.alledaags"), Some(Reden::TeWeinig));
    assert_eq!(reason("weg.huisarts.ouders"), Some(Reden::Onhaalbaar));
    assert_eq!(reason("LR*"), Some(Reden::NietTeZien));
    assert!(found.begin.is_some());
}

#[test]
fn the_file_is_read_as_it_was_meant() {
    let found = ijk(&counted(&other_region()));
    let scenario = crate::scenario::Scenario::default().geijkt(&found.toml()).unwrap();
    assert_eq!(scenario.gemeten.len(), found.gemeten.len());
    for of in &found.gemeten {
        let read = scenario.gemeten.iter().find(|one| one.sleutel == of.sleutel).unwrap();
        assert_eq!(read.bron, of.bron);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-5 * b.abs();
        let (a, b) = (read.meting, of.meting);
        assert!(near(a.waarde, b.waarde) && near(a.laag, b.laag) && near(a.hoog, b.hoog), "{a:?} {b:?}");
    }
    let begin = scenario.begin.unwrap();
    assert!(begin.aanwezig.len() == 4 && (begin.aanwezig[0].in_hulp - 100.0).abs() < 1e-9);
}
