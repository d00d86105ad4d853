//! What can be taken away of an outcome.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::adres::Bestand;
use crate::fout::Fout;
use crate::proef::Bewaarvorm;

/// A file of an outcome. What there is not, is not found.
pub(super) fn geef(
    bestand: Bestand,
    outcome: &Bewaarvorm,
    toml: &str,
    maat: Option<&str>,
) -> Result<Response, Fout> {
    let played = outcome.replications > 0;
    let (text, kind) = match bestand {
        Bestand::Toml => (toml.to_owned(), "application/toml; charset=utf-8"),
        Bestand::Csv => (outcome.csv(maat).ok_or(Fout::NietGevonden)?, "text/csv; charset=utf-8"),
        Bestand::Verslag if played => (outcome.report.clone(), "text/markdown; charset=utf-8"),
        Bestand::Json if played => (
            serde_json::to_string(outcome).map_err(|fault| Fout::Cijfers(fault.to_string()))?,
            "application/json; charset=utf-8",
        ),
        Bestand::Json | Bestand::Verslag | Bestand::Stand => return Err(Fout::NietGevonden),
    };
    let name = format!("attachment; filename=\"{}\"", bestand.naam());
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}
