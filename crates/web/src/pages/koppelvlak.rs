//! Where a connector to the hub brings messages and takes them. No page: it answers a program, with a status and, when a
//! message cannot be read, with the envelope that says so.

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use register::beeld::Bericht;
use register::{Ingang, Register, Spoor};
use sha2::{Digest, Sha256};
use stelsel::Id;

use crate::Staat;
use crate::adres::Sleutel as _;
use crate::bezoek::buiten;
use crate::fout::{Fout, Reden};
use crate::omhulsel::EigenUitleg;

/// The name of a message that a connector takes.
const NUMMER: HeaderName = HeaderName::from_static("leerloop-bericht");

/// The word by which a connector is known. Only its hash is kept in memory.
#[derive(Clone)]
pub struct Sleutelwoord([u8; 32]);

impl std::fmt::Debug for Sleutelwoord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sleutelwoord(..)")
    }
}

impl Sleutelwoord {
    /// The fewest characters that are hard to guess.
    pub const MIN: usize = 24;

    /// Takes a word over, without the white space around it; `None` when it is too short to be safe.
    pub fn new(woord: &str) -> Option<Self> {
        let woord = woord.trim();
        (woord.chars().count() >= Self::MIN).then(|| Self(Sha256::digest(woord.as_bytes()).into()))
    }

    /// Hashes are compared, so that the time it takes tells nothing about the word.
    fn opens(&self, headers: &HeaderMap) -> bool {
        let given = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        given
            .and_then(|text| text.strip_prefix("Bearer "))
            .is_some_and(|word| <[u8; 32]>::from(Sha256::digest(word.trim().as_bytes())) == self.0)
    }
}

/// The register as a connector reaches it, with the trace of its own processing when it tells one.
fn register_of(staat: &Staat, headers: &HeaderMap) -> Register {
    let spoor = headers.get("traceparent").and_then(|value| value.to_str().ok()).and_then(Spoor::parse);
    staat.toestand.register.via(Ingang::connector(spoor))
}

/// What is answered to who is not the connector. Without a word there is no door at all.
fn refused(staat: &Staat, headers: &HeaderMap) -> Option<Response> {
    match &staat.toestand.sleutel {
        None => Some(Fout::NietGevonden.into_response()),
        Some(word) if word.opens(headers) => None,
        Some(_) => Some(own(StatusCode::UNAUTHORIZED, "the word of the connector is wrong")),
    }
}

/// An answer for a program: no page around it.
fn own(status: StatusCode, reason: &'static str) -> Response {
    let mut response = (status, reason).into_response();
    response.extensions_mut().insert(EigenUitleg);
    response.extensions_mut().insert(Reden(reason.to_owned()));
    response
}

fn xml(status: StatusCode, bytes: Vec<u8>) -> Response {
    let mut response = (status, Body::from(bytes)).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/xml; charset=utf-8"));
    response.extensions_mut().insert(EigenUitleg);
    response
}

/// Takes a message in, bare or in an envelope. 202: it is stored, and what there is to answer waits to be taken. 200 with an
/// envelope: it cannot be read, for the reason in the envelope; it is kept in quarantine. 422: as before, of something that
/// came without an envelope.
pub(crate) async fn breng(State(staat): State<Staat>, request: Request) -> Response {
    if let Some(answer) = refused(&staat, request.headers()) {
        return answer;
    }
    let register = register_of(&staat, request.headers());
    let Ok(bytes) = to_bytes(request.into_body(), register::MAX_ONTVANGEN).await else {
        return own(StatusCode::PAYLOAD_TOO_LARGE, "a message has at most 25 MB");
    };
    let taken = buiten(move || Ok(register.receive("koppelvlak.xml", bytes.to_vec())?)).await;
    match taken {
        Ok(taken) => match (taken.fout, taken.uitkomst) {
            (Some(fault), _) => xml(StatusCode::OK, fault),
            (None, register::Uitkomst::Quarantaine(..) | register::Uitkomst::AlInQuarantaine) => own(
                StatusCode::UNPROCESSABLE_ENTITY,
                "this is no message that can be read; it is kept in quarantine",
            ),
            (None, _) => own(StatusCode::ACCEPTED, "taken"),
        },
        Err(fout) => fout.into_response(),
    }
}

/// Gives the oldest message that waits, in its envelope, with its name in the header `Leerloop-Bericht`; 204 when none does.
/// It is given again until the connector says that it has it.
pub(crate) async fn haal(State(staat): State<Staat>, headers: HeaderMap) -> Response {
    if let Some(answer) = refused(&staat, &headers) {
        return answer;
    }
    let register = register_of(&staat, &headers);
    let next = buiten(move || {
        let Some(message) = register.waiting(1)?.pop() else { return Ok(None) };
        Ok(Some((message.id, register.envelope(&message)?)))
    });
    match next.await {
        Ok(Some((id, bytes))) => {
            let mut response = xml(StatusCode::OK, bytes);
            if let Ok(name) = HeaderValue::from_str(&id.to_string()) {
                response.headers_mut().insert(NUMMER, name);
            }
            response
        }
        Ok(None) => StatusCode::NO_CONTENT.into_response(),
        Err(fout) => fout.into_response(),
    }
}

/// The connector has the message.
pub(crate) async fn bezorgd(
    State(staat): State<Staat>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Response {
    if let Some(answer) = refused(&staat, &headers) {
        return answer;
    }
    let Some(id) = Id::<Bericht>::lees(&name) else { return Fout::NietGevonden.into_response() };
    let register = register_of(&staat, &headers);
    match buiten(move || Ok(register.delivered(id)?)).await {
        // Said twice is said: the connector may not have heard the first answer.
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(fout) => fout.into_response(),
    }
}
