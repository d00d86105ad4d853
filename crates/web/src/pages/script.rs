//! The scripts: part of the program, served under names that change with their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::stijl::fnv1a;
use crate::fout::Fout;

const PASSKEYS: &str = include_str!("../../script/passkeys.js");
const GESPREK: &str = include_str!("../../script/gesprek.js");
const UITPROBEREN: &str = include_str!("../../script/uitproberen.js");

static NAAM_UITPROBEREN: LazyLock<String> = LazyLock::new(|| named("uitproberen", UITPROBEREN));
static NAAM_PASSKEYS: LazyLock<String> = LazyLock::new(|| named("passkeys", PASSKEYS));
static NAAM_GESPREK: LazyLock<String> = LazyLock::new(|| named("gesprek", GESPREK));

fn named(naam: &str, script: &str) -> String {
    format!("{naam}-{:016x}.js", fnv1a(script.as_bytes()))
}

/// The name of the file for passkeys.
pub(crate) fn passkeys() -> &'static str {
    &NAAM_PASSKEYS
}

/// The name of the file that saves a conversation while one types.
pub(crate) fn gesprek() -> &'static str {
    &NAAM_GESPREK
}

/// The name of the file for trying a choice.
pub(crate) fn uitproberen() -> &'static str {
    &NAAM_UITPROBEREN
}

pub(crate) async fn toon(Path(naam): Path<String>) -> Result<Response, Fout> {
    let script = match naam {
        naam if naam == passkeys() => PASSKEYS,
        naam if naam == gesprek() => GESPREK,
        naam if naam == uitproberen() => UITPROBEREN,
        _ => return Err(Fout::NietGevonden),
    };
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, script).into_response())
}
