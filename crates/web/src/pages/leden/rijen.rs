//! The rows of the page: members, households, people around the family, what was brought together.

use register::beeld::{HuishoudenBeeld, LedenBeeld, LidBeeld, NetwerkRegel, SamenRegel};
use stelsel::gezin::Adres;
use stelsel::persoon::{GezinsRol, age_on};

use super::Gevuld;
use crate::adres::Pad;
use crate::kader::Kader;
use crate::pages::gezinnen::met_leeftijd;

/// Someone who belongs to the family, or belonged to it.
pub(super) struct Lid {
    pub(super) id: String,
    pub(super) versie: i64,
    pub(super) naam: String,
    pub(super) rol: i64,
    pub(super) rolnaam: String,
    /// Birth date and lines in time, in one line.
    pub(super) tijd: String,
    pub(super) vroeger: bool,
    pub(super) elders: Option<(Option<String>, String)>,
    pub(super) velden: Gevuld,
    pub(super) nummer: bool,
}

/// A household.
pub(super) struct Huis {
    pub(super) id: String,
    pub(super) versie: i64,
    pub(super) naam: String,
    pub(super) adres: Option<String>,
    pub(super) velden: [String; 4],
    pub(super) eigen_naam: String,
    pub(super) label: Option<String>,
    pub(super) voorbij: Option<String>,
    pub(super) bewoners: Vec<Bewoner>,
}

/// Someone who lives there.
pub(super) struct Bewoner {
    pub(super) id: String,
    pub(super) zin: String,
    pub(super) voorbij: bool,
}

/// People around the family, of one kind.
pub(super) struct Groep {
    pub(super) titel: String,
    pub(super) mensen: Vec<Mens>,
}

/// Someone around the family.
pub(super) struct Mens {
    pub(super) id: String,
    pub(super) versie: i64,
    pub(super) naam: String,
    pub(super) wat: String,
    pub(super) voor: Option<String>,
    pub(super) persoon: String,
    pub(super) soort: &'static str,
    pub(super) telefoon: String,
    pub(super) tekst: String,
    pub(super) tijd: Option<String>,
    pub(super) vroeger: bool,
}

/// What was brought together.
pub(super) struct Samen {
    pub(super) id: String,
    pub(super) zin: String,
}

pub(super) fn waar(k: &Kader, beeld: &LedenBeeld) -> Option<String> {
    let adres = beeld.adres.as_ref().map(regel);
    match (&beeld.wijk, adres) {
        (Some(wijk), Some(adres)) => {
            Some(k.tx("gezin-adres-wijk", &[("adres", adres.into()), ("wijk", wijk.as_str().into())]))
        }
        (Some(wijk), None) => Some(k.t1("gezin-wijk", "wijk", wijk.as_str())),
        (None, adres) => adres,
    }
}

/// An address on one line.
pub(crate) fn regel(adres: &Adres) -> String {
    let pair = |a: &Option<String>, b: &Option<String>| {
        [a, b].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let lines = [pair(&adres.straat, &adres.huis), pair(&adres.postcode, &adres.plaats)];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// From when until when, in words; nothing when neither is known.
fn tijd(k: &Kader, van: Option<jiff::civil::Date>, tot: Option<jiff::civil::Date>) -> Option<String> {
    match (van, tot) {
        (None, None) => None,
        (Some(van), None) => Some(k.t1("gezin-sinds", "dag", k.datum(van))),
        (None, Some(tot)) => Some(k.t1("gezin-tot", "dag", k.datum(tot))),
        (Some(van), Some(tot)) => {
            Some(k.tx("gezin-van-tot", &[("van", k.datum(van).into()), ("tot", k.datum(tot).into())]))
        }
    }
}

pub(super) fn lid(k: &Kader, lid: &LidBeeld, vandaag: jiff::civil::Date) -> Lid {
    let p = &lid.persoon;
    let young = p.geboren.filter(|born| p.rol == GezinsRol::Jeugdige || age_on(*born, vandaag) < 18);
    Lid {
        id: p.id.to_string(),
        versie: lid.versie,
        naam: met_leeftijd(k, &p.naam.full(), young.map(|born| age_on(born, vandaag))),
        rol: p.rol.number(),
        rolnaam: k.t(p.rol.key()),
        tijd: p
            .geboren
            .map(|born| k.t1("geboren", "dag", k.datum(born)))
            .into_iter()
            .chain(lid.tijd.iter().filter_map(|(van, tot)| tijd(k, *van, *tot)))
            .collect::<Vec<_>>()
            .join(" · "),
        vroeger: lid.vroeger,
        elders: lid.eigen_gezin.as_ref().map(|(id, naam)| match id {
            Some(id) => (Some(Pad::Gezin(*id).to_string()), k.t1("gezin-eigen-gezin", "naam", naam.as_str())),
            None => (None, k.t("gezin-eigen-gezin-elders")),
        }),
        velden: Gevuld {
            voornaam: p.naam.voornamen.clone().or_else(|| p.naam.voorletters.clone()).unwrap_or_default(),
            achternaam: p.naam.family(),
            geboren: p.geboren.map(|born| born.to_string()).unwrap_or_default(),
            bsn: String::new(),
            adres: String::new(),
        },
        nummer: p.bsn.is_some(),
    }
}

pub(super) fn huis(k: &Kader, h: &HuishoudenBeeld) -> Huis {
    let field = |value: Option<&String>| value.cloned().unwrap_or_default();
    let adres = h.adres.clone().unwrap_or_default();
    Huis {
        id: h.id.to_string(),
        versie: h.versie,
        naam: if h.naam.is_empty() { k.t("gezin-huishouden-bericht") } else { h.naam.clone() },
        adres: h.adres.as_ref().map(regel),
        velden: [
            field(adres.straat.as_ref()),
            field(adres.huis.as_ref()),
            field(adres.postcode.as_ref()),
            field(adres.plaats.as_ref()),
        ],
        eigen_naam: h.naam.clone(),
        label: h.uit_bericht.then(|| match h.van {
            Some(dag) => k.t1("gezin-uit-bericht", "dag", k.datum(dag)),
            None => k.t("gezin-huishouden-bericht"),
        }),
        voorbij: h.tot.map(|tot| k.t1("gezin-tot", "dag", k.datum(tot))),
        bewoners: h
            .bewoners
            .iter()
            .map(|b| {
                let mut parts = vec![b.naam.clone()];
                parts.extend((!b.hoe.is_empty()).then(|| b.hoe.clone()));
                parts.extend(tijd(k, b.van, b.tot));
                Bewoner { id: b.id.to_string(), zin: parts.join(" · "), voorbij: b.tot.is_some() }
            })
            .collect(),
    }
}

pub(super) fn mens(k: &Kader, n: &NetwerkRegel) -> Mens {
    Mens {
        id: n.id.to_string(),
        versie: n.versie,
        naam: n.naam.clone(),
        wat: n.wat.clone(),
        voor: n
            .persoon
            .as_ref()
            .filter(|(_, naam)| !naam.is_empty())
            .map(|(_, naam)| k.t1("gezin-kring-voor", "naam", naam.as_str())),
        persoon: n.persoon.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default(),
        soort: n.soort.key(),
        telefoon: n.telefoon.clone(),
        tekst: n.tekst.clone(),
        tijd: tijd(k, n.van, n.tot),
        vroeger: n.vroeger,
    }
}

pub(super) fn samen(k: &Kader, s: &SamenRegel) -> Samen {
    Samen { id: s.id.to_string(), zin: samen_zin(k, s) }
}

/// What was brought together, by whom and when, in one sentence.
pub(crate) fn samen_zin(k: &Kader, s: &SamenRegel) -> String {
    let mut weg = s.weg.clone();
    if let Some(adres) = &s.adres {
        weg = format!("{weg} ({})", regel(adres));
    }
    let args = [
        ("weg", weg.into()),
        ("naar", s.naar.as_str().into()),
        ("wanneer", k.moment(s.wanneer).into()),
        ("door", s.door.clone().unwrap_or_else(|| k.t("gezin-door-bericht")).into()),
    ];
    k.tx(if s.gezin { "gezin-samen-gezin" } else { "gezin-samen-persoon" }, &args)
}
