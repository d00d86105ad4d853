//! The XML that goes with a fault.

use std::fmt;

use super::fout::Fout;
use super::lees::{MAX_DETAILS, tekst_van};
use super::lezing::Lezing;

/// XML elements of any kind, one after the other, each with the namespaces that it needs.
///
/// They are kept as text, for they may be anything: by agreement they are the envelope that went wrong.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct DetailsXml(String);

impl fmt::Debug for DetailsXml {
    /// Prints no contents: they tell about persons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DetailsXml({} bytes)", self.0.len())
    }
}

impl DetailsXml {
    /// Takes the root element of an XML document over.
    ///
    /// # Errors
    ///
    /// When it is no well-formed XML, or does not stay within the bounds of an envelope.
    pub fn from_document(xml: &[u8]) -> Result<Self, Fout> {
        let tekst = tekst_van(xml, MAX_DETAILS)?;
        Lezing::new(tekst).document_als_details()
    }

    /// Takes elements over that are known to be right.
    pub(super) const fn new(elementen: String) -> Self {
        Self(elementen)
    }

    /// The elements.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
