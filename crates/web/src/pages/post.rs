//! What a family and who helps it write to each other: one thread for the family, one for each young person with a door.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::NieuwBericht;
use register::beeld::{Draad, PostBeeld, PostRegel, PostSoort};
use stelsel::{Gezin, Id};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, Vraag, buiten, pagina_met};
use crate::fout::Fout;
use crate::kader::{Kader, vorm};

/// The page.
#[derive(Template)]
#[template(path = "post.html")]
pub(crate) struct PostPagina {
    k: Kader,
    jong: bool,
    lid: bool,
    hier: String,
    terug: String,
    titel: String,
    draden: Vec<Ingang>,
    lezers: String,
    berichten: Vec<Bericht>,
    gekozen: String,
    /// A message of the family waits: since when, for who may say that it needs no answer.
    wacht: Option<String>,
    sleutel: String,
    mis: Option<(String, String)>,
}

/// A thread to choose.
struct Ingang {
    naar: String,
    tekst: String,
    nieuw: Option<String>,
    hier: bool,
}

/// A message.
struct Bericht {
    kop: String,
    tekst: String,
    eigen: bool,
    nieuw: bool,
    plan: bool,
    gelezen: Option<String>,
}

impl PostPagina {
    pub(crate) fn new(k: Kader, beeld: &PostBeeld, sleutel: String) -> Self {
        let naam = |draad: Draad, van: Option<&String>, eigen: bool| match draad {
            Draad::Gezin => k.t("post-draad-gezin"),
            Draad::Eigen(_) if eigen => k.t("post-draad-eigen"),
            Draad::Eigen(_) => k.t1("post-draad-van", "naam", van.cloned().unwrap_or_default()),
        };
        let draden = beeld.draden.iter().map(|line| Ingang {
            naar: Pad::Post(beeld.gezin).met(&[("draad", Some(&line.draad.word()))]),
            tekst: naam(line.draad, line.van.as_ref(), line.eigen),
            nieuw: (line.nieuw > 0).then(|| k.t1("post-nieuw-n", "n", line.nieuw)),
            hier: line.draad == beeld.gekozen,
        });
        let wacht = beeld.draden.iter().find(|line| line.draad == beeld.gekozen).and_then(|line| line.wacht);
        Self {
            jong: beeld.jong,
            lid: beeld.lid,
            hier: Pad::Post(beeld.gezin).to_string(),
            terug: if beeld.lid { Pad::Ons(beeld.gezin) } else { Pad::Gezin(beeld.gezin) }.to_string(),
            titel: k.t1("post-titel", "naam", beeld.naam.as_str()),
            draden: draden.collect(),
            lezers: lezers(&k, beeld),
            berichten: beeld
                .berichten
                .iter()
                .map(|said| bericht(&k, said, beeld.jong || !beeld.lid))
                .collect(),
            gekozen: beeld.gekozen.word(),
            wacht: wacht.filter(|_| !beeld.lid).map(|since| k.t1("post-wacht", "dag", k.moment(since))),
            sleutel,
            mis: None,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::deur::post;
        let page = |lid, jong, own| Self::new(k.clone(), &post(nasty, lid, jong, own), "0".repeat(32));
        let mis = Some((k.t("post-leeg"), nasty.to_owned()));
        let empty = PostBeeld { berichten: Vec::new(), ..post(nasty, false, false, false) };
        vec![
            ("team", page(false, false, false)),
            ("team-eigen", page(false, false, true)),
            ("ouder", page(true, false, false)),
            ("jongere", Self { mis, ..page(true, true, true) }),
            ("leeg", Self::new(k.clone(), &empty, "0".repeat(32))),
        ]
    }
}

/// Who reads along, in a sentence: nobody has to guess.
fn lezers(k: &Kader, beeld: &PostBeeld) -> String {
    let en = k.t("ons-en");
    let helpers =
        if beeld.helpers.is_empty() { k.t("ons-het-wijkteam") } else { beeld.helpers.join(en.as_str()) };
    let leden = beeld.gezinsleden.join(", ");
    let key = match (beeld.gekozen, beeld.lid) {
        (Draad::Gezin, _) => "post-lezers-gezin",
        (Draad::Eigen(_), true) => "post-lezers-eigen",
        (Draad::Eigen(_), false) => "post-lezers-van",
    };
    let args = [("leden", leden.into()), ("helpers", helpers.into()), ("vorm", vorm(beeld.jong).into())];
    k.tx(key, &args)
}

fn bericht(k: &Kader, said: &PostRegel, je: bool) -> Bericht {
    let wie = said.auteur.clone().unwrap_or_else(|| k.t("iemand"));
    let wie = if said.van_mij { k.aan(je, "post-jij") } else { wie };
    let rol = k.rol(said.rol);
    let when = k.moment(said.geplaatst);
    let kop = if said.van_gezin || said.van_mij {
        k.tx("post-kop", &[("wie", wie.into()), ("dag", when.into())])
    } else {
        k.tx("post-kop-rol", &[("wie", wie.into()), ("rol", rol.into()), ("dag", when.into())])
    };
    Bericht {
        kop,
        tekst: said.tekst.clone(),
        eigen: said.van_mij,
        nieuw: said.nieuw,
        plan: said.soort == PostSoort::Aanvulling,
        gelezen: said
            .gelezen
            .filter(|_| said.van_mij)
            .map(|when| k.t1("post-gelezen", "dag", k.moment(when))),
    }
}

async fn page(
    bezoek: Bezoek,
    gezin: Id<Gezin>,
    draad: Option<Draad>,
    mis: Option<(&'static str, String)>,
) -> Result<Response, Fout> {
    let (register, wie) = (bezoek.staat().toestand.register.clone(), bezoek.wie().clone());
    let (k, beeld) = bezoek.kijk(gezin.to_string(), move |lezing| lezing.post(gezin, draad)).await?;
    if let Some(until) = beeld.tot() {
        let chosen = beeld.gekozen;
        buiten(move || Ok(register.mark_read(&wie, gezin, chosen, until)?)).await?;
    }
    let wrong = mis.is_some();
    let said = mis.map(|(key, typed)| (k.t(key), typed));
    let page = PostPagina::new(k, &beeld, register::Register::form_key()?);
    pagina_met(
        if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK },
        &PostPagina { mis: said, ..page },
    )
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let draad = match query.get("draad") {
        Some(word) => Some(Draad::parse(word).ok_or(Fout::NietGevonden)?),
        None => None,
    };
    page(bezoek, gezin, draad, None).await
}

/// Writes a message, or says that what waits needs no answer.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let draad = form.get("draad").and_then(Draad::parse).ok_or(Fout::Verzoek)?;
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let there = format!("{}#nieuw", Pad::Post(gezin).met(&[("draad", Some(&draad.word()))]));
    if form.get("doe") == Some("klaar") {
        bezoek.doe(move |r, wie| r.close_post(wie, gezin, draad, &sleutel)).await?;
        return Ok(Redirect::to(&there).into_response());
    }
    let tekst = form.raw("tekst").unwrap_or_default().to_owned();
    let new = NieuwBericht { draad, soort: PostSoort::Bericht, tekst: tekst.clone() };
    match bezoek.doe(move |r, wie| r.write_post(wie, gezin, &new, &sleutel)).await {
        Ok(_) => Ok(Redirect::to(&there).into_response()),
        Err(Fout::Verzoek) => page(bezoek, gezin, Some(draad), Some(("post-leeg", tekst))).await,
        Err(other) => Err(other),
    }
}
