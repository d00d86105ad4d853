//! The steps by which the tables came to be. A step that was released is never changed again.

use crate::Fout;
use crate::db::{Gebruik, Verbinding};

const STEPS: &[&str] = &[
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
    include_str!("schema/0006.sql"),
    include_str!("schema/0007.sql"),
    include_str!("schema/0008.sql"),
    include_str!("schema/0009.sql"),
    include_str!("schema/0010.sql"),
    include_str!("schema/0011.sql"),
    include_str!("schema/0012.sql"),
    include_str!("schema/0013.sql"),
    include_str!("schema/0014.sql"),
    include_str!("schema/0015.sql"),
    include_str!("schema/0016.sql"),
];

/// Brings the tables to the newest version; refuses a database of a newer program without touching it.
pub(crate) fn migrate(db: &mut Verbinding) -> Result<(), Fout> {
    migrate_with(db, STEPS)
}

/// Makes the tables as they were at a version, within the transaction of the caller, in a database that has none.
pub(crate) fn make(db: &mut Verbinding, version: i64) -> Result<(), Fout> {
    let steps = usize::try_from(version).ok().and_then(|n| STEPS.get(..n));
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    apply(db, steps.ok_or(Fout::NieuwereVersie { gevonden: version, bekend: known })?)
}

/// The version of the tables.
pub(crate) fn version(db: &mut Verbinding) -> Result<i64, Fout> {
    let found = db.query_opt("SELECT max(versie) FROM schema_versie", &[], |row| row.number_opt(0))?;
    Ok(found.flatten().unwrap_or_default())
}

/// As [`migrate`], within the transaction of the caller.
pub(crate) fn migrate_within(db: &mut Verbinding) -> Result<(), Fout> {
    apply(db, STEPS)
}

fn migrate_with(db: &mut Verbinding, steps: &[&str]) -> Result<(), Fout> {
    db.begin(Gebruik::Schrijven)?;
    let outcome = apply(db, steps);
    match outcome {
        Ok(()) => db.commit(),
        Err(fault) => {
            db.rollback()?;
            Err(fault)
        }
    }
}

fn apply(db: &mut Verbinding, steps: &[&str]) -> Result<(), Fout> {
    db.batch("CREATE TABLE IF NOT EXISTS schema_versie (versie BIGINT PRIMARY KEY)")?;
    let found = db
        .query_opt("SELECT coalesce(max(versie), 0) FROM schema_versie", &[], |row| row.number(0))?
        .unwrap_or_default();
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(Fout::NieuwereVersie { gevonden: found, bekend: known });
    }
    for (step, version) in steps.iter().zip(1_i64..).filter(|(_, version)| *version > found) {
        db.batch(step)?;
        db.execute_one("INSERT INTO schema_versie (versie) VALUES ($1)", &[version.into()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Opslag;

    #[test]
    fn runs_once_and_refuses_what_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        let mut db = Verbinding::open(&Opslag::Map(folder.path().into()), Gebruik::Schrijven).unwrap();
        migrate(&mut db).unwrap();
        migrate(&mut db).unwrap();
        assert_eq!(version(&mut db).unwrap(), i64::try_from(STEPS.len()).unwrap());
        db.execute_one("INSERT INTO schema_versie (versie) VALUES ($1)", &[999_i64.into()]).unwrap();
        assert!(matches!(migrate(&mut db), Err(Fout::NieuwereVersie { gevonden: 999, .. })));
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let mut db = Verbinding::open(&Opslag::Map(folder.path().into()), Gebruik::Schrijven).unwrap();
        migrate_with(&mut db, &["CREATE TABLE one (a BIGINT)"]).unwrap();
        let broken =
            ["CREATE TABLE one (a BIGINT)", "CREATE TABLE two (a BIGINT)", "CREATE TABLE two (a BIGINT)"];
        assert!(migrate_with(&mut db, &broken).is_err());
        assert_eq!(version(&mut db).unwrap(), 1);
        assert!(db.execute("INSERT INTO two (a) VALUES ($1)", &[1_i64.into()]).is_err());
    }
}
