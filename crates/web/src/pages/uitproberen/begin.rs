//! The list of what was kept, and the page where a choice is filled in.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{ScenarioRegel, ScenariosBeeld};
use register::{Lezing, Register};
use simulatie::scenario::{Fout as Misser, Scenario, Soort};
use simulatie::systeem::TABEL;
use stelsel::Id;

use super::formulier::{Bestand, van_scenario};
use super::velden::{Aannamegroep, Hefboomvelden, Lijstvelden, Maker, Schuif, Veld};
use super::woord::{fout, fout_in_bestand};
use crate::adres::{Pad, Poging};
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::oorzaken::{Keuze, proef};
use crate::proef::{HERHALINGEN, Stand, Vol};

/// The longest file that is read.
const LANGST: usize = 64 * 1024;

/// Files to begin with: the key of their words, and what they say.
pub(crate) const BEGIN: [(&str, &str); 2] = [
    ("alle-bouwstenen", include_str!("../../../../simulatie/scenarios/alle-bouwstenen.toml")),
    ("extra-geld", include_str!("../../../../simulatie/scenarios/extra-geld.toml")),
];

/// The page with what was kept.
#[derive(Template)]
#[template(path = "uitproberen.html")]
pub(crate) struct UitproberenPagina {
    k: Kader,
    rijen: Vec<Rij>,
    probeert: bool,
    nieuw: String,
    begin: Vec<(String, String, String)>,
    /// What one tries oneself now: name, address, how it is.
    bezig: Vec<Rij>,
}

struct Rij {
    titel: String,
    naar: String,
    waarom: String,
    wat: String,
}

impl UitproberenPagina {
    pub(super) fn new(k: Kader, beeld: &ScenariosBeeld, bezig: Vec<(String, String, String)>) -> Self {
        let line = |regel: &ScenarioRegel| {
            let wie = if regel.wie.is_empty() { k.t("iemand") } else { regel.wie.clone() };
            let args = [("wie", wie.into()), ("dag", k.moment(regel.wanneer).into())];
            Rij {
                titel: regel.naam.to_string(),
                naar: Pad::Scenario(regel.id).to_string(),
                waarom: regel.waarom.to_string(),
                wat: k.tx("up-bewaard-door", &args),
            }
        };
        let begin = BEGIN.iter().map(|(key, _)| {
            let naar = Pad::UitproberenNieuw.met(&[("van", Some(key))]);
            (naar, k.t(&format!("up-begin-{key}")), k.t(&format!("up-begin-{key}-uitleg")))
        });
        let bezig =
            bezig.into_iter().map(|(titel, naar, wat)| Rij { titel, naar, waarom: String::new(), wat });
        Self {
            rijen: beeld.regels.iter().map(line).collect(),
            probeert: beeld.probeert,
            nieuw: Pad::UitproberenNieuw.to_string(),
            begin: begin.collect(),
            bezig: bezig.collect(),
            k,
        }
    }
}

fn lees_lijst(lezing: &mut Lezing<'_>) -> Result<ScenariosBeeld, register::Fout> {
    lezing.scenarios()
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let proeven = bezoek.staat().proeven.clone();
    let own = proeven.van(&bezoek.wie().account);
    let (k, beeld) = bezoek.kijk("lijst".into(), lees_lijst).await?;
    let line = |proef: &std::sync::Arc<crate::proef::Proef>| {
        let wat = match proeven.stand(proef) {
            Stand::Wacht(_) => k.t("up-stand-wacht"),
            Stand::Bezig(_) => k.t("up-stand-bezig"),
            Stand::Klaar(_) => k.t("up-stand-klaar"),
            Stand::Mis(_) => k.t("up-stand-mis"),
        };
        (proef.scenario.naam.clone(), Pad::UitproberenPoging(proef.id).to_string(), wat)
    };
    let bezig = own.iter().map(line).collect();
    pagina(&UitproberenPagina::new(k, &beeld, bezig))
}

/// The page where a choice is filled in.
#[derive(Template)]
#[template(path = "uitproberen_nieuw.html")]
pub(crate) struct NieuwPagina {
    k: Kader,
    lijst: String,
    hier: String,
    script: String,
    sleutel: String,
    melding: Option<String>,
    naam: Veld,
    toelichting: Veld,
    hefbomen: Vec<Hefboomvelden>,
    afbakening: Option<Hefboomvelden>,
    begroting: Option<Lijstvelden>,
    lijsten: Vec<Lijstvelden>,
    jaren: Schuif,
    rest: Vec<Veld>,
    rest_open: bool,
    stelsel: Veld,
    onzekerheid: [(&'static str, String, bool); 2],
    lussen: Vec<(String, String, bool)>,
    lussen_open: bool,
    aannames: Vec<Aannamegroep>,
    aannames_open: bool,
    aantal: String,
    toml: String,
    /// By which one sees that somebody changed the file.
    toml_was: String,
    toml_fouten: Vec<String>,
}

/// What stands in the form, and what is wrong with it.
#[derive(Default)]
pub(super) struct Invoer {
    pub(super) typed: Paren,
    pub(super) fouten: BTreeMap<String, String>,
    pub(super) melding: Option<String>,
    /// A file as it was typed, with what is wrong with it; else it is made of the fields.
    pub(super) toml: Option<(String, Vec<String>)>,
}

impl NieuwPagina {
    pub(super) fn new(k: Kader, sleutel: String, invoer: Invoer) -> Self {
        let Invoer { typed, fouten, melding, toml } = invoer;
        let shown = Bestand::of(&typed).toml;
        let (toml, toml_fouten) = toml.unwrap_or_else(|| (shown.clone(), Vec::new()));
        let maker = Maker { k: &k, typed: &typed, fouten: &fouten };
        let label = |naam: &str| k.t(&format!("up-veld-{}", naam.replace('_', "-")));
        let field = |naam: &str| {
            let hint = k.t(&format!("up-hint-{}", naam.replace('_', "-")));
            maker.veld(naam, label(naam), Some(hint))
        };
        let mut hefbomen = maker.hefbomen();
        let afbakening = hefbomen.pop();
        let mut lijsten = maker.lijsten().into_iter();
        let begroting = lijsten.next();
        let chosen = typed.get("onzekerheid").unwrap_or("aannames");
        let lussen = maker.lussen();
        let aannames = maker.aannames();
        let rest = ["eerste_jaar", "herhalingen", "zaad"].map(field);
        let stelsel = field("stelselwijziging");
        Self {
            lijst: Pad::Uitproberen.to_string(),
            hier: Pad::UitproberenNieuw.to_string(),
            script: Pad::ScriptUitproberen.to_string(),
            sleutel,
            naam: field("naam"),
            toelichting: field("toelichting"),
            hefbomen,
            afbakening,
            begroting,
            lijsten: lijsten.collect(),
            jaren: maker.jaren(),
            rest_open: rest.iter().any(|one| one.fout.is_some()) || stelsel.fout.is_some(),
            rest: rest.into(),
            stelsel,
            onzekerheid: ["aannames", "toeval"]
                .map(|key| (key, k.t(&format!("up-onzekerheid-{key}")), chosen == key)),
            lussen_open: lussen.iter().any(|(.., plays)| !plays),
            lussen,
            aannames_open: aannames.iter().any(|group| group.open),
            aannames,
            aantal: k.t1("up-aannames-titel", "n", TABEL.len()),
            melding,
            toml_was: vingerafdruk(&shown),
            toml,
            toml_fouten,
            k,
        }
    }
}

/// A short mark of a text; a browser sends a text area without the spaces at its ends as we trim them here.
fn vingerafdruk(text: &str) -> String {
    format!("{:016x}", crate::pages::stijl::fnv1a(text.trim().as_bytes()))
}

/// The form as it begins: going on as now, without a name.
fn leeg() -> Paren {
    let mut form = van_scenario(&Scenario::default());
    form.0.retain(|(name, _)| name != "naam");
    form
}

pub(crate) async fn nieuw(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let van = query.get("van").map(str::to_owned);
    let kept = van.as_deref().and_then(|van| Id::parse(van).ok());
    let run = van.as_deref().and_then(|van| Id::<Poging>::parse(van).ok());
    let run = run.and_then(|id| bezoek.staat().proeven.find(id, &bezoek.wie().account));
    let looked = if run.is_some() { None } else { kept };
    let (k, kept) = bezoek
        .kijk("nieuw".into(), move |lezing| {
            lezing.probeert()?;
            looked.map(|id| lezing.scenario(id)).transpose()
        })
        .await?;
    let text = match (&run, &kept, van.as_deref()) {
        (Some(run), ..) => Some(run.toml.clone()),
        (_, Some(kept), _) => Some(kept.toml.clone()),
        (.., Some(van)) => {
            let begin = BEGIN.iter().find(|(key, _)| *key == van).ok_or(Fout::NietGevonden)?;
            Some(begin.1.to_owned())
        }
        // What was switched off on the causal map.
        _ if query.get("uit").is_some() => Some(proef::toml(&k, &Keuze::of(&query)?.proef)),
        _ => None,
    };
    let invoer = match text {
        None => Invoer { typed: leeg(), ..Invoer::default() },
        Some(text) => uit_bestand(&k, text),
    };
    pagina(&NieuwPagina::new(k, Register::form_key()?, invoer))
}

/// The form of a file; a file that does not hold stays as it is, with what is wrong with it.
fn uit_bestand(k: &Kader, text: String) -> Invoer {
    match lees(&text) {
        Ok(scenario) => Invoer { typed: van_scenario(&scenario), ..Invoer::default() },
        Err(wrong) => Invoer {
            typed: leeg(),
            melding: Some(k.t("up-bestand-mis")),
            toml: Some((text, wrong.iter().map(|one| fout_in_bestand(k, one)).collect())),
            ..Invoer::default()
        },
    }
}

/// Reads a file, within what the pages play.
fn lees(text: &str) -> Result<Scenario, Vec<Misser>> {
    if text.len() > LANGST {
        return Err(vec![Misser { regel: 1, sleutel: String::new(), soort: Soort::TeLang(LANGST) }]);
    }
    let scenario = Scenario::read(text)?;
    if scenario.herhalingen > HERHALINGEN {
        let regel = text.lines().position(|line| line.trim_start().starts_with("herhalingen"));
        let soort = Soort::Bereik(1.0, f64::from(u32::try_from(HERHALINGEN).unwrap_or(u32::MAX)));
        let regel = regel.map_or(1, |line| line + 1);
        return Err(vec![Misser { regel, sleutel: "herhalingen".to_owned(), soort }]);
    }
    Ok(scenario)
}

/// Takes a choice on, gives it as a file, or puts a file into the form.
pub(crate) async fn begin(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    // Written down before anything is done with it, and refused to who may not.
    bezoek.doe(|register, wie| register.try_choice(wie, "poging")).await?;
    let id: Id<Poging> = form.get("sleutel").and_then(|key| Id::parse(key).ok()).ok_or(Fout::Verzoek)?;
    let typed_file = form.raw("toml").unwrap_or_default().replace("\r\n", "\n");
    // A file that was changed comes back as it was typed.
    let changed = form.get("toml_was").is_some_and(|was| was != vingerafdruk(&typed_file));
    let as_file = matches!(form.get("doe"), Some("bestand" | "invullen"));
    let (text, file) = if as_file {
        (typed_file.clone(), None)
    } else {
        let file = Bestand::of(&form);
        (file.toml.clone(), Some(file))
    };
    let sleutel = Register::form_key()?;
    let read = match lees(&text) {
        Ok(scenario) => scenario,
        Err(wrong) => {
            let k = bezoek.kader().await?;
            let invoer = match file {
                Some(file) => {
                    let toml = changed.then(|| (typed_file, Vec::new()));
                    Invoer { toml, ..mis(&k, form, &file, &wrong) }
                }
                None => Invoer { typed: form, ..uit_bestand(&k, text) },
            };
            return pagina_met(StatusCode::BAD_REQUEST, &NieuwPagina::new(k, sleutel, invoer));
        }
    };
    match form.get("doe") {
        Some("toml") => {
            let name = "attachment; filename=\"scenario.toml\"";
            let headers = [(CONTENT_TYPE, "application/toml; charset=utf-8"), (CONTENT_DISPOSITION, name)];
            Ok((headers, text).into_response())
        }
        Some("invullen") => {
            let k = bezoek.kader().await?;
            let invoer =
                Invoer { typed: van_scenario(&read), melding: Some(k.t("up-ingevuld")), ..Invoer::default() };
            pagina(&NieuwPagina::new(k, sleutel, invoer))
        }
        Some("probeer" | "bestand") => {
            let proeven = &bezoek.staat().proeven;
            let account = bezoek.wie().account.clone();
            // Sent twice is tried once.
            let known = proeven.find(id, &account);
            let begun = known.map_or_else(|| proeven.begin(id, &account, text, read.clone()), Ok);
            match begun {
                Ok(proef) => Ok(Redirect::to(&Pad::UitproberenPoging(proef.id).to_string()).into_response()),
                Err(full) => {
                    let k = bezoek.kader().await?;
                    let key = match full {
                        Vol::VanUzelf => "up-vol-van-uzelf",
                        Vol::Overal => "up-vol",
                    };
                    let typed = if as_file { van_scenario(&read) } else { form };
                    let invoer = Invoer { typed, melding: Some(k.t(key)), ..Invoer::default() };
                    pagina_met(StatusCode::TOO_MANY_REQUESTS, &NieuwPagina::new(k, sleutel, invoer))
                }
            }
        }
        _ => Err(Fout::Verzoek),
    }
}

/// The form with what is wrong beside its fields.
fn mis(k: &Kader, typed: Paren, file: &Bestand, wrong: &[Misser]) -> Invoer {
    let mut fouten = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for one in wrong {
        match file.veld(&one.sleutel) {
            Some(field) => {
                // What is typed in hundredths is told in hundredths.
                let per = if field.ends_with("-niveau") || field.ends_with("-factor") { 100.0 } else { 1.0 };
                fouten.entry(field.to_owned()).or_insert_with(|| fout(k, one, per));
            }
            None => elsewhere.push(fout_in_bestand(k, one)),
        }
    }
    let mut melding = k.t1("up-kijk-na", "n", wrong.len());
    for line in elsewhere {
        melding = format!("{melding} {line}");
    }
    Invoer { typed, fouten, melding: Some(melding), toml: None }
}

#[cfg(test)]
impl UitproberenPagina {
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = |full, tries| crate::monster::scenario::lijst(nasty, full, tries);
        let own =
            vec![(crate::monster::of(nasty, "Mijn proef"), "/uitproberen".to_owned(), k.t("up-stand-bezig"))];
        vec![
            ("uitproberen", Self::new(k.clone(), &beeld(true, true), own)),
            ("uitproberen-lezer", Self::new(k.clone(), &beeld(true, false), Vec::new())),
            ("uitproberen-leeg", Self::new(k.clone(), &beeld(false, true), Vec::new())),
        ]
    }
}

#[cfg(test)]
impl NieuwPagina {
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let key = || "0".repeat(32);
        let begin = |text: &str| Self::new(k.clone(), key(), uit_bestand(k, text.to_owned()));
        let mut typed = leeg();
        let set = |typed: &mut Paren, name: &str, value: &str| {
            typed.0.retain(|(known, _)| known != name);
            typed.0.push((name.to_owned(), value.to_owned()));
        };
        for name in ["jaren", "b-toegang-vanaf", "zaad", "a-wacht.ggz", "stelselwijziging", "toelichting"] {
            set(&mut typed, name, &crate::monster::of(nasty, "vijftien"));
        }
        for (name, value) in
            [("b-toegang-niveau", "130"), ("plaatsen-1-factor", "1"), ("begroting-1-factor", "5000")]
        {
            set(&mut typed, name, value);
        }
        let file = Bestand::of(&typed);
        let wrong = lees(&file.toml).err().unwrap_or_default();
        let wrong = mis(k, typed, &file, &wrong);
        vec![
            ("uitproberen-nieuw", Self::new(k.clone(), key(), Invoer { typed: leeg(), ..Invoer::default() })),
            ("uitproberen-bouwstenen", begin(BEGIN[0].1)),
            ("uitproberen-mis", Self::new(k.clone(), key(), wrong)),
            (
                "uitproberen-bestand-mis",
                begin(&format!("naam = 3 # {nasty}\n[bouwstenen.toegan]\nniveau = 2")),
            ),
        ]
    }
}
