//! The intake: the one door through which messages come in, from the demo, a folder or a connector alike.
//!
//! First every file is judged (read, checked against the schema, packed), which needs no database; then a batch is stored
//! in one transaction. What was stored before is recognised by its fingerprint, so that a batch that was cut off can simply
//! be offered again.

mod antwoord;
mod declaratie;
mod gezin;
mod huishouden;
mod levering;
mod opname;
mod retour;
mod toewijzing;
mod verzoek;
mod weigeren;

use std::collections::{HashMap, HashSet};

use ijw::Bericht as Ijw;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::persoon::Persoon;
use stelsel::{Gezin, Id};

use crate::Fout;
use crate::beeld::{Bericht, Bezwaar, Quarantaine};
use crate::db::Verbinding;
use crate::inpakken;
use crate::instelling;
use crate::schrijver::Beurt;

pub(crate) use opname::{Eigen, store_own};
pub(crate) use retour::stored;

/// How messages come in, which decides what is done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wijze {
    /// They were exchanged before: they are kept, what their answers refused does not count, and nothing is answered.
    Archief,
    /// They come in now: what a provider sends is judged at all levels and answered at once.
    Verkeer,
    /// As [`Wijze::Verkeer`], played over: each message is taken at its own moment, and answers count as delivered.
    Nagespeeld,
}

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
    /// A file that is no message, kept with the reason.
    Geweigerd {
        /// The file.
        file: Aangeboden,
        /// What is wrong.
        bezwaar: Bezwaar,
    },
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
    /// Stored, but it breaks rules of the standard: what it says does not count. A JW323 of which only some lines are refused
    /// is not told of here.
    Afgekeurd(Id<Bericht>),
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
    oordeel: Result<Goed, Vec<Bezwaar>>,
}

/// A message that passes the schema.
#[derive(Debug)]
pub(crate) struct Goed {
    pub(crate) bericht: Ijw,
    /// What the rules within the message say.
    pub(crate) bevindingen: Vec<ijw::Bevinding>,
}

impl Goed {
    fn new(bericht: Ijw) -> Self {
        Self { bevindingen: ijw::keur(&bericht), bericht }
    }
}

/// Reads and checks; needs no database and so can go on while an earlier batch is being stored.
pub fn judge(batch: Vec<Stuk>) -> Beoordeeld {
    Beoordeeld(batch.into_iter().map(judge_one).collect())
}

fn judge_one(stuk: Stuk) -> Gelezen {
    let kept = |file: Aangeboden, oordeel| Gelezen {
        lengte: file.bytes.len() as u64,
        vingerafdruk: Sha256::digest(&file.bytes).into(),
        ingepakt: inpakken::pack(&file.bytes),
        bestand: file.bestand,
        ontvangen: file.ontvangen,
        oordeel,
    };
    match stuk {
        Stuk::Bestand(file) => {
            let oordeel =
                ijw::lees(&file.bytes).map(Goed::new).map_err(|rejected| weigeren::objections(&rejected));
            kept(file, oordeel)
        }
        Stuk::Geweigerd { file, bezwaar } => kept(file, Err(vec![bezwaar])),
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
pub(crate) fn store(beurt: &mut Beurt<'_>, wijze: Wijze, batch: &Beoordeeld) -> Result<Vec<Uitkomst>, Fout> {
    let mut kennis = Kennis::read(beurt.db)?;
    let outcomes = batch
        .0
        .iter()
        .map(|file| opname::store_one(beurt, &mut kennis, wijze, file))
        .collect::<Result<Vec<_>, _>>()?;
    kennis.volgnummers.keep(beurt.db)?;
    if outcomes.iter().any(|o| matches!(o, Uitkomst::Opgenomen(_) | Uitkomst::Afgekeurd(_))) {
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
pub(crate) struct Kennis {
    /// The municipalities of the region; empty when none is set up and all are welcome.
    regio: HashSet<i64>,
    aanbieders: HashSet<i64>,
    /// Whether anything was in quarantine when the batch began.
    any_refused: bool,
    /// Whether an answer waits for the message that it answers.
    any_ahead: bool,
    personen: HashMap<i64, Bekend>,
    pub(crate) volgnummers: Volgnummers,
}

/// The numbers of the messages that are made here: each is given once.
pub(crate) struct Volgnummers {
    laatste: u64,
    gewijzigd: bool,
}

/// Under which the last number is kept.
const VOLGNUMMER: &str = "volgnummer";

impl Volgnummers {
    fn read(db: &mut Verbinding) -> Result<Self, Fout> {
        let found = instelling::read(db, VOLGNUMMER)?.and_then(|text| text.parse().ok());
        let laatste = found.ok_or(Fout::Tegenstrijdig("the counter of messages is not there"))?;
        Ok(Self { laatste, gewijzigd: false })
    }

    /// The name of the next message: at most twelve characters, as the standard asks.
    pub(crate) fn next(&mut self) -> String {
        self.laatste += 1;
        self.gewijzigd = true;
        format!("LL{:09}", self.laatste)
    }

    /// A message of ours that comes back out of an archive: its number is not given again.
    fn stay_above(&mut self, bericht: &Ijw) {
        let ours = matches!(bericht, Ijw::Jw301(_) | Ijw::Jw319(_) | Ijw::Jw325(_));
        let number = bericht.identificatie().strip_prefix("LL").filter(|digits| digits.len() == 9);
        if let Some(number) = number.and_then(|digits| digits.parse().ok()).filter(|_| ours)
            && number > self.laatste
        {
            self.laatste = number;
            self.gewijzigd = true;
        }
    }

    pub(crate) fn keep(&self, db: &mut Verbinding) -> Result<(), Fout> {
        if !self.gewijzigd {
            return Ok(());
        }
        instelling::put(db, VOLGNUMMER, &self.laatste.to_string())
    }
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
    pub(crate) fn read(db: &mut Verbinding) -> Result<Self, Fout> {
        let regio = db.query("SELECT code FROM gemeente WHERE in_regio = 1", &[], |row| row.number(0))?;
        let any =
            |db: &mut Verbinding, sql| Ok::<_, Fout>(db.query_opt(sql, &[], |row| row.number(0))?.is_some());
        Ok(Self {
            regio: regio.into_iter().collect(),
            aanbieders: HashSet::new(),
            any_refused: any(db, "SELECT 1 FROM quarantaine LIMIT 1")?,
            any_ahead: any(db, "SELECT 1 FROM vooruit LIMIT 1")?,
            personen: HashMap::new(),
            volgnummers: Volgnummers::read(db)?,
        })
    }
}

/// The parts of a message that all kinds share, as they are stored.
pub(crate) struct Kop {
    pub(crate) id: Id<Bericht>,
    pub(crate) gemeente: i64,
    pub(crate) aanbieder: i64,
    dagtekening: i64,
    pub(crate) ontvangen: Timestamp,
    /// The size of the message in bytes.
    pub(crate) lengte: u64,
    /// A JW301, whose personal data are the municipality's own: of two messages of one day they count.
    is_toewijzing: bool,
}

impl Kop {
    /// How new the personal data of the message are: a later day, and on one day a JW301.
    const fn gegevens(&self) -> i64 {
        self.dagtekening * 2 + self.is_toewijzing as i64
    }
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
