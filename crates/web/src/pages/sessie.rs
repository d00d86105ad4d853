//! Signing in, signing out, choosing a language: three small forms.

use axum::extract::State;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use register::{Manier, Toestel};

use crate::adres::{Pad, own_path, patroon};
use crate::bezoek::{Formulier, buiten, token};
use crate::fout::Fout;
use crate::taal::Taal;
use crate::{Staat, koekje};

const JAAR: u32 = 365 * 24 * 3_600;

/// Goes on to an address, with a cookie.
pub(crate) fn naar_met(target: &str, cookie: Option<HeaderValue>) -> Response {
    met_koekje(Redirect::to(target).into_response(), cookie)
}

/// Puts a cookie on an answer.
pub(crate) fn met_koekje(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// On what someone signs in, as roughly as the browser tells: the rest of what it tells is not kept.
pub(crate) fn toestel(headers: &HeaderMap) -> Toestel {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if agent.contains("Mobi") || agent.contains("Android") {
        Toestel::Telefoon
    } else if agent.starts_with("Mozilla/") {
        Toestel::Computer
    } else {
        Toestel::Onbekend
    }
}

/// Choosing a person, in the demo only: anywhere else a name is no proof of who someone is.
pub(crate) async fn aanmelden(
    State(staat): State<Staat>,
    headers: HeaderMap,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let (old, on) = (token(&staat, &headers), toestel(&headers));
    let account = form.get("account").ok_or(Fout::Verzoek)?.to_owned();
    let register = staat.toestand.register.clone();
    let token = buiten(move || {
        if !register.inrichting()?.demo {
            return Err(Fout::NietGevonden);
        }
        let new = register.start_sessie_on(&account, Manier::Demo, on)?;
        // Who signs in again, as someone else or not, leaves no session behind.
        if let (Some(_), Some(old)) = (&new, old) {
            register.sign_out(&old)?;
        }
        Ok(new)
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
        let register = staat.toestand.register.clone();
        buiten(move || Ok(register.sign_out(&token)?)).await?;
    }
    let naar = if super::aanmelders::signed_in_elsewhere(&headers, https) { patroon::AFGEMELD } else { "/" };
    Ok(naar_met(naar, koekje::set(name, "", https, Some(0))))
}

/// Keeps the language and goes back to the page one was on.
pub(crate) async fn taal(State(staat): State<Staat>, Formulier(form): Formulier) -> Result<Response, Fout> {
    let taal = form.get("taal").and_then(Taal::from_tag).ok_or(Fout::Verzoek)?;
    let terug = form.get("terug").and_then(own_path).unwrap_or("/");
    Ok(naar_met(terug, koekje::set(koekje::TAAL, taal.tag(), staat.toestand.https, Some(JAAR))))
}
