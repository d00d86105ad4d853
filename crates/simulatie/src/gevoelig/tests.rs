use std::f64::consts::PI;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::*;
use crate::scenario::Scenario;
use crate::stream::{Purpose, Stream};
use crate::systeem::{Bouwsteen, Hefboom, Keuze, Maat, Sleutel};

static GO_ON: AtomicBool = AtomicBool::new(false);

fn werk(threads: usize) -> Werk<'static> {
    Werk { threads: NonZeroUsize::new(threads).unwrap(), stop: &GO_ON, done: &|| {} }
}

/// Ishigami with a = 7 and b = 0.1; Sobol and Levitan give its indices exactly.
fn ishigami(point: &[f64]) -> f64 {
    let [x, y, z] = [0, 1, 2].map(|nr| (2.0 * point[nr] - 1.0) * PI);
    libm::sin(x) + 7.0 * libm::sin(y) * libm::sin(y) + 0.1 * z * z * z * z * libm::sin(x)
}

fn near(found: f64, known: f64, within: f64) {
    assert!((found - known).abs() < within, "{found} beside {known}");
}

#[test]
fn ishigami_has_the_indices_that_are_known() {
    let function = |point: &[f64], _: u64| Ok(vec![ishigami(point)]);
    // The mean of five seeds: of one the total of the first has a standard error of 0.017.
    let seeds: Vec<Vec<Index>> =
        (1..=5).map(|seed| sobol(&function, 0, 3, 8_192, seed, werk(1)).unwrap().unwrap()).collect();
    for (nr, (first, total)) in [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)].into_iter().enumerate() {
        near(seeds.iter().map(|found| found[nr].eerste).sum::<f64>() / 5.0, first, 0.02);
        near(seeds.iter().map(|found| found[nr].totaal).sum::<f64>() / 5.0, total, 0.02);
        for one in seeds.iter().map(|found| found[nr]) {
            assert!(one.eerste_band.0 <= one.eerste && one.eerste <= one.eerste_band.1);
            assert!(one.totaal_band.0 <= one.totaal && one.totaal <= one.totaal_band.1);
        }
    }
}

#[test]
fn the_g_function_has_the_indices_that_are_known() {
    let weights = [0.0, 1.0, 4.5, 9.0];
    let function = |point: &[f64], _: u64| {
        Ok(vec![point.iter().zip(weights).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()])
    };
    let parts = weights.map(|a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let variance = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
    let found = sobol(&function, 0, 4, 8_192, 2, werk(1)).unwrap().unwrap();
    for (nr, one) in found.iter().enumerate() {
        let others: f64 = (0..4).filter(|other| *other != nr).map(|other| 1.0 + parts[other]).product();
        near(one.eerste, parts[nr] / variance, 0.02);
        near(one.totaal, parts[nr] * others / variance, 0.02);
    }
    let flat = |_: &[f64], _: u64| Ok(vec![3.0]);
    assert_eq!(sobol(&flat, 0, 2, 16, 1, werk(1)).unwrap(), None, "nothing varies");
}

/// A sum has the same effects everywhere; a product has not; chance is measured and nothing below it is called an effect.
#[test]
fn effects_that_are_known_and_a_number_that_does_nothing() {
    let clean = |x: &[f64], _: u64| Ok(vec![5.0 * x[0] - 2.0 * x[1] + 4.0 * x[2] * x[3], x[4]]);
    let found = morris(&clean, 6, 200, 1, werk(1)).unwrap();
    let of = |nr: usize, factor| *found[nr].effecten.iter().find(|one| one.factor == factor).unwrap();
    near(of(0, 0).mu_star, 5.0, 1e-9);
    near(of(0, 0).sigma, 0.0, 1e-9);
    near(of(0, 1).mu, -2.0, 1e-9);
    // The other one lies evenly over 0, 1/3, 2/3, 1: mean 2, deviation 4 times sqrt(5/36).
    near(of(0, 2).mu_star, 2.0, 0.25);
    near(of(0, 2).sigma, 1.49, 0.15);
    assert!(of(0, 2).se > 0.05 && of(0, 5).mu_star < 1e-12 && found[0].ruis < 1e-9);
    assert_eq!(found[1].effects().map(|one| one.factor).collect::<Vec<_>>(), [4]);
    assert_eq!(found[0].effecten[0].factor, 0);

    // Chance that hangs on where one is: as when one child more shifts all that follow.
    let noisy = |x: &[f64], replication: u64| {
        let place = x.iter().fold(17, |sum: u64, one| sum.wrapping_mul(31).wrapping_add(one.to_bits()));
        let chance = Stream::new(replication, Purpose::new("test"), place).normal();
        Ok(vec![3.0 * x[0] + 0.3 * chance])
    };
    let found = morris(&noisy, 60, 12, 1, werk(1)).unwrap();
    // Deviation of an effect: 0.3 times sqrt 2 over two thirds is 0.636; times 0.798 + 3.3 x 0.603 / sqrt 12 is 0.87.
    near(found[0].ruis, 0.87, 0.15);
    let above: Vec<usize> = found[0].effects().map(|one| one.factor).collect();
    assert!(above[0] == 0 && above.len() <= 4, "59 that do nothing: {above:?}");
}

/// Morris's function of 1991: ten factors matter, ten do not.
#[test]
fn morris_own_function_parts_ten_from_ten() {
    let function = |x: &[f64], _: u64| {
        let w: Vec<f64> = (0..20)
            .map(|nr| match nr {
                2 | 4 | 6 => 2.0 * (1.1 * x[nr] / (x[nr] + 0.1) - 0.5),
                _ => 2.0 * (x[nr] - 0.5),
            })
            .collect();
        let sign = |nr: usize| if nr.is_multiple_of(2) { 1.0 } else { -1.0 };
        let mut sum = 0.0;
        for i in 0..20 {
            sum += if i < 10 { 20.0 } else { sign(i) } * w[i];
            for j in i + 1..20 {
                sum += if j < 6 { -15.0 } else { sign(i + j) } * w[i] * w[j];
                for k in j + 1..5 {
                    sum -= 10.0 * w[i] * w[j] * w[k];
                    for l in k + 1..4 {
                        sum += 5.0 * w[i] * w[j] * w[k] * w[l];
                    }
                }
            }
        }
        Ok(vec![sum])
    };
    let found = morris(&function, 20, 40, 3, werk(1)).unwrap();
    let mut first: Vec<usize> = found[0].effecten.iter().take(10).map(|one| one.factor).collect();
    first.sort_unstable();
    assert_eq!(first, (0..10).collect::<Vec<_>>());
    // Those of the ten that come in no large product have the same effect everywhere.
    let of = |factor| found[0].effecten.iter().find(|one| one.factor == factor).unwrap();
    assert!(of(8).sigma < of(0).sigma / 3.0 && of(9).sigma < of(1).sigma / 3.0);
}

#[test]
fn what_is_stopped_has_whole_stars_only() {
    let stop = AtomicBool::new(false);
    let count = AtomicUsize::new(0);
    let done = || stop.store(count.fetch_add(1, Ordering::Relaxed) + 1 >= 25, Ordering::Relaxed);
    let werk = Werk { threads: NonZeroUsize::MIN, stop: &stop, done: &done };
    let function = |x: &[f64], _: u64| Ok(vec![x[0]]);
    assert_eq!((runs_morris(3, 5), runs_sobol(3, 5)), (40, 25));
    assert_eq!(morris(&function, 3, 5, 1, werk).unwrap()[0].sterren, 3);
    stop.store(false, Ordering::Relaxed);
    count.store(0, Ordering::Relaxed);
    assert_eq!(sobol(&function, 0, 3, 50, 1, werk).unwrap(), None);
}

/// A small region, on which a year takes little.
fn small() -> Scenario {
    let mut scenario = Scenario { jaren: 3, ..Scenario::default() };
    for (sleutel, value) in [
        (Sleutel::JeugdGunstig, 4_028.0),
        (Sleutel::JeugdMidden, 3_590.0),
        (Sleutel::JeugdKrap, 6_010.0),
        (Sleutel::InZorg, 1_934.0),
    ] {
        scenario.aannames.put(sleutel, value);
        scenario.vast.push(sleutel);
    }
    scenario.keuze =
        Keuze::default().with(Bouwsteen::Toegang, Hefboom { niveau: 1.0, vanaf: 0.0, opbouw: 0.0 });
    scenario
}

/// The price of a building block is all that its spending hangs on beside the budget; one that is not chosen costs nothing.
#[test]
fn in_the_model_one_dominates_and_one_does_nothing_on_any_number_of_threads() {
    let scenario = small();
    let sleutels = [Sleutel::KostToegang, Sleutel::KostInzicht, Sleutel::PrijsWijkteam];
    assert!(factoren(&scenario).iter().all(|one| one.sleutel != Sleutel::InZorg && one.laag < one.hoog));
    assert!(factoren(&scenario).len() > 150);
    let maten = [maat("uitgaven.lokaal").unwrap(), Maat::Wachttijd];
    let function = regio(&scenario, &sleutels, &maten);
    let one = morris(&*function, 3, 2, 1, werk(1)).unwrap();
    let two = morris(&*function, 3, 2, 1, werk(2)).unwrap();
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
    assert_eq!(one[0].effecten[0].factor, 0, "{one:?}");
    assert!(one[0].effecten[0].mu > 0.0);
    for found in &one {
        let nothing = found.effecten.iter().find(|one| one.factor == 1).unwrap();
        assert!(nothing.mu_star < 1e-12, "common chance leaves nothing of a number that does nothing");
        assert!(found.effects().all(|one| one.factor != 1));
    }
    assert_eq!(maat("iets"), None);
}
