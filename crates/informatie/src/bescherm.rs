//! Disclosure control: what is shown to people who may not know who it is about.
//!
//! [`Deur`] is the one door. It alone makes a [`Getal`]; pages, exports and answers take nothing else. `docs/disclosure.md` tells how a
//! figure is made and what can and cannot be learned from it. [`bescherm`] is for the pages that count in the register itself.

mod blad;
mod deur;
mod getal;
mod publicatie;
mod regel;
mod vast;
mod vergelijken;
mod verschil;
mod vooruit;
mod zout;

pub use blad::{Blad, BladRij};
pub use deur::Deur;
pub use getal::{Getal, Reden};
pub use publicatie::Publicatie;
pub use regel::{Regel, RegelFout};
pub use vast::{Kennis, Kruistabel, Marge, Onbeschermd, Stelsel, TabelFout, Vast, VastFout, Verband};
pub use vergelijken::{KROMME, TRECHTER, trechter_van};
pub use verschil::LEEFTIJDSKLASSEN;
pub use vooruit::{
    ERNAAST, PLAFOND, TERUG_INSTROOM, TERUG_STAND, Terugzicht, VERLEDEN, VERWACHT_INSTROOM, VERWACHT_STAND,
    Vooruit,
};
pub use zout::Zout;

/// Fewer children than this are not shown as a number.
pub const DREMPEL: u32 = 10;

/// A number of children as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Beschermd {
    /// Fewer than [`DREMPEL`], none included: that nobody is in care is also a statement about those who are.
    Onder,
    /// Rounded to the nearest five.
    Rond(u32),
}

/// Protects a number of children: a threshold of ten and rounding to fives, as CBS rounds its tables on youth care.
///
/// This protects one number. Many numbers together are protected by [`Deur`].
pub const fn bescherm(children: u32) -> Beschermd {
    if children < DREMPEL {
        Beschermd::Onder
    } else {
        // Halves cannot occur: a whole number is at most two away from a multiple of five.
        Beschermd::Rond((children + 2) / 5 * 5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_is_hidden_and_the_rest_is_near() {
        for n in 0..10_000 {
            match bescherm(n) {
                Beschermd::Onder => assert!(n < DREMPEL),
                Beschermd::Rond(shown) => {
                    assert!(n >= DREMPEL && shown.abs_diff(n) <= 2 && shown % 5 == 0);
                }
            }
        }
    }
}
