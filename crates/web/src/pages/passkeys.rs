//! Passkeys: making and removing one's own, and signing in with one.
//!
//! A browser asks for a challenge by script, with the proof of the form; the answer comes as a form like any other.

use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use register::PasskeyBeeld;

use super::mijn_account::{self, Melding};
use super::sessie::{naar_met, toestel};
use crate::adres::{Pad, own_path};
use crate::bewijs::Bewijs;
use crate::bezoek::{Bezoek, Formulier, buiten, token};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::{Staat, koekje};

/// What the page of one's own account tells about passkeys.
pub(crate) enum Passkeys {
    /// This Leerloop does not know at which address browsers reach it.
    Niet,
    /// One's own.
    Wel(Vec<Regel>),
}

/// A passkey in the list.
pub(crate) struct Regel {
    pub(crate) id: String,
    pub(crate) naam: String,
    pub(crate) wanneer: String,
}

impl Passkeys {
    /// `None` where they are not offered.
    pub(crate) fn new(k: &Kader, list: Option<Vec<PasskeyBeeld>>) -> Self {
        let Some(list) = list else { return Self::Niet };
        let line = |p: PasskeyBeeld| {
            let made = ("gemaakt", k.moment(p.gemaakt).into());
            let wanneer = match p.gebruikt {
                Some(used) => k.tx("passkey-gebruikt", &[made, ("gebruikt", k.moment(used).into())]),
                None => k.tx("passkey-nog-nooit", &[made]),
            };
            Regel { id: URL_SAFE_NO_PAD.encode(&p.id), naam: p.naam, wanneer }
        };
        Self::Wel(list.into_iter().map(line).collect())
    }
}

fn json(text: String) -> Response {
    ([(CONTENT_TYPE, "application/json")], text).into_response()
}

/// Gives the challenge for a new passkey to who knows the password; guessing it is slowed as signing in is.
pub(crate) async fn begin_maken(
    bezoek: Bezoek,
    Extension(bewijs): Extension<Bewijs>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let password = form.raw("huidig").unwrap_or_default().to_owned();
    let plek = bezoek.plek()?;
    let attempt = bezoek.poging().ok_or(Fout::TeVaak)?;
    let begun = bezoek
        .doe_op(plek, move |register, wie| register.begin_passkey(wie, bewijs.woord(), &password))
        .await?;
    let asked = begun.ok_or(Fout::Verzoek)?;
    bezoek.staat().rem.goed(&attempt);
    Ok(json(asked))
}

/// Keeps the passkey that the browser made.
pub(crate) async fn maken(
    bezoek: Bezoek,
    Extension(bewijs): Extension<Bewijs>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let naam = form.get("naam").unwrap_or_default().to_owned();
    let answer = form.raw("antwoord").unwrap_or_default().to_owned();
    let added =
        bezoek.doe(move |register, wie| register.add_passkey(wie, bewijs.woord(), &naam, &answer)).await?;
    if added {
        return Ok(naar_met(&Pad::MijnAccount.met(&[("passkey", Some("ja"))]), None));
    }
    let said = Melding::mis(&Kader::kaal(bezoek.taal()), "passkey-niet-gemaakt");
    mijn_account::page(bezoek, Some(said), Vec::new()).await
}

/// Takes one's own passkey away, after the password.
pub(crate) async fn weg(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let password = form.raw("huidig").unwrap_or_default().to_owned();
    let id = form.get("passkey").and_then(|id| URL_SAFE_NO_PAD.decode(id).ok()).ok_or(Fout::Verzoek)?;
    let plek = bezoek.plek()?;
    let attempt = bezoek.poging().ok_or(Fout::TeVaak)?;
    let removed =
        bezoek.doe_op(plek, move |register, wie| register.remove_passkey(wie, &id, &password)).await?;
    if removed {
        bezoek.staat().rem.goed(&attempt);
        return Ok(naar_met(&Pad::MijnAccount.met(&[("passkey", Some("weg"))]), None));
    }
    let said = Melding::mis(&Kader::kaal(bezoek.taal()), "passkey-niet-weg");
    mijn_account::page(bezoek, Some(said), Vec::new()).await
}

/// Gives the challenge for signing in.
pub(crate) async fn begin_aanmelden(
    State(staat): State<Staat>,
    Extension(bewijs): Extension<Bewijs>,
    Formulier(_): Formulier,
) -> Result<Response, Fout> {
    let register = staat.toestand.register;
    Ok(json(buiten(move || Ok(register.begin_sign_in_passkey(bewijs.woord())?)).await?))
}

/// One answer for all that is not right: a passkey that is not known, a wrong signature, a challenge that is over.
pub(crate) async fn aanmelden(
    State(staat): State<Staat>,
    Extension(bewijs): Extension<Bewijs>,
    headers: HeaderMap,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let answer = form.raw("antwoord").unwrap_or_default().to_owned();
    let (register, old, on) = (staat.toestand.register.clone(), token(&staat, &headers), toestel(&headers));
    let new = buiten(move || {
        let new = register.sign_in_passkey(bewijs.woord(), &answer, on)?;
        if let (Some(_), Some(old)) = (&new, old) {
            register.sign_out(&old)?;
        }
        Ok(new)
    })
    .await?;
    let naar = form.get("naar").and_then(own_path);
    let Some(new) = new else {
        return Ok(naar_met(&Pad::Start.met(&[("mis", Some("passkey")), ("naar", naar)]), None));
    };
    let https = staat.toestand.https;
    Ok(naar_met(naar.unwrap_or("/"), koekje::set(koekje::session_name(https), &new, https, None)))
}
