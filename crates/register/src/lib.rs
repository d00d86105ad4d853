#![doc = include_str!("../README.md")]

pub mod beeld;
mod bewaren;
mod boek;
mod bureau;
mod db;
mod fout;
mod inpakken;
mod instelling;
mod intake;
mod journaal;
mod kolommen;
mod kopie;
mod koppelvlak;
mod lezing;
mod register;
mod schema;
mod schrijver;
mod tabellen;
mod toeval;
mod uitpakken;

pub use db::Opslag;
pub use fout::Fout;
pub use intake::{Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge};
pub use journaal::Keten;
pub use kolommen::{BEWARING, Kolom, Kolomklasse, kolommen};
pub use kopie::{KopieTabel, Kopieverslag, Sleutel, check_backup, read_keys_of_destroyed, restore};
pub use koppelvlak::{MAX_ONTVANGEN, Ontvangen};
pub use lezing::Lezing;
pub use register::{LANGSTE_CORRECTIE, Regiogegevens, Register, Rings, UITVOER_DELEN, WijkInvoer};
pub use uitpakken::Uitpakker;
