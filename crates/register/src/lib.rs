#![doc = include_str!("../README.md")]

pub mod beeld;
mod bewaren;
mod boek;
mod bureau;
mod celsleutel;
mod db;
mod eenmalig;
pub mod eigen;
mod fout;
mod inpakken;
mod instelling;
mod intake;
mod journaal;
mod kluis;
mod kolommen;
mod kopie;
mod koppelvlak;
mod lezing;
mod logboek;
mod passkey;
mod personenbron;
mod register;
mod samenvoegen;
mod schema;
mod schrijver;
mod sleutel;
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
pub use kolommen::{BEWARING, Kolom, Kolomklasse, kolommen};
pub use kopie::{KopieTabel, Kopieverslag, Opgeruimd, check_backup, read_keys_of_destroyed, restore};
pub use koppelvlak::{MAX_ONTVANGEN, Ontvangen};
pub use lezing::Lezing;
pub use logboek::{ACTIVITEITEN, Activiteit, Logregel};
pub use personenbron::{Gevonden, Opzoeking, Personenbestand, Personenbron, RegelFout};
pub use register::{Aangenomen, AccountBeeld, Gewijzigd, LokaalBeeld, Uitgenodigd};
pub use register::{GeenOverdracht, Opname, Opnameregel, Overdracht};
pub use register::{Inwoner, Koppeling, POGING_DUUR, Poging, Regiogegevens, Register, Rings, WijkInvoer};
pub use register::{
    LANGSTE_BERICHT, LANGSTE_BRIEF, LANGSTE_BRIEFVELD, LANGSTE_CORRECTIE, LANGSTE_DOEL, LANGSTE_NAAM,
    LANGSTE_TEKST, LANGSTE_VERWIJZING, Ledenuitkomst, Manier, NieuwBericht, PasskeyBeeld, SessieBeeld,
    SessieGrenzen, Toestel, UITVOER_DELEN, VerwijzingDaad,
};
pub use sleutel::Kluissleutel;
pub use uitpakken::Uitpakker;
pub use wachtwoord::Zwakte;
