//! Forecasts: who will come, who will be in help, who will wait and what it will cost, as ranges, with how good such ranges were
//! before. `docs/forecast.md` has the formulas, their sources and what is assumed.
//!
//! Of groups and never of a child: nothing here takes or gives a figure of one youth.

pub(crate) mod maand;
mod model;
mod paden;
mod peil;
mod plafond;
mod samenhang;
mod score;
mod seizoen;
pub(crate) mod telling;
mod terugblik;
#[cfg(test)]
mod tests;
mod uitkomst;
mod uitstroom;
pub(crate) mod vertraging;
mod voorspel;

pub use plafond::{Plafond, Plafonduitkomst, Plafondverwachting, plafonds};
pub use samenhang::{Rest, Samenhang, samenhang};
pub use score::{BAKKEN, Maat, Oordeel};
pub use seizoen::{Seizoen, Trend};
pub use terugblik::{Reeksterugblik, Terugblik, terugblik};
pub use uitkomst::{
    AANNAMES, AANNAMES_WACHTEN, Band, Reeksvoorspelling, TeWeinig, Verleden, Verloop, Verwachting,
    Voorspelling,
};
pub use vertraging::Meldvertraging;
pub use voorspel::{Opdracht, voorspel};
