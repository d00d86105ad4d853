//! The plan of a family as a document, to keep and to print.

use axum::response::Response;
use stelsel::{Gezin, Id};

use crate::bezoek::{Bezoek, Uit, buiten};
use crate::fout::Fout;
use crate::papier::{download, plan::document};

pub(crate) async fn haal(bezoek: Bezoek, Uit(id): Uit<Id<Gezin>>) -> Result<Response, Fout> {
    let now = bezoek.staat().toestand.klok.now();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.plan(id)).await?;
    let day = beeld.stand;
    let pdf = buiten(move || Ok(document(&k, &beeld, now).pdf()?)).await?;
    Ok(download(pdf, "plan", day))
}
