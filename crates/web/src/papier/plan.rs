//! The plan of a family as a document.

use jiff::Timestamp;
use papier::{Block, Column, Document, Run};
use register::beeld::PlanBeeld;
use stelsel::Rol;
use stelsel::persoon::GezinsRol;
use stelsel::plan::{Doelstand, Punt, Regel, Stap};

use crate::kader::Kader;
use crate::pages::plan::delen;
use crate::woorden;

/// Makes the document, in the language of the reader and as far as it is open to them.
pub(crate) fn document(k: &Kader, beeld: &PlanBeeld, made: Timestamp) -> Document {
    let plan = &beeld.plan;
    let title = k.t1("papier-plan-titel", "naam", beeld.naam.as_str());
    let mut blocks = vec![Block::Heading(1, title.clone())];
    if k.wie.as_ref().is_some_and(|wie| wie.rol == Rol::Gezinslid) {
        blocks.push(Block::text(k.t("papier-plan-intro")));
    }
    let mut names: Vec<_> = beeld.leden.iter().collect();
    names.sort_by_key(|lid| lid.rol != GezinsRol::Jeugdige);
    let names: Vec<String> = names.iter().map(|lid| lid.naam.given()).collect();
    let regisseur = delen::regisseur(k, &beeld.regie).unwrap_or_else(|| k.t("plan-geen-regisseur-kort"));
    let regie: Vec<String> = [regisseur].into_iter().chain(delen::regie(k, &beeld.regie)).collect();
    blocks.push(Block::Facts(vec![
        (k.t("papier-plan-leden"), names.join(", ")),
        (k.t("papier-plan-regie"), regie.join("\n")),
        (k.t("papier-plan-stand"), k.datum(beeld.stand)),
    ]));
    blocks.push(Block::Heading(2, k.t("plan-gewoon")));
    blocks.push(words(k, plan.gewoon.tekst.as_str()));
    doelen(k, beeld, &mut blocks);
    regels(k, beeld, &mut blocks);
    stappen(k, beeld, &mut blocks);
    terugkijken(k, beeld, &mut blocks);
    blocks.push(Block::Heading(2, k.t("plan-slot")));
    blocks.push(words(k, plan.slot.tekst.as_str()));
    Document {
        title,
        lang: k.taal.tag().to_owned(),
        author: "Leerloop".to_owned(),
        made,
        footer: k.t1("papier-plan-voet", "naam", beeld.naam.as_str()),
        page_words: (k.t("papier-bladzijde"), k.t("papier-van")),
        blocks,
    }
}

/// Somebody's own words, or that there are none yet.
fn words(k: &Kader, text: &str) -> Block {
    if text.is_empty() { Block::text(k.t("papier-plan-leeg")) } else { Block::Quote(vec![Run::plain(text)]) }
}

fn doelen(k: &Kader, beeld: &PlanBeeld, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, k.t("plan-doelen")));
    if beeld.plan.doelen.is_empty() {
        blocks.push(Block::text(k.t("papier-plan-leeg")));
        return;
    }
    let mut goals: Vec<_> = beeld.plan.doelen.iter().map(|punt| &punt.wat).collect();
    goals.sort_by_key(|doel| doel.stand != Doelstand::Loopt);
    let row = |doel: &&stelsel::plan::Doel| {
        let whose = doel.voor.map_or_else(|| k.t("plan-hele-gezin"), |id| delen::naam(k, &beeld.leden, id));
        vec![doel.tekst.to_string(), whose, k.t(&format!("plan-doel-{}", doel.stand.key()))]
    };
    blocks.push(Block::Table {
        columns: vec![
            Column::new(k.t("papier-plan-doel-kolom"), 4.0),
            Column::new(k.t("papier-plan-van-wie"), 2.0),
            Column::new(k.t("papier-plan-hoe"), 2.0),
        ],
        rows: goals.iter().map(row).collect(),
    });
}

/// The columns of what is done.
fn columns(k: &Kader) -> Vec<Column> {
    vec![
        Column::new(k.t("papier-plan-wat"), 3.2),
        Column::new(k.t("papier-plan-wie"), 2.6),
        Column::new(k.t("papier-plan-uit"), 1.7),
        Column::new(k.t("papier-plan-tot-wanneer"), 2.3),
    ]
}

fn regels(k: &Kader, beeld: &PlanBeeld, blocks: &mut Vec<Block>) {
    let current = |punt: &&Punt<Regel>| {
        let mut help = beeld.toewijzingen.iter().filter(|t| t.regel == Some(punt.nr)).peekable();
        if help.peek().is_none() {
            return punt.wat.is_current(beeld.stand);
        }
        help.any(|t| crate::pages::gezin::is_actueel(&t.beeld.stand))
    };
    let (now, over): (Vec<_>, Vec<_>) = beeld.plan.regels.iter().partition(current);
    blocks.push(Block::Heading(2, k.t("plan-regels")));
    if now.is_empty() {
        blocks.push(Block::text(k.t("papier-plan-leeg")));
    } else {
        let rows = now.iter().map(|punt| regel(k, beeld, punt)).collect();
        blocks.push(Block::Table { columns: columns(k), rows });
    }
    let los: Vec<Vec<String>> = delen::los(beeld)
        .map(|t| {
            let help = delen::hulp(k, t, beeld.toegang.delen, None);
            let who = woorden::aanbieder(t.beeld.aanbieder.as_ref(), t.beeld.toewijzing.aanbieder);
            let voor = k.t1("plan-voor", "wie", delen::naam(k, &beeld.leden, t.beeld.persoon));
            let period = woorden::van_tot(k, t.beeld.toewijzing.ingang, t.beeld.toewijzing.eind);
            let what = k.vorm(t.beeld.toewijzing.product.hulpvorm());
            vec![
                what,
                format!("{who} · {voor}"),
                k.t("plan-bron-jeugdwet"),
                format!("{period}\n{}", help.stand),
            ]
        })
        .collect();
    if !los.is_empty() {
        blocks.push(Block::Heading(3, k.t("papier-plan-hulp")));
        blocks.push(Block::Table { columns: columns(k), rows: los });
    }
    if !over.is_empty() {
        blocks.push(Block::Heading(3, k.t("papier-plan-voorbij")));
        let rows = over.iter().map(|punt| regel(k, beeld, punt)).collect();
        blocks.push(Block::Table { columns: columns(k), rows });
    }
}

/// A line: what, who and for whom, from which law, and from when until when with how it really stands.
fn regel(k: &Kader, beeld: &PlanBeeld, punt: &Punt<Regel>) -> Vec<String> {
    let regel = &punt.wat;
    let help: Vec<_> = beeld.toewijzingen.iter().filter(|t| t.regel == Some(punt.nr)).collect();
    let mut when = if help.is_empty() { vec![delen::periode(k, regel)] } else { Vec::new() };
    for t in help {
        when.push(woorden::van_tot(k, t.beeld.toewijzing.ingang, t.beeld.toewijzing.eind));
        when.push(woorden::stand(k, &t.beeld.stand, &t.beeld.toewijzing));
    }
    let goals = regel.doelen.iter().filter_map(|nr| delen::doel(&beeld.plan, *nr));
    let goals = goals.map(|doel| k.t1("plan-bij-doel", "doel", doel));
    let what: Vec<String> =
        [regel.wat.to_string()].into_iter().chain(goals).chain(delen::wacht(k, regel, beeld.stand)).collect();
    vec![what.join("\n"), delen::wie(k, &beeld.leden, regel), delen::bron(k, regel).0, when.join("\n")]
}

fn stappen(k: &Kader, beeld: &PlanBeeld, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, k.t("plan-stappen")));
    if beeld.plan.stappen.is_empty() {
        blocks.push(Block::text(k.t("papier-plan-leeg")));
        return;
    }
    let mut steps: Vec<&Stap> = beeld.plan.stappen.iter().map(|punt| &punt.wat).collect();
    steps.sort_by_key(|stap| stap.klaar.is_some());
    let row = |stap: &&Stap| {
        let who = (!stap.wie.is_empty()).then(|| stap.wie.to_string());
        let when = match (stap.klaar, stap.wanneer) {
            (Some(day), _) => Some(k.t1("plan-stap-klaar", "dag", k.datum(day))),
            (None, Some(day)) => Some(k.t1("plan-stap-voor", "dag", k.datum(day))),
            (None, None) => None,
        };
        let more: Vec<String> = who.into_iter().chain(when).collect();
        vec![stap.tekst.to_string(), more.join(" · ")]
    };
    blocks.push(Block::Table {
        columns: vec![
            Column::new(k.t("papier-plan-stap-kolom"), 3.0),
            Column::new(k.t("papier-plan-wanneer"), 2.0),
        ],
        rows: steps.iter().map(row).collect(),
    });
}

fn terugkijken(k: &Kader, beeld: &PlanBeeld, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, k.t("plan-evaluaties")));
    if beeld.plan.evaluaties.is_empty() {
        blocks.push(Block::text(k.t("papier-plan-leeg")));
        return;
    }
    for punt in &beeld.plan.evaluaties {
        let with = &punt.wat.wie;
        let who = if with.is_empty() { String::new() } else { format!(" · {with}") };
        blocks.push(Block::Heading(3, format!("{}{who}", k.datum(punt.wat.dag))));
        let Some(came) = &punt.wat.uitkomst else { continue };
        if !came.woorden.is_empty() {
            blocks.push(Block::text(came.woorden.as_str()));
        }
        let per: Vec<Vec<Run>> = came
            .per_doel
            .iter()
            .filter_map(|(nr, said)| {
                let goal = k.t1("plan-uitkomst-doel", "doel", delen::doel(&beeld.plan, *nr)?);
                Some(vec![Run::strong(format!("{goal}: ")), Run::plain(said.as_str())])
            })
            .collect();
        if !per.is_empty() {
            blocks.push(Block::List { numbered: false, items: per });
        }
    }
}
