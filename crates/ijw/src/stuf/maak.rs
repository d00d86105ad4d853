//! Making envelopes.

use super::details::DetailsXml;
use super::envelop::{Di01, Du01, Envelop, Fo01, Foutbericht, Foutplek, Parameters, Systeem};
use super::fout::Reden;
use super::inhoud::{Bestand, Inhoud};
use super::schrijf::element;
use super::tekst::{Foutcode, Foutdetails, Foutomschrijving, Functie, Referentienummer, Tijdstip, Versienr};
use crate::berichttype::Berichttype;

impl Envelop {
    /// Puts a heenbericht of iJw 3.2 in an envelope.
    ///
    /// The version of the application that sends is set to 1.0; see [`Envelop::met_applicatieversie`].
    ///
    /// # Errors
    ///
    /// When the message is too large or not UTF-8 without a byte order mark, or when its type is one that answers
    /// another. A JW325, which answers but is no retourbericht, is taken as either.
    pub fn heen(
        bericht: impl Into<Vec<u8>>,
        berichttype: Berichttype,
        zender: Systeem,
        ontvanger: Systeem,
        referentienummer: Referentienummer,
        tijdstip: Tijdstip,
    ) -> Result<Self, Reden> {
        if is_antwoord(berichttype) && berichttype != Berichttype::Jw325 {
            return Err(Reden::VerkeerdeEnvelop { berichttype });
        }
        Ok(Self::Di01(Box::new(Di01 {
            zender,
            ontvanger,
            referentienummer,
            tijdstip_bericht: tijdstip,
            functie: Functie::from(berichttype),
            parameters: Parameters::ijw(bericht.into())?,
        })))
    }

    /// Puts a retourbericht of iJw 3.2 in an envelope that answers the one with this number.
    ///
    /// The version of the application that sends is set to 1.0; see [`Envelop::met_applicatieversie`].
    ///
    /// # Errors
    ///
    /// When the message is too large or not UTF-8 without a byte order mark, or when its type is one that answers no
    /// other.
    pub fn retour(
        bericht: impl Into<Vec<u8>>,
        berichttype: Berichttype,
        zender: Systeem,
        ontvanger: Systeem,
        referentienummer: Referentienummer,
        tijdstip: Tijdstip,
        cross_refnummer: Referentienummer,
    ) -> Result<Self, Reden> {
        if !is_antwoord(berichttype) {
            return Err(Reden::VerkeerdeEnvelop { berichttype });
        }
        Ok(Self::Du01(Box::new(Du01 {
            zender,
            ontvanger,
            referentienummer,
            tijdstip_bericht: tijdstip,
            cross_refnummer,
            functie: Functie::from(berichttype),
            parameters: Parameters::ijw(bericht.into())?,
        })))
    }

    /// Tells the sender of an envelope that the message in it fails the check against the schema (level 1), with
    /// StUF055 and a copy of the envelope. It goes through the hub to the organisation that sent.
    ///
    /// # Errors
    ///
    /// When the envelope itself tells of a fault.
    pub fn fout(
        op: &Self,
        zender: Systeem,
        referentienummer: Referentienummer,
        tijdstip: Tijdstip,
    ) -> Result<Self, Reden> {
        let (afzender, nummer, functie, parameters) = match op {
            Self::Di01(op) => (&op.zender, &op.referentienummer, &op.functie, &op.parameters),
            Self::Du01(op) => (&op.zender, &op.referentienummer, &op.functie, &op.parameters),
            Self::Fo01(_) => return Err(Reden::FoutOpFout),
        };
        let details = [
            functie.as_str(),
            "-",
            parameters.applicatie_versie.as_str(),
            parameters.applicatie_subversie.as_str(),
        ];
        Ok(Self::Fo01(Box::new(Fo01 {
            zender: zender.into(),
            ontvanger: Systeem::via_ggk(afzender.organisatie.clone()).into(),
            referentienummer: referentienummer.into(),
            tijdstip_bericht: tijdstip,
            cross_refnummer: nummer.clone().into(),
            body: Foutbericht {
                code: Foutcode::stuf055(),
                plek: Foutplek::Client,
                omschrijving: Foutomschrijving::stuf055(),
                details: Some(Foutdetails::begin_van(&details.concat())),
                details_xml: Some(DetailsXml::new(element(op))),
            },
        })))
    }

    /// The same envelope, with another version of the application that sends.
    #[must_use]
    pub fn met_applicatieversie(mut self, versie: &Versienr, subversie: &Versienr) -> Self {
        let parameters = match &mut self {
            Self::Di01(envelop) => &mut envelop.parameters,
            Self::Du01(envelop) => &mut envelop.parameters,
            Self::Fo01(_) => return self,
        };
        parameters.applicatie_versie = versie.clone();
        parameters.applicatie_subversie = subversie.clone();
        self
    }
}

impl Parameters {
    /// A message of iJw 3.2, from an application of version 1.0.
    fn ijw(bericht: Vec<u8>) -> Result<Self, Reden> {
        Ok(Self {
            applicatie_versie: Versienr::klein(1),
            applicatie_subversie: Versienr::klein(0),
            functie_versie: Versienr::klein(3),
            functie_subversie: Versienr::klein(2),
            bericht: Bestand::Xml(Inhoud::from_xml(bericht)?),
        })
    }
}

/// Whether messages of this type answer others.
fn is_antwoord(berichttype: Berichttype) -> bool {
    Berichttype::ALLE.iter().any(|ander| ander.answered_by() == Some(berichttype))
}
