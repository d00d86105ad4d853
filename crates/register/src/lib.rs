#![doc = include_str!("../README.md")]

pub mod beeld;
mod boek;
mod bureau;
mod db;
mod fout;
mod inpakken;
mod instelling;
mod intake;
mod journaal;
mod koppelvlak;
mod lezing;
mod logboek;
mod register;
mod schema;
mod schrijver;
mod tabellen;
mod toeval;
mod toezicht;
mod uitpakken;

pub use db::Opslag;
pub use fout::Fout;
pub use intake::{Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge};
pub use journaal::{BEWAARJAREN, Ingang, Keten, Maatstaf, Sleutel, Spoor, Weg, Zegel};
pub use koppelvlak::{MAX_ONTVANGEN, Ontvangen};
pub use lezing::Lezing;
pub use logboek::{ACTIVITEITEN, Activiteit, Logregel};
pub use register::{Regiogegevens, Register, Rings, WijkInvoer};
pub use uitpakken::Uitpakker;
