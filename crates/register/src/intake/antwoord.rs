//! JW319: the municipality refuses a request, or tells that it is looked into.

use ijw::jw319;
use stelsel::Id;
use stelsel::persoon::Persoon;

use super::Kop;
use crate::Fout;
use crate::beeld::{Bericht, VerzoekStand};
use crate::db::Verbinding;

/// The value of an answer that only tells that the request is looked into (list WJ760).
const IN_ONDERZOEK: &str = "2";

pub(super) fn store(
    db: &mut Verbinding,
    kop: &Kop,
    antwoord: &jw319::Antwoord,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let value = antwoord.verzoek_antwoord.code();
    let reference = antwoord.referentie_aanbieder.as_str();
    db.execute_one(
        "INSERT INTO antwoord (bericht, gemeente, aanbieder, referentie, waarde, reden) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            (&kop.id).into(),
            kop.gemeente.into(),
            kop.aanbieder.into(),
            reference.into(),
            value.into(),
            antwoord.reden_afwijzing_verzoek.map(ijw::basis::RedenAfwijzingVerzoek::code).into(),
        ],
    )?;
    settle(db, kop.gemeente, kop.aanbieder, reference)?;
    // An answer bears no BSN: whom it is about is whom the request is about.
    db.query(
        "SELECT persoon FROM verzoek WHERE aanbieder = $1 AND gemeente = $2 AND referentie = $3",
        &[kop.aanbieder.into(), kop.gemeente.into(), reference.into()],
        |row| row.id(0),
    )
}

/// Sets where a request stands by what was sent about it: an allocation, a final answer, or that it is looked into.
pub(super) fn settle(
    db: &mut Verbinding,
    gemeente: i64,
    aanbieder: i64,
    reference: &str,
) -> Result<(), Fout> {
    let granted = db.query_opt(
        "SELECT 1 FROM toewijzing_versie WHERE aanbieder = $1 AND gemeente = $2 AND referentie = $3 LIMIT 1",
        &[aanbieder.into(), gemeente.into(), reference.into()],
        |row| row.number(0),
    )?;
    let answers = db.query(
        "SELECT waarde FROM antwoord WHERE aanbieder = $1 AND gemeente = $2 AND referentie = $3",
        &[aanbieder.into(), gemeente.into(), reference.into()],
        |row| row.text(0),
    )?;
    let stand = if granted.is_some() {
        VerzoekStand::Toegekend
    } else if answers.iter().any(|value| value != IN_ONDERZOEK) {
        VerzoekStand::Afgewezen
    } else if answers.is_empty() {
        VerzoekStand::Open
    } else {
        VerzoekStand::InOnderzoek
    };
    db.execute(
        "UPDATE verzoek SET stand = $1 WHERE aanbieder = $2 AND gemeente = $3 AND referentie = $4",
        &[stand.number().into(), aanbieder.into(), gemeente.into(), reference.into()],
    )?;
    Ok(())
}

/// The provider refused the answer: the request is where it was before.
pub(super) fn take_back(db: &mut Verbinding, id: &Id<Bericht>) -> Result<(), Fout> {
    let found = db.query_opt(
        "SELECT gemeente, aanbieder, referentie FROM antwoord WHERE bericht = $1",
        &[id.into()],
        |row| Ok((row.number(0)?, row.number(1)?, row.text(2)?)),
    )?;
    let Some((gemeente, aanbieder, reference)) = found else { return Ok(()) };
    db.execute("DELETE FROM antwoord WHERE bericht = $1", &[id.into()])?;
    settle(db, gemeente, aanbieder, &reference)
}
