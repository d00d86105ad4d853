//! The family's own page: who helps us now, what is waited for and on whom, messages, what we share.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::NieuwBericht;
use register::beeld::{CorrectieStand, Draad, OnsBeeld, PostSoort};
use stelsel::deling::DelingStand;
use stelsel::plan::Kloksoort;
use stelsel::toewijzing::Stand;
use stelsel::{Gezin, Id, Persoon, Rol};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, pagina_met};
use crate::fout::Fout;
use crate::kader::{Kader, vorm};
use crate::woorden;

/// Looks that show here; the rest stands on a page of its own.
const KEKEN: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "ons.html")]
pub(crate) struct OnsPagina {
    k: Kader,
    jong: bool,
    titel: String,
    onder: String,
    /// What is waited for: a sentence, and where one can do something about it.
    wacht: Vec<(String, Option<(String, String)>)>,
    hulp: Vec<Hulp>,
    vast: String,
    draden: Vec<Ingang>,
    plan: Plan,
    aanvullingen: Vec<(String, String)>,
    delen: Vec<String>,
    keken: Vec<(String, String)>,
    naar: Naar,
    sleutel: String,
    /// What was typed and could not be stored, and why.
    mis: Option<(String, String)>,
}

/// Help that is there or comes.
struct Hulp {
    vorm: String,
    wie: String,
    stand: String,
    klasse: &'static str,
}

/// What was agreed, in short; the whole of it stands on a page of its own.
struct Plan {
    gewoon: Option<String>,
    regels: Vec<(String, String)>,
    stappen: Vec<(String, String)>,
    leeg: bool,
}

/// A thread.
struct Ingang {
    naar: String,
    tekst: String,
    nieuw: Option<String>,
}

/// Where the rest stands.
struct Naar {
    hier: String,
    alles: String,
    plan: String,
    correcties: String,
    delen: String,
    toegang: String,
    inzagen: String,
    gezin_draad: bool,
}

impl OnsPagina {
    pub(crate) fn new(k: Kader, beeld: &OnsBeeld, sleutel: String) -> Self {
        let gezin = &beeld.gezin;
        let id = gezin.gezin.id;
        let name_of = |id: Id<Persoon>| {
            gezin.leden.iter().find(|p| p.id == id).map_or_else(|| k.t("iemand"), |p| p.naam.given())
        };
        let vast = if beeld.helpers.is_empty() {
            k.t("ons-het-wijkteam")
        } else {
            beeld.helpers.join(k.t("ons-en").as_str())
        };
        let hulp = gezin.toewijzingen.iter().filter(|t| super::gezin::is_actueel(&t.stand)).map(|t| Hulp {
            vorm: k.vorm(t.toewijzing.product.hulpvorm()),
            wie: k.tx(
                "hulp-voor-door",
                &[
                    ("wie", name_of(t.persoon).into()),
                    ("aanbieder", woorden::aanbieder(t.aanbieder.as_ref(), t.toewijzing.aanbieder).into()),
                ],
            ),
            stand: woorden::stand(&k, &t.stand, &t.toewijzing),
            klasse: woorden::klasse(&t.stand),
        });
        let keken = gezin.inzagen.iter().take(KEKEN).map(|look| {
            let rol = Rol::from_key(&look.rol).map_or_else(|| look.rol.clone(), |rol| k.rol(rol));
            let wie = if look.wie.is_empty() { k.t("iemand") } else { look.wie.clone() };
            (k.tx("ons-keek", &[("wie", wie.into()), ("rol", rol.into())]), woorden::keken(&k, look))
        });
        Self {
            jong: beeld.jong,
            titel: k.t1("ons-dag", "naam", beeld.ik.as_str()),
            onder: k.t1("ons-onder", "naam", gezin.gezin.naam.as_str()),
            wacht: wacht(&k, beeld, &vast, &name_of),
            hulp: hulp.collect(),
            draden: draden(&k, beeld, &vast),
            plan: plan(&k, beeld),
            aanvullingen: beeld
                .aanvullingen
                .iter()
                .map(|said| {
                    let wie = said.auteur.clone().unwrap_or_else(|| k.t("iemand"));
                    let args = [("wie", wie.into()), ("dag", k.moment(said.geplaatst).into())];
                    (said.tekst.clone(), k.tx("ons-aanvulling-van", &args))
                })
                .collect(),
            delen: beeld
                .delingen
                .iter()
                .filter(|share| share.stand == Some(DelingStand::Loopt))
                .map(|share| super::delen::zin(&k, share))
                .collect(),
            keken: keken.collect(),
            naar: Naar {
                hier: Pad::Ons(id).to_string(),
                alles: Pad::Gezin(id).to_string(),
                plan: Pad::Plan(id).to_string(),
                correcties: format!("{}#correcties", Pad::Gezin(id)),
                delen: Pad::Delen(id).to_string(),
                toegang: Pad::Toegang(id).to_string(),
                inzagen: Pad::Inzagen(id).to_string(),
                gezin_draad: beeld.draden.iter().any(|line| line.draad == Draad::Gezin),
            },
            vast,
            sleutel,
            mis: None,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let page = |jong| Self::new(k.clone(), &crate::monster::deur::ons(nasty, jong), "0".repeat(32));
        let typed = crate::monster::of(nasty, "Wij willen graag dat oma meedoet.");
        let wrong = Self { mis: Some((k.t("ons-aanvulling-leeg"), typed)), ..page(false) };
        let mut empty = crate::monster::deur::ons(nasty, false);
        empty.gezin.toewijzingen.clear();
        empty.gezin.inzagen.clear();
        (empty.helpers, empty.draden, empty.delingen) = (Vec::new(), Vec::new(), Vec::new());
        empty.correcties.clear();
        let empty = Self::new(k.clone(), &empty, "0".repeat(32));
        vec![("ouder", page(false)), ("jongere", page(true)), ("mis", wrong), ("leeg", empty)]
    }
}

/// The plan in short: how ordinary life looks, who does what now, which small steps come.
fn plan(k: &Kader, beeld: &OnsBeeld) -> Plan {
    let plan = &beeld.plan;
    let day = beeld.gezin.stand;
    let lines = plan.regels.iter().filter(|line| line.wat.is_current(day));
    let steps = plan.stappen.iter().filter(|step| step.wat.klaar.is_none());
    let by = |who: &str, when: Option<String>| match (who.is_empty(), when) {
        (true, when) => when.unwrap_or_default(),
        (false, None) => who.to_owned(),
        (false, Some(when)) => format!("{who}, {when}"),
    };
    Plan {
        gewoon: (!plan.gewoon.tekst.is_empty()).then(|| plan.gewoon.tekst.to_string()),
        regels: lines.map(|line| (line.wat.wat.to_string(), by(line.wat.wie.as_str(), None))).collect(),
        stappen: steps
            .map(|step| {
                let when = step.wat.wanneer.map(|day| k.t1("ons-stap-dag", "dag", k.datum(day)));
                (step.wat.tekst.to_string(), by(step.wat.wie.as_str(), when))
            })
            .collect(),
        leeg: plan.is_empty(),
    }
}

/// What is waited for, and on whom.
fn wacht(
    k: &Kader,
    beeld: &OnsBeeld,
    vast: &str,
    name_of: &dyn Fn(Id<Persoon>) -> String,
) -> Vec<(String, Option<(String, String)>)> {
    let mut out = Vec::new();
    let id = beeld.gezin.gezin.id;
    let form = || ("vorm", vorm(beeld.jong).into());
    for share in beeld.delingen.iter().filter(|share| share.vraagt_mij) {
        let args = [form(), ("naam", share.naam.as_str().into())];
        out.push((
            k.tx("ons-wacht-deling", &args),
            Some((Pad::Delen(id).to_string(), k.t("ons-wacht-deling-knop"))),
        ));
    }
    for t in &beeld.gezin.toewijzingen {
        let Stand::Wacht { dagen } = t.stand else { continue };
        let wie = name_of(t.persoon);
        let args = [
            ("wie", wie.into()),
            ("n", dagen.into()),
            ("vorm", k.vorm(t.toewijzing.product.hulpvorm()).to_lowercase().into()),
            ("aanbieder", woorden::aanbieder(t.aanbieder.as_ref(), t.toewijzing.aanbieder).into()),
        ];
        out.push((k.tx("ons-wacht-hulp", &args), None));
    }
    // Help that did not begin was told of above.
    let mut clocks = beeld.klokken.iter().filter(|clock| clock.soort != Kloksoort::Start).peekable();
    while let Some(clock) = clocks.next() {
        let sentence = super::plan::delen::klok(k, clock, &beeld.plan, &beeld.gezin.leden);
        // One way to the plan, below the last.
        let plan = clocks.peek().is_none().then(|| (Pad::Plan(id).to_string(), k.t("ons-plan-heel")));
        out.push((sentence, plan));
    }
    for line in &beeld.draden {
        if let Some(since) = line.wacht {
            let args = [form(), ("dag", k.moment(since).into()), ("vast", vast.into())];
            let whose =
                if line.draad == Draad::Gezin { "ons-wacht-bericht-gezin" } else { "ons-wacht-bericht" };
            out.push((k.tx(whose, &args), None));
        }
    }
    for said in beeld.correcties.iter().filter(|said| said.stand == CorrectieStand::Open) {
        let args = [form(), ("dag", k.moment(said.gewijzigd).into()), ("vast", vast.into())];
        out.push((k.tx("ons-wacht-correctie", &args), None));
    }
    out
}

fn draden(k: &Kader, beeld: &OnsBeeld, vast: &str) -> Vec<Ingang> {
    let id = beeld.gezin.gezin.id;
    let thread = |line: &register::beeld::DraadRegel| Ingang {
        naar: Pad::Post(id).met(&[("draad", Some(&line.draad.word()))]),
        tekst: if line.draad == Draad::Gezin {
            k.t1("ons-draad-gezin", "vast", vast)
        } else {
            k.t1("ons-draad-eigen", "vast", vast)
        },
        nieuw: (line.nieuw > 0).then(|| k.t1("post-nieuw-n", "n", line.nieuw)),
    };
    beeld.draden.iter().map(thread).collect()
}

async fn page(
    bezoek: Bezoek,
    gezin: Id<Gezin>,
    mis: Option<(&'static str, String)>,
) -> Result<Response, Fout> {
    let (k, beeld) =
        bezoek.kijk_als(stelsel::Onderdeel::Gezin, gezin.to_string(), move |l| l.ons(gezin)).await?;
    let wrong = mis.is_some();
    let said = mis.map(|(key, typed)| (k.t(key), typed));
    let page = OnsPagina::new(k, &beeld, register::Register::form_key()?);
    pagina_met(if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK }, &OnsPagina { mis: said, ..page })
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(gezin): Uit<Id<Gezin>>) -> Result<Response, Fout> {
    page(bezoek, gezin, None).await
}

/// Takes what the family adds for the plan, in its own words.
pub(crate) async fn voeg_toe(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let tekst = form.raw("tekst").unwrap_or_default().to_owned();
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let new = NieuwBericht { draad: Draad::Gezin, soort: PostSoort::Aanvulling, tekst: tekst.clone() };
    match bezoek.doe(move |r, wie| r.write_post(wie, gezin, &new, &sleutel)).await {
        Ok(_) => Ok(Redirect::to(&format!("{}#plan", Pad::Ons(gezin))).into_response()),
        Err(Fout::Verzoek) => page(bezoek, gezin, Some(("ons-aanvulling-leeg", tekst))).await,
        Err(other) => Err(other),
    }
}
