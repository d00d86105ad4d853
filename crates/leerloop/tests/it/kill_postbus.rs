//! kill -9 while the folders of a connector are looked after: every message stored once, answered once, put down once.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant, SystemTime};

use ijw::Richting;
use leerloop::demo::{Bedoeling, Generator, Omvang};
use register::{Keten, Opslag, Register};

use crate::program::leerloop;

const MESSAGES: usize = 120;
const KILLS: u32 = 12;

/// What providers of a small region send, put in the inbox as if it came long ago.
fn fill(inbox: &Path) {
    let omvang = Omvang { schaal: 0.02, zaad: 5, maanden: 6, tot: jiff::civil::date(2026, 11, 1) };
    let from_provider = |xml: &[u8]| {
        let bericht = ijw::lees(xml).unwrap();
        let kind = bericht.berichttype();
        kind.richting() == Richting::NaarGemeente && kind.answered_by().is_some()
    };
    let messages = Generator::new(&omvang).filter(|message| message.bedoeld != Bedoeling::Onleesbaar);
    for message in messages.filter(|message| from_provider(&message.xml)).take(MESSAGES) {
        let path = inbox.join(message.bestandsnaam);
        std::fs::write(&path, message.xml).unwrap();
        let file = File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    }
}

fn files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.filter(|entry| !entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.')).count()
}

#[test]
fn every_message_is_stored_answered_and_put_down_once() {
    let base = tempfile::tempdir().unwrap();
    let [inbox, outbox, data] = ["in", "uit", "data"].map(|name| base.path().join(name));
    std::fs::create_dir(&inbox).unwrap();
    std::fs::create_dir(&outbox).unwrap();
    fill(&inbox);
    assert_eq!(files(&inbox), MESSAGES);
    let serve = || -> Child {
        let [inbox, outbox, data] = [&inbox, &outbox, &data].map(|path| path.to_str().unwrap());
        leerloop(&["serve", "--data", data, "--port", "0", "--inbox", inbox, "--outbox", outbox])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut halfway = 0;
    for _ in 0..KILLS {
        let before = (files(&inbox), files(&outbox));
        let mut child = serve();
        // Until something has come of it, and then a moment more or less.
        let begun = Instant::now();
        while before == (files(&inbox), files(&outbox)) && begun.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(2));
        }
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_millis((random >> 33) % 40));
        child.kill().unwrap();
        child.wait().unwrap();
        halfway +=
            u32::from((1..MESSAGES).contains(&files(&inbox)) || (1..MESSAGES).contains(&files(&outbox)));
    }
    let mut child = serve();
    let begun = Instant::now();
    while files(&outbox) < MESSAGES && begun.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(50));
    }
    // One more round, in which nothing may be put down again.
    std::thread::sleep(Duration::from_millis(1_500));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!((files(&inbox), files(&outbox)), (0, MESSAGES));
    let register = Register::open(&Opslag::Map(data), std::sync::Arc::new(leerloop::SystemKlok)).unwrap();
    assert_eq!(register.waiting(1).unwrap(), []);
    assert_eq!(register.counts().unwrap()[0], ("berichten", 2 * MESSAGES as u64), "each with one answer");
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }), "the chain is broken");
    eprintln!(
        "{KILLS} kills, of which {halfway} halfway: {MESSAGES} messages stored, answered and put down once"
    );
    assert!(halfway > 0, "no kill came halfway: this test showed nothing");
}
