//! The rules on a JW323: the declaration and its clients, and in which order its lines are judged.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;

use super::Oordeel;
use super::prestatie::Stand;
use crate::basis::{Datum, Nummer, ReferentieNummer};
use crate::historie::{Keten, teruggenomen};
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr304, Tr314, Tr318, Tr333};
use crate::{Historie, jw323};

/// What the accepted lines of the message have changed so far.
#[derive(Default)]
pub(super) struct Voortgang<'a> {
    /// The lines that were taken back.
    pub(super) gecrediteerd: HashSet<&'a ReferentieNummer>,
    /// Per allocation, the claims that earlier messages took back.
    eerder: HashMap<Nummer, HashSet<&'a ReferentieNummer>>,
    standen: HashMap<Nummer, Stand>,
}

impl<'a> Voortgang<'a> {
    /// The claims on an allocation that earlier messages took back.
    pub(super) fn eerder(
        &mut self,
        historie: &'a dyn Historie,
        keten: &Keten,
        nummer: Nummer,
    ) -> &HashSet<&'a ReferentieNummer> {
        self.eerder.entry(nummer).or_insert_with(|| teruggenomen(historie.prestaties_op(keten, nummer)))
    }

    /// How far an allocation is claimed, the accepted lines of this message included.
    pub(super) fn stand(&mut self, historie: &dyn Historie, keten: &Keten, nummer: Nummer) -> &mut Stand {
        let gecrediteerd = &self.gecrediteerd;
        self.standen
            .entry(nummer)
            .or_insert_with(|| Stand::new(historie.prestaties_op(keten, nummer), gecrediteerd))
    }
}

impl Oordeel<'_> {
    pub(super) fn declaratie(&mut self, bericht: &jw323::Bericht) {
        let declaratie = &bericht.declaratie;
        let gebruikt = self.historie.declaratie(&self.keten, &declaratie.declaratie_nummer).is_some();
        self.meld_als(gebruikt, Tr333::REGEL, Plaats::Declaratie);
        self.meld_als(!self.sluit_aan(declaratie), Tr318::REGEL, Plaats::Declaratie);
        if !self.is_schoon() {
            return;
        }
        let mut regels: Vec<(Plaats, &jw323::Client, &jw323::Prestatie)> = Vec::new();
        for (van, client) in Rang::elk(&declaratie.clienten) {
            if self.historie.client_bekend(&self.keten, &client.bsn) {
                let prestaties = Rang::elk(&client.prestaties);
                regels.extend(prestaties.map(|(rang, regel)| (Plaats::Prestatie(van, rang), client, regel)));
            } else {
                self.meld(Tr304::REGEL, Plaats::DeclaratieClient(van));
            }
        }
        let dubbel = self.dubbele_nummers(&regels);
        // What is taken back goes first (OP366): it makes room for the new line.
        regels.sort_by_key(|(_, _, regel)| !regel.is_credit());
        let mut voortgang = Voortgang::default();
        for (plaats, client, regel) in regels {
            if dubbel.contains(&plaats) {
                self.meld(Tr314::REGEL, plaats);
            }
            self.prestatie(plaats, client, regel, dubbel.contains(&plaats), &mut voortgang);
        }
        self.fouten.sort_by_key(|fout| fout.plaats);
    }

    /// TR318: whether the declaration is about the month of the previous one or the one after it. An earlier month does not
    /// follow; a later one does when nothing was delivered in between, or when that is not known.
    fn sluit_aan(&self, declaratie: &jw323::Declaratie) -> bool {
        let maand = declaratie.declaratie_periode.begindatum.first_of_month();
        let Some(vorige) = self.historie.laatste_periode(&self.keten).map(Datum::first_of_month) else {
            return true;
        };
        let mut tussen = vorige.series(1.month()).skip(1).take_while(|dag| *dag < maand).peekable();
        let overgeslagen = tussen.peek().is_some()
            && tussen.all(|dag| self.buiten.zorg_geleverd(&self.keten, dag) == Some(true));
        maand >= vorige && !overgeslagen
    }

    /// TR314: the lines whose number was used before, in an earlier message or earlier in this one.
    fn dubbele_nummers(&self, regels: &[(Plaats, &jw323::Client, &jw323::Prestatie)]) -> HashSet<Plaats> {
        let mut gezien = HashSet::new();
        let gebruikt = |regel: &jw323::Prestatie| {
            self.historie.prestatie(&self.keten, &regel.product_referentie.referentie_nummer).is_some()
        };
        regels
            .iter()
            .filter(|(_, _, regel)| {
                !gezien.insert(&regel.product_referentie.referentie_nummer) || gebruikt(regel)
            })
            .map(|(plaats, _, _)| *plaats)
            .collect()
    }
}
