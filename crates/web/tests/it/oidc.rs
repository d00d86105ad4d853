//! Signing in with OpenID Connect, against a provider that misbehaves in every way we could think of.

pub(crate) mod gang;
mod gewoon;
mod nep;
mod token;
mod varianten;
