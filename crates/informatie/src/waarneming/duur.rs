//! How long something lasts, of what is over and of what is not, when only what was still there at the first day could be seen.

use crate::statistiek::{Kromme, Waarneming, kromme, normal_cdf, number};

use super::meting::{Meting, Z};

/// A duration: from when it was seen, until when, and whether it was over then. In days since it began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gezien {
    pub(super) vanaf: f64,
    pub(super) tot: f64,
    pub(super) voorbij: bool,
}

/// How long help of a kind lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Duur {
    /// Mean in days, of the lognormal distribution that fits best.
    pub gemiddelde: Meting,
    /// Deviation divided by mean, of the same.
    pub spreiding: Meting,
    /// The day on which half is over, with its interval, of the curve of Kaplan and Meier over what began since the first month; none where the
    /// curve does not come so far.
    pub mediaan: (Option<u16>, Option<u16>, Option<u16>),
    /// Of how many the end was seen.
    pub voorbij: u64,
    /// Of how many it was not.
    pub gaande: u64,
}

/// Ends that must have been seen.
const MINST: usize = 20;

/// Minus the logarithm of the likelihood: lognormal, from `vanaf` on, the end seen or not (Klein and Moeschberger, 2003, 3.5).
fn loss(seen: &[Gezien], mu: f64, sigma: f64) -> f64 {
    let still = |t: f64| {
        if t <= 0.0 { 0.0 } else { libm::log(normal_cdf(-(libm::log(t) - mu) / sigma).max(1e-300)) }
    };
    seen.iter()
        .map(|one| {
            let told = if one.voorbij {
                let log = libm::log(one.tot);
                let z = (log - mu) / sigma;
                -0.5 * z * z - libm::log(sigma) - log - 0.918_938_533_204_672_7
            } else {
                still(one.tot)
            };
            still(one.vanaf) - told
        })
        .sum()
}

/// The best mean and deviation of the logarithm: Newton with differences, each step halved until it is better.
fn fit(seen: &[Gezien]) -> Option<([f64; 2], [[f64; 2]; 2])> {
    let logs: Vec<f64> = seen.iter().map(|one| libm::log(one.tot)).collect();
    let n = number(logs.len());
    let mean = logs.iter().sum::<f64>() / n;
    let spread = (logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / n).sqrt().max(0.2);
    // By the logarithm of the deviation: it cannot become negative.
    let of = |at: [f64; 2]| loss(seen, at[0], libm::exp(at[1]));
    let mut at = [mean, libm::log(spread)];
    let mut best = of(at);
    for _ in 0..60 {
        let (slope, curve) = around(&of, at, best);
        let det = curve[0][0] * curve[1][1] - curve[0][1] * curve[1][0];
        let mut step = if det > 1e-9 && curve[0][0] > 0.0 {
            [
                (curve[1][1] * slope[0] - curve[0][1] * slope[1]) / det,
                (curve[0][0] * slope[1] - curve[1][0] * slope[0]) / det,
            ]
        } else {
            let size = (slope[0].powi(2) + slope[1].powi(2)).sqrt().max(1e-12);
            [0.2 * slope[0] / size, 0.2 * slope[1] / size]
        };
        let mut moved = false;
        for _ in 0..20 {
            let to = [at[0] - step[0].clamp(-1.0, 1.0), at[1] - step[1].clamp(-0.5, 0.5)];
            let found = of(to);
            if found < best {
                moved = (best - found) > 1e-9 * best.abs();
                (at, best) = (to, found);
                break;
            }
            step = [step[0] / 2.0, step[1] / 2.0];
        }
        if !moved {
            break;
        }
    }
    let (_, curve) = around(&of, at, best);
    let det = curve[0][0] * curve[1][1] - curve[0][1] * curve[1][0];
    (det > 0.0 && curve[0][0] > 0.0).then(|| {
        let part = |x: f64| x / det;
        let variance = [[part(curve[1][1]), part(-curve[0][1])], [part(-curve[1][0]), part(curve[0][0])]];
        (at, variance)
    })
}

/// Slope and curvature around a point, by differences.
fn around(of: &impl Fn([f64; 2]) -> f64, at: [f64; 2], here: f64) -> ([f64; 2], [[f64; 2]; 2]) {
    const H: f64 = 1e-3;
    let to = |a: f64, b: f64| of([at[0] + a, at[1] + b]);
    let (a_up, a_down, b_up, b_down) = (to(H, 0.0), to(-H, 0.0), to(0.0, H), to(0.0, -H));
    let cross = (to(H, H) - to(H, -H) - to(-H, H) + to(-H, -H)) / (4.0 * H * H);
    let slope = [(a_up - a_down) / (2.0 * H), (b_up - b_down) / (2.0 * H)];
    let bend = |up: f64, down: f64| (up - 2.0 * here + down) / (H * H);
    (slope, [[bend(a_up, a_down), cross], [cross, bend(b_up, b_down)]])
}

/// How long these last; none when too few were seen to end.
pub(super) fn duur(seen: &[Gezien]) -> Option<Duur> {
    let over = seen.iter().filter(|one| one.voorbij).count();
    if over < MINST {
        return None;
    }
    let ([mu, log_sigma], variance) = fit(seen)?;
    let square = libm::exp(2.0 * log_sigma);
    // Delta method: the logarithm of the mean is mu + s²/2; cv² = exp(s²) - 1.
    let (da, db) = (1.0, square);
    let error = (da * da * variance[0][0] + 2.0 * da * db * variance[0][1] + db * db * variance[1][1]).sqrt();
    let cv = libm::expm1(square).sqrt();
    let cv_error = libm::exp(square) * square / (cv * cv) * variance[1][1].sqrt();
    let n = seen.len() as u64;
    let whole = |days: f64| u16::try_from(crate::statistiek::count(days)).unwrap_or(u16::MAX);
    let from_the_start = seen.iter().filter(|one| one.vanaf <= 0.0);
    let curve: Kromme = kromme(
        from_the_start.map(|one| Waarneming { dagen: whole(one.tot), voorbij: one.voorbij }).collect(),
        2.0 * normal_cdf(Z) - 1.0,
    );
    Some(Duur {
        gemiddelde: Meting::log(libm::exp(mu + square / 2.0), error, n)?,
        spreiding: Meting::log(cv, cv_error, n)?,
        mediaan: curve.dag(0.5),
        voorbij: over as u64,
        gaande: (seen.len() - over) as u64,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistiek::Stream;

    /// Help that begins all the time in eight years, of which the last three were watched.
    fn watched(stream: &mut Stream, many: u32) -> Vec<Gezien> {
        let (mu, sigma) = (5.5, 0.8);
        let draw = |_| {
            let begin = stream.unit() * 2_920.0;
            let length = libm::exp(mu + sigma * stream.normal());
            let (watch, end) = (1_825.0, 2_920.0);
            (begin + length > watch && begin < end).then(|| Gezien {
                vanaf: (watch - begin).max(0.0),
                tot: (end - begin).min(length),
                voorbij: begin + length <= end,
            })
        };
        (0..many).filter_map(draw).collect()
    }

    #[test]
    fn durations_come_back_from_what_is_cut_off_on_both_sides() {
        let (mut within, mut of_cv) = (0, 0);
        let (mean, cv) = (libm::exp(5.5_f64 + 0.32), libm::expm1(0.64).sqrt());
        for nr in 0..200 {
            let found = duur(&watched(&mut Stream::new(3, 1, nr), 900)).unwrap();
            let holds = |m: Meting, truth: f64| u32::from(m.laag <= truth && truth <= m.hoog);
            within += holds(found.gemiddelde, mean);
            of_cv += holds(found.spreiding, cv);
        }
        println!("mean within {within} of 200, spread within {of_cv} of 200");
        // 95 per cent of 200 is 190; three deviations of the count are nine.
        assert!((181..=199).contains(&within) && (181..=199).contains(&of_cv), "{within} {of_cv}");
        // As if who was there already had been watched from their first day: the long ones count too often.
        let seen = watched(&mut Stream::new(3, 1, 0), 5_000);
        let naive: Vec<Gezien> = seen.iter().map(|one| Gezien { vanaf: 0.0, ..*one }).collect();
        assert!(duur(&naive).unwrap().gemiddelde.laag > mean);
        assert_eq!(duur(&seen[..10]), None);
    }
}
