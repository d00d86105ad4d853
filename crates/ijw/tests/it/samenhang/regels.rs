//! Every rule of levels 3 and 4: a case in which it fires and one in which it does not.

use std::collections::{BTreeMap, BTreeSet};

use ijw::basis::*;
use ijw::{Bericht, jw301};

use super::bouw::*;
use super::zaak::Stap::{Beantwoord, Gestuurd};
use super::zaak::{Wereld, Zaak, zaak};

fn met(tekst: &str, regel: jw301::ToegewezenProduct) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct { referentie_aanbieder: Some(referentie(tekst)), ..regel }
}

/// Allocation 1001, sent long ago.
fn t() -> Bericht {
    toewijzing("T1", vec![regel(1001)])
}

fn kop() -> Vec<Zaak> {
    let wereld = |dag_: &str, geen: &[&'static str]| Wereld {
        vandaag: Some(dag(dag_)),
        geen_gemeente: geen.to_vec(),
        ..Wereld::default()
    };
    let naar = |gemeente: &str| {
        let Bericht::Jw319(mut bericht) = antwoord("A1", "VOT-1", "1") else { panic!() };
        bericht.antwoord.reden_afwijzing_verzoek = Some(RedenAfwijzingVerzoek::parse("8").unwrap());
        bericht.antwoord.woonplaatsbeginsel =
            Some(ijw::jw319::Woonplaatsbeginsel { gemeente: Gemeente::new(gemeente).unwrap() });
        Bericht::Jw319(bericht)
    };
    let vot1 = || vec![Gestuurd(vot("V1", &["VOT-1"]))];
    let niet = |codes: &[&'static str]| Wereld { past_niet: codes.to_vec(), ..Wereld::default() };
    let nieuw_product = || vow("W1", "VOW-1", vec![ongewijzigd(1001)], vec![], vec![nieuw("45C01")]);
    vec![
        zaak("TR056", vec![Gestuurd(t())], toewijzing("T1", vec![ander(1002)]), &[("TR056", "/Header")]),
        zaak("TR056", vec![Gestuurd(t())], start("T1", vec![s("2026-05-01", "1")]), &[]),
        zaak(
            "TR056",
            vec![Beantwoord(start("S1", vec![s("2026-05-01", "1")]))],
            start("S1", vec![]),
            &[("TR056", "/Header")],
        ),
        zaak("TR135", vec![], t(), &[("TR135", "/Header")]).in_wereld(wereld("2025-12-31", &[])),
        zaak("TR135", vec![], t(), &[]).in_wereld(wereld("2026-01-01", &[])),
        zaak("TR378", vec![], t(), &[("TR378", "/Header")]).in_wereld(wereld("2026-05-06", &["9901"])),
        zaak("TR378", vec![], t(), &[]).in_wereld(wereld("2026-05-06", &["9902"])),
        zaak("TR378", vot1(), naar("9902"), &[("TR378", "/Antwoord/Woonplaatsbeginsel")])
            .in_wereld(wereld("2026-05-08", &["9902"])),
        zaak("TR378", vot1(), naar("9903"), &[]).in_wereld(wereld("2026-05-08", &["9902"])),
        // A fault in the header hides what is wrong below it, but not the other way round.
        zaak(
            "TR135",
            vec![],
            toewijzing("T1", vec![met("X", regel(1001))]),
            &[("TR379", "/ToegewezenProduct")],
        )
        .in_wereld(wereld("2025-12-31", &[])),
        zaak("TR381", vec![], t(), &[("TR381", "/ToegewezenProduct")]).in_wereld(niet(&["45A04"])),
        zaak("TR381", vec![], t(), &[]).in_wereld(niet(&["45A03"])),
        zaak(
            "TR381",
            vec![Gestuurd(t())],
            start("S1", vec![s("2026-05-01", "1")]),
            &[("TR381", "/StartProduct")],
        )
        .in_wereld(niet(&["45A04"])),
        zaak("TR381", vec![], vot("V1", &["VOT-1", "VOT-2"]), &[("TR381", "/AangevraagdProduct[2]")])
            .in_wereld(niet(&["45B02"])),
        zaak("TR381", vec![Gestuurd(t())], nieuw_product(), &[("TR381", "/NieuwProduct")])
            .in_wereld(niet(&["45C01"])),
    ]
}

fn toewijzingen() -> Vec<Zaak> {
    let vow1 = || wijziging("W1", "VOW-1", te_wijzigen(1001));
    let op_vow = || toewijzing("T2", vec![met("VOW-1", later("2026-05-08", "12", regel(1001)))]);
    let weg = || toewijzing("T2", vec![verwijderd("2026-05-10", regel(1001))]);
    let p = || prestatie("P1");
    let eerder = |declaraties: Vec<Bericht>| {
        let mut stappen = vec![Gestuurd(t())];
        stappen.extend(declaraties.into_iter().map(Beantwoord));
        stappen
    };
    vec![
        zaak(
            "TR332",
            vec![Gestuurd(t())],
            toewijzing("T2", vec![ander(1001)]),
            &[("TR332", "/ToegewezenProduct")],
        ),
        zaak(
            "TR332",
            vec![Gestuurd(t())],
            toewijzing_voor(ANDER_BSN, "T2", vec![ander(1002), regel(1001)]),
            &[("TR332", "/ToegewezenProduct[2]")],
        ),
        zaak(
            "TR332",
            vec![Gestuurd(t())],
            toewijzing("T2", vec![later("2026-02-01", "05", regel(1001))]),
            &[],
        ),
        zaak("TR379", vec![Gestuurd(t())], op_vow(), &[("TR379", "/ToegewezenProduct")]),
        zaak("TR379", vec![Gestuurd(t()), Gestuurd(vow1())], op_vow(), &[]),
        zaak(
            "TR379",
            vec![Gestuurd(t()), Gestuurd(vow1()), Gestuurd(antwoord("A1", "VOW-1", "2"))],
            op_vow(),
            &[],
        ),
        zaak(
            "TR379",
            vec![Gestuurd(t()), Gestuurd(vow1()), Gestuurd(antwoord("A1", "VOW-1", "1"))],
            op_vow(),
            &[("TR379", "/ToegewezenProduct")],
        ),
        // The request is for another client.
        zaak(
            "TR379",
            vec![Gestuurd(vot("V1", &["VOT-1"]))],
            toewijzing_voor(ANDER_BSN, "T2", vec![met("VOT-1", regel(1001))]),
            &[("TR379", "/ToegewezenProduct")],
        ),
        // The same line once more, in another message.
        zaak(
            "TR379",
            vec![
                Gestuurd(vot("V1", &["VOT-1"])),
                Gestuurd(toewijzing("T1", vec![met("VOT-1", regel(1001))])),
            ],
            toewijzing("T2", vec![met("VOT-1", regel(1001)), ander(1002)]),
            &[],
        ),
        // The request was rejected, so that it counts as not sent.
        zaak(
            "TR379",
            vec![Gestuurd(t()), Beantwoord(wijziging("W1", "VOW-1", te_wijzigen(1002)))],
            op_vow(),
            &[("TR379", "/ToegewezenProduct")],
        ),
        zaak(
            "TR385",
            eerder(vec![declaratie("D1", "D1", vec![p()])]),
            weg(),
            &[("TR385", "/ToegewezenProduct")],
        ),
        zaak("TR385", vec![Gestuurd(t()), Gestuurd(declaratie("D1", "D1", vec![p()]))], weg(), &[]),
        zaak(
            "TR385",
            eerder(vec![declaratie("D1", "D1", vec![p()]), declaratie("D2", "D2", vec![credit("P2", &p())])]),
            weg(),
            &[],
        ),
    ]
}

fn verzoeken() -> Vec<Zaak> {
    let vow1 = || wijziging("W1", "VOW-1", te_wijzigen(1001));
    let afgewezen = || vec![Gestuurd(vot("V1", &["VOT-1"])), Gestuurd(antwoord("A1", "VOT-1", "1"))];
    let toegewezen = || {
        let regel = met("VOT-1", later("2026-05-08", "14", regel(1001)));
        let regel = jw301::ToegewezenProduct { reden_wijziging: None, ..regel };
        vec![Gestuurd(vot("V1", &["VOT-1"])), Gestuurd(toewijzing("T1", vec![regel]))]
    };
    let onderzoek = || vec![Gestuurd(vot("V1", &["VOT-1"])), Gestuurd(antwoord("A1", "VOT-1", "2"))];
    vec![
        zaak("TR347", afgewezen(), vot("V2", &["VOT-2", "VOT-1"]), &[("TR347", "/AangevraagdProduct[2]")]),
        zaak("TR347", afgewezen(), vot("V2", &["VOT-2"]), &[]),
        zaak("TR374", onderzoek(), vot("V2", &["VOT-2"]), &[("TR374", "/AangevraagdProduct")]),
        zaak("TR374", vec![Gestuurd(t()), Gestuurd(vot("V1", &["VOT-1"]))], vow1(), &[("TR374", "/Verzoek")]),
        zaak("TR374", toegewezen(), vot("V2", &["VOT-2"]), &[]),
        zaak("TR374", vec![], vot("V2", &["VOT-2", "VOT-3"]), &[]),
        zaak("TR355", vec![], antwoord("A1", "VOT-1", "1"), &[("TR355", "/Antwoord")]),
        zaak("TR355", vec![Gestuurd(vot("V1", &["VOT-1"]))], antwoord("A1", "VOT-1", "1"), &[]),
        zaak("TR359", toegewezen(), antwoord("A1", "VOT-1", "1"), &[("TR359", "/Antwoord")]),
        zaak("TR359", onderzoek(), antwoord("A2", "VOT-1", "1"), &[]),
        zaak("TR360", onderzoek(), antwoord("A2", "VOT-1", "2"), &[("TR360", "/Antwoord")]),
        zaak("TR360", vec![Gestuurd(vot("V1", &["VOT-1"]))], antwoord("A2", "VOT-1", "2"), &[]),
        zaak("TR365", afgewezen(), antwoord("A2", "VOT-1", "1"), &[("TR365", "/Antwoord")]),
        zaak(
            "TR365",
            afgewezen(),
            antwoord("A2", "VOT-1", "2"),
            &[("TR360", "/Antwoord"), ("TR365", "/Antwoord")],
        ),
        zaak("TR365", onderzoek(), antwoord("A2", "VOT-1", "1"), &[]),
    ]
}

fn alle() -> Vec<Zaak> {
    [
        kop(),
        toewijzingen(),
        verzoeken(),
        super::wijzigregels::zaken(),
        super::leverregels::zaken(),
        super::declaratieregels::zaken(),
        super::prijsregels::zaken(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every fault in the cases: its rule, the message and the end of its path.
pub(crate) fn gebroken() -> Vec<(&'static str, ijw::Berichttype, &'static str)> {
    let fouten =
        |zaak: Zaak| zaak.fouten.into_iter().map(move |(code, pad)| (code, zaak.bericht.berichttype(), pad));
    alle().into_iter().flat_map(fouten).collect()
}

#[test]
fn a_rule_fires_where_it_should_and_nowhere_else() {
    alle().into_iter().for_each(Zaak::toets);
}

#[test]
fn every_rule_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() {
    let mut vuurt: BTreeMap<&str, BTreeSet<bool>> = BTreeMap::new();
    for zaak in alle() {
        vuurt.entry(zaak.regel).or_default().insert(zaak.fouten.iter().any(|(code, _)| *code == zaak.regel));
    }
    for regel in ijw::regels::NIVEAU3.iter().chain(ijw::regels::NIVEAU4) {
        assert_eq!(vuurt.get(regel.code).map(BTreeSet::len), Some(2), "{}", regel.code);
        let geen_code = ["TR337", "TR371", "TR376"].contains(&regel.code);
        assert_eq!(RetourCode::parse(regel.retourcode).is_err(), geen_code, "{}", regel.code);
    }
}
