//! Signing in, signing out, choosing a language: three small forms.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use register::{Ingang, Weg};

use crate::adres::{Pad, own_path};
use crate::bezoek::{Formulier, buiten};
use crate::fout::Fout;
use crate::taal::Taal;
use crate::{Staat, koekje};

const JAAR: u32 = 365 * 24 * 3_600;

fn naar_met(target: &str, cookie: Option<HeaderValue>) -> Response {
    let mut response = Redirect::to(target).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Choosing a person, in the demo only: anywhere else a name is no proof of who someone is.
pub(crate) async fn aanmelden(
    State(staat): State<Staat>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let account = form.get("account").ok_or(Fout::Verzoek)?.to_owned();
    let register = staat.toestand.register.via(Ingang::by(Weg::Web));
    let token = buiten(move || {
        if !register.inrichting()?.demo {
            return Err(Fout::NietGevonden);
        }
        Ok(register.sign_in(&account)?)
    })
    .await?;
    let naar = form.get("naar").and_then(own_path);
    let Some(token) = token else {
        return Ok(naar_met(&Pad::Start.met(&[("onbekend", Some("ja")), ("naar", naar)]), None));
    };
    let https = staat.toestand.https;
    let cookie = koekje::set(koekje::session_name(https), &token, https, None);
    Ok(naar_met(naar.unwrap_or("/"), cookie))
}

/// Ends the session here and in the register.
pub(crate) async fn afmelden(
    State(staat): State<Staat>,
    headers: HeaderMap,
    Formulier(_): Formulier,
) -> Result<Response, Fout> {
    let https = staat.toestand.https;
    let name = koekje::session_name(https);
    if let Some(token) = koekje::read(&headers, name).map(str::to_owned) {
        let register = staat.toestand.register.via(Ingang::by(Weg::Web));
        buiten(move || Ok(register.sign_out(&token)?)).await?;
    }
    Ok(naar_met("/", koekje::set(name, "", https, Some(0))))
}

/// Keeps the language and goes back to the page one was on.
pub(crate) async fn taal(State(staat): State<Staat>, Formulier(form): Formulier) -> Result<Response, Fout> {
    let taal = form.get("taal").and_then(Taal::from_tag).ok_or(Fout::Verzoek)?;
    let terug = form.get("terug").and_then(own_path).unwrap_or("/");
    Ok(naar_met(terug, koekje::set(koekje::TAAL, taal.tag(), staat.toestand.https, Some(JAAR))))
}
