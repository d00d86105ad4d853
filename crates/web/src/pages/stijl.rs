//! The style sheet: part of the program, served under a name that changes with its content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::fout::Fout;

/// The house style as tokens first, so that a municipality can put its own values in their place.
pub(crate) const STIJL: &str = concat!(
    include_str!("../../stijl/tokens.css"),
    include_str!("../../stijl/basis.css"),
    include_str!("../../stijl/delen.css"),
    include_str!("../../stijl/post.css"),
    include_str!("../../stijl/account.css"),
    include_str!("../../stijl/plan.css"),
    include_str!("../../stijl/gesprek.css"),
    include_str!("../../stijl/figuren.css"),
    include_str!("../../stijl/cijfers.css"),
    include_str!("../../stijl/oorzaken.css"),
    include_str!("../../stijl/deur.css"),
    include_str!("../../stijl/uitproberen.css"),
    include_str!("../../stijl/druk.css"),
);

static BESTAND: LazyLock<String> = LazyLock::new(|| format!("leerloop-{:016x}.css", fnv1a(STIJL.as_bytes())));

/// The name of the file.
pub(crate) fn bestand() -> &'static str {
    &BESTAND
}

/// A hash for a name that changes with the content, no protection against anyone.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

pub(crate) async fn toon(Path(naam): Path<String>) -> Result<Response, Fout> {
    if naam != bestand() {
        return Err(Fout::NietGevonden);
    }
    let headers =
        [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, STIJL).into_response())
}
