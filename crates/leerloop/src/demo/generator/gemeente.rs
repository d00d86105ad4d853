//! The municipality's side: allocate, extend, cut short, close, take back; and families that move.

use simulatie::{Poisson, Purpose, Sampler, Stream};

use super::super::agenda::Wat;
use super::super::berichten::{Kop, jw301};
use super::super::getal::{Dag, Maand, days};
use super::super::regio::{Product, gemeenten, wijken};
use super::super::toewijzing::{Breuk, Toewijzing, Vervolg, Zorg};
use super::{Generator, extend};

const VERHUIZING: Purpose = Purpose::new("demo: families that move");

/// Of 100 families in care about 6 move within the region in a year, one of them to another municipality (assumption).
const VERHUIZINGEN_PER_JAAR: f64 = 300.0;

impl Generator {
    /// First of the month: what was delivered last month is claimed, what is decided this month comes in, families move.
    pub(super) fn month(&mut self, today: Dag) {
        let maand = Maand::of(today);
        if today > self.start {
            self.prepare_claims(maand.previous(), today);
        }
        for index in self.bevolking.month(maand) {
            if let Some(day) = self.toewijzing(index).map(|t| t.besluit.max(today)) {
                self.agenda.plan(day, Wat::Besluit(index), 0);
            }
        }
        let mut stream = Stream::new(self.seed, VERHUIZING, u64::from(today.0.unsigned_abs()));
        let moves =
            Poisson::by_mean(VERHUIZINGEN_PER_JAAR / 12.0 * self.schaal).map_or(0, |p| p.sample(&mut stream));
        for _ in 0..moves {
            let picked = stream.pick(&self.levend).and_then(|t| self.toewijzing(*t));
            let gezin =
                picked.and_then(|t| self.bevolking.jeugdigen.get(t.jeugdige as usize)).map(|j| j.gezin);
            let day = today.plus(days(stream.between(1.0, 27.0))).workday();
            if let Some(gezin) = gezin {
                self.agenda.plan(day, Wat::Verhuizing(gezin), 0);
            }
        }
    }

    /// The first message about an allocation.
    pub(super) fn allocate(&mut self, index: u32, today: Dag) {
        let Some(gezin) = self
            .toewijzing(index)
            .and_then(|t| self.bevolking.jeugdigen.get(t.jeugdige as usize))
            .map(|j| j.gezin)
        else {
            return;
        };
        let gemeente = self.bevolking.gemeente(gezin);
        let nummer = 100_000 + self.tellers.toewijzing.next(gemeente);
        let second = self.second();
        let Some(t) = self.toewijzing_mut(index) else { return };
        t.gemeente = u8::try_from(gemeente).unwrap_or(0);
        t.stand.nummer = nummer;
        t.stand.versie = (t.besluit.min(today).0, second);
        let (plan, besluit) = (t.plan, t.besluit);
        self.levend.push(index);
        self.send_301(index, today);
        if plan.zorg.is_some() {
            self.plan_begin(index, today);
            self.plan_extension(index, today);
            if let Some((day, _)) = plan.breuk {
                self.plan(index, day.max(today.plus(1)).workday(), Wat::Breuk(index));
            }
        } else {
            let wait = days(self.delays(index, 7).between(60.0, 150.0));
            self.plan(index, besluit.plus(wait).workday().max(today), Wat::Vervalt(index));
        }
    }

    /// Care that goes on longer than the allocation is extended two to six weeks before the end.
    fn plan_extension(&mut self, index: u32, today: Dag) {
        let Some(plan) = self.toewijzing(index).map(|t| t.plan) else { return };
        let (Some(einde), Some(zorg)) = (plan.einde, plan.zorg) else { return };
        if zorg.einde > einde {
            let term = f64::from(einde.0 - plan.ingang.0);
            let ahead = self.delays(index, 8).between(14.0, 45.0).min(term / 4.0);
            let day = einde.plus(-days(ahead)).workday().max(today.plus(1)).min(einde);
            self.plan(index, day, Wat::Verleng(index));
        }
    }

    pub(super) fn extend(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some(einde), Some(zorg), Some(product)) = (t.plan.einde, t.plan.zorg, t.product()) else {
            return;
        };
        if zorg.einde <= einde {
            return;
        }
        let term = product.looptijd.map_or(364, i32::from).clamp(14, 364);
        // Where the end is known (a birthday, another provider) the extension goes no further than that.
        let known = t.plan.breuk.is_some() || zorg.einde.0 - einde.0 < term && t.plan.reden == "39";
        extend(t, if known { zorg.einde.0 - einde.0 } else { term });
        self.change(index, today, "04");
        self.plan_extension(index, today);
    }

    /// A change that the municipality decides on today.
    fn change(&mut self, index: u32, today: Dag, reason: &'static str) {
        let second = self.second();
        if let Some(t) = self.toewijzing_mut(index) {
            t.stand.versie = (today.0, second);
            t.stand.wijziging = Some(reason);
        }
        self.send_301(index, today);
    }

    pub(super) fn cut(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some((_, why)), Some(zorg)) = (t.plan.breuk, t.plan.zorg) else { return };
        if t.plan.einde.is_none_or(|einde| einde > zorg.einde) && zorg.einde >= today {
            t.plan.einde = Some(zorg.einde);
            self.change(index, today, why.redenen().0);
        } else if why == Breuk::Verkorting {
            t.plan.reden = "31";
        }
    }

    /// The provider ended the care; the allocation ends with the month, so that what may be claimed stays the same.
    pub(super) fn close(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let Some(zorg) = t.plan.zorg else { return };
        let last = Maand::of(zorg.einde).last;
        if t.plan.einde.is_none_or(|einde| einde > last.plus(14) && einde > today) {
            t.plan.einde = Some(last);
            self.change(index, today, "14");
        }
    }

    /// Care never began: three in ten are deleted, the others end today (assumption).
    pub(super) fn lapse(&mut self, index: u32, today: Dag) {
        let delete = self.delays(index, 9).chance(0.3);
        let Some(t) = self.toewijzing_mut(index) else { return };
        t.stand.klaar = true;
        if t.plan.einde.is_some_and(|einde| einde <= today) {
            return;
        }
        t.stand.verwijderd = delete;
        t.plan.einde = Some(if delete { t.plan.ingang } else { today.max(t.plan.ingang) });
        self.change(index, today, if delete { "13" } else { "05" });
    }

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
                    self.send_301(index, today);
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
        self.change(index, today, Breuk::Verhuizing.redenen().0);
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

    /// A JW301 about an allocation: with it stand all others of this youth at this provider that are valid today
    /// (iJw 3.2, OP087).
    fn send_301(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing(index).copied() else { return };
        let Some(client) = self.client(t.jeugdige) else { return };
        let Some(who) = self.bevolking.jeugdigen.get(t.jeugdige as usize) else { return };
        let current = |other: &Toewijzing| {
            let valid = !other.stand.verwijderd && other.plan.einde.is_none_or(|einde| einde >= today);
            other.stand.nummer > 0 && (valid || other.stand.wijziging.is_some())
        };
        let same = |other: &Toewijzing| other.aanbieder == t.aanbieder && other.gemeente == t.gemeente;
        let lines: Vec<u32> = who
            .toewijzingen
            .iter()
            .copied()
            .filter(|o| *o == index || self.toewijzing(*o).is_some_and(|o| same(o) && current(o)))
            .collect();
        let (aanbieder, gemeente) = (usize::from(t.aanbieder), usize::from(t.gemeente));
        let identificatie = format!("{:06}", self.tellers.jw301.next(gemeente));
        let (Some(from), Some(to)) =
            (gemeenten().get(gemeente), self.bevolking.aanbod.aanbieders.get(aanbieder))
        else {
            return;
        };
        let kop = Kop { gemeente: from.code, agb: &to.agb, identificatie: &identificatie, dag: today };
        let sent: Vec<&Toewijzing> = lines.iter().filter_map(|o| self.toewijzing(*o)).collect();
        let made = jw301(&kop, &client, &sent);
        self.emit(made, today);
        for line in lines {
            if let Some(t) = self.toewijzing_mut(line) {
                t.stand.wijziging = None;
            }
        }
    }

    /// Time of day of a decision: later for every next one of the day.
    fn second(&mut self) -> u32 {
        self.vandaag.1 += 1;
        (28_800 + 13 * self.vandaag.1).min(86_399)
    }
}
