//! A family that somebody writes down: no message, no number, one name is enough.

use jiff::Timestamp;
use stelsel::klok::dutch_day;
use stelsel::toegang::Bereik;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon};

use super::leden::{Werk, add_person, belong, new_family, put_address, sound_name, stay_near};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::NieuwGezin;
use crate::db::Verbinding;
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;

/// How long it is remembered that a form was sent.
const REMEMBERED_MILLIS: i64 = 30 * 24 * 60 * 60 * 1_000;

impl Register {
    /// Writes a family down. A form that is sent twice makes one family.
    pub fn new_family(&self, who: &Identiteit, nieuw: &NieuwGezin, sleutel: &str) -> Result<Id<Gezin>, Fout> {
        if who.reach(Onderdeel::NieuwGezin) == Bereik::Niets {
            let refused = Err(Fout::NietGevonden);
            return self.or_refused(who, (Handeling::Regelen, Onderdeel::NieuwGezin), "nieuw", refused);
        }
        if !sound_name(&nieuw.persoon.naam) {
            return Err(Fout::Zinloos("a name"));
        }
        let (who, nieuw, now) = (who.clone(), nieuw.clone(), self.0.klok.now());
        let key = key_of(&who, sleutel)?;
        self.write(move |beurt| {
            if let Some(done) = remembered(beurt.db, &key)? {
                return Ok(Id::parse(&done)?);
            }
            let (gezin, persoon) = write_down(beurt, &who, &nieuw, now)?;
            if let Some(vraag) = &nieuw.vraag {
                super::vragen::join(beurt.db, &who, *vraag, gezin, now)?;
            }
            count_intake(beurt.db)?;
            let object = gezin.to_string();
            remember(beurt, &who, &key, now, &object)?;
            let line = Regel::by(&who, now, Handeling::Regelen, Onderdeel::NieuwGezin.key(), &object);
            beurt.pen.write(beurt.db, &line, &[persoon])?;
            Ok(gezin)
        })
    }
}

/// Makes the family with its first member.
pub(super) fn write_down(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    nieuw: &NieuwGezin,
    now: Timestamp,
) -> Result<(Id<Gezin>, Id<Persoon>), Fout> {
    let gemeente = municipality(beurt.db, who, nieuw)?;
    let werk = Werk { who, gezin: Id::new(now, beurt.toeval.bytes()?), now };
    let gezin = new_family(beurt, &werk, &nieuw.persoon.naam, gemeente)?;
    let werk = Werk { gezin, ..werk };
    if let Some(wijk) = nieuw.wijk.or_else(|| who.wijken.first().copied()) {
        let known =
            "UPDATE gezin SET wijk = $1 WHERE id = $2 AND EXISTS (SELECT 1 FROM wijk w WHERE w.code = $1)";
        beurt.db.execute(known, &[wijk.number().into(), (&gezin).into()])?;
    }
    if nieuw.adres == stelsel::gezin::Adres::default() {
        stay_near(beurt, &werk)?;
    } else {
        put_address(beurt, &werk, &nieuw.adres)?;
    }
    let persoon = add_person(beurt, &werk, &nieuw.persoon)?;
    belong(beurt, &werk, persoon, (Some(dutch_day(now)), None))?;
    Ok((gezin, persoon))
}

/// The municipality of a family: of the neighbourhood that is chosen, of the own team, or the only one of the region.
fn municipality(db: &mut Verbinding, who: &Identiteit, nieuw: &NieuwGezin) -> Result<i64, Fout> {
    if let Some(wijk) = nieuw.wijk.or_else(|| who.wijken.first().copied()) {
        return Ok(i64::from(wijk.gemeente().number()));
    }
    let first = "SELECT code FROM gemeente WHERE in_regio = 1 ORDER BY code LIMIT 1";
    db.query_opt(first, &[], |row| row.number(0))?.ok_or(Fout::Zinloos("the neighbourhood"))
}

/// The key under which a form of an account is remembered.
pub(super) fn key_of(who: &Identiteit, sleutel: &str) -> Result<String, Fout> {
    if sleutel.len() != 32 || !sleutel.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Fout::Zinloos("the key of a form"));
    }
    Ok(format!("{}:{sleutel}", who.account))
}

/// What came of a form that was sent before.
pub(super) fn remembered(db: &mut Verbinding, key: &str) -> Result<Option<String>, Fout> {
    db.query_opt("SELECT uitkomst FROM formulier WHERE sleutel = $1", &[key.into()], |row| row.text(0))
}

/// Remembers what came of a form.
pub(super) fn remember(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    key: &str,
    now: Timestamp,
    uitkomst: &str,
) -> Result<(), Fout> {
    let oldest = now.as_millisecond() - REMEMBERED_MILLIS;
    beurt.db.execute("DELETE FROM formulier WHERE wanneer < $1", &[oldest.into()])?;
    beurt.db.execute_one(
        "INSERT INTO formulier (sleutel, account, wanneer, uitkomst) VALUES ($1, $2, $3, $4)",
        &[key.into(), (&who.account).into(), millis(now), uitkomst.into()],
    )
}
