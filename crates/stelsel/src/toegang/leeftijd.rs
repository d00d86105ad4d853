//! What a member of a family sees of another member, by age and authority.
//!
//! Jeugdwet 7.3.15: the rights over the file of a child under twelve are with the parents who have authority; from twelve the
//! young person has them too. From sixteen the young person decides alone (Jeugdwet 7.3.4 and 7.3.10, as for medical care in
//! BW 7:447), and parents see what is shared with them. A parent without authority has a right to be told (BW 1:377c), by
//! being told and not by a door of their own. The young person of twelve to fifteen can object; the parent then sees the
//! outline until someone of the team has talked it over with both.

use jiff::civil::Date;

use crate::persoon::age_on;

/// Who looks, seen from the member that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kijker {
    /// The same person.
    Zelf,
    /// A parent or guardian with authority over the child.
    Gezag,
    /// A parent without authority.
    ZonderGezag,
    /// A foster parent: cares for the child day by day, without authority.
    Pleegouder,
    /// A brother, a sister, another parent, anyone else in the family.
    Ander,
}

impl Kijker {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Zelf, Self::Gezag, Self::ZonderGezag, Self::Pleegouder, Self::Ander];
}

/// What the young person said about sharing with this viewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keuze {
    /// Nothing said.
    #[default]
    Geen,
    /// Shares the outline.
    Deelt,
    /// Objects.
    Bezwaar,
}

impl Keuze {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Geen, Self::Deelt, Self::Bezwaar];

    /// Its number in storage.
    pub const fn number(self) -> i64 {
        match self {
            Self::Geen => 0,
            Self::Deelt => 1,
            Self::Bezwaar => 2,
        }
    }

    /// Back from storage.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.number() == number)
    }
}

/// How much of a member is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Maat {
    /// The name, as members of one family know each other.
    Naam,
    /// The outline: which help there is and how it stands.
    Hoofdlijn,
    /// Everything.
    Geheel,
}

/// From this age a young person has the rights over the own file, beside the parents.
pub const EIGEN_STEM: u8 = 12;
/// From this age a young person decides alone.
pub const EIGEN_BESLUIT: u8 = 16;

/// How much of a member of the family `kijker` sees on a day. `geboren` is the birth date of who is looked at; without it
/// nobody can tell which age counts, and only adults' names are shown.
pub fn maat(kijker: Kijker, geboren: Option<Date>, dag: Date, keuze: Keuze) -> Maat {
    let Some(geboren) = geboren else { return Maat::Naam };
    let age = age_on(geboren, dag);
    let shared = if keuze == Keuze::Deelt && age >= EIGEN_STEM { Maat::Hoofdlijn } else { Maat::Naam };
    match kijker {
        Kijker::Zelf if age >= EIGEN_STEM => Maat::Geheel,
        Kijker::Zelf => Maat::Naam,
        Kijker::Gezag if age < EIGEN_STEM => Maat::Geheel,
        Kijker::Gezag if age < EIGEN_BESLUIT => {
            if keuze == Keuze::Bezwaar {
                Maat::Hoofdlijn
            } else {
                Maat::Geheel
            }
        }
        // Who cares for the child day by day has to know which help there is; an objection of twelve and older counts.
        Kijker::Pleegouder if age < EIGEN_BESLUIT => {
            if keuze == Keuze::Bezwaar && age >= EIGEN_STEM {
                Maat::Naam
            } else {
                Maat::Hoofdlijn
            }
        }
        Kijker::Gezag | Kijker::Pleegouder | Kijker::ZonderGezag | Kijker::Ander => shared,
    }
}

/// Whether someone of this birth date has a door of their own on a day.
pub fn own_door(geboren: Option<Date>, dag: Date) -> bool {
    geboren.is_some_and(|born| age_on(born, dag) >= EIGEN_STEM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    /// The whole table by age in years, from which each day is read.
    #[expect(clippy::match_same_arms, reason = "a table, line by line as the law has it")]
    fn expected(kijker: Kijker, years: i16, keuze: Keuze) -> Maat {
        use Keuze::{Bezwaar, Deelt};
        use Kijker::{Ander, Gezag, Pleegouder, Zelf, ZonderGezag};
        use Maat::{Geheel, Hoofdlijn, Naam};
        match (kijker, years, keuze) {
            (Zelf, 11, _) => Naam,
            (Zelf, ..) | (Gezag, 11, _) => Geheel,
            (Gezag, 12..=15, Bezwaar) => Hoofdlijn,
            (Gezag, 12..=15, _) => Geheel,
            (Pleegouder, 11, _) => Hoofdlijn,
            (Pleegouder, 12..=15, Bezwaar) => Naam,
            (Pleegouder, 12..=15, _) => Hoofdlijn,
            (ZonderGezag | Ander, 11, _) => Naam,
            (_, _, Deelt) => Hoofdlijn,
            _ => Naam,
        }
    }

    /// Every day from the eleventh to the nineteenth birthday, of someone born on a plain day, on 29 February and on the last
    /// day of a year.
    #[test]
    fn every_day_from_eleven_to_nineteen() {
        let (mut days, mut cells) = (0, 0);
        for born in [Date::constant(2010, 6, 15), Date::constant(2012, 2, 29), Date::constant(2009, 12, 31)] {
            // A birthday on 29 February is, in other years, on 1 March (one is not yet of age on 28 February).
            let birthday = |years: i16| {
                let year = born.year() + years;
                Date::new(year, born.month(), born.day()).unwrap_or(Date::constant(year, 3, 1))
            };
            let mut day = birthday(11);
            while day < birthday(19) {
                let years = (11..19).rev().find(|y| day >= birthday(*y)).unwrap();
                for kijker in Kijker::ALL {
                    for keuze in Keuze::ALL {
                        let open = maat(kijker, Some(born), day, keuze);
                        assert_eq!(
                            open,
                            expected(kijker, years, keuze),
                            "{kijker:?} {keuze:?} {born} on {day}"
                        );
                        cells += 1;
                    }
                }
                assert_eq!(own_door(Some(born), day), years >= 12, "{born} on {day}");
                days += 1;
                day = day.checked_add(1.day()).unwrap();
            }
        }
        assert!(days > 8_000);
        println!(
            "{days} days x {} relations x {} choices = {cells} cells: 0 deviations",
            Kijker::ALL.len(),
            Keuze::ALL.len()
        );
    }

    #[test]
    fn without_a_birth_date_nothing_is_open() {
        for kijker in Kijker::ALL {
            for keuze in Keuze::ALL {
                assert_eq!(maat(kijker, None, Date::constant(2026, 11, 1), keuze), Maat::Naam);
            }
        }
        assert!(!own_door(None, Date::constant(2026, 11, 1)));
    }

    /// The harness finds a rule that is a day off.
    #[test]
    fn a_rule_that_is_a_day_off_is_found() {
        let born = Date::constant(2010, 6, 15);
        let eve = Date::constant(2022, 6, 14);
        let off = maat(Kijker::Zelf, born.yesterday().ok(), eve, Keuze::Geen);
        assert_ne!(off, expected(Kijker::Zelf, 11, Keuze::Geen));
    }
}
