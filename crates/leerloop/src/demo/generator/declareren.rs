//! Claims, month by month.

use ijw::Berichttype;
use simulatie::{Purpose, Stream};

use super::super::Bedoeling;
use super::super::agenda::Wat;
use super::super::declaratie::{Correctie, Levering, Regel, Regelfout, delivered, jw323};
use super::super::getal::{Dag, Maand};
use super::super::nummers::{Telling, bsn};
use super::super::regio::{Eenheid, Frequentie};
use super::{Generator, Keten, Partij};

/// Of the declarations this part has a line that is wrong (assumption).
const REGELFOUT: f64 = 0.05;

const DAG: Purpose = Purpose::new("demo: day on which a provider claims");

/// Nothing may be claimed for care before 2021 (iJw 3.2 CS100): 1 January 2021.
const EERSTE: Dag = Dag(18_628);

impl Generator {
    /// Gathers what was delivered in a month and plans one message per provider and municipality, three to ten working days
    /// after the month.
    pub(super) fn prepare_claims(&mut self, maand: Maand, today: Dag) {
        let toewijzingen = &self.bevolking.toewijzingen;
        self.levend.retain(|t| {
            toewijzingen.get(*t as usize).is_some_and(|t| t.laatste() >= maand.first && !t.stand.verwijderd)
        });
        if maand.first < EERSTE {
            return;
        }
        let mut made: Vec<(Keten, Levering)> = Vec::new();
        for &index in &self.levend {
            let Some(t) = self.toewijzing(index) else { continue };
            if let Some(levering) = delivered(self.seed, index, t, maand) {
                made.push(((t.aanbieder, t.gemeente), levering));
            }
        }
        made.sort_by_key(|(keten, l)| (*keten, l.jeugdige, l.toewijzing));
        for group in made.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(keten, _)) = group.first() else { continue };
            self.plan_claim(keten, maand, group.iter().map(|(_, levering)| *levering).collect(), today);
        }
        // What was wrong last month is put right, also where nothing was delivered since.
        let waiting: Vec<Keten> = self.correcties.keys().copied().collect();
        for keten in waiting {
            if made.binary_search_by_key(&keten, |(other, _)| *other).is_err() {
                self.plan_claim(keten, maand, Vec::new(), today);
            }
        }
    }

    fn plan_claim(&mut self, keten: Keten, maand: Maand, leveringen: Vec<Levering>, today: Dag) {
        let key =
            u64::from(keten.0) << 40 | u64::from(keten.1) << 32 | u64::from(maand.first.0.unsigned_abs());
        let delay = 2 + u32::try_from(Stream::new(self.seed, DAG, key).below(8)).unwrap_or(0);
        let position = u32::try_from(self.partijen.len()).unwrap_or(u32::MAX);
        self.partijen.push(Partij { keten, maand, leveringen, regels: None });
        self.agenda.plan(today.plus_workdays(delay), Wat::Declaratie(position), 0);
    }

    /// Sends a batch. One that went out with a fault as a whole is sent again.
    pub(super) fn claim(&mut self, position: u32, today: Dag) {
        let Some(partij) = self.partijen.get_mut(position as usize) else { return };
        let (keten, maand) = (partij.keten, partij.maand);
        let leveringen = std::mem::take(&mut partij.leveringen);
        let (lines, again) = match partij.regels.take() {
            // Once is enough: the next month waits.
            Some(lines) => (lines, None),
            None => (self.lines(keten, leveringen, maand), Some((Wat::Declaratie(position), 0))),
        };
        let clients: Vec<(String, Vec<Regel>)> = lines
            .chunk_by(|a, b| a.levering.jeugdige == b.levering.jeugdige)
            .map(|group| {
                (group.first().map_or(String::new(), |r| bsn(self.seed, r.levering.jeugdige)), group.to_vec())
            })
            .collect();
        let first = maand.first.date();
        let made = self.made(keten, Berichttype::Jw323, today, |kop| {
            let nummer = format!("D{:02}{:02}{}", first.year() % 100, first.month(), kop.gemeente);
            jw323(kop, &nummer, maand, &clients)
        });
        let Some(bericht) = made else { return };
        let wrong = lines.iter().find_map(|line| line.fout);
        // A fault in a line is one of its own; the rest of the message is paid.
        let sent = match wrong {
            Some(fault) => {
                self.trace(keten, &bericht);
                self.emit(&bericht, today, Bedoeling::Fout(fault.code()));
                true
            }
            None => self.post(keten, bericht, today, again),
        };
        if sent {
            let good = lines.iter().rev().find(|line| line.is_settled());
            if let Some(line) = good {
                let seen = (line.levering, line.volume, line.referentie.clone());
                self.sporen.prestatie.insert(keten, seen);
            }
        } else if let Some(partij) = self.partijen.get_mut(position as usize) {
            partij.regels = Some(lines);
        }
    }

    /// The lines of a batch, by youth: corrections of earlier months first, a credit before the new debit.
    fn lines(&mut self, keten: Keten, leveringen: Vec<Levering>, maand: Maand) -> Vec<Regel> {
        let mut lines: Vec<Regel> = Vec::with_capacity(leveringen.len());
        for Correctie { levering, geclaimd } in self.correcties.remove(&keten).unwrap_or_default() {
            if let Some((claimed, earlier)) = geclaimd {
                lines.push(Regel::credit(levering, claimed, self.reference(keten), earlier));
            }
            lines.push(Regel::debit(levering, levering.volume, self.reference(keten)));
        }
        let corrected = lines.len();
        for levering in leveringen {
            let volume = levering.eerst.unwrap_or(levering.volume);
            if let Some(t) = self.toewijzing_mut(levering.toewijzing) {
                t.stand.gedeclareerd += levering.cents(volume);
            }
            lines.push(Regel::debit(levering, volume, self.reference(keten)));
        }
        self.spoil_line(keten, &mut lines, corrected, maand);
        for line in lines.iter().skip(corrected) {
            let geclaimd = match line.fout {
                // A line too many needs no correction.
                Some(Regelfout::Nogmaals) => continue,
                Some(_) => None,
                None if line.levering.eerst.is_some() => Some((line.volume, line.referentie.clone())),
                None => continue,
            };
            let levering = line.right.unwrap_or(line.levering);
            self.correcties.entry(keten).or_default().push(Correctie { levering, geclaimd });
        }
        lines.sort_by_key(|regel| regel.levering.jeugdige);
        lines
    }

    /// Now and then a line is wrong: it is refused, and claimed rightly a month later.
    fn spoil_line(&mut self, keten: Keten, lines: &mut Vec<Regel>, corrected: usize, maand: Maand) {
        let mut stream = self.chance_of_fault();
        if !stream.chance(REGELFOUT) {
            return;
        }
        let fault = stream.pick(&Regelfout::ALLE).copied().unwrap_or(Regelfout::Volume);
        let earlier = self.sporen.prestatie.get(&keten).cloned();
        if fault == Regelfout::Nogmaals {
            let Some((levering, volume, _)) = earlier else { return };
            let room = self.has_room(&levering, maand) && levering.periode.1 < maand.first;
            // What is being taken back may be claimed again.
            let settled =
                lines.iter().all(|l| l.vorige.is_none() || l.levering.toewijzing != levering.toewijzing);
            if room && settled {
                let referentie = self.reference(keten);
                let line = Regel::debit(levering, volume, referentie);
                lines.push(Regel { fout: Some(fault), ..line });
            }
            return;
        }
        let fitting: Vec<usize> = (corrected..lines.len())
            .filter(|at| {
                lines.get(*at).is_some_and(|line| self.may_be_wrong(fault, line, maand, earlier.is_some()))
            })
            .collect();
        let Some(line) = stream.pick(&fitting).and_then(|at| lines.get_mut(*at)) else { return };
        let months = Maand::of(line.levering.periode.0);
        line.right = Some(Levering { eerst: None, ..line.levering });
        line.fout = Some(fault);
        match fault {
            Regelfout::Begin => line.levering.periode.0 = months.first,
            Regelfout::Einde => line.levering.periode.1 = months.last,
            Regelfout::Onbekend => line.levering.nummer += 300_000,
            Regelfout::Volume => {
                let t = self.bevolking.toewijzingen.get(line.levering.toewijzing as usize);
                let weekly = line.levering.product.frequentie == Frequentie::Week;
                // No month touches more than six weeks.
                let most = t.map_or(0, |t| t.plan.volume) * if weekly { 6 } else { 1 };
                line.volume = most + most / 10 + 1;
            }
            Regelfout::Bedrag => line.bedrag = Some(line.levering.cents(line.volume) + 1_000),
            Regelfout::Nummer => {
                if let Some((_, _, referentie)) = earlier {
                    line.referentie = referentie;
                }
            }
            Regelfout::Nogmaals => {}
        }
    }

    /// Whether a fault makes this line wrong by one rule and by no other.
    fn may_be_wrong(&self, fault: Regelfout, line: &Regel, maand: Maand, earlier: bool) -> bool {
        let levering = &line.levering;
        let Some(t) = self.toewijzing(levering.toewijzing) else { return false };
        match fault {
            _ if self.is_example(levering.jeugdige) => false,
            Regelfout::Begin => levering.periode.0 > maand.first,
            Regelfout::Einde => levering.periode.1 < maand.last,
            Regelfout::Volume => t.plan.budget.is_none() && self.has_room(levering, maand),
            // The price of minutes may have been agreed per hour.
            Regelfout::Bedrag => {
                !matches!(levering.product.eenheid, Eenheid::Minuut | Eenheid::Euro)
                    && t.plan.budget.is_none()
            }
            Regelfout::Nummer => earlier,
            Regelfout::Onbekend => true,
            Regelfout::Nogmaals => false,
        }
    }

    /// Whether so much is left of an allocation that a month too much does not exceed it as a whole.
    fn has_room(&self, levering: &Levering, maand: Maand) -> bool {
        self.toewijzing(levering.toewijzing).is_some_and(|t| {
            let runs = t.plan.einde.is_none_or(|einde| einde > maand.last.plus(62));
            runs && !t.stand.verwijderd && levering.product.frequentie != Frequentie::Totaal
        })
    }

    /// The next number of a line of a provider.
    fn reference(&mut self, (aanbieder, _): Keten) -> String {
        format!("P{:07}", self.tellers.next(Telling::Prestatie, usize::from(aanbieder)))
    }
}
