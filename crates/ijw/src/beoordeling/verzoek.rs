//! The rules on a JW315, and what it shares with a JW317.

use super::Oordeel;
use crate::basis::{BurgerServicenummer, ReferentieTekst};
use crate::historie::is_open;
use crate::jw315;
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr347, Tr374};

impl Oordeel<'_> {
    pub(super) fn verzoek(&mut self, bericht: &jw315::Bericht) {
        let open = self.heeft_open_verzoek(&bericht.client.bsn);
        for (rang, regel) in Rang::elk(&bericht.client.aangevraagde_producten) {
            self.verzoekregel(open, &regel.referentie_aanbieder, Plaats::AangevraagdProduct(rang));
        }
    }

    /// Whether an earlier request for the client awaits its answer.
    pub(super) fn heeft_open_verzoek(&self, bsn: &BurgerServicenummer) -> bool {
        let eerder = self.historie.verzoeken_van(&self.keten, bsn);
        eerder.iter().any(|ander| is_open(self.historie, &self.keten, ander))
    }

    /// TR347 and TR374.
    pub(super) fn verzoekregel(&mut self, open: bool, referentie: &ReferentieTekst, plaats: Plaats) {
        let gebruikt = self.historie.verzoek(&self.keten, referentie).is_some();
        self.meld_als(gebruikt, Tr347::REGEL, plaats);
        self.meld_als(open, Tr374::REGEL, plaats);
    }

    pub(super) fn verzoek_producten(&mut self, bericht: &jw315::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.aangevraagde_producten) {
            self.product(regel.product.as_ref(), Plaats::AangevraagdProduct(rang));
        }
    }
}
