//! The causal map: what the source documents say leads to what, as drawings and as a table; what the model makes of it; and a scenario
//! in which a loop or a link is switched off. There is nothing of persons in it.

mod beweringen;
mod geheel;
pub(crate) mod proef;
mod ring;
mod rond;
mod tabel;
mod tekening;
mod woorden;

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use simulatie::oorzaak::{self, Begrip, KRINGEN, Onderdeel};
use simulatie::systeem::Lus;

use self::beweringen::Paneel;
use self::proef::ProefVorm;
use self::ring::Kop;
use self::rond::Rond;
use self::tabel::Rij;
use self::tekening::Tekening;
use self::woorden::naam;
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Paren, Vraag, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// Around which concept the page begins: the one with the most arrows.
const BEGIN: Begrip = Begrip::Jeugdhulp;

/// A choice of a list: value, text, chosen.
type Optie = (String, String, bool);

/// What is asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keuze {
    begrip: Option<Begrip>,
    deel: Option<Onderdeel>,
    lus: Option<Lus>,
    pub(crate) proef: oorzaak::Proef,
}

impl Keuze {
    /// What is not a name of ours is not found.
    pub(crate) fn of(query: &Paren) -> Result<Self, Fout> {
        let asked = |name: &str| query.get(name).map(str::to_owned);
        let off = query.0.iter().filter(|(name, _)| name == "uit").map(|(_, value)| value.as_str());
        Ok(Self {
            begrip: asked("begrip").map(|id| Begrip::by_id(&id).ok_or(Fout::NietGevonden)).transpose()?,
            deel: asked("deel")
                .map(|name| {
                    Onderdeel::ALL.into_iter().find(|one| one.naam() == name).ok_or(Fout::NietGevonden)
                })
                .transpose()?,
            lus: asked("lus").map(|name| Lus::by_name(&name).ok_or(Fout::NietGevonden)).transpose()?,
            proef: oorzaak::Proef::of(off).ok_or(Fout::NietGevonden)?,
        })
    }
}

/// A loop with its drawings.
struct Kringvak {
    id: String,
    naam: String,
    uitleg: String,
    eerste: Tekening,
    meer: Vec<Tekening>,
    /// What sets it going, in words.
    aanloop: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "oorzaken.html")]
pub(crate) struct OorzakenPagina {
    k: Kader,
    hier: String,
    cijfers: Option<String>,
    csv: String,
    /// Concepts by part.
    begrippen: Vec<(String, Vec<Optie>)>,
    delen: Vec<Optie>,
    lussen: Vec<Optie>,
    gekozen: String,
    rond: Tekening,
    oorzaken: Vec<String>,
    gevolgen: Vec<String>,
    geheel: Tekening,
    kringen: Vec<Kringvak>,
    proef: ProefVorm,
    panelen: Vec<Paneel>,
    gespeeld: String,
    rijen: Vec<Rij>,
    geteld: String,
    documenten: Vec<(&'static str, String)>,
}

/// The source documents, by number.
const DOCUMENTEN: [&str; 5] = ["000", "001", "002", "003", "004"];

impl OorzakenPagina {
    pub(crate) fn new(k: Kader, keuze: &Keuze) -> Self {
        let begrip = keuze.begrip.unwrap_or(BEGIN);
        let rond = Rond::of(begrip);
        let rijen = tabel::rijen(&k, keuze);
        let all = oorzaak::schakels().count();
        let geteld = k.tx("oorzaken-geteld", &[("n", rijen.len().into()), ("alle", all.into())]);
        Self {
            hier: Pad::Oorzaken.to_string(),
            cijfers: k.mag(stelsel::Onderdeel::Cijfers).then(|| Pad::Cijfers.to_string()),
            csv: Pad::OorzakenCsv.to_string(),
            begrippen: begrippen(&k, keuze.begrip),
            delen: Onderdeel::ALL
                .map(|one| (one.naam().to_owned(), woorden::onderdeel(&k, one), keuze.deel == Some(one)))
                .to_vec(),
            lussen: Lus::ALL
                .iter()
                .map(|one| (one.naam().to_owned(), lus(&k, *one), keuze.lus == Some(*one)))
                .collect(),
            gekozen: naam(k.taal, begrip).to_owned(),
            oorzaken: Rond::zinnen(&k, &rond.oorzaken),
            gevolgen: Rond::zinnen(&k, &rond.gevolgen),
            rond: rond.teken(&k, begrip),
            geheel: geheel::teken(&k, begrip),
            kringen: kringen(&k, keuze.lus),
            proef: ProefVorm::new(&k, &keuze.proef),
            panelen: beweringen::panelen(&k),
            gespeeld: beweringen::gespeeld(&k),
            rijen,
            geteld,
            documenten: DOCUMENTEN.map(|one| (one, k.t(&format!("oorzaken-document-{one}")))).to_vec(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader) -> Vec<(&'static str, Self)> {
        let of = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Self::new(k.clone(), &Keuze::of(&Paren(pairs.collect())).unwrap())
        };
        vec![
            ("oorzaken", of(&[])),
            (
                "oorzaken-begrip",
                of(&[("begrip", "wachttijd"), ("lus", "LR1"), ("uit", "LR1"), ("uit", "C24")]),
            ),
            ("oorzaken-deel", of(&[("deel", "bestuur"), ("begrip", "grip"), ("uit", "LB3")])),
            ("oorzaken-geen", of(&[("deel", "bestuur"), ("lus", "LB1")])),
        ]
    }
}

/// A loop in words, its name before it.
fn lus(k: &Kader, of: Lus) -> String {
    format!("{}: {}", of.naam(), k.t(&format!("oorzaken-lus-{}", of.naam().to_lowercase())))
}

fn begrippen(k: &Kader, chosen: Option<Begrip>) -> Vec<(String, Vec<Optie>)> {
    let of = |part: Onderdeel| {
        let here = Begrip::ALL.iter().copied().filter(|one| one.onderdeel() == part);
        let mut all: Vec<Optie> = here
            .map(|one| (one.id().to_owned(), naam(k.taal, one).to_owned(), chosen == Some(one)))
            .collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        (woorden::onderdeel(k, part), all)
    };
    Onderdeel::ALL.map(of).to_vec()
}

fn kringen(k: &Kader, only: Option<Lus>) -> Vec<Kringvak> {
    let asked = KRINGEN.iter().filter(|kring| only.is_none_or(|lus| lus == kring.lus));
    asked
        .filter_map(|kring| {
            let id = kring.lus.naam().to_lowercase();
            let name = lus(k, kring.lus);
            let mut drawings = kring.ringen.iter().enumerate().map(|(nr, ring)| {
                let titel =
                    if ring.tegen { k.t1("oorzaken-ring-tegen", "lus", name.as_str()) } else { name.clone() };
                ring::teken(k, ring, Kop { id: format!("t-{id}-{nr}"), titel })
            });
            let eerste = drawings.next()?;
            let starts: Vec<String> = kring.aanloop.iter().map(|nummer| format!("C{nummer:02}")).collect();
            let kind = if kring.is_versterkend() { "oorzaken-versterkend" } else { "oorzaken-dempend" };
            Some(Kringvak {
                uitleg: k.t(kind),
                eerste,
                meer: drawings.collect(),
                aanloop: (!starts.is_empty()).then(|| starts.join(", ")),
                naam: name,
                id,
            })
        })
        .collect()
}

fn file(text: String, kind: &'static str, name: &'static str) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CONTENT_DISPOSITION, HeaderValue::from_static(name)),
    ];
    (headers, text).into_response()
}

/// Writes the look down; nothing of the register is shown but the frame.
async fn kijk(bezoek: Bezoek) -> Result<Kader, Fout> {
    let part = bezoek.part();
    Ok(bezoek.kijk("oorzaken".into(), move |lezing| lezing.gebiedsnamen(part)).await?.0)
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let keuze = Keuze::of(&query)?;
    let k = kijk(bezoek).await?;
    let page = buiten(move || Ok(OorzakenPagina::new(k, &keuze))).await?;
    pagina(&page)
}

/// The whole map as CSV.
pub(crate) async fn haal(bezoek: Bezoek) -> Result<Response, Fout> {
    kijk(bezoek).await?;
    let text = buiten(|| Ok(format!("\u{feff}{}", oorzaak::csv()))).await?;
    Ok(file(text, "text/csv; charset=utf-8", "attachment; filename=\"oorzaken.csv\""))
}

/// The scenario in which something is switched off.
pub(crate) async fn proef(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let keuze = Keuze::of(&query)?;
    let k = kijk(bezoek).await?;
    let text = proef::toml(&k, &keuze.proef);
    Ok(file(text, "application/toml; charset=utf-8", "attachment; filename=\"proef.toml\""))
}

#[cfg(test)]
mod tests;
