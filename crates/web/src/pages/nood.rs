//! Opening a file without a relation, in an emergency: with a reason, for a short while, told to the team lead and to the
//! family.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use register::beeld::{NOOD_MINUTEN, REDEN_MAX, REDEN_MIN, Zoek};
use stelsel::Bsn;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page. What was typed is kept when something is missing.
#[derive(Template)]
#[template(path = "nood.html")]
pub(crate) struct NoodPagina {
    k: Kader,
    hier: String,
    melding: Option<String>,
    gevuld: Gevuld,
    minuten: i64,
}

/// What was typed.
#[derive(Default)]
pub(crate) struct Gevuld {
    bsn: String,
    achternaam: String,
    geboren: String,
    reden: String,
}

impl Gevuld {
    fn of(form: &Paren) -> Self {
        let text = |name| form.get(name).unwrap_or_default().to_owned();
        Self {
            bsn: text("bsn"),
            achternaam: text("achternaam"),
            geboren: text("geboren"),
            reden: text("reden"),
        }
    }

    /// The child that is meant, or what is missing.
    fn zoek(&self) -> Result<Zoek, &'static str> {
        if !(REDEN_MIN..=REDEN_MAX).contains(&self.reden.chars().count()) {
            return Err("nood-reden-kort");
        }
        if !self.bsn.is_empty() {
            return Bsn::parse(&self.bsn).map(Zoek::Bsn).map_err(|_| "nood-bsn-fout");
        }
        if self.achternaam.is_empty() || self.geboren.is_empty() {
            return Err("nood-wie");
        }
        let born: Date = self.geboren.parse().map_err(|_| "nood-geboren-fout")?;
        Ok(Zoek::Naam(self.achternaam.clone(), born))
    }
}

impl NoodPagina {
    pub(crate) fn new(k: Kader, melding: Option<&str>, gevuld: Gevuld) -> Self {
        let melding = melding.map(|key| k.t1(key, "n", REDEN_MIN));
        Self { k, hier: Pad::Nood.to_string(), melding, gevuld, minuten: NOOD_MINUTEN }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let text = || nasty.to_owned();
        let gevuld = Gevuld { bsn: text(), achternaam: text(), geboren: text(), reden: text() };
        Self::new(k.clone(), Some("nood-reden-kort"), gevuld)
    }
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, ()) = bezoek.kijk(String::new(), |lezing: &mut register::Lezing<'_>| lezing.nood()).await?;
    pagina(&NoodPagina::new(k, None, Gevuld::default()))
}

/// Opens the file, or tells what is missing. That nobody was found is said; it is the same answer for a child that does not
/// exist and for one that cannot be told apart from another.
pub(crate) async fn open(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let gevuld = Gevuld::of(&form);
    let (status, key) = match gevuld.zoek() {
        Ok(zoek) => {
            let reden = gevuld.reden.clone();
            match bezoek.doe(move |register, wie| register.break_glass(wie, &zoek, &reden)).await {
                Ok(gezin) => return Ok(Redirect::to(&Pad::Gezin(gezin).to_string()).into_response()),
                Err(Fout::NietGevonden) => (StatusCode::NOT_FOUND, "nood-niet-gevonden"),
                Err(fout) => return Err(fout),
            }
        }
        Err(key) => (StatusCode::BAD_REQUEST, key),
    };
    let (k, ()) = bezoek.kijk(String::new(), |lezing: &mut register::Lezing<'_>| lezing.nood()).await?;
    pagina_met(status, &NoodPagina::new(k, Some(key), gevuld))
}
