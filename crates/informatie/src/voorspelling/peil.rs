//! The level of a series of counts: a filter that forgets (Harvey and Fernandes, 1989).
//!
//! The level `λ` has a gamma distribution with shape `a` and rate `b`. From one month to the next what is known of it wears off by a factor
//! `ω`: `a ← ωa`, `b ← ωb`, so that its mean stays and its variance grows. A month of which a share `e` is known and `y` came gives
//! `a ← a + y/φ`, `b ← b + e/φ`; `φ` is how many times the variance of a count is larger than by chance. Before it came, `y` had a
//! negative binomial distribution with mean `μ = ea/b` and variance `φμ + μ²/a`. `ω` and `φ` are means over a grid, each combination weighed by
//! how likely what came was under it, each month seen from the one before.
//!
//! Wearing off by a factor each month would make the variance grow without measure further ahead. So each month ahead adds what the first
//! one adds (West and Harrison 1997, 6.3.3): the level makes steps of a constant relative variance `(1/ω - 1)/a`.

use crate::statistiek::{Negbin, ln_gamma};

/// How fast is forgotten.
const OMEGA: [f64; 7] = [0.55, 0.7, 0.82, 0.9, 0.95, 0.98, 0.995];
/// The logarithm of how likely each is beforehand: a level that never moves is seldom, and a short series cannot tell.
const BEFOREHAND: [f64; 7] = [-1.5, -0.7, -0.2, 0.0, 0.0, -0.5, -1.5];
/// How much more than chance.
const PHI: [f64; 6] = [1.0, 1.3, 1.8, 2.8, 5.0, 12.0];
/// The number of combinations.
pub(super) const GRID: usize = OMEGA.len() * PHI.len();
/// Months before what came is judged.
const WARM: usize = 6;

/// The level after the last month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Peil {
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) omega: f64,
    pub(super) phi: f64,
}

/// A month: what came, what a level of one would give, and ln y!.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gezien {
    y: u32,
    e: f64,
    ln_factorial: f64,
}

impl Gezien {
    pub(super) fn new(y: u32, e: f64) -> Self {
        Self { y, e: e.max(1e-9), ln_factorial: ln_gamma(f64::from(y) + 1.0) }
    }
}

fn settings() -> impl Iterator<Item = (f64, f64)> {
    OMEGA.iter().flat_map(|omega| PHI.iter().map(|phi| (*omega, *phi)))
}

/// The logarithm of the likelihood of each combination.
pub(super) fn likelihoods(months: &[Gezien]) -> [f64; GRID] {
    let mut found = [0.0; GRID];
    for (slot, (omega, phi)) in found.iter_mut().zip(settings()) {
        let mut peil = Peil::start(months, omega, phi);
        for (n, month) in months.iter().enumerate() {
            peil.wear();
            if n >= WARM {
                *slot += peil.ahead(month.e).ln_pmf_with(u64::from(month.y), month.ln_factorial);
            }
            peil.see(month);
        }
    }
    found
}

impl Peil {
    fn start(months: &[Gezien], omega: f64, phi: f64) -> Self {
        let first = months.get(..months.len().min(12)).unwrap_or_default();
        let (y, e) = first.iter().fold((0.5, 0.0), |sum, one| (sum.0 + f64::from(one.y), sum.1 + one.e));
        // As much as one month of the mean of the first year says.
        Self { a: y / 12.0 / phi, b: e.max(1e-9) / 12.0 / phi, omega, phi }
    }

    fn wear(&mut self) {
        self.a *= self.omega;
        self.b *= self.omega;
    }

    fn see(&mut self, month: &Gezien) {
        self.a += f64::from(month.y) / self.phi;
        self.b += month.e / self.phi;
    }

    /// What comes in a month of which a level of one would give `e`.
    fn ahead(&self, e: f64) -> Negbin {
        let mean = e * self.a / self.b;
        Negbin::new(mean, self.phi * mean + mean * mean / self.a)
    }

    /// The level after all months, with the settings that are likely; `shared` is what other series of the same kind say of settings.
    pub(super) fn fit(months: &[Gezien], own: &[f64; GRID], shared: &[f64; GRID]) -> Self {
        let beforehand = BEFOREHAND.iter().flat_map(|weight| std::iter::repeat_n(weight, PHI.len()));
        let both =
            || own.iter().zip(shared).zip(beforehand.clone()).map(|((own, shared), w)| own + shared + w);
        let most = both().fold(f64::NEG_INFINITY, f64::max);
        let mut sum = (0.0, 0.0, 0.0);
        for (likelihood, (omega, phi)) in both().zip(settings()) {
            let weight = libm::exp(likelihood - most);
            sum = (sum.0 + weight, sum.1 + weight * omega, sum.2 + weight * phi);
        }
        let (omega, phi) = if sum.0 > 0.0 { (sum.1 / sum.0, sum.2 / sum.0) } else { (0.97, 1.3) };
        let mut peil = Self::start(months, omega, phi);
        for month in months {
            peil.wear();
            peil.see(month);
        }
        peil.a = peil.a.max(1e-6);
        peil
    }

    /// The mean level.
    pub(super) fn mean(&self) -> f64 {
        self.a / self.b
    }

    /// The relative variance of one step of the level: what the first month ahead wears off, and no more in later months.
    pub(super) fn step(&self) -> f64 {
        (1.0 / self.omega - 1.0) / self.a
    }

    /// The relative variance of the level a number of months ahead.
    pub(super) fn variance_ahead(&self, months: u32) -> f64 {
        (1.0 + 1.0 / self.a) * libm::pow(1.0 + self.step(), f64::from(months)) - 1.0
    }
}
