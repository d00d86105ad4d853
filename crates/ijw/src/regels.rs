//! The rules of the standard: what each is called, what it says and which code it gives.
//!
//! A rule of level 2 hangs on classes: the definition of a class names it, and [`Klasse::regels`](crate::tabel::Klasse::regels)
//! lists it. What it does stands in `persoon`, `zorg`, `verzoek` and `declaratie`.

mod declaratie;
mod niveau2;
mod niveau3;
mod niveau4;
mod persoon;
pub(crate) mod stapelen;
mod verzoek;
mod zorg;

pub use niveau2::NIVEAU2;
pub(crate) use niveau2::*;
pub use niveau3::NIVEAU3;
pub(crate) use niveau3::*;
pub use niveau4::NIVEAU4;
pub(crate) use niveau4::*;

/// A rule of the standard.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Regel {
    /// Its code in the standard, such as `CS002`.
    pub code: &'static str,
    /// The level at which it is checked: 2 within the message, 3 against earlier messages, 4 against the outside world.
    pub niveau: u8,
    /// The code with which a message is refused that breaks it (WJ001); empty for a rule whose breach cannot be sent back.
    pub retourcode: &'static str,
    /// What it says, in Dutch.
    pub nl: Uitleg,
    /// What it says, in English.
    pub en: Uitleg,
}

/// What is wrong when a rule is broken, and what its sender can do.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Uitleg {
    /// What is wrong: a sentence.
    pub wat: &'static str,
    /// What the sender can do: a sentence.
    pub doe: &'static str,
}

impl Regel {
    /// The rule of this code, at whatever level.
    pub fn from_code(code: &str) -> Option<&'static Self> {
        alle().find(|regel| regel.code == code)
    }
}

/// Every rule that this library checks above the schema.
pub fn alle() -> impl Iterator<Item = &'static Regel> {
    [NIVEAU2, NIVEAU3, NIVEAU4].into_iter().flatten().copied()
}

/// Defines rules, each as a type of its own that classes can name, and lists them.
macro_rules! regels {
    (
        $(#[$over:meta])* $lijst:ident niveau $niveau:literal
        $($naam:ident $code:literal $retour:literal
            $nl_wat:literal $nl_doe:literal
            $en_wat:literal $en_doe:literal;)+
    ) => {
        $(#[$over])*
        pub const $lijst: &[&Regel] = &[$($naam::REGEL),+];

        $(
            #[doc = concat!($code, ": ", $en_wat)]
            #[derive(Debug)]
            pub(crate) struct $naam;

            impl $naam {
                /// The definition of the rule.
                pub(crate) const REGEL: &'static Regel = &Regel {
                    code: $code,
                    niveau: $niveau,
                    retourcode: $retour,
                    nl: Uitleg { wat: $nl_wat, doe: $nl_doe },
                    en: Uitleg { wat: $en_wat, doe: $en_doe },
                };
            }
        )+
    };
}
pub(crate) use regels;
