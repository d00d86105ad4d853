//! The parts of a plan in words.

use register::beeld::{Bezorging, PlanBeeld, PlanToewijzing, Regie, Regisseur};
use stelsel::plan::{Doelstand, Einde, Inhoud, Plan, Regel, Wachtklok};
use stelsel::toegang::{Deel, Delen};
use stelsel::{Cent, Id, Persoon};

use crate::kader::Kader;
use crate::pages::gezin::is_actueel;
use crate::vorm::Vorm;
use crate::woorden;

/// A goal.
pub(crate) struct DoelRegel {
    pub(crate) tekst: String,
    pub(crate) voor: Option<String>,
    pub(crate) stand: Option<(String, &'static str)>,
    pub(crate) vorm: Option<Vorm>,
}

/// A line of the arrangement.
pub(crate) struct RegelRegel {
    pub(crate) nr: u32,
    pub(crate) wat: String,
    /// Who, for whom, where.
    pub(crate) wie: String,
    pub(crate) bron: (String, &'static str),
    pub(crate) periode: String,
    pub(crate) doelen: Vec<String>,
    pub(crate) wacht: Option<String>,
    pub(crate) over: bool,
    pub(crate) hulp: Vec<HulpStand>,
    /// What the provider refused, and why.
    pub(crate) geweigerd: Vec<String>,
    /// Where it becomes an allocation.
    pub(crate) toewijzen: Option<String>,
    pub(crate) vorm: Option<Vorm>,
}

/// How an allocation really stands.
pub(crate) struct HulpStand {
    pub(crate) wat: String,
    pub(crate) stand: String,
    pub(crate) klasse: &'static str,
    pub(crate) meer: String,
    /// It is over.
    pub(crate) klaar: bool,
    /// Where it is changed or ended.
    pub(crate) wijzig: Option<String>,
}

/// A small step.
pub(crate) struct StapRegel {
    pub(crate) nr: u32,
    pub(crate) tekst: String,
    pub(crate) meer: String,
    pub(crate) klaar: bool,
    pub(crate) voorbij: bool,
    pub(crate) vorm: Option<Vorm>,
}

/// A moment to look back.
pub(crate) struct EvaluatieRegel {
    pub(crate) dag: String,
    pub(crate) wie: String,
    pub(crate) voorbij: bool,
    pub(crate) uitkomst: Option<String>,
    pub(crate) per_doel: Vec<(String, String)>,
    pub(crate) vorm: Option<Vorm>,
}

/// Whom something is about.
pub(crate) fn naam(k: &Kader, leden: &[Persoon], id: Id<Persoon>) -> String {
    leden.iter().find(|lid| lid.id == id).map_or_else(|| k.t("iemand"), |lid| lid.naam.given())
}

pub(crate) const fn doelklasse(stand: Doelstand) -> &'static str {
    match stand {
        Doelstand::Loopt => "",
        Doelstand::Genoeg => "groen",
        Doelstand::Losgelaten => "grijs",
    }
}

/// Who does a line, for whom, and where.
pub(crate) fn wie(k: &Kader, leden: &[Persoon], regel: &Regel) -> String {
    let voor = match regel.voor {
        Some(id) => k.t1("plan-voor", "wie", naam(k, leden, id)),
        None => k.t("plan-voor-allen"),
    };
    let waar = regel.waar.map(|waar| k.t(&format!("plan-plek-{}", waar.key())));
    let who = (!regel.wie.is_empty()).then(|| regel.wie.to_string());
    who.into_iter().chain([voor]).chain(waar).collect::<Vec<_>>().join(" · ")
}

/// From which law, fund or ordinary life, with its colour.
pub(crate) fn bron(k: &Kader, regel: &Regel) -> (String, &'static str) {
    use stelsel::plan::Bron;
    let name = k.t(&format!("plan-bron-{}", regel.bron.key()));
    let words = if regel.bron_naam.is_empty() { name } else { format!("{name}: {}", regel.bron_naam) };
    let colour = match regel.bron {
        Bron::EigenNetwerk => "groen",
        Bron::Jeugdwet => "warm",
        Bron::Anders | Bron::Fonds => "grijs",
        _ => "",
    };
    (words, colour)
}

pub(crate) fn periode(k: &Kader, regel: &Regel) -> String {
    let tot = match regel.einde {
        Einde::Tot(last) => Some(last),
        Einde::Open => None,
        Einde::Waakvlam => {
            let from = regel.van.map(|van| k.t1("plan-sinds", "dag", k.datum(van)));
            return from.into_iter().chain([k.t("plan-waakvlam")]).collect::<Vec<_>>().join(" · ");
        }
    };
    match (regel.van, tot) {
        (Some(van), tot) => woorden::van_tot(k, van, tot),
        (None, Some(last)) => k.t1("plan-tot", "dag", k.datum(last)),
        (None, None) => k.t("plan-zonder-einde"),
    }
}

/// What is waited for, and how long already.
pub(crate) fn wacht(k: &Kader, regel: &Regel, stand: jiff::civil::Date) -> Option<String> {
    let wacht = regel.wacht.as_ref()?;
    let days = wacht.sinds.until(stand).map_or(0, |span| span.get_days()).max(0);
    let what = if wacht.waarop.is_empty() { k.t("plan-een-antwoord") } else { wacht.waarop.to_string() };
    let why = k.t(&format!("plan-wacht-{}", wacht.reden.key()));
    Some(k.tx("plan-wacht-zin", &[("n", days.into()), ("waarop", what.into()), ("reden", why.into())]))
}

/// How an allocation stands, with what was claimed.
pub(crate) fn hulp(k: &Kader, t: &PlanToewijzing, open: Delen, wijzig: Option<String>) -> HulpStand {
    let beeld = &t.beeld;
    let who = woorden::aanbieder(beeld.aanbieder.as_ref(), beeld.toewijzing.aanbieder);
    let sent = match t.bezorging {
        Bezorging::Klaar => Some(k.t("plan-bericht-klaar")),
        Bezorging::Verstuurd => Some(k.t("plan-bericht-verstuurd")),
        Bezorging::Aangenomen => Some(k.t("plan-bericht-aangenomen")),
        Bezorging::Onbekend => None,
    };
    let period = woorden::van_tot(k, beeld.toewijzing.ingang, beeld.toewijzing.eind);
    let much = woorden::omvang(k, beeld.toewijzing.omvang.as_ref(), beeld.toewijzing.budget);
    let claimed = beeld
        .gedeclareerd
        .filter(|sum| *sum != Cent::NUL && open.has(Deel::Bedragen))
        .map(|sum| k.t1("gedeclareerd", "bedrag", k.euro(sum)));
    let more = [Some(period), much, claimed, sent];
    HulpStand {
        wat: format!("{} · {who}", woorden::product(k, &beeld.toewijzing.product)),
        stand: woorden::stand(k, &beeld.stand, &beeld.toewijzing),
        klasse: woorden::klasse(&beeld.stand),
        meer: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        klaar: !is_actueel(&beeld.stand),
        wijzig,
    }
}

/// Who coordinates, in a sentence; nothing when there is nobody.
pub(crate) fn regisseur(k: &Kader, regie: &Regie) -> Option<String> {
    let now = regie.nu.as_ref()?;
    Some(k.tx("plan-regisseur", &[("wie", wie_is(k, now).into()), ("dag", k.datum(dag(now.van)).into())]))
}

pub(crate) fn wie_is(k: &Kader, wie: &Regisseur) -> String {
    if wie.naam.is_empty() { k.rol(wie.rol) } else { wie.naam.clone() }
}

pub(crate) fn dag(moment: jiff::Timestamp) -> jiff::civil::Date {
    stelsel::klok::dutch_day(moment)
}

/// Who takes over and who stands in, in sentences.
pub(crate) fn regie(k: &Kader, regie: &Regie) -> Vec<String> {
    let next = regie.straks.iter().map(|wie| {
        k.tx(
            "plan-regisseur-straks",
            &[("wie", wie_is(k, wie).into()), ("dag", k.datum(dag(wie.van)).into())],
        )
    });
    let cover = regie.vervangers.iter().map(|wie| match wie.tot {
        // Until the first moment of the day after.
        Some(tot) => {
            let last = dag(tot).yesterday().unwrap_or_default();
            k.tx("plan-vervanger-tot", &[("wie", wie_is(k, wie).into()), ("dag", k.datum(last).into())])
        }
        None => k.t1("plan-vervanger", "wie", wie_is(k, wie)),
    });
    next.chain(cover).collect()
}

/// A clock, in a sentence about what the family waits for.
pub(crate) fn klok(k: &Kader, klok: &Wachtklok, plan: &Plan, leden: &[Persoon]) -> String {
    let who = klok.persoon.map(|id| naam(k, leden, id));
    klok_zin(k, klok, &plan.waarover(klok).or(who).unwrap_or_default())
}

/// The sentence of a clock, of which is known what it is about.
pub(crate) fn klok_zin(k: &Kader, klok: &Wachtklok, what: &str) -> String {
    let args = [("n", klok.dagen.into()), ("wat", what.into()), ("dag", k.datum(klok.sinds).into())];
    k.tx(&format!("plan-klok-{}", klok.soort.key()), &args)
}

/// What a part says, as lines of label and text: to lay beside what somebody else wrote.
pub(crate) fn in_woorden(k: &Kader, inhoud: &Inhoud, leden: &[Persoon]) -> Vec<(String, String)> {
    let field = |name: &str, text: String| (k.t(&format!("plan-veld-{name}")), text);
    let person = |id: Option<Id<Persoon>>| id.map_or_else(|| k.t("plan-hele-gezin"), |id| naam(k, leden, id));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| k.datum(day)).unwrap_or_default();
    let lines = match inhoud {
        Inhoud::Gewoon(tekst) | Inhoud::Slot(tekst) => vec![field("tekst", tekst.to_string())],
        Inhoud::Doel(doel) => vec![
            field("tekst", doel.tekst.to_string()),
            field("voor", person(doel.voor)),
            field("stand", k.t(&format!("plan-doel-{}", doel.stand.key()))),
        ],
        Inhoud::Regel(regel) => vec![
            field("wat", regel.wat.to_string()),
            field("wie", wie(k, leden, regel)),
            field("bron", bron(k, regel).0),
            field("tot", periode(k, regel)),
            field("wacht-op", regel.wacht.as_ref().map(|w| w.waarop.to_string()).unwrap_or_default()),
        ],
        Inhoud::Stap(stap) => vec![
            field("tekst", stap.tekst.to_string()),
            field("wie", stap.wie.to_string()),
            field("voor", person(stap.voor)),
            field("wanneer", day(stap.wanneer)),
            field("klaar", day(stap.klaar)),
        ],
        Inhoud::Evaluatie(evaluatie) => {
            let came = evaluatie.uitkomst.as_ref();
            vec![
                field("dag", k.datum(evaluatie.dag)),
                field("wie", evaluatie.wie.to_string()),
                field("uitkomst", came.map(|came| came.woorden.to_string()).unwrap_or_default()),
            ]
        }
    };
    lines.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The goal by its number.
pub(crate) fn doel(plan: &Plan, nr: u32) -> Option<String> {
    plan.doel(nr).map(|doel| doel.wat.tekst.to_string())
}

/// The allocations that are not on a line and still matter.
pub(crate) fn los(beeld: &PlanBeeld) -> impl Iterator<Item = &PlanToewijzing> {
    beeld.toewijzingen.iter().filter(|t| t.regel.is_none() && is_actueel(&t.beeld.stand))
}
