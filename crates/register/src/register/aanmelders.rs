//! Signing in at an OpenID provider: attempts under way, links between subjects and accounts, residents by their number.

use jiff::SignedDuration;
use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::toegang::leeftijd::own_door;
use stelsel::{Bsn, Identiteit, Rol};

use super::Register;
use super::accounts::{RESIDENT, find_active, put_account};
use super::sessies::token_hash;
use crate::Fout;
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::lezing::leden::person_by_bsn;

/// How long an attempt stays open: long enough to find one's phone, short enough that a stolen one is worth little.
pub const POGING_DUUR: SignedDuration = SignedDuration::from_mins(10);

/// Attempts under way at most, so that nobody fills the disk with them.
const MAX_POGINGEN: i64 = 20_000;

/// An attempt at signing in, as it was begun.
#[derive(Clone, PartialEq, Eq)]
pub struct Poging {
    /// Which provider it was begun at: its name in the settings.
    pub aanmelder: String,
    /// The number that the token must carry.
    pub nonce: String,
    /// The secret of PKCE.
    pub geheim: String,
    /// The page that was wanted.
    pub naar: Option<String>,
    /// When it was begun.
    pub begonnen: jiff::Timestamp,
}

impl std::fmt::Debug for Poging {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Poging").field("aanmelder", &self.aanmelder).finish_non_exhaustive()
    }
}

/// What came of linking a subject to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Koppeling {
    /// Linked.
    Gedaan,
    /// It was so already.
    WasAl,
    /// There is no such account.
    GeenAccount,
    /// The account is of a resident: residents are known by their citizen service number.
    Inwoner,
    /// This subject is another account; the link must be taken away first.
    AnderAccount,
}

/// Who signed in as a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inwoner {
    /// Someone in the register; this account is theirs.
    Bekend(String),
    /// Nobody in the register has this number.
    Onbekend,
    /// A child that is too young for a door of its own.
    TeJong,
}

impl Register {
    /// Notes an attempt. `staat` comes back by way of the provider and `browser` by a cookie: both are kept as a hash.
    /// False when too many are under way.
    pub fn begin_attempt(&self, staat: &str, browser: &str, poging: &Poging) -> Result<bool, Fout> {
        let (staat, browser, poging) = (token_hash(staat), token_hash(browser), poging.clone());
        let oldest = oldest(self.0.klok.now());
        self.write(move |beurt| {
            beurt.db.execute("DELETE FROM aanmeldpoging WHERE begonnen <= $1", &[oldest.into()])?;
            let open = beurt.db.query_opt("SELECT count(*) FROM aanmeldpoging", &[], |row| row.number(0))?;
            if open.is_some_and(|open| open >= MAX_POGINGEN) {
                return Ok(false);
            }
            beurt.db.execute_one(
                "INSERT INTO aanmeldpoging (staat, browser, aanmelder, nonce, geheim, naar, begonnen) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    staat.as_slice().into(),
                    browser.as_slice().into(),
                    poging.aanmelder.as_str().into(),
                    poging.nonce.as_str().into(),
                    poging.geheim.as_str().into(),
                    poging.naar.as_deref().into(),
                    poging.begonnen.as_millisecond().into(),
                ],
            )?;
            Ok(true)
        })
    }

    /// Takes an attempt away and gives it: a second time, from another browser or too late there is none.
    pub fn take_attempt(&self, staat: &str, browser: &str) -> Result<Option<Poging>, Fout> {
        let (staat, browser) = (token_hash(staat), token_hash(browser));
        let oldest = oldest(self.0.klok.now());
        self.write(move |beurt| {
            let found = beurt.db.query_opt(
                "SELECT aanmelder, nonce, geheim, naar, begonnen FROM aanmeldpoging \
                 WHERE staat = $1 AND browser = $2 AND begonnen > $3",
                &[staat.as_slice().into(), browser.as_slice().into(), oldest.into()],
                |row| {
                    Ok(Poging {
                        aanmelder: row.text(0)?,
                        nonce: row.text(1)?,
                        geheim: row.text(2)?,
                        naar: row.text_opt(3)?,
                        begonnen: row.moment(4)?,
                    })
                },
            )?;
            if found.is_some() {
                beurt
                    .db
                    .execute_one("DELETE FROM aanmeldpoging WHERE staat = $1", &[staat.as_slice().into()])?;
            }
            Ok(found)
        })
    }

    /// Ties the subject of an issuer to an account of an employee.
    pub fn link_subject(&self, account: &str, uitgever: &str, onderwerp: &str) -> Result<Koppeling, Fout> {
        let (account, now) = (account.to_owned(), self.0.klok.now());
        let (uitgever, onderwerp) = (uitgever.to_owned(), onderwerp.to_owned());
        self.write(move |beurt| {
            let Some(who) = find_active(beurt.db, &account, now)? else { return Ok(Koppeling::GeenAccount) };
            if who.rol == Rol::Gezinslid {
                return Ok(Koppeling::Inwoner);
            }
            match linked(beurt.db, &uitgever, &onderwerp)? {
                Some(linked) if linked == account => return Ok(Koppeling::WasAl),
                Some(_) => return Ok(Koppeling::AnderAccount),
                None => {}
            }
            beurt.db.execute_one(
                "INSERT INTO aanmeldkoppeling (uitgever, onderwerp, account, sinds) VALUES ($1, $2, $3, $4)",
                &[
                    uitgever.as_str().into(),
                    onderwerp.as_str().into(),
                    account.as_str().into(),
                    now.as_millisecond().into(),
                ],
            )?;
            let line = Regel::by_program(now, Handeling::Inrichten, "aanmeldkoppeling", &account);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Koppeling::Gedaan)
        })
    }

    /// The account of an employee behind a subject. Never that of a resident, whatever was linked.
    pub fn employee(&self, uitgever: &str, onderwerp: &str) -> Result<Option<String>, Fout> {
        let now = self.0.klok.now();
        self.0.lezers.read(|db| {
            let found = linked(db, uitgever, onderwerp)?.map_or(Ok(None), |a| find_active(db, &a, now))?;
            Ok(found.filter(|who| who.rol != Rol::Gezinslid).map(|who| who.account))
        })
    }

    /// The account of a resident, made or brought up to date: only for a person that the register knows. The number is
    /// looked up and kept nowhere else.
    pub fn resident(&self, bsn: Bsn) -> Result<Inwoner, Fout> {
        let (now, today) = (self.0.klok.now(), self.0.klok.today());
        self.write(move |beurt| {
            let Some(person) = person_by_bsn(beurt.db, bsn)? else { return Ok(Inwoner::Onbekend) };
            match door(&person, today) {
                Deur::Dicht => return Ok(Inwoner::TeJong),
                Deur::Onbekend => return Ok(Inwoner::Onbekend),
                Deur::Open => {}
            }
            let account = Identiteit {
                gezin: Some(person.gezin),
                persoon: Some(person.id),
                ..Identiteit::new(format!("{RESIDENT}{}", person.id), person.naam.full(), Rol::Gezinslid)
            };
            let before = find_active(beurt.db, &account.account, now)?;
            if before.as_ref() != Some(&account) {
                put_account(beurt.db, &account)?;
                let line = Regel::by_program(now, Handeling::Inrichten, "account", &account.account);
                beurt.pen.write(beurt.db, &line, &[person.id])?;
            }
            Ok(Inwoner::Bekend(account.account))
        })
    }

    /// Writes down that someone who came back from a provider was not let in. Not who: they are nobody to us.
    pub fn note_refused(&self, aanmelder: &str) -> Result<(), Fout> {
        let (aanmelder, now) = (aanmelder.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let line = Regel::by_program(now, Handeling::Weigeren, "aanmelden", &aanmelder);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }
}

fn oldest(now: jiff::Timestamp) -> i64 {
    now.as_millisecond() - i64::try_from(POGING_DUUR.as_millis()).unwrap_or(0)
}

fn linked(db: &mut Verbinding, uitgever: &str, onderwerp: &str) -> Result<Option<String>, Fout> {
    let sql = "SELECT account FROM aanmeldkoppeling WHERE uitgever = $1 AND onderwerp = $2";
    db.query_opt(sql, &[uitgever.into(), onderwerp.into()], |row| row.text(0))
}

enum Deur {
    Open,
    Dicht,
    /// Of a child we must know the age.
    Onbekend,
}

/// What decides whether someone may come in.
fn door(person: &Persoon, today: Date) -> Deur {
    match person.geboren {
        Some(_) if !own_door(person.geboren, today) => Deur::Dicht,
        None if person.rol == GezinsRol::Jeugdige => Deur::Onbekend,
        _ => Deur::Open,
    }
}
