//! What is measured, per year.

use super::delen::{Antwoord, Hulpgroep, Wijkgroep};

/// A measure of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Maat {
    /// Youths who were in youth help at some time in the year.
    InHulp,
    /// The same, per hundred youths of 0 to 17.
    Aandeel,
    /// Questions that came in.
    Vragen,
    /// Youth help that began.
    Begonnen,
    /// Youths who left youth help and did not go on to other youth help.
    Uitstroom,
    /// Relapses.
    Terugval,
    /// Gave up waiting.
    Afgehaakt,
    /// Sent to another law and back unhelped.
    Verschoven,
    /// Mean wait of youth help that began, in days.
    Wachttijd,
    /// Waiting for youth help at the end of the year.
    Wachtend,
    /// Spent on youth help, crisis included, in millions.
    UitgavenJeugdhulp,
    /// Spent on the team, ordinary life and the building blocks, in millions.
    UitgavenLokaal,
    /// Spent by other laws, in millions.
    UitgavenAndere,
    /// All of it.
    UitgavenSamen,
    /// Full-time workers at the end of the year.
    Personeel,
    /// Work load at the end of the year; 1 at the start.
    Werkdruk,
    /// Part of working time that goes to administration, in hundredths.
    Regeldruk,
    /// Being helped at a station at the end of the year.
    Bezig(Antwoord),
    /// Mean wait for a station of help that began, in days.
    WachttijdBij(Antwoord),
    /// Waiting for a station at the end of the year.
    WachtendBij(Antwoord),
    /// Youths of these circumstances in youth help, per hundred.
    AandeelWijk(Wijkgroep),
    /// Their mean wait, in days.
    WachttijdWijk(Wijkgroep),
    /// Youths of this group in youth help.
    InHulpGroep(Hulpgroep),
    /// Their mean wait, in days.
    WachttijdGroep(Hulpgroep),
    /// Of this group, gave up waiting.
    AfgehaaktGroep(Hulpgroep),
}

/// Stations that are short of places.
const SCHAARS: [Antwoord; 5] =
    [Antwoord::Wijkteam, Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis];

impl Maat {
    /// All measures, in the order in which they are told.
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::InHulp,
            Self::Aandeel,
            Self::Vragen,
            Self::Begonnen,
            Self::Uitstroom,
            Self::Terugval,
            Self::Afgehaakt,
            Self::Verschoven,
            Self::Wachttijd,
            Self::Wachtend,
            Self::UitgavenJeugdhulp,
            Self::UitgavenLokaal,
            Self::UitgavenAndere,
            Self::UitgavenSamen,
            Self::Personeel,
            Self::Werkdruk,
            Self::Regeldruk,
        ];
        for antwoord in SCHAARS {
            all.extend([Self::Bezig(antwoord), Self::WachttijdBij(antwoord), Self::WachtendBij(antwoord)]);
        }
        for wijkgroep in Wijkgroep::ALL {
            all.extend([Self::AandeelWijk(*wijkgroep), Self::WachttijdWijk(*wijkgroep)]);
        }
        for groep in Hulpgroep::ALL {
            all.extend([
                Self::InHulpGroep(*groep),
                Self::WachttijdGroep(*groep),
                Self::AfgehaaktGroep(*groep),
            ]);
        }
        all
    }

    /// The name in outcomes, such as `wachttijd` or `wachttijd.ggz`.
    pub fn naam(self) -> String {
        let of = |first: &str, second: &str| format!("{first}.{second}");
        match self {
            Self::InHulp => "in_hulp".to_owned(),
            Self::Aandeel => "aandeel".to_owned(),
            Self::Vragen => "vragen".to_owned(),
            Self::Begonnen => "begonnen".to_owned(),
            Self::Uitstroom => "uitstroom".to_owned(),
            Self::Terugval => "terugval".to_owned(),
            Self::Afgehaakt => "afgehaakt".to_owned(),
            Self::Verschoven => "verschoven".to_owned(),
            Self::Wachttijd => "wachttijd".to_owned(),
            Self::Wachtend => "wachtend".to_owned(),
            Self::UitgavenJeugdhulp => "uitgaven.jeugdhulp".to_owned(),
            Self::UitgavenLokaal => "uitgaven.lokaal".to_owned(),
            Self::UitgavenAndere => "uitgaven.andere_wetten".to_owned(),
            Self::UitgavenSamen => "uitgaven".to_owned(),
            Self::Personeel => "personeel".to_owned(),
            Self::Werkdruk => "werkdruk".to_owned(),
            Self::Regeldruk => "regeldruk".to_owned(),
            Self::Bezig(antwoord) => of("bezig", antwoord.naam()),
            Self::WachttijdBij(antwoord) => of("wachttijd", antwoord.naam()),
            Self::WachtendBij(antwoord) => of("wachtend", antwoord.naam()),
            Self::AandeelWijk(wijkgroep) => of("aandeel", wijkgroep.naam()),
            Self::WachttijdWijk(wijkgroep) => of("wachttijd", wijkgroep.naam()),
            Self::InHulpGroep(groep) => of("in_hulp", groep.naam()),
            Self::WachttijdGroep(groep) => of("wachttijd", groep.naam()),
            Self::AfgehaaktGroep(groep) => of("afgehaakt", groep.naam()),
        }
    }

    /// In what it is counted.
    pub const fn eenheid(self) -> &'static str {
        match self {
            Self::Aandeel | Self::AandeelWijk(_) => "per 100 jeugdigen",
            Self::Wachttijd | Self::WachttijdBij(_) | Self::WachttijdWijk(_) | Self::WachttijdGroep(_) => {
                "dagen"
            }
            Self::UitgavenJeugdhulp | Self::UitgavenLokaal | Self::UitgavenAndere | Self::UitgavenSamen => {
                "miljoen euro"
            }
            Self::Personeel => "fte",
            Self::Werkdruk => "index",
            Self::Regeldruk => "procent van de werktijd",
            _ => "aantal",
        }
    }
}
