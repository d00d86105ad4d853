//! A family: who belongs to it, which help there is and how that really stands, what happened, who looked.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Gebeurtenis, GezinBeeld, NetwerkRegel};
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, age_on};
use stelsel::toegang::{Deel, Delen, Maat};
use stelsel::{Gezin, Id, Onderdeel, Persoon, Rol};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::netwerk::{Namen, Netwerk};
use crate::pages::correcties::Correcties;
use crate::pages::gesprekken::Gesprekken;
use crate::pages::gezinnen::met_leeftijd;
use crate::pages::plan::delen::klok_zin;
use crate::woorden;

mod hulp;
mod tijdlijn;

use hulp::HulpRegel;
pub(crate) use hulp::is_actueel;
use tijdlijn::TijdRegel;

/// Events that show at once; the rest stands behind a fold.
const EERST: usize = 12;

/// The page.
#[derive(Template)]
#[template(path = "gezin.html")]
pub(crate) struct GezinPagina {
    k: Kader,
    titel: String,
    waar: String,
    stand: String,
    intro: Option<String>,
    terug: Option<String>,
    leden: Vec<Lid>,
    adres: Option<String>,
    wacht: Vec<String>,
    hulp: Vec<HulpRegel>,
    netwerk: Netwerk,
    kring: Vec<String>,
    leden_pagina: Option<String>,
    tijdlijn: Vec<TijdRegel>,
    eerder: Vec<TijdRegel>,
    inzagen: Vec<(String, String)>,
    /// Where the whole history stands.
    alle_inzagen: Option<String>,
    open: Delen,
    /// The screen with who may see this.
    wie_mag: Option<String>,
    /// What to know when not everything of a young person is open.
    jongere: Option<String>,
    correcties: Option<Correcties>,
    /// The plan of the family.
    plan: Option<String>,
    gesprekken: Option<Gesprekken>,
    /// Its letters.
    brieven: Option<String>,
}

/// A member of the family.
struct Lid {
    naam: String,
    rol: String,
    geboren: Option<String>,
}

impl GezinPagina {
    pub(crate) fn new(k: Kader, beeld: &GezinBeeld) -> Self {
        let own = k.wie.as_ref().is_some_and(|wie| wie.rol == Rol::Gezinslid);
        let name_of = |id: Id<Persoon>| {
            beeld.leden.iter().find(|p| p.id == id).map_or_else(|| k.t("iemand"), |p| p.naam.given())
        };
        let hulp: Vec<HulpRegel> = beeld
            .toewijzingen
            .iter()
            .map(|t| hulp::regel(&k, t, &name_of(t.persoon), beeld.toegang.delen))
            .collect();
        let mut tijdlijn: Vec<TijdRegel> = beeld
            .tijdlijn
            .iter()
            .map(|g: &Gebeurtenis| tijdlijn::regel(&k, g, &name_of(g.persoon)))
            .collect();
        let eerder = tijdlijn.split_off(EERST.min(tijdlijn.len()));
        Self {
            titel: k.t1("gezin-titel", "naam", beeld.gezin.naam.as_str()),
            waar: match &beeld.wijk {
                Some(wijk) => format!("{wijk}, {}", beeld.gemeente),
                None => beeld.gemeente.clone(),
            },
            stand: k.t1("stand-van", "dag", k.datum(beeld.stand)),
            intro: own.then(|| k.t("gezin-eigen-intro")),
            terug: k.mag(Onderdeel::Gezinnen).then(|| Pad::Gezinnen.to_string()),
            leden: beeld.leden.iter().map(|p| lid(&k, p, beeld)).collect(),
            adres: adres(&beeld.gezin),
            wacht: beeld
                .toewijzingen
                .iter()
                .filter_map(|t| hulp::lange_wacht(&k, t, &name_of(t.persoon)))
                .chain(beeld.klokken.iter().map(|(klok, over)| klok_zin(&k, klok, over)))
                .collect(),
            netwerk: netwerk(&k, beeld),
            inzagen: beeld
                .inzagen
                .iter()
                .map(|i| {
                    let rol = Rol::from_key(&i.rol).map_or_else(|| i.rol.clone(), |rol| k.rol(rol));
                    let doel = doel(&k, &i.doel);
                    let wie = if i.wie.is_empty() { k.t("iemand") } else { i.wie.clone() };
                    let args = [("wie", wie.into()), ("rol", rol.into()), ("doel", doel.into())];
                    (woorden::keken(&k, i), k.tx("inzage", &args))
                })
                .collect(),
            alle_inzagen: k.mag(Onderdeel::Inzagen).then(|| Pad::Inzagen(beeld.gezin.id).to_string()),
            open: beeld.toegang.delen,
            leden_pagina: (k.mag(Onderdeel::Leden) && (own || beeld.toegang.delen.has(Deel::Toegang)))
                .then(|| Pad::Leden(beeld.gezin.id).to_string()),
            kring: beeld.netwerk.iter().map(|n| kring(&k, n)).collect(),
            wie_mag: beeld.toegang.delen.has(Deel::Toegang).then(|| Pad::Toegang(beeld.gezin.id).to_string()),
            jongere: beeld
                .leden
                .iter()
                .zip(&beeld.maten)
                .any(|(lid, maat)| own && lid.rol == GezinsRol::Jeugdige && *maat < Maat::Geheel)
                .then(|| k.t("gezin-jongere-beslist")),
            hulp,
            tijdlijn,
            eerder,
            correcties: None,
            plan: (beeld.toegang.delen.has(Deel::Plan) && k.mag(Onderdeel::Plan))
                .then(|| Pad::Plan(beeld.gezin.id).to_string()),
            gesprekken: None,
            brieven: (beeld.toegang.delen.has(Deel::Post) && k.mag(Onderdeel::Brieven))
                .then(|| Pad::Brieven(beeld.gezin.id).to_string()),
            k,
        }
    }

    /// The page with what stands beside its texts.
    pub(crate) fn met(self, correcties: Correcties) -> Self {
        Self { correcties: Some(correcties), ..self }
    }

    /// The page with the conversations with the family.
    pub(crate) fn met_gesprekken(self, gesprekken: Option<Gesprekken>) -> Self {
        Self { gesprekken, ..self }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let beeld = crate::monster::gezin(nasty);
        let mut said =
            Correcties::new(k, &beeld, &crate::monster::bewaren::correcties(nasty), "0".repeat(32));
        said.botsing = Some(if nasty.is_empty() { k.t("correctie-tekst") } else { nasty.to_owned() });
        let talks = crate::monster::goed_gesprek::lijst(nasty);
        let talks = Some(Gesprekken::new(k, &talks, "0".repeat(32)));
        Self::new(k.clone(), &beeld).met(said).met_gesprekken(talks)
    }
}

fn lid(k: &Kader, p: &Persoon, beeld: &GezinBeeld) -> Lid {
    let child = p.rol == GezinsRol::Jeugdige;
    let age = p.geboren.filter(|_| child).map(|born| age_on(born, beeld.stand));
    Lid {
        naam: met_leeftijd(k, &p.naam.full(), age),
        rol: match p.gezin == beeld.gezin.id {
            _ if beeld.vroeger.contains(&p.id) => k.t("gezin-vroeger"),
            true => k.t(p.rol.key()),
            false => k.t1("gezin-woont-elders", "rol", k.t(p.rol.key())),
        },
        geboren: p.geboren.filter(|_| child).map(|born| k.t1("geboren", "dag", k.datum(born))),
    }
}

/// Someone around the family, in one line.
fn kring(k: &Kader, n: &NetwerkRegel) -> String {
    let mut parts = vec![n.naam.clone()];
    parts.extend((!n.wat.is_empty()).then(|| n.wat.clone()));
    let who = n.persoon.as_ref().filter(|(_, naam)| !naam.is_empty());
    parts.extend(who.map(|(_, naam)| k.t1("gezin-kring-voor", "naam", naam.as_str())));
    parts.join(" · ")
}

fn adres(gezin: &Gezin) -> Option<String> {
    let adres = gezin.adres.as_ref()?;
    let pair = |a: &Option<String>, b: &Option<String>| {
        [a, b].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let lines = [pair(&adres.straat, &adres.huis), pair(&adres.postcode, &adres.plaats)];
    let shown: Vec<_> = lines.iter().filter(|line| !line.is_empty()).map(String::as_str).collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

/// The purpose of a look, in words.
pub(crate) fn doel(k: &Kader, key: &str) -> String {
    stelsel::Doel::ALL
        .into_iter()
        .find(|doel| doel.key() == key)
        .map_or_else(|| key.to_owned(), |doel| k.t(&format!("doel-{}", doel.key())))
}

fn netwerk(k: &Kader, beeld: &GezinBeeld) -> Netwerk {
    let mut aanbieders: Vec<String> = Vec::new();
    for t in beeld.toewijzingen.iter().filter(|t| hulp::is_actueel(&t.stand)) {
        let name = t.aanbieder.clone().unwrap_or_else(|| t.toewijzing.aanbieder.to_string());
        if !aanbieders.contains(&name) {
            aanbieders.push(name);
        }
    }
    let now = beeld.leden.iter().filter(|p| !beeld.vroeger.contains(&p.id));
    let leden: Vec<String> = now.map(|p| p.naam.given()).collect();
    let (own, others): (Vec<_>, Vec<_>) = beeld.netwerk.iter().partition(|n| n.soort == NetwerkSoort::Eigen);
    let kring: Vec<String> = own.iter().map(|n| n.naam.clone()).collect();
    aanbieders.extend(others.iter().map(|n| n.naam.clone()));
    let everyone: Vec<&str> = leden.iter().chain(&kring).map(String::as_str).collect();
    let args = [("leden", everyone.join(", ").into()), ("aanbieders", aanbieders.join(", ").into())];
    Netwerk::teken(Namen {
        titel: k.t("netwerk-titel"),
        beschrijving: k
            .tx(if aanbieders.is_empty() { "netwerk-zonder-hulp" } else { "netwerk-met-hulp" }, &args),
        gezin: beeld.gezin.naam.clone(),
        leden,
        kring,
        aanbieders,
    })
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(id): Uit<Id<Gezin>>) -> Result<Response, Fout> {
    let read = move |lezing: &mut register::Lezing<'_>| {
        let beeld = lezing.gezin(id)?;
        let now = beeld.gezin.id;
        let talks = lezing.goede_gesprekken(Onderdeel::Gezin, now)?;
        Ok((beeld, lezing.correcties(now)?, talks))
    };
    let (k, (beeld, said, talks)) = bezoek.kijk(id.to_string(), read).await?;
    if beeld.gezin.id != id {
        // It was brought together with another: that is its address now.
        return Ok(Redirect::to(&Pad::Gezin(beeld.gezin.id).to_string()).into_response());
    }
    let key = register::Register::form_key()?;
    let talks = talks.map(|talks| Gesprekken::new(&k, &talks, key));
    let said = Correcties::new(&k, &beeld, &said, register::Register::form_key()?);
    pagina(&GezinPagina::new(k, &beeld).met(said).met_gesprekken(talks))
}
