//! Who may see a family, and why: one screen for who works with the family and for the family itself.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use register::beeld::{Maatregel, ToegangBeeld, WieMag};
use stelsel::toegang::{Deel, Keuze, Relatie};
use stelsel::{Gezin, Id, Persoon};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "toegang.html")]
pub(crate) struct ToegangPagina {
    k: Kader,
    hier: String,
    terug: String,
    titel: String,
    melding: Option<(bool, String)>,
    beslist: bool,
    afgeschermd: bool,
    mensen: Vec<Mens>,
    aanbieders: Vec<String>,
    functies: String,
    gezag: Vec<GezagRegel>,
    keuzes: Vec<KeuzeRegel>,
    keus: Vec<Keus>,
}

/// Someone who may see the file.
struct Mens {
    naam: String,
    waarom: String,
    delen: String,
    tot: Option<String>,
    id: Option<String>,
    klaar: String,
}

/// Whether a parent has authority over a child, and the other answer.
struct GezagRegel {
    zin: String,
    kind: String,
    ouder: String,
    wordt: &'static str,
    knop: String,
}

/// What a young person shares with another member.
struct KeuzeRegel {
    met: String,
    naam: String,
    keuzes: Vec<(i64, String, bool)>,
}

/// An account and a relation that it can get.
struct Keus {
    waarde: String,
    tekst: String,
}

impl ToegangPagina {
    pub(crate) fn new(k: Kader, beeld: &ToegangBeeld, melding: Option<(bool, String)>) -> Self {
        let rollen: Vec<String> = beeld.functies.iter().map(|rol| k.rol(*rol)).collect();
        let keus = beeld.keus.iter().flat_map(|(account, naam, rol, relaties)| {
            let k = &k;
            relaties.iter().map(move |relatie| Keus {
                waarde: format!("{} {account}", relatie.key()),
                tekst: format!("{naam} ({}): {}", k.rol(*rol), k.t(&format!("relatie-{}", relatie.key()))),
            })
        });
        Self {
            hier: Pad::Toegang(beeld.gezin).to_string(),
            terug: Pad::Gezin(beeld.gezin).to_string(),
            titel: k.t1("toegang-titel", "naam", beeld.naam.as_str()),
            melding,
            beslist: beeld.beslist,
            afgeschermd: beeld.afgeschermd,
            mensen: beeld.mensen.iter().map(|wie| mens(&k, wie, beeld.beslist)).collect(),
            aanbieders: beeld.aanbieders.clone(),
            functies: rollen.join(", "),
            gezag: beeld.gezag.iter().map(|regel| gezag(&k, regel)).collect(),
            keuzes: beeld.keuzes.iter().map(|(lid, nu)| keuze(&k, lid, *nu)).collect(),
            keus: keus.collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let page = |young, melding| Self::new(k.clone(), &crate::monster::toegang(nasty, young), melding);
        vec![
            ("toegang", page(false, Some((true, k.t("toegang-gedaan"))))),
            ("toegang-jongere", page(true, Some((false, k.t("toegang-kijk-na"))))),
        ]
    }
}

fn mens(k: &Kader, wie: &WieMag, beslist: bool) -> Mens {
    let open: Vec<String> = wie.delen.iter().map(|deel| k.t(&format!("deel-{}", deel.key()))).collect();
    let all = wie.delen.len() as usize == Deel::ALL.len();
    let waarom = k.t(&format!("relatie-{}-waarom", wie.relatie.key()));
    Mens {
        naam: if wie.naam.is_empty() {
            k.rol(wie.rol)
        } else {
            format!("{} · {}", wie.naam, k.rol(wie.rol))
        },
        waarom: match wie.sinds {
            Some(since) => {
                k.tx("toegang-sinds", &[("waarom", waarom.into()), ("moment", k.moment(since).into())])
            }
            None => waarom,
        },
        delen: if wie.relatie == Relatie::Lid {
            k.t("toegang-eigen-delen")
        } else if all {
            k.t("toegang-alles")
        } else {
            k.t1("toegang-delen", "delen", open.join(", "))
        },
        tot: wie.tot.map(|until| k.einde(until)),
        id: wie.id.filter(|_| beslist).map(|id| id.to_string()),
        klaar: k.t1("toegang-beeindig", "naam", wie.naam.as_str()),
    }
}

fn gezag(k: &Kader, (kind, ouder, heeft): &(Persoon, Persoon, bool)) -> GezagRegel {
    let args = [("ouder", ouder.naam.full().into()), ("kind", kind.naam.given().into())];
    let (zin, knop) = if *heeft { ("gezag-wel", "gezag-zet-uit") } else { ("gezag-niet", "gezag-zet-aan") };
    GezagRegel {
        zin: k.tx(zin, &args),
        kind: kind.id.to_string(),
        ouder: ouder.id.to_string(),
        wordt: if *heeft { "nee" } else { "ja" },
        knop: k.tx(knop, &args),
    }
}

fn keuze(k: &Kader, lid: &Persoon, nu: Keuze) -> KeuzeRegel {
    let naam = lid.naam.full();
    let words = ["delen-gewoon", "delen-hoofdlijn", "delen-bezwaar"];
    let keuzes = Keuze::ALL.into_iter().zip(words);
    KeuzeRegel {
        met: lid.id.to_string(),
        keuzes: keuzes.map(|(keuze, words)| (keuze.number(), k.t(words), keuze == nu)).collect(),
        naam,
    }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let done = query.get("gedaan").is_some();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.wie_mag(id)).await?;
    let melding = done.then(|| (true, k.t("toegang-gedaan")));
    pagina(&ToegangPagina::new(k, &beeld, melding))
}

/// Takes the forms of the page.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let today = bezoek.vandaag();
    let key = match read(&form) {
        Ok(Maatregel::Betrek { tot: Some(last), .. }) if last < today => "toegang-dag-voorbij",
        Ok(deed) => match bezoek.doe(move |register, wie| register.arrange(wie, id, &deed)).await {
            Err(Fout::Register(register::Fout::NiemandOver)) => "toegang-niemand-over",
            done => {
                done?;
                return Ok(Redirect::to(&Pad::Toegang(id).met(&[("gedaan", Some("ja"))])).into_response());
            }
        },
        Err(Mis::Onvolledig) => "toegang-kijk-na",
        Err(Mis::Onzin) => return Err(Fout::Verzoek),
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.wie_mag(id)).await?;
    let melding = Some((false, k.t(key)));
    pagina_met(StatusCode::BAD_REQUEST, &ToegangPagina::new(k, &beeld, melding))
}

/// Why a form is no deed.
enum Mis {
    /// Something was not filled in, or not in a way that can be read.
    Onvolledig,
    /// Not a form of ours.
    Onzin,
}

fn read(form: &Paren) -> Result<Maatregel, Mis> {
    let person = |name: &str| -> Result<Id<Persoon>, Mis> {
        form.get(name).and_then(|text| Id::parse(text).ok()).ok_or(Mis::Onzin)
    };
    match form.get("doe") {
        Some("betrek") => {
            let (relatie, account) =
                form.get("wie").and_then(|wie| wie.split_once(' ')).ok_or(Mis::Onvolledig)?;
            let tot = form.get("tot").map(str::parse::<Date>).transpose().map_err(|_| Mis::Onvolledig)?;
            let relatie = Relatie::from_key(relatie).ok_or(Mis::Onzin)?;
            Ok(Maatregel::Betrek { account: account.to_owned(), relatie, tot })
        }
        Some("beeindig") => {
            let id = form.get("id").and_then(|text| Id::parse(text).ok()).ok_or(Mis::Onzin)?;
            Ok(Maatregel::Beeindig(id))
        }
        Some("scherm") => Ok(Maatregel::Scherm(form.get("af") == Some("ja"))),
        Some("gezag") => Ok(Maatregel::Gezag {
            kind: person("kind")?,
            ouder: person("ouder")?,
            heeft: form.get("heeft") == Some("ja"),
        }),
        Some("deel") => {
            let number = form.get("keuze").and_then(|text| text.parse().ok());
            let keuze = number.and_then(Keuze::from_number).ok_or(Mis::Onvolledig)?;
            Ok(Maatregel::Deel { met: person("met")?, keuze })
        }
        _ => Err(Mis::Onzin),
    }
}
