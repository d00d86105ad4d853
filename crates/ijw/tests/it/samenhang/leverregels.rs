//! The cases of the rules on a JW305 and a JW307.

use ijw::Bericht;

use super::bouw::*;
use super::zaak::Stap::{Beantwoord, Gestuurd, Hoe};
use super::zaak::{Zaak, zaak};

fn t() -> Bericht {
    toewijzing("T1", vec![regel(1001)])
}

pub(super) fn zaken() -> Vec<Zaak> {
    let na = |stappen: Vec<Bericht>| {
        let mut alle = vec![Gestuurd(t())];
        alle.extend(stappen.into_iter().map(Gestuurd));
        alle
    };
    let begin = || start("S1", vec![s("2026-02-01", "1")]);
    let pauze = || stop("E1", vec![e("2026-02-01", "20", "2026-03-01", "1")]);
    let einde = || stop("E1", vec![e("2026-02-01", "31", "2026-03-01", "1")]);
    let weg = || start("S9", vec![s("2026-02-01", "3")]);
    let nog_een = |reden: &str, datum: &str| stop("E9", vec![e("2026-02-01", reden, datum, "1")]);
    vec![
        zaak("TR019", vec![], start("S1", vec![s("2026-02-01", "1")]), &[("TR019", "/StartProduct")]),
        zaak("TR019", na(vec![]), begin(), &[]),
        zaak(
            "TR019",
            vec![],
            start("S1", vec![ijw::jw305::StartProduct { toewijzing_nummer: None, ..s("2026-02-01", "1") }]),
            &[],
        ),
        zaak("TR063", na(vec![]), weg(), &[("TR063", "/StartProduct")]),
        zaak(
            "TR063",
            na(vec![begin(), pauze()]),
            stop("E9", vec![e("2026-02-01", "31", "2026-03-01", "3")]),
            &[("TR063", "/StopProduct")],
        ),
        zaak(
            "TR063",
            na(vec![begin(), pauze()]),
            stop("E9", vec![e("2026-02-01", "20", "2026-03-01", "3")]),
            &[],
        ),
        zaak("TR071", na(vec![begin(), einde()]), weg(), &[("TR071", "/StartProduct")]),
        zaak("TR071", na(vec![begin()]), weg(), &[]),
        zaak(
            "TR074",
            na(vec![begin()]),
            start("S9", vec![s("2026-02-01", "1")]),
            &[("TR074", "/StartProduct")],
        ),
        zaak("TR074", na(vec![begin(), einde()]), nog_een("31", "2026-03-01"), &[("TR074", "/StopProduct")]),
        zaak("TR074", na(vec![begin(), weg()]), start("S8", vec![s("2026-02-01", "1")]), &[]),
        zaak(
            "TR326",
            na(vec![begin()]),
            start("S9", vec![s("2026-02-02", "1")]),
            &[("TR326", "/StartProduct")],
        ),
        zaak("TR326", na(vec![begin(), pauze()]), start("S9", vec![s("2026-03-02", "1")]), &[]),
        // A correction withdraws and sends again in one message, in any order.
        zaak("TR326", na(vec![begin()]), start("S9", vec![s("2026-02-02", "1"), s("2026-02-01", "3")]), &[]),
        zaak("TR382", na(vec![]), einde(), &[("TR382", "/StopProduct")]),
        zaak(
            "TR382",
            na(vec![begin(), pauze(), start("S2", vec![s("2026-04-01", "1")])]),
            nog_een("31", "2026-05-01"),
            &[("TR382", "/StopProduct")],
        ),
        zaak("TR382", na(vec![begin()]), einde(), &[]),
        zaak("TR413", na(vec![begin(), pauze()]), nog_een("20", "2026-03-02"), &[("TR413", "/StopProduct")]),
        zaak("TR413", na(vec![begin(), pauze()]), nog_een("31", "2026-03-02"), &[]),
        zaak("TR414", na(vec![begin(), pauze()]), nog_een("31", "2026-02-28"), &[("TR414", "/StopProduct")]),
        zaak("TR414", na(vec![begin(), pauze()]), nog_een("31", "2026-03-01"), &[]),
        zaak("TR415", na(vec![begin(), einde()]), nog_een("20", "2026-03-02"), &[("TR415", "/StopProduct")]),
        zaak(
            "TR415",
            na(vec![begin(), einde(), stop("E2", vec![e("2026-02-01", "31", "2026-03-01", "3")])]),
            nog_een("20", "2026-03-02"),
            &[],
        ),
        // What was rejected counts as not sent.
        zaak(
            "TR326",
            vec![Gestuurd(t()), Hoe(begin()), Beantwoord(start("S2", vec![s("2026-02-05", "1")]))],
            start("S3", vec![s("2026-02-01", "3")]),
            &[],
        ),
    ]
}
