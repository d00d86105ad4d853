//! Opening: what is refused, and in which words.

use register::{Fout, Opslag, Register};

use crate::clock;

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bestand");
    std::fs::write(&file, "x").unwrap();
    let refused = Register::open(&Opslag::Map(file.join("onder")), clock()).err().unwrap();
    assert!(matches!(refused, Fout::Map { .. }), "{refused}");
    assert!(refused.to_string().contains("--data"), "says what to do");
}

#[test]
fn something_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("leerloop.db");
    std::fs::write(&file, "dit is geen database, maar wel iemands bestand".repeat(100)).unwrap();
    let before = std::fs::read(&file).unwrap();
    assert!(Register::open(&Opslag::Map(folder.path().into()), clock()).is_err());
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let opslag = Opslag::Map(folder.path().into());
    drop(Register::open(&opslag, clock()).unwrap());
    let db = rusqlite::Connection::open(folder.path().join("leerloop.db")).unwrap();
    db.execute_batch("INSERT INTO schema_versie (versie) VALUES (999)").unwrap();
    let refused = Register::open(&opslag, clock()).err().unwrap();
    assert!(matches!(refused, Fout::NieuwereVersie { gevonden: 999, .. }), "{refused}");
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0)).unwrap();
    assert!(tables > 10);
}

#[test]
fn a_postgres_that_does_not_keep_its_word_is_refused() {
    let Some(cluster) = crate::cluster::Cluster::start() else { return };
    let address = cluster.database();
    let mut admin = postgres::Client::connect(&address, postgres::NoTls).unwrap();
    for setting in ["fsync", "full_page_writes"] {
        admin.batch_execute(&format!("ALTER SYSTEM SET {setting} = off")).unwrap();
        admin.batch_execute("SELECT pg_reload_conf(); SELECT pg_sleep(0.5)").unwrap();
        let refused = Register::open(&Opslag::Postgres(address.clone()), clock()).err().unwrap();
        assert!(matches!(refused, Fout::Instelling { instelling, .. } if instelling == setting), "{refused}");
        admin.batch_execute(&format!("ALTER SYSTEM RESET {setting}")).unwrap();
        admin.batch_execute("SELECT pg_reload_conf(); SELECT pg_sleep(0.5)").unwrap();
    }
    assert!(Register::open(&Opslag::Postgres(address), clock()).is_ok());
}

#[test]
fn a_postgres_that_is_not_there_is_an_error_in_words() {
    let refused = Register::open(&Opslag::Postgres("postgres://nobody@localhost:1/none".into()), clock())
        .err()
        .unwrap();
    assert!(matches!(refused, Fout::Postgres(_)), "{refused}");
}
