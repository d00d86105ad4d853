//! JH-REF-0 against the formulas of queueing theory, worked out here.

use std::num::NonZeroUsize;

use super::known::replications;
use crate::{Estimate, Network, Outcome, reference, replicate};

/// The chance to wait in M/M/c with `load` servers busy on average (A. K. Erlang, 1917).
fn erlang_c(servers: u32, load: f64) -> f64 {
    let blocked = (1..=servers).fold(1.0, |b, n| load * b / (f64::from(n) + load * b));
    let c = f64::from(servers);
    c * blocked / (c - load * (1.0 - blocked))
}

/// M/M/c with exponential patience (C. Palm, 1957): the wait of who is served, and the part that gives up.
fn erlang_a(servers: u32, arrivals: f64, service: f64, patience: f64) -> (f64, f64) {
    let (rate, gives_up) = (f64::from(servers) / service, 1.0 / patience);
    let (mut weight, mut all, mut served, mut waited, mut stage_sum) = (1.0, 0.0, 0.0, 0.0, 0.0);
    for present in 0..2_000_u32 {
        // Weight of finding so many. Who finds `servers` or more takes a place in the queue and is served with chance
        // rate / (rate + place * gives_up), after a wait of one exponential stage per place.
        all += weight;
        if present < servers {
            served += weight;
            weight *= arrivals * service / f64::from(present + 1);
            if present + 1 == servers {
                stage_sum = 0.0;
            }
        } else {
            let place = f64::from(present - servers + 1);
            stage_sum += 1.0 / (rate + place * gives_up);
            let chance = rate / (rate + place * gives_up);
            served += weight * chance;
            waited += weight * chance * stage_sum;
            weight *= arrivals / (rate + place * gives_up);
        }
    }
    (waited / served, 1.0 - served / all)
}

#[test]
fn the_formulas_give_the_known_values() {
    assert!((erlang_c(20, 18.0) / (20.0 / 20.0 - 0.9) - 5.5077).abs() < 1e-4);
    let (wait, gives_up) = erlang_a(20, 1.1, 20.0, 30.0);
    assert!((wait - 3.8184).abs() < 1e-4 && (gives_up - 0.1280).abs() < 1e-4, "{wait} {gives_up}");
}

#[test]
fn jh_ref_0_is_what_the_formulas_say() {
    let network = Network::new(&reference::jh_ref_0()).unwrap();
    let outcomes = replicate(&network, 20_261_122, replications(24), NonZeroUsize::new(2).unwrap());
    let over = |measure: &dyn Fn(&Outcome) -> f64| {
        Estimate::of(&outcomes.iter().map(measure).collect::<Vec<_>>()).unwrap()
    };
    let wait = |at: usize| over(&|outcome| outcome.station(at).mean_wait().unwrap());
    let mean_wait = erlang_c(20, 18.0) / 0.1;
    let (served, gives_up) = erlang_a(20, 1.1, 20.0, 30.0);
    let utilisation = |at: usize| over(&|outcome| outcome.utilisation(at).unwrap());
    #[allow(clippy::cast_precision_loss)]
    let share = over(&|outcome| outcome.station(1).reneged as f64 / outcome.station(1).joined as f64);
    for (what, estimate, exact) in [
        ("wait, Erlang C", wait(0), mean_wait),
        ("wait of who is served, Erlang A", wait(1), served),
        ("wait of all, two priorities", wait(2), mean_wait),
        // A. Cobham (1954): the higher priority waits as if only it and the chance to find all busy were there.
        (
            "wait of the first priority",
            over(&|o| o.cell(6, 2).mean_wait().unwrap()),
            mean_wait * 0.1 / (1.0 - 0.3),
        ),
        ("part that gives up, Erlang A", share, gives_up),
        ("utilisation 0", utilisation(0), 0.9),
        ("utilisation 1", utilisation(1), 1.1 * (1.0 - gives_up)),
        ("utilisation 2", utilisation(2), 0.9),
        ("utilisation 3", utilisation(3), 0.25),
        ("utilisation 4", utilisation(4), 0.5),
    ] {
        let z = estimate.z(exact).unwrap();
        println!("{what}: {:.5}, exact {exact:.5}, z {z:.2}", estimate.mean);
        assert!(z.abs() < 4.0, "{what}: {} against {exact}, z {z}", estimate.mean);
    }
    assert!(
        outcomes.iter().all(|outcome| outcome.station(3).counted_wait == 0),
        "400 servers for 100 children"
    );
}
