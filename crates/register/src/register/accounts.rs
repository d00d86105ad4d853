//! Accounts and sessions.

use sha2::{Digest, Sha256};
use stelsel::{AgbCode, Identiteit, Rol, Wijkcode};

use super::{Register, hex};
use crate::Fout;
use crate::db::{Rij, Verbinding};
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::tied_to;

impl Register {
    /// The accounts one can choose from, in order. Empty outside a demo.
    pub fn accounts(&self) -> Result<Vec<Identiteit>, Fout> {
        self.0.lezers.read(all)
    }

    /// Adds an account or replaces it.
    pub fn put_account(&self, account: &Identiteit) -> Result<(), Fout> {
        let (account, now) = (account.clone(), self.0.klok.now());
        self.write(move |beurt| {
            put_account(beurt.db, &account)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "account", &account.account);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Opens a session; `None` when there is no such account. The token is stored only as a hash.
    pub fn sign_in(&self, account: &str) -> Result<Option<String>, Fout> {
        let (account, now) = (account.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let Some(who) = find_account(beurt.db, &account)? else { return Ok(None) };
            let token: [u8; 32] = beurt.toeval.bytes()?;
            let text = hex(&token);
            let hash = token_hash(&text);
            beurt.db.execute_one(
                "INSERT INTO sessie (token, account, begonnen) VALUES ($1, $2, $3)",
                &[hash.as_slice().into(), who.account.as_str().into(), now.as_millisecond().into()],
            )?;
            let line = Regel::by(&who, now, Handeling::Aanmelden, "sessie", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Some(text))
        })
    }

    /// Who is signed in with this token. A session lasts twelve hours.
    pub fn session(&self, token: &str) -> Result<Option<Identiteit>, Fout> {
        let hash = token_hash(token);
        let now = self.0.klok.now();
        let oldest = now.as_millisecond() - SESSION_MILLIS;
        self.0.lezers.read(|db| {
            let found = db.query_opt(
                "SELECT account FROM sessie WHERE token = $1 AND begonnen > $2",
                &[hash.as_slice().into(), oldest.into()],
                |row| row.text(0),
            )?;
            let Some(who) = found.map_or(Ok(None), |account| find_account(db, &account))? else {
                return Ok(None);
            };
            let betrokken = tied_to(db, &who.account, now)?;
            Ok(Some(Identiteit { betrokken, ..who }))
        })
    }

    /// Ends a session at once.
    pub fn sign_out(&self, token: &str) -> Result<(), Fout> {
        let (hash, now) = (token_hash(token), self.0.klok.now());
        self.write(move |beurt| {
            let account = beurt.db.query_opt(
                "SELECT account FROM sessie WHERE token = $1",
                &[hash.as_slice().into()],
                |row| row.text(0),
            )?;
            let Some(who) = account.map_or(Ok(None), |a| find_account(beurt.db, &a))? else { return Ok(()) };
            beurt.db.execute_one("DELETE FROM sessie WHERE token = $1", &[hash.as_slice().into()])?;
            let line = Regel::by(&who, now, Handeling::Afmelden, "sessie", "");
            beurt.pen.write(beurt.db, &line, &[])
        })
    }
}

const SESSION_MILLIS: i64 = 12 * 60 * 60 * 1000;

/// The columns of an account, in the order of [`account_of`]. A member of a family is of the family in which they are now.
macro_rules! account {
    ($rest:literal) => {
        concat!(
            "SELECT a.sleutel, a.naam, a.rol, a.wijken, a.aanbieder, coalesce(p.gezin, a.gezin), a.persoon FROM account a \
             LEFT JOIN persoon p ON p.id = a.persoon ",
            $rest
        )
    };
}

/// All accounts, in order, without the families that they are tied to by name.
pub(crate) fn all(db: &mut Verbinding) -> Result<Vec<Identiteit>, Fout> {
    db.query(account!("ORDER BY a.volgorde, a.sleutel"), &[], account_of)
}

pub(super) fn find_account(db: &mut Verbinding, account: &str) -> Result<Option<Identiteit>, Fout> {
    db.query_opt(account!("WHERE a.sleutel = $1"), &[account.into()], account_of)
}

fn account_of(row: &Rij<'_>) -> Result<Identiteit, Fout> {
    let wijken = row.text(3)?;
    let (gezin, persoon) = (row.bytes_opt(5)?, row.bytes_opt(6)?);
    Ok(Identiteit {
        account: row.text(0)?,
        naam: row.text(1)?,
        rol: Rol::from_key(&row.text(2)?).ok_or(Fout::Tegenstrijdig("an account has an unknown role"))?,
        wijken: wijken.split_whitespace().map(Wijkcode::parse).collect::<Result<_, _>>()?,
        aanbieder: row.code_opt(4)?,
        gezin: gezin.map(|b| stelsel::Id::try_from(b.as_slice())).transpose()?,
        persoon: persoon.map(|b| stelsel::Id::try_from(b.as_slice())).transpose()?,
        betrokken: Vec::new(),
    })
}

fn put_account(db: &mut Verbinding, account: &Identiteit) -> Result<(), Fout> {
    let wijken: Vec<String> = account.wijken.iter().map(ToString::to_string).collect();
    db.execute_one(
        "INSERT INTO account (sleutel, volgorde, naam, rol, wijken, aanbieder, gezin, persoon) \
         VALUES ($1, (SELECT count(*) FROM account), $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (sleutel) DO UPDATE SET naam = excluded.naam, rol = excluded.rol, wijken = excluded.wijken, \
         aanbieder = excluded.aanbieder, gezin = excluded.gezin, \
         persoon = excluded.persoon",
        &[
            account.account.as_str().into(),
            account.naam.as_str().into(),
            account.rol.key().into(),
            wijken.join(" ").as_str().into(),
            account.aanbieder.map(AgbCode::number).into(),
            account.gezin.as_ref().into(),
            account.persoon.as_ref().into(),
        ],
    )
}

fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
