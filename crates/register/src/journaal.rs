//! The journal: a line for every look and every deed, in the same transaction, chained by hash per day.
//!
//! The hash of a line covers the hash before it, all columns and the persons concerned; the first line of a day covers
//! the last hash of the newest day before it. Anyone who alters, removes or inserts a line breaks the chain from there on.
//! (NEN 7513: who, when, in which role, for which purpose, what, about whom.)

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;
use stelsel::{Doel, Id, Identiteit};

use crate::Fout;
use crate::db::{Verbinding, Waarde, day_number};
use crate::tabellen::{JOURNAAL, JOURNAAL_PERSOON};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handeling {
    Inzien,
    Innemen,
    Weigeren,
    Versturen,
    Besluiten,
    Regelen,
    Openbreken,
    Inrichten,
    Aanmelden,
    Afmelden,
    Aanhouden,
    Vernietigen,
    Corrigeren,
    Uitvoeren,
    Terugzetten,
}

impl Handeling {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Inzien => "inzien",
            Self::Innemen => "innemen",
            Self::Weigeren => "weigeren",
            Self::Versturen => "versturen",
            Self::Besluiten => "besluiten",
            Self::Regelen => "regelen",
            Self::Openbreken => "openbreken",
            Self::Inrichten => "inrichten",
            Self::Aanmelden => "aanmelden",
            Self::Afmelden => "afmelden",
            Self::Aanhouden => "aanhouden",
            Self::Vernietigen => "vernietigen",
            Self::Corrigeren => "corrigeren",
            Self::Uitvoeren => "uitvoeren",
            Self::Terugzetten => "terugzetten",
        }
    }
}

/// A line to be written.
pub(crate) struct Regel<'a> {
    pub(crate) wanneer: Timestamp,
    pub(crate) wie: &'a str,
    pub(crate) rol: &'a str,
    pub(crate) doel: Doel,
    pub(crate) handeling: Handeling,
    pub(crate) onderdeel: &'a str,
    pub(crate) object: &'a str,
}

impl<'a> Regel<'a> {
    pub(crate) const fn by(
        who: &'a Identiteit,
        wanneer: Timestamp,
        handeling: Handeling,
        onderdeel: &'a str,
        object: &'a str,
    ) -> Self {
        Self {
            wanneer,
            wie: who.account.as_str(),
            rol: who.rol.key(),
            doel: who.rol.purpose(),
            handeling,
            onderdeel,
            object,
        }
    }

    pub(crate) const fn by_program(
        wanneer: Timestamp,
        handeling: Handeling,
        onderdeel: &'a str,
        object: &'a str,
    ) -> Self {
        Self {
            wanneer,
            wie: "leerloop",
            rol: "programma",
            doel: Doel::Verwerking,
            handeling,
            onderdeel,
            object,
        }
    }

    fn texts(&self) -> [&str; 6] {
        [self.wie, self.rol, self.doel.key(), self.handeling.key(), self.onderdeel, self.object]
    }
}

fn hash_line(
    before: &[u8],
    (day, nr): (i64, i64),
    millis: i64,
    texts: [&str; 6],
    persons: &[Id<Persoon>],
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(day.to_be_bytes());
    hash.update(nr.to_be_bytes());
    hash.update(millis.to_be_bytes());
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.update((persons.len() as u64).to_be_bytes());
    for person in persons {
        hash.update(person.bytes());
    }
    hash.finalize().into()
}

/// The end of the chain within a transaction, so that a batch of lines reads it once.
#[derive(Clone, Default)]
pub(crate) struct Pen {
    day: Option<i64>,
    nr: i64,
    chain: Vec<u8>,
}

impl Pen {
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
        let millis = line.wanneer.as_millisecond();
        let keten = hash_line(&self.chain, (day, self.nr), millis, line.texts(), &persons);
        self.chain = keten.to_vec();
        let count = i64::try_from(persons.len()).unwrap_or(i64::MAX);
        db.append(
            &JOURNAAL,
            &[
                day.into(),
                self.nr.into(),
                millis.into(),
                line.wie.into(),
                line.rol.into(),
                line.doel.key().into(),
                line.handeling.key().into(),
                line.onderdeel.into(),
                line.object.into(),
                count.into(),
                keten.as_slice().into(),
            ],
        )?;
        for person in &persons {
            db.append(&JOURNAAL_PERSOON, &[person.into(), day.into(), self.nr.into()])?;
        }
        Ok(())
    }

    /// Stores the end of the chain. Called before the commit; without it the transaction is not complete.
    pub(crate) fn close(self, db: &mut Verbinding) -> Result<(), Fout> {
        let Some(day) = self.day else { return Ok(()) };
        db.execute_one(
            "UPDATE journaal_dag SET aantal = $1, keten = $2 WHERE dag = $3",
            &[self.nr.into(), self.chain.as_slice().into(), day.into()],
        )
    }

    fn turn_to(&mut self, db: &mut Verbinding, today: i64) -> Result<(), Fout> {
        if let Some(day) = self.day {
            db.execute_one(
                "UPDATE journaal_dag SET aantal = $1, keten = $2 WHERE dag = $3",
                &[self.nr.into(), self.chain.as_slice().into(), day.into()],
            )?;
        } else {
            let newest = "SELECT dag, aantal, keten FROM journaal_dag ORDER BY dag DESC LIMIT 1";
            if let Some((day, nr, chain)) =
                db.query_opt(newest, &[], |row| Ok((row.number(0)?, row.number(1)?, row.bytes(2)?)))?
            {
                (self.day, self.nr, self.chain) = (Some(day), nr, chain);
                if day >= today {
                    return Ok(());
                }
            }
        }
        db.execute_one(
            "INSERT INTO journaal_dag (dag, aantal, keten) VALUES ($1, 0, $2)",
            &[today.into(), self.chain.as_slice().into()],
        )?;
        (self.day, self.nr) = (Some(today), 0);
        Ok(())
    }
}

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
}

/// Walks along the whole chain.
pub(crate) fn verify(db: &mut Verbinding) -> Result<Keten, Fout> {
    let days = db.query("SELECT dag, aantal, keten FROM journaal_dag ORDER BY dag", &[], |row| {
        Ok((row.number(0)?, row.number(1)?, row.bytes(2)?))
    })?;
    let in_table =
        db.query_opt("SELECT count(*) FROM journaal", &[], |row| row.number(0))?.unwrap_or_default();
    let mut chain: Vec<u8> = Vec::new();
    let mut lines = 0_u64;
    for (dag, aantal, einde) in days {
        let persons = persons_of_day(db, dag)?;
        let mut persons = persons.into_iter().peekable();
        let rows = db.query(
            "SELECT nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten FROM journaal WHERE dag = $1 ORDER BY nr",
            &[dag.into()],
            |row| {
                let texts: [String; 6] = [row.text(2)?, row.text(3)?, row.text(4)?, row.text(5)?, row.text(6)?, row.text(7)?];
                Ok((row.number(0)?, row.number(1)?, texts, row.number(8)?, row.bytes(9)?))
            },
        )?;
        let mut expected_nr = 0;
        for (nr, wanneer, texts, count, keten) in rows {
            expected_nr += 1;
            let mut concerned = Vec::new();
            while let Some((_, person)) = persons.next_if(|(of, _)| *of == nr) {
                concerned.push(person);
            }
            let fits =
                hash_line(&chain, (dag, nr), wanneer, texts.each_ref().map(String::as_str), &concerned)
                    == keten.as_slice();
            if nr != expected_nr || !fits || i64::try_from(concerned.len()) != Ok(count) {
                return Ok(Keten::Gebroken { dag, nr: expected_nr });
            }
            chain = keten;
            lines += 1;
        }
        if expected_nr != aantal || chain != einde || persons.next().is_some() {
            return Ok(Keten::Gebroken { dag, nr: expected_nr + 1 });
        }
    }
    if u64::try_from(in_table) != Ok(lines) {
        return Ok(Keten::Gebroken { dag: 0, nr: 0 });
    }
    Ok(Keten::Heel { regels: lines, einde: crate::register::hex(&chain) })
}

fn persons_of_day(db: &mut Verbinding, dag: i64) -> Result<Vec<(i64, Id<Persoon>)>, Fout> {
    let day: Waarde<'_> = dag.into();
    db.query("SELECT nr, persoon FROM journaal_persoon WHERE dag = $1 ORDER BY nr, persoon", &[day], |row| {
        Ok((row.number(0)?, row.id(1)?))
    })
}
