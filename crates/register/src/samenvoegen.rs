//! Bringing together what is one, and taking it apart again.
//!
//! Two families that are one: what hangs on the one goes to the other, row by row, and each row that went is written down. The
//! family itself stays as an empty row that says where it went. Two rows about one person: nothing moves at all; the one points
//! to the other, and readers follow. So taking apart puts everything back, also when other things changed since: what was moved
//! on by hand in the meantime stays where it was put, and what was written since about someone who goes back goes along.
//! See decision 0012.

mod apart;
mod personen;
pub(crate) mod plannen;
mod plekken;
mod terug;
mod wijzers;

use jiff::Timestamp;
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id};

use crate::Fout;
use crate::beeld::Samenvoeging;
use crate::db::{Rij, Verbinding, Waarde};
use crate::schrijver::Beurt;

pub(crate) use apart::{are_apart, keep_apart, together_after_all};
pub(crate) use personen::persons;
use plekken::{PLEKKEN, key_of, move_row};
pub(crate) use terug::take_apart;
use wijzers::point;
pub(crate) use wijzers::{is_now, now_in};

/// Who does it: an account, and empty when a message did.
#[derive(Clone, Copy)]
pub(crate) struct Wie<'a> {
    pub(crate) door: &'a str,
    pub(crate) now: Timestamp,
}

/// How a piece came to be on the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stuk {
    /// It went along.
    Mee,
    /// It was made.
    Nieuw,
    /// It was there before and stays.
    Bleef,
}

impl Stuk {
    const fn number(self) -> i64 {
        match self {
            Self::Mee => 0,
            Self::Nieuw => 1,
            Self::Bleef => 2,
        }
    }
}

fn note(
    db: &mut Verbinding,
    id: Id<Samenvoeging>,
    tabel: &'static str,
    sleutel: &[u8],
    how: Stuk,
) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO samenvoeging_stuk (samenvoeging, tabel, sleutel, nieuw) VALUES ($1, $2, $3, $4)",
        &[(&id).into(), tabel.into(), sleutel.into(), how.number().into()],
    )
}

/// What of a family decides how it comes together with another.
struct Staat {
    afgeschermd: bool,
    adres_hand: i64,
    voordeur: Option<String>,
}

fn standing(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Staat, Fout> {
    let found = db.query_opt(
        "SELECT afgeschermd, adres_hand, voordeur FROM gezin WHERE id = $1 AND samen IS NULL",
        &[(&gezin).into()],
        |row| {
            Ok(Staat {
                afgeschermd: row.number(0)? != 0,
                adres_hand: row.number(1)?,
                voordeur: row.text_opt(2)?,
            })
        },
    )?;
    found.ok_or(Fout::NietGevonden)
}

/// Makes one family of two: everything of `weg` goes to `naar`.
pub(crate) fn families(
    beurt: &mut Beurt<'_>,
    (weg, naar): (Id<Gezin>, Id<Gezin>),
    wie: Wie<'_>,
) -> Result<Id<Samenvoeging>, Fout> {
    if weg == naar {
        return Err(Fout::NietGevonden);
    }
    let (from, to) = (standing(beurt.db, weg)?, standing(beurt.db, naar)?);
    let scherm = from.afgeschermd && !to.afgeschermd;
    let adres = to.adres_hand == 0 && from.voordeur.is_some() && from.voordeur != to.voordeur;
    let id: Id<Samenvoeging> = beurt.toeval.id(wie.now)?;
    record(beurt.db, id, ("gezin", weg.bytes(), naar.bytes()), None, wie, (scherm, adres))?;
    if scherm {
        beurt.db.execute_one("UPDATE gezin SET afgeschermd = 1 WHERE id = $1", &[(&naar).into()])?;
    }
    if adres {
        beurt.db.execute_one("UPDATE gezin SET adres_hand = 1 WHERE id = $1", &[(&naar).into()])?;
    }
    // Lines that were there before about someone who comes stay when they go again.
    let before = beurt.db.query(
        "SELECT l.id FROM lidmaatschap l JOIN persoon p ON p.id = l.persoon WHERE l.gezin = $1 AND p.gezin = $2",
        &[(&naar).into(), (&weg).into()],
        |row| row.bytes(0),
    )?;
    for key in before {
        note(beurt.db, id, "lidmaatschap", &key, Stuk::Bleef)?;
    }
    let stay = second_coordinators(beurt, id, (weg, naar), wie.now)?;
    for plek in PLEKKEN {
        let keys = beurt.db.query(plek.of_gezin, &[(&weg).into()], |row| key_of(row, plek.tekst))?;
        for key in keys.iter().filter(|key| plek.tabel != "betrokken" || !stay.contains(key)) {
            move_row(beurt.db, plek, key, naar.bytes(), weg.bytes())?;
            note(beurt.db, id, plek.tabel, key, Stuk::Mee)?;
        }
    }
    plannen::join(beurt.db, id, (weg, naar), wie)?;
    beurt.db.execute(
        "UPDATE gezin SET laatste = (SELECT max(n.laatste) FROM gezin n WHERE n.id = $1 OR n.id = $2) WHERE id = $1",
        &[(&naar).into(), (&weg).into()],
    )?;
    point(beurt.db, "gezin")?;
    Ok(id)
}

/// A family has one coordinator. Where both had one, that of the family that stays remains it; the other stays near as stand-in.
/// Gives the involvements that do not move.
fn second_coordinators(
    beurt: &mut Beurt<'_>,
    id: Id<Samenvoeging>,
    (weg, naar): (Id<Gezin>, Id<Gezin>),
    now: Timestamp,
) -> Result<Vec<Vec<u8>>, Fout> {
    const RUNNING: &str = "SELECT id, account, door FROM betrokken WHERE gezin = $1 AND relatie = 'regisseur' \
                           AND (tot IS NULL OR tot > $2) ORDER BY id";
    let moment: Waarde<'_> = now.as_millisecond().into();
    let read = |row: &Rij<'_>| Ok((row.bytes(0)?, row.text(1)?, row.text(2)?));
    let there = beurt.db.query(RUNNING, &[(&naar).into(), moment], read)?;
    if there.is_empty() {
        return Ok(Vec::new());
    }
    let second = beurt.db.query(RUNNING, &[(&weg).into(), moment], read)?;
    let mut stay = Vec::new();
    for (key, account, door) in second {
        let new: Id<crate::beeld::Betrokken> = beurt.toeval.id(now)?;
        beurt.db.execute_one(
            "INSERT INTO betrokken (id, gezin, account, relatie, van, door) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                (&new).into(),
                (&naar).into(),
                (&account).into(),
                Relatie::Vervanger.key().into(),
                moment,
                (&door).into(),
            ],
        )?;
        note(beurt.db, id, "betrokken", new.bytes(), Stuk::Nieuw)?;
        stay.push(key);
    }
    Ok(stay)
}

fn record(
    db: &mut Verbinding,
    id: Id<Samenvoeging>,
    (soort, weg, naar): (&'static str, &[u8], &[u8]),
    bij: Option<Id<Samenvoeging>>,
    wie: Wie<'_>,
    (scherm, adres): (bool, bool),
) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO samenvoeging (id, soort, weg, naar, hoort_bij, door, wanneer, scherm, adres) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            (&id).into(),
            soort.into(),
            weg.into(),
            naar.into(),
            bij.as_ref().into(),
            wie.door.into(),
            wie.now.as_millisecond().into(),
            scherm.into(),
            adres.into(),
        ],
    )
}

/// Whether anything of a family was written down by people, so that a message must not make it vanish.
pub(crate) fn is_arranged(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<bool, Fout> {
    for plek in PLEKKEN.iter().filter(|plek| plek.tabel != "persoon") {
        if db.query_opt(plek.of_gezin, &[(&gezin).into()], |row| key_of(row, plek.tekst))?.is_some() {
            return Ok(true);
        }
    }
    let sql = "SELECT 1 FROM gezin g WHERE g.id = $1 AND (g.afgeschermd = 1 OR g.adres_hand <> 0 \
               OR EXISTS (SELECT 1 FROM plan n WHERE n.gezin = g.id) \
               OR EXISTS (SELECT 1 FROM samenvoeging s WHERE s.naar = g.id) OR EXISTS (SELECT 1 FROM persoon p \
               WHERE p.gezin = g.id AND (p.hand = 1 OR p.samen IS NOT NULL \
               OR EXISTS (SELECT 1 FROM bewoning b WHERE b.persoon = p.id) OR EXISTS (SELECT 1 FROM lidmaatschap l WHERE l.persoon = p.id) \
               OR EXISTS (SELECT 1 FROM gezag z WHERE z.kind = p.id OR z.ouder = p.id))))";
    Ok(db.query_opt(sql, &[(&gezin).into()], |row| row.number(0))?.is_some())
}
