//! Who reads what someone said: the choice of who said it, asked in the conversation.
//!
//! Not asked is the narrowest choice. An objection against a reader counts always. Under twelve a parent with authority may ask
//! for the file (Jeugdwet 7.3.15); what a child asked to keep between the child and the professional is then weighed by that
//! professional, and is not shown by a page.

use serde::{Deserialize, Serialize};

use crate::toegang::{Keuze, Kijker, Maat};

/// Who may read someone's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lezers {
    /// Only who helps, and oneself.
    Professional,
    /// Also the parents with authority.
    Ouders,
    /// Everyone in the family.
    Gezin,
}

impl Lezers {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Professional, Self::Ouders, Self::Gezin];

    /// Its word in forms, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Ouders => "ouders",
            Self::Gezin => "gezin",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }

    /// Its number in storage.
    pub const fn number(self) -> i64 {
        match self {
            Self::Professional => 0,
            Self::Ouders => 1,
            Self::Gezin => 2,
        }
    }

    /// Back from storage.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.number() == number)
    }
}

/// From which side someone reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kant {
    /// Someone who works with the family and has the conversations of it open.
    Professional,
    /// A member of the family.
    Lid {
        /// Who they are to the one who spoke.
        kijker: Kijker,
        /// How much of the one who spoke is open to them.
        maat: Maat,
        /// What the one who spoke said about sharing with them.
        keuze: Keuze,
    },
}

/// Whether someone's own words are open to a reader.
pub const fn woorden_open(lezers: Option<Lezers>, kant: Kant) -> bool {
    match kant {
        Kant::Professional | Kant::Lid { kijker: Kijker::Zelf, .. } => true,
        Kant::Lid { keuze: Keuze::Bezwaar, .. } => false,
        Kant::Lid { kijker, .. } => match lezers {
            None | Some(Lezers::Professional) => false,
            Some(Lezers::Ouders) => matches!(kijker, Kijker::Gezag),
            Some(Lezers::Gezin) => true,
        },
    }
}

/// Whether the part of a conversation that is about one child alone is open: to who sees that child as a whole, and then only
/// as far as the child chose.
pub const fn eigen_open(lezers: Option<Lezers>, kant: Kant) -> bool {
    match kant {
        Kant::Professional => true,
        Kant::Lid { maat: Maat::Geheel, .. } => woorden_open(lezers, kant),
        Kant::Lid { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toegang::maat;
    use jiff::ToSpan;
    use jiff::civil::Date;

    const CHOICES: [Option<Lezers>; 4] =
        [None, Some(Lezers::Professional), Some(Lezers::Ouders), Some(Lezers::Gezin)];

    #[test]
    fn words_read_back() {
        for choice in Lezers::ALL {
            assert_eq!(Lezers::from_key(choice.key()), Some(choice));
            assert_eq!(Lezers::from_number(choice.number()), Some(choice));
        }
    }

    /// Every day from eleven to nineteen, every reader, every choice: written down once more in words and compared.
    #[test]
    fn every_day_every_reader_every_choice() {
        let born = Date::constant(2010, 6, 15);
        let (mut day, mut cells) = (Date::constant(2021, 6, 15), 0);
        while day < Date::constant(2029, 6, 15) {
            for kijker in Kijker::ALL {
                for keuze in Keuze::ALL {
                    let open = maat(kijker, Some(born), day, keuze);
                    let kant = Kant::Lid { kijker, maat: open, keuze };
                    for lezers in CHOICES {
                        let own = kijker == Kijker::Zelf;
                        let chosen = match lezers {
                            Some(Lezers::Gezin) => true,
                            Some(Lezers::Ouders) => kijker == Kijker::Gezag,
                            _ => false,
                        };
                        let words = own || (chosen && keuze != Keuze::Bezwaar);
                        assert_eq!(
                            woorden_open(lezers, kant),
                            words,
                            "{kijker:?} {keuze:?} {lezers:?} {day}"
                        );
                        assert_eq!(eigen_open(lezers, kant), words && open == Maat::Geheel, "{day}");
                        cells += 1;
                    }
                }
            }
            day = day.checked_add(1.day()).unwrap();
        }
        println!("{cells} cells: 0 deviations");
        assert!(cells > 170_000);
        // From sixteen no parent reads the private part, whatever was chosen years before.
        let at = |years: i16| Date::constant(2010 + years, 6, 15);
        for (years, open) in [(11, true), (13, true), (16, false), (17, false)] {
            let maat = maat(Kijker::Gezag, Some(born), at(years), Keuze::Geen);
            let kant = Kant::Lid { kijker: Kijker::Gezag, maat, keuze: Keuze::Geen };
            assert_eq!(eigen_open(Some(Lezers::Gezin), kant), open, "{years}");
            assert!(woorden_open(Some(Lezers::Ouders), kant), "{years}: the young person chose it");
        }
    }

    #[test]
    fn who_helps_reads_everything() {
        for lezers in CHOICES {
            assert!(woorden_open(lezers, Kant::Professional) && eigen_open(lezers, Kant::Professional));
        }
    }
}
