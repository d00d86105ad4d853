//! The codes by which persons, places and providers are known outside: BSN, AGB, CBS codes, postcode.

use std::fmt;

/// A value that does not have the form its type asks for. Never holds the value itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ongeldig {
    /// A BSN is nine digits.
    #[error("a BSN is nine digits")]
    Bsn,
    /// An AGB code is eight digits.
    #[error("an AGB code is eight digits")]
    Agb,
    /// A municipality code of CBS is four digits.
    #[error("a municipality code is four digits")]
    Gemeente,
    /// A neighbourhood code of CBS is `WK` and six digits.
    #[error("a neighbourhood code is WK and six digits")]
    Wijk,
    /// A Dutch postcode is four digits and two letters.
    #[error("a postcode is four digits and two letters")]
    Postcode,
    /// A period cannot end before it begins.
    #[error("a period cannot end before it begins")]
    Periode,
    /// An identifier is 32 hexadecimal digits, with or without dashes.
    #[error("not an identifier")]
    Id,
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// Burgerservicenummer: nine digits. Level 1 of iJw asks no more; [`Bsn::passes_elfproef`] is rule CS002 of level 2.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bsn(u32);

impl Bsn {
    /// Reads nine digits.
    pub fn parse(text: &str) -> Result<Self, Ongeldig> {
        digits(text, 9).map(Self).ok_or(Ongeldig::Bsn)
    }

    /// The number, for storage and look-up only.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Whether the weighted sum 9,8,7,6,5,4,3,2,-1 of the digits is a multiple of eleven (iJw 3.2, CS002).
    pub fn passes_elfproef(self) -> bool {
        let mut rest = self.0;
        let mut sum = -i64::from(rest % 10);
        for weight in 2..=9 {
            rest /= 10;
            sum += weight * i64::from(rest % 10);
        }
        sum % 11 == 0
    }

    /// The nine digits in full. Only for a page whose reader may see them, and for messages.
    pub fn digits(self) -> String {
        format!("{:09}", self.0)
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(…)")
    }
}

impl TryFrom<i64> for Bsn {
    type Error = Ongeldig;
    fn try_from(number: i64) -> Result<Self, Ongeldig> {
        u32::try_from(number).ok().filter(|n| *n <= 999_999_999).map(Self).ok_or(Ongeldig::Bsn)
    }
}

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $inner:ty, $digits:literal, $fault:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// Reads the digits.
            pub fn parse(text: &str) -> Result<Self, Ongeldig> {
                digits(text, $digits)
                    .and_then(|n| <$inner>::try_from(n).ok())
                    .map(Self)
                    .ok_or($fault)
            }

            /// The code as a number, leading zeros lost.
            pub const fn number(self) -> $inner {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:0width$}", self.0, width = $digits)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = Ongeldig;
            fn try_from(number: i64) -> Result<Self, Ongeldig> {
                let limit = 10_i64.pow($digits);
                (0..limit).contains(&number)
                    .then(|| <$inner>::try_from(number).ok())
                    .flatten()
                    .map(Self)
                    .ok_or($fault)
            }
        }
    };
}

numbered! {
    /// AGB code of a provider: eight digits, two for the kind and six for the number.
    AgbCode, u32, 8, Ongeldig::Agb
}
numbered! {
    /// CBS code of a municipality: four digits (`0758` is Breda).
    Gemeentecode, u16, 4, Ongeldig::Gemeente
}

/// CBS code of a neighbourhood (wijk): `WK` and six digits, of which the first four are the municipality.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wijkcode(u32);

impl Wijkcode {
    /// Reads `WK075801`.
    pub fn parse(text: &str) -> Result<Self, Ongeldig> {
        text.strip_prefix("WK").and_then(|rest| digits(rest, 6)).map(Self).ok_or(Ongeldig::Wijk)
    }

    /// The six digits as a number, for storage.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The municipality that this neighbourhood is part of.
    pub fn gemeente(self) -> Gemeentecode {
        Gemeentecode(u16::try_from(self.0 / 100).unwrap_or(u16::MAX))
    }
}

impl fmt::Display for Wijkcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WK{:06}", self.0)
    }
}

impl fmt::Debug for Wijkcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<i64> for Wijkcode {
    type Error = Ongeldig;
    fn try_from(number: i64) -> Result<Self, Ongeldig> {
        u32::try_from(number).ok().filter(|n| *n <= 999_999).map(Self).ok_or(Ongeldig::Wijk)
    }
}

/// A Dutch postcode in its normal form: `4811AB`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    area: u16,
    letters: [u8; 2],
}

impl Postcode {
    /// Reads `4811 AB`, `4811ab` or `4811AB`; the first digit is not zero.
    pub fn parse(text: &str) -> Result<Self, Ongeldig> {
        let squeezed: Vec<u8> = text.bytes().filter(|b| *b != b' ').map(|b| b.to_ascii_uppercase()).collect();
        let (digits, letters) = squeezed.split_at_checked(4).ok_or(Ongeldig::Postcode)?;
        let letters: [u8; 2] = letters.try_into().map_err(|_| Ongeldig::Postcode)?;
        let is_area = digits.iter().all(u8::is_ascii_digit) && digits.first() != Some(&b'0');
        if !is_area || !letters.iter().all(u8::is_ascii_uppercase) {
            return Err(Ongeldig::Postcode);
        }
        let area = digits.iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(*digit - b'0'));
        Ok(Self { area, letters })
    }

    /// The four digits.
    pub const fn area(self) -> u16 {
        self.area
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.area, char::from(self.letters[0]), char::from(self.letters[1]))
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Postcode({}…)", self.area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bsn_needs_nine_digits_and_hides_itself() {
        assert!(Bsn::parse("999900006").unwrap().passes_elfproef());
        assert!(!Bsn::parse("999900007").unwrap().passes_elfproef());
        for wrong in ["", "99990000", "9999000061", "99990000a", " 99900006", "+99900006"] {
            assert_eq!(Bsn::parse(wrong), Err(Ongeldig::Bsn), "{wrong:?}");
        }
        let shown = format!("{:?}", Bsn::parse("999900006").unwrap());
        assert!(!shown.contains("9999"));
        assert_eq!(Bsn::parse("012345678").unwrap().digits(), "012345678");
    }

    #[test]
    fn codes_print_as_they_were_read() {
        for code in ["0758", "1959", "0000"] {
            assert_eq!(Gemeentecode::parse(code).unwrap().to_string(), code);
        }
        assert_eq!(AgbCode::parse("00000001").unwrap().to_string(), "00000001");
        assert_eq!(Wijkcode::parse("WK075801").unwrap().to_string(), "WK075801");
        assert_eq!(Wijkcode::parse("WK075801").unwrap().gemeente(), Gemeentecode::parse("0758").unwrap());
        assert!(Gemeentecode::parse("758").is_err());
        assert!(Wijkcode::parse("BU075801").is_err());
        assert!(AgbCode::try_from(100_000_000_i64).is_err());
        assert!(AgbCode::try_from(-1_i64).is_err());
    }

    #[test]
    fn postcode_has_one_normal_form() {
        for text in ["4811AB", "4811 ab", "4811ab"] {
            assert_eq!(Postcode::parse(text).unwrap().to_string(), "4811AB");
        }
        for wrong in ["0811AB", "4811A", "481AAB", "4811ABC", "", "4811Äx"] {
            assert_eq!(Postcode::parse(wrong), Err(Ongeldig::Postcode), "{wrong:?}");
        }
    }
}
