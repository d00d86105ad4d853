//! The building blocks that every message shares: the simple and composite types of the basisschema (iJw 3.2).

mod codelijst;
mod codelijsten;
mod datum;
mod getal;
mod landcode;
mod samengesteld;
pub(crate) mod tekst;
mod teksttypen;

pub use codelijst::Code;
pub use codelijsten::*;
pub use datum::{Datum, Tijd};
pub(crate) use getal::zonder_wit;
pub use getal::{Bedrag, Budget, Huisnummer, Nummer, RelatieVolgorde, TotaalBedrag, Volume};
pub use landcode::LandCode;
pub use samengesteld::*;
pub use teksttypen::*;

use crate::ongeldig::Ongeldig;
use crate::tabel::Datatype;

/// A simple type of the standard: something that stands as text in an element.
pub trait Waarde: Sized {
    /// The description of the type.
    const DATATYPE: &'static Datatype;

    /// Reads a text exactly as the schema does.
    fn parse(tekst: &str) -> Result<Self, Ongeldig>;

    /// Reads a text of which every character is known to be one that XML allows.
    #[doc(hidden)]
    #[inline]
    fn parse_xml(tekst: &str) -> Result<Self, Ongeldig> {
        Self::parse(tekst)
    }

    /// Appends the text of the value.
    fn append(&self, uit: &mut String);

    /// Appends the text as it stood in the message, where a rule compares texts and not values.
    #[doc(hidden)]
    fn schrijfwijze(&self, uit: &mut String) {
        self.append(uit);
    }

    /// Appends the text of the value, escaped for XML.
    #[doc(hidden)]
    #[inline]
    fn append_xml(&self, uit: &mut String) {
        self.append(uit);
    }
}
