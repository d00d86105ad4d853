//! The rows of a history, but for allocations and deliveries.

use std::collections::HashSet;

use crate::basis::{
    AgbCode, BerichtIdentificatie, BurgerServicenummer, Datum, DebetCredit, DeclaratieNummer, Gemeente,
    IdentificatieBericht, ReferentieNummer, ReferentieTekst, VerzoekAntwoord, XsdVersie,
};
use crate::bericht::Bericht;
use crate::jw323;

/// A municipality and a provider that exchange messages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Keten {
    /// The municipality.
    pub gemeente: Gemeente,
    /// The provider.
    pub aanbieder: AgbCode,
}

impl Keten {
    /// Between whom a message goes.
    pub fn of(bericht: &Bericht) -> Self {
        Self { gemeente: bericht.gemeente().clone(), aanbieder: bericht.aanbieder().clone() }
    }
}

/// A request for an allocation (JW315, a row per AangevraagdProduct) or for a change (JW317).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzoek {
    /// The Identificatie of the message.
    pub bericht: IdentificatieBericht,
    /// Its Dagtekening.
    pub verzonden: Datum,
    /// For whom.
    pub bsn: BurgerServicenummer,
    /// The reference, unique per provider.
    pub referentie: ReferentieTekst,
    /// Whether it asks for a change (JW317).
    pub wijziging: bool,
}

/// An answer to a request (JW319).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// The Identificatie of the message.
    pub bericht: IdentificatieBericht,
    /// Turned down, or under investigation.
    pub antwoord: VerzoekAntwoord,
}

impl Antwoord {
    /// The request is under investigation.
    pub const IN_ONDERZOEK: VerzoekAntwoord = VerzoekAntwoord::constant("2");
    /// The request is turned down.
    pub const AFGEWEZEN: VerzoekAntwoord = VerzoekAntwoord::constant("1");

    /// Whether no other answer follows.
    pub fn is_definitief(&self) -> bool {
        self.antwoord != Self::IN_ONDERZOEK
    }
}

/// A declaration (JW323) without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaratie {
    /// What the message is known by.
    pub bericht: BerichtIdentificatie,
    /// The number, unique per provider.
    pub nummer: DeclaratieNummer,
    /// The first day of the DeclaratiePeriode.
    pub periode: Datum,
    /// The versions of the schemas that it was made with.
    pub xsd_versie: XsdVersie,
}

/// A line of a declaration (JW323).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prestatie {
    /// The Identificatie of the message.
    pub bericht: IdentificatieBericht,
    /// For whom.
    pub bsn: BurgerServicenummer,
    /// The line as it was sent.
    pub regel: jw323::Prestatie,
    /// Whether a JW325 came that did not reject it.
    pub toegekend: bool,
}

/// A claim takes money back.
pub(crate) const CREDIT: DebetCredit = DebetCredit::constant("C");
/// A claim asks for money.
pub(crate) const DEBET: DebetCredit = DebetCredit::constant("D");

impl jw323::Prestatie {
    /// Whether the line takes an earlier one back.
    pub(crate) fn is_credit(&self) -> bool {
        self.ingediend_bedrag.debet_credit == CREDIT
    }

    /// Whether two lines are about the same product in the same period of the same allocation.
    pub(crate) fn zelfde_levering(&self, ander: &Self) -> bool {
        self.toewijzing_nummer == ander.toewijzing_nummer
            && self.product_categorie == ander.product_categorie
            && self.product_code == ander.product_code
            && self.product_periode == ander.product_periode
    }

    /// Whether the line takes back exactly what the other claimed (7.5: only the numbers and the sign differ).
    pub(crate) fn crediteert(&self, debet: &Self) -> bool {
        self.is_credit()
            && !debet.is_credit()
            && self.product_referentie.vorig_referentie_nummer.as_ref()
                == Some(&debet.product_referentie.referentie_nummer)
            && self.zelfde_levering(debet)
            && self.geleverd_volume == debet.geleverd_volume
            && self.eenheid == debet.eenheid
            && self.product_tarief == debet.product_tarief
            && self.ingediend_bedrag.bedrag == debet.ingediend_bedrag.bedrag
    }
}

impl Prestatie {
    /// What claims are ordered by, so that a history does not depend on the order of arrival.
    pub(crate) fn volgorde(&self) -> (Datum, &str, &str, &str) {
        let nummer = self.regel.product_referentie.referentie_nummer.as_str();
        (self.regel.product_periode.begindatum, self.bericht.as_str(), nummer, self.bsn.as_str())
    }
}

/// The numbers of the claims that these claims take back.
pub(crate) fn teruggenomen(regels: &[Prestatie]) -> HashSet<&ReferentieNummer> {
    let credits = regels.iter().filter(|prestatie| prestatie.regel.is_credit());
    credits.filter_map(|credit| credit.regel.product_referentie.vorig_referentie_nummer.as_ref()).collect()
}
