//! What every answer has around it: the language, an error page where one is due, the security headers.

use std::sync::atomic::Ordering;

use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Staat;
use crate::afzender::Afzender;
use crate::bewijs::Bewijs;
use crate::fout::{Aanmelden, Fout, Getypt, Reden, Woorden};
use crate::kader::Kader;
use crate::taal::Taal;

/// Nothing from elsewhere, nothing inline, no framing.
const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
                   form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page that already tells in plain words what is wrong, though its status is an error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EigenUitleg;

/// The outermost layer.
pub(crate) async fn omhul(State(staat): State<Staat>, mut request: Request, next: Next) -> Response {
    let taal = Taal::of(request.headers());
    request.extensions_mut().insert(taal);
    let https = staat.toestand.https;
    let bewijs = Bewijs::of(request.headers(), https);
    request.extensions_mut().insert(bewijs.clone());
    let afzender = Afzender::of(&request, https);
    request.extensions_mut().insert(afzender);
    let method = request.method().clone();
    // The pattern, not the address: what people search for stays out of the log.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());

    // A task of its own, so that a panic becomes an answer.
    let mut response = match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(_) => Fout::Paniek.into_response(),
    };
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    if failed && response.extensions().get::<EigenUitleg>().is_none() {
        response = error_page(&staat, (taal, &bewijs), &method, &route, &response);
    }
    bewijs.hand_out(&method, https, &mut response);
    secure(response.headers_mut(), https);
    response
}

/// The page of an error: plain words, what one can do, and a number that is in the log too.
#[derive(Template)]
#[template(path = "fout.html")]
pub(crate) struct FoutPagina {
    pub(crate) k: Kader,
    pub(crate) titel: String,
    pub(crate) uitleg: String,
    pub(crate) doe: String,
    pub(crate) nummer: String,
    /// What was typed and not taken.
    pub(crate) getypt: Vec<String>,
    /// Where to sign in, in a tab of its own.
    pub(crate) aanmelden: Option<String>,
}

impl FoutPagina {
    pub(crate) fn new(taal: Taal, bewijs: Bewijs, kind: &str, nummer: String) -> Self {
        let k = Kader { bewijs, ..Kader::kaal(taal) };
        Self {
            titel: k.t(&format!("fout-{kind}")),
            uitleg: k.t(&format!("fout-{kind}-uitleg")),
            doe: k.t(&format!("fout-{kind}-doe")),
            nummer,
            getypt: Vec::new(),
            aanmelden: None,
            k,
        }
    }
}

/// The key of the words of an error.
fn kind(old: &Response) -> &'static str {
    if let Some(Woorden(own)) = old.extensions().get() {
        return own;
    }
    match old.status().as_u16() {
        400 | 411 | 415 | 422 => "400",
        401 => "401",
        403 => "403",
        404 => "404",
        405 => "405",
        413 => "413",
        429 => "429",
        503 => "503",
        _ => "500",
    }
}

fn error_page(
    staat: &Staat,
    (taal, bewijs): (Taal, &Bewijs),
    method: &Method,
    route: &str,
    old: &Response,
) -> Response {
    let status = old.status();
    let nummer = number(staat);
    let reden = old.extensions().get::<Reden>().map_or("refused by the router", |reden| reden.0.as_str());
    if status.is_server_error() {
        tracing::error!(nummer, status = status.as_u16(), %method, route, reden, "answer failed");
    } else {
        tracing::info!(nummer, status = status.as_u16(), %method, route, reden, "request refused");
    }
    let page = FoutPagina {
        getypt: old.extensions().get::<Getypt>().map(|typed| typed.0.clone()).unwrap_or_default(),
        aanmelden: old.extensions().get::<Aanmelden>().map(|to| to.0.clone()),
        ..FoutPagina::new(taal, bewijs.clone(), kind(old), nummer)
    };
    let body = page.render().unwrap_or_else(|_| status.to_string());
    let mut response = (status, body).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    // `Allow` of a 405 and the like stay.
    for (name, value) in old.headers() {
        if !response.headers().contains_key(name) && name != "content-length" {
            response.headers_mut().insert(name.clone(), value.clone());
        }
    }
    response
}

/// A short number, unique among the processes of a while: the second of starting and a counter.
fn number(staat: &Staat) -> String {
    let count = staat.fouten.fetch_add(1, Ordering::Relaxed) + 1;
    format!("{:04}.{count}", staat.begin.rem_euclid(10_000))
}

fn secure(headers: &mut HeaderMap, https: bool) {
    let fixed = [
        (CONTENT_SECURITY_POLICY, CSP),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Same-origin rather than none: a browser then still tells where a form came from.
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    }
}

#[cfg(test)]
mod tests;
