//! The plans of two families that come together, and apart again.

use stelsel::{Gezin, Id};

use super::{Stuk, Wie, note};
use crate::Fout;
use crate::beeld::Samenvoeging;
use crate::db::Verbinding;
use crate::lezing::plan::plan_of;
use crate::register::{document, put_days};

/// The tables that are carried here, row by row of their own keys.
#[cfg(test)]
pub(crate) const TABELLEN: [&str; 4] = ["plan", "plan_dag", "plan_toewijzing", "plan_versie"];
const HULP: &str = "plan_toewijzing";

/// The plan of the family that stays gets all of the other as a new version. The plan of the family that went stays as it is,
/// out of sight, so that it is there again when the two are taken apart.
pub(super) fn join(
    db: &mut Verbinding,
    id: Id<Samenvoeging>,
    (weg, naar): (Id<Gezin>, Id<Gezin>),
    wie: Wie<'_>,
) -> Result<(), Fout> {
    let begun = "SELECT begonnen FROM plan WHERE gezin = $1";
    let Some(begun) = db.query_opt(begun, &[(&weg).into()], |row| row.number(0))? else { return Ok(()) };
    let (mut plan, other) = (plan_of(db, naar)?, plan_of(db, weg)?);
    let shift = plan.laatste_nr;
    let newest = "SELECT versie FROM plan WHERE gezin = $1";
    let versie = db.query_opt(newest, &[(&naar).into()], |row| row.count(0))?.unwrap_or_default() + 1;
    plan.voeg_samen(other, versie);
    db.execute_one(
        "INSERT INTO plan (gezin, versie, begonnen) VALUES ($1, $2, $3) ON CONFLICT (gezin) DO UPDATE SET versie = excluded.versie",
        &[(&naar).into(), versie.into(), begun.into()],
    )?;
    db.execute_one(
        "INSERT INTO plan_versie (gezin, versie, document, wat, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            (&naar).into(),
            versie.into(),
            document(&plan)?.as_str().into(),
            "samengevoegd".into(),
            wie.door.into(),
            wie.now.as_millisecond().into(),
        ],
    )?;
    let help: Vec<(i64, i64, i64)> = db.query(
        "SELECT gemeente, nummer, regel FROM plan_toewijzing WHERE gezin = $1 ORDER BY gemeente, nummer",
        &[(&weg).into()],
        |row| Ok((row.number(0)?, row.number(1)?, row.number(2)?)),
    )?;
    for (gemeente, nummer, regel) in help {
        db.execute_one(
            "UPDATE plan_toewijzing SET gezin = $1, regel = $2 WHERE gemeente = $3 AND nummer = $4",
            &[(&naar).into(), (regel + i64::from(shift)).into(), gemeente.into(), nummer.into()],
        )?;
        note(db, id, HULP, format!("{gemeente}/{nummer}/{regel}").as_bytes(), Stuk::Mee)?;
    }
    db.execute("DELETE FROM plan_dag WHERE gezin = $1", &[(&weg).into()])?;
    put_days(db, naar, &plan)
}

/// The family that goes has its plan again, with the help that was on its lines. What stands in the plan of the other stays
/// there: somebody looks at it.
pub(super) fn split(
    db: &mut Verbinding,
    (weg, now): (Id<Gezin>, Id<Gezin>),
    pieces: &[(String, Vec<u8>)],
) -> Result<(), Fout> {
    const BROKEN: Fout = Fout::Tegenstrijdig("what came along of a plan cannot be read");
    for (_, key) in pieces.iter().filter(|(tabel, _)| tabel == HULP) {
        let text = std::str::from_utf8(key).map_err(|_| BROKEN)?;
        let numbers: Vec<i64> =
            text.split('/').map(str::parse).collect::<Result<_, _>>().map_err(|_| BROKEN)?;
        let [gemeente, nummer, regel] = numbers.as_slice() else { return Err(BROKEN) };
        db.execute(
            "UPDATE plan_toewijzing SET gezin = $1, regel = $2 WHERE gemeente = $3 AND nummer = $4 AND gezin = $5",
            &[(&weg).into(), (*regel).into(), (*gemeente).into(), (*nummer).into(), (&now).into()],
        )?;
    }
    let plan = plan_of(db, weg)?;
    put_days(db, weg, &plan)
}
