//! Passkeys (WebAuthn) as the library does them, with what is asked here: the device checks who holds it, and knows by
//! itself for which account it is.

use webauthn_rs::Webauthn;
use webauthn_rs::WebauthnBuilder;
use webauthn_rs::prelude::{
    CreationChallengeResponse, CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::Fout;

/// A challenge: what the browser gets, and what is kept.
pub(crate) struct Vraag {
    pub(crate) browser: String,
    pub(crate) staat: Vec<u8>,
}

/// A passkey as it is kept.
pub(crate) struct Bewaard {
    pub(crate) id: Vec<u8>,
    pub(crate) gegevens: Vec<u8>,
}

/// For whom the challenge of a new passkey is.
pub(crate) struct Houder<'a> {
    pub(crate) wie: [u8; 16],
    pub(crate) account: &'a str,
    pub(crate) naam: &'a str,
}

/// Makes challenges for one origin, and checks the answers.
pub(crate) struct Keurmeester(Webauthn);

/// An answer to the challenge of signing in, of which nothing was checked yet.
pub(crate) struct Antwoord(PublicKeyCredential);

impl Antwoord {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }

    /// The credential that it says to be of.
    pub(crate) fn credential(&self) -> &[u8] {
        self.0.get_credential_id()
    }
}

impl Keurmeester {
    /// For pages at this origin: `https` with a name, or `http://localhost` for one's own machine.
    pub(crate) fn new(origin: &str) -> Option<Self> {
        let url = Url::parse(origin).ok()?;
        let host = url.domain()?.to_owned();
        let safe = url.scheme() == "https" || (url.scheme() == "http" && host == "localhost");
        let bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
        if !safe || !bare {
            return None;
        }
        let builder = WebauthnBuilder::new(&host, &url).ok()?.rp_name("Leerloop");
        builder.build().ok().map(Self)
    }

    /// A challenge for a new passkey; a device that holds one of `known` already makes no second.
    pub(crate) fn invite(&self, holder: &Houder<'_>, known: Vec<CredentialID>) -> Result<Vraag, Fout> {
        let wie = Uuid::from_bytes(holder.wie);
        let started = self
            .0
            .start_passkey_registration(wie, holder.account, holder.naam, Some(known))
            .map_err(broken)?;
        let (mut asked, state): (CreationChallengeResponse, PasskeyRegistration) = started;
        // The library leaves it to the device to keep for whom the passkey is; signing in without a name needs it.
        if let Some(selection) = &mut asked.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        Ok(Vraag {
            browser: serde_json::to_string(&asked).map_err(unreadable)?,
            staat: serde_json::to_vec(&state).map_err(unreadable)?,
        })
    }

    /// The passkey that was made, when the answer fits the challenge.
    pub(crate) fn made(&self, answer: &str, state: &[u8]) -> Result<Option<Bewaard>, Fout> {
        let state: PasskeyRegistration = serde_json::from_slice(state).map_err(unreadable)?;
        let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else { return Ok(None) };
        let Ok(passkey) = self.0.finish_passkey_registration(&answer, &state) else { return Ok(None) };
        kept(&passkey).map(Some)
    }

    /// A challenge to sign in with any passkey of ours.
    pub(crate) fn ask(&self) -> Result<Vraag, Fout> {
        let (mut asked, state) = self.0.start_discoverable_authentication().map_err(broken)?;
        // There is a button for it: the browser need not wait until a field is filled in.
        asked.mediation = None;
        Ok(Vraag {
            browser: serde_json::to_string(&asked).map_err(unreadable)?,
            staat: serde_json::to_vec(&state).map_err(unreadable)?,
        })
    }

    /// What is kept from now on of a passkey, when the answer fits the challenge, the passkey and the account that it is of.
    pub(crate) fn proves(
        &self,
        answer: &Antwoord,
        state: &[u8],
        stored: &[u8],
        wie: &[u8],
    ) -> Result<Option<Bewaard>, Fout> {
        let state: DiscoverableAuthentication = serde_json::from_slice(state).map_err(unreadable)?;
        let mut passkey: Passkey = serde_json::from_slice(stored).map_err(unreadable)?;
        let holder = self.0.identify_discoverable_authentication(&answer.0);
        if !holder.is_ok_and(|(holder, _)| holder.as_bytes() == wie) {
            return Ok(None);
        }
        let Ok(result) = self.0.finish_discoverable_authentication_v2(&answer.0, state, &passkey) else {
            return Ok(None);
        };
        // The library asked for it; without it a passkey is one factor only.
        if !result.user_verified() || passkey.update_credential(&result).is_none() {
            return Ok(None);
        }
        kept(&passkey).map(Some)
    }
}

fn kept(passkey: &Passkey) -> Result<Bewaard, Fout> {
    let gegevens = serde_json::to_vec(passkey).map_err(unreadable)?;
    Ok(Bewaard { id: passkey.cred_id().clone(), gegevens })
}

fn broken<E>(_: E) -> Fout {
    Fout::Tegenstrijdig("a challenge for a passkey cannot be made")
}

fn unreadable<E>(_: E) -> Fout {
    Fout::Tegenstrijdig("what is kept of a passkey cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_origin_that_browsers_trust_will_do() {
        for good in
            ["https://leerloop.example.nl", "https://leerloop.example.nl:8443/", "http://localhost:8080"]
        {
            assert!(Keurmeester::new(good).is_some(), "{good}");
        }
        for wrong in [
            "",
            "leerloop.example.nl",
            "http://leerloop.example.nl",
            "https://127.0.0.1",
            "http://127.0.0.1:8080",
            "https://leerloop.example.nl/pad",
            "https://iemand@leerloop.example.nl",
            "https://leerloop.example.nl?x=y",
        ] {
            assert!(Keurmeester::new(wrong).is_none(), "{wrong}");
        }
    }
}
