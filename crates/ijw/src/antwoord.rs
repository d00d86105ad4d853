//! What is answered to a message: its retour, the JW325 on a JW323, the JW319 or the lines of the JW301 on a request.

mod declaratie;
mod opdracht;
mod retour;
mod toewijzing;
mod verzoek;

pub use declaratie::declaratie_antwoord;
pub use opdracht::{Opdracht, toewijzing_uit_eigen_beweging};
pub use retour::retour;
pub use toewijzing::{Besluit, toewijzing_na_verzoek};
pub use verzoek::{Uitspraak, antwoord_op_verzoek};

use thiserror::Error;

use crate::basis::{Datum, IdentificatieBericht, Nummer, RetourCode, Versie, XsdVersie};
use crate::ongeldig::Ongeldig;

/// The message is refused for technical reasons (level 2).
pub(crate) const TECHNISCH: RetourCode = RetourCode::constant("0001");

/// What the caller decides about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stempel {
    /// The name or number of the answer, unique per sender and type of message.
    pub identificatie: IdentificatieBericht,
    /// The day on which it is sent.
    pub dagtekening: Datum,
    /// The version of the published rule set, when the message was refused by that; only used for a refusal at level 2.
    pub xslt_versie: Option<Versie>,
    /// The versions of the schemas that the answer is made with.
    pub xsd_versie: XsdVersie,
}

impl Stempel {
    /// The version that every published example bears.
    const XSD_VERSIE: &'static str = "1.0.0";

    /// A stamp without a version of the rule set, for answers made with the schemas of this library.
    pub fn new(identificatie: IdentificatieBericht, dagtekening: Datum) -> Result<Self, Ongeldig> {
        let versie = Versie::parse(Self::XSD_VERSIE)?;
        let xsd_versie = XsdVersie { basisschema_xsd_versie: versie.clone(), bericht_xsd_versie: versie };
        Ok(Self { identificatie, dagtekening, xslt_versie: None, xsd_versie })
    }
}

/// Why an answer cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Weigering {
    /// The message is no JW315 or JW317.
    #[error("the message is no request")]
    GeenVerzoek,
    /// The request has no line with the reference.
    #[error("the request does not have this reference")]
    ReferentieOnbekend,
    /// An allocation in the request is not known, or was deleted.
    #[error("allocation {} is not known", .0.get())]
    ToewijzingOnbekend(Nummer),
    /// The caller gave too few numbers.
    #[error("there are too few new numbers")]
    NummersOp,
    /// Reason 8 needs the municipality, and only a JW315 can be turned down for it.
    #[error("reason 8 goes with a municipality, and on a JW315 only")]
    Woonplaatsbeginsel,
    /// A value does not fit its type, such as a total that is too large.
    #[error(transparent)]
    Ongeldig(#[from] Ongeldig),
}
