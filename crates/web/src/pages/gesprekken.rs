//! The conversations with a family, as a list of their own and as a part of the family's page.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::Register;
use register::beeld::{Gedaan, GesprekKort, GesprekkenBeeld};
use stelsel::goed_gesprek::{Antwoord, Antwoordregel};
use stelsel::{Gezin, Id, Onderdeel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// How many stand on the page of the family.
const EERST: usize = 3;

/// An answer in a sentence.
pub(crate) struct AntwoordZin {
    pub(crate) naam: String,
    pub(crate) woorden: String,
    pub(crate) wie_wanneer: String,
}

/// The sentence of an answer. One without an end is told as that: it is never late.
pub(crate) fn antwoord_zin(k: &Kader, line: &Antwoordregel) -> AntwoordZin {
    let when = match line.antwoord {
        Antwoord::Waakvlam if line.wanneer.is_empty() => k.t("gg-zonder-einde"),
        Antwoord::Waakvlam => k.t1("gg-zonder-einde-ritme", "ritme", line.wanneer.as_str()),
        _ => line.wanneer.clone(),
    };
    let parts = [line.wie.clone(), when];
    AntwoordZin {
        naam: k.t(&format!("gg-antwoord-{}", line.antwoord.key())),
        woorden: line.woorden.clone(),
        wie_wanneer: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
    }
}

/// A line of the list.
pub(crate) struct GesprekRegel {
    pub(crate) naar: String,
    pub(crate) dag: String,
    pub(crate) wie: String,
    pub(crate) concept: Option<String>,
    pub(crate) gewoon: String,
    pub(crate) antwoorden: Vec<AntwoordZin>,
}

/// The part of the page of a family.
pub(crate) struct Gesprekken {
    pub(crate) alle: String,
    pub(crate) schrijft: bool,
    pub(crate) sleutel: String,
    pub(crate) regels: Vec<GesprekRegel>,
}

fn line(k: &Kader, gezin: Id<Gezin>, g: &GesprekKort) -> GesprekRegel {
    let wie = if g.auteur.is_empty() { k.t("iemand") } else { g.auteur.clone() };
    GesprekRegel {
        naar: Pad::GoedGesprek(gezin, g.id).to_string(),
        dag: k.datum(g.dag),
        concept: g.concept.map(|moment| {
            let key = if g.van_mij { "gg-concept-van-mij" } else { "gg-concept-van" };
            k.tx(key, &[("wie", wie.as_str().into()), ("moment", k.moment(moment).into())])
        }),
        wie: k.t1("gg-opgeschreven-door", "wie", wie.as_str()),
        gewoon: g.gewoon.clone(),
        antwoorden: g.antwoorden.iter().map(|line| antwoord_zin(k, line)).collect(),
    }
}

impl Gesprekken {
    pub(crate) fn new(k: &Kader, beeld: &GesprekkenBeeld, sleutel: String) -> Self {
        let regels: Vec<_> = beeld.gesprekken.iter().take(EERST).map(|g| line(k, beeld.gezin, g)).collect();
        Self {
            alle: Pad::GoedeGesprekken(beeld.gezin).to_string(),
            schrijft: beeld.schrijft,
            sleutel,
            regels,
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "gesprekken.html")]
pub(crate) struct GesprekkenPagina {
    k: Kader,
    titel: String,
    gezin: String,
    hier: String,
    schrijft: bool,
    sleutel: String,
    regels: Vec<GesprekRegel>,
}

impl GesprekkenPagina {
    pub(crate) fn new(k: Kader, beeld: &GesprekkenBeeld, sleutel: String) -> Self {
        Self {
            titel: k.t1("gg-gesprekken-met", "naam", beeld.naam.as_str()),
            gezin: Pad::Gezin(beeld.gezin).to_string(),
            hier: Pad::GoedeGesprekken(beeld.gezin).to_string(),
            schrijft: beeld.schrijft,
            sleutel,
            regels: beeld.gesprekken.iter().map(|g| line(&k, beeld.gezin, g)).collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let full = crate::monster::goed_gesprek::lijst(nasty);
        let empty = GesprekkenBeeld { gesprekken: Vec::new(), ..full.clone() };
        let page = |beeld| Self::new(k.clone(), beeld, "0".repeat(32));
        vec![("gesprekken", page(&full)), ("gesprekken-leeg", page(&empty))]
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(id): Uit<Id<Gezin>>) -> Result<Response, Fout> {
    let part = Onderdeel::GoedGesprek;
    let read = move |lezing: &mut register::Lezing<'_>| {
        lezing.goede_gesprekken(part, id)?.ok_or(register::Fout::NietGevonden)
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), read).await?;
    pagina(&GesprekkenPagina::new(k, &beeld, Register::form_key()?))
}

/// Begins one.
pub(crate) async fn begin(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let key = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let came = bezoek.doe(move |r, wie| r.begin_conversation(wie, id, &key)).await?;
    let Gedaan::Opgeslagen(gesprek, _) = came else { return Err(Fout::Verzoek) };
    Ok(Redirect::to(&Pad::GoedGesprek(id, gesprek).to_string()).into_response())
}
