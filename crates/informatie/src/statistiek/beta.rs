//! The beta distribution.

use super::gamma::ln_gamma;

const MOST: u32 = 100_000;
const TINY: f64 = 1e-300;

/// The share of a beta distribution with shapes `a` and `b` that lies below `x`: the incomplete beta function, regularised, by its continued
/// fraction (Abramowitz and Stegun, 26.5.8). NaN when a shape is not above 0.
pub fn beta_inc(a: f64, b: f64, x: f64) -> f64 {
    if a.is_nan() || b.is_nan() || x.is_nan() || a <= 0.0 || b <= 0.0 {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front =
        libm::exp(ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * libm::log(x) + b * libm::log1p(-x));
    let share = if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    };
    share.clamp(0.0, 1.0)
}

/// The continued fraction by the method of Lentz.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away = |x: f64| if x.abs() < TINY { TINY } else { x };
    let mut c = 1.0;
    let mut d = away(1.0 - (a + b) * x / (a + 1.0)).recip();
    let mut h = d;
    let mut m = 0.0;
    for _ in 0..MOST {
        m += 1.0;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = away(1.0 + even * d).recip();
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = away(1.0 + odd * d).recip();
        c = away(1.0 + odd / c);
        let factor = d * c;
        h *= factor;
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}
