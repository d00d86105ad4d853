//! The file in an envelope.

use std::borrow::Cow;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::fout::Reden;
use super::tekst::Bestandsnaam;
use crate::lees::MAX_BYTES;

/// The byte order mark of UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// The bytes of a file: at most [`MAX_BYTES`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Inhoud(Vec<u8>);

impl fmt::Debug for Inhoud {
    /// Prints no contents: they tell about persons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Inhoud({} bytes)", self.0.len())
    }
}

impl Inhoud {
    /// Takes a file over, if it is not too large.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Result<Self, Reden> {
        let bytes = bytes.into();
        keur_grootte(bytes.len())?;
        Ok(Self(bytes))
    }

    /// Takes an XML message over, if it is not too large and is UTF-8 without a byte order mark.
    pub fn from_xml(bytes: impl Into<Vec<u8>>) -> Result<Self, Reden> {
        let inhoud = Self::new(bytes)?;
        inhoud.xml()?;
        Ok(inhoud)
    }

    /// The file as it came.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The file, handed over.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The file as an XML message.
    ///
    /// # Errors
    ///
    /// When it begins with a byte order mark or is not UTF-8, which the agreements on the envelope forbid. Who wants to
    /// read such a message all the same finds it in [`Inhoud::bytes`].
    pub fn xml(&self) -> Result<&str, Reden> {
        if self.0.starts_with(BOM) {
            return Err(Reden::Bom);
        }
        str::from_utf8(&self.0).map_err(|_| Reden::InhoudCodering)
    }

    /// Reads base64, with white space anywhere. The size is checked before there is anything of that size.
    pub(super) fn from_base64(tekst: &str) -> Result<Self, Reden> {
        let is_wit = |teken: &u8| matches!(teken, b' ' | b'\t' | b'\n' | b'\r');
        let wit = tekst.bytes().filter(is_wit).count();
        let opvulling = tekst.bytes().rev().filter(|teken| !is_wit(teken)).take_while(|teken| *teken == b'=');
        // Text that is no base64 may hold more padding than any file has.
        let opvulling = opvulling.take(2).count();
        keur_grootte(((tekst.len() - wit) / 4 * 3).saturating_sub(opvulling))?;
        let dicht = match wit {
            0 => Cow::Borrowed(tekst.as_bytes()),
            _ => Cow::Owned(tekst.bytes().filter(|teken| !is_wit(teken)).collect()),
        };
        STANDARD.decode(dicht).map(Self).map_err(|_| Reden::Base64)
    }

    /// Appends the file as base64.
    pub(super) fn append_base64(&self, uit: &mut String) {
        STANDARD.encode_string(&self.0, uit);
    }
}

fn keur_grootte(bytes: usize) -> Result<(), Reden> {
    if bytes > MAX_BYTES { Err(Reden::InhoudTeGroot { bytes, grens: MAX_BYTES }) } else { Ok(()) }
}

/// What the envelope holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Bestand {
    /// A message.
    Xml(Inhoud),
    /// Another file.
    Tekst {
        /// Its name.
        naam: Bestandsnaam,
        /// Its contents.
        inhoud: Inhoud,
    },
}

impl Bestand {
    /// The contents of either.
    pub const fn inhoud(&self) -> &Inhoud {
        match self {
            Self::Xml(inhoud) | Self::Tekst { inhoud, .. } => inhoud,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_with_white_space_and_only_in_its_one_form() {
        for (tekst, verwacht) in [
            ("", Some(&b""[..])),
            (" \n", Some(b"")),
            ("YQ==", Some(b"a")),
            (" Y\r\nQ =\t= ", Some(b"a")),
            ("YWI=", Some(b"ab")),
            ("YWJj", Some(b"abc")),
            ("YWJjZA==", Some(b"abcd")),
            ("YQ", None),
            ("YQ=", None),
            ("YQ===", None),
            ("====", None),
            ("YR==", None),
            ("YQ==YQ==", None),
            ("YWJ_", None),
            ("YWJj\u{a0}", None),
            ("YWJé", None),
        ] {
            let gelezen = Inhoud::from_base64(tekst).map(Inhoud::into_bytes);
            assert_eq!(gelezen.as_deref().ok(), verwacht, "{tekst:?}");
        }
    }

    #[test]
    fn the_size_is_known_before_decoding() {
        let precies = format!("{}==", "A".repeat(MAX_BYTES.div_ceil(3) * 4 - 2));
        assert_eq!(Inhoud::from_base64(&precies).map(|inhoud| inhoud.0.len()), Ok(MAX_BYTES));
        let groter = "A".repeat(precies.len());
        let fout = Reden::InhoudTeGroot { bytes: MAX_BYTES + 2, grens: MAX_BYTES };
        assert_eq!(Inhoud::from_base64(&groter), Err(fout.clone()));
        // What is no base64 at all is not looked at further either.
        assert_eq!(Inhoud::from_base64(&"!".repeat(precies.len())), Err(fout));
        assert!(Inhoud::new(vec![0; MAX_BYTES + 1]).is_err());
    }
}
