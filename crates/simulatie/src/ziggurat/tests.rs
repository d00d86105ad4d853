use super::*;
use crate::dice::{Dice, Roll, Visit};

const N: u32 = 200_000;

fn drawn(draw: impl Fn(&Ziggurat, Rolls) -> f64) -> Vec<f64> {
    let (ziggurat, dice) = (Ziggurat::new(), Dice::new(12, 1));
    let mut values: Vec<f64> =
        (0..N).map(|n| draw(&ziggurat, dice.roll(Visit::first(3, n), Roll::Service))).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The largest distance between what was drawn and what should be, times the root of their number (Kolmogorov and Smirnov): above
/// 1.95 once in a thousand times.
fn distance(values: &[f64], below: impl Fn(f64) -> f64) -> f64 {
    let n = f64::from(N);
    let far = values.iter().zip(0_u32..).map(|(value, rank)| {
        let at = below(*value);
        (at - f64::from(rank) / n).abs().max((f64::from(rank + 1) / n - at).abs())
    });
    far.fold(0.0, f64::max) * n.sqrt()
}

#[test]
fn exponential_numbers_are_exponential() {
    let values = drawn(Ziggurat::exponential);
    let far = distance(&values, |x| 1.0 - libm::exp(-x));
    assert!(far < 1.95, "{far}");
    let mean = values.iter().sum::<f64>() / f64::from(N);
    assert!((mean - 1.0).abs() < 0.01, "{mean}");
    // The tail begins at 7.70: 90.8 of them.
    let tail = values.iter().filter(|x| **x > EXPONENTIAL.0).count();
    assert!((50..140).contains(&tail) && values[0] >= 0.0, "{tail}");
}

#[test]
fn normal_numbers_are_normal() {
    let values = drawn(Ziggurat::normal);
    let far = distance(&values, |x| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2));
    assert!(far < 1.95, "{far}");
    let variance = values.iter().map(|x| x * x).sum::<f64>() / f64::from(N);
    assert!((variance - 1.0).abs() < 0.015, "{variance}");
    // Beyond 3.654 on both sides: 51.6 of them, as many low as high.
    let tails =
        [values.iter().filter(|x| **x < -NORMAL.0).count(), values.iter().filter(|x| **x > NORMAL.0).count()];
    assert!(tails.iter().all(|tail| (8..50).contains(tail)), "{tails:?}");
}

#[test]
#[allow(clippy::float_cmp)]
fn the_layers_fit() {
    let Ziggurat { exponential, normal } = Ziggurat::new();
    for (layers, (tail, area)) in [(exponential, EXPONENTIAL), (normal, NORMAL)] {
        assert!((layers.x[1] - tail).abs() < 1e-12 && layers.x[LAYERS] == 0.0 && layers.f[LAYERS] == 1.0);
        for (x, f) in layers.x.windows(2).zip(layers.f.windows(2)) {
            assert!(x[1] < x[0] && f[1] > f[0]);
        }
        for layer in 1..LAYERS {
            let (wide, high) = (layers.x[layer], layers.f[layer + 1] - layers.f[layer]);
            assert!((wide * high - area).abs() < 1e-9, "layer {layer}: {}", wide * high - area);
        }
    }
}
