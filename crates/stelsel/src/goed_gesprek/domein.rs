//! Life domains and underlying causes: short lists to talk along, which a conversation can add to.

use serde::{Deserialize, Serialize};

/// The domains of every conversation.
pub const DOMEINEN: [&str; 8] =
    ["thuis", "school", "gezondheid", "gevoel", "vrienden", "geld", "wonen", "veiligheid"];
/// The domains that are added when a young person of sixteen or older is in the family (seed 001: onderwijs en werk, inkomen,
/// wonen en veiligheid).
pub const DOMEINEN_18: [&str; 2] = ["werk", "inkomen"];
/// A domain that the conversation names itself.
pub const ANDERS: &str = "anders";
/// Underlying causes (seed 002): what lies below the question, often not with the child.
pub const OORZAKEN: [&str; 8] =
    ["geld", "wonen", "werk", "scheiding", "gezondheid-ouder", "verlies", "school", "buurt"];

/// The domains that are offered, in order; the one to name oneself is the last.
pub fn domeinen(volwassen: bool) -> impl Iterator<Item = &'static str> {
    let older: &[&str] = if volwassen { &DOMEINEN_18 } else { &[] };
    DOMEINEN.into_iter().chain(older.iter().copied()).chain([ANDERS])
}

/// How a domain goes, by whom: two words side by side, and no sum of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Score {
    /// Which domain.
    pub domein: String,
    /// Its name, of [`ANDERS`].
    pub naam: String,
    /// How it goes according to the family, 1 to 5.
    pub gezin: Option<u8>,
    /// How it goes according to the professional, 1 to 5.
    pub professional: Option<u8>,
}

impl Score {
    /// How far the two are apart; nothing when one of them said nothing.
    pub fn difference(&self) -> Option<u8> {
        Some(self.gezin?.abs_diff(self.professional?))
    }

    /// Whether anything was said.
    pub fn is_empty(&self) -> bool {
        self.naam.is_empty() && self.gezin.is_none() && self.professional.is_none()
    }

    /// Whether it stands in the scale and is a domain that is known.
    pub(super) fn is_sound(&self) -> bool {
        let fits = |score: Option<u8>| score.is_none_or(|n| (1..=5).contains(&n));
        fits(self.gezin) && fits(self.professional) && domeinen(true).any(|known| known == self.domein)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_side_by_side() {
        let said =
            |gezin, professional| Score { domein: "geld".into(), gezin, professional, ..Score::default() };
        assert_eq!(said(Some(2), Some(4)).difference(), Some(2));
        assert_eq!(said(Some(4), Some(2)).difference(), Some(2));
        assert_eq!((said(Some(2), None).difference(), said(None, None).difference()), (None, None));
        assert!(said(None, None).is_empty() && !said(None, Some(1)).is_empty());
        assert!(said(Some(5), Some(1)).is_sound());
        assert!(!said(Some(6), None).is_sound() && !said(None, Some(0)).is_sound());
        assert!(!Score { domein: "iets".into(), ..Score::default() }.is_sound());
    }

    #[test]
    fn work_and_income_come_at_sixteen() {
        assert_eq!(domeinen(false).count(), 9);
        assert_eq!(domeinen(true).count(), 11);
        assert_eq!(domeinen(true).last(), Some(ANDERS));
    }
}
