//! What a provider tells of itself: addresses and keys, fetched when first needed and kept for a while.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::url::Url;
use openidconnect::{AdditionalProviderMetadata, DiscoveryError, IssuerUrl, JsonWebKeySet, ProviderMetadata};
use serde::{Deserialize, Serialize};

use super::verkeer::{Storing, Verkeer};
use super::weigering::Weigering;

/// Addresses and keys are asked for again after this.
const GELDIG: SignedDuration = SignedDuration::from_hours(1);

/// Keys are asked for again at once when a token names one that we do not have, but not more often than this: anyone
/// can make up the name of a key.
const SLEUTELRUST: SignedDuration = SignedDuration::from_secs(60);

/// What we read in a discovery document besides what the crate knows.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Meer {
    end_session_endpoint: Option<String>,
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for Meer {}

type Document = ProviderMetadata<
    Meer,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What a provider told, at a moment.
#[derive(Clone)]
pub(super) struct Gegevens {
    document: Document,
    opgehaald: Timestamp,
    sleutels_van: Timestamp,
}

impl Gegevens {
    /// Where people are sent to sign in.
    pub(super) fn authorization(&self) -> &openidconnect::AuthUrl {
        self.document.authorization_endpoint()
    }

    /// Where a code is exchanged.
    pub(super) fn token(&self) -> Result<&openidconnect::TokenUrl, Weigering> {
        self.document.token_endpoint().ok_or(Weigering::Storing("no token endpoint"))
    }

    /// Where people are sent to sign out.
    pub(super) fn end_session(&self) -> Option<Url> {
        Url::parse(self.document.additional_metadata().end_session_endpoint.as_deref()?).ok()
    }

    /// The keys by which tokens are signed.
    pub(super) fn keys(&self) -> &JsonWebKeySet<CoreJsonWebKey> {
        self.document.jwks()
    }

    /// Whether every answer to the browser names its issuer (RFC 9207).
    pub(super) fn names_itself(&self) -> bool {
        self.document.additional_metadata().authorization_response_iss_parameter_supported == Some(true)
    }

    /// Whether a secret must be sent in the body: Basic is the default of the standard.
    pub(super) fn secret_in_body(&self) -> bool {
        let methods = self.document.token_endpoint_auth_methods_supported();
        methods.is_some_and(|all| {
            !all.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && all.contains(&CoreClientAuthMethod::ClientSecretPost)
        })
    }
}

/// The last that was told.
#[derive(Default)]
pub(super) struct Geheugen(Mutex<Option<Arc<Gegevens>>>);

impl Geheugen {
    /// What the provider told within the hour, else asks.
    pub(super) fn get(
        &self,
        verkeer: &Verkeer,
        issuer: &IssuerUrl,
        now: Timestamp,
    ) -> Result<Arc<Gegevens>, Weigering> {
        if let Some(known) = self.read().filter(|known| is_fresh(known.opgehaald, now, GELDIG)) {
            return Ok(known);
        }
        let document = Document::discover(issuer, verkeer).map_err(|error| reason(&error))?;
        let endpoints = [
            Some(document.authorization_endpoint().url().clone()),
            document.token_endpoint().map(|token| token.url().clone()),
            document.additional_metadata().end_session_endpoint.as_deref().and_then(|e| Url::parse(e).ok()),
        ];
        if !endpoints.iter().flatten().all(|url| verkeer.accepts(url)) {
            return Err(Weigering::Storing("an address without TLS"));
        }
        Ok(self.keep(Gegevens { document, opgehaald: now, sleutels_van: now }))
    }

    /// Asks for the keys again; `None` when that was done a moment ago.
    pub(super) fn renew_keys(
        &self,
        verkeer: &Verkeer,
        known: &Gegevens,
        now: Timestamp,
    ) -> Result<Option<Arc<Gegevens>>, Weigering> {
        if let Some(newer) = self.read().filter(|newer| newer.sleutels_van > known.sleutels_van) {
            return Ok(Some(newer));
        }
        if is_fresh(known.sleutels_van, now, SLEUTELRUST) {
            return Ok(None);
        }
        let keys =
            JsonWebKeySet::fetch(known.document.jwks_uri(), verkeer).map_err(|error| reason(&error))?;
        let document = known.document.clone().set_jwks(keys);
        Ok(Some(self.keep(Gegevens { document, sleutels_van: now, ..known.clone() })))
    }

    fn read(&self) -> Option<Arc<Gegevens>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, found: Gegevens) -> Arc<Gegevens> {
        let found = Arc::new(found);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&found));
        found
    }
}

/// A clock that was set back makes nothing fresh for ever.
fn is_fresh(from: Timestamp, now: Timestamp, within: SignedDuration) -> bool {
    from <= now && now.duration_since(from) < within
}

/// The crate's error may quote what the provider sent: only the kind is kept.
fn reason(error: &DiscoveryError<Storing>) -> Weigering {
    Weigering::Storing(match error {
        DiscoveryError::Request(storing) => storing.0,
        DiscoveryError::Parse(_) => "the discovery document or key set cannot be read",
        DiscoveryError::Response(..) => "the discovery document or key set is not there",
        DiscoveryError::Validation(_) => "the discovery document is of another issuer",
        _ => "the discovery document names no usable address",
    })
}
