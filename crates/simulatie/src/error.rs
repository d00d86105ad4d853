//! The one error of this crate.

use std::fmt;

/// A distribution was asked for with a parameter outside its domain (a negative mean, weights that sum to zero).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidParameter(pub(crate) &'static str);

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter outside its domain: {}", self.0)
    }
}

impl std::error::Error for InvalidParameter {}

/// `value` when it is finite and above zero.
pub(crate) fn positive(value: f64, name: &'static str) -> Result<f64, InvalidParameter> {
    if value.is_finite() && value > 0.0 { Ok(value) } else { Err(InvalidParameter(name)) }
}
