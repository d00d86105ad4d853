//! What has to go, what is held, what went. Families by reference, never by name; nothing goes without someone who approves it.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{BewarenBeeld, NieuweStop, Vernietigingsopdracht};
use stelsel::Id;
use stelsel::bewaren::{Klasse, StopSoort};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// Lines of the list that are shown, and so can be approved, at a time.
const REGELS: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "bewaren.html")]
pub(crate) struct BewarenPagina {
    k: Kader,
    melding: Option<String>,
    bevestig: Option<Bevestig>,
    intro: String,
    termijnen: Vec<(String, String, String)>,
    dossiers: Vec<Regel>,
    meer: Option<String>,
    declaraties: Option<String>,
    quarantaine: Option<String>,
    vragen: Option<String>,
    stops: Vec<StopVeld>,
    soorten: Vec<(&'static str, String)>,
    vernietigd: Vec<Verslag>,
}

/// The second look: what will be gone.
struct Bevestig {
    zin: String,
    dossiers: Vec<String>,
    declaraties: bool,
    quarantaine: bool,
    vragen: bool,
}

/// A dossier on the list.
struct Regel {
    id: String,
    gezin: String,
    geboren: String,
    laatste: String,
    vervalt: String,
    grond: String,
}

/// A hold.
struct StopVeld {
    id: String,
    gezin: String,
    wat: String,
    reden: String,
    tot: String,
}

/// A report of a destruction.
struct Verslag {
    kop: String,
    schoon: bool,
    tellingen: String,
}

/// The first digits of an id: enough to tell two apart, and what one refers to in a letter.
fn kort(id: &impl ToString) -> String {
    let text = id.to_string();
    text.get(text.len().saturating_sub(8)..).unwrap_or_default().to_owned()
}

impl BewarenPagina {
    fn new(
        k: Kader,
        beeld: &BewarenBeeld,
        melding: Option<String>,
        opdracht: Option<&Vernietigingsopdracht>,
    ) -> Self {
        let aantal = |key: &str, n: u64| (n > 0).then(|| k.t1(key, "n", n));
        let termijnen = beeld.termijnen.iter().map(|t| {
            let hoelang = if t.maanden % 12 == 0 {
                k.t1("bewaren-jaren", "n", u32::from(t.maanden / 12))
            } else {
                k.t1("bewaren-maanden", "n", u32::from(t.maanden))
            };
            (k.t(klasse(t.klasse)), hoelang, t.bron.clone())
        });
        let dossiers = beeld.dossiers.iter().take(REGELS).map(|d| Regel {
            id: d.persoon.to_string(),
            gezin: kort(&d.gezin),
            geboren: d.geboren.map_or_else(|| k.t("onbekend"), |year| year.to_string()),
            laatste: k.datum(d.laatste),
            vervalt: k.datum(d.vervalt),
            grond: k.t(&format!("bewaren-grond-{}", d.grond.key())),
        });
        let stops = beeld.stops.iter().map(|s| StopVeld {
            id: s.id.to_string(),
            gezin: kort(&s.gezin),
            wat: k.t(&format!("bewaren-stop-{}", s.soort.key())),
            reden: s.reden.clone(),
            tot: s.tot.map_or_else(
                || k.t("bewaren-stop-open"),
                |day| k.t1("bewaren-stop-tot", "dag", k.datum(day)),
            ),
        });
        let vernietigd = beeld.vernietigd.iter().map(|v| Verslag {
            kop: k.tx(
                "bewaren-verslag",
                &[
                    ("wanneer", k.moment(v.wanneer).into()),
                    ("wie", v.wie.as_str().into()),
                    ("n", v.dossiers.into()),
                ],
            ),
            schoon: v.schoon,
            tellingen: v
                .tellingen
                .iter()
                .map(|(table, n)| format!("{table} {n}"))
                .collect::<Vec<_>>()
                .join(", "),
        });
        Self {
            bevestig: opdracht.map(|o| Bevestig {
                zin: k.t1("bewaren-bevestig", "n", o.dossiers.len()),
                dossiers: o.dossiers.iter().map(ToString::to_string).collect(),
                declaraties: o.declaraties,
                quarantaine: o.quarantaine,
                vragen: o.vragen,
            }),
            intro: k.t1("bewaren-intro", "dag", k.datum(beeld.dag)),
            termijnen: termijnen.collect(),
            dossiers: dossiers.collect(),
            meer: beeld
                .dossiers
                .len()
                .checked_sub(REGELS)
                .filter(|n| *n > 0)
                .map(|n| k.t1("bewaren-meer", "n", n)),
            declaraties: aantal("bewaren-declaraties", beeld.declaraties),
            quarantaine: aantal("bewaren-quarantaine", beeld.quarantaine),
            vragen: aantal("vraag-bewaren", beeld.vragen),
            stops: stops.collect(),
            soorten: StopSoort::ALL.map(|s| (s.key(), k.t(&format!("bewaren-stop-{}", s.key())))).to_vec(),
            vernietigd: vernietigd.collect(),
            melding,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let beeld = crate::monster::bewaren::beeld(nasty);
        let opdracht = Vernietigingsopdracht {
            dossiers: beeld.dossiers.iter().map(|d| d.persoon).collect(),
            declaraties: true,
            quarantaine: true,
            vragen: true,
        };
        vec![
            ("lijst", Self::new(k.clone(), &beeld, None, None)),
            ("bevestig", Self::new(k.clone(), &beeld, None, Some(&opdracht))),
            ("gedaan", Self::new(k.clone(), &beeld, Some(k.t("bewaren-gedaan-vernietigd")), None)),
            ("leeg", Self::new(k.clone(), &crate::monster::bewaren::leeg(), None, None)),
        ]
    }
}

const fn klasse(of: Klasse) -> &'static str {
    match of {
        Klasse::Dossier => "bewaren-klasse-dossier",
        Klasse::Declaratie => "bewaren-klasse-declaratie",
        Klasse::Quarantaine => "bewaren-klasse-quarantaine",
        Klasse::Vraag => "bewaren-klasse-vraag",
    }
}

/// What was done, of which the page tells after it.
pub(crate) const GEDAAN: [&str; 5] = ["vernietigd", "niets", "stop", "opgeheven", "nog-niet"];

fn lijst(lezing: &mut register::Lezing<'_>) -> Result<BewarenBeeld, register::Fout> {
    lezing.bewaren()
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let done = query.get("gedaan").and_then(|word| GEDAAN.into_iter().find(|known| *known == word));
    let (k, beeld) = bezoek.kijk(String::from("lijst"), lijst).await?;
    let melding = done.map(|word| k.t(&format!("bewaren-gedaan-{word}")));
    pagina(&BewarenPagina::new(k, &beeld, melding, None))
}

fn opdracht(form: &Paren) -> Result<Vernietigingsopdracht, Fout> {
    let ids = form.0.iter().filter(|(name, _)| name == "dossier").map(|(_, value)| Id::parse(value));
    Ok(Vernietigingsopdracht {
        dossiers: ids.collect::<Result<_, _>>().map_err(|_| Fout::Verzoek)?,
        declaraties: form.get("declaraties").is_some(),
        quarantaine: form.get("quarantaine").is_some(),
        vragen: form.get("vragen").is_some(),
    })
}

/// One form, four deeds: choose, destroy what was confirmed, hold, take a hold off.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let back = |word| Ok(Redirect::to(&Pad::Bewaren.met(&[("gedaan", Some(word))])).into_response());
    match form.get("doe") {
        Some("kies") => {
            let opdracht = opdracht(&form)?;
            if opdracht == Vernietigingsopdracht::default() {
                return back("niets");
            }
            let (k, beeld) = bezoek.kijk(String::from("lijst"), lijst).await?;
            pagina(&BewarenPagina::new(k, &beeld, None, Some(&opdracht)))
        }
        Some("vernietig") if form.get("bevestig") == Some("ja") => {
            let opdracht = opdracht(&form)?;
            // A list that was looked at yesterday may hold what may not go today: then nothing goes.
            let gone = bezoek
                .doe(move |register, wie| match register.destroy(wie, &opdracht) {
                    Err(register::Fout::NietVervallen(_)) => Ok("nog-niet"),
                    Ok(None) => Ok("niets"),
                    Ok(Some(_)) => Ok("vernietigd"),
                    Err(fault) => Err(fault),
                })
                .await?;
            back(gone)
        }
        Some("stop") => {
            let persoon = form.get("dossier").and_then(|text| Id::parse(text).ok()).ok_or(Fout::Verzoek)?;
            let soort = form.get("soort").and_then(StopSoort::from_key).ok_or(Fout::Verzoek)?;
            let tot = form.get("tot").map(str::parse).transpose().map_err(|_| Fout::Verzoek)?;
            let reden = form.get("reden").ok_or(Fout::Verzoek)?.to_owned();
            let stop = NieuweStop { soort, reden, tot };
            let put = bezoek.doe(move |register, wie| register.put_hold(wie, persoon, &stop)).await?;
            if put.is_some() { back("stop") } else { Err(Fout::NietGevonden) }
        }
        Some("opheffen") => {
            let id = form.get("stop").and_then(|text| Id::parse(text).ok()).ok_or(Fout::Verzoek)?;
            bezoek.doe(move |register, wie| register.lift_hold(wie, id)).await?;
            back("opgeheven")
        }
        _ => Err(Fout::Verzoek),
    }
}
