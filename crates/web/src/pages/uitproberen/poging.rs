//! A choice that is tried now: how far it is, stopping it, what came of it, and keeping that.

use std::sync::Arc;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Gedaan, NieuwScenario};
use register::{Lezing, Register};
use stelsel::Id;
use stelsel::plan::Woorden;

use super::bestand::geef;
use super::uitkomst::{Plek, UitkomstPagina, Vorm};
use crate::adres::{Bestand, Pad, Poging};
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, buiten, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::proef::{Bewaarvorm, Proef, Stand};

/// The page while it is under way, and when there is nothing to show.
#[derive(Template)]
#[template(path = "uitproberen_poging.html")]
pub(crate) struct PogingPagina {
    k: Kader,
    titel: String,
    lijst: String,
    hier: String,
    script: String,
    stand: String,
    /// How it is, in words; and whether it goes on by itself.
    zin: String,
    loopt: bool,
    gedaan: u64,
    van: u64,
    opnieuw: String,
}

impl PogingPagina {
    fn new(k: Kader, id: Id<Poging>, proef: Option<(&Proef, &Stand)>) -> Self {
        let van = proef.map_or(0, |(proef, _)| proef.scenario.herhalingen);
        let (zin, loopt, gedaan) = match proef.map(|(_, stand)| stand) {
            Some(Stand::Wacht(before)) => (k.t1("up-wacht-op", "n", *before), true, 0),
            Some(Stand::Bezig(done)) => (bezig(&k, *done, van), true, *done),
            Some(Stand::Klaar(_)) => (k.t("up-stand-klaar"), false, van),
            Some(Stand::Mis(_)) => (k.t("up-mis"), false, 0),
            None => (k.t("up-weg"), false, 0),
        };
        let titel = proef.map_or_else(|| k.t("up-weg-titel"), |(proef, _)| proef.scenario.naam.clone());
        Self {
            titel,
            lijst: Pad::Uitproberen.to_string(),
            hier: Pad::UitproberenPoging(id).to_string(),
            script: Pad::ScriptUitproberen.to_string(),
            stand: Pad::UitproberenPogingBestand(id, Bestand::Stand).to_string(),
            zin,
            loopt,
            gedaan,
            van,
            opnieuw: match proef {
                Some(_) => Pad::UitproberenNieuw.met(&[("van", Some(&id.to_string()))]),
                None => Pad::UitproberenNieuw.to_string(),
            },
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let proef = crate::monster::scenario::proef(nasty);
        let id = proef.id;
        let page = |stand: Option<Stand>| Self::new(k.clone(), id, stand.as_ref().map(|s| (&*proef, s)));
        vec![
            ("uitproberen-wacht", page(Some(Stand::Wacht(2)))),
            ("uitproberen-bezig", page(Some(Stand::Bezig(34)))),
            ("uitproberen-gevallen", page(Some(Stand::Mis("for the log".into())))),
            ("uitproberen-weg", page(None)),
        ]
    }
}

fn bezig(k: &Kader, done: u64, of: u64) -> String {
    k.tx("up-bezig", &[("n", done.into()), ("van", of.into())])
}

/// Whether the reader tries choices at all.
fn mag(lezing: &mut Lezing<'_>) -> Result<(), register::Fout> {
    lezing.probeert()
}

/// Looks at a run of one's own, which is written down.
async fn kijk(bezoek: Bezoek, id: Id<Poging>) -> Result<(Kader, Option<(Arc<Proef>, Stand)>), Fout> {
    let proeven = bezoek.staat().proeven.clone();
    let proef = proeven.find(id, &bezoek.wie().account);
    let (k, ()) = bezoek.kijk("poging".into(), mag).await?;
    let found = proef.map(|proef| {
        let stand = proeven.stand(&proef);
        (proef, stand)
    });
    Ok((k, found))
}

pub(crate) async fn poging(bezoek: Bezoek, Uit(id): Uit<Id<Poging>>) -> Result<Response, Fout> {
    let (k, found) = kijk(bezoek, id).await?;
    page(k, id, found, None)
}

/// The page of a run; `typed` is a form to keep it that did not hold.
fn page(
    k: Kader,
    id: Id<Poging>,
    found: Option<(Arc<Proef>, Stand)>,
    typed: Option<(Paren, String)>,
) -> Result<Response, Fout> {
    let Some((proef, stand)) = found else {
        return pagina_met(StatusCode::NOT_FOUND, &PogingPagina::new(k, id, None));
    };
    if let Stand::Mis(why) = &stand {
        tracing::error!(why, "a choice could not be played");
    }
    let Stand::Klaar(outcome) = &stand else {
        return pagina(&PogingPagina::new(k, id, Some((&proef, &stand))));
    };
    let status = if typed.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    pagina_met(status, &uitkomst(k, &proef, outcome, Register::form_key()?, typed))
}

/// The outcome of a run, with the form by which it is kept.
pub(super) fn uitkomst(
    k: Kader,
    proef: &Proef,
    outcome: &Bewaarvorm,
    sleutel: String,
    typed: Option<(Paren, String)>,
) -> UitkomstPagina {
    let scenario = &proef.scenario;
    let (form, fout) = typed.map_or((None, None), |(form, fout)| (Some(form), Some(fout)));
    let of = |name: &str, otherwise: &str| {
        form.as_ref().map_or(otherwise, |form| form.raw(name).unwrap_or_default()).to_owned()
    };
    let vorm = Vorm::Bewaren {
        naar: Pad::UitproberenPoging(proef.id).to_string(),
        sleutel,
        naam: of("naam", &scenario.naam),
        waarom: of("waarom", &scenario.toelichting),
        fout,
    };
    let plek = Plek {
        titel: scenario.naam.clone(),
        feiten: vec![k.t("up-niet-bewaard")],
        waarom: scenario.toelichting.clone(),
        melding: None,
        bestand: &|bestand| Pad::UitproberenPogingBestand(proef.id, bestand),
        opnieuw: Some(Pad::UitproberenNieuw.met(&[("van", Some(&proef.id.to_string()))])),
        vorm: (outcome.replications > 0).then_some(vorm),
    };
    UitkomstPagina::new(k, outcome, Some(scenario), plek)
}

/// Stops a run, or keeps what came of it.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Poging>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    if form.get("doe") == Some("bewaar") {
        return bewaar(bezoek, id, form).await;
    }
    bezoek.doe(|register, wie| register.try_choice(wie, "poging")).await?;
    if form.get("doe") != Some("stop") {
        return Err(Fout::Verzoek);
    }
    let proeven = &bezoek.staat().proeven;
    if let Some(proef) = proeven.find(id, &bezoek.wie().account) {
        proeven.stop(&proef);
    }
    Ok(Redirect::to(&Pad::UitproberenPoging(id).to_string()).into_response())
}

async fn bewaar(bezoek: Bezoek, id: Id<Poging>, form: Paren) -> Result<Response, Fout> {
    let proeven = bezoek.staat().proeven.clone();
    let found = proeven.find(id, &bezoek.wie().account).map(|proef| {
        let stand = proeven.stand(&proef);
        (proef, stand)
    });
    let words = |name: &str| Woorden::new(form.get(name).unwrap_or_default());
    let (naam, waarom) = match (words("naam"), words("waarom")) {
        (Ok(naam), Ok(waarom)) if !naam.is_empty() => (naam, waarom),
        (naam, waarom) => {
            bezoek.doe(|register, wie| register.try_choice(wie, "poging")).await?;
            let key = if naam.is_err() || waarom.is_err() { "up-te-lang" } else { "up-mis-naam" };
            let k = bezoek.kader().await?;
            let why = k.t(key);
            return page(k, id, found, Some((form, why)));
        }
    };
    let sleutel = form.get("sleutel").unwrap_or_default().to_owned();
    let Some((proef, Stand::Klaar(outcome))) = found else {
        bezoek.doe(|register, wie| register.try_choice(wie, "poging")).await?;
        return page(bezoek.kader().await?, id, found, None);
    };
    let toml = proef.toml.clone();
    let uitkomst =
        buiten(move || serde_json::to_string(&*outcome).map_err(|fault| Fout::Cijfers(fault.to_string())))
            .await?;
    let nieuw = NieuwScenario { naam, waarom, toml, uitkomst };
    match bezoek.doe(move |register, wie| register.keep_scenario(wie, nieuw, &sleutel)).await? {
        Gedaan::Opgeslagen(kept, _) => Ok(Redirect::to(&Pad::Scenario(kept).to_string()).into_response()),
        Gedaan::Nieuwer(_) => Err(Fout::Verzoek),
    }
}

/// Something of a run to take away, or how far it is.
pub(crate) async fn haal_poging(
    bezoek: Bezoek,
    Uit((id, bestand)): Uit<(Id<Poging>, Bestand)>,
    crate::bezoek::Vraag(query): crate::bezoek::Vraag,
) -> Result<Response, Fout> {
    let (k, found) = kijk(bezoek, id).await?;
    let (proef, stand) = found.ok_or(Fout::NietGevonden)?;
    if bestand == Bestand::Stand {
        return Ok(hoe_ver(&k, &stand, proef.scenario.herhalingen));
    }
    match stand {
        Stand::Klaar(outcome) => geef(bestand, &outcome, &proef.toml, query.get("maat")),
        _ if bestand == Bestand::Toml => {
            geef(bestand, &Bewaarvorm::niets(&proef.scenario), &proef.toml, None)
        }
        _ => Err(Fout::NietGevonden),
    }
}

/// How far a run is, for the script of its page.
fn hoe_ver(k: &Kader, stand: &Stand, of: u64) -> Response {
    let (done, words, goes_on) = match stand {
        Stand::Wacht(before) => (0, k.t1("up-wacht-op", "n", *before), true),
        Stand::Bezig(done) => (*done, bezig(k, *done, of), true),
        Stand::Klaar(outcome) => (outcome.replications, k.t("up-stand-klaar"), false),
        Stand::Mis(_) => (0, k.t("up-mis"), false),
    };
    let text = serde_json::json!({ "gedaan": done, "van": of, "zin": words, "loopt": goes_on }).to_string();
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
