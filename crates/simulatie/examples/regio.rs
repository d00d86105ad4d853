//! How a scenario goes, in bare middles, and how fast that is worked out:
//! `cargo run --release -p simulatie --example regio -- 100 2 crates/simulatie/scenarios/alle-bouwstenen.toml`
//! (replications, threads, file; without a file ten years of going on as now).

use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use simulatie::scenario::{Band, Onzekerheid, Scenario, probeer};

fn main() {
    let number =
        |nr, standard| std::env::args().nth(nr).and_then(|text| text.parse().ok()).unwrap_or(standard);
    let mut scenario = Scenario { jaren: 10, onzekerheid: Onzekerheid::Toeval, ..Scenario::default() };
    if let Some(file) = std::env::args().nth(3) {
        match std::fs::read_to_string(&file).map(|text| Scenario::read(&text)) {
            Ok(Ok(read)) => scenario = read,
            Ok(Err(wrong)) => return wrong.iter().for_each(|one| eprintln!("{one}")),
            Err(error) => return eprintln!("{file}: {error}"),
        }
    }
    scenario.herhalingen = number(1, 20);
    let threads = usize::try_from(number(2, 1)).ok().and_then(NonZeroUsize::new).unwrap_or(NonZeroUsize::MIN);
    let start = Instant::now();
    let outcome = match probeer(&scenario, threads, &AtomicBool::new(false), &|| {}) {
        Ok(outcome) => outcome,
        Err(error) => return eprintln!("{error}"),
    };
    let seconds = start.elapsed().as_secs_f64();
    let middles = |bands: &[Option<Band>]| -> String {
        bands.iter().map(|band| band.map_or(String::new(), |band| format!("{:9.1}", band.midden))).collect()
    };
    for one in &outcome.maten {
        println!("{:<28}{}", one.maat.naam(), middles(&one.zoals_nu));
        println!("{:<28}{}", "", middles(&one.keuze));
    }
    println!(
        "{} replications of both, {} model events, {} months clipped, {seconds:.2} s on {threads} threads",
        outcome.herhalingen, outcome.gebeurtenissen, outcome.geknipt
    );
}
