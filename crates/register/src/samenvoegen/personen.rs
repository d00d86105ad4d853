//! Two rows about one person: the one points to the other.

use stelsel::{Gezin, Id, Persoon};

use super::wijzers::point;
use super::{Stuk, Wie, note, record};
use crate::Fout;
use crate::beeld::Samenvoeging;
use crate::db::Verbinding;
use crate::schrijver::Beurt;

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
