//! Destruction and backups as one runs them: killed at random moments, put back, and what must not stand in the files.

use std::path::Path;
use std::time::{Duration, Instant};

use leerloop::demo::{Bedoeling, Generator, Omvang};

use crate::program::{leerloop, printed, run};

/// The messages of a demo, taken in.
fn demo(data: &Path, scale: f64) {
    let omvang = Omvang { schaal: scale, zaad: 5, maanden: 6, tot: jiff::civil::date(2026, 11, 1) };
    let folder = tempfile::tempdir().unwrap();
    for message in Generator::new(&omvang).filter(|message| message.bedoeld != Bedoeling::Onleesbaar) {
        std::fs::write(folder.path().join(message.bestandsnaam), message.xml).unwrap();
    }
    let made = run(&["import", "--data", data.to_str().unwrap(), folder.path().to_str().unwrap()]);
    assert!(made.status.success(), "{}", printed(&made));
}

/// Everyone asks for destruction: the claims of years ago keep nobody here, since the demo has them of this year only.
fn make_all_due(data: &Path) {
    let db = rusqlite::Connection::open(data.join("leerloop.db")).unwrap();
    db.execute("UPDATE bewaartermijn SET maanden = 0", []).unwrap();
    // Claims count to the end of their year, which is not over: they go with the dossier all the same in this test.
    db.execute("DELETE FROM bewaartermijn WHERE klasse = 'declaratie'", []).unwrap();
    db.execute(
        "INSERT INTO bewaartermijn (klasse, vanaf, maanden, bron) VALUES ('declaratie', 0, 0, 'proef')",
        [],
    )
    .unwrap();
    db.execute("UPDATE bericht SET dagtekening = dagtekening - 800", []).unwrap();
}

fn waiting(data: &Path) -> i64 {
    let db = rusqlite::Connection::open(data.join("leerloop.db")).unwrap();
    db.query_row("SELECT count(*) FROM vernietiging WHERE stand = 0", [], |row| row.get(0)).unwrap()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    std::fs::copy(from.join("leerloop.db"), to.join("leerloop.db")).unwrap();
}

#[test]
fn killed_while_destroying_it_is_finished_later() {
    let base = tempfile::tempdir().unwrap();
    let whole = base.path().join("heel");
    demo(&whole, 0.01);
    make_all_due(&whole);
    let list = run(&["register", "retention", "list", "--data", whole.to_str().unwrap(), "--by", "proef"]);
    let due = String::from_utf8_lossy(&list.stdout).lines().count();
    assert!(due > 20, "{}", printed(&list));
    let number = due.to_string();
    let begun = Instant::now();
    let trial = base.path().join("proef");
    copy(&whole, &trial);
    let arguments = |data: &Path| {
        [
            "register",
            "retention",
            "destroy",
            "--data",
            data.to_str().unwrap(),
            "--by",
            "proef",
            "--confirm",
            &number,
        ]
        .map(str::to_owned)
    };
    let as_str = |list: &[String]| leerloop(&list.iter().map(String::as_str).collect::<Vec<_>>());
    let done = as_str(&arguments(&trial)).output().unwrap();
    assert!(done.status.success(), "{}", printed(&done));
    let length = begun.elapsed();
    let (mut between, mut before, mut after) = (0, 0, 0);
    let kills: u32 = std::env::var("LEERLOOP_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    for round in 0..kills {
        let data = base.path().join(round.to_string());
        copy(&whole, &data);
        let mut child = as_str(&arguments(&data)).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(
            u64::try_from(length.as_millis()).unwrap() * u64::from(round + 1) / u64::from(kills + 1),
        ));
        let _ = child.kill();
        child.wait().unwrap();
        let marked = waiting(&data);
        // The next start finishes what was begun.
        let verify = run(&["register", "verify", "--data", data.to_str().unwrap()]);
        assert!(verify.status.success(), "{}", printed(&verify));
        assert_eq!(waiting(&data), 0, "round {round}");
        let db = rusqlite::Connection::open(data.join("leerloop.db")).unwrap();
        let (persons, gone): (i64, i64) = db
            .query_row("SELECT (SELECT count(*) FROM persoon), (SELECT count(*) FROM vernietigd)", [], |r| {
                Ok((r.get(0)?, r.get(1)?))
            })
            .unwrap();
        assert!((persons == 0) == (gone > 0), "all or nothing: {persons} {gone}");
        match (marked, gone) {
            (0, 0) => before += 1,
            (0, _) => after += 1,
            _ => between += 1,
        }
        std::fs::remove_dir_all(&data).unwrap();
    }
    println!(
        "{kills} kills while destroying {due} dossiers: {before} before, {between} between deleting and cleaning, {after} after; all finished at the next start"
    );
}

#[test]
fn a_backup_of_the_demo_comes_back() {
    let base = tempfile::tempdir().unwrap();
    let path = |name: &str| base.path().join(name).to_str().unwrap().to_owned();
    let scale = std::env::var("LEERLOOP_SCHAAL").ok().and_then(|n| n.parse().ok()).unwrap_or(0.01);
    demo(&base.path().join("demo"), scale);
    let ok = |arguments: &[&str]| {
        let done = run(arguments);
        assert!(done.status.success(), "{}", printed(&done));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    ok(&["register", "key", &path("sleutel")]);
    let begun = Instant::now();
    ok(&["register", "backup", "--data", &path("demo"), "--to", &path("kopie"), "--key", &path("sleutel")]);
    let backup = begun.elapsed();
    let bytes = std::fs::metadata(path("demo/leerloop.db")).unwrap().len();
    let begun = Instant::now();
    let told = ok(&[
        "register",
        "restore",
        "--data",
        &path("terug"),
        "--from",
        &path("kopie"),
        "--key",
        &path("sleutel"),
    ]);
    let restore = begun.elapsed();
    #[expect(clippy::cast_precision_loss, reason = "a figure to read")]
    let per_minute = |time: Duration| bytes as f64 / 1e9 / (time.as_secs_f64() / 60.0);
    println!(
        "database of {:.1} MB at scale {scale}: backup {:.2} GB/min ({:.1} s), restore with comparison {:.2} GB/min ({:.1} s)",
        bytes / 1_000_000,
        per_minute(backup),
        backup.as_secs_f64(),
        per_minute(restore),
        restore.as_secs_f64()
    );
    assert!(told.contains("equal"), "{told}");
    // What has to be done again by hand is told, with the moment from which.
    for part in [
        "0 sessions, 0 invitations, 0 recovery codes",
        "and now is undone",
        "objections and choices of young people",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let other = run(&[
        "register",
        "restore",
        "--data",
        &path("terug"),
        "--from",
        &path("kopie"),
        "--key",
        &path("sleutel"),
    ]);
    assert!(!other.status.success(), "never over a register");
    // Nothing of anyone stands in the backup.
    let db = rusqlite::Connection::open(path("demo/leerloop.db")).unwrap();
    let mut names =
        db.prepare("SELECT DISTINCT achternaam FROM persoon WHERE length(achternaam) > 6").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let copy = std::fs::read(path("kopie")).unwrap();
    let hits = names.iter().filter(|name| copy.windows(name.len()).any(|w| w == name.as_bytes())).count();
    println!("{} names sought in {} bytes: {hits} found", names.len(), copy.len());
    assert!(names.len() > 5 && hits == 0);
}

/// Of everything that is written, whatever the umask of who started the program.
#[cfg(unix)]
#[test]
fn what_is_written_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let base = tempfile::tempdir().unwrap();
    let path = |name: &str| base.path().join(name).to_str().unwrap().to_owned();
    let data = base.path().join("demo");
    demo(&data, 0.01);
    let bsn: i64 = rusqlite::Connection::open(data.join("leerloop.db"))
        .unwrap()
        .query_row("SELECT min(bsn) FROM persoon", [], |row| row.get(0))
        .unwrap();
    let file = path("bsn");
    std::fs::write(&file, format!("{bsn:09}")).unwrap();
    std::fs::write(path("lijst"), "van vroeger").unwrap();
    for arguments in [
        vec!["person-export", "--bsn-from-file", &file, "--to", &path("export")],
        vec!["retention", "destroyed", "--to", &path("lijst")],
        vec!["logbook", "export", "--from", "2026-01-01", "--to", "2099-01-01", "--file", &path("logboek")],
    ] {
        let arguments = [&["register"], &arguments[..], &["--data", data.to_str().unwrap()]].concat();
        // Started with the widest umask there is.
        let line = "umask 000; exec \"$0\" \"$@\"";
        let mut command = std::process::Command::new("sh");
        command.args(["-c", line, env!("CARGO_BIN_EXE_leerloop")]).args(&arguments);
        let done = command.output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", printed(&done));
    }
    let (mut folders, mut seen) =
        (vec![data, base.path().join("export")], vec![path("lijst").into(), path("logboek").into()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap().path();
            if entry.is_dir() { folders.push(entry) } else { seen.push(entry) }
        }
        seen.push(folder);
    }
    for path in &seen {
        let mode = std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
    }
    assert!(seen.len() >= 7, "{seen:?}");
    println!("{} files and folders, none that others may read", seen.len());
}
