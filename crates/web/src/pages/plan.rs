//! The plan of a family: it opens and closes with ordinary life, and what becomes of a line stands on it by itself.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Gedaan, PlanBeeld};
use register::{Opname, Opnameregel};
use stelsel::plan::{Doelstand, Inhoud, Soort, Woorden};
use stelsel::{Gezin, Id, Rol};

use crate::adres::{Pad, Sleutel};
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::omhulsel::EigenUitleg;
use crate::vorm::{Getypt, Invoer, Vorm};
use crate::woorden;

pub(crate) mod delen;
mod invoer;
mod vormen;

use delen::{DoelRegel, EvaluatieRegel, HulpStand, RegelRegel, StapRegel};
use invoer::Mis;
use vormen::{Erbij, Vormen};

/// The page.
#[derive(Template)]
#[template(path = "plan.html")]
pub(crate) struct PlanPagina {
    k: Kader,
    titel: String,
    terug: String,
    hier: String,
    sleutel: String,
    melding: Option<(bool, String)>,
    botsing: Option<Botsing>,
    pdf: String,
    intro: Option<String>,
    regisseur: Option<String>,
    bewaard: Option<String>,
    versies: Option<String>,
    gewoon: Tekstvak,
    slot: Tekstvak,
    doelen: Vec<DoelRegel>,
    regels: Vec<RegelRegel>,
    voorbij: Vec<RegelRegel>,
    los: Vec<Los>,
    stappen: Vec<StapRegel>,
    evaluaties: Vec<EvaluatieRegel>,
    erbij: Option<Erbij>,
    klokken: Vec<String>,
    regie: Vec<String>,
    woord: Option<(String, String)>,
}

/// One of the two texts with which a plan opens and closes.
struct Tekstvak {
    tekst: String,
    vorm: Option<Vorm>,
}

/// Help of the family that is not in its plan yet.
struct Los {
    voor: String,
    stand: HulpStand,
    /// The words of its line.
    wat: String,
    wie: String,
    toewijzing: Option<String>,
}

/// Somebody else was first: both texts.
struct Botsing {
    mijn: Vec<(String, String)>,
    nu: Option<Vec<(String, String)>>,
}

/// What happened with a form that was sent before the page is shown.
#[derive(Default)]
pub(crate) struct Gebeurd {
    pub(crate) melding: Option<(bool, String)>,
    pub(crate) getypt: Option<Getypt>,
    pub(crate) botsing: Option<(Inhoud, Option<Inhoud>)>,
}

impl PlanPagina {
    pub(crate) fn new(k: Kader, beeld: &PlanBeeld, sleutel: String, gebeurd: Gebeurd) -> Self {
        let hier = Pad::Plan(beeld.gezin).to_string();
        let (plan, leden) = (&beeld.plan, beeld.leden.as_slice());
        let forms = Vormen::new(&k, beeld, (&hier, &sleutel), gebeurd.getypt.as_ref());
        let writes = beeld.schrijft;
        let own = k.wie.as_ref().is_some_and(|wie| wie.rol == Rol::Gezinslid);
        let mut doelen: Vec<DoelRegel> = plan
            .doelen
            .iter()
            .map(|punt| DoelRegel {
                tekst: punt.wat.tekst.to_string(),
                voor: punt.wat.voor.map(|id| k.t1("plan-doel-van", "wie", delen::naam(&k, leden, id))),
                stand: (punt.wat.stand != Doelstand::Loopt).then(|| {
                    (k.t(&format!("plan-doel-{}", punt.wat.stand.key())), delen::doelklasse(punt.wat.stand))
                }),
                vorm: writes.then(|| forms.doel(Some(punt))),
            })
            .collect();
        doelen.sort_by_key(|doel| doel.stand.is_some());
        let (voorbij, regels): (Vec<_>, Vec<_>) =
            plan.regels.iter().map(|punt| regel(&k, beeld, punt, &forms)).partition(|regel| regel.over);
        let los = delen::los(beeld)
            .map(|t| Los {
                voor: delen::naam(&k, leden, t.beeld.persoon),
                wat: k.vorm(t.beeld.toewijzing.product.hulpvorm()),
                wie: woorden::aanbieder(t.beeld.aanbieder.as_ref(), t.beeld.toewijzing.aanbieder),
                stand: delen::hulp(&k, t, beeld.toegang.delen, None),
                toewijzing: writes
                    .then(|| format!("{}/{}", t.beeld.toewijzing.gemeente, t.beeld.toewijzing.nummer)),
            })
            .collect();
        let mut stappen: Vec<StapRegel> =
            plan.stappen.iter().map(|punt| stap(&k, beeld, punt, &forms)).collect();
        stappen.sort_by_key(|stap| stap.klaar);
        let evaluaties = plan.evaluaties.iter().map(|punt| evaluatie(&k, beeld, punt, &forms)).collect();
        let tekst = |doe, tekst: &stelsel::plan::Tekst| Tekstvak {
            tekst: tekst.tekst.to_string(),
            vorm: writes.then(|| forms.tekst(doe, tekst)),
        };
        let saved = beeld.versie.as_ref().map(|versie| {
            let wie = if versie.wie.is_empty() { k.t("iemand") } else { versie.wie.clone() };
            let args = [
                ("wie", wie.into()),
                ("moment", k.moment(versie.wanneer).into()),
                ("versie", versie.versie.into()),
            ];
            k.tx("plan-bewaard", &args)
        });
        let botsing = gebeurd.botsing.as_ref().map(|(mijn, nu)| Botsing {
            mijn: delen::in_woorden(&k, mijn, leden),
            nu: nu.as_ref().map(|nu| delen::in_woorden(&k, nu, leden)),
        });
        Self {
            titel: k.t1("plan-titel", "naam", beeld.naam.as_str()),
            terug: Pad::Gezin(beeld.gezin).to_string(),
            pdf: Pad::PlanPapier(beeld.gezin).to_string(),
            melding: gebeurd.melding,
            botsing,
            intro: own.then(|| k.t("plan-eigen-intro")),
            regisseur: delen::regisseur(&k, &beeld.regie),
            bewaard: saved,
            versies: None,
            gewoon: tekst("gewoon", &plan.gewoon),
            slot: tekst("slot", &plan.slot),
            doelen,
            regels,
            voorbij,
            los,
            stappen,
            evaluaties,
            erbij: writes.then(|| forms.erbij()),
            klokken: beeld.klokken.iter().map(|klok| delen::klok(&k, klok, plan, leden)).collect(),
            regie: delen::regie(&k, &beeld.regie),
            woord: beeld.regie.woord.as_ref().map(|(woord, wie, wanneer)| {
                let wie = if wie.is_empty() { k.t("iemand") } else { wie.clone() };
                let args = [("wie", wie.into()), ("moment", k.moment(*wanneer).into())];
                (woord.clone(), k.tx("plan-woord-van", &args))
            }),
            hier,
            sleutel,
            k,
        }
    }
}

#[cfg(test)]
impl PlanPagina {
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::plan;
        let page = |beeld: &PlanBeeld, gebeurd| Self::new(k.clone(), beeld, "0".repeat(32), gebeurd);
        let full = plan::plan(nasty, true);
        let typed = |fouten| Getypt {
            doe: "regel".into(),
            nr: "4".into(),
            paren: Paren(vec![("wat".into(), crate::monster::of(nasty, "Ouderbegeleiding"))]),
            fouten,
        };
        let mine = full.plan.inhoud(Soort::Regel, 4).unwrap();
        let clash = |nu| Gebeurd {
            getypt: Some(typed(vec![])),
            botsing: Some((mine.clone(), nu)),
            ..Gebeurd::default()
        };
        let wrong = Gebeurd {
            melding: Some((false, k.t("plan-kijk-na"))),
            getypt: Some(typed(vec![
                ("tot", "plan-fout-tot"),
                ("wie", "plan-fout-lang"),
                ("wat", "plan-fout-leeg"),
            ])),
            ..Gebeurd::default()
        };
        vec![
            (
                "plan",
                page(&full, Gebeurd { melding: Some((true, k.t("plan-gedaan"))), ..Gebeurd::default() }),
            ),
            ("plan-leest", page(&plan::plan(nasty, false), Gebeurd::default())),
            ("plan-leeg", page(&plan::leeg(nasty), Gebeurd::default())),
            ("plan-botsing", page(&full, clash(full.plan.inhoud(Soort::Regel, 5)))),
            ("plan-weg", page(&full, clash(None))),
            ("plan-mis", page(&full, wrong)),
        ]
    }
}

fn regel(
    k: &Kader,
    beeld: &PlanBeeld,
    punt: &stelsel::plan::Punt<stelsel::plan::Regel>,
    forms: &Vormen<'_>,
) -> RegelRegel {
    let hulp: Vec<HulpStand> = beeld
        .toewijzingen
        .iter()
        .filter(|t| t.regel == Some(punt.nr))
        .map(|t| delen::hulp(k, t, beeld.toegang.delen, None))
        .collect();
    RegelRegel {
        nr: punt.nr,
        wat: punt.wat.wat.to_string(),
        wie: delen::wie(k, &beeld.leden, &punt.wat),
        bron: delen::bron(k, &punt.wat),
        // Of help that was allocated, the messages tell from when until when.
        periode: if hulp.is_empty() { delen::periode(k, &punt.wat) } else { String::new() },
        doelen: punt.wat.doelen.iter().filter_map(|nr| delen::doel(&beeld.plan, *nr)).collect(),
        wacht: delen::wacht(k, &punt.wat, beeld.stand),
        over: if hulp.is_empty() { !punt.wat.is_current(beeld.stand) } else { hulp.iter().all(|h| h.klaar) },
        toewijzen: None,
        vorm: beeld.schrijft.then(|| forms.regel(Some(punt))),
        hulp,
    }
}

fn stap(
    k: &Kader,
    beeld: &PlanBeeld,
    punt: &stelsel::plan::Punt<stelsel::plan::Stap>,
    forms: &Vormen<'_>,
) -> StapRegel {
    let stap = &punt.wat;
    let who = (!stap.wie.is_empty()).then(|| stap.wie.to_string());
    let about = stap.voor.map(|id| k.t1("plan-voor", "wie", delen::naam(k, &beeld.leden, id)));
    let when = match (stap.klaar, stap.wanneer) {
        (Some(day), _) => Some(k.t1("plan-stap-klaar", "dag", k.datum(day))),
        (None, Some(day)) => Some(k.t1("plan-stap-voor", "dag", k.datum(day))),
        (None, None) => None,
    };
    let goal = stap.doel.and_then(|nr| delen::doel(&beeld.plan, nr));
    let goal = goal.map(|doel| k.t1("plan-bij-doel", "doel", doel));
    StapRegel {
        nr: punt.nr,
        tekst: stap.tekst.to_string(),
        meer: who.into_iter().chain(about).chain(when).chain(goal).collect::<Vec<_>>().join(" · "),
        klaar: stap.klaar.is_some(),
        voorbij: stap.klaar.is_none() && stap.wanneer.is_some_and(|day| day < beeld.stand),
        vorm: beeld.schrijft.then(|| forms.stap(Some(punt))),
    }
}

fn evaluatie(
    k: &Kader,
    beeld: &PlanBeeld,
    punt: &stelsel::plan::Punt<stelsel::plan::Evaluatie>,
    forms: &Vormen<'_>,
) -> EvaluatieRegel {
    let came = punt.wat.uitkomst.as_ref();
    let per_doel = came.iter().flat_map(|came| came.per_doel.iter());
    EvaluatieRegel {
        dag: k.datum(punt.wat.dag),
        wie: punt.wat.wie.to_string(),
        voorbij: came.is_none() && punt.wat.dag < beeld.stand,
        uitkomst: came.map(|came| came.woorden.to_string()),
        per_doel: per_doel
            .filter_map(|(nr, words)| Some((delen::doel(&beeld.plan, *nr)?, words.to_string())))
            .collect(),
        vorm: beeld.schrijft.then(|| forms.evaluatie(Some(punt))),
    }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    laat_zien(bezoek, id, StatusCode::OK, move |k| Gebeurd {
        melding: done.then(|| (true, k.t("plan-gedaan"))),
        ..Gebeurd::default()
    })
    .await
}

/// The same plan as a document, to keep and to print.
pub(crate) async fn papier(bezoek: Bezoek, Uit(id): Uit<Id<Gezin>>) -> Result<Response, Fout> {
    let now = bezoek.staat().toestand.klok.now();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.plan(id)).await?;
    let day = beeld.stand;
    let pdf = buiten(move || Ok(crate::papier::plan::document(&k, &beeld, now).pdf()?)).await?;
    Ok(crate::papier::download(pdf, "plan", day))
}

/// Shows the page with what happened.
async fn laat_zien(
    bezoek: Bezoek,
    id: Id<Gezin>,
    status: StatusCode,
    gebeurd: impl FnOnce(&Kader) -> Gebeurd,
) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.plan(id)).await?;
    let gebeurd = gebeurd(&k);
    let mut response = pagina(&PlanPagina::new(k, &beeld, register::Register::form_key()?, gebeurd))?;
    *response.status_mut() = status;
    if status != StatusCode::OK {
        response.extensions_mut().insert(EigenUitleg);
    }
    Ok(response)
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    match form.get("doe") {
        Some(word) if Soort::from_key(word).is_some() => schrijf(bezoek, id, form).await,
        Some("stap-klaar") => {
            let nr = form.get("nr").and_then(|nr| nr.parse().ok()).ok_or(Fout::Verzoek)?;
            let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
            bezoek.doe(move |r, wie| r.step_done(wie, id, nr, &sleutel)).await?;
            Ok(Redirect::to(&format!("{}#stap", Pad::Plan(id))).into_response())
        }
        Some("neem-op") => neem_op(bezoek, id, form).await,
        _ => Err(Fout::Verzoek),
    }
}

/// Takes up an allocation that is not in the plan yet: its words come along, the rest the messages tell.
async fn neem_op(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let toewijzing = form.get("toewijzing").and_then(Sleutel::lees).ok_or(Fout::Verzoek)?;
    let words = |name: &str| Woorden::new(form.get(name).unwrap_or_default()).map_err(|_| Fout::Verzoek);
    let regel = match form.get("regel").map(str::parse) {
        Some(Ok(nr)) => Opnameregel::Bestaand(nr),
        Some(Err(_)) => return Err(Fout::Verzoek),
        None => Opnameregel::Nieuw { wat: words("wat")?, wie: words("wie")? },
    };
    let opname = Opname { toewijzing, regel };
    bezoek.doe(move |r, wie| r.take_up(wie, id, opname, &sleutel)).await?;
    Ok(Redirect::to(&format!("{}#regel", Pad::Plan(id).met(&[("gedaan", Some("ja"))]))).into_response())
}

/// Writes in a part of the plan.
async fn schrijf(bezoek: Bezoek, id: Id<Gezin>, form: Paren) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let typed = |fouten| Getypt {
        doe: form.get("doe").unwrap_or_default().to_owned(),
        nr: form.get("nr").unwrap_or_default().to_owned(),
        paren: form.clone(),
        fouten,
    };
    let change = match invoer::wijziging(&form) {
        Ok(change) => change,
        Err(Mis::Velden(fouten)) => {
            let getypt = Some(typed(fouten));
            return laat_zien(bezoek, id, StatusCode::BAD_REQUEST, move |k| Gebeurd {
                melding: Some((false, k.t("plan-kijk-na"))),
                getypt,
                ..Gebeurd::default()
            })
            .await;
        }
        Err(Mis::Onzin) => return Err(Fout::Verzoek),
    };
    let mine = match &change.daad {
        stelsel::plan::Daad::Schrijf(inhoud) => Some(inhoud.clone()),
        stelsel::plan::Daad::Verwijder(_) => None,
    };
    let soort = change.soort();
    match bezoek.doe(move |r, wie| r.change_plan(wie, id, change, &sleutel)).await? {
        Gedaan::Opgeslagen(..) => {
            let to = format!("{}#{}", Pad::Plan(id).met(&[("gedaan", Some("ja"))]), soort.key());
            Ok(Redirect::to(&to).into_response())
        }
        Gedaan::Nieuwer(now) => {
            // Nothing typed is lost: it stands beside what the other wrote, and in the form of that part.
            let getypt = mine.is_some().then(|| typed(Vec::new()));
            laat_zien(bezoek, id, StatusCode::CONFLICT, move |k| Gebeurd {
                melding: mine.is_none().then(|| (false, k.t("plan-botsing-weg"))),
                getypt,
                botsing: mine.map(|mine| (mine, now.nu)),
                ..Gebeurd::default()
            })
            .await
        }
    }
}
