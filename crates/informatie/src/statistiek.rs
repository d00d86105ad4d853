//! The statistics that forecasts and comparisons lean on. Everything is computed in software (`libm`), in a fixed order, so that the
//! same snapshot gives the same bytes on every machine.

#[expect(clippy::many_single_char_names, reason = "the names of the formulas' sources")]
mod beta;
#[expect(clippy::many_single_char_names, reason = "the names of the formulas' sources")]
mod gamma;
mod negbin;
mod normal;
mod overleving;
mod poisson;
mod score;
#[expect(clippy::many_single_char_names, reason = "the names of the formulas' sources")]
mod stream;

pub use beta::beta_inc;
pub use gamma::{gamma_p, gamma_q, gamma_quantile, ln_gamma};
pub use negbin::Negbin;
pub use normal::{normal_cdf, normal_quantile};
pub use overleving::{Kromme, Punt, Waarneming, kromme};
pub use poisson::{exact_interval, funnel_limit, poisson_cdf};
pub use score::{crps_of_samples, quantile_of_sorted};
pub(crate) use stream::Spread;
pub use stream::Stream;

/// A count as a float.
#[expect(clippy::cast_precision_loss, reason = "counts of people, days and cents lie far below 2^53")]
pub(crate) const fn float(n: u64) -> f64 {
    n as f64
}

/// A float that is not negative as a count: rounded, and within what a count can be. Not a number is 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float to whole number keeps within bounds"
)]
pub(crate) const fn count(x: f64) -> u64 {
    (x + 0.5) as u64
}

/// A number of things as a float.
pub(crate) const fn number(n: usize) -> f64 {
    float(n as u64)
}
