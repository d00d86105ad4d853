//! Who may look at what, and for which purpose: role × relation × part. One definition feeds pages, lists and menus.

use crate::{AgbCode, Gemeentecode, Gezin, Id, Wijkcode};

/// The role in which someone is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rol {
    /// Professional in a neighbourhood team: the families of the team's neighbourhoods.
    Wijkteam,
    /// Policy adviser: figures, no persons.
    Beleid,
    /// Contract manager: providers and figures, no persons.
    Contract,
    /// Council member: figures, no persons.
    Raad,
    /// Functional manager of the message traffic: messages and quarantine.
    Beheer,
    /// Employee of a provider: the messages of that provider.
    Aanbieder,
    /// Member of a family: that family.
    Gezinslid,
}

impl Rol {
    /// All roles.
    pub const ALL: [Self; 7] = [
        Self::Wijkteam,
        Self::Beleid,
        Self::Contract,
        Self::Raad,
        Self::Beheer,
        Self::Aanbieder,
        Self::Gezinslid,
    ];

    /// Its word in storage and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wijkteam => "wijkteam",
            Self::Beleid => "beleid",
            Self::Contract => "contract",
            Self::Raad => "raad",
            Self::Beheer => "beheer",
            Self::Aanbieder => "aanbieder",
            Self::Gezinslid => "gezinslid",
        }
    }

    /// Back from storage.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The purpose for which this role looks at personal data; goes into the journal with every look.
    pub const fn purpose(self) -> Doel {
        match self {
            Self::Wijkteam => Doel::Hulp,
            Self::Beleid | Self::Raad => Doel::Beleid,
            Self::Contract => Doel::Contract,
            Self::Beheer | Self::Aanbieder => Doel::Berichtenverkeer,
            Self::Gezinslid => Doel::Inzage,
        }
    }
}

/// Why someone looks (Jeugdwet 7.4 and AVG art. 6: data are used for a named purpose).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doel {
    /// Helping the family.
    Hulp,
    /// Making policy from figures.
    Beleid,
    /// Managing contracts with providers.
    Contract,
    /// Exchanging messages with providers.
    Berichtenverkeer,
    /// Seeing one's own data.
    Inzage,
    /// The program itself, taking in messages or starting.
    Verwerking,
}

impl Doel {
    /// Its word in the journal and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hulp => "hulp",
            Self::Beleid => "beleid",
            Self::Contract => "contract",
            Self::Berichtenverkeer => "berichtenverkeer",
            Self::Inzage => "inzage",
            Self::Verwerking => "verwerking",
        }
    }
}

/// A part of the program that is looked at as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onderdeel {
    /// The region and its municipalities, figures only.
    Regio,
    /// One neighbourhood, figures only.
    Wijk,
    /// The list of families.
    Gezinnen,
    /// One family.
    Gezin,
    /// The list of messages.
    Berichten,
    /// One message.
    Bericht,
    /// What could not be taken in.
    Quarantaine,
    /// The conversation with a provider about one allocation.
    Gesprek,
    /// The requests of providers that wait for a decision.
    Verzoeken,
    /// One request.
    Verzoek,
    /// What is due in the message traffic: kinds, providers and days, no persons.
    Termijnen,
    /// The list of providers and one provider, figures only.
    Aanbieders,
}

impl Onderdeel {
    /// All parts.
    pub const ALL: [Self; 12] = [
        Self::Regio,
        Self::Wijk,
        Self::Gezinnen,
        Self::Gezin,
        Self::Berichten,
        Self::Bericht,
        Self::Quarantaine,
        Self::Gesprek,
        Self::Verzoeken,
        Self::Verzoek,
        Self::Termijnen,
        Self::Aanbieders,
    ];

    /// Its word in the journal.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Regio => "regio",
            Self::Wijk => "wijk",
            Self::Gezinnen => "gezinnen",
            Self::Gezin => "gezin",
            Self::Berichten => "berichten",
            Self::Bericht => "bericht",
            Self::Quarantaine => "quarantaine",
            Self::Gesprek => "gesprek",
            Self::Verzoeken => "verzoeken",
            Self::Verzoek => "verzoek",
            Self::Termijnen => "termijnen",
            Self::Aanbieders => "aanbieders",
        }
    }
}

/// Someone who is signed in, with the relations that decide what is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identiteit {
    /// Stable key of the account.
    pub account: String,
    /// Name on the screen.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// The neighbourhoods of a team.
    pub wijken: Vec<Wijkcode>,
    /// The provider someone works for.
    pub aanbieder: Option<AgbCode>,
    /// The family someone is part of.
    pub gezin: Option<Id<Gezin>>,
}

/// How much of a part is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bereik {
    /// Nothing; the answer is the same as for what does not exist.
    Niets,
    /// What one has a relation with: the team's neighbourhoods, the own provider, the own family.
    Eigen,
    /// Everything in the register.
    Alles,
}

impl Identiteit {
    /// How much of a part this person may see. The table of the whole program; a role that is not named sees nothing.
    pub const fn reach(&self, part: Onderdeel) -> Bereik {
        use Onderdeel as O;
        use Rol as R;
        match (self.rol, part) {
            (R::Wijkteam | R::Beleid | R::Contract | R::Raad | R::Beheer, O::Regio | O::Wijk)
            | (
                R::Beheer,
                O::Berichten | O::Bericht | O::Quarantaine | O::Gesprek | O::Verzoeken | O::Verzoek,
            )
            | (R::Beheer | R::Contract, O::Termijnen)
            | (R::Wijkteam | R::Beleid | R::Contract | R::Beheer, O::Aanbieders) => Bereik::Alles,
            (R::Wijkteam, O::Gezinnen | O::Gezin | O::Gesprek | O::Verzoeken | O::Verzoek)
            | (R::Gezinslid, O::Gezin)
            | (R::Aanbieder, O::Berichten | O::Bericht | O::Gesprek | O::Aanbieders) => Bereik::Eigen,
            _ => Bereik::Niets,
        }
    }

    /// Whether a family is theirs.
    pub fn has_gezin(&self, id: Id<Gezin>, wijk: Option<Wijkcode>) -> bool {
        match self.reach(Onderdeel::Gezin) {
            Bereik::Alles => true,
            Bereik::Eigen => self.gezin == Some(id) || wijk.is_some_and(|w| self.wijken.contains(&w)),
            Bereik::Niets => false,
        }
    }

    /// Whether a conversation with a provider about a child of this family is theirs.
    pub fn has_gesprek(&self, agb: AgbCode, gezin: Id<Gezin>, wijk: Option<Wijkcode>) -> bool {
        match self.reach(Onderdeel::Gesprek) {
            Bereik::Alles => true,
            Bereik::Eigen => self.aanbieder == Some(agb) || self.has_gezin(gezin, wijk),
            Bereik::Niets => false,
        }
    }

    /// Whether a request about a child of this family is theirs. A family of which the neighbourhood is not known yet has no
    /// team: the question is then one of every team of the municipality that is asked, so that it does not lie unseen.
    pub fn has_verzoek(&self, gemeente: Gemeentecode, gezin: Id<Gezin>, wijk: Option<Wijkcode>) -> bool {
        match self.reach(Onderdeel::Verzoek) {
            Bereik::Alles => true,
            Bereik::Eigen => match wijk {
                Some(_) => self.has_gezin(gezin, wijk),
                None => self.wijken.iter().any(|own| own.gemeente() == gemeente),
            },
            Bereik::Niets => false,
        }
    }

    /// Whether this person may answer the requests that they see.
    pub const fn decides(&self) -> bool {
        matches!(self.rol, Rol::Wijkteam)
    }

    /// Whether what belongs to a provider is theirs, within a part.
    pub fn has_aanbieder(&self, part: Onderdeel, agb: Option<AgbCode>) -> bool {
        match self.reach(part) {
            Bereik::Alles => true,
            Bereik::Eigen => agb.is_some() && self.aanbieder == agb,
            Bereik::Niets => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn someone(rol: Rol) -> Identiteit {
        Identiteit {
            account: "x".into(),
            naam: "X".into(),
            rol,
            wijken: vec![],
            aanbieder: None,
            gezin: None,
        }
    }

    /// The whole table in one place for a reviewer: a change of rights shows as a change of this text.
    #[test]
    fn the_table_of_rights() {
        use std::fmt::Write as _;
        let mut table = String::new();
        for part in Onderdeel::ALL {
            write!(table, "{:<12}", part.key()).unwrap();
            for role in Rol::ALL {
                let mark = match someone(role).reach(part) {
                    Bereik::Niets => '.',
                    Bereik::Eigen => 'e',
                    Bereik::Alles => 'A',
                };
                write!(table, " {}:{mark}", role.key()).unwrap();
            }
            table.push('\n');
        }
        let expected = "\
regio        wijkteam:A beleid:A contract:A raad:A beheer:A aanbieder:. gezinslid:.
wijk         wijkteam:A beleid:A contract:A raad:A beheer:A aanbieder:. gezinslid:.
gezinnen     wijkteam:e beleid:. contract:. raad:. beheer:. aanbieder:. gezinslid:.
gezin        wijkteam:e beleid:. contract:. raad:. beheer:. aanbieder:. gezinslid:e
berichten    wijkteam:. beleid:. contract:. raad:. beheer:A aanbieder:e gezinslid:.
bericht      wijkteam:. beleid:. contract:. raad:. beheer:A aanbieder:e gezinslid:.
quarantaine  wijkteam:. beleid:. contract:. raad:. beheer:A aanbieder:. gezinslid:.
gesprek      wijkteam:e beleid:. contract:. raad:. beheer:A aanbieder:e gezinslid:.
verzoeken    wijkteam:e beleid:. contract:. raad:. beheer:A aanbieder:. gezinslid:.
verzoek      wijkteam:e beleid:. contract:. raad:. beheer:A aanbieder:. gezinslid:.
termijnen    wijkteam:. beleid:. contract:A raad:. beheer:A aanbieder:. gezinslid:.
aanbieders   wijkteam:A beleid:A contract:A raad:. beheer:A aanbieder:e gezinslid:.
";
        assert_eq!(table, expected);
    }

    #[test]
    fn a_colleague_with_the_same_role_and_no_relation_sees_nothing() {
        let breda = Wijkcode::parse("WK075801").unwrap();
        let altena = Wijkcode::parse("WK195901").unwrap();
        let family = Id::new(Timestamp::UNIX_EPOCH, [1; 10]);
        let worker = Identiteit { wijken: vec![breda], ..someone(Rol::Wijkteam) };
        assert!(worker.has_gezin(family, Some(breda)));
        assert!(!worker.has_gezin(family, Some(altena)));
        assert!(!worker.has_gezin(family, None));
        let member = Identiteit { gezin: Some(family), ..someone(Rol::Gezinslid) };
        assert!(member.has_gezin(family, None));
        assert!(!member.has_gezin(Id::new(Timestamp::UNIX_EPOCH, [2; 10]), Some(breda)));
    }

    #[test]
    fn nobody_without_a_provider_has_the_provider_less() {
        let employee = someone(Rol::Aanbieder);
        assert!(!employee.has_aanbieder(Onderdeel::Berichten, None));
        let agb = AgbCode::parse("65650001").ok();
        assert!(!employee.has_aanbieder(Onderdeel::Berichten, agb));
        assert!(Identiteit { aanbieder: agb, ..employee }.has_aanbieder(Onderdeel::Berichten, agb));
    }

    #[test]
    fn roles_read_back() {
        for role in Rol::ALL {
            assert_eq!(Rol::from_key(role.key()), Some(role));
        }
    }
}
