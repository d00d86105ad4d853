//! The municipality's side: allocate, extend, cut short, close, take back.

use ijw::{Bericht, Berichttype, Rang};
use simulatie::{Poisson, Purpose, Sampler, Stream};

use super::super::Bedoeling;
use super::super::agenda::Wat;
use super::super::berichten::{Regel, jw301};
use super::super::getal::{Dag, Maand, days};
use super::super::nummers::Telling;
use super::super::toewijzing::{Breuk, Toewijzing};
use super::{Generator, Keten, extend};

/// Which lines of a JW301 bear the reference of a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Verwijzing<'a> {
    /// None: the municipality acts of its own accord.
    Geen,
    /// That of the allocation that was asked for.
    Een(&'a str),
    /// All of them: the answer to a wish to change (iJw 3.2 IV093).
    Alle(&'a str),
}

/// Of the first messages about an allocation this part bears a wrong reference, and is refused by the provider (assumption).
const FOUTE_VERWIJZING: f64 = 0.008;

pub(super) const VERHUIZING: Purpose = Purpose::new("demo: families that move");

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
            self.plan_allocation(index, today);
        }
        self.plan_hopeless(today);
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

    /// The first message about an allocation, in answer to a request or not. Gives a day when it went out with a fault: then
    /// the provider has refused it by that day, and it is still to be done.
    pub(super) fn allocate(&mut self, index: u32, today: Dag, asked: Option<&str>) -> Option<Dag> {
        let jeugdige = self.toewijzing(index)?.jeugdige;
        let gezin = self.bevolking.jeugdigen.get(jeugdige as usize)?.gezin;
        let gemeente = self.bevolking.gemeente(gezin);
        let nummer = match self.genummerd.remove(&(index, gemeente)) {
            Some(nummer) => nummer,
            None => 100_000 + self.tellers.next(Telling::Toewijzing, gemeente),
        };
        let second = self.second();
        let t = self.toewijzing_mut(index)?;
        t.gemeente = u8::try_from(gemeente).unwrap_or(0);
        t.stand.nummer = nummer;
        if asked.is_some() {
            t.besluit = t.besluit.max(today);
        }
        t.stand.versie = (t.besluit.min(today).0, second);
        let (plan, besluit) = (t.plan, t.besluit);
        if !self.is_example(jeugdige) && self.chance_of_fault().chance(FOUTE_VERWIJZING) {
            let refused = self.allocate_wrongly(index, today, asked);
            self.toewijzing_mut(index)?.stand.nummer = 0;
            self.genummerd.insert((index, gemeente), nummer);
            if asked.is_none() {
                self.agenda.plan(refused.plus_workdays(1), Wat::Besluit(index), 0);
            }
            return Some(refused);
        }
        self.levend.push(index);
        self.send_301(index, today, asked.map_or(Verwijzing::Geen, Verwijzing::Een));
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
        None
    }

    /// The allocation bears a reference that is not, or no longer, that of a request. Gives the day on which it is refused.
    fn allocate_wrongly(&mut self, index: u32, today: Dag, asked: Option<&str>) -> Dag {
        // No provider counts from zero, and none has got so far.
        let wrong = asked.map_or_else(|| "V000000".to_owned(), |right| format!("{right}0"));
        let Some((bericht, keten, lines)) = self.make_301(index, today, Verwijzing::Een(&wrong)) else {
            return today;
        };
        self.emit(&bericht, today, Bedoeling::Fout("TR379"));
        let plaats = lines.iter().position(|line| *line == index).unwrap_or(0);
        self.expect_retour(keten, &bericht, today, Some(("TR379", Rang { plaats, aantal: lines.len() })))
    }

    /// Care that goes on longer than the allocation is extended two to six weeks before the end.
    pub(super) fn plan_extension(&mut self, index: u32, today: Dag) {
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
        let Some(t) = self.toewijzing(index) else { return };
        let (Some(einde), Some(zorg), Some(product)) = (t.plan.einde, t.plan.zorg, t.product()) else {
            return;
        };
        if zorg.einde <= einde {
            return;
        }
        let term = product.looptijd.map_or(364, i32::from).clamp(14, 364);
        // Where the end is known (a birthday, another provider) the extension goes no further than that.
        let known = t.plan.breuk.is_some() || zorg.einde.0 - einde.0 < term && t.plan.reden == "39";
        let longer = if known { zorg.einde.0 - einde.0 } else { term };
        if self.asks_longer(index, today, longer) {
            return;
        }
        self.extend_by(index, today, longer, "04", Verwijzing::Geen);
    }

    /// The allocation runs so many days longer.
    pub(super) fn extend_by(
        &mut self,
        index: u32,
        today: Dag,
        longer: i32,
        reason: &'static str,
        refers: Verwijzing<'_>,
    ) {
        if let Some(t) = self.toewijzing_mut(index) {
            extend(t, longer);
        }
        self.change(index, today, reason, refers);
        self.plan_extension(index, today);
    }

    /// A change that the municipality decides on today.
    pub(super) fn change(&mut self, index: u32, today: Dag, reason: &'static str, refers: Verwijzing<'_>) {
        self.decide(index, today, Some(reason));
        self.send_301(index, today, refers);
    }

    /// There is a new version of an allocation.
    pub(super) fn decide(&mut self, index: u32, today: Dag, reason: Option<&'static str>) {
        let second = self.second();
        if let Some(t) = self.toewijzing_mut(index) {
            t.stand.versie = (today.0, second);
            t.stand.wijziging = reason;
        }
    }

    pub(super) fn cut(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some((_, why)), Some(zorg)) = (t.plan.breuk, t.plan.zorg) else { return };
        if t.plan.einde.is_none_or(|einde| einde > zorg.einde) && zorg.einde >= today {
            t.plan.einde = Some(zorg.einde);
            self.change(index, today, why.redenen().0, Verwijzing::Geen);
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
            self.change(index, today, "14", Verwijzing::Geen);
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
        self.change(index, today, if delete { "13" } else { "05" }, Verwijzing::Geen);
    }

    /// A JW301 about an allocation: with it stand all others of this youth at this provider that are valid today
    /// (iJw 3.2, OP087).
    pub(super) fn send_301(&mut self, index: u32, today: Dag, refers: Verwijzing<'_>) {
        let Some((bericht, keten, lines)) = self.make_301(index, today, refers) else { return };
        self.emit(&bericht, today, Bedoeling::Goed);
        self.expect_retour(keten, &bericht, today, None);
        for line in lines {
            if let Some(t) = self.toewijzing_mut(line) {
                t.stand.wijziging = None;
            }
        }
    }

    fn make_301(
        &mut self,
        index: u32,
        today: Dag,
        refers: Verwijzing<'_>,
    ) -> Option<(Bericht, Keten, Vec<u32>)> {
        let t = self.toewijzing(index).copied()?;
        let client = self.client(t.jeugdige)?;
        let current = |other: &Toewijzing| {
            let valid = !other.stand.verwijderd && other.plan.einde.is_none_or(|einde| einde >= today);
            valid || other.stand.wijziging.is_some()
        };
        let mut lines = self.beside(index);
        lines.retain(|o| *o == index || self.toewijzing(*o).is_some_and(current));
        let sent: Vec<(Toewijzing, Option<&str>)> = lines
            .iter()
            .filter_map(|o| {
                let reference = match refers {
                    Verwijzing::Een(reference) if *o == index => Some(reference),
                    Verwijzing::Alle(reference) => Some(reference),
                    _ => None,
                };
                Some((*self.toewijzing(*o)?, reference))
            })
            .collect();
        let keten = (t.aanbieder, t.gemeente);
        let bericht = self.made(keten, Berichttype::Jw301, today, |kop| {
            let lines: Vec<Regel<'_>> = sent.iter().map(|(t, reference)| (t, *reference)).collect();
            jw301(kop, &client, &lines)
        })?;
        Some((bericht, keten, lines))
    }

    /// The allocations of the same youth that were sent between the same two parties, the allocation itself among them.
    pub(super) fn beside(&self, index: u32) -> Vec<u32> {
        let Some(t) = self.toewijzing(index) else { return Vec::new() };
        let same =
            |o: &Toewijzing| o.aanbieder == t.aanbieder && o.gemeente == t.gemeente && o.stand.nummer > 0;
        let all = self.bevolking.jeugdigen.get(t.jeugdige as usize).map(|who| who.toewijzingen.as_slice());
        let all = all.unwrap_or_default().iter().copied();
        all.filter(|o| *o == index || self.toewijzing(*o).is_some_and(same)).collect()
    }

    /// Time of day of a decision: later for every next one of the day.
    fn second(&mut self) -> u32 {
        self.vandaag.1 += 1;
        (28_800 + 13 * self.vandaag.1).min(86_399)
    }
}
