//! A finished conversation, to read: what was said, by whom, and what was chosen together.

use askama::Template;
use register::beeld::{GesprekStand, GoedGesprekBeeld};
use stelsel::goed_gesprek::Lezers;

use super::woorden;
use crate::adres::Pad;
use crate::kader::Kader;
use crate::pages::gesprekken::{AntwoordZin, antwoord_zin};

/// What someone said.
struct Gezegd {
    naam: String,
    woorden: String,
    eigen: String,
    lezers: String,
}

/// A life domain with what both said.
struct DomeinRij {
    naam: String,
    gezin: Option<u8>,
    wij: Option<u8>,
    verschil: String,
    apart: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "gesprek_lezen.html")]
pub(crate) struct LezenPagina {
    k: Kader,
    titel: String,
    gezin: String,
    lijst: String,
    hier: String,
    sleutel: String,
    regel: String,
    erbij: String,
    gewoon_nu: String,
    gewoon_goed: String,
    gezegd: Vec<Gezegd>,
    antwoorden: Vec<AntwoordZin>,
    domeinen: Vec<DomeinRij>,
    verschil: String,
    sterk: String,
    onder: Vec<(String, String)>,
    dilemma: String,
    aanvullingen: Vec<(String, String)>,
    mag_aanvullen: bool,
}

impl LezenPagina {
    pub(super) fn new(k: Kader, beeld: &GoedGesprekBeeld, sleutel: String) -> Self {
        let i = &beeld.blad.inhoud;
        let name = |naam: &str| if naam.is_empty() { k.t("iemand") } else { naam.to_owned() };
        let regel = match &beeld.stand {
            GesprekStand::Afgerond { wanneer, door } => {
                k.tx("gg-afgerond-op", &[("moment", k.moment(*wanneer).into()), ("wie", name(door).into())])
            }
            GesprekStand::Concept => k.t("gg-concept"),
        };
        let spoke = beeld.leden.iter().filter(|lid| beeld.stem(lid.id).is_some_and(|stem| stem.sprak));
        let mut erbij: Vec<String> = spoke.map(|lid| lid.naam.given()).collect();
        erbij.extend(Some(i.sprak_ook.clone()).filter(|text| !text.is_empty()));
        erbij.extend(Some(name(&beeld.auteur)));
        let mut erbij = k.t1("gg-erbij", "namen", erbij.join(", "));
        if let Some(minuten) = i.minuten {
            erbij = format!("{erbij} {}", k.t1("gg-duurde", "n", usize::from(minuten)));
        }
        let gezegd = beeld.leden.iter().filter_map(|lid| {
            let stem = beeld.stem(lid.id).filter(|s| !s.woorden.is_empty() || !s.eigen.is_empty())?;
            Some(Gezegd {
                naam: lid.naam.given(),
                woorden: stem.woorden.clone(),
                eigen: stem.eigen.clone(),
                lezers: match stem.lezers {
                    Some(Lezers::Gezin) => String::new(),
                    Some(choice) => k.t(&format!("gg-leest-{}", choice.key())),
                    None => k.t("gg-leest-ongevraagd"),
                },
            })
        });
        let domeinen = i.domeinen.iter().map(|score| DomeinRij {
            naam: woorden::domein(&k, score),
            gezin: score.gezin,
            wij: score.professional,
            verschil: match score.difference() {
                None => String::new(),
                Some(0) => k.t("gg-zelfde"),
                Some(n) => k.t1("gg-anders-gezien", "n", usize::from(n)),
            },
            apart: score.difference().is_some_and(|n| n >= 2),
        });
        let all = woorden::alles(&k, &beeld.blad, &[], &beeld.groepen);
        let below =
            ["gg-oorzaken", "gg-oorzaak-anders", "gg-van-wie", "gg-belasting", "gg-route", "gg-groepen"]
                .map(|key| k.t(key));
        let onder = all.into_iter().filter(|(name, text)| below.contains(name) && !text.is_empty());
        Self {
            titel: k.tx(
                "gg-titel-dag",
                &[("naam", beeld.naam.as_str().into()), ("dag", k.datum(beeld.blad.dag).into())],
            ),
            gezin: Pad::Gezin(beeld.gezin).to_string(),
            lijst: Pad::GoedeGesprekken(beeld.gezin).to_string(),
            hier: Pad::GoedGesprek(beeld.gezin, beeld.id).to_string(),
            sleutel,
            regel,
            erbij,
            gewoon_nu: i.gewoon_nu.clone(),
            gewoon_goed: i.gewoon_goed.clone(),
            gezegd: gezegd.collect(),
            antwoorden: i.antwoorden.iter().map(|line| antwoord_zin(&k, line)).collect(),
            domeinen: domeinen.collect(),
            verschil: i.verschil.clone(),
            sterk: i.sterk.clone(),
            onder: onder.collect(),
            dilemma: i.dilemma.clone(),
            aanvullingen: beeld
                .aanvullingen
                .iter()
                .map(|a| {
                    let words = [("wie", name(&a.door).into()), ("moment", k.moment(a.wanneer).into())];
                    (k.tx("gg-aanvulling-van", &words), a.tekst.clone())
                })
                .collect(),
            mag_aanvullen: beeld.stand != GesprekStand::Concept,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let stand = GesprekStand::Afgerond {
            wanneer: "2026-03-31T08:15:00Z".parse().unwrap(),
            door: crate::monster::of(nasty, "Samira Bouali"),
        };
        let beeld = crate::monster::goed_gesprek::beeld(nasty, stand);
        Self::new(k.clone(), &beeld, "0".repeat(32))
    }
}
