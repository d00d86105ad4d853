//! Rules about requests and the answers to them.

use super::{Cd043, Cd066, Cd067, Cd068, Cd085, Cd086, Tr352, Tr353, Tr377, Tr380, Tr383, Tr409};
use crate::keuring::{DAGTEKENING, Keuring, Toets, groepen};
use crate::pad::stap;
use crate::{jw315, jw317, jw319};

impl Toets<jw315::AangevraagdProduct> for Cd043 {
    fn toets(product: &jw315::AangevraagdProduct, keuring: &mut Keuring) {
        match (product.beschikking_nummer.is_some(), product.beschikking_ingangsdatum.is_some()) {
            (true, false) => keuring.meld(Self::REGEL, &["BeschikkingNummer"]),
            (false, true) => keuring.meld(Self::REGEL, &["BeschikkingIngangsdatum"]),
            _ => {}
        }
    }
}

/// Whether the referrer is of a kind that has an AGB code: 02 to 05.
fn heeft_agb(product: &jw315::AangevraagdProduct) -> bool {
    matches!(product.verwijzer.soort.code(), "02" | "03" | "04" | "05")
}

impl Toets<jw315::AangevraagdProduct> for Cd066 {
    fn toets(product: &jw315::AangevraagdProduct, keuring: &mut Keuring) {
        let verwijzer = &product.verwijzer;
        if heeft_agb(product) && verwijzer.naam.is_some() && verwijzer.zorgverlener_code.is_some() {
            keuring.meld(Self::REGEL, &["Verwijzer/Type", "Verwijzer/Naam", "Verwijzer/ZorgverlenerCode"]);
        }
    }
}

impl Toets<jw315::AangevraagdProduct> for Cd067 {
    fn toets(product: &jw315::AangevraagdProduct, keuring: &mut Keuring) {
        let verwijzer = &product.verwijzer;
        if heeft_agb(product) && verwijzer.naam.is_none() && verwijzer.zorgverlener_code.is_none() {
            keuring.meld(Self::REGEL, &["Verwijzer/Type"]);
        }
    }
}

impl Toets<jw315::AangevraagdProduct> for Cd068 {
    fn toets(product: &jw315::AangevraagdProduct, keuring: &mut Keuring) {
        if !heeft_agb(product) && product.verwijzer.zorgverlener_code.is_some() {
            keuring.meld(Self::REGEL, &["Verwijzer/Type", "Verwijzer/ZorgverlenerCode"]);
        }
    }
}

impl Toets<jw315::Client> for Tr383 {
    fn toets(client: &jw315::Client, keuring: &mut Keuring) {
        let producten = &client.aangevraagde_producten;
        let dubbel = groepen(
            producten.iter().enumerate().map(|(plaats, p)| (p.referentie_aanbieder.as_str(), plaats)),
        );
        for groep in dubbel {
            // The published rule set tells of all but the last.
            for plaats in groep.iter().take(groep.len() - 1) {
                let product = stap("AangevraagdProduct", *plaats, producten.len());
                keuring.meld(Self::REGEL, &[&format!("AangevraagdeProducten/{product}/ReferentieAanbieder")]);
            }
        }
    }
}

impl Toets<jw317::Verzoek> for Tr352 {
    fn toets(verzoek: &jw317::Verzoek, keuring: &mut Keuring) {
        if verzoek.ongewijzigde_producten.is_none() && verzoek.te_wijzigen_producten.is_none() {
            keuring.meld(Self::REGEL, &[""]);
        }
    }
}

impl Toets<jw317::Verzoek> for Tr353 {
    fn toets(verzoek: &jw317::Verzoek, keuring: &mut Keuring) {
        if verzoek.te_wijzigen_producten.is_none() && verzoek.nieuwe_producten.is_none() {
            keuring.meld(Self::REGEL, &[""]);
        }
    }
}

impl Toets<jw317::NieuwProduct> for Tr380 {
    fn toets(product: &jw317::NieuwProduct, keuring: &mut Keuring) {
        if product.gewenste_ingangsdatum <= keuring.dagtekening {
            keuring.meld(Self::REGEL, &[DAGTEKENING, "GewensteIngangsdatum"]);
        }
    }
}

impl Toets<jw319::Antwoord> for Cd085 {
    fn toets(antwoord: &jw319::Antwoord, keuring: &mut Keuring) {
        if antwoord.verzoek_antwoord.code() == "1" && antwoord.reden_afwijzing_verzoek.is_none() {
            keuring.meld(Self::REGEL, &["VerzoekAntwoord"]);
        }
    }
}

impl Toets<jw319::Antwoord> for Cd086 {
    fn toets(antwoord: &jw319::Antwoord, keuring: &mut Keuring) {
        if antwoord.verzoek_antwoord.code() == "2" && antwoord.reden_afwijzing_verzoek.is_some() {
            keuring.meld(Self::REGEL, &["VerzoekAntwoord", "RedenAfwijzingVerzoek"]);
        }
    }
}

/// The reason that another municipality is responsible for the child.
const WOONPLAATSBEGINSEL: &str = "8";

impl Toets<jw319::Antwoord> for Tr377 {
    fn toets(antwoord: &jw319::Antwoord, keuring: &mut Keuring) {
        let reden = antwoord.reden_afwijzing_verzoek;
        if reden.is_some_and(|reden| reden.code() == WOONPLAATSBEGINSEL)
            && antwoord.woonplaatsbeginsel.is_none()
        {
            keuring.meld(Self::REGEL, &["RedenAfwijzingVerzoek"]);
        }
    }
}

impl Toets<jw319::Antwoord> for Tr409 {
    fn toets(antwoord: &jw319::Antwoord, keuring: &mut Keuring) {
        let reden = antwoord.reden_afwijzing_verzoek;
        if reden.is_some_and(|reden| reden.code() != WOONPLAATSBEGINSEL)
            && antwoord.woonplaatsbeginsel.is_some()
        {
            keuring.meld(Self::REGEL, &["RedenAfwijzingVerzoek", "Woonplaatsbeginsel"]);
        }
    }
}
