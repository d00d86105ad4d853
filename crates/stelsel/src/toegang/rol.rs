//! Roles and the purposes that go with them.

/// The role in which someone is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rol {
    /// Professional in a neighbourhood team: the families of the team's neighbourhoods.
    Wijkteam,
    /// Coordinator of a family, wherever employed: the families of which one is the coordinator.
    Regisseur,
    /// Lead of a neighbourhood team: the families of the team, and what is reported about looking.
    Teamleider,
    /// Chair of the casustafel: the families that were brought to the table.
    TafelVoorzitter,
    /// Member of the casustafel: the families that were brought to the table, without money and numbers.
    Tafellid,
    /// Policy adviser: figures, no persons.
    Beleid,
    /// Contract manager: providers and figures, no persons.
    Contract,
    /// Controller: amounts and providers, no persons.
    Controller,
    /// Council member: figures, no persons.
    Raad,
    /// Employee of a provider: the messages of that provider.
    Aanbieder,
    /// Referrer (huisarts, POH): the families that they stay involved with, in outline.
    Verwijzer,
    /// Contact of a school: the families that shared their plan with the school, in outline.
    School,
    /// Member of the expertteam: the families about which advice was asked.
    Expertteam,
    /// Client council: figures, no persons.
    Clientenraad,
    /// Member of a family: what age and authority open of that family.
    Gezinslid,
    /// Functional manager: messages, quarantine, accounts.
    Beheer,
    /// Auditor (FG, internal control): who looked, no files.
    Auditor,
    /// Someone of a family's own network (a grandmother, a neighbour, a coach), whom the family invited: what it shares.
    Netwerk,
}

impl Rol {
    /// All roles.
    pub const ALL: [Self; 18] = [
        Self::Wijkteam,
        Self::Regisseur,
        Self::Teamleider,
        Self::TafelVoorzitter,
        Self::Tafellid,
        Self::Beleid,
        Self::Contract,
        Self::Controller,
        Self::Raad,
        Self::Aanbieder,
        Self::Verwijzer,
        Self::School,
        Self::Expertteam,
        Self::Clientenraad,
        Self::Gezinslid,
        Self::Beheer,
        Self::Auditor,
        Self::Netwerk,
    ];

    /// Its word in storage and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wijkteam => "wijkteam",
            Self::Regisseur => "regisseur",
            Self::Teamleider => "teamleider",
            Self::TafelVoorzitter => "tafelvoorzitter",
            Self::Tafellid => "tafellid",
            Self::Beleid => "beleid",
            Self::Contract => "contract",
            Self::Controller => "controller",
            Self::Raad => "raad",
            Self::Aanbieder => "aanbieder",
            Self::Verwijzer => "verwijzer",
            Self::School => "school",
            Self::Expertteam => "expertteam",
            Self::Clientenraad => "clientenraad",
            Self::Gezinslid => "gezinslid",
            Self::Beheer => "beheer",
            Self::Auditor => "auditor",
            Self::Netwerk => "netwerk",
        }
    }

    /// Back from storage.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The purpose for which this role looks at personal data; goes into the journal with every look.
    pub const fn purpose(self) -> Doel {
        match self {
            Self::Wijkteam | Self::Regisseur | Self::Verwijzer | Self::School => Doel::Hulp,
            Self::TafelVoorzitter | Self::Tafellid | Self::Expertteam => Doel::Advies,
            Self::Beleid | Self::Raad | Self::Clientenraad => Doel::Beleid,
            Self::Contract | Self::Controller => Doel::Contract,
            Self::Beheer | Self::Aanbieder => Doel::Berichtenverkeer,
            Self::Teamleider | Self::Auditor => Doel::Toezicht,
            Self::Gezinslid | Self::Netwerk => Doel::Inzage,
        }
    }
}

/// Why someone looks (Jeugdwet 7.4 and AVG art. 6: data are used for a named purpose).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doel {
    /// Helping the family.
    Hulp,
    /// Giving advice about a case to who helps the family.
    Advies,
    /// Looking in an emergency, without a relation (breaking the glass).
    Nood,
    /// Making policy from figures.
    Beleid,
    /// Managing contracts with providers.
    Contract,
    /// Exchanging messages with providers.
    Berichtenverkeer,
    /// Watching over how data are used.
    Toezicht,
    /// Seeing one's own data.
    Inzage,
    /// The program itself, taking in messages or starting.
    Verwerking,
}

impl Doel {
    /// All purposes.
    pub const ALL: [Self; 9] = [
        Self::Hulp,
        Self::Advies,
        Self::Nood,
        Self::Beleid,
        Self::Contract,
        Self::Berichtenverkeer,
        Self::Toezicht,
        Self::Inzage,
        Self::Verwerking,
    ];

    /// Its word in the journal and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hulp => "hulp",
            Self::Advies => "advies",
            Self::Nood => "nood",
            Self::Beleid => "beleid",
            Self::Contract => "contract",
            Self::Berichtenverkeer => "berichtenverkeer",
            Self::Toezicht => "toezicht",
            Self::Inzage => "inzage",
            Self::Verwerking => "verwerking",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_read_back() {
        for role in Rol::ALL {
            assert_eq!(Rol::from_key(role.key()), Some(role));
        }
    }
}
