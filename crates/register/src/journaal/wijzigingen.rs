//! Ten thousand alterations of a small journal, one at a time, by someone who may write anything in the database: every
//! one is found. What rewrites the chain with sound hashes is found only by the seals that were kept elsewhere, and the
//! control shows that without them it is not.

#[path = "../../tests/it/cluster.rs"]
mod cluster;
mod knoeien;

use jiff::Timestamp;
use stelsel::{Doel, Id};

use super::{Handeling, Keten, Maatstaf, Pen, Regel, Sleutel, seal, seals, verify};
use crate::db::{Gebruik, Verbinding};
use crate::{Opslag, schema};
use knoeien::{Knoeier, Soort};

const DAYS: i64 = 6;
const LINES_A_DAY: u8 = 9;
/// 2026-03-01T09:00:00Z.
const BEGIN: i64 = 1_772_355_600_000;
const DAY: i64 = 86_400_000;

/// Days of lines by several people about several persons, all of them sealed; not committed.
fn journal(opslag: &Opslag) -> (Verbinding, Maatstaf) {
    let mut db = Verbinding::open(opslag, Gebruik::Schrijven).unwrap();
    schema::migrate(&mut db).unwrap();
    db.begin(Gebruik::Schrijven).unwrap();
    let mut pen = Pen::default();
    for day in 0..DAYS {
        for nr in 0..LINES_A_DAY {
            let wanneer = Timestamp::from_millisecond(BEGIN + day * DAY + i64::from(nr) * 60_000).unwrap();
            let (wie, object) = (format!("account-{}", nr % 4), format!("gezin-{day}-{nr}"));
            let line = Regel {
                wie: &wie,
                rol: "wijkteam",
                doel: Doel::Hulp,
                grond: "team",
                ..Regel::by_program(wanneer, Handeling::Inzien, "gezin", &object)
            };
            let persons: Vec<_> =
                (0..nr % 4).map(|p| Id::new(Timestamp::UNIX_EPOCH, [p * 7 + nr % 2; 10])).collect();
            pen.hand_to(super::Ingang::session(&wie));
            pen.write(&mut db, &line, &persons).unwrap();
        }
    }
    pen.close(&mut db).unwrap();
    let key = Sleutel::generate().unwrap();
    let last = crate::db::day_number(jiff::civil::date(2026, 3, 1)) + DAYS;
    let made = seal(&mut db, &key, last).unwrap();
    assert_eq!(made.len(), usize::try_from(DAYS).unwrap());
    let maatstaf = Maatstaf { ankers: seals(&mut db).unwrap(), sleutel: Some(key.public()) };
    (db, maatstaf)
}

fn is_whole(db: &mut Verbinding, maatstaf: &Maatstaf) -> bool {
    // What cannot even be read is not as it was written.
    matches!(verify(db, maatstaf), Ok(Keten::Heel { .. }))
}

/// Makes so many alterations, each from the sound journal.
fn alter(opslag: &Opslag, name: &str, many: u32) {
    let (mut db, maatstaf) = journal(opslag);
    let nothing = Maatstaf::default();
    assert!(is_whole(&mut db, &maatstaf) && is_whole(&mut db, &nothing), "{:?}", verify(&mut db, &maatstaf));
    let mut knoeier = Knoeier::new(&mut db, matches!(opslag, Opslag::Postgres(_)));
    let mut made = [0_u32; Soort::ALL.len()];
    let (mut found, mut only_by_anchor, mut unseen_without, mut clean) = (0, 0, 0, 0);
    let mut total = 0;
    while total < many {
        db.savepoint().unwrap();
        if let Some(soort) = knoeier.alter(&mut db) {
            total += 1;
            made[soort as usize] += 1;
            if soort.has_sound_hashes() {
                only_by_anchor += 1;
                unseen_without += u32::from(is_whole(&mut db, &nothing));
            }
            let whole = is_whole(&mut db, &maatstaf);
            assert!(!whole, "not found: {soort:?} {}", knoeier.last);
            found += 1;
        }
        db.rollback_to().unwrap();
        if total % 100 == 0 {
            assert!(is_whole(&mut db, &maatstaf), "false alarm");
            clean += 1;
        }
    }
    println!(
        "{name}: {found} of {total} found, of which {only_by_anchor} (tail cut, full rewrite) only through the anchor; \
         without it {unseen_without} of these {only_by_anchor} stay unseen; 0 false alarms on {clean} clean walks"
    );
    for (soort, made) in Soort::ALL.iter().zip(made) {
        println!("  {soort:?}: {made}");
        assert!(made > 0, "{soort:?} was never tried");
    }
    assert_eq!(unseen_without, only_by_anchor, "the control: without anchors these are not to be seen");
}

#[test]
fn every_alteration_is_found() {
    let folder = tempfile::tempdir().unwrap();
    alter(&Opslag::Map(folder.path().into()), "SQLite", 10_000);
}

#[test]
fn every_alteration_is_found_on_postgres() {
    let Some(cluster) = cluster::Cluster::start() else { return };
    alter(&Opslag::Postgres(cluster.database()), "PostgreSQL", 400);
}

/// Lines of before the fields of NEN 7513 stay sound, and nothing can hide in their new columns.
#[test]
fn lines_of_the_first_form_still_fit() {
    let persons = [Id::new(Timestamp::UNIX_EPOCH, [3; 10])];
    let line = |vorm, duur, later: [&'static str; 5]| super::pen::Inhoud {
        vorm,
        dag: 20_000,
        nr: 1,
        wanneer: 5,
        duur,
        teksten: {
            let [grond, uitkomst, weg, sessie, spoor] = later;
            ["wie", "rol", "doel", "inzien", "gezin", "x", grond, uitkomst, weg, sessie, spoor]
        },
    };
    let plain = ["", "verleend", "", "", ""];
    let first = line(1, 0, plain).hash(b"before", &persons).unwrap();
    assert_ne!(Some(first), line(2, 0, plain).hash(b"before", &persons));
    assert_eq!(line(1, 1, plain).hash(b"before", &persons), None);
    assert_eq!(line(1, 0, ["", "geweigerd", "", "", ""]).hash(b"before", &persons), None);
    assert_eq!(line(3, 0, plain).hash(b"before", &persons), None);
}
