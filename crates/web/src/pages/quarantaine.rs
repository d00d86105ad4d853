//! What could not be taken in: nothing is thrown away, and every file says what is wrong with it.

use askama::Template;
use axum::response::Response;
use register::beeld::{Lijst, QuarantaineRegel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::tekst::TEKSTEN;

/// The page.
#[derive(Template)]
#[template(path = "quarantaine.html")]
pub(crate) struct QuarantainePagina {
    k: Kader,
    rijen: Vec<Rij>,
    verder: Option<String>,
    begin: Option<String>,
}

/// A file.
struct Rij {
    naar: String,
    bestand: String,
    wanneer: String,
    grootte: String,
    bezwaar: String,
    meer: Option<String>,
}

impl QuarantainePagina {
    pub(crate) fn new(k: Kader, na: Option<&str>, lijst: &Lijst<QuarantaineRegel>) -> Self {
        let rijen = lijst.rijen.iter().map(|r| Rij {
            naar: Pad::QuarantaineStuk(r.id).to_string(),
            bestand: r.bestand.clone(),
            wanneer: k.moment(r.wanneer),
            grootte: k.taal.grootte(r.lengte),
            bezwaar: r.bezwaren.first().map_or_else(
                || TEKSTEN.bezwaar(k.taal, "onleesbaar", &[]).0,
                |b| TEKSTEN.bezwaar(k.taal, &b.code, &b.waarden).0,
            ),
            meer: (r.bezwaren.len() > 1).then(|| k.t1("bezwaren-meer", "n", r.bezwaren.len() - 1)),
        });
        Self {
            rijen: rijen.collect(),
            verder: lijst.verder.as_deref().map(|na| Pad::Quarantaine.met(&[("na", Some(na))])),
            begin: na.is_some().then(|| Pad::Quarantaine.to_string()),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), Some(nasty), &crate::monster::quarantaine(nasty))
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let na = query.get("na").map(str::to_owned);
    let asked = na.clone();
    let (k, lijst) =
        bezoek.kijk(String::from("lijst"), move |lezing| lezing.quarantaine(asked.as_deref())).await?;
    pagina(&QuarantainePagina::new(k, na.as_deref(), &lijst))
}
