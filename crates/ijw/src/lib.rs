#![doc = include_str!("../README.md")]

mod afkeuring;
pub mod basis;
mod bericht;
mod berichttype;
mod fout;
pub mod jw301;
pub mod jw305;
pub mod jw307;
pub mod jw323;
mod klasse;
mod kop;
mod lees;
mod lezer;
mod ongeldig;
mod overzicht;
mod schrijver;
pub mod stuf;
pub mod tabel;

pub use afkeuring::{Afkeuring, Kop};
pub use bericht::{Bericht, schrijf, schrijf_naar};
pub use berichttype::{BASISSCHEMA, Berichttype, Richting};
pub use fout::{Foutsoort, Schemafout, Welgevormdheid};
pub use lees::{MAX_BYTES, MAX_FOUTEN, lees};
pub use ongeldig::Ongeldig;
pub use overzicht::Veld;
