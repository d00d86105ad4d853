//! What an ID token must say before we believe it. Signature, issuer, audience, expiry and nonce are judged by the crate;
//! the rest is what the NL GOV profile asks beyond the standard.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError as Verkeerd, IdToken, IdTokenClaims, IdTokenVerifier, Nonce,
    SignatureVerificationError,
};
use register::Poging;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use stelsel::Bsn;

use super::aanmelder::Aanmelder;
use super::gegevens::Gegevens;
use super::instelling::Soort;
use super::weigering::Weigering;

/// How far clocks may differ.
const SPELING: SignedDuration = SignedDuration::from_secs(30);

/// Longest subject of the standard.
const MAX_ONDERWERP: usize = 255;

/// The claims that the crate does not know. Prints nothing of itself: the citizen service number may be among them.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Overig(HashMap<String, Value>);

impl fmt::Debug for Overig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Overig(…)")
    }
}

impl AdditionalClaims for Overig {}

/// The token as it came.
pub(super) type Token =
    IdToken<Overig, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Claims = IdTokenClaims<Overig, CoreGenderClaim>;

/// Who someone proved to be.
pub(super) enum Wie {
    Medewerker(String),
    Inwoner(Bsn),
}

/// Believes a token or not. A key that we do not know may be new: then the keys are asked for once more.
pub(super) fn believe(
    aanmelder: &Aanmelder,
    known: &Gegevens,
    token: &Token,
    poging: &Poging,
    now: Timestamp,
) -> Result<Wie, Weigering> {
    let claims = match verify(aanmelder, known, token, poging, now) {
        Err(Verkeerd::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            match aanmelder.renewed(known, now)? {
                Some(renewed) => verify(aanmelder, &renewed, token, poging, now),
                None => return Err(Weigering::Onbetrouwbaar("unknown key")),
            }
        }
        outcome => outcome,
    }
    .map_err(|error| reason(&error))?;
    check_times(aanmelder, &claims, poging, now)?;
    if claims.authorized_party().is_some_and(|party| *party != aanmelder.client) {
        return Err(Weigering::Onbetrouwbaar("azp is another client"));
    }
    person(aanmelder, &claims)
}

fn verify(
    aanmelder: &Aanmelder,
    known: &Gegevens,
    token: &Token,
    poging: &Poging,
    now: Timestamp,
) -> Result<Claims, Verkeerd> {
    // A public client: whatever we share with the provider, no token is believed for it. Other audiences are refused too.
    let verifier: IdTokenVerifier<'_, CoreJsonWebKey> = IdTokenVerifier::new_public_client(
        aanmelder.client.clone(),
        aanmelder.issuer.clone(),
        known.keys().clone(),
    )
    .set_allowed_algs([
        CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
        CoreJwsSigningAlgorithm::RsaSsaPssSha256,
        CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    ])
    .set_time_fn(|| moment(now - SPELING))
    .set_auth_context_verifier_fn(|acr| {
        let enough = acr.is_some_and(|acr| aanmelder.acr.iter().any(|wanted| wanted == acr.as_str()));
        if enough { Ok(()) } else { Err(String::new()) }
    });
    token.claims(&verifier, &Nonce::new(poging.nonce.clone())).cloned()
}

fn moment(now: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp(now.as_second(), 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Made for this attempt, not before its time, and not for long.
fn check_times(
    aanmelder: &Aanmelder,
    claims: &Claims,
    poging: &Poging,
    now: Timestamp,
) -> Result<(), Weigering> {
    let latest = (now + SPELING).as_second();
    let made = claims.issue_time().timestamp();
    if made > latest {
        return Err(Weigering::Onbetrouwbaar("iat lies in the future"));
    }
    if made < (poging.begonnen - SPELING).as_second() {
        return Err(Weigering::Onbetrouwbaar("iat lies before the attempt"));
    }
    let longest = i64::try_from(aanmelder.geldig.as_secs()).unwrap_or(0);
    if claims.expiration().timestamp().saturating_sub(made) > longest {
        return Err(Weigering::Onbetrouwbaar("the token lasts too long"));
    }
    match claims.additional_claims().0.get("nbf") {
        None => Ok(()),
        Some(from) if from.as_i64().is_some_and(|from| from <= latest) => Ok(()),
        Some(_) => Err(Weigering::Onbetrouwbaar("nbf lies in the future")),
    }
}

fn person(aanmelder: &Aanmelder, claims: &Claims) -> Result<Wie, Weigering> {
    let subject = claims.subject().as_str();
    let sound = !subject.is_empty()
        && subject.len() <= MAX_ONDERWERP
        && subject.bytes().all(|b| b.is_ascii_graphic() || b == b' ');
    if !sound {
        return Err(Weigering::Onbetrouwbaar("sub is not as it should be"));
    }
    match &aanmelder.soort {
        Soort::Medewerker => Ok(Wie::Medewerker(subject.to_owned())),
        Soort::Inwoner { bsn_claim } => {
            let found = if bsn_claim == "sub" {
                Some(subject)
            } else {
                claims.additional_claims().0.get(bsn_claim).and_then(Value::as_str)
            };
            let bsn = found.and_then(|text| Bsn::parse(text).ok()).filter(|bsn| bsn.passes_elfproef());
            bsn.map(Wie::Inwoner).ok_or(Weigering::Onbetrouwbaar("no citizen service number in the token"))
        }
    }
}

/// The crate's error may quote claims: only the kind is kept.
fn reason(error: &Verkeerd) -> Weigering {
    use SignatureVerificationError as Handtekening;
    Weigering::Onbetrouwbaar(match error {
        Verkeerd::InvalidAuthContext(_) => return Weigering::Niveau,
        Verkeerd::Expired(_) => "the token has expired",
        Verkeerd::InvalidAudience(_) => "the token is for another client",
        Verkeerd::InvalidIssuer(_) => "the token is of another issuer",
        Verkeerd::InvalidNonce(_) => "the nonce is not ours",
        Verkeerd::SignatureVerification(Handtekening::NoMatchingKey) => "unknown key",
        Verkeerd::SignatureVerification(
            Handtekening::DisallowedAlg(_) | Handtekening::NoSignature | Handtekening::UnsupportedAlg(_),
        ) => "the algorithm is not allowed",
        Verkeerd::SignatureVerification(_) => "the signature is wrong",
        _ => "the token cannot be judged",
    })
}
