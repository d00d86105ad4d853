//! The simple types of an envelope.

use jiff::civil::DateTime;

use crate::basis::tekst::{Tekst, mag_in_xml};
use crate::basis::{AgbCode, Gemeente};
use crate::berichttype::Berichttype;
use crate::ongeldig::Ongeldig;
use crate::schrijver::escape;

/// A simple type: something that stands as text in an element.
pub(super) trait Veldtekst: Sized {
    /// The name of the type.
    const NAAM: &'static str;

    /// Reads a text exactly as the schema does.
    fn lees(tekst: &str) -> Result<Self, Ongeldig>;

    /// Appends the text, escaped for XML.
    fn append_xml(&self, uit: &mut String);
}

/// Defines text types, each with the smallest and largest number of characters, a form if there is one, and `geheim`
/// if the text may tell about a person.
macro_rules! teksttypen {
    (@vorm $tekst:ident) => { Ok(()) };
    (@vorm $tekst:ident $goed:ident $vorm:literal) => {
        if $goed($tekst) { Ok(()) } else { Err(Ongeldig::Vorm { vorm: $vorm }) }
    };
    (@debug $naam:ident geheim) => {
        impl std::fmt::Debug for $naam {
            /// Prints no value: it may tell about a person.
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
    ($($(#[$uitleg:meta])* $naam:ident $min:literal $max:literal $(($goed:ident $vorm:literal))? $($geheim:ident)?;)+) => {$(
        $(#[$uitleg])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $naam(Tekst);

        impl $naam {
            /// The largest number of characters.
            pub const MAX: u32 = $max;

            /// Takes a text over, if it belongs to the type.
            pub fn new(tekst: impl AsRef<str>) -> Result<Self, Ongeldig> {
                Self::parse(tekst.as_ref())
            }

            /// Takes a text over, if it belongs to the type.
            pub fn parse(tekst: &str) -> Result<Self, Ongeldig> {
                if !tekst.chars().all(mag_in_xml) {
                    return Err(Ongeldig::VerbodenTeken);
                }
                <Self as Veldtekst>::lees(tekst)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl Veldtekst for $naam {
            const NAAM: &'static str = stringify!($naam);

            fn lees(tekst: &str) -> Result<Self, Ongeldig> {
                keur_lengte(tekst, $min, $max)?;
                let vorm: Result<(), Ongeldig> = teksttypen!(@vorm tekst $($goed $vorm)?);
                vorm.map(|()| Self(Tekst::new(tekst)))
            }

            fn append_xml(&self, uit: &mut String) {
                escape(self.as_str(), uit);
            }
        }

        impl AsRef<str> for $naam {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        teksttypen!(@debug $naam $($geheim)?);
    )+};
}

teksttypen! {
    /// Who sends or receives: the code of a municipality (4 digits) or provider (8 digits), or a name such as `CBS`.
    Organisatie 0 200;
    /// The name of the application, without version; `GGk` for the hub.
    Applicatie 3 50;
    /// The part of the organisation's records.
    Administratie 0 50;
    /// Who uses the application.
    Gebruiker 0 100 geheim;
    /// A version: four digits.
    Versienr 4 4 (is_cijfers "4 digits");
    /// What the envelope holds, such as `JW301`.
    Functie 0 30;
    /// The number of an envelope in a Fo01, which may answer what bears no [`Referentienummer`].
    Refnummer 0 40;
    /// The number of an envelope: a UUID of version 4, in lower case.
    Referentienummer 36 36 (is_uuid4 "a UUID of version 4 in lower case");
    /// A moment, as 8 to 17 digits: `jjjjmmdduummss` and perhaps thousandths of a second.
    Tijdstip 0 17 (is_tijdstip "8 to 17 digits");
    /// The name of a text file.
    Bestandsnaam 4 255 (is_bestandsnaam "letters, digits, dots, hyphens and underscores");
    /// What went wrong, in a few words.
    Foutomschrijving 0 200 geheim;
    /// What went wrong, in more words.
    Foutdetails 0 1000 geheim;
    /// The code of a fault.
    Foutcode 0 7;
}

fn keur_lengte(tekst: &str, min: usize, max: u32) -> Result<(), Ongeldig> {
    if tekst.is_empty() && min > 0 {
        return Err(Ongeldig::Leeg);
    }
    let grens = max as usize;
    // A character takes one byte or more, so few bytes need no counting.
    if tekst.len() > grens && tekst.chars().nth(grens).is_some() {
        return Err(Ongeldig::TeLang { max });
    }
    if min > 1 && tekst.chars().nth(min - 1).is_none() {
        let vorm = if min == 3 { "at least 3 characters" } else { "longer" };
        return Err(Ongeldig::Vorm { vorm });
    }
    Ok(())
}

fn is_cijfers(tekst: &str) -> bool {
    tekst.bytes().all(|teken| teken.is_ascii_digit())
}

fn is_tijdstip(tekst: &str) -> bool {
    tekst.len() >= 8 && is_cijfers(tekst)
}

fn is_bestandsnaam(tekst: &str) -> bool {
    tekst.bytes().all(|teken| teken.is_ascii_alphanumeric() || matches!(teken, b'-' | b'.' | b'_'))
}

fn is_uuid4(tekst: &str) -> bool {
    tekst.len() == 36
        && tekst.bytes().enumerate().all(|(plaats, teken)| match plaats {
            8 | 13 | 18 | 23 => teken == b'-',
            14 => teken == b'4',
            19 => matches!(teken, b'8' | b'9' | b'a' | b'b'),
            _ => matches!(teken, b'0'..=b'9' | b'a'..=b'f'),
        })
}

impl Referentienummer {
    /// Makes a number of sixteen bytes, which the caller drew at random.
    pub fn from_bytes(mut bytes: [u8; 16]) -> Self {
        let [_, _, _, _, _, _, versie, _, variant, ..] = &mut bytes;
        *versie = *versie & 0x0f | 0x40;
        *variant = *variant & 0x3f | 0x80;
        let mut tekst = String::with_capacity(36);
        for (plaats, byte) in bytes.iter().enumerate() {
            if matches!(plaats, 4 | 6 | 8 | 10) {
                tekst.push('-');
            }
            tekst.extend(
                [byte >> 4, byte & 0xf].map(|cijfer| char::from_digit(cijfer.into(), 16).unwrap_or('0')),
            );
        }
        Self(Tekst::new(&tekst))
    }
}

impl From<Referentienummer> for Refnummer {
    fn from(nummer: Referentienummer) -> Self {
        Self(nummer.0)
    }
}

impl Tijdstip {
    /// The moment, to the second.
    ///
    /// # Errors
    ///
    /// In a year before 0 or after 9999, which has no place in four digits.
    pub fn from_datetime(moment: DateTime) -> Result<Self, Ongeldig> {
        if moment.year() < 0 {
            return Err(Ongeldig::GeenDatum);
        }
        let (dag, tijd) = (moment.date(), moment.time());
        Self::parse(&format!(
            "{:04}{:02}{:02}{:02}{:02}{:02}",
            dag.year(),
            dag.month(),
            dag.day(),
            tijd.hour(),
            tijd.minute(),
            tijd.second()
        ))
    }

    /// The moment, unless the digits are none: the schema allows any. What is left out is zero.
    pub fn datetime(&self) -> Option<DateTime> {
        let tekst = self.as_str();
        let deel = |van: usize, tot: usize| match tekst.get(van..tot) {
            Some(cijfers) => cijfers.parse::<i16>().ok(),
            None if tekst.len() <= van => Some(0),
            None => None,
        };
        let klein = |van: usize| deel(van, van + 2).and_then(|getal| i8::try_from(getal).ok());
        let nanos = format!("{:0<9}", tekst.get(14..).unwrap_or_default()).parse().ok()?;
        DateTime::new(deel(0, 4)?, klein(4)?, klein(6)?, klein(8)?, klein(10)?, klein(12)?, nanos).ok()
    }
}

impl Functie {
    /// The message of iJw 3.2 that the envelope holds, if it is one.
    pub fn berichttype(&self) -> Option<Berichttype> {
        Berichttype::ALLE.iter().copied().find(|bericht| bericht.naam() == self.as_str())
    }
}

impl From<Berichttype> for Functie {
    fn from(berichttype: Berichttype) -> Self {
        Self(Tekst::new(berichttype.naam()))
    }
}

impl From<&Gemeente> for Organisatie {
    fn from(gemeente: &Gemeente) -> Self {
        Self(Tekst::new(gemeente.as_str()))
    }
}

impl From<&AgbCode> for Organisatie {
    fn from(code: &AgbCode) -> Self {
        Self(Tekst::new(code.as_str()))
    }
}

impl Applicatie {
    /// The hub through which envelopes go.
    pub fn ggk() -> Self {
        Self(Tekst::new("GGk"))
    }
}

impl Versienr {
    /// The version with this number, if it has at most four digits.
    pub fn from_getal(getal: u16) -> Result<Self, Ongeldig> {
        Self::parse(&format!("{getal:04}"))
    }

    /// The version of a part of iJw, or the like: a number of at most two digits.
    pub(super) fn klein(getal: u8) -> Self {
        Self(Tekst::new(&format!("{getal:04}")))
    }
}

/// Makes a text of which the characters and the length are known to be right.
macro_rules! vast {
    ($($(#[$uitleg:meta])* $zicht:vis $type:ident::$functie:ident $tekst:literal;)+) => {$(
        impl $type {
            $(#[$uitleg])*
            $zicht fn $functie() -> Self {
                Self(Tekst::new($tekst))
            }
        }
    )+};
}

vast! {
    /// StUF055: the message does not pass its schema.
    pub Foutcode::stuf055 "StUF055";
    /// What StUF055 says.
    pub(super) Foutomschrijving::stuf055 "Berichtbody is niet conform schema in sectormodel";
}

impl Foutdetails {
    /// As much of the text as there is room for.
    pub(super) fn begin_van(tekst: &str) -> Self {
        Self(Tekst::new(&tekst.chars().take(Self::MAX as usize).collect::<String>()))
    }
}
