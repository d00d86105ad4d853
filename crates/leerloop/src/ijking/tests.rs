//! What goes into the model comes out of a calibration on what it played; and a future that was tried out is counted as the model counts it.

use std::collections::BTreeMap;
use std::path::Path;

use informatie::indicator::{INDICATOREN, Niveau, Vraag};
use informatie::kernel::{Axis, Periods, Stretch, Value, When, active, count};
use informatie::snapshot::{Column, Snapshot, Uitgeprobeerd, newest, snapshots};
use informatie::waarneming::Episoden;
use informatie::{Deur, Regel, Zout};
use simulatie::scenario::{Gespoord, Onzekerheid, Scenario};
use simulatie::systeem::ijking::{Ijking, ijk};
use simulatie::systeem::{Grootheid, Lus, Maat};

use super::waarneming;
use crate::uitgeprobeerd::schrijver;

/// Years that are played before those that are looked at, so that how long help has lasted is known.
const VOORAF: usize = 4;
const JAREN: usize = 3;

fn met() -> Uitgeprobeerd {
    Uitgeprobeerd { scenario: "proef".to_owned(), sha256: "0".repeat(64), zaad: 1, herhaling: 0 }
}

fn written(scenario: &Scenario, gespoord: &Gespoord, home: &Path) -> Snapshot {
    let name = schrijver(scenario, gespoord, met()).unwrap().write(home).unwrap();
    Snapshot::open(&home.join(name)).unwrap()
}

/// A region with other numbers than the standard one, in which nothing feeds back.
fn region() -> Scenario {
    let mut scenario =
        Scenario { jaren: VOORAF + JAREN, onzekerheid: Onzekerheid::Toeval, zaad: 20, ..Scenario::default() };
    for lus in Lus::ALL {
        scenario.keuze = scenario.keuze.clone().without(*lus);
    }
    for (name, value) in [
        ("start.in_zorg", 3_000.0),
        ("duur.ambulant", 300.0),
        ("duur.ggz", 260.0),
        ("duur.verblijf", 420.0),
        ("duur.spreiding", 0.85),
        ("wacht.ambulant", 60.0),
        ("wacht.ggz", 80.0),
        ("geduld.hulp", 700.0),
        ("keten.ambulant_ggz", 0.12),
        ("keten.ggz_ambulant", 0.15),
        ("keten.verblijf_ambulant", 0.55),
        ("LR4.groei", 0.0),
        ("groei.overig", 0.0),
        ("geld.groei", 0.0),
        ("aanzuiging", 0.0),
    ] {
        scenario.aannames.put(Grootheid::by_name(name).unwrap().sleutel, value);
    }
    scenario
}

/// The calibration on the last years of a replication.
fn calibrated(scenario: &Scenario, nr: u64) -> Ijking {
    let home = tempfile::tempdir().unwrap();
    let mut gespoord = scenario.speel_sporen(nr).unwrap();
    let before = 365.0 * f64::from(u8::try_from(VOORAF).unwrap());
    for spoor in &mut gespoord.sporen {
        for day in [&mut spoor.gevraagd, &mut spoor.begonnen, &mut spoor.voorbij] {
            *day = day.map(|day| day - before);
        }
    }
    let looked_at = Scenario { jaren: JAREN, ..scenario.clone() };
    let snapshot = written(&looked_at, &gespoord, home.path());
    let episoden = Episoden::lees(&snapshot, 1).unwrap();
    let seen = episoden.tot(episoden.laatste());
    ijk(&waarneming(&seen))
}

#[test]
fn the_truth_lies_within_the_intervals_about_as_often_as_they_say() {
    const HERHALINGEN: u64 = 20;
    let scenario = region();
    let names = [
        "start.in_zorg",
        "duur.ambulant",
        "duur.ggz",
        "duur.verblijf",
        "duur.crisis",
        "duur.spreiding",
        "geduld.hulp",
        "keten.ambulant_ggz",
        "keten.ggz_ambulant",
        "keten.verblijf_ambulant",
    ];
    let mut within = BTreeMap::from(names.map(|name| (name, 0_u64)));
    // The same with a truth that is a quarter off: intervals that hold that as well would say nothing.
    let mut off = within.clone();
    for nr in 0..HERHALINGEN {
        let found = calibrated(&scenario, nr);
        for name in names {
            let sleutel = Grootheid::by_name(name).unwrap().sleutel;
            let truth = scenario.aannames.get(sleutel);
            let Some(one) = found.gemeten.iter().find(|one| one.sleutel == sleutel) else { continue };
            let holds = |value: f64| u64::from(one.meting.laag <= value && value <= one.meting.hoog);
            *within.get_mut(name).unwrap() += holds(truth);
            *off.get_mut(name).unwrap() += holds(1.25 * truth);
        }
    }
    let of = |counts: &BTreeMap<&str, u64>| counts.values().sum::<u64>();
    println!(
        "of {HERHALINGEN} replications within 95 per cent: {within:?}; with a truth that is a quarter off: {off:?}"
    );
    let all = HERHALINGEN * names.len() as u64;
    println!("together {} of {all}, off {}", of(&within), of(&off));
    assert!(of(&within) * 100 >= 85 * all, "{within:?}");
    assert!(of(&off) * 100 <= 40 * all, "{off:?}");
}

#[test]
fn kernels_count_a_tried_out_future_as_the_model_does() {
    let home = tempfile::tempdir().unwrap();
    let scenario = Scenario { jaren: 3, eerste_jaar: 2026, ..Scenario::default() };
    let gespoord = scenario.speel_sporen(0).unwrap();
    let snapshot = written(&scenario, &gespoord, home.path());
    let told = |maat: Maat, year: usize| {
        let place = Maat::all().iter().position(|one| *one == maat).unwrap();
        gespoord.verloop.maten[place][year]
    };
    let begun = count(&snapshot, 1, &[Axis::years(Column::Begin, 2026, 3)]).unwrap();
    // What waits for the money of a new year begins at its first midnight: the model counts that in the year that ends, the calendar in the new one.
    let at_midnight = |day: f64| {
        let these = gespoord.sporen.iter().filter(|one| one.gevraagd.is_some() && one.begonnen == Some(day));
        f64::from(u32::try_from(these.count()).unwrap())
    };
    let mut day = 0.0;
    for (year, begun) in begun.iter().enumerate() {
        let model = told(Maat::Begonnen, year) + at_midnight(day) - at_midnight(day + 365.0);
        let begun = f64::from(u32::try_from(*begun).unwrap());
        assert!((model - begun).abs() < 0.5, "begun in year {year}: {begun} {model}");
        day += 365.0;
    }
    let periods = Periods::years(2026, 3).unwrap();
    for (soort, word) in
        [("ambulant", "ambulant"), ("ggz", "jeugd-ggz"), ("verblijf", "verblijf"), ("crisis", "crisis")]
    {
        let antwoord = simulatie::systeem::Antwoord::by_name(soort).unwrap();
        let only = || Axis::only(Column::Vorm, move |value| value == Value::Word(word));
        let stock = active(&snapshot, 1, &[only()], (Stretch::Hulp, When::LastDay), &periods).unwrap();
        let waits = active(&snapshot, 1, &[only()], (Stretch::Wachten, When::LastDay), &periods).unwrap();
        for year in 0..3 {
            let (own, own_waits) =
                (told(Maat::Bezig(antwoord), year), told(Maat::WachtendBij(antwoord), year));
            assert!((own - f64::from(stock[year])).abs() < 0.5, "{soort} {year}: {own} {}", stock[year]);
            // Who came and was helped on one day never waited a night.
            assert!(
                (own_waits - f64::from(waits[year])).abs() < 0.5,
                "{soort} {year}: {own_waits} {}",
                waits[year]
            );
        }
    }
    let youths = active(&snapshot, 1, &[], (Stretch::Hulp, When::During), &periods).unwrap();
    for (year, youths) in youths.iter().enumerate() {
        let model = told(Maat::InHulp, year);
        assert!((f64::from(*youths) / model - 1.0).abs() < 0.01, "{year}: {youths} {model}");
    }
}

#[test]
fn what_was_tried_out_is_never_taken_for_what_was_observed() {
    let home = tempfile::tempdir().unwrap();
    let scenario = Scenario { jaren: 1, ..Scenario::default() };
    let snapshot = written(&scenario, &scenario.speel_sporen(3).unwrap(), home.path());
    assert_eq!(snapshot.manifest().uitgeprobeerd, Some(met()));
    assert!(snapshot.name().starts_with("uitgeprobeerd-2026-12-31-"), "{}", snapshot.name());
    assert_eq!((newest(home.path()).unwrap(), snapshots(home.path()).unwrap().len()), (None, 0));
    // Without its name it is not opened.
    let other = home.path().join(snapshot.name().replace("uitgeprobeerd", "snapshot"));
    std::fs::rename(home.path().join(snapshot.name()), &other).unwrap();
    assert!(Snapshot::open(&other).unwrap_err().to_string().contains("call it uitgeprobeerd-2026-12-31-"));
    // What comes through the door is named by it.
    let deur = Deur::new(Zout::new([1; 32]), Regel::default());
    let perioden = Periods::years(2026, 1).unwrap();
    let vraag = Vraag {
        snapshot: &snapshot,
        threads: 1,
        niveau: Niveau::Regio,
        perioden,
        gebied: None,
        vorm: None,
        leeftijd: None,
    };
    std::fs::rename(&other, home.path().join(snapshot.name())).unwrap();
    let publicatie = deur.publiceer(&INDICATOREN[0], &vraag).unwrap();
    assert!(publicatie.is_uitgeprobeerd() && publicatie.snapshot().starts_with("uitgeprobeerd-"));
}
