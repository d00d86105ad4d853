//! How the region goes on as now, and how fast that is worked out: `cargo run --release -p simulatie --example regio -- 20 10`.

use std::time::Instant;

use simulatie::systeem::{Aannames, Keuze, Looptijd, Maat, speel};

fn main() {
    let number =
        |nr, standard| std::env::args().nth(nr).and_then(|text| text.parse().ok()).unwrap_or(standard);
    let (replications, jaren) = (number(1, 20_usize), number(2, 10_usize));
    let (aannames, keuze) = (Aannames::default(), Keuze::default());
    let start = Instant::now();
    let mut sums = vec![vec![0.0; jaren]; Maat::all().len()];
    let mut events = 0;
    for replication in (0_u64..).take(replications) {
        match speel(&aannames, &keuze, Looptijd { jaren }, 1, replication) {
            Ok(verloop) => {
                events += verloop.gebeurtenissen;
                for (sum, values) in sums.iter_mut().zip(&verloop.maten) {
                    for (sum, value) in sum.iter_mut().zip(values) {
                        *sum += value;
                    }
                }
            }
            Err(error) => return eprintln!("{error}"),
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    for (maat, sums) in Maat::all().iter().zip(sums) {
        let line: Vec<String> = sums
            .iter()
            .map(|sum| format!("{:9.2}", sum / f64::from(u32::try_from(replications).unwrap_or(1))))
            .collect();
        println!("{:<28}{}", maat.naam(), line.join(""));
    }
    println!(
        "{events} events, {:.1} ms a replication",
        1e3 * seconds / f64::from(u32::try_from(replications).unwrap_or(1))
    );
}
