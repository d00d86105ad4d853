//! Providers ask, and the municipality grants, looks into it, or refuses.

use ijw::Berichttype;
use simulatie::{Poisson, Purpose, Sampler, Stream};

use super::super::Bedoeling;
use super::super::agenda::Wat;
use super::super::berichten::{jw315, jw319};
use super::super::getal::{Dag, Maand, days};
use super::super::regio::{gemeenten, producten};
use super::super::toewijzing::{Administratie, Toewijzing, Vervolg, Zorg};
use super::super::verloop::plan_vervolg;
use super::super::verzoek::{Besluit, Verzoek, Vraag, referred, share_of_requests};
use super::{Generator, Keten};

const VRAAG: Purpose = Purpose::new("demo: requests for an allocation");
const TERMIJN: Purpose = Purpose::new("demo: days until an answer");
const KANSLOOS: Purpose = Purpose::new("demo: requests that are turned down");

/// Requests in a month for care that the municipality will not give (assumption).
const KANSLOOS_PER_MAAND: f64 = 14.0;

impl Generator {
    /// Plans how an allocation comes about: at the request of the provider, or of the municipality's own accord.
    pub(super) fn plan_allocation(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing(index).copied() else { return };
        let mut stream = Stream::new(self.seed, VRAAG, u64::from(index));
        let asked = t.product().is_some_and(|product| stream.chance(share_of_requests(product)));
        if !asked || self.is_example(t.jeugdige) {
            self.agenda.plan(t.besluit.max(today), Wat::Besluit(index), 0);
            return;
        }
        // Only where care does not wait for it, the answer takes longer or is no at first.
        let patient = t.plan.zorg.is_none_or(|zorg| zorg.begin > t.besluit.plus(60));
        let besluit = match (patient, stream.unit()) {
            (true, u) if u < 0.14 => Some(Besluit::Onderzoek),
            (true, u) if u < 0.24 => {
                Some(Besluit::Afgewezen(stream.pick(&["3", "4", "7", "2"]).copied().unwrap_or("4")))
            }
            (true, u) if u < 0.29 => Some(Besluit::Elders(0)),
            _ => None,
        };
        let born = self.bevolking.jeugdigen.get(t.jeugdige as usize).map_or(today, |j| j.geboren);
        let before = 1 + u32::try_from(stream.below(4)).unwrap_or(0);
        let day = t.besluit.back_workdays(before).max(today).max(born.plus(1));
        let id = self.keep(Verzoek {
            jeugdige: t.jeugdige,
            aanbieder: t.aanbieder,
            gemeente: t.gemeente,
            vraag: Vraag::Hulp(index),
            besluit,
            referentie: String::new(),
            agenda: 0,
        });
        self.agenda.plan(day, Wat::Vraag(id), 0);
    }

    /// Requests that will come to nothing, for youths who are in care.
    pub(super) fn plan_hopeless(&mut self, today: Dag) {
        let mut stream = Stream::new(self.seed, KANSLOOS, u64::from(today.0.unsigned_abs()));
        let count = Poisson::by_mean(KANSLOOS_PER_MAAND * self.schaal).map_or(0, |p| p.sample(&mut stream));
        for _ in 0..count {
            let picked = stream.pick(&self.levend).and_then(|t| self.toewijzing(*t)).copied();
            let day = today.plus(days(stream.between(1.0, 27.0))).workday();
            let reason = stream.pick(&["2", "3", "4", "6", "7"]).copied().unwrap_or("4");
            let Some(t) = picked.filter(|t| t.product().is_some_and(|p| p.looptijd.is_some())) else {
                continue;
            };
            if self.is_example(t.jeugdige) {
                continue;
            }
            let id = self.keep(Verzoek {
                jeugdige: t.jeugdige,
                aanbieder: t.aanbieder,
                gemeente: t.gemeente,
                vraag: Vraag::Kansloos(t.product),
                besluit: Some(Besluit::Afgewezen(reason)),
                referentie: String::new(),
                agenda: 0,
            });
            self.agenda.plan(day, Wat::Vraag(id), 0);
        }
    }

    /// Keeps a request that is to be sent, and gives its number.
    pub(super) fn keep(&mut self, verzoek: Verzoek) -> u32 {
        let id = self.verzoeken.geteld;
        self.verzoeken.geteld += 1;
        self.verzoeken.lopend.insert(id, verzoek);
        id
    }

    fn municipality_of(&self, jeugdige: u32) -> u8 {
        let gezin = self.bevolking.jeugdigen.get(jeugdige as usize).map_or(0, |j| j.gezin);
        u8::try_from(self.bevolking.gemeente(gezin)).unwrap_or(0)
    }

    /// A request is sent.
    pub(super) fn ask(&mut self, id: u32, today: Dag) {
        let Some(mut verzoek) = self.verzoeken.lopend.remove(&id) else { return };
        if let Vraag::Hulp(_) | Vraag::Kansloos(_) = verzoek.vraag {
            let home = self.municipality_of(verzoek.jeugdige);
            let count = u8::try_from(gemeenten().len()).unwrap_or(1);
            let elsewhere = matches!(verzoek.besluit, Some(Besluit::Elders(_)));
            verzoek.gemeente = if elsewhere { (home + 1) % count } else { home };
        }
        let keten = (verzoek.aanbieder, verzoek.gemeente);
        if self.verzoeken.open.contains(&(verzoek.jeugdige, keten)) {
            // One request at a time: the municipality decides by itself.
            match verzoek.vraag {
                Vraag::Hulp(index) => {
                    let day = self.toewijzing(index).map_or(today, |t| t.besluit.max(today));
                    self.agenda.plan(day, Wat::Besluit(index), 0);
                }
                Vraag::Langer(index, longer) => self.extend_anyway(index, today, longer, verzoek.agenda),
                Vraag::Kansloos(_) | Vraag::Anders(..) => {}
            }
            return;
        }
        verzoek.referentie = self.reference_of_request(keten);
        let sent = match verzoek.vraag {
            Vraag::Hulp(index) => {
                let wanted = self.toewijzing(index).copied();
                wanted.map(|wanted| self.ask_help(id, &verzoek, &wanted, index, today))
            }
            Vraag::Kansloos(product) => {
                let wanted = self.hopeless(id, &verzoek, product, today);
                Some(self.ask_help(id, &verzoek, &wanted, u32::MAX - id, today))
            }
            Vraag::Langer(..) | Vraag::Anders(..) => self.ask_change(id, &verzoek, today),
        };
        match sent {
            Some(true) => {
                self.verzoeken.open.insert((verzoek.jeugdige, keten));
                let day = self.day_of_answer(id, &verzoek, today);
                self.agenda.plan(day, Wat::Antwoord(id), 0);
                self.verzoeken.lopend.insert(id, verzoek);
            }
            Some(false) => {
                self.verzoeken.lopend.insert(id, verzoek);
            }
            None => {}
        }
    }

    /// When a request is answered for the first time: within five working days, elsewhere within two weeks.
    fn day_of_answer(&self, id: u32, verzoek: &Verzoek, today: Dag) -> Dag {
        let mut stream = Stream::new(self.seed, TERMIJN, u64::from(id));
        let wait = u32::try_from(stream.below(4)).unwrap_or(0);
        match (verzoek.vraag, verzoek.besluit) {
            (_, Some(Besluit::Elders(_))) => today.plus_workdays(4 + wait),
            (Vraag::Hulp(index), None) => {
                let planned = self.toewijzing(index).map_or(today, |t| t.besluit);
                planned.max(today.plus_workdays(1)).min(today.plus_workdays(5))
            }
            _ => today.plus_workdays(2 + wait),
        }
    }

    fn ask_help(&mut self, id: u32, verzoek: &Verzoek, wanted: &Toewijzing, index: u32, today: Dag) -> bool {
        let keten = (verzoek.aanbieder, verzoek.gemeente);
        let (Some(client), Some(product)) = (self.client(verzoek.jeugdige), wanted.product()) else {
            return true;
        };
        let verwezen = referred(self.seed, index, product, &self.bevolking.aanbod.aanbieders);
        let made = self.made(keten, Berichttype::Jw315, today, |kop| {
            jw315(kop, &client, wanted, &verzoek.referentie, &verwezen)
        });
        made.is_none_or(|bericht| self.post(keten, bericht, today, Some((Wat::Vraag(id), 0))))
    }

    /// What a hopeless request asks for.
    fn hopeless(&self, id: u32, verzoek: &Verzoek, product: u8, today: Dag) -> Toewijzing {
        let ingang = Maand::of(today).next().first;
        let zorg = Zorg { begin: ingang, einde: ingang.plus(90) };
        let besluit = today;
        let vervolg = Vervolg { product: usize::from(product).min(producten().len()), besluit, ingang, zorg };
        Toewijzing {
            jeugdige: verzoek.jeugdige,
            product,
            aanbieder: verzoek.aanbieder,
            gemeente: verzoek.gemeente,
            besluit,
            plan: plan_vervolg(self.seed, u32::MAX - id, &vervolg),
            stand: Administratie::default(),
        }
    }

    /// The municipality answers.
    pub(super) fn answer(&mut self, id: u32, today: Dag) {
        let Some(mut verzoek) = self.verzoeken.lopend.remove(&id) else { return };
        let keten = (verzoek.aanbieder, verzoek.gemeente);
        let verdict = self.verdict(&verzoek);
        let Some(verdict) = verdict else {
            let refused = match verzoek.vraag {
                Vraag::Hulp(index) => self.allocate(index, today, Some(&verzoek.referentie)),
                Vraag::Kansloos(_) => None,
                Vraag::Langer(..) | Vraag::Anders(..) => {
                    self.grant_change(&verzoek, today);
                    None
                }
            };
            if let Some(day) = refused {
                self.agenda.plan(day.plus_workdays(1), Wat::Antwoord(id), 0);
                self.verzoeken.lopend.insert(id, verzoek);
            } else {
                self.verzoeken.open.remove(&(verzoek.jeugdige, keten));
            }
            return;
        };
        self.send_319(keten, &verzoek.referentie, verdict, today);
        verzoek.besluit = None;
        let mut stream = Stream::new(self.seed, TERMIJN, 1 << 40 | u64::from(id));
        if verdict == Besluit::Onderzoek {
            // In all within eight weeks.
            let wait = 12 + u32::try_from(stream.below(18)).unwrap_or(0);
            self.agenda.plan(today.plus_workdays(wait), Wat::Antwoord(id), 0);
            self.verzoeken.lopend.insert(id, verzoek);
            return;
        }
        self.verzoeken.open.remove(&(verzoek.jeugdige, keten));
        match verzoek.vraag {
            // The provider asks again, better or elsewhere.
            Vraag::Hulp(_) => {
                let wait = 2 + u32::try_from(stream.below(4)).unwrap_or(0);
                self.agenda.plan(today.plus_workdays(wait), Wat::Vraag(id), 0);
                self.verzoeken.lopend.insert(id, verzoek);
            }
            Vraag::Langer(index, _) => self.end_at_allocation(index, today, verzoek.agenda),
            Vraag::Kansloos(_) | Vraag::Anders(..) => {}
        }
    }

    /// What the municipality says today; none when it grants.
    fn verdict(&self, verzoek: &Verzoek) -> Option<Besluit> {
        match verzoek.vraag {
            Vraag::Hulp(_) => {
                let home = self.municipality_of(verzoek.jeugdige);
                let own = verzoek.besluit.filter(|b| !matches!(b, Besluit::Elders(_)));
                if home == verzoek.gemeente { own } else { Some(Besluit::Elders(home)) }
            }
            Vraag::Kansloos(_) => verzoek.besluit,
            Vraag::Langer(..) | Vraag::Anders(..) => self.verdict_on_change(verzoek),
        }
    }

    fn send_319(&mut self, keten: Keten, referentie: &str, besluit: Besluit, today: Dag) {
        if let Some(bericht) =
            self.made(keten, Berichttype::Jw319, today, |kop| jw319(kop, referentie, besluit))
        {
            self.emit(&bericht, today, Bedoeling::Goed);
            self.expect_retour(keten, &bericht, today, None);
        }
    }
}
