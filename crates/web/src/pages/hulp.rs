//! From a line of the plan to the provider: allocating help, giving it another last day, taking it back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ijw::basis::{Eenheid, Frequentie, ProductCategorie};
use register::beeld::{Gedaan, HulpBeeld, HulpWijzigen, Hulpdaad, NietVerstuurd, Toewijsfout};
use stelsel::{Gemeentecode, Gezin, Id};

use crate::adres::{Pad, Sleutel};
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::mis::{self, Mis};
use crate::vorm::{Getypt, Invoer, Maker, Veld, Vorm};
use crate::woorden;

mod invoer;

use invoer::read;

/// Euros as a unit: a budget says the same in plainer words.
const EURO: &str = "83";
/// Categories of before 2018 stand for help of then.
const OUD: &str = "(2015)";

/// The page.
#[derive(Template)]
#[template(path = "hulp.html")]
pub(crate) struct HulpPagina {
    k: Kader,
    titel: String,
    terug: String,
    onder: String,
    melding: Option<String>,
    mis: Vec<Mis>,
    /// Who can do something about a mistake: whoever reads it.
    afzender: String,
    vormen: Vec<Vorm>,
}

/// What went wrong before the page is shown again.
#[derive(Default)]
pub(crate) struct Gebeurd {
    pub(crate) melding: Option<String>,
    pub(crate) mis: Vec<Mis>,
    pub(crate) getypt: Option<Getypt>,
}

impl HulpPagina {
    pub(crate) fn new(k: Kader, beeld: &HulpBeeld, sleutel: &str, gebeurd: Gebeurd) -> Self {
        let naar = Pad::PlanHulp(beeld.gezin).to_string();
        let voor = beeld.voor.clone().unwrap_or_else(|| k.t("plan-hele-gezin"));
        let form = Form { k: &k, beeld, naar: &naar, sleutel, getypt: gebeurd.getypt.as_ref() };
        let (titel, onder, vormen) = match (&beeld.regel, &beeld.toewijzing) {
            (_, Some(t)) => {
                let what = woorden::product(&k, &t.beeld.toewijzing.product);
                let stand = woorden::stand(&k, &t.beeld.stand, &t.beeld.toewijzing);
                (k.t("plan-hulp-wijzigen"), format!("{what} · {voor} · {stand}"), form.wijzigen())
            }
            (Some((_, wat)), None) => {
                (k.t("plan-hulp-toewijzen"), format!("{wat} · {voor}"), vec![form.toewijzen()])
            }
            (None, None) => (k.t("plan-hulp-toewijzen"), voor, Vec::new()),
        };
        Self {
            titel,
            terug: Pad::Plan(beeld.gezin).to_string(),
            onder,
            melding: gebeurd.melding,
            mis: gebeurd.mis,
            afzender: String::new(),
            vormen,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::plan;
        let page = |beeld: &HulpBeeld, gebeurd| Self::new(k.clone(), beeld, &"0".repeat(32), gebeurd);
        let typed = Getypt {
            doe: "toewijzen".into(),
            nr: "4".into(),
            paren: Paren(vec![("aanbieder".into(), crate::monster::of(nasty, "Samen Thuis"))]),
            fouten: ALLE.iter().map(|fault| veld(*fault)).collect(),
        };
        let wrong = Gebeurd {
            melding: Some(k.t("plan-hulp-niet")),
            mis: ijw::regels::Regel::from_code("TR302").into_iter().map(|r| mis::van_regel(k, r)).collect(),
            getypt: Some(typed),
        };
        vec![
            ("hulp", page(&plan::hulp(nasty, true), Gebeurd::default())),
            ("hulp-mis", page(&plan::hulp(nasty, true), wrong)),
            ("hulp-wijzigen", page(&plan::hulp(nasty, false), Gebeurd::default())),
        ]
    }
}

struct Form<'a> {
    k: &'a Kader,
    beeld: &'a HulpBeeld,
    naar: &'a str,
    sleutel: &'a str,
    getypt: Option<&'a Getypt>,
}

impl Form<'_> {
    fn vorm(&self, doe: &'static str, mee: Vec<(&'static str, String)>, velden: Vec<Veld>) -> Vorm {
        Vorm {
            naar: self.naar.to_owned(),
            doe,
            sleutel: self.sleutel.to_owned(),
            mee,
            velden,
            knop: self.k.t(&format!("plan-hulp-{doe}-knop")),
            weg: None,
            open: true,
            titel: self.k.t(&format!("plan-hulp-{doe}")),
        }
    }

    fn toewijzen(&self) -> Vorm {
        let nr = self.beeld.regel.as_ref().map(|(nr, _)| nr.to_string()).unwrap_or_default();
        let typed = self.getypt.filter(|form| form.doe == "toewijzen");
        let m = Maker { k: self.k, voor: "toewijzen".into(), getypt: typed };
        let kies = || (String::new(), self.k.t("plan-kies"));
        let providers = self.beeld.aanbieders.iter().map(|(agb, naam)| format!("{naam} ({agb})"));
        let categories = ProductCategorie::ALLE
            .iter()
            .filter(|one| !one.omschrijving().starts_with(OUD))
            .map(|one| (one.code().to_owned(), format!("{} ({})", one.omschrijving(), one.code())));
        let units = Eenheid::ALLE.iter().filter(|one| one.code() != EURO);
        let units = units.map(|one| (one.code().to_owned(), one.omschrijving().to_owned()));
        let often = Frequentie::ALLE.iter().map(|one| (one.code().to_owned(), one.omschrijving().to_owned()));
        let mut velden = vec![
            m.met_hint("aanbieder", "", Invoer::Regel(providers.collect())),
            m.veld("categorie", "", Invoer::Keus(std::iter::once(kies()).chain(categories).collect())),
            m.met_hint("code", "", Invoer::Regel(Vec::new())),
            m.veld("ingang", "", Invoer::Dag),
            m.met_hint("eind", "", Invoer::Dag),
            m.veld("volume", "", Invoer::Regel(Vec::new())),
            m.veld("eenheid", "04", Invoer::Keus(units.collect())),
            m.veld("frequentie", "2", Invoer::Keus(often.collect())),
            m.met_hint("budget", "", Invoer::Regel(Vec::new())),
        ];
        if self.beeld.client_nodig {
            let adres = self.beeld.adres.clone().unwrap_or_default();
            let sexes =
                ["1", "2", "0"].map(|code| (code.to_owned(), self.k.t(&format!("plan-geslacht-{code}"))));
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            velden.extend([
                m.met_hint("geslacht", "", Invoer::Keus(std::iter::once(kies()).chain(sexes).collect())),
                m.veld("straat", &text(&adres.straat), Invoer::Regel(Vec::new())),
                m.veld("huisnummer", &text(&adres.huis), Invoer::Regel(Vec::new())),
                m.veld("postcode", &text(&adres.postcode), Invoer::Regel(Vec::new())),
                m.veld("plaats", &text(&adres.plaats), Invoer::Regel(Vec::new())),
            ]);
        }
        self.vorm("toewijzen", vec![("regel", nr)], velden)
    }

    fn wijzigen(&self) -> Vec<Vorm> {
        let Some(t) = &self.beeld.toewijzing else { return Vec::new() };
        let allocation = &t.beeld.toewijzing;
        let last = allocation.eind.map(|day| day.to_string()).unwrap_or_default();
        let key = format!("{}/{}", allocation.gemeente, allocation.nummer);
        let along = || vec![("toewijzing", key.clone()), ("gelezen", last.clone())];
        let typed = self.getypt.filter(|form| form.doe == "einde");
        let m = Maker { k: self.k, voor: "einde".into(), getypt: typed };
        let day = m.veld("einddag", &last, Invoer::Dag);
        vec![self.vorm("einde", along(), vec![day]), self.vorm("intrekken", along(), Vec::new())]
    }
}

/// The field that a fault belongs to, and the key of the words.
const fn veld(fault: Toewijsfout) -> (&'static str, &'static str) {
    use Toewijsfout as T;
    match fault {
        T::GeenKind => ("aanbieder", "plan-hulp-geen-kind"),
        T::KindOnbekend => ("aanbieder", "plan-hulp-kind-onbekend"),
        T::Aanbieder => ("aanbieder", "plan-hulp-aanbieder"),
        T::Categorie => ("categorie", "plan-hulp-categorie"),
        T::Code => ("code", "plan-hulp-code"),
        T::Einde => ("eind", "plan-fout-tot"),
        T::Omvang => ("volume", "plan-hulp-omvang"),
        T::OmvangNodig => ("volume", "plan-hulp-omvang-nodig"),
        T::OmvangOfBudget => ("budget", "plan-hulp-omvang-of-budget"),
        T::BudgetEinde => ("eind", "plan-hulp-budget-einde"),
        T::PerDag => ("volume", "plan-hulp-per-dag"),
        T::Client => ("postcode", "plan-hulp-client"),
        T::Gedeclareerd => ("einddag", "plan-hulp-gedeclareerd"),
    }
}

#[cfg(test)]
const ALLE: [Toewijsfout; 6] = [
    Toewijsfout::Aanbieder,
    Toewijsfout::Categorie,
    Toewijsfout::Code,
    Toewijsfout::Einde,
    Toewijsfout::Omvang,
    Toewijsfout::OmvangOfBudget,
];

type Fouten = Vec<(&'static str, &'static str)>;

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let regel = query.get("regel").map(str::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let toewijzing: Option<(Gemeentecode, i64)> = query.get("toewijzing").and_then(Sleutel::lees);
    let read = move |lezing: &mut register::Lezing<'_>| lezing.plan_hulp(id, regel, toewijzing);
    let (k, beeld) = bezoek.kijk(id.to_string(), read).await?;
    pagina(&HulpPagina::new(k, &beeld, &register::Register::form_key()?, Gebeurd::default()))
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let doe = form.get("doe").unwrap_or_default().to_owned();
    let regel: Option<u32> = form.get("regel").and_then(|nr| nr.parse().ok());
    let toewijzing: Option<(Gemeentecode, i64)> = form.get("toewijzing").and_then(Sleutel::lees);
    let came = if doe == "toewijzen" {
        match read(&form)? {
            Ok(wat) => bezoek.doe(move |r, wie| r.allocate(wie, id, wat, &sleutel)).await?,
            Err(fouten) => return weer(bezoek, id, (regel, toewijzing), typed(form, fouten), None).await,
        }
    } else {
        let gelezen = form.get("gelezen").map(str::parse).transpose().map_err(|_| Fout::Verzoek)?;
        let daad = match doe.as_str() {
            "intrekken" => Hulpdaad::Intrekken,
            "einde" => {
                let Some(Ok(day)) = form.get("einddag").map(str::parse) else {
                    let faults = vec![("einddag", "plan-fout-dag")];
                    return weer(bezoek, id, (regel, toewijzing), typed(form, faults), None).await;
                };
                Hulpdaad::Einde(day)
            }
            _ => return Err(Fout::Verzoek),
        };
        let wat = HulpWijzigen { toewijzing: toewijzing.ok_or(Fout::Verzoek)?, gelezen, daad };
        bezoek.doe(move |r, wie| r.change_allocation(wie, id, wat, &sleutel)).await?
    };
    match came {
        Gedaan::Opgeslagen(..) => {
            Ok(Redirect::to(&format!("{}#regel", Pad::Plan(id).met(&[("gedaan", Some("hulp"))])))
                .into_response())
        }
        Gedaan::Nieuwer(why) => {
            let faults = match why.as_ref() {
                NietVerstuurd::Velden(faults) if doe == "einde" || doe == "intrekken" => {
                    faults.iter().map(|fault| ("einddag", veld(*fault).1)).collect()
                }
                NietVerstuurd::Velden(faults) => faults.iter().map(|fault| veld(*fault)).collect(),
                _ => Vec::new(),
            };
            weer(bezoek, id, (regel, toewijzing), typed(form, faults), Some(*why)).await
        }
    }
}

fn typed(form: Paren, fouten: Fouten) -> Getypt {
    let get = |name| form.get(name).unwrap_or_default().to_owned();
    Getypt { doe: get("doe"), nr: get("regel"), fouten, paren: form }
}

/// Shows the page again with what was typed and what is wrong.
async fn weer(
    bezoek: Bezoek,
    id: Id<Gezin>,
    (regel, toewijzing): (Option<u32>, Option<(Gemeentecode, i64)>),
    getypt: Getypt,
    why: Option<NietVerstuurd>,
) -> Result<Response, Fout> {
    let read = move |lezing: &mut register::Lezing<'_>| lezing.plan_hulp(id, regel, toewijzing);
    let (k, beeld) = bezoek.kijk(id.to_string(), read).await?;
    let (status, key, rules) = match why {
        Some(NietVerstuurd::Nieuwer) => (StatusCode::CONFLICT, "plan-hulp-nieuwer", Vec::new()),
        Some(NietVerstuurd::AlToegewezen) => (StatusCode::CONFLICT, "plan-hulp-al", Vec::new()),
        Some(NietVerstuurd::ClientNodig) => (StatusCode::BAD_REQUEST, "plan-hulp-client-nodig", Vec::new()),
        Some(NietVerstuurd::Regels(rules)) => (StatusCode::BAD_REQUEST, "plan-hulp-regels", rules),
        _ => (StatusCode::BAD_REQUEST, "plan-hulp-niet", Vec::new()),
    };
    let gebeurd = Gebeurd {
        melding: Some(k.t(key)),
        mis: rules.into_iter().map(|regel| mis::van_regel(&k, regel)).collect(),
        getypt: Some(getypt),
    };
    pagina_met(status, &HulpPagina::new(k, &beeld, &register::Register::form_key()?, gebeurd))
}
