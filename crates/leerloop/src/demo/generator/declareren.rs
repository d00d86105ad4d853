//! Claims, month by month.

use simulatie::{Purpose, Stream};

use super::super::agenda::Wat;
use super::super::berichten::Kop;
use super::super::declaratie::{Correctie, Levering, Regel, delivered, jw323};
use super::super::getal::{Dag, Maand};
use super::super::nummers::bsn;
use super::super::regio::gemeenten;
use super::{Generator, Partij};

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
        let mut made: Vec<(u16, u8, Levering)> = Vec::new();
        for &index in &self.levend {
            let Some(t) = self.toewijzing(index) else { continue };
            if let Some(levering) = delivered(self.seed, index, t, maand) {
                made.push((t.aanbieder, t.gemeente, levering));
            }
        }
        made.sort_by_key(|(aanbieder, gemeente, l)| (*aanbieder, *gemeente, l.jeugdige, l.toewijzing));
        for group in made.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some(&(aanbieder, gemeente, _)) = group.first() else { continue };
            let key = u64::from(aanbieder) << 40
                | u64::from(gemeente) << 32
                | u64::from(maand.first.0.unsigned_abs());
            let delay = 2 + u32::try_from(Stream::new(self.seed, DAG, key).below(8)).unwrap_or(0);
            let leveringen = group.iter().map(|(_, _, levering)| *levering).collect();
            let position = u32::try_from(self.partijen.len()).unwrap_or(u32::MAX);
            self.partijen.push(Partij { aanbieder, gemeente, maand, leveringen });
            self.agenda.plan(today.plus_workdays(delay), Wat::Declaratie(position), 0);
        }
    }

    /// Sends a batch: corrections of earlier months first, a credit before the new debit.
    pub(super) fn claim(&mut self, position: u32, today: Dag) {
        let Some(partij) = self.partijen.get_mut(position as usize) else { return };
        let (aanbieder, gemeente, maand) = (partij.aanbieder, partij.gemeente, partij.maand);
        let leveringen = std::mem::take(&mut partij.leveringen);
        let mut lines: Vec<Regel> = Vec::with_capacity(leveringen.len());
        for Correctie { levering, geclaimd, referentie } in
            self.correcties.remove(&(aanbieder, gemeente)).unwrap_or_default()
        {
            let (credit, debit) = (self.reference(aanbieder), self.reference(aanbieder));
            lines.push(Regel { levering, volume: geclaimd, referentie: credit, vorige: Some(referentie) });
            lines.push(Regel { levering, volume: levering.volume, referentie: debit, vorige: None });
        }
        for levering in leveringen {
            let referentie = self.reference(aanbieder);
            let volume = levering.eerst.unwrap_or(levering.volume);
            if levering.eerst.is_some() {
                let correctie = Correctie { levering, geclaimd: volume, referentie: referentie.clone() };
                self.correcties.entry((aanbieder, gemeente)).or_default().push(correctie);
            }
            if let Some(t) = self.toewijzing_mut(levering.toewijzing) {
                t.stand.gedeclareerd += levering.cents(volume);
            }
            lines.push(Regel { levering, volume, referentie, vorige: None });
        }
        lines.sort_by_key(|regel| regel.levering.jeugdige);
        let clients: Vec<_> = lines
            .chunk_by(|a, b| a.levering.jeugdige == b.levering.jeugdige)
            .map(|group| {
                (group.first().map_or(String::new(), |r| bsn(self.seed, r.levering.jeugdige)), group.to_vec())
            })
            .collect();
        let identificatie = format!("{:06}", self.tellers.jw323.next(usize::from(aanbieder)));
        let (Some(to), Some(from)) = (
            gemeenten().get(usize::from(gemeente)),
            self.bevolking.aanbod.aanbieders.get(usize::from(aanbieder)),
        ) else {
            return;
        };
        let first = maand.first.date();
        let nummer = format!("D{:02}{:02}{}", first.year() % 100, first.month(), to.code);
        let kop = Kop { gemeente: to.code, agb: &from.agb, identificatie: &identificatie, dag: today };
        let made = jw323(&kop, &nummer, maand, &clients);
        self.emit(made, today);
    }

    /// The next number of a line of a provider.
    fn reference(&mut self, aanbieder: u16) -> String {
        format!("P{:07}", self.tellers.prestatie.next(usize::from(aanbieder)))
    }
}
