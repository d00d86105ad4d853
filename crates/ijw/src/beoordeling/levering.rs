//! The rules on a JW305 and a JW307: the machine of starts and stops.

use std::collections::HashMap;

use super::Oordeel;
use crate::basis::{BurgerServicenummer, Nummer};
use crate::historie::{Levering, Leverlijn, Lijnstand};
use crate::plaats::{Plaats, Rang};
use crate::regels::{Tr019, Tr063, Tr071, Tr074, Tr326, Tr382, Tr413, Tr414, Tr415};
use crate::{jw305, jw307};

/// A line of a message, with what it belongs to.
struct Regel {
    plaats: Plaats,
    toewijzing: Option<Nummer>,
    lijn: Leverlijn,
    levering: Levering,
}

impl Oordeel<'_> {
    pub(super) fn start(&mut self, bericht: &jw305::Bericht) {
        let regels: Vec<Regel> = Rang::elk(&bericht.client.start_producten)
            .map(|(rang, regel)| Regel {
                plaats: Plaats::StartProduct(rang),
                toewijzing: regel.toewijzing_nummer,
                lijn: Leverlijn::new(regel.toewijzing_nummer, regel.product.as_ref()),
                levering: Levering::start(bericht, regel),
            })
            .collect();
        self.leveringen(&bericht.client.bsn, &regels);
    }

    pub(super) fn stop(&mut self, bericht: &jw307::Bericht) {
        let regels: Vec<Regel> = Rang::elk(&bericht.client.stop_producten)
            .map(|(rang, regel)| Regel {
                plaats: Plaats::StopProduct(rang),
                toewijzing: regel.toewijzing_nummer,
                lijn: Leverlijn::new(regel.toewijzing_nummer, regel.product.as_ref()),
                levering: Levering::stop(bericht, regel),
            })
            .collect();
        self.leveringen(&bericht.client.bsn, &regels);
    }

    /// Judges the lines of one message, each line of care by itself. Within a message what is withdrawn goes first, then
    /// what pauses, then the rest: a correction withdraws a line and sends a new one in any order.
    fn leveringen(&mut self, bsn: &BurgerServicenummer, regels: &[Regel]) {
        let mut volgorde: Vec<&Regel> = regels.iter().collect();
        volgorde.sort_by_key(|regel| {
            let levering = &regel.levering;
            (!levering.verwijdering, levering.stop.is_some_and(|stop| !stop.is_tijdelijk()))
        });
        let mut standen: HashMap<&Leverlijn, Lijnstand<'_>> = HashMap::new();
        for regel in volgorde {
            let (historie, keten) = (self.historie, &self.keten);
            let stand = standen
                .entry(&regel.lijn)
                .or_insert_with(|| Lijnstand::new(historie.leveringen(keten, bsn, &regel.lijn)));
            self.levering(bsn, regel, stand);
        }
        self.fouten.sort_by_key(|fout| fout.plaats);
    }

    fn levering<'r>(&mut self, bsn: &BurgerServicenummer, regel: &'r Regel, stand: &mut Lijnstand<'r>) {
        let Regel { plaats, toewijzing, levering, .. } = regel;
        if levering.verwijdering {
            let bestaat = stand.heeft(levering);
            let gestopt = levering.stop.is_none() && stand.is_gestopt(levering.begindatum);
            self.meld_als(!bestaat, Tr063::REGEL, *plaats);
            self.meld_als(bestaat && gestopt, Tr071::REGEL, *plaats);
            stand.verwijder(levering);
            return;
        }
        let onbekend = toewijzing.is_some_and(|nummer| {
            let versies = self.historie.toewijzing(&self.keten, nummer);
            !versies.iter().any(|versie| versie.bsn == *bsn)
        });
        self.meld_als(onbekend, Tr019::REGEL, *plaats);
        if stand.heeft(levering) {
            // What else would be said of a line that is there already only says the same.
            self.meld(Tr074::REGEL, *plaats);
            return;
        }
        match levering.stop {
            None => self.meld_als(stand.loopt(), Tr326::REGEL, *plaats),
            Some(stop) => {
                let begindatum = levering.begindatum;
                self.meld_als(!stand.heeft_start_voor(levering), Tr382::REGEL, *plaats);
                let gepauzeerd = stop.is_tijdelijk() && stand.is_onderbroken(begindatum);
                self.meld_als(gepauzeerd, Tr413::REGEL, *plaats);
                let laatste = stand.laatste_einddatum(begindatum);
                self.meld_als(laatste.is_some_and(|laatste| stop.einddatum < laatste), Tr414::REGEL, *plaats);
                self.meld_als(stand.is_beeindigd(begindatum), Tr415::REGEL, *plaats);
            }
        }
        stand.voeg_toe(levering);
    }

    pub(super) fn start_producten(&mut self, bericht: &jw305::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.start_producten) {
            if regel.status_aanlevering != Levering::VERWIJDEREN {
                self.product(regel.product.as_ref(), Plaats::StartProduct(rang));
            }
        }
    }

    pub(super) fn stop_producten(&mut self, bericht: &jw307::Bericht) {
        for (rang, regel) in Rang::elk(&bericht.client.stop_producten) {
            if regel.status_aanlevering != Levering::VERWIJDEREN {
                self.product(regel.product.as_ref(), Plaats::StopProduct(rang));
            }
        }
    }
}
