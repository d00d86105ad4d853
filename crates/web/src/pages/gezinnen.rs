//! The families of the team's neighbourhoods: by name, not a queue to work off.

use askama::Template;
use axum::response::Response;
use register::beeld::{GezinRegel, GezinnenFilter, Lijst};
use stelsel::{Onderdeel, Wijkcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "gezinnen.html")]
pub(crate) struct GezinnenPagina {
    k: Kader,
    zoek: String,
    wacht: bool,
    wijken: Vec<Keuze>,
    gefilterd: bool,
    rijen: Vec<Regel>,
    verder: Option<String>,
    begin: Option<String>,
    nood: Option<String>,
}

/// A neighbourhood to choose.
struct Keuze {
    code: String,
    naam: String,
    gekozen: bool,
}

/// A family.
struct Regel {
    naar: String,
    naam: String,
    wijk: String,
    kinderen: String,
    lopend: Option<String>,
    wachtend: Option<String>,
    laatste: Option<String>,
}

impl GezinnenPagina {
    pub(crate) fn new(
        k: Kader,
        filter: &GezinnenFilter,
        wijken: &[(Wijkcode, String)],
        lijst: Lijst<GezinRegel>,
    ) -> Self {
        let code = filter.wijk.map(|w| w.to_string());
        let query = |na: Option<&str>| {
            Pad::Gezinnen.met(&[
                ("zoek", filter.zoek.as_deref()),
                ("wijk", code.as_deref()),
                ("wacht", filter.wacht.then_some("ja")),
                ("na", na),
            ])
        };
        Self {
            zoek: filter.zoek.clone().unwrap_or_default(),
            wacht: filter.wacht,
            wijken: wijken
                .iter()
                .map(|(code, naam)| Keuze {
                    code: code.to_string(),
                    naam: naam.clone(),
                    gekozen: filter.wijk == Some(*code),
                })
                .collect(),
            gefilterd: filter.zoek.is_some() || filter.wijk.is_some() || filter.wacht,
            verder: lijst.verder.as_deref().map(|na| query(Some(na))),
            begin: filter.na.is_some().then(|| query(None)),
            rijen: lijst.rijen.into_iter().map(|r| regel(&k, r)).collect(),
            nood: k.mag(Onderdeel::Nood).then(|| Pad::Nood.to_string()),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let filter = GezinnenFilter {
            zoek: Some(nasty.to_owned()),
            wijk: Some(crate::monster::wijkcode(1)),
            wacht: true,
            na: Some(nasty.to_owned()),
        };
        let wijken = [
            (crate::monster::wijkcode(1), nasty.to_owned()),
            (crate::monster::wijkcode(2), "Haagse Beemden".into()),
        ];
        Self::new(k.clone(), &filter, &wijken, crate::monster::gezinnen(nasty))
    }
}

/// `Tom (11)`.
pub(crate) fn met_leeftijd(k: &Kader, naam: &str, leeftijd: Option<u8>) -> String {
    match leeftijd {
        Some(jaar) => k.tx("kind-leeftijd", &[("naam", naam.into()), ("jaar", u32::from(jaar).into())]),
        None => naam.to_owned(),
    }
}

fn regel(k: &Kader, r: GezinRegel) -> Regel {
    let kinderen: Vec<_> =
        r.kinderen.iter().map(|(naam, leeftijd)| met_leeftijd(k, naam, *leeftijd)).collect();
    Regel {
        naar: Pad::Gezin(r.id).to_string(),
        naam: r.naam,
        wijk: r.wijk.unwrap_or_else(|| k.t("wijk-onbekend")),
        kinderen: kinderen.join(", "),
        lopend: (r.lopend > 0).then(|| k.t1("gezinnen-lopend", "n", r.lopend)),
        wachtend: (r.wachtend > 0).then(|| k.t1("gezinnen-wachtend", "n", r.wachtend)),
        laatste: r.laatste.map(|day| k.t1("gezinnen-laatste", "dag", k.datum(day))),
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let wijk = query.get("wijk").map(Wijkcode::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let filter = GezinnenFilter {
        zoek: query.get("zoek").map(str::to_owned),
        wijk,
        wacht: query.get("wacht").is_some(),
        na: query.get("na").map(str::to_owned),
    };
    let asked = filter.clone();
    let read =
        move |lezing: &mut register::Lezing<'_>| Ok((lezing.eigen_wijken()?, lezing.gezinnen(&asked)?));
    let (k, (wijken, lijst)) = bezoek.kijk(String::from("lijst"), read).await?;
    debug_assert_eq!(k.hier, Some(Onderdeel::Gezinnen));
    pagina(&GezinnenPagina::new(k, &filter, &wijken, lijst))
}
