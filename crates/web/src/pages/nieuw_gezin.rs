//! Writing down a family: a name is enough.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Lezing;
use register::Register;
use register::beeld::NieuwGezin;
use stelsel::persoon::GezinsRol;
use stelsel::{Id, Wijkcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::leden::{adres_van, persoon_van};

/// The page.
#[derive(Template)]
#[template(path = "nieuw_gezin.html")]
pub(crate) struct NieuwGezinPagina {
    k: Kader,
    hier: String,
    terug: String,
    melding: Option<String>,
    sleutel: String,
    vraag: Option<String>,
    wijken: Vec<(String, String, bool)>,
    rollen: Vec<(i64, String, bool)>,
    velden: Vec<Veld>,
}

/// A field with what was typed.
struct Veld {
    naam: &'static str,
    tekst: String,
    soort: &'static str,
    waarde: String,
}

/// The fields, in order: name, key of the label, kind of input.
const VELDEN: [(&str, &str, &str); 8] = [
    ("voornaam", "gezin-voornaam", "text"),
    ("achternaam", "gezin-achternaam", "text"),
    ("geboren", "gezin-geboren", "date"),
    ("bsn", "gezin-bsn", "text"),
    ("straat", "gezin-straat", "text"),
    ("huis", "gezin-huis", "text"),
    ("postcode", "gezin-postcode", "text"),
    ("plaats", "gezin-plaats", "text"),
];

impl NieuwGezinPagina {
    pub(crate) fn new(k: Kader, wijken: &[(Wijkcode, String)], sleutel: String, form: &Paren) -> Self {
        let own = k.wie.as_ref().map(|wie| wie.wijken.clone()).unwrap_or_default();
        let chosen = form.get("wijk").map(str::to_owned).or_else(|| own.first().map(ToString::to_string));
        let rol = form.get("rol").and_then(|n| n.parse().ok()).unwrap_or(GezinsRol::Ouder.number());
        Self {
            hier: Pad::NieuwGezin.to_string(),
            terug: Pad::Gezinnen.to_string(),
            melding: None,
            sleutel,
            vraag: form.get("vraag").map(str::to_owned),
            wijken: wijken
                .iter()
                .map(|(code, naam)| {
                    (code.to_string(), naam.clone(), chosen.as_deref() == Some(code.to_string().as_str()))
                })
                .collect(),
            rollen: GezinsRol::ALL.map(|r| (r.number(), k.t(r.key()), r.number() == rol)).to_vec(),
            velden: VELDEN
                .iter()
                .map(|(naam, label, soort)| Veld {
                    naam,
                    tekst: k.t(label),
                    soort,
                    waarde: form.get(naam).unwrap_or_default().to_owned(),
                })
                .collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let wijken = [(crate::monster::wijkcode(1), crate::monster::of(nasty, "Hoge Vucht"))];
        let form = Paren(vec![("achternaam".into(), nasty.into()), ("vraag".into(), nasty.into())]);
        let mut page = Self::new(k.clone(), &wijken, "0".repeat(32), &form);
        page.melding = Some(k.t("gezin-naam-nodig"));
        page
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let (k, wijken) = bezoek.kijk("nieuw".to_owned(), |lezing: &mut Lezing<'_>| lezing.nieuw_gezin()).await?;
    pagina(&NieuwGezinPagina::new(k, &wijken, Register::form_key()?, &query))
}

/// Takes the form.
pub(crate) async fn maak(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let key = match read(&form) {
        Ok(nieuw) => {
            let made = bezoek
                .doe(move |register, wie| match register.new_family(wie, &nieuw, &sleutel) {
                    Ok(id) => Ok(Some(id)),
                    Err(register::Fout::AlBekend) => Ok(None),
                    Err(fault) => Err(fault),
                })
                .await?;
            match made {
                Some(id) => return Ok(Redirect::to(&Pad::Leden(id).to_string()).into_response()),
                None => "gezin-nummer-bezet",
            }
        }
        Err(key) => key,
    };
    let (k, wijken) = bezoek.kijk("nieuw".to_owned(), |lezing: &mut Lezing<'_>| lezing.nieuw_gezin()).await?;
    let mut page = NieuwGezinPagina::new(k, &wijken, Register::form_key()?, &form);
    page.melding = Some(page.k.t(key));
    pagina_met(StatusCode::BAD_REQUEST, &page)
}

fn read(form: &Paren) -> Result<NieuwGezin, &'static str> {
    let wijk = form.get("wijk").map(Wijkcode::parse).transpose().map_err(|_| "gezin-wijk-fout")?;
    let vraag = form.get("vraag").and_then(|text| Id::parse(text).ok());
    Ok(NieuwGezin { persoon: persoon_van(form)?, adres: adres_van(form)?, wijk, vraag })
}
