//! What is answered to a request.

use ijw::basis::*;
use ijw::{
    Bericht, Besluit, Onbekend, Uitspraak, Weigering, antwoord_op_verzoek, beoordeel, jw301,
    toewijzing_na_verzoek,
};

use super::bouw::*;
use super::zaak::Stap::Gestuurd;
use super::zaak::{Stap, stempel, verleden};

fn t() -> Stap {
    Gestuurd(toewijzing("T1", vec![regel(1001), ander(1002)]))
}

const BESLUIT: Besluit = Besluit { datum: Datum::constant(2026, 5, 8), tijd: Tijd::constant(12, 0, 0, 0) };

/// The lines on a request; the JW301 made of them passes, seen by the provider.
fn lijnen(voor: Vec<Stap>, verzoek: &Bericht) -> Vec<jw301::ToegewezenProduct> {
    let mut geschiedenis = verleden(voor);
    assert!(beoordeel(verzoek, &geschiedenis, &Onbekend).is_goed());
    geschiedenis.neem_op(verzoek);
    let regels = toewijzing_na_verzoek(verzoek, &geschiedenis, BESLUIT, (2001..).map(nummer)).unwrap();
    let bericht = toewijzing("T9", regels.clone());
    assert_eq!(ijw::lees(ijw::schrijf(&bericht).as_bytes()).as_ref(), Ok(&bericht));
    let beoordeling = beoordeel(&bericht, &geschiedenis, &Onbekend);
    assert!(beoordeling.is_goed(), "{beoordeling:?}");
    geschiedenis.neem_op(&bericht);
    // The request is answered: another may follow.
    assert!(beoordeel(&vot("V9", &["VOT-9"]), &geschiedenis, &Onbekend).is_goed());
    regels
}

/// Of each line: number, reference, last day, reason, and whether it was decided now.
fn kort(regels: &[jw301::ToegewezenProduct]) -> Vec<(u64, &str, String, &str, bool)> {
    regels
        .iter()
        .map(|regel| {
            (
                regel.toewijzing_nummer.get(),
                regel.referentie_aanbieder.as_ref().map_or("", ReferentieTekst::as_str),
                format!("{}..{}", regel.ingangsdatum, regel.einddatum.unwrap()),
                regel.reden_wijziging.map_or("", RedenWijziging::code),
                regel.toewijzingsdatum == BESLUIT.datum,
            )
        })
        .collect()
}

#[test]
fn a_granted_request_gives_a_line_per_product_and_the_running_ones() {
    let regels = lijnen(vec![t()], &vot("V1", &["VOT-1", "VOT-2"]));
    let (juni, jaar) = ("2026-06-01..2026-12-31".to_owned(), "2026-01-01..2026-12-31".to_owned());
    assert_eq!(
        kort(&regels),
        [
            (2001, "VOT-1", juni.clone(), "", true),
            (2002, "VOT-2", juni, "", true),
            (1001, "", jaar.clone(), "", false),
            (1002, "", jaar, "", false),
        ]
    );
}

#[test]
fn a_granted_change_splits_what_cannot_change() {
    let verzoek = vow("W1", "VOW-1", vec![ongewijzigd(1002)], vec![te_wijzigen(1001)], vec![nieuw("45C01")]);
    let (juni, jaar) = ("2026-06-01..2026-12-31".to_owned(), "2026-01-01..2026-12-31".to_owned());
    assert_eq!(
        kort(&lijnen(vec![t()], &verzoek)),
        [
            (1002, "VOW-1", jaar, "", false),
            (1001, "VOW-1", "2026-01-01..2026-05-31".to_owned(), "12", true),
            (2001, "VOW-1", juni.clone(), "", true),
            (2002, "VOW-1", juni, "", true),
        ]
    );
}

#[test]
fn a_granted_change_keeps_the_number_when_the_allocation_can_change_so() {
    let een = |regel| vec![Gestuurd(toewijzing("T1", vec![regel]))];
    let met_omvang = |volume, frequentie| Some(omvang(volume, "04", frequentie));
    let vraag = |vanaf: &str, einde: &str, omvang| {
        let regel = ijw::jw317::TeWijzigenProduct {
            gewenste_ingangsdatum: dag(vanaf),
            einddatum: Some(dag(einde)),
            omvang,
            ..te_wijzigen(1001)
        };
        wijziging("W1", "VOW-1", regel)
    };
    let totaal = || een(jw301::ToegewezenProduct { omvang: met_omvang(10, "6"), ..regel(1001) });
    let tot = |einde: &str| format!("2026-01-01..{einde}");
    for (voor, verzoek, verwacht) in [
        (
            een(regel(1001)),
            vraag("2026-06-01", "2027-06-30", met_omvang(10, "4")),
            vec![(1001, "VOW-1", tot("2027-06-30"), "12", true)],
        ),
        (
            totaal(),
            vraag("2026-01-01", "2026-12-31", met_omvang(20, "6")),
            vec![(1001, "VOW-1", tot("2026-12-31"), "12", true)],
        ),
        (
            een(regel(1001)),
            vraag("2026-06-01", "2026-12-31", met_omvang(10, "4")),
            vec![(1001, "VOW-1", tot("2026-12-31"), "", false)],
        ),
        // From the first day on nothing is left of the old one.
        (
            een(regel(1001)),
            vraag("2026-01-01", "2026-12-31", met_omvang(12, "4")),
            vec![
                (1001, "VOW-1", tot("2026-01-01"), "13", true),
                (2001, "VOW-1", tot("2026-12-31"), "", true),
            ],
        ),
    ] {
        assert_eq!(kort(&lijnen(voor, &verzoek)), verwacht);
    }
}

#[test]
fn a_request_that_cannot_be_granted_so_is_told() {
    let geschiedenis = verleden(vec![t()]);
    let lijnen = |verzoek: &Bericht, aantal: u64| {
        toewijzing_na_verzoek(verzoek, &geschiedenis, BESLUIT, (2001_u64..2001 + aantal).map(nummer))
    };
    assert_eq!(lijnen(&vot("V1", &["VOT-1", "VOT-2"]), 1), Err(Weigering::NummersOp));
    assert_eq!(lijnen(&start("S1", vec![s("2026-05-01", "1")]), 1), Err(Weigering::GeenVerzoek));
    let vreemd = wijziging("W1", "VOW-1", te_wijzigen(1003));
    assert_eq!(lijnen(&vreemd, 1), Err(Weigering::ToewijzingOnbekend(nummer(1003))));
}

#[test]
fn an_answer_to_a_request_passes_the_rules() {
    let (aanvraag, verzoek_om_wijziging) =
        (vot("V1", &["VOT-1", "VOT-2"]), wijziging("W1", "VOW-1", te_wijzigen(1001)));
    let reden = |code| Uitspraak::Afgewezen(RedenAfwijzingVerzoek::parse(code).unwrap());
    let gemeente = || Uitspraak::AndereGemeente(Gemeente::new("9902").unwrap());
    let geef = |verzoek: &Bericht, tekst: &str, uitspraak| {
        antwoord_op_verzoek(verzoek, &referentie(tekst), uitspraak, stempel("A1"))
    };
    for (verzoek, tekst, uitspraak, code) in [
        (&aanvraag, "VOT-2", Uitspraak::InOnderzoek, "2"),
        (&aanvraag, "VOT-1", reden("7"), "1"),
        (&aanvraag, "VOT-1", gemeente(), "1"),
        (&verzoek_om_wijziging, "VOW-1", reden("5"), "1"),
    ] {
        let antwoord = geef(verzoek, tekst, uitspraak).unwrap();
        assert_eq!(antwoord.antwoord.verzoek_antwoord.code(), code);
        let bericht = Bericht::from(antwoord);
        assert_eq!(ijw::lees(ijw::schrijf(&bericht).as_bytes()).as_ref(), Ok(&bericht));
        let enkel = Gestuurd(toewijzing("T1", vec![regel(1001)]));
        let beoordeling = beoordeel(&bericht, &verleden(vec![enkel, Gestuurd(verzoek.clone())]), &Onbekend);
        assert!(beoordeling.is_goed(), "{beoordeling:?}");
    }
    assert_eq!(geef(&verzoek_om_wijziging, "VOW-1", gemeente()), Err(Weigering::Woonplaatsbeginsel));
    assert_eq!(geef(&aanvraag, "VOT-1", reden("8")), Err(Weigering::Woonplaatsbeginsel));
    assert_eq!(geef(&aanvraag, "VOW-1", reden("7")), Err(Weigering::ReferentieOnbekend));
}
