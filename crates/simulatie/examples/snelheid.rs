//! How fast the engine is: `cargo run --release -p simulatie --example snelheid -- [REPLICATIONS] [JH-REF-1|JH-REF-0]`.
//!
//! Prints model events and processor seconds (of `/proc/self/schedstat`; a busy machine moves them less than the clock), and what the
//! replications came to. For instructions per event: `valgrind --tool=callgrind` on the built example, with 1 and with 2
//! replications; the difference is one replication without start-up.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measurement stops where it fails"
)]

use std::num::NonZeroUsize;

use simulatie::{Network, Summary, reference, replicate};

/// Seconds this process was on a processor.
fn processor_seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let replications = arguments.next().map_or(20, |text| text.parse().unwrap());
    let name = arguments.next().unwrap_or_else(|| "JH-REF-1".to_owned());
    let network = Network::new(&reference::by_name(&name).unwrap()).unwrap();
    let before = processor_seconds();
    let outcomes = replicate(&network, 1, replications, NonZeroUsize::MIN);
    let seconds = processor_seconds() - before;
    let summary = Summary::new(&outcomes, reference::CRISIS);
    let events = summary.model_events as f64;
    println!(
        "{name}: {replications} replications, {events} model events in {seconds:.3} processor seconds: {:.2} million per second",
        events / seconds / 1e6
    );
    if name != "JH-REF-1" {
        return;
    }
    let known = reference::JH_REF_1;
    for (at, station) in summary.stations.iter().enumerate() {
        for (what, estimate, (value, deviation)) in [
            ("wait", station.wait, known.wait[at]),
            ("wait of crisis", station.group_wait, known.crisis_wait[at]),
            ("utilisation", station.utilisation, known.utilisation[at]),
        ] {
            let estimate = estimate.unwrap();
            // The known values have an error too: that of 400 replications.
            let error = deviation * (1.0 / replications as f64 + 1.0 / 400.0).sqrt();
            println!(
                "station {at} {what}: {:.5} (known {value}, z {:.2})",
                estimate.mean,
                (estimate.mean - value) / error
            );
        }
    }
    for (what, estimate, (value, deviation)) in
        [("completions", summary.completions, known.completions), ("reneges", summary.reneges, known.reneges)]
    {
        let mean = estimate.unwrap().mean;
        let error = deviation * (1.0 / replications as f64 + 1.0 / 400.0).sqrt();
        println!("{what}: {mean:.0} (known {value}, z {:.2})", (mean - value) / error);
    }
}
