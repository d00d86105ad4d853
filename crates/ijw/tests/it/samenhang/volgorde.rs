//! The order in which messages come in, and how often, leaves no trace (OP080).

use ijw::basis::RetourCode;
use ijw::{Bericht, Geschiedenis, Onbekend, beoordeel, jw301};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::bouw::*;
use super::zaak::antwoord_op;

/// A year of two allocations, in which everything goes well.
fn verhaal() -> Vec<Bericht> {
    let p1 = prestatie("P1");
    let p2 = over("2026-05-01", "2026-05-31", prestatie("P2"));
    let op_verzoek = |tekst: &str, regel: jw301::ToegewezenProduct| jw301::ToegewezenProduct {
        referentie_aanbieder: Some(referentie(tekst)),
        ..regel
    };
    let gevraagd = jw301::ToegewezenProduct {
        toewijzingsdatum: dag("2026-05-08"),
        product: Some(product("45", Some("45B01"))),
        ..regel(1003)
    };
    vec![
        toewijzing("T1", vec![regel(1001), ander(1002)]),
        start("S1", vec![s("2026-02-01", "1")]),
        stop("E1", vec![e("2026-02-01", "20", "2026-03-01", "1")]),
        start("S2", vec![s("2026-04-01", "1")]),
        start("S3", vec![s("2026-04-01", "3"), s("2026-04-02", "1")]),
        stop("E2", vec![e("2026-04-02", "31", "2026-05-01", "1")]),
        vot("V1", &["VOT-1", "VOT-2"]),
        antwoord("A1", "VOT-1", "2"),
        antwoord("A2", "VOT-2", "1"),
        toewijzing("T2", vec![op_verzoek("VOT-1", gevraagd)]),
        toewijzing("T3", vec![later("2026-05-09", "05", ander(1002))]),
        declaratie("D1", "D1", vec![p1.clone()]),
        declaratie_van("D2", "D2", "2026-05-01", vec![(BSN, vec![credit("P3", &p1), p2.clone()])]),
    ]
}

/// The messages and their answers, when they come in as they should; and messages that are refused, with their answers.
fn met_antwoorden() -> (Geschiedenis, Vec<Bericht>) {
    let mut geschiedenis = Geschiedenis::new();
    let mut alle = Vec::new();
    let fout = [
        start("S9", vec![s("2026-02-01", "3")]),
        declaratie_van("D9", "D9", "2026-05-01", vec![(BSN, vec![uren(99, prestatie("P9"))])]),
        vot("V9", &["VOT-9", "VOT-1"]),
    ];
    for bericht in verhaal().into_iter().chain(fout) {
        let beoordeling = beoordeel(&bericht, &geschiedenis, &Onbekend);
        let antwoord = antwoord_op(&bericht, &beoordeling).unwrap();
        assert_eq!(beoordeling.is_goed(), !bericht.identificatie().ends_with('9'), "{beoordeling:?}");
        for bericht in [bericht, antwoord] {
            geschiedenis.neem_op(&bericht);
            alle.push(bericht);
        }
    }
    (geschiedenis, alle)
}

/// Shuffled, with some of them more than once.
fn door_elkaar(berichten: Vec<Bericht>) -> impl Strategy<Value = Vec<Bericht>> {
    let keuze = prop::collection::vec(select(berichten.clone()), 0..12);
    keuze.prop_flat_map(move |dubbel| {
        let alle: Vec<Bericht> = berichten.iter().cloned().chain(dubbel).collect();
        Just(alle).prop_shuffle()
    })
}

/// An answer that rejects a message as a whole.
fn afwijzing(bericht: &Bericht) -> Bericht {
    let regel = ijw::regels::Regel::from_code("TR135").unwrap();
    let fouten = vec![ijw::Fout { regel, plaats: ijw::Plaats::Header }];
    antwoord_op(bericht, &ijw::Beoordeling { fouten, ..ijw::Beoordeling::default() }).unwrap()
}

#[test]
fn what_is_rejected_leaves_nothing_but_its_name() {
    // A start and a stop may bear the same name: it is unique per type of message.
    let mut berichten = verhaal();
    berichten.push(wijziging("W1", "VOW-1", te_wijzigen(1001)));
    berichten.push(stop("S2", vec![e("2026-04-02", "20", "2026-04-20", "1")]));
    for afgewezen in &berichten {
        let (mut vooraf, mut achteraf) = (Geschiedenis::new(), Geschiedenis::new());
        vooraf.neem_op(&afwijzing(afgewezen));
        for bericht in &berichten {
            vooraf.neem_op(bericht);
            achteraf.neem_op(bericht);
        }
        assert!(vooraf != achteraf, "{}", afgewezen.identificatie());
        achteraf.neem_op(&afwijzing(afgewezen));
        assert!(vooraf == achteraf, "{}", afgewezen.identificatie());
        assert_eq!(beoordeel(afgewezen, &vooraf, &Onbekend).fouten[0].regel.code, "TR056");
    }
}

#[test]
fn a_good_answer_ahead_of_its_message_does_not_stand_in_its_way() {
    let bericht = toewijzing("T1", vec![regel(1001)]);
    let mut geschiedenis = Geschiedenis::new();
    geschiedenis.neem_op(&antwoord_op(&bericht, &ijw::Beoordeling::default()).unwrap());
    assert!(beoordeel(&bericht, &geschiedenis, &Onbekend).is_goed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_history_is_the_same_in_whatever_order_it_came_in(berichten in door_elkaar(met_antwoorden().1)) {
        let mut geschiedenis = Geschiedenis::new();
        for bericht in &berichten {
            geschiedenis.neem_op(bericht);
        }
        prop_assert!(geschiedenis == met_antwoorden().0);
    }

    #[test]
    fn what_is_accepted_gives_the_same_history_in_order(berichten in door_elkaar(verhaal())) {
        let mut geschiedenis = Geschiedenis::new();
        let mut aanvaard = Vec::new();
        for bericht in &berichten {
            let beoordeling = beoordeel(bericht, &geschiedenis, &Onbekend);
            prop_assert!(beoordeling.inhoud.is_empty());
            let antwoord = antwoord_op(bericht, &beoordeling).unwrap();
            let codes = antwoord.retourcodes().unwrap();
            // A refusal always bears a code of a rule, or tells where one is.
            prop_assert!(beoordeling.fouten.iter().all(|fout| RetourCode::parse(fout.regel.retourcode).is_ok()));
            prop_assert_eq!(codes.is_empty(), beoordeling.is_goed() && antwoord.heen().unwrap().0.naam() != "JW323");
            let herhaald = beoordeling.fouten.iter().any(|fout| fout.regel.code == "TR056");
            prop_assert_eq!(herhaald, aanvaard.iter().any(|(ander, _): &(&Bericht, Bericht)| *ander == bericht));
            if !herhaald {
                geschiedenis.neem_op(bericht);
                geschiedenis.neem_op(&antwoord);
                aanvaard.push((bericht, antwoord));
            }
        }
        // The answers decide what holds, so that the messages give the same in the order of the story.
        let mut op_volgorde = Geschiedenis::new();
        for bericht in &verhaal() {
            let (_, antwoord) = aanvaard.iter().find(|(ander, _)| *ander == bericht).unwrap();
            op_volgorde.neem_op(antwoord);
            op_volgorde.neem_op(bericht);
        }
        prop_assert!(geschiedenis == op_volgorde);
    }

    #[test]
    fn a_story_in_order_with_repetitions_ends_as_it_should(plaatsen in prop::collection::vec(any::<Index>(), 0..9)) {
        let mut berichten = verhaal();
        for plaats in plaatsen {
            // Anything that came in comes in once more, right after or later.
            let van = plaats.index(berichten.len());
            let bericht = berichten[van].clone();
            berichten.insert((van + 1 + plaats.index(3)).min(berichten.len()), bericht);
        }
        let (mut met, mut zonder) = (Geschiedenis::new(), Geschiedenis::new());
        for bericht in &verhaal() {
            zonder.neem_op(bericht);
            zonder.neem_op(&antwoord_op(bericht, &ijw::Beoordeling::default()).unwrap());
        }
        for bericht in &berichten {
            let beoordeling = beoordeel(bericht, &met, &Onbekend);
            prop_assert!(beoordeling.fouten.iter().all(|fout| fout.regel.code == "TR056"), "{beoordeling:?}");
            if beoordeling.is_goed() {
                met.neem_op(bericht);
            }
            // The refusal of a repetition says nothing about what came first.
            met.neem_op(&antwoord_op(bericht, &beoordeling).unwrap());
        }
        prop_assert!(met == zonder);
    }
}
