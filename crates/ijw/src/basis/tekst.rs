//! The texts of the standard: a short string that needs no allocation, the check of a form, and the text types.

use crate::ongeldig::Ongeldig;
use crate::tabel::Vorm;

/// The number of bytes that a text holds in place. Nearly every value of a message is shorter.
const KORT: usize = 22;

/// A string of which a short one is held in place.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Tekst {
    /// At most [`KORT`] bytes; the rest is zero.
    Kort(u8, [u8; KORT]),
    /// More than [`KORT`] bytes.
    Lang(Box<str>),
}

impl Tekst {
    /// Holds a copy of the text.
    #[inline]
    pub(crate) fn new(tekst: &str) -> Self {
        let mut bytes = [0; KORT];
        match (bytes.get_mut(..tekst.len()), u8::try_from(tekst.len())) {
            (Some(doel), Ok(lengte)) => {
                doel.copy_from_slice(tekst.as_bytes());
                Self::Kort(lengte, bytes)
            }
            _ => Self::Lang(tekst.into()),
        }
    }

    /// The text.
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Kort(lengte, bytes) => bytes
                .get(..usize::from(*lengte))
                .and_then(|deel| str::from_utf8(deel).ok())
                .unwrap_or_default(),
            Self::Lang(tekst) => tekst,
        }
    }
}

/// Whether XML 1.0 can hold the character.
pub(crate) const fn mag_in_xml(teken: char) -> bool {
    !matches!(teken, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Checks a text of which every character is known to be allowed in XML against the length and form of its type.
#[inline]
pub(crate) fn keur(tekst: &str, max: Option<u32>, vorm: Vorm) -> Result<(), Ongeldig> {
    if tekst.is_empty() {
        return Err(Ongeldig::Leeg);
    }
    if let Some(max) = max {
        let grens = max as usize;
        // A character takes one byte or more, so few bytes need no counting.
        if tekst.len() > grens && tekst.chars().count() > grens {
            return Err(Ongeldig::TeLang { max });
        }
    }
    let bytes = tekst.as_bytes();
    let (goed, vorm) = match vorm {
        Vorm::Vrij => (true, ""),
        Vorm::Regel => (
            heeft_inhoud(bytes) && !bytes.iter().any(|teken| matches!(teken, b'\n' | b'\r')),
            "one line that is not blank",
        ),
        Vorm::Regels => (heeft_inhoud(bytes), "a text that is not blank"),
        Vorm::Cijfers(aantal) => (
            bytes.len() == aantal as usize && bytes.iter().all(u8::is_ascii_digit),
            match aantal {
                4 => "4 digits",
                8 => "8 digits",
                9 => "9 digits",
                _ => "a fixed number of digits",
            },
        ),
        Vorm::AlleenCijfers => (bytes.iter().all(u8::is_ascii_digit), "digits only"),
        Vorm::LettersEnCijfers => (bytes.iter().all(u8::is_ascii_alphanumeric), "letters and digits only"),
        Vorm::Letters => (
            tekst.chars().all(|teken| teken.is_ascii_alphabetic() || matches!(teken, 'À'..='ỳ')),
            "letters only",
        ),
        Vorm::Versie => (is_versie(tekst), "three numbers with dots between them"),
    };
    if goed { Ok(()) } else { Err(Ongeldig::Vorm { vorm }) }
}

/// Whether something else than the white space of XML stands in the text.
pub(crate) fn heeft_inhoud(bytes: &[u8]) -> bool {
    bytes.iter().any(|teken| !matches!(teken, b' ' | b'\t' | b'\n' | b'\r'))
}

fn is_versie(tekst: &str) -> bool {
    let mut delen = 0;
    let goed = tekst.split('.').all(|deel| {
        delen += 1;
        deel.bytes().all(|teken| teken.is_ascii_digit())
            && (deel == "0" || (!deel.is_empty() && !deel.starts_with('0')))
    });
    goed && delen == 3
}

/// Defines a text type: a newtype with a private field that only holds texts of its form.
macro_rules! teksttype {
    (@debug $naam:ident geheim) => {
        impl std::fmt::Debug for $naam {
            /// Prints no value: it says something about a person.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($naam), "(..)"))
            }
        }
    };
    (@debug $naam:ident) => {
        impl std::fmt::Debug for $naam {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($naam)).field(&self.as_str()).finish()
            }
        }
    };
    ($($(#[$uitleg:meta])* pub struct $naam:ident($max:expr, $vorm:expr) $($geheim:ident)?;)+) => {$(
        $(#[$uitleg])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $naam($crate::basis::tekst::Tekst);

        impl $naam {
            /// Takes a text over, if it belongs to the type.
            pub fn new(tekst: impl AsRef<str>) -> Result<Self, $crate::Ongeldig> {
                Self::parse(tekst.as_ref())
            }

            /// Takes a text over, if it belongs to the type.
            pub fn parse(tekst: &str) -> Result<Self, $crate::Ongeldig> {
                if !tekst.chars().all($crate::basis::tekst::mag_in_xml) {
                    return Err($crate::Ongeldig::VerbodenTeken);
                }
                <Self as $crate::basis::Waarde>::parse_xml(tekst)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl $crate::basis::Waarde for $naam {
            const DATATYPE: &'static $crate::tabel::Datatype = &$crate::tabel::Datatype {
                naam: stringify!($naam),
                grens: $crate::tabel::Grens::Tekst { max: $max, vorm: $vorm },
            };

            fn parse(tekst: &str) -> Result<Self, $crate::Ongeldig> {
                Self::parse(tekst)
            }

            #[inline]
            fn parse_xml(tekst: &str) -> Result<Self, $crate::Ongeldig> {
                $crate::basis::tekst::keur(tekst, $max, $vorm)?;
                Ok(Self($crate::basis::tekst::Tekst::new(tekst)))
            }

            fn append(&self, uit: &mut String) {
                uit.push_str(self.as_str());
            }

            #[inline]
            fn append_xml(&self, uit: &mut String) {
                $crate::schrijver::escape(self.as_str(), uit);
            }
        }

        impl AsRef<str> for $naam {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        teksttype!(@debug $naam $($geheim)?);
    )+};
}
pub(crate) use teksttype;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_no_more_room_than_a_string() {
        assert_eq!(size_of::<Tekst>(), size_of::<String>());
    }

    #[test]
    fn a_text_gives_back_what_it_was_given() {
        for tekst in [
            "",
            "a",
            "Testkind",
            "1234567890123456789012",
            "12345678901234567890123",
            "ééééééééééé",
            "éééééééééééé",
        ] {
            assert_eq!(Tekst::new(tekst).as_str(), tekst);
        }
    }

    #[test]
    fn a_line_holds_no_line_end_but_may_hold_any_other_space() {
        for (tekst, goed) in
            [("a", true), (" a ", true), ("a\nb", false), ("a\rb", false), (" ", false), ("\u{a0}", true)]
        {
            assert_eq!(keur(tekst, None, Vorm::Regel).is_ok(), goed, "{tekst:?}");
        }
        assert!(keur(" \n a", None, Vorm::Regels).is_ok());
        assert!(keur(" \n", None, Vorm::Regels).is_err());
    }

    #[test]
    fn a_length_counts_characters() {
        assert!(keur("éééé", Some(4), Vorm::Regel).is_ok());
        assert_eq!(keur("ééééé", Some(4), Vorm::Regel), Err(Ongeldig::TeLang { max: 4 }));
    }

    #[test]
    fn letters_run_from_a_to_u1ef3() {
        for (tekst, goed) in
            [("S", true), ("ỳ", true), ("Ỵ", false), ("×", true), ("¿", false), ("S.", false), ("S A", false)]
        {
            assert_eq!(keur(tekst, Some(6), Vorm::Letters).is_ok(), goed, "{tekst}");
        }
    }

    #[test]
    fn a_version_has_three_numbers() {
        for (tekst, goed) in [
            ("1.0.0", true),
            ("0.10.3", true),
            ("1.0", false),
            ("01.0.0", false),
            ("1..0", false),
            ("1.0.0.0", false),
        ] {
            assert_eq!(keur(tekst, None, Vorm::Versie).is_ok(), goed, "{tekst}");
        }
    }
}
