//! Passkeys of accounts: made by who is signed in and knows the password, and from then on a way in by themselves.
//!
//! A challenge is of one browser and one purpose, holds five minutes and is taken away by the first answer, right or wrong.
//! An answer is checked within the turn of the writer, so that a counter cannot be used twice by two at once.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use stelsel::Identiteit;

use super::accounts::find_active;
use super::sessies::{self, Manier, Toestel};
use super::{Register, millis};
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::passkey::{Antwoord, Bewaard, Houder, Keurmeester};
use crate::schrijver::Beurt;
use crate::{Fout, eenmalig};

/// How long a challenge holds.
const VRAAG: SignedDuration = SignedDuration::from_mins(5);
/// The longest name that someone gives to a passkey.
const NAAM: usize = 60;
/// More devices than anyone has.
const HOOGSTENS: u32 = 20;

const MAKEN: &str = "maken";
const AANMELDEN: &str = "aanmelden";

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyBeeld {
    /// Identifier of the credential.
    pub id: Vec<u8>,
    /// What its owner calls it.
    pub naam: String,
    /// Since when it is there.
    pub gemaakt: Timestamp,
    /// When it was last signed in with.
    pub gebruikt: Option<Timestamp>,
}

impl Register {
    /// Offers passkeys to browsers that reach the pages at this origin. False when browsers know no passkeys at such an
    /// origin: it has to be `https` with a name, or `http://localhost`. Only the first time counts.
    pub fn offer_passkeys(&self, origin: &str) -> bool {
        let Some(keurmeester) = Keurmeester::new(origin) else { return false };
        // A second call changes nothing, as promised.
        let _ = self.0.passkeys.set(keurmeester);
        true
    }

    /// Whether passkeys can be used: they go with accounts of our own, at an origin that is known.
    pub fn has_passkeys(&self) -> bool {
        self.0.passkeys.get().is_some() && self.has_local_accounts()
    }

    fn keurmeester(&self) -> Result<&Keurmeester, Fout> {
        self.0.passkeys.get().filter(|_| self.has_local_accounts()).ok_or(Fout::GeenSleutel)
    }

    /// Begins making a passkey in this browser: gives what the browser needs, as JSON. `None` when the password is not
    /// right, or there are too many already.
    pub fn begin_passkey(
        &self,
        who: &Identiteit,
        browser: &str,
        password: &str,
    ) -> Result<Option<String>, Fout> {
        self.keurmeester()?;
        if !self.knows_password(who, password)? {
            return Ok(None);
        }
        let (register, who, browser) = (self.clone(), who.clone(), browser_hash(browser));
        let now = self.0.klok.now();
        self.write(move |beurt| {
            let known = beurt.db.query(
                "SELECT id FROM passkey WHERE account = $1 ORDER BY gemaakt, id",
                &[who.account.as_str().into()],
                |row| row.bytes(0),
            )?;
            if known.len() >= HOOGSTENS as usize {
                return Ok(None);
            }
            let wie = handle(beurt, &who.account)?;
            let holder = Houder { wie, account: &who.account, naam: &who.naam };
            let vraag = register.keurmeester()?.invite(&holder, known)?;
            keep(beurt.db, &browser, MAKEN, &vraag.staat, now)?;
            Ok(Some(vraag.browser))
        })
    }

    /// Keeps the passkey that the browser made. False when the answer does not fit the challenge of this browser.
    pub fn add_passkey(
        &self,
        who: &Identiteit,
        browser: &str,
        naam: &str,
        answer: &str,
    ) -> Result<bool, Fout> {
        self.keurmeester()?;
        let naam: String = naam.trim().chars().filter(|c| !c.is_control()).take(NAAM).collect();
        let (register, who, answer) = (self.clone(), who.clone(), answer.to_owned());
        let (browser, now) = (browser_hash(browser), self.0.klok.now());
        self.write(move |beurt| {
            let Some(state) = take(beurt.db, &browser, MAKEN, now)? else { return Ok(false) };
            let Some(made) = register.keurmeester()?.made(&answer, &state)? else { return Ok(false) };
            if naam.is_empty() || find_active(beurt.db, &who.account, now)?.is_none() {
                return Ok(false);
            }
            let added = beurt.db.execute(
                "INSERT INTO passkey (id, account, naam, gegevens, gemaakt) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (id) DO NOTHING",
                &[
                    made.id.as_slice().into(),
                    who.account.as_str().into(),
                    naam.as_str().into(),
                    made.gegevens.as_slice().into(),
                    millis(now),
                ],
            )?;
            if added == 0 {
                return Ok(false);
            }
            beurt.pen.write(beurt.db, &Regel::by(&who, now, Handeling::Inrichten, "passkey", ""), &[])?;
            Ok(true)
        })
    }

    /// The passkeys of someone, oldest first.
    pub fn passkeys_of(&self, who: &Identiteit) -> Result<Vec<PasskeyBeeld>, Fout> {
        self.0.lezers.read(|db| {
            db.query(
                "SELECT id, naam, gemaakt, gebruikt FROM passkey WHERE account = $1 ORDER BY gemaakt, id",
                &[who.account.as_str().into()],
                |row| {
                    Ok(PasskeyBeeld {
                        id: row.bytes(0)?,
                        naam: row.text(1)?,
                        gemaakt: row.moment(2)?,
                        gebruikt: row.number_opt(3)?.map(|_| row.moment(3)).transpose()?,
                    })
                },
            )
        })
    }

    /// Takes away one of someone's own passkeys. False when the password is not right, or it is not theirs.
    pub fn remove_passkey(&self, who: &Identiteit, id: &[u8], password: &str) -> Result<bool, Fout> {
        if !self.knows_password(who, password)? {
            return Ok(false);
        }
        let (who, id, now) = (who.clone(), id.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let sql = "DELETE FROM passkey WHERE account = $1 AND id = $2";
            if beurt.db.execute(sql, &[who.account.as_str().into(), id.as_slice().into()])? == 0 {
                return Ok(false);
            }
            let line = Regel::by(&who, now, Handeling::Inrichten, "passkey", "weg");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(true)
        })
    }

    /// Begins signing in with a passkey in this browser: gives what the browser needs, as JSON.
    pub fn begin_sign_in_passkey(&self, browser: &str) -> Result<String, Fout> {
        let vraag = self.keurmeester()?.ask()?;
        let (browser, now) = (browser_hash(browser), self.0.klok.now());
        self.write(move |beurt| keep(beurt.db, &browser, AANMELDEN, &vraag.staat, now))?;
        Ok(vraag.browser)
    }

    /// Signs in with a passkey that checked who holds it. `None` says only that it is not right. Every attempt leaves a line.
    pub fn sign_in_passkey(
        &self,
        browser: &str,
        answer: &str,
        toestel: Toestel,
    ) -> Result<Option<String>, Fout> {
        self.keurmeester()?;
        let (register, answer) = (self.clone(), Antwoord::parse(answer));
        let (browser, now, limits) = (browser_hash(browser), self.0.klok.now(), self.limits());
        self.write(move |beurt| {
            let state = take(beurt.db, &browser, AANMELDEN, now)?;
            let stored = match &answer {
                Some(answer) => find(beurt.db, answer.credential())?,
                None => None,
            };
            let proven = match (&state, &answer, &stored) {
                (Some(state), Some(answer), Some(stored)) => {
                    register.keurmeester()?.proves(answer, state, &stored.gegevens, &stored.wie)?
                }
                _ => None,
            };
            if let (Some(stored), Some(proven)) = (&stored, proven)
                && let Some(who) = find_active(beurt.db, &stored.account, now)?
            {
                used(beurt.db, &proven, now)?;
                return sessies::begin(beurt, &who, Manier::Sleutel, toestel, now, limits).map(Some);
            }
            let object = stored.as_ref().map_or("onbekend", |stored| stored.account.as_str());
            let line = Regel::by_program(now, Handeling::Weigeren, "aanmelden", object);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(None)
        })
    }
}

/// Takes away all passkeys of an account.
pub(super) fn remove_all(db: &mut Verbinding, account: &str) -> Result<(), Fout> {
    db.execute("DELETE FROM passkey WHERE account = $1", &[account.into()]).map(drop)
}

/// What is kept of a passkey.
struct Gevonden {
    account: String,
    gegevens: Vec<u8>,
    wie: Vec<u8>,
}

fn find(db: &mut Verbinding, id: &[u8]) -> Result<Option<Gevonden>, Fout> {
    db.query_opt(
        "SELECT p.account, p.gegevens, w.wie FROM passkey p JOIN passkey_wie w ON w.account = p.account WHERE p.id = $1",
        &[id.into()],
        |row| Ok(Gevonden { account: row.text(0)?, gegevens: row.bytes(1)?, wie: row.bytes(2)? }),
    )
}

fn used(db: &mut Verbinding, passkey: &Bewaard, now: Timestamp) -> Result<(), Fout> {
    db.execute_one(
        "UPDATE passkey SET gegevens = $1, gebruikt = $2 WHERE id = $3",
        &[passkey.gegevens.as_slice().into(), millis(now), passkey.id.as_slice().into()],
    )
}

/// By what passkeys know an account; made once.
fn handle(beurt: &mut Beurt<'_>, account: &str) -> Result<[u8; 16], Fout> {
    let fresh = eenmalig::random::<16>()?;
    beurt.db.execute(
        "INSERT INTO passkey_wie (account, wie) VALUES ($1, $2) ON CONFLICT (account) DO NOTHING",
        &[account.into(), fresh.as_slice().into()],
    )?;
    let stored =
        beurt.db.query_opt("SELECT wie FROM passkey_wie WHERE account = $1", &[account.into()], |row| {
            row.bytes(0)
        })?;
    let stored = stored.and_then(|bytes| bytes.try_into().ok());
    stored.ok_or(Fout::Tegenstrijdig("what is kept of a passkey cannot be read"))
}

/// Keeps a challenge, in the place of an earlier one; those that are over are cleared away by the way.
fn keep(
    db: &mut Verbinding,
    browser: &[u8; 32],
    purpose: &str,
    state: &[u8],
    now: Timestamp,
) -> Result<(), Fout> {
    db.execute("DELETE FROM passkey_vraag WHERE tot <= $1", &[millis(now)])?;
    db.execute_one(
        "INSERT INTO passkey_vraag (browser, doel, staat, tot) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (browser, doel) DO UPDATE SET staat = excluded.staat, tot = excluded.tot",
        &[browser.as_slice().into(), purpose.into(), state.into(), millis(now + VRAAG)],
    )
}

/// Takes a challenge away; `None` when there is none that holds.
fn take(
    db: &mut Verbinding,
    browser: &[u8; 32],
    purpose: &str,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, Fout> {
    let which = [browser.as_slice().into(), purpose.into(), millis(now)];
    let sql = "SELECT staat FROM passkey_vraag WHERE browser = $1 AND doel = $2 AND tot > $3";
    let state = db.query_opt(sql, &which, |row| row.bytes(0))?;
    let sql = "DELETE FROM passkey_vraag WHERE browser = $1 AND doel = $2 AND tot > $3";
    Ok(if db.execute(sql, &which)? == 1 { state } else { None })
}

fn browser_hash(browser: &str) -> [u8; 32] {
    Sha256::digest(browser.as_bytes()).into()
}
