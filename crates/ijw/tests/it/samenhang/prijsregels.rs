//! The cases of the rules on the prices in a JW323, and on a JW325.

use std::collections::HashMap;

use ijw::basis::*;
use ijw::{Beoordeling, Bericht, jw323, jw325};

use super::bouw::*;
use super::zaak::Stap::{Gestuurd, Hoe};
use super::zaak::{Stap, Wereld, Zaak, stempel, zaak};

fn t() -> Stap {
    Gestuurd(toewijzing("T1", vec![regel(1001)]))
}

fn d(regels: Vec<jw323::Prestatie>) -> Bericht {
    declaratie("D9", "D9", regels)
}

fn p1() -> jw323::Prestatie {
    prestatie("P1")
}

pub(super) fn zaken() -> Vec<Zaak> {
    prijzen().into_iter().chain(antwoorden()).collect()
}

fn prijzen() -> Vec<Zaak> {
    let wereld = |eenheid, tarief| Wereld {
        contracten: HashMap::from([("45A04", (eenheid, tarief))]),
        ..Wereld::default()
    };
    let minuten = |tarief, bedrag| {
        let mut regel = uren(7, p1());
        regel.eenheid = Eenheid::parse("01").unwrap();
        regel.product_tarief = Some(Bedrag::new(tarief).unwrap());
        regel.ingediend_bedrag.bedrag = Bedrag::new(bedrag).unwrap();
        regel
    };
    let verkeerd = || {
        let mut regel = p1();
        regel.ingediend_bedrag.bedrag = Bedrag::new(12_501).unwrap();
        regel
    };
    vec![
        zaak("TR418", vec![t()], d(vec![p1()]), &[("TR418", "/Prestatie")]).in_wereld(wereld("04", 1251)),
        zaak("TR418", vec![t()], d(vec![p1()]), &[]).in_wereld(wereld("04", 1250)),
        zaak("TR418", vec![t()], d(vec![minuten(149, 1046)]), &[]).in_wereld(wereld("04", 8969)),
        zaak("TR418", vec![t()], d(vec![minuten(150, 1046)]), &[("TR418", "/Prestatie")])
            .in_wereld(wereld("04", 8969)),
        zaak("TR346", vec![t()], d(vec![minuten(149, 1043)]), &[("TR346", "/Prestatie")])
            .in_wereld(wereld("04", 8969)),
        zaak("TR346", vec![t()], d(vec![verkeerd()]), &[("TR346", "/Prestatie")]),
        zaak("TR346", vec![t()], d(vec![minuten(149, 1046)]), &[]),
        // A line that fails at level 3 hides nothing of the next.
        zaak(
            "TR346",
            vec![t()],
            d(vec![uren(11, over("2026-03-01", "2026-03-31", prestatie("P2"))), verkeerd()]),
            &[("TR321", "/Prestatie[1]"), ("TR346", "/Prestatie[2]")],
        ),
        zaak("TR381", vec![t()], d(vec![p1()]), &[("TR381", "/Prestatie")])
            .in_wereld(Wereld { past_niet: vec!["45A04"], ..Wereld::default() }),
    ]
}

/// A JW325 that rejects the only line of a declaration, changed.
fn antwoord325(wijzig: impl FnOnce(&mut jw325::Bericht)) -> Bericht {
    let Bericht::Jw323(heen) = declaratie("D1", "D1", vec![uren(11, p1())]) else { panic!() };
    let mut beoordeling = Beoordeling::default();
    let regel = ijw::regels::Regel::from_code("TR321").unwrap();
    let rang = ijw::Rang { plaats: 0, aantal: 1 };
    beoordeling.fouten.push(ijw::Fout { regel, plaats: ijw::Plaats::Prestatie(rang, rang) });
    let mut bericht = ijw::declaratie_antwoord(&heen, &beoordeling, stempel("A1")).unwrap();
    wijzig(&mut bericht);
    bericht.into()
}

fn antwoorden() -> Vec<Zaak> {
    let heen = || vec![t(), Hoe(declaratie("D1", "D1", vec![uren(11, p1())]))];
    let prestatie = |bericht: &mut jw325::Bericht, wijzig: fn(&mut jw325::Prestatie)| {
        wijzig(
            &mut bericht.declaratie_antwoord.as_mut().unwrap().clienten.as_mut().unwrap()[0].prestaties[0],
        );
    };
    let ander_bericht = antwoord325(|bericht| {
        bericht.header.declaratie_identificatie.identificatie = IdentificatieBericht::new("D7").unwrap();
    });
    let ander_nummer = antwoord325(|bericht| {
        bericht.declaratie_antwoord.as_mut().unwrap().declaratie_nummer =
            IdentificatieDeclaratie::new("D7").unwrap();
    });
    let andere_versie = antwoord325(|bericht| {
        bericht.header.xsd_versie_declaratie.bericht_xsd_versie = Versie::new("1.0.1").unwrap();
    });
    let andere_regel = antwoord325(|bericht| {
        prestatie(bericht, |regel| {
            regel.product_referentie.referentie_nummer = ReferentieNummer::new("P7").unwrap();
        });
    });
    let ander_volume = antwoord325(|bericht| {
        prestatie(bericht, |regel| regel.geleverd_volume = Volume::new(12).unwrap());
    });
    let goed = || antwoord325(|_| {});
    vec![
        zaak("TR337", heen(), ander_bericht, &[("TR337", "/Header")]),
        zaak("TR337", heen(), goed(), &[]),
        zaak("TR376", heen(), ander_nummer, &[("TR376", "/DeclaratieAntwoord")]),
        zaak("TR376", heen(), goed(), &[]),
        zaak("TR371", heen(), andere_versie, &[("TR371", "/Header")]),
        zaak("TR371", heen(), goed(), &[]),
        zaak("TR366", heen(), andere_regel, &[("TR366", "/Prestatie")]),
        zaak("TR366", heen(), goed(), &[]),
        zaak("TR367", heen(), ander_volume, &[("TR367", "/Prestatie")]),
        zaak("TR367", heen(), goed(), &[]),
        zaak(
            "TR304",
            vec![Hoe(declaratie("D1", "D1", vec![uren(11, p1())]))],
            goed(),
            &[("TR304", "/Client")],
        ),
    ]
}
