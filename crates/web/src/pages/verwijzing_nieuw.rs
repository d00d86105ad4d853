//! Entering a referral: few fields, the question in own words. What was typed is kept when something is missing.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use register::beeld::{NieuweVerwijzing, VerwijzingInhoud};
use stelsel::verwijzing::VerwijzerSoort;
use stelsel::{Bsn, Postcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "verwijzing_nieuw.html")]
pub(crate) struct VerwijzingNieuwPagina {
    k: Kader,
    hier: String,
    terug: String,
    melding: Option<String>,
    soorten: Vec<(&'static str, String, bool)>,
    gevuld: Gevuld,
    sleutel: String,
}

/// What was typed.
#[derive(Default)]
struct Gevuld {
    soort: String,
    kind: String,
    achternaam: String,
    geboren: String,
    bsn: String,
    postcode: String,
    inhoud: VerwijzingInhoud,
}

impl Gevuld {
    fn of(form: &Paren) -> Self {
        let text = |name| form.get(name).unwrap_or_default().to_owned();
        Self {
            soort: text("soort"),
            kind: text("kind"),
            achternaam: text("achternaam"),
            geboren: text("geboren"),
            bsn: text("bsn"),
            postcode: text("postcode"),
            inhoud: VerwijzingInhoud {
                vraag: text("vraag"),
                geprobeerd: text("geprobeerd"),
                spoed: text("spoed"),
                toestemming: text("toestemming"),
                bereikbaar: text("bereikbaar"),
            },
        }
    }

    /// The referral, or what is missing.
    fn verwijzing(&self) -> Result<NieuweVerwijzing, &'static str> {
        fn some<T>(
            text: &str,
            read: impl FnOnce(&str) -> Option<T>,
            wrong: &'static str,
        ) -> Result<Option<T>, &'static str> {
            if text.is_empty() { Ok(None) } else { read(text).map(Some).ok_or(wrong) }
        }
        if self.kind.is_empty() || self.achternaam.is_empty() {
            return Err("verwijzing-mis-naam");
        }
        if self.inhoud.vraag.is_empty() {
            return Err("verwijzing-mis-vraag");
        }
        Ok(NieuweVerwijzing {
            soort: VerwijzerSoort::from_key(&self.soort).unwrap_or(VerwijzerSoort::Huisarts),
            kind: self.kind.clone(),
            achternaam: self.achternaam.clone(),
            geboren: some(&self.geboren, |text| text.parse::<Date>().ok(), "fout-datum")?,
            bsn: some(&self.bsn, |text| Bsn::parse(text).ok(), "nood-bsn-fout")?,
            postcode: some(&self.postcode, |text| Postcode::parse(text).ok(), "verwijzing-mis-postcode")?,
            inhoud: self.inhoud.clone(),
        })
    }
}

impl VerwijzingNieuwPagina {
    fn new(k: Kader, melding: Option<&str>, gevuld: Gevuld, sleutel: String) -> Self {
        let chosen = VerwijzerSoort::from_key(&gevuld.soort).unwrap_or(VerwijzerSoort::Huisarts);
        Self {
            hier: Pad::VerwijzingNieuw.to_string(),
            terug: Pad::Verwijzingen.to_string(),
            melding: melding.map(|key| k.t(key)),
            soorten: VerwijzerSoort::ALL
                .into_iter()
                .map(|kind| (kind.key(), k.t(&format!("verwijzer-soort-{}", kind.key())), kind == chosen))
                .collect(),
            gevuld,
            sleutel,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let text = || nasty.to_owned();
        let gevuld = Gevuld {
            soort: "poh".into(),
            kind: text(),
            achternaam: text(),
            geboren: text(),
            bsn: text(),
            postcode: text(),
            inhoud: VerwijzingInhoud {
                vraag: text(),
                geprobeerd: text(),
                spoed: text(),
                toestemming: text(),
                bereikbaar: text(),
            },
        };
        vec![
            ("leeg", Self::new(k.clone(), None, Gevuld::default(), "0".repeat(32))),
            ("mis", Self::new(k.clone(), Some("verwijzing-mis-vraag"), gevuld, "0".repeat(32))),
        ]
    }
}

async fn page(bezoek: Bezoek, melding: Option<&'static str>, gevuld: Gevuld) -> Result<Response, Fout> {
    let (k, ()) = bezoek
        .kijk(String::from("nieuw"), |lezing: &mut register::Lezing<'_>| lezing.nieuwe_verwijzing())
        .await?;
    let key = register::Register::form_key()?;
    pagina_met(
        if melding.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK },
        &VerwijzingNieuwPagina::new(k, melding, gevuld, key),
    )
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    page(bezoek, None, Gevuld::default()).await
}

/// Takes a referral.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let gevuld = Gevuld::of(&form);
    let new = match gevuld.verwijzing() {
        Ok(new) => new,
        Err(key) => return page(bezoek, Some(key), gevuld).await,
    };
    match bezoek.doe(move |r, wie| r.refer(wie, &new, &sleutel)).await {
        Ok(_) => Ok(Redirect::to(&Pad::Verwijzingen.met(&[("verstuurd", Some("ja"))])).into_response()),
        Err(Fout::Verzoek) => page(bezoek, Some("verwijzing-mis-lang"), gevuld).await,
        Err(other) => Err(other),
    }
}
