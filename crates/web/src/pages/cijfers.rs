//! The information position: figures of the newest snapshot, every one of them through the door of disclosure control.

mod aanbieders;
mod blok;
mod figuren;
pub(crate) mod figuur;
mod gebied;
mod indicatoren;
mod opvalt;
mod scholen;
mod uitvoer;
mod vooruit;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use informatie::indicator::{Indicator, Niveau};
use register::beeld::Gebiedsnamen;
use stelsel::{Gemeentecode, Onderdeel, Wijkcode};

pub(crate) use self::blok::decimaal;
use self::blok::tekst;
use self::gebied::{Gebied, GebiedPagina};
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
fn tabs(k: &Kader, opname: &Opname, hier: &Pad) -> Vec<Tab> {
    let schools = !opname.sleutels(Niveau::School).is_empty();
    let all = [
        (true, Pad::Cijfers, "cijfers-tab-gebieden"),
        (schools, Pad::CijfersScholen, "cijfers-tab-scholen"),
        (true, Pad::CijfersVooruit, "cijfers-tab-vooruit"),
        (k.mag(Onderdeel::Aanbiedercijfers), Pad::CijfersAanbieders, "cijfers-tab-aanbieders"),
        (true, Pad::CijfersIndicatoren, "cijfers-tab-indicatoren"),
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
    Indicator::find(indicator).map_or_else(String::new, |of| tekst(k, of.context).to_owned())
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
    let opname = bezoek.opname();
    let part = bezoek.part();
    let (k, namen) = bezoek.kijk(object, move |lezing| lezing.gebiedsnamen(part)).await?;
    let Some(opname) = opname else { return pagina(&LeegPagina { k }) };
    // The first look may compute; what was published is kept.
    let page = buiten(move || page(&k, &opname, &namen)).await?;
    pagina(&page)
}

pub(crate) async fn regio(bezoek: Bezoek) -> Result<Response, Fout> {
    met_opname(bezoek, "regio".into(), |k, opname, namen| GebiedPagina::new(k, opname, namen, Gebied::Regio))
        .await
}

pub(crate) async fn gemeente(bezoek: Bezoek, Uit(code): Uit<Gemeentecode>) -> Result<Response, Fout> {
    met_opname(bezoek, code.to_string(), move |k, opname, namen| {
        GebiedPagina::new(k, opname, namen, Gebied::Gemeente(code))
    })
    .await
}

pub(crate) async fn wijk(bezoek: Bezoek, Uit(code): Uit<Wijkcode>) -> Result<Response, Fout> {
    met_opname(bezoek, code.to_string(), move |k, opname, namen| {
        GebiedPagina::new(k, opname, namen, Gebied::Wijk(code))
    })
    .await
}

#[cfg(test)]
pub(crate) mod tests;
