//! kill -9 at random moments of an import: nothing lost, nothing doubled, every message with its line, the chain whole.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use leerloop::demo::{Bedoeling, Generator, Omvang};
use register::{Keten, Opslag, Register};
use rusqlite::Connection;

use crate::program::{leerloop, printed, run};

/// Kills in every run of the tests; `LEERLOOP_KILLS` asks for more.
const KILLS: u32 = 200;
/// Messages of one import.
const MESSAGES: usize = 120;
/// Messages of a transaction: several commits in each import.
const BATCH: &str = "12";
/// Kills of the control.
const CONTROL: u32 = 20;
/// The place where the control writes.
const CHILD: &str = "LEERLOOP_KILL_CONTROL";

fn write_messages(folder: &Path) -> i64 {
    let omvang = Omvang { schaal: 0.02, zaad: 3, maanden: 6, tot: jiff::civil::date(2026, 11, 1) };
    let mut count = 0;
    // What cannot be read goes to quarantine, which is another test.
    let messages = Generator::new(&omvang).filter(|message| message.bedoeld != Bedoeling::Onleesbaar);
    for message in messages.take(MESSAGES) {
        std::fs::write(folder.join(message.bestandsnaam), message.xml).unwrap();
        count += 1;
    }
    count
}

fn number(db: &Connection, sql: &str) -> i64 {
    db.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Messages and lines of taking in. `None` while there are no tables yet.
fn stored(data: &Path) -> Option<(i64, i64)> {
    let db = Connection::open(data.join("leerloop.db")).unwrap();
    // The child was killed a moment ago: its lock may linger.
    db.busy_timeout(Duration::from_secs(10)).unwrap();
    let whole: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
    assert_eq!(number(&db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    let tables = number(&db, "SELECT count(*) FROM sqlite_master WHERE name IN ('bericht', 'journaal')");
    (tables == 2).then(|| {
        let lines = "SELECT count(*) FROM journaal WHERE handeling = 'innemen'";
        (number(&db, "SELECT count(*) FROM bericht"), number(&db, lines))
    })
}

/// What the register holds, after a walk along its chain.
fn counts(data: &Path) -> Vec<(&'static str, u64)> {
    let register =
        Register::open(&Opslag::Map(data.to_owned()), std::sync::Arc::new(leerloop::SystemKlok)).unwrap();
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }), "the chain is broken");
    register.counts().unwrap()
}

struct Dice(u64);

impl Dice {
    /// A moment within so many microseconds.
    fn moment(&mut self, within: u128) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Duration::from_micros((self.0 >> 33) % u64::try_from(within).unwrap().max(1))
    }
}

fn kill_after(mut command: Command, wait: Duration) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn nothing_is_lost_or_doubled() {
    let kills = std::env::var("LEERLOOP_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let base = tempfile::tempdir().unwrap();
    let input = base.path().join("in");
    std::fs::create_dir(&input).unwrap();
    let messages = write_messages(&input);
    let arguments = |data: &Path| {
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        ["import".to_owned(), "--batch".into(), BATCH.into(), "--data".into(), text(data), text(&input)]
    };
    let import = |data: &Path| leerloop(&arguments(data).each_ref().map(String::as_str));
    let whole = base.path().join("whole");
    let begun = Instant::now();
    assert!(import(&whole).output().unwrap().status.success());
    let length = begun.elapsed().as_micros();
    let expected = counts(&whole);
    assert_eq!(stored(&whole), Some((messages, messages)));

    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut after_commit, mut halfway, mut rounds) = (0, 0, 0);
    let mut data = base.path().join("0");
    let mut before = 0;
    for _ in 0..kills {
        kill_after(import(&data), dice.moment(length * 6 / 5));
        if !data.join("leerloop.db").exists() {
            continue;
        }
        let Some((now, lines)) = stored(&data) else { continue };
        assert_eq!(now, lines, "a message without its line, or a line without its message");
        assert!(now >= before, "what was committed is gone: {before} and now {now}");
        assert!(now <= messages, "something is there twice");
        after_commit += u32::from(now > 0);
        halfway += u32::from(0 < now && now < messages);
        before = now;
        if now == messages {
            // Whole after a kill: nothing may differ from the run that was left in peace. On to an empty place.
            assert_eq!(counts(&data), expected);
            rounds += 1;
            before = 0;
            std::fs::remove_dir_all(&data).unwrap();
            data = base.path().join(rounds.to_string());
        } else if halfway % 10 == 0 {
            counts(&data);
        }
    }
    let last = run(&arguments(&data).each_ref().map(String::as_str));
    assert!(last.status.success(), "{}", printed(&last));
    assert_eq!(counts(&data), expected);
    println!(
        "{kills} kills, {after_commit} after a commit ({halfway} halfway, {rounds} imports whole): 0 lost, 0 doubled, chain whole"
    );
    assert!(halfway > 0 && rounds > 0, "no kill came halfway: this test showed nothing");
}

/// The control: the same check finds a writer that stores a message and its line in two transactions.
#[test]
fn the_check_finds_a_writer_without_one_transaction() {
    if let Some(place) = std::env::var_os(CHILD) {
        write_without_transaction(Path::new(&place));
        return;
    }
    let base = tempfile::tempdir().unwrap();
    drop(counts(base.path()));
    let mut dice = Dice(17);
    let mut caught = 0;
    for _ in 0..CONTROL {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args(["--exact", "kill::the_check_finds_a_writer_without_one_transaction"])
            .env(CHILD, base.path());
        kill_after(child, Duration::from_millis(150) + dice.moment(200_000));
        let (messages, lines) = stored(base.path()).unwrap();
        caught += u32::from(messages != lines);
        Connection::open(base.path().join("leerloop.db"))
            .unwrap()
            .execute_batch("DELETE FROM bericht; DELETE FROM journaal")
            .unwrap();
    }
    println!("control: {caught} of {CONTROL} kills of a writer without one transaction are found");
    assert!(caught > 0, "the check finds nothing");
}

fn write_without_transaction(place: &Path) {
    let db = Connection::open(place.join("leerloop.db")).unwrap();
    for n in 0_i64.. {
        let id = n.to_be_bytes().repeat(2);
        db.execute(
            "INSERT INTO bericht (id, vingerafdruk, soort, gemeente, aanbieder, identificatie, dagtekening, ontvangen, bestand, \
             lengte, clienten, opmerking) VALUES (?1, ?1, 305, 758, 1, 'x', 1, 1, 'x', 1, 1, 0)",
            [&id],
        )
        .unwrap();
        db.execute(
            "INSERT INTO journaal (dag, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten) \
             VALUES (1, ?1, 1, '', '', '', 'innemen', '', '', 0, x'00')",
            [n],
        )
        .unwrap();
    }
}
