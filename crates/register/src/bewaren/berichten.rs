//! Which messages go with a dossier, and what is left of those that others share.
//!
//! Every stored message is read: what a table forgot to note cannot be forgotten here.

use std::collections::HashSet;

use ijw::Rest;
use stelsel::Id;

use crate::Fout;
use crate::beeld::{Bericht, Quarantaine};
use crate::db::Verbinding;
use crate::inpakken::{pack, unpack};

/// Messages read at a time, so that a large register costs no large memory.
const AT_ONCE: i64 = 200;

/// Whether one of these numbers stands in the bytes: nine digits in a row, alone or with others beside them.
pub(super) fn mentions(bytes: &[u8], numbers: &HashSet<[u8; 9]>) -> bool {
    // What is written with references to characters is not seen by eye; only their presence is.
    bytes.windows(9).any(|nine| {
        nine.first().is_some_and(u8::is_ascii_digit)
            && <&[u8; 9]>::try_from(nine).is_ok_and(|nine| numbers.contains(nine))
    })
}

/// Notes the messages that go, rewrites those that others share. Gives how many were rewritten.
pub(super) fn take_out(db: &mut Verbinding, numbers: &HashSet<[u8; 9]>) -> Result<u64, Fout> {
    let is_gone = |bsn: &str| <&[u8; 9]>::try_from(bsn.as_bytes()).is_ok_and(|bsn| numbers.contains(bsn));
    let mut after = vec![0_u8];
    let mut rewritten = 0;
    loop {
        let part = db.query(
            "SELECT bericht, inhoud FROM bericht_inhoud WHERE bericht > $1 ORDER BY bericht LIMIT $2",
            &[after.as_slice().into(), AT_ONCE.into()],
            |row| Ok((row.id::<Bericht>(0)?, row.bytes(1)?)),
        )?;
        let Some((last, _)) = part.last() else { return Ok(rewritten) };
        after = last.bytes().to_vec();
        for (id, packed) in part {
            let bytes = unpack(&packed)?;
            if !mentions(&bytes, numbers) && !bytes.windows(2).any(|two| two == b"&#") {
                continue;
            }
            let Ok(bericht) = ijw::lees(&bytes) else {
                return Err(Fout::Tegenstrijdig("a stored message does not pass the check any more"));
            };
            match ijw::zonder_clienten(&bericht, is_gone) {
                Rest::Niets => note(db, &id)?,
                Rest::Zonder(rest) => {
                    let xml = ijw::schrijf(&rest);
                    let clients = i64::try_from(rest.bsns().len()).unwrap_or(i64::MAX);
                    let length = i64::try_from(xml.len()).unwrap_or(i64::MAX);
                    db.execute_one(
                        "UPDATE bericht_inhoud SET inhoud = $1 WHERE bericht = $2",
                        &[pack(xml.as_bytes()).as_slice().into(), (&id).into()],
                    )?;
                    db.execute_one(
                        "UPDATE bericht SET clienten = $1, lengte = $2 WHERE id = $3",
                        &[clients.into(), length.into(), (&id).into()],
                    )?;
                    rewritten += 1;
                }
                // The digits stand in it as something else: a number of an allocation, a reference.
                Rest::Onveranderd => {}
            }
        }
    }
}

/// Notes that a message goes.
pub(super) fn note(db: &mut Verbinding, id: &Id<Bericht>) -> Result<(), Fout> {
    db.execute("INSERT INTO vernietiging_werk (bericht) VALUES ($1) ON CONFLICT DO NOTHING", &[id.into()])?;
    Ok(())
}

/// The pieces in quarantine that name one of these numbers. What is no message is not read any closer than this.
pub(super) fn pieces(db: &mut Verbinding, numbers: &HashSet<[u8; 9]>) -> Result<Vec<Id<Quarantaine>>, Fout> {
    let mut after = vec![0_u8];
    let mut out = Vec::new();
    loop {
        let part = db.query(
            "SELECT id, inhoud, bestand FROM quarantaine WHERE id > $1 ORDER BY id LIMIT $2",
            &[after.as_slice().into(), AT_ONCE.into()],
            |row| Ok((row.id::<Quarantaine>(0)?, row.bytes_opt(1)?, row.text(2)?)),
        )?;
        let Some((last, ..)) = part.last() else { return Ok(out) };
        after = last.bytes().to_vec();
        for (id, packed, name) in part {
            let named = mentions(name.as_bytes(), numbers);
            let inside = packed.map(|packed| unpack(&packed)).transpose()?;
            if named || inside.is_some_and(|bytes| mentions(&bytes, numbers)) {
                out.push(id);
            }
        }
    }
}
