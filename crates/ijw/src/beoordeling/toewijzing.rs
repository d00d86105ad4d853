//! The rules on a JW301.

use super::Oordeel;
use crate::historie::{Toewijzing, is_open, teruggenomen};
use crate::jw301;
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr332, Tr379, Tr385};

impl Oordeel<'_> {
    pub(super) fn toewijzing(&mut self, bericht: &jw301::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.toegewezen_producten) {
            let plaats = Plaats::ToegewezenProduct(rang);
            let toewijzing = Toewijzing::van(bericht, regel);
            let versies = self.historie.toewijzing(&self.keten, toewijzing.nummer);
            self.meld_als(
                versies.iter().any(|versie| !is_zelfde_toewijzing(versie, &toewijzing)),
                Tr332::REGEL,
                plaats,
            );
            let verkeerd = toewijzing.referentie.as_ref().is_some_and(|referentie| {
                let verzoek = self.historie.verzoek(&self.keten, referentie);
                let eigen = verzoek.is_some_and(|verzoek| verzoek.bsn == toewijzing.bsn);
                let beantwoordt = eigen && is_open(self.historie, &self.keten, referentie);
                !beantwoordt && !is_herhaling(versies, &toewijzing)
            });
            self.meld_als(verkeerd, Tr379::REGEL, plaats);
            let goedgekeurd = toewijzing.is_verwijderd() && self.heeft_goedgekeurd(&toewijzing);
            self.meld_als(goedgekeurd, Tr385::REGEL, plaats);
        }
    }

    /// Whether claims on the allocation were granted and not taken back.
    fn heeft_goedgekeurd(&self, toewijzing: &Toewijzing) -> bool {
        let regels = self.historie.prestaties_op(&self.keten, toewijzing.nummer);
        let teruggenomen = teruggenomen(regels);
        regels.iter().any(|prestatie| {
            let nummer = &prestatie.regel.product_referentie.referentie_nummer;
            prestatie.toegekend && !prestatie.regel.is_credit() && !teruggenomen.contains(nummer)
        })
    }

    pub(super) fn toewijzing_producten(&mut self, bericht: &jw301::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.toegewezen_producten) {
            self.product(regel.product.as_ref(), Plaats::ToegewezenProduct(rang));
        }
    }
}

/// Whether two lines with the same number are versions of one allocation: client, product and first day never change (OP033x1,
/// OP257).
fn is_zelfde_toewijzing(een: &Toewijzing, ander: &Toewijzing) -> bool {
    een.bsn == ander.bsn && een.product == ander.product && een.ingangsdatum == ander.ingangsdatum
}

/// Whether the line was sent before, with the same decision and the same reference: then it only repeats the answer to the
/// request, which is no longer open because of that very line.
fn is_herhaling(versies: &[Toewijzing], toewijzing: &Toewijzing) -> bool {
    versies.iter().any(|versie| {
        versie.referentie == toewijzing.referentie
            && versie.toewijzingsdatum == toewijzing.toewijzingsdatum
            && versie.toewijzingstijd == toewijzing.toewijzingstijd
    })
}
