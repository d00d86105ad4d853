//! A choice that was tried on the model of the region and kept.

/// Marks the identifier of a kept scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {}
