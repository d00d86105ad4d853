//! How many first questions there were, per month and kind, as may be shown to who does not know who asked.

use askama::Template;
use axum::response::Response;
use register::beeld::Vraagcijfers;
use stelsel::Wijkcode;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::cijfer;
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "vraagcijfers.html")]
pub(crate) struct VraagcijfersPagina {
    k: Kader,
    hier: String,
    wijken: Vec<(String, String, bool)>,
    kolommen: Vec<String>,
    rijen: Vec<(String, Vec<String>)>,
}

impl VraagcijfersPagina {
    pub(crate) fn new(k: Kader, beeld: &Vraagcijfers) -> Self {
        let mut kolommen = vec![k.t("vraag-alle")];
        kolommen.extend(beeld.soorten.iter().map(|(kind, _)| match kind {
            Some(kind) => k.t(&format!("vraag-soort-{}", kind.key())),
            None => k.t("vraag-soort-anders"),
        }));
        // The newest month first; every number protected by itself.
        let rijen = beeld.maanden.iter().enumerate().rev().map(|(at, maand)| {
            let counts = std::iter::once(&beeld.alle).chain(beeld.soorten.iter().map(|(_, counts)| counts));
            let shown = counts.map(|of| cijfer::toon(&k, of.get(at).copied().unwrap_or_default()));
            (k.taal.maand(*maand), shown.collect())
        });
        Self {
            hier: Pad::Vraagcijfers.to_string(),
            wijken: beeld
                .wijken
                .iter()
                .map(|(code, naam)| (code.to_string(), naam.clone(), beeld.wijk == Some(*code)))
                .collect(),
            rijen: rijen.collect(),
            kolommen,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::leden::vraagcijfers(nasty))
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let wijk = query.get("wijk").map(Wijkcode::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let (k, beeld) = bezoek.kijk("cijfers".to_owned(), move |lezing| lezing.vraagcijfers(wijk)).await?;
    pagina(&VraagcijfersPagina::new(k, &beeld))
}
