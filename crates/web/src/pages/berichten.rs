//! The messages exchanged with providers, newest first, with filters.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ijw::Berichttype;
use jiff::civil::Date;
use register::beeld::{BerichtRegel, BerichtStand, BerichtenFilter, Lijst};
use stelsel::{AgbCode, Gemeentecode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Paren, Vraag, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "berichten.html")]
pub(crate) struct BerichtenPagina {
    k: Kader,
    vorm: Invoer,
    soorten: Vec<Soort>,
    gefilterd: bool,
    rijen: Vec<Rij>,
    verder: Option<String>,
    begin: Option<String>,
}

/// A kind of message to choose.
struct Soort {
    code: &'static str,
    naam: String,
    gekozen: bool,
}

/// What was typed, with a sentence where it cannot be read.
#[derive(Clone, Default)]
struct Invoer {
    soort: String,
    gemeente: String,
    gemeente_fout: Option<String>,
    aanbieder: String,
    aanbieder_fout: Option<String>,
    tot: String,
    tot_fout: Option<String>,
    afgekeurd: bool,
}

impl Invoer {
    const fn has_fault(&self) -> bool {
        self.gemeente_fout.is_some() || self.aanbieder_fout.is_some() || self.tot_fout.is_some()
    }
}

/// A message.
struct Rij {
    naar: String,
    dag: String,
    soort: String,
    gemeente: String,
    aanbieder: String,
    clienten: String,
    stand: Option<String>,
    opmerking: Option<String>,
}

/// `Toewijzing (JW301)`: the plain word before the code.
pub(crate) fn soort_in_woorden(k: &Kader, soort: Berichttype) -> String {
    let word = k.t(&format!("bericht-{}", soort.naam().to_lowercase()));
    format!("{word} ({})", soort.naam())
}

/// A remark of the intake, in a sentence.
pub(crate) fn opmerking(k: &Kader, opmerking: register::beeld::Opmerking) -> String {
    match opmerking {
        register::beeld::Opmerking::IdentificatieEerderGebruikt => k.t("opmerking-identificatie"),
    }
}

impl BerichtenPagina {
    fn new(k: Kader, vorm: Invoer, filter: &BerichtenFilter, lijst: Lijst<BerichtRegel>) -> Self {
        let query = |na: Option<&str>| {
            Pad::Berichten.met(&[
                ("soort", Some(&vorm.soort)),
                ("gemeente", Some(&vorm.gemeente)),
                ("aanbieder", Some(&vorm.aanbieder)),
                ("tot", Some(&vorm.tot)),
                ("afgekeurd", vorm.afgekeurd.then_some("ja")),
                ("na", na),
            ])
        };
        let soorten = Berichttype::ALLE.iter().map(|soort| Soort {
            code: soort.naam(),
            naam: soort_in_woorden(&k, *soort),
            gekozen: filter.soort == Some(*soort),
        });
        Self {
            soorten: soorten.collect(),
            gefilterd: vorm.afgekeurd
                || [&vorm.soort, &vorm.gemeente, &vorm.aanbieder, &vorm.tot].iter().any(|v| !v.is_empty()),
            verder: lijst.verder.as_deref().map(|na| query(Some(na))),
            begin: filter.na.is_some().then(|| query(None)),
            rijen: lijst.rijen.into_iter().map(|r| rij(&k, r)).collect(),
            vorm,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let vorm = Invoer {
            soort: nasty.to_owned(),
            gemeente: nasty.to_owned(),
            gemeente_fout: Some(k.t("fout-gemeentecode")),
            aanbieder: nasty.to_owned(),
            aanbieder_fout: Some(k.t("fout-agb")),
            tot: nasty.to_owned(),
            tot_fout: Some(k.t("fout-datum")),
            afgekeurd: true,
        };
        let filter = BerichtenFilter { na: Some(nasty.to_owned()), ..BerichtenFilter::default() };
        Self::new(k.clone(), vorm, &filter, crate::monster::berichten(nasty))
    }
}

fn rij(k: &Kader, r: BerichtRegel) -> Rij {
    Rij {
        naar: Pad::Bericht(r.id).to_string(),
        dag: k.datum(r.dagtekening),
        soort: soort_in_woorden(k, r.soort),
        gemeente: r.gemeente_naam.unwrap_or_else(|| r.gemeente.to_string()),
        aanbieder: r.aanbieder_naam.unwrap_or_else(|| r.aanbieder.to_string()),
        clienten: k.getal(r.clienten),
        stand: match r.stand {
            BerichtStand::Telt => None,
            BerichtStand::Afgekeurd(n) => Some(k.t1("bericht-afgekeurd-niveau", "niveau", u32::from(n))),
            BerichtStand::Afgewezen => Some(k.t("bericht-afgewezen")),
        },
        opmerking: r.opmerking.map(|o| opmerking(k, o)),
    }
}

/// Reads the query. A value that cannot be read keeps its text and gets a sentence.
fn lees(k: &Kader, query: &Paren) -> Result<(Invoer, BerichtenFilter), Fout> {
    let text = |name: &str| query.get(name).unwrap_or_default().to_owned();
    let mut vorm = Invoer {
        soort: text("soort"),
        gemeente: text("gemeente"),
        aanbieder: text("aanbieder"),
        tot: text("tot"),
        afgekeurd: query.get("afgekeurd").is_some(),
        ..Invoer::default()
    };
    let mut filter = BerichtenFilter {
        na: query.get("na").map(str::to_owned),
        afgekeurd: vorm.afgekeurd,
        ..BerichtenFilter::default()
    };
    if let Some(text) = query.get("soort") {
        // Chosen from a list, so anything else was not made by our form.
        filter.soort = Some(Berichttype::from_naam(text).ok_or(Fout::Verzoek)?);
    }
    if let Some(text) = query.get("gemeente") {
        filter.gemeente = Gemeentecode::parse(text).ok();
        vorm.gemeente_fout = filter.gemeente.is_none().then(|| k.t("fout-gemeentecode"));
    }
    if let Some(text) = query.get("aanbieder") {
        filter.aanbieder = AgbCode::parse(text).ok();
        vorm.aanbieder_fout = filter.aanbieder.is_none().then(|| k.t("fout-agb"));
    }
    if let Some(text) = query.get("tot") {
        filter.tot = text.parse::<Date>().ok().filter(|day| (1900..=9999).contains(&day.year()));
        vorm.tot_fout = filter.tot.is_none().then(|| k.t("fout-datum"));
    }
    Ok((vorm, filter))
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let (vorm, filter) = lees(&Kader::kaal(bezoek.taal()), &query)?;
    let fault = vorm.has_fault();
    let asked = filter.clone();
    let (k, mut lijst) = bezoek.kijk(String::from("lijst"), move |lezing| lezing.berichten(&asked)).await?;
    if fault {
        lijst = Lijst { rijen: Vec::new(), verder: None };
    }
    pagina_met(
        if fault { StatusCode::BAD_REQUEST } else { StatusCode::OK },
        &BerichtenPagina::new(k, vorm, &filter, lijst),
    )
}
