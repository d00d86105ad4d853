//! Answers: which message they answer, and what a refusal takes back.
//!
//! Order and time of arrival mean nothing (iJw 3.2, OP080): an answer may come before the message that it answers, and then
//! waits for it.

use std::collections::HashSet;

use ijw::{Bericht as Ijw, Berichttype};
use stelsel::Id;

use super::opname::take_back;
use super::{Kennis, Kop, kind_number};
use crate::Fout;
use crate::beeld::Bericht;
use crate::db::Verbinding;
use crate::inpakken::unpack;
use crate::schrijver::Beurt;

/// How a message hangs together with what was stored before.
#[derive(Default)]
pub(super) struct Verband {
    /// For an answer: the message that it answers, when it is there.
    pub(super) antwoord_op: Option<Id<Bericht>>,
    /// For a message: the answers that came before it.
    vooruit: Vec<Id<Bericht>>,
}

/// The message that an answer is about, by what it is known by.
struct Verwijzing<'a> {
    soort: Berichttype,
    identificatie: &'a str,
}

fn reference(bericht: &Ijw) -> Option<Verwijzing<'_>> {
    let answered =
        |kind: Berichttype| Berichttype::ALLE.iter().copied().find(|of| of.answered_by() == Some(kind));
    let soort = answered(bericht.berichttype())?;
    let identificatie = match bericht {
        Ijw::Jw325(inner) => inner.header.declaratie_identificatie.identificatie.as_str(),
        // A retour bears the header of the message that it answers.
        _ => bericht.identificatie(),
    };
    Some(Verwijzing { soort, identificatie })
}

/// Looks up what a message hangs together with.
pub(super) fn link(db: &mut Verbinding, kennis: &Kennis, kop: &Kop, bericht: &Ijw) -> Result<Verband, Fout> {
    if let Some(Verwijzing { soort, identificatie }) = reference(bericht) {
        // Of messages with one identification, the answer is about the first that has none yet.
        let antwoord_op = db.query_opt(
            "SELECT b.id FROM bericht b WHERE b.aanbieder = $1 AND b.soort = $2 AND b.gemeente = $3 AND b.identificatie = $4 \
             AND NOT EXISTS (SELECT 1 FROM bericht a WHERE a.antwoord_op = b.id) ORDER BY b.id LIMIT 1",
            &[kop.aanbieder.into(), kind_number(soort).into(), kop.gemeente.into(), identificatie.into()],
            |row| row.id(0),
        )?;
        return Ok(Verband { antwoord_op, vooruit: Vec::new() });
    }
    if !kennis.any_ahead {
        return Ok(Verband::default());
    }
    let kind = kind_number(bericht.berichttype());
    let vooruit = db.query(
        "SELECT bericht FROM vooruit WHERE aanbieder = $1 AND gemeente = $2 AND soort = $3 AND identificatie = $4 ORDER BY bericht",
        &[kop.aanbieder.into(), kop.gemeente.into(), kind.into(), bericht.identificatie().into()],
        |row| row.id(0),
    )?;
    Ok(Verband { antwoord_op: None, vooruit })
}

/// Carries out what an answer says, whichever of the two came first.
pub(super) fn carry_out(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    bericht: &Ijw,
    verband: Verband,
) -> Result<(), Fout> {
    if let Some(Verwijzing { soort, identificatie }) = reference(bericht) {
        let Some(over) = verband.antwoord_op else {
            beurt.db.execute_one(
                "INSERT INTO vooruit (aanbieder, gemeente, soort, identificatie, bericht) VALUES ($1, $2, $3, $4, $5)",
                &[
                    kop.aanbieder.into(),
                    kop.gemeente.into(),
                    kind_number(soort).into(),
                    identificatie.into(),
                    (&kop.id).into(),
                ],
            )?;
            kennis.any_ahead = true;
            return Ok(());
        };
        beurt.db.execute("DELETE FROM openstaand WHERE bericht = $1", &[(&over).into()])?;
        return refuse(beurt, kop, &over, None, bericht);
    }
    let Some(answer) = verband.vooruit.first() else { return Ok(()) };
    beurt.db.execute_one(
        "UPDATE bericht SET antwoord_op = $1 WHERE id = $2",
        &[(&kop.id).into(), answer.into()],
    )?;
    beurt.db.execute("DELETE FROM vooruit WHERE bericht = $1", &[answer.into()])?;
    let answer = stored(beurt.db, answer)?;
    refuse(beurt, kop, &kop.id, Some(bericht), &answer)
}

/// Takes back what an answer refuses of a message.
fn refuse(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    over: &Id<Bericht>,
    bericht: Option<&Ijw>,
    answer: &Ijw,
) -> Result<(), Fout> {
    // What was refused here when it came in changed nothing.
    let counts =
        beurt.db.query_opt("SELECT stand FROM bericht WHERE id = $1", &[over.into()], |row| row.number(0))?;
    if counts != Some(0) {
        return Ok(());
    }
    match refused(answer) {
        Geweigerd::Niets => Ok(()),
        Geweigerd::Alles => match bericht {
            Some(bericht) => take_back(beurt, over, bericht, kop.gemeente),
            None => {
                let bericht = stored(beurt.db, over)?;
                take_back(beurt, over, &bericht, kop.gemeente)
            }
        },
        Geweigerd::Prestaties(references) => {
            for reference in references {
                beurt.db.execute(
                    "DELETE FROM prestatie WHERE bericht = $1 AND referentie = $2",
                    &[over.into(), reference.into()],
                )?;
            }
            Ok(())
        }
    }
}

enum Geweigerd<'a> {
    Niets,
    Alles,
    /// Only these lines of a declaration, by their reference.
    Prestaties(HashSet<&'a str>),
}

fn refused(answer: &Ijw) -> Geweigerd<'_> {
    let Ijw::Jw325(inner) = answer else {
        let codes = answer.retourcodes().unwrap_or_default();
        return if codes.is_empty() { Geweigerd::Niets } else { Geweigerd::Alles };
    };
    let is_good = |code: &ijw::basis::RetourCode| matches!(code.code(), "0200" | "8001");
    let Some(answer) = &inner.declaratie_antwoord else { return Geweigerd::Alles };
    if !inner.header.retour_codes.iter().all(is_good) || !answer.retour_codes.iter().all(is_good) {
        return Geweigerd::Alles;
    }
    let lines: HashSet<&str> = answer
        .clienten
        .iter()
        .flatten()
        .flat_map(|client| &client.prestaties)
        .map(|line| line.product_referentie.referentie_nummer.as_str())
        .collect();
    if lines.is_empty() { Geweigerd::Niets } else { Geweigerd::Prestaties(lines) }
}

/// A stored message, read again.
pub(crate) fn stored(db: &mut Verbinding, id: &Id<Bericht>) -> Result<Ijw, Fout> {
    let packed =
        db.query_opt("SELECT inhoud FROM bericht_inhoud WHERE bericht = $1", &[id.into()], |row| {
            row.bytes(0)
        })?;
    let bytes = unpack(&packed.ok_or(Fout::Tegenstrijdig("a stored message has no content"))?)?;
    ijw::lees(&bytes).map_err(|_| Fout::Tegenstrijdig("a stored message does not pass the check any more"))
}
