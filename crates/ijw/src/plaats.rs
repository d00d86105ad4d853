//! Which class of a message something is about.

/// Which of the elements of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rang {
    /// The place in the list, counted from 0.
    pub plaats: usize,
    /// How many elements the list has.
    pub aantal: usize,
}

impl Rang {
    /// The elements of a list with their places.
    pub(crate) fn elk<T>(lijst: &[T]) -> impl Iterator<Item = (Self, &T)> {
        lijst.iter().enumerate().map(|(plaats, inhoud)| (Self { plaats, aantal: lijst.len() }, inhoud))
    }

    /// The same for a list that may be absent.
    pub(crate) fn elk_of_geen<T>(lijst: Option<&Vec<T>>) -> impl Iterator<Item = (Self, &T)> {
        Self::elk(lijst.map(Vec::as_slice).unwrap_or_default())
    }

    /// The step to the element. Its number is there only when there are more elements, as in the paths of level 2.
    fn stap(self, naam: &str) -> String {
        if self.aantal > 1 { format!("{naam}[{}]", self.plaats + 1) } else { naam.to_owned() }
    }
}

/// A class of a message on which a rule of level 3 or 4 can be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Plaats {
    /// The header of any message.
    Header,
    /// The client of a message about one client.
    Client,
    /// A line of a JW301.
    ToegewezenProduct(Rang),
    /// A line of a JW305.
    StartProduct(Rang),
    /// A line of a JW307.
    StopProduct(Rang),
    /// A line of a JW315.
    AangevraagdProduct(Rang),
    /// The request of a JW317.
    Verzoek,
    /// A line of a JW317 that stays as it is.
    OngewijzigdProduct(Rang),
    /// A line of a JW317 that is to change.
    TeWijzigenProduct(Rang),
    /// A line of a JW317 that is to be added.
    NieuwProduct(Rang),
    /// The answer of a JW319.
    Antwoord,
    /// The municipality that a JW319 refers to.
    Woonplaatsbeginsel,
    /// The declaration of a JW323.
    Declaratie,
    /// A client of a JW323.
    DeclaratieClient(Rang),
    /// A line of a JW323: which client, and which of its lines.
    Prestatie(Rang, Rang),
    /// The answer of a JW325.
    DeclaratieAntwoord,
    /// A client of a JW325.
    AntwoordClient(Rang),
    /// A line of a JW325: which client, and which of its lines.
    AntwoordPrestatie(Rang, Rang),
}

impl Plaats {
    /// The path of local names, such as `/Bericht/Client/StartProducten/StartProduct[2]`.
    pub fn pad(self) -> String {
        let producten =
            |lijst: &str, naam: &str, rang: Rang| format!("/Bericht/Client/{lijst}/{}", rang.stap(naam));
        let wijziging = |lijst: &str, naam: &str, rang: Rang| {
            format!("/Bericht/Client/Verzoek/{lijst}/{}", rang.stap(naam))
        };
        let client = |wortel: &str, rang: Rang| format!("/Bericht/{wortel}/Clienten/{}", rang.stap("Client"));
        match self {
            Self::Header => "/Bericht/Header".to_owned(),
            Self::Client => "/Bericht/Client".to_owned(),
            Self::ToegewezenProduct(rang) => producten("ToegewezenProducten", "ToegewezenProduct", rang),
            Self::StartProduct(rang) => producten("StartProducten", "StartProduct", rang),
            Self::StopProduct(rang) => producten("StopProducten", "StopProduct", rang),
            Self::AangevraagdProduct(rang) => producten("AangevraagdeProducten", "AangevraagdProduct", rang),
            Self::Verzoek => "/Bericht/Client/Verzoek".to_owned(),
            Self::OngewijzigdProduct(rang) => wijziging("OngewijzigdeProducten", "OngewijzigdProduct", rang),
            Self::TeWijzigenProduct(rang) => wijziging("TeWijzigenProducten", "TeWijzigenProduct", rang),
            Self::NieuwProduct(rang) => wijziging("NieuweProducten", "NieuwProduct", rang),
            Self::Antwoord => "/Bericht/Antwoord".to_owned(),
            Self::Woonplaatsbeginsel => "/Bericht/Antwoord/Woonplaatsbeginsel".to_owned(),
            Self::Declaratie => "/Bericht/Declaratie".to_owned(),
            Self::DeclaratieClient(rang) => client("Declaratie", rang),
            Self::Prestatie(van, rang) => {
                format!("{}/Prestaties/{}", client("Declaratie", van), rang.stap("Prestatie"))
            }
            Self::DeclaratieAntwoord => "/Bericht/DeclaratieAntwoord".to_owned(),
            Self::AntwoordClient(rang) => client("DeclaratieAntwoord", rang),
            Self::AntwoordPrestatie(van, rang) => {
                format!("{}/Prestaties/{}", client("DeclaratieAntwoord", van), rang.stap("Prestatie"))
            }
        }
    }
}

impl std::fmt::Display for Plaats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.pad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_there_only_among_others() {
        let rang = |plaats, aantal| Rang { plaats, aantal };
        for (plaats, pad) in [
            (Plaats::StartProduct(rang(1, 2)), "/Bericht/Client/StartProducten/StartProduct[2]"),
            (Plaats::StartProduct(rang(0, 1)), "/Bericht/Client/StartProducten/StartProduct"),
            (
                Plaats::Prestatie(rang(0, 3), rang(0, 1)),
                "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie",
            ),
            (Plaats::NieuwProduct(rang(0, 2)), "/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[1]"),
        ] {
            assert_eq!(plaats.to_string(), pad);
        }
    }
}
