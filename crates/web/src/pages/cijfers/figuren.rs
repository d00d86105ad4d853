//! The charts of an area.

use informatie::indicator::{Eenheid, Indicator};
use informatie::{Blad, Getal, KROMME};
use jiff::civil::Date;
use stelsel::Hulpvorm;

use super::blok::{self, Blok, Kleintje, Uitvoer, toon, waarde_in_woorden};
use super::gebied::Kijk;
use crate::adres::Pad;
use crate::fout::Fout;
use crate::grafiek::{Figuur, Reeks, Tekening, maand, over_maanden};
use crate::kader::Kader;
use crate::opname::{Tijd, Wat};

/// The three of a chart of who comes, who goes and who is there.
const STROOM: [(&str, &str, &str); 3] = [
    ("stand", "in-hulp", "lijn-in-hulp"),
    ("instroom", "instroom", "lijn-instroom"),
    ("uitstroom", "uitstroom", "lijn-uitstroom"),
];
const GROEI: [&str; 4] = ["groei-nieuw", "groei-meer", "groei-langer", "groei-zwaarder"];
const KOSTEN: [(&str, &str); 2] = [("kosten-toegekend", "in-hulp"), ("kosten-verwacht", "verwacht")];
const WACHT: [&str; 5] =
    ["wachtend", "wachttijd-gestart", "wachttijd-gestart-p90", "wachttijd-tot-nu", "wachttijd-tot-nu-p90"];

/// All blocks of an area.
pub(crate) fn blokken(kijk: &Kijk<'_>) -> Result<Vec<Blok>, Fout> {
    let mut out = stroom(kijk)?;
    let (niveau, delen) = kijk.delen();
    if !delen.is_empty() {
        out.push(super::gebieden::gebieden(kijk, niveau, &delen)?);
    }
    out.extend(super::gebieden::wijken(kijk)?);
    out.push(vormen(kijk)?);
    out.push(wachten(kijk)?);
    out.push(kosten(kijk)?);
    out.push(groei(kijk)?);
    Ok(out)
}

pub(crate) type Punten = Vec<(Date, Getal)>;

/// Whether enough of a series is shown to draw it.
fn drawn(reeks: &Punten) -> bool {
    let shown = reeks.iter().filter(|(_, getal)| getal.waarde().is_some()).count();
    shown > 1 && shown * 3 >= reeks.len() * 2
}

pub(crate) fn lijn(klasse: &'static str, label: String, reeks: &Punten) -> Reeks {
    let punten = reeks.iter().map(|(day, getal)| (maand(*day), getal.waarde())).collect();
    Reeks { klasse, label, punten }
}

/// One of many small charts of who has help; none where too little of it is shown.
pub(crate) fn klein_figuur(
    id: String,
    titel: String,
    reeks: &Punten,
    k: &Kader,
    woord: &dyn Fn(f64) -> String,
) -> Option<Figuur> {
    let span = span(std::iter::once(reeks)).filter(|_| drawn(reeks))?;
    let mut of = over_maanden(id, (titel, van_tot(k, span)), span, true, woord);
    of.reeksen = vec![lijn("in-hulp", String::new(), reeks)];
    Figuur::teken(of)
}

/// First and last day of series.
pub(crate) fn span<'a>(reeksen: impl Iterator<Item = &'a Punten>) -> Option<(Date, Date)> {
    let days: Vec<Date> = reeksen.flat_map(|reeks| reeks.iter().map(|(day, _)| *day)).collect();
    Some((*days.iter().min()?, *days.iter().max()?))
}

/// A table of series beside each other, the newest period first.
fn tabel(k: &Kader, tijd: Tijd, reeksen: &[(Punten, Eenheid)]) -> Vec<Vec<String>> {
    let Some((first, _)) = reeksen.first() else { return Vec::new() };
    let row = |(n, (day, _)): (usize, &(Date, Getal))| {
        let cells = reeksen.iter().map(|(reeks, eenheid)| {
            reeks.get(n).map_or_else(String::new, |(_, getal)| toon(k, getal, *eenheid))
        });
        std::iter::once(blok::periode(k, *day, tijd)).chain(cells).collect()
    };
    let mut rijen: Vec<Vec<String>> = first.iter().enumerate().map(row).collect();
    rijen.reverse();
    rijen
}

/// The names of indicators above a table.
fn koppen(k: &Kader, eerste: String, indicators: &[&str]) -> Vec<String> {
    let named =
        indicators.iter().filter_map(|key| Indicator::find(key)).map(|of| k.taal.tekst(of.naam).to_owned());
    std::iter::once(eerste).chain(named).collect()
}

fn uitleg(k: &Kader, indicator: &str) -> Vec<String> {
    let of = Indicator::find(indicator);
    of.map_or_else(Vec::new, |of| {
        vec![k.taal.tekst(of.definitie).to_owned(), k.taal.tekst(of.context).to_owned()]
    })
}

fn stroom(kijk: &Kijk<'_>) -> Result<Vec<Blok>, Fout> {
    let k = kijk.k;
    let (niveau, sleutel) = (kijk.niveau(), kijk.sleutel());
    let all = |tijd| {
        let reeks = |(indicator, ..): (&'static str, &str, &str)| {
            Ok((kijk.reeks(Wat::new(indicator, niveau, tijd), &sleutel)?, Eenheid::Jeugdigen))
        };
        STROOM.into_iter().map(reeks).collect::<Result<Vec<_>, Fout>>()
    };
    let months = all(Tijd::Maanden)?;
    if months.iter().all(|(reeks, _)| drawn(reeks)) {
        return Ok(vec![stroom_blok(kijk, Tijd::Maanden, &months)]);
    }
    // Where months hide too much, twelve months together show more.
    let mut out = vec![stroom_blok(kijk, Tijd::Jaren, &all(Tijd::Jaren)?)];
    if let [stand, ..] = months.as_slice()
        && drawn(&stand.0)
    {
        let titel = k.t("cijfers-stand");
        let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Jeugdigen);
        let figuur = span(std::iter::once(&stand.0)).and_then(|span| {
            let mut of =
                over_maanden("stand-f".into(), (titel.clone(), van_tot(k, span)), span, false, &woord);
            of.reeksen = vec![lijn("in-hulp", k.t("lijn-in-hulp"), &stand.0)];
            Figuur::teken(of)
        });
        out.push(Blok {
            id: "stand".into(),
            titel,
            uitleg: uitleg(k, "stand"),
            figuur,
            bijschrift: k.t("cijfers-bijschrift"),
            kop: koppen(k, k.t("cijfers-periode"), &["stand"]),
            rijen: tabel(k, Tijd::Maanden, std::slice::from_ref(stand)),
            uitvoer: vec![Uitvoer::publicatie(k, Wat::new("stand", niveau, Tijd::Maanden), Some(&sleutel))],
            ..Blok::default()
        });
    }
    Ok(out)
}

/// Whether a chart tells more than the table: two points do not.
fn enough(reeksen: &[(Punten, Eenheid)]) -> bool {
    reeksen.iter().any(|(reeks, _)| reeks.len() > 2)
}

fn stroom_blok(kijk: &Kijk<'_>, tijd: Tijd, reeksen: &[(Punten, Eenheid)]) -> Blok {
    let k = kijk.k;
    let sleutel = kijk.sleutel();
    let titel = k.t("cijfers-stroom");
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Jeugdigen);
    let span = span(reeksen.iter().map(|(reeks, _)| reeks)).filter(|_| enough(reeksen));
    let figuur = span.and_then(|span| {
        let mut of = over_maanden("stroom-f".into(), (titel.clone(), van_tot(k, span)), span, false, &woord);
        let lines = STROOM.into_iter().zip(reeksen);
        of.reeksen = lines.map(|((_, klasse, label), (reeks, _))| lijn(klasse, k.t(label), reeks)).collect();
        Figuur::teken(of)
    });
    let keys = STROOM.map(|(indicator, ..)| indicator);
    let wat = |indicator| Uitvoer::publicatie(k, Wat::new(indicator, kijk.niveau(), tijd), Some(&sleutel));
    Blok {
        id: "stroom".into(),
        titel,
        uitleg: vec![k.t(if tijd == Tijd::Maanden {
            "cijfers-stroom-maanden"
        } else {
            "cijfers-stroom-jaren"
        })],
        open: figuur.is_none(),
        figuur,
        bijschrift: k.t("cijfers-bijschrift"),
        kop: koppen(k, k.t("cijfers-periode"), &keys),
        rijen: tabel(k, tijd, reeksen),
        uitvoer: keys.into_iter().map(wat).collect(),
        ..Blok::default()
    }
}

pub(crate) fn van_tot(k: &Kader, (van, tot): (Date, Date)) -> String {
    k.tx("cijfers-van-tot", &[("van", k.taal.maand_jaar(van).into()), ("tot", k.taal.maand_jaar(tot).into())])
}

/// Small charts of the forms of help, each on a scale of its own.
fn vormen(kijk: &Kijk<'_>) -> Result<Blok, Fout> {
    let k = kijk.k;
    let (niveau, sleutel) = (kijk.niveau(), kijk.sleutel());
    let (mut klein, mut rijen, mut uitvoer) = (Vec::new(), Vec::new(), Vec::new());
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Jeugdigen);
    for vorm in Hulpvorm::ALL {
        let wat = Wat { vorm: Some(vorm), ..Wat::new("stand", niveau, Tijd::Maanden) };
        let reeks = kijk.reeks(wat, &sleutel)?;
        let naam = k.vorm(vorm);
        let cell = |at: Option<&(Date, Getal)>| {
            at.map_or_else(String::new, |(_, one)| toon(k, one, Eenheid::Jeugdigen))
        };
        let before = reeks.len().checked_sub(13).and_then(|n| reeks.get(n));
        rijen.push(vec![naam.clone(), cell(reeks.last()), cell(before)]);
        if !reeks.iter().any(|(_, one)| one.waarde().is_some()) {
            continue;
        }
        let figuur = span(std::iter::once(&reeks)).and_then(|span| {
            let words = (naam.clone(), van_tot(k, span));
            let mut of = over_maanden(format!("vorm-{}", vorm.key()), words, span, true, &woord);
            of.reeksen = vec![lijn("in-hulp", String::new(), &reeks)];
            Figuur::teken(of)
        });
        klein.push(Kleintje { naam: naam.clone(), naar: String::new(), figuur });
        uitvoer.push(Uitvoer { naam, ..Uitvoer::publicatie(k, wat, Some(&sleutel)) });
    }
    Ok(Blok {
        id: "vormen".into(),
        titel: k.t("vormen-titel"),
        uitleg: vec![k.t("cijfers-vormen-uitleg")],
        klein,
        bijschrift: k.t("cijfers-bijschrift"),
        kop: ["soort-hulp", "cijfers-nu-kop", "jaar-geleden"].map(|key| k.t(key)).to_vec(),
        rijen,
        uitvoer,
        ..Blok::default()
    })
}

/// The two waiting curves of a key of a sheet.
pub(crate) fn kromme(
    k: &Kader,
    blad: &Blad,
    sleutel: &str,
    (id, titel): (String, String),
    klein: bool,
) -> Option<Figuur> {
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Aandeel);
    let labels = ["cijfers-lijn-gestart", "cijfers-lijn-tot-nu"];
    let reeksen =
        KROMME.into_iter().zip(["instroom", "in-hulp"]).zip(labels).map(|((onderdeel, klasse), label)| {
            let point = |(day, getal): (&str, &Getal)| Some((day.parse::<f64>().ok()?, getal.waarde()));
            let punten = blad.reeks(onderdeel, sleutel).filter_map(point).collect();
            Reeks { klasse, label: if klein { String::new() } else { k.t(label) }, punten }
        });
    let reeksen: Vec<Reeks> = reeksen.collect();
    let last = reeksen.iter().flat_map(|reeks| &reeks.punten).map(|(day, _)| *day).fold(84.0, f64::max);
    let every = if klein { 26 } else { 8 };
    let weeks = (0..=52_u32).step_by(every).filter(|week| f64::from(*week) * 7.0 <= last + 1.0);
    Figuur::teken(Tekening {
        id,
        titel,
        beschrijving: k.t("cijfers-kromme-beschrijving"),
        klein,
        x: (0.0, last),
        x_merken: weeks.map(|week| (f64::from(week) * 7.0, week.to_string())).collect(),
        top: Some(1.0),
        y_woord: &woord,
        reeksen,
        banden: Vec::new(),
        stippen: Vec::new(),
    })
}

fn wachten(kijk: &Kijk<'_>) -> Result<Blok, Fout> {
    let k = kijk.k;
    let (niveau, sleutel) = (kijk.niveau(), kijk.sleutel());
    let blad = kijk.opname.krommen(niveau)?;
    let mut reeksen = Vec::new();
    for indicator in WACHT {
        let eenheid = Indicator::find(indicator).map_or(Eenheid::Dagen, |of| of.eenheid);
        reeksen.push((kijk.reeks(Wat::new(indicator, niveau, Tijd::Jaren), &sleutel)?, eenheid));
    }
    let pairs = [("niveau", Some(niveau.key())), ("sleutel", Some(sleutel.as_str()))];
    let mut uitvoer = vec![Uitvoer::new(k.t("cijfers-kromme"), Pad::CijferUitvoer("wachten"), &pairs)];
    let jaren = |indicator| Uitvoer::publicatie(k, Wat::new(indicator, niveau, Tijd::Jaren), Some(&sleutel));
    uitvoer.extend(WACHT.map(jaren));
    let titel = k.t("cijfers-wachten");
    Ok(Blok {
        id: "wachten".into(),
        uitleg: vec![k.t("cijfers-wachten-uitleg"), k.taal.tekst(blad.context()).to_owned()],
        figuur: kromme(k, &blad, &sleutel, ("wachten-f".into(), titel.clone()), false),
        titel,
        bijschrift: k.t("cijfers-wachten-bijschrift"),
        kop: koppen(k, k.t("cijfers-periode"), &WACHT),
        rijen: tabel(k, Tijd::Jaren, &reeksen),
        uitvoer,
        ..Blok::default()
    })
}

fn kosten(kijk: &Kijk<'_>) -> Result<Blok, Fout> {
    let k = kijk.k;
    let (niveau, sleutel) = (kijk.niveau(), kijk.sleutel());
    let mut reeksen = Vec::new();
    for (indicator, _) in KOSTEN {
        reeksen.push((kijk.reeks(Wat::new(indicator, niveau, Tijd::Jaren), &sleutel)?, Eenheid::Eurocent));
    }
    let titel = k.t("cijfers-kosten");
    let woord = |value: f64| blok::euro(k, value);
    let drawn = span(reeksen.iter().map(|(reeks, _)| reeks)).filter(|_| enough(&reeksen));
    let figuur = drawn.and_then(|span| {
        let mut of = over_maanden("kosten-f".into(), (titel.clone(), van_tot(k, span)), span, false, &woord);
        of.reeksen = KOSTEN
            .into_iter()
            .zip(&reeksen)
            .zip(["cijfers-lijn-toegekend", "cijfers-lijn-verwacht"])
            .map(|(((_, klasse), (reeks, _)), label)| lijn(klasse, k.t(label), reeks))
            .collect();
        Figuur::teken(of)
    });
    let keys = KOSTEN.map(|(indicator, _)| indicator);
    let wat = |indicator| Uitvoer::publicatie(k, Wat::new(indicator, niveau, Tijd::Jaren), Some(&sleutel));
    let mut words = uitleg(k, "kosten-toegekend");
    words.extend(uitleg(k, "kosten-verwacht"));
    Ok(Blok {
        id: "kosten".into(),
        titel,
        uitleg: words,
        open: figuur.is_none(),
        figuur,
        bijschrift: k.t("cijfers-bijschrift"),
        kop: koppen(k, k.t("cijfers-periode"), &keys),
        rijen: tabel(k, Tijd::Jaren, &reeksen),
        uitvoer: keys.into_iter().map(wat).collect(),
        ..Blok::default()
    })
}

fn groei(kijk: &Kijk<'_>) -> Result<Blok, Fout> {
    let k = kijk.k;
    let (niveau, sleutel) = (kijk.niveau(), kijk.sleutel());
    let mut reeksen = Vec::new();
    for indicator in GROEI {
        // The first whole period has nothing before it to compare with.
        let reeks = kijk.reeks(Wat::new(indicator, niveau, Tijd::Jaren), &sleutel)?;
        reeksen.push((reeks.into_iter().skip(1).collect::<Punten>(), Eenheid::Aandeel));
    }
    let titel = k.t("cijfers-groei");
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Aandeel);
    let figuur =
        span(reeksen.iter().map(|(reeks, _)| reeks)).filter(|(van, tot)| van < tot).and_then(|span| {
            let mut of =
                over_maanden("groei-f".into(), (titel.clone(), van_tot(k, span)), span, false, &woord);
            let labels = [
                "cijfers-groei-nieuw",
                "cijfers-groei-meer",
                "cijfers-groei-langer",
                "cijfers-groei-zwaarder",
            ];
            let klassen = ["in-hulp", "instroom", "uitstroom", "regio"];
            of.reeksen = labels
                .into_iter()
                .zip(klassen)
                .zip(&reeksen)
                .map(|((label, klasse), (reeks, _))| lijn(klasse, k.t(label), reeks))
                .collect();
            Figuur::teken(of)
        });
    let wat = |indicator| Uitvoer::publicatie(k, Wat::new(indicator, niveau, Tijd::Jaren), Some(&sleutel));
    Ok(Blok {
        id: "groei".into(),
        titel,
        uitleg: vec![k.t("cijfers-groei-uitleg")],
        figuur,
        bijschrift: k.t("cijfers-bijschrift"),
        kop: koppen(k, k.t("cijfers-periode"), &GROEI),
        rijen: tabel(k, Tijd::Jaren, &reeksen),
        open: true,
        uitvoer: GROEI.into_iter().map(wat).collect(),
        ..Blok::default()
    })
}
