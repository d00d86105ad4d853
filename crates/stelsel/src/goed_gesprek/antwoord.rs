//! What a conversation leads to. Several go together, and doing nothing yet is one of them.

use serde::{Deserialize, Serialize};

/// An answer (seed 001 bouwsteen 1, 000 and 002): none of them is better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Antwoord {
    /// Reassure: this is part of life.
    Geruststellen,
    /// Guide ourselves.
    Begeleiden,
    /// Someone joins in; the regie stays.
    Bijschakelen,
    /// Someone else takes over.
    Doorverwijzen,
    /// Stay near without doing anything: not treating is an answer too.
    Present,
    /// A small flame that stays on: light contact without an end date.
    Waakvlam,
}

impl Antwoord {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Geruststellen,
        Self::Begeleiden,
        Self::Bijschakelen,
        Self::Doorverwijzen,
        Self::Present,
        Self::Waakvlam,
    ];

    /// Its word in forms, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Geruststellen => "geruststellen",
            Self::Begeleiden => "begeleiden",
            Self::Bijschakelen => "bijschakelen",
            Self::Doorverwijzen => "doorverwijzen",
            Self::Present => "present",
            Self::Waakvlam => "waakvlam",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.key() == key)
    }

    /// Whether it goes on until somebody says otherwise: it is never late, and no list calls it overdue.
    pub const fn without_end(self) -> bool {
        matches!(self, Self::Present | Self::Waakvlam)
    }
}

/// An answer as it was given in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Antwoordregel {
    /// Which.
    pub antwoord: Antwoord,
    /// What was agreed, in words.
    #[serde(default)]
    pub woorden: String,
    /// Who does it.
    #[serde(default)]
    pub wie: String,
    /// When, or how often: of a waakvlam the rhythm of contact.
    #[serde(default)]
    pub wanneer: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back_and_agree_with_storage() {
        for answer in Antwoord::ALL {
            assert_eq!(Antwoord::from_key(answer.key()), Some(answer));
            assert_eq!(serde_json::to_string(&answer).unwrap(), format!("\"{}\"", answer.key()));
        }
        assert_eq!(Antwoord::from_key("afwijzen"), None, "there is no answer that sends people away");
        let open: Vec<_> = Antwoord::ALL.into_iter().filter(|a| a.without_end()).collect();
        assert_eq!(open, [Antwoord::Present, Antwoord::Waakvlam]);
    }
}
