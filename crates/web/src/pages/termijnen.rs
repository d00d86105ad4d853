//! What is due in the message traffic: how much of each kind, and what is due first. Kinds, providers and days; no persons.

use askama::Template;
use axum::response::Response;
use register::beeld::{Termijnen, Verwacht};
use stelsel::Onderdeel;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::woorden;

/// The page.
#[derive(Template)]
#[template(path = "termijnen.html")]
pub(crate) struct TermijnenPagina {
    k: Kader,
    stand: String,
    soorten: Vec<Soort>,
    rijen: Vec<Rij>,
    weg: Option<String>,
}

/// A kind of thing that is awaited.
struct Soort {
    wat: String,
    aantal: String,
    laat: String,
}

/// Something that is awaited.
struct Rij {
    wat: String,
    naar: Option<String>,
    aanbieder: String,
    sinds: String,
    uiterlijk: String,
    laat: bool,
}

impl TermijnenPagina {
    pub(crate) fn new(k: Kader, termijnen: &Termijnen) -> Self {
        let getal = |n: usize| k.getal(u32::try_from(n).unwrap_or(u32::MAX));
        let all: usize = termijnen.aantallen.iter().map(|(_, n, _)| n).sum();
        let soorten = termijnen.aantallen.iter().map(|(wat, n, late)| Soort {
            wat: k.t(wat.key()),
            aantal: getal(*n),
            laat: if *late == 0 { k.t("termijnen-niets-te-laat") } else { getal(*late) },
        });
        let shown = termijnen.eerst.len();
        Self {
            stand: k.t1("stand-van", "dag", k.datum(termijnen.dag)),
            soorten: soorten.collect(),
            rijen: termijnen.eerst.iter().map(|v| rij(&k, v, termijnen)).collect(),
            weg: (all > shown).then(|| k.t1("termijnen-eerste", "n", shown)),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::post::termijnen(nasty))
    }

    #[cfg(test)]
    pub(crate) fn sample_leeg(k: &Kader) -> Self {
        let none = Termijnen { dag: crate::monster::STAND, aantallen: Vec::new(), eerst: Vec::new() };
        Self::new(k.clone(), &none)
    }
}

fn rij(k: &Kader, v: &Verwacht, termijnen: &Termijnen) -> Rij {
    let (uiterlijk, laat) = woorden::uiterlijk(k, v.uiterlijk, termijnen.dag);
    let naar = match v.verzoek {
        Some(id) => k.mag(Onderdeel::Verzoek).then_some(Pad::Verzoek(id)),
        None => k.mag(Onderdeel::Bericht).then_some(Pad::Bericht(v.bericht)),
    };
    Rij {
        wat: k.t(v.wat.key()),
        naar: naar.map(|pad| pad.to_string()),
        aanbieder: woorden::aanbieder(v.aanbieder_naam.as_ref(), v.aanbieder),
        sinds: k.t1("termijnen-sinds", "dag", k.datum(v.sinds)),
        uiterlijk,
        laat,
    }
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let lees = |lezing: &mut register::Lezing<'_>| lezing.termijnen();
    let (k, termijnen) = bezoek.kijk(String::from("lijst"), lees).await?;
    pagina(&TermijnenPagina::new(k, &termijnen))
}
