//! One provider: what is set up for it, the way to it, and what it told.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use openidconnect::url::Url;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, RedirectUrl};

use super::assertie::Sleutel;
use super::gegevens::{Gegevens, Geheugen};
use super::instelling::{Clientbewijs, InstelFout, Instelling, Soort, is_local, is_safe};
use super::verkeer::Verkeer;
use super::weigering::Weigering;
use crate::taal::Taal;

/// How we prove who we are.
pub(super) enum Bewijs {
    Geheim(ClientSecret),
    Sleutel(Sleutel),
}

/// A provider at which one can sign in.
pub(crate) struct Aanmelder {
    naam: String,
    pub(super) soort: Soort,
    labels: [String; 2],
    pub(super) issuer: IssuerUrl,
    pub(super) client: ClientId,
    pub(super) bewijs: Bewijs,
    pub(super) acr: Vec<String>,
    pub(super) scopes: Vec<String>,
    pub(super) geldig: Duration,
    pub(super) redirect: RedirectUrl,
    pub(super) na_uitloggen: Url,
    pub(super) verkeer: Verkeer,
    geheugen: Geheugen,
}

impl Aanmelder {
    pub(super) fn new(basis: &Url, i: Instelling) -> Result<Self, InstelFout> {
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if i.naam.is_empty() || i.naam.len() > 40 || !i.naam.chars().all(sound) {
            return Err(InstelFout::Naam(i.naam));
        }
        let claim = match &i.soort {
            Soort::Medewerker => "-",
            Soort::Inwoner { bsn_claim } => bsn_claim,
        };
        let acr = if i.acr.iter().all(|acr| is_word(acr)) { i.acr.concat() } else { String::new() };
        let needed = [
            ("label.nl", &i.label_nl),
            ("label.en", &i.label_en),
            ("client-id", &i.client),
            ("bsn-claim", &claim.to_owned()),
            ("acr", &acr),
        ];
        if let Some((veld, _)) = needed.iter().find(|(_, value)| value.trim().is_empty()) {
            return Err(InstelFout::Leeg { naam: i.naam, veld });
        }
        let url = Url::parse(&i.uitgever).ok().filter(|url| is_safe(url, true));
        let url = url.filter(|url| url.query().is_none() && url.fragment().is_none());
        let Some(url) = url else { return Err(InstelFout::Uitgever(i.naam)) };
        let Ok(issuer) = IssuerUrl::new(i.uitgever) else { return Err(InstelFout::Uitgever(i.naam)) };
        let Some(verkeer) = Verkeer::new(is_local(&url), i.geduld, i.wortels.as_deref()) else {
            return Err(InstelFout::Wortels(i.naam));
        };
        let bewijs = match i.bewijs {
            Clientbewijs::Geheim(geheim) if geheim.trim().is_empty() => {
                return Err(InstelFout::Leeg { naam: i.naam, veld: "client-secret" });
            }
            Clientbewijs::Geheim(geheim) => Bewijs::Geheim(ClientSecret::new(geheim.trim().to_owned())),
            Clientbewijs::Sleutel { pem, kid } => match Sleutel::read(&pem, kid) {
                Some(sleutel) => Bewijs::Sleutel(sleutel),
                None => return Err(InstelFout::Sleutel(i.naam)),
            },
        };
        let own = |path: &str| basis.join(path).map_err(|_| InstelFout::Adres(basis.to_string()));
        let redirect = own(&format!("{}{}", crate::adres::TERUG, i.naam))?;
        Ok(Self {
            soort: i.soort,
            labels: [i.label_nl, i.label_en],
            issuer,
            client: ClientId::new(i.client),
            bewijs,
            acr: i.acr,
            scopes: i.scopes,
            geldig: i.geldig,
            redirect: RedirectUrl::from_url(redirect),
            na_uitloggen: own("/")?,
            verkeer,
            geheugen: Geheugen::default(),
            naam: i.naam,
        })
    }

    /// Its name in our addresses.
    pub(crate) fn naam(&self) -> &str {
        &self.naam
    }

    /// Its issuer identifier.
    pub(crate) fn uitgever(&self) -> &str {
        self.issuer.as_str()
    }

    /// What the button says.
    pub(crate) fn label(&self, taal: Taal) -> &str {
        let [nl, en] = &self.labels;
        match taal {
            Taal::Nl => nl,
            Taal::En => en,
        }
    }

    /// What the provider told of itself.
    pub(super) fn gegevens(&self, now: Timestamp) -> Result<Arc<Gegevens>, Weigering> {
        self.geheugen.get(&self.verkeer, &self.issuer, now)
    }

    /// The same with keys that were asked for again; `None` when that was done a moment ago.
    pub(super) fn renewed(
        &self,
        known: &Gegevens,
        now: Timestamp,
    ) -> Result<Option<Arc<Gegevens>>, Weigering> {
        self.geheugen.renew_keys(&self.verkeer, known, now)
    }
}

/// A value that can stand in a list with spaces between.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic())
}
