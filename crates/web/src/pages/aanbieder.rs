//! A provider: the course over the years, waiting, what was claimed. Figures, no persons, no ranking.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use informatie::{Beschermd, bescherm};
use jiff::civil::Date;
use register::beeld::AanbiederBeeld;
use stelsel::{AgbCode, Episode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, pagina};
use crate::cijfer;
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::berichten::soort_in_woorden;
use crate::pages::verloop::Verloop;
use crate::pages::wijk::opvallend;

/// Months of claims that the page shows.
const MAANDEN: usize = 24;

/// The page.
#[derive(Template)]
#[template(path = "aanbieder.html")]
pub(crate) struct AanbiederPagina {
    k: Kader,
    naam: String,
    terug: String,
    agb: String,
    stand: String,
    in_hulp: String,
    wachtend: String,
    gemeenten: String,
    opvallend: Vec<String>,
    v: Verloop,
    gedeclareerd: Vec<Maand>,
    berichten: Vec<(String, String)>,
}

/// What was claimed for a month.
struct Maand {
    dag: String,
    bedrag: String,
    /// Length of the bar, 0 to 100.
    balk: i64,
}

impl AanbiederPagina {
    pub(crate) fn new(k: Kader, beeld: &AanbiederBeeld) -> Self {
        let v = Verloop::new(&k, &beeld.episoden, beeld.stand, beeld.vanaf);
        let most = beeld.gedeclareerd.iter().map(|(_, sum)| sum.0).max().unwrap_or(0).max(1);
        // What was claimed for a handful of youths says something about each of them.
        let shown = |month: Date| {
            let during = |e: &&Episode| e.in_care_on(month) || e.in_care_on(month.last_of_month());
            let youths: BTreeSet<u64> = beeld.episoden.iter().filter(during).map(|e| e.jeugdige).collect();
            bescherm(u32::try_from(youths.len()).unwrap_or(u32::MAX)) != Beschermd::Onder
        };
        let gedeclareerd = beeld.gedeclareerd.iter().rev().take(MAANDEN).map(|(month, sum)| {
            let shown = shown(*month);
            Maand {
                dag: k.taal.maand_jaar(*month),
                bedrag: if shown { k.euro(*sum) } else { k.t("niet-getoond") },
                balk: if shown { (sum.0.max(0) / (most / 100).max(1)).min(100) } else { 0 },
            }
        });
        Self {
            naam: beeld.regel.naam.clone().unwrap_or_else(|| k.t("aanbieder-zonder-naam")),
            terug: Pad::Aanbieders.to_string(),
            agb: beeld.regel.agb.to_string(),
            stand: k.t1("stand-van", "dag", k.datum(beeld.stand)),
            in_hulp: cijfer::toon(&k, beeld.regel.in_hulp),
            wachtend: cijfer::toon(&k, beeld.regel.wachtend),
            gemeenten: beeld.gemeenten.join(", "),
            opvallend: opvallend(&k, &v),
            gedeclareerd: gedeclareerd.collect(),
            berichten: beeld
                .berichten
                .iter()
                .map(|(soort, n)| {
                    (soort_in_woorden(&k, *soort), k.taal.getal(i64::try_from(*n).unwrap_or(i64::MAX)))
                })
                .collect(),
            v,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::aanbieder(nasty))
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(agb): Uit<AgbCode>) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(agb.to_string(), move |lezing| lezing.aanbieder(agb)).await?;
    pagina(&AanbiederPagina::new(k, &beeld))
}
