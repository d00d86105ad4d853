//! Who is there at the start.

use super::heap::{Key, Kind};
use super::places::Service;
use super::{Run, narrow};
use crate::dice::{Roll, Visit};
use crate::network::CellNr;
use crate::observe::{Observer, What};
use crate::tick::Tick;

#[expect(clippy::indexing_slicing, reason = "the rows were checked with the model")]
impl<O: Observer> Run<'_, O> {
    /// Gives everyone who is there at the start their place: first those who are being helped, then those who wait.
    pub(super) fn settle_present(&mut self) {
        let network = self.network;
        let mut queues = Vec::new();
        for (row, present) in network.present.iter().enumerate() {
            let cell = narrow(present.group * network.stations() + present.station);
            // The check bounds sources and rows together.
            let source = u16::try_from(network.sources.len() + row).unwrap_or(u16::MAX);
            for child in 0..present.helped {
                self.settle(cell, Visit::first(source, child));
            }
            for child in present.helped..present.helped.saturating_add(present.waiting) {
                let visit = Visit::first(source, child);
                queues.push((self.dice.roll(visit, Roll::Order).bits(), visit, cell));
            }
        }
        queues.sort_unstable();
        for (_, visit, cell) in queues {
            self.outcome.cells[cell as usize].joined += 1;
            // Whoever waits at the start is still there when it begins.
            self.wait_at_least(cell, visit, Tick::of(1));
        }
    }

    fn settle(&mut self, cell: CellNr, visit: Visit) {
        let Some(slot) = self.services.take() else { return self.cut_off(cell, visit) };
        let network = self.network;
        let table = &network.cells[cell as usize];
        let (service, left) = (self.dice.roll(visit, Roll::Service), self.dice.roll(visit, Roll::Left));
        let end = self.now.after(table.service.left(&network.ziggurat, service, left));
        self.stations[table.station as usize].busy += 1;
        self.services.put(slot, Service { visit, cell });
        self.heap.push(Key::new(end, Kind::Service, slot));
        let tally = &mut self.outcome.cells[cell as usize];
        tally.there += 1;
        tally.busy += end.min(network.horizon).since(network.warm_up).count();
        self.see(What::There, cell, visit);
        if table.funded {
            self.commit(table.station as usize, end);
        }
    }
}
