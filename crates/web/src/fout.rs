//! What can go wrong while answering: the reason goes to the log, the reader gets a page in plain words.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// Why there is no answer. `Display` is for the log and holds no personal data.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fout {
    /// Does not exist, or is not theirs: the same answer.
    #[error("not found")]
    NietGevonden,
    /// The request cannot be understood.
    #[error("bad request")]
    Verzoek,
    /// A form from elsewhere.
    #[error("form from another site")]
    Elders,
    /// The session of who sent a form had ended.
    #[error("signed out")]
    Afgemeld,
    /// Too many attempts or forms.
    #[error("too often")]
    TeVaak,
    /// Too many sign in at once.
    #[error("too many passwords at once")]
    Druk,
    /// More was sent than any form of ours holds.
    #[error("body too large")]
    TeGroot,
    /// The handler stopped half-way.
    #[error("a handler panicked")]
    Paniek,
    /// What had to be written down could not be: so nothing was shown or changed.
    #[error("journal: {0}")]
    NietGeschreven(String),
    /// The register refused or failed.
    #[error("register: {0}")]
    Register(register::Fout),
    /// A template could not be written.
    #[error("template: {0}")]
    Sjabloon(#[from] askama::Error),
    /// Figures could not be made.
    #[error("figures: {0}")]
    Cijfers(String),
    /// A document could not be made.
    #[error("document: {0}")]
    Papier(#[from] papier::Fault),
    /// The folder with figures of areas cannot be read.
    #[error("figures of areas: {0}")]
    Bevolking(#[from] informatie::bevolking::BevolkingFout),
}

impl From<register::Fout> for Fout {
    fn from(fout: register::Fout) -> Self {
        match fout {
            // What needs a key does not exist without one.
            register::Fout::NietGevonden | register::Fout::GeenSleutel => Self::NietGevonden,
            register::Fout::Zinloos(_) => Self::Verzoek,
            register::Fout::NietGeschreven(why) => Self::NietGeschreven(why),
            other => Self::Register(other),
        }
    }
}

impl Fout {
    const fn status(&self) -> StatusCode {
        match self {
            Self::NietGevonden => StatusCode::NOT_FOUND,
            Self::Verzoek => StatusCode::BAD_REQUEST,
            Self::Elders => StatusCode::FORBIDDEN,
            Self::Afgemeld => StatusCode::UNAUTHORIZED,
            Self::TeVaak => StatusCode::TOO_MANY_REQUESTS,
            Self::TeGroot => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NietGeschreven(_) | Self::Druk => StatusCode::SERVICE_UNAVAILABLE,
            Self::Paniek
            | Self::Register(_)
            | Self::Sjabloon(_)
            | Self::Papier(_)
            | Self::Cijfers(_)
            | Self::Bevolking(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// An error that has words of its own, other than those of its status; the key of its texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Woorden(pub(crate) &'static str);

/// What was typed in a form that was not taken: the page of the error gives it back, so that nobody writes it twice.
#[derive(Clone, Debug)]
pub(crate) struct Getypt(pub(crate) Vec<String>);

/// Whoever sent this has to sign in first, to go on at an address.
#[derive(Clone, Debug)]
pub(crate) struct Aanmelden(pub(crate) String);

/// The reason of an error answer, for the log line.
#[derive(Clone, Debug)]
pub(crate) struct Reden(pub(crate) String);

impl IntoResponse for Fout {
    /// Only the status and the reason: [`crate::omhulsel`] makes the page, so that every error has one.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if matches!(self, Self::Druk) {
            response.extensions_mut().insert(Woorden("druk"));
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response.extensions_mut().insert(Reden(self.to_string()));
        response
    }
}
