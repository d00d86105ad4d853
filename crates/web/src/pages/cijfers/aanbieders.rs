//! Providers beside each other: what differs by more than chance, and how long is waited. In the order of names, never of outcomes.

use axum::response::Response;
use informatie::indicator::{Eenheid, Indicator, Niveau};
use informatie::vergelijking::{Ligging, Trechter, grenzen};
use informatie::{Blad, TRECHTER, trechter_van};
use register::beeld::Gebiedsnamen;

use super::blok::{Blok, Kleintje, Uitvoer, toon as in_tabel};
use super::figuren::kromme;
use super::gebied::{Gebied, Kijk};
use super::scholen::BlokkenPagina;
use super::{met_opname, tabs, voet};
use crate::adres::Pad;
use crate::bezoek::Bezoek;
use crate::fout::Fout;
use crate::grafiek::{Figuur, Reeks, Tekening, stap};
use crate::kader::Kader;
use crate::opname::{LANG, Opname, Tijd, Wat};

const WACHT: [&str; 4] = ["jeugdigen-in-hulp", "wachtend", "wachttijd-gestart", "wachttijd-tot-nu"];

fn trechterfiguur(k: &Kader, of: &Trechter, (id, titel): (String, String)) -> Option<Figuur> {
    let most = of.punten.iter().map(|punt| punt.stand.verwacht).fold(10.0, f64::max) * 1.05;
    // Of fewer the limits say nothing.
    let least = 3.0;
    let steps = 40_u32;
    let at = |n: u32| least + (most - least) * f64::from(n) / f64::from(steps);
    let mut bounds: [Vec<(f64, Option<f64>)>; 4] = Default::default();
    for verwacht in (0..=steps).map(at) {
        let (_, wide) = grenzen(verwacht, of.tau2);
        let values = [wide.bijna_alle.1, wide.vijfennegentig.1, wide.vijfennegentig.0, wide.bijna_alle.0];
        for (list, value) in bounds.iter_mut().zip(values) {
            list.push((verwacht, value.is_finite().then_some(value)));
        }
    }
    let words = ["cijfers-grens-998", "cijfers-grens-95"].map(|key| k.t(key));
    let [far, near] = words;
    let labels = [far, near, String::new(), String::new()];
    let klassen = ["grens-ruim", "grens", "grens", "grens-ruim"];
    let reeksen = bounds.into_iter().zip(klassen).zip(labels);
    let dot = |punt: &informatie::vergelijking::Trechterpunt| {
        let klasse = if punt.ligging == Ligging::Binnen { "binnen" } else { "buiten" };
        (punt.stand.verwacht, punt.verhouding, klasse)
    };
    let woord = |value: f64| k.taal.decimaal(value, 1);
    // The limits of the very small would make all else flat.
    let top = of.punten.iter().map(|punt| punt.verhouding).fold(2.0, f64::max) * 1.05;
    let step = stap(most / 5.0);
    let merken = (0..=10_u32).map(|n| f64::from(n) * step).filter(|at| *at <= most);
    Figuur::teken(Tekening {
        id,
        titel,
        beschrijving: k.t("cijfers-trechter-beschrijving"),
        klein: false,
        x: (0.0, most),
        x_merken: merken.map(|at| (at, k.taal.decimaal(at, 0))).collect(),
        top: Some(top),
        y_woord: &woord,
        reeksen: reeksen.map(|((punten, klasse), label)| Reeks { klasse, label, punten }).collect(),
        banden: Vec::new(),
        stippen: of.punten.iter().map(dot).collect(),
    })
}

fn naam(k: &Kader, namen: &Gebiedsnamen, agb: &str) -> String {
    let found = namen.aanbieders.iter().find(|(own, _)| own.to_string() == agb);
    found.map_or_else(|| format!("{} {agb}", k.t("aanbieder-zonder-naam")), |(_, naam)| naam.clone())
}

/// A funnel, in words first.
fn trechter(
    k: &Kader,
    namen: &Gebiedsnamen,
    blad: &Blad,
    (id, titel, wat): (&str, String, String),
    pad: &'static str,
) -> Blok {
    let mut uitleg = vec![wat];
    let mut figuur = None;
    let mut rijen = Vec::new();
    match trechter_van(blad) {
        Err(why) => {
            let keys = (why.key(), u32::try_from(why.eenheden).unwrap_or(0));
            uitleg.push(k.t1(keys.0, "n", keys.1));
        }
        Ok(of) => {
            let [near, far] = of.buiten_door_toeval.map(|n| k.taal.decimaal(n, 1));
            let [out, far_out] = of.buiten.map(|n| u32::try_from(n).unwrap_or(0));
            uitleg.push(k.tx(
                "cijfers-trechter-zin",
                &[
                    ("n", u32::try_from(of.punten.len()).unwrap_or(0).into()),
                    ("buiten", out.into()),
                    ("toeval", near.into()),
                    ("ver", far_out.into()),
                    ("vertoeval", far.into()),
                ],
            ));
            let mut op_naam: Vec<(String, &informatie::vergelijking::Trechterpunt)> =
                of.punten.iter().map(|punt| (naam(k, namen, &punt.stand.sleutel), punt)).collect();
            op_naam.sort_by(|a, b| a.0.cmp(&b.0));
            let [youths, happened, expected] = TRECHTER;
            for (name, punt) in op_naam {
                let cell = |part| {
                    let getal = blad.reeks(part, &punt.stand.sleutel).next().map(|(_, getal)| getal);
                    getal.map_or_else(String::new, |getal| in_tabel(k, getal, Eenheid::Jeugdigen))
                };
                rijen.push(vec![name, cell(youths), cell(happened), cell(expected), k.t(punt.ligging.key())]);
            }
            figuur = trechterfiguur(k, &of, (format!("{id}-f"), titel.clone()));
        }
    }
    uitleg.push(k.taal.tekst(blad.context()).to_owned());
    let kop = [
        "aanbieder",
        "cijfers-trechter-jeugdigen",
        "cijfers-waargenomen",
        "cijfers-verwacht",
        "cijfers-ligging",
    ];
    Blok {
        id: id.to_owned(),
        uitleg,
        figuur,
        bijschrift: k.taal.tekst(blad.definitie()).to_owned(),
        kop: kop.map(|key| k.t(key)).to_vec(),
        rijen,
        uitvoer: vec![Uitvoer::new(titel.clone(), Pad::AanbiedercijferUitvoer(pad), &[])],
        titel,
        ..Blok::default()
    }
}

/// How long is waited, per provider.
fn wachten(k: &Kader, opname: &Opname, namen: &Gebiedsnamen) -> Result<Blok, Fout> {
    let kijk = Kijk { k, opname, namen, plekken: &[], gebied: Gebied::Regio };
    let blad = opname.krommen(Niveau::Aanbieder)?;
    let mut op_naam: Vec<(String, String)> =
        opname.sleutels(Niveau::Aanbieder).into_iter().map(|agb| (naam(k, namen, &agb), agb)).collect();
    op_naam.sort();
    let (mut klein, mut rijen) = (Vec::new(), Vec::new());
    for (name, agb) in &op_naam {
        let mut row = vec![name.clone()];
        let mut shown = false;
        for indicator in WACHT {
            let eenheid = Indicator::find(indicator).map_or(Eenheid::Jeugdigen, |of| of.eenheid);
            let reeks = kijk.reeks(Wat::new(indicator, Niveau::Aanbieder, Tijd::Jaren), agb)?;
            let last = reeks.last().map(|(_, getal)| *getal);
            shown |= last.is_some_and(|getal| getal.waarde().is_some());
            row.push(last.map_or_else(String::new, |getal| in_tabel(k, &getal, eenheid)));
        }
        // Whom nothing may be shown of is left out: a row of nothing says nothing.
        if shown {
            rijen.push(row);
        }
        if let Some(figuur) = kromme(k, &blad, agb, (format!("wacht-{agb}"), name.clone()), true) {
            klein.push(Kleintje { naam: name.clone(), naar: String::new(), figuur: Some(figuur) });
        }
    }
    let kop = WACHT.into_iter().filter_map(Indicator::find).map(|of| k.taal.tekst(of.naam).to_owned());
    let mut uitvoer = vec![Uitvoer::new(k.t("cijfers-kromme"), Pad::AanbiedercijferUitvoer("wachten"), &[])];
    uitvoer
        .extend(WACHT.map(|one| Uitvoer::publicatie(k, Wat::new(one, Niveau::Aanbieder, Tijd::Jaren), None)));
    Ok(Blok {
        id: "wachten".into(),
        titel: k.t("cijfers-wachten-aanbieders"),
        uitleg: vec![k.t("cijfers-wachten-uitleg"), k.taal.tekst(blad.context()).to_owned()],
        klein,
        bijschrift: k.t("cijfers-wachten-aanbieders-bijschrift"),
        kop: std::iter::once(k.t("aanbieder")).chain(kop).collect(),
        rijen,
        uitvoer,
        ..Blok::default()
    })
}

pub(crate) fn aanbieders(k: &Kader, opname: &Opname, namen: &Gebiedsnamen) -> Result<BlokkenPagina, Fout> {
    let lang = (
        "lang-wachten",
        k.t("cijfers-lang-wachten"),
        k.t1("cijfers-lang-wachten-uitleg", "weken", u32::from(LANG) / 7),
    );
    let terug = ("terugkeer", k.t("cijfers-terugkeer"), k.t("cijfers-terugkeer-uitleg"));
    let (late, again) = (opname.vergelijking(true)?, opname.vergelijking(false)?);
    Ok(BlokkenPagina {
        tabs: tabs(k, Some(opname), &Pad::CijfersAanbieders),
        voet: voet(k, opname),
        titel: k.t("cijfers-tab-aanbieders"),
        inleiding: vec![k.t("cijfers-aanbieders-uitleg")],
        verder: None,
        blokken: vec![
            trechter(k, namen, &late, lang, "lang-wachten"),
            trechter(k, namen, &again, terug, "vergelijking-terugkeer"),
            wachten(k, opname, namen)?,
        ],
        k: k.clone(),
    })
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    met_opname(bezoek, "aanbieders".into(), aanbieders).await
}
