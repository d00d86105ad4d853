//! Reads the file that says where one can sign in (`serve --sign-in FILE`). Secrets stand in files of their own, named
//! from the folder of that file.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, anyhow};
use serde::Deserialize;
use web::oidc::{Aanmelders, Clientbewijs, InstelFout, Instelling, Soort};

use crate::spraak::Spraak;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bestand {
    /// Where browsers reach Leerloop.
    address: String,
    provider: Vec<Provider>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Provider {
    name: String,
    kind: Kind,
    label: Label,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    private_key: Option<String>,
    key_id: Option<String>,
    acr: Vec<String>,
    #[serde(default)]
    scopes: Vec<String>,
    bsn_claim: Option<String>,
    certificates: Option<String>,
    #[serde(default = "an_hour")]
    token_minutes: u16,
    #[serde(default = "ten")]
    timeout_seconds: u16,
}

const fn an_hour() -> u16 {
    60
}

const fn ten() -> u16 {
    10
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Staff,
    Resident,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    nl: String,
    en: String,
}

/// The providers of a file.
pub(crate) fn read(spraak: &Spraak, file: &Path) -> Result<Aanmelders> {
    let text = text_of(spraak, file)?;
    let bestand: Bestand = toml::from_str(&text).map_err(|error| {
        let line =
            error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let values = [
            ("bestand", file.display().to_string().into()),
            ("regel", line.into()),
            ("reden", error.message().into()),
        ];
        anyhow!(spraak.say("inloggen-onleesbaar", &values))
    })?;
    if bestand.provider.is_empty() {
        return Err(anyhow!(spraak.say("inloggen-geen", &[("bestand", file.display().to_string().into())])));
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    let settings = bestand.provider.into_iter().map(|provider| setting(spraak, folder, provider));
    Aanmelders::new(&bestand.address, settings.collect::<Result<_>>()?)
        .map_err(|fault| anyhow!(told(spraak, &fault)))
}

fn setting(spraak: &Spraak, folder: &Path, provider: Provider) -> Result<Instelling> {
    let refuse = |key: &str| anyhow!(spraak.say(key, &[("naam", provider.name.as_str().into())]));
    let bewijs = match (&provider.client_secret, &provider.private_key) {
        (Some(secret), None) => Clientbewijs::Geheim(text_of(spraak, &folder.join(secret))?),
        (None, Some(key)) => {
            Clientbewijs::Sleutel { pem: text_of(spraak, &folder.join(key))?, kid: provider.key_id.clone() }
        }
        _ => return Err(refuse("inloggen-een-bewijs")),
    };
    let soort = match (provider.kind, &provider.bsn_claim) {
        (Kind::Staff, None) => Soort::Medewerker,
        (Kind::Resident, Some(claim)) => Soort::Inwoner { bsn_claim: claim.clone() },
        (Kind::Staff, Some(_)) => return Err(refuse("inloggen-bsn-te-veel")),
        (Kind::Resident, None) => return Err(refuse("inloggen-bsn-ontbreekt")),
    };
    if !(1..=120).contains(&provider.token_minutes) || !(1..=60).contains(&provider.timeout_seconds) {
        return Err(refuse("inloggen-duur"));
    }
    let wortels = match &provider.certificates {
        Some(certificates) => Some(text_of(spraak, &folder.join(certificates))?.into_bytes()),
        None => None,
    };
    Ok(Instelling {
        naam: provider.name,
        soort,
        label_nl: provider.label.nl,
        label_en: provider.label.en,
        uitgever: provider.issuer,
        client: provider.client_id,
        bewijs,
        acr: provider.acr,
        scopes: provider.scopes,
        geldig: Duration::from_secs(60 * u64::from(provider.token_minutes)),
        geduld: Duration::from_secs(u64::from(provider.timeout_seconds)),
        wortels,
    })
}

fn text_of(spraak: &Spraak, file: &Path) -> Result<String> {
    std::fs::read_to_string(file).map_err(|error| {
        let values = [("bestand", file.display().to_string().into()), ("reden", error.to_string().into())];
        anyhow!(spraak.say("inloggen-bestand", &values))
    })
}

fn told(spraak: &Spraak, fault: &InstelFout) -> String {
    let (key, naam, veld) = match fault {
        InstelFout::Adres(adres) => ("inloggen-adres", adres, ""),
        InstelFout::Naam(naam) => ("inloggen-naam", naam, ""),
        InstelFout::NaamDubbel(naam) => ("inloggen-naam-dubbel", naam, ""),
        InstelFout::UitgeverDubbel(uitgever) => ("inloggen-uitgever-dubbel", uitgever, ""),
        InstelFout::Uitgever(naam) => ("inloggen-uitgever", naam, ""),
        InstelFout::Leeg { naam, veld } => ("inloggen-leeg", naam, *veld),
        InstelFout::Sleutel(naam) => ("inloggen-sleutel", naam, ""),
        InstelFout::Wortels(naam) => ("inloggen-wortels", naam, ""),
    };
    spraak.say(key, &[("naam", naam.into()), ("veld", veld.into())])
}
