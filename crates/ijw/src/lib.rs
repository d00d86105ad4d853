#![doc = include_str!("../README.md")]

mod afkeuring;
mod antwoord;
pub mod basis;
mod beoordeling;
mod bericht;
mod berichten;
mod berichttype;
mod buitenwereld;
mod fout;
mod geschiedenis;
pub mod historie;
pub mod kalender;
mod keuring;
mod klasse;
mod kop;
mod lees;
mod lezer;
mod ongeldig;
mod overzicht;
mod pad;
mod plaats;
pub mod regels;
mod retour;
mod schrijver;
pub mod stuf;
pub mod tabel;
mod vindplaats;
pub mod volume;
mod weglaten;

pub use afkeuring::{Afkeuring, Kop};
pub use antwoord::{
    Besluit, Opdracht, Stempel, Uitspraak, Weigering, antwoord_op_verzoek, declaratie_antwoord, retour,
    toewijzing_na_verzoek, toewijzing_uit_eigen_beweging,
};
pub use beoordeling::{Beoordeling, Fout, beoordeel, beoordeel_verder};
pub use bericht::{Bericht, Retourkop, schrijf, schrijf_naar};
pub use berichten::{
    jw301, jw302, jw305, jw306, jw307, jw308, jw315, jw316, jw317, jw318, jw319, jw320, jw323, jw325,
};
pub use berichttype::{BASISSCHEMA, Berichttype, Richting};
pub use buitenwereld::{Buitenwereld, Contract, Gemeentelijsten, Onbekend};
pub use fout::{Foutsoort, Schemafout, Welgevormdheid};
pub use geschiedenis::Geschiedenis;
pub use historie::{Historie, Keten};
pub use keuring::{Bevinding, keur};
pub use lees::{MAX_BYTES, MAX_FOUTEN, lees};
pub use ongeldig::Ongeldig;
pub use overzicht::Veld;
pub use plaats::{Plaats, Rang};
pub use retour::retourneer;
pub use vindplaats::regelnummers;
pub use weglaten::{Rest, zonder_clienten};
