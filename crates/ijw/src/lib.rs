#![doc = include_str!("../README.md")]

mod afkeuring;
pub mod basis;
mod bericht;
mod berichten;
mod berichttype;
mod fout;
mod keuring;
mod klasse;
mod kop;
mod lees;
mod lezer;
mod ongeldig;
mod overzicht;
mod pad;
pub mod regels;
mod retour;
mod schrijver;
pub mod tabel;

pub use afkeuring::{Afkeuring, Kop};
pub use bericht::{Bericht, Retourkop, schrijf, schrijf_naar};
pub use berichten::{
    jw301, jw302, jw305, jw306, jw307, jw308, jw315, jw316, jw317, jw318, jw319, jw320, jw323, jw325,
};
pub use berichttype::{BASISSCHEMA, Berichttype, Richting};
pub use fout::{Foutsoort, Schemafout, Welgevormdheid};
pub use keuring::{Bevinding, keur};
pub use lees::{MAX_BYTES, MAX_FOUTEN, lees};
pub use ongeldig::Ongeldig;
pub use overzicht::Veld;
pub use retour::retourneer;
