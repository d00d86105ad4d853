//! Tokens of the fake provider: good ones, and ones signed in every wrong way.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use openidconnect::core::{CoreHmacKey, CoreJwsSigningAlgorithm as Alg, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::DecodePrivateKey as _;
use serde_json::{Value, json};

use super::nep::{GEHEIM, Wijzig};

const RSA_PEM: &str = include_str!("rsa.pem");
pub(crate) const ES256_PEM: &str = include_str!("es256.pem");

fn rsa(pem: &str, kid: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new(kid.into()))).unwrap()
}

static RSA: LazyLock<CoreRsaPrivateSigningKey> = LazyLock::new(|| rsa(RSA_PEM, "rsa-1"));
static ANDER: LazyLock<CoreRsaPrivateSigningKey> =
    LazyLock::new(|| rsa(include_str!("rsa-ander.pem"), "rsa-1"));
static EC: LazyLock<SigningKey> =
    LazyLock::new(|| p256::SecretKey::from_pkcs8_pem(ES256_PEM).unwrap().into());

/// How a token is signed.
#[derive(Clone, Copy)]
pub(crate) enum Teken {
    Rs256,
    Ps256,
    Es256,
    /// Right in itself, but not on our list.
    Rs512,
    /// By a key of someone else under the right name.
    AndereSleutel,
    /// Not at all: `alg` is this word.
    Geen(&'static str),
    /// HS256 with the public key as a secret.
    PubliekeSleutel,
    /// HS256 with the secret that provider and client share.
    GedeeldGeheim,
    /// HS256 with a symmetric key that stands in the key set.
    SymmetrischInSet,
    /// Says ES256 and is signed by RSA.
    EsGenoemdRsaGetekend,
    /// Says RS256 and is signed by ECDSA.
    RsGenoemdEsGetekend,
}

impl Teken {
    pub(crate) fn sign(self, claims: &Value, kop: Wijzig) -> String {
        let (alg, kid) = match self {
            Self::Rs256 | Self::AndereSleutel | Self::RsGenoemdEsGetekend => ("RS256", "rsa-1"),
            Self::Ps256 => ("PS256", "rsa-1"),
            Self::Rs512 => ("RS512", "rsa-1"),
            Self::Es256 | Self::EsGenoemdRsaGetekend => ("ES256", "ec-1"),
            Self::Geen(alg) => (alg, "rsa-1"),
            Self::PubliekeSleutel | Self::GedeeldGeheim => ("HS256", "rsa-1"),
            Self::SymmetrischInSet => ("HS256", "oct-1"),
        };
        let mut header = json!({ "alg": alg, "kid": kid, "typ": "JWT" });
        kop(&mut header);
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(claims));
        let message = signed.as_bytes();
        let hmac = |secret: &[u8]| CoreHmacKey::new(secret).sign(&Alg::HmacSha256, message).unwrap();
        let signature = match self {
            Self::Rs256 | Self::EsGenoemdRsaGetekend => {
                RSA.sign(&Alg::RsaSsaPkcs1V15Sha256, message).unwrap()
            }
            Self::Ps256 => RSA.sign(&Alg::RsaSsaPssSha256, message).unwrap(),
            Self::Rs512 => RSA.sign(&Alg::RsaSsaPkcs1V15Sha512, message).unwrap(),
            Self::AndereSleutel => ANDER.sign(&Alg::RsaSsaPkcs1V15Sha256, message).unwrap(),
            Self::Es256 | Self::RsGenoemdEsGetekend => {
                let signature: Signature = EC.sign(message);
                signature.to_bytes().to_vec()
            }
            Self::Geen(_) => Vec::new(),
            Self::PubliekeSleutel => hmac(public_keys()[0]["n"].as_str().unwrap().as_bytes()),
            Self::GedeeldGeheim => hmac(GEHEIM.as_bytes()),
            Self::SymmetrischInSet => hmac(b"symmetrisch"),
        };
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }
}

/// The key set: RSA first, then P-256.
pub(crate) fn public_keys() -> Vec<Value> {
    static KEYS: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let point = EC.verifying_key().to_sec1_point(false);
        let coordinate = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        let bytes = point.as_bytes();
        vec![
            serde_json::to_value(RSA.as_verification_key()).unwrap(),
            json!({
                "kty": "EC", "crv": "P-256", "use": "sig", "kid": "ec-1",
                "x": coordinate(&bytes[1..33]), "y": coordinate(&bytes[33..65]),
            }),
        ]
    });
    KEYS.clone()
}

/// The public key of someone else, under a name of their own.
pub(crate) fn other_key() -> Value {
    serde_json::to_value(ANDER.as_verification_key()).unwrap()
}

/// The header of Basic, encoded as RFC 6749 (2.3.1) wants it.
pub(crate) fn basic(client: &str, secret: &str) -> String {
    let encode = |text: &str| -> String {
        openidconnect::url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
    };
    BASE64_STANDARD.encode(format!("{}:{}", encode(client), encode(secret)))
}
