//! What waits to be sent: a connector takes it, and says when it has it.

use jiff::Timestamp;
use stelsel::persoon::Persoon;
use stelsel::{AgbCode, Bsn, Gemeentecode, Id};

use crate::Fout;
use crate::beeld::{Bericht, Uitgaand};
use crate::db::Verbinding;
use crate::inpakken::unpack;
use crate::intake::kind_of;

type Rij = (Id<Bericht>, ijw::Berichttype, Gemeentecode, AgbCode, Timestamp, Vec<u8>);

/// The messages that wait, oldest first, at most so many.
pub(crate) fn waiting(db: &mut Verbinding, at_most: u32) -> Result<Vec<Uitgaand>, Fout> {
    let rows = db.query(
        "SELECT u.bericht, b.soort, b.gemeente, b.aanbieder, b.ontvangen, i.inhoud FROM uitgaand u \
         JOIN bericht b ON b.id = u.bericht JOIN bericht_inhoud i ON i.bericht = u.bericht \
         WHERE u.bezorgd IS NULL ORDER BY u.bericht LIMIT $1",
        &[i64::from(at_most).into()],
        |row| {
            let soort = kind_of(row.number(1)?)?;
            Ok((row.id(0)?, soort, row.code(2)?, row.code(3)?, row.moment(4)?, row.bytes(5)?))
        },
    )?;
    // One that cannot be unpacked holds up none of the others.
    let readable = rows.into_iter().filter_map(|(id, soort, gemeente, aanbieder, gemaakt, packed): Rij| {
        Some(Uitgaand { id, soort, gemeente, aanbieder, gemaakt, xml: unpack(&packed).ok()? })
    });
    Ok(readable.collect())
}

/// The persons that a message of ours is about.
pub(crate) fn concerned(db: &mut Verbinding, xml: &[u8]) -> Result<Vec<Id<Persoon>>, Fout> {
    let parsed = ijw::lees(xml)
        .map_err(|_| Fout::Tegenstrijdig("a stored message does not pass the check any more"))?;
    let mut persons = Vec::new();
    for bsn in parsed.bsns() {
        let bsn = Bsn::parse(bsn)?;
        let sql = "SELECT id FROM persoon WHERE bsn = $1";
        persons.extend(db.query_opt(sql, &[bsn.number().into()], |row| row.id(0))?);
    }
    Ok(persons)
}

/// Notes that a message was taken. A message that was taken before stays as it was.
pub(crate) fn delivered(db: &mut Verbinding, id: &Id<Bericht>, when: Timestamp) -> Result<bool, Fout> {
    let touched = db.execute(
        "UPDATE uitgaand SET bezorgd = $1 WHERE bericht = $2 AND bezorgd IS NULL",
        &[when.as_millisecond().into(), id.into()],
    )?;
    Ok(touched == 1)
}
