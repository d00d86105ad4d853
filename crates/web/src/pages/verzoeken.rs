//! The requests of providers that wait for an answer: which child, what is asked, until when. Not a queue to work off.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::beeld::{Lijst, VerzoekRegel, VerzoekSoort, VerzoekStand};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::woorden::{self, in_woorden};

/// The page.
#[derive(Template)]
#[template(path = "verzoeken.html")]
pub(crate) struct VerzoekenPagina {
    k: Kader,
    rijen: Vec<Rij>,
    verder: Option<String>,
    begin: Option<String>,
}

/// A request.
struct Rij {
    naar: String,
    naam: String,
    vraag: String,
    verwijzer: Option<String>,
    onderzoek: Option<String>,
    uiterlijk: String,
    laat: bool,
}

/// What a provider asks, in a sentence.
pub(crate) fn vraag(k: &Kader, regel: &VerzoekRegel) -> String {
    let wie = woorden::aanbieder(regel.aanbieder_naam.as_ref(), regel.aanbieder);
    let mut args = vec![("aanbieder", wie.into())];
    let key = match regel.soort {
        VerzoekSoort::Wijziging => "verzoek-vraagt-wijziging",
        VerzoekSoort::Toewijzing => {
            args.push(("wat", woorden::product_in_zin(k, &regel.product).into()));
            "verzoek-vraagt-hulp"
        }
    };
    let asks = k.tx(key, &args);
    match regel.ingang {
        Some(from) => format!("{asks}, {}", woorden::van_tot(k, from, regel.eind)),
        None => asks,
    }
}

/// Who referred the child, in a sentence.
fn verwijzer(k: &Kader, regel: &VerzoekRegel) -> Option<String> {
    let code = regel.verwijzer.as_deref()?;
    let wie = in_woorden(k, "verwijzer", code).unwrap_or_else(|| code.to_owned());
    Some(k.t1("zegt-verwijzer", "wie", wie))
}

impl VerzoekenPagina {
    pub(crate) fn new(k: Kader, na: Option<&str>, dag: Date, lijst: Lijst<VerzoekRegel>) -> Self {
        let rij = |r: VerzoekRegel| {
            let (wanneer, laat) = woorden::uiterlijk(&k, r.uiterlijk, dag);
            Rij {
                naar: Pad::Verzoek(r.id).to_string(),
                vraag: vraag(&k, &r),
                verwijzer: verwijzer(&k, &r),
                onderzoek: (r.stand == VerzoekStand::InOnderzoek).then(|| k.t(r.stand.key())),
                uiterlijk: k.t1("verzoek-antwoord", "wanneer", wanneer),
                laat,
                naam: r.naam,
            }
        };
        Self {
            rijen: lijst.rijen.into_iter().map(rij).collect(),
            verder: lijst.verder.as_deref().map(|na| Pad::Verzoeken.met(&[("na", Some(na))])),
            begin: na.is_some().then(|| Pad::Verzoeken.to_string()),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), Some(nasty), crate::monster::STAND, crate::monster::post::verzoeken(nasty))
    }

    #[cfg(test)]
    pub(crate) fn sample_leeg(k: &Kader) -> Self {
        Self::new(k.clone(), None, crate::monster::STAND, Lijst { rijen: Vec::new(), verder: None })
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let na = query.get("na").map(str::to_owned);
    let asked = na.clone();
    let (k, (dag, lijst)) = bezoek
        .kijk(String::from("lijst"), move |lezing| {
            Ok((lezing.figures_day()?, lezing.verzoeken(asked.as_deref())?))
        })
        .await?;
    pagina(&VerzoekenPagina::new(k, na.as_deref(), dag, lijst))
}
