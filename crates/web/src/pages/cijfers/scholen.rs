//! Schools: how many of their youths have help, together and one by one. Only what is noted of schools on the list of the region.

use askama::Template;
use axum::response::Response;
use informatie::indicator::{Eenheid, Niveau};
use register::beeld::Gebiedsnamen;

use super::blok::{self, Blok, Kleintje, Uitvoer, toon as in_tabel};
use super::figuren::klein_figuur;
use super::gebied::{Gebied, GebiedPagina, Kijk};
use super::{Tab, met_opname, tabs, voet};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::opname::{Opname, Tijd, Wat};

/// The page of one block, as schools and what may come have.
#[derive(Template)]
#[template(path = "cijfers_blokken.html")]
pub(crate) struct BlokkenPagina {
    pub(crate) k: Kader,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) voet: Vec<String>,
    pub(crate) titel: String,
    pub(crate) inleiding: Vec<String>,
    /// Where one goes from here: address, words, and why.
    pub(crate) verder: Option<[String; 3]>,
    pub(crate) blokken: Vec<Blok>,
}

/// The schools, by name.
pub(crate) fn scholen(k: &Kader, opname: &Opname, namen: &Gebiedsnamen) -> Result<BlokkenPagina, Fout> {
    let kijk = Kijk { k, opname, namen, plekken: &[], gebied: Gebied::Regio };
    let wat = Wat::new("jeugdigen-in-hulp", Niveau::School, Tijd::Jaren);
    let now = Wat::new("stand", Niveau::School, Tijd::Maanden);
    let woord = |value: f64| k.taal.decimaal(value, 0);
    let (mut kop, mut rijen, mut klein) = (vec![k.t("cijfers-school")], Vec::new(), Vec::new());
    for school in opname.sleutels(Niveau::School) {
        let reeks = kijk.reeks(wat, &school)?;
        if rijen.is_empty() {
            kop.extend(reeks.iter().map(|(day, _)| blok::periode(k, *day, Tijd::Jaren)));
        }
        let cells = reeks.iter().map(|(_, getal)| in_tabel(k, getal, Eenheid::Jeugdigen));
        rijen.push(std::iter::once(school.clone()).chain(cells).collect());
        let id = format!("school-{}", klein.len());
        let figuur = klein_figuur(id, school.clone(), &kijk.reeks(now, &school)?, k, &woord);
        let naar = Pad::CijfersScholen.met(&[("school", Some(&school))]);
        klein.push(Kleintje { naam: school, naar, figuur });
    }
    let blok = Blok {
        id: "scholen".into(),
        titel: k.t("cijfers-scholen-kop"),
        uitleg: vec![super::context(k, "jeugdigen-in-hulp")],
        bijschrift: k.t("cijfers-bijschrift"),
        kop,
        rijen,
        klein,
        open: true,
        uitvoer: vec![Uitvoer::publicatie(k, wat, None)],
        ..Blok::default()
    };
    Ok(BlokkenPagina {
        tabs: tabs(k, Some(opname), &Pad::CijfersScholen),
        voet: voet(k, opname),
        titel: k.t("cijfers-tab-scholen"),
        inleiding: vec![k.t("cijfers-scholen-uitleg")],
        verder: None,
        blokken: vec![blok],
        k: k.clone(),
    })
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let Some(naam) = query.get("school").map(str::to_owned) else {
        return met_opname(bezoek, "scholen".into(), scholen).await;
    };
    met_opname(bezoek, naam.clone(), move |k, opname, namen| {
        GebiedPagina::new(&Kijk { k, opname, namen, plekken: &[], gebied: Gebied::School(&naam) })
    })
    .await
}
