//! The records of a backup, written and read one at a time.

use std::io::{Read, Write};

use super::DAMAGED;
use crate::Fout;
use crate::db::Waarde;

/// More than any value of ours holds: a message is at most 25 MB.
const LONGEST: u64 = 64 * 1024 * 1024;
/// More than any table has columns.
const WIDEST: u64 = 200;

/// A value on its way back.
#[derive(Clone, Debug)]
pub(super) enum Kopiewaarde {
    Leeg,
    Getal(i64),
    Tekst(String),
    Bytes(Vec<u8>),
}

impl Kopiewaarde {
    pub(super) fn of(value: &Waarde<'_>) -> Self {
        match value {
            Waarde::Leeg => Self::Leeg,
            Waarde::Getal(n) => Self::Getal(*n),
            Waarde::Tekst(t) => Self::Tekst((*t).to_owned()),
            Waarde::Bytes(b) => Self::Bytes(b.to_vec()),
        }
    }

    pub(super) fn as_value(&self) -> Waarde<'_> {
        match self {
            Self::Leeg => Waarde::Leeg,
            Self::Getal(n) => Waarde::Getal(*n),
            Self::Tekst(t) => Waarde::Tekst(t),
            Self::Bytes(b) => Waarde::Bytes(b),
        }
    }
}

/// A record.
pub(super) enum Record {
    Kop { gemaakt: i64, versie: i64 },
    Tabel { naam: String, kolommen: Vec<String> },
    Rij(Vec<Kopiewaarde>),
    TabelEind { rijen: u64, som: [u8; 32] },
    Eind { tabellen: u64 },
}

/// A row as bytes: also what the sum of a table is over.
pub(super) fn encode(row: &[Waarde<'_>], out: &mut Vec<u8>) {
    let long = |out: &mut Vec<u8>, mark: u8, bytes: &[u8]| {
        out.push(mark);
        out.extend((bytes.len() as u64).to_be_bytes());
        out.extend(bytes);
    };
    out.extend((row.len() as u64).to_be_bytes());
    for value in row {
        match value {
            Waarde::Leeg => out.push(0),
            Waarde::Getal(n) => {
                out.push(1);
                out.extend(n.to_be_bytes());
            }
            Waarde::Tekst(t) => long(out, 2, t.as_bytes()),
            Waarde::Bytes(b) => long(out, 3, b),
        }
    }
}

/// Writes records.
pub(super) struct Schrijver<W> {
    out: W,
    line: Vec<u8>,
    bytes: u64,
    tables: u64,
}

impl<W: Write> Schrijver<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out, line: Vec::new(), bytes: 0, tables: 0 }
    }

    fn put(&mut self, mark: u8, row: &[Waarde<'_>]) -> Result<(), Fout> {
        self.line.clear();
        self.line.push(mark);
        encode(row, &mut self.line);
        self.bytes += self.line.len() as u64;
        Ok(self.out.write_all(&self.line)?)
    }

    pub(super) fn head(&mut self, gemaakt: i64, versie: i64) -> Result<(), Fout> {
        self.put(b'K', &[gemaakt.into(), versie.into()])
    }

    pub(super) fn table(&mut self, naam: &str, kolommen: &[&str]) -> Result<(), Fout> {
        self.tables += 1;
        let names: Vec<Waarde<'_>> =
            std::iter::once(&naam).chain(kolommen).map(|name| (*name).into()).collect();
        self.put(b'T', &names)
    }

    pub(super) fn row(&mut self, row: &[Waarde<'_>]) -> Result<(), Fout> {
        self.put(b'R', row)
    }

    pub(super) fn end_of_table(&mut self, rijen: u64, som: &[u8; 32]) -> Result<(), Fout> {
        self.put(b'E', &[i64::try_from(rijen).unwrap_or(i64::MAX).into(), som.as_slice().into()])
    }

    /// Writes the last record; gives the number of bytes.
    pub(super) fn end(&mut self) -> Result<u64, Fout> {
        self.put(b'Z', &[i64::try_from(self.tables).unwrap_or(i64::MAX).into()])?;
        Ok(self.bytes)
    }

    pub(super) fn into_inner(self) -> W {
        self.out
    }
}

/// Reads records.
pub(super) struct Lezer<R> {
    from: R,
    bytes: u64,
}

impl<R: Read> Lezer<R> {
    pub(super) const fn new(from: R) -> Self {
        Self { from, bytes: 0 }
    }

    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn into_inner(self) -> R {
        self.from
    }

    fn exact<const N: usize>(&mut self) -> Result<[u8; N], Fout> {
        let mut out = [0; N];
        self.from.read_exact(&mut out).map_err(|_| DAMAGED)?;
        self.bytes += N as u64;
        Ok(out)
    }

    fn length(&mut self, most: u64) -> Result<u64, Fout> {
        let length = u64::from_be_bytes(self.exact()?);
        if length > most { Err(DAMAGED) } else { Ok(length) }
    }

    fn long(&mut self) -> Result<Vec<u8>, Fout> {
        let length = self.length(LONGEST)?;
        let mut out = Vec::new();
        (&mut self.from).take(length).read_to_end(&mut out).map_err(|_| DAMAGED)?;
        self.bytes += length;
        if out.len() as u64 == length { Ok(out) } else { Err(DAMAGED) }
    }

    fn value(&mut self) -> Result<Kopiewaarde, Fout> {
        Ok(match self.exact::<1>()? {
            [0] => Kopiewaarde::Leeg,
            [1] => Kopiewaarde::Getal(i64::from_be_bytes(self.exact()?)),
            [2] => Kopiewaarde::Tekst(String::from_utf8(self.long()?).map_err(|_| DAMAGED)?),
            [3] => Kopiewaarde::Bytes(self.long()?),
            _ => return Err(DAMAGED),
        })
    }

    pub(super) fn next(&mut self) -> Result<Record, Fout> {
        let [mark] = self.exact()?;
        let width = self.length(WIDEST)?;
        let values = (0..width).map(|_| self.value()).collect::<Result<Vec<_>, _>>()?;
        let count = |n: i64| u64::try_from(n).map_err(|_| DAMAGED);
        match (mark, values.as_slice()) {
            (b'R', _) => Ok(Record::Rij(values)),
            (b'K', [Kopiewaarde::Getal(gemaakt), Kopiewaarde::Getal(versie)]) => {
                Ok(Record::Kop { gemaakt: *gemaakt, versie: *versie })
            }
            (b'T', [Kopiewaarde::Tekst(naam), kolommen @ ..]) => {
                let name = |value: &Kopiewaarde| match value {
                    Kopiewaarde::Tekst(text) => Ok(text.clone()),
                    _ => Err(DAMAGED),
                };
                let kolommen = kolommen.iter().map(name).collect::<Result<_, _>>()?;
                Ok(Record::Tabel { naam: naam.clone(), kolommen })
            }
            (b'E', [Kopiewaarde::Getal(rijen), Kopiewaarde::Bytes(som)]) => {
                let som = som.as_slice().try_into().map_err(|_| DAMAGED)?;
                Ok(Record::TabelEind { rijen: count(*rijen)?, som })
            }
            (b'Z', [Kopiewaarde::Getal(tables)]) => Ok(Record::Eind { tabellen: count(*tables)? }),
            _ => Err(DAMAGED),
        }
    }
}
