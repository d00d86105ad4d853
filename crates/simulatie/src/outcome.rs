//! What a replication counted.

use crate::network::Network;
use crate::tick::Tick;

/// The counts of one replication, over the whole of it unless said otherwise. All are whole numbers, so that adding is exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Children that came from outside.
    pub arrivals: u64,
    /// Per group and station, at `group * stations + station`.
    pub cells: Vec<Tally>,
    /// Per station, what its servers could have done after the warm-up: servers times ticks.
    pub capacity: Vec<u128>,
    stations: usize,
}

/// The counts of a group at a station. Times are in ticks ([`Tick`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(align(128))]
pub struct Tally {
    /// Came to the station.
    pub joined: u64,
    /// Help that started during the warm-up.
    pub early: u64,
    /// Waiting before those starts.
    pub early_wait: u64,
    /// Help that started after the warm-up.
    pub counted: u64,
    /// Waiting before those starts.
    pub counted_wait: u64,
    /// Time of help after the warm-up.
    pub busy: u64,
    /// Help that was completed.
    pub completed: u64,
    /// Gave up waiting.
    pub reneged: u64,
    /// How long those had waited.
    pub reneged_wait: u64,
    /// Of who gave up: went on to another station.
    pub moved: u64,
    /// Did not join because the queue was too long.
    pub turned_away: u64,
    /// Taken out because the engine could not number them.
    pub cut_off: u64,
    /// Waiting at the end.
    pub waiting: u64,
    /// How long those have waited.
    pub waiting_time: u64,
    /// Being helped at the end.
    pub in_service: u64,
    /// Being helped at the start; their help did not start here, and ends as any. Who waits at the start came then.
    pub there: u64,
}

impl Tally {
    fn add(self, other: &Self) -> Self {
        Self {
            joined: self.joined + other.joined,
            early: self.early + other.early,
            early_wait: self.early_wait + other.early_wait,
            counted: self.counted + other.counted,
            counted_wait: self.counted_wait + other.counted_wait,
            busy: self.busy + other.busy,
            completed: self.completed + other.completed,
            reneged: self.reneged + other.reneged,
            reneged_wait: self.reneged_wait + other.reneged_wait,
            moved: self.moved + other.moved,
            turned_away: self.turned_away + other.turned_away,
            cut_off: self.cut_off + other.cut_off,
            waiting: self.waiting + other.waiting,
            waiting_time: self.waiting_time + other.waiting_time,
            in_service: self.in_service + other.in_service,
            there: self.there + other.there,
        }
    }

    /// Help that started.
    pub const fn started(&self) -> u64 {
        self.early + self.counted
    }

    /// Mean wait in days of help that started after the warm-up; none when nothing did.
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    pub fn mean_wait(&self) -> Option<f64> {
        (self.counted > 0).then(|| Tick::of(self.counted_wait).days() / self.counted as f64)
    }
}

/// A number that is zero or more as a count, at most what fits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as told")]
pub(crate) const fn narrow_count(number: f64) -> u32 {
    number as u32
}

impl Outcome {
    pub(crate) fn new(network: &Network) -> Self {
        Self {
            arrivals: 0,
            cells: vec![Tally::default(); network.cells.len()],
            capacity: vec![0; network.stations()],
            stations: network.stations(),
        }
    }

    /// All groups at one station.
    pub fn station(&self, station: usize) -> Tally {
        let groups = self.cells.chunks(self.stations.max(1));
        groups.filter_map(|group| group.get(station)).fold(Tally::default(), Tally::add)
    }

    /// One group at one station.
    pub fn cell(&self, group: usize, station: usize) -> Tally {
        if station >= self.stations {
            return Tally::default();
        }
        self.cells.get(group * self.stations + station).copied().unwrap_or_default()
    }

    /// Everyone everywhere.
    pub fn total(&self) -> Tally {
        self.cells.iter().fold(Tally::default(), Tally::add)
    }

    /// The part of its capacity that a station used after the warm-up; none when it had none.
    #[expect(clippy::cast_precision_loss, reason = "a ratio")]
    pub fn utilisation(&self, station: usize) -> Option<f64> {
        let capacity = self.capacity.get(station).copied().filter(|capacity| *capacity > 0)?;
        Some(self.station(station).busy as f64 / capacity as f64)
    }

    /// What every engine would count: arrivals from outside, completions and those who gave up.
    pub fn model_events(&self) -> u64 {
        let total = self.total();
        self.arrivals + total.completed + total.reneged
    }
}
