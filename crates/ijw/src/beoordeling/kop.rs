//! The header of any message.

use super::Oordeel;
use crate::basis::Datum;
use crate::bericht::Bericht;
use crate::buitenwereld::gemeente_bestaat;
use crate::plaats::Plaats;
use crate::regels::{Tr056, Tr135, Tr378};

impl Oordeel<'_> {
    /// TR056.
    pub(super) fn identificatie(&mut self, bericht: &Bericht) {
        let gebruikt = self.historie.identificatie_gebruikt(
            &self.keten,
            bericht.berichttype(),
            &bericht.bericht_identificatie().identificatie,
        );
        self.meld_als(gebruikt, Tr056::REGEL, Plaats::Header);
    }

    /// TR135 and TR378.
    pub(super) fn kop(&mut self, bericht: &Bericht) {
        let toekomst = self.buiten.vandaag().is_some_and(|vandaag| self.dagtekening > vandaag);
        self.meld_als(toekomst, Tr135::REGEL, Plaats::Header);
        // The newest list that may be asked is the one of the last day that the message is about.
        let dag = ingangsdata(bericht).into_iter().fold(self.dagtekening, Datum::max);
        let bestaat = gemeente_bestaat(self.buiten, &self.keten.gemeente, dag);
        self.meld_als(bestaat == Some(false), Tr378::REGEL, Plaats::Header);
    }
}

/// The first days of what a message allocates or asks for.
fn ingangsdata(bericht: &Bericht) -> Vec<Datum> {
    match bericht {
        Bericht::Jw301(bericht) => {
            bericht.client.toegewezen_producten.iter().map(|product| product.ingangsdatum).collect()
        }
        Bericht::Jw315(bericht) => bericht
            .client
            .aangevraagde_producten
            .iter()
            .map(|product| product.toewijzing_ingangsdatum)
            .collect(),
        Bericht::Jw317(bericht) => {
            let verzoek = &bericht.client.verzoek;
            let wijziging = verzoek.te_wijzigen_producten.iter().flatten();
            let nieuw = verzoek.nieuwe_producten.iter().flatten();
            wijziging
                .map(|product| product.gewenste_ingangsdatum)
                .chain(nieuw.map(|product| product.gewenste_ingangsdatum))
                .collect()
        }
        _ => Vec::new(),
    }
}
