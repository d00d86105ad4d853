//! The page of a plan as it is asked for, and its forms.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::Gedaan;
use register::{GeenOverdracht, Opname, Opnameregel};
use stelsel::plan::{Soort, Woorden};
use stelsel::{Gezin, Id};

use super::invoer::{self, Mis};
use super::{Gebeurd, PlanPagina, regie};
use crate::adres::{Pad, Sleutel};
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::vorm::Getypt;

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    laat_zien(bezoek, id, StatusCode::OK, move |k| Gebeurd {
        melding: done.then(|| (true, k.t("plan-gedaan"))),
        ..Gebeurd::default()
    })
    .await
}

/// Shows the page with what happened.
async fn laat_zien(
    bezoek: Bezoek,
    id: Id<Gezin>,
    status: StatusCode,
    gebeurd: impl FnOnce(&Kader) -> Gebeurd,
) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.plan(id)).await?;
    let gebeurd = gebeurd(&k);
    pagina_met(status, &PlanPagina::new(k, &beeld, register::Register::form_key()?, gebeurd))
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    match form.get("doe") {
        Some(word) if Soort::from_key(word).is_some() => schrijf(bezoek, id, form).await,
        Some("stap-klaar") => {
            let nr = form.get("nr").and_then(|nr| nr.parse().ok()).ok_or(Fout::Verzoek)?;
            let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
            bezoek.doe(move |r, wie| r.step_done(wie, id, nr, &sleutel)).await?;
            Ok(Redirect::to(&format!("{}#stap", Pad::Plan(id))).into_response())
        }
        Some("neem-op") => neem_op(bezoek, id, form).await,
        Some("overdracht" | "vervanging") => draag_over(bezoek, id, form).await,
        Some("expertvraag") => vraag(bezoek, id, form).await,
        _ => Err(Fout::Verzoek),
    }
}

/// Hands over, or lets somebody stand in.
async fn draag_over(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let deed = match regie::regiedaad(&form, bezoek.vandaag()) {
        Ok(deed) => deed,
        Err(mis) => return opnieuw(bezoek, id, form, mis).await,
    };
    match bezoek.doe(move |r, wie| r.hand_over(wie, id, deed, &sleutel)).await? {
        Gedaan::Opgeslagen(..) => Ok(klaar(id, "regie")),
        Gedaan::Nieuwer(why) => {
            let key = match *why {
                GeenOverdracht::Eerder => "plan-overdracht-eerder",
                GeenOverdracht::IsHetAl => "plan-overdracht-al",
            };
            let getypt = Some(getypt(form, Vec::new()));
            laat_zien(bezoek, id, StatusCode::CONFLICT, move |k| Gebeurd {
                melding: Some((false, k.t(key))),
                getypt,
                ..Gebeurd::default()
            })
            .await
        }
    }
}

/// Asks the expertteam.
async fn vraag(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let asked = match regie::vraag(&form) {
        Ok(asked) => asked,
        Err(mis) => return opnieuw(bezoek, id, form, mis).await,
    };
    bezoek.doe(move |r, wie| r.ask_experts(wie, id, asked, &sleutel)).await?;
    Ok(klaar(id, "expert"))
}

fn klaar(id: Id<Gezin>, place: &str) -> Response {
    Redirect::to(&format!("{}#{place}", Pad::Plan(id).met(&[("gedaan", Some("ja"))]))).into_response()
}

fn getypt(form: Paren, fouten: Vec<(&'static str, &'static str)>) -> Getypt {
    let get = |name| form.get(name).unwrap_or_default().to_owned();
    Getypt { doe: get("doe"), nr: get("nr"), fouten, paren: form }
}

/// The page again, with what was typed and what is wrong with it.
async fn opnieuw(bezoek: Bezoek, id: Id<Gezin>, form: Paren, mis: Mis) -> Result<Response, Fout> {
    let Mis::Velden(fouten) = mis else { return Err(Fout::Verzoek) };
    let getypt = Some(getypt(form, fouten));
    laat_zien(bezoek, id, StatusCode::BAD_REQUEST, move |k| Gebeurd {
        melding: Some((false, k.t("plan-kijk-na"))),
        getypt,
        ..Gebeurd::default()
    })
    .await
}

/// Takes up an allocation that is not in the plan yet: its words come along, the rest the messages tell.
async fn neem_op(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let toewijzing = form.get("toewijzing").and_then(Sleutel::lees).ok_or(Fout::Verzoek)?;
    let words = |name: &str| Woorden::new(form.get(name).unwrap_or_default()).map_err(|_| Fout::Verzoek);
    let regel = match form.get("regel").map(str::parse) {
        Some(Ok(nr)) => Opnameregel::Bestaand(nr),
        Some(Err(_)) => return Err(Fout::Verzoek),
        None => Opnameregel::Nieuw { wat: words("wat")?, wie: words("wie")? },
    };
    let opname = Opname { toewijzing, regel };
    bezoek.doe(move |r, wie| r.take_up(wie, id, opname, &sleutel)).await?;
    Ok(Redirect::to(&format!("{}#regel", Pad::Plan(id).met(&[("gedaan", Some("ja"))]))).into_response())
}

/// Writes in a part of the plan.
async fn schrijf(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let change = match invoer::wijziging(&form) {
        Ok(change) => change,
        Err(mis) => return opnieuw(bezoek, id, form, mis).await,
    };
    let mine = match &change.daad {
        stelsel::plan::Daad::Schrijf(inhoud) => Some(inhoud.clone()),
        stelsel::plan::Daad::Verwijder(_) => None,
    };
    let soort = change.soort();
    match bezoek.doe(move |r, wie| r.change_plan(wie, id, change, &sleutel)).await? {
        Gedaan::Opgeslagen(..) => Ok(klaar(id, soort.key())),
        Gedaan::Nieuwer(now) => {
            // Nothing typed is lost: it stands beside what the other wrote, and in the form of that part.
            let getypt = mine.is_some().then(|| getypt(form, Vec::new()));
            laat_zien(bezoek, id, StatusCode::CONFLICT, move |k| Gebeurd {
                melding: mine.is_none().then(|| (false, k.t("plan-botsing-weg"))),
                getypt,
                botsing: mine.map(|mine| (mine, now.nu)),
            })
            .await
        }
    }
}
