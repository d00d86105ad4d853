//! What is set up for a provider, and what can be wrong with that.

use std::time::Duration;

use openidconnect::url::{Host, Url};

/// Whom a provider knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Soort {
    /// Employees: of a subject must be known which account it is.
    Medewerker,
    /// Residents, by the citizen service number in a claim with this name.
    Inwoner {
        /// Name of the claim.
        bsn_claim: String,
    },
}

/// How we prove to a provider that we are ourselves.
#[derive(Clone)]
pub enum Clientbewijs {
    /// A secret that both know.
    Geheim(String),
    /// A key of our own (ES256): the provider has only the public half.
    Sleutel {
        /// The private key in PEM.
        pem: String,
        /// Under which name the provider knows it.
        kid: Option<String>,
    },
}

impl std::fmt::Debug for Clientbewijs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Geheim(_) => "Geheim(…)",
            Self::Sleutel { .. } => "Sleutel(…)",
        })
    }
}

/// What is set up for one provider.
#[derive(Clone, Debug)]
pub struct Instelling {
    /// Its name in our addresses.
    pub naam: String,
    /// Whom it knows.
    pub soort: Soort,
    /// What the button says, in Dutch.
    pub label_nl: String,
    /// What the button says, in English.
    pub label_en: String,
    /// Its issuer identifier.
    pub uitgever: String,
    /// By which name it knows us.
    pub client: String,
    /// How we prove that.
    pub bewijs: Clientbewijs,
    /// Levels of assurance that are high enough; asked for, and one of them must be in the answer.
    pub acr: Vec<String>,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// How long a token may last at most.
    pub geldig: Duration,
    /// How long a provider may take for an answer.
    pub geduld: Duration,
    /// Certificates (PEM) to trust instead of the usual ones.
    pub wortels: Option<Vec<u8>>,
}

/// What is wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InstelFout {
    /// The address of Leerloop itself.
    #[error("the address {0} is not an origin such as https://leerloop.gemeente.nl")]
    Adres(String),
    /// A name that cannot stand in an address.
    #[error("the name {0} may only hold small letters, digits and dashes")]
    Naam(String),
    /// Two providers with one name.
    #[error("the name {0} stands twice")]
    NaamDubbel(String),
    /// Two providers with one issuer.
    #[error("the issuer {0} stands twice")]
    UitgeverDubbel(String),
    /// An issuer that is no address with https.
    #[error("the issuer of {0} is not an address with https")]
    Uitgever(String),
    /// Something that must be there is empty.
    #[error("{veld} of {naam} is empty")]
    Leeg {
        /// Name of the provider.
        naam: String,
        /// What is empty.
        veld: &'static str,
    },
    /// The private key cannot be read.
    #[error("the key of {0} is not a private key for ES256 (P-256) in PEM")]
    Sleutel(String),
    /// The certificates cannot be read.
    #[error("the certificates of {0} are not PEM")]
    Wortels(String),
}

/// The origin under which browsers reach us.
pub(super) fn own_address(adres: &str) -> Result<Url, InstelFout> {
    let fault = || InstelFout::Adres(adres.to_owned());
    let url = Url::parse(adres).map_err(|_| fault())?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && is_safe(&url, true);
    if bare { Ok(url) } else { Err(fault()) }
}

/// Whether an address may be used: over TLS, or, where that is allowed, on this very machine.
pub(super) fn is_safe(url: &Url, local_too: bool) -> bool {
    let plain = url.username().is_empty() && url.password().is_none();
    plain
        && match url.scheme() {
            "https" => url.host().is_some(),
            "http" => local_too && is_local(url),
            _ => false,
        }
}

/// Whether an address is of this machine.
pub(super) fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tls_or_this_machine() {
        let safe = |text: &str, local| is_safe(&Url::parse(text).unwrap(), local);
        assert!(safe("https://inloggen.nl/oidc", false));
        assert!(
            safe("http://127.0.0.1:3000/", true)
                && safe("http://[::1]/", true)
                && safe("http://localhost/", true)
        );
        for text in [
            "http://inloggen.nl/",
            "http://localhost.evil.nl/",
            "http://10.0.0.1/",
            "ftp://x/",
            "file:///etc/passwd",
        ] {
            assert!(!safe(text, true), "{text}");
        }
        assert!(!safe("http://127.0.0.1/", false));
        assert!(!safe("https://wie@inloggen.nl/", false));
    }

    #[test]
    fn an_own_address_is_an_origin() {
        assert!(own_address("https://leerloop.gemeente.nl").is_ok());
        assert!(own_address("http://127.0.0.1:8080/").is_ok());
        for wrong in [
            "",
            "leerloop.nl",
            "http://leerloop.nl",
            "https://leerloop.nl/pad",
            "https://leerloop.nl?x",
            "https://a@b.nl",
        ] {
            assert!(own_address(wrong).is_err(), "{wrong}");
        }
    }
}
