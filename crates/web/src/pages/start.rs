//! The first page: who are you? In the demo one chooses a person; otherwise it says that there are no accounts yet.

use askama::Template;
use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::Inrichting;
use stelsel::{Identiteit, Rol};

use crate::Staat;
use crate::adres::{Pad, own_path};
use crate::bewijs::Bewijs;
use crate::bezoek::{InTaal, Vraag, buiten, pagina, wie};
use crate::fout::Fout;
use crate::kader::{Kader, eerste_pagina};

/// The page.
#[derive(Template)]
#[template(path = "start.html")]
pub(crate) struct StartPagina {
    k: Kader,
    regio: Option<String>,
    melding: Option<String>,
    naar: Option<String>,
    groepen: Vec<Groep>,
    /// The providers at which one can sign in: name and what the button says.
    aanmelders: Vec<(String, String)>,
    /// There are accounts with a password.
    lokaal: bool,
    /// They can have passkeys.
    passkeys: bool,
}

/// The persons of one role.
struct Groep {
    /// Key of the role.
    sleutel: &'static str,
    rol: String,
    uitleg: String,
    /// Account and what the button says.
    mensen: Vec<(String, String)>,
}

/// What the query tells.
#[derive(Default)]
pub(crate) struct Gevraagd {
    /// Where someone wanted to go.
    pub(crate) naar: Option<String>,
    /// The chosen person does not exist.
    pub(crate) onbekend: bool,
    /// The providers that are set up: name and what the button says.
    pub(crate) aanmelders: Vec<(String, String)>,
    /// What was typed in or shown is not right: the key of what is told.
    pub(crate) mis: Option<&'static str>,
    /// Accounts of our own can be used.
    pub(crate) lokaal: bool,
    /// They can have passkeys.
    pub(crate) passkeys: bool,
}

impl StartPagina {
    pub(crate) fn new(k: Kader, setup: Inrichting, accounts: Vec<Identiteit>, asked: Gevraagd) -> Self {
        // Without the demo nobody signs in by choosing a name.
        let accounts = if setup.demo { accounts } else { Vec::new() };
        let groepen = Rol::ALL.into_iter().map(|rol| Groep {
            sleutel: rol.key(),
            rol: k.rol(rol),
            uitleg: k.t(&format!("rol-{}-uitleg", rol.key())),
            mensen: accounts
                .iter()
                .filter(|account| account.rol == rol)
                .map(|account| (account.account.clone(), k.t1("verder-als", "naam", account.naam.as_str())))
                .collect(),
        });
        Self {
            regio: setup.regio,
            melding: match (asked.onbekend, asked.mis) {
                (true, _) => Some(k.t("start-onbekend")),
                (_, Some(key)) => Some(k.t(key)),
                _ => None,
            },
            lokaal: asked.lokaal,
            passkeys: asked.passkeys,
            naar: asked.naar,
            groepen: groepen.filter(|g| !g.mensen.is_empty()).collect(),
            aanmelders: asked.aanmelders,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let accounts = Rol::ALL.into_iter().map(|rol| crate::monster::iemand(rol, nasty)).collect();
        let aanmelders = vec![
            ("werk".to_owned(), crate::monster::of(nasty, "Inloggen met je werkaccount")),
            ("digid".to_owned(), crate::monster::of(nasty, "Inloggen als inwoner (DigiD)")),
        ];
        let asked = Gevraagd {
            naar: Some(nasty.to_owned()),
            onbekend: true,
            aanmelders,
            mis: Some("passkey-mis"),
            lokaal: true,
            passkeys: true,
        };
        let setup = crate::monster::inrichting(nasty);
        Self::new(Kader { wie: None, demo: true, ..k.clone() }, setup, accounts, asked)
    }
}

pub(crate) async fn toon(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    Extension(bewijs): Extension<Bewijs>,
    headers: HeaderMap,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    if let Some(pad) = wie(&staat, &headers).await?.as_ref().and_then(eerste_pagina) {
        return Ok(Redirect::to(&pad.to_string()).into_response());
    }
    let aanmelders = super::aanmelders::buttons(&staat.toestand.aanmelders, taal);
    let register = staat.toestand.register;
    let (lokaal, passkeys) = (register.has_local_accounts(), register.has_passkeys());
    let (setup, accounts) = buiten(move || Ok((register.inrichting()?, register.accounts()?))).await?;
    let asked = Gevraagd {
        naar: query.get("naar").and_then(own_path).map(str::to_owned),
        onbekend: query.get("onbekend").is_some(),
        aanmelders,
        mis: query.get("mis").map(|what| if what == "passkey" { "passkey-mis" } else { "aanmelden-mis" }),
        passkeys,
        lokaal: lokaal && !accounts.is_empty(),
    };
    let k = Kader { demo: setup.demo, bewijs, ..Kader::kaal(taal) };
    pagina(&StartPagina::new(k, setup, accounts, asked))
}
