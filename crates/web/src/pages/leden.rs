//! A family through time: who belongs to it, where they live, who stands around it. And the forms by which that changes.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Gevonden;
use register::beeld::{Gedaan, HuishoudenBeeld, LedenBeeld, LidBeeld, NetwerkRegel, SamenRegel};
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, age_on};
use stelsel::{Gezin, Id};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::omhulsel::EigenUitleg;
use crate::pages::gezinnen::met_leeftijd;

mod invoer;

use invoer::{Daad, Mis, lees};
pub(crate) use invoer::{adres_van, persoon_van};

/// The page.
#[derive(Template)]
#[template(path = "leden.html")]
pub(crate) struct LedenPagina {
    k: Kader,
    hier: String,
    terug: String,
    toegang: Option<String>,
    dubbel: String,
    titel: String,
    waar: Option<String>,
    melding: Option<(bool, String)>,
    getypt: Vec<String>,
    sleutel: String,
    vandaag: String,
    wijzigt: bool,
    bron: bool,
    gevonden: Option<Vec<Gevuld>>,
    gevuld: Gevuld,
    leden: Vec<Lid>,
    huishoudens: Vec<Huis>,
    kring: Vec<Groep>,
    gezag: Vec<String>,
    samen: Vec<Samen>,
    vragen: Vec<(String, String)>,
    andere: Vec<(String, String)>,
    rollen: Vec<(i64, String)>,
    soorten: Vec<(&'static str, String)>,
}

/// Fields of a person, filled in.
#[derive(Clone, Default)]
pub(crate) struct Gevuld {
    pub(crate) voornaam: String,
    pub(crate) achternaam: String,
    pub(crate) geboren: String,
    pub(crate) bsn: String,
    /// For the reader, where a person was looked up.
    pub(crate) adres: String,
}

/// Someone who belongs to the family, or belonged to it.
struct Lid {
    id: String,
    versie: i64,
    naam: String,
    rol: i64,
    rolnaam: String,
    /// Birth date and lines in time, in one line.
    tijd: String,
    vroeger: bool,
    elders: Option<(Option<String>, String)>,
    velden: Gevuld,
    nummer: bool,
}

/// A household.
struct Huis {
    id: String,
    versie: i64,
    naam: String,
    adres: Option<String>,
    velden: [String; 4],
    eigen_naam: String,
    label: Option<String>,
    voorbij: Option<String>,
    bewoners: Vec<Bewoner>,
}

/// Someone who lives there.
struct Bewoner {
    id: String,
    zin: String,
    voorbij: bool,
}

/// People around the family, of one kind.
struct Groep {
    titel: String,
    mensen: Vec<Mens>,
}

/// Someone around the family.
struct Mens {
    id: String,
    versie: i64,
    naam: String,
    wat: String,
    voor: Option<String>,
    persoon: String,
    soort: &'static str,
    telefoon: String,
    tekst: String,
    tijd: Option<String>,
    vroeger: bool,
}

/// What was brought together.
struct Samen {
    id: String,
    zin: String,
}

impl LedenPagina {
    pub(crate) fn new(k: Kader, beeld: &LedenBeeld, sleutel: String, vandaag: jiff::civil::Date) -> Self {
        let rollen = GezinsRol::ALL.map(|rol| (rol.number(), k.t(rol.key())));
        let groep = |soort: NetwerkSoort| Groep {
            titel: k.t(&format!("gezin-kring-{}", soort.key())),
            mensen: beeld.netwerk.iter().filter(|n| n.soort == soort).map(|n| mens(&k, n)).collect(),
        };
        Self {
            hier: Pad::Leden(beeld.gezin).to_string(),
            terug: Pad::Gezin(beeld.gezin).to_string(),
            toegang: beeld.wijzigt.then(|| Pad::Toegang(beeld.gezin).to_string()),
            dubbel: Pad::Dubbelen.to_string(),
            titel: k.t1("gezin-leden-titel", "naam", beeld.naam.as_str()),
            waar: waar(&k, beeld),
            melding: None,
            getypt: Vec::new(),
            sleutel,
            vandaag: vandaag.to_string(),
            wijzigt: beeld.wijzigt,
            bron: beeld.bron,
            gevonden: None,
            gevuld: Gevuld::default(),
            leden: beeld.leden.iter().map(|l| lid(&k, l, vandaag)).collect(),
            huishoudens: beeld.huishoudens.iter().map(|h| huis(&k, h)).collect(),
            kring: NetwerkSoort::ALL.map(groep).into_iter().filter(|g| !g.mensen.is_empty()).collect(),
            gezag: beeld
                .gezag
                .iter()
                .map(|(kind, ouder, heeft)| {
                    let args = [("kind", kind.as_str().into()), ("ouder", ouder.as_str().into())];
                    k.tx(if *heeft { "gezag-wel" } else { "gezag-niet" }, &args)
                })
                .collect(),
            samen: beeld.samen.iter().map(|s| samen(&k, s)).collect(),
            vragen: beeld.vragen.iter().map(|(dag, tekst)| (k.datum(*dag), tekst.clone())).collect(),
            andere: beeld.andere.iter().map(|(id, naam)| (id.to_string(), naam.clone())).collect(),
            rollen: rollen.to_vec(),
            soorten: NetwerkSoort::ALL.map(|s| (s.key(), k.t(&format!("gezin-soort-{}", s.key())))).to_vec(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = crate::monster::leden::leden(nasty);
        let page = |beeld: &LedenBeeld| Self::new(k.clone(), beeld, "0".repeat(32), crate::monster::STAND);
        let mut found = page(&beeld);
        found.gevonden = Some(vec![crate::monster::leden::gevuld(nasty)]);
        found.melding = Some((false, k.t("gezin-nieuwer")));
        found.getypt = vec![crate::monster::of(nasty, "Oma Ria")];
        let read = LedenBeeld { wijzigt: false, samen: Vec::new(), vragen: Vec::new(), ..beeld.clone() };
        let mut nobody = page(&beeld);
        nobody.gevonden = Some(Vec::new());
        vec![
            ("leden", page(&beeld)),
            ("leden-gevonden", found),
            ("leden-niemand", nobody),
            ("leden-lezen", page(&read)),
        ]
    }
}

fn waar(k: &Kader, beeld: &LedenBeeld) -> Option<String> {
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

fn lid(k: &Kader, lid: &LidBeeld, vandaag: jiff::civil::Date) -> Lid {
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

fn huis(k: &Kader, h: &HuishoudenBeeld) -> Huis {
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

fn mens(k: &Kader, n: &NetwerkRegel) -> Mens {
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

fn samen(k: &Kader, s: &SamenRegel) -> Samen {
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

/// What was done, of which the page tells after it.
pub(crate) const GEDAAN: [&str; 1] = ["ja"];

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some_and(|word| GEDAAN.contains(&word));
    let mut page = page(bezoek, id).await?;
    if done {
        page.melding = Some((true, page.k.t("gezin-gedaan")));
    }
    pagina(&page)
}

async fn page(bezoek: Bezoek, id: Id<Gezin>) -> Result<LedenPagina, Fout> {
    let (today, bron) = (bezoek.vandaag(), bezoek.staat().toestand.register.has_persons());
    let (k, mut beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.leden(id)).await?;
    beeld.bron = bron && beeld.wijzigt;
    Ok(LedenPagina::new(k, &beeld, register::Register::form_key()?, today))
}

/// What came of a form.
enum Kwam {
    Gedaan,
    Nieuwer,
    Bezet,
    Gevonden(Vec<Gevonden>),
    Stil,
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let today = bezoek.vandaag();
    let sleutel = form.get("sleutel").unwrap_or_default().to_owned();
    let came = match lees(&form, today) {
        Ok(Daad::Leden(daad)) => {
            bezoek
                .doe(move |register, wie| match register.change_members(wie, id, &daad, &sleutel) {
                    Ok(Gedaan::Opgeslagen(..)) => Ok(Kwam::Gedaan),
                    Ok(Gedaan::Nieuwer(_)) => Ok(Kwam::Nieuwer),
                    Err(register::Fout::AlBekend) => Ok(Kwam::Bezet),
                    Err(fault) => Err(fault),
                })
                .await?
        }
        Ok(Daad::Zoek(wie_dan)) => {
            bezoek
                .doe(move |register, wie| match register.find_person(wie, id, &wie_dan) {
                    Ok(found) => Ok(Kwam::Gevonden(found)),
                    Err(register::Fout::Personenbron(_)) => Ok(Kwam::Stil),
                    Err(fault) => Err(fault),
                })
                .await?
        }
        Err(Mis::Veld(key)) => return again(bezoek, id, &form, key, StatusCode::BAD_REQUEST).await,
        Err(Mis::Onzin) => return Err(Fout::Verzoek),
    };
    match came {
        Kwam::Gedaan => Ok(Redirect::to(&Pad::Leden(id).met(&[("gedaan", Some("ja"))])).into_response()),
        Kwam::Nieuwer => again(bezoek, id, &form, "gezin-nieuwer", StatusCode::CONFLICT).await,
        Kwam::Bezet => again(bezoek, id, &form, "gezin-nummer-bezet", StatusCode::CONFLICT).await,
        Kwam::Stil => again(bezoek, id, &form, "gezin-bron-stil", StatusCode::OK).await,
        Kwam::Gevonden(found) => {
            let mut page = page(bezoek, id).await?;
            page.gevonden = Some(found.iter().map(|one| gevuld(&page.k, one)).collect());
            pagina(&page)
        }
    }
}

fn gevuld(k: &Kader, one: &Gevonden) -> Gevuld {
    Gevuld {
        voornaam: one.naam.voornamen.clone().or_else(|| one.naam.voorletters.clone()).unwrap_or_default(),
        achternaam: one.naam.family(),
        geboren: one.geboren.map(|born| born.to_string()).unwrap_or_default(),
        bsn: format!("{:09}", one.bsn.number()),
        adres: one.adres.as_ref().map_or_else(|| k.t("gezin-adres-geheim"), regel),
    }
}

/// The page once more, with what was typed: nothing of it is lost.
async fn again(
    bezoek: Bezoek,
    id: Id<Gezin>,
    form: &Paren,
    key: &str,
    status: StatusCode,
) -> Result<Response, Fout> {
    let mut page = page(bezoek, id).await?;
    page.melding = Some((false, page.k.t(key)));
    let hidden = ["doe", "sleutel", "bewijs", "versie", "persoon", "id", "huishouden", "soort", "rol"];
    let typed =
        form.0.iter().filter(|(name, value)| !hidden.contains(&name.as_str()) && !value.trim().is_empty());
    page.getypt = typed.map(|(_, value)| value.clone()).collect();
    if form.get("doe") == Some("erbij") {
        let text = |name| form.get(name).unwrap_or_default().to_owned();
        page.gevuld = Gevuld {
            voornaam: text("voornaam"),
            achternaam: text("achternaam"),
            geboren: text("geboren"),
            bsn: text("bsn"),
            adres: String::new(),
        };
    }
    let mut response = pagina(&page)?;
    *response.status_mut() = status;
    response.extensions_mut().insert(EigenUitleg);
    Ok(response)
}
