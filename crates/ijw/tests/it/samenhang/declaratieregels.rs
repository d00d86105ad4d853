//! The cases of the rules on a JW323 and a JW325.

use std::collections::HashMap;

use ijw::basis::*;
use ijw::{Bericht, jw301, jw323};

use super::bouw::*;
use super::zaak::Stap::{Beantwoord, Gestuurd, Hoe};
use super::zaak::{Stap, Wereld, Zaak, zaak};

fn t() -> Stap {
    Gestuurd(toewijzing("T1", vec![regel(1001)]))
}

fn met(regel: jw301::ToegewezenProduct) -> Vec<Stap> {
    vec![Gestuurd(toewijzing("T1", vec![regel]))]
}

fn d(regels: Vec<jw323::Prestatie>) -> Bericht {
    declaratie("D9", "D9", regels)
}

fn p1() -> jw323::Prestatie {
    prestatie("P1")
}

pub(super) fn zaken() -> Vec<Zaak> {
    [geheel(), tegen_eerder(), tegen_toewijzing(), volumes()].into_iter().flatten().collect()
}

fn geheel() -> Vec<Zaak> {
    let april = || Beantwoord(declaratie("D1", "D1", vec![p1()]));
    let in_maand = |maand: &str, regel| declaratie_van("D9", "D9", maand, vec![(BSN, vec![regel])]);
    let juni = || in_maand("2026-06-01", over("2026-06-01", "2026-06-30", prestatie("P9")));
    let geleverd = || Wereld { geleverd: true, ..Wereld::default() };
    let vreemd =
        declaratie_van("D9", "D9", "2026-04-01", vec![(ANDER_BSN, vec![prestatie("P2")]), (BSN, vec![p1()])]);
    vec![
        zaak(
            "TR333",
            vec![t(), april()],
            declaratie("D9", "D1", vec![credit("P9", &p1())]),
            &[("TR333", "/Declaratie")],
        ),
        zaak("TR333", vec![t(), april()], d(vec![credit("P9", &p1())]), &[]),
        // A declaration that was rejected as a whole leaves its number free.
        zaak(
            "TR333",
            vec![
                t(),
                april(),
                Beantwoord(declaratie_van(
                    "D2",
                    "D9",
                    "2026-03-01",
                    vec![(BSN, vec![over("2026-03-01", "2026-03-31", prestatie("P8"))])],
                )),
            ],
            d(vec![credit("P9", &p1())]),
            &[],
        ),
        zaak(
            "TR318",
            vec![t(), april()],
            in_maand("2026-03-01", over("2026-03-01", "2026-03-31", prestatie("P9"))),
            &[("TR318", "/Declaratie")],
        ),
        zaak("TR318", vec![t(), april()], juni(), &[("TR318", "/Declaratie")]).in_wereld(geleverd()),
        zaak("TR318", vec![t(), april()], juni(), &[]),
        zaak(
            "TR318",
            vec![t(), april()],
            in_maand("2026-05-01", over("2026-05-01", "2026-05-31", prestatie("P9"))),
            &[],
        )
        .in_wereld(geleverd()),
        zaak("TR304", vec![t()], vreemd, &[("TR304", "/Client[1]")]),
    ]
}

fn tegen_eerder() -> Vec<Zaak> {
    let april = || Beantwoord(declaratie("D1", "D1", vec![p1()]));
    let mei = |tekst| over("2026-05-01", "2026-05-31", prestatie(tekst));
    let in_mei = |regels| declaratie_van("D9", "D9", "2026-05-01", vec![(BSN, regels)]);
    let duurder = || {
        let mut regel = credit("P2", &p1());
        regel.ingediend_bedrag.bedrag = Bedrag::new(1).unwrap();
        regel
    };
    vec![
        zaak("TR314", vec![t(), april()], in_mei(vec![mei("P1")]), &[("TR314", "/Prestatie")]),
        zaak("TR314", vec![t(), april()], in_mei(vec![mei("P2")]), &[]),
        // A line that was rejected leaves its number free.
        zaak(
            "TR314",
            vec![t(), Beantwoord(declaratie("D1", "D1", vec![uren(11, p1())]))],
            d(vec![p1()]),
            &[],
        ),
        zaak("TR323", vec![t()], d(vec![credit("P2", &p1())]), &[("TR323", "/Prestatie")]),
        zaak(
            "TR323",
            vec![t(), Gestuurd(declaratie("D1", "D1", vec![p1()]))],
            d(vec![credit("P2", &p1())]),
            &[("TR323", "/Prestatie")],
        ),
        zaak("TR323", vec![t(), april()], d(vec![duurder()]), &[("TR323", "/Prestatie")]),
        zaak("TR323", vec![t(), april()], d(vec![credit("P2", &p1())]), &[]),
        zaak(
            "TR390",
            vec![t(), april(), Beantwoord(declaratie("D2", "D2", vec![credit("P2", &p1())]))],
            d(vec![credit("P3", &p1())]),
            &[("TR390", "/Prestatie")],
        ),
        zaak("TR390", vec![t(), april()], d(vec![credit("P3", &p1())]), &[]),
        zaak("TR389", vec![t(), april()], d(vec![uren(0, prestatie("P2"))]), &[("TR389", "/Prestatie")]),
        zaak("TR389", vec![t(), april()], d(vec![prestatie("P3"), credit("P2", &p1())]), &[]),
        // A credit with a number that was used takes nothing back, so that there is no room for a new line.
        zaak(
            "TR314",
            vec![
                t(),
                Beantwoord(declaratie(
                    "D1",
                    "D1",
                    vec![p1(), over("2026-03-01", "2026-03-31", prestatie("P0"))],
                )),
            ],
            d(vec![credit("P0", &p1()), prestatie("P4")]),
            &[("TR314", "/Prestatie[1]"), ("TR389", "/Prestatie[2]")],
        ),
        zaak(
            "TR389",
            vec![t(), april(), Beantwoord(declaratie("D2", "D2", vec![credit("P2", &p1())]))],
            d(vec![prestatie("P3")]),
            &[],
        ),
        // Whether the delivery was started is no matter (OP364).
        zaak(
            "TR389",
            vec![t(), Hoe(stop("E1", vec![e("2026-02-01", "31", "2026-03-01", "1")]))],
            d(vec![p1()]),
            &[],
        ),
    ]
}

fn tegen_toewijzing() -> Vec<Zaak> {
    let van = |categorie: &str, code: &str| {
        let mut regel = p1();
        regel.product_categorie = ProductCategorie::parse(categorie).unwrap();
        regel.product_code = ProductCode::new(code).unwrap();
        regel
    };
    let in_eenheid = |eenheid: &str| {
        let mut regel = p1();
        regel.eenheid = Eenheid::parse(eenheid).unwrap();
        regel
    };
    let vanaf = |ingang: &str, einde: &str| jw301::ToegewezenProduct {
        ingangsdatum: dag(ingang),
        einddatum: Some(dag(einde)),
        ..regel(1001)
    };
    let aspecifiek =
        || jw301::ToegewezenProduct { product: Some(product("45", None)), omvang: None, ..regel(1001) };
    let generiek = || jw301::ToegewezenProduct {
        product: None,
        omvang: None,
        budget: Some(Budget::new(99_999).unwrap()),
        ..regel(1001)
    };
    let contract = || Wereld { contracten: HashMap::from([("45A04", ("14", 1250))]), ..Wereld::default() };
    let verlengd = || later("2026-05-06", "04", vanaf("2026-01-01", "2026-04-30"));
    vec![
        zaak(
            "TR338",
            vec![Gestuurd(toewijzing("T1", vec![ander(1002)]))],
            d(vec![p1()]),
            &[("TR338", "/Prestatie")],
        ),
        zaak("TR338", vec![t()], d(vec![p1()]), &[]),
        zaak("TR339", vec![t()], d(vec![van("46", "45A04")]), &[("TR339", "/Prestatie")]),
        zaak("TR339", met(generiek()), d(vec![van("46", "46A01")]), &[]),
        zaak("TR340", vec![t()], d(vec![van("45", "45A05")]), &[("TR340", "/Prestatie")]),
        zaak("TR340", met(aspecifiek()), d(vec![van("45", "45A05")]), &[]),
        zaak("TR341", vec![t()], d(vec![in_eenheid("14")]), &[("TR341", "/Prestatie")]),
        zaak("TR341", vec![t()], d(vec![in_eenheid("01")]), &[]),
        zaak("TR341", met(aspecifiek()), d(vec![in_eenheid("84")]), &[]),
        zaak("TR341", met(aspecifiek()), d(vec![p1()]), &[("TR341", "/Prestatie")]).in_wereld(contract()),
        zaak("TR307", met(vanaf("2026-04-08", "2026-12-31")), d(vec![p1()]), &[("TR307", "/Prestatie")]),
        zaak(
            "TR307",
            met(vanaf("2026-04-08", "2026-12-31")),
            d(vec![over("2026-04-08", "2026-04-30", p1())]),
            &[],
        ),
        zaak("TR308", met(vanaf("2026-01-01", "2026-04-17")), d(vec![p1()]), &[("TR308", "/Prestatie")]),
        zaak(
            "TR308",
            met(vanaf("2026-01-01", "2026-04-17")),
            d(vec![over("2026-04-01", "2026-04-17", p1())]),
            &[],
        ),
        zaak("TR387", vec![t()], d(vec![over("2026-04-02", "2026-04-30", p1())]), &[("TR387", "/Prestatie")]),
        zaak(
            "TR387",
            met(vanaf("2026-04-02", "2026-12-31")),
            d(vec![over("2026-04-02", "2026-04-30", p1())]),
            &[],
        ),
        zaak("TR388", vec![t()], d(vec![over("2026-04-01", "2026-04-29", p1())]), &[("TR388", "/Prestatie")]),
        zaak(
            "TR388",
            met(vanaf("2026-01-01", "2026-04-29")),
            d(vec![over("2026-04-01", "2026-04-29", p1())]),
            &[],
        ),
        zaak(
            "TR384",
            vec![t(), Gestuurd(toewijzing("T2", vec![verwijderd("2026-05-01", regel(1001))]))],
            d(vec![p1()]),
            &[("TR384", "/Prestatie")],
        ),
        // Sent on the day of the claim: the provider may not have known (OP095).
        zaak(
            "TR384",
            vec![t(), Gestuurd(toewijzing("T2", vec![verwijderd("2026-05-06", regel(1001))]))],
            d(vec![p1()]),
            &[],
        ),
        zaak(
            "TR308",
            vec![
                Gestuurd(toewijzing("T1", vec![vanaf("2026-01-01", "2026-04-17")])),
                Gestuurd(toewijzing("T2", vec![verlengd()])),
            ],
            d(vec![p1()]),
            &[],
        ),
    ]
}

fn volumes() -> Vec<Zaak> {
    let per = |volume, eenheid: &str, frequentie: &str| jw301::ToegewezenProduct {
        omvang: Some(omvang(volume, eenheid, frequentie)),
        ..regel(1001)
    };
    let minuten = |volume| {
        let mut regel = uren(volume, p1());
        regel.eenheid = Eenheid::parse("01").unwrap();
        regel
    };
    let maart = |volume| uren(volume, over("2026-03-01", "2026-03-31", prestatie("P0")));
    let eerder = |regel, volume| {
        let mut stappen = met(regel);
        stappen.push(Beantwoord(declaratie_van("D1", "D1", "2026-03-01", vec![(BSN, vec![maart(volume)])])));
        stappen
    };
    let budget = |bedrag| jw301::ToegewezenProduct {
        product: Some(product("45", None)),
        omvang: None,
        budget: Some(Budget::new(bedrag).unwrap()),
        ..regel(1001)
    };
    vec![
        zaak("TR321", vec![t()], d(vec![uren(11, p1())]), &[("TR321", "/Prestatie")]),
        zaak("TR321", vec![t()], d(vec![uren(10, p1())]), &[]),
        zaak("TR321", vec![t()], d(vec![minuten(601)]), &[("TR321", "/Prestatie")]),
        zaak("TR321", vec![t()], d(vec![minuten(600)]), &[]),
        zaak("TR321", met(per(2, "04", "2")), d(vec![uren(11, p1())]), &[("TR321", "/Prestatie")]),
        zaak("TR321", met(per(2, "04", "2")), d(vec![uren(10, p1())]), &[]),
        zaak("TR322", eerder(per(15, "04", "6"), 8), d(vec![uren(8, p1())]), &[("TR322", "/Prestatie")]),
        zaak("TR322", eerder(per(15, "04", "6"), 8), d(vec![uren(7, p1())]), &[]),
        // Within one message the lines count up, but for those that are refused themselves.
        zaak(
            "TR322",
            met(per(15, "04", "6")),
            d(vec![maart(16), uren(15, p1())]),
            &[("TR321", "/Prestatie[1]"), ("TR322", "/Prestatie[1]")],
        ),
        zaak(
            "TR322",
            met(per(15, "04", "6")),
            d(vec![maart(8), uren(8, p1())]),
            &[("TR322", "/Prestatie[2]")],
        ),
        zaak("TR369", eerder(budget(20_000), 8), d(vec![uren(9, p1())]), &[("TR369", "/Prestatie")]),
        zaak("TR369", eerder(budget(20_000), 8), d(vec![uren(8, p1())]), &[]),
    ]
}
