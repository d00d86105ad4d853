//! Proving who we are with a key of our own (`private_key_jwt`, RFC 7523): a small token signed with ES256.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::Nonce;
use p256::SecretKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::DecodePrivateKey as _;
use serde_json::json;

/// How long the proof is good for.
const SECONDEN: i64 = 60;

/// Our key, and the name under which the provider knows it.
pub(super) struct Sleutel {
    key: SigningKey,
    kid: Option<String>,
}

impl Sleutel {
    /// Reads PKCS#8 or SEC1 in PEM; `None` when it is no key for P-256.
    pub(super) fn read(pem: &str, kid: Option<String>) -> Option<Self> {
        let key = SecretKey::from_pkcs8_pem(pem).or_else(|_| SecretKey::from_sec1_pem(pem)).ok()?;
        Some(Self { key: key.into(), kid })
    }

    /// The proof for one request to the token endpoint.
    pub(super) fn sign(&self, client: &str, endpoint: &str, now: Timestamp) -> String {
        let mut header = json!({ "alg": "ES256", "typ": "JWT" });
        if let (Some(kid), Some(fields)) = (&self.kid, header.as_object_mut()) {
            fields.insert("kid".to_owned(), json!(kid));
        }
        let claims = json!({
            "iss": client,
            "sub": client,
            "aud": endpoint,
            "jti": Nonce::new_random_len(32).secret(),
            "iat": now.as_second(),
            "exp": now.as_second() + SECONDEN,
        });
        let part = |value: &serde_json::Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}
