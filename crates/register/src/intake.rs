//! The intake: the one door through which messages come in, from the demo, a folder or a connector alike.
//!
//! First every file is judged (read, checked against the schema, packed), which needs no database; then a batch is stored
//! in one transaction. What was stored before is recognised by its fingerprint, so that a batch that was cut off can simply
//! be offered again.

mod declaratie;
mod gezin;
mod huishouden;
mod levering;
mod toewijzing;
mod weigeren;

use std::collections::{HashMap, HashSet};

use ijw::Bericht as Ijw;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::persoon::Persoon;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id};

use crate::Fout;
use crate::beeld::{Bericht, Bezwaar, Opmerking, Quarantaine};
use crate::db::Verbinding;
use crate::inpakken;
use crate::journaal::{Handeling, Regel};
use crate::register::millis;
use crate::schrijver::Beurt;
use crate::tabellen::{BERICHT, BERICHT_INHOUD};

/// A file that is offered.
#[derive(Clone, Debug)]
pub struct Aangeboden {
    /// Its name, with the path inside a ZIP.
    pub bestand: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When it came.
    pub ontvangen: Timestamp,
}

/// Something on its way to the intake.
#[derive(Clone, Debug)]
pub enum Stuk {
    /// A file.
    Bestand(Aangeboden),
    /// Something that could not even be read; goes to quarantine with the reason.
    Onleesbaar {
        /// Its name.
        bestand: String,
        /// When it was tried.
        ontvangen: Timestamp,
        /// Its size in bytes.
        lengte: u64,
        /// What is wrong.
        bezwaar: Bezwaar,
    },
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uitkomst {
    /// Stored, and what it says is in the register.
    Opgenomen(Id<Bericht>),
    /// It was stored before; nothing changed.
    AlBekend,
    /// Put aside, for these reasons.
    Quarantaine(Id<Quarantaine>, Vec<Bezwaar>),
    /// It was put aside before; nothing changed.
    AlInQuarantaine,
}

/// Files that were read and checked, ready to be stored.
#[derive(Debug)]
pub struct Beoordeeld(Vec<Gelezen>);

impl Beoordeeld {
    /// Number of files.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[derive(Debug)]
struct Gelezen {
    bestand: String,
    ontvangen: Timestamp,
    lengte: u64,
    vingerafdruk: [u8; 32],
    /// The content, packed; empty when there is nothing to keep.
    ingepakt: Vec<u8>,
    oordeel: Result<Ijw, Vec<Bezwaar>>,
}

/// Reads and checks; needs no database and so can go on while an earlier batch is being stored.
pub fn judge(batch: Vec<Stuk>) -> Beoordeeld {
    Beoordeeld(batch.into_iter().map(judge_one).collect())
}

fn judge_one(stuk: Stuk) -> Gelezen {
    match stuk {
        Stuk::Bestand(file) => {
            let oordeel = ijw::lees(&file.bytes).map_err(|rejected| weigeren::objections(&rejected));
            Gelezen {
                lengte: file.bytes.len() as u64,
                vingerafdruk: Sha256::digest(&file.bytes).into(),
                ingepakt: inpakken::pack(&file.bytes),
                bestand: file.bestand,
                ontvangen: file.ontvangen,
                oordeel,
            }
        }
        Stuk::Onleesbaar { bestand, ontvangen, lengte, bezwaar } => {
            let known_by = format!("{bestand}\n{lengte}\n{}", bezwaar.code);
            let vingerafdruk = Sha256::digest(known_by.as_bytes()).into();
            Gelezen {
                bestand,
                ontvangen,
                lengte,
                vingerafdruk,
                ingepakt: Vec::new(),
                oordeel: Err(vec![bezwaar]),
            }
        }
    }
}

/// Stores a judged batch; part of the caller's transaction.
pub(crate) fn store(beurt: &mut Beurt<'_>, batch: &Beoordeeld) -> Result<Vec<Uitkomst>, Fout> {
    let mut kennis = Kennis::read(beurt.db)?;
    let outcomes =
        batch.0.iter().map(|file| store_one(beurt, &mut kennis, file)).collect::<Result<Vec<_>, _>>()?;
    if outcomes.iter().any(|o| matches!(o, Uitkomst::Opgenomen(_))) {
        count_intake(beurt.db)?;
    }
    Ok(outcomes)
}

/// Tells every process that figures kept in memory are of before.
pub(crate) fn count_intake(db: &mut Verbinding) -> Result<(), Fout> {
    db.execute_one(
        "UPDATE instelling SET waarde = CAST(CAST(waarde AS BIGINT) + 1 AS TEXT) WHERE naam = 'inname'",
        &[],
    )
}

/// What was looked up once and holds for the whole batch.
struct Kennis {
    /// The municipalities of the region; empty when none is set up and all are welcome.
    regio: HashSet<i64>,
    aanbieders: HashSet<i64>,
    /// Whether anything was in quarantine when the batch began.
    any_refused: bool,
    personen: HashMap<i64, Bekend>,
}

/// A person who is known by BSN.
#[derive(Clone, Copy)]
struct Bekend {
    persoon: Id<Persoon>,
    gezin: Id<Gezin>,
    /// How new the personal data are; see [`Kop::gegevens`].
    gegevens_van: i64,
}

impl Kennis {
    fn read(db: &mut Verbinding) -> Result<Self, Fout> {
        let regio = db.query("SELECT code FROM gemeente WHERE in_regio = 1", &[], |row| row.number(0))?;
        let refused = db.query_opt("SELECT 1 FROM quarantaine LIMIT 1", &[], |row| row.number(0))?;
        Ok(Self {
            regio: regio.into_iter().collect(),
            aanbieders: HashSet::new(),
            any_refused: refused.is_some(),
            personen: HashMap::new(),
        })
    }
}

/// The parts of a message that all kinds share, as they are stored.
struct Kop {
    id: Id<Bericht>,
    gemeente: i64,
    aanbieder: i64,
    dagtekening: i64,
    ontvangen: Timestamp,
    /// A JW301, whose personal data are the municipality's own: of two messages of one day they count.
    is_toewijzing: bool,
}

impl Kop {
    /// How new the personal data of the message are: a later day, and on one day a JW301.
    const fn gegevens(&self) -> i64 {
        self.dagtekening * 2 + self.is_toewijzing as i64
    }
}

fn store_one(beurt: &mut Beurt<'_>, kennis: &mut Kennis, file: &Gelezen) -> Result<Uitkomst, Fout> {
    let fingerprint = file.vingerafdruk.as_slice().into();
    let known =
        beurt.db.query_opt("SELECT 1 FROM bericht WHERE vingerafdruk = $1", &[fingerprint], |row| {
            row.number(0)
        })?;
    if known.is_some() {
        return Ok(Uitkomst::AlBekend);
    }
    let bericht = match &file.oordeel {
        Ok(bericht) => bericht,
        Err(objections) => return weigeren::put_aside(beurt, file, objections),
    };
    let gemeente = Gemeentecode::parse(bericht.gemeente().as_str())?;
    let aanbieder = AgbCode::parse(bericht.aanbieder().as_str())?;
    if !kennis.regio.is_empty() && !kennis.regio.contains(&i64::from(gemeente.number())) {
        return weigeren::put_aside(beurt, file, &[weigeren::other_municipality(gemeente)]);
    }
    // What was put aside before and is welcome now, for example because the region changed, leaves quarantine.
    if kennis.any_refused {
        beurt.db.execute("DELETE FROM quarantaine WHERE vingerafdruk = $1", &[fingerprint])?;
    }
    let kop = Kop {
        id: beurt.toeval.id(file.ontvangen)?,
        gemeente: i64::from(gemeente.number()),
        aanbieder: i64::from(aanbieder.number()),
        dagtekening: crate::db::day_number(bericht.dagtekening()),
        ontvangen: file.ontvangen,
        is_toewijzing: bericht.berichttype() == ijw::Berichttype::Jw301,
    };
    store_header(beurt.db, kennis, file, bericht, &kop)?;
    let persons = match bericht {
        Ijw::Jw301(inner) => toewijzing::store(beurt, kennis, &kop, &inner.client)?,
        Ijw::Jw305(inner) => levering::store_start(beurt, kennis, &kop, &inner.client)?,
        Ijw::Jw307(inner) => levering::store_stop(beurt, kennis, &kop, &inner.client)?,
        Ijw::Jw323(inner) => declaratie::store(beurt, kennis, &kop, &inner.declaratie)?,
        _ => Vec::new(),
    };
    let object = kop.id.to_string();
    let line = Regel::by_program(file.ontvangen, Handeling::Innemen, bericht.berichttype().naam(), &object);
    beurt.pen.write(beurt.db, &line, &persons)?;
    Ok(Uitkomst::Opgenomen(kop.id))
}

fn store_header(
    db: &mut Verbinding,
    kennis: &mut Kennis,
    file: &Gelezen,
    bericht: &Ijw,
    kop: &Kop,
) -> Result<(), Fout> {
    if kennis.aanbieders.insert(kop.aanbieder) {
        db.execute(
            "INSERT INTO aanbieder (agb) VALUES ($1) ON CONFLICT (agb) DO NOTHING",
            &[kop.aanbieder.into()],
        )?;
    }
    let kind = kind_number(bericht.berichttype());
    let same = db.query_opt(
        "SELECT 1 FROM bericht WHERE aanbieder = $1 AND soort = $2 AND gemeente = $3 AND identificatie = $4 LIMIT 1",
        &[kop.aanbieder.into(), kind.into(), kop.gemeente.into(), bericht.identificatie().into()],
        |row| row.number(0),
    )?;
    let remark = same.map(|_| Opmerking::IdentificatieEerderGebruikt);
    let clients = match bericht {
        Ijw::Jw323(inner) => inner.declaratie.clienten.len(),
        _ => 1,
    };
    db.append(
        &BERICHT,
        &[
            (&kop.id).into(),
            file.vingerafdruk.as_slice().into(),
            kind.into(),
            kop.gemeente.into(),
            kop.aanbieder.into(),
            bericht.identificatie().into(),
            kop.dagtekening.into(),
            millis(kop.ontvangen),
            file.bestand.as_str().into(),
            i64::try_from(file.lengte).unwrap_or(i64::MAX).into(),
            i64::try_from(clients).unwrap_or(i64::MAX).into(),
            remark.map_or(0_i64, Opmerking::number).into(),
        ],
    )?;
    db.append(&BERICHT_INHOUD, &[(&kop.id).into(), file.ingepakt.as_slice().into()])
}

/// A kind of message as stored: the digits of its name.
pub(crate) fn kind_number(kind: ijw::Berichttype) -> i64 {
    kind.naam().trim_start_matches("JW").parse().unwrap_or_default()
}

/// Back from storage.
pub(crate) fn kind_of(number: i64) -> Result<ijw::Berichttype, Fout> {
    ijw::Berichttype::from_naam(&format!("JW{number}"))
        .ok_or(Fout::Tegenstrijdig("a message has an unknown kind"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_read_back() {
        for kind in ijw::Berichttype::ALLE {
            assert_eq!(kind_of(kind_number(*kind)).unwrap(), *kind);
        }
        assert!(kind_of(299).is_err());
    }
}
