//! The plan of a family: it opens and closes with ordinary life, and what becomes of a line stands on it by itself.

use askama::Template;
use register::beeld::PlanBeeld;
use stelsel::plan::{Bron, Doelstand, Inhoud};
use stelsel::{Onderdeel, Rol};

use crate::adres::Pad;
use crate::kader::Kader;
use crate::pages::expertvragen;
use crate::pages::gezin::is_actueel;
use crate::vorm::{Getypt, Invoer, Vorm};
use crate::woorden;

pub(crate) mod delen;
mod doe;
mod invoer;
mod regie;
mod vormen;

pub(crate) use doe::{doe, toon};

use delen::{DoelRegel, EvaluatieRegel, HulpStand, RegelRegel, StapRegel};
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
    regievormen: Vec<Vorm>,
    woord: Option<(String, String)>,
    vragen: Vec<Gevraagd>,
    expertvorm: Option<Vorm>,
    /// The time line of who comes of age.
    achttien: Option<String>,
}

/// A question to the expertteam.
struct Gevraagd {
    vraag: String,
    advies: Option<String>,
    stand: (String, &'static str),
    naar: Option<String>,
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
        let bij =
            regie::Bij { k: &k, beeld, naar: &hier, sleutel: &sleutel, getypt: gebeurd.getypt.as_ref() };
        let (regievormen, expertvorm) = (bij.regie(), bij.expertvraag());
        let vragen = beeld.vragen.iter().map(|vraag| Gevraagd {
            vraag: vraag.inhoud.vraag.to_string(),
            advies: (!vraag.inhoud.advies.is_empty()).then(|| vraag.inhoud.advies.to_string()),
            stand: expertvragen::stand(&k, vraag),
            naar: k.mag(Onderdeel::Expertvragen).then(|| Pad::Expertvraag(vraag.id).to_string()),
        });
        let vragen = vragen.collect();
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
            versies: beeld.versie.as_ref().map(|_| Pad::PlanVersies(beeld.gezin).to_string()),
            regievormen,
            vragen,
            expertvorm,
            achttien: beeld.achttien.then(|| Pad::Achttien(beeld.gezin).to_string()),
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
        use crate::bezoek::Paren;
        use crate::monster::plan;
        use stelsel::plan::Soort;
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
        .map(|t| delen::hulp(k, t, beeld.toegang.delen, wijzig(beeld, t)))
        .collect();
    let running = hulp.iter().any(|h| !h.klaar);
    let vraagt_aan = beeld.schrijft && punt.wat.bron == Bron::Jeugdwet && !running;
    let refused = beeld.geweigerd.iter().filter(|line| line.regel == punt.nr);
    RegelRegel {
        geweigerd: refused
            .map(|line| {
                let why: Vec<_> =
                    line.codes.iter().map(|(code, words)| format!("{words} ({code})")).collect();
                k.t1("plan-geweigerd", "waarom", why.join(" "))
            })
            .collect(),
        nr: punt.nr,
        wat: punt.wat.wat.to_string(),
        wie: delen::wie(k, &beeld.leden, &punt.wat),
        bron: delen::bron(k, &punt.wat),
        // Of vraagt_aan that was allocated, the messages tell from when until when.
        periode: if hulp.is_empty() { delen::periode(k, &punt.wat) } else { String::new() },
        doelen: punt.wat.doelen.iter().filter_map(|nr| delen::doel(&beeld.plan, *nr)).collect(),
        wacht: delen::wacht(k, &punt.wat, beeld.stand),
        over: if hulp.is_empty() { !punt.wat.is_current(beeld.stand) } else { hulp.iter().all(|h| h.klaar) },
        toewijzen: vraagt_aan
            .then(|| Pad::PlanHulp(beeld.gezin).met(&[("regel", Some(&punt.nr.to_string()))])),
        vorm: beeld.schrijft.then(|| forms.regel(Some(punt))),
        hulp,
    }
}

/// Where an allocation that still counts is changed.
fn wijzig(beeld: &PlanBeeld, t: &register::beeld::PlanToewijzing) -> Option<String> {
    let open = beeld.schrijft && is_actueel(&t.beeld.stand);
    let key = format!("{}/{}", t.beeld.toewijzing.gemeente, t.beeld.toewijzing.nummer);
    open.then(|| Pad::PlanHulp(beeld.gezin).met(&[("toewijzing", Some(&key))]))
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
