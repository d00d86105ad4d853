//! One's own account: the password, codes to recover with, where one is signed in.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use register::beeld::AfwezigBeeld;
use register::{Gewijzigd, LokaalBeeld, PasskeyBeeld, SessieBeeld};

use super::passkeys::Passkeys;
use super::sessie::{met_koekje, naar_met};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Vraag, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::koekje;

/// The page.
#[derive(Template)]
#[template(path = "mijn_account.html")]
pub(crate) struct MijnAccountPagina {
    k: Kader,
    melding: Option<Melding>,
    naam: String,
    rol: String,
    lokaal: Option<Lokaal>,
    passkeys: Passkeys,
    sessies: Vec<Sessie>,
    codes: Vec<String>,
    afwezig: Option<Afwezig>,
}

/// Being away, for who is the coordinator of families.
struct Afwezig {
    /// What was said before.
    nu: Option<String>,
    collegas: Vec<(String, String)>,
}

/// What is told at the top.
pub(crate) struct Melding {
    zin: String,
    goed: bool,
}

impl Melding {
    /// What went wrong.
    pub(crate) fn mis(k: &Kader, key: &str) -> Self {
        Self { zin: k.t(key), goed: false }
    }
}

/// What the page is made of.
#[derive(Default)]
struct Beeld {
    lokaal: Option<LokaalBeeld>,
    /// `None` where they are not offered.
    passkeys: Option<Vec<PasskeyBeeld>>,
    sessies: Vec<SessieBeeld>,
    /// `None` for who is no coordinator of families.
    #[expect(clippy::type_complexity, reason = "being away, and who can stand in")]
    afwezig: Option<(Option<AfwezigBeeld>, Vec<(String, String)>)>,
}

struct Lokaal {
    account: String,
    sinds: String,
    over: String,
}

struct Sessie {
    waar: String,
    wanneer: String,
    deze: bool,
}

impl MijnAccountPagina {
    fn new(k: Kader, beeld: Beeld, melding: Option<Melding>, codes: Vec<String>) -> Self {
        let wie = k.wie.clone();
        let (naam, account) =
            wie.as_ref().map_or_else(Default::default, |w| (w.naam.clone(), w.account.clone()));
        let lokaal = beeld.lokaal.map(|local| Lokaal {
            account,
            sinds: k.t1("mijn-wachtwoord-sinds", "moment", k.moment(local.wachtwoord_van)),
            over: k.t1("mijn-herstelcodes-over", "n", local.herstelcodes),
        });
        let sessies = beeld.sessies.into_iter().map(|s| Sessie {
            waar: k.tx(
                "mijn-sessie",
                &[
                    ("toestel", k.t(&format!("toestel-{}", s.toestel.key())).into()),
                    ("manier", k.t(&format!("manier-{}", s.manier.key())).into()),
                ],
            ),
            wanneer: k.tx(
                "mijn-sessie-wanneer",
                &[("begin", k.moment(s.begonnen).into()), ("gezien", k.moment(s.gezien).into())],
            ),
            deze: s.deze,
        });
        let rol = wie.map_or_else(String::new, |w| k.rol(w.rol));
        let passkeys = Passkeys::new(&k, beeld.passkeys);
        let afwezig = beeld.afwezig.map(|(away, collegas)| Afwezig {
            nu: away.map(|away| {
                let args = [
                    ("van", k.begin(away.van).into()),
                    ("tot", k.einde(away.tot).into()),
                    ("naam", away.vervanger.into()),
                ];
                k.tx("vandaag-weg", &args)
            }),
            collegas,
        });
        Self { melding, naam, rol, lokaal, passkeys, sessies: sessies.collect(), codes, afwezig, k }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use register::{Manier, Toestel};
        let moment = "2026-03-31T08:15:00Z".parse().unwrap();
        let session =
            |manier, toestel, deze| SessieBeeld { begonnen: moment, gezien: moment, manier, toestel, deze };
        let sessions = vec![
            session(Manier::Wachtwoord, Toestel::Computer, true),
            session(Manier::Oidc, Toestel::Telefoon, false),
        ];
        let local = Some(LokaalBeeld { wachtwoord_van: moment, herstelcodes: 1 });
        let said = Melding { zin: k.t("mijn-wachtwoord-goed"), goed: true };
        let codes = vec![nasty.to_owned(); 2];
        let key = |gebruikt| PasskeyBeeld { id: vec![7], naam: nasty.to_owned(), gemaakt: moment, gebruikt };
        let keys = Some(vec![key(None), key(Some(moment))]);
        let away = AfwezigBeeld { van: moment, tot: moment, vervanger: nasty.to_owned() };
        let colleagues = vec![(nasty.to_owned(), nasty.to_owned())];
        let whole = Beeld {
            lokaal: local.clone(),
            passkeys: keys,
            sessies: sessions.clone(),
            afwezig: Some((Some(away), colleagues.clone())),
        };
        let none = Beeld {
            lokaal: local.clone(),
            passkeys: Some(Vec::new()),
            sessies: sessions.clone(),
            afwezig: Some((None, colleagues)),
        };
        let without = Beeld { lokaal: local, sessies: sessions.clone(), ..Beeld::default() };
        let elsewhere = Beeld { sessies: sessions, ..Beeld::default() };
        vec![
            ("lokaal", Self::new(k.clone(), whole, Some(said), codes)),
            ("geen-passkeys", Self::new(k.clone(), none, None, Vec::new())),
            ("zonder-passkeys", Self::new(k.clone(), without, None, Vec::new())),
            ("elders", Self::new(k.clone(), elsewhere, None, Vec::new())),
        ]
    }
}

/// The page with what is to be told.
pub(super) async fn page(
    bezoek: Bezoek,
    melding: Option<Melding>,
    codes: Vec<String>,
) -> Result<Response, Fout> {
    let token = bezoek.token().to_owned();
    let beeld = bezoek.doe(move |register, wie| {
        let passkeys = register.has_passkeys().then(|| register.passkeys_of(wie)).transpose()?;
        Ok(Beeld {
            lokaal: register.local_account(wie)?,
            passkeys,
            sessies: register.sessions_of(wie, &token)?,
            afwezig: register.away_of(wie)?,
        })
    });
    let beeld = beeld.await?;
    let (k, ()) = bezoek.kijk(String::from("eigen"), |_| Ok(())).await?;
    let k = Kader { pad: Pad::MijnAccount.to_string(), ..k };
    let wrong = melding.as_ref().is_some_and(|m| !m.goed);
    pagina_met(
        if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK },
        &MijnAccountPagina::new(k, beeld, melding, codes),
    )
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let k = Kader::kaal(bezoek.taal());
    let key = match (query.get("gewijzigd"), query.get("passkey")) {
        _ if query.get("afwezig").is_some() => Some("afwezig-gedaan"),
        (Some(_), _) => Some("mijn-wachtwoord-goed"),
        (None, Some("weg")) => Some("passkey-is-weg"),
        (None, Some(_)) => Some("passkey-gemaakt"),
        (None, None) => None,
    };
    let melding = key.map(|key| Melding { zin: k.t(key), goed: true });
    page(bezoek, melding, Vec::new()).await
}

/// Changes the password; guessing the old one is slowed as signing in is.
pub(crate) async fn wachtwoord(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let field = |name: &str| form.raw(name).unwrap_or_default().to_owned();
    let (old, new, twice) = (field("huidig"), field("wachtwoord"), field("nogmaals"));
    let (token, k) = (bezoek.token().to_owned(), Kader::kaal(bezoek.taal()));
    let wrong = |key: &str| Some(Melding::mis(&k, key));
    if new != twice {
        return page(bezoek, wrong("wachtwoord-niet-gelijk"), Vec::new()).await;
    }
    let plek = bezoek.plek()?;
    let attempt = bezoek.poging().ok_or(Fout::TeVaak)?;
    let done =
        bezoek.doe_op(plek, move |register, wie| register.change_password(wie, &token, &old, &new)).await?;
    match done {
        Gewijzigd::Goed(new) => {
            bezoek.staat().rem.goed(&attempt);
            let https = bezoek.staat().toestand.https;
            let cookie = koekje::set(koekje::session_name(https), &new, https, None);
            Ok(naar_met(&Pad::MijnAccount.met(&[("gewijzigd", Some("ja"))]), cookie))
        }
        Gewijzigd::OudMis => page(bezoek, wrong("wachtwoord-oud-mis"), Vec::new()).await,
        Gewijzigd::Zwak(why) => {
            bezoek.staat().rem.goed(&attempt);
            page(bezoek, wrong(why.key()), Vec::new()).await
        }
    }
}

/// Gives new codes to recover with.
pub(crate) async fn herstelcodes(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let password = form.raw("huidig").unwrap_or_default().to_owned();
    let k = Kader::kaal(bezoek.taal());
    let plek = bezoek.plek()?;
    let attempt = bezoek.poging().ok_or(Fout::TeVaak)?;
    let codes =
        bezoek.doe_op(plek, move |register, wie| register.renew_recovery_codes(wie, &password)).await?;
    if let Some(codes) = codes {
        bezoek.staat().rem.goed(&attempt);
        let said = Melding { zin: k.t("mijn-herstelcodes-nieuw-klaar"), goed: true };
        page(bezoek, Some(said), codes).await
    } else {
        let said = Melding::mis(&k, "wachtwoord-oud-mis");
        page(bezoek, Some(said), Vec::new()).await
    }
}

/// Says that one is away and who stands in, or that one is back.
pub(crate) async fn afwezig(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let done = if form.get("doe") == Some("terug") {
        bezoek.doe(register::Register::be_back).await
    } else {
        let day = |name| form.get(name).and_then(|text| text.parse::<jiff::civil::Date>().ok());
        let other = form.get("vervanger").unwrap_or_default().to_owned();
        match (day("van"), day("tot")) {
            (Some(from), Some(until)) => {
                bezoek.doe(move |register, wie| register.be_away(wie, (from, until), &other)).await
            }
            _ => Err(Fout::Verzoek),
        }
    };
    match done {
        Ok(()) => Ok(naar_met(&Pad::MijnAccount.met(&[("afwezig", Some("ja"))]), None)),
        Err(Fout::Verzoek) => {
            let k = Kader::kaal(bezoek.taal());
            page(bezoek, Some(Melding::mis(&k, "afwezig-kijk-na")), Vec::new()).await
        }
        Err(other) => Err(other),
    }
}

/// Signs out everywhere, here too.
pub(crate) async fn sessies(bezoek: Bezoek, Formulier(_): Formulier) -> Result<Response, Fout> {
    bezoek.doe(register::Register::sign_out_everywhere).await?;
    let https = bezoek.staat().toestand.https;
    let response = naar_met(&Pad::Start.to_string(), None);
    Ok(met_koekje(response, koekje::set(koekje::session_name(https), "", https, Some(0))))
}
