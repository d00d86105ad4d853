//! The problem analyses that somebody may read, and beginning one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Lezing;
use register::beeld::{AnalyseRegel, AnalysesBeeld, Gedaan};
use stelsel::klok::dutch_day;
use stelsel::plan::Woorden;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "analyses.html")]
pub(crate) struct AnalysesPagina {
    k: Kader,
    hier: String,
    fout: Option<String>,
    titel: String,
    rijen: Vec<Rij>,
    schrijft: bool,
    sleutel: String,
}

struct Rij {
    titel: String,
    naar: String,
    wat: String,
    /// There is something to tell of its agreements.
    uitnodiging: Option<String>,
}

impl AnalysesPagina {
    pub(crate) fn new(k: Kader, beeld: &AnalysesBeeld, sleutel: String) -> Self {
        Self {
            hier: Pad::Analyses.to_string(),
            fout: None,
            titel: String::new(),
            rijen: beeld.regels.iter().map(|regel| rij(&k, regel)).collect(),
            schrijft: beeld.schrijft,
            sleutel,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let of = |full, writes| {
            let beeld = crate::monster::analyse::lijst(nasty, full, writes);
            Self::new(k.clone(), &beeld, "0".repeat(32))
        };
        let wrong = Self { fout: Some(k.t("analyse-mis-titel")), titel: nasty.to_owned(), ..of(true, true) };
        vec![("analyses", of(true, true)), ("analyses-leeg", of(false, false)), ("analyses-mis", wrong)]
    }
}

fn rij(k: &Kader, regel: &AnalyseRegel) -> Rij {
    let mut wat = k.t1("analyse-bijgewerkt", "dag", k.datum(dutch_day(regel.gewijzigd)));
    if !regel.gebied.is_empty() {
        wat = format!("{} · {wat}", regel.gebied);
    }
    if regel.afspraken > 0 {
        wat = format!("{wat} · {}", k.t1("analyse-aantal-afspraken", "n", regel.afspraken));
    }
    Rij {
        titel: regel.titel.to_string(),
        naar: Pad::Analyse(regel.id).to_string(),
        wat,
        uitnodiging: (regel.uitnodigingen > 0)
            .then(|| k.t1("analyse-aantal-uitnodigingen", "n", regel.uitnodigingen)),
    }
}

fn lees(lezing: &mut Lezing<'_>) -> Result<AnalysesBeeld, register::Fout> {
    lezing.analyses()
}

async fn page(bezoek: Bezoek, wrong: Option<(&'static str, String)>) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(String::from("lijst"), lees).await?;
    let mut page = AnalysesPagina::new(k, &beeld, register::Register::form_key()?);
    let Some((key, typed)) = wrong else { return pagina_met(StatusCode::OK, &page) };
    (page.fout, page.titel) = (Some(page.k.t(key)), typed);
    pagina_met(StatusCode::BAD_REQUEST, &page)
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    page(bezoek, None).await
}

/// Begins one.
pub(crate) async fn begin(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let typed = form.get("titel").unwrap_or_default().to_owned();
    let titel = match Woorden::new(&typed) {
        Ok(titel) if !titel.is_empty() => titel,
        Ok(_) => return page(bezoek, Some(("analyse-mis-titel", typed))).await,
        Err(_) => return page(bezoek, Some(("analyse-te-lang", typed))).await,
    };
    match bezoek.doe(move |r, wie| r.begin_analysis(wie, titel, &sleutel)).await? {
        Gedaan::Opgeslagen(id, _) => Ok(Redirect::to(&Pad::Analyse(id).to_string()).into_response()),
        Gedaan::Nieuwer(_) => Err(Fout::Verzoek),
    }
}
