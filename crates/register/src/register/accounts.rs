//! Accounts: who works with the register, in which role, with which relations.

use jiff::Timestamp;
use stelsel::{AgbCode, Identiteit, Rol, Wijkcode};

use super::{Register, millis, passkeys, sessies};
use crate::Fout;
use crate::db::{Rij, Verbinding};
use crate::journaal::{Handeling, Regel};

impl Register {
    /// The accounts that have not ended, in order.
    pub fn accounts(&self) -> Result<Vec<Identiteit>, Fout> {
        let now = self.0.klok.now();
        self.0.lezers.read(|db| all(db, now))
    }

    /// Adds an account or replaces it. Who gets another role has to sign in again.
    pub fn put_account(&self, account: &Identiteit) -> Result<(), Fout> {
        let (account, now) = (account.clone(), self.0.klok.now());
        self.write(move |beurt| {
            put_account(beurt.db, &account)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "account", &account.account);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Ends an account at once, with its sessions; it stays known to the journal. False when there is none that runs.
    /// `by` is who does it; nobody is the one at the machine.
    pub fn end_account(&self, by: Option<&Identiteit>, account: &str) -> Result<bool, Fout> {
        let (by, account, now) = (by.cloned(), account.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let ended = beurt.db.execute(
                "UPDATE account SET tot = $1 WHERE sleutel = $2 AND tot IS NULL",
                &[millis(now), account.as_str().into()],
            )?;
            if ended == 0 {
                return Ok(false);
            }
            sessies::end_all(beurt.db, &account)?;
            passkeys::remove_all(beurt.db, &account)?;
            for sql in
                ["DELETE FROM uitnodiging WHERE account = $1", "DELETE FROM herstelcode WHERE account = $1"]
            {
                beurt.db.execute(sql, &[account.as_str().into()])?;
            }
            beurt.pen.write(beurt.db, &line(by.as_ref(), now, "account-einde", &account), &[])?;
            Ok(true)
        })
    }
}

/// An account as the functional manager sees it: which rights, since when unused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountBeeld {
    /// Who it is, in which role, with which relations.
    pub wie: Identiteit,
    /// When it was last signed in with.
    pub laatst: Option<Timestamp>,
    /// Since when it is over.
    pub tot: Option<Timestamp>,
    /// Whether there is a password.
    pub wachtwoord: bool,
    /// Until when the invitation holds that was not used yet.
    pub uitgenodigd: Option<Timestamp>,
}

impl Register {
    /// All accounts with their rights and their last use, also those that ended, for the functional manager. Not those of
    /// residents who sign in with their citizen service number: there is nothing to look after, and they tell who gets help.
    pub fn account_report(&self) -> Result<Vec<AccountBeeld>, Fout> {
        let now = self.0.klok.now();
        self.0.lezers.read(|db| {
            db.query(
                "SELECT a.sleutel, a.naam, a.rol, a.wijken, a.aanbieder, a.gezin, a.persoon, a.laatst, a.tot, \
                 CASE WHEN w.account IS NULL THEN 0 ELSE 1 END, u.tot FROM account a \
                 LEFT JOIN wachtwoord w ON w.account = a.sleutel \
                 LEFT JOIN uitnodiging u ON u.account = a.sleutel AND u.tot > $1 WHERE a.sleutel NOT LIKE $2 \
                 ORDER BY a.volgorde, a.sleutel",
                &[millis(now), format!("{RESIDENT}%").as_str().into()],
                |row| {
                    let moment = |column: usize| {
                        row.number_opt(column)?.map(|_| row.moment(column)).transpose()
                    };
                    Ok(AccountBeeld {
                        wie: account_of(row)?,
                        laatst: moment(7)?,
                        tot: moment(8)?,
                        wachtwoord: row.number(9)? == 1,
                        uitgenodigd: moment(10)?,
                    })
                },
            )
        })
    }

    /// Adds an account that does not exist yet; false when there is one with this key, also one that ended.
    pub fn add_account(&self, by: Option<&Identiteit>, account: &Identiteit) -> Result<bool, Fout> {
        let (by, account, now) = (by.cloned(), account.clone(), self.0.klok.now());
        self.write(move |beurt| {
            let sql = "SELECT 1 FROM account WHERE sleutel = $1";
            let there = beurt.db.query_opt(sql, &[account.account.as_str().into()], |row| row.number(0))?;
            if there.is_some() {
                return Ok(false);
            }
            put_account(beurt.db, &account)?;
            beurt.pen.write(beurt.db, &line(by.as_ref(), now, "account", &account.account), &[])?;
            Ok(true)
        })
    }
}

/// How the account of a resident begins who signs in with their citizen service number: only they open it.
pub(super) const RESIDENT: &str = "inwoner-";

/// The accounts of staff of whom families see the function only.
pub(crate) fn shielded(db: &mut Verbinding) -> Result<Vec<String>, Fout> {
    db.query("SELECT sleutel FROM account WHERE afgeschermd <> 0", &[], |row| row.text(0))
}

/// A line about setting something up: by someone, or by the one at the machine.
pub(super) fn line<'a>(
    by: Option<&'a Identiteit>,
    now: Timestamp,
    part: &'a str,
    object: &'a str,
) -> Regel<'a> {
    match by {
        Some(who) => Regel::by(who, now, Handeling::Inrichten, part, object),
        None => Regel::by_program(now, Handeling::Inrichten, part, object),
    }
}

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

/// The accounts that have not ended, in order, without the families that they are tied to by name.
pub(crate) fn all(db: &mut Verbinding, now: Timestamp) -> Result<Vec<Identiteit>, Fout> {
    let sql = account!("WHERE a.tot IS NULL OR a.tot > $1 ORDER BY a.volgorde, a.sleutel");
    db.query(sql, &[millis(now)], account_of)
}

/// An account that has not ended.
pub(super) fn find_active(
    db: &mut Verbinding,
    account: &str,
    now: Timestamp,
) -> Result<Option<Identiteit>, Fout> {
    let sql = account!("WHERE a.sleutel = $1 AND (a.tot IS NULL OR a.tot > $2)");
    db.query_opt(sql, &[account.into(), millis(now)], account_of)
}

pub(super) fn account_of(row: &Rij<'_>) -> Result<Identiteit, Fout> {
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

pub(super) fn put_account(db: &mut Verbinding, account: &Identiteit) -> Result<(), Fout> {
    let role = db.query_opt(
        "SELECT rol FROM account WHERE sleutel = $1",
        &[account.account.as_str().into()],
        |row| row.text(0),
    )?;
    if role.is_some_and(|role| role != account.rol.key()) {
        sessies::end_all(db, &account.account)?;
    }
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
