//! SQLite, bundled: one file, nothing to install.

use std::path::Path;

use super::waarde::{Rij, Waarde};
use super::{Gebruik, Rijlezer, Soort, Tabel, Vorm, dialect};
use crate::Fout;

/// The oldest version without the WAL-reset fault that could corrupt a database (fixed in 3.51.3).
const OLDEST: i32 = 3_051_003;

/// The file of the database.
pub(crate) const FILE: &str = "leerloop.db";

pub(crate) struct Verbinding {
    db: rusqlite::Connection,
}

impl Verbinding {
    pub(super) fn open(map: &Path, gebruik: Gebruik) -> Result<Self, Fout> {
        let trouble = |reden: String| Fout::Map { pad: map.display().to_string(), reden };
        if rusqlite::version_number() < OLDEST {
            return Err(Fout::Instelling {
                instelling: "sqlite_version",
                gevonden: rusqlite::version().into(),
                nodig: "3.51.3 or newer",
            });
        }
        crate::eigen::make_folder(map).map_err(|e| trouble(e.to_string()))?;
        let file = map.join(FILE);
        // The files that SQLite puts beside it get the rights of this one.
        crate::eigen::touch(&file).map_err(|e| trouble(e.to_string()))?;
        let db = rusqlite::Connection::open(&file).map_err(|e| trouble(e.to_string()))?;
        db.busy_timeout(std::time::Duration::from_secs(30))?;
        db.set_prepared_statement_cache_capacity(256);
        // A plan that depends on the values is made again whenever they change; ours do not gain by that.
        db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // Larger pages make the trees of the many small rows a level lower; an existing file keeps its own size.
        let settings = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
            PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; \
            PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 8192;";
        db.execute_batch(settings).map_err(|e| trouble(e.to_string()))?;
        // 64 MiB for the one writer, so that a large batch writes a page once; 32 MiB for each reader, taken as it is used: a team that
        // asks which of its families wait passes by 20 MiB of a large region.
        let cache = if gebruik == Gebruik::Schrijven { -65_536 } else { -32_768 };
        db.pragma_update(None, "cache_size", cache)?;
        let mut verbinding = Self { db };
        verbinding.read_back()?;
        Ok(verbinding)
    }

    /// A setting that was asked for is not a setting that was made: SQLite reports no error when it stays behind.
    fn read_back(&mut self) -> Result<(), Fout> {
        let expected: [(&'static str, &'static str); 4] =
            [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1")];
        for (instelling, nodig) in expected {
            let found: rusqlite::types::Value =
                self.db.pragma_query_value(None, instelling, |row| row.get(0))?;
            let gevonden = match found {
                rusqlite::types::Value::Integer(n) => n.to_string(),
                rusqlite::types::Value::Text(t) => t,
                other => format!("{other:?}"),
            };
            if gevonden != nodig {
                return Err(Fout::Instelling { instelling, gevonden, nodig });
            }
        }
        Ok(())
    }

    pub(super) fn begin(&mut self, gebruik: Gebruik) -> Result<(), Fout> {
        let sql = if gebruik == Gebruik::Schrijven { "BEGIN IMMEDIATE" } else { "BEGIN" };
        Ok(self.db.prepare_cached(sql)?.execute([]).map(drop)?)
    }

    pub(super) fn commit(&mut self) -> Result<(), Fout> {
        Ok(self.db.prepare_cached("COMMIT")?.execute([]).map(drop)?)
    }

    pub(super) fn rollback(&mut self) -> Result<(), Fout> {
        if !self.db.is_autocommit() {
            self.db.prepare_cached("ROLLBACK")?.execute([])?;
        }
        Ok(())
    }

    pub(super) fn rollback_to(&mut self) -> Result<(), Fout> {
        self.batch("ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job")
    }

    pub(super) fn execute(&mut self, sql: &'static str, waarden: &[Waarde<'_>]) -> Result<u64, Fout> {
        #[cfg(debug_assertions)]
        debug_assert!(dialect::parameters_in_order(sql), "parameters out of order: {sql}");
        let mut statement = self.db.prepare_cached(sql)?;
        let touched = statement.execute(rusqlite::params_from_iter(waarden))?;
        Ok(touched as u64)
    }

    pub(super) fn query<T>(
        &mut self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
        mut read: impl FnMut(&Rij<'_>) -> Result<T, Fout>,
    ) -> Result<Vec<T>, Fout> {
        #[cfg(debug_assertions)]
        debug_assert!(dialect::parameters_in_order(sql), "parameters out of order: {sql}");
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(waarden))?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read(&Rij::Sqlite(row))?);
        }
        Ok(out)
    }

    pub(super) fn append(&mut self, tabel: &'static Tabel, waarden: &[Waarde<'_>]) -> Result<(), Fout> {
        let mut statement = self.db.prepare_cached(tabel.sqlite)?;
        statement.execute(rusqlite::params_from_iter(waarden))?;
        Ok(())
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Fout> {
        Ok(self.db.execute_batch(&dialect::sqlite(sql))?)
    }

    pub(super) fn tables(&mut self) -> Result<Vec<Vorm>, Fout> {
        let mut names = self.db.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
        )?;
        let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        names.into_iter().map(|name| self.table(name)).collect()
    }

    fn table(&self, naam: String) -> Result<Vorm, Fout> {
        let mut columns = self.db.prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns: Vec<(String, String, i64)> = columns
            .query_map([&naam], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        let mut key: Vec<(i64, String)> =
            columns.iter().filter(|(_, _, pk)| *pk > 0).map(|(name, _, pk)| (*pk, name.clone())).collect();
        key.sort();
        let kind = |text: &str| match text {
            "BIGINT" => Ok(Soort::Getal),
            "TEXT" => Ok(Soort::Tekst),
            "BLOB" => Ok(Soort::Bytes),
            _ => Err(Fout::Tegenstrijdig("a column has a type that is none of ours")),
        };
        let kolommen = columns
            .iter()
            .map(|(name, text, _)| Ok((name.clone(), kind(text)?)))
            .collect::<Result<_, Fout>>()?;
        let mut parents = self.db.prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1)")?;
        let ouders = parents.query_map([&naam], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Vorm { naam, kolommen, sleutel: key.into_iter().map(|(_, name)| name).collect(), ouders })
    }

    pub(super) fn each_row(&mut self, table: &Vorm, each: Rijlezer<'_>) -> Result<(), Fout> {
        use rusqlite::types::ValueRef;
        let mut statement = self.db.prepare(&table.select(false))?;
        let width = table.kolommen.len();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values = (0..width)
                .map(|n| match row.get_ref(n)? {
                    ValueRef::Null => Ok(Waarde::Leeg),
                    ValueRef::Integer(number) => Ok(Waarde::Getal(number)),
                    ValueRef::Text(text) => str::from_utf8(text)
                        .map(Waarde::Tekst)
                        .map_err(|_| Fout::Tegenstrijdig("a stored text is no text")),
                    ValueRef::Blob(bytes) => Ok(Waarde::Bytes(bytes)),
                    ValueRef::Real(_) => Err(Fout::Tegenstrijdig("a stored number is no whole number")),
                })
                .collect::<Result<Vec<_>, Fout>>()?;
            each(&values)?;
        }
        Ok(())
    }

    pub(super) fn fill(&mut self, table: &Vorm, values: &[Waarde<'_>]) -> Result<(), Fout> {
        let mut statement = self.db.prepare_cached(&table.insert(1))?;
        for row in values.chunks(table.kolommen.len()) {
            statement.execute(rusqlite::params_from_iter(row))?;
        }
        Ok(())
    }

    /// The file is written anew, page by page, and the log of changes is emptied: `secure_delete` alone leaves copies in both.
    pub(super) fn scrub(&mut self, _tables: &[&'static str]) -> Result<(), Fout> {
        match self.db.execute_batch("VACUUM") {
            Err(fault) if fault.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                return Err(Fout::Bezet);
            }
            other => other?,
        }
        let busy: i64 = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(Fout::Bezet) }
    }

    #[expect(clippy::unused_self, reason = "the same question to either database")]
    pub(super) fn is_alive(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weaker_setting_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut refused = 0;
        let weaker = [
            ("journal_mode", "delete"),
            ("synchronous", "normal"),
            ("foreign_keys", "off"),
            ("secure_delete", "off"),
        ];
        for (setting, value) in weaker {
            let mut db = Verbinding::open(folder.path(), Gebruik::Schrijven).unwrap();
            assert!(db.read_back().is_ok());
            db.db.execute_batch(&format!("PRAGMA {setting} = {value}")).unwrap();
            let found = db.read_back().unwrap_err();
            assert!(matches!(found, Fout::Instelling { instelling, .. } if instelling == setting), "{found}");
            refused += 1;
        }
        println!("{} settings, {refused} refusals", weaker.len());
    }
}
