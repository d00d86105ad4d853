//! The provider's side: care begins, rests, is taken up again and ends.

use super::super::agenda::Wat;
use super::super::berichten::{Einde, NIEUW, VERWIJDERD, jw305, jw307};
use super::super::getal::{Dag, days};
use super::super::toewijzing::Pauze;
use super::Generator;

impl Generator {
    /// Within five working days of what happened, but not before today.
    fn reported(&self, index: u32, kind: u64, happened: Dag, today: Dag) -> Dag {
        let delay = u32::try_from(self.delays(index, kind).below(6)).unwrap_or(0);
        happened.plus_workdays(delay).max(today)
    }

    /// Plans the report of the begin of care.
    pub(super) fn plan_begin(&mut self, index: u32, today: Dag) {
        if let Some(zorg) = self.toewijzing(index).and_then(|t| t.plan.zorg) {
            let day = self.reported(index, 1, zorg.begin, today);
            self.plan(index, day, Wat::Start(index));
        }
    }

    pub(super) fn begin(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let Some(zorg) = t.plan.zorg else { return };
        let mistake = t.plan.vergissing;
        let begin = zorg.begin.plus(-mistake);
        t.stand.begin = Some(begin);
        self.send(index, today, |kop, client, t| jw305(kop, client, t, &[(begin, NIEUW)]), |t| &mut t.jw305);
        if mistake > 0 {
            self.plan(index, today.plus(6).workday(), Wat::Correctie(index));
        } else {
            self.plan_after_begin(index, today);
        }
    }

    /// Takes the wrong begin back and reports the right one, in one message.
    pub(super) fn correct_begin(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some(zorg), Some(wrong)) = (t.plan.zorg, t.stand.begin) else { return };
        t.stand.begin = Some(zorg.begin);
        let begins = [(wrong, VERWIJDERD), (zorg.begin, NIEUW)];
        self.send(index, today, |kop, client, t| jw305(kop, client, t, &begins), |t| &mut t.jw305);
        self.plan_after_begin(index, today);
    }

    /// What comes next once the begin is right: a pause, or the end.
    pub(super) fn plan_after_begin(&mut self, index: u32, today: Dag) {
        let Some(plan) = self.toewijzing(index).map(|t| t.plan) else { return };
        let Some(zorg) = plan.zorg else { return };
        match plan.pauze {
            Some(pauze) if pauze.vanaf >= zorg.begin => {
                let day = self.reported(index, 2, pauze.vanaf, today);
                self.plan(index, day, Wat::Pauze(index));
            }
            _ => self.plan_stop(index, today),
        }
    }

    pub(super) fn plan_stop(&mut self, index: u32, today: Dag) {
        if let Some(zorg) = self.toewijzing(index).and_then(|t| t.plan.zorg) {
            let day = self.reported(index, 3, zorg.einde, today);
            self.plan(index, day, Wat::Stop(index));
        }
    }

    pub(super) fn rest(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing(index) else { return };
        let (Some(begin), Some(Pauze { vanaf, hervat })) = (t.stand.begin, t.plan.pauze) else { return };
        let einde = Einde { begin, laatste: vanaf, reden: "20" };
        self.send(index, today, |kop, client, t| jw307(kop, client, t, &einde), |t| &mut t.jw307);
        if let Some(again) = hervat {
            let day = self.reported(index, 4, again, today.plus(1));
            self.plan(index, day, Wat::Herstart(index));
        } else {
            // It turns out to be the end.
            let weeks = days(self.delays(index, 5).between(6.0, 11.0));
            self.plan(index, today.plus(weeks * 7).workday(), Wat::Stop(index));
        }
    }

    pub(super) fn resume(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let Some(begin) = t.plan.pauze.and_then(|p| p.hervat) else { return };
        t.stand.begin = Some(begin);
        self.send(index, today, |kop, client, t| jw305(kop, client, t, &[(begin, NIEUW)]), |t| &mut t.jw305);
        self.plan_stop(index, today);
    }

    pub(super) fn stop(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some(begin), Some(zorg)) = (t.stand.begin, t.plan.zorg) else { return };
        let einde = Einde { begin, laatste: zorg.einde, reden: t.plan.reden };
        t.stand.klaar = true;
        let open = t.plan.einde.is_none();
        self.send(index, today, |kop, client, t| jw307(kop, client, t, &einde), |t| &mut t.jw307);
        let mut delays = self.delays(index, 6);
        // Six in ten allocations that run on after the care are closed by the municipality (assumption).
        if open || delays.chance(0.6) {
            let wait = 3 + u32::try_from(delays.below(12)).unwrap_or(0);
            self.plan(index, today.plus_workdays(wait), Wat::Sluit(index));
        }
    }
}
