//! Why someone could not sign in: what they read, the status, and a reason for the log without any data of persons.

use axum::http::StatusCode;

/// Why there was no sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Weigering {
    /// No attempt of this browser is under way: too late, used before, or begun elsewhere.
    Verlopen,
    /// Whoever signed in stopped half-way, or the provider did not want to.
    Afgebroken,
    /// The provider cannot be reached or gives no usable answer; the reason.
    Storing(&'static str),
    /// The provider's answer cannot be trusted; the reason.
    Onbetrouwbaar(&'static str),
    /// Too many sign-ins at once.
    Druk,
    /// Signed in at too low a level.
    Niveau,
    /// An employee who has no account here; the subject, so that the functional manager can add it.
    OnbekendeMedewerker(String),
    /// A resident who is not in the register.
    OnbekendeInwoner,
    /// A child under twelve.
    TeJong,
    /// The account is closed.
    Gesloten,
}

impl Weigering {
    /// One of each, for tests and samples.
    #[cfg(test)]
    pub(crate) fn alle(onderwerp: &str) -> [Self; 10] {
        [
            Self::Verlopen,
            Self::Afgebroken,
            Self::Storing("x"),
            Self::Onbetrouwbaar("x"),
            Self::Druk,
            Self::Niveau,
            Self::OnbekendeMedewerker(onderwerp.to_owned()),
            Self::OnbekendeInwoner,
            Self::TeJong,
            Self::Gesloten,
        ]
    }

    /// The key of its texts.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::Verlopen => "inlog-verlopen",
            Self::Afgebroken => "inlog-afgebroken",
            Self::Storing(_) => "inlog-storing",
            Self::Onbetrouwbaar(_) => "inlog-onbetrouwbaar",
            Self::Druk => "inlog-druk",
            Self::Niveau => "inlog-niveau",
            Self::OnbekendeMedewerker(_) => "inlog-medewerker",
            Self::OnbekendeInwoner => "inlog-inwoner",
            Self::TeJong => "inlog-te-jong",
            Self::Gesloten => "inlog-gesloten",
        }
    }

    /// The status of the answer.
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::Verlopen => StatusCode::BAD_REQUEST,
            Self::Storing(_) | Self::Onbetrouwbaar(_) => StatusCode::BAD_GATEWAY,
            Self::Druk => StatusCode::SERVICE_UNAVAILABLE,
            Self::Afgebroken
            | Self::Niveau
            | Self::OnbekendeMedewerker(_)
            | Self::OnbekendeInwoner
            | Self::TeJong
            | Self::Gesloten => StatusCode::FORBIDDEN,
        }
    }

    /// Whether someone tried and was not let in: that is written down. A provider that is away and a queue refuse nobody.
    pub(crate) const fn is_written_down(&self) -> bool {
        match self {
            Self::Storing(_) | Self::Druk => false,
            Self::Verlopen
            | Self::Afgebroken
            | Self::Onbetrouwbaar(_)
            | Self::Niveau
            | Self::OnbekendeMedewerker(_)
            | Self::OnbekendeInwoner
            | Self::TeJong
            | Self::Gesloten => true,
        }
    }

    /// For the log.
    pub(crate) const fn reden(&self) -> &'static str {
        match self {
            Self::Storing(reden) | Self::Onbetrouwbaar(reden) => reden,
            Self::Verlopen => "no such attempt of this browser",
            Self::Afgebroken => "the provider said no",
            Self::Druk => "too many at once",
            Self::Niveau => "acr too low",
            Self::OnbekendeMedewerker(_) => "no account for this subject",
            Self::OnbekendeInwoner => "no such person in the register",
            Self::TeJong => "under twelve",
            Self::Gesloten => "the account is closed",
        }
    }
}
