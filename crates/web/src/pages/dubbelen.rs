//! What may be there twice, with why; and what was brought together, to be taken apart.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use register::Lezing;
use register::beeld::{Dubbel, DubbelPersoon, Dubbeldaad, DubbelenBeeld};
use stelsel::{Id, Persoon};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::leden::{regel, samen_zin};

/// The page.
#[derive(Template)]
#[template(path = "dubbelen.html")]
pub(crate) struct DubbelenPagina {
    k: Kader,
    hier: String,
    terug: String,
    melding: Option<String>,
    dubbelen: Vec<Paar>,
    meer: Option<String>,
    samen: Vec<(String, String)>,
}

/// Two that may be one.
struct Paar {
    gezin: bool,
    titel: String,
    kanten: [Kant; 2],
    voordeur: bool,
    personen: Vec<Twee>,
}

/// One of two families.
struct Kant {
    id: String,
    naam: String,
    adres: String,
    naar: String,
    bekijk: String,
}

/// Two rows about a person.
struct Twee {
    /// In each family: the person, in words.
    wie: [(String, String); 2],
    waarom: Vec<String>,
}

impl DubbelenPagina {
    pub(crate) fn new(k: Kader, beeld: &DubbelenBeeld, melding: Option<String>) -> Self {
        Self {
            hier: Pad::Dubbelen.to_string(),
            terug: Pad::Gezinnen.to_string(),
            melding,
            dubbelen: beeld.dubbelen.iter().map(|d| paar(&k, d)).collect(),
            meer: (beeld.meer > 0).then(|| k.t1("dubbel-meer", "n", beeld.meer)),
            samen: beeld.samen.iter().map(|s| (s.id.to_string(), samen_zin(&k, s))).collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let full = crate::monster::leden::dubbelen(nasty);
        let none = DubbelenBeeld { dubbelen: Vec::new(), meer: 0, samen: Vec::new() };
        vec![
            ("dubbelen", Self::new(k.clone(), &full, Some(k.t("dubbel-gedaan")))),
            ("dubbelen-leeg", Self::new(k.clone(), &none, None)),
        ]
    }
}

fn paar(k: &Kader, d: &Dubbel) -> Paar {
    let [one, other] = &d.gezinnen;
    let gezin = one.0 != other.0;
    let kant = |(id, naam, adres): &(Id<stelsel::Gezin>, String, Option<stelsel::gezin::Adres>)| {
        let adres = adres.as_ref().map_or_else(|| k.t("dubbel-geen-adres"), regel);
        Kant {
            id: id.to_string(),
            naam: naam.clone(),
            naar: Pad::Gezin(*id).to_string(),
            bekijk: k.t1("dubbel-bekijk", "naam", format!("{naam}, {adres}")),
            adres,
        }
    };
    Paar {
        gezin,
        titel: if gezin {
            k.tx(
                "dubbel-twee-gezinnen",
                &[("een", one.1.as_str().into()), ("ander", other.1.as_str().into())],
            )
        } else {
            k.t1("dubbel-een-gezin", "naam", one.1.as_str())
        },
        kanten: [kant(one), kant(other)],
        voordeur: d.voordeur,
        personen: d.personen.iter().map(|p| twee(k, p)).collect(),
    }
}

fn twee(k: &Kader, p: &DubbelPersoon) -> Twee {
    let wie = |p: &Persoon| {
        let born = p.geboren.map_or_else(|| k.t("dubbel-geen-datum"), |born| k.datum(born));
        (p.id.to_string(), format!("{} · {} · {born}", p.naam.full(), k.t(p.rol.key()).to_lowercase()))
    };
    let [one, other] = &p.personen;
    Twee {
        wie: [wie(one), wie(other)],
        waarom: p.redenen.iter().map(|r| k.t(&format!("dubbel-reden-{}", r.key()))).collect(),
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    let (k, beeld) = bezoek.kijk("lijst".to_owned(), |lezing: &mut Lezing<'_>| lezing.dubbelen()).await?;
    let melding = done.then(|| k.t("dubbel-gedaan"));
    pagina(&DubbelenPagina::new(k, &beeld, melding))
}

/// Takes the forms of the page, and of the page of who belongs to a family.
pub(crate) async fn doe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let daad = read(&form).ok_or(Fout::Verzoek)?;
    bezoek.doe(move |register, wie| register.arrange_double(wie, &daad)).await?;
    Ok(Redirect::to(&Pad::Dubbelen.met(&[("gedaan", Some("ja"))])).into_response())
}

fn read(form: &Paren) -> Option<Dubbeldaad> {
    fn id<T>(form: &Paren, name: &str) -> Option<Id<T>> {
        form.get(name).and_then(|text| Id::parse(text).ok())
    }
    // Who stays stands in front; the other one is who is not chosen.
    fn chosen<T: 'static>(form: &Paren, names: [&str; 2]) -> Option<(Id<T>, Id<T>)> {
        let (one, other) = (id::<T>(form, names[0])?, id::<T>(form, names[1])?);
        match form.get("blijft") {
            Some("ander") => Some((other, one)),
            _ => Some((one, other)),
        }
    }
    match form.get("doe")? {
        what @ ("gezinnen" | "mensen") => {
            let swap = form.get("blijft") == Some("ander");
            let (blijft, weg) = chosen(form, ["een", "ander"])?;
            let pairs = form.0.iter().filter(|(name, _)| name == "persoon").map(|(_, value)| {
                let (one, other) = value.split_once(' ')?;
                let (one, other) = (Id::parse(one).ok()?, Id::parse(other).ok()?);
                Some(if swap { (other, one) } else { (one, other) })
            });
            let personen = pairs.collect::<Option<Vec<_>>>()?;
            Some(match what {
                "mensen" => Dubbeldaad::Mensen { blijft, weg, personen },
                _ => Dubbeldaad::Gezinnen { blijft, weg, personen },
            })
        }
        "personen" => {
            let (blijft, weg) = chosen(form, ["een", "ander"])?;
            Some(Dubbeldaad::Personen { gezin: id(form, "gezin")?, blijft, weg })
        }
        "gezinnen-niet" => Some(Dubbeldaad::GezinnenNiet(id(form, "een")?, id(form, "ander")?)),
        "personen-niet" => {
            Some(Dubbeldaad::PersonenNiet(id(form, "gezin")?, id(form, "een")?, id(form, "ander")?))
        }
        "uit-elkaar" => Some(Dubbeldaad::UitElkaar(id(form, "id")?)),
        _ => None,
    }
}
