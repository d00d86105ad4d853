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
pub mod waarneming;
mod wachten;

pub use bescherm::{
    Beschermd, Blad, BladRij, DREMPEL, Deur, ERNAAST, Getal, KROMME, Kennis, Kruistabel, LEEFTIJDSKLASSEN,
    Marge, Onbeschermd, PLAFOND, Publicatie, Reden, Regel, RegelFout, Stelsel, TERUG_INSTROOM, TERUG_STAND,
    TRECHTER, TabelFout, Terugzicht, VERLEDEN, VERWACHT_INSTROOM, VERWACHT_STAND, Vast, VastFout, Verband,
    Vooruit, Zout, bescherm, trechter_van,
};
pub use reeks::{Maand, reeks};
pub use wachten::{Wachten, wachten};
