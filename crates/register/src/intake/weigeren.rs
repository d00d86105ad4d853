//! What cannot be taken in is put aside with what is wrong and where; nothing is thrown away.

use ijw::Afkeuring;
use stelsel::Gemeentecode;

use super::{Gelezen, Uitkomst};
use crate::Fout;
use crate::beeld::{Bezwaar, Quarantaine};
use crate::journaal::{Handeling, Regel};
use crate::register::millis;
use crate::schrijver::Beurt;
use stelsel::Id;

/// The faults of the schema check as objections.
pub(super) fn objections(rejected: &Afkeuring) -> Vec<Bezwaar> {
    rejected
        .fouten
        .iter()
        .map(|fault| Bezwaar {
            regel: Some(fault.regel),
            pad: Some(fault.pad.clone()),
            code: fault.soort.code().to_owned(),
            waarden: fault.soort.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        })
        .collect()
}

/// A message for a municipality that the register is not of.
pub(super) fn other_municipality(gemeente: Gemeentecode) -> Bezwaar {
    Bezwaar {
        regel: None,
        pad: Some("/Bericht/Header".to_owned()),
        code: "andere-gemeente".to_owned(),
        waarden: vec![("gemeente".to_owned(), gemeente.to_string())],
    }
}

/// A message that only the municipality itself sends.
pub(super) fn own_message(kind: ijw::Berichttype) -> Bezwaar {
    Bezwaar {
        regel: None,
        pad: Some("/Bericht/Header/Afzender".to_owned()),
        code: "eigen-bericht".to_owned(),
        waarden: vec![("bericht".to_owned(), kind.naam().to_owned())],
    }
}

/// Stores a file in quarantine, once.
pub(super) fn put_aside(
    beurt: &mut Beurt<'_>,
    file: &Gelezen,
    objections: &[Bezwaar],
) -> Result<Uitkomst, Fout> {
    let fingerprint = file.vingerafdruk.as_slice();
    let known = beurt.db.query_opt(
        "SELECT 1 FROM quarantaine WHERE vingerafdruk = $1",
        &[fingerprint.into()],
        |row| row.number(0),
    )?;
    if known.is_some() {
        return Ok(Uitkomst::AlInQuarantaine);
    }
    let id: Id<Quarantaine> = beurt.toeval.id(file.ontvangen)?;
    let content = if file.ingepakt.is_empty() { None } else { Some(file.ingepakt.as_slice()) };
    beurt.db.execute_one(
        "INSERT INTO quarantaine (id, vingerafdruk, bestand, wanneer, lengte, inhoud) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            (&id).into(),
            fingerprint.into(),
            file.bestand.as_str().into(),
            millis(file.ontvangen),
            i64::try_from(file.lengte).unwrap_or(i64::MAX).into(),
            content.into(),
        ],
    )?;
    for (objection, nr) in objections.iter().zip(1_i64..) {
        let line = |(name, value): &(String, String)| format!("{name}={}", value.replace(['\n', '\r'], " "));
        let values = objection.waarden.iter().map(line).collect::<Vec<_>>().join("\n");
        beurt.db.execute_one(
            "INSERT INTO bezwaar (quarantaine, volgnr, regel, pad, code, waarden) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                (&id).into(),
                nr.into(),
                objection.regel.into(),
                objection.pad.as_deref().into(),
                objection.code.as_str().into(),
                values.as_str().into(),
            ],
        )?;
    }
    let object = id.to_string();
    let line = Regel::by_program(file.ontvangen, Handeling::Weigeren, "quarantaine", &object);
    beurt.pen.write(beurt.db, &line, &[])?;
    Ok(Uitkomst::Quarantaine(id, objections.to_vec()))
}
