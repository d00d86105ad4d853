//! Requests: each is answered in time, and what is granted is what was asked.

use std::collections::{BTreeMap, BTreeSet};

use ijw::kalender::Werkkalender;
use ijw::{Bericht, jw301, jw317};
use jiff::civil::Date;

use super::super::Bedoeling;
use super::{KLEIN, alles, klein};

#[derive(Default)]
struct Loop {
    gevraagd: BTreeMap<(String, String, String), Date>,
    onderzoek: BTreeMap<(String, String, String), Date>,
    wensen: BTreeMap<(String, String, String), jw317::Verzoek>,
    klaar: BTreeSet<(String, String, String)>,
    redenen: BTreeMap<String, u32>,
    toegekend: u32,
    gewijzigd: u32,
}

fn key(bericht: &Bericht, referentie: &ijw::basis::ReferentieTekst) -> (String, String, String) {
    let text = |t: &str| t.to_owned();
    (text(bericht.gemeente().as_str()), text(bericht.aanbieder().as_str()), text(referentie.as_str()))
}

impl Loop {
    fn ask(&mut self, bericht: &Bericht, referentie: &ijw::basis::ReferentieTekst) {
        assert!(self.gevraagd.insert(key(bericht, referentie), bericht.dagtekening()).is_none(), "TR347");
    }

    /// The final answer: within five working days, or eight weeks when it was looked into (OP274, OP346, OP359).
    fn finish(&mut self, key: (String, String, String), day: Date, elsewhere: bool) {
        let asked = self.gevraagd[&key];
        let worked = Werkkalender { feestdagen: Vec::new(), ..Werkkalender::default() }
            .working_days_between(asked, day);
        // A first allocation that the provider refused comes a few days later.
        let most = if self.onderzoek.contains_key(&key) {
            45
        } else if elsewhere {
            10
        } else {
            11
        };
        assert!(worked <= most, "{worked} working days, asked {asked}, answered {day}");
        assert!(self.klaar.insert(key), "answered twice");
    }

    fn allocate(&mut self, bericht: &Bericht, b: &jw301::Bericht) {
        let lines = &b.client.toegewezen_producten;
        let told: BTreeSet<&str> =
            lines.iter().filter_map(|l| Some(l.referentie_aanbieder.as_ref()?.as_str())).collect();
        assert!(told.len() <= 1, "one request at a time");
        let Some(line) = lines.iter().find(|l| l.referentie_aanbieder.is_some()) else { return };
        let key = key(bericht, line.referentie_aanbieder.as_ref().unwrap());
        if let Some(wens) = self.wensen.get(&key) {
            assert!(lines.iter().all(|l| l.referentie_aanbieder.is_some()), "IV093");
            granted_as_asked(wens, lines);
            self.gewijzigd += 1;
        } else {
            let with = lines.iter().filter(|l| l.referentie_aanbieder.is_some()).count();
            assert!(with == 1 && line.reden_wijziging.is_none(), "IV094, IV099");
            self.toegekend += 1;
        }
        self.finish(key, bericht.dagtekening(), false);
    }
}

/// OP348: what a JW317 asks stands one to one in the JW301.
fn granted_as_asked(wens: &jw317::Verzoek, lines: &[jw301::ToegewezenProduct]) {
    let line = |nummer| lines.iter().find(|l| l.toewijzing_nummer == nummer).expect("IV093");
    for same in wens.ongewijzigde_producten.iter().flatten() {
        assert!(line(same.toewijzing_nummer).reden_wijziging.is_none());
    }
    for change in wens.te_wijzigen_producten.iter().flatten() {
        let old = line(change.toewijzing_nummer);
        assert_eq!(old.reden_wijziging.unwrap().code(), "12");
        let kept = if old.ingangsdatum == change.gewenste_ingangsdatum {
            old
        } else {
            assert_eq!(old.einddatum.unwrap().tomorrow().unwrap(), change.gewenste_ingangsdatum);
            lines.iter().find(|l| l.ingangsdatum == change.gewenste_ingangsdatum).expect("the new number")
        };
        assert_eq!(
            (&kept.omvang, kept.budget, kept.einddatum),
            (&change.omvang, change.budget, change.einddatum)
        );
    }
    for new in wens.nieuwe_producten.iter().flatten() {
        let granted = lines.iter().find(|l| l.product == new.product).expect("the new product");
        assert_eq!(
            (granted.ingangsdatum, granted.einddatum, &granted.omvang, granted.reden_wijziging),
            (new.gewenste_ingangsdatum, new.einddatum, &new.omvang, None)
        );
    }
}

#[test]
fn every_request_is_answered_in_time_and_granted_as_it_was_asked() {
    let mut run = Loop::default();
    for (_, bericht) in klein() {
        match bericht {
            Bericht::Jw315(b) => {
                let line = &b.client.aangevraagde_producten[0];
                run.ask(bericht, &line.referentie_aanbieder);
            }
            Bericht::Jw317(b) => {
                let wens = &b.client.verzoek;
                run.ask(bericht, &wens.referentie_aanbieder);
                run.wensen.insert(key(bericht, &wens.referentie_aanbieder), wens.clone());
            }
            Bericht::Jw319(b) => {
                let key = key(bericht, &b.antwoord.referentie_aanbieder);
                let reason = b.antwoord.reden_afwijzing_verzoek.map_or("onderzoek", |r| r.code());
                *run.redenen.entry(reason.to_owned()).or_default() += 1;
                if reason == "onderzoek" {
                    run.onderzoek.insert(key, bericht.dagtekening());
                } else {
                    let elsewhere = b.antwoord.woonplaatsbeginsel.as_ref();
                    assert!(elsewhere.is_none_or(|w| w.gemeente.as_str() != key.0), "another municipality");
                    assert!(elsewhere.is_none() || !run.wensen.contains_key(&key), "TR409, for a JW315 only");
                    run.finish(key, bericht.dagtekening(), elsewhere.is_some());
                }
            }
            Bericht::Jw301(b) => run.allocate(bericht, b),
            _ => {}
        }
    }
    let old = |day: &Date| day.duration_until(KLEIN.tot).as_hours() > 70 * 24;
    let waiting: Vec<_> =
        run.gevraagd.iter().filter(|(key, day)| old(day) && !run.klaar.contains(*key)).collect();
    assert!(waiting.is_empty(), "{waiting:?}");
    assert!(run.toegekend > 60 && run.gewijzigd > 25, "{} {}", run.toegekend, run.gewijzigd);
    for reason in ["onderzoek", "8", "4"] {
        assert!(run.redenen.contains_key(reason), "{:?}", run.redenen);
    }
}

#[test]
fn every_message_of_the_municipality_has_its_retour_and_what_was_refused_comes_again() {
    let mut sent: BTreeMap<(String, String), Date> = BTreeMap::new();
    let mut refused: BTreeSet<(String, u64)> = BTreeSet::new();
    let mut retours = 0;
    let working = Werkkalender { feestdagen: Vec::new(), ..Werkkalender::default() };
    for made in alles() {
        let Ok(bericht) = ijw::lees(&made.xml) else { continue };
        let name =
            |kind: &str| (kind.to_owned(), format!("{}{}", bericht.afzender(), bericht.identificatie()));
        match &bericht {
            Bericht::Jw301(_) | Bericht::Jw319(_) => {
                sent.insert(name(bericht.berichttype().answered_by().unwrap().naam()), made.dagtekening);
            }
            Bericht::Jw302(b) => {
                for line in b.client.iter().flat_map(|client| &client.toegewezen_producten) {
                    if line.retour_codes.iter().any(|code| code.code() == "9379") {
                        refused.insert((bericht.afzender().to_owned(), line.toewijzing_nummer.get()));
                    }
                }
            }
            _ => {}
        }
        if bericht.berichttype().naam() == "JW302" || bericht.berichttype().naam() == "JW320" {
            let day = sent.remove(&name(bericht.berichttype().naam())).expect("answers something");
            assert!(working.working_days_between(day, made.dagtekening) <= 3, "OP090");
            retours += 1;
        }
        if let (Bericht::Jw301(b), Bedoeling::Goed) = (&bericht, made.bedoeld) {
            for line in &b.client.toegewezen_producten {
                refused.remove(&(bericht.afzender().to_owned(), line.toewijzing_nummer.get()));
            }
        }
    }
    let late = sent.values().filter(|day| day.duration_until(KLEIN.tot).as_hours() > 7 * 24);
    assert_eq!(late.count(), 0);
    assert!(refused.len() <= 1 && retours > 700, "{refused:?} {retours}");
}
