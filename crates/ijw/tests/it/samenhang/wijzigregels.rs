//! The cases of the rules on a JW317.

use ijw::basis::*;
use ijw::{Bericht, jw301, jw317};

use super::bouw::*;
use super::zaak::Stap::Gestuurd;
use super::zaak::{Stap, Zaak, zaak};

fn t() -> Bericht {
    toewijzing("T1", vec![regel(1001)])
}

fn een() -> Vec<Stap> {
    vec![Gestuurd(t())]
}

fn w(regel: jw317::TeWijzigenProduct) -> Bericht {
    wijziging("W1", "VOW-1", regel)
}

pub(super) fn zaken() -> Vec<Zaak> {
    welke_toewijzingen().into_iter().chain(welke_wijziging()).collect()
}

fn welke_toewijzingen() -> Vec<Zaak> {
    let twee = || vec![Gestuurd(toewijzing("T1", vec![regel(1001), ander(1002)]))];
    let verlopen = || {
        let kort = jw301::ToegewezenProduct { einddatum: Some(dag("2026-03-31")), ..regel(1001) };
        vec![Gestuurd(toewijzing("T1", vec![kort, ander(1002)]))]
    };
    vec![
        zaak("TR304", vec![], w(te_wijzigen(1001)), &[("TR304", "/Client")]),
        zaak("TR304", een(), w(te_wijzigen(1001)), &[]),
        zaak("TR349", twee(), w(te_wijzigen(1001)), &[("TR349", "/Verzoek")]),
        zaak("TR349", twee(), vow("W1", "X", vec![ongewijzigd(1002)], vec![te_wijzigen(1001)], vec![]), &[]),
        zaak("TR349", verlopen(), w(te_wijzigen(1002)), &[]),
        // Sent on the same day: the provider may not have known of it (OP095).
        zaak(
            "TR349",
            vec![Gestuurd(t()), Gestuurd(op("2026-05-06", toewijzing("T2", vec![ander(1002)])))],
            w(te_wijzigen(1001)),
            &[],
        ),
        zaak(
            "TR349",
            vec![Gestuurd(t()), Gestuurd(op("2026-05-05", toewijzing("T2", vec![ander(1002)])))],
            w(te_wijzigen(1001)),
            &[("TR349", "/Verzoek")],
        ),
        zaak(
            "TR350",
            verlopen(),
            vow("W1", "X", vec![ongewijzigd(1001)], vec![te_wijzigen(1002)], vec![]),
            &[("TR350", "/OngewijzigdProduct")],
        ),
        zaak("TR350", twee(), vow("W1", "X", vec![ongewijzigd(1001)], vec![te_wijzigen(1002)], vec![]), &[]),
        zaak(
            "TR351",
            verlopen(),
            vow("W1", "X", vec![ongewijzigd(1002)], vec![te_wijzigen(1001)], vec![]),
            &[("TR351", "/TeWijzigenProduct")],
        ),
        zaak(
            "TR351",
            vec![
                Gestuurd(t()),
                Gestuurd(op("2026-05-06", toewijzing("T2", vec![verwijderd("2026-05-06", regel(1001))]))),
            ],
            w(te_wijzigen(1001)),
            &[],
        ),
    ]
}

fn welke_wijziging() -> Vec<Zaak> {
    let budget = || {
        let regel = jw301::ToegewezenProduct {
            product: Some(product("45", None)),
            omvang: None,
            budget: Some(Budget::new(10_000).unwrap()),
            ..regel(1001)
        };
        vec![Gestuurd(toewijzing("T1", vec![regel]))]
    };
    let generiek = || {
        let regel = jw301::ToegewezenProduct {
            product: None,
            omvang: None,
            budget: Some(Budget::new(10_000).unwrap()),
            ..regel(1001)
        };
        vec![Gestuurd(toewijzing("T1", vec![regel]))]
    };
    let vanaf = |datum: &str, regel: jw317::TeWijzigenProduct| jw317::TeWijzigenProduct {
        gewenste_ingangsdatum: dag(datum),
        ..regel
    };
    let ander_budget = |bedrag: u64| jw317::TeWijzigenProduct {
        omvang: None,
        budget: Some(Budget::new(bedrag).unwrap()),
        ..te_wijzigen(1001)
    };
    let zonder_omvang = jw317::TeWijzigenProduct { omvang: None, ..te_wijzigen(1001) };
    vec![
        zaak("TR357", een(), w(vanaf("2026-05-06", te_wijzigen(1001))), &[("TR357", "/TeWijzigenProduct")]),
        zaak("TR357", een(), w(vanaf("2026-05-07", te_wijzigen(1001))), &[]),
        zaak("TR357", een(), w(vanaf("2026-01-01", te_wijzigen(1001))), &[]),
        zaak(
            "TR361",
            een(),
            vow("W1", "X", vec![ongewijzigd(1001)], vec![], vec![nieuw("45A04")]),
            &[("TR361", "/NieuwProduct")],
        ),
        zaak("TR361", een(), vow("W1", "X", vec![ongewijzigd(1001)], vec![], vec![nieuw("45A03")]), &[]),
        zaak("TR373", budget(), w(ander_budget(12_000)), &[("TR373", "/TeWijzigenProduct")]),
        zaak("TR373", budget(), w(vanaf("2026-01-01", ander_budget(12_000))), &[]),
        zaak("TR373", budget(), w(ander_budget(10_000)), &[]),
        zaak(
            "TR375",
            generiek(),
            w(te_wijzigen(1001)),
            &[("TR373", "/TeWijzigenProduct"), ("TR375", "/TeWijzigenProduct")],
        ),
        zaak("TR375", generiek(), w(ander_budget(10_000)), &[]),
        zaak(
            "TR412",
            budget(),
            w(te_wijzigen(1001)),
            &[("TR373", "/TeWijzigenProduct"), ("TR412", "/TeWijzigenProduct")],
        ),
        zaak("TR412", budget(), w(ander_budget(10_000)), &[]),
        zaak("TR411", een(), w(zonder_omvang), &[("TR411", "/TeWijzigenProduct")]),
        zaak("TR411", een(), w(te_wijzigen(1001)), &[]),
    ]
}
