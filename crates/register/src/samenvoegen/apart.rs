//! What somebody said that is not the same, and is kept apart.

use super::Wie;
use crate::Fout;
use crate::db::Verbinding;

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
