//! A referral: who sends a child to the municipality, and how that stands.

/// Marks the identifier of a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verwijzing {}

/// Marks the identifier of an agreement with a referrer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verwijsafspraak {}

/// What a referrer is. The list is open: [`VerwijzerSoort::Ander`] is for who is not named here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerwijzerSoort {
    /// Huisarts (Jeugdwet 2.6 lid 1 onder g).
    Huisarts,
    /// Praktijkondersteuner of the huisarts.
    Poh,
    /// Jeugdarts (Jeugdwet 2.6 lid 1 onder g).
    Jeugdarts,
    /// Medisch specialist (Jeugdwet 2.6 lid 1 onder g).
    Specialist,
    /// Gecertificeerde instelling (Jeugdwet 2.4 and 3.5).
    Gi,
    /// Anyone else.
    Ander,
}

impl VerwijzerSoort {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Huisarts, Self::Poh, Self::Jeugdarts, Self::Specialist, Self::Gi, Self::Ander];

    /// Its word in storage and forms, and the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Huisarts => "huisarts",
            Self::Poh => "poh",
            Self::Jeugdarts => "jeugdarts",
            Self::Specialist => "specialist",
            Self::Gi => "gi",
            Self::Ander => "ander",
        }
    }

    /// Back from storage or a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Who brought an allocation about, as figures call it: the municipality itself, or a kind of referrer (iJw 3.2, COD327).
    pub fn figure_word(code: &str) -> &'static str {
        if code == "01" { "gemeente" } else { Self::from_ijw(code).key() }
    }

    /// What a provider says in a JW315 of who referred (iJw 3.2, COD327).
    pub fn from_ijw(code: &str) -> Self {
        match code {
            "02" => Self::Huisarts,
            "03" => Self::Jeugdarts,
            "04" => Self::Gi,
            "05" => Self::Specialist,
            _ => Self::Ander,
        }
    }
}

/// How a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerwijzingStand {
    /// It came in; nobody of the team picked it up yet.
    Ontvangen,
    /// Someone of the team talks with the family.
    Opgepakt,
    /// The referrer has heard what came of it.
    Beantwoord,
}

impl VerwijzingStand {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ontvangen, Self::Opgepakt, Self::Beantwoord];

    /// Its number in storage.
    pub const fn number(self) -> i64 {
        match self {
            Self::Ontvangen => 0,
            Self::Opgepakt => 1,
            Self::Beantwoord => 2,
        }
    }

    /// Back from storage.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.number() == number)
    }

    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ontvangen => "ontvangen",
            Self::Opgepakt => "opgepakt",
            Self::Beantwoord => "beantwoord",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_states_read_back() {
        for kind in VerwijzerSoort::ALL {
            assert_eq!(VerwijzerSoort::from_key(kind.key()), Some(kind));
        }
        for state in VerwijzingStand::ALL {
            assert_eq!(VerwijzingStand::from_number(state.number()), Some(state));
        }
        assert_eq!(VerwijzingStand::from_number(9), None);
    }
}
