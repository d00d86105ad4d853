//! Answers: which message they answer, and what a refusal takes back.
//!
//! Order and time of arrival mean nothing (iJw 3.2, OP080): an answer may come before the message that it answers, and then
//! waits for it.

use std::collections::HashSet;

use ijw::basis::ReferentieNummer;
use ijw::{Bericht as Ijw, Berichttype};
use stelsel::persoon::Persoon;
use stelsel::{Bsn, Id};

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
    /// It was made here: what it refuses was left out when what it answers came in.
    eigen: bool,
}

impl Verband {
    /// Of a message that was made here.
    pub(super) const fn own(antwoord_op: Option<Id<Bericht>>) -> Self {
        Self { antwoord_op, vooruit: Vec::new(), eigen: true }
    }

    /// Whether the answer came before the message.
    pub(super) const fn is_answered(&self) -> bool {
        !self.vooruit.is_empty()
    }
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
        return Ok(Verband { antwoord_op, ..Verband::default() });
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
    Ok(Verband { vooruit, ..Verband::default() })
}

/// Carries out what an answer says, whichever of the two came first.
pub(super) fn carry_out(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    bericht: &Ijw,
    verband: &Verband,
) -> Result<(), Fout> {
    if verband.eigen {
        return Ok(());
    }
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
    let Some(answer) = take_waiting(beurt.db, kop, verband)? else { return Ok(()) };
    let answer = stored(beurt.db, &answer)?;
    refuse(beurt, kop, &kop.id, Some(bericht), &answer)
}

/// Ties the answer to its message that came before it, and gives it.
pub(super) fn take_waiting(
    db: &mut Verbinding,
    kop: &Kop,
    verband: &Verband,
) -> Result<Option<Id<Bericht>>, Fout> {
    let Some(answer) = verband.vooruit.first() else { return Ok(None) };
    db.execute_one("UPDATE bericht SET antwoord_op = $1 WHERE id = $2", &[(&kop.id).into(), answer.into()])?;
    db.execute("DELETE FROM vooruit WHERE bericht = $1", &[answer.into()])?;
    Ok(Some(*answer))
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
        Geweigerd::Alles => {
            if let Some(bericht) = bericht {
                return take_back(beurt, over, bericht, kop.gemeente);
            }
            let bericht = stored(beurt.db, over)?;
            take_back(beurt, over, &bericht, kop.gemeente)
        }
        Geweigerd::Prestaties(lines) => {
            lines.into_iter().try_for_each(|line| refuse_line(beurt.db, kop, over, line))
        }
    }
}

/// A refused line of a declaration: whose, its reference, and that of the line that it takes back.
type Regel<'a> = (&'a str, &'a str, Option<&'a str>);

/// Takes a line of a declaration back, and notes that the declaration was about its allocation.
fn refuse_line(
    db: &mut Verbinding,
    kop: &Kop,
    over: &Id<Bericht>,
    (bsn, reference, previous): Regel<'_>,
) -> Result<(), Fout> {
    let Ok(bsn) = Bsn::parse(bsn) else { return Ok(()) };
    let found = db.query(
        "SELECT r.volgnr, r.nummer, r.persoon FROM prestatie r JOIN persoon p ON p.id = r.persoon \
         WHERE r.bericht = $1 AND r.referentie = $2 AND coalesce(r.vorige_referentie, '') = $3 AND p.bsn = $4",
        &[over.into(), reference.into(), previous.unwrap_or_default().into(), bsn.number().into()],
        |row| Ok((row.number(0)?, row.number(1)?, row.id(2)?)),
    )?;
    for (nr, number, person) in found {
        db.execute("DELETE FROM prestatie WHERE bericht = $1 AND volgnr = $2", &[over.into(), nr.into()])?;
        note_line(db, kop.gemeente, number, &person, over)?;
    }
    Ok(())
}

/// Notes that a message, or a line of it, was refused that is about an allocation.
pub(super) fn note_line(
    db: &mut Verbinding,
    gemeente: i64,
    number: i64,
    person: &Id<Persoon>,
    bericht: &Id<Bericht>,
) -> Result<(), Fout> {
    db.execute(
        "INSERT INTO betreft (gemeente, nummer, persoon, bericht) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        &[gemeente.into(), number.into(), person.into(), bericht.into()],
    )?;
    Ok(())
}

/// The identification of the message was used before (TR056).
const HERHALING: &str = "9056";

enum Geweigerd<'a> {
    Niets,
    Alles,
    /// Only these lines of a declaration.
    Prestaties(HashSet<Regel<'a>>),
}

fn refused(answer: &Ijw) -> Geweigerd<'_> {
    let Ijw::Jw325(inner) = answer else {
        let codes = answer.retourcodes().unwrap_or_default();
        // That it came twice says nothing of the first time.
        let is_repetition = codes.iter().any(|code| code.code() == HERHALING);
        return if codes.is_empty() || is_repetition { Geweigerd::Niets } else { Geweigerd::Alles };
    };
    let is_good = |code: &ijw::basis::RetourCode| matches!(code.code(), "0200" | "8001");
    let Some(answer) = &inner.declaratie_antwoord else { return Geweigerd::Alles };
    if !inner.header.retour_codes.iter().all(is_good) || !answer.retour_codes.iter().all(is_good) {
        return Geweigerd::Alles;
    }
    let lines: HashSet<Regel<'_>> = answer
        .clienten
        .iter()
        .flatten()
        .flat_map(|client| {
            client.prestaties.iter().map(|line| (client.bsn.as_str(), &line.product_referentie))
        })
        .map(|(bsn, reference)| {
            let previous = reference.vorig_referentie_nummer.as_ref().map(ReferentieNummer::as_str);
            (bsn, reference.referentie_nummer.as_str(), previous)
        })
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
