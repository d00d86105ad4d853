//! The page as it is asked for, its forms, and the document.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{AnalyseBotsing, Gedaan};
use stelsel::Id;
use stelsel::analyse::{Daad, Probleemanalyse};

use super::invoer::{self, Mis};
use super::{AnalysePagina, Botsing, Gebeurd, feiten, vindplaats};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, buiten, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::papier::{analyse::document, download};
use crate::vorm::Getypt;

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Probleemanalyse>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    laat_zien(bezoek, id, StatusCode::OK, move |k| Gebeurd {
        melding: done.then(|| (true, k.t("analyse-gedaan"))),
        ..Gebeurd::default()
    })
    .await
}

async fn laat_zien(
    bezoek: Bezoek,
    id: Id<Probleemanalyse>,
    status: StatusCode,
    gebeurd: impl FnOnce(&Kader) -> Gebeurd,
) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.analyse(id)).await?;
    let gebeurd = gebeurd(&k);
    pagina_met(status, &AnalysePagina::new(k, &beeld, register::Register::form_key()?, gebeurd))
}

/// The document, to print or to send.
pub(crate) async fn haal(bezoek: Bezoek, Uit(id): Uit<Id<Probleemanalyse>>) -> Result<Response, Fout> {
    let now = bezoek.staat().toestand.klok.now();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.analyse(id)).await?;
    let day = beeld.stand;
    let pdf = buiten(move || Ok(document(&k, &beeld, now).pdf()?)).await?;
    Ok(download(pdf, "analyse", day))
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Probleemanalyse>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    if form.get("doe") == Some("noot") {
        let noot = match invoer::noot(&form) {
            Ok(noot) => noot,
            Err(mis) => return opnieuw(bezoek, id, form, mis).await,
        };
        let place = format!("deel-{}", noot.nr);
        return match bezoek.doe(move |r, wie| r.annotate(wie, id, noot, &sleutel)).await? {
            Gedaan::Opgeslagen(..) => Ok(klaar(id, &place)),
            Gedaan::Nieuwer(_) => Err(Fout::Verzoek),
        };
    }
    let change = match invoer::wijziging(&form, bezoek.vandaag()) {
        Ok(change) => change,
        Err(mis) => return opnieuw(bezoek, id, form, mis).await,
    };
    let (sent, place) =
        (change.clone(), change.nr.map_or_else(|| "delen".to_owned(), |nr| format!("deel-{nr}")));
    match bezoek.doe(move |r, wie| r.change_analysis(wie, id, sent, &sleutel)).await? {
        Gedaan::Opgeslagen(..) => Ok(klaar(id, &place)),
        Gedaan::Nieuwer(nu) => {
            let getypt = again(form, &nu);
            laat_zien(bezoek, id, StatusCode::CONFLICT, move |k| Gebeurd {
                botsing: Some(botsing(k, &change.daad, change.nr, &nu)),
                getypt,
                ..Gebeurd::default()
            })
            .await
        }
    }
}

fn klaar(id: Id<Probleemanalyse>, place: &str) -> Response {
    Redirect::to(&format!("{}#{place}", Pad::Analyse(id).met(&[("gedaan", Some("ja"))]))).into_response()
}

/// What was typed comes back in its form, which now is about the part as it is: sending it again is a choice, made seeing both. Of a
/// part that is gone there is no form; its words stand beside each other above.
fn again(form: Paren, nu: &AnalyseBotsing) -> Option<Getypt> {
    (nu.versie > 0 && form.get("weg").is_none()).then(|| getypt(form, Vec::new()))
}

fn getypt(form: Paren, fouten: Vec<(&'static str, &'static str)>) -> Getypt {
    let get = |name| form.get(name).unwrap_or_default().to_owned();
    // A new paragraph is known by its part.
    let nr = if get("doe") == "alinea" && get("nr").is_empty() { get("deel") } else { get("nr") };
    Getypt { doe: get("doe"), nr, fouten, paren: form }
}

async fn opnieuw(bezoek: Bezoek, id: Id<Probleemanalyse>, form: Paren, mis: Mis) -> Result<Response, Fout> {
    let Mis::Velden(fouten) = mis else { return Err(Fout::Verzoek) };
    let getypt = Some(getypt(form, fouten));
    laat_zien(bezoek, id, StatusCode::BAD_REQUEST, move |k| Gebeurd {
        melding: Some((false, k.t("plan-kijk-na"))),
        getypt,
        ..Gebeurd::default()
    })
    .await
}

type Woorden = Vec<(String, String)>;

fn of_daad(k: &Kader, daad: &Daad) -> Woorden {
    match daad {
        Daad::Kop { titel, gebied, gedeeld } => {
            let with: Vec<String> = gedeeld.iter().map(|rol| k.rol(*rol)).collect();
            kop(k, titel.as_str(), gebied.as_str(), &with.join(", "))
        }
        Daad::Alinea(alinea) => of_alinea(k, alinea),
        Daad::Afspraak(afspraak) => of_afspraak(k, afspraak),
        Daad::Kijk(moment, _) => vec![
            (k.t("analyse-veld-stand"), super::stand(k, moment.stand).0),
            (k.t("analyse-veld-kwam"), moment.kwam.to_string()),
        ],
        Daad::Weg => vec![(k.t("analyse-weg"), String::new())],
    }
}

fn kop(k: &Kader, titel: &str, gebied: &str, with: &str) -> Woorden {
    vec![
        (k.t("analyse-veld-titel"), titel.to_owned()),
        (k.t("analyse-veld-gebied"), gebied.to_owned()),
        (k.t("analyse-veld-gedeeld"), with.to_owned()),
    ]
}

fn of_alinea(k: &Kader, of: &stelsel::analyse::Alinea) -> Woorden {
    let mut out = vec![(k.t("analyse-veld-tekst"), of.tekst.to_string())];
    out.extend(of.vindplaats.as_ref().map(|found| (k.t("analyse-veld-vindplaats"), vindplaats(k, found))));
    out
}

fn of_afspraak(k: &Kader, of: &stelsel::analyse::Afspraak) -> Woorden {
    let mut out = vec![(k.t("analyse-veld-wat"), of.wat.to_string())];
    out.extend(feiten(k, of));
    let told = |m: &stelsel::analyse::Moment| {
        (format!("{} · {}", k.datum(m.dag), super::stand(k, m.stand).0), m.kwam.to_string())
    };
    out.extend(of.momenten.iter().map(told));
    out
}

/// Both texts.
fn botsing(k: &Kader, daad: &Daad, nr: Option<u32>, nu: &AnalyseBotsing) -> Botsing {
    let there = match (daad, nr) {
        (Daad::Kop { .. }, _) => {
            let of = &nu.nu.kop;
            Some(kop(k, of.titel.as_str(), of.gebied.as_str(), &of.gedeeld.join(", ")))
        }
        (_, Some(nr)) => {
            let alinea = nu.nu.alinea(nr).map(|punt| of_alinea(k, &punt.wat));
            alinea.or_else(|| nu.nu.afspraak(nr).map(|punt| of_afspraak(k, &punt.wat)))
        }
        (_, None) => None,
    };
    Botsing { mijn: of_daad(k, daad), nu: there }
}
