//! What is to happen, in order of the day.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::getal::Dag;

/// Something that is to happen. The numbers are positions: of an allocation, a family, a batch of claims, a
/// request or a retour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wat {
    /// A month begins: new allocations are decided on, the month before is claimed.
    Maand,
    /// The allocation is sent.
    Besluit(u32),
    /// Care has begun.
    Start(u32),
    /// The begin that was reported was wrong.
    Correctie(u32),
    /// Care rests.
    Pauze(u32),
    /// Care is taken up again.
    Herstart(u32),
    /// Care has ended.
    Stop(u32),
    /// The allocation is extended.
    Verleng(u32),
    /// The municipality cuts it short.
    Breuk(u32),
    /// The municipality closes what the provider ended earlier.
    Sluit(u32),
    /// Care that never began is taken back.
    Vervalt(u32),
    /// A family moves.
    Verhuizing(u32),
    /// A batch of claims is sent.
    Declaratie(u32),
    /// A stop that was reported was wrong.
    Herstel(u32),
    /// The provider would like to change the care.
    Wijziging(u32),
    /// The provider asks for something.
    Vraag(u32),
    /// The municipality answers a request.
    Antwoord(u32),
    /// The provider confirms or refuses a message of the municipality.
    Retour(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Afspraak {
    dag: Dag,
    volgorde: u64,
    wat: Wat,
    /// What was planned holds only as long as the allocation's own number is the same.
    agenda: u8,
}

/// The agenda: first in day, first in order of planning.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    afspraken: BinaryHeap<Reverse<Afspraak>>,
    geteld: u64,
}

impl Agenda {
    /// Plans something.
    pub(super) fn plan(&mut self, dag: Dag, wat: Wat, agenda: u8) {
        self.geteld += 1;
        self.afspraken.push(Reverse(Afspraak { dag, volgorde: self.geteld, wat, agenda }));
    }

    /// The next thing: its day, what it is, and the number it was planned under.
    pub(super) fn next(&mut self) -> Option<(Dag, Wat, u8)> {
        self.afspraken.pop().map(|Reverse(a)| (a.dag, a.wat, a.agenda))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_day_and_then_as_planned() {
        let mut agenda = Agenda::default();
        for (dag, wat) in [(5, Wat::Stop(1)), (3, Wat::Start(2)), (5, Wat::Maand), (3, Wat::Besluit(2))] {
            agenda.plan(Dag(dag), wat, 0);
        }
        let order: Vec<Wat> = std::iter::from_fn(|| agenda.next()).map(|(_, wat, _)| wat).collect();
        assert_eq!(order, [Wat::Start(2), Wat::Besluit(2), Wat::Stop(1), Wat::Maand]);
    }
}
