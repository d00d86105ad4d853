//! One conversation with a family: written down as a draft that is saved while one types, read when it is finished.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use register::Register;
use register::beeld::{Bewaard, Blad, GesprekStand, GoedGesprekBeeld, Opslaan};
use serde::Serialize;
use stelsel::goed_gesprek::GoedGesprek;
use stelsel::{Gezin, Id};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, GeenBezoek, Paren, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::omhulsel::EigenUitleg;

mod concept;
mod formulier;
mod lezen;
mod terug;
mod woorden;

pub(crate) use concept::ConceptPagina;
pub(crate) use lezen::LezenPagina;
pub(crate) use terug::TerugPagina;

type Plaats = (Id<Gezin>, Id<GoedGesprek>);

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit((gezin, id)): Uit<Plaats>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let saved = query.get("bewaard").is_some();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.goed_gesprek(gezin, id)).await?;
    page(k, &beeld, saved)
}

fn page(k: Kader, beeld: &GoedGesprekBeeld, saved: bool) -> Result<Response, Fout> {
    if beeld.schrijft() {
        let melding = saved.then(|| k.t("gg-bewaard-nu"));
        return pagina(&ConceptPagina::new(k, beeld, Register::form_key()?, Register::form_key()?, melding));
    }
    pagina(&LezenPagina::new(k, beeld, Register::form_key()?))
}

/// The forms of the page: save, finish, throw away, add. Who is signed out meanwhile gets back what they wrote.
pub(crate) async fn doe(
    bezoek: Result<Bezoek, GeenBezoek>,
    Uit((gezin, id)): Uit<Plaats>,
    taal: crate::bezoek::InTaal,
    Formulier(form): Formulier,
) -> Result<Response, GeenBezoek> {
    let here = Pad::GoedGesprek(gezin, id);
    let bezoek = match bezoek {
        Ok(bezoek) => bezoek,
        Err(GeenBezoek::Aanmelden(_))
            if form.0.iter().any(|(name, value)| formulier::is_text(name) && !value.is_empty()) =>
        {
            return Ok(given_back(&Kader::kaal(taal.0), &form, here, "gg-afgemeld")?);
        }
        Err(none) => return Err(none),
    };
    Ok(deed(bezoek, (gezin, id), &form).await?)
}

async fn deed(bezoek: Bezoek, (gezin, id): Plaats, form: &Paren) -> Result<Response, Fout> {
    let key = form.get("sleutel").unwrap_or_default().to_owned();
    let list = Redirect::to(&Pad::GoedeGesprekken(gezin).to_string()).into_response();
    match form.get("doe") {
        Some("weg") => {
            bezoek.doe(move |r, wie| r.discard_conversation(wie, gezin, id, &key)).await?;
            return Ok(list);
        }
        Some("aanvulling") => {
            let text = form.get("tekst").unwrap_or_default().to_owned();
            bezoek.doe(move |r, wie| r.add_to_conversation(wie, gezin, id, &text, &key)).await?;
            let to = format!("{}#aanvullingen", Pad::GoedGesprek(gezin, id));
            return Ok(Redirect::to(&to).into_response());
        }
        Some("bewaar" | "afronden") => {}
        _ => return Err(Fout::Verzoek),
    }
    let finish = form.get("doe") == Some("afronden");
    let page = formulier::lees(form, bezoek.vandaag()).ok_or(Fout::Verzoek)?;
    if finish && formulier::is_empty(&page.blad) {
        return Ok(Redirect::to(&Pad::GoedGesprek(gezin, id).to_string()).into_response());
    }
    let own = page.blad.clone();
    let saved = bezoek
        .doe(move |r, wie| {
            if finish {
                r.finish_conversation(wie, gezin, id, page, &key)
            } else {
                r.save_conversation(wie, gezin, id, page)
            }
        })
        .await;
    let came = match saved {
        // Too long, or a group that is gone: what was typed comes back.
        Err(Fout::Verzoek) => {
            return given_back(&bezoek.kader().await?, form, Pad::GoedGesprek(gezin, id), "gg-niet-bewaard");
        }
        other => other?,
    };
    match came {
        Bewaard::Opgeslagen { .. } if finish => {
            Ok(Redirect::to(&Pad::GoedGesprek(gezin, id).to_string()).into_response())
        }
        Bewaard::Opgeslagen { .. } => {
            Ok(Redirect::to(&Pad::GoedGesprek(gezin, id).met(&[("bewaard", Some("ja"))])).into_response())
        }
        Bewaard::Nieuwer(seen) => newer(bezoek.kader().await?, &seen, &own, form),
    }
}

/// Someone was first: both texts are shown, and nothing of either is lost.
fn newer(k: Kader, seen: &GoedGesprekBeeld, own: &Blad, form: &Paren) -> Result<Response, Fout> {
    if seen.stand != GesprekStand::Concept {
        return given_back(&k, form, Pad::GoedGesprek(seen.gezin, seen.id), "gg-al-afgerond");
    }
    let page = ConceptPagina::new(k, seen, Register::form_key()?, Register::form_key()?, None);
    pagina_met(StatusCode::CONFLICT, &page.beside(seen, own))
}

/// The words that could not be stored, to copy.
fn given_back(k: &Kader, form: &Paren, to: Pad, why: &'static str) -> Result<Response, Fout> {
    pagina_met(
        if why == "gg-afgemeld" { StatusCode::UNAUTHORIZED } else { StatusCode::CONFLICT },
        &TerugPagina::new(k.clone(), form, to, why),
    )
}

/// What the script hears of a draft that it sent.
#[derive(Serialize)]
#[serde(tag = "stand", rename_all = "kebab-case")]
enum Gehoord {
    /// Stored durably.
    Bewaard { versie: i64, om: String },
    /// Someone else changed it: the form has to be sent as a whole, and shows both texts.
    Nieuwer,
    /// Nobody is signed in any more.
    Aanmelden,
}

/// Takes a draft in the background: small answers for the script of the page.
pub(crate) async fn concept(
    bezoek: Result<Bezoek, GeenBezoek>,
    Uit((gezin, id)): Uit<Plaats>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let answer = |status: StatusCode, heard: &Gehoord| {
        let body = serde_json::to_string(heard).unwrap_or_default();
        let mut response = (status, [(CONTENT_TYPE, "application/json")], body).into_response();
        response.extensions_mut().insert(EigenUitleg);
        response
    };
    let bezoek = match bezoek {
        Ok(bezoek) => bezoek,
        Err(GeenBezoek::Aanmelden(_)) => return Ok(answer(StatusCode::UNAUTHORIZED, &Gehoord::Aanmelden)),
        Err(GeenBezoek::Fout(fout)) => return Err(fout),
    };
    let page: Opslaan = formulier::lees(&form, bezoek.vandaag()).ok_or(Fout::Verzoek)?;
    let taal = bezoek.taal();
    let came = bezoek.doe(move |r, wie| r.save_conversation(wie, gezin, id, page)).await?;
    Ok(match came {
        Bewaard::Opgeslagen { versie, wanneer } => {
            answer(StatusCode::OK, &Gehoord::Bewaard { versie, om: taal.tijd(wanneer) })
        }
        Bewaard::Nieuwer(_) => answer(StatusCode::CONFLICT, &Gehoord::Nieuwer),
    })
}

/// The groups of the program that are chosen or can be, and those of the municipality, as keys that are lifelong.
fn lifelong(beeld: &GoedGesprekBeeld) -> BTreeSet<&str> {
    beeld.groepen.iter().filter(|group| group.levenslang).map(|group| group.sleutel.as_str()).collect()
}

#[cfg(test)]
pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, askama::Result<String>)> {
    use askama::Template as _;
    let draft = crate::monster::goed_gesprek::beeld(nasty, GesprekStand::Concept);
    let form = Paren(vec![("gewoon_nu".into(), crate::monster::of(nasty, "Iedereen gaat zijn gang."))]);
    let concept = |melding| ConceptPagina::new(k.clone(), &draft, "0".repeat(32), "0".repeat(32), melding);
    let mut other = draft.blad.clone();
    other.inhoud.sterk = crate::monster::of(nasty, "Samen lachen");
    let at = Pad::GoedGesprek(draft.gezin, draft.id);
    vec![
        ("goed-gesprek-concept", concept(Some(k.t("gg-bewaard-nu"))).render()),
        ("goed-gesprek-botsing", concept(None).beside(&draft, &other).render()),
        ("goed-gesprek-terug", TerugPagina::new(k.clone(), &form, at, "gg-afgemeld").render()),
        ("goed-gesprek-niet-bewaard", TerugPagina::new(k.clone(), &form, at, "gg-niet-bewaard").render()),
        ("goed-gesprek-terug-afgerond", TerugPagina::new(k.clone(), &form, at, "gg-al-afgerond").render()),
    ]
}
