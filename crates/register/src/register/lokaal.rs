//! Accounts of our own: an invitation, a password with a second factor, codes to recover.
//!
//! All of it needs the key of the vault. An answer never tells whether an account exists: what is not there costs the same
//! time and gives the same answer as what is wrong.

mod uitnodiging;

use jiff::Timestamp;
use stelsel::Identiteit;
use zeroize::Zeroizing;

use super::accounts::find_active;
use super::sessies::{self, Manier, Toestel};
use super::{Register, hex, millis};
use crate::Fout;
use crate::db::Verbinding;
use crate::eenmalig::{self, Geheim};
use crate::journaal::{Handeling, Regel};
use crate::kluis::Plaats;
use crate::schrijver::Beurt;
use crate::wachtwoord::{self, Zwakte};
pub use uitnodiging::{Aangenomen, Uitgenodigd};

/// Codes to recover with.
const HERSTELCODES: usize = 10;

/// What became of changing a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gewijzigd {
    /// It was changed; other sessions ended, and this one goes on with this token.
    Goed(String),
    /// The old one is not right.
    OudMis,
    /// The new one will not do.
    Zwak(Zwakte),
}

/// What someone's own account has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LokaalBeeld {
    /// Since when the password is what it is.
    pub wachtwoord_van: Timestamp,
    /// Codes to recover with that were not used.
    pub herstelcodes: u32,
}

impl Register {
    /// Signs in with a password and a code of an app, or one to recover with. `None` says only that it is not right. Every
    /// attempt leaves a line.
    pub fn sign_in_local(
        &self,
        account: &str,
        password: &str,
        code: &str,
        toestel: Toestel,
    ) -> Result<Option<String>, Fout> {
        let shown = self.shown(account, password, code)?;
        self.enter(shown, toestel)
    }

    /// Holds what was typed in against what is kept. Takes as long for who is not known.
    fn shown(&self, account: &str, password: &str, code: &str) -> Result<Getoond, Fout> {
        let (ready, now) = (self.ready()?, self.0.klok.now());
        let known = self.0.lezers.read(|db| credentials(db, account, now))?;
        let stored = known.as_ref().map_or(ready.schijn.as_str(), |k| k.hash.as_str());
        let right = wachtwoord::verify(password, stored)?;
        let secret = match &known {
            Some(known) => Geheim::from_bytes(ready.kluis.open(totp_place(account), &known.secret)?),
            None => Geheim::from_bytes(Zeroizing::new(vec![0; 20])),
        };
        let digits = eenmalig::digits(code);
        let step = secret.step_of(digits.as_deref().unwrap_or("000000"), now.as_second())?;
        let factor = match digits {
            Some(_) => step.map(Factor::App),
            None => Some(Factor::Herstel(eenmalig::code_hash("herstel", account, code))),
        };
        let (account, kept) = (account.to_owned(), known.is_some());
        let hashes = match known.filter(|_| right) {
            Some(Bekend { hash: was, .. }) if wachtwoord::is_outdated(&was) => {
                Some((was, wachtwoord::hash(password)?))
            }
            Some(Bekend { hash: was, .. }) => Some((was.clone(), was)),
            None => None,
        };
        Ok(Getoond { account, kept, hashes, factor })
    }

    /// Begins the session of who showed a password and a second factor, when that password is still the one that is kept:
    /// another may have been chosen while this one was held against it.
    fn enter(&self, shown: Getoond, toestel: Toestel) -> Result<Option<String>, Fout> {
        let (now, limits) = (self.0.klok.now(), self.limits());
        let Getoond { account, kept, hashes, factor } = shown;
        self.write(move |beurt| {
            let who = match (&hashes, &factor) {
                (Some((was, becomes)), Some(_)) if still_kept(beurt.db, &account, was, becomes)? => {
                    find_active(beurt.db, &account, now)?
                }
                _ => None,
            };
            if let Some(who) = who
                && let Some(factor) = factor
                && factor.take(beurt, &who, now)?
            {
                return sessies::begin(beurt, &who, Manier::Wachtwoord, toestel, now, limits).map(Some);
            }
            // What was typed in for a name may be a password by mistake: only a name that is ours is written down.
            let object = if kept { account.as_str() } else { "onbekend" };
            beurt.pen.write(
                beurt.db,
                &Regel::by_program(now, Handeling::Weigeren, "aanmelden", object),
                &[],
            )?;
            Ok(None)
        })
    }

    /// Changes someone's own password. Other sessions end; the one that asks goes on under another token.
    pub fn change_password(
        &self,
        who: &Identiteit,
        token: &str,
        old: &str,
        new: &str,
    ) -> Result<Gewijzigd, Fout> {
        let now = self.0.klok.now();
        let known = self.0.lezers.read(|db| credentials(db, &who.account, now))?;
        let stored = match &known {
            Some(known) => known.hash.as_str(),
            None => self.ready()?.schijn.as_str(),
        };
        let right = wachtwoord::verify(old, stored)?;
        let Some(known) = known.filter(|_| right) else { return Ok(Gewijzigd::OudMis) };
        if let Err(why) = wachtwoord::check(new, &[&who.account, &who.naam]) {
            return Ok(Gewijzigd::Zwak(why));
        }
        self.replace_password(who, token, (known.hash, wachtwoord::hash(new)?))
    }

    /// Puts a password in the place of the one that was shown, ends the other sessions and goes on under another token: all of
    /// it or nothing. Nothing when another password was chosen meanwhile, or the session ended.
    fn replace_password(
        &self,
        who: &Identiteit,
        token: &str,
        (was, becomes): (String, String),
    ) -> Result<Gewijzigd, Fout> {
        let (who, own, limits) = (who.clone(), sessies::token_hash(token), self.limits());
        let now = self.0.klok.now();
        self.write(move |beurt| {
            let changed = beurt.db.execute(
                "UPDATE wachtwoord SET hash = $1, gewijzigd = $2 WHERE account = $3 AND hash = $4 AND EXISTS \
                 (SELECT 1 FROM sessie WHERE token = $5 AND account = $3 AND begonnen > $6 AND gezien > $7)",
                &[
                    becomes.as_str().into(),
                    millis(now),
                    who.account.as_str().into(),
                    was.as_str().into(),
                    own.as_slice().into(),
                    millis(now - limits.geheel),
                    millis(now - limits.rust),
                ],
            )?;
            if changed == 0 {
                return Ok(Gewijzigd::OudMis);
            }
            let sql = "DELETE FROM sessie WHERE account = $1 AND token <> $2";
            beurt.db.execute(sql, &[who.account.as_str().into(), own.as_slice().into()])?;
            let token = hex(&beurt.toeval.bytes::<32>()?);
            beurt.db.execute_one(
                "UPDATE sessie SET token = $1, gezien = $2 WHERE token = $3",
                &[sessies::token_hash(&token).as_slice().into(), millis(now), own.as_slice().into()],
            )?;
            let line = Regel::by(&who, now, Handeling::Inrichten, "wachtwoord", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Gewijzigd::Goed(token))
        })
    }

    /// Gives ten new codes to recover with, in the place of those from before; `None` when the password is not right.
    pub fn renew_recovery_codes(
        &self,
        who: &Identiteit,
        password: &str,
    ) -> Result<Option<Vec<String>>, Fout> {
        let now = self.0.klok.now();
        if !self.knows_password(who, password)? {
            return Ok(None);
        }
        let (codes, who) = (new_recovery_codes()?, who.clone());
        self.write(move |beurt| {
            put_recovery_codes(beurt.db, &who.account, &codes)?;
            let line = Regel::by(&who, now, Handeling::Inrichten, "herstelcodes", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Some(codes))
        })
    }

    /// Whether this is someone's password.
    pub(super) fn knows_password(&self, who: &Identiteit, password: &str) -> Result<bool, Fout> {
        let now = self.0.klok.now();
        let Some(known) = self.0.lezers.read(|db| credentials(db, &who.account, now))? else {
            return Ok(false);
        };
        wachtwoord::verify(password, &known.hash)
    }

    /// What someone's own account has; `None` when they sign in in another way.
    pub fn local_account(&self, who: &Identiteit) -> Result<Option<LokaalBeeld>, Fout> {
        self.0.lezers.read(|db| {
            db.query_opt(
                "SELECT gewijzigd, (SELECT count(*) FROM herstelcode h WHERE h.account = w.account) \
                 FROM wachtwoord w WHERE w.account = $1",
                &[who.account.as_str().into()],
                |row| Ok(LokaalBeeld { wachtwoord_van: row.moment(0)?, herstelcodes: row.count(1)? }),
            )
        })
    }
}

/// What is kept of an account.
struct Bekend {
    hash: String,
    secret: Vec<u8>,
}

fn credentials(db: &mut Verbinding, account: &str, now: Timestamp) -> Result<Option<Bekend>, Fout> {
    db.query_opt(
        "SELECT w.hash, t.geheim FROM account a JOIN wachtwoord w ON w.account = a.sleutel \
         JOIN totp t ON t.account = a.sleutel WHERE a.sleutel = $1 AND (a.tot IS NULL OR a.tot > $2)",
        &[account.into(), millis(now)],
        |row| Ok(Bekend { hash: row.text(0)?, secret: row.bytes(1)? }),
    )
}

/// A second factor that was shown.
enum Factor {
    /// A code of an app, of this time step.
    App(i64),
    /// A code to recover with, by its hash.
    Herstel([u8; 32]),
}

impl Factor {
    /// Uses it up; false when it was used before, or is not one of theirs.
    fn take(&self, beurt: &mut Beurt<'_>, who: &Identiteit, now: Timestamp) -> Result<bool, Fout> {
        match self {
            Self::App(step) => {
                let sql = "UPDATE totp SET stap = $1 WHERE account = $2 AND stap < $1";
                Ok(beurt.db.execute(sql, &[(*step).into(), who.account.as_str().into()])? == 1)
            }
            Self::Herstel(hash) => {
                let sql = "DELETE FROM herstelcode WHERE account = $1 AND code = $2";
                let values = [who.account.as_str().into(), hash.as_slice().into()];
                if beurt.db.execute(sql, &values)? == 0 {
                    return Ok(false);
                }
                let line = Regel::by(who, now, Handeling::Aanmelden, "herstelcode", "");
                beurt.pen.write(beurt.db, &line, &[])?;
                Ok(true)
            }
        }
    }
}

/// What someone showed to sign in, held against what was kept at that moment.
struct Getoond {
    account: String,
    /// Whether the account has a password.
    kept: bool,
    /// The hash that the password fitted, and what it becomes; of a wrong password there is none.
    hashes: Option<(String, String)>,
    factor: Option<Factor>,
}

/// Whether this is the hash that is kept now. It is written, so that nobody puts another in its place before the session that
/// follows is there too.
fn still_kept(db: &mut Verbinding, account: &str, was: &str, becomes: &str) -> Result<bool, Fout> {
    let sql = "UPDATE wachtwoord SET hash = $1 WHERE account = $2 AND hash = $3";
    Ok(db.execute(sql, &[becomes.into(), account.into(), was.into()])? == 1)
}

fn new_recovery_codes() -> Result<Vec<String>, Fout> {
    (0..HERSTELCODES).map(|_| eenmalig::new_code::<16>()).collect()
}

fn put_recovery_codes(db: &mut Verbinding, account: &str, codes: &[String]) -> Result<(), Fout> {
    db.execute("DELETE FROM herstelcode WHERE account = $1", &[account.into()])?;
    for code in codes {
        let hash = eenmalig::code_hash("herstel", account, code);
        db.execute_one(
            "INSERT INTO herstelcode (account, code) VALUES ($1, $2)",
            &[account.into(), hash.as_slice().into()],
        )?;
    }
    Ok(())
}

pub(super) const fn totp_place(account: &str) -> Plaats<'_> {
    Plaats { tabel: "totp", kolom: "geheim", rij: account }
}

pub(super) const fn invitation_place(account: &str) -> Plaats<'_> {
    Plaats { tabel: "uitnodiging", kolom: "geheim", rij: account }
}

#[cfg(test)]
mod tests;
