//! The logbook of processing (Logboek Dataverwerkingen): not stored beside the journal but derived from it, so that a look
//! costs no second row and the chain of the journal covers both.

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use stelsel::{Doel, Id, Persoon};

use crate::Fout;
use crate::db::{Verbinding, day_number};
use crate::journaal::{Handeling, Regel};
use crate::register::{Register, hex};

/// An entry of the register of processing activities (AVG article 30).
#[derive(Clone, Copy, Debug)]
pub struct Activiteit {
    doel: Doel,
    /// What is done, in Dutch: it is an entry in a register of the municipality.
    pub naam: &'static str,
    /// Legal ground. To be confirmed by the municipality's own data protection officer.
    pub grondslag: &'static str,
}

impl Activiteit {
    /// What the logbook refers to it by.
    pub fn uri(&self) -> String {
        format!("urn:leerloop:verwerkingsactiviteit:{}", self.doel.key())
    }
}

const fn activiteit(doel: Doel, naam: &'static str, grondslag: &'static str) -> Activiteit {
    Activiteit { doel, naam, grondslag }
}

/// The activities of Leerloop, one for each purpose. Assumption: each municipality ties these to its own register.
pub const ACTIVITEITEN: [Activiteit; 9] = [
    activiteit(
        Doel::Hulp,
        "Toeleiden naar jeugdhulp en regie op de hulp",
        "AVG art. 6 lid 1 e; Jeugdwet art. 2.3 en 7.4.1",
    ),
    activiteit(Doel::Advies, "Advies over een casus", "AVG art. 6 lid 1 e; Jeugdwet art. 2.3"),
    activiteit(
        Doel::Nood,
        "Inzage met spoed zonder vaste band",
        "AVG art. 6 lid 1 d en e; Jeugdwet art. 2.6",
    ),
    activiteit(Doel::Beleid, "Beleid maken met cijfers", "AVG art. 6 lid 1 e; Jeugdwet art. 2.2"),
    activiteit(Doel::Contract, "Contracten met aanbieders beheren", "AVG art. 6 lid 1 e; Jeugdwet art. 2.11"),
    activiteit(
        Doel::Berichtenverkeer,
        "Berichtenverkeer met aanbieders",
        "AVG art. 6 lid 1 c en e; Jeugdwet art. 7.4.1",
    ),
    activiteit(Doel::Toezicht, "Toezicht op het gebruik van gegevens", "AVG art. 5 lid 2 en art. 32"),
    activiteit(Doel::Inzage, "Inzage door de betrokkene", "AVG art. 15; Jeugdwet art. 7.3.10"),
    activiteit(
        Doel::Verwerking,
        "Berichten innemen en beantwoorden",
        "AVG art. 6 lid 1 c en e; Jeugdwet art. 7.4.1",
    ),
];

/// A log line: one processing of the data of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logregel {
    /// Number of the line of the journal within its day.
    pub nr: i64,
    /// Trace, in hexadecimal: that of another party when its connector sent one.
    pub trace: String,
    /// This processing, in hexadecimal: the same whenever it is exported again.
    pub span: String,
    /// The processing of another party that asked for this one.
    pub ouder: Option<String>,
    /// What was done.
    pub naam: String,
    /// Begin, in milliseconds since 1970-01-01.
    pub begin: i64,
    /// End.
    pub eind: i64,
    /// The processing activity.
    pub activiteit: String,
    /// Whose data, under the name that hides them; never a BSN.
    pub betrokkene: String,
    /// The line of the journal: day and number.
    pub journaal: String,
}

/// The beginning of a hash in hexadecimal.
fn mark<const N: usize>(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    bytes.first_chunk::<N>().map(|start| hex(start)).unwrap_or_default()
}

fn lines(db: &mut Verbinding, key: [u8; 32], dag: i64, after: i64) -> Result<Vec<Logregel>, Fout> {
    let day = crate::db::day_of(dag)?;
    db.query(
        "SELECT j.nr, j.wanneer, j.duur, j.doel, j.handeling, j.onderdeel, j.keten, j.spoor, x.persoon FROM journaal j \
         JOIN journaal_persoon x ON x.dag = j.dag AND x.nr = j.nr WHERE j.dag = $1 AND j.nr > $2 AND j.uitkomst = 'verleend' \
         ORDER BY j.nr, x.persoon",
        &[dag.into(), after.into()],
        |row| {
            let (nr, eind, keten, spoor) = (row.number(0)?, row.number(1)?, row.bytes(6)?, row.text(7)?);
            let person: Id<Persoon> = row.id(8)?;
            let doel = row.text(3)?;
            let activiteit = ACTIVITEITEN
                .iter()
                .find(|of| of.doel.key() == doel)
                .ok_or(Fout::Tegenstrijdig("a line of the journal has an unknown purpose"))?;
            let foreign = spoor.split_once('-').map(|(trace, span)| (trace.to_owned(), span.to_owned()));
            let (trace, ouder) = match foreign {
                Some((trace, span)) => (trace, Some(span)),
                None => (mark::<16>(&[b"trace", &keten]), None),
            };
            Ok(Logregel {
                nr,
                trace,
                span: mark::<8>(&[b"span", &keten, person.bytes()]),
                ouder,
                naam: format!("{} {}", row.text(4)?, row.text(5)?),
                begin: eind - row.number(2)?,
                eind,
                activiteit: activiteit.uri(),
                betrokkene: mark::<16>(&[&key, b"logboek", person.bytes()]),
                journaal: format!("{day}/{nr}"),
            })
        },
    )
}

impl Register {
    /// The days of the journal from one day to another, in days since 1970-01-01.
    pub fn logbook_days(&self, from: Date, to: Date) -> Result<Vec<i64>, Fout> {
        self.reading(|db, _| {
            let sql = "SELECT dag FROM journaal_dag WHERE dag >= $1 AND dag <= $2 ORDER BY dag";
            db.query(sql, &[day_number(from).into(), day_number(to).into()], |row| row.number(0))
        })
    }

    /// The log lines of a day that come from after a line of the journal.
    pub fn logbook(&self, dag: i64, after: i64) -> Result<Vec<Logregel>, Fout> {
        self.reading(|db, key| lines(db, key, dag, after))
    }

    /// Up to which line of the journal of a day a receiver has confirmed the logbook.
    pub fn logbook_delivered(&self, receiver: &str, dag: i64) -> Result<i64, Fout> {
        self.reading(|db, _| {
            let sql = "SELECT nr FROM logboek_bezorgd WHERE ontvanger = $1 AND dag = $2";
            Ok(db.query_opt(sql, &[receiver.into(), dag.into()], |row| row.number(0))?.unwrap_or_default())
        })
    }

    /// Notes that a receiver confirmed the logbook of a day up to a line.
    pub fn note_logbook_delivered(&self, receiver: &str, dag: i64, nr: i64) -> Result<(), Fout> {
        let receiver = receiver.to_owned();
        let object = format!("{}/{nr}", crate::db::day_of(dag)?);
        self.writing(move |beurt, now| {
            beurt.db.execute_one(
                "INSERT INTO logboek_bezorgd (ontvanger, dag, nr) VALUES ($1, $2, $3) \
                 ON CONFLICT (ontvanger, dag) DO UPDATE SET nr = excluded.nr",
                &[(&receiver).into(), dag.into(), nr.into()],
            )?;
            beurt.pen.write(beurt.db, &Regel::by_program(now, Handeling::Afgeven, "logboek", &object), &[])
        })
    }
}
