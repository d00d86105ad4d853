//! A family through time: who belongs to it, where they live, who stands around it. And the forms by which that changes.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Gevonden;
use register::beeld::{Gedaan, LedenBeeld};
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::GezinsRol;
use stelsel::{Gezin, Id};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

mod invoer;
mod rijen;

use invoer::{Daad, Mis, lees};
pub(crate) use invoer::{adres_van, persoon_van};
use rijen::{Groep, Huis, Lid, Samen, huis, lid, mens, samen, waar};
pub(crate) use rijen::{regel, samen_zin};

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
    pagina_met(status, &page)
}
