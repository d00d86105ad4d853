//! Backups: made while others write, read back into either database, refused when anything about them was altered.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use register::beeld::Vernietigingsopdracht;
use register::{
    Aangenomen, Fout, Keten, Kluissleutel, KopieTabel, Opgeruimd, Opslag, Register, Sleutel, Toestel,
    check_backup, restore,
};
use stelsel::{Klok as _, Onderdeel, Rol, VasteKlok};

use crate::contract::{region, who};
use crate::xml::{Toewijzing, bsn, file};
use crate::{clock, open};

fn the_list(lezing: &mut register::Lezing<'_>) -> Result<register::beeld::BewarenBeeld, register::Fout> {
    lezing.bewaren()
}

/// The journal goes on: everything else has to be the same.
fn without_journal(tables: &[KopieTabel]) -> Vec<KopieTabel> {
    tables.iter().filter(|t| !t.naam.starts_with("journaal")).cloned().collect()
}

fn fill(register: &Register, from: u32, to: u32) {
    for n in from..to {
        let (number, id, given) = (bsn(n), format!("T{n}"), format!("Kanarie{n:03}geel"));
        let message = Toewijzing {
            id: &id,
            bsn: &number,
            given: &given,
            number: 300_000 + n,
            house: n + 1,
            ..Toewijzing::default()
        };
        register.intake(vec![file(&format!("{id}.xml"), message.xml())]).unwrap();
    }
}

/// On either database: a backup during writing is one moment, and comes back as it was, in SQLite and back again.
pub(crate) fn comes_back(opslag: &Opslag) {
    let folder = tempfile::tempdir().unwrap();
    let (copy, sleutel) = (folder.path().join("kopie"), Kluissleutel::generate().unwrap());
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    fill(&register, 0, 20);
    let done = Arc::new(AtomicBool::new(false));
    let writer = {
        let (register, done) = (register.clone(), Arc::clone(&done));
        std::thread::spawn(move || {
            let mut n = 20;
            while !done.load(Ordering::Relaxed) {
                fill(&register, n, n + 1);
                n += 1;
            }
            n
        })
    };
    let mut reports = Vec::new();
    for nr in 0..3 {
        reports.push((nr, register.backup(&folder.path().join(format!("tijdens-{nr}")), &sleutel).unwrap()));
    }
    done.store(true, Ordering::Relaxed);
    let written = writer.join().unwrap();
    for (nr, report) in &reports {
        let target = Opslag::Map(folder.path().join(format!("uit-{nr}")));
        let from = folder.path().join(format!("tijdens-{nr}"));
        let (read, back, again) = restore(&from, &sleutel, &target, clock(), &[]).unwrap();
        assert_eq!((&read, again), (report, Opgeruimd::default()));
        assert_eq!(without_journal(&back.sums().unwrap()), without_journal(&report.tabellen));
        let count = |name: &str| report.tabellen.iter().find(|t| t.naam == name).unwrap().rijen;
        assert_eq!(
            count("persoon"),
            count("bericht") * 2,
            "one moment: a child and a parent for each message"
        );
        fill(&back, 9_000, 9_001);
    }
    let whole = register.backup(&copy, &sleutel).unwrap();
    let target = Opslag::Map(folder.path().join("heel"));
    let (_, back, _) = restore(&copy, &sleutel, &target, clock(), &[]).unwrap();
    assert_eq!(without_journal(&back.sums().unwrap()), without_journal(&register.sums().unwrap()));
    println!(
        "{} rows of {} tables come back, {written} messages written meanwhile: 0 differences",
        whole.rijen(),
        whole.tabellen.len()
    );
    // Only into an empty place, and only complete or absent.
    assert!(matches!(restore(&copy, &sleutel, &target, clock(), &[]), Err(Fout::Kopie(_))));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .flatten()
        .filter(|e| e.path().extension().is_some())
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(canaries(&copy), 0);
}

fn canaries(file: &Path) -> usize {
    let bytes = std::fs::read(file).unwrap();
    ["Kanarie", "kanarie", "Lindelaan", "999900006", "9000000", "bericht", "persoon"]
        .iter()
        .map(|word| bytes.windows(word.len()).filter(|w| *w == word.as_bytes()).count())
        .sum()
}

#[test]
fn from_sqlite_to_postgres_and_back() {
    let Some(cluster) = crate::cluster::Cluster::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let sleutel = Kluissleutel::generate().unwrap();
    let first = open(&Opslag::Map(folder.path().join("een")));
    first.setup_region(&region()).unwrap();
    fill(&first, 0, 30);
    let (one, two) = (folder.path().join("1"), folder.path().join("2"));
    first.backup(&one, &sleutel).unwrap();
    let (_, second, _) =
        restore(&one, &sleutel, &Opslag::Postgres(cluster.database()), clock(), &[]).unwrap();
    second.backup(&two, &sleutel).unwrap();
    let (_, third, _) =
        restore(&two, &sleutel, &Opslag::Map(folder.path().join("drie")), clock(), &[]).unwrap();
    let (first, second, third) = (first.sums().unwrap(), second.sums().unwrap(), third.sums().unwrap());
    assert_eq!(without_journal(&first), without_journal(&second));
    assert_eq!(without_journal(&second), without_journal(&third));
    println!("SQLite -> PostgreSQL -> SQLite: {} tables, 0 differences", first.len());
}

#[test]
fn any_alteration_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, sleutel) = (folder.path().join("kopie"), Kluissleutel::generate().unwrap());
    let register = open(&Opslag::Map(folder.path().join("een")));
    register.setup_region(&region()).unwrap();
    // More than one piece of 64 KiB.
    fill(&register, 0, 260);
    let report = register.backup(&copy, &sleutel).unwrap();
    let good = std::fs::read(&copy).unwrap();
    assert_eq!(check_backup(&copy, &sleutel).unwrap(), report, "the control: unaltered it is read");
    assert!(good.len() > 70_000, "{}", good.len());
    assert!(check_backup(&copy, &Kluissleutel::generate().unwrap()).is_err(), "another key");
    let other = folder.path().join("anders");
    let refused = |bytes: &[u8]| {
        std::fs::write(&other, bytes).unwrap();
        check_backup(&other, &sleutel).is_err()
    };
    let mut flips = 0;
    for n in 0..1_000 {
        let mut bytes = good.clone();
        let at = if n < 60 { n } else { n * 7_919 % good.len() };
        bytes[at] ^= 1 << (n % 8);
        flips += usize::from(refused(&bytes));
    }
    let mut cuts = 0;
    for n in 0..50 {
        cuts += usize::from(refused(&good[..good.len() * n / 50]));
    }
    // Cut off exactly behind a piece, a piece left out, two swapped, something added.
    let (head, piece) = (35, 64 * 1024 + 16);
    let mut tricks = usize::from(refused(&good[..head + piece]));
    tricks += usize::from(refused(&[&good[..head], &good[head + piece..]].concat()));
    tricks += usize::from(refused(&[&good[..], b"x"].concat()));
    tricks += usize::from(refused(&[&good[..], &good[head..]].concat()));
    println!("1,000 bit flips, {flips} refusals; 50 truncations, {cuts}; 4 rearrangements, {tricks}");
    assert_eq!((flips, cuts, tricks), (1_000, 50, 4));
    // Nothing is put back of what is refused.
    std::fs::write(&other, &good[..good.len() - 1]).unwrap();
    let target = folder.path().join("leeg");
    assert!(restore(&other, &sleutel, &Opslag::Map(target.clone()), clock(), &[]).is_err());
    assert!(!target.join("leerloop.db").exists());
}

#[test]
fn the_file_of_a_key_is_its_owners() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sleutel");
    let sleutel = Kluissleutel::generate().unwrap();
    sleutel.write(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(sleutel.write(&path).is_err(), "a key is never written over");
    assert_eq!(format!("{:?}", Kluissleutel::read(&path).unwrap()), "Kluissleutel(…)");
    std::fs::write(&path, "iets anders").unwrap();
    assert!(Kluissleutel::read(&path).is_err());
}

/// Who was destroyed comes back with an older backup, and goes again.
#[test]
fn who_was_destroyed_stays_destroyed() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, sleutel) = (folder.path().join("kopie"), Kluissleutel::generate().unwrap());
    let later = || Arc::new(VasteKlok::new("2047-03-01T08:00:00Z".parse().unwrap()));
    let register = Register::open(&Opslag::Map(folder.path().join("een")), later()).unwrap();
    fill(&register, 0, 10);
    register.backup(&copy, &sleutel).unwrap();
    let beheer = who(Rol::Beheer);
    let due = register.look(&beheer, Onderdeel::Bewaren, "", the_list).unwrap();
    let dossiers = due.dossiers.iter().take(4).map(|line| line.persoon).collect();
    register
        .destroy(&beheer, &Vernietigingsopdracht { dossiers, ..Vernietigingsopdracht::default() })
        .unwrap();
    let list: Vec<String> = register.destroyed().unwrap().iter().map(ToString::to_string).collect();
    let ids = register::read_keys_of_destroyed(&list.join("\n")).unwrap();
    let target = Opslag::Map(folder.path().join("twee"));
    let (_, back, again) = restore(&copy, &sleutel, &target, later(), &ids).unwrap();
    assert_eq!(again, Opgeruimd { vernietigd: 4, ..Opgeruimd::default() });
    let persons = |r: &Register| r.sums().unwrap().into_iter().find(|t| t.naam == "persoon").unwrap();
    assert_eq!(persons(&back), persons(&register));
}

/// On either database: what opens a door once does not come back, whoever used it since. What is kept stays.
pub(crate) fn opens_no_doors(opslag: &Opslag) {
    let folder = tempfile::tempdir().unwrap();
    let (copy, sleutel) = (folder.path().join("kopie"), Kluissleutel::generate().unwrap());
    let klok = clock();
    let register = Register::open(opslag, klok.clone()).unwrap();
    register.unlock(&sleutel).unwrap();
    for rol in [Rol::Beheer, Rol::Raad] {
        register.put_account(&who(rol)).unwrap();
    }
    let me = who(Rol::Beheer).account;
    let digits = |app: &register::Geheim| {
        klok.advance(jiff::SignedDuration::from_secs(30));
        app.code_at(klok.now().as_second()).unwrap()
    };
    let word = "paarse fiets in de regen";
    let code = register.invite(None, &me).unwrap().unwrap();
    let app = register.invitation(&me, &code).unwrap().unwrap().geheim;
    let done = register.accept_invitation(&me, &code, word, &digits(&app), Toestel::Computer).unwrap();
    let Aangenomen::Goed { token, herstelcodes } = done else { panic!("not accepted") };
    let waiting = register.invite(None, &who(Rol::Raad).account).unwrap().unwrap();
    register.backup(&copy, &sleutel).unwrap();
    let target = Opslag::Map(folder.path().join("terug"));
    let (_, back, cleared) = restore(&copy, &sleutel, &target, klok.clone(), &[]).unwrap();
    let expected = Opgeruimd { vernietigd: 0, sessies: 1, uitnodigingen: 1, herstelcodes: 10 };
    assert_eq!(cleared, expected);
    back.unlock(&sleutel).unwrap();
    assert!(register.session(&token).unwrap().is_some(), "the control");
    assert_eq!(back.session(&token).unwrap(), None);
    assert!(back.invitation(&who(Rol::Raad).account, &waiting).unwrap().is_none());
    let with = |code: &str| back.sign_in_local(&me, word, code, Toestel::Computer).unwrap();
    assert_eq!(with(&herstelcodes[0]), None);
    assert!(with(&digits(&app)).is_some(), "password and app open it as before");
}

/// What is wrong with the journal is found before anything is in place, and nothing stays behind.
#[test]
fn a_journal_that_is_not_whole_leaves_nothing_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, sleutel) = (folder.path().join("kopie"), Kluissleutel::generate().unwrap());
    let data = folder.path().join("een");
    let klok = clock();
    let register = Register::open(&Opslag::Map(data.clone()), klok.clone()).unwrap();
    fill(&register, 0, 5);
    klok.advance(jiff::SignedDuration::from_hours(48));
    let key = Sleutel::generate().unwrap();
    assert!(!register.seal_journal(key).unwrap().is_empty());
    let target = folder.path().join("terug");
    let attempt = || {
        register.backup(&copy, &sleutel).unwrap();
        let outcome = restore(&copy, &sleutel, &Opslag::Map(target.clone()), klok.clone(), &[]);
        let left = std::fs::read_dir(&target).map_or(0, Iterator::count);
        (outcome.map(drop).map_err(|fault| fault.to_string()), left)
    };
    let db = rusqlite::Connection::open(data.join("leerloop.db")).unwrap();
    db.execute("UPDATE journaal_zegel SET regels = regels + 1", []).unwrap();
    assert!(matches!(register.verify_journal().unwrap(), Keten::Zegel { .. }));
    let (outcome, left) = attempt();
    assert!(outcome.unwrap_err().contains("does not fit its seal"));
    assert_eq!(left, 0);
    db.execute("UPDATE journaal_zegel SET regels = regels - 1", []).unwrap();
    let who = |wie: &str| {
        let sql = "UPDATE journaal SET wie = ?1 WHERE nr = 2 AND dag = (SELECT min(dag) FROM journaal WHERE nr = 2)";
        assert_eq!(db.execute(sql, [wie]).unwrap(), 1);
    };
    let was: String = db
        .query_row("SELECT wie FROM journaal WHERE nr = 2 ORDER BY dag LIMIT 1", [], |row| row.get(0))
        .unwrap();
    who("x");
    let (outcome, left) = attempt();
    assert!(outcome.unwrap_err().contains("not as it was written"));
    assert_eq!(left, 0);
    who(&was);
    let (outcome, left) = attempt();
    assert_eq!((outcome, left > 0), (Ok(()), true), "the control: the same place can be used again");
}
