//! What may help in which situation: guidance to read before a conversation, which a municipality adds to. Never a label.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::EigenGroep;
use stelsel::Rol;
use stelsel::goed_gesprek::{GROEPEN, Groep};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// A group with its guidance.
pub(crate) struct GroepKaart {
    /// Its key, when it is of the municipality.
    pub(crate) sleutel: String,
    pub(crate) naam: String,
    pub(crate) wie: String,
    pub(crate) antwoord: String,
    pub(crate) route: String,
    pub(crate) niet: String,
    pub(crate) bron: String,
    pub(crate) levenslang: bool,
}

impl GroepKaart {
    /// Of the program.
    pub(crate) fn of(k: &Kader, group: &Groep) -> Self {
        let text = |part: &str| k.t(&format!("gg-groep-{}{part}", group.sleutel));
        Self {
            sleutel: String::new(),
            naam: text(""),
            wie: text("-wie"),
            antwoord: text("-antwoord"),
            route: text("-route"),
            niet: text("-niet"),
            bron: group.bron.to_owned(),
            levenslang: group.levenslang,
        }
    }

    /// Of the municipality.
    pub(crate) fn own(group: &EigenGroep) -> Self {
        Self {
            sleutel: group.sleutel.clone(),
            naam: group.naam.clone(),
            wie: group.wie.clone(),
            antwoord: group.antwoord.clone(),
            route: group.route.clone(),
            niet: group.niet.clone(),
            bron: group.bron.clone(),
            levenslang: group.levenslang,
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "groepen.html")]
pub(crate) struct GroepenPagina {
    k: Kader,
    hier: String,
    melding: Option<(bool, String)>,
    groepen: Vec<GroepKaart>,
    eigen: Vec<GroepKaart>,
    voegt_toe: bool,
    getypt: EigenGroep,
}

impl GroepenPagina {
    fn new(k: Kader, own: &[EigenGroep], melding: Option<(bool, String)>, getypt: EigenGroep) -> Self {
        Self {
            hier: Pad::Groepen.to_string(),
            melding,
            groepen: GROEPEN.iter().map(|group| GroepKaart::of(&k, group)).collect(),
            eigen: own.iter().filter(|group| !group.weg).map(GroepKaart::own).collect(),
            voegt_toe: k.wie.as_ref().is_some_and(|wie| matches!(wie.rol, Rol::Beleid | Rol::Beheer)),
            getypt,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let own = crate::monster::goed_gesprek::groep(nasty);
        Self::new(k.clone(), std::slice::from_ref(&own), Some((false, k.t("gg-groep-naamloos"))), own.clone())
    }
}

fn read(lezing: &mut register::Lezing<'_>) -> Result<Vec<EigenGroep>, register::Fout> {
    lezing.groepen()
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let came = query.get("gedaan").map(str::to_owned);
    let (k, own) = bezoek.kijk(String::new(), read).await?;
    let melding = match came.as_deref() {
        Some("weg") => Some((true, k.t("gg-groep-weggehaald"))),
        Some(_) => Some((true, k.t("gg-groep-bewaard"))),
        None => None,
    };
    pagina(&GroepenPagina::new(k, &own, melding, EigenGroep::default()))
}

/// Adds a group, changes the words of one of the municipality, or offers one no longer.
pub(crate) async fn voeg_toe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let done = |what: &str| Redirect::to(&Pad::Groepen.met(&[("gedaan", Some(what))])).into_response();
    if let Some(key) = form.get("weg").map(str::to_owned) {
        bezoek.doe(move |r, wie| r.drop_group(wie, &key)).await?;
        return Ok(done("weg"));
    }
    let text = |name: &str| form.get(name).unwrap_or_default().to_owned();
    let group = EigenGroep {
        sleutel: String::new(),
        naam: text("naam"),
        wie: text("wie"),
        antwoord: text("antwoord"),
        route: text("route"),
        niet: text("niet"),
        bron: text("bron"),
        levenslang: form.get("levenslang").is_some(),
        weg: false,
    };
    let typed = group.clone();
    match bezoek.doe(move |r, wie| r.put_group(wie, &group)).await {
        Ok(_) => Ok(done("ja")),
        // What was typed comes back with what is wrong.
        Err(Fout::Verzoek) => {
            let (k, own) = bezoek.kijk(String::new(), read).await?;
            let melding = Some((false, k.t("gg-groep-naamloos")));
            pagina_met(StatusCode::BAD_REQUEST, &GroepenPagina::new(k, &own, melding, typed))
        }
        Err(other) => Err(other),
    }
}
