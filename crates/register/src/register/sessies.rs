//! Sessions: who is signed in, on what, since when. They end by themselves, by signing out, and with the account.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use stelsel::Identiteit;

use super::accounts::find_active;
use super::{Register, hex, millis};
use crate::Fout;
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::tied_to;
use crate::schrijver::Beurt;

/// How someone proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manier {
    /// Not at all: chosen from a list, in a demo.
    Demo,
    /// Password and a code.
    Wachtwoord,
    /// Passkey.
    Sleutel,
    /// An OpenID provider told.
    Oidc,
}

impl Manier {
    /// All ways.
    pub const ALL: [Self; 4] = [Self::Demo, Self::Wachtwoord, Self::Sleutel, Self::Oidc];

    /// Its word in storage and in the journal.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Wachtwoord => "wachtwoord",
            Self::Sleutel => "sleutel",
            Self::Oidc => "oidc",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manier| manier.key() == key)
    }
}

/// What someone is signed in on: enough to recognise one's own, not enough to recognise a person by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Toestel {
    /// Something with a small screen.
    Telefoon,
    /// Something with a large screen.
    Computer,
    /// It did not tell.
    #[default]
    Onbekend,
}

impl Toestel {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Telefoon, Self::Computer, Self::Onbekend];

    /// Its word in storage and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Telefoon => "telefoon",
            Self::Computer => "computer",
            Self::Onbekend => "onbekend",
        }
    }

    fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|toestel| toestel.key() == key).unwrap_or_default()
    }
}

/// A session that runs, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessieBeeld {
    /// When it began.
    pub begonnen: Timestamp,
    /// When it was last used, to the minute.
    pub gezien: Timestamp,
    /// How it began.
    pub manier: Manier,
    /// On what.
    pub toestel: Toestel,
    /// The one from which it is asked.
    pub deze: bool,
}

/// How long a session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessieGrenzen {
    /// Without being used.
    pub rust: SignedDuration,
    /// In all.
    pub geheel: SignedDuration,
}

impl Default for SessieGrenzen {
    fn default() -> Self {
        Self { rust: SignedDuration::from_mins(30), geheel: SignedDuration::from_hours(10) }
    }
}

/// A session that is used this often costs no more than one durable commit in so much time.
const GEZIEN_PER: SignedDuration = SignedDuration::from_mins(1);

impl Register {
    /// Sets how long sessions last. Only the first time counts; without it [`SessieGrenzen::default`] holds.
    pub fn limit_sessions(&self, grenzen: SessieGrenzen) {
        // A second call changes nothing, as promised.
        let _ = self.0.grenzen.set(grenzen);
    }

    pub(super) fn limits(&self) -> SessieGrenzen {
        self.0.grenzen.get().copied().unwrap_or_default()
    }

    /// Opens a session by choosing an account, for a demo; `None` when there is no such account.
    pub fn sign_in(&self, account: &str) -> Result<Option<String>, Fout> {
        self.start_sessie(account, Manier::Demo)
    }

    /// Opens a session for who proved to be this account, and gives its token, which is stored only as a hash. `None` when
    /// there is no such account, or it ended.
    pub fn start_sessie(&self, account: &str, manier: Manier) -> Result<Option<String>, Fout> {
        self.start_sessie_on(account, manier, Toestel::Onbekend)
    }

    /// As [`Register::start_sessie`], telling on what.
    pub fn start_sessie_on(
        &self,
        account: &str,
        manier: Manier,
        toestel: Toestel,
    ) -> Result<Option<String>, Fout> {
        let (account, now, limits) = (account.to_owned(), self.0.klok.now(), self.limits());
        self.write(move |beurt| {
            let Some(who) = find_active(beurt.db, &account, now)? else { return Ok(None) };
            begin(beurt, &who, manier, toestel, now, limits).map(Some)
        })
    }

    /// Who is signed in with this token.
    pub fn session(&self, token: &str) -> Result<Option<Identiteit>, Fout> {
        let (hash, now, limits) = (token_hash(token), self.0.klok.now(), self.limits());
        let found = self.0.lezers.read(|db| {
            let row = db.query_opt(
                "SELECT account, gezien FROM sessie WHERE token = $1 AND begonnen > $2 AND gezien > $3",
                &[hash.as_slice().into(), millis(now - limits.geheel), millis(now - limits.rust)],
                |row| Ok((row.text(0)?, row.moment(1)?)),
            )?;
            let Some((account, gezien)) = row else { return Ok(None) };
            let Some(who) = find_active(db, &account, now)? else { return Ok(None) };
            let betrokken = tied_to(db, &who.account, now)?;
            Ok(Some((Identiteit { betrokken, ..who }, gezien)))
        })?;
        let Some((who, gezien)) = found else { return Ok(None) };
        if gezien <= now - GEZIEN_PER {
            self.write(move |beurt| {
                // Another page of the same session may have been first, and it may have ended meanwhile.
                beurt.db.execute(
                    "UPDATE sessie SET gezien = $1 WHERE token = $2 AND gezien <= $3",
                    &[millis(now), hash.as_slice().into(), millis(now - GEZIEN_PER)],
                )?;
                Ok(())
            })?;
        }
        Ok(Some(who))
    }

    /// Ends a session at once.
    pub fn sign_out(&self, token: &str) -> Result<(), Fout> {
        let (hash, ended, now) = (token_hash(token), token.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let account = beurt.db.query_opt(
                "SELECT account FROM sessie WHERE token = $1",
                &[hash.as_slice().into()],
                |row| row.text(0),
            )?;
            beurt.db.execute("DELETE FROM sessie WHERE token = $1", &[hash.as_slice().into()])?;
            let Some(who) = account.map_or(Ok(None), |a| find_active(beurt.db, &a, now))? else {
                return Ok(());
            };
            beurt.pen.in_session(&ended);
            let line = Regel::by(&who, now, Handeling::Afmelden, "sessie", "");
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Ends all sessions of someone, also the one from which it is asked. Gives their number.
    pub fn sign_out_everywhere(&self, who: &Identiteit) -> Result<u64, Fout> {
        let (who, now) = (who.clone(), self.0.klok.now());
        self.write(move |beurt| {
            let ended = end_all(beurt.db, &who.account)?;
            let line = Regel::by(&who, now, Handeling::Afmelden, "sessie", "overal");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(ended)
        })
    }

    /// The running sessions of someone, newest first. `token` is the one from which it is asked.
    pub fn sessions_of(&self, who: &Identiteit, token: &str) -> Result<Vec<SessieBeeld>, Fout> {
        let (now, limits, own) = (self.0.klok.now(), self.limits(), token_hash(token));
        self.0.lezers.read(|db| {
            db.query(
                "SELECT begonnen, gezien, manier, toestel, token FROM sessie \
                 WHERE account = $1 AND begonnen > $2 AND gezien > $3 ORDER BY begonnen DESC, token",
                &[who.account.as_str().into(), millis(now - limits.geheel), millis(now - limits.rust)],
                |row| {
                    Ok(SessieBeeld {
                        begonnen: row.moment(0)?,
                        gezien: row.moment(1)?,
                        manier: Manier::from_key(&row.text(2)?)
                            .ok_or(Fout::Tegenstrijdig("a session began in an unknown way"))?,
                        toestel: Toestel::from_key(&row.text(3)?),
                        deze: row.bytes(4)? == own,
                    })
                },
            )
        })
    }
}

/// Opens a session within a turn of the writer; sessions that are over, of anyone, are cleared away by the way.
pub(super) fn begin(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    manier: Manier,
    toestel: Toestel,
    now: Timestamp,
    limits: SessieGrenzen,
) -> Result<String, Fout> {
    beurt.db.execute(
        "DELETE FROM sessie WHERE gezien <= $1 OR begonnen <= $2",
        &[millis(now - limits.rust), millis(now - limits.geheel)],
    )?;
    let token = hex(&beurt.toeval.bytes::<32>()?);
    beurt.db.execute_one(
        "INSERT INTO sessie (token, account, manier, toestel, begonnen, gezien) VALUES ($1, $2, $3, $4, $5, $5)",
        &[
            token_hash(&token).as_slice().into(),
            who.account.as_str().into(),
            manier.key().into(),
            toestel.key().into(),
            millis(now),
        ],
    )?;
    beurt.db.execute_one(
        "UPDATE account SET laatst = $1 WHERE sleutel = $2",
        &[millis(now), who.account.as_str().into()],
    )?;
    beurt.pen.in_session(&token);
    let line = Regel::by(who, now, Handeling::Aanmelden, "sessie", manier.key());
    beurt.pen.write(beurt.db, &line, &[])?;
    Ok(token)
}

/// Ends all sessions of an account.
pub(super) fn end_all(db: &mut Verbinding, account: &str) -> Result<u64, Fout> {
    db.execute("DELETE FROM sessie WHERE account = $1", &[account.into()])
}

pub(super) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
