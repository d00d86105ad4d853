//! The family: the unit of the conversation, the plan and the access. Here: how messages about children become families.

use jiff::civil::Date;

use crate::persoon::{Naam, capitalised};
use crate::{Gemeentecode, Id, Postcode, Wijkcode};

/// A family as it is known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gezin {
    /// Identifier.
    pub id: Id<Gezin>,
    /// Family name for headings (`De Wit`).
    pub naam: String,
    /// Municipality that allocates.
    pub gemeente: Gemeentecode,
    /// Neighbourhood, when the postcode is in the region's table.
    pub wijk: Option<Wijkcode>,
    /// Where they live, when a message told.
    pub adres: Option<Adres>,
}

/// An address.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Adres {
    /// Street.
    pub straat: Option<String>,
    /// House number with letter and addition, `12a bis`.
    pub huis: Option<String>,
    /// Postcode as sent (a foreign one keeps its form).
    pub postcode: Option<String>,
    /// Town.
    pub plaats: Option<String>,
}

impl std::fmt::Debug for Adres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Adres(…)")
    }
}

impl Adres {
    /// `4811AB 12a bis`: two families at the same front door share it. None when the postcode is not Dutch or there is
    /// no house number, because then the address does not tell households apart.
    pub fn front_door(&self) -> Option<String> {
        let postcode = Postcode::parse(self.postcode.as_deref()?).ok()?;
        Some(format!("{postcode} {}", self.huis.as_deref()?.to_lowercase()))
    }
}

/// How someone who has no BSN is recognised: family name, first letter of the given name, birth date.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kenmerk(String);

impl std::fmt::Debug for Kenmerk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kenmerk(…)")
    }
}

impl Kenmerk {
    /// From a name and a birth date.
    pub fn of(name: &Naam, born: Option<Date>) -> Self {
        let initial = name
            .voornamen
            .as_deref()
            .or(name.voorletters.as_deref())
            .and_then(|n| n.chars().next())
            .map(|c| c.to_lowercase().to_string())
            .unwrap_or_default();
        let day = born.map(|d| d.to_string()).unwrap_or_default();
        Self(format!("{}|{initial}|{day}", name.family().to_lowercase()))
    }

    /// Back from storage.
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// The stored form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is known of a family that lives behind the same front door.
#[derive(Clone, Debug)]
pub struct Kandidaat {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its family name in lower case.
    pub achternamen: Vec<String>,
    /// Its parents.
    pub kenmerken: Vec<Kenmerk>,
}

/// The families behind one front door to which a child belongs: all with which it shares a parent (they are one family then),
/// or else, when neither side names parents, the only one with the same family name. Empty means: a family of its own.
///
/// A front door alone is not enough: a gezinshuis, a student house and a flat without additions hold several families.
pub fn household_of(family_name: &str, parents: &[Kenmerk], candidates: &[Kandidaat]) -> Vec<Id<Gezin>> {
    let by_parent: Vec<_> = candidates
        .iter()
        .filter(|c| c.kenmerken.iter().any(|k| parents.contains(k)))
        .map(|c| c.gezin)
        .collect();
    if !by_parent.is_empty() {
        return by_parent;
    }
    let name = family_name.to_lowercase();
    let silent =
        |c: &&Kandidaat| (parents.is_empty() || c.kenmerken.is_empty()) && c.achternamen.contains(&name);
    match candidates.iter().filter(silent).collect::<Vec<_>>().as_slice() {
        [only] => vec![only.gezin],
        _ => Vec::new(),
    }
}

/// The family name as it stands in a heading: `De Wit`.
pub fn heading(name: &Naam) -> String {
    capitalised(&name.family())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::civil::date;

    fn name(family: &str, given: &str) -> Naam {
        Naam { achternaam: family.into(), voornamen: Some(given.into()), ..Naam::default() }
    }

    fn candidate(nr: u8, family: &str, parents: &[Kenmerk]) -> Kandidaat {
        Kandidaat {
            gezin: Id::new(Timestamp::UNIX_EPOCH, [nr; 10]),
            achternamen: vec![family.to_lowercase()],
            kenmerken: parents.to_vec(),
        }
    }

    #[test]
    fn siblings_meet_through_a_parent_even_with_other_names() {
        let mother = Kenmerk::of(&name("Aydin", "Elif"), Some(date(1985, 3, 2)));
        let other = Kenmerk::of(&name("Bakker", "Jan"), Some(date(1980, 1, 1)));
        let behind_the_door =
            [candidate(1, "Bakker", &[other]), candidate(2, "Aydin", std::slice::from_ref(&mother))];
        assert_eq!(household_of("De Wit", &[mother], &behind_the_door), [behind_the_door[1].gezin]);
    }

    #[test]
    fn the_same_name_counts_only_where_no_parents_say_otherwise() {
        let one = Kenmerk::of(&name("Jansen", "Piet"), None);
        let two = Kenmerk::of(&name("Jansen", "Klaas"), None);
        let with_parents = [candidate(1, "Jansen", &[one])];
        assert_eq!(household_of("Jansen", &[two], &with_parents), []);
        assert_eq!(household_of("Jansen", &[], &with_parents), [with_parents[0].gezin]);
        assert_eq!(household_of("Jansen", &[], &[]), []);
        let twice = [candidate(1, "Jansen", &[]), candidate(2, "Jansen", &[])];
        assert_eq!(household_of("Jansen", &[], &twice), [], "two of that name: neither");
    }

    #[test]
    fn a_front_door_needs_a_dutch_postcode_and_a_number() {
        let home = Adres { huis: Some("12A".into()), postcode: Some("4811 ab".into()), ..Adres::default() };
        assert_eq!(home.front_door().as_deref(), Some("4811AB 12a"));
        assert_eq!(Adres { huis: None, ..home.clone() }.front_door(), None);
        assert_eq!(Adres { postcode: Some("B-2000".into()), ..home }.front_door(), None);
    }
}
