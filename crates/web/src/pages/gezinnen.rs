//! The families of the team's neighbourhoods: by name, not a queue to work off.
//!
//! What is searched for goes in the form, and the place in the list too: names stand in no address, no history and no log.

use askama::Template;
use axum::response::Response;
use register::beeld::{GezinKlokken, GezinRegel, GezinnenFilter, Lijst};
use stelsel::plan::Wachtklok;
use stelsel::{Onderdeel, Wijkcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, pagina};
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
    /// What families wait for besides help that has to begin, which stands with the families below.
    klokken: Vec<Wachtend>,
    rijen: Vec<Regel>,
    wijk: String,
    /// From where the list goes on.
    verder: Option<String>,
    /// The list does not begin at its beginning.
    midden: bool,
    nood: Option<String>,
    nieuw: Option<String>,
    dubbel: Option<String>,
}

/// A neighbourhood to choose.
struct Keuze {
    code: String,
    naam: String,
    gekozen: bool,
}

/// A family that waits for something.
struct Wachtend {
    naar: String,
    naam: String,
    waarop: Vec<String>,
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
        klokken: &[GezinKlokken],
    ) -> Self {
        let code = filter.wijk.map(|w| w.to_string());
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
            wijk: code.unwrap_or_default(),
            verder: lijst.verder.clone(),
            midden: filter.na.is_some(),
            klokken: klokken.iter().map(|family| wachtend(&k, family)).collect(),
            rijen: lijst.rijen.into_iter().map(|r| regel(&k, r)).collect(),
            nood: k.mag(Onderdeel::Nood).then(|| Pad::Nood.to_string()),
            nieuw: k.mag(Onderdeel::NieuwGezin).then(|| Pad::NieuwGezin.to_string()),
            dubbel: k.mag(Onderdeel::Dubbelen).then(|| Pad::Dubbelen.to_string()),
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
        let waits = GezinKlokken {
            gezin: stelsel::Id::new(crate::monster::moment(), [7; 10]),
            naam: crate::monster::of(nasty, "De Wit"),
            klokken: vec![crate::monster::deur::klok()],
        };
        Self::new(k.clone(), &filter, &wijken, crate::monster::gezinnen(nasty), &[waits])
    }
}

/// `Tom (11)`.
pub(crate) fn met_leeftijd(k: &Kader, naam: &str, leeftijd: Option<u8>) -> String {
    match leeftijd {
        Some(jaar) => k.tx("kind-leeftijd", &[("naam", naam.into()), ("jaar", u32::from(jaar).into())]),
        None => naam.to_owned(),
    }
}

fn wachtend(k: &Kader, family: &GezinKlokken) -> Wachtend {
    let sentence = |clock: &Wachtklok| k.t1(&format!("plan-kort-{}", clock.soort.key()), "n", clock.dagen);
    Wachtend {
        naar: Pad::Plan(family.gezin).to_string(),
        naam: family.naam.clone(),
        waarop: family.klokken.iter().map(sentence).collect(),
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

/// The list from its beginning.
pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    lijst(bezoek, &Paren::default()).await
}

/// The list of what is searched for, or further on.
pub(crate) async fn zoek(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    lijst(bezoek, &form).await
}

async fn lijst(bezoek: Bezoek, query: &Paren) -> Result<Response, Fout> {
    if query.0.iter().any(|(_, value)| value.len() > 500 || value.contains('\0')) {
        return Err(Fout::Verzoek);
    }
    let wijk = query.get("wijk").map(Wijkcode::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let filter = GezinnenFilter {
        zoek: query.get("zoek").map(str::to_owned),
        wijk,
        wacht: query.get("wacht").is_some(),
        na: query.get("na").map(str::to_owned),
    };
    let asked = filter.clone();
    let read = move |lezing: &mut register::Lezing<'_>| {
        let asks = asked.wacht && asked.na.is_none() && asked.zoek.is_none();
        let clocks = if asks { lezing.klokken()? } else { Vec::new() };
        Ok((lezing.eigen_wijken()?, lezing.gezinnen(&asked)?, clocks))
    };
    let (k, (wijken, lijst, clocks)) = bezoek.kijk(String::from("lijst"), read).await?;
    debug_assert_eq!(k.hier, Some(Onderdeel::Gezinnen));
    let k = Kader { pad: Pad::Gezinnen.to_string(), ..k };
    pagina(&GezinnenPagina::new(k, &filter, &wijken, lijst, &clocks))
}
