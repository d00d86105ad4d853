//! An invitation: someone chooses a password and a second factor, for the first time or anew.

use jiff::{SignedDuration, Timestamp};
use stelsel::Identiteit;

use super::super::accounts::{RESIDENT, find_active, line};
use super::super::sessies::{self, Manier, Toestel};
use super::super::{Register, millis, passkeys};
use super::{invitation_place, new_recovery_codes, put_recovery_codes, totp_place};
use crate::Fout;
use crate::db::Verbinding;
use crate::eenmalig::{self, Geheim};
use crate::journaal::{Handeling, Regel};
use crate::wachtwoord::{self, Zwakte};

/// How long an invitation holds.
const UITNODIGING: SignedDuration = SignedDuration::from_hours(7 * 24);

/// An invitation that still holds.
#[derive(Clone, Debug)]
pub struct Uitgenodigd {
    /// For whom.
    pub wie: Identiteit,
    /// What is put into an app.
    pub geheim: Geheim,
}

/// What became of accepting an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aangenomen {
    /// The account is ready, and a session began.
    Goed {
        /// Token of the session.
        token: String,
        /// Codes to keep.
        herstelcodes: Vec<String>,
    },
    /// The password will not do.
    Zwak(Zwakte),
    /// The code of the app is not right: the app was not set up well, or the clock of the phone is off.
    CodeMis,
    /// There is no such invitation any more.
    Vervallen,
}

impl Register {
    /// Invites someone to choose a password and a second factor, for the first time or anew. Gives the code, which is told
    /// once, to the person alone; `None` when there is no such account. Until it is used nothing changes.
    pub fn invite(&self, by: Option<&Identiteit>, account: &str) -> Result<Option<String>, Fout> {
        let (by, account, now) = (by.cloned(), account.to_owned(), self.0.klok.now());
        let secret = self.ready()?.kluis.seal(invitation_place(&account), Geheim::generate()?.bytes())?;
        let code = eenmalig::new_code::<20>()?;
        self.write(move |beurt| {
            // Nobody but the resident opens the account of who signs in with their number.
            if account.starts_with(RESIDENT) || find_active(beurt.db, &account, now)?.is_none() {
                return Ok(None);
            }
            beurt.db.execute_one(
                "INSERT INTO uitnodiging (account, code, geheim, tot) VALUES ($1, $2, $3, $4) ON CONFLICT (account) \
                 DO UPDATE SET code = excluded.code, geheim = excluded.geheim, tot = excluded.tot",
                &[
                    account.as_str().into(),
                    eenmalig::code_hash("uitnodiging", &account, &code).as_slice().into(),
                    secret.as_slice().into(),
                    millis(now + UITNODIGING),
                ],
            )?;
            beurt.pen.write(beurt.db, &line(by.as_ref(), now, "uitnodiging", &account), &[])?;
            Ok(Some(code))
        })
    }

    /// The invitation with this code; `None` when there is none, or it is over.
    pub fn invitation(&self, account: &str, code: &str) -> Result<Option<Uitgenodigd>, Fout> {
        let (ready, now) = (self.ready()?, self.0.klok.now());
        let hash = eenmalig::code_hash("uitnodiging", account, code);
        let found = self.0.lezers.read(|db| {
            let sealed = db.query_opt(
                "SELECT geheim FROM uitnodiging WHERE account = $1 AND code = $2 AND tot > $3",
                &[account.into(), hash.as_slice().into(), millis(now)],
                |row| row.bytes(0),
            )?;
            let Some(sealed) = sealed else { return Ok(None) };
            Ok(find_active(db, account, now)?.map(|who| (who, sealed)))
        })?;
        let Some((wie, sealed)) = found else { return Ok(None) };
        let geheim = Geheim::from_bytes(ready.kluis.open(invitation_place(account), &sealed)?);
        Ok(Some(Uitgenodigd { wie, geheim }))
    }

    /// Accepts an invitation: from now on this password and this app open the account, and nothing from before does.
    pub fn accept_invitation(
        &self,
        account: &str,
        code: &str,
        password: &str,
        app_code: &str,
        toestel: Toestel,
    ) -> Result<Aangenomen, Fout> {
        let Some(invited) = self.invitation(account, code)? else { return Ok(Aangenomen::Vervallen) };
        let who = invited.wie;
        if let Err(why) = wachtwoord::check(password, &[&who.account, &who.naam]) {
            return Ok(Aangenomen::Zwak(why));
        }
        let now = self.0.klok.now();
        let digits = eenmalig::digits(app_code).unwrap_or_default();
        let Some(step) = invited.geheim.step_of(&digits, now.as_second())? else {
            return Ok(Aangenomen::CodeMis);
        };
        let hash = wachtwoord::hash(password)?;
        let secret = self.ready()?.kluis.seal(totp_place(account), invited.geheim.bytes())?;
        let (codes, limits) = (new_recovery_codes()?, self.limits());
        let code_hash = eenmalig::code_hash("uitnodiging", account, code);
        self.write(move |beurt| {
            let used = beurt.db.execute(
                "DELETE FROM uitnodiging WHERE account = $1 AND code = $2",
                &[who.account.as_str().into(), code_hash.as_slice().into()],
            )?;
            if used == 0 || find_active(beurt.db, &who.account, now)?.is_none() {
                return Ok(Aangenomen::Vervallen);
            }
            put_password(beurt.db, &who.account, &hash, now)?;
            beurt.db.execute_one(
                "INSERT INTO totp (account, geheim, stap) VALUES ($1, $2, $3) \
                 ON CONFLICT (account) DO UPDATE SET geheim = excluded.geheim, stap = excluded.stap",
                &[who.account.as_str().into(), secret.as_slice().into(), step.into()],
            )?;
            put_recovery_codes(beurt.db, &who.account, &codes)?;
            passkeys::remove_all(beurt.db, &who.account)?;
            sessies::end_all(beurt.db, &who.account)?;
            beurt.pen.write(
                beurt.db,
                &Regel::by(&who, now, Handeling::Inrichten, "wachtwoord", "uitnodiging"),
                &[],
            )?;
            let token = sessies::begin(beurt, &who, Manier::Wachtwoord, toestel, now, limits)?;
            Ok(Aangenomen::Goed { token, herstelcodes: codes })
        })
    }
}

fn put_password(db: &mut Verbinding, account: &str, hash: &str, now: Timestamp) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO wachtwoord (account, hash, gewijzigd) VALUES ($1, $2, $3) \
         ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, gewijzigd = excluded.gewijzigd",
        &[account.into(), hash.into(), millis(now)],
    )
}
