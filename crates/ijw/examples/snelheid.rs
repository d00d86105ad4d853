//! Measures how fast messages are read: `cargo run --release -p ijw --example snelheid -- FILE...`

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Every file is read again and again for about this long.
const DUUR: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for bestand in std::env::args().skip(1) {
        let bytes = std::fs::read(&bestand)?;
        match ijw::lees(&bytes) {
            Ok(bericht) => {
                let lezen = meet(bytes.len(), || {
                    let _ = black_box(ijw::lees(black_box(&bytes)));
                });
                let mut uit = String::with_capacity(bytes.len());
                let schrijven = meet(bytes.len(), || {
                    uit.clear();
                    ijw::schrijf_naar(black_box(&bericht), &mut uit);
                });
                println!(
                    "{bestand}: {} bytes, read {lezen:.0} MB/s, written {schrijven:.0} MB/s",
                    bytes.len()
                );
            }
            Err(afkeuring) => println!("{bestand}: {afkeuring}"),
        }
    }
    Ok(())
}

/// The speed of a deed in millions of bytes per second.
#[expect(clippy::cast_precision_loss, reason = "a speed needs no more digits")]
fn meet(bytes: usize, mut daad: impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut keren = 0_u64;
    while begin.elapsed() < DUUR {
        for _ in 0..16 {
            daad();
        }
        keren += 16;
    }
    keren as f64 * bytes as f64 / begin.elapsed().as_secs_f64() / 1e6
}
