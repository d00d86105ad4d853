//! What is allocated, asked for and answered, put right.

use ijw::basis::*;
use ijw::{jw301, jw315, jw317, jw319};

use super::{dagen, uniek, unieke_tekst};

pub(super) fn status(status: &mut StatusAanlevering) {
    if !["1", "3"].contains(&status.code()) {
        *status = StatusAanlevering::constant("1");
    }
}

/// The days of the product at this place in a list: each after the one before, and only the last without an end.
fn periode(eind: Option<Datum>, vanaf: Datum, plaats: i64, is_laatste: bool) -> (Datum, Option<Datum>) {
    let begin = dagen(vanaf, plaats * 500);
    let duur = |eind: Datum| dagen(begin, i64::from(eind.day() - 1) * 12);
    (begin, eind.map(duur).or_else(|| (!is_laatste).then(|| dagen(begin, 40))))
}

/// How much: an amount of money or a volume, and an end where one is needed.
fn hoeveel(omvang: &mut Option<Omvang>, budget: Option<Budget>, begin: Datum, eind: &mut Option<Datum>) {
    if budget.is_some() {
        *omvang = None;
    }
    if let Some(omvang) = omvang
        && omvang.frequentie.code() == "1"
        && ["14", "16", "83", "84"].contains(&omvang.eenheid.code())
    {
        omvang.eenheid = Eenheid::constant("04");
    }
    let per_week = omvang.as_ref().is_some_and(|omvang| omvang.frequentie.code() == "2");
    if budget.is_some() || per_week {
        eind.get_or_insert(dagen(begin, 90));
    }
}

/// A product code goes with a volume, and no product goes with money only.
fn waarvan(product: &mut Option<Product>, omvang: Option<&Omvang>, budget: Option<Budget>) {
    let product = match (product, budget) {
        (None, Some(_)) => return,
        (product, _) => {
            product.get_or_insert(Product { categorie: ProductCategorie::constant("45"), code: None })
        }
    };
    match omvang {
        None => product.code = None,
        Some(_) => product.code = product.code.take().or_else(|| ProductCode::new("45A04").ok()),
    }
}

pub(super) fn toegewezen(producten: &mut [jw301::ToegewezenProduct], dag: Datum) {
    let aantal = producten.len();
    for (product, plaats) in producten.iter_mut().zip(0..) {
        uniek(&mut product.toewijzing_nummer, plaats);
        product.toewijzingsdatum = dagen(dag, -i64::from(product.toewijzingsdatum.day()));
        let is_laatste = usize::try_from(plaats + 1) == Ok(aantal);
        let plaats = i64::try_from(plaats).unwrap();
        (product.ingangsdatum, product.einddatum) =
            periode(product.einddatum, dagen(dag, -400), plaats, is_laatste);
        hoeveel(&mut product.omvang, product.budget, product.ingangsdatum, &mut product.einddatum);
        waarvan(&mut product.product, product.omvang.as_ref(), product.budget);
        match product.reden_wijziging.map(RedenWijziging::code) {
            Some("01") => product.reden_wijziging = Some(RedenWijziging::constant("14")),
            Some("13") => product.einddatum = Some(product.ingangsdatum),
            _ => {}
        }
    }
}

pub(super) fn aangevraagd(producten: &mut [jw315::AangevraagdProduct], dag: Datum) {
    let aantal = producten.len();
    for (plaats, product) in producten.iter_mut().enumerate() {
        let referentie = unieke_tekst(product.referentie_aanbieder.as_str(), plaats, 36);
        product.referentie_aanbieder = ReferentieTekst::new(referentie).unwrap();
        product.beschikking_ingangsdatum = product.beschikking_nummer.map(|_| dag);
        verwijzer(&mut product.verwijzer);
        (product.toewijzing_ingangsdatum, product.toewijzing_einddatum) =
            periode(product.toewijzing_einddatum, dag, i64::try_from(plaats).unwrap(), plaats + 1 == aantal);
        let begin = product.toewijzing_ingangsdatum;
        hoeveel(&mut product.omvang, product.budget, begin, &mut product.toewijzing_einddatum);
        waarvan(&mut product.product, product.omvang.as_ref(), product.budget);
    }
}

/// Of a professional there is a name or an AGB code; of the others no AGB code.
fn verwijzer(verwijzer: &mut Verwijzer) {
    if !["02", "03", "04", "05"].contains(&verwijzer.soort.code()) {
        verwijzer.zorgverlener_code = None;
    } else if verwijzer.zorgverlener_code.is_some() {
        verwijzer.naam = None;
    } else {
        verwijzer.naam = verwijzer.naam.take().or_else(|| NaamVerwijzer::new("Praktijk").ok());
    }
}

pub(super) fn wijziging(verzoek: &mut jw317::Verzoek, dag: Datum) {
    let is_wijziging = verzoek.ongewijzigde_producten.is_some() && verzoek.nieuwe_producten.is_some();
    if verzoek.te_wijzigen_producten.is_none() && !is_wijziging {
        verzoek.te_wijzigen_producten = Some(vec![jw317::TeWijzigenProduct {
            toewijzing_nummer: Nummer::new(1).unwrap(),
            gewenste_ingangsdatum: dag,
            einddatum: None,
            omvang: None,
            budget: None,
        }]);
    }
    for (product, plaats) in verzoek.ongewijzigde_producten.iter_mut().flatten().zip(0..) {
        uniek(&mut product.toewijzing_nummer, plaats);
    }
    for (product, plaats) in verzoek.te_wijzigen_producten.iter_mut().flatten().zip(0..) {
        uniek(&mut product.toewijzing_nummer, plaats);
        (product.gewenste_ingangsdatum, product.einddatum) = periode(product.einddatum, dag, 0, true);
        hoeveel(&mut product.omvang, product.budget, product.gewenste_ingangsdatum, &mut product.einddatum);
    }
    let nieuw = verzoek.nieuwe_producten.as_deref_mut().unwrap_or_default();
    let aantal = nieuw.len();
    for (plaats, product) in nieuw.iter_mut().enumerate() {
        let vanaf = dagen(dag, i64::from(product.gewenste_ingangsdatum.day()));
        (product.gewenste_ingangsdatum, product.einddatum) =
            periode(product.einddatum, vanaf, i64::try_from(plaats).unwrap(), plaats + 1 == aantal);
        hoeveel(&mut product.omvang, product.budget, product.gewenste_ingangsdatum, &mut product.einddatum);
        waarvan(&mut product.product, product.omvang.as_ref(), product.budget);
    }
}

pub(super) fn antwoord(antwoord: &mut jw319::Antwoord) {
    let elders = RedenAfwijzingVerzoek::constant("8");
    match antwoord.verzoek_antwoord.code() {
        "2" => antwoord.reden_afwijzing_verzoek = None,
        _ if *antwoord.reden_afwijzing_verzoek.get_or_insert(elders) == elders => {
            let gemeente = Gemeente::new("9902").unwrap();
            antwoord.woonplaatsbeginsel.get_or_insert(jw319::Woonplaatsbeginsel { gemeente });
        }
        _ => antwoord.woonplaatsbeginsel = None,
    }
}
