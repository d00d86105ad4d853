//! Versions of allocations: which is the newest, which is actual.

use crate::basis::{
    Budget, BurgerServicenummer, Datum, IdentificatieBericht, Nummer, Omvang, Product, RedenWijziging,
    ReferentieTekst, Tijd,
};
use crate::jw301;
use crate::regels::stapelen::Stapelbaar;

/// A version of an allocation: a line of a JW301 without its remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toewijzing {
    /// The Identificatie of the message.
    pub bericht: IdentificatieBericht,
    /// The Dagtekening of the message: from the day after on, the provider can be held to it.
    pub verzonden: Datum,
    /// For whom.
    pub bsn: BurgerServicenummer,
    /// The number of the allocation.
    pub nummer: Nummer,
    /// The reference of the request that it answers.
    pub referentie: Option<ReferentieTekst>,
    /// The product; absent when any may be delivered.
    pub product: Option<Product>,
    /// The day of the decision.
    pub toewijzingsdatum: Datum,
    /// The time of the decision.
    pub toewijzingstijd: Tijd,
    /// The first day.
    pub ingangsdatum: Datum,
    /// The last day.
    pub einddatum: Option<Datum>,
    /// Why it changed.
    pub reden_wijziging: Option<RedenWijziging>,
    /// How much is to be delivered.
    pub omvang: Option<Omvang>,
    /// What may be spent.
    pub budget: Option<Budget>,
}

impl Toewijzing {
    /// The allocation is deleted: it counts as never sent.
    pub const VERWIJDERD: RedenWijziging = RedenWijziging::constant("13");
    /// As above, before release 3.1.
    const CORRECTIE_OUD: RedenWijziging = RedenWijziging::constant("01");

    /// The row of a line of a JW301.
    pub(crate) fn van(bericht: &jw301::Bericht, regel: &jw301::ToegewezenProduct) -> Self {
        let kop = &bericht.header.bericht_identificatie;
        Self {
            bericht: kop.identificatie.clone(),
            verzonden: kop.dagtekening,
            bsn: bericht.client.bsn.clone(),
            nummer: regel.toewijzing_nummer,
            referentie: regel.referentie_aanbieder.clone(),
            product: regel.product.clone(),
            toewijzingsdatum: regel.toewijzingsdatum,
            toewijzingstijd: regel.toewijzingstijd,
            ingangsdatum: regel.ingangsdatum,
            einddatum: regel.einddatum,
            reden_wijziging: regel.reden_wijziging,
            omvang: regel.omvang.clone(),
            budget: regel.budget,
        }
    }

    /// Whether the allocation is deleted: reason 13, or the lapsed 01 with nothing left of the period.
    pub fn is_verwijderd(&self) -> bool {
        self.reden_wijziging == Some(Self::VERWIJDERD)
            || (self.reden_wijziging == Some(Self::CORRECTIE_OUD)
                && self.einddatum == Some(self.ingangsdatum))
    }

    /// Whether the allocation runs on the day or later.
    pub fn is_actueel(&self, op: Datum) -> bool {
        !self.is_verwijderd() && (self.einddatum.is_none_or(|einde| einde >= op) || self.ingangsdatum > op)
    }

    /// What versions are ordered by: the decision (OP080), and for a decision that was sent twice the rest.
    pub(crate) fn volgorde(&self) -> impl Ord + '_ {
        (
            self.toewijzingsdatum,
            self.toewijzingstijd,
            self.reden_wijziging,
            self.verzonden,
            self.bericht.as_str(),
            self.referentie.as_ref().map(ReferentieTekst::as_str),
        )
    }

    /// The product and period, to see whether it clashes with another.
    pub(crate) fn stapelbaar(&self) -> Stapelbaar<'_> {
        Stapelbaar::new(self.product.as_ref(), self.ingangsdatum, self.einddatum)
    }
}

/// The newest version of an allocation: that of the latest decision, whatever the order of arrival (OP033x1, OP080).
pub fn nieuwste(versies: &[Toewijzing]) -> Option<&Toewijzing> {
    versies.iter().max_by(|een, ander| een.volgorde().cmp(&ander.volgorde()))
}

/// The versions that a provider may have taken for the newest when it sent a message: the newest of those sent before that
/// day, and every later one, which may have reached it or not (OP095).
pub(crate) fn kandidaten(versies: &[Toewijzing], dagtekening: Datum) -> Vec<&Toewijzing> {
    let (zeker, onzeker): (Vec<&Toewijzing>, Vec<&Toewijzing>) =
        versies.iter().partition(|versie| versie.verzonden < dagtekening);
    let basis = zeker.into_iter().max_by(|een, ander| een.volgorde().cmp(&ander.volgorde()));
    let nieuwer = onzeker.into_iter().filter(|versie| {
        basis.is_none_or(|basis| {
            (versie.toewijzingsdatum, versie.toewijzingstijd)
                >= (basis.toewijzingsdatum, basis.toewijzingstijd)
        })
    });
    basis.into_iter().chain(nieuwer).collect()
}
