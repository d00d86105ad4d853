//! Words that somebody wrote: as they are, bounded, and not printed by accident.

use serde::{Deserialize, Serialize};

/// The most characters of one text in a plan.
pub const LANGSTE: usize = 4_000;

/// A text of more characters than [`LANGSTE`], or one that cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long or holds a character that cannot be kept")]
pub struct TeLang;

/// Somebody's words. Prints nothing of them under `Debug`.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Woorden(String);

impl Woorden {
    /// The words without the space around them; line ends are those of the program, not of the browser.
    pub fn new(text: &str) -> Result<Self, TeLang> {
        let text = text.trim().replace("\r\n", "\n");
        let sound = text.chars().count() <= LANGSTE && !text.contains('\0');
        if sound { Ok(Self(text)) } else { Err(TeLang) }
    }

    /// As they stand.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was said.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Debug for Woorden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Woorden(…)")
    }
}

impl std::fmt::Display for Woorden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_bounded_and_not_printed() {
        let words = Woorden::new("  samen eten\r\nzonder ruzie ").unwrap();
        assert_eq!(words.as_str(), "samen eten\nzonder ruzie");
        assert_eq!(format!("{words:?}"), "Woorden(…)");
        assert_eq!(Woorden::new(&"é".repeat(LANGSTE)).map(|w| w.is_empty()), Ok(false));
        assert_eq!(Woorden::new(&"e".repeat(LANGSTE + 1)), Err(TeLang));
        assert_eq!(Woorden::new("a\0b"), Err(TeLang));
    }
}
