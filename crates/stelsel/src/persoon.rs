//! A person in a family: a child with help, a parent, a guardian, someone else around.

use std::fmt;

use jiff::civil::Date;

use crate::{Bsn, Gezin, Id};

/// Who someone is in the family. From the relation kinds of iJw list COD472 where a message tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GezinsRol {
    /// The youth for whom help is allocated: the client of a message.
    Jeugdige,
    /// A parent.
    Ouder,
    /// A guardian; may be an organisation.
    Voogd,
    /// A foster parent.
    Pleegouder,
    /// Anyone else the messages name.
    Ander,
}

impl GezinsRol {
    /// All roles, children first.
    pub const ALL: [Self; 5] = [Self::Jeugdige, Self::Ouder, Self::Voogd, Self::Pleegouder, Self::Ander];

    /// From the code of iJw list COD472.
    pub fn from_relation(code: &str) -> Self {
        match code {
            "10" => Self::Ouder,
            "11" => Self::Voogd,
            "13" => Self::Pleegouder,
            _ => Self::Ander,
        }
    }

    /// Its number in storage.
    pub const fn number(self) -> i64 {
        match self {
            Self::Jeugdige => 0,
            Self::Ouder => 1,
            Self::Voogd => 2,
            Self::Pleegouder => 3,
            Self::Ander => 4,
        }
    }

    /// Back from storage; an unknown number is [`GezinsRol::Ander`].
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|role| role.number() == number).unwrap_or(Self::Ander)
    }

    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Jeugdige => "rol-jeugdige",
            Self::Ouder => "rol-ouder",
            Self::Voogd => "rol-voogd",
            Self::Pleegouder => "rol-pleegouder",
            Self::Ander => "rol-ander",
        }
    }
}

/// A name as messages carry it. Prints nothing of itself under `Debug`.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Naam {
    /// Family name without prefix.
    pub achternaam: String,
    /// `van der`.
    pub voorvoegsel: Option<String>,
    /// First names in full.
    pub voornamen: Option<String>,
    /// Initials without dots.
    pub voorletters: Option<String>,
}

impl Naam {
    /// From what somebody types: `de Wit` becomes a prefix and a family name.
    pub fn typed(given: &str, family: &str) -> Self {
        let words: Vec<&str> = family.split_whitespace().collect();
        let prefix = words.iter().take_while(|word| PREFIXES.contains(word)).count();
        // `De` alone is a name.
        let prefix = prefix.min(words.len().saturating_sub(1));
        let (before, after) = words.split_at_checked(prefix).unwrap_or((&[], &words));
        let given = given.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            achternaam: after.join(" "),
            voorvoegsel: (!before.is_empty()).then(|| before.join(" ")),
            voornamen: (!given.is_empty()).then_some(given),
            voorletters: None,
        }
    }

    /// `Tom de Wit`; initials when no first name is known, the family name alone when nothing else is.
    pub fn full(&self) -> String {
        let first = self.voornamen.clone().or_else(|| self.voorletters.as_ref().map(|v| with_dots(v)));
        match first {
            Some(first) => format!("{first} {}", self.family()).trim_end().to_owned(),
            None => capitalised(&self.family()),
        }
    }

    /// `de Wit`.
    pub fn family(&self) -> String {
        match &self.voorvoegsel {
            Some(prefix) => format!("{prefix} {}", self.achternaam),
            None => self.achternaam.clone(),
        }
    }

    /// The first given name, or the initials: what one calls someone on a page about the family.
    pub fn given(&self) -> String {
        match (&self.voornamen, &self.voorletters) {
            (Some(names), _) => names.split(' ').next().unwrap_or_default().to_owned(),
            (None, Some(initials)) => with_dots(initials),
            (None, None) => capitalised(&self.family()),
        }
    }
}

impl fmt::Debug for Naam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Naam(…)")
    }
}

/// What stands before a family name, in small letters.
const PREFIXES: [&str; 12] = ["van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "el", "von", "op"];

fn with_dots(initials: &str) -> String {
    initials.chars().flat_map(|c| [c, '.']).collect()
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Someone in a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persoon {
    /// Identifier.
    pub id: Id<Persoon>,
    /// The family this person is part of.
    pub gezin: Id<Gezin>,
    /// The number, where a message gave one: clients have it, relations do not.
    pub bsn: Option<Bsn>,
    /// Role in the family.
    pub rol: GezinsRol,
    /// Name.
    pub naam: Naam,
    /// Birth date, where known.
    pub geboren: Option<Date>,
}

/// Whole years between birth and a day; negative is impossible, a birth date in the future gives zero.
pub fn age_on(born: Date, day: Date) -> u8 {
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    let years = day.year() - born.year() - i16::from(before_birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_read_as_people_say_them() {
        let tom = Naam {
            achternaam: "Wit".into(),
            voorvoegsel: Some("de".into()),
            voornamen: Some("Tom Jan".into()),
            voorletters: Some("TJ".into()),
        };
        assert_eq!((tom.full().as_str(), tom.given().as_str()), ("Tom Jan de Wit", "Tom"));
        let initials = Naam { voornamen: None, ..tom.clone() };
        assert_eq!(initials.full(), "T.J. de Wit");
        let bare = Naam { voorletters: None, ..initials };
        assert_eq!((bare.full().as_str(), bare.given().as_str()), ("De Wit", "De Wit"));
        assert_eq!(format!("{tom:?}"), "Naam(…)");
    }

    #[test]
    fn what_is_typed_becomes_a_name() {
        let name = Naam::typed(" Tom  Jan ", "van der Wit");
        assert_eq!((name.full().as_str(), name.achternaam.as_str()), ("Tom Jan van der Wit", "Wit"));
        assert_eq!(Naam::typed("", "De Wit").voorvoegsel, None, "with a capital it is part of the name");
        assert_eq!(Naam::typed("Oma", "").full(), "Oma");
        assert_eq!(Naam::typed("", "de").achternaam, "de");
    }

    #[test]
    fn a_birthday_counts_from_the_day_itself() {
        assert_eq!(age_on(date(2010, 2, 14), date(2026, 2, 13)), 15);
        assert_eq!(age_on(date(2010, 2, 14), date(2026, 2, 14)), 16);
        assert_eq!(age_on(date(2008, 2, 29), date(2026, 2, 28)), 17);
        assert_eq!(age_on(date(2026, 2, 14), date(2026, 1, 1)), 0);
    }

    #[test]
    fn roles_keep_their_number() {
        for role in GezinsRol::ALL {
            assert_eq!(GezinsRol::from_number(role.number()), role);
        }
    }
}
