//! The three envelopes, as the schema has them.

use super::details::DetailsXml;
use super::fout::Reden;
use super::inhoud::Bestand;
use super::tekst::{
    Administratie, Applicatie, Bestandsnaam, Foutcode, Foutdetails, Foutomschrijving, Functie, Gebruiker,
    Organisatie, Referentienummer, Refnummer, Tijdstip, Veldtekst, Versienr,
};
use crate::ongeldig::Ongeldig;

/// An envelope of StUF-GGk 0210.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Envelop {
    /// Around a heenbericht: a message that answers no other.
    Di01(Box<Di01>),
    /// Around a retourbericht: a message that answers another.
    Du01(Box<Du01>),
    /// Around no message: it tells that an envelope or its message could not be taken in.
    Fo01(Box<Fo01>),
}

/// The envelope of a heenbericht.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Di01 {
    /// Who sends.
    pub zender: Systeem,
    /// Who receives.
    pub ontvanger: Systeem,
    /// The number of this envelope.
    pub referentienummer: Referentienummer,
    /// When it was made.
    pub tijdstip_bericht: Tijdstip,
    /// What it holds.
    pub functie: Functie,
    /// The versions, and the message itself.
    pub parameters: Parameters,
}

/// The envelope of a retourbericht.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Du01 {
    /// Who sends.
    pub zender: Systeem,
    /// Who receives.
    pub ontvanger: Systeem,
    /// The number of this envelope.
    pub referentienummer: Referentienummer,
    /// When it was made.
    pub tijdstip_bericht: Tijdstip,
    /// The number of the envelope that this one answers.
    pub cross_refnummer: Referentienummer,
    /// What it holds.
    pub functie: Functie,
    /// The versions, and the message itself.
    pub parameters: Parameters,
}

/// An envelope that tells of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fo01 {
    /// Who sends.
    pub zender: Foutsysteem,
    /// Who receives.
    pub ontvanger: Foutsysteem,
    /// The number of this envelope.
    pub referentienummer: Refnummer,
    /// When it was made.
    pub tijdstip_bericht: Tijdstip,
    /// The number of the envelope that went wrong.
    pub cross_refnummer: Refnummer,
    /// What went wrong.
    pub body: Foutbericht,
}

/// A sender or receiver.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Systeem {
    /// Whose application it is.
    pub organisatie: Organisatie,
    /// The application.
    pub applicatie: Applicatie,
    /// The part of the organisation's records.
    pub administratie: Option<Administratie>,
    /// Who uses the application.
    pub gebruiker: Option<Gebruiker>,
}

impl Systeem {
    /// An application of an organisation.
    pub const fn new(organisatie: Organisatie, applicatie: Applicatie) -> Self {
        Self { organisatie, applicatie, administratie: None, gebruiker: None }
    }

    /// An organisation that is reached through the hub.
    pub fn via_ggk(organisatie: Organisatie) -> Self {
        Self::new(organisatie, Applicatie::ggk())
    }
}

/// A sender or receiver in a [`Fo01`], where even the organisation may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Foutsysteem {
    /// Whose application it is.
    pub organisatie: Option<Organisatie>,
    /// The application.
    pub applicatie: Applicatie,
    /// The part of the organisation's records.
    pub administratie: Option<Administratie>,
    /// Who uses the application.
    pub gebruiker: Option<Gebruiker>,
}

impl From<Systeem> for Foutsysteem {
    fn from(Systeem { organisatie, applicatie, administratie, gebruiker }: Systeem) -> Self {
        Self { organisatie: Some(organisatie), applicatie, administratie, gebruiker }
    }
}

/// The versions, and the message itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Parameters {
    /// The version of the application that sends.
    pub applicatie_versie: Versienr,
    /// The part of its version after the point.
    pub applicatie_subversie: Versienr,
    /// The version of the standard of the message: `0003` for iJw 3.2.
    pub functie_versie: Versienr,
    /// The part of its version after the point: `0002` for iJw 3.2.
    pub functie_subversie: Versienr,
    /// The message.
    pub bericht: Bestand,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foutbericht {
    /// The code of the fault.
    pub code: Foutcode,
    /// Who can do something about it.
    pub plek: Foutplek,
    /// The fault in a few words.
    pub omschrijving: Foutomschrijving,
    /// The fault in more words; by agreement what was sent, such as `JW315-00010004`.
    pub details: Option<Foutdetails>,
    /// By agreement the envelope that went wrong.
    pub details_xml: Option<DetailsXml>,
}

/// Who can do something about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Foutplek {
    /// The sender of what went wrong.
    Client,
    /// The receiver of what went wrong.
    Server,
}

impl Foutplek {
    /// The text in an envelope.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}

impl Veldtekst for Foutplek {
    const NAAM: &'static str = "Foutplek";

    fn lees(tekst: &str) -> Result<Self, Ongeldig> {
        let plek = [Self::Client, Self::Server].into_iter().find(|plek| plek.as_str() == tekst);
        plek.ok_or(Ongeldig::Vorm { vorm: "client or server" })
    }

    fn append_xml(&self, uit: &mut String) {
        uit.push_str(self.as_str());
    }
}

impl Envelop {
    /// The code of the envelope.
    pub const fn berichtcode(&self) -> &'static str {
        match self {
            Self::Di01(_) => "Di01",
            Self::Du01(_) => "Du01",
            Self::Fo01(_) => "Fo01",
        }
    }

    /// The SOAP action with which the envelope is sent.
    pub const fn soap_action(&self) -> &'static str {
        match self {
            Self::Di01(_) => "http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01",
            Self::Du01(_) => "http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Du01",
            Self::Fo01(_) => "http://www.egem.nl/StUF/StUF0301/Fo01",
        }
    }

    /// The number of the envelope.
    pub fn referentienummer(&self) -> &str {
        match self {
            Self::Di01(envelop) => envelop.referentienummer.as_str(),
            Self::Du01(envelop) => envelop.referentienummer.as_str(),
            Self::Fo01(envelop) => envelop.referentienummer.as_str(),
        }
    }

    /// The number of the envelope that this one answers.
    pub fn cross_refnummer(&self) -> Option<&str> {
        match self {
            Self::Di01(_) => None,
            Self::Du01(envelop) => Some(envelop.cross_refnummer.as_str()),
            Self::Fo01(envelop) => Some(envelop.cross_refnummer.as_str()),
        }
    }

    /// What the envelope holds, if it holds anything.
    pub const fn functie(&self) -> Option<&Functie> {
        match self {
            Self::Di01(envelop) => Some(&envelop.functie),
            Self::Du01(envelop) => Some(&envelop.functie),
            Self::Fo01(_) => None,
        }
    }

    /// The versions and the message, if the envelope holds one.
    pub const fn parameters(&self) -> Option<&Parameters> {
        match self {
            Self::Di01(envelop) => Some(&envelop.parameters),
            Self::Du01(envelop) => Some(&envelop.parameters),
            Self::Fo01(_) => None,
        }
    }

    /// The XML message in the envelope, for [`lees`](crate::lees()).
    ///
    /// # Errors
    ///
    /// When there is none, or when it is not UTF-8 without a byte order mark.
    pub fn bericht(&self) -> Result<&str, Reden> {
        match self.parameters().map(|parameters| &parameters.bericht) {
            Some(Bestand::Xml(inhoud)) => inhoud.xml(),
            Some(Bestand::Tekst { .. }) | None => Err(Reden::GeenXmlBestand),
        }
    }

    /// The name of the text file in the envelope, if it holds one.
    pub const fn bestandsnaam(&self) -> Option<&Bestandsnaam> {
        match self.parameters() {
            Some(Parameters { bericht: Bestand::Tekst { naam, .. }, .. }) => Some(naam),
            _ => None,
        }
    }
}
