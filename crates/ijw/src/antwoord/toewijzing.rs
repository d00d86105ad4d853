//! The lines of the JW301 on a request that is granted.

use jiff::ToSpan;

use super::Weigering;
use crate::basis::{Datum, Nummer, RedenWijziging, ReferentieTekst, Tijd};
use crate::bericht::Bericht;
use crate::historie::{Historie, Keten, Toewijzing, nieuwste};
use crate::volume::TOTAAL;
use crate::{jw301, jw315, jw317};

/// When it was decided: it orders the versions of an allocation (OP080).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Besluit {
    /// The Toewijzingsdatum.
    pub datum: Datum,
    /// The Toewijzingstijd.
    pub tijd: Tijd,
}

/// The provider asked for the change.
const DOOR_AANBIEDER: RedenWijziging = RedenWijziging::constant("12");

/// Makes the lines of the JW301 that grants a request as it was asked, in the order of the request, and after them the other
/// running allocations of the client at the provider, because a JW301 holds all of them (OP087).
///
/// A JW315 gives one line per product with a new number and the reference of that product (IV094); leave the products that
/// are not granted out of the message. A JW317 gives, all with its reference (IV093): what stays as it is; what is new, with
/// a new number; and what changes. That keeps its number (reason 12) when only the last day changes, the budget or the
/// volume over the whole allocation. Otherwise the old one ends the day before and a new number goes on; when the change
/// holds from the first day on, nothing is left of the old one, and it is deleted (reason 13).
///
/// What is sent again as it was keeps its decision and has no reason (IV013, IV099).
///
/// # Errors
///
/// When the message is no request, when it names an allocation that the history does not have, or when `nummers` is empty
/// too soon.
pub fn toewijzing_na_verzoek(
    verzoek: &Bericht,
    historie: &impl Historie,
    besluit: Besluit,
    nummers: impl IntoIterator<Item = Nummer>,
) -> Result<Vec<jw301::ToegewezenProduct>, Weigering> {
    let mut nummers = nummers.into_iter();
    let mut nieuw_nummer = || nummers.next().ok_or(Weigering::NummersOp);
    let keten = Keten::of(verzoek);
    let (bsn, mut regels) = match verzoek {
        Bericht::Jw315(bericht) => {
            let producten = bericht.client.aangevraagde_producten.iter();
            let regels = producten
                .map(|product| Ok(na_aanvraag(product, nieuw_nummer()?, besluit)))
                .collect::<Result<Vec<_>, Weigering>>()?;
            (&bericht.client.bsn, regels)
        }
        Bericht::Jw317(bericht) => {
            let client = &bericht.client;
            let bron = Bron { historie, keten: &keten, client, besluit };
            (&client.bsn, bron.regels(&mut nieuw_nummer)?)
        }
        _ => return Err(Weigering::GeenVerzoek),
    };
    for nummer in historie.toewijzingen_van(&keten, bsn) {
        let genoemd = regels.iter().any(|regel| regel.toewijzing_nummer == *nummer);
        let versie = nieuwste(historie.toewijzing(&keten, *nummer)).filter(|versie| versie.bsn == *bsn);
        if let Some(versie) = versie.filter(|versie| !genoemd && versie.is_actueel(besluit.datum)) {
            regels.push(herhaald(versie, None));
        }
    }
    Ok(regels)
}

fn na_aanvraag(
    product: &jw315::AangevraagdProduct,
    nummer: Nummer,
    besluit: Besluit,
) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct {
        toewijzing_nummer: nummer,
        referentie_aanbieder: Some(product.referentie_aanbieder.clone()),
        product: product.product.clone(),
        toewijzingsdatum: besluit.datum,
        toewijzingstijd: besluit.tijd,
        ingangsdatum: product.toewijzing_ingangsdatum,
        einddatum: product.toewijzing_einddatum,
        reden_wijziging: None,
        omvang: product.omvang.clone(),
        budget: product.budget,
        commentaar: None,
    }
}

/// An allocation as it is.
pub(super) fn herhaald(
    versie: &Toewijzing,
    referentie: Option<&ReferentieTekst>,
) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct {
        toewijzing_nummer: versie.nummer,
        referentie_aanbieder: referentie.cloned(),
        product: versie.product.clone(),
        toewijzingsdatum: versie.toewijzingsdatum,
        toewijzingstijd: versie.toewijzingstijd,
        ingangsdatum: versie.ingangsdatum,
        einddatum: versie.einddatum,
        reden_wijziging: None,
        omvang: versie.omvang.clone(),
        budget: versie.budget,
        commentaar: None,
    }
}

/// What the lines on a JW317 are made of.
struct Bron<'a, H> {
    historie: &'a H,
    keten: &'a Keten,
    client: &'a jw317::Client,
    besluit: Besluit,
}

impl<H: Historie> Bron<'_, H> {
    fn regels(
        &self,
        nieuw_nummer: &mut impl FnMut() -> Result<Nummer, Weigering>,
    ) -> Result<Vec<jw301::ToegewezenProduct>, Weigering> {
        let verzoek = &self.client.verzoek;
        let referentie = Some(&verzoek.referentie_aanbieder);
        let mut regels = Vec::new();
        for product in verzoek.ongewijzigde_producten.iter().flatten() {
            regels.push(herhaald(self.versie(product.toewijzing_nummer)?, referentie));
        }
        for product in verzoek.te_wijzigen_producten.iter().flatten() {
            let versie = self.versie(product.toewijzing_nummer)?;
            regels.extend(self.gewijzigd(product, versie, nieuw_nummer)?);
        }
        for product in verzoek.nieuwe_producten.iter().flatten() {
            regels.push(jw301::ToegewezenProduct {
                toewijzing_nummer: nieuw_nummer()?,
                referentie_aanbieder: referentie.cloned(),
                product: product.product.clone(),
                toewijzingsdatum: self.besluit.datum,
                toewijzingstijd: self.besluit.tijd,
                ingangsdatum: product.gewenste_ingangsdatum,
                einddatum: product.einddatum,
                reden_wijziging: None,
                omvang: product.omvang.clone(),
                budget: product.budget,
                commentaar: None,
            });
        }
        Ok(regels)
    }

    /// The newest version of an allocation of the client.
    fn versie(&self, nummer: Nummer) -> Result<&Toewijzing, Weigering> {
        nieuwste(self.historie.toewijzing(self.keten, nummer))
            .filter(|versie| versie.bsn == self.client.bsn && !versie.is_verwijderd())
            .ok_or(Weigering::ToewijzingOnbekend(nummer))
    }

    fn gewijzigd(
        &self,
        product: &jw317::TeWijzigenProduct,
        versie: &Toewijzing,
        nieuw_nummer: &mut impl FnMut() -> Result<Nummer, Weigering>,
    ) -> Result<Vec<jw301::ToegewezenProduct>, Weigering> {
        let was = herhaald(versie, Some(&self.client.verzoek.referentie_aanbieder));
        let wordt = jw301::ToegewezenProduct {
            toewijzingsdatum: self.besluit.datum,
            toewijzingstijd: self.besluit.tijd,
            einddatum: product.einddatum,
            omvang: product.omvang.clone(),
            budget: product.budget,
            ..was.clone()
        };
        if was.einddatum == wordt.einddatum && was.omvang == wordt.omvang && was.budget == wordt.budget {
            return Ok(vec![was]);
        }
        if behoudt_nummer(&was, &wordt) {
            return Ok(vec![jw301::ToegewezenProduct { reden_wijziging: Some(DOOR_AANBIEDER), ..wordt }]);
        }
        let vanaf = product.gewenste_ingangsdatum;
        let (einde, reden) = if vanaf > versie.ingangsdatum {
            (vanaf.saturating_sub(1.day()), DOOR_AANBIEDER)
        } else {
            (versie.ingangsdatum, Toewijzing::VERWIJDERD)
        };
        let oud = jw301::ToegewezenProduct {
            toewijzingsdatum: self.besluit.datum,
            toewijzingstijd: self.besluit.tijd,
            einddatum: Some(einde),
            reden_wijziging: Some(reden),
            ..was
        };
        let nieuw =
            jw301::ToegewezenProduct { toewijzing_nummer: nieuw_nummer()?, ingangsdatum: vanaf, ..wordt };
        Ok(vec![oud, nieuw])
    }
}

/// Whether the change is one that an allocation can go through: of its last day, its budget, or the volume over all of it
/// (OP033x1).
fn behoudt_nummer(was: &jw301::ToegewezenProduct, wordt: &jw301::ToegewezenProduct) -> bool {
    match (&was.omvang, &wordt.omvang) {
        (None, None) => was.budget.is_some() == wordt.budget.is_some(),
        (Some(een), Some(ander)) => {
            een == ander
                || (een.frequentie == TOTAAL && ander.frequentie == TOTAAL && een.eenheid == ander.eenheid)
        }
        _ => false,
    }
}
