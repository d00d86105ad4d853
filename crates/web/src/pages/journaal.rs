//! The journal for who watches over it: what is proposed to look into this month, and what came of it. No names of
//! families, no content, no score of anyone.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use register::beeld::{Beoordeeld, Bevonden, Signaal, ToezichtBeeld, Voorstel, VoorstelRegel};
use stelsel::Rol;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::woorden;

/// Characters in the words of an auditor.
const TOELICHTING: usize = 2_000;

/// The page.
#[derive(Template)]
#[template(path = "journaal.html")]
pub(crate) struct JournaalPagina {
    k: Kader,
    maand: String,
    gezien: String,
    loopt: bool,
    maanden: Vec<(String, String, bool)>,
    melding: Option<Melding>,
    te_doen: Vec<Kaart>,
    gedaan: Vec<Kaart>,
    bevonden: Vec<(&'static str, String)>,
}

/// What is said above the page.
pub(crate) struct Melding {
    zin: String,
    goed: bool,
}

/// A proposal.
struct Kaart {
    id: String,
    sleutel: String,
    titel: String,
    wie: String,
    zin: String,
    gewoon: String,
    regels: Vec<String>,
    oordeel: Option<String>,
    toelichting: Option<String>,
}

impl JournaalPagina {
    pub(crate) fn new(k: Kader, beeld: &ToezichtBeeld, melding: Option<Melding>) -> Self {
        let month = |day: Date| k.taal.maand_jaar(day);
        let address = |day: Date| Pad::Journaal.met(&[("maand", Some(&day.strftime("%Y-%m").to_string()))]);
        let cards = (1..).zip(&beeld.voorstellen).map(|(nr, voorstel)| kaart(&k, nr, voorstel));
        let (gedaan, te_doen): (Vec<_>, Vec<_>) = cards.partition(|kaart| kaart.oordeel.is_some());
        Self {
            maand: month(beeld.maand),
            gezien: k.t1("journaal-gezien", "n", beeld.regels),
            loopt: beeld.loopt,
            maanden: beeld.maanden.iter().map(|m| (address(*m), month(*m), *m == beeld.maand)).collect(),
            melding,
            te_doen,
            gedaan,
            bevonden: Bevonden::ALL.map(|b| (b.key(), k.t(&format!("bevonden-{}", b.key())))).to_vec(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = crate::monster::toezicht::maand(nasty);
        let said = |key: &str, goed| Some(Melding { zin: k.t(key), goed });
        let none = ToezichtBeeld { voorstellen: Vec::new(), loopt: true, ..beeld.clone() };
        vec![
            ("journaal", Self::new(k.clone(), &beeld, None)),
            ("journaal-bewaard", Self::new(k.clone(), &beeld, said("journaal-bewaard", true))),
            ("journaal-leeg", Self::new(k.clone(), &none, said("journaal-kies", false))),
        ]
    }
}

fn kaart(k: &Kader, nr: usize, voorstel: &Voorstel) -> Kaart {
    let signaal = voorstel.signaal.key();
    let rol = Rol::from_key(&voorstel.rol).map_or_else(|| voorstel.rol.clone(), |rol| k.rol(rol));
    let args = [
        ("dag", k.datum(voorstel.dag).into()),
        ("n", voorstel.aantal.into()),
        ("gewoon", voorstel.gewoon.unwrap_or_default().into()),
    ];
    Kaart {
        id: format!("v{nr}"),
        sleutel: voorstel.sleutel.clone(),
        titel: k.t(&format!("signaal-{signaal}")),
        wie: k.tx("inzage-wie", &[("naam", (&voorstel.wie).into()), ("rol", rol.into())]),
        zin: k.tx(&format!("signaal-{signaal}-zin"), &args),
        gewoon: k.t(&format!("signaal-{signaal}-gewoon")),
        regels: voorstel.regels.iter().map(|line| regel(k, line, voorstel.signaal)).collect(),
        oordeel: voorstel.beoordeling.as_ref().map(|b| {
            let found = k.t(&format!("bevonden-{}", b.uitkomst.key()));
            let args = [
                ("wie", (&b.wie).into()),
                ("wanneer", k.moment(b.wanneer).into()),
                ("uitkomst", found.into()),
            ];
            k.tx("journaal-oordeel", &args)
        }),
        toelichting: voorstel
            .beoordeling
            .as_ref()
            .map(|b| b.toelichting.clone())
            .filter(|text| !text.is_empty()),
    }
}

fn regel(k: &Kader, line: &VoorstelRegel, signaal: Signaal) -> String {
    let deel =
        woorden::in_woorden(k, "onderdeel", &line.onderdeel).unwrap_or_else(|| k.t("onderdeel-bericht"));
    let args = [
        ("wanneer", k.moment(line.wanneer).into()),
        ("deel", deel.into()),
        ("gezin", line.gezinnen.join(", ").into()),
    ];
    let key = match signaal {
        Signaal::Geweigerd => "journaal-regel-geweigerd",
        _ if line.gezinnen.is_empty() => "journaal-regel",
        _ => "journaal-regel-gezin",
    };
    k.tx(key, &args)
}

/// The month that an address asks for.
fn month_of(text: Option<&str>) -> Result<Option<Date>, Fout> {
    let day = |text: &str| format!("{text}-01").parse::<Date>().map_err(|_| Fout::Verzoek);
    text.map(day).transpose()
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let maand = month_of(query.get("maand"))?;
    let melding = query
        .get("bewaard")
        .map(|_| Melding { zin: Kader::kaal(bezoek.taal()).t("journaal-bewaard"), goed: true });
    let object = maand.map_or_else(|| "lijst".to_owned(), |day| day.strftime("%Y-%m").to_string());
    let (k, beeld) = bezoek.kijk(object, move |lezing| lezing.toezicht(maand)).await?;
    pagina(&JournaalPagina::new(k, &beeld, melding))
}

/// Takes what an auditor found.
pub(crate) async fn beoordeel(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let sleutel = form.get("voorstel").unwrap_or_default().to_owned();
    let Some(maand) = month_of(sleutel.split(':').next()).ok().flatten() else {
        // Without a proposal there is nothing to review; who may not be here hears the same as elsewhere.
        let refuse = |register: &register::Register, wie: &stelsel::Identiteit| {
            Err(register.refuse(wie, stelsel::Onderdeel::Journaal, ""))
        };
        let may = Kader { wie: Some(bezoek.wie().clone()), ..Kader::kaal(bezoek.taal()) };
        return if may.mag(stelsel::Onderdeel::Journaal) {
            Err(Fout::Verzoek)
        } else {
            bezoek.doe(refuse).await
        };
    };
    let month = maand.strftime("%Y-%m").to_string();
    let k = Kader::kaal(bezoek.taal());
    let toelichting = form.get("toelichting").unwrap_or_default().to_owned();
    let found = form.get("uitkomst").and_then(Bevonden::from_key);
    let (key, status) = match found {
        None => ("journaal-kies", StatusCode::BAD_REQUEST),
        Some(_) if toelichting.chars().count() > TOELICHTING => ("journaal-te-lang", StatusCode::BAD_REQUEST),
        Some(uitkomst) => {
            let deed = move |register: &register::Register, wie: &stelsel::Identiteit| {
                register.review(wie, &sleutel, uitkomst, &toelichting)
            };
            match bezoek.doe(deed).await? {
                Beoordeeld::Bewaard => {
                    let naar = Pad::Journaal.met(&[("maand", Some(&month)), ("bewaard", Some("ja"))]);
                    return Ok(Redirect::to(&naar).into_response());
                }
                Beoordeeld::AlGedaan(_) => ("journaal-al-gedaan", StatusCode::CONFLICT),
            }
        }
    };
    let melding = Melding { zin: k.t(key), goed: false };
    let (k, beeld) = bezoek.kijk(month, move |lezing| lezing.toezicht(Some(maand))).await?;
    pagina_met(status, &JournaalPagina::new(k, &beeld, Some(melding)))
}
