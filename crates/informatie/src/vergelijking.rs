//! Comparing fairly: what differs by more than chance, after what differs in whom is helped.
//!
//! Nothing here ranks. Outcomes stand in the order of codes or words, and say how many would lie outside by chance alone. Nothing here is
//! of one worker or one youth. `docs/forecast.md` has the formulas and their sources.

mod kaart;
mod maatstaf;
mod standaard;
mod trechter;
mod wachtkromme;

pub use kaart::{Kaart, Kaartpunt, Signaal, laney, xmr};
pub(crate) use maatstaf::lagen;
pub use maatstaf::{Maatstaf, Vergelijking, vergelijk};
pub use standaard::{Laag, Waargenomen, gestandaardiseerd};
pub use trechter::{Grenzen, Ligging, Trechter, TrechterTeWeinig, Trechterpunt, grenzen, trechter};
pub use wachtkromme::{Wachtkromme, Wachtkrommen, wachtkrommen};
