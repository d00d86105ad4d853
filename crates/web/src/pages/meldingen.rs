//! The reports of files that were opened in an emergency, for the team lead.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{NoodMelding, Oordeel};
use stelsel::Id;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "meldingen.html")]
pub(crate) struct MeldingenPagina {
    k: Kader,
    hier: String,
    rijen: Vec<Rij>,
}

/// A report.
struct Rij {
    id: String,
    kop: String,
    gezin: Option<(String, String)>,
    waar: Option<String>,
    wanneer: String,
    reden: String,
    bekeken: Option<String>,
}

impl MeldingenPagina {
    pub(crate) fn new(k: Kader, meldingen: &[NoodMelding]) -> Self {
        Self { hier: Pad::Meldingen.to_string(), rijen: meldingen.iter().map(|m| rij(&k, m)).collect(), k }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::meldingen(nasty))
    }
}

fn rij(k: &Kader, melding: &NoodMelding) -> Rij {
    Rij {
        id: melding.id.to_string(),
        kop: k.t1("melding-kop", "wie", melding.wie.as_str()),
        gezin: melding
            .gezin
            .as_ref()
            .map(|(id, naam)| (Pad::Gezin(*id).to_string(), k.t1("gezin-titel", "naam", naam.as_str()))),
        waar: melding.wijk.clone(),
        wanneer: k.tx(
            "melding-wanneer",
            &[("van", k.moment(melding.van).into()), ("tot", k.moment(melding.tot).into())],
        ),
        reden: melding.reden.clone(),
        bekeken: melding.bekeken.as_ref().map(|(wie, wanneer, oordeel)| {
            let args = [
                ("wie", wie.as_str().into()),
                ("moment", k.moment(*wanneer).into()),
                ("oordeel", k.t(&format!("melding-{}", oordeel.key())).into()),
            ];
            k.tx("melding-bekeken", &args)
        }),
    }
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, meldingen) = bezoek
        .kijk(String::from("lijst"), |lezing: &mut register::Lezing<'_>| lezing.noodmeldingen())
        .await?;
    pagina(&MeldingenPagina::new(k, &meldingen))
}

/// Takes what the team lead thinks of one.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let id = form.get("id").and_then(|text| Id::parse(text).ok()).ok_or(Fout::Verzoek)?;
    let oordeel = form.get("oordeel").and_then(Oordeel::from_key).ok_or(Fout::Verzoek)?;
    bezoek.doe(move |register, wie| register.review_glass(wie, id, oordeel)).await?;
    Ok(Redirect::to(&Pad::Meldingen.to_string()).into_response())
}
