//! One's own data, to read and to take away: everything about oneself, nothing about another.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use register::beeld::PersoonsUitvoer;

use crate::bezoek::{Bezoek, Formulier, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::taal::Taal;

/// The page.
#[derive(Template)]
#[template(path = "mijn_gegevens.html")]
pub(crate) struct MijnPagina {
    k: Kader,
    namen: Vec<String>,
}

impl MijnPagina {
    fn new(k: Kader, namen: Vec<String>) -> Self {
        Self { k, namen }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let name = if nasty.is_empty() { "Tom" } else { nasty };
        vec![
            ("zelf", Self::new(k.clone(), vec![name.to_owned()])),
            ("niemand", Self::new(k.clone(), Vec::new())),
        ]
    }
}

/// What is taken away, to read.
#[derive(Template)]
#[template(path = "uitvoer.html")]
pub(crate) struct UitvoerPagina {
    k: Kader,
    gemaakt: String,
    personen: Vec<Vec<Deel>>,
}

/// A part of it.
struct Deel {
    titel: String,
    rijen: Vec<Vec<(String, String)>>,
}

impl UitvoerPagina {
    pub(crate) fn new(k: Kader, uitvoer: &[PersoonsUitvoer]) -> Self {
        let part = |naam: &str, rijen: &[Vec<(String, String)>]| Deel {
            titel: k.t(&format!("uitvoer-{naam}")),
            rijen: rijen.to_vec(),
        };
        Self {
            gemaakt: uitvoer.first().map_or_else(String::new, |u| k.moment(u.gemaakt)),
            personen: uitvoer
                .iter()
                .map(|u| u.delen.iter().map(|d| part(&d.naam, &d.rijen)).collect())
                .collect(),
            k,
        }
    }
}

/// As a page to read, whole in one file.
pub fn uitvoer_html(taal: Taal, uitvoer: &[PersoonsUitvoer]) -> Result<String, std::fmt::Error> {
    UitvoerPagina::new(Kader::kaal(taal), uitvoer).render().map_err(|_| std::fmt::Error)
}

/// As JSON: a list of persons, each with its parts.
pub fn uitvoer_json(uitvoer: &[PersoonsUitvoer]) -> String {
    use serde_json::{Map, Value};
    let line = |pairs: &Vec<(String, String)>| {
        Value::Array(pairs.iter().map(|(name, value)| serde_json::json!([name, value])).collect())
    };
    let person = |u: &PersoonsUitvoer| {
        let mut parts = Map::new();
        parts.insert("gemaakt".to_owned(), Value::String(u.gemaakt.to_string()));
        for part in &u.delen {
            parts.insert(part.naam.clone(), Value::Array(part.rijen.iter().map(line).collect()));
        }
        Value::Object(parts)
    };
    Value::Array(uitvoer.iter().map(person).collect()).to_string()
}

fn van_wie(lezing: &mut register::Lezing<'_>) -> Result<Vec<String>, register::Fout> {
    lezing.mijn_gegevens()
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, namen) = bezoek.kijk(String::new(), van_wie).await?;
    pagina(&MijnPagina::new(k, namen))
}

pub(crate) async fn uitvoer(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let k = Kader::kaal(bezoek.taal());
    let as_page = match form.get("vorm") {
        Some("leesbaar") => true,
        Some("json") => false,
        _ => return Err(Fout::Verzoek),
    };
    let uitvoer = bezoek.doe(register::Register::export_own).await?;
    let (body, kind, name) = if as_page {
        (
            UitvoerPagina::new(k, &uitvoer).render()?,
            "text/html; charset=utf-8",
            "attachment; filename=\"mijn-gegevens.html\"",
        )
    } else {
        (uitvoer_json(&uitvoer), "application/json", "attachment; filename=\"mijn-gegevens.json\"")
    };
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], body).into_response())
}
