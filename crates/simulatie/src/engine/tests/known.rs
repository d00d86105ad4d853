//! JH-REF-1 against what 400 replications of another engine came to.

use std::num::NonZeroUsize;

use crate::{Network, Outcome, reference, replicate};

/// How many replications: those of the caller, unless `SIMULATIE_REPLICATIONS` says another number (400 takes minutes and is sharper).
pub(super) fn replications(otherwise: u64) -> u64 {
    std::env::var("SIMULATIE_REPLICATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
#[allow(clippy::cast_precision_loss)]
fn jh_ref_1_is_what_it_is_known_to_be() {
    let network = Network::new(&reference::jh_ref_1()).unwrap();
    let count = replications(8);
    let outcomes = replicate(&network, 20_261_122, count, NonZeroUsize::new(2).unwrap());
    let known = reference::JH_REF_1;
    let mean =
        |measure: &dyn Fn(&Outcome) -> f64| outcomes.iter().map(measure).sum::<f64>() / outcomes.len() as f64;
    let mut compared = vec![
        ("completions", mean(&|o| o.total().completed as f64), known.completions),
        ("reneges", mean(&|o| o.total().reneged as f64), known.reneges),
    ];
    for at in 0..5 {
        compared.push(("wait", mean(&|o| o.station(at).mean_wait().unwrap()), known.wait[at]));
        let crisis = mean(&|o| o.cell(reference::CRISIS, at).mean_wait().unwrap());
        compared.push(("wait of crisis", crisis, known.crisis_wait[at]));
        compared.push(("utilisation", mean(&|o| o.utilisation(at).unwrap()), known.utilisation[at]));
    }
    let mut squares = 0.0;
    for (what, mean, (value, deviation)) in &compared {
        let z = (mean - value) / (deviation * (1.0 / count as f64 + 1.0 / 400.0).sqrt());
        println!("{what}: {mean:.5}, known {value}, z {z:.2}");
        assert!(z.abs() < 4.0, "{what}: {mean} against {value}, z {z}");
        squares += z * z;
    }
    let together = (squares / compared.len() as f64).sqrt();
    assert!(compared.len() == 17 && together < 1.8, "root mean square of z: {together}");
    assert!(outcomes.iter().all(|outcome| outcome.total().cut_off == 0));
    let events = outcomes.iter().map(Outcome::model_events).sum::<u64>() / count;
    assert!((1_830_000..1_850_000).contains(&events), "{events}");
}
