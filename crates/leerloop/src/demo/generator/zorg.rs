//! The provider's side: care begins, rests, is taken up again and ends.

use ijw::Berichttype;
use simulatie::{Purpose, Stream};

use super::super::agenda::Wat;
use super::super::berichten::{Client, Einde, Kop, NIEUW, VERWIJDERD, jw305, jw307};
use super::super::getal::{Dag, days};
use super::super::toewijzing::{Pauze, Toewijzing};
use super::Generator;

const VERGIST: Purpose = Purpose::new("demo: stops that are reported wrong");

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
        let Some(plan) = self.toewijzing(index).map(|t| t.plan) else { return };
        let Some(zorg) = plan.zorg else { return };
        let begin = zorg.begin.plus(-plan.vergissing);
        if !self.report_begin(index, today, begin, Wat::Start(index)) {
            return;
        }
        if plan.vergissing > 0 {
            self.plan(index, today.plus(6).workday(), Wat::Correctie(index));
        } else {
            self.plan_after_begin(index, today);
        }
    }

    /// Reports that care has begun; false when it went wrong, and is planned again.
    fn report_begin(&mut self, index: u32, today: Dag, begin: Dag, again: Wat) -> bool {
        let make =
            move |kop: &Kop<'_>, client: &Client, t: &Toewijzing| jw305(kop, client, t, &[(begin, NIEUW)]);
        let sent = self.send(index, today, Berichttype::Jw305, Some(again), make);
        if let Some(t) = self.toewijzing_mut(index).filter(|_| sent) {
            t.stand.begin = Some(begin);
        }
        sent
    }

    /// Takes the wrong begin back and reports the right one, in one message.
    pub(super) fn correct_begin(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some(zorg), Some(wrong)) = (t.plan.zorg, t.stand.begin) else { return };
        t.stand.begin = Some(zorg.begin);
        let begins = [(wrong, VERWIJDERD), (zorg.begin, NIEUW)];
        self.send(index, today, Berichttype::Jw305, None, |kop, client, t| jw305(kop, client, t, &begins));
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
        self.plan_wish(index, today);
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
        let make =
            move |kop: &Kop<'_>, client: &Client, t: &Toewijzing| jw307(kop, client, t, &[(einde, NIEUW)]);
        if !self.send(index, today, Berichttype::Jw307, Some(Wat::Pauze(index)), make) {
            return;
        }
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
        let Some(begin) = self.toewijzing(index).and_then(|t| t.plan.pauze?.hervat) else { return };
        if self.report_begin(index, today, begin, Wat::Herstart(index)) {
            self.plan_stop(index, today);
        }
    }

    pub(super) fn stop(&mut self, index: u32, today: Dag) {
        let Some((right, wrong)) = self.ends(index) else { return };
        let einde = wrong.unwrap_or(right);
        let make =
            move |kop: &Kop<'_>, client: &Client, t: &Toewijzing| jw307(kop, client, t, &[(einde, NIEUW)]);
        if !self.send(index, today, Berichttype::Jw307, Some(Wat::Stop(index)), make) {
            return;
        }
        if let Some(t) = self.toewijzing_mut(index) {
            t.stand.klaar = true;
        }
        if wrong.is_some() {
            self.plan(index, today.plus(5).workday(), Wat::Herstel(index));
        } else {
            self.plan_close(index, today);
        }
    }

    /// The end as it was, and as it is reported first when that is wrong: one in fifty (assumption).
    fn ends(&self, index: u32) -> Option<(Einde, Option<Einde>)> {
        let t = self.toewijzing(index)?;
        let zorg = t.plan.zorg?;
        let right = Einde { begin: t.stand.begin?, laatste: zorg.einde, reden: t.plan.reden };
        let mut stream = Stream::new(self.seed, VERGIST, u64::from(index));
        let mistaken = stream.chance(0.02) && !self.is_example(t.jeugdige);
        let earlier = zorg.einde.plus(-days(stream.between(1.0, 7.0)));
        let wrong = if stream.chance(0.5) && earlier >= right.begin && t.plan.pauze.is_none() {
            Einde { laatste: earlier, ..right }
        } else {
            Einde { reden: if right.reden == "34" { "31" } else { "34" }, ..right }
        };
        Some((right, mistaken.then_some(wrong)))
    }

    /// Takes the wrong stop back and reports the right one, in one message.
    pub(super) fn correct_stop(&mut self, index: u32, today: Dag) {
        let Some((right, Some(wrong))) = self.ends(index) else { return };
        let ends = [(wrong, VERWIJDERD), (right, NIEUW)];
        self.send(index, today, Berichttype::Jw307, None, |kop, client, t| jw307(kop, client, t, &ends));
        self.plan_close(index, today);
    }

    /// Six in ten allocations that run on after the care are closed by the municipality (assumption).
    fn plan_close(&mut self, index: u32, today: Dag) {
        let open = self.toewijzing(index).is_some_and(|t| t.plan.einde.is_none());
        let mut delays = self.delays(index, 6);
        if open || delays.chance(0.6) {
            let wait = 3 + u32::try_from(delays.below(12)).unwrap_or(0);
            self.plan(index, today.plus_workdays(wait), Wat::Sluit(index));
        }
    }
}
