//! What may be wrong with an envelope.

use thiserror::Error;

use crate::berichttype::Berichttype;
use crate::fout::Foutsoort;
use crate::ongeldig::Ongeldig;

/// Why an envelope cannot be read, with the place.
///
/// An envelope is read up to its first fault. A fault holds no value out of the envelope, so that it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {regel}, {pad}: {reden}")]
pub struct Fout {
    /// The line in the file, counted from 1.
    pub regel: u32,
    /// The element, as a path of local names from the root:
    /// `/Envelope/Body/envelopHeenbericht-ggk_Di01/stuurgegevens/zender`.
    pub pad: String,
    /// What is wrong.
    pub reden: Reden,
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Reden {
    /// A fault that a message may have too: against XML, or against the order, number or types of elements.
    #[error("{0}")]
    Vorm(Foutsoort),
    /// What stands in the file, or in the SOAP body, is no Di01, Du01 or Fo01.
    #[error("{gevonden} is no envelope of StUF-GGk 0210 that is read here")]
    GeenEnvelop {
        /// The local name that was found, shortened when it is very long.
        gevonden: String,
    },
    /// A mandatory attribute is absent.
    #[error("attribute {naam} is absent")]
    OntbrekendAttribuut {
        /// Its name.
        naam: &'static str,
    },
    /// The value of an attribute does not belong to its type.
    #[error("attribute {naam} is wrong: {reden}")]
    OnjuistAttribuut {
        /// Its name.
        naam: &'static str,
        /// Why the value is wrong.
        reden: Ongeldig,
    },
    /// The contents of the file in the envelope are not base64.
    #[error("the contents are not base64")]
    Base64,
    /// The file in the envelope is larger than the standard allows (IB003).
    #[error("the file in the envelope has {bytes} bytes; at most {grens} are allowed")]
    InhoudTeGroot {
        /// The size of the file.
        bytes: usize,
        /// The largest size.
        grens: usize,
    },
    /// The message begins with a byte order mark, which it must not.
    #[error("the message in the envelope begins with a byte order mark")]
    Bom,
    /// The message is not UTF-8.
    #[error("the message in the envelope is not UTF-8")]
    InhoudCodering,
    /// The envelope holds no XML message: a text file, or a fault.
    #[error("the envelope holds no XML message")]
    GeenXmlBestand,
    /// The message does not belong in an envelope of this kind: an answer in a Di01, or another in a Du01.
    #[error("a {} does not belong in this envelope", .berichttype.naam())]
    VerkeerdeEnvelop {
        /// The message.
        berichttype: Berichttype,
    },
    /// An envelope that tells of a fault is not answered.
    #[error("a fault is not answered")]
    FoutOpFout,
}

impl From<Foutsoort> for Reden {
    fn from(soort: Foutsoort) -> Self {
        Self::Vorm(soort)
    }
}

impl Reden {
    /// A stable key of the kind, for texts in other languages. Faults that a message may have too bear the keys of
    /// [`Foutsoort`].
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Vorm(soort) => soort.code(),
            Self::GeenEnvelop { .. } => "geen-envelop",
            Self::OntbrekendAttribuut { .. } => "ontbrekend-attribuut",
            Self::OnjuistAttribuut { .. } => "onjuist-attribuut",
            Self::Base64 => "base64",
            Self::InhoudTeGroot { .. } => "inhoud-te-groot",
            Self::Bom => "bom",
            Self::InhoudCodering => "inhoud-codering",
            Self::GeenXmlBestand => "geen-xml-bestand",
            Self::VerkeerdeEnvelop { .. } => "verkeerde-envelop",
            Self::FoutOpFout => "fout-op-fout",
        }
    }

    /// The particulars of the fault, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Vorm(soort) => soort.args(),
            Self::GeenEnvelop { gevonden } => vec![("gevonden", gevonden.clone())],
            Self::OntbrekendAttribuut { naam } => vec![("naam", (*naam).to_owned())],
            Self::OnjuistAttribuut { naam, reden } => {
                let mut args = vec![("naam", (*naam).to_owned()), ("reden", reden.code().to_owned())];
                args.extend(reden.args());
                args
            }
            Self::InhoudTeGroot { bytes, grens } => {
                vec![("bytes", bytes.to_string()), ("grens", grens.to_string())]
            }
            Self::VerkeerdeEnvelop { berichttype } => vec![("bericht", berichttype.naam().to_owned())],
            Self::Base64 | Self::Bom | Self::InhoudCodering | Self::GeenXmlBestand | Self::FoutOpFout => {
                Vec::new()
            }
        }
    }
}
