//! The generator: plays municipality and providers, day by day.

mod declareren;
mod fouten;
mod gemeente;
mod post;
mod verhuizen;
mod vragen;
mod wijzigen;
mod zorg;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ijw::Bericht;
use simulatie::{Purpose, Stream};

use super::agenda::{Agenda, Wat};
use super::berichten::Client;
use super::bevolking::Bevolking;
use super::declaratie::{Correctie, Levering, Regel};
use super::getal::{Dag, Maand, whole};
use super::gezin::Naamgever;
use super::nummers::{Tellers, bsn};
use super::regio::gemeenten;
use super::toewijzing::Toewijzing;
use super::verzoek::Verzoek;
use super::{GemaaktBericht, Omvang};
use fouten::Sporen;

const VERLOOP: Purpose = Purpose::new("demo: delays of messages");
const BEGIN: Purpose = Purpose::new("demo: first day of a youth in the window");
const INLOOP: u32 = 15 * 12;

/// Gives the messages of a demo region, in order of the day on which they were sent.
///
/// What is kept is the state of the region (families, youths, allocations): some tens of megabytes at scale 1, whatever the
/// number of messages.
#[derive(Debug)]
pub struct Generator {
    seed: u64,
    schaal: f64,
    maanden: u32,
    until: Dag,
    start: Dag,
    bevolking: Bevolking,
    naamgever: Naamgever,
    agenda: Agenda,
    /// Allocations that are not over.
    levend: Vec<u32>,
    partijen: Vec<Partij>,
    correcties: BTreeMap<Keten, Vec<Correctie>>,
    verzoeken: Verzoeken,
    /// Retours on their way.
    retouren: Retouren,
    /// Numbers of allocations of which the first message was refused, by municipality.
    genummerd: BTreeMap<(u32, usize), u32>,
    sporen: Sporen,
    tellers: Tellers,
    /// Today, and how many decisions were taken today.
    vandaag: (Dag, u32),
    klaar: VecDeque<GemaaktBericht>,
}

/// A provider and a municipality, by position.
type Keten = (u16, u8);

/// What one provider claims from one municipality for one month.
#[derive(Debug)]
struct Partij {
    keten: Keten,
    maand: Maand,
    leveringen: Vec<Levering>,
    /// The lines, once they were sent in a message that was refused as a whole.
    regels: Option<Vec<Regel>>,
}

/// Retours that are made and not sent yet.
#[derive(Debug, Default)]
struct Retouren {
    onderweg: BTreeMap<u32, Bericht>,
    geteld: u32,
}

/// Requests.
#[derive(Debug, Default)]
struct Verzoeken {
    /// Those that are to be sent or answered.
    lopend: BTreeMap<u32, Verzoek>,
    /// Youths and parties between whom one waits for an answer.
    open: BTreeSet<(u32, Keten)>,
    geteld: u32,
}

impl Generator {
    /// A generator at its first day. The region has then lived for fifteen years without messages.
    pub fn new(omvang: &Omvang) -> Self {
        let until = Dag::of(omvang.tot);
        let first_month = (1..omvang.maanden.max(1)).fold(Maand::of(until), |maand, _| maand.previous());
        let start = first_month.first;
        let midden = Dag(i32::midpoint(start.0, until.0));
        let mut bevolking = Bevolking::new(omvang.zaad, omvang.schaal, midden);
        let providers = bevolking.aanbod.aanbieders.len();
        let mut maand = (0..INLOOP).fold(first_month, |maand, _| maand.previous());
        while maand.first < start {
            bevolking.month(maand);
            maand = maand.next();
        }
        bevolking.add_examples(until);
        let mut generator = Self {
            seed: omvang.zaad,
            schaal: omvang.schaal,
            maanden: omvang.maanden,
            until,
            start,
            bevolking,
            naamgever: Naamgever::new(omvang.zaad),
            agenda: Agenda::default(),
            levend: Vec::new(),
            partijen: Vec::new(),
            correcties: BTreeMap::new(),
            verzoeken: Verzoeken::default(),
            retouren: Retouren::default(),
            genummerd: BTreeMap::new(),
            sporen: Sporen::default(),
            tellers: Tellers::new(providers.max(gemeenten().len())),
            vandaag: (start, 0),
            klaar: VecDeque::new(),
        };
        generator.take_stock();
        let mut maand = first_month;
        while maand.first <= until {
            generator.agenda.plan(maand.first, Wat::Maand, 0);
            maand = maand.next();
        }
        generator
    }

    /// About how many messages will come, for a progress bar.
    pub fn total_hint(&self) -> u64 {
        // The last month has only just begun, or is nearly over.
        let last = f64::from(self.until.date().day()) / 31.0;
        let before = f64::from(self.maanden.max(1) - 1);
        let months = before + last;
        // Measured at several sizes. The stock is sent twice (allocation, start), the rest comes month by month. Claims go by
        // the number of pairs of provider and municipality, which grows as the scale to the power 5/8.
        let rest = self.schaal * (14_500.0 * months.min(0.3) / 0.3 + 2_460.0 * months);
        let root = self.schaal.sqrt();
        let claims = 645.0 * before * root * root.sqrt().sqrt();
        u64::from(whole(rest + claims))
    }

    /// Plans what is going on when the window starts.
    fn take_stock(&mut self) {
        for index in 0..u32::try_from(self.bevolking.toewijzingen.len()).unwrap_or(u32::MAX) {
            let start = self.start;
            let Some(t) = self.bevolking.toewijzingen.get_mut(index as usize) else { continue };
            if t.besluit >= start {
                let day = t.besluit;
                self.agenda.plan(day, Wat::Besluit(index), 0);
                continue;
            }
            let alive = t.plan.zorg.is_some_and(|z| z.einde >= start);
            if !alive {
                t.stand.klaar = true;
                continue;
            }
            t.plan.vergissing = 0;
            if t.plan.pauze.is_some_and(|p| p.hervat.is_some_and(|again| again < start.plus(20))) {
                t.plan.pauze = None;
            }
            while t.plan.einde.is_some_and(|e| e < start.plus(45) && t.plan.zorg.is_some_and(|z| z.einde > e))
            {
                extend(t, 364);
            }
            // All allocations of one youth on the same day: the municipality hands over what it has.
            let day = Stream::new(self.seed, BEGIN, u64::from(t.jeugdige)).below(8);
            self.agenda.plan(start.plus_workdays(u32::try_from(day).unwrap_or(0)), Wat::Besluit(index), 0);
        }
    }

    fn handle(&mut self, today: Dag, what: Wat, planned_under: u8) {
        if self.vandaag.0 != today {
            self.vandaag = (today, 0);
        }
        let of = match what {
            Wat::Start(t)
            | Wat::Correctie(t)
            | Wat::Pauze(t)
            | Wat::Herstart(t)
            | Wat::Stop(t)
            | Wat::Verleng(t)
            | Wat::Breuk(t)
            | Wat::Sluit(t)
            | Wat::Herstel(t)
            | Wat::Wijziging(t)
            | Wat::Vervalt(t) => self.toewijzing(t),
            _ => None,
        };
        if of.is_some_and(|t| t.stand.agenda != planned_under) {
            return;
        }
        match what {
            Wat::Maand => self.month(today),
            Wat::Besluit(t) => {
                self.allocate(t, today, None);
            }
            Wat::Verleng(t) => self.extend(t, today),
            Wat::Breuk(t) => self.cut(t, today),
            Wat::Sluit(t) => self.close(t, today),
            Wat::Vervalt(t) => self.lapse(t, today),
            Wat::Verhuizing(gezin) => self.move_house(gezin, today),
            Wat::Start(t) => self.begin(t, today),
            Wat::Correctie(t) => self.correct_begin(t, today),
            Wat::Pauze(t) => self.rest(t, today),
            Wat::Herstart(t) => self.resume(t, today),
            Wat::Stop(t) => self.stop(t, today),
            Wat::Herstel(t) => self.correct_stop(t, today),
            Wat::Declaratie(partij) => self.claim(partij, today),
            Wat::Wijziging(t) => self.wish(t, today),
            Wat::Vraag(verzoek) => self.ask(verzoek, today),
            Wat::Antwoord(verzoek) => self.answer(verzoek, today),
            Wat::Retour(retour) => self.give_back(retour, today),
        }
    }

    fn toewijzing(&self, index: u32) -> Option<&Toewijzing> {
        self.bevolking.toewijzingen.get(index as usize)
    }

    fn toewijzing_mut(&mut self, index: u32) -> Option<&mut Toewijzing> {
        self.bevolking.toewijzingen.get_mut(index as usize)
    }

    /// A stream for the small delays of one allocation.
    fn delays(&self, index: u32, kind: u64) -> Stream {
        Stream::new(self.seed, VERLOOP, u64::from(index) << 8 | kind)
    }

    fn plan(&mut self, index: u32, day: Dag, what: Wat) {
        let agenda = self.toewijzing(index).map_or(0, |t| t.stand.agenda);
        self.agenda.plan(day, what, agenda);
    }

    /// Who an allocation is for, as the messages say it.
    fn client(&self, jeugdige: u32) -> Option<Client> {
        let who = self.bevolking.jeugdigen.get(jeugdige as usize)?;
        let gezin = self.bevolking.gezinnen.get(who.gezin as usize)?;
        let beeld = self.naamgever.beeld(who.gezin, gezin);
        let under = |code: &str| {
            who.toewijzingen.iter().filter_map(|t| self.toewijzing(*t)).find(|t| {
                let current = t.stand.nummer > 0 && t.plan.einde.is_none_or(|e| e >= self.vandaag.0);
                current && !t.stand.klaar && t.product().is_some_and(|p| p.code == code)
            })
        };
        let voogdij =
            under("48A06").and_then(|t| self.bevolking.aanbod.aanbieders.get(usize::from(t.aanbieder)));
        let ouders = beeld
            .ouders
            .into_iter()
            .zip(1_u32..)
            .map(|(ouder, n)| (ouder, format!("{}-{n}", who.gezin + 100_001)));
        Some(Client {
            bsn: bsn(self.seed, jeugdige),
            mens: (*beeld.kinderen.get(usize::from(who.kind))?)?,
            ouders: ouders.collect(),
            adres: self.naamgever.adres(who.gezin, gezin),
            taal: beeld.taal,
            ots: under("48A04").or_else(|| under("48A05")).is_some(),
            voogd: voogdij.map(|a| a.naam.clone()),
        })
    }
}

impl Iterator for Generator {
    type Item = GemaaktBericht;

    fn next(&mut self) -> Option<GemaaktBericht> {
        while self.klaar.is_empty() {
            let (day, what, agenda) = self.agenda.next()?;
            if day > self.until {
                return None;
            }
            self.handle(day, what, agenda);
        }
        self.klaar.pop_front()
    }
}

/// A later end; what is allocated in all grows with it.
fn extend(t: &mut Toewijzing, days: i32) {
    let Some(einde) = t.plan.einde.as_mut() else { return };
    *einde = einde.plus(days);
    let Some(product) = t.product() else { return };
    if product.frequentie == super::regio::Frequentie::Totaal
        && product.eenheid != super::regio::Eenheid::Euro
    {
        let more = (whole(t.plan.tempo * f64::from(days) / 7.0) / 60 + 1) * 60;
        t.plan.volume += more;
        if let Some(budget) = t.plan.budget.as_mut() {
            *budget += more / 7 * 8 * product.tarief(t.plan.ingang.date().year());
        }
    }
}
