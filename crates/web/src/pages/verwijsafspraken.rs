//! What was agreed with referrers, open to read; policy and contracts write it down. With how many children each kind referred.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use informatie::{Beschermd, bescherm};
use jiff::civil::Date;
use register::beeld::{Afspraak, AfspraakInhoud, AfspraakRegel, AfsprakenBeeld, Gedaan};
use stelsel::Id;
use stelsel::verwijzing::{Verwijsafspraak, VerwijzerSoort};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "verwijsafspraken.html")]
pub(crate) struct VerwijsafsprakenPagina {
    k: Kader,
    hier: String,
    melding: Option<(bool, String)>,
    rijen: Vec<Rij>,
    aantallen: Vec<(String, String)>,
    maakt: bool,
    /// The form for a new one, or for one that was sent and could not be stored.
    nieuw: Vorm,
    sleutel: String,
}

/// An agreement.
struct Rij {
    met: String,
    soort: String,
    waarover: String,
    ervaring: String,
    wanneer: String,
    voorbij: bool,
    vorm: Vorm,
}

/// The fields of a form.
#[derive(Clone, Default)]
struct Vorm {
    id: String,
    versie: i64,
    soorten: Vec<(&'static str, String, bool)>,
    met: String,
    waarover: String,
    ervaring: String,
    dag: String,
    evaluatie: String,
    einde: String,
}

impl Vorm {
    fn of(k: &Kader, form: &Paren) -> Self {
        let text = |name| form.get(name).unwrap_or_default().to_owned();
        Self {
            id: text("afspraak"),
            versie: form.get("versie").and_then(|text| text.parse().ok()).unwrap_or_default(),
            soorten: soorten(k, VerwijzerSoort::from_key(&text("soort"))),
            met: text("met"),
            waarover: text("waarover"),
            ervaring: text("ervaring"),
            dag: text("dag"),
            evaluatie: text("evaluatie"),
            einde: text("einde"),
        }
    }

    /// The agreement, or what has to be looked at again.
    fn afspraak(&self) -> Result<Afspraak, &'static str> {
        let day = |text: &str| -> Result<Option<Date>, &'static str> {
            if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| "fout-datum") }
        };
        if self.met.is_empty() {
            return Err("afspraak-mis-met");
        }
        let soort = self.soorten.iter().find(|(.., chosen)| *chosen);
        Ok(Afspraak {
            soort: soort
                .and_then(|(key, ..)| VerwijzerSoort::from_key(key))
                .unwrap_or(VerwijzerSoort::Huisarts),
            met: self.met.clone(),
            inhoud: AfspraakInhoud { waarover: self.waarover.clone(), ervaring: self.ervaring.clone() },
            dag: day(&self.dag)?.ok_or("afspraak-mis-dag")?,
            evaluatie: day(&self.evaluatie)?,
            einde: day(&self.einde)?,
        })
    }
}

fn soorten(k: &Kader, chosen: Option<VerwijzerSoort>) -> Vec<(&'static str, String, bool)> {
    let chosen = chosen.unwrap_or(VerwijzerSoort::Huisarts);
    VerwijzerSoort::ALL
        .into_iter()
        .map(|kind| (kind.key(), k.t(&format!("verwijzer-soort-{}", kind.key())), kind == chosen))
        .collect()
}

fn rij(k: &Kader, line: &AfspraakRegel, dag: Date) -> Rij {
    let a = &line.afspraak;
    let voorbij = a.einde.is_some_and(|end| end < dag);
    let mut wanneer = k.t1("afspraak-sinds", "dag", k.datum(a.dag));
    for (key, day) in [("afspraak-evaluatie-op", a.evaluatie), ("afspraak-tot", a.einde)] {
        if let Some(day) = day {
            wanneer.push_str(" · ");
            wanneer.push_str(&k.t1(key, "dag", k.datum(day)));
        }
    }
    Rij {
        met: a.met.clone(),
        soort: k.t(&format!("verwijzer-soort-{}", a.soort.key())),
        waarover: a.inhoud.waarover.clone(),
        ervaring: a.inhoud.ervaring.clone(),
        wanneer,
        voorbij,
        vorm: Vorm {
            id: line.id.to_string(),
            versie: line.versie,
            soorten: soorten(k, Some(a.soort)),
            met: a.met.clone(),
            waarover: a.inhoud.waarover.clone(),
            ervaring: a.inhoud.ervaring.clone(),
            dag: a.dag.to_string(),
            evaluatie: a.evaluatie.map(|day| day.to_string()).unwrap_or_default(),
            einde: a.einde.map(|day| day.to_string()).unwrap_or_default(),
        },
    }
}

impl VerwijsafsprakenPagina {
    fn new(k: Kader, beeld: &AfsprakenBeeld, dag: Date, sleutel: String) -> Self {
        let aantallen = beeld.kinderen.iter().map(|(kind, children)| {
            let shown = match bescherm(*children) {
                Beschermd::Onder => k.t("afspraak-weinig"),
                Beschermd::Rond(n) => k.getal(n),
            };
            (k.t(&format!("verwijzer-soort-{}", kind.key())), shown)
        });
        Self {
            hier: Pad::Verwijsafspraken.to_string(),
            melding: None,
            rijen: beeld.afspraken.iter().map(|line| rij(&k, line, dag)).collect(),
            aantallen: aantallen.collect(),
            maakt: beeld.maakt,
            nieuw: Vorm { soorten: soorten(&k, None), dag: dag.to_string(), ..Vorm::default() },
            sleutel,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::{STAND, deur::afspraken};
        let page = |maakt| Self::new(k.clone(), &afspraken(nasty, maakt), STAND, "0".repeat(32));
        let empty = AfsprakenBeeld { afspraken: Vec::new(), ..afspraken(nasty, false) };
        let melding = Some((false, k.t("afspraak-botsing")));
        vec![
            ("maakt", Self { melding, ..page(true) }),
            ("leest", page(false)),
            ("leeg", Self::new(k.clone(), &empty, STAND, "0".repeat(32))),
        ]
    }
}

async fn page(
    bezoek: Bezoek,
    melding: Option<(StatusCode, &'static str)>,
    typed: Option<Vorm>,
) -> Result<Response, Fout> {
    let dag = bezoek.vandaag();
    let (k, beeld) =
        bezoek.kijk(String::from("lijst"), |lezing: &mut register::Lezing<'_>| lezing.afspraken()).await?;
    let mut page = VerwijsafsprakenPagina::new(k, &beeld, dag, register::Register::form_key()?);
    if let Some(typed) = typed {
        page.nieuw = typed;
    }
    let Some((status, key)) = melding else { return pagina(&page) };
    page.melding = Some((status == StatusCode::OK, page.k.t(key)));
    pagina_met(status, &page)
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    page(bezoek, query.get("gedaan").map(|_| (StatusCode::OK, "afspraak-bewaard")), None).await
}

/// Takes a new agreement, or a change of one.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let typed = Vorm::of(&Kader::kaal(bezoek.taal()), &form);
    let known: Option<(Id<Verwijsafspraak>, i64)> = match typed.id.as_str() {
        "" => None,
        id => Some((Id::parse(id).map_err(|_| Fout::Verzoek)?, typed.versie)),
    };
    let new = match typed.afspraak() {
        Ok(new) => new,
        Err(key) => return page(bezoek, Some((StatusCode::BAD_REQUEST, key)), Some(typed)).await,
    };
    match bezoek.doe(move |r, wie| r.put_agreement(wie, known, &new, &sleutel)).await {
        Ok(Gedaan::Opgeslagen(..)) => {
            Ok(Redirect::to(&Pad::Verwijsafspraken.met(&[("gedaan", Some("ja"))])).into_response())
        }
        Ok(Gedaan::Nieuwer(_)) => {
            page(bezoek, Some((StatusCode::CONFLICT, "afspraak-botsing")), Some(typed)).await
        }
        Err(Fout::Verzoek) => {
            page(bezoek, Some((StatusCode::BAD_REQUEST, "afspraak-mis-met")), Some(typed)).await
        }
        Err(other) => Err(other),
    }
}
