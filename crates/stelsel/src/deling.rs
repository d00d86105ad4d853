//! What a family shares with someone outside, and whose consent that takes.
//!
//! A share is about one member of the family, or about the family as a whole. It runs as long as those who decide today say yes:
//! parents with authority under twelve, a parent and the young person from twelve, the young person alone from sixteen (Jeugdwet
//! 7.3.4, 7.3.11 and 7.3.15; AVG art. 6 and 7). It is weighed whenever someone looks, never stored: a no, another birthday or
//! the end of authority counts from that moment.

use jiff::civil::Date;

use crate::persoon::{GezinsRol, age_on};
use crate::toegang::leeftijd::{EIGEN_BESLUIT, EIGEN_STEM};

/// Marks the identifier of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deling {}

/// Which part of what is known of someone is shared: always the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wat {
    /// Which help there is and how it stands.
    Hulp,
    /// The lines of the plan.
    Plan,
}

impl Wat {
    /// All parts that can be shared.
    pub const ALL: [Self; 2] = [Self::Hulp, Self::Plan];

    /// Its word in storage, in forms, and the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hulp => "hulp",
            Self::Plan => "plan",
        }
    }

    /// Back from storage or a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// Who of the family says something about a share, seen from whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stemmer {
    /// Whom it is about.
    Zelf,
    /// A parent or guardian with authority over whom it is about; for the family as a whole, over any of its children.
    Gezag,
    /// Anyone else: their answer counts for nothing.
    Ander,
}

impl Stemmer {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Zelf, Self::Gezag, Self::Ander];
}

/// Whom a share is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The family as a whole: the lines that are of nobody in particular.
    Gezin,
    /// A member, in this role and born on this day.
    Lid(GezinsRol, Option<Date>),
}

/// How a share stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelingStand {
    /// Everyone who decides said yes.
    Loopt,
    /// It waits for an answer: of a parent, of the young person, or of both.
    Wacht {
        /// A parent or guardian with authority has to say yes.
        ouder: bool,
        /// Whom it is about has to say yes.
        zelf: bool,
    },
    /// Someone who decides said no.
    Nee,
}

/// Whose yes a share takes on a day: of a parent with authority, of whom it is about.
const fn takes(over: Over, age: Option<u8>) -> (bool, bool) {
    match (over, age) {
        (Over::Gezin, _) => (true, false),
        (Over::Lid(GezinsRol::Jeugdige, _), Some(age)) if age < EIGEN_STEM => (true, false),
        (Over::Lid(GezinsRol::Jeugdige, _), Some(age)) if age >= EIGEN_BESLUIT => (false, true),
        // Of a child without a birth date nobody can tell who decides: both have to.
        (Over::Lid(GezinsRol::Jeugdige, _), _) => (true, true),
        (Over::Lid(..), _) => (false, true),
    }
}

/// Whether the answer of someone counts for a share on a day.
pub fn decides(over: Over, stemmer: Stemmer, dag: Date) -> bool {
    let (parent, own) = takes(over, age(over, dag));
    match stemmer {
        Stemmer::Gezag => parent,
        Stemmer::Zelf => own,
        Stemmer::Ander => false,
    }
}

/// How a share stands on a day, by the newest answer of each who said something.
pub fn weeg(over: Over, stemmen: &[(Stemmer, bool)], dag: Date) -> DelingStand {
    let (parent, own) = takes(over, age(over, dag));
    let counts = |who: Stemmer| match who {
        Stemmer::Gezag => parent,
        Stemmer::Zelf => own,
        Stemmer::Ander => false,
    };
    let said = |wanted: Stemmer| stemmen.iter().any(|(who, yes)| *who == wanted && *yes);
    if stemmen.iter().any(|(who, yes)| counts(*who) && !yes) {
        return DelingStand::Nee;
    }
    let (ouder, zelf) = (parent && !said(Stemmer::Gezag), own && !said(Stemmer::Zelf));
    if ouder || zelf { DelingStand::Wacht { ouder, zelf } } else { DelingStand::Loopt }
}

fn age(over: Over, dag: Date) -> Option<u8> {
    match over {
        Over::Lid(_, born) => born.map(|born| age_on(born, dag)),
        Over::Gezin => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    /// All sets of answers: of each kind of speaker nothing, yes, no, or two of them who differ.
    fn answers() -> Vec<Vec<(Stemmer, bool)>> {
        let kinds: [&[bool]; 4] = [&[], &[true], &[false], &[true, false]];
        let mut out = Vec::new();
        for own in &kinds[..3] {
            for parents in kinds {
                for other in kinds {
                    let of =
                        |who: Stemmer, said: &[bool]| said.iter().map(|yes| (who, *yes)).collect::<Vec<_>>();
                    let mut all = of(Stemmer::Zelf, own);
                    all.extend(of(Stemmer::Gezag, parents));
                    all.extend(of(Stemmer::Ander, other));
                    out.push(all);
                }
            }
        }
        out
    }

    /// Every day from the eleventh to the nineteenth birthday, with every set of answers, against the words of the law.
    #[test]
    fn every_day_with_every_answer() {
        let born = Date::constant(2010, 6, 15);
        let over = Over::Lid(GezinsRol::Jeugdige, Some(born));
        let (mut day, mut cells) = (Date::constant(2021, 6, 15), 0);
        while day < Date::constant(2029, 6, 15) {
            let years = (11..19).rev().find(|y| day >= Date::constant(2010 + y, 6, 15)).unwrap();
            for said in answers() {
                let yes = |who| said.contains(&(who, true));
                let no = |who| said.contains(&(who, false));
                let runs = match years {
                    11 => yes(Stemmer::Gezag) && !no(Stemmer::Gezag),
                    12..=15 => {
                        yes(Stemmer::Gezag) && yes(Stemmer::Zelf) && !no(Stemmer::Gezag) && !no(Stemmer::Zelf)
                    }
                    _ => yes(Stemmer::Zelf) && !no(Stemmer::Zelf),
                };
                assert_eq!(weeg(over, &said, day) == DelingStand::Loopt, runs, "{years}: {said:?}");
                cells += 1;
            }
            assert_eq!(decides(over, Stemmer::Gezag, day), years < 16);
            assert_eq!(decides(over, Stemmer::Zelf, day), years >= 12);
            assert!(!decides(over, Stemmer::Ander, day));
            day = day.checked_add(1.day()).unwrap();
        }
        assert!(cells > 100_000, "{cells}");
        println!("{cells} cells: 0 deviations");
    }

    #[test]
    fn a_parent_speaks_for_the_family_and_an_adult_alone() {
        let day = Date::constant(2026, 4, 10);
        let adult = Over::Lid(GezinsRol::Ouder, None);
        assert_eq!(weeg(adult, &[(Stemmer::Zelf, true)], day), DelingStand::Loopt);
        assert_eq!(
            weeg(adult, &[(Stemmer::Gezag, true)], day),
            DelingStand::Wacht { ouder: false, zelf: true }
        );
        assert_eq!(weeg(Over::Gezin, &[(Stemmer::Gezag, true)], day), DelingStand::Loopt);
        assert_eq!(
            weeg(Over::Gezin, &[(Stemmer::Gezag, true), (Stemmer::Gezag, false)], day),
            DelingStand::Nee
        );
        assert_eq!(
            weeg(Over::Gezin, &[(Stemmer::Ander, true)], day),
            DelingStand::Wacht { ouder: true, zelf: false }
        );
    }

    #[test]
    fn without_a_birth_date_both_decide() {
        let over = Over::Lid(GezinsRol::Jeugdige, None);
        let day = Date::constant(2026, 4, 10);
        assert_eq!(
            weeg(over, &[(Stemmer::Gezag, true)], day),
            DelingStand::Wacht { ouder: false, zelf: true }
        );
        assert_eq!(weeg(over, &[], day), DelingStand::Wacht { ouder: true, zelf: true });
    }

    #[test]
    fn words_read_back() {
        for wat in Wat::ALL {
            assert_eq!(Wat::from_key(wat.key()), Some(wat));
        }
    }
}
