//! Why a value does not belong to its type.

use thiserror::Error;

/// The reason a text is not a value of a simple type of the standard.
///
/// A reason never repeats the value, so that it may be logged: only a short, unknown code of a code list is
/// kept, because nobody can repair a code without knowing which one was sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Ongeldig {
    /// There is no value at all.
    #[error("the value is empty")]
    Leeg,
    /// The value has too many characters.
    #[error("the value is longer than {max} characters")]
    TeLang {
        /// The largest number of characters.
        max: u32,
    },
    /// The value has another form than the type prescribes.
    #[error("the value must be {vorm}")]
    Vorm {
        /// What the type prescribes, in a few words.
        vorm: &'static str,
    },
    /// The value is no code of the list.
    #[error("the value is no code of list {lijst}")]
    NietInLijst {
        /// The name of the code list, such as `COD046`.
        lijst: &'static str,
        /// The code that was found, when it is short enough to be a code.
        gevonden: Option<String>,
    },
    /// The value is no whole number.
    #[error("the value is no whole number")]
    GeenGetal,
    /// The number lies outside its range.
    #[error("the number must lie from {min} to {max}")]
    BuitenBereik {
        /// The smallest number allowed.
        min: u64,
        /// The largest number allowed.
        max: u64,
    },
    /// The value is no date of the calendar, or it bears a time zone.
    #[error("the value is no calendar date without a time zone (jjjj-mm-dd)")]
    GeenDatum,
    /// The year is larger than this library handles.
    #[error("the year lies after 9999")]
    JaarBuitenBereik,
    /// The value is no time of day, or it bears a time zone.
    #[error("the value is no time of day without a time zone (uu:mm:ss)")]
    GeenTijd,
    /// The value holds a character that XML cannot hold.
    #[error("the value holds a character that XML does not allow")]
    VerbodenTeken,
    /// The value must be one fixed text.
    #[error("the value must be {verwacht}")]
    NietVast {
        /// The fixed text.
        verwacht: &'static str,
        /// What was found, when it is short enough to be a code.
        gevonden: Option<String>,
    },
}

impl Ongeldig {
    /// A stable key of the reason, for texts in other languages.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Leeg => "leeg",
            Self::TeLang { .. } => "te-lang",
            Self::Vorm { .. } => "vorm",
            Self::NietInLijst { .. } => "niet-in-lijst",
            Self::GeenGetal => "geen-getal",
            Self::BuitenBereik { .. } => "buiten-bereik",
            Self::GeenDatum => "geen-datum",
            Self::JaarBuitenBereik => "jaar-buiten-bereik",
            Self::GeenTijd => "geen-tijd",
            Self::VerbodenTeken => "verboden-teken",
            Self::NietVast { .. } => "niet-vast",
        }
    }

    /// The particulars of the reason, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let met = |naam, waarde: String, gevonden: &Option<String>| {
            let mut args = vec![(naam, waarde)];
            args.extend(gevonden.iter().map(|gevonden| ("gevonden", gevonden.clone())));
            args
        };
        match self {
            Self::TeLang { max } => vec![("max", max.to_string())],
            Self::Vorm { vorm } => vec![("vorm", (*vorm).to_owned())],
            Self::NietInLijst { lijst, gevonden } => met("lijst", (*lijst).to_owned(), gevonden),
            Self::BuitenBereik { min, max } => vec![("min", min.to_string()), ("max", max.to_string())],
            Self::NietVast { verwacht, gevonden } => met("verwacht", (*verwacht).to_owned(), gevonden),
            _ => Vec::new(),
        }
    }
}

/// Keeps a found text only when it can hardly be more than a code: up to four digits, or two letters or digits.
pub(crate) fn toonbaar(gevonden: &str) -> Option<String> {
    let cijfers = gevonden.len() <= 4 && gevonden.bytes().all(|teken| teken.is_ascii_digit());
    let kort = gevonden.len() <= 2 && gevonden.bytes().all(|teken| teken.is_ascii_alphanumeric());
    (cijfers || kort).then(|| gevonden.to_owned())
}
