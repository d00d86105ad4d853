//! What must hold in any region: the start is the region that was given, the same children give the same bytes, more places never mean more
//! waiting at first, and nothing that may be asked makes the model stumble.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use simulatie::scenario::{Onzekerheid, Scenario, Uitkomst, probeer};
use simulatie::systeem::{
    Aannames, Antwoord, Deel, Hefboom, Hulpgroep, Keuze, Looptijd, Lus, Maat, Sleutel, TABEL, Verloop, speel,
};

fn play(aannames: &Aannames, keuze: &Keuze, jaren: usize, replication: u64) -> Verloop {
    speel(aannames, keuze, Looptijd { jaren }, 5, replication).unwrap()
}

fn value(verloop: &Verloop, maat: Maat, year: usize) -> f64 {
    verloop.maten[Maat::all().iter().position(|one| *one == maat).unwrap()][year]
}

fn tried(scenario: &Scenario, threads: usize) -> Uitkomst {
    probeer(scenario, NonZeroUsize::new(threads).unwrap(), &AtomicBool::new(false), &|| {}).unwrap()
}

#[test]
fn the_region_starts_as_it_is() {
    let played: Vec<Verloop> =
        (0..4).map(|replication| play(&Aannames::default(), &Keuze::default(), 3, replication)).collect();
    let value = |maat: Maat, year| played.iter().map(|one| value(one, maat, year)).sum::<f64>() / 4.0;
    let near = |maat: Maat, wanted: f64, part: f64| {
        for year in 0..3 {
            let found = value(maat, year);
            assert!(
                (found / wanted - 1.0).abs() < part,
                "{} in year {year}: {found} for {wanted}",
                maat.naam()
            );
        }
    };
    // CBS 2022: 9,670 youths, 14.2 per hundred.
    near(Maat::InHulp, 9_670.0, 0.04);
    near(Maat::Aandeel, 14.2, 0.04);
    // The waits of the start stay for a while: the start is in balance.
    near(Maat::WachttijdBij(Antwoord::Ambulant), 98.0, 0.15);
    near(Maat::WachttijdGroep(Hulpgroep::EnkelvoudigGgz), 98.0, 0.15);
    near(Maat::Wachttijd, 90.0, 0.15);
    // The demo's claims sum to some EUR 103 m, and what such a region spends is estimated at 130 to 165 m, other laws not included.
    let spent = value(Maat::UitgavenJeugdhulp, 0) + value(Maat::UitgavenLokaal, 0);
    assert!((110.0..165.0).contains(&spent), "{spent}");
}

#[test]
fn parts_add_up() {
    let verloop = play(&Aannames::default(), &Keuze::default(), 4, 1);
    for year in 0..4 {
        let at = |maat| value(&verloop, maat, year);
        let help = [Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis];
        let waiting: f64 = help.iter().map(|one| at(Maat::WachtendBij(*one))).sum();
        assert_eq!(at(Maat::Wachtend), waiting);
        let money = at(Maat::UitgavenJeugdhulp) + at(Maat::UitgavenLokaal) + at(Maat::UitgavenAndere);
        assert!((at(Maat::UitgavenSamen) - money).abs() < 1e-9);
        let groups: f64 = Hulpgroep::ALL.iter().map(|one| at(Maat::InHulpGroep(*one))).sum();
        assert_eq!(at(Maat::InHulp), groups);
    }
    // Who is in help at the end of a year was so in it, and a year later is, unless they left.
    for year in 1..4 {
        let stock = |year| -> f64 {
            [Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis]
                .iter()
                .map(|one| value(&verloop, Maat::Bezig(*one), year))
                .sum()
        };
        assert!(value(&verloop, Maat::InHulp, year) >= stock(year));
        assert!(value(&verloop, Maat::InHulp, year) >= stock(year - 1));
        assert!(
            value(&verloop, Maat::InHulp, year) <= stock(year - 1) + value(&verloop, Maat::Begonnen, year)
        );
    }
}

/// On the same children: with more places, and the money for them, fewer wait, in each of the first years and in every replication.
#[test]
fn more_places_never_mean_more_waiting_at_first() {
    for replication in 0..3 {
        let waiting = |factor: f64| {
            let deel = |antwoord, factor| Deel { antwoord, vanaf: 0.0, tot: 99.0, factor };
            let mut keuze = Keuze {
                plaatsen: vec![deel(Some(Antwoord::Ambulant), factor)],
                begroting: vec![deel(None, 2.0)],
                ..Keuze::default()
            };
            // Money is no bound, so that only places differ; who is drawn by short waits is left out.
            keuze.lussen = [false; 11];
            let mut aannames = Aannames::default();
            aannames.put(Sleutel::Aanzuiging, 0.0);
            let verloop = play(&aannames, &keuze, 3, replication);
            (0..3)
                .map(|year| value(&verloop, Maat::WachtendBij(Antwoord::Ambulant), year))
                .collect::<Vec<_>>()
        };
        let steps = [0.9, 1.0, 1.05, 1.1, 1.3].map(waiting);
        for (fewer, more) in steps.iter().zip(&steps[1..]) {
            assert!(more.iter().zip(fewer).all(|(more, fewer)| more <= fewer), "{more:?} after {fewer:?}");
        }
        assert!(steps[4][2] < steps[0][2]);
    }
}

#[test]
fn without_a_choice_there_is_no_difference() {
    let scenario = Scenario { jaren: 2, herhalingen: 2, ..Scenario::default() };
    let outcome = tried(&scenario, 1);
    for maat in &outcome.maten {
        for band in maat.verschil.iter().flatten() {
            assert_eq!((band.laagst, band.hoogst), (0.0, 0.0), "{}", maat.maat.naam());
        }
    }
}

#[test]
fn threads_and_more_replications_change_nothing_of_what_was() {
    let mut scenario = Scenario { jaren: 2, herhalingen: 5, ..Scenario::default() };
    scenario.keuze.bouwstenen[0] = Hefboom { niveau: 1.0, vanaf: 0.0, opbouw: 0.0 };
    let one = tried(&scenario, 1);
    assert_eq!(format!("{one:?}"), format!("{:?}", tried(&scenario, 2)));
    assert_ne!(format!("{one:?}"), format!("{:?}", tried(&Scenario { zaad: 2, ..scenario.clone() }, 2)));
    // Stopped after two: the same as when two had been asked.
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let stopped = probeer(&scenario, NonZeroUsize::MIN, &stop, &|| {
        stop.store(done.fetch_add(1, Ordering::Relaxed) == 1, Ordering::Relaxed);
    })
    .unwrap();
    assert_eq!(stopped.herhalingen, 2);
    assert_eq!(format!("{stopped:?}"), format!("{:?}", tried(&Scenario { herhalingen: 2, ..scenario }, 1)));
}

#[test]
fn what_is_not_known_widens_the_bands() {
    let width = |onzekerheid| {
        let scenario = Scenario { jaren: 6, herhalingen: 8, onzekerheid, ..Scenario::default() };
        let outcome = tried(&scenario, 2);
        let band = outcome.maat(Maat::UitgavenSamen).unwrap().zoals_nu[5].unwrap();
        band.hoogst - band.laagst
    };
    let (known, unknown) = (width(Onzekerheid::Toeval), width(Onzekerheid::Aannames));
    assert!(unknown > 3.0 * known, "{unknown} for {known}");
}

/// Each number at both ends of its range, and all of them together.
#[test]
fn nothing_within_the_ranges_makes_the_model_stumble() {
    let standard = Aannames::default();
    for end in [0.0, 1.0] {
        let all: Vec<(Sleutel, f64)> = TABEL.iter().map(|one| (one.sleutel, end)).collect();
        let verloop = play(&standard.at(&all), &Keuze::default(), 2, 0);
        assert!(value(&verloop, Maat::InHulp, 1) > 5_000.0);
    }
    for replication in 0..6 {
        let drawn = standard.drawn(3, replication, &[]);
        let verloop = play(&drawn, &Keuze::default(), 2, replication);
        assert_eq!(verloop.geknipt, 0);
        let found = value(&verloop, Maat::InHulp, 0);
        assert!(
            (found / drawn.get(Sleutel::InZorg) - 1.0).abs() < 0.08,
            "replication {replication}: {found}"
        );
    }
}

#[test]
fn extremes() {
    let deel = |factor| Deel { antwoord: None, vanaf: 0.0, tot: 99.0, factor };
    let nearly_nothing = Keuze { begroting: vec![deel(0.1)], ..Keuze::default() };
    let verloop = play(&Aannames::default(), &nearly_nothing, 3, 0);
    assert!(value(&verloop, Maat::UitgavenJeugdhulp, 2) < 0.5 * value(&verloop, Maat::UitgavenJeugdhulp, 0));
    assert!(verloop.breuken.iter().flatten().count() >= 3, "{:?}", verloop.breuken);
    let plenty = Keuze { begroting: vec![deel(10.0)], plaatsen: vec![deel(10.0)], ..Keuze::default() };
    let verloop = play(&Aannames::default(), &plenty, 3, 0);
    assert!(value(&verloop, Maat::Wachttijd, 2) < 1.0, "{}", value(&verloop, Maat::Wachttijd, 2));
    // A hamlet and a country.
    for (size, replications) in [(0.01, 1), (10.0, 1)] {
        let mut aannames = Aannames::default();
        for sleutel in [Sleutel::InZorg, Sleutel::JeugdGunstig, Sleutel::JeugdMidden, Sleutel::JeugdKrap] {
            aannames.put(sleutel, size * aannames.get(sleutel));
        }
        for replication in 0..replications {
            let verloop = play(&aannames, &Keuze::default(), 1, replication);
            let found = value(&verloop, Maat::Aandeel, 0);
            assert!((11.0..18.0).contains(&found), "{size}: {found}");
        }
    }
    // No loops at all: what is asked grows no more than its own trend.
    let still = Keuze { lussen: [false; 11], ..Keuze::default() };
    let verloop = play(&Aannames::default(), &still, 4, 0);
    let growth = value(&verloop, Maat::Vragen, 3) / value(&verloop, Maat::Vragen, 0);
    assert!((0.95..1.06).contains(&growth), "{growth}");
    assert!(Lus::ALL.len() == still.lussen.len());
}
