//! The proof that a form was filled in on a page of ours, shown to this very browser.
//!
//! Every form carries a hidden word that is a keyed hash under the secret of the cookie: of the session, or before one
//! signs in, of a cookie made for this alone. Another site can send our cookies along but cannot read our pages, so it
//! cannot know the word. The layer stands before every route that takes a form: a handler cannot forget it.

use axum::Form;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use stelsel::Onderdeel;

use crate::Staat;
use crate::afzender::Afzender;
use crate::bezoek::Paren;
use crate::fout::{Aanmelden, Fout, Getypt};
use crate::routes::Regel;
use crate::{herkomst, koekje};

/// The name of the hidden field.
pub(crate) const VELD: &str = "bewijs";

/// Fields that are never shown again.
const GEHEIM: [&str; 4] = ["wachtwoord", "huidig", "nogmaals", "code"];

/// More than most forms of ours hold.
const FORM_LIMIT: usize = 16 * 1024;
/// A conversation is written by people who are signed in, and may be long: some forty pages.
const RUIM: usize = 512 * 1024;

/// How much the form of a route may hold.
pub(crate) const fn room_for(regel: Regel) -> usize {
    match regel {
        Regel::Onderdeel(Onderdeel::GoedGesprek | Onderdeel::Uitproberen) => RUIM,
        _ => FORM_LIMIT,
    }
}

/// What the layer before a route works with.
#[derive(Clone)]
pub(crate) struct Keurder {
    pub(crate) staat: Staat,
    /// How much the form may hold.
    pub(crate) hoogstens: usize,
}

/// What the forms on the pages of one browser carry.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bewijs {
    /// The word that is expected, and that the pages show.
    woord: String,
    /// The secret for a cookie that this browser does not have yet.
    nieuw: Option<String>,
}

impl Bewijs {
    /// Of the cookies of a request; makes a secret when there is none.
    pub(crate) fn of(headers: &HeaderMap, https: bool) -> Self {
        let names = [koekje::session_name(https), koekje::vooraf_name(https)];
        let secret = names.into_iter().find_map(|name| koekje::read(headers, name).filter(|v| !v.is_empty()));
        if let Some(secret) = secret {
            return Self { woord: word(secret), nieuw: None };
        }
        let mut bytes = [0_u8; 32];
        if getrandom::fill(&mut bytes).is_err() {
            // Without randomness there is no proof, and every form is refused.
            return Self::default();
        }
        let secret = koekje::hex(&bytes);
        Self { woord: word(&secret), nieuw: Some(secret) }
    }

    /// Of a session that just began.
    pub(crate) fn of_session(token: &str) -> Self {
        Self { woord: word(token), nieuw: None }
    }

    /// What the hidden field of a form says.
    pub(crate) fn woord(&self) -> &str {
        &self.woord
    }

    /// Whether a form came from a page that this browser was shown. A browser without a cookie was shown none.
    fn fits(&self, form: &Paren) -> bool {
        let given = form.get(VELD).unwrap_or_default();
        // Hashes of both are compared, so that the time it takes tells nothing about the word.
        self.nieuw.is_none() && !self.woord.is_empty() && word(given) == word(&self.woord)
    }

    /// Gives the secret to a browser that has none, with a page.
    pub(crate) fn hand_out(&self, method: &Method, https: bool, response: &mut Response) {
        let page =
            response.headers().get(CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"));
        if let Some(secret) = &self.nieuw
            && page
            && *method != Method::HEAD
            && let Some(cookie) = koekje::set(koekje::vooraf_name(https), secret, https, None)
        {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

fn word(secret: &str) -> String {
    // A key of any length will do for HMAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(b"leerloop: formulier");
    koekje::hex(&mac.finalize().into_bytes())
}

/// Stands before every route that takes a form: refuses what comes from elsewhere, too often or too large, and hands the
/// fields on.
pub(crate) async fn keur(State(keurder): State<Keurder>, request: Request, next: Next) -> Response {
    let mut typed = Vec::new();
    let response = match read(&keurder, request, &mut typed).await {
        Ok(request) => next.run(request).await,
        Err(fout) => fout.into_response(),
    };
    if typed.is_empty() { response } else { give_back(response, typed) }
}

/// Gives what was typed back with an answer that did not take it, also to who was signed out meanwhile.
fn give_back(response: Response, typed: Vec<String>) -> Response {
    let status = response.status();
    let mut response = match response.extensions().get::<Aanmelden>().cloned() {
        Some(naar) => {
            let mut away = Fout::Afgemeld.into_response();
            away.extensions_mut().insert(naar);
            away
        }
        None if status.is_client_error() || status.is_server_error() => response,
        None => return response,
    };
    response.extensions_mut().insert(Getypt(typed));
    response
}

/// The texts of a form in somebody's own words; never a secret.
fn prose(form: &Paren) -> Vec<String> {
    let own = |(name, value): &&(String, String)| {
        !GEHEIM.contains(&name.as_str()) && value.trim().contains(char::is_whitespace)
    };
    form.0.iter().filter(own).map(|(_, value)| value.clone()).collect()
}

async fn read(keurder: &Keurder, request: Request, typed: &mut Vec<String>) -> Result<Request, Fout> {
    let Keurder { staat, hoogstens } = keurder;
    if !herkomst::is_own(request.headers()) {
        return Err(Fout::Elders);
    }
    if let Some(Afzender(Some(address))) = request.extensions().get()
        && !staat.rem.formulier(address, staat.toestand.klok.now())
    {
        return Err(Fout::TeVaak);
    }
    let bewijs = request.extensions().get::<Bewijs>().cloned().unwrap_or_default();
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, *hoogstens).await.map_err(|_| Fout::TeGroot)?;
    let whole = Request::from_parts(parts.clone(), bytes.into());
    let pairs = Form::<Vec<(String, String)>>::from_request(whole, staat).await;
    let mut form = pairs.map(|form| Paren(form.0)).map_err(|_| Fout::Verzoek)?;
    *typed = prose(&form);
    if !bewijs.fits(&form) {
        return Err(Fout::Elders);
    }
    form.0.retain(|(name, _)| name != VELD);
    let mut request = Request::from_parts(parts, axum::body::Body::empty());
    request.headers_mut().insert("content-length", HeaderValue::from_static("0"));
    request.extensions_mut().insert(form);
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::COOKIE;

    fn of(cookie: &'static str) -> Bewijs {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static(cookie));
        Bewijs::of(&headers, false)
    }

    fn form(word: &str) -> Paren {
        Paren(vec![(VELD.to_owned(), word.to_owned())])
    }

    #[test]
    fn fits_one_browser_only() {
        let mine = of("leerloop=abc");
        assert!(mine.fits(&form(mine.woord())));
        assert!(!of("leerloop=abd").fits(&form(mine.woord())));
        assert!(!mine.fits(&form("")));
        assert!(!mine.fits(&Paren::default()));
        assert!(!mine.woord().contains("abc"), "the word does not tell the secret");
    }

    #[test]
    fn the_session_counts_before_the_cookie_of_before() {
        assert_eq!(of("leerloop-vooraf=x; leerloop=abc").woord(), of("leerloop=abc").woord());
        assert_eq!(of("leerloop=; leerloop-vooraf=x").woord(), of("leerloop-vooraf=x").woord());
    }

    #[test]
    fn who_was_shown_no_page_has_no_proof() {
        let fresh = of("taal=nl");
        assert!(!fresh.fits(&form(fresh.woord())));
        assert_ne!(fresh.woord(), of("taal=nl").woord());
    }
}
