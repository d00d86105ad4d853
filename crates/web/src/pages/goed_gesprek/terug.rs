//! Words that could not be stored, given back to who wrote them: nothing that was typed is lost, also without script.

use askama::Template;

use super::formulier::is_text;
use crate::adres::Pad;
use crate::bezoek::Paren;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "gesprek_terug.html")]
pub(crate) struct TerugPagina {
    k: Kader,
    titel: String,
    uitleg: String,
    naar: String,
    verder: String,
    teksten: Vec<String>,
}

impl TerugPagina {
    pub(super) fn new(k: Kader, form: &Paren, to: Pad, why: &str) -> Self {
        let texts = form.0.iter().filter(|(name, value)| is_text(name) && !value.trim().is_empty());
        Self {
            titel: k.t(&format!("{why}-titel")),
            uitleg: k.t(&format!("{why}-uitleg")),
            verder: k.t(&format!("{why}-verder")),
            naar: to.to_string(),
            teksten: texts.map(|(_, value)| value.clone()).collect(),
            k,
        }
    }
}
