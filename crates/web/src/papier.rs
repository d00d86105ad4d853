//! Letters and the plan as documents. How a document looks and is tagged is the work of the crate `papier`; here stands what it
//! says.

pub(crate) mod brief;
pub(crate) mod ontwerp;
pub(crate) mod plan;
mod tekst;

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

/// A PDF as an answer: to keep, under a name without anybody's name in it.
pub(crate) fn download(bytes: Vec<u8>, what: &str, day: Date) -> Response {
    let name = format!("attachment; filename=\"{what}-{day}.pdf\"");
    let name = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static("application/pdf");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response()
}
