#![doc = include_str!("../README.md")]

mod bescherm;
pub mod indicator;
pub mod kernel;
mod reeks;
pub mod regeldruk;
pub mod snapshot;
pub mod statistiek;
pub mod vergelijking;
pub mod voorspelling;
mod wachten;

pub use bescherm::{Beschermd, DREMPEL, bescherm};
pub use reeks::{Maand, reeks};
pub use wachten::{Wachten, wachten};
