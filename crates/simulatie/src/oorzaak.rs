//! The causal map: what the source documents say leads to what, as data.
//!
//! The links C01 to C112 come from five source documents (000 to 004, see `docs/model.md`). They give a direction, seldom a delay, and once
//! a size. Each link is one or more arrows between concepts ([`Begrip`]). The loops of the model ([`crate::systeem::Lus`]) are rings of
//! those arrows; where the sources leave a ring open, a step of our own closes it and says so ([`Herkomst::Eigen`]). Where a link stands in
//! the model is read from the sources that the numbers of [`crate::systeem::TABEL`] name.

mod aanbod;
mod begrip;
mod bestuur;
mod kring;
mod model;
mod proef;
mod schakel;
mod uitvoer;
mod vraag;

pub use begrip::Begrip;
pub use kring::{Herkomst, KRINGEN, Kring, Ring, Zet};
pub use model::{genoemd, getallen, kringen, lus_van, lussen, uit_te_zetten};
pub use proef::Proef;
pub use schakel::{Onderdeel, Schakel, Stap, Sterkte, Teken, Tekst, Vertraging};
pub use uitvoer::csv;

/// All links, C01 first.
pub fn schakels() -> impl Iterator<Item = &'static Schakel> {
    vraag::SCHAKELS.iter().chain(aanbod::SCHAKELS).chain(bestuur::SCHAKELS)
}

/// A link by its number.
pub fn schakel(nummer: u8) -> Option<&'static Schakel> {
    schakels().find(|one| one.nummer == nummer)
}

impl Begrip {
    /// The part of the system of the first link that names it.
    pub fn onderdeel(self) -> Onderdeel {
        let named =
            |schakel: &&Schakel| schakel.stappen.iter().any(|stap| stap.van == self || stap.naar == self);
        schakels().find(named).map_or(Onderdeel::Bestuur, Schakel::onderdeel)
    }

    /// The arrows that come in and go out, with their links.
    pub fn pijlen(self) -> impl Iterator<Item = (&'static Schakel, Stap)> {
        schakels().flat_map(move |schakel| {
            let of = schakel.stappen.iter().filter(move |stap| stap.van == self || stap.naar == self);
            of.map(move |stap| (schakel, *stap))
        })
    }
}

#[cfg(test)]
mod tests;
