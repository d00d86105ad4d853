//! The youth-help system as a model: what it is made of, how it starts, and what feeds back on what.
//!
//! The engine plays the children; this module says who they are, where they go, and, month by month, what waiting, money, staff, politics
//! and the five building blocks do to all of that. Every number it rests on stands in one table with its source ([`TABEL`]). The whole
//! is told in `docs/model.md`.

mod aanname;
mod begin;
mod delen;
mod evenwicht;
mod gemeten;
pub mod ijking;
mod keuze;
mod maat;
mod opbouw;
mod spoor;
mod stand;
mod tabel;
mod teller;
mod verloop;
mod wegen;

pub use aanname::{AANNAME, Aannames, Grootheid};
pub use begin::{Aanwezig, Begin};
pub use delen::{Antwoord, Bouwsteen, Hulpgroep, Lus, Weg, Wijkgroep};
pub use gemeten::{Gemeten, Meting};
pub use keuze::{Deel, Hefboom, Keuze};
pub use maat::Maat;
pub use spoor::Spoor;
pub use tabel::{Sleutel, TABEL};
pub use verloop::{Breuk, Looptijd, Verloop, speel, speel_sporen, speel_vanaf};
