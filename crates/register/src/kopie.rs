//! Backups: everything in the register as of one moment, in a form that either database can read back.
//!
//! A backup is a stream of records (tables with their rows, and after each its number of rows and a SHA-256 over them),
//! deflated, and encrypted in pieces that each prove where they belong. Only some pieces are in memory at a time.

mod bestand;
mod cijfer;
mod stroom;

use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::{Id, Klok, Persoon};

use crate::db::{Gebruik, Verbinding, Vorm, Waarde};
use crate::journaal::{self, Handeling, Regel};
use crate::register::hex;
use crate::sleutel::Kluissleutel;
use crate::{Fout, Keten, Maatstaf, Opslag, Register, schema};

use bestand::Tijdelijk;
use cijfer::{Ontsleuteld, Versleuteld};
use stroom::{Record, Schrijver};

/// Rows that are put back at a time.
const AT_ONCE: usize = 256;

/// A table in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KopieTabel {
    /// Its name.
    pub naam: String,
    /// How many rows.
    pub rijen: u64,
    /// SHA-256 over them, hexadecimal.
    pub som: String,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kopieverslag {
    /// When it was made.
    pub gemaakt: Timestamp,
    /// The version of the tables.
    pub versie: i64,
    /// The tables.
    pub tabellen: Vec<KopieTabel>,
    /// Bytes before compression.
    pub bytes: u64,
}

impl Kopieverslag {
    /// All rows.
    pub fn rijen(&self) -> u64 {
        self.tabellen.iter().map(|table| table.rijen).sum()
    }
}

impl Register {
    /// Writes a backup of this moment to a file, which is complete or absent. Others go on writing meanwhile.
    pub fn backup(&self, to: &Path, sleutel: &Kluissleutel) -> Result<Kopieverslag, Fout> {
        // First the line: what leaves the house without one did not leave.
        let now = self.note_of_copy(Handeling::Uitvoeren)?;
        let mut db = self.reader_apart()?;
        db.begin(Gebruik::Lezen)?;
        let report = write_to(&mut db, to, sleutel, now);
        db.rollback()?;
        report
    }
}

fn write_to(
    db: &mut Verbinding,
    to: &Path,
    sleutel: &Kluissleutel,
    now: Timestamp,
) -> Result<Kopieverslag, Fout> {
    let file = Tijdelijk::next_to(to)?;
    let sealed = Versleuteld::new(BufWriter::new(file.handle()?), sleutel)?;
    let mut out = Schrijver::new(DeflateEncoder::new(sealed, Compression::fast()));
    let versie = schema::version(db)?;
    out.head(now.as_millisecond(), versie)?;
    let mut tabellen = Vec::new();
    for table in db.tables()? {
        let columns: Vec<&str> = table.kolommen.iter().map(|(name, _)| name.as_str()).collect();
        out.table(&table.naam, &columns)?;
        let mut sum = Som::default();
        db.each_row(&table, &mut |row| {
            sum.add(row);
            out.row(row)
        })?;
        let (rijen, som) = sum.done();
        out.end_of_table(rijen, &som)?;
        tabellen.push(KopieTabel { naam: table.naam, rijen, som: hex(&som) });
    }
    let bytes = out.end()?;
    let sealed = out.into_inner().finish()?;
    sealed.finish()?.flush()?;
    file.keep()?;
    Ok(Kopieverslag { gemaakt: now, versie, tabellen, bytes })
}

/// The sum over the rows of a table.
#[derive(Default)]
struct Som {
    hash: Sha256,
    rows: u64,
}

impl Som {
    fn add(&mut self, row: &[Waarde<'_>]) {
        self.rows += 1;
        let mut line = Vec::with_capacity(64);
        stroom::encode(row, &mut line);
        self.hash.update(&line);
    }

    fn done(self) -> (u64, [u8; 32]) {
        (self.rows, self.hash.finalize().into())
    }
}

const DAMAGED: Fout = Fout::Kopie("it is damaged, or this is not the key that it was made with");

/// Reads a backup from begin to end and hands everything over. An error means that nothing of it may be used.
fn read(
    from: &Path,
    sleutel: &Kluissleutel,
    mut table: impl FnMut(i64, &str, &[String]) -> Result<(), Fout>,
    mut row: impl FnMut(&[Waarde<'_>]) -> Result<(), Fout>,
) -> Result<Kopieverslag, Fout> {
    let opened = Ontsleuteld::new(BufReader::new(File::open(from)?), sleutel)?;
    let mut stream = stroom::Lezer::new(DeflateDecoder::new(opened));
    let Record::Kop { gemaakt, versie } = stream.next()? else { return Err(DAMAGED) };
    let gemaakt = Timestamp::from_millisecond(gemaakt).map_err(|_| DAMAGED)?;
    let mut tabellen: Vec<KopieTabel> = Vec::new();
    let mut open: Option<(String, Som)> = None;
    loop {
        match (stream.next()?, open.take()) {
            (Record::Tabel { naam, kolommen }, None) => {
                table(versie, &naam, &kolommen)?;
                open = Some((naam, Som::default()));
            }
            (Record::Rij(values), Some((naam, mut sum))) => {
                let values: Vec<Waarde<'_>> = values.iter().map(stroom::Kopiewaarde::as_value).collect();
                sum.add(&values);
                row(&values)?;
                open = Some((naam, sum));
            }
            (Record::TabelEind { rijen, som }, Some((naam, sum))) => {
                if sum.done() != (rijen, som) {
                    return Err(DAMAGED);
                }
                tabellen.push(KopieTabel { naam, rijen, som: hex(&som) });
            }
            (Record::Eind { tabellen: count }, None) if count == tabellen.len() as u64 => break,
            _ => return Err(DAMAGED),
        }
    }
    let bytes = stream.bytes();
    // What comes after the last record has to be nothing, and the last piece has to say that it is the last.
    let mut opened = stream.into_inner().into_inner();
    let mut rest = Vec::new();
    opened.read_to_end(&mut rest).map_err(|_| DAMAGED)?;
    if !rest.is_empty() {
        return Err(DAMAGED);
    }
    Ok(Kopieverslag { gemaakt, versie, tabellen, bytes })
}

/// Reads a backup whole without putting anything back: whether this key opens it and nothing in it was altered or lost.
pub fn check_backup(from: &Path, sleutel: &Kluissleutel) -> Result<Kopieverslag, Fout> {
    read(from, sleutel, |_, _, _| Ok(()), |_| Ok(()))
}

/// The pseudonymous ids in a list that [`Register::destroyed`] gave: one on a line.
pub fn read_keys_of_destroyed(text: &str) -> Result<Vec<Id<Persoon>>, Fout> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Id::parse(line).map_err(|_| Fout::Zinloos("a line of the list of who was destroyed")))
        .collect()
}

/// What was taken away again after putting back, because it may have been used, ended or destroyed since the backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opgeruimd {
    /// Dossiers that were destroyed since, and now again.
    pub vernietigd: u64,
    /// Sessions.
    pub sessies: u64,
    /// Invitations.
    pub uitnodigingen: u64,
    /// Codes to recover with.
    pub herstelcodes: u64,
}

/// Puts a backup back into an empty place, and destroys again whom the list names. First the backup is read whole. Then, in one
/// transaction, everything is put back, every table is read back and compared, the journal is walked along, and what opens a
/// door once is taken away: it may have been used since. When anything is wrong nothing is left in place.
pub fn restore(
    from: &Path,
    sleutel: &Kluissleutel,
    opslag: &Opslag,
    klok: Arc<dyn Klok>,
    destroyed: &[Id<Persoon>],
) -> Result<(Kopieverslag, Register, Opgeruimd), Fout> {
    let expected = check_backup(from, sleutel)?;
    let there = opslag.has_files();
    let put = put_in_place(from, sleutel, opslag, &expected);
    if put.is_err() && !there {
        opslag.remove_files()?;
    }
    let cleared = put?;
    let register = Register::open(opslag, klok)?;
    register.note_of_copy(Handeling::Terugzetten)?;
    let vernietigd = register.destroy_again(destroyed)?;
    Ok((expected, register, Opgeruimd { vernietigd, ..cleared }))
}

/// All of it or nothing.
fn put_in_place(
    from: &Path,
    sleutel: &Kluissleutel,
    opslag: &Opslag,
    expected: &Kopieverslag,
) -> Result<Opgeruimd, Fout> {
    let mut db = Verbinding::open(opslag, Gebruik::Schrijven)?;
    if !db.tables()?.is_empty() {
        return Err(Fout::Kopie(
            "there is a register already where it should be put back: choose an empty place",
        ));
    }
    db.begin(Gebruik::Schrijven)?;
    let put = put_back(&mut db, from, sleutel, expected.versie)
        .and_then(|()| compare(&mut db, expected))
        .and_then(|()| schema::migrate_within(&mut db))
        .and_then(|()| journal_is_whole(&mut db))
        .and_then(|()| clear(&mut db));
    match put {
        Ok(cleared) => {
            db.commit()?;
            Ok(cleared)
        }
        Err(fault) => {
            db.rollback()?;
            Err(fault)
        }
    }
}

fn journal_is_whole(db: &mut Verbinding) -> Result<(), Fout> {
    match journaal::verify(db, &Maatstaf::default())? {
        Keten::Heel { .. } => Ok(()),
        Keten::Gebroken { .. } => Err(Fout::Kopie("its journal is not as it was written")),
        Keten::Zegel { .. } => Err(Fout::Kopie("a day of its journal does not fit its seal")),
    }
}

/// Takes away what opens a door once, or was open: whoever used it, lost it or signed out since may not find it open again.
fn clear(db: &mut Verbinding) -> Result<Opgeruimd, Fout> {
    db.execute("DELETE FROM aanmeldpoging", &[])?;
    db.execute("DELETE FROM passkey_vraag", &[])?;
    Ok(Opgeruimd {
        vernietigd: 0,
        sessies: db.execute("DELETE FROM sessie", &[])?,
        uitnodigingen: db.execute("DELETE FROM uitnodiging", &[])?,
        herstelcodes: db.execute("DELETE FROM herstelcode", &[])?,
    })
}

fn put_back(db: &mut Verbinding, from: &Path, sleutel: &Kluissleutel, versie: i64) -> Result<(), Fout> {
    schema::make(db, versie)?;
    let tables = db.tables()?;
    // What a new register begins with stands in the backup too.
    for table in tables.iter().rev() {
        db.batch(&format!("DELETE FROM {}", table.naam))?;
    }
    let db = std::cell::RefCell::new(db);
    let now: std::cell::RefCell<Option<&Vorm>> = std::cell::RefCell::new(None);
    let waiting: std::cell::RefCell<Vec<stroom::Kopiewaarde>> = std::cell::RefCell::default();
    let flush = || {
        let values = waiting.take();
        let table = now.borrow();
        let (Some(table), false) = (*table, values.is_empty()) else { return Ok(()) };
        let values: Vec<Waarde<'_>> = values.iter().map(stroom::Kopiewaarde::as_value).collect();
        db.borrow_mut().fill(table, &values)
    };
    read(
        from,
        sleutel,
        |_, naam, kolommen| {
            flush()?;
            let table = tables.iter().find(|t| t.naam == naam).ok_or(DAMAGED)?;
            if !table.kolommen.iter().map(|(name, _)| name).eq(kolommen) {
                return Err(Fout::Kopie("its tables are not those of this version"));
            }
            now.replace(Some(table));
            Ok(())
        },
        |row| {
            waiting.borrow_mut().extend(row.iter().map(stroom::Kopiewaarde::of));
            if waiting.borrow().len() >= row.len() * AT_ONCE { flush() } else { Ok(()) }
        },
    )?;
    flush()
}

fn compare(db: &mut Verbinding, expected: &Kopieverslag) -> Result<(), Fout> {
    let there = sums_of(db)?;
    let same = there.iter().all(|table| expected.tabellen.contains(table));
    if same { Ok(()) } else { Err(Fout::Kopie("what was put back is not what was in it")) }
}

/// Rows and sum of every table.
fn sums_of(db: &mut Verbinding) -> Result<Vec<KopieTabel>, Fout> {
    let mut out = Vec::new();
    for table in db.tables()? {
        let mut sum = Som::default();
        db.each_row(&table, &mut |row| {
            sum.add(row);
            Ok(())
        })?;
        let (rijen, som) = sum.done();
        out.push(KopieTabel { naam: table.naam, rijen, som: hex(&som) });
    }
    Ok(out)
}

impl Register {
    /// The line in the journal of a backup.
    fn note_of_copy(&self, handeling: Handeling) -> Result<Timestamp, Fout> {
        self.journal_of_program(move |now| Regel::by_program(now, handeling, "reservekopie", ""))
    }

    /// The sums of all tables as they are now: to compare two registers.
    pub fn sums(&self) -> Result<Vec<KopieTabel>, Fout> {
        let mut db = self.reader_apart()?;
        db.begin(Gebruik::Lezen)?;
        let out = sums_of(&mut db)?;
        db.rollback()?;
        Ok(out)
    }
}
