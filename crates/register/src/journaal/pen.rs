//! Writing: lines are chained as they are written, and the end of the chain is stored before the commit.

use sha2::{Digest, Sha256};
use stelsel::Id;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;

use super::{Ingang, Regel};
use crate::Fout;
use crate::db::{Verbinding, day_number};
use crate::tabellen::{JOURNAAL, JOURNAAL_PERSOON};

/// Texts of a line, in the order in which they are hashed. A line of the first form has only the first six.
pub(super) const TEKSTEN: usize = 11;
/// Texts of a line of before schema step 5.
const TEKSTEN_EERST: usize = 6;

/// All of a line but the persons and the hash.
pub(super) struct Inhoud<T> {
    pub(super) vorm: i64,
    pub(super) dag: i64,
    pub(super) nr: i64,
    pub(super) wanneer: i64,
    pub(super) duur: i64,
    /// wie, rol, doel, handeling, onderdeel, object, grond, uitkomst, weg, sessie, spoor.
    pub(super) teksten: [T; TEKSTEN],
}

/// The form in which lines are written now.
pub(super) const VORM: i64 = 2;

impl<T: AsRef<str>> Inhoud<T> {
    /// The hash of the line after the hash before it. `None` when the line is of a form that never was, or holds something
    /// that its form does not cover.
    pub(super) fn hash(&self, before: &[u8], persons: &[Id<Persoon>]) -> Option<[u8; 32]> {
        let mut hash = Sha256::new();
        hash.update(before);
        let texts = match self.vorm {
            1 => {
                let later = self.teksten.get(TEKSTEN_EERST..)?.iter().map(AsRef::as_ref);
                if self.duur != 0 || !later.eq(["", "verleend", "", "", ""]) {
                    return None;
                }
                self.teksten.get(..TEKSTEN_EERST)?
            }
            VORM => {
                hash.update(b"leerloop journaal 2");
                hash.update(self.duur.to_be_bytes());
                self.teksten.as_slice()
            }
            _ => return None,
        };
        hash.update(self.dag.to_be_bytes());
        hash.update(self.nr.to_be_bytes());
        hash.update(self.wanneer.to_be_bytes());
        for text in texts {
            hash.update((text.as_ref().len() as u64).to_be_bytes());
            hash.update(text.as_ref().as_bytes());
        }
        hash.update((persons.len() as u64).to_be_bytes());
        for person in persons {
            hash.update(person.bytes());
        }
        Some(hash.finalize().into())
    }
}

/// The end of the chain within a transaction, so that a batch of lines reads it once.
#[derive(Clone, Default)]
pub(crate) struct Pen {
    day: Option<i64>,
    nr: i64,
    persons: i64,
    chain: Vec<u8>,
    ingang: Ingang,
}

impl Pen {
    /// Says by which way the lines that follow came in.
    pub(crate) fn hand_to(&mut self, ingang: Ingang) {
        self.ingang = ingang;
    }

    /// Says in which session the lines that follow are, where it began or ends with this very deed.
    pub(crate) fn in_session(&mut self, token: &str) {
        self.ingang.sessie = super::ingang::session_mark(token);
    }

    /// Writes a line. Persons are noted once each, in order of id.
    pub(crate) fn write(
        &mut self,
        db: &mut Verbinding,
        line: &Regel<'_>,
        persons: &[Id<Persoon>],
    ) -> Result<(), Fout> {
        let today = day_number(dutch_day(line.wanneer));
        // A clock that is set back may not write into a day that was closed: the line goes to the newest day.
        if self.day.is_none_or(|day| day < today) {
            self.turn_to(db, today)?;
        }
        let day = self.day.unwrap_or(today);
        let mut persons = persons.to_vec();
        persons.sort_unstable();
        persons.dedup();
        self.nr += 1;
        let count = i64::try_from(persons.len()).unwrap_or(i64::MAX);
        self.persons += count;
        let wanneer = line.wanneer.as_millisecond();
        let inhoud = Inhoud {
            vorm: VORM,
            dag: day,
            nr: self.nr,
            wanneer,
            duur: (wanneer - line.begonnen.as_millisecond()).max(0),
            teksten: [
                line.wie,
                line.rol,
                line.doel.key(),
                line.handeling.key(),
                line.onderdeel,
                line.object,
                line.grond,
                line.afloop.key(),
                self.ingang.weg.key(),
                &self.ingang.sessie,
                self.ingang.spoor.as_ref().map_or("", super::Spoor::text),
            ],
        };
        let keten = inhoud
            .hash(&self.chain, &persons)
            .ok_or(Fout::Tegenstrijdig("a line of the journal has no form"))?;
        self.chain = keten.to_vec();
        let [wie, rol, doel, handeling, onderdeel, object, grond, uitkomst, weg, sessie, spoor] =
            inhoud.teksten;
        db.append(
            &JOURNAAL,
            &[
                day.into(),
                self.nr.into(),
                wanneer.into(),
                wie.into(),
                rol.into(),
                doel.into(),
                handeling.into(),
                onderdeel.into(),
                object.into(),
                count.into(),
                keten.as_slice().into(),
                VORM.into(),
                grond.into(),
                uitkomst.into(),
                weg.into(),
                sessie.into(),
                inhoud.duur.into(),
                spoor.into(),
            ],
        )?;
        for person in &persons {
            db.append(&JOURNAAL_PERSOON, &[person.into(), day.into(), self.nr.into()])?;
        }
        Ok(())
    }

    /// Stores the end of the chain. Called before the commit; without it the transaction is not complete.
    pub(crate) fn close(self, db: &mut Verbinding) -> Result<(), Fout> {
        self.day.map_or(Ok(()), |day| self.store(db, day))
    }

    fn store(&self, db: &mut Verbinding, day: i64) -> Result<(), Fout> {
        db.execute_one(
            "UPDATE journaal_dag SET aantal = $1, personen = $2, keten = $3 WHERE dag = $4",
            &[self.nr.into(), self.persons.into(), self.chain.as_slice().into(), day.into()],
        )
    }

    fn turn_to(&mut self, db: &mut Verbinding, today: i64) -> Result<(), Fout> {
        if let Some(day) = self.day {
            self.store(db, day)?;
        } else {
            let newest = "SELECT dag, aantal, personen, keten FROM journaal_dag ORDER BY dag DESC LIMIT 1";
            let found = db.query_opt(newest, &[], |row| {
                Ok((row.number(0)?, row.number(1)?, row.number(2)?, row.bytes(3)?))
            })?;
            if let Some((day, nr, persons, chain)) = found {
                (self.day, self.nr, self.persons, self.chain) = (Some(day), nr, persons, chain);
                if day >= today {
                    return Ok(());
                }
            }
        }
        db.execute_one(
            "INSERT INTO journaal_dag (dag, aantal, personen, keten) VALUES ($1, 0, 0, $2)",
            &[today.into(), self.chain.as_slice().into()],
        )?;
        (self.day, self.nr, self.persons) = (Some(today), 0, 0);
        Ok(())
    }
}
