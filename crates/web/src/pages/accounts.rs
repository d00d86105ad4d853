//! The accounts of everyone: who may what, when it was last used; adding, inviting, ending.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use register::AccountBeeld;
use stelsel::toegang::Bereik;
use stelsel::{AgbCode, Identiteit, Onderdeel, Rol, Wijkcode};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;

/// Rights that were not used for so long are pointed out.
const ONGEBRUIKT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The page.
#[derive(Template)]
#[template(path = "accounts.html")]
pub(crate) struct AccountsPagina {
    k: Kader,
    melding: Option<String>,
    /// For whom, and the code.
    uitgenodigd: Option<(String, String)>,
    invoer: Invoer,
    rollen: Vec<(String, String, bool)>,
    lokaal: bool,
    rijen: Vec<Rij>,
}

/// An account.
struct Rij {
    account: String,
    naam: String,
    rol: String,
    /// What the role opens, and where.
    rechten: String,
    bij: Option<String>,
    laatst: String,
    stand: Option<String>,
    loopt: bool,
    /// It is one's own.
    eigen: bool,
}

/// What was typed in for a new account.
#[derive(Clone, Default)]
struct Invoer {
    account: String,
    naam: String,
    rol: String,
    wijken: String,
    aanbieder: String,
}

impl Invoer {
    fn of(form: &Paren) -> Self {
        let field = |name: &str| form.get(name).unwrap_or_default().to_owned();
        Self {
            account: field("account").to_lowercase(),
            naam: field("naam"),
            rol: field("rol"),
            wijken: field("wijken"),
            aanbieder: field("aanbieder"),
        }
    }

    /// The account, or the key of what is wrong.
    fn lees(&self) -> Result<Identiteit, &'static str> {
        if !is_name(&self.account) {
            return Err("accounts-naam-mis");
        }
        if self.naam.is_empty() || self.naam.chars().count() > 100 {
            return Err("accounts-mens-mis");
        }
        let rol = Rol::from_key(&self.rol).filter(|rol| *rol != Rol::Gezinslid).ok_or("accounts-rol-mis")?;
        let wijken = self.wijken.split([' ', ',', ';']).filter(|code| !code.is_empty());
        let wijken: Result<Vec<_>, _> = wijken.map(Wijkcode::parse).collect();
        let aanbieder =
            Some(&self.aanbieder).filter(|text| !text.is_empty()).map(|text| AgbCode::parse(text));
        let aanbieder = aanbieder.transpose().map_err(|_| "accounts-aanbieder-mis")?;
        if (rol == Rol::Aanbieder) != aanbieder.is_some() {
            return Err("accounts-aanbieder-mis");
        }
        Ok(Identiteit {
            wijken: wijken.map_err(|_| "accounts-wijken-mis")?,
            aanbieder,
            ..Identiteit::new(&*self.account, &*self.naam, rol)
        })
    }
}

/// What one signs in with: short, in small letters, nothing that can be mistaken.
fn is_name(text: &str) -> bool {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '@');
    (3..=64).contains(&text.len()) && text.chars().all(sound)
}

/// What is to be shown beside the list.
#[derive(Default)]
struct Gedaan {
    melding: Option<&'static str>,
    uitgenodigd: Option<(String, String)>,
    invoer: Invoer,
}

impl AccountsPagina {
    fn new(k: Kader, (report, lokaal): (Vec<AccountBeeld>, bool), now: Timestamp, done: Gedaan) -> Self {
        let own = k.wie.as_ref().map(|wie| wie.account.clone()).unwrap_or_default();
        let rollen = Rol::ALL.into_iter().filter(|rol| *rol != Rol::Gezinslid);
        let rollen =
            rollen.map(|rol| (rol.key().to_owned(), k.rol(rol), done.invoer.rol == rol.key())).collect();
        Self {
            melding: done.melding.map(|key| k.t(key)),
            uitgenodigd: done.uitgenodigd,
            invoer: done.invoer,
            rollen,
            lokaal,
            rijen: report.into_iter().map(|account| rij(&k, account, now, &own)).collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let now: Timestamp = "2026-03-31T08:15:00Z".parse().unwrap();
        let line = |rol, days: Option<i64>, tot: bool, uitgenodigd: bool| AccountBeeld {
            wie: crate::monster::iemand(rol, nasty),
            laatst: days.map(|d| now - SignedDuration::from_hours(24 * d)),
            tot: tot.then_some(now),
            wachtwoord: !uitgenodigd,
            uitgenodigd: uitgenodigd.then_some(now),
        };
        let report = vec![
            line(Rol::Wijkteam, Some(1), false, false),
            line(Rol::Aanbieder, Some(120), false, false),
            line(Rol::Raad, None, false, true),
            line(Rol::Auditor, Some(3), true, false),
        ];
        let invoer = Invoer {
            account: nasty.to_owned(),
            naam: nasty.to_owned(),
            rol: "raad".to_owned(),
            wijken: nasty.to_owned(),
            aanbieder: nasty.to_owned(),
        };
        let given = (nasty.to_owned(), nasty.to_owned());
        let done = Gedaan { melding: Some("accounts-naam-mis"), uitgenodigd: Some(given), invoer };
        Self::new(k.clone(), (report, true), now, done)
    }
}

fn rij(k: &Kader, account: AccountBeeld, now: Timestamp, own: &str) -> Rij {
    let AccountBeeld { wie, laatst, tot, wachtwoord, uitgenodigd } = account;
    let parts = Onderdeel::ALL.into_iter().filter(|part| *part != Onderdeel::MijnAccount).filter_map(
        |part| match wie.reach(part) {
            Bereik::Niets => None,
            Bereik::Eigen => Some(k.t1("recht-eigen", "deel", k.t(&format!("onderdeel-{}", part.key())))),
            Bereik::Alles => Some(k.t(&format!("onderdeel-{}", part.key()))),
        },
    );
    let mut bij: Vec<String> = wie.wijken.iter().map(ToString::to_string).collect();
    bij.extend(wie.aanbieder.map(|agb| agb.to_string()));
    let unused = tot.is_none() && laatst.is_some_and(|l| l < now - ONGEBRUIKT);
    let stand = match (tot, uitgenodigd) {
        (Some(moment), _) => Some(k.t1("accounts-gestopt", "moment", k.moment(moment))),
        (None, Some(moment)) => Some(k.t1("accounts-uitgenodigd-tot", "moment", k.moment(moment))),
        (None, None) if unused => Some(k.t("accounts-ongebruikt")),
        (None, None) if !wachtwoord && laatst.is_none() => Some(k.t("accounts-nooit-uitgenodigd")),
        _ => None,
    };
    Rij {
        rol: k.rol(wie.rol),
        rechten: parts.collect::<Vec<_>>().join(", "),
        bij: (!bij.is_empty()).then(|| bij.join(", ")),
        laatst: laatst.map_or_else(|| k.t("accounts-nooit"), |moment| k.moment(moment)),
        stand,
        loopt: tot.is_none(),
        eigen: wie.account == own,
        account: wie.account,
        naam: wie.naam,
    }
}

/// The page with what was done.
async fn page(bezoek: Bezoek, done: Gedaan) -> Result<Response, Fout> {
    let now = bezoek.staat().toestand.klok.now();
    let report =
        bezoek.doe(|register, _| Ok((register.account_report()?, register.has_local_accounts()))).await?;
    let (k, ()) = bezoek.kijk(String::from("lijst"), |_| Ok(())).await?;
    let k = Kader { pad: Pad::Accounts.to_string(), ..k };
    let wrong = done.melding.is_some();
    pagina_met(
        if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK },
        &AccountsPagina::new(k, report, now, done),
    )
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    page(bezoek, Gedaan::default()).await
}

/// Adds an account, and invites at once when that can be done.
pub(crate) async fn voeg_toe(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let invoer = Invoer::of(&form);
    let account = match invoer.lees() {
        Ok(account) => account,
        Err(key) => return page(bezoek, Gedaan { melding: Some(key), invoer, ..Gedaan::default() }).await,
    };
    let name = account.naam.clone();
    let added = bezoek
        .doe(move |register, wie| {
            if !register.add_account(Some(wie), &account)? {
                return Ok(None);
            }
            let code = register.has_local_accounts().then(|| register.invite(Some(wie), &account.account));
            Ok(Some(code.transpose()?.flatten()))
        })
        .await?;
    let done = match added {
        None => Gedaan { melding: Some("accounts-bestaat"), invoer, ..Gedaan::default() },
        Some(code) => Gedaan { uitgenodigd: code.map(|code| (name, code)), ..Gedaan::default() },
    };
    page(bezoek, done).await
}

/// Invites someone, also who lost a password or a phone: what they had works until the invitation is accepted.
pub(crate) async fn nodig_uit(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let account = form.get("account").ok_or(Fout::Verzoek)?.to_owned();
    let asked = account.clone();
    let code = bezoek.doe(move |register, wie| {
        if !register.has_local_accounts() {
            return Err(register::Fout::NietGevonden);
        }
        register.invite(Some(wie), &asked)
    });
    let code = code.await?.ok_or(Fout::NietGevonden)?;
    page(bezoek, Gedaan { uitgenodigd: Some((account, code)), ..Gedaan::default() }).await
}

/// Ends an account, with its sessions, at once. Nobody ends their own: then there may be nobody left who can invite.
pub(crate) async fn beeindig(bezoek: Bezoek, Formulier(form): Formulier) -> Result<Response, Fout> {
    let account = form.get("account").ok_or(Fout::Verzoek)?.to_owned();
    if account == bezoek.wie().account {
        return page(bezoek, Gedaan { melding: Some("accounts-niet-zelf"), ..Gedaan::default() }).await;
    }
    let ended = bezoek.doe(move |register, wie| register.end_account(Some(wie), &account)).await?;
    if ended { page(bezoek, Gedaan::default()).await } else { Err(Fout::NietGevonden) }
}
