//! Who may look at what, and for which purpose: role × relation × part. One definition feeds pages, lists and menus.

mod onderdeel;
mod rol;

pub use onderdeel::Onderdeel;
pub use rol::{Doel, Rol};

use crate::persoon::Persoon;
use crate::{AgbCode, Gemeentecode, Gezin, Id, Wijkcode};

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
    /// The person that a member of a family is.
    pub persoon: Option<Id<Persoon>>,
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
    /// Someone in a role, without any relation yet.
    pub fn new(account: impl Into<String>, naam: impl Into<String>, rol: Rol) -> Self {
        Self {
            account: account.into(),
            naam: naam.into(),
            rol,
            wijken: Vec::new(),
            aanbieder: None,
            gezin: None,
            persoon: None,
        }
    }

    /// How much of a part this person may see. The table of the whole program; a role that is not named sees nothing.
    pub const fn reach(&self, part: Onderdeel) -> Bereik {
        use Onderdeel as O;
        use Rol as R;
        match (self.rol, part) {
            (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::TafelVoorzitter
                | R::Tafellid
                | R::Beleid
                | R::Contract
                | R::Controller
                | R::Raad
                | R::Expertteam
                | R::Clientenraad
                | R::Beheer,
                O::Regio | O::Wijk,
            )
            | (
                R::Beheer,
                O::Berichten | O::Bericht | O::Quarantaine | O::Gesprek | O::Verzoeken | O::Verzoek,
            )
            | (R::Beheer, O::Bewaren)
            | (R::Beheer | R::Contract | R::Controller, O::Termijnen)
            | (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::Beleid
                | R::Contract
                | R::Controller
                | R::Beheer,
                O::Aanbieders,
            ) => Bereik::Alles,
            (
                R::Wijkteam | R::Regisseur | R::Teamleider,
                O::Gezinnen | O::Gezin | O::Gesprek | O::Verzoeken | O::Verzoek,
            )
            | (
                R::TafelVoorzitter | R::Tafellid | R::Expertteam | R::Verwijzer | R::School,
                O::Gezinnen | O::Gezin,
            )
            | (R::Gezinslid, O::Gezin | O::MijnGegevens)
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
        matches!(self.rol, Rol::Wijkteam | Rol::Regisseur)
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
        Identiteit::new("x", "X", rol)
    }

    /// The whole table in one place for a reviewer: a change of rights shows as a change of this text.
    #[test]
    fn the_table_of_rights() {
        use std::fmt::Write as _;
        let mut table = String::new();
        for role in Rol::ALL {
            write!(table, "{:<16}", role.key()).unwrap();
            for part in Onderdeel::ALL {
                match someone(role).reach(part) {
                    Bereik::Niets => {}
                    Bereik::Eigen => write!(table, " {}(own)", part.key()).unwrap(),
                    Bereik::Alles => write!(table, " {}", part.key()).unwrap(),
                }
            }
            table.push('\n');
        }
        if std::env::var_os("LEERLOOP_REWRITE").is_some() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/toegang/rechten.txt");
            std::fs::write(file, &table).unwrap();
        }
        assert_eq!(table, include_str!("toegang/rechten.txt"));
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
}
