//! Taking apart what was brought together.

use std::collections::BTreeMap;

use stelsel::{Gezin, Id, Persoon};

use super::{PLEKKEN, Stuk, Wie, is_now, keep_apart, move_row, now_in, plannen, point};
use crate::Fout;
use crate::beeld::Samenvoeging;
use crate::db::Verbinding;
use crate::schrijver::Beurt;

/// What was brought together.
struct Verslag {
    soort: String,
    weg: Vec<u8>,
    naar: Vec<u8>,
    scherm: bool,
    adres: bool,
}

/// A row that went along, was made, or was there.
struct Onderdeel {
    tabel: String,
    sleutel: Vec<u8>,
    hoe: i64,
}

/// Takes it apart. What was said to be one is from now on said to be two, so that no message brings it together again.
pub(crate) fn take_apart(beurt: &mut Beurt<'_>, id: Id<Samenvoeging>, wie: Wie<'_>) -> Result<(), Fout> {
    let verslag = beurt
        .db
        .query_opt(
            "SELECT soort, weg, naar, scherm, adres FROM samenvoeging WHERE id = $1 AND ongedaan IS NULL",
            &[(&id).into()],
            |row| {
                Ok(Verslag {
                    soort: row.text(0)?,
                    weg: row.bytes(1)?,
                    naar: row.bytes(2)?,
                    scherm: row.number(3)? != 0,
                    adres: row.number(4)? != 0,
                })
            },
        )?
        .ok_or(Fout::NietGevonden)?;
    let with: Vec<Id<Samenvoeging>> = beurt.db.query(
        "SELECT id FROM samenvoeging WHERE hoort_bij = $1 AND ongedaan IS NULL ORDER BY id DESC",
        &[(&id).into()],
        |row| row.id(0),
    )?;
    for inner in with {
        take_apart(beurt, inner, wie)?;
    }
    if verslag.soort == "gezin" {
        families_apart(beurt.db, id, &verslag)?;
    } else {
        persons_apart(beurt.db, id, &verslag)?;
    }
    beurt.db.execute_one(
        "UPDATE samenvoeging SET ongedaan = $1, ongedaan_door = $2 WHERE id = $3",
        &[wie.now.as_millisecond().into(), wie.door.into(), (&id).into()],
    )?;
    point(beurt.db, if verslag.soort == "gezin" { "gezin" } else { "persoon" })?;
    keep_apart(beurt.db, &verslag.weg, &verslag.naar, wie)
}

fn pieces(db: &mut Verbinding, id: Id<Samenvoeging>) -> Result<Vec<Onderdeel>, Fout> {
    db.query(
        "SELECT tabel, sleutel, nieuw FROM samenvoeging_stuk WHERE samenvoeging = $1 ORDER BY tabel, sleutel",
        &[(&id).into()],
        |row| Ok(Onderdeel { tabel: row.text(0)?, sleutel: row.bytes(1)?, hoe: row.number(2)? }),
    )
}

fn families_apart(db: &mut Verbinding, id: Id<Samenvoeging>, verslag: &Verslag) -> Result<(), Fout> {
    let weg: Id<Gezin> = Id::try_from(verslag.weg.as_slice())?;
    let naar: Id<Gezin> = Id::try_from(verslag.naar.as_slice())?;
    // The family that stayed may itself have gone to another since.
    let now = now_in(db, naar)?;
    let places = chain(db, naar)?;
    let pieces = pieces(db, id)?;
    for plek in PLEKKEN {
        for piece in pieces.iter().filter(|piece| piece.tabel == plek.tabel) {
            if piece.hoe == Stuk::Mee.number() {
                for place in &places {
                    move_row(db, plek, &piece.sleutel, weg.bytes(), place)?;
                }
            } else if piece.hoe == Stuk::Nieuw.number() {
                db.execute(plek.weg, &[piece.sleutel.as_slice().into()])?;
            }
        }
    }
    let along: Vec<(String, Vec<u8>)> =
        pieces.into_iter().map(|piece| (piece.tabel, piece.sleutel)).collect();
    plannen::split(db, (weg, now), &along)?;
    for sql in PLEKKEN.iter().filter_map(|plek| plek.sinds) {
        db.execute(sql, &[(&weg).into(), (&now).into(), (&id).into()])?;
    }
    // What the family that stays got from this one it has no longer, unless another brought the same.
    if verslag.scherm {
        let next = "SELECT s.id FROM samenvoeging s JOIN gezin g ON g.id = s.weg WHERE s.naar = $1 AND s.id <> $2 \
                    AND s.ongedaan IS NULL AND s.soort = 'gezin' AND g.afgeschermd = 1 ORDER BY s.id LIMIT 1";
        let next: Option<Id<Samenvoeging>> =
            db.query_opt(next, &[(&naar).into(), (&id).into()], |row| row.id(0))?;
        match next {
            Some(next) => {
                db.execute_one("UPDATE samenvoeging SET scherm = 1 WHERE id = $1", &[(&next).into()])?;
            }
            None => db.execute_one("UPDATE gezin SET afgeschermd = 0 WHERE id = $1", &[(&naar).into()])?,
        }
    }
    if verslag.adres {
        let next = "SELECT s.id FROM samenvoeging s JOIN gezin g ON g.id = s.weg JOIN gezin n ON n.id = s.naar WHERE s.naar = $1 \
                    AND s.id <> $2 AND s.ongedaan IS NULL AND s.soort = 'gezin' AND g.voordeur <> coalesce(n.voordeur, '') \
                    ORDER BY s.id LIMIT 1";
        let next: Option<Id<Samenvoeging>> =
            db.query_opt(next, &[(&naar).into(), (&id).into()], |row| row.id(0))?;
        match next {
            Some(next) => {
                db.execute_one("UPDATE samenvoeging SET adres = 1 WHERE id = $1", &[(&next).into()])?;
            }
            None => {
                db.execute(
                    "UPDATE gezin SET adres_hand = 0 WHERE id = $1 AND adres_hand = 1",
                    &[(&naar).into()],
                )?;
            }
        }
    }
    for gezin in [weg, now] {
        newest(db, gezin)?;
    }
    Ok(())
}

/// The family that stayed, and those into which it went since: a second coordinator stays with one on the way.
fn chain(db: &mut Verbinding, naar: Id<Gezin>) -> Result<Vec<Vec<u8>>, Fout> {
    let steps: BTreeMap<Vec<u8>, Vec<u8>> = db
        .query(
            "SELECT weg, naar FROM samenvoeging WHERE soort = 'gezin' AND ongedaan IS NULL ORDER BY id",
            &[],
            |row| Ok((row.bytes(0)?, row.bytes(1)?)),
        )?
        .into_iter()
        .collect();
    let mut out = vec![naar.bytes().to_vec()];
    while let Some(next) = out.last().and_then(|at| steps.get(at)).filter(|next| !out.contains(next)) {
        out.push(next.clone());
    }
    Ok(out)
}

/// The day of the newest allocation, start or stop, as the messages of who is in the family tell it.
fn newest(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<(), Fout> {
    db.execute_one(
        "UPDATE gezin SET laatste = (SELECT max(b.dagtekening) FROM bericht b WHERE b.id IN (\
         SELECT l.bericht FROM persoon p JOIN levering l ON l.persoon = p.id WHERE p.gezin = $1 \
         UNION SELECT v.bericht FROM persoon p JOIN toewijzing_versie v ON v.persoon = p.id WHERE p.gezin = $1)) WHERE id = $1",
        &[(&gezin).into()],
    )
}

fn persons_apart(db: &mut Verbinding, id: Id<Samenvoeging>, verslag: &Verslag) -> Result<(), Fout> {
    let weg: Id<Persoon> = Id::try_from(verslag.weg.as_slice())?;
    let naar: Id<Persoon> = Id::try_from(verslag.naar.as_slice())?;
    let now = is_now(db, naar)?;
    for piece in pieces(db, id)? {
        let key = piece.sleutel.as_slice();
        match piece.tabel.as_str() {
            "account" => {
                let text = std::str::from_utf8(key).map_err(|_| Fout::Tegenstrijdig("a key is no text"))?;
                let sql = "UPDATE account SET persoon = $1 WHERE sleutel = $2 AND persoon = $3";
                db.execute(sql, &[(&weg).into(), text.into(), (&now).into()])?;
            }
            "lidmaatschap" => {
                db.execute("DELETE FROM lidmaatschap WHERE id = $1", &[key.into()])?;
            }
            "geboren" => {
                // Somebody may have written another date down since.
                let sql = "UPDATE persoon SET geboren = NULL WHERE id = $1 AND geboren = (SELECT w.geboren FROM persoon w WHERE w.id = $2)";
                db.execute(sql, &[key.into(), (&weg).into()])?;
            }
            _ => {}
        }
    }
    Ok(())
}
