//! The two steps of signing in: sending someone to the provider, and taking the answer. And the way out.

use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, Client, CsrfToken, EmptyExtraTokenFields,
    EndpointNotSet, EndpointSet, IdTokenFields, LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RequestTokenError, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse as _,
};
use register::{Inwoner, Poging, Register};

use super::aanmelder::{Aanmelder, Bewijs};
use super::bewijs::{Overig, Wie, believe};
use super::gegevens::Gegevens;
use super::verkeer::Storing;
use super::weigering::Weigering;
use crate::fout::Fout;
use crate::taal::Taal;

type Velden = IdTokenFields<
    Overig,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Foutantwoord = StandardErrorResponse<CoreErrorResponseType>;
type Klant = Client<
    Overig,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    Foutantwoord,
    StandardTokenResponse<Velden, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
    EndpointNotSet,
>;

/// Why a step did not succeed: refused, or the register failed.
pub(crate) enum Mislukt {
    Weigering(Weigering),
    Fout(Fout),
}

impl From<Weigering> for Mislukt {
    fn from(weigering: Weigering) -> Self {
        Self::Weigering(weigering)
    }
}

impl From<register::Fout> for Mislukt {
    fn from(fout: register::Fout) -> Self {
        Self::Fout(fout.into())
    }
}

/// An attempt that was begun.
pub(crate) struct Begonnen {
    /// Where the browser goes.
    pub(crate) adres: String,
    /// What the browser must bring back in a cookie.
    pub(crate) browser: String,
}

/// What came back by way of the browser.
#[derive(Default)]
pub(crate) struct Terug {
    pub(crate) code: Option<String>,
    pub(crate) staat: Option<String>,
    pub(crate) iss: Option<String>,
    pub(crate) fout: bool,
    pub(crate) browser: Option<String>,
}

fn client(aanmelder: &Aanmelder, known: &Gegevens) -> Result<Klant, Weigering> {
    let client = Client::new(aanmelder.client.clone(), aanmelder.issuer.clone(), known.keys().clone())
        .set_auth_uri(known.authorization().clone())
        .set_token_uri(known.token()?.clone())
        .set_redirect_uri(aanmelder.redirect.clone());
    Ok(match &aanmelder.bewijs {
        Bewijs::Geheim(secret) if known.secret_in_body() => {
            client.set_client_secret(secret.clone()).set_auth_type(AuthType::RequestBody)
        }
        Bewijs::Geheim(secret) => client.set_client_secret(secret.clone()),
        Bewijs::Sleutel(_) => client.set_auth_type(AuthType::RequestBody),
    })
}

/// Begins an attempt: kept with us, bound to the browser, good for ten minutes and once.
pub(crate) fn begin(
    aanmelder: &Aanmelder,
    register: &Register,
    naar: Option<String>,
    taal: Taal,
    now: Timestamp,
) -> Result<Begonnen, Mislukt> {
    let known = aanmelder.gegevens(now)?;
    let client = client(aanmelder, &known)?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256_len(48);
    let mut request = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new_random_len(32),
            || Nonce::new_random_len(32),
        )
        .set_pkce_challenge(challenge)
        .add_scopes(aanmelder.scopes.iter().cloned().map(Scope::new))
        .add_ui_locale(LanguageTag::new(taal.tag().to_owned()));
    for acr in &aanmelder.acr {
        request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
    }
    let (adres, state, nonce) = request.url();
    let browser = CsrfToken::new_random_len(32).into_secret();
    let poging = Poging {
        aanmelder: aanmelder.naam().to_owned(),
        nonce: nonce.secret().clone(),
        geheim: verifier.into_secret(),
        naar,
        begonnen: now,
    };
    if !register.begin_attempt(state.secret(), &browser, &poging)? {
        return Err(Weigering::Druk.into());
    }
    Ok(Begonnen { adres: adres.into(), browser })
}

/// Takes the answer: the account that signed in and the page that was wanted.
pub(crate) fn eindig(
    aanmelder: &Aanmelder,
    register: &Register,
    terug: Terug,
    now: Timestamp,
) -> Result<(String, Option<String>), Mislukt> {
    let (Some(staat), Some(browser)) = (&terug.staat, &terug.browser) else {
        return Err(Weigering::Verlopen.into());
    };
    let poging = register.take_attempt(staat, browser)?;
    // The address is that of one provider, so an answer of another cannot be passed off as its own (RFC 9700, 4.4).
    let Some(poging) = poging.filter(|poging| poging.aanmelder == aanmelder.naam()) else {
        return Err(Weigering::Verlopen.into());
    };
    let account = match answer(aanmelder, terug, &poging, now)? {
        Wie::Medewerker(subject) => match register.employee(aanmelder.uitgever(), &subject)? {
            Some(account) => account,
            None => return Err(Weigering::OnbekendeMedewerker(subject).into()),
        },
        Wie::Inwoner(bsn) => match register.resident(bsn)? {
            Inwoner::Bekend(account) => account,
            Inwoner::Onbekend => return Err(Weigering::OnbekendeInwoner.into()),
            Inwoner::TeJong => return Err(Weigering::TeJong.into()),
        },
    };
    Ok((account, poging.naar))
}

/// From what the browser brought to who it is.
fn answer(aanmelder: &Aanmelder, terug: Terug, poging: &Poging, now: Timestamp) -> Result<Wie, Weigering> {
    let known = aanmelder.gegevens(now)?;
    match &terug.iss {
        Some(iss) if iss != aanmelder.uitgever() => {
            return Err(Weigering::Onbetrouwbaar("the answer is of another issuer"));
        }
        None if known.names_itself() => {
            return Err(Weigering::Onbetrouwbaar("the answer does not name its issuer"));
        }
        _ => {}
    }
    if terug.fout {
        return Err(Weigering::Afgebroken);
    }
    let code = terug.code.ok_or(Weigering::Onbetrouwbaar("an answer without a code"))?;
    let client = client(aanmelder, &known)?;
    let mut request = client
        .exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(PkceCodeVerifier::new(poging.geheim.clone()));
    if let Bewijs::Sleutel(key) = &aanmelder.bewijs {
        let proof = key.sign(&aanmelder.client, known.token()?.as_str(), now);
        request = request
            .add_extra_param(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            )
            .add_extra_param("client_assertion", proof);
    }
    let tokens = request.request(&aanmelder.verkeer).map_err(|error| reason(&error))?;
    let token = tokens.id_token().ok_or(Weigering::Onbetrouwbaar("no ID token"))?;
    believe(aanmelder, &known, token, poging, now)
}

/// The crate's error may quote what the provider sent: only the kind is kept.
fn reason(error: &RequestTokenError<Storing, Foutantwoord>) -> Weigering {
    match error {
        RequestTokenError::Request(storing) => Weigering::Storing(storing.0),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidClient => Weigering::Storing(
                "the provider does not accept who we are: check client-id and secret or key",
            ),
            CoreErrorResponseType::InvalidGrant => {
                Weigering::Onbetrouwbaar("the provider does not accept the code")
            }
            _ => Weigering::Storing("the provider refused to exchange the code"),
        },
        RequestTokenError::Parse(..) => Weigering::Onbetrouwbaar("the tokens cannot be read"),
        RequestTokenError::Other(_) => {
            Weigering::Storing("the answer with the tokens is not as it should be")
        }
    }
}

/// Where one signs out at the provider too, when it has such an address. Names us and nobody.
pub(crate) fn uitloggen(aanmelder: &Aanmelder, now: Timestamp) -> Option<String> {
    let mut url = aanmelder.gegevens(now).ok()?.end_session()?;
    url.query_pairs_mut()
        .append_pair("client_id", aanmelder.client.as_str())
        .append_pair("post_logout_redirect_uri", aanmelder.na_uitloggen.as_str());
    Some(url.into())
}
