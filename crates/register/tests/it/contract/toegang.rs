//! Who sees what, and what is written down of it.

use super::*;

pub(super) fn looks(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let me = who(Rol::Wijkteam);
    register.put_account(&me).unwrap();
    let id = families(&register)[0].gezin.id;
    let before = register.journal_len().unwrap();
    let seen = register.look(&me, Onderdeel::Gezin, "deze", |l| l.gezin(id)).unwrap();
    assert_eq!(register.journal_len().unwrap(), before + 1);
    let last = &seen.inzagen[0];
    assert_eq!(
        (last.wie.as_str(), last.rol.as_str(), last.doel.as_str()),
        ("Proef wijkteam", "wijkteam", "hulp")
    );
    // A look that was announced as something else is no look.
    let wrong = register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezin(id));
    assert!(matches!(wrong, Err(Fout::Zinloos(_))));
    assert_eq!(register.journal_len().unwrap(), before + 1);
}

pub(super) fn not_yours(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let id = families(&register)[0].gezin.id;
    let mut colleague = who(Rol::Wijkteam);
    colleague.wijken = vec![Wijkcode::parse("WK195901").unwrap()];
    for person in [
        colleague,
        who(Rol::Beleid),
        who(Rol::Raad),
        who(Rol::Contract),
        who(Rol::Aanbieder),
        who(Rol::Gezinslid),
    ] {
        let there = register.look(&person, Onderdeel::Gezin, "", |l| l.gezin(id));
        assert!(matches!(there, Err(Fout::NietGevonden)), "{:?}", person.rol);
    }
    let mut other = who(Rol::Aanbieder);
    other.aanbieder = AgbCode::parse("65659999").ok();
    let message = register
        .look(&who(Rol::Beheer), Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap()
        .rijen[0]
        .id;
    assert!(register.look(&who(Rol::Aanbieder), Onderdeel::Bericht, "", |l| l.bericht(message)).is_ok());
    assert!(matches!(
        register.look(&other, Onderdeel::Bericht, "", |l| l.bericht(message)),
        Err(Fout::NietGevonden)
    ));
    let theirs = register
        .look(&other, Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap();
    assert!(theirs.rijen.is_empty());
}

pub(super) fn chain(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    clock.advance(jiff::SignedDuration::from_hours(24));
    families(&register);
    let lines = register.journal_len().unwrap();
    let Keten::Heel { regels, .. } = register.verify_journal().unwrap() else { panic!("the chain is whole") };
    assert_eq!(regels, lines);
    let alterations = [
        "UPDATE journaal SET wie = 'iemand anders' WHERE nr = 2",
        "UPDATE journaal SET wanneer = wanneer + 1 WHERE nr = 1",
        "DELETE FROM journaal WHERE nr = 1",
        "DELETE FROM journaal WHERE nr = (SELECT max(nr) FROM journaal)",
        "DELETE FROM journaal_persoon",
        "UPDATE journaal_dag SET aantal = aantal - 1",
        "INSERT INTO journaal (dag, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten) \
         SELECT dag + 400, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten FROM journaal WHERE nr = 1",
        "UPDATE journaal SET object = 'x' WHERE handeling = 'inzien'",
    ];
    let mut found = 0;
    for alteration in alterations {
        altered(opslag, alteration, |opslag| {
            let broken = open(opslag).verify_journal().unwrap();
            assert!(matches!(broken, Keten::Gebroken { .. }), "not noticed: {alteration}");
            found += 1;
        });
    }
    eprintln!("{found} of {} alterations found", alterations.len());
    assert!(
        matches!(register.verify_journal().unwrap(), Keten::Heel { .. }),
        "and the untouched one is whole"
    );
}

/// Shows `check` a copy of the database in which the administrator ran `sql`.
fn altered(opslag: &Opslag, sql: &str, check: impl FnOnce(&Opslag)) {
    match opslag {
        Opslag::Map(folder) => {
            let copy = tempfile::tempdir().unwrap();
            let db = rusqlite::Connection::open(folder.join("leerloop.db")).unwrap();
            db.execute("VACUUM INTO $1", [copy.path().join("leerloop.db").to_str().unwrap()]).unwrap();
            rusqlite::Connection::open(copy.path().join("leerloop.db")).unwrap().execute_batch(sql).unwrap();
            check(&Opslag::Map(copy.path().into()));
        }
        Opslag::Postgres(address) => {
            // A transaction that is rolled back cannot be seen by others: alter, look, and put the tables back.
            let mut db = postgres::Client::connect(address, postgres::NoTls).unwrap();
            let tables = ["journaal", "journaal_dag", "journaal_persoon"];
            for table in tables {
                db.batch_execute(&format!("CREATE TABLE oud_{table} AS SELECT * FROM {table}")).unwrap();
            }
            db.batch_execute(sql).unwrap();
            check(opslag);
            for table in tables {
                db.batch_execute(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM oud_{table}; DROP TABLE oud_{table}")).unwrap();
            }
        }
    }
}

/// Eight threads at once: what fails is refused, what succeeds is there, and the chain is whole.
pub(super) fn failing_jobs(opslag: &Opslag) {
    let register = open(opslag);
    std::thread::scope(|scope| {
        for thread in 0..8_u32 {
            let register = register.clone();
            scope.spawn(move || {
                for n in 0..10_u32 {
                    let number = thread * 100 + n;
                    let (id, bsn) = (format!("T{number}"), crate::xml::bsn(number));
                    let message =
                        Toewijzing { id: &id, bsn: &bsn, number, house: number + 1, ..Toewijzing::default() };
                    assert!(matches!(
                        register.intake(vec![file(&id, message.xml())]).unwrap()[..],
                        [Uitkomst::Opgenomen(_)]
                    ));
                    // Refused by the database: an account with a NUL in its name on PostgreSQL, or fine on SQLite.
                    let mut odd = who(Rol::Raad);
                    odd.naam = "a\0b".into();
                    let _ = register.put_account(&odd);
                }
            });
        }
    });
    assert_eq!(count(&register, "berichten"), 80);
    assert_eq!(count(&register, "toewijzingen"), 80);
    let Keten::Heel { regels, .. } = register.verify_journal().unwrap() else { panic!("the chain is whole") };
    // The accounts that the database did take have a line too.
    assert_eq!(regels, register.journal_len().unwrap());
    assert!(regels >= 80);
}
