//! What the demo promises: the same bytes again, the published figures, messages that are valid and a history that holds.

mod cijfers;
mod geschiedenis;
mod inhoud;
mod oordeel;

use std::sync::OnceLock;

use jiff::civil::date;

use super::{Bedoeling, GemaaktBericht, Generator, Omvang};

const KLEIN: Omvang = Omvang { schaal: 0.03, zaad: 4, maanden: 18, tot: date(2026, 2, 20) };

/// All messages of a small region.
fn alles() -> &'static [GemaaktBericht] {
    static MESSAGES: OnceLock<Vec<GemaaktBericht>> = OnceLock::new();
    MESSAGES.get_or_init(|| Generator::new(&KLEIN).collect())
}

/// Those of them that nothing is wrong with, read back.
fn klein() -> &'static [(GemaaktBericht, ijw::Bericht)] {
    static MESSAGES: OnceLock<Vec<(GemaaktBericht, ijw::Bericht)>> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        let good = alles().iter().filter(|made| made.bedoeld == Bedoeling::Goed);
        good.map(|made| {
            let read = ijw::lees(&made.xml).unwrap_or_else(|why| panic!("{}: {why:?}", made.bestandsnaam));
            (made.clone(), read)
        })
        .collect()
    })
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let again: Vec<GemaaktBericht> = Generator::new(&KLEIN).collect();
    assert!(again.len() > 1_500, "{}", again.len());
    assert!(again.iter().eq(alles()));
    let mut other = Generator::new(&Omvang { zaad: 5, ..KLEIN });
    assert_ne!(other.next().map(|m| m.xml), again.first().map(|m| m.xml.clone()));
}

#[test]
fn every_file_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<&str> = alles().iter().map(|m| m.bestandsnaam.as_str()).collect();
    assert_eq!(names.len(), alles().len());
}

#[test]
fn in_order_within_the_window_and_named_after_the_message() {
    let mut last = date(2024, 9, 1);
    for (made, read) in klein() {
        assert!(last <= made.dagtekening && made.dagtekening <= KLEIN.tot);
        last = made.dagtekening;
        // A retour bears the day of the message that it answers, and its own.
        let answers = read.berichttype().is_retour();
        assert!(if answers {
            read.dagtekening() <= made.dagtekening
        } else {
            read.dagtekening() == made.dagtekening
        });
        let kind = format!("{:?}", read.berichttype()).to_uppercase();
        assert_eq!(made.bestandsnaam, format!("{kind}_{}_{}.xml", read.afzender(), read.identificatie()));
    }
    assert!(last >= date(2026, 2, 19));
}

#[test]
fn the_hint_is_near() {
    for omvang in
        [KLEIN, Omvang { schaal: 0.01, maanden: 36, ..KLEIN }, Omvang { schaal: 0.1, maanden: 6, ..KLEIN }]
    {
        let generator = Generator::new(&omvang);
        let hint = generator.total_hint();
        let made = u64::try_from(generator.count()).unwrap();
        assert!(hint.abs_diff(made) * 4 < made, "{omvang:?}: {hint} for {made}");
    }
}

#[test]
fn a_crumb_of_a_region_still_lives() {
    let made = Generator::new(&Omvang { schaal: 0.0, maanden: 24, ..KLEIN }).count();
    assert!((20..400).contains(&made), "only the families shaped by hand: {made}");
    assert_eq!(
        Generator::new(&Omvang { maanden: 0, schaal: 0.01, ..KLEIN })
            .filter(|m| m.dagtekening > KLEIN.tot)
            .count(),
        0
    );
}
