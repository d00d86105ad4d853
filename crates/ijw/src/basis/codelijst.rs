//! The shape of a code list.

/// A code of a list with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code as it stands in a message.
    pub code: &'static str,
    /// Its meaning in Dutch, in the words of the standard.
    pub omschrijving: &'static str,
}

/// Packs a code of at most four bytes into a number that orders as the code does.
#[inline]
pub(crate) const fn sleutel(code: &str) -> Option<u32> {
    match *code.as_bytes() {
        [a] => Some(u32::from_be_bytes([a, 0, 0, 0])),
        [a, b] => Some(u32::from_be_bytes([a, b, 0, 0])),
        [a, b, c] => Some(u32::from_be_bytes([a, b, c, 0])),
        [a, b, c, d] => Some(u32::from_be_bytes([a, b, c, d])),
        _ => None,
    }
}

/// Packs the codes of a list.
#[expect(
    clippy::indexing_slicing,
    reason = "runs at compile time, where iterators cannot, over two tables of one length"
)]
pub(crate) const fn sleutels<const AANTAL: usize>(codes: &[Code; AANTAL]) -> [u32; AANTAL] {
    let mut uit = [0; AANTAL];
    let mut plaats = 0;
    while plaats < AANTAL {
        if let Some(sleutel) = sleutel(codes[plaats].code) {
            uit[plaats] = sleutel;
        }
        plaats += 1;
    }
    uit
}

/// The place of a code in a sorted list.
#[inline]
#[expect(clippy::indexing_slicing, reason = "the place stays below the length of the list")]
pub(crate) const fn zoek<const AANTAL: usize>(sleutels: &[u32; AANTAL], code: &str) -> Option<usize> {
    let Some(gezocht) = sleutel(code) else { return None };
    let (mut van, mut tot) = (0, AANTAL);
    while van < tot {
        let midden = usize::midpoint(van, tot);
        if sleutels[midden] == gezocht {
            return Some(midden);
        } else if sleutels[midden] < gezocht {
            van = midden + 1;
        } else {
            tot = midden;
        }
    }
    None
}

/// Defines a code list: a value that is one of its codes. The codes stand in order.
macro_rules! codelijst {
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
                f.debug_tuple(stringify!($naam)).field(&self.code()).finish()
            }
        }
    };
    ($(#[$uitleg:meta])* pub struct $naam:ident $lijst:literal $($geheim:ident)? {
        $($code:literal => $omschrijving:literal,)+
    }) => {
        $(#[$uitleg])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $naam(u8);

        impl $naam {
            const CODES: &'static [$crate::basis::Code; [$($code),+].len()] =
                &[$($crate::basis::Code { code: $code, omschrijving: $omschrijving }),+];
            const SLEUTELS: [u32; [$($code),+].len()] = $crate::basis::codelijst::sleutels(Self::CODES);

            /// The name of the list.
            pub const LIJST: &'static str = $lijst;

            /// Every value of the list, in order.
            pub const ALLE: &'static [Self] = &{
                let mut alle = [Self(0); [$($code),+].len()];
                let mut plaats = 0;
                while plaats < alle.len() {
                    #[expect(clippy::indexing_slicing, clippy::cast_possible_truncation,
                        reason = "runs at compile time over a list of at most 256 codes")]
                    {
                        alle[plaats] = Self(plaats as u8);
                    }
                    plaats += 1;
                }
                alle
            };

            /// Takes a code over, if it stands in the list.
            #[inline]
            pub fn parse(code: &str) -> Result<Self, $crate::Ongeldig> {
                $crate::basis::codelijst::zoek(&Self::SLEUTELS, code)
                    .and_then(|plaats| u8::try_from(plaats).ok())
                    .map(Self)
                    .ok_or_else(|| $crate::Ongeldig::NietInLijst {
                        lijst: $lijst,
                        gevonden: $crate::ongeldig::toonbaar(code),
                    })
            }

            /// The value of a code that is known when compiling.
            ///
            /// # Panics
            ///
            /// When the code does not stand in the list: at compile time, in a constant.
            pub const fn constant(code: &str) -> Self {
                #[expect(clippy::cast_possible_truncation, reason = "a list holds at most 256 codes")]
                match $crate::basis::codelijst::zoek(&Self::SLEUTELS, code) {
                    Some(plaats) => Self(plaats as u8),
                    None => panic!("no code of the list"),
                }
            }

            /// The code as it stands in a message.
            #[inline]
            pub fn code(self) -> &'static str {
                Self::CODES.get(usize::from(self.0)).map_or("", |code| code.code)
            }

            /// What the code means, in the words of the standard.
            pub fn omschrijving(self) -> &'static str {
                Self::CODES.get(usize::from(self.0)).map_or("", |code| code.omschrijving)
            }
        }

        impl $crate::basis::Waarde for $naam {
            const DATATYPE: &'static $crate::tabel::Datatype = &$crate::tabel::Datatype {
                naam: stringify!($naam),
                grens: $crate::tabel::Grens::Lijst { naam: $lijst, codes: Self::CODES },
            };

            #[inline]
            fn parse(tekst: &str) -> Result<Self, $crate::Ongeldig> {
                Self::parse(tekst)
            }

            fn append(&self, uit: &mut String) {
                uit.push_str(self.code());
            }
        }

        codelijst!(@debug $naam $($geheim)?);
    };
}
pub(crate) use codelijst;

#[cfg(test)]
mod tests {
    use crate::Ongeldig;
    use crate::basis::{Eenheid, Geslacht, LandCode, ProductCategorie, RetourCode};

    macro_rules! elke_code {
        ($($lijst:ident: $aantal:literal),+) => {$(
            assert_eq!($lijst::ALLE.len(), $aantal);
            assert!($lijst::ALLE.windows(2).all(|paar| paar[0].code() < paar[1].code()));
            for waarde in $lijst::ALLE {
                assert_eq!($lijst::parse(waarde.code()), Ok(*waarde));
                assert!(!waarde.omschrijving().is_empty());
            }
        )+};
    }

    #[test]
    fn every_code_of_a_list_is_found_back() {
        elke_code!(Eenheid: 7, Geslacht: 3, LandCode: 249, ProductCategorie: 24, RetourCode: 59);
    }

    #[test]
    fn a_code_is_taken_as_it_stands() {
        assert_eq!(Eenheid::parse("04").map(Eenheid::omschrijving), Ok("Uur"));
        assert_eq!(Eenheid::constant("84").code(), "84");
        for fout in ["", "4", " 04", "004", "0400000", "99"] {
            assert!(Eenheid::parse(fout).is_err(), "{fout:?}");
        }
    }

    #[test]
    fn an_unknown_code_is_named_but_a_text_is_not() {
        let gevonden = |tekst| match Geslacht::parse(tekst) {
            Err(Ongeldig::NietInLijst { lijst: "COD046", gevonden }) => gevonden,
            anders => panic!("{anders:?}"),
        };
        assert_eq!(gevonden("9"), Some("9".to_owned()));
        assert_eq!(gevonden("Sanne"), None);
    }

    #[test]
    fn a_code_about_a_person_is_not_printed() {
        assert_eq!(format!("{:?}", Geslacht::constant("1")), "Geslacht(..)");
        assert_eq!(format!("{:?}", Eenheid::constant("01")), "Eenheid(\"01\")");
    }
}
