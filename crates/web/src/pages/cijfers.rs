//! The information position: figures of the newest snapshot, every one of them through the door of disclosure control.

mod aanbieders;
mod blok;
mod figuren;
mod gebied;
mod gebieden;
mod indicatoren;
mod opvalt;
mod scholen;
mod uitvoer;
mod vooruit;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use informatie::indicator::{Indicator, Niveau};
use register::Lezing;
use register::beeld::Gebiedsnamen;
use stelsel::{Gemeentecode, Onderdeel, Wijkcode};

use self::gebied::{Gebied, GebiedPagina, Kijk};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::opname::Opname;

pub(crate) use self::aanbieders::toon as aanbieders;
pub(crate) use self::indicatoren::toon as indicatoren;
pub(crate) use self::scholen::toon as scholen;
pub(crate) use self::uitvoer::{haal, haal_aanbieder};
pub(crate) use self::vooruit::toon as vooruit;

/// An entry of the menu of this part.
pub(crate) struct Tab {
    pub(crate) naar: String,
    pub(crate) tekst: String,
    pub(crate) hier: bool,
}

/// The pages of this part that the reader may see and that have something to show.
pub(crate) fn tabs(k: &Kader, opname: Option<&Opname>, hier: &Pad) -> Vec<Tab> {
    let schools = opname.is_some_and(|opname| !opname.sleutels(Niveau::School).is_empty());
    let there = opname.is_some();
    let all = [
        (true, Pad::Cijfers, "cijfers-tab-gebieden"),
        (schools, Pad::CijfersScholen, "cijfers-tab-scholen"),
        (there, Pad::CijfersVooruit, "cijfers-tab-vooruit"),
        (there && k.mag(Onderdeel::Aanbiedercijfers), Pad::CijfersAanbieders, "cijfers-tab-aanbieders"),
        (there, Pad::CijfersIndicatoren, "cijfers-tab-indicatoren"),
        (true, Pad::Monitor, "cijfers-tab-monitor"),
        (true, Pad::Buren, "buren-menu"),
        (k.mag(Onderdeel::Regio), Pad::Oorzaken, "oorzaken-menu"),
    ];
    let open = all.into_iter().filter(|(open, ..)| *open);
    open.map(|(_, pad, key)| Tab { naar: pad.to_string(), tekst: k.t(key), hier: pad == *hier }).collect()
}

/// How figures are protected, and which snapshot they are of.
fn voet(k: &Kader, opname: &Opname) -> Vec<String> {
    let (drempel, basis) = opname.drempel();
    vec![
        k.tx("cijfers-bescherming-regel", &[("drempel", drempel.into()), ("basis", basis.into())]),
        k.t("cijfers-bescherming-verborgen"),
        k.t("cijfers-bescherming-voorlopig"),
        k.t("cijfers-bescherming-gebruik"),
        k.t1("cijfers-opname", "naam", opname.naam()),
    ]
}

/// What to know with an indicator.
fn context(k: &Kader, indicator: &str) -> String {
    Indicator::find(indicator).map_or_else(String::new, |of| k.taal.tekst(of.context).to_owned())
}

/// A number of youths in a sentence.
fn rond(value: f64) -> u32 {
    crate::cijfer::rond(value)
}

/// The page when there is no snapshot.
#[derive(Template)]
#[template(path = "cijfers_leeg.html")]
pub(crate) struct LeegPagina {
    k: Kader,
    tabs: Vec<Tab>,
}

impl LeegPagina {
    fn new(k: Kader) -> Self {
        Self { tabs: tabs(&k, None, &Pad::Cijfers), k }
    }
}

impl Bezoek {
    /// The open snapshot, if there is one.
    pub(crate) fn opname(&self) -> Option<Arc<Opname>> {
        let toestand = &self.staat().toestand;
        toestand.cijfers.opname(toestand.klok.now())
    }
}

/// Looks, which is written down; then computes a page, or tells that there is no snapshot yet.
async fn met_opname<P: Template + Send + 'static>(
    bezoek: Bezoek,
    object: String,
    page: impl FnOnce(&Kader, &Opname, &Gebiedsnamen) -> Result<P, Fout> + Send + 'static,
) -> Result<Response, Fout> {
    met_beeld(bezoek, object, namen, page).await
}

fn namen(lezing: &mut Lezing<'_>, part: Onderdeel) -> Result<Gebiedsnamen, register::Fout> {
    lezing.gebiedsnamen(part)
}

/// The same of an area, with the map of its neighbourhoods.
async fn met_kaart(bezoek: Bezoek, object: String, gebied: Gebied<'static>) -> Result<Response, Fout> {
    let read = |lezing: &mut Lezing<'_>, part| Ok((lezing.gebiedsnamen(part)?, lezing.wijkplekken(part)?));
    met_beeld(bezoek, object, read, move |k, opname, (namen, plekken)| {
        GebiedPagina::new(&Kijk { k, opname, namen, plekken, gebied })
    })
    .await
}

async fn met_beeld<B: Send + 'static, P: Template + Send + 'static>(
    bezoek: Bezoek,
    object: String,
    read: impl FnOnce(&mut Lezing<'_>, Onderdeel) -> Result<B, register::Fout> + Send + 'static,
    page: impl FnOnce(&Kader, &Opname, &B) -> Result<P, Fout> + Send + 'static,
) -> Result<Response, Fout> {
    let opname = bezoek.opname();
    let part = bezoek.part();
    let (k, namen) = bezoek.kijk(object, move |lezing| read(lezing, part)).await?;
    let Some(opname) = opname else { return pagina(&LeegPagina::new(k)) };
    // The first look may compute; what was published is kept.
    let page = buiten(move || page(&k, &opname, &namen)).await?;
    pagina(&page)
}

pub(crate) async fn regio(bezoek: Bezoek) -> Result<Response, Fout> {
    met_kaart(bezoek, "regio".into(), Gebied::Regio).await
}

pub(crate) async fn gemeente(bezoek: Bezoek, Uit(code): Uit<Gemeentecode>) -> Result<Response, Fout> {
    met_kaart(bezoek, code.to_string(), Gebied::Gemeente(code)).await
}

pub(crate) async fn wijk(bezoek: Bezoek, Uit(code): Uit<Wijkcode>) -> Result<Response, Fout> {
    met_opname(bezoek, code.to_string(), move |k, opname, namen| {
        GebiedPagina::new(&Kijk { k, opname, namen, plekken: &[], gebied: Gebied::Wijk(code) })
    })
    .await
}

#[cfg(test)]
pub(crate) mod tests;
