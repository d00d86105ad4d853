//! Walks through signing in as a browser does.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use openidconnect::url::Url;
use register::Koppeling;
use stelsel::{Klok as _, Rol};
use web::oidc::{Aanmelders, Clientbewijs, Instelling, Soort};

use super::nep::{GEHEIM, Gevraagd, Nep, Spel};
use crate::app::{Antwoord, TestApp};

/// What the provider and the browser bring back.
pub(crate) struct Weg {
    pub(crate) query: Vec<(String, String)>,
    pub(crate) cookie: String,
    /// Name of the provider in the address.
    pub(crate) naam: &'static str,
}

impl Weg {
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.query.retain(|(key, _)| key != name);
        self.query.push((name.into(), value.into()));
    }

    pub(crate) fn drop(&mut self, name: &str) {
        self.query.retain(|(key, _)| key != name);
    }
}

/// The program and the providers that it knows.
pub(crate) struct Proef {
    pub(crate) app: TestApp,
    pub(crate) werk: Nep,
    pub(crate) digid: Nep,
}

pub(crate) fn setting(naam: &str, soort: Soort, uitgever: &str) -> Instelling {
    Instelling {
        naam: naam.into(),
        soort,
        label_nl: format!("Inloggen met {naam}"),
        label_en: format!("Sign in with {naam}"),
        uitgever: uitgever.into(),
        client: "leerloop".into(),
        bewijs: Clientbewijs::Geheim(GEHEIM.into()),
        acr: vec!["hoog".into(), "hoger".into()],
        scopes: vec!["profiel".into()],
        geldig: Duration::from_hours(1),
        geduld: Duration::from_millis(1_500),
        wortels: None,
    }
}

impl Proef {
    pub(crate) fn new() -> Self {
        let app = TestApp::with(false, true);
        let nu = app.klok.now().as_second();
        let (werk, digid) = (Nep::start(nu), Nep::start(nu));
        let linked = app.register.link_subject(Rol::Beheer.key(), &werk.adres, "samira-1").unwrap();
        assert_eq!(linked, Koppeling::Gedaan);
        let mut proef = Self { app, werk, digid };
        proef.fresh();
        proef
    }

    /// The pages as they are just after starting: nothing of a provider is remembered.
    pub(crate) fn fresh(&mut self) {
        let resident = Soort::Inwoner { bsn_claim: "urn:bsn".into() };
        let settings = vec![
            setting("werk", Soort::Medewerker, &self.werk.adres),
            setting("digid", resident, &self.digid.adres),
        ];
        self.app.set_aanmelders(Aanmelders::new("https://leerloop.nl", settings).unwrap());
        let nu = self.app.klok.now().as_second();
        for nep in [&self.werk, &self.digid] {
            nep.set(|binnen| {
                binnen.spel = Spel::default();
                binnen.nu = nu;
                binnen.sub = "samira-1".into();
            });
        }
    }

    pub(crate) fn nep(&self, naam: &str) -> &Nep {
        if naam == "digid" { &self.digid } else { &self.werk }
    }

    /// Presses the button. The way back, or the page that refused.
    pub(crate) fn begin(&self, naam: &'static str, cookies: &str) -> Result<Weg, Box<Antwoord>> {
        let answer = self.app.post(&format!("/aanmelden/bij/{naam}"), cookies, "naar=%2Fregio");
        if answer.status != StatusCode::OK {
            return Err(Box::new(answer));
        }
        let refresh = answer.header("refresh").strip_prefix("0; url=").unwrap().to_owned();
        let adres = Url::parse(&refresh).unwrap();
        let asked: BTreeMap<String, String> = adres.query_pairs().into_owned().collect();
        let given = |name: &str| asked[name].clone();
        assert_eq!(given("code_challenge_method"), "S256");
        assert_eq!(given("response_type"), "code");
        assert_eq!(given("acr_values"), "hoog hoger");
        assert_eq!(given("scope"), "openid profiel");
        assert_eq!(given("redirect_uri"), format!("https://leerloop.nl/aanmelden/terug/{naam}"));
        let nep = self.nep(naam);
        nep.set(|binnen| {
            binnen.gevraagd = Gevraagd {
                nonce: given("nonce"),
                challenge: given("code_challenge"),
                redirect: given("redirect_uri"),
                code: "code-1".into(),
                gebruikt: false,
            };
        });
        let query = vec![
            ("code".into(), "code-1".into()),
            ("state".into(), given("state")),
            ("iss".into(), nep.adres.clone()),
        ];
        let set = answer.header(SET_COOKIE.as_str());
        assert!(set.starts_with("__Host-leerloop-poging=") && set.contains("; Secure"), "{set}");
        Ok(Weg { query, cookie: set.split(';').next().unwrap().to_owned(), naam })
    }

    /// Comes back from the provider.
    pub(crate) fn terug(&self, weg: &Weg) -> Antwoord {
        let query = openidconnect::url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&weg.query)
            .finish();
        self.app.get(&format!("/aanmelden/terug/{}?{query}", weg.naam), &weg.cookie)
    }

    /// All the way.
    pub(crate) fn sign_in(&self, naam: &'static str) -> Antwoord {
        match self.begin(naam, "") {
            Ok(weg) => self.terug(&weg),
            Err(refused) => *refused,
        }
    }
}

/// The session that an answer begins.
pub(crate) fn session(answer: &Antwoord) -> Option<String> {
    let lines = answer.headers.get_all(SET_COOKIE).iter().map(|line| line.to_str().unwrap());
    let mut pairs = lines.map(|line| line.split(';').next().unwrap());
    let found = pairs.find(|pair| pair.starts_with("__Host-leerloop=") && !pair.ends_with('='));
    found.map(str::to_owned)
}
