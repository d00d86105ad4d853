//! One file in quarantine: what is wrong, where, what one can do, and the text with the lines marked.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use register::beeld::{Quarantaine, QuarantaineRegel};
use stelsel::Id;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::bericht::begin_van;
use crate::tekst::TEKSTEN;

/// Lines of the text that a page shows.
const REGELS: usize = 3_000;

/// The page.
#[derive(Template)]
#[template(path = "quarantaine_stuk.html")]
pub(crate) struct QuarantaineStukPagina {
    k: Kader,
    terug: String,
    bestand: String,
    onder: String,
    bezwaren: Vec<Punt>,
    bewaard: bool,
    regels: Vec<TekstRegel>,
    weg: Option<String>,
}

/// One thing that is wrong.
struct Punt {
    zin: String,
    doe: String,
    plek: Option<String>,
    naar: Option<String>,
}

/// A line of the text.
struct TekstRegel {
    nummer: u32,
    tekst: String,
    fout: bool,
}

impl QuarantaineStukPagina {
    pub(crate) fn new(k: Kader, regel: &QuarantaineRegel, tekst: Option<&str>) -> Self {
        let wrong: BTreeSet<u32> = regel.bezwaren.iter().filter_map(|b| b.regel).collect();
        let (text, cut) = begin_van(tekst.unwrap_or_default());
        let shown = text.lines().zip(1_u32..).take(REGELS);
        let regels: Vec<TekstRegel> = shown
            .map(|(line, nummer)| TekstRegel {
                nummer,
                tekst: line.to_owned(),
                fout: wrong.contains(&nummer),
            })
            .collect();
        let last = regels.last().map_or(0, |r| r.nummer);
        let cut = cut || text.lines().count() > REGELS;
        let bezwaren = regel.bezwaren.iter().map(|b| {
            let (zin, doe) = TEKSTEN.bezwaar(k.taal, &b.code, &b.waarden);
            let line = b.regel.map(|n| k.t1("regel-nummer", "n", n));
            let place: Vec<String> = line.into_iter().chain(b.pad.clone()).collect();
            Punt {
                zin,
                doe,
                plek: (!place.is_empty()).then(|| place.join(" · ")),
                naar: b.regel.filter(|n| *n <= last).map(|n| format!("#r{n}")),
            }
        });
        Self {
            terug: Pad::Quarantaine.to_string(),
            bestand: regel.bestand.clone(),
            onder: format!("{} · {}", k.moment(regel.wanneer), k.taal.grootte(regel.lengte)),
            bezwaren: bezwaren.collect(),
            bewaard: regel.bewaard,
            weg: cut.then(|| k.t("xml-weg")),
            regels,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let list = crate::monster::quarantaine(nasty);
        let text = format!("<Bericht>\n  {nasty}\n</Bericht>");
        Self::new(k.clone(), &list.rijen[0], Some(&text))
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(id): Uit<Id<Quarantaine>>) -> Result<Response, Fout> {
    let (k, (regel, tekst)) = bezoek.kijk(id.to_string(), move |lezing| lezing.quarantaine_stuk(id)).await?;
    pagina(&QuarantaineStukPagina::new(k, &regel, tekst.as_deref()))
}
