//! PostgreSQL: what a region moves to, with several server processes on one database.

use std::collections::HashMap;

use ::postgres::types::ToSql;
use ::postgres::{Client, NoTls, Statement};

use super::waarde::{Bewaard, Rij, Waarde};
use super::{Gebruik, Rijlezer, Soort, Tabel, Vorm, dialect};
use crate::Fout;

/// Rows sent in one statement; a statement may have 65,535 parameters and the widest table has under 30.
const CHUNK: usize = 256;

pub(crate) struct Verbinding {
    db: Client,
    prepared: HashMap<&'static str, Statement>,
    inserts: HashMap<(&'static str, usize), Statement>,
    pending: Vec<(&'static Tabel, Vec<Bewaard>)>,
}

impl Verbinding {
    pub(super) fn open(adres: &str, gebruik: Gebruik) -> Result<Self, Fout> {
        let db = Client::connect(adres, NoTls)?;
        let mut verbinding =
            Self { db, prepared: HashMap::new(), inserts: HashMap::new(), pending: Vec::new() };
        verbinding.db.batch_execute(
            "SET client_min_messages = warning; SET TIME ZONE 'UTC'; SET synchronous_commit = on",
        )?;
        if gebruik == Gebruik::Lezen {
            verbinding.db.batch_execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")?;
        }
        verbinding.read_back()?;
        Ok(verbinding)
    }

    fn read_back(&mut self) -> Result<(), Fout> {
        let expected: [(&'static str, &'static str); 4] = [
            ("fsync", "on"),
            ("synchronous_commit", "on"),
            ("full_page_writes", "on"),
            ("server_encoding", "UTF8"),
        ];
        for (instelling, nodig) in expected {
            let row = self.db.query_one("SELECT current_setting($1)", &[&instelling])?;
            let gevonden: String = row.try_get(0)?;
            if gevonden != nodig {
                return Err(Fout::Instelling { instelling, gevonden, nodig });
            }
        }
        Ok(())
    }

    pub(super) fn begin(&mut self, gebruik: Gebruik) -> Result<(), Fout> {
        let sql = if gebruik == Gebruik::Schrijven {
            "BEGIN"
        } else {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        };
        Ok(self.db.batch_execute(sql)?)
    }

    pub(super) fn commit(&mut self) -> Result<(), Fout> {
        self.flush()?;
        Ok(self.db.batch_execute("COMMIT")?)
    }

    pub(super) fn rollback(&mut self) -> Result<(), Fout> {
        self.pending.clear();
        Ok(self.db.batch_execute("ROLLBACK")?)
    }

    pub(super) fn rollback_to(&mut self) -> Result<(), Fout> {
        self.pending.clear();
        Ok(self.db.batch_execute("ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job")?)
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, Fout> {
        #[cfg(debug_assertions)]
        debug_assert!(dialect::parameters_in_order(sql), "parameters out of order: {sql}");
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.db.prepare(sql)?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }

    pub(super) fn execute(&mut self, sql: &'static str, waarden: &[Waarde<'_>]) -> Result<u64, Fout> {
        self.flush()?;
        let statement = self.statement(sql)?;
        Ok(self.db.execute(&statement, &as_parameters(waarden))?)
    }

    pub(super) fn query<T>(
        &mut self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
        mut read: impl FnMut(&Rij<'_>) -> Result<T, Fout>,
    ) -> Result<Vec<T>, Fout> {
        self.flush()?;
        let statement = self.statement(sql)?;
        let rows = self.db.query(&statement, &as_parameters(waarden))?;
        rows.iter().map(|row| read(&Rij::Postgres(row))).collect()
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "the same call to either database; here sending comes later"
    )]
    pub(super) fn append(&mut self, tabel: &'static Tabel, waarden: &[Waarde<'_>]) -> Result<(), Fout> {
        self.pending.push((tabel, waarden.iter().map(Waarde::keep).collect()));
        Ok(())
    }

    /// Sends the collected rows, table by table in the order in which the tables first appeared.
    fn flush(&mut self) -> Result<(), Fout> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let pending = std::mem::take(&mut self.pending);
        let mut order: Vec<&'static Tabel> = Vec::new();
        let mut rows_of: HashMap<&'static str, Vec<Vec<Bewaard>>> = HashMap::new();
        for (tabel, row) in pending {
            if !rows_of.contains_key(tabel.naam) {
                order.push(tabel);
            }
            rows_of.entry(tabel.naam).or_default().push(row);
        }
        for tabel in order {
            let rows = rows_of.remove(tabel.naam).unwrap_or_default();
            for chunk in rows.chunks(CHUNK) {
                // Full chunks share one prepared statement; a rest goes in powers of two, so that few texts exist.
                let mut rest = chunk;
                while !rest.is_empty() {
                    let size = if rest.len() == CHUNK { CHUNK } else { 1 << rest.len().ilog2() };
                    let (now, later) = rest.split_at(size);
                    self.insert(tabel, now)?;
                    rest = later;
                }
            }
        }
        Ok(())
    }

    fn insert(&mut self, tabel: &'static Tabel, rows: &[Vec<Bewaard>]) -> Result<(), Fout> {
        let key = (tabel.naam, rows.len());
        let statement = if let Some(statement) = self.inserts.get(&key) {
            statement.clone()
        } else {
            let statement = self.db.prepare(&dialect::insert(tabel, rows.len()))?;
            self.inserts.insert(key, statement.clone());
            statement
        };
        let values: Vec<Waarde<'_>> = rows.iter().flatten().map(Bewaard::as_value).collect();
        self.db.execute(&statement, &as_parameters(&values))?;
        Ok(())
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Fout> {
        self.flush()?;
        Ok(self.db.batch_execute(&dialect::postgres(sql))?)
    }

    pub(super) fn tables(&mut self) -> Result<Vec<Vorm>, Fout> {
        let names = self.db.query(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() \
             AND table_type = 'BASE TABLE' ORDER BY 1",
            &[],
        )?;
        names
            .iter()
            .map(|row| Ok(row.try_get(0)?))
            .collect::<Result<Vec<String>, Fout>>()?
            .into_iter()
            .map(|name| self.table(name))
            .collect()
    }

    fn table(&mut self, naam: String) -> Result<Vorm, Fout> {
        let columns = self.db.query(
            "SELECT column_name::text, data_type::text FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
            &[&naam],
        )?;
        let kind = |text: &str| match text {
            "bigint" => Ok(Soort::Getal),
            "text" => Ok(Soort::Tekst),
            "bytea" => Ok(Soort::Bytes),
            _ => Err(Fout::Tegenstrijdig("a column has a type that is none of ours")),
        };
        let kolommen = columns
            .iter()
            .map(|row| Ok((row.try_get(0)?, kind(row.try_get(1)?)?)))
            .collect::<Result<_, Fout>>()?;
        let key = self.db.query(
            "SELECT a.attname::text FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place) \
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum \
             WHERE i.indisprimary AND i.indrelid = $1::text::regclass ORDER BY k.place",
            &[&naam],
        )?;
        let parents = self.db.query(
            "SELECT DISTINCT c.relname::text FROM pg_constraint f JOIN pg_class c ON c.oid = f.confrelid \
             WHERE f.contype = 'f' AND f.conrelid = $1::text::regclass",
            &[&naam],
        )?;
        let first = |rows: Vec<::postgres::Row>| {
            rows.iter().map(|row| Ok(row.try_get(0)?)).collect::<Result<_, Fout>>()
        };
        Ok(Vorm { naam, kolommen, sleutel: first(key)?, ouders: first(parents)? })
    }

    pub(super) fn each_row(&mut self, table: &Vorm, each: Rijlezer<'_>) -> Result<(), Fout> {
        use ::postgres::fallible_iterator::FallibleIterator as _;
        self.flush()?;
        let none: [&(dyn ToSql + Sync); 0] = [];
        let mut rows = self.db.query_raw(&table.select(true), none)?;
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(table.kolommen.len());
            for (n, (_, kind)) in table.kolommen.iter().enumerate() {
                let value = match kind {
                    Soort::Getal => row.try_get::<_, Option<i64>>(n)?.map(Waarde::Getal),
                    Soort::Tekst => row.try_get::<_, Option<&str>>(n)?.map(Waarde::Tekst),
                    Soort::Bytes => row.try_get::<_, Option<&[u8]>>(n)?.map(Waarde::Bytes),
                };
                values.push(value.unwrap_or(Waarde::Leeg));
            }
            each(&values)?;
        }
        Ok(())
    }

    pub(super) fn fill(&mut self, table: &Vorm, values: &[Waarde<'_>]) -> Result<(), Fout> {
        self.flush()?;
        let width = table.kolommen.len();
        for rows in values.chunks(width * CHUNK) {
            let statement = self.db.prepare(&table.insert(rows.len() / width))?;
            self.db.execute(&statement, &as_parameters(rows))?;
        }
        Ok(())
    }

    /// Every table is written anew to a file of its own, and so are the statistics, which quote values of the columns. The
    /// checkpoint lets the old files go. What is in the log of changes (pg_wal), replicas and backups is for who runs the server.
    pub(super) fn scrub(&mut self, tables: &[&'static str]) -> Result<(), Fout> {
        for table in tables {
            self.batch(&format!("VACUUM (FULL, ANALYZE) {table}"))?;
        }
        self.batch("VACUUM FULL pg_catalog.pg_statistic")?;
        self.batch("CHECKPOINT")
    }

    pub(super) fn is_alive(&self) -> bool {
        !self.db.is_closed()
    }
}

fn as_parameters<'a>(waarden: &'a [Waarde<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    waarden.iter().map(|w| w as &(dyn ToSql + Sync)).collect()
}
