//! Measures how fast messages are read and written, next to what others need for the same bytes:
//! `cargo run --release -p ijw --example snelheid -- [--schemas FOLDER] [FILE...]`
//!
//! Without files it measures a JW323 of 20,000 claims. Next to it stands what `quick-xml` needs to cut the same text
//! into tokens without doing anything with them, and, when the folder with the published schemas is given, what
//! `xmllint` needs to check it. All of them take turns and the best turn of each counts, so that their ratios hold
//! on a machine that is busy with something else, where the speeds themselves do not.

mod declaratie;
mod xmllint;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use quick_xml::events::Event;

/// How often everything has its turn.
const RONDEN: usize = 7;

/// How long a turn takes, at least.
const BEURT: Duration = Duration::from_millis(300);

/// How many claims the message holds that is measured when no file is named.
const PRESTATIES: usize = 20_000;

type Fout = Box<dyn std::error::Error>;

fn main() -> Result<(), Fout> {
    let mut schemas = None;
    let mut bestanden = Vec::new();
    let mut args = std::env::args_os().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--schemas" { schemas = args.next().map(PathBuf::from) } else { bestanden.push(arg) }
    }
    if bestanden.is_empty() {
        meet("JW323 made here", declaratie::declaratie(PRESTATIES)?.as_bytes(), schemas.as_deref())?;
    }
    for bestand in bestanden {
        meet(&bestand.to_string_lossy(), &std::fs::read(&bestand)?, schemas.as_deref())?;
    }
    Ok(())
}

/// Measures one message and prints what came out.
fn meet(naam: &str, bytes: &[u8], schemas: Option<&std::path::Path>) -> Result<(), Fout> {
    let bericht = ijw::lees(bytes).map_err(|afkeuring| format!("{naam}: {afkeuring}"))?;
    let tekst = str::from_utf8(bytes)?;
    let mut xmllint = match schemas {
        Some(map) => Some(xmllint::Keuring::new(map, bericht.berichttype().naam(), bytes)?),
        None => None,
    };
    let mut uit = String::with_capacity(bytes.len());
    let (mut lezen, mut knippen, mut schrijven, mut keuren) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    for _ in 0..RONDEN {
        lezen = lezen.max(beurt(bytes.len(), || drop(black_box(ijw::lees(black_box(bytes))))));
        knippen = knippen.max(beurt(bytes.len(), || _ = black_box(knip(black_box(tekst)))));
        schrijven = schrijven.max(beurt(bytes.len(), || {
            uit.clear();
            ijw::schrijf_naar(black_box(&bericht), &mut uit);
        }));
        if let Some(keuring) = &mut xmllint {
            keuren = keuren.max(keuring.snelheid()?);
        }
    }
    println!("{naam}: {} bytes", bytes.len());
    println!("  read     {lezen:6.0} MB/s");
    println!("  written  {schrijven:6.0} MB/s");
    println!("  cut      {knippen:6.0} MB/s by quick-xml; reading at {:.2} of that", lezen / knippen);
    if keuren > 0.0 {
        println!("  checked  {keuren:6.0} MB/s by xmllint; reading at {:.1} times that", lezen / keuren);
    }
    Ok(())
}

/// Cuts the text into tokens and counts them.
fn knip(tekst: &str) -> usize {
    let mut lezer = quick_xml::Reader::from_str(tekst);
    lezer.config_mut().expand_empty_elements = true;
    lezer.config_mut().check_comments = true;
    let mut aantal = 0;
    while let Ok(token) = lezer.read_event() {
        if matches!(black_box(token), Event::Eof) {
            break;
        }
        aantal += 1;
    }
    aantal
}

/// The speed of a deed in millions of bytes per second.
#[expect(clippy::cast_precision_loss, reason = "a speed needs no more digits")]
fn beurt(bytes: usize, mut daad: impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut keren = 0_u32;
    while begin.elapsed() < BEURT {
        // A clock is not looked at after every small message.
        for _ in 0..=(100_000 / bytes) {
            daad();
            keren += 1;
        }
    }
    f64::from(keren) * bytes as f64 / begin.elapsed().as_secs_f64() / 1e6
}
