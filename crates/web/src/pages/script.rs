//! The script for passkeys: part of the program, served under a name that changes with its content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::stijl::fnv1a;
use crate::fout::Fout;

const SCRIPT: &str = include_str!("../../script/passkeys.js");

static BESTAND: LazyLock<String> = LazyLock::new(|| format!("passkeys-{:016x}.js", fnv1a(SCRIPT.as_bytes())));

/// The name of the file.
pub(crate) fn bestand() -> &'static str {
    &BESTAND
}

pub(crate) async fn toon(Path(naam): Path<String>) -> Result<Response, Fout> {
    if naam != bestand() {
        return Err(Fout::NietGevonden);
    }
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, SCRIPT).into_response())
}
