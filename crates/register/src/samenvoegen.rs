//! Bringing together what is one, and taking it apart again.
//!
//! Two families that are one: what hangs on the one goes to the other, row by row, and each row that went is written down. The
//! family itself stays as an empty row that says where it went. Two rows about one person: nothing moves at all; the one points
//! to the other, and readers follow. So taking apart puts everything back, also when other things changed since: what was moved
//! on by hand in the meantime stays where it was put, and what was written since about someone who goes back goes along.
//! See decision 0012.

pub(crate) mod plannen;
mod terug;

use jiff::Timestamp;
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::beeld::Samenvoeging;
use crate::db::{Rij, Verbinding, Waarde};
use crate::schrijver::Beurt;

pub(crate) use terug::take_apart;

/// Who does it: an account, and empty when a message did.
#[derive(Clone, Copy)]
pub(crate) struct Wie<'a> {
    pub(crate) door: &'a str,
    pub(crate) now: Timestamp,
}

/// A table of which rows hang on a family, and the statements by which they go along.
pub(crate) struct Plek {
    pub(crate) tabel: &'static str,
    /// Its key is text, not an identifier.
    tekst: bool,
    of_gezin: &'static str,
    verplaats: &'static str,
    /// Takes a row away that was made by bringing together.
    weg: &'static str,
    /// Sends along what was written since about those who go back: to, from, merge.
    sinds: Option<&'static str>,
}

macro_rules! plek {
    ($tabel:literal, $sleutel:literal, $tekst:literal, $sinds:expr) => {
        Plek {
            tabel: $tabel,
            tekst: $tekst,
            of_gezin: concat!("SELECT ", $sleutel, " FROM ", $tabel, " WHERE gezin = $1 ORDER BY 1"),
            verplaats: concat!("UPDATE ", $tabel, " SET gezin = $1 WHERE ", $sleutel, " = $2 AND gezin = $3"),
            weg: concat!("DELETE FROM ", $tabel, " WHERE ", $sleutel, " = $1"),
            sinds: $sinds,
        }
    };
    ($tabel:literal) => {
        plek!($tabel, "id", false, None)
    };
    ($tabel:literal about $persoon:literal) => {
        plek!(
            $tabel,
            "id",
            false,
            Some(concat!(
                "UPDATE ", $tabel, " SET gezin = $1 WHERE gezin = $2 AND ", $persoon,
                " IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) AND NOT EXISTS (SELECT 1 FROM samenvoeging_stuk s \
                 WHERE s.samenvoeging = $3 AND s.tabel = '", $tabel, "' AND s.sleutel = ", $tabel, ".id)"
            ))
        )
    };
}

/// Every table with a column `gezin`. A test holds it against the tables.
pub(crate) const PLEKKEN: &[Plek] = &[
    plek!("persoon"),
    plek!("betrokken"),
    plek!("nood"),
    plek!(
        "account",
        "sleutel",
        true,
        Some(
            "UPDATE account SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) \
             AND NOT EXISTS (SELECT 1 FROM lidmaatschap l JOIN samenvoeging_stuk s ON s.sleutel = l.id AND s.tabel = 'lidmaatschap' \
             AND s.nieuw = 2 WHERE s.samenvoeging = $3 AND l.persoon = account.persoon)"
        )
    ),
    plek!("correctie" about "persoon"),
    plek!("lidmaatschap" about "persoon"),
    plek!(
        "huishouden",
        "id",
        false,
        // One that came since, in which only those live who go back.
        Some(
            "UPDATE huishouden SET gezin = $1 WHERE gezin = $2 AND EXISTS (SELECT 1 FROM bewoning b JOIN persoon p ON p.id = b.persoon \
             WHERE b.huishouden = huishouden.id AND p.gezin = $1) AND NOT EXISTS (SELECT 1 FROM bewoning b JOIN persoon p \
             ON p.id = b.persoon WHERE b.huishouden = huishouden.id AND p.gezin <> $1) AND NOT EXISTS (SELECT 1 FROM samenvoeging_stuk s \
             WHERE s.samenvoeging = $3 AND s.tabel = 'huishouden' AND s.sleutel = huishouden.id)"
        )
    ),
    plek!("netwerk" about "persoon"),
    plek!("vraag"),
    plek!("goed_gesprek"),
    plek!("overdracht"),
    plek!("expertvraag" about "persoon"),
    plek!("post" about "persoon"),
    plek!("deling" about "persoon"),
    plek!("verwijzing" about "persoon"),
    plek!("brief" about "persoon"),
];

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

fn key_of(row: &Rij<'_>, tekst: bool) -> Result<Vec<u8>, Fout> {
    if tekst { Ok(row.text(0)?.into_bytes()) } else { row.bytes(0) }
}

/// Moves one row from a family to another, if it is still there.
fn move_row(db: &mut Verbinding, plek: &Plek, key: &[u8], to: &[u8], from: &[u8]) -> Result<bool, Fout> {
    let touched = if plek.tekst {
        let text = std::str::from_utf8(key).map_err(|_| Fout::Tegenstrijdig("a key is no text"))?;
        db.execute(plek.verplaats, &[to.into(), text.into(), from.into()])?
    } else {
        db.execute(plek.verplaats, &[to.into(), key.into(), from.into()])?
    };
    Ok(touched == 1)
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

/// Says that two rows are one person: `weg` points to `naar`. Who has a number stays; two numbers are two persons.
pub(crate) fn persons(
    beurt: &mut Beurt<'_>,
    (weg, naar): (Id<Persoon>, Id<Persoon>),
    bij: Option<Id<Samenvoeging>>,
    wie: Wie<'_>,
) -> Result<Id<Samenvoeging>, Fout> {
    let one = person(beurt.db, weg)?;
    let other = person(beurt.db, naar)?;
    if weg == naar || (one.bsn && other.bsn) {
        return Err(Fout::NietGevonden);
    }
    let ((weg, from), (naar, to)) =
        if one.bsn { ((naar, other), (weg, one)) } else { ((weg, one), (naar, other)) };
    let id: Id<Samenvoeging> = beurt.toeval.id(wie.now)?;
    record(beurt.db, id, ("persoon", weg.bytes(), naar.bytes()), bij, wie, (false, false))?;
    let accounts = beurt.db.query(
        "SELECT sleutel FROM account WHERE persoon = $1 ORDER BY 1",
        &[(&weg).into()],
        |row| row.text(0),
    )?;
    for account in accounts {
        let values = [(&naar).into(), (&account).into()];
        beurt.db.execute_one("UPDATE account SET persoon = $1 WHERE sleutel = $2", &values)?;
        note(beurt.db, id, "account", account.as_bytes(), Stuk::Mee)?;
    }
    if from.gezin != to.gezin {
        // Of both families from now on: the row that stays belongs to the other family as well.
        let line: Id<crate::beeld::Lidmaatschap> = beurt.toeval.id(wie.now)?;
        beurt.db.execute_one(
            "INSERT INTO lidmaatschap (id, gezin, persoon, door, wanneer) VALUES ($1, $2, $3, $4, $5)",
            &[
                (&line).into(),
                (&from.gezin).into(),
                (&naar).into(),
                wie.door.into(),
                wie.now.as_millisecond().into(),
            ],
        )?;
        note(beurt.db, id, "lidmaatschap", line.bytes(), Stuk::Nieuw)?;
    }
    if let (Some(born), None) = (from.geboren, to.geboren) {
        // Age decides who may see what: it is known now.
        beurt
            .db
            .execute_one("UPDATE persoon SET geboren = $1 WHERE id = $2", &[born.into(), (&naar).into()])?;
        note(beurt.db, id, "geboren", naar.bytes(), Stuk::Nieuw)?;
    }
    point(beurt.db, "persoon")?;
    Ok(id)
}

/// What of a person decides how two rows come together.
struct Regel {
    gezin: Id<Gezin>,
    bsn: bool,
    geboren: Option<i64>,
}

fn person(db: &mut Verbinding, id: Id<Persoon>) -> Result<Regel, Fout> {
    let found = db.query_opt(
        "SELECT gezin, bsn, geboren FROM persoon WHERE id = $1 AND samen IS NULL",
        &[(&id).into()],
        |row| Ok(Regel { gezin: row.id(0)?, bsn: row.number_opt(1)?.is_some(), geboren: row.number_opt(2)? }),
    )?;
    found.ok_or(Fout::NietGevonden)
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

/// Where each of what was brought together is now: the end of its chain.
#[expect(clippy::type_complexity, reason = "pairs of what went and where it is")]
fn ends(db: &mut Verbinding, soort: &'static str) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Fout> {
    let steps: std::collections::BTreeMap<Vec<u8>, Vec<u8>> = db
        .query(
            "SELECT weg, naar FROM samenvoeging WHERE soort = $1 AND ongedaan IS NULL ORDER BY id",
            &[soort.into()],
            |row| Ok((row.bytes(0)?, row.bytes(1)?)),
        )?
        .into_iter()
        .collect();
    let mut out = Vec::new();
    for (weg, naar) in &steps {
        let (mut end, mut left) = (naar, steps.len());
        while let Some(next) = steps.get(end).filter(|_| left > 0) {
            (end, left) = (next, left - 1);
        }
        out.push((weg.clone(), end.clone()));
    }
    Ok(out)
}

/// Makes every row that was brought together point to where it is now, and no other row.
fn point(db: &mut Verbinding, soort: &'static str) -> Result<(), Fout> {
    let (current, set, clear) = if soort == "gezin" {
        (
            "SELECT id, samen FROM gezin WHERE samen IS NOT NULL",
            "UPDATE gezin SET samen = $1 WHERE id = $2",
            "UPDATE gezin SET samen = NULL WHERE id = $1",
        )
    } else {
        (
            "SELECT id, samen FROM persoon WHERE samen IS NOT NULL",
            "UPDATE persoon SET samen = $1 WHERE id = $2",
            "UPDATE persoon SET samen = NULL WHERE id = $1",
        )
    };
    let mut now: std::collections::BTreeMap<Vec<u8>, Vec<u8>> =
        db.query(current, &[], |row| Ok((row.bytes(0)?, row.bytes(1)?)))?.into_iter().collect();
    for (weg, end) in ends(db, soort)? {
        if now.remove(&weg).as_ref() != Some(&end) {
            db.execute(set, &[end.as_slice().into(), weg.as_slice().into()])?;
        }
    }
    for weg in now.keys() {
        db.execute(clear, &[weg.as_slice().into()])?;
    }
    Ok(())
}

/// The family that this one is part of now: itself, when it was brought together with no other.
pub(crate) fn now_in(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Id<Gezin>, Fout> {
    let sql = "SELECT samen FROM gezin WHERE id = $1 AND samen IS NOT NULL";
    Ok(db.query_opt(sql, &[(&gezin).into()], |row| row.id(0))?.unwrap_or(gezin))
}

/// The person who this one turned out to be: the same, when it was brought together with no other.
pub(crate) fn is_now(db: &mut Verbinding, persoon: Id<Persoon>) -> Result<Id<Persoon>, Fout> {
    let sql = "SELECT samen FROM persoon WHERE id = $1 AND samen IS NOT NULL";
    Ok(db.query_opt(sql, &[(&persoon).into()], |row| row.id(0))?.unwrap_or(persoon))
}

/// Whether somebody said that these two are not the same.
pub(crate) fn are_apart(db: &mut Verbinding, one: &[u8], other: &[u8]) -> Result<bool, Fout> {
    let (een, ander) = if one < other { (one, other) } else { (other, one) };
    let sql = "SELECT 1 FROM geen_dubbel WHERE een = $1 AND ander = $2";
    Ok(db.query_opt(sql, &[een.into(), ander.into()], |row| row.number(0))?.is_some())
}

/// Writes down that two are not the same. Saying it twice is saying it once.
pub(crate) fn keep_apart(db: &mut Verbinding, one: &[u8], other: &[u8], wie: Wie<'_>) -> Result<(), Fout> {
    let (een, ander) = if one < other { (one, other) } else { (other, one) };
    db.execute(
        "INSERT INTO geen_dubbel (een, ander, door, wanneer) VALUES ($1, $2, $3, $4) ON CONFLICT (een, ander) DO NOTHING",
        &[een.into(), ander.into(), wie.door.into(), wie.now.as_millisecond().into()],
    )?;
    Ok(())
}

/// Forgets that two were kept apart: somebody says now that they are one.
pub(crate) fn together_after_all(db: &mut Verbinding, one: &[u8], other: &[u8]) -> Result<(), Fout> {
    let (een, ander) = if one < other { (one, other) } else { (other, one) };
    db.execute("DELETE FROM geen_dubbel WHERE een = $1 AND ander = $2", &[een.into(), ander.into()])?;
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A table that is tied to a family goes along with it: a new one has to be named here.
    #[test]
    fn every_table_of_a_family_goes_along() {
        let mut named: Vec<&str> = PLEKKEN.iter().map(|plek| plek.tabel).chain(plannen::TABELLEN).collect();
        let mut live: Vec<&str> = Vec::new();
        let columns = crate::kolommen().unwrap();
        for column in columns.iter().filter(|column| column.naam == "gezin") {
            live.push(column.tabel);
        }
        named.sort_unstable();
        live.sort_unstable();
        assert!(live.len() > 5);
        assert_eq!(
            named, live,
            "name the table in PLEKKEN, so that it goes along when families come together"
        );
    }
}
