//! First questions without a file: written down in a minute, answered, and sometimes the beginning of a conversation.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::Lezing;
use register::Register;
use register::beeld::{Gedaan, Vraag as Eerste, VraagInvoer, VraagRegel, VragenBeeld};
use stelsel::vraag::{Antwoordsoort, Kanaal, Vrager};
use stelsel::{Id, Onderdeel, Wijkcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "vragen.html")]
pub(crate) struct VragenPagina {
    k: Kader,
    hier: String,
    nieuw_gezin: String,
    cijfers: Option<String>,
    melding: Option<(bool, String)>,
    getypt: Vec<String>,
    sleutel: String,
    schrijft: bool,
    telling: String,
    nieuw: Formulierveld,
    vragen: Vec<Regel>,
    eigen_soorten: Vec<String>,
    gezinnen: Vec<(String, String)>,
}

/// A question as the page shows it.
struct Regel {
    id: String,
    versie: i64,
    tekst: String,
    antwoord: String,
    kop: String,
    soorten: Vec<String>,
    gezin: Option<(Option<String>, String)>,
    velden: Formulierveld,
}

/// The fields of the form, with what is in them.
struct Formulierveld {
    /// Sets the ids of one form apart from those of another.
    nr: usize,
    tekst: String,
    antwoord: String,
    dag: String,
    naam: String,
    school: String,
    eigen_soort: String,
    wie: Vec<(&'static str, String, bool)>,
    kanaal: Vec<(&'static str, String, bool)>,
    soorten: Vec<(&'static str, String, bool)>,
    wijken: Vec<(String, String, bool)>,
}

impl VragenPagina {
    pub(crate) fn new(k: Kader, beeld: &VragenBeeld, sleutel: String, typed: Option<&VraagInvoer>) -> Self {
        let [this, before] = beeld.maanden;
        let empty = VraagInvoer::default();
        Self {
            hier: Pad::Vragen.to_string(),
            nieuw_gezin: Pad::NieuwGezin.to_string(),
            cijfers: k.mag(Onderdeel::Vraagcijfers).then(|| Pad::Vraagcijfers.to_string()),
            melding: None,
            getypt: Vec::new(),
            sleutel,
            schrijft: k.wie.as_ref().is_some_and(stelsel::Identiteit::decides),
            telling: k.tx("vraag-telling", &[("nu", this.into()), ("vorig", before.into())]),
            nieuw: velden(&k, typed.unwrap_or(&empty), &beeld.wijken, 0),
            vragen: beeld.vragen.iter().zip(1..).map(|(v, nr)| regel(&k, v, &beeld.wijken, nr)).collect(),
            eigen_soorten: beeld.eigen_soorten.clone(),
            gezinnen: beeld.gezinnen.iter().map(|(id, naam)| (id.to_string(), naam.clone())).collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = crate::monster::leden::vragen(nasty);
        let mut clash = Self::new(k.clone(), &beeld, "0".repeat(32), Some(&beeld.vragen[0].invoer));
        clash.melding = Some((false, k.t("vraag-nieuwer")));
        clash.getypt = vec![crate::monster::of(nasty, "Mag hij zo laat nog op zijn telefoon?")];
        vec![("vragen", Self::new(k.clone(), &beeld, "0".repeat(32), None)), ("vragen-botsing", clash)]
    }
}

fn velden(k: &Kader, v: &VraagInvoer, wijken: &[(Wijkcode, String)], nr: usize) -> Formulierveld {
    Formulierveld {
        nr,
        tekst: v.tekst.clone(),
        antwoord: v.antwoord.clone(),
        dag: v.dag.map(|day| day.to_string()).unwrap_or_default(),
        naam: v.naam.clone(),
        school: v.school.clone(),
        eigen_soort: v.eigen_soort.clone(),
        wie: Vrager::ALL
            .iter()
            .map(|one| (one.key(), k.t(&format!("vraag-wie-{}", one.key())), v.wie == Some(*one)))
            .collect(),
        kanaal: Kanaal::ALL
            .iter()
            .map(|one| (one.key(), k.t(&format!("vraag-kanaal-{}", one.key())), v.kanaal == Some(*one)))
            .collect(),
        soorten: Antwoordsoort::ALL
            .iter()
            .map(|one| (one.key(), k.t(&format!("vraag-soort-{}", one.key())), v.soorten.contains(one)))
            .collect(),
        wijken: wijken
            .iter()
            .map(|(code, naam)| (code.to_string(), naam.clone(), v.wijk == Some(*code)))
            .collect(),
    }
}

fn regel(k: &Kader, v: &VraagRegel, wijken: &[(Wijkcode, String)], nr: usize) -> Regel {
    let mut kop = vec![k.datum(v.dag)];
    kop.extend(v.invoer.wie.map(|wie| k.t(&format!("vraag-wie-{}", wie.key()))));
    kop.extend((!v.invoer.naam.is_empty()).then(|| v.invoer.naam.clone()));
    kop.extend(v.invoer.kanaal.map(|way| k.t(&format!("vraag-kanaal-{}", way.key())).to_lowercase()));
    kop.extend(v.wijk.clone());
    kop.extend((!v.invoer.school.is_empty()).then(|| v.invoer.school.clone()));
    kop.push(v.door.clone());
    let mut soorten: Vec<String> =
        v.invoer.soorten.iter().map(|s| k.t(&format!("vraag-soort-{}", s.key()))).collect();
    soorten.extend((!v.invoer.eigen_soort.is_empty()).then(|| v.invoer.eigen_soort.clone()));
    Regel {
        id: v.id.to_string(),
        versie: v.versie,
        tekst: v.invoer.tekst.clone(),
        antwoord: v.invoer.antwoord.clone(),
        kop: kop.join(" · "),
        soorten,
        gezin: match &v.gezin {
            Some((id, naam)) => Some((
                Some(Pad::Gezin(*id).to_string()),
                k.t1("vraag-werd-gesprek-met", "naam", naam.as_str()),
            )),
            None => v.gekoppeld.then(|| (None, k.t("vraag-werd-gesprek"))),
        },
        velden: velden(k, &v.invoer, wijken, nr),
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    let (k, beeld) = bezoek.kijk("lijst".to_owned(), |lezing: &mut Lezing<'_>| lezing.vragen()).await?;
    let mut page = VragenPagina::new(k, &beeld, Register::form_key()?, None);
    if done {
        page.melding = Some((true, page.k.t("vraag-gedaan")));
    }
    pagina(&page)
}

/// One address, three forms: write down, change, join with a family.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let back = || Ok(Redirect::to(&Pad::Vragen.met(&[("gedaan", Some("ja"))])).into_response());
    let id: Option<Id<Eerste>> = form.get("vraag").and_then(|text| Id::parse(text).ok());
    if form.get("doe") == Some("koppel") {
        let id = id.ok_or(Fout::Verzoek)?;
        let gezin = form.get("gezin").and_then(|text| Id::parse(text).ok()).ok_or(Fout::Verzoek)?;
        bezoek.doe(move |register, wie| register.join_question(wie, id, gezin)).await?;
        return back();
    }
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let (typed, fault) = read(&form);
    if let Some(key) = fault {
        return again(bezoek, &typed, key, StatusCode::BAD_REQUEST, id.is_some()).await;
    }
    let vraag = typed.clone();
    let came = match (form.get("doe"), id) {
        (Some("nieuw"), _) => {
            bezoek.doe(move |register, wie| register.place_question(wie, &vraag, &sleutel)).await?
        }
        (Some("wijzig"), Some(id)) => {
            let versie = form.get("versie").and_then(|text| text.parse().ok()).ok_or(Fout::Verzoek)?;
            bezoek.doe(move |register, wie| register.edit_question(wie, id, versie, &vraag, &sleutel)).await?
        }
        _ => return Err(Fout::Verzoek),
    };
    match came {
        Gedaan::Opgeslagen(..) => back(),
        Gedaan::Nieuwer(_) => again(bezoek, &typed, "vraag-nieuwer", StatusCode::CONFLICT, true).await,
    }
}

/// What was typed, and the key of what is wrong with it.
fn read(form: &Paren) -> (VraagInvoer, Option<&'static str>) {
    let text = |name: &str| form.get(name).unwrap_or_default().to_owned();
    let dag = form.get("dag").map(str::parse).transpose();
    let wijk = form.get("wijk").map(Wijkcode::parse).transpose();
    let soorten = form.0.iter().filter(|(name, _)| name == "soort");
    let typed = VraagInvoer {
        tekst: text("tekst"),
        dag: dag.clone().unwrap_or_default(),
        wijk: wijk.unwrap_or_default(),
        school: text("school"),
        wie: form.get("wie").and_then(Vrager::from_key),
        naam: text("naam"),
        kanaal: form.get("kanaal").and_then(Kanaal::from_key),
        antwoord: text("antwoord"),
        soorten: soorten.filter_map(|(_, value)| Antwoordsoort::from_key(value)).collect(),
        eigen_soort: text("eigen_soort"),
    };
    let fault = match () {
        () if typed.tekst.is_empty() => Some("vraag-nodig"),
        () if dag.is_err() || wijk.is_err() => Some("gezin-dag-fout"),
        () => None,
    };
    (typed, fault)
}

/// The page once more, with what was typed: in the form for a new one, or, of a change, to read beside what stands.
async fn again(
    bezoek: Bezoek,
    typed: &VraagInvoer,
    key: &str,
    status: StatusCode,
    change: bool,
) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk("lijst".to_owned(), |lezing: &mut Lezing<'_>| lezing.vragen()).await?;
    let mut page = VragenPagina::new(k, &beeld, Register::form_key()?, Some(typed).filter(|_| !change));
    page.melding = Some((false, page.k.t(key)));
    if change {
        let texts = [&typed.tekst, &typed.antwoord, &typed.naam, &typed.school, &typed.eigen_soort];
        page.getypt = texts.into_iter().filter(|t| !t.is_empty()).cloned().collect();
    }
    pagina_met(status, &page)
}
