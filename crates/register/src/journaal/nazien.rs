//! Walking along the chain: is every line as it was written, and does every closed day fit its seal?

use std::collections::BTreeMap;

use stelsel::Id;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;

use super::pen::{Inhoud, TEKSTEN};
use super::weglaten::may_be_dropped;
use super::zegel::{Zegel, seals, unhex};
use crate::Fout;
use crate::db::{Rij, Verbinding, day_number};

/// Outcome of a walk along the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keten {
    /// Every line is as it was written.
    Heel {
        /// Number of lines.
        regels: u64,
        /// The last hash in hexadecimal, to be kept elsewhere.
        einde: String,
    },
    /// From here on the chain does not fit.
    Gebroken {
        /// Day, in days since 1970-01-01.
        dag: i64,
        /// Number of the line within the day; the number after the last when lines are missing at the end of a day.
        nr: i64,
    },
    /// A day does not fit its seal, here or elsewhere, or a seal was not made with the key.
    Zegel {
        /// Day, in days since 1970-01-01.
        dag: i64,
    },
}

/// What the journal is held against, besides itself.
#[derive(Clone, Debug, Default)]
pub struct Maatstaf {
    /// Seals that were kept elsewhere.
    pub ankers: Vec<Zegel>,
    /// The public half of the key of the seals, in hexadecimal.
    pub sleutel: Option<String>,
}

/// Lines, rows of persons and end of the chain of a day.
type Totaal = (i64, i64, Vec<u8>);

/// Walks along the whole chain.
pub(crate) fn verify(db: &mut Verbinding, maatstaf: &Maatstaf) -> Result<Keten, Fout> {
    let days =
        db.query("SELECT dag, aantal, personen, keten FROM journaal_dag ORDER BY dag", &[], |row| {
            Ok((row.number(0)?, (row.number(1)?, row.number(2)?, row.bytes(3)?)))
        })?;
    let own = seals(db)?;
    let first = days.first().map(|(dag, _)| *dag);
    let start = own.iter().rev().find(|zegel| first.is_none_or(|first| zegel.dag < first));
    let mut chain = start.map_or_else(Vec::new, |zegel| zegel.keten.clone());
    let mut lines = 0_u64;
    let mut persons = 0_u64;
    for (dag, total) in &days {
        if let Some(nr) = walk_day(db, *dag, total, &mut chain)? {
            return Ok(Keten::Gebroken { dag: *dag, nr });
        }
        lines += u64::try_from(total.0).unwrap_or_default();
        persons += u64::try_from(total.1).unwrap_or_default();
    }
    // Lines and persons of a day that is not in the list of days.
    for (sql, expected) in
        [("SELECT count(*) FROM journaal", lines), ("SELECT count(*) FROM journaal_persoon", persons)]
    {
        let found = db.query_opt(sql, &[], |row| row.number(0))?.unwrap_or_default();
        if u64::try_from(found) != Ok(expected) {
            return Ok(Keten::Gebroken { dag: 0, nr: 0 });
        }
    }
    if let Some(start) = start
        && !was_dropped(db, start.dag, first)?
    {
        return Ok(Keten::Gebroken { dag: start.dag, nr: 1 });
    }
    let ends: BTreeMap<i64, Totaal> = days.into_iter().collect();
    if let Some(dag) = wrong_seal(&own, maatstaf, &ends, start.map(|zegel| zegel.dag)) {
        return Ok(Keten::Zegel { dag });
    }
    Ok(Keten::Heel { regels: lines, einde: crate::register::hex(&chain) })
}

/// Walks along one day; gives the number of the first line that does not fit.
fn walk_day(db: &mut Verbinding, dag: i64, total: &Totaal, chain: &mut Vec<u8>) -> Result<Option<i64>, Fout> {
    let mut persons = persons_of_day(db, dag)?.into_iter().peekable();
    let mut count = 0;
    let rows = db.query(
        "SELECT nr, wanneer, vorm, duur, wie, rol, doel, handeling, onderdeel, object, grond, uitkomst, weg, sessie, spoor, \
         personen, keten FROM journaal WHERE dag = $1 ORDER BY nr",
        &[dag.into()],
        |row| Ok((line_of(row, dag)?, row.number(4 + TEKSTEN)?, row.bytes(5 + TEKSTEN)?)),
    )?;
    let mut expected_nr = 0;
    for (line, personen, keten) in rows {
        expected_nr += 1;
        let mut concerned = Vec::new();
        while let Some((_, person)) = persons.next_if(|(of, _)| *of == line.nr) {
            concerned.push(person);
        }
        let fits = line.hash(chain, &concerned).is_some_and(|hash| hash == keten.as_slice());
        if line.nr != expected_nr || !fits || i64::try_from(concerned.len()) != Ok(personen) {
            return Ok(Some(expected_nr));
        }
        count += personen;
        *chain = keten;
    }
    let whole = (expected_nr, count) == (total.0, total.1) && *chain == total.2 && persons.next().is_none();
    Ok((!whole).then_some(expected_nr + 1))
}

pub(super) fn line_of(row: &Rij<'_>, dag: i64) -> Result<Inhoud<String>, Fout> {
    let mut teksten: [String; TEKSTEN] = Default::default();
    for (text, kolom) in teksten.iter_mut().zip(4..) {
        *text = row.text(kolom)?;
    }
    Ok(Inhoud {
        vorm: row.number(2)?,
        dag,
        nr: row.number(0)?,
        wanneer: row.number(1)?,
        duur: row.number(3)?,
        teksten,
    })
}

pub(super) fn persons_of_day(db: &mut Verbinding, dag: i64) -> Result<Vec<(i64, Id<Persoon>)>, Fout> {
    let sql = "SELECT nr, persoon FROM journaal_persoon WHERE dag = $1 ORDER BY nr, persoon";
    db.query(sql, &[dag.into()], |row| Ok((row.number(0)?, row.id(1)?)))
}

/// Whether the days up to and with the last one that is gone were dropped in the ordinary way: a line of the journal says
/// so, and it was written when their term was over.
fn was_dropped(db: &mut Verbinding, last_gone: i64, first_kept: Option<i64>) -> Result<bool, Fout> {
    let told = db.query(
        "SELECT object, wanneer FROM journaal WHERE handeling = 'vernietigen' AND onderdeel = 'journaal'",
        &[],
        |row| Ok((row.text(0)?, row.moment(1)?)),
    )?;
    Ok(told.iter().any(|(object, wanneer)| {
        let Ok(before) = object.parse::<jiff::civil::Date>() else { return false };
        let day = day_number(before);
        last_gone < day
            && first_kept.is_some_and(|kept| day <= kept)
            && may_be_dropped(before, dutch_day(*wanneer))
    }))
}

/// The first day that does not fit a seal, or of which a seal was not made with the key.
fn wrong_seal(
    own: &[Zegel],
    maatstaf: &Maatstaf,
    ends: &BTreeMap<i64, Totaal>,
    last_gone: Option<i64>,
) -> Option<i64> {
    let public = maatstaf.sleutel.as_deref().map(|text| unhex(text).unwrap_or_default());
    let mut all =
        own.iter().map(|zegel| (zegel, false)).chain(maatstaf.ankers.iter().map(|zegel| (zegel, true)));
    let wrong = all.find(|(zegel, elsewhere)| {
        let gone = last_gone.is_some_and(|last| zegel.dag <= last);
        let fits = if gone {
            // The day itself is gone: a seal elsewhere must be one of those that were kept here.
            !elsewhere || own.contains(zegel)
        } else {
            let total = (zegel.regels, zegel.personen, &zegel.keten);
            ends.get(&zegel.dag).is_some_and(|(lines, persons, end)| (*lines, *persons, end) == total)
        };
        // A copy of a seal that is here was looked at already.
        let seen = *elsewhere && own.contains(zegel);
        !fits || !seen && public.as_deref().is_some_and(|public| !zegel.is_signed_by(public))
    });
    wrong.map(|(zegel, _)| zegel.dag)
}
