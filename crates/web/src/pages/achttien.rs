//! Coming of age: one time line per young person, with what was agreed per part of life and who acts.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{AchttienBeeld, Gedaan, Jongere};
use stelsel::achttien::{Afspraak, Leefgebied, Overgang};
use stelsel::plan::{Bron, Einde, Woorden};
use stelsel::{Gezin, Id, Persoon};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::gezin::is_actueel;
use crate::vorm::{Getypt, Invoer, Maker, Veld, Vorm};
use crate::woorden;

/// The page.
#[derive(Template)]
#[template(path = "achttien.html")]
pub(crate) struct AchttienPagina {
    k: Kader,
    titel: String,
    terug: String,
    melding: Option<(bool, String)>,
    jongeren: Vec<Lijn>,
}

/// A young person.
struct Lijn {
    id: String,
    naam: String,
    handelt: String,
    momenten: Vec<Moment>,
    /// Help that the Jeugdwet ends.
    hulp: Vec<String>,
    leefgebieden: Vec<(String, Option<(String, String)>)>,
    /// Somebody else was first: what was typed, per part of life.
    botsing: Option<Vec<(String, String)>>,
    vorm: Option<Vorm>,
}

/// Something that changes.
struct Moment {
    dag: String,
    leeftijd: String,
    wet: String,
    zin: String,
    bron: String,
    aanname: bool,
    voorbij: bool,
}

/// What was typed and not stored.
#[derive(Default)]
pub(crate) struct Gebeurd {
    melding: Option<(bool, String)>,
    botsing: Option<(Id<Persoon>, Overgang)>,
    getypt: Option<Getypt>,
}

impl AchttienPagina {
    pub(crate) fn new(k: Kader, beeld: &AchttienBeeld, sleutel: &str, gebeurd: Gebeurd) -> Self {
        let jongeren =
            beeld.jongeren.iter().map(|jongere| lijn(&k, beeld, jongere, sleutel, &gebeurd)).collect();
        Self {
            titel: k.t1("plan-achttien-titel", "naam", beeld.naam.as_str()),
            terug: Pad::Plan(beeld.gezin).to_string(),
            melding: gebeurd.melding,
            jongeren,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = crate::monster::plan::achttien(nasty);
        let mine = beeld.jongeren[0].overgang.clone();
        let clash = Gebeurd {
            botsing: Some((beeld.jongeren[0].persoon.id, mine)),
            melding: Some((false, k.t("plan-botsing"))),
            getypt: None,
        };
        let empty = AchttienBeeld { jongeren: Vec::new(), ..beeld.clone() };
        let page = |beeld: &AchttienBeeld, gebeurd| Self::new(k.clone(), beeld, &"0".repeat(32), gebeurd);
        vec![
            ("achttien", page(&beeld, Gebeurd::default())),
            ("achttien-botsing", page(&beeld, clash)),
            ("achttien-leeg", page(&empty, Gebeurd::default())),
        ]
    }
}

fn lijn(k: &Kader, beeld: &AchttienBeeld, jongere: &Jongere, sleutel: &str, gebeurd: &Gebeurd) -> Lijn {
    let momenten = jongere.lijn.iter().map(|(day, change)| Moment {
        dag: k.datum(*day),
        leeftijd: leeftijd(k, jongere.geboren, *day),
        wet: k.t(&format!("plan-wet-{}", change.wet.key())),
        zin: k.t(&format!("plan-achttien-{}", change.key)),
        bron: change.bron.to_owned(),
        aanname: change.aanname,
        voorbij: *day <= beeld.stand,
    });
    let said = |overgang: &Overgang, gebied: Leefgebied| overgang.over(gebied).cloned().unwrap_or_default();
    let areas = Leefgebied::ALL.iter().map(|gebied| {
        let now = said(&jongere.overgang, *gebied);
        let filled = !now.woorden.is_empty() || !now.wie.is_empty();
        (
            k.t(&format!("plan-leefgebied-{}", gebied.key())),
            filled.then(|| (now.woorden.to_string(), now.wie.to_string())),
        )
    });
    let clash = gebeurd.botsing.as_ref().filter(|(id, _)| *id == jongere.persoon.id).map(|(_, mine)| mine);
    let kind = jongere.persoon.id.to_string();
    let vorm = beeld.schrijft.then(|| {
        let typed = gebeurd.getypt.as_ref().filter(|form| form.nr == kind);
        let m = Maker { k, voor: format!("o{kind}"), getypt: typed };
        let known = clash.unwrap_or(&jongere.overgang);
        let mut velden: Vec<Veld> = Vec::new();
        for gebied in Leefgebied::ALL {
            let now = said(known, *gebied);
            let (words, who) = namen(*gebied);
            velden.push(m.veld(words, now.woorden.as_str(), Invoer::Gebied));
            velden.push(m.veld(who, now.wie.as_str(), Invoer::Regel(Vec::new())));
        }
        Vorm {
            naar: Pad::Achttien(beeld.gezin).to_string(),
            doe: "overgang",
            sleutel: sleutel.to_owned(),
            mee: vec![("nr", kind.clone()), ("versie", jongere.versie.to_string())],
            velden,
            knop: k.t("plan-bewaar"),
            weg: None,
            open: clash.is_some() || typed.is_some(),
            titel: k.t("plan-overgang-schrijf"),
        }
    });
    Lijn {
        naam: jongere.persoon.naam.full(),
        handelt: k.t1(
            &format!("plan-handelt-{}", jongere.handelt.key()),
            "wie",
            jongere.persoon.naam.given(),
        ),
        momenten: momenten.collect(),
        hulp: hulp(k, beeld, jongere),
        leefgebieden: areas.collect(),
        botsing: clash.map(|mine| {
            let all = Leefgebied::ALL.iter().map(|gebied| {
                (k.t(&format!("plan-leefgebied-{}", gebied.key())), said(mine, *gebied).woorden.to_string())
            });
            all.filter(|(_, words)| !words.is_empty()).collect()
        }),
        vorm,
        id: kind,
    }
}

/// Sixteen, or seventeen and a half.
fn leeftijd(k: &Kader, geboren: jiff::civil::Date, dag: jiff::civil::Date) -> String {
    let span = geboren.until((jiff::Unit::Year, dag)).unwrap_or_default();
    let key = if span.get_months() >= 6 { "plan-leeftijd-half" } else { "plan-leeftijd" };
    k.t1(key, "jaar", i32::from(span.get_years()))
}

/// Help by the Jeugdwet that would go on after the eighteenth birthday: it shows itself, nobody has to look for it.
fn hulp(k: &Kader, beeld: &AchttienBeeld, jongere: &Jongere) -> Vec<String> {
    let birthday = stelsel::achttien::Wanneer::Leeftijd(18, 0).dag(jongere.geboren);
    let of_lines = beeld.plan.regels.iter().filter(|line| {
        let until = match line.wat.einde {
            Einde::Tot(last) => last >= birthday,
            Einde::Open | Einde::Waakvlam => true,
        };
        let told = beeld.toewijzingen.iter().any(|t| t.regel == Some(line.nr));
        line.wat.voor == Some(jongere.persoon.id) && line.wat.bron == Bron::Jeugdwet && until && !told
    });
    let of_lines = of_lines.map(|line| line.wat.wat.to_string());
    let allocated = beeld.toewijzingen.iter().filter(|t| {
        t.beeld.persoon == jongere.persoon.id
            && is_actueel(&t.beeld.stand)
            && t.beeld.toewijzing.eind.is_none_or(|last| last >= birthday.yesterday().unwrap_or(birthday))
    });
    let allocated = allocated.map(|t| {
        let period = woorden::van_tot(k, t.beeld.toewijzing.ingang, t.beeld.toewijzing.eind);
        format!("{} · {period}", woorden::product(k, &t.beeld.toewijzing.product))
    });
    allocated.chain(of_lines).collect()
}

/// The fields of a part of life.
const fn namen(gebied: Leefgebied) -> (&'static str, &'static str) {
    match gebied {
        Leefgebied::Onderwijs => ("onderwijs", "onderwijs-wie"),
        Leefgebied::Werk => ("werk", "werk-wie"),
        Leefgebied::Inkomen => ("inkomen", "inkomen-wie"),
        Leefgebied::Wonen => ("wonen", "wonen-wie"),
        Leefgebied::Veiligheid => ("veiligheid", "veiligheid-wie"),
    }
}

fn read(form: &Paren) -> Result<Overgang, Vec<(&'static str, &'static str)>> {
    let mut faults = Vec::new();
    let mut words = |name: &'static str| {
        Woorden::new(form.raw(name).unwrap_or_default()).unwrap_or_else(|_| {
            faults.push((name, "plan-fout-lang"));
            Woorden::default()
        })
    };
    let areas = Leefgebied::ALL.iter().map(|gebied| {
        let (said, who) = namen(*gebied);
        (*gebied, Afspraak { woorden: words(said), wie: words(who) })
    });
    let leefgebieden = areas.collect();
    if faults.is_empty() { Ok(Overgang { leefgebieden }) } else { Err(faults) }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.achttien(id)).await?;
    let melding = done.then(|| (true, k.t("plan-gedaan")));
    let gebeurd = Gebeurd { melding, ..Gebeurd::default() };
    pagina(&AchttienPagina::new(k, &beeld, &register::Register::form_key()?, gebeurd))
}

/// Takes the form of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let kind: Id<Persoon> = form.get("nr").and_then(|id| Id::parse(id).ok()).ok_or(Fout::Verzoek)?;
    let versie: i64 = form.get("versie").and_then(|n| n.parse().ok()).ok_or(Fout::Verzoek)?;
    let (status, botsing, getypt) = match read(&form) {
        Ok(overgang) => {
            let mine = overgang.clone();
            let write = move |r: &register::Register, wie: &stelsel::Identiteit| {
                r.write_transition(wie, id, (kind, versie), overgang, &sleutel)
            };
            match bezoek.doe(write).await? {
                Gedaan::Opgeslagen(..) => {
                    let to = Pad::Achttien(id).met(&[("gedaan", Some("ja"))]);
                    return Ok(Redirect::to(&to).into_response());
                }
                Gedaan::Nieuwer(_) => (StatusCode::CONFLICT, Some((kind, mine)), None),
            }
        }
        Err(fouten) => {
            let nr = form.get("nr").unwrap_or_default().to_owned();
            let typed = Getypt { doe: "overgang".into(), nr, paren: form, fouten };
            (StatusCode::BAD_REQUEST, None, Some(typed))
        }
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.achttien(id)).await?;
    let key = if botsing.is_some() { "plan-botsing-uitleg" } else { "plan-kijk-na" };
    let gebeurd = Gebeurd { melding: Some((false, k.t(key))), botsing, getypt };
    pagina_met(status, &AchttienPagina::new(k, &beeld, &register::Register::form_key()?, gebeurd))
}
