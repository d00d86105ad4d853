//! SQLite, bundled: one file, nothing to install.

use std::path::Path;

use super::waarde::{Rij, Waarde};
use super::{Gebruik, Tabel, dialect};
use crate::Fout;

/// The oldest version without the WAL-reset fault that could corrupt a database (fixed in 3.51.3).
const OLDEST: i32 = 3_051_003;

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
        std::fs::create_dir_all(map).map_err(|e| trouble(e.to_string()))?;
        let file = map.join("leerloop.db");
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
        // 64 MiB for the one writer, so that a large batch writes a page once; 8 MiB for each reader.
        let cache = if gebruik == Gebruik::Schrijven { -65_536 } else { -8_192 };
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
