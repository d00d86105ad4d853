//! What ties someone to a family, and which parts of the file that opens in which role.

use super::{Doel, Rol};

/// What ties someone to a family. Without one of these nothing of a family is open, whatever the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relatie {
    /// The family lives in a neighbourhood of the team.
    Team,
    /// Coordinator of the family: one at a time.
    Regisseur,
    /// Stands in for the coordinator.
    Vervanger,
    /// The family was brought to the casustafel.
    Tafel,
    /// Advice was asked of the expertteam.
    Advies,
    /// Referred the child and stays involved.
    Verwijzer,
    /// The family shares its plan with the school.
    School,
    /// Is a member of the family.
    Lid,
    /// Broke the glass: an emergency, for a short while.
    Nood,
    /// Someone of the family's own network, whom the family invited.
    Netwerk,
}

impl Relatie {
    /// All relations.
    pub const ALL: [Self; 10] = [
        Self::Team,
        Self::Regisseur,
        Self::Vervanger,
        Self::Tafel,
        Self::Advies,
        Self::Verwijzer,
        Self::School,
        Self::Lid,
        Self::Nood,
        Self::Netwerk,
    ];

    /// Relations that someone gives a colleague by name, with a beginning and an end.
    pub const BETROKKEN: [Self; 4] = [Self::Regisseur, Self::Vervanger, Self::Tafel, Self::Advies];

    /// Relations that only the family gives, by sharing ([`crate::deling`]): they are there as long as the consent is.
    pub const GEDEELD: [Self; 3] = [Self::Verwijzer, Self::School, Self::Netwerk];

    /// Whether this relation is there only as long as the family shares.
    pub const fn is_gedeeld(self) -> bool {
        matches!(self, Self::Verwijzer | Self::School | Self::Netwerk)
    }

    /// Its word in storage and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Regisseur => "regisseur",
            Self::Vervanger => "vervanger",
            Self::Tafel => "tafel",
            Self::Advies => "advies",
            Self::Verwijzer => "verwijzer",
            Self::School => "school",
            Self::Lid => "lid",
            Self::Nood => "nood",
            Self::Netwerk => "netwerk",
        }
    }

    /// Back from storage.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.key() == key)
    }

    /// For which purpose someone with this relation looks in this role.
    pub const fn purpose(self, rol: Rol) -> Doel {
        match self {
            Self::Nood => Doel::Nood,
            Self::Tafel | Self::Advies => Doel::Advies,
            _ => rol.purpose(),
        }
    }
}

/// A part of the file of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deel {
    /// Who belongs to it: names and who is parent or child.
    Leden,
    /// Dates of birth and ages.
    Geboren,
    /// Where they live.
    Adres,
    /// Which help there is, by whom, and how it stands.
    Hulp,
    /// How much help, and what was claimed for it.
    Bedragen,
    /// What happened, day by day.
    Tijdlijn,
    /// The messages exchanged with a provider and the requests of providers.
    Gesprek,
    /// Who looked.
    Inzagen,
    /// Who may see the file, and deciding on that.
    Toegang,
    /// What the family and the professional told each other: het goede gesprek.
    GoedGesprek,
    /// The plan of the family: goals, who does what, until when.
    Plan,
    /// What the family and its coordinator write to each other.
    Post,
}

impl Deel {
    /// All parts.
    pub const ALL: [Self; 12] = [
        Self::Leden,
        Self::Geboren,
        Self::Adres,
        Self::Hulp,
        Self::Bedragen,
        Self::Tijdlijn,
        Self::Gesprek,
        Self::Inzagen,
        Self::Toegang,
        Self::GoedGesprek,
        Self::Plan,
        Self::Post,
    ];

    /// Its word, also the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leden => "leden",
            Self::Geboren => "geboren",
            Self::Adres => "adres",
            Self::Hulp => "hulp",
            Self::Bedragen => "bedragen",
            Self::Tijdlijn => "tijdlijn",
            Self::Gesprek => "gesprek",
            Self::Inzagen => "inzagen",
            Self::Toegang => "toegang",
            Self::GoedGesprek => "goed-gesprek",
            Self::Plan => "plan",
            Self::Post => "post",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Delen(u16);

impl Delen {
    /// No part.
    pub const GEEN: Self = Self(0);

    /// These parts.
    pub const fn of(parts: &[Deel]) -> Self {
        let (mut set, mut rest) = (0, parts);
        while let [first, tail @ ..] = rest {
            set |= first.bit();
            rest = tail;
        }
        Self(set)
    }

    /// Whether a part is among them.
    pub const fn has(self, part: Deel) -> bool {
        self.0 & part.bit() != 0
    }

    /// Whether there is no part.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many parts.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The parts, in order.
    pub fn iter(self) -> impl Iterator<Item = Deel> {
        Deel::ALL.into_iter().filter(move |part| self.has(*part))
    }
}

const WERK: Delen = Delen::of(&Deel::ALL);
/// All but what a family told and wrote: who leads a team has no need of it.
const LEIDEN: Delen = Delen::of(&[
    Deel::Leden,
    Deel::Geboren,
    Deel::Adres,
    Deel::Hulp,
    Deel::Bedragen,
    Deel::Tijdlijn,
    Deel::Gesprek,
    Deel::Inzagen,
    Deel::Toegang,
    Deel::Plan,
]);
const BESPREKEN: Delen = Delen::of(&[Deel::Leden, Deel::Geboren, Deel::Hulp, Deel::Tijdlijn, Deel::Plan]);
const VOORZITTEN: Delen = Delen::of(&[
    Deel::Leden,
    Deel::Geboren,
    Deel::Hulp,
    Deel::Bedragen,
    Deel::Tijdlijn,
    Deel::Inzagen,
    Deel::Plan,
]);
/// The most that a family can share with someone outside: each share opens less, person by person ([`crate::deling`]).
const GEDEELD: Delen = Delen::of(&[Deel::Leden, Deel::Hulp, Deel::Plan]);
const SPOED: Delen =
    Delen::of(&[Deel::Leden, Deel::Geboren, Deel::Adres, Deel::Hulp, Deel::Tijdlijn, Deel::Plan]);
const EIGEN: Delen = Delen::of(&[
    Deel::Leden,
    Deel::Geboren,
    Deel::Adres,
    Deel::Hulp,
    Deel::Bedragen,
    Deel::Tijdlijn,
    Deel::Inzagen,
    Deel::Toegang,
    Deel::GoedGesprek,
    Deel::Plan,
    Deel::Post,
]);

/// The parts of a file that a role with a relation opens: the second half of the table of rights, beside
/// [`super::Identiteit::reach`]. What is not named is closed. Of a family member's own file, age and authority narrow it
/// further, person by person ([`super::maat`]).
pub const fn delen(rol: Rol, relatie: Relatie) -> Delen {
    match (rol, relatie) {
        (Rol::Wijkteam, Relatie::Team | Relatie::Regisseur | Relatie::Vervanger)
        | (Rol::Regisseur, Relatie::Regisseur | Relatie::Vervanger) => WERK,
        (Rol::Teamleider, Relatie::Team) => LEIDEN,
        (Rol::Wijkteam | Rol::Regisseur, Relatie::Nood) => SPOED,
        (Rol::TafelVoorzitter, Relatie::Tafel) => VOORZITTEN,
        (Rol::Tafellid | Rol::Wijkteam | Rol::Regisseur, Relatie::Tafel)
        | (Rol::Expertteam, Relatie::Advies) => BESPREKEN,
        (Rol::Verwijzer, Relatie::Verwijzer)
        | (Rol::School, Relatie::School)
        | (Rol::Netwerk, Relatie::Netwerk) => GEDEELD,
        (Rol::Gezinslid, Relatie::Lid) => EIGEN,
        _ => Delen::GEEN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    /// The table in one place for a reviewer; rewritten with `LEERLOOP_REWRITE=1`.
    #[test]
    fn the_table_of_parts() {
        let mut table = String::new();
        for role in Rol::ALL {
            for relation in Relatie::ALL {
                let parts = delen(role, relation);
                if !parts.is_empty() {
                    let names: Vec<_> = parts.iter().map(Deel::key).collect();
                    let purpose = relation.purpose(role).key();
                    let _ = writeln!(
                        table,
                        "{:<16} {:<10} {purpose:<9} {}",
                        role.key(),
                        relation.key(),
                        names.join(" ")
                    );
                }
            }
        }
        let _ = writeln!(
            table,
            "{} roles x {} relations x {} parts = {} cells; what is not named is closed",
            Rol::ALL.len(),
            Relatie::ALL.len(),
            Deel::ALL.len(),
            Rol::ALL.len() * Relatie::ALL.len() * Deel::ALL.len()
        );
        if std::env::var_os("LEERLOOP_REWRITE").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/toegang/delen.txt"), &table).unwrap();
        }
        assert_eq!(table, include_str!("delen.txt"));
    }

    #[test]
    fn sets_of_parts() {
        assert_eq!(WERK.len() as usize, Deel::ALL.len());
        assert_eq!(GEDEELD.iter().collect::<Vec<_>>(), [Deel::Leden, Deel::Hulp, Deel::Plan]);
        assert!(Delen::GEEN.is_empty() && !SPOED.has(Deel::Bedragen) && SPOED.has(Deel::Adres));
    }

    /// What a family shares opens one of its relations, and no colleague can give it.
    #[test]
    fn what_is_shared_is_given_by_the_family() {
        for relation in Relatie::ALL {
            assert_eq!(relation.is_gedeeld(), Relatie::GEDEELD.contains(&relation));
            assert!(!(relation.is_gedeeld() && Relatie::BETROKKEN.contains(&relation)));
        }
    }

    #[test]
    fn relations_read_back() {
        for relation in Relatie::ALL {
            assert_eq!(Relatie::from_key(relation.key()), Some(relation));
        }
    }
}
