//! Families that move.

use simulatie::Stream;

use super::super::agenda::Wat;
use super::super::getal::Dag;
use super::super::regio::{Product, gemeenten, wijken};
use super::super::toewijzing::{Breuk, Vervolg, Zorg};
use super::Generator;
use super::gemeente::{VERHUIZING, Verwijzing};

impl Generator {
    /// A family moves: within its municipality that is a new address, otherwise another municipality takes over.
    pub(super) fn move_house(&mut self, gezin: u32, today: Dag) {
        let mut stream = Stream::new(
            self.seed,
            VERHUIZING,
            1 << 60 | u64::from(gezin) << 24 | u64::from(today.0.unsigned_abs()),
        );
        let Some(home) = self.bevolking.gezinnen.get(gezin as usize).copied() else { return };
        if home.voorbeeld.is_some() || home.verhuisd > 3 {
            return;
        }
        let running: Vec<u32> = home
            .jeugdigen
            .iter()
            .flatten()
            .filter_map(|j| self.bevolking.jeugdigen.get(*j as usize))
            .flat_map(|j| j.toewijzingen.iter().copied())
            .filter(|t| self.toewijzing(*t).is_some_and(|t| t.stand.nummer > 0 && !t.stand.klaar))
            .collect();
        let staying = running.iter().filter_map(|t| self.toewijzing(*t)?.product()).any(Product::is_verblijf);
        let weights = |same: bool| -> Vec<usize> {
            let gemeente = gemeenten().get(self.bevolking.gemeente(gezin)).map_or("", |g| g.code);
            wijken()
                .iter()
                .enumerate()
                .filter(|(at, w)| {
                    (w.gemeente == gemeente) == same && w.jeugd > 300 && *at != usize::from(home.wijk)
                })
                .map(|(at, _)| at)
                .collect()
        };
        let leaves = !staying && stream.chance(0.17);
        let Some(to) = stream.pick(&weights(!leaves)).and_then(|at| u8::try_from(*at).ok()) else { return };
        if let Some(home) = self.bevolking.gezinnen.get_mut(gezin as usize) {
            home.wijk = to;
            home.verhuisd += 1;
        }
        let mut told: Vec<(u32, u16)> = Vec::new();
        for index in running {
            if leaves {
                self.hand_over(index, today);
            } else if let Some(t) =
                self.toewijzing(index).filter(|t| t.plan.einde.is_none_or(|einde| einde >= today))
            {
                let t = (t.jeugdige, t.aanbieder);
                // One message per child and provider with the new address; the allocations stay as they are.
                if !told.contains(&t) {
                    told.push(t);
                    self.send_301(index, today, Verwijzing::Geen);
                }
            }
        }
    }

    /// Another municipality takes over in two weeks, at the same provider.
    fn hand_over(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (last, Some(zorg)) = (today.plus(14), t.plan.zorg) else { return };
        if zorg.einde <= last.plus(30)
            || t.plan.einde.is_some_and(|einde| einde <= last)
            || t.plan.ingang > last
        {
            return;
        }
        let paused = t.plan.pauze.is_some_and(|p| {
            p.vanaf >= today.plus(-40) || p.hervat.is_none_or(|again| again > today.plus(-10))
        });
        if paused || t.plan.breuk.is_some() || t.plan.vergissing > 0 {
            return;
        }
        let begun = zorg.begin <= last;
        let reported = t.stand.begin.is_some();
        t.plan.einde = Some(last);
        t.plan.reden = Breuk::Verhuizing.redenen().1;
        t.plan.zorg = begun.then_some(Zorg { begin: zorg.begin, einde: last });
        t.stand.agenda = t.stand.agenda.wrapping_add(1);
        t.stand.klaar = !begun;
        let (jeugdige, aanbieder, product) = (t.jeugdige, t.aanbieder, usize::from(t.product));
        self.change(index, today, Breuk::Verhuizing.redenen().0, Verwijzing::Geen);
        if reported {
            self.plan_stop(index, today);
        } else if begun {
            self.plan_begin(index, today);
        }
        let from = last.plus(1);
        let next = Zorg { begin: zorg.begin.max(from), einde: zorg.einde };
        let vervolg = Vervolg { product, besluit: today.plus(7).workday(), ingang: from, zorg: next };
        let new = self.bevolking.continue_at(jeugdige, aanbieder, &vervolg);
        self.agenda.plan(vervolg.besluit, Wat::Besluit(new), 0);
    }
}
