//! One referral: what was told, which family it is about, and the answer to the referrer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::VerwijzingDaad;
use register::beeld::{Gedaan, VerwijzingAntwoord, VerwijzingBeeld};
use stelsel::Id;
use stelsel::verwijzing::{Verwijzing, VerwijzingStand};

use super::verwijzingen::{klasse, zin};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "verwijzing.html")]
pub(crate) struct VerwijzingPagina {
    k: Kader,
    hier: String,
    terug: String,
    kind: String,
    onder: String,
    stand: String,
    klasse: &'static str,
    zin: String,
    vraag: String,
    /// What else was told: name and words.
    verteld: Vec<(String, String)>,
    gezin: Option<(String, String)>,
    kandidaten: Vec<(String, String)>,
    antwoord: Option<(String, String)>,
    /// The reader works with it, and it is not answered.
    oppakken: bool,
    antwoorden: bool,
    team: bool,
    versie: i64,
    sleutel: String,
    melding: Option<String>,
    gevuld: VerwijzingAntwoord,
}

impl VerwijzingPagina {
    fn new(k: Kader, beeld: &VerwijzingBeeld, sleutel: String) -> Self {
        let r = &beeld.regel;
        let told = &beeld.inhoud;
        let soort = k.t(&format!("verwijzer-soort-{}", r.soort.key()));
        let args =
            [("van", r.van.as_str().into()), ("soort", soort.into()), ("dag", k.moment(r.geplaatst).into())];
        let mut onder = k.tx("verwijzing-van", &args);
        if let Some(born) = r.geboren {
            onder.push_str(" · ");
            onder.push_str(&k.t1("geboren", "dag", k.datum(born)));
        }
        if let Some(wijk) = &beeld.wijk {
            onder.push_str(" · ");
            onder.push_str(wijk);
        }
        let verteld = [
            ("verwijzing-geprobeerd", &told.geprobeerd),
            ("verwijzing-spoed", &told.spoed),
            ("verwijzing-toestemming", &told.toestemming),
            ("verwijzing-bereikbaar", &told.bereikbaar),
        ];
        let verteld = verteld.into_iter().filter(|(_, words)| !words.is_empty());
        let open = r.stand != VerwijzingStand::Beantwoord;
        Self {
            hier: Pad::Verwijzing(r.id).to_string(),
            terug: Pad::Verwijzingen.to_string(),
            kind: r.kind.clone(),
            onder,
            stand: k.t(&format!("verwijzing-stand-{}", r.stand.key())),
            klasse: klasse(r.stand),
            zin: zin(&k, r, !beeld.team),
            vraag: told.vraag.clone(),
            verteld: verteld.map(|(key, words)| (k.t(key), words.clone())).collect(),
            gezin: r
                .gezin
                .as_ref()
                .map(|(id, naam)| (Pad::Gezin(*id).to_string(), k.t1("gezin-titel", "naam", naam.as_str()))),
            kandidaten: beeld.kandidaten.iter().map(|(id, naam)| (id.to_string(), naam.clone())).collect(),
            antwoord: r.antwoord.as_ref().filter(|(said, _)| !said.tekst.is_empty()).map(|(said, at)| {
                let args = [("wie", said.akkoord.as_str().into()), ("dag", k.moment(*at).into())];
                (said.tekst.clone(), k.tx("verwijzing-akkoord-van", &args))
            }),
            oppakken: beeld.team && r.stand == VerwijzingStand::Ontvangen,
            antwoorden: beeld.team && open,
            team: beeld.team,
            versie: beeld.versie,
            sleutel,
            melding: None,
            gevuld: VerwijzingAntwoord::default(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::{deur::verwijzing, of};
        let page = |stand, team| Self::new(k.clone(), &verwijzing(nasty, stand, team), "0".repeat(32));
        let gevuld =
            VerwijzingAntwoord { tekst: of(nasty, "Er is begeleiding thuis."), akkoord: of(nasty, "moeder") };
        let melding = Some(k.t("verwijzing-mis-akkoord"));
        vec![
            ("open", page(VerwijzingStand::Ontvangen, true)),
            ("opgepakt", Self { melding, gevuld, ..page(VerwijzingStand::Opgepakt, true) }),
            ("beantwoord", page(VerwijzingStand::Beantwoord, true)),
            ("verwijzer", page(VerwijzingStand::Beantwoord, false)),
        ]
    }
}

async fn page(
    bezoek: Bezoek,
    id: Id<Verwijzing>,
    mis: Option<(StatusCode, &'static str, VerwijzingAntwoord)>,
) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.verwijzing(id)).await?;
    let mut page = VerwijzingPagina::new(k, &beeld, register::Register::form_key()?);
    let Some((status, key, gevuld)) = mis else { return pagina(&page) };
    page.melding = Some(page.k.t(key));
    page.gevuld = gevuld;
    pagina_met(status, &page)
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(id): Uit<Id<Verwijzing>>) -> Result<Response, Fout> {
    page(bezoek, id, None).await
}

fn daad(form: &Paren) -> Option<VerwijzingDaad> {
    match form.get("doe")? {
        "oppakken" => Some(VerwijzingDaad::Oppakken),
        "nieuw" => Some(VerwijzingDaad::NieuwGezin),
        "koppel" => Some(VerwijzingDaad::Koppel(Id::parse(form.get("kind")?).ok()?)),
        "antwoord" => Some(VerwijzingDaad::Antwoord(VerwijzingAntwoord {
            tekst: form.get("tekst").unwrap_or_default().to_owned(),
            akkoord: form.get("akkoord").unwrap_or_default().to_owned(),
        })),
        _ => None,
    }
}

/// One address, three forms: pick up, tie to a child, answer.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Verwijzing>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let deed = daad(&form).ok_or(Fout::Verzoek)?;
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let versie: i64 = form.get("versie").and_then(|text| text.parse().ok()).ok_or(Fout::Verzoek)?;
    let typed = match &deed {
        VerwijzingDaad::Antwoord(said) => said.clone(),
        _ => VerwijzingAntwoord::default(),
    };
    match bezoek.doe(move |r, wie| r.handle_referral(wie, (id, versie), &deed, &sleutel)).await {
        Ok(Gedaan::Opgeslagen(..)) => Ok(Redirect::to(&Pad::Verwijzing(id).to_string()).into_response()),
        // Someone was first: how it stands is shown, and what was typed is kept.
        Ok(Gedaan::Nieuwer(_)) => {
            page(bezoek, id, Some((StatusCode::CONFLICT, "verwijzing-botsing", typed))).await
        }
        Err(Fout::Verzoek) => {
            page(bezoek, id, Some((StatusCode::BAD_REQUEST, "verwijzing-mis-akkoord", typed))).await
        }
        Err(other) => Err(other),
    }
}
