//! What came of a try, beside going on as now on the same children: in words first, then as charts with their tables, what is short
//! first, who gains and who pays, and every number that it rests on.

use askama::Template;
use simulatie::scenario::Scenario;
use simulatie::systeem::Maat;

use super::velden::{aanname_sleutel, maat_sleutel};
use super::wie::{Tabel, betalers, buurten, groepen, samenvatting};
use super::woord::{eenheid, keuzes, los, nummer, ruimte, verschil, zin};
use crate::adres::{Bestand, Pad};
use crate::grafiek::{Band, Figuur, Reeks, Tekening};
use crate::kader::Kader;
use crate::proef::Bewaarvorm;
use crate::proef::uitkomst::{Knelpunt, Meting, Ruimte};

/// The page.
#[derive(Template)]
#[template(path = "uitproberen_uitkomst.html")]
pub(crate) struct UitkomstPagina {
    k: Kader,
    titel: String,
    lijst: String,
    feiten: Vec<String>,
    waarom: String,
    melding: Option<String>,
    waarschuwingen: Vec<String>,
    keuzes: Vec<String>,
    /// Nothing was played: it was stopped too early.
    niets: bool,
    zinnen: Vec<(String, Vec<String>)>,
    blokken: Vec<Blok>,
    knelpunten: Vec<[String; 3]>,
    samenvatting: Vec<String>,
    tabellen: Vec<Tabel>,
    aantal_aannames: String,
    aannames: Vec<[String; 4]>,
    bestanden: Vec<(String, String)>,
    opnieuw: Option<String>,
    /// The form by which it is kept, or taken away.
    vorm: Option<Vorm>,
}

/// What may be done with it.
pub(super) enum Vorm {
    Bewaren { naar: String, sleutel: String, naam: String, waarom: String, fout: Option<String> },
    Weghalen { naar: String },
}

struct Blok {
    id: String,
    titel: String,
    figuur: Option<Figuur>,
    bijschrift: String,
    kop: Vec<String>,
    rijen: Vec<Vec<String>>,
    csv: String,
}

/// Where an outcome stands and what may be done with it.
pub(super) struct Plek<'a> {
    pub(super) titel: String,
    pub(super) feiten: Vec<String>,
    pub(super) waarom: String,
    pub(super) melding: Option<String>,
    pub(super) bestand: &'a dyn Fn(Bestand) -> Pad,
    pub(super) opnieuw: Option<String>,
    pub(super) vorm: Option<Vorm>,
}

/// The measures of the sentences and the charts, with their words.
const EERST: [(Maat, &str); 4] = [
    (Maat::Wachttijd, "up-naam-wachttijd"),
    (Maat::InHulp, "up-naam-in-hulp"),
    (Maat::Afgehaakt, "up-naam-afgehaakt"),
    (Maat::UitgavenSamen, "up-naam-uitgaven"),
];
const GETEKEND: [(Maat, &str); 8] = [
    (Maat::Wachttijd, "up-naam-wachttijd"),
    (Maat::Wachtend, "up-naam-wachtend"),
    (Maat::InHulp, "up-naam-in-hulp"),
    (Maat::Afgehaakt, "up-naam-afgehaakt"),
    (Maat::UitgavenSamen, "up-naam-uitgaven"),
    (Maat::UitgavenJeugdhulp, "up-naam-jeugdhulp"),
    (Maat::Personeel, "up-naam-personeel"),
    (Maat::Regeldruk, "up-naam-regeldruk"),
];

impl UitkomstPagina {
    /// `scenario`: as the file reads now; none when a later version of the program does not read it any more.
    pub(super) fn new(k: Kader, of: &Bewaarvorm, scenario: Option<&Scenario>, plek: Plek<'_>) -> Self {
        let last_year = of.first_year + i64::try_from(of.years).unwrap_or(1) - 1;
        let sentence = |(maat, key): &(Maat, &str)| Some((k.t(key), zin(&k, of.maat(*maat)?, last_year)));
        let drawn = |(maat, key): &(Maat, &str)| Some(blok(&k, of, of.maat(*maat)?, key, plek.bestand));
        let guesses = of.assumptions.iter().filter(|one| one.source.starts_with(simulatie::systeem::AANNAME));
        let args = [("n", guesses.count().into()), ("alle", of.assumptions.len().into())];
        let mut feiten = vec![k.tx(
            "up-feiten",
            &[
                ("jaren", of.years.into()),
                ("eerste", of.first_year.to_string().into()),
                ("pogingen", of.replications.into()),
            ],
        )];
        feiten.extend(plek.feiten);
        let files = [Bestand::Verslag, Bestand::Csv, Bestand::Json, Bestand::Toml];
        let files = files.iter().filter(|one| of.replications > 0 || matches!(one, Bestand::Toml));
        Self {
            titel: plek.titel,
            lijst: Pad::Uitproberen.to_string(),
            feiten,
            waarom: plek.waarom,
            melding: plek.melding,
            waarschuwingen: waarschuwingen(&k, of, scenario),
            keuzes: scenario.map_or_else(|| vec![k.t("up-niet-meer-te-lezen")], |one| keuzes(&k, one)),
            niets: of.replications == 0,
            zinnen: EERST.iter().filter_map(sentence).collect(),
            blokken: GETEKEND.iter().filter_map(drawn).collect(),
            knelpunten: knelpunten(&k, of),
            samenvatting: samenvatting(&k, of),
            tabellen: vec![buurten(&k, of), groepen(&k, of), betalers(&k, of, last_year)],
            aantal_aannames: k.tx("up-aannames-aantal", &args),
            aannames: aannames(&k, of),
            bestanden: files
                .map(|one| {
                    ((plek.bestand)(*one).to_string(), k.t(&format!("up-bestand-{}", bestand_key(*one))))
                })
                .collect(),
            opnieuw: plek.opnieuw,
            vorm: plek.vorm,
            k,
        }
    }
}

pub(crate) const fn bestand_key(of: Bestand) -> &'static str {
    match of {
        Bestand::Stand => "stand",
        Bestand::Toml => "toml",
        Bestand::Csv => "csv",
        Bestand::Json => "json",
        Bestand::Verslag => "verslag",
    }
}

fn waarschuwingen(k: &Kader, of: &Bewaarvorm, scenario: Option<&Scenario>) -> Vec<String> {
    let mut lines = Vec::new();
    if of.replications < of.replications_asked {
        let args = [("n", of.replications.into()), ("gevraagd", of.replications_asked.into())];
        lines.push(k.tx("up-gestopt", &args));
    }
    if of.uncertainty == "toeval" {
        lines.push(k.t("up-alleen-toeval"));
    }
    if let Some(scenario) = scenario {
        if scenario.keuze.is_bezuiniging() {
            lines.push(k.t("up-bezuiniging"));
        } else if scenario.keuze.is_deel() {
            lines.push(k.t("up-los"));
        }
    }
    if of.months_clipped > 0 {
        lines.push(k.t1("up-geknipt", "maanden", of.months_clipped));
    }
    lines
}

/// A measure over the years: both bands, the same as a table, and the same to take away.
fn blok(k: &Kader, of: &Bewaarvorm, maat: &Meting, key: &str, bestand: &dyn Fn(Bestand) -> Pad) -> Blok {
    let titel = format!("{} ({})", k.t(key), eenheid(k, &maat.unit));
    let id = format!("m-{}", maat.name.replace(['.', '_'], "-"));
    let row = |year: usize| {
        let at = |bands: &[Option<Ruimte>]| bands.get(year).copied().flatten();
        let number = of.first_year + i64::try_from(year).unwrap_or(0);
        vec![
            number.to_string(),
            ruimte(k, at(&maat.as_now)),
            ruimte(k, at(&maat.choice)),
            verschil(k, at(&maat.difference)),
        ]
    };
    Blok {
        figuur: teken(k, of, maat, &id, &titel),
        bijschrift: k.t1("up-tabel-bijschrift", "wat", titel.as_str()),
        kop: ["up-kop-jaar", "up-kop-nu", "up-kop-keuze", "up-kop-verschil"].map(|key| k.t(key)).to_vec(),
        rijen: (0..of.years).map(row).collect(),
        csv: bestand(Bestand::Csv).met(&[("maat", Some(&maat.name))]),
        id,
        titel,
    }
}

fn teken(k: &Kader, of: &Bewaarvorm, maat: &Meting, id: &str, titel: &str) -> Option<Figuur> {
    #[expect(clippy::cast_precision_loss, reason = "a year between 1990 and 2130")]
    let year = |nr: usize| (of.first_year + i64::try_from(nr).unwrap_or(0)) as f64;
    let last = of.years.checked_sub(1)?;
    let marks = (0..of.years).filter(|nr| nr % 3 == 0).map(|nr| (year(nr), format!("{}", year(nr))));
    let band = |klasse, bands: &[Option<Ruimte>]| Band {
        klasse,
        punten: bands
            .iter()
            .enumerate()
            .filter_map(|(nr, one)| one.map(|b| (year(nr), b.p5, b.p95)))
            .collect(),
    };
    let line = |klasse, key: &str, bands: &[Option<Ruimte>]| Reeks {
        klasse,
        label: k.t(key),
        punten: bands.iter().enumerate().map(|(nr, one)| (year(nr), one.map(|b| b.p50))).collect(),
    };
    Figuur::teken(Tekening {
        id: format!("{id}-f"),
        titel: titel.to_owned(),
        beschrijving: k.t("up-figuur-beschrijving"),
        klein: false,
        x: (year(0), year(last)),
        x_merken: marks.collect(),
        top: None,
        y_woord: &|value| nummer(k, value),
        reeksen: vec![
            line("zoals-nu", "up-kop-nu-kort", &maat.as_now),
            line("keuze", "up-kop-keuze-kort", &maat.choice),
        ],
        banden: vec![band("band-nu", &maat.as_now), band("band-keuze", &maat.choice)],
        stippen: Vec::new(),
    })
}

/// What is short first, with the choice and as now.
fn knelpunten(k: &Kader, of: &Bewaarvorm) -> Vec<[String; 3]> {
    let told = |one: Option<&Knelpunt>| {
        let Some(one) = one else { return k.t("up-knelt-niet") };
        let Some(when) = one.years_after_start else { return k.t("up-knelt-niet") };
        #[expect(clippy::cast_precision_loss, reason = "a year between 1990 and 2130")]
        let year = |after: f64| format!("{:.0}", (of.first_year as f64 + after - 1e-9).floor());
        let percent = |part: f64| nummer(k, (100.0 * part).round());
        let args = [
            ("deel", percent(one.share).into()),
            ("eerst", percent(one.first).into()),
            ("van", year(when.p5).into()),
            ("tot", year(when.p95).into()),
        ];
        k.tx("up-knelt", &args)
    };
    let rows = of.breaks.choice.iter().map(|one| {
        let now = of.breaks.as_now.iter().find(|other| other.name == one.name);
        let naam = k.t(&format!("up-breuk-{}", one.name.replace('.', "-")));
        [naam, told(Some(one)), told(now)]
    });
    rows.collect()
}

/// Every number with its range, its source or the word assumption, as it was when this was played.
fn aannames(k: &Kader, of: &Bewaarvorm) -> Vec<[String; 4]> {
    let known = |name: &str| simulatie::systeem::Grootheid::by_name(name).is_some();
    let row = |one: &crate::proef::uitkomst::Getal| {
        let words = if known(&one.name) { k.t(&aanname_sleutel(&one.name)) } else { one.name.clone() };
        let value = format!("{} {}", los(k, one.value), unit(k, &one.unit));
        let value = if one.set { k.t1("up-zelf-gezet", "waarde", value) } else { value };
        let args = [("laag", los(k, one.low).into()), ("hoog", los(k, one.high).into())];
        [words, value, k.tx("up-ruimte", &args), one.source.clone()]
    };
    of.assumptions.iter().map(row).collect()
}

/// A unit of the table in words; one of an older table as it was.
fn unit(k: &Kader, of: &str) -> String {
    let known = simulatie::systeem::TABEL.iter().any(|one| one.eenheid == of);
    if known { k.t(&maat_sleutel(of)) } else { of.to_owned() }
}

#[cfg(test)]
impl UitkomstPagina {
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use super::{bewaard, poging};
        use crate::bezoek::Paren;
        use crate::monster::scenario::{beeld, proef, uitkomst};
        let proef = proef(nasty);
        let whole = uitkomst(nasty);
        let stopped = Bewaarvorm { replications_asked: 100, months_clipped: 3, ..whole.clone() };
        let nothing = Bewaarvorm::niets(&proef.scenario);
        let run = |of: &Bewaarvorm, typed| poging::uitkomst(k.clone(), &proef, of, "0".repeat(32), typed);
        let typed =
            Paren(vec![("naam".into(), String::new()), ("waarom".into(), crate::monster::of(nasty, "Raad"))]);
        let kept = |tries, away| bewaard::pagina_van(k.clone(), &beeld(nasty, tries, away), &whole);
        vec![
            ("uitproberen-uitkomst", run(&whole, None)),
            ("uitproberen-gestopt", run(&stopped, None)),
            ("uitproberen-niets", run(&nothing, None)),
            ("uitproberen-zonder-naam", run(&whole, Some((typed, k.t("up-mis-naam"))))),
            ("scenario", kept(true, false)),
            ("scenario-lezer", kept(false, false)),
            ("scenario-weg", kept(true, true)),
        ]
    }
}
