#![doc = include_str!("../README.md")]

mod bescherm;
mod reeks;
pub mod regeldruk;
mod wachten;

pub use bescherm::{Beschermd, DREMPEL, bescherm};
pub use reeks::{Maand, reeks};
pub use wachten::{Wachten, wachten};
