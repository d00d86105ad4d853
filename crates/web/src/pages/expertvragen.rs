//! What was asked of the expertteam: a list, and one question with its advice and what became of it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Lezing;
use register::beeld::{ExpertvraagBeeld, Gedaan, Vraagnummer};
use stelsel::Id;
use stelsel::expertvraag::{Gevolg, needs_reason};
use stelsel::plan::Woorden;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::vorm::{Getypt, Invoer, Maker, Vorm};

/// The list.
#[derive(Template)]
#[template(path = "expertvragen.html")]
pub(crate) struct ExpertvragenPagina {
    k: Kader,
    vragen: Vec<Kort>,
}

/// A question in the list.
struct Kort {
    titel: String,
    naar: String,
    vraag: String,
    stand: String,
    klasse: &'static str,
    onder: String,
}

/// One question.
#[derive(Template)]
#[template(path = "expertvraag.html")]
pub(crate) struct ExpertvraagPagina {
    k: Kader,
    titel: String,
    onder: String,
    stand: String,
    klasse: &'static str,
    plan: String,
    melding: Option<(bool, String)>,
    botsing: Option<String>,
    bindend: String,
    delen: Vec<(String, String)>,
    vorm: Option<Vorm>,
}

/// How a question stands, with its colour.
pub(crate) fn stand(k: &Kader, vraag: &ExpertvraagBeeld) -> (String, &'static str) {
    match (&vraag.gevolg, &vraag.advies) {
        (Some((gevolg, when)), _) => {
            (k.t1(&format!("plan-gevolg-{}", gevolg.key()), "moment", k.moment(*when)), "groen")
        }
        (None, Some((wie, when))) => {
            (k.tx("plan-advies-gegeven", &[("wie", wie.into()), ("moment", k.moment(*when).into())]), "")
        }
        (None, None) => (k.t1("plan-advies-wacht", "moment", k.moment(vraag.gesteld.1)), "warm"),
    }
}

fn titel(k: &Kader, vraag: &ExpertvraagBeeld) -> String {
    k.t1("plan-expertvraag-over", "naam", vraag.naam.as_str())
}

fn onder(k: &Kader, vraag: &ExpertvraagBeeld) -> String {
    let about = vraag.wie.clone().unwrap_or_else(|| k.t("plan-hele-gezin"));
    let why = k.t(&format!("plan-wacht-{}", vraag.reden.key()));
    let asked = [("wie", vraag.gesteld.0.as_str().into()), ("aan", vraag.leden.join(", ").into())];
    [about, why, k.tx("plan-gesteld", &asked)].join(" · ")
}

impl ExpertvragenPagina {
    pub(crate) fn new(k: Kader, vragen: &[ExpertvraagBeeld]) -> Self {
        let vragen = vragen.iter().map(|vraag| {
            let (stand, klasse) = stand(&k, vraag);
            Kort {
                titel: titel(&k, vraag),
                naar: Pad::Expertvraag(vraag.id).to_string(),
                vraag: vraag.inhoud.vraag.to_string(),
                stand,
                klasse,
                onder: onder(&k, vraag),
            }
        });
        Self { vragen: vragen.collect(), k }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let all = crate::monster::plan::vragen(nasty);
        vec![("expertvragen", Self::new(k.clone(), &all)), ("expertvragen-leeg", Self::new(k.clone(), &[]))]
    }
}

impl ExpertvraagPagina {
    pub(crate) fn new(
        k: Kader,
        vraag: &ExpertvraagBeeld,
        sleutel: &str,
        (melding, getypt): (Option<(bool, String)>, Option<&Getypt>),
    ) -> Self {
        let (stand, klasse) = stand(&k, vraag);
        let texts = [
            ("vraag", &vraag.inhoud.vraag),
            ("partijen", &vraag.inhoud.partijen),
            ("advies", &vraag.inhoud.advies),
            ("gevolg-reden", &vraag.inhoud.reden),
        ];
        let filled = texts.into_iter().filter(|(_, text)| !text.is_empty());
        Self {
            titel: titel(&k, vraag),
            onder: onder(&k, vraag),
            stand,
            klasse,
            plan: Pad::Plan(vraag.gezin).to_string(),
            // What somebody typed who was too late stands beside what is there now.
            botsing: getypt.filter(|form| form.fouten.is_empty()).and_then(|form| {
                form.paren.raw("advies").or(form.paren.raw("gevolg-reden")).map(str::to_owned)
            }),
            melding,
            bindend: k.t(&format!("plan-bindend-{}", vraag.bindend.key())),
            delen: filled.map(|(name, text)| (k.t(&format!("plan-veld-{name}")), text.to_string())).collect(),
            vorm: vorm(&k, vraag, sleutel, getypt),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let all = crate::monster::plan::vragen(nasty);
        let names = ["expertvraag-open", "expertvraag-advies", "expertvraag-klaar"];
        let page = |vraag: &ExpertvraagBeeld, what| Self::new(k.clone(), vraag, &"0".repeat(32), what);
        let mut out: Vec<_> =
            names.into_iter().zip(&all).map(|(name, vraag)| (name, page(vraag, (None, None)))).collect();
        let typed = Getypt {
            doe: "advies".into(),
            paren: crate::bezoek::Paren(vec![("advies".into(), crate::monster::of(nasty, "Doen."))]),
            ..Getypt::default()
        };
        out.push(("expertvraag-botsing", page(&all[0], (Some((false, k.t("plan-botsing"))), Some(&typed)))));
        out
    }
}

/// The form of who may write: the advice, or what becomes of it.
fn vorm(k: &Kader, vraag: &ExpertvraagBeeld, sleutel: &str, getypt: Option<&Getypt>) -> Option<Vorm> {
    let doe = match (vraag.adviseert, vraag.beslist) {
        (true, _) => "advies",
        (false, true) => "gevolg",
        (false, false) => return None,
    };
    let m = Maker { k, voor: doe.to_owned(), getypt: getypt.filter(|form| form.doe == doe) };
    let velden = if doe == "advies" {
        vec![m.met_hint("advies", vraag.inhoud.advies.as_str(), Invoer::Gebied)]
    } else {
        let both =
            Gevolg::ALL.iter().map(|g| (g.key().to_owned(), k.t(&format!("plan-gevolg-keus-{}", g.key()))));
        vec![
            m.veld("gevolg", "", Invoer::Keus(both.collect())),
            m.met_hint("gevolg-reden", "", Invoer::Gebied),
        ]
    };
    Some(Vorm {
        naar: Pad::Expertvraag(vraag.id).to_string(),
        doe,
        sleutel: sleutel.to_owned(),
        mee: vec![("versie", vraag.versie.to_string())],
        velden,
        knop: k.t("plan-bewaar"),
        weg: None,
        open: true,
        titel: k.t(&format!("plan-{doe}-schrijf")),
    })
}

pub(crate) async fn lijst(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, vragen) =
        bezoek.kijk("lijst".to_owned(), |lezing: &mut Lezing<'_>| lezing.expertvragen()).await?;
    pagina(&ExpertvragenPagina::new(k, &vragen))
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Vraagnummer>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    let (k, vraag) = bezoek.kijk(id.to_string(), move |lezing| lezing.expertvraag(id)).await?;
    let melding = done.then(|| (true, k.t("plan-gedaan")));
    pagina(&ExpertvraagPagina::new(k, &vraag, &register::Register::form_key()?, (melding, None)))
}

/// Takes the forms of a question.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Vraagnummer>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let versie: i64 = form.get("versie").and_then(|n| n.parse().ok()).ok_or(Fout::Verzoek)?;
    let doe = form.get("doe").unwrap_or_default().to_owned();
    let (name, words) = match doe.as_str() {
        "advies" => ("advies", Woorden::new(form.raw("advies").unwrap_or_default())),
        "gevolg" => ("gevolg-reden", Woorden::new(form.raw("gevolg-reden").unwrap_or_default())),
        _ => return Err(Fout::Verzoek),
    };
    let gevolg = form.get("gevolg").and_then(Gevolg::from_key);
    let needed = doe == "advies" || gevolg.is_some_and(needs_reason);
    let (status, key, fouten) = match words {
        Err(_) => (StatusCode::BAD_REQUEST, "plan-kijk-na", vec![(name, "plan-fout-lang")]),
        Ok(words) if words.is_empty() && needed => {
            (StatusCode::BAD_REQUEST, "plan-kijk-na", vec![(name, "plan-fout-leeg")])
        }
        Ok(words) => {
            let came = if doe == "advies" {
                bezoek.doe(move |r, wie| r.advise(wie, id, versie, words, &sleutel)).await?
            } else {
                let gevolg = gevolg.ok_or(Fout::Verzoek)?;
                bezoek.doe(move |r, wie| r.follow_advice(wie, id, versie, (gevolg, words), &sleutel)).await?
            };
            if let Gedaan::Opgeslagen(..) = came {
                let to = Pad::Expertvraag(id).met(&[("gedaan", Some("ja"))]);
                return Ok(Redirect::to(&to).into_response());
            }
            (StatusCode::CONFLICT, "plan-botsing", Vec::new())
        }
    };
    let typed = Getypt { doe, nr: String::new(), paren: form, fouten };
    let (k, vraag) = bezoek.kijk(id.to_string(), move |lezing| lezing.expertvraag(id)).await?;
    let what = (Some((false, k.t(key))), Some(&typed));
    pagina_met(status, &ExpertvraagPagina::new(k, &vraag, &register::Register::form_key()?, what))
}
