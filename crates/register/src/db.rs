//! One SQL text for two databases.
//!
//! Statements are written once, in the subset that SQLite and PostgreSQL share, with parameters `$1, $2, …` that first
//! appear in ascending order (asserted in debug builds; SQLite numbers named parameters by first appearance, PostgreSQL
//! by their number). Only three value types exist: `BIGINT`, `TEXT` and bytes. What differs stands in [`dialect`].

mod dialect;
mod pool;
mod postgres;
mod sqlite;
mod vorm;
mod waarde;

use std::path::PathBuf;

pub(crate) use pool::Pool;
pub(crate) use vorm::{Rijlezer, Soort, Vorm, in_order};
pub(crate) use waarde::{Rij, Waarde, day_number, day_of};

use crate::Fout;

/// Where the register is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opslag {
    /// SQLite, in the file `leerloop.db` of this folder.
    Map(PathBuf),
    /// PostgreSQL at this address (`postgres://…`).
    Postgres(String),
}

/// How a connection is going to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gebruik {
    Schrijven,
    Lezen,
}

/// A table to which rows are only added; the columns in order.
#[derive(Debug)]
pub(crate) struct Tabel {
    pub(crate) naam: &'static str,
    pub(crate) kolommen: &'static [&'static str],
    /// The insert of one row, ready made for the statement cache of SQLite.
    pub(crate) sqlite: &'static str,
}

/// A connection to either database.
pub(crate) enum Verbinding {
    Sqlite(sqlite::Verbinding),
    Postgres(Box<postgres::Verbinding>),
}

/// Calls the same method of either database.
macro_rules! either {
    ($self:ident, $inner:ident => $call:expr) => {
        match $self {
            Verbinding::Sqlite($inner) => $call,
            Verbinding::Postgres($inner) => $call,
        }
    };
}

impl Opslag {
    /// Takes the files of a database away that was made for nothing.
    pub(crate) fn remove_files(&self) -> std::io::Result<()> {
        let Self::Map(folder) = self else { return Ok(()) };
        for beside in ["", "-wal", "-shm"] {
            match std::fs::remove_file(folder.join(format!("{}{beside}", sqlite::FILE))) {
                Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {}
                other => other?,
            }
        }
        Ok(())
    }

    /// Whether there is a file of a database here; of PostgreSQL there is always a database.
    pub(crate) fn has_files(&self) -> bool {
        match self {
            Self::Map(folder) => folder.join(sqlite::FILE).exists(),
            Self::Postgres(_) => true,
        }
    }
}

impl Verbinding {
    /// Opens a connection, makes the settings as they must be and reads them back.
    pub(crate) fn open(opslag: &Opslag, gebruik: Gebruik) -> Result<Self, Fout> {
        match opslag {
            Opslag::Map(map) => sqlite::Verbinding::open(map, gebruik).map(Self::Sqlite),
            Opslag::Postgres(adres) => {
                Ok(Self::Postgres(Box::new(postgres::Verbinding::open(adres, gebruik)?)))
            }
        }
    }

    /// Starts a transaction: a writing one takes the write lock at once, a reading one sees one moment.
    pub(crate) fn begin(&mut self, gebruik: Gebruik) -> Result<(), Fout> {
        either!(self, db => db.begin(gebruik))
    }

    pub(crate) fn commit(&mut self) -> Result<(), Fout> {
        either!(self, db => db.commit())
    }

    /// Takes everything since [`Verbinding::begin`] back.
    pub(crate) fn rollback(&mut self) -> Result<(), Fout> {
        either!(self, db => db.rollback())
    }

    /// Runs one statement, gives the number of rows it touched.
    pub(crate) fn execute(&mut self, sql: &'static str, waarden: &[Waarde<'_>]) -> Result<u64, Fout> {
        either!(self, db => db.execute(sql, waarden))
    }

    /// Runs one statement that must touch exactly one row.
    pub(crate) fn execute_one(&mut self, sql: &'static str, waarden: &[Waarde<'_>]) -> Result<(), Fout> {
        match self.execute(sql, waarden)? {
            1 => Ok(()),
            werkelijk => Err(Fout::Rijen { verwacht: 1, werkelijk }),
        }
    }

    /// Runs a query and reads each row.
    pub(crate) fn query<T>(
        &mut self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
        read: impl FnMut(&Rij<'_>) -> Result<T, Fout>,
    ) -> Result<Vec<T>, Fout> {
        either!(self, db => db.query(sql, waarden, read))
    }

    /// Runs a query that gives one row or none.
    pub(crate) fn query_opt<T>(
        &mut self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
        read: impl FnMut(&Rij<'_>) -> Result<T, Fout>,
    ) -> Result<Option<T>, Fout> {
        Ok(self.query(sql, waarden, read)?.into_iter().next())
    }

    /// Adds a row to a table. PostgreSQL collects rows and sends them together before the next query or commit.
    pub(crate) fn append(&mut self, tabel: &'static Tabel, waarden: &[Waarde<'_>]) -> Result<(), Fout> {
        either!(self, db => db.append(tabel, waarden))
    }

    /// Runs statements without parameters: migrations.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Fout> {
        either!(self, db => db.batch(sql))
    }

    /// Marks a point to which a failed job can be taken back.
    pub(crate) fn savepoint(&mut self) -> Result<(), Fout> {
        either!(self, db => db.batch("SAVEPOINT job"))
    }

    pub(crate) fn release(&mut self) -> Result<(), Fout> {
        either!(self, db => db.batch("RELEASE SAVEPOINT job"))
    }

    pub(crate) fn rollback_to(&mut self) -> Result<(), Fout> {
        either!(self, db => db.rollback_to())
    }

    /// The tables as they are, without that of the version, parents before children.
    pub(crate) fn tables(&mut self) -> Result<Vec<Vorm>, Fout> {
        let mut tables = either!(self, db => db.tables())?;
        tables.retain(|table| table.naam != "schema_versie");
        Ok(in_order(tables))
    }

    /// Reads every row of a table, in the order of its key.
    pub(crate) fn each_row(&mut self, table: &Vorm, each: Rijlezer<'_>) -> Result<(), Fout> {
        either!(self, db => db.each_row(table, each))
    }

    /// Adds rows to a table: the values of one row after those of the other.
    pub(crate) fn fill(&mut self, table: &Vorm, values: &[Waarde<'_>]) -> Result<(), Fout> {
        either!(self, db => db.fill(table, values))
    }

    /// Leaves nothing of deleted rows of these tables in the files of the database. Outside any transaction.
    pub(crate) fn scrub(&mut self, tables: &[&'static str]) -> Result<(), Fout> {
        either!(self, db => db.scrub(tables))
    }

    /// Whether the connection can still be used.
    pub(crate) fn is_alive(&self) -> bool {
        either!(self, db => db.is_alive())
    }
}
