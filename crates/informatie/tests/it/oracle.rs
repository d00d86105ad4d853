//! The statistics against SciPy: `tests/data/oracle.py` made the values.

use informatie::statistiek::{
    Kromme, Negbin, Waarneming, beta_inc, exact_interval, funnel_limit, gamma_p, gamma_q, gamma_quantile,
    kromme, normal_cdf, normal_quantile,
};

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers in a text")]
fn whole(x: f64) -> u64 {
    x as u64
}

/// The curve of the 6-MP group of Freireich and others (1963).
fn freireich() -> Kromme {
    let seen = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|dagen| Waarneming { dagen, voorbij: true });
    let on = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|dagen| Waarneming { dagen, voorbij: false });
    kromme([seen.as_slice(), &on].concat(), 0.95)
}

#[test]
#[expect(clippy::many_single_char_names, reason = "the arguments of formulas")]
fn every_value_is_that_of_scipy() {
    let mut lines = 0;
    for line in include_str!("../data/oracle.txt").lines() {
        let mut words = line.split(' ');
        let name = words.next().unwrap();
        let n: Vec<f64> = words.map(|word| word.parse().unwrap()).collect();
        let (found, expected) = match (name, n.as_slice()) {
            ("gamma_p", [a, x, v]) => (gamma_p(*a, *x), *v),
            ("gamma_q", [a, x, v]) => (gamma_q(*a, *x), *v),
            ("gamma_quantile", [p, a, v]) => (gamma_quantile(*p, *a), *v),
            ("beta_inc", [a, b, x, v]) => (beta_inc(*a, *b, *x), *v),
            ("normal_quantile", [p, v]) => (normal_quantile(*p), *v),
            ("normal_cdf", [z, v]) => (normal_cdf(*z), *v),
            ("exact_low", [k, alpha, v]) => (exact_interval(whole(*k), *alpha).0, *v),
            ("exact_high", [k, alpha, v]) => (exact_interval(whole(*k), *alpha).1, *v),
            ("funnel", [mean, p, v]) => (funnel_limit(*mean, *p), *v),
            ("nb_ln_pmf", [mean, var, k, v]) => (Negbin::new(*mean, *var).ln_pmf(whole(*k)), *v),
            ("nb_cdf", [mean, var, k, v]) => (Negbin::new(*mean, *var).cdf(whole(*k)), *v),
            ("nb_crps", [mean, var, k, v]) => (Negbin::new(*mean, *var).crps(whole(*k)), *v),
            ("nb_quantile", [mean, var, p, v]) => {
                let [found] = Negbin::new(*mean, *var).quantiles([*p]);
                (f64::from(u32::try_from(found).unwrap()), *v)
            }
            ("survival", [day, s, low, high]) => {
                let curve = freireich();
                let found = curve.punten.iter().find(|punt| u64::from(punt.dag) == whole(*day)).unwrap();
                assert!((found.onder - low).abs() < 1e-12 && (found.boven - high).abs() < 1e-12, "{line}");
                (found.blijft, *s)
            }
            ("phi" | "tau2" | "laney", _) => continue,
            other => panic!("{other:?}"),
        };
        lines += 1;
        // Far shapes lose digits in the logarithm of the gamma function: 1e8 has 1e9 in its exponent.
        let slack = if name.starts_with("gamma") && n[0].max(n[1]) > 1e5 { 3e-6 } else { 2e-9 };
        let off = (found - expected).abs();
        assert!(off <= slack * expected.abs() + 1e-12, "{line}: found {found:e}");
    }
    assert!(lines > 600);
}

#[test]
fn half_of_freireichs_group_relapsed_after_23_weeks() {
    // Known: median 23, 95 per cent from 13 and without an upper bound (log-log).
    assert_eq!(freireich().dag(0.5), (Some(23), Some(13), None));
}

#[test]
fn what_is_no_distribution_gives_no_number_and_no_panic() {
    for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e300] {
        let one = Negbin::new(x, x);
        let [a, b] = one.quantiles([0.1, 0.9]);
        assert!(a <= b && one.mean() >= 0.0 && !one.crps(3).is_nan());
        let _ = (
            gamma_p(x, x),
            gamma_quantile(x, x),
            beta_inc(x, x, x),
            funnel_limit(x, 0.5),
            normal_quantile(x),
        );
    }
    let huge = Negbin::new(3e9, 5e12);
    let [low, middle, high] = huge.quantiles([0.025, 0.5, 0.975]);
    assert!(low < middle && middle < high && middle.abs_diff(3_000_000_000) < 10);
    // Counts that are not walked one by one are next to those that are.
    for (mean, deviation) in [(4_000.0, 4_990.0), (400_000.0, 4_990.0)] {
        let [walked, scaled] = [deviation, deviation + 20.0].map(|d: f64| Negbin::new(mean, d * d));
        for y in [0, 2_000, 7_000, 405_000] {
            assert!((walked.crps(y) / scaled.crps(y) - 1.0).abs() < 0.01, "{mean} {y}");
        }
        let [a, b] = [&walked, &scaled].map(|one| one.quantiles([0.025, 0.5, 0.975]));
        assert!(a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 100), "{a:?} {b:?}");
    }
    assert!(kromme(Vec::new(), 0.95).punten.is_empty());
}
