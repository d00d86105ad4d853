//! The gamma function and the gamma distribution.

use super::normal::normal_quantile;

/// Terms of a series or a fraction at most. Enough for a shape of a thousand million.
const MOST: u32 = 400_000;
const TINY: f64 = 1e-300;

/// The logarithm of the gamma function, for `x > 0`.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// The share of a gamma distribution with shape `a` and rate 1 that lies below `x`: the lower incomplete gamma function, regularised.
/// By its series below `a + 1` and by its continued fraction above (Abramowitz and Stegun, 6.5.29 and 6.5.31). NaN when `a` is not
/// above 0.
pub fn gamma_p(a: f64, x: f64) -> f64 {
    both(a, x).0
}

/// What lies above `x`: 1 less [`gamma_p`], without the loss of digits when that is small.
pub fn gamma_q(a: f64, x: f64) -> f64 {
    both(a, x).1
}

fn both(a: f64, x: f64) -> (f64, f64) {
    if a.is_nan() || x.is_nan() || a <= 0.0 {
        return (f64::NAN, f64::NAN);
    }
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    let front = front(a, x);
    if x < a + 1.0 {
        let p = (front * series(a, x)).min(1.0);
        (p, 1.0 - p)
    } else {
        let q = (front * fraction(a, x)).min(1.0);
        (1.0 - q, q)
    }
}

/// `x^a e^-x / Γ(a)`. For a large `a` around its mean, where the terms would cancel, by the series of Stirling.
fn front(a: f64, x: f64) -> f64 {
    if a < 100.0 {
        return libm::exp(a * libm::log(x) - x - ln_gamma(a));
    }
    let off = (x - a) / a;
    let inverse = 1.0 / a;
    let stirling = inverse / 12.0 - inverse * inverse * inverse / 360.0;
    (a / std::f64::consts::TAU).sqrt() * libm::exp(-a * (off - libm::log1p(off)) - stirling)
}

fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, a);
    for _ in 0..MOST {
        n += 1.0;
        term *= x / n;
        sum += term;
        if term < sum * 1e-16 {
            break;
        }
    }
    sum
}

/// The continued fraction by the method of Lentz.
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut h = d;
    let mut i = 0.0;
    for _ in 0..MOST {
        i += 1.0;
        let step = -i * (i - a);
        b += 2.0;
        d = away(step * d + b).recip();
        c = away(b + step / c);
        let factor = d * c;
        h *= factor;
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

fn away(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// The value below which a share `p` of a gamma distribution with shape `a` and rate 1 lies. From the approximation of Wilson and Hilferty
/// (1931), made exact by Newton within bounds that close in.
pub fn gamma_quantile(p: f64, a: f64) -> f64 {
    if p.is_nan() || a.is_nan() || a <= 0.0 {
        return f64::NAN;
    }
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let ninth = 1.0 / (9.0 * a);
    let cube = 1.0 - ninth + normal_quantile(p) * ninth.sqrt();
    let small = libm::exp((libm::log(p) + ln_gamma(a + 1.0)) / a);
    let mut x = if cube > 0.0 { (a * cube * cube * cube).max(TINY) } else { small.max(TINY) };
    if a < 1.0 && small.is_finite() && small < x {
        x = small.max(TINY);
    }
    let (mut low, mut high) = (0.0_f64, f64::INFINITY);
    for _ in 0..200 {
        let (below, above) = both(a, x);
        // The tail that is small keeps its digits.
        let off = if p < 0.5 { below - p } else { (1.0 - p) - above };
        if off > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let slope = front(a, x) / x;
        let newton = x - off / slope;
        let next = if newton.is_finite() && newton > low && newton < high {
            newton
        } else if high.is_finite() {
            low.midpoint(high)
        } else {
            x * 2.0
        };
        if (next - x).abs() <= 1e-14 * x {
            return next;
        }
        x = next;
    }
    x
}
