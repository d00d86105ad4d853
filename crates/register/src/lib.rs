#![doc = include_str!("../README.md")]

pub mod beeld;
mod boek;
mod bureau;
mod db;
mod eenmalig;
mod fout;
mod inpakken;
mod instelling;
mod intake;
mod journaal;
mod kluis;
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
mod wachtwoord;

pub use db::Opslag;
pub use eenmalig::Geheim;
pub use fout::Fout;
pub use intake::{Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge};
pub use journaal::{BEWAARJAREN, Ingang, Keten, Maatstaf, Sleutel, Spoor, Weg, Zegel};
pub use kluis::Kluissleutel;
pub use koppelvlak::{MAX_ONTVANGEN, Ontvangen};
pub use lezing::Lezing;
pub use logboek::{ACTIVITEITEN, Activiteit, Logregel};
pub use register::{Aangenomen, AccountBeeld, Gewijzigd, LokaalBeeld, Uitgenodigd};
pub use register::{Inwoner, Koppeling, POGING_DUUR, Poging, Regiogegevens, Register, Rings, WijkInvoer};
pub use register::{Manier, SessieBeeld, SessieGrenzen, Toestel};
pub use uitpakken::Uitpakker;
pub use wachtwoord::Zwakte;
