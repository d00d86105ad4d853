//! The history that the messages tell together: rules of level 3 of iJw 3.2, checked here by a small receiver of our own.

mod declaraties;

use std::collections::{BTreeMap, BTreeSet};

use ijw::Bericht;
use ijw::jw301::ToegewezenProduct;
use jiff::civil::Date;

use super::klein;

/// Municipality and number.
type Sleutel = (String, u64);

/// An allocation as it was last sent.
#[derive(Debug)]
struct Bekend {
    bsn: String,
    agb: String,
    regel: ToegewezenProduct,
    /// Days of a start, with whether it runs.
    starts: Vec<(Date, bool)>,
    gestopt: Vec<(Date, &'static str, Date)>,
}

#[derive(Debug, Default)]
struct Ontvanger {
    toewijzingen: BTreeMap<Sleutel, Bekend>,
    identificaties: BTreeSet<(String, String, String)>,
    redenen: BTreeMap<&'static str, u32>,
    einden: BTreeMap<&'static str, u32>,
    teruggenomen: u32,
}

fn clash(one: &ToegewezenProduct, other: &ToegewezenProduct) -> bool {
    let (Some(a), Some(b)) = (&one.product, &other.product) else { return true };
    let same = a.categorie == b.categorie && (a.code.is_none() || b.code.is_none() || a.code == b.code);
    let ends_before =
        |x: &ToegewezenProduct, y: &ToegewezenProduct| x.einddatum.is_some_and(|e| e < y.ingangsdatum);
    same && !ends_before(one, other) && !ends_before(other, one)
}

fn deleted(regel: &ToegewezenProduct) -> bool {
    regel.einddatum == Some(regel.ingangsdatum) && regel.reden_wijziging.is_some_and(|r| r.code() == "13")
}

impl Ontvanger {
    fn take(&mut self, bericht: &Bericht) {
        let kind = format!("{:?}", bericht.berichttype());
        let new = self.identificaties.insert((
            kind,
            bericht.afzender().to_owned(),
            bericht.identificatie().to_owned(),
        ));
        assert!(new, "TR056");
        match bericht {
            Bericht::Jw301(b) => self.allocate(b),
            Bericht::Jw305(b) => self.start(b),
            Bericht::Jw307(b) => self.stop(b),
            _ => {}
        }
    }

    fn allocate(&mut self, b: &ijw::jw301::Bericht) {
        let today = b.header.bericht_identificatie.dagtekening;
        let (gemeente, agb) = (b.header.afzender.as_str(), b.header.ontvanger.as_str());
        let lines = &b.client.toegewezen_producten;
        for (n, line) in lines.iter().enumerate() {
            assert!(
                lines[..n].iter().all(|o| deleted(o) || deleted(line) || !clash(o, line)),
                "TR302 {line:?}"
            );
            assert!(lines[..n].iter().all(|o| o.toewijzing_nummer != line.toewijzing_nummer), "TR101");
            assert!(line.toewijzingsdatum <= today, "TR134");
            assert!(line.einddatum.is_none_or(|e| e >= line.ingangsdatum), "CS003 {line:?}");
            let product = line.product.as_ref().expect("CD079");
            assert!(
                product.code.is_some() == line.omvang.is_some()
                    && line.omvang.is_none() != line.budget.is_none(),
                "CD041, CD077"
            );
            let per_week = line.omvang.as_ref().is_some_and(|o| o.frequentie.code() == "2");
            assert!(line.einddatum.is_some() || (line.budget.is_none() && !per_week), "CD075, CD076");
            assert_ne!(line.reden_wijziging.map(ijw::basis::RedenWijziging::code), Some("01"), "CS336");
            self.line(gemeente, agb, b.client.bsn.as_str(), line);
        }
        let told: BTreeSet<u64> = lines.iter().map(|l| l.toewijzing_nummer.get()).collect();
        for ((_, nummer), known) in
            self.toewijzingen.iter().filter(|((g, _), k)| g == gemeente && k.agb == agb)
        {
            let current =
                known.bsn == b.client.bsn.as_str() && known.regel.einddatum.is_none_or(|e| e >= today);
            assert!(!current || deleted(&known.regel) || told.contains(nummer), "OP087: {nummer} is missing");
        }
    }

    fn line(&mut self, gemeente: &str, agb: &str, bsn: &str, line: &ToegewezenProduct) {
        let key = (gemeente.to_owned(), line.toewijzing_nummer.get());
        let Some(known) = self.toewijzingen.get_mut(&key) else {
            assert!(line.reden_wijziging.is_none(), "IV099: never on a first sending");
            let (bsn, agb) = (bsn.to_owned(), agb.to_owned());
            let fresh = Bekend { bsn, agb, regel: line.clone(), starts: Vec::new(), gestopt: Vec::new() };
            self.toewijzingen.insert(key, fresh);
            return;
        };
        assert_eq!((known.bsn.as_str(), known.agb.as_str()), (bsn, agb), "TR332");
        let before = &known.regel;
        assert_eq!((&before.product, before.ingangsdatum), (&line.product, line.ingangsdatum), "OP033x1");
        let changed =
            (before.einddatum, &before.omvang, before.budget) != (line.einddatum, &line.omvang, line.budget);
        assert_eq!(changed, line.reden_wijziging.is_some(), "IV099 {line:?}");
        let total = line.omvang.as_ref().is_some_and(|o| o.frequentie.code() == "6");
        assert!(total || before.omvang == line.omvang, "OP033x1: a volume changes with frequency 6 only");
        let version = |l: &ToegewezenProduct| (l.toewijzingsdatum, l.toewijzingstijd);
        if changed {
            assert!(version(before) < version(line), "the newest version is the last one sent");
            if let Some(reason) = line.reden_wijziging {
                *self.redenen.entry(reason.code()).or_default() += 1;
                let expired = before.einddatum.is_some_and(|e| e < line.toewijzingsdatum);
                assert!(reason.code() != "04" || (!expired && before.einddatum < line.einddatum), "OP380");
            }
        } else {
            assert_eq!(version(before), version(line), "IV013");
        }
        known.regel = line.clone();
    }

    fn known(
        &mut self,
        gemeente: &str,
        nummer: Option<ijw::basis::Nummer>,
        agb: &str,
        bsn: &str,
    ) -> &mut Bekend {
        let key = (gemeente.to_owned(), nummer.unwrap().get());
        let known = self.toewijzingen.get_mut(&key).expect("TR019");
        assert_eq!((known.agb.as_str(), known.bsn.as_str()), (agb, bsn));
        known
    }

    fn start(&mut self, b: &ijw::jw305::Bericht) {
        let today = b.header.bericht_identificatie.dagtekening;
        let mut back = 0;
        for line in &b.client.start_producten {
            let known = self.known(
                b.header.ontvanger.as_str(),
                line.toewijzing_nummer,
                b.header.afzender.as_str(),
                b.client.bsn.as_str(),
            );
            assert_eq!(
                (&line.product, line.toewijzing_ingangsdatum),
                (&known.regel.product, Some(known.regel.ingangsdatum))
            );
            assert!(line.begindatum <= today, "TR134");
            assert!(line.begindatum >= known.regel.ingangsdatum, "care within the allocation {line:?}");
            assert!(
                known.regel.einddatum.is_none_or(|e| line.begindatum <= e),
                "care within the allocation {line:?}"
            );
            if line.status_aanlevering.code() == "3" {
                assert!(known.gestopt.is_empty(), "TR071");
                let place = known.starts.iter().position(|s| *s == (line.begindatum, true)).expect("TR063");
                known.starts.remove(place);
                back += 1;
            } else {
                assert_eq!(line.status_aanlevering.code(), "1", "CS058");
                assert!(
                    known.starts.iter().all(|(begin, runs)| !runs && *begin != line.begindatum),
                    "TR326, TR074"
                );
                known.starts.push((line.begindatum, true));
            }
        }
        self.teruggenomen += back;
    }

    fn stop(&mut self, b: &ijw::jw307::Bericht) {
        let today = b.header.bericht_identificatie.dagtekening;
        for line in &b.client.stop_producten {
            let known = self.known(
                b.header.ontvanger.as_str(),
                line.toewijzing_nummer,
                b.header.afzender.as_str(),
                b.client.bsn.as_str(),
            );
            let reason = line.reden_beeindiging.code();
            assert!(line.begindatum <= line.einddatum && line.einddatum <= today, "TR018, TR134");
            assert!(
                known.regel.einddatum.is_none_or(|e| line.einddatum <= e),
                "care within the allocation {line:?} {known:?}"
            );
            if line.status_aanlevering.code() == "3" {
                let key = (line.begindatum, reason, line.einddatum);
                let place = known.gestopt.iter().position(|stop| *stop == key).expect("TR063");
                known.gestopt.remove(place);
                let again = known.gestopt.iter().all(|(begin, _, _)| *begin != line.begindatum);
                let begin = known.starts.iter_mut().find(|(begin, _)| *begin == line.begindatum).unwrap();
                begin.1 = again;
                continue;
            }
            let same: Vec<_> =
                known.gestopt.iter().filter(|(begin, _, _)| *begin == line.begindatum).collect();
            assert!(
                same.iter().all(|(_, r, end)| *r == "20" && reason != "20" && *end <= line.einddatum),
                "TR413-TR415"
            );
            let begin = known.starts.iter_mut().find(|(begin, _)| *begin == line.begindatum).expect("TR382");
            assert!(begin.1 || !same.is_empty(), "TR382");
            begin.1 = false;
            known.gestopt.push((line.begindatum, reason, line.einddatum));
            *self.einden.entry(reason).or_default() += 1;
        }
    }
}

#[test]
fn the_history_of_allocations_starts_and_stops_holds() {
    let mut receiver = Ontvanger::default();
    for (_, bericht) in klein() {
        receiver.take(bericht);
    }
    assert!(receiver.toewijzingen.len() > 400);
    for reason in ["04", "05", "14"] {
        assert!(receiver.redenen.contains_key(reason), "{reason} in {:?}", receiver.redenen);
    }
    let final_stops: u32 = receiver.einden.iter().filter(|(r, _)| **r != "20").map(|(_, n)| n).sum();
    assert!(
        receiver.einden["31"] * 100 > final_stops * 70 && receiver.einden.contains_key("20"),
        "{:?}",
        receiver.einden
    );
    // What waits: allocations without a start, part of them never to have one.
    let waiting = receiver.toewijzingen.values().filter(|k| k.starts.is_empty()).count();
    let percent = waiting * 100 / receiver.toewijzingen.len();
    assert!((4..25).contains(&percent), "{waiting}");
}
