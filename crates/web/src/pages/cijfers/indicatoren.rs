//! The catalogue: what each figure is, in words that go with it wherever it goes.

use askama::Template;
use axum::response::Response;
use informatie::indicator::{Eenheid, INDICATOREN, Leeftijdsbasis};

use super::blok::Uitvoer;
use super::{Tab, met_opname, tabs, voet};
use crate::adres::Pad;
use crate::bezoek::Bezoek;
use crate::fout::Fout;
use crate::kader::Kader;
use crate::opname::{Opname, Tijd, Wat};

/// The page.
#[derive(Template)]
#[template(path = "cijfers_indicatoren.html")]
pub(crate) struct IndicatorenPagina {
    k: Kader,
    tabs: Vec<Tab>,
    voet: Vec<String>,
    indicatoren: Vec<Rij>,
}

/// An indicator.
struct Rij {
    id: &'static str,
    naam: &'static str,
    definitie: &'static str,
    context: &'static str,
    eenheid: String,
    bron: String,
    leeftijd: String,
    definitief: String,
    uitvoer: Uitvoer,
}

const fn eenheid(of: Eenheid) -> &'static str {
    match of {
        Eenheid::Jeugdigen => "cijfers-eenheid-jeugdigen",
        Eenheid::Dagen => "cijfers-eenheid-dagen",
        Eenheid::MinutenPerWeek => "cijfers-eenheid-minuten",
        Eenheid::Eurocent => "cijfers-eenheid-euro",
        Eenheid::Aandeel => "cijfers-eenheid-aandeel",
        Eenheid::PerJeugdige => "cijfers-eenheid-per-jeugdige",
    }
}

impl IndicatorenPagina {
    pub(crate) fn new(k: &Kader, opname: &Opname) -> Self {
        let indicatoren = INDICATOREN.iter().map(|of| Rij {
            id: of.key,
            naam: k.taal.tekst(of.naam),
            definitie: k.taal.tekst(of.definitie),
            context: k.taal.tekst(of.context),
            eenheid: k.t(eenheid(of.eenheid)),
            bron: of.bron.iter().map(|column| column.name()).collect::<Vec<_>>().join(", "),
            leeftijd: match of.leeftijd {
                Leeftijdsbasis::TotDrieentwintig => k.t("cijfers-leeftijd-23"),
            },
            definitief: k.t1("cijfers-definitief-na", "n", u32::from(of.definitief_na)),
            uitvoer: Uitvoer::publicatie(
                k,
                Wat::new(of.key, informatie::indicator::Niveau::Gemeente, Tijd::Jaren),
                None,
            ),
        });
        Self {
            tabs: tabs(k, Some(opname), &Pad::CijfersIndicatoren),
            voet: voet(k, opname),
            indicatoren: indicatoren.collect(),
            k: k.clone(),
        }
    }
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    met_opname(bezoek, "indicatoren".into(), |k, opname, _| Ok(IndicatorenPagina::new(k, opname))).await
}
