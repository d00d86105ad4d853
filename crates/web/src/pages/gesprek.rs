//! The conversation around one allocation: who said what to whom, from the request to the last claim, on one time line.

use askama::Template;
use axum::response::Response;
use register::beeld::GesprekBeeld;
use stelsel::{Gemeentecode, Onderdeel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::woorden;

mod beurt;
mod declaraties;

use beurt::{Beurt, Partijen};

/// The page.
#[derive(Template)]
#[template(path = "gesprek.html")]
pub(crate) struct GesprekPagina {
    k: Kader,
    kruimels: Vec<(String, String)>,
    titel: String,
    onder: String,
    stand: String,
    klasse: &'static str,
    wat: String,
    hoe: Option<String>,
    gezin: Option<(String, String)>,
    aanbieder: (String, Option<String>),
    feiten: Vec<(String, String)>,
    verwacht: Vec<Verwacht>,
    beurten: Vec<Beurt>,
}

/// Something that is awaited.
struct Verwacht {
    wat: String,
    wanneer: String,
    laat: bool,
}

impl GesprekPagina {
    pub(crate) fn new(k: Kader, beeld: &GesprekBeeld) -> Self {
        let toewijzing = &beeld.toewijzing;
        let aanbieder = woorden::aanbieder(beeld.aanbieder.as_ref(), toewijzing.aanbieder);
        let partijen = Partijen {
            gemeente: k.t1("gemeente-naam", "naam", beeld.gemeente.as_str()),
            aanbieder: aanbieder.clone(),
        };
        let verwacht = beeld.verwacht.iter().map(|v| {
            let (wanneer, laat) = woorden::uiterlijk(&k, v.uiterlijk, beeld.dag);
            Verwacht { wat: k.t(v.wat.key()), wanneer, laat }
        });
        // Whoever comes from a family goes back to it, whoever comes from the messages goes back there.
        let kruimels = match beeld.gezin {
            Some(gezin) => vec![
                (Pad::Gezinnen.to_string(), k.t("menu-gezinnen")),
                (Pad::Gezin(gezin).to_string(), beeld.naam.clone()),
            ],
            None => vec![(Pad::Berichten.to_string(), k.t("menu-berichten"))],
        };
        Self {
            kruimels,
            titel: k.tx(
                "gesprek-titel",
                &[("wie", beeld.naam.as_str().into()), ("aanbieder", aanbieder.as_str().into())],
            ),
            onder: format!(
                "{} · {}",
                k.t1("toewijzing-nummer", "nummer", toewijzing.nummer.to_string()),
                k.t1("stand-van", "dag", k.datum(beeld.dag))
            ),
            stand: woorden::stand(&k, &beeld.stand, toewijzing),
            klasse: woorden::klasse(&beeld.stand),
            wat: woorden::product(&k, &toewijzing.product),
            hoe: woorden::omvang(&k, toewijzing.omvang.as_ref(), toewijzing.budget),
            gezin: beeld.gezin.map(|id| (Pad::Gezin(id).to_string(), beeld.naam.clone())),
            aanbieder: (
                aanbieder,
                k.mag(Onderdeel::Aanbieders).then(|| Pad::Aanbieder(toewijzing.aanbieder).to_string()),
            ),
            feiten: vec![
                (k.t("gesprek-wanneer"), woorden::van_tot(&k, toewijzing.ingang, toewijzing.eind)),
                (k.t("gesprek-besloten"), k.datum(toewijzing.toegewezen)),
            ],
            verwacht: verwacht.collect(),
            beurten: beurt::beurten(&k, &partijen, &beeld.berichten),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::gesprek::gesprek(nasty))
    }

    #[cfg(test)]
    pub(crate) fn sample_leeg(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::gesprek::gesprek_leeg(nasty))
    }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit((gemeente, nummer)): Uit<(Gemeentecode, i64)>,
) -> Result<Response, Fout> {
    let object = format!("{gemeente}/{nummer}");
    let (k, beeld) = bezoek.kijk(object, move |lezing| lezing.gesprek(gemeente, nummer)).await?;
    pagina(&GesprekPagina::new(k, &beeld))
}
