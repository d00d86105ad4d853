//! The rules on a JW315, and what it shares with a JW317.

use super::Oordeel;
use crate::basis::{BurgerServicenummer, ReferentieTekst};
use crate::historie::is_open;
use crate::jw315;
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr347, Tr374};

impl Oordeel<'_> {
    pub(super) fn verzoek(&mut self, bericht: &jw315::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.aangevraagde_producten) {
            self.verzoekregel(
                &bericht.client.bsn,
                &regel.referentie_aanbieder,
                Plaats::AangevraagdProduct(rang),
            );
        }
    }

    /// TR347 and TR374.
    pub(super) fn verzoekregel(
        &mut self,
        bsn: &BurgerServicenummer,
        referentie: &ReferentieTekst,
        plaats: Plaats,
    ) {
        let gebruikt = self.historie.verzoek(&self.keten, referentie).is_some();
        self.meld_als(gebruikt, Tr347::REGEL, plaats);
        let eerder = self.historie.verzoeken_van(&self.keten, bsn);
        let open = eerder.iter().any(|ander| is_open(self.historie, &self.keten, ander));
        self.meld_als(open, Tr374::REGEL, plaats);
    }

    pub(super) fn verzoek_producten(&mut self, bericht: &jw315::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.aangevraagde_producten) {
            self.product(regel.product.as_ref(), Plaats::AangevraagdProduct(rang));
        }
    }
}
