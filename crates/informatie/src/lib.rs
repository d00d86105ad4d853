#![doc = include_str!("../README.md")]

mod bescherm;
pub mod bevolking;
pub mod indicator;
pub mod kernel;
mod reeks;
pub mod regeldruk;
pub mod snapshot;
pub mod statistiek;
pub mod vergelijking;
pub mod voorspelling;
mod wachten;

pub use bescherm::{
    Beschermd, DREMPEL, Deur, Getal, Kennis, Kruistabel, LEEFTIJDSKLASSEN, Marge, Onbeschermd, Publicatie,
    Reden, Regel, RegelFout, Stelsel, TabelFout, Vast, VastFout, Verband, Zout, bescherm,
};
pub use reeks::{Maand, reeks};
pub use wachten::{Wachten, wachten};
