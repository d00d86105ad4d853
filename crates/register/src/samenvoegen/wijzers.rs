//! Where what was brought together is now: rows that point to the end of their chain.

use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::db::Verbinding;

/// Makes every row that was brought together point to where it is now, and no other row.
pub(super) fn point(db: &mut Verbinding, soort: &'static str) -> Result<(), Fout> {
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
