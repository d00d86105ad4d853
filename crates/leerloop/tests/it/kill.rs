//! kill -9 at random moments of an import: nothing lost, nothing doubled, the chain whole.

use std::path::Path;
use std::time::{Duration, Instant};

use leerloop::demo::{Bedoeling, Generator, Omvang};
use register::{Keten, Opslag, Register};

use crate::program::{leerloop, printed, run};

/// Kills in every run of the tests; `LEERLOOP_KILLS` asks for more.
const KILLS: u32 = 40;

fn write_messages(folder: &Path) -> u64 {
    let omvang = Omvang { schaal: 0.05, zaad: 3, maanden: 12, tot: jiff::civil::date(2026, 11, 1) };
    let mut count = 0;
    // What cannot be read goes to quarantine, which is another test.
    for message in Generator::new(&omvang).filter(|message| message.bedoeld != Bedoeling::Onleesbaar) {
        std::fs::write(folder.join(message.bestandsnaam), message.xml).unwrap();
        count += 1;
    }
    count
}

fn counts(data: &Path) -> Vec<(&'static str, u64)> {
    let register =
        Register::open(&Opslag::Map(data.to_owned()), std::sync::Arc::new(leerloop::SystemKlok)).unwrap();
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }), "the chain is broken");
    register.counts().unwrap()
}

#[test]
fn nothing_is_lost_or_doubled() {
    let kills = std::env::var("LEERLOOP_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let base = tempfile::tempdir().unwrap();
    let input = base.path().join("in");
    std::fs::create_dir(&input).unwrap();
    let messages = write_messages(&input);
    let import = |data: &Path| {
        let data = data.to_str().unwrap().to_owned();
        let input = input.to_str().unwrap().to_owned();
        move || leerloop(&["import", "--data", &data, &input])
    };
    let whole = base.path().join("whole");
    let begun = Instant::now();
    assert!(import(&whole)().output().unwrap().status.success());
    let length = begun.elapsed();
    let expected = counts(&whole);

    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let (mut halfway, mut after_all) = (0, 0);
    let mut round = 0;
    let mut data = base.path().join("0");
    for _ in 0..kills {
        let mut child = import(&data)()
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_millis(
            (random >> 33) % u64::try_from(length.as_millis()).unwrap().max(1),
        ));
        child.kill().unwrap();
        child.wait().unwrap();
        if !data.join("leerloop.db").exists() {
            continue;
        }
        let stored = counts(&data)[0].1;
        halfway += u32::from(0 < stored && stored < messages);
        if stored == messages {
            // Whole after a kill: nothing may differ from the run that was left in peace. On to an empty place.
            assert_eq!(counts(&data), expected);
            after_all += 1;
            round += 1;
            data = base.path().join(round.to_string());
        }
    }
    let last = run(&["import", "--data", data.to_str().unwrap(), input.to_str().unwrap()]);
    assert!(last.status.success(), "{}", printed(&last));
    assert_eq!(counts(&data), expected);
    eprintln!(
        "{kills} kills, of which {halfway} with part stored and {after_all} with all stored: 0 lost, 0 doubled, chain whole"
    );
    assert!(halfway > 0, "no kill came halfway: this test showed nothing");
}
