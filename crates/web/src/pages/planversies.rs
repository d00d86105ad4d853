//! Every version of a plan: who changed what, and the plan as it was.

use askama::Template;
use axum::response::Response;
use register::beeld::{PlanVersie, PlanVersieBeeld};
use stelsel::{Gezin, Id};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::plan::delen;

/// The page.
#[derive(Template)]
#[template(path = "planversies.html")]
pub(crate) struct PlanversiesPagina {
    k: Kader,
    titel: String,
    terug: String,
    versies: Vec<Regel>,
    toen: Option<Toen>,
}

struct Regel {
    titel: String,
    wat: String,
    naar: String,
    hier: bool,
}

/// The plan as it was.
struct Toen {
    titel: String,
    /// Heading, and per part its lines of label and text.
    #[expect(clippy::type_complexity, reason = "heading, parts, lines")]
    delen: Vec<(String, Vec<Vec<(String, String)>>)>,
}

impl PlanversiesPagina {
    pub(crate) fn new(k: Kader, beeld: &PlanVersieBeeld) -> Self {
        let read = beeld.gelezen.as_ref().map(|(versie, _)| versie.versie);
        let versies = beeld.versies.iter().map(|versie| Regel {
            titel: kop(&k, versie),
            wat: wat(&k, &versie.wat),
            naar: Pad::PlanVersies(beeld.gezin).met(&[("versie", Some(&versie.versie.to_string()))]),
            hier: Some(versie.versie) == read,
        });
        let toen = beeld.gelezen.as_ref().map(|(versie, plan)| {
            use stelsel::plan::Inhoud;
            let leden = beeld.leden.as_slice();
            let say = |inhoud: Inhoud| delen::in_woorden(&k, &inhoud, leden);
            let all = vec![
                ("plan-gewoon", vec![say(Inhoud::Gewoon(plan.gewoon.tekst.clone()))]),
                ("plan-doelen", plan.doelen.iter().map(|p| say(Inhoud::Doel(p.wat.clone()))).collect()),
                ("plan-regels", plan.regels.iter().map(|p| say(Inhoud::Regel(p.wat.clone()))).collect()),
                ("plan-stappen", plan.stappen.iter().map(|p| say(Inhoud::Stap(p.wat.clone()))).collect()),
                (
                    "plan-evaluaties",
                    plan.evaluaties.iter().map(|p| say(Inhoud::Evaluatie(p.wat.clone()))).collect(),
                ),
                ("plan-slot", vec![say(Inhoud::Slot(plan.slot.tekst.clone()))]),
            ];
            let filled = all.into_iter().map(|(key, parts): (&str, Vec<Vec<_>>)| {
                (k.t(key), parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>())
            });
            Toen { titel: kop(&k, versie), delen: filled.filter(|(_, parts)| !parts.is_empty()).collect() }
        });
        Self {
            titel: k.t1("plan-versies-titel", "naam", beeld.naam.as_str()),
            terug: Pad::Plan(beeld.gezin).to_string(),
            versies: versies.collect(),
            toen,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::plan::versies(nasty))
    }
}

fn kop(k: &Kader, versie: &PlanVersie) -> String {
    let wie = if versie.wie.is_empty() { k.t("iemand") } else { versie.wie.clone() };
    let args =
        [("versie", versie.versie.into()), ("wie", wie.into()), ("moment", k.moment(versie.wanneer).into())];
    k.tx("plan-versie", &args)
}

/// What changed, in words: the kind of part.
fn wat(k: &Kader, wat: &str) -> String {
    let kind = wat.split(' ').next().unwrap_or_default();
    let known = stelsel::plan::Soort::from_key(kind).map(|soort| k.t(&format!("plan-deel-{}", soort.key())));
    known.unwrap_or_else(|| k.t("plan-deel-samengevoegd"))
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let versie = query.get("versie").map(str::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.plan_versies(id, versie)).await?;
    pagina(&PlanversiesPagina::new(k, &beeld))
}
