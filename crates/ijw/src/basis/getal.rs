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

/// How many bits of a number hold its value; those above hold how it was written.
const BITS: u32 = 40;
const PLUS: u64 = 1 << BITS;
const MIN: u64 = 2 << BITS;
const WIT: u64 = 4 << BITS;
/// From here on upwards the number of zeros in front.
const NULLEN: u32 = BITS + 3;

/// How an `xs:integer` was written, when it was not simply in digits: some rules compare texts, not values.
///
/// White space is known to be there, not which; of more than two million zeros in front the number is not known.
#[inline]
fn schrijfwijze(tekst: &str) -> u64 {
    if let [b'1'..=b'9', rest @ ..] = tekst.as_bytes()
        && rest.iter().all(u8::is_ascii_digit)
    {
        return 0;
    }
    let kaal = zonder_wit(tekst);
    let wit = if kaal.len() == tekst.len() { 0 } else { WIT };
    let (teken, cijfers) = match kaal.as_bytes() {
        [b'+', rest @ ..] => (PLUS, rest),
        [b'-', rest @ ..] => (MIN, rest),
        alles => (0, alles),
    };
    let nullen = cijfers.iter().take(cijfers.len().saturating_sub(1)).take_while(|c| **c == b'0').count();
    wit | teken | ((nullen as u64).min((1 << (64 - NULLEN)) - 1) << NULLEN)
}

/// Appends a number as it was written.
fn schrijf_schrijfwijze(opgeslagen: u64, uit: &mut String) {
    for (vlag, teken) in [(WIT, ' '), (PLUS, '+'), (MIN, '-')] {
        if opgeslagen & vlag != 0 {
            uit.push(teken);
        }
    }
    for _ in 0..opgeslagen >> NULLEN {
        uit.push('0');
    }
    schrijf_getal(opgeslagen & (PLUS - 1), uit);
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
                f.debug_tuple(stringify!($naam)).field(&self.get()).finish()
            }
        }
    };
    ($($(#[$uitleg:meta])* pub struct $naam:ident(0..=$max:literal) $($geheim:ident)?;)+) => {$(
        $(#[$uitleg])*
        #[derive(Clone, Copy)]
        pub struct $naam(u64);

        impl PartialEq for $naam {
            #[inline]
            fn eq(&self, ander: &Self) -> bool {
                self.get() == ander.get()
            }
        }

        impl Eq for $naam {}

        impl PartialOrd for $naam {
            fn partial_cmp(&self, ander: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(ander))
            }
        }

        impl Ord for $naam {
            fn cmp(&self, ander: &Self) -> std::cmp::Ordering {
                self.get().cmp(&ander.get())
            }
        }

        impl std::hash::Hash for $naam {
            fn hash<H: std::hash::Hasher>(&self, staat: &mut H) {
                self.get().hash(staat);
            }
        }

        impl $naam {
            /// The largest number of the type.
            pub const MAX: u64 = $max;

            /// Takes a number over, if it lies in the range.
            pub const fn new(getal: u64) -> Result<Self, Ongeldig> {
                if getal > Self::MAX { Err(Ongeldig::BuitenBereik { min: 0, max: Self::MAX }) } else { Ok(Self(getal)) }
            }

            /// Reads a number as the schema allows it: spaces around it, a sign and leading zeros included.
            pub fn parse(tekst: &str) -> Result<Self, Ongeldig> {
                lees_getal(tekst, 0, Self::MAX).map(|getal| Self(getal | schrijfwijze(tekst)))
            }

            /// The number.
            #[inline]
            pub const fn get(self) -> u64 {
                self.0 & (PLUS - 1)
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
                schrijf_getal(self.get(), uit);
            }

            fn schrijfwijze(&self, uit: &mut String) {
                schrijf_schrijfwijze(self.0, uit);
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
    fn how_a_number_was_written_is_kept_beside_its_value() {
        for (tekst, geschreven) in [
            ("7", "7"),
            ("007", "007"),
            ("+07", "+07"),
            ("0", "0"),
            ("-0", "-0"),
            ("00", "00"),
            (" 7\n", " 7"),
        ] {
            let getal = Nummer::parse(tekst).unwrap();
            let mut uit = String::new();
            crate::basis::Waarde::schrijfwijze(&getal, &mut uit);
            assert_eq!(uit, geschreven);
            let waarde = tekst.trim().parse::<i64>().unwrap().unsigned_abs();
            assert_eq!(Ok(getal), Nummer::new(waarde), "equal by value");
        }
    }

    #[test]
    fn a_number_keeps_to_its_range() {
        assert!(Bedrag::new(99_999_999).is_ok());
        assert!(Bedrag::new(100_000_000).is_err());
    }
}
