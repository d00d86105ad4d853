//! The rules on a JW317.

use std::collections::HashSet;

use super::Oordeel;
use crate::basis::{Datum, Nummer};
use crate::historie::{Toewijzing, kandidaten};
use crate::jw317;
use crate::plaats::{Plaats, Rang};
use crate::regels::stapelen::{Stapel, Stapelbaar};
use crate::regels::{Regel, Tr304, Tr349, Tr350, Tr351, Tr357, Tr361, Tr373, Tr375, Tr411, Tr412};
use crate::volume::TOTAAL;

/// From the day after on, an Omvang needs a product code.
const OMVANG_ZONDER_CODE_TOT: Datum = Datum::constant(2020, 12, 31);

impl<'a> Oordeel<'a> {
    pub(super) fn wijziging(&mut self, bericht: &jw317::Bericht) {
        let client = &bericht.client;
        let verzoek = &client.verzoek;
        if !self.historie.client_bekend(&self.keten, &client.bsn) {
            self.meld(Tr304::REGEL, Plaats::Client);
            return;
        }
        let open = self.heeft_open_verzoek(&client.bsn);
        self.verzoekregel(open, &verzoek.referentie_aanbieder, Plaats::Verzoek);
        let genoemd = genoemde_nummers(verzoek);
        let toewijzingen = self.historie.toewijzingen_van(&self.keten, &client.bsn);
        let ontbreekt = toewijzingen.iter().any(|nummer| {
            let versies = self.kandidaten(*nummer, client);
            // What the sender may not have received yet, it need not name.
            let bekend = versies.first().is_some_and(|versie| versie.verzonden < self.dagtekening);
            !genoemd.contains(nummer)
                && bekend
                && versies.iter().all(|versie| versie.is_actueel(self.dagtekening))
        });
        self.meld_als(ontbreekt, Tr349::REGEL, Plaats::Verzoek);
        let mut stapel: Vec<(Stapelbaar<'_>, Option<Plaats>)> = Vec::new();
        for (rang, regel) in Rang::elk_of_geen(verzoek.ongewijzigde_producten.as_ref()) {
            let actueel = self.actueel(regel.toewijzing_nummer, client);
            self.meld_als(actueel.is_empty(), Tr350::REGEL, Plaats::OngewijzigdProduct(rang));
            // Two that clash and stay as they are, are not the fault of who asks for something else.
            stapel.extend(actueel.last().map(|versie| (versie.stapelbaar(), None)));
        }
        for (rang, regel) in Rang::elk_of_geen(verzoek.te_wijzigen_producten.as_ref()) {
            let plaats = Plaats::TeWijzigenProduct(rang);
            let actueel = self.actueel(regel.toewijzing_nummer, client);
            let gevonden = actueel
                .iter()
                .map(|versie| (self.te_wijzigen(regel, versie), *versie))
                .min_by_key(|(fouten, _)| fouten.len());
            match gevonden {
                None => self.meld(Tr351::REGEL, plaats),
                Some((fouten, versie)) => {
                    for fout in fouten {
                        self.meld(fout, plaats);
                    }
                    let (begin, einde) = (regel.gewenste_ingangsdatum, regel.einddatum);
                    stapel.push((Stapelbaar::new(versie.product.as_ref(), begin, einde), Some(plaats)));
                }
            }
        }
        for (rang, regel) in Rang::elk_of_geen(verzoek.nieuwe_producten.as_ref()) {
            let (begin, einde) = (regel.gewenste_ingangsdatum, regel.einddatum);
            let nieuw = Stapelbaar::new(regel.product.as_ref(), begin, einde);
            stapel.push((nieuw, Some(Plaats::NieuwProduct(rang))));
        }
        self.stapeling(&stapel);
    }

    /// TR361: of two that clash, the later one in the message is told of.
    fn stapeling(&mut self, stapel: &[(Stapelbaar<'_>, Option<Plaats>)]) {
        let mut eerder = Stapel::default();
        for (aantal, (zorg, plaats)) in stapel.iter().enumerate() {
            if let Some(plaats) = plaats {
                self.meld_als(eerder.botst_met(*zorg).is_some(), Tr361::REGEL, *plaats);
            }
            eerder.voeg_toe(*zorg, aantal);
        }
    }

    /// The versions of an allocation of the client that the sender may have gone by.
    fn kandidaten(&self, nummer: Nummer, client: &jw317::Client) -> Vec<&'a Toewijzing> {
        let historie = self.historie;
        let mut versies = kandidaten(historie.toewijzing(&self.keten, nummer), self.dagtekening);
        versies.retain(|versie| versie.bsn == client.bsn);
        versies
    }

    fn actueel(&self, nummer: Nummer, client: &jw317::Client) -> Vec<&'a Toewijzing> {
        let mut versies = self.kandidaten(nummer, client);
        versies.retain(|versie| versie.is_actueel(self.dagtekening));
        versies
    }

    /// What is wrong with a change, compared with a version of the allocation.
    fn te_wijzigen(&self, regel: &jw317::TeWijzigenProduct, versie: &Toewijzing) -> Vec<&'static Regel> {
        let vanaf_begin = regel.gewenste_ingangsdatum == versie.ingangsdatum;
        let totaal = |omvang: &Option<crate::basis::Omvang>| {
            omvang.as_ref().filter(|omvang| omvang.frequentie == TOTAAL).map(|omvang| omvang.volume)
        };
        let ander_budget = regel.budget != versie.budget;
        let ander_totaal =
            totaal(&versie.omvang).zip(totaal(&regel.omvang)).is_some_and(|(was, wordt)| was != wordt);
        let omvang =
            regel.omvang.is_some() && regel.einddatum.is_none_or(|einde| einde > OMVANG_ZONDER_CODE_TOT);
        let heeft_code = versie.product.as_ref().is_some_and(|product| product.code.is_some());
        [
            (regel.gewenste_ingangsdatum <= self.dagtekening && !vanaf_begin, Tr357::REGEL),
            ((ander_budget || ander_totaal) && !vanaf_begin, Tr373::REGEL),
            (omvang && versie.product.is_none(), Tr375::REGEL),
            (omvang && versie.product.is_some() && !heeft_code, Tr412::REGEL),
            (regel.omvang.is_none() && heeft_code, Tr411::REGEL),
        ]
        .into_iter()
        .filter_map(|(fout, regel)| fout.then_some(regel))
        .collect()
    }

    pub(super) fn wijziging_producten(&mut self, bericht: &jw317::Bericht) {
        for (rang, regel) in Rang::elk_of_geen(bericht.client.verzoek.nieuwe_producten.as_ref()) {
            self.product(regel.product.as_ref(), Plaats::NieuwProduct(rang));
        }
    }
}

fn genoemde_nummers(verzoek: &jw317::Verzoek) -> HashSet<Nummer> {
    let ongewijzigd = verzoek.ongewijzigde_producten.iter().flatten().map(|regel| regel.toewijzing_nummer);
    let gewijzigd = verzoek.te_wijzigen_producten.iter().flatten().map(|regel| regel.toewijzing_nummer);
    ongewijzigd.chain(gewijzigd).collect()
}
