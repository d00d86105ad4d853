//! The areas within an area: small charts on one scale, and neighbourhoods on the map.

use informatie::Getal;
use informatie::indicator::{Eenheid, Niveau};
use jiff::civil::Date;
use register::beeld::Wijkplek;

use super::blok::{Blok, Kleintje, Uitvoer, toon};
use super::figuren::{Punten, lijn, span, van_tot};
use super::gebied::Kijk;
use crate::adres::Pad;
use crate::fout::Fout;
use crate::grafiek::{Figuur, over_maanden};
use crate::kaart::{Kaart, Vlek};
use crate::opname::{Tijd, Wat};

/// Small charts of the areas within this one: youths in help per hundred who live there, all on one scale, with the region beside.
pub(crate) fn gebieden(
    kijk: &Kijk<'_>,
    niveau: Niveau,
    delen: &[(String, String, String)],
) -> Result<Blok, Fout> {
    let k = kijk.k;
    let wat = Wat::new("stand", niveau, Tijd::Maanden);
    let per = |reeks: Punten, jeugd: Option<u32>| -> Punten {
        let rate = |(day, getal): (Date, Getal)| (day, getal.per(jeugd.unwrap_or(0), 100));
        reeks.into_iter().map(rate).collect()
    };
    let regio = kijk.reeks(Wat::new("stand", Niveau::Regio, Tijd::Maanden), "")?;
    let regio = per(regio, kijk.jeugd(Niveau::Regio, ""));
    let mut reeksen = Vec::new();
    let mut rijen = Vec::new();
    for (sleutel, naam, naar) in delen {
        let reeks = kijk.reeks(wat, sleutel)?;
        let jeugd = kijk.jeugd(niveau, sleutel);
        let rates = per(reeks.clone(), jeugd);
        let last =
            |reeks: &Punten, eenheid| reeks.last().map_or_else(String::new, |(_, one)| toon(k, one, eenheid));
        let before = reeks.len().checked_sub(13).and_then(|n| reeks.get(n));
        rijen.push(vec![
            naam.clone(),
            last(&reeks, Eenheid::Jeugdigen),
            before.map_or_else(String::new, |(_, one)| toon(k, one, Eenheid::Jeugdigen)),
            last(&rates, Eenheid::PerJeugdige),
        ]);
        reeksen.push((naam, naar, rates));
    }
    let woord = |value: f64| k.taal.decimaal(value, 1);
    let all = || reeksen.iter().map(|(.., rates)| rates).chain([&regio]);
    let top =
        all().flat_map(|reeks| reeks.iter().filter_map(|(_, getal)| getal.waarde())).fold(0.0, f64::max);
    let span = span(all());
    let draw = |(n, (naam, naar, rates)): (usize, &(&String, &String, Punten))| {
        let figuur = span.filter(|_| rates.iter().any(|(_, one)| one.waarde().is_some())).and_then(|span| {
            let words = ((*naam).clone(), van_tot(k, span));
            let mut of = over_maanden(format!("gebied-{n}"), words, span, true, &woord);
            of.top = Some(top);
            of.reeksen = vec![lijn("regio", String::new(), &regio), lijn("in-hulp", String::new(), rates)];
            Figuur::teken(of)
        });
        Kleintje { naam: (*naam).clone(), naar: (*naar).clone(), figuur }
    };
    Ok(Blok {
        id: "gebieden".into(),
        titel: k.t(if niveau == Niveau::Gemeente { "gemeenten" } else { "wijken" }),
        uitleg: vec![k.t("cijfers-gebieden-uitleg")],
        klein: reeksen.iter().enumerate().map(draw).collect(),
        bijschrift: k.t("cijfers-bijschrift"),
        kop: ["cijfers-gebied", "cijfers-nu-kop", "jaar-geleden", "per-honderd"].map(|key| k.t(key)).to_vec(),
        rijen,
        uitvoer: vec![Uitvoer::publicatie(k, wat, None)],
        ..Blok::default()
    })
}

/// The neighbourhoods on the map: youths in help per hundred who live there, in the newest month.
pub(crate) fn wijken(kijk: &Kijk<'_>) -> Result<Option<Blok>, Fout> {
    let k = kijk.k;
    let own: Vec<&Wijkplek> = kijk.plekken.iter().filter(|plek| kijk.holds(plek.code)).collect();
    if own.len() < 2 {
        return Ok(None);
    }
    let wat = Wat::new("stand", Niveau::Wijk, Tijd::Maanden);
    let (mut vlekken, mut rijen) = (Vec::new(), Vec::new());
    for plek in own {
        let naar = Pad::CijfersWijk(plek.code).to_string();
        let stand = kijk.reeks(wat, &plek.code.to_string())?.last().map(|(_, getal)| *getal);
        let rate = stand.map(|getal| getal.per(plek.jeugd.unwrap_or(0), 100));
        let cell = |getal: Option<Getal>, eenheid| {
            getal.map_or_else(|| k.t("onbekend"), |getal| toon(k, &getal, eenheid))
        };
        rijen.push(vec![
            plek.naam.clone(),
            kijk.gemeente(plek.code.gemeente()),
            cell(stand, Eenheid::Jeugdigen),
            cell(rate, Eenheid::PerJeugdige),
        ]);
        vlekken.push(Vlek { plek, per_honderd: rate.and_then(|getal| getal.waarde()), naar });
    }
    rijen.sort();
    let gemeenten: Vec<&str> = kijk.namen.gemeenten.iter().map(|(_, naam)| naam.as_str()).collect();
    Ok(Kaart::teken(k, &vlekken, &gemeenten).map(|kaart| Blok {
        id: "wijkkaart".into(),
        titel: k.t("kaart-titel"),
        uitleg: vec![k.t("cijfers-kaart-uitleg")],
        kaart: Some(kaart),
        bijschrift: k.t("cijfers-bijschrift"),
        kop: ["cijfers-gebied", "gemeente", "cijfers-nu-kop", "per-honderd"].map(|key| k.t(key)).to_vec(),
        rijen,
        uitvoer: vec![Uitvoer::publicatie(k, wat, None)],
        ..Blok::default()
    }))
}
