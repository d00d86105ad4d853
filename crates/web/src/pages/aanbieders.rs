//! The providers, by name.

use askama::Template;
use axum::response::Response;
use register::beeld::{AanbiederRegel, AanbiedersFilter, Lijst};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::cijfer;
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "aanbieders.html")]
pub(crate) struct AanbiedersPagina {
    k: Kader,
    zoek: String,
    rijen: Vec<Rij>,
    verder: Option<String>,
    begin: Option<String>,
}

/// A provider.
struct Rij {
    naar: String,
    naam: String,
    agb: String,
    in_hulp: String,
    wachtend: String,
}

impl AanbiedersPagina {
    pub(crate) fn new(k: Kader, filter: &AanbiedersFilter, lijst: Lijst<AanbiederRegel>) -> Self {
        let query = |na: Option<&str>| Pad::Aanbieders.met(&[("zoek", filter.zoek.as_deref()), ("na", na)]);
        let rijen = lijst.rijen.into_iter().map(|r| Rij {
            naar: Pad::Aanbieder(r.agb).to_string(),
            naam: r.naam.unwrap_or_else(|| k.t("aanbieder-zonder-naam")),
            agb: r.agb.to_string(),
            in_hulp: cijfer::toon(&k, r.in_hulp),
            wachtend: cijfer::toon(&k, r.wachtend),
        });
        Self {
            rijen: rijen.collect(),
            zoek: filter.zoek.clone().unwrap_or_default(),
            verder: lijst.verder.as_deref().map(|na| query(Some(na))),
            begin: filter.na.is_some().then(|| query(None)),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let filter = AanbiedersFilter { zoek: Some(nasty.to_owned()), na: Some(nasty.to_owned()) };
        Self::new(k.clone(), &filter, crate::monster::aanbieders(nasty))
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let filter = AanbiedersFilter {
        zoek: query.get("zoek").map(str::to_owned),
        na: query.get("na").map(str::to_owned),
    };
    let asked = filter.clone();
    let (k, lijst) = bezoek.kijk(String::from("lijst"), move |lezing| lezing.aanbieders(&asked)).await?;
    pagina(&AanbiedersPagina::new(k, &filter, lijst))
}
