//! What may help in which situation: guidance to read before a conversation, which a municipality adds to. Never a label.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::EigenGroep;
use stelsel::Rol;
use stelsel::goed_gesprek::{GROEPEN, Groep};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// A group with its guidance.
pub(crate) struct GroepKaart {
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
}

impl GroepenPagina {
    fn new(k: Kader, own: &[EigenGroep], melding: Option<(bool, String)>) -> Self {
        Self {
            hier: Pad::Groepen.to_string(),
            melding,
            groepen: GROEPEN.iter().map(|group| GroepKaart::of(&k, group)).collect(),
            eigen: own.iter().map(GroepKaart::own).collect(),
            voegt_toe: k.wie.as_ref().is_some_and(|wie| matches!(wie.rol, Rol::Beleid | Rol::Beheer)),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let own = crate::monster::goed_gesprek::groep(nasty);
        Self::new(k.clone(), &[own], Some((false, k.t("gg-groep-naamloos"))))
    }
}

fn read(lezing: &mut register::Lezing<'_>) -> Result<Vec<EigenGroep>, register::Fout> {
    lezing.groepen()
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let came = query.get("gedaan").map(str::to_owned);
    let (k, own) = bezoek.kijk(String::new(), read).await?;
    let melding = match came.as_deref() {
        Some("ja") => Some((true, k.t("gg-groep-bewaard"))),
        Some(_) => Some((false, k.t("gg-groep-naamloos"))),
        None => None,
    };
    pagina(&GroepenPagina::new(k, &own, melding))
}

/// Adds a group, or changes the words of one of the municipality.
pub(crate) async fn voeg_toe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
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
    };
    let done = match bezoek.doe(move |r, wie| r.put_group(wie, &group)).await {
        Ok(_) => "ja",
        Err(Fout::Verzoek) => "nee",
        Err(other) => return Err(other),
    };
    Ok(Redirect::to(&Pad::Groepen.met(&[("gedaan", Some(done))])).into_response())
}
