#![doc = include_str!("../README.md")]

pub mod achttien;
pub mod bedrag;
pub mod bewaren;
pub mod codes;
pub mod episode;
pub mod expertvraag;
pub mod gezin;
pub mod goed_gesprek;
pub mod hulpvorm;
pub mod id;
mod keys;
pub mod klok;
pub mod periode;
pub mod persoon;
pub mod plan;
pub mod toegang;
pub mod toewijzing;

pub use bedrag::Cent;
pub use codes::{AgbCode, Bsn, Gemeentecode, Ongeldig, Postcode, Wijkcode};
pub use episode::Episode;
pub use gezin::Gezin;
pub use hulpvorm::Hulpvorm;
pub use id::Id;
pub(crate) use keys::keys;
pub use klok::{Klok, VasteKlok};
pub use periode::Periode;
pub use persoon::Persoon;
pub use toegang::{Doel, Identiteit, Onderdeel, Rol};
pub use toewijzing::Toewijzing;
