//! The rules on a JW325. It cannot be refused: what is found here is for people.

use super::Oordeel;
use crate::basis::DeclaratieNummer;
use crate::berichttype::Berichttype;
use crate::historie::Declaratie;
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr304, Tr337, Tr366, Tr367, Tr371, Tr376};
use crate::{jw323, jw325};

impl Oordeel<'_> {
    pub(super) fn declaratie_antwoord(&mut self, bericht: &jw325::Bericht) {
        let identificatie = &bericht.header.declaratie_identificatie.identificatie;
        let verstuurd = self.historie.identificatie_gebruikt(&self.keten, Berichttype::Jw323, identificatie);
        self.meld_als(!verstuurd, Tr337::REGEL, Plaats::Header);
        let Some(antwoord) = &bericht.declaratie_antwoord else { return };
        let declaratie: Option<&Declaratie> = DeclaratieNummer::parse(antwoord.declaratie_nummer.as_str())
            .ok()
            .and_then(|nummer| self.historie.declaratie(&self.keten, &nummer))
            .filter(|declaratie| declaratie.bericht.identificatie == *identificatie);
        self.meld_als(verstuurd && declaratie.is_none(), Tr376::REGEL, Plaats::DeclaratieAntwoord);
        let andere_versie = declaratie
            .is_some_and(|declaratie| declaratie.xsd_versie != bericht.header.xsd_versie_declaratie);
        self.meld_als(andere_versie, Tr371::REGEL, Plaats::Header);
        for (van, client) in Rang::elk_of_geen(antwoord.clienten.as_ref()) {
            if !self.historie.client_bekend(&self.keten, &client.bsn) {
                self.meld(Tr304::REGEL, Plaats::AntwoordClient(van));
            }
            for (rang, regel) in Rang::elk(&client.prestaties) {
                let plaats = Plaats::AntwoordPrestatie(van, rang);
                let referentie = &regel.product_referentie.referentie_nummer;
                match self.historie.prestatie(&self.keten, referentie) {
                    None => self.meld(Tr366::REGEL, plaats),
                    Some(prestatie) => {
                        let gelijk = prestatie.bsn == client.bsn && is_gelijk(&prestatie.regel, regel);
                        self.meld_als(!gelijk, Tr367::REGEL, plaats);
                    }
                }
            }
        }
    }
}

fn is_gelijk(heen: &jw323::Prestatie, terug: &jw325::Prestatie) -> bool {
    heen.product_referentie == terug.product_referentie
        && heen.toewijzing_nummer == terug.toewijzing_nummer
        && heen.product_categorie == terug.product_categorie
        && heen.product_code == terug.product_code
        && heen.product_periode == terug.product_periode
        && heen.geleverd_volume == terug.geleverd_volume
        && heen.eenheid == terug.eenheid
        && heen.product_tarief == terug.product_tarief
        && heen.ingediend_bedrag == terug.ingediend_bedrag
}
