//! The rules on a JW319.

use super::Oordeel;
use crate::buitenwereld::gemeente_bestaat;
use crate::historie::Antwoord;
use crate::jw319;
use crate::plaats::Plaats;
use crate::regels::{Tr355, Tr359, Tr360, Tr365, Tr378};

impl Oordeel<'_> {
    pub(super) fn antwoord(&mut self, bericht: &jw319::Bericht) {
        let (keten, plaats) = (self.keten.clone(), Plaats::Antwoord);
        let referentie = &bericht.antwoord.referentie_aanbieder;
        let eerder = self.historie.antwoorden(&keten, referentie);
        let onderzoek = bericht.antwoord.verzoek_antwoord == Antwoord::IN_ONDERZOEK;
        self.meld_als(self.historie.verzoek(&keten, referentie).is_none(), Tr355::REGEL, plaats);
        self.meld_als(!self.historie.toewijzingen_op(&keten, referentie).is_empty(), Tr359::REGEL, plaats);
        self.meld_als(onderzoek && !eerder.is_empty(), Tr360::REGEL, plaats);
        self.meld_als(eerder.iter().any(Antwoord::is_definitief), Tr365::REGEL, plaats);
    }

    /// TR378 on the municipality that the answer refers to.
    pub(super) fn antwoord_gemeente(&mut self, bericht: &jw319::Bericht) {
        if let Some(verwijzing) = &bericht.antwoord.woonplaatsbeginsel {
            let bestaat = gemeente_bestaat(self.buiten, &verwijzing.gemeente, self.dagtekening);
            self.meld_als(bestaat == Some(false), Tr378::REGEL, Plaats::Woonplaatsbeginsel);
        }
    }
}
