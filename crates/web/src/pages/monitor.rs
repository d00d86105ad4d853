//! Youth care, poverty and housing beside each other, per municipality or neighbourhood and over years: public figures with source,
//! year, and in words what is provisional, estimated or not published. In the order of names: no ranking.

mod bestand;
mod rijen;
mod teken;

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use informatie::bevolking::{Bevolking, Cijfer, Gebied, Groep, Kanttekening, Monitor, Monitorrij};
use informatie::indicator::Tekst;
use register::beeld::Gebiedsnamen;
use stelsel::Gemeentecode;

use self::rijen::Rij;
pub(crate) use self::rijen::eenheid;
use self::teken::{Balkrij, Klein};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Paren, Vraag, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::cijfers::{Tab, tabs};

/// Years that are shown at most, the newest.
const JAREN: usize = 10;
/// Youths of which ages are counted.
const GROEP: Groep = Groep::Tot18;

/// The page.
#[derive(Template)]
#[template(path = "monitor.html")]
pub(crate) struct MonitorPagina {
    k: Kader,
    hier: String,
    /// Municipalities to choose from: code, name, chosen.
    keuzes: Vec<(String, String, bool)>,
    titel: String,
    /// Nothing was imported: what to do.
    leeg: bool,
    opvallend: Vec<String>,
    /// The year of the bars.
    jaar: String,
    /// What the two columns are; none when nothing of it is known.
    armoede: Option<String>,
    wonen: Option<String>,
    balken: Vec<Balkrij>,
    klein: Vec<Klein>,
    rijen: Vec<Rij>,
    /// What marks beside figures mean: in a few words, and in full.
    merken: Vec<(String, String)>,
    bronnen: Vec<String>,
    csv: String,
    tabs: Vec<Tab>,
}

/// Which areas are looked at.
pub(crate) struct Keuze {
    /// The municipality whose neighbourhoods are shown; none for the municipalities of the region.
    gemeente: Option<(Gemeentecode, String)>,
    /// The areas, in the order of their names.
    gebieden: Vec<(Gebied, String)>,
    /// The area as a whole, of which the words at the top tell.
    geheel: Option<Gebied>,
}

impl Keuze {
    /// What the query asks for. A municipality that is none of the region's is not found.
    fn of(query: &Paren, beeld: &Gebiedsnamen) -> Result<Self, Fout> {
        let Some(code) = query.get("gemeente") else {
            let all = beeld.gemeenten.iter().map(|(code, naam)| (Gebied::Gemeente(*code), naam.clone()));
            return Ok(Self { gemeente: None, gebieden: all.collect(), geheel: None });
        };
        let code = Gemeentecode::parse(code).map_err(|_| Fout::NietGevonden)?;
        let known = beeld.gemeenten.iter().find(|(one, _)| *one == code).ok_or(Fout::NietGevonden)?;
        let wijken = beeld.wijken.iter().filter(|(wijk, ..)| wijk.gemeente() == code);
        Ok(Self {
            gemeente: Some(known.clone()),
            gebieden: wijken.map(|(wijk, naam, _)| (Gebied::Wijk(*wijk), naam.clone())).collect(),
            geheel: Some(Gebied::Gemeente(code)),
        })
    }
}

/// The monitor of a choice, and the years that it is of.
pub(crate) struct Beeld<'a> {
    bevolking: &'a Bevolking,
    monitor: Monitor<'a>,
    jaren: Vec<u16>,
}

impl<'a> Beeld<'a> {
    fn new(bevolking: &'a Bevolking, keuze: &Keuze) -> Option<Self> {
        let jaren: Vec<u16> = bevolking.jaren().into_iter().rev().take(JAREN).collect();
        let (tot, van) = (*jaren.first()?, *jaren.last()?);
        let gebieden: Vec<Gebied> =
            keuze.geheel.into_iter().chain(keuze.gebieden.iter().map(|(g, _)| *g)).collect();
        let mut monitor = bevolking.monitor(&gebieden, van, tot, GROEP);
        // Years of which nothing is known of these areas say nothing.
        let known: BTreeSet<u16> = monitor
            .rijen
            .iter()
            .filter(|r| r.jeugdhulp.is_ok() || r.armoede.is_some() || r.wonen.is_some())
            .map(|r| r.jaar)
            .collect();
        monitor.rijen.retain(|r| known.contains(&r.jaar));
        (!known.is_empty()).then(|| Self { bevolking, monitor, jaren: known.into_iter().collect() })
    }

    /// The newest year in which youth care of an area is known.
    fn newest(&self) -> u16 {
        let of_care = self.monitor.rijen.iter().filter(|r| r.jeugdhulp.is_ok()).map(|r| r.jaar).max();
        of_care.or_else(|| self.jaren.last().copied()).unwrap_or_default()
    }
}

impl MonitorPagina {
    pub(crate) fn new(
        k: Kader,
        tabs: Vec<Tab>,
        beeld: &Gebiedsnamen,
        keuze: &Keuze,
        bevolking: Option<&Bevolking>,
    ) -> Self {
        let code = keuze.gemeente.as_ref().map(|(code, _)| code.to_string());
        let query = [("gemeente", code.as_deref())];
        let chosen = |one: &Gemeentecode| code.as_deref() == Some(one.to_string().as_str());
        let keuzes =
            beeld.gemeenten.iter().map(|(code, naam)| (code.to_string(), naam.clone(), chosen(code)));
        let place = keuze.gemeente.as_ref().map_or_else(
            || beeld.inrichting.regio.clone().unwrap_or_else(|| k.t("regio-zonder-naam")),
            |(_, naam)| naam.clone(),
        );
        let mut page = Self {
            hier: Pad::Monitor.to_string(),
            keuzes: keuzes.collect(),
            titel: k.t1("monitor-titel", "waar", place),
            leeg: true,
            opvallend: Vec::new(),
            jaar: String::new(),
            armoede: None,
            wonen: None,
            balken: Vec::new(),
            klein: Vec::new(),
            rijen: Vec::new(),
            merken: Vec::new(),
            bronnen: Vec::new(),
            csv: Pad::MonitorCsv.met(&query),
            tabs,
            k,
        };
        if let Some(found) = bevolking.and_then(|bevolking| Beeld::new(bevolking, keuze)) {
            page.fill(&found, keuze);
        }
        page
    }

    fn fill(&mut self, beeld: &Beeld<'_>, keuze: &Keuze) {
        let k = &self.k;
        let jaar = beeld.newest();
        let monitor = &beeld.monitor;
        self.leeg = false;
        self.jaar = jaar.to_string();
        let named = |cijfer: Cijfer| k.taal.tekst(cijfer.beschrijving().naam).to_owned();
        let known = |pick: fn(&Monitorrij<'_>) -> bool| monitor.rijen.iter().any(pick);
        self.armoede = known(|r| r.armoede.is_some()).then(|| named(monitor.armoede));
        self.wonen = known(|r| r.wonen.is_some()).then(|| named(monitor.wonen));
        self.opvallend = opvallend(k, beeld, keuze, jaar);
        self.balken = teken::balken(k, beeld, keuze, jaar);
        self.klein = teken::klein(k, beeld, keuze);
        self.rijen = rijen::rijen(k, beeld, keuze);
        let notes: BTreeSet<Kanttekening> =
            monitor.rijen.iter().flat_map(|r| r.kanttekeningen.iter().copied()).collect();
        let paired = |one: Kanttekening| (k.taal.kies(one.short()), k.taal.kies(one.words()));
        self.merken = notes.into_iter().map(paired).collect();
        self.bronnen = bronnen(k, beeld);
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::bevolking::{bevolking, gebieden};
        let (beeld, figures) = (gebieden(nasty), bevolking(nasty));
        let of = |text: &str| {
            let pairs = Paren(vec![("gemeente".to_owned(), text.to_owned())]);
            Keuze::of(&pairs, &beeld).unwrap()
        };
        let region = Keuze::of(&Paren::default(), &beeld).unwrap();
        vec![
            (
                "monitor",
                Self::new(k.clone(), tabs(k, None, &Pad::Monitor), &beeld, &of("0758"), Some(&figures)),
            ),
            (
                "monitor-regio",
                Self::new(k.clone(), tabs(k, None, &Pad::Monitor), &beeld, &region, Some(&figures)),
            ),
            ("monitor-leeg", Self::new(k.clone(), tabs(k, None, &Pad::Monitor), &beeld, &region, None)),
            (
                "monitor-hulp",
                Self {
                    armoede: None,
                    wonen: None,
                    ..Self::new(k.clone(), tabs(k, None, &Pad::Monitor), &beeld, &region, Some(&figures))
                },
            ),
        ]
    }
}

/// What stands out, in sentences that say nothing about causes.
fn opvallend(k: &Kader, beeld: &Beeld<'_>, keuze: &Keuze, jaar: u16) -> Vec<String> {
    let monitor = &beeld.monitor;
    let mut out = Vec::new();
    if let Some((geheel, (_, naam))) = keuze.geheel.zip(keuze.gemeente.as_ref()) {
        let whole = monitor.rijen.iter().find(|r| r.gebied == geheel && r.jaar == jaar);
        if let Some(Ok(rate)) = whole.map(|r| &r.jeugdhulp) {
            let args = [
                ("jaar", jaar.to_string().into()),
                ("waar", naam.into()),
                ("n", k.taal.decimaal(rate.per_duizend, 0).into()),
            ];
            out.push(k.tx("monitor-opvallend-nu", &args));
        }
        out.extend(monitor.verloop.iter().find(|v| v.gebied == geheel && v.van < v.tot).map(|v| {
            let years = [("van", v.van.to_string().into()), ("tot", v.tot.to_string().into())];
            match v.verschil.map(f64::round) {
                None => k.tx("monitor-opvallend-grens", &years),
                Some(0.0) => k.tx("monitor-opvallend-gelijk", &years),
                Some(more) => {
                    let key = if more > 0.0 { "monitor-opvallend-meer" } else { "monitor-opvallend-minder" };
                    let [van, tot] = years;
                    k.tx(key, &[van, tot, ("n", k.taal.decimaal(more.abs(), 0).into())])
                }
            }
        }));
    }
    let shown = |gebied: Gebied| keuze.gebieden.iter().any(|(g, _)| *g == gebied);
    let of_year = || monitor.rijen.iter().filter(|r| r.jaar == jaar && shown(r.gebied));
    let unknown = of_year().filter(|r| r.jeugdhulp.is_err()).count();
    if unknown > 0 {
        out.push(
            k.tx("monitor-opvallend-onbekend", &[("n", unknown.into()), ("van", of_year().count().into())]),
        );
    }
    if let Some(samen) = monitor.samen.iter().find(|s| s.jaar == jaar) {
        let hulp = Tekst { nl: "jeugdhulp", en: "youth help" };
        let (armoede, wonen) = (monitor.armoede.beschrijving().naam, monitor.wonen.beschrijving().naam);
        let pairs = [(samen.hulp_armoede, armoede), (samen.hulp_wonen, wonen)];
        out.extend(pairs.into_iter().filter_map(|(found, with)| Some(k.taal.kies(found?.words(hulp, with)))));
    }
    out
}

/// The tables that figures are from, with who published them and when they were taken in.
fn bronnen(k: &Kader, beeld: &Beeld<'_>) -> Vec<String> {
    let shown = beeld.bevolking.overzicht().into_iter().filter(|of| beeld.jaren.contains(&of.jaar));
    let line = |of: informatie::bevolking::Tabeljaar| {
        let standen: Vec<&str> = of.standen.iter().map(|s| k.taal.tekst(s.naam())).collect();
        let args = [
            ("bron", of.bron.into()),
            ("tabel", of.tabel.into()),
            ("jaar", of.jaar.to_string().into()),
            ("stand", standen.join(", ").into()),
            ("dag", k.datum(of.gelezen).into()),
        ];
        k.tx("monitor-bron", &args)
    };
    shown.map(line).collect()
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let (kast, opname, part) = (bezoek.staat().bevolking.clone(), bezoek.opname(), bezoek.part());
    let (k, beeld) = bezoek.kijk(String::from("monitor"), move |lezing| lezing.gebiedsnamen(part)).await?;
    let page = buiten(move || {
        let keuze = Keuze::of(&query, &beeld)?;
        let tabs = tabs(&k, opname.as_deref(), &Pad::Monitor);
        Ok(MonitorPagina::new(k, tabs, &beeld, &keuze, kast.get()?.as_deref()))
    });
    pagina(&page.await?)
}

/// The figures as a file.
pub(crate) async fn haal(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let (kast, day, part) = (bezoek.staat().bevolking.clone(), bezoek.vandaag(), bezoek.part());
    let (k, beeld) = bezoek.kijk(String::from("monitor"), move |lezing| lezing.gebiedsnamen(part)).await?;
    let made = buiten(move || {
        let keuze = Keuze::of(&query, &beeld)?;
        let found = kast.get()?;
        Ok(found.as_deref().and_then(|b| Some(bestand::csv(k.taal, &Beeld::new(b, &keuze)?, &keuze))))
    });
    let text = made.await?.ok_or(Fout::NietGevonden)?;
    Ok(bestand::download(&text, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taal::Taal;

    #[test]
    fn a_municipality_of_elsewhere_is_not_found_and_names_give_the_order() {
        let beeld = crate::monster::bevolking::gebieden("");
        let asked = |code: &str| Paren(vec![("gemeente".to_owned(), code.to_owned())]);
        assert!(matches!(Keuze::of(&asked("0363"), &beeld), Err(Fout::NietGevonden)));
        assert!(matches!(Keuze::of(&asked("x"), &beeld), Err(Fout::NietGevonden)));
        let keuze = Keuze::of(&asked("0758"), &beeld).unwrap();
        assert!(keuze.gebieden.iter().all(|(g, _)| g.gemeente() == Gemeentecode::parse("0758").ok()));
        let names: Vec<&String> = keuze.gebieden.iter().map(|(_, naam)| naam).collect();
        assert!(names.is_sorted(), "{names:?}");
    }

    #[test]
    fn a_file_says_why_a_figure_is_not_there() {
        let (beeld, figures) =
            (crate::monster::bevolking::gebieden(""), crate::monster::bevolking::bevolking(""));
        let keuze = Keuze::of(&Paren(vec![("gemeente".to_owned(), "0758".to_owned())]), &beeld).unwrap();
        let text = bestand::csv(Taal::Nl, &Beeld::new(&figures, &keuze).unwrap(), &keuze);
        let lines: Vec<Vec<&str>> = text.lines().map(|l| l.split(';').collect()).collect();
        assert!(lines.iter().all(|l| l.len() == lines[0].len()), "{text}");
        let hidden = lines.iter().find(|l| l[0] == "WK075802" && l[2] == "2022").unwrap();
        assert_eq!(hidden[3], "", "never zero: {hidden:?}");
        assert!(hidden.iter().any(|cell| cell.contains("niet gepubliceerd")), "{hidden:?}");
    }
}
