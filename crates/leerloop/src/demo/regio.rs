//! The region of the demo as data: municipalities, neighbourhoods, postcodes, products, providers.
//!
//! Municipalities and neighbourhoods are those of youth region West-Brabant-Oost, with their published figures (Bron: CBS).
//! **Everything else is invented**: the postcodes, the streets, the providers and all persons. A real postcode of the region
//! is not in the table and a postcode of the table is not one of the region.

mod aanbiedernamen;
mod aanbieders;
mod producten;
mod wijken;

pub use aanbieders::{AanbiederGegevens, Soort};
pub use producten::{Duur, Eenheid, Frequentie, Product, Wachttijd};
pub use wijken::{GemeenteGegevens, WijkGegevens};

pub(crate) use aanbieders::Aanbod;

use super::Omvang;

/// The seven municipalities.
pub fn gemeenten() -> &'static [GemeenteGegevens] {
    &wijken::GEMEENTEN
}

/// The 62 neighbourhoods, by code.
pub fn wijken() -> &'static [WijkGegevens] {
    &wijken::WIJKEN
}

/// Invented postcode areas (the four digits) with the code of the neighbourhood they lie in. A large neighbourhood has more
/// than one.
pub fn postcodegebieden() -> impl Iterator<Item = (u16, &'static str)> {
    wijken().iter().flat_map(|w| w.postcodegebieden().map(move |pc4| (pc4, w.code)))
}

/// The products that the region buys.
pub fn producten() -> &'static [Product] {
    &producten::PRODUCTEN
}

/// The providers of a region of this size. A small demo has fewer of them.
pub fn aanbieders(omvang: &Omvang) -> Vec<AanbiederGegevens> {
    aanbieders::all(omvang.schaal)
}
