//! The whole numbers of the basisschema of iJw 3.2. Amounts are whole eurocents.

use crate::ongeldig::Ongeldig;

/// Cuts off the white space that `xs:integer`, `xs:date` and `xs:time` ignore around a value.
#[inline]
pub(crate) fn zonder_wit(tekst: &str) -> &str {
    tekst.trim_matches([' ', '\t', '\n', '\r'])
}

/// Reads an `xs:integer` from `min` to `max`: spaces around it, a sign and leading zeros are allowed.
#[inline]
pub(crate) fn lees_getal(tekst: &str, min: u64, max: u64) -> Result<u64, Ongeldig> {
    let tekst = zonder_wit(tekst);
    if tekst.is_empty() {
        return Err(Ongeldig::Leeg);
    }
    let (negatief, cijfers) = match tekst.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        alles => (false, alles),
    };
    if cijfers.is_empty() {
        return Err(Ongeldig::GeenGetal);
    }
    let mut getal = 0_u64;
    for cijfer in cijfers {
        if !cijfer.is_ascii_digit() {
            return Err(Ongeldig::GeenGetal);
        }
        getal = getal.saturating_mul(10).saturating_add(u64::from(cijfer - b'0'));
    }
    if getal < min || getal > max || (negatief && getal > 0) {
        return Err(Ongeldig::BuitenBereik { min, max });
    }
    Ok(getal)
}

/// Appends a number in digits.
pub(crate) fn schrijf_getal(getal: u64, uit: &mut String) {
    let mut cijfers = [0_u8; 20];
    let mut begin = cijfers.len();
    let mut rest = getal;
    for (plaats, cijfer) in cijfers.iter_mut().enumerate().rev() {
        // A remainder by ten fits in a byte.
        *cijfer = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        begin = plaats;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    uit.push_str(cijfers.get(begin..).and_then(|deel| str::from_utf8(deel).ok()).unwrap_or_default());
}

/// Defines a whole number with a range.
macro_rules! getaltype {
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
                f.debug_tuple(stringify!($naam)).field(&self.0).finish()
            }
        }
    };
    ($($(#[$uitleg:meta])* pub struct $naam:ident(0..=$max:literal) $($geheim:ident)?;)+) => {$(
        $(#[$uitleg])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $naam(u64);

        impl $naam {
            /// The largest number of the type.
            pub const MAX: u64 = $max;

            /// Takes a number over, if it lies in the range.
            pub const fn new(getal: u64) -> Result<Self, Ongeldig> {
                if getal > Self::MAX { Err(Ongeldig::BuitenBereik { min: 0, max: Self::MAX }) } else { Ok(Self(getal)) }
            }

            /// Reads a number as the schema allows it: spaces around it, a sign and leading zeros included.
            pub fn parse(tekst: &str) -> Result<Self, Ongeldig> {
                lees_getal(tekst, 0, Self::MAX).map(Self)
            }

            /// The number.
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl $crate::basis::Waarde for $naam {
            const DATATYPE: &'static $crate::tabel::Datatype = &$crate::tabel::Datatype {
                naam: stringify!($naam),
                grens: $crate::tabel::Grens::Getal { min: 0, max: $max },
            };

            #[inline]
            fn parse(tekst: &str) -> Result<Self, Ongeldig> {
                Self::parse(tekst)
            }

            fn append(&self, uit: &mut String) {
                schrijf_getal(self.0, uit);
            }
        }

        getaltype!(@debug $naam $($geheim)?);
    )+};
}

getaltype! {
    /// An amount in eurocents.
    pub struct Bedrag(0..=99_999_999);
    /// The amount that may be spent on an allocation, in eurocents.
    pub struct Budget(0..=99_999_999);
    /// A house number.
    pub struct Huisnummer(0..=99_999) geheim;
    /// The number of an allocation, unique per municipality.
    pub struct Nummer(0..=999_999_999);
    /// In which order to call on the client's relations.
    pub struct RelatieVolgorde(0..=99);
    /// The total amount of a declaration, in eurocents.
    pub struct TotaalBedrag(0..=999_999_999_999);
    /// A number of units.
    pub struct Volume(0..=99_999_999);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_the_schema_allows() {
        for goed in ["7", " 7\n", "+7", "007", "00000000000000000000000000007"] {
            assert_eq!(RelatieVolgorde::parse(goed).map(RelatieVolgorde::get), Ok(7), "{goed:?}");
        }
        assert_eq!(RelatieVolgorde::parse("-0").map(RelatieVolgorde::get), Ok(0));
        for fout in
            ["", " ", "-7", "100", "1.0", "+", "-", "+-1", "1 1", "99999999999999999999999", "\u{a0}1", "٣"]
        {
            assert!(RelatieVolgorde::parse(fout).is_err(), "{fout:?}");
        }
    }

    #[test]
    fn a_number_is_written_in_digits() {
        for getal in [0, 7, 10, 99, 100, 999_999_999_999, u64::MAX] {
            let mut uit = String::new();
            schrijf_getal(getal, &mut uit);
            assert_eq!(uit, getal.to_string());
        }
    }

    #[test]
    fn a_number_keeps_to_its_range() {
        assert!(Bedrag::new(99_999_999).is_ok());
        assert!(Bedrag::new(100_000_000).is_err());
    }
}
