//! A checked model in the shape the engine reads.

use crate::dice::{Roll, Rolls};
use crate::engine::heap::NUMBERS;
use crate::model::{Model, ModelError, Present, Span};
use crate::tick::{Tick, per_day};
use crate::ziggurat::Ziggurat;

/// A model that was checked, as flat tables. It does not change; any number of replications may read it at once.
#[derive(Clone, Debug)]
pub struct Network {
    pub(crate) horizon: Tick,
    pub(crate) warm_up: Tick,
    pub(crate) stations: Vec<StationTable>,
    /// What group `g` meets at station `s` stands at `g * stations + s`.
    pub(crate) cells: Vec<CellTable>,
    pub(crate) routes: Vec<Way>,
    pub(crate) sources: Vec<SourceTable>,
    pub(crate) budgets: Vec<f64>,
    pub(crate) calendar: Vec<Change>,
    pub(crate) present: Vec<Present>,
    pub(crate) levels: usize,
    pub(crate) ziggurat: Ziggurat,
    groups: usize,
}

/// Place of a cell; [`AWAY`] is nowhere.
pub(crate) type CellNr = u32;

/// Out of the system.
pub(crate) const AWAY: CellNr = CellNr::MAX;

#[derive(Clone, Debug)]
pub(crate) struct StationTable {
    pub(crate) servers: u32,
    /// `u32::MAX` when everyone may wait.
    pub(crate) limit: u32,
    pub(crate) overflow: Option<u32>,
    pub(crate) funder: Option<(u32, f64)>,
}

/// What a group meets at a station. The size is a power of two: finding one is then a shift.
#[derive(Clone, Copy, Debug)]
#[repr(align(128))]
pub(crate) struct CellTable {
    pub(crate) station: u32,
    /// Queue of its station and priority.
    pub(crate) queue: u32,
    pub(crate) service: Draw,
    /// The ways out, within the table of ways.
    pub(crate) ways: (u32, u32),
    pub(crate) patience: Option<Draw>,
    /// Where to when patience ends.
    pub(crate) then: CellNr,
    /// Whether patience is an event of its own: something happens then, or someone reads how long the queue is.
    pub(crate) timed: bool,
    /// Whether somebody pays for what starts here.
    pub(crate) funded: bool,
}

/// A way on: taken when the draw is below `under` and not below that of the way before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub(crate) under: u64,
    pub(crate) to: CellNr,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceTable {
    pub(crate) gap: f64,
    pub(crate) ceiling: f64,
    pub(crate) rate: f64,
    pub(crate) entry: (u32, u32),
}

/// How to draw a duration: a standard number, times a scale in ticks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draw {
    shape: Shape,
    scale: f64,
    sigma: f64,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Fixed,
    Exponential,
    Lognormal,
}

/// Something that changes on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) at: Tick,
    pub(crate) what: What,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    Servers { station: u32, servers: u32 },
    Rate { source: u32, rate: f64 },
    Budget { funder: u32, budget: f64 },
    Year,
}

impl Draw {
    fn new(span: Span) -> Self {
        match span {
            Span::Fixed(days) => Self { shape: Shape::Fixed, scale: days * per_day(), sigma: 0.0 },
            Span::Exponential { mean } => {
                Self { shape: Shape::Exponential, scale: mean * per_day(), sigma: 0.0 }
            }
            Span::Lognormal { mean, cv } => {
                let square = libm::log(1.0 + cv * cv);
                let scale = mean * libm::exp(-square / 2.0) * per_day();
                Self { shape: Shape::Lognormal, scale, sigma: libm::sqrt(square) }
            }
        }
    }

    /// What is left of it for someone who is met in the middle: long ones are met more often, anywhere within them.
    pub(crate) fn left(&self, ziggurat: &Ziggurat, rolls: Rolls, mut left: Rolls) -> Tick {
        Tick::from_scaled(match self.shape {
            Shape::Fixed => self.scale * left.unit(),
            Shape::Exponential => self.scale * ziggurat.exponential(rolls),
            Shape::Lognormal => {
                let met = self.sigma * (ziggurat.normal(rolls) + self.sigma);
                self.scale * libm::exp(met) * left.unit()
            }
        })
    }

    #[expect(clippy::inline_always, reason = "measured: the call costs as much as the draw")]
    #[inline(always)]
    pub(crate) fn draw(&self, ziggurat: &Ziggurat, rolls: Rolls) -> Tick {
        Tick::from_scaled(match self.shape {
            Shape::Fixed => self.scale,
            Shape::Exponential => self.scale * ziggurat.exponential(rolls),
            Shape::Lognormal => self.scale * libm::exp(self.sigma * ziggurat.normal(rolls)),
        })
    }
}

/// Probabilities as bounds of a 53-bit draw.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 2^53")]
pub(crate) fn bound(probability: f64) -> u64 {
    (probability.min(1.0) * 9_007_199_254_740_992.0) as u64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the check bounds all places: 4,096 stations times groups, 65,536 sources"
)]
const fn narrow(place: usize) -> u32 {
    place as u32
}

impl Network {
    /// Checks a model.
    pub fn new(model: &Model) -> Result<Self, ModelError> {
        Self::with_timers(model, false)
    }

    /// As [`Network::new`], with the end of everyone's patience as an event of its own, also where nothing depends on the moment. The
    /// outcome is the same; an [`Observer`](crate::Observer) hears of who gives up at that moment and in order.
    pub fn with_timers(model: &Model, all: bool) -> Result<Self, ModelError> {
        model.check()?;
        let stations = model.stations.len();
        let priorities = model.groups.iter().flat_map(|group| &group.cells).map(|cell| cell.priority);
        let levels = priorities.max().map_or(1, |highest| usize::from(highest) + 1);
        let cell_nr = |group: usize, station: usize| narrow(group * stations + station);
        let mut routes = Vec::new();
        let mut ways = |each: &mut dyn Iterator<Item = (f64, CellNr)>| {
            let first = narrow(routes.len());
            let mut sum = 0.0;
            for (probability, to) in each {
                sum += probability;
                routes.push(Way { under: bound(sum), to });
            }
            (first, narrow(routes.len()))
        };
        let mut cells = Vec::new();
        for group in &model.groups {
            for (station, cell) in group.cells.iter().enumerate() {
                let then = cell.patience.and_then(|patience| patience.then);
                let limited = model.stations.get(station).is_some_and(|s| s.queue_limit.is_some());
                let to = |to: crate::model::Destination| cell_nr(to.group, to.station);
                cells.push(CellTable {
                    station: narrow(station),
                    queue: narrow(station * levels + usize::from(cell.priority)),
                    service: Draw::new(cell.service),
                    ways: ways(&mut cell.routes.iter().map(|route| (route.probability, to(route.to)))),
                    patience: cell.patience.map(|patience| Draw::new(patience.span)),
                    then: then.map_or(AWAY, to),
                    funded: model.stations.get(station).is_some_and(|s| s.funding.is_some()),
                    timed: cell.patience.is_some() && (all || then.is_some() || limited),
                });
            }
        }
        let sources = model.sources.iter().map(|source| SourceTable {
            gap: per_day() / source.ceiling,
            ceiling: source.ceiling,
            rate: source.rate.first,
            entry: {
                // The last way takes what rounding leaves.
                let last = source.entry.iter().rposition(|p| *p > 0.0);
                let entry = source.entry.iter().enumerate();
                ways(&mut entry.filter(|(_, p)| **p > 0.0).map(|(station, p)| {
                    (if Some(station) == last { 1.0 } else { *p }, cell_nr(source.group, station))
                }))
            },
        });
        let sources = sources.collect();
        Ok(Self {
            horizon: Tick::from_days(model.horizon),
            warm_up: Tick::from_days(model.warm_up),
            stations: model.stations.iter().map(station_table).collect(),
            cells,
            routes,
            sources,
            budgets: model.funders.iter().map(|funder| funder.budget.first).collect(),
            calendar: calendar(model),
            present: model.present.clone(),
            levels,
            ziggurat: Ziggurat::new(),
            groups: model.groups.len(),
        })
    }

    /// How many stations there are.
    pub fn stations(&self) -> usize {
        self.stations.len()
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.groups
    }

    /// Where a draw for `roll` leads a child that comes in.
    #[inline]
    pub(crate) fn entry(&self, source: &SourceTable, dice: crate::Dice, visit: crate::Visit) -> CellNr {
        way(&self.routes, source.entry, dice.roll(visit, Roll::Entry))
    }
}

/// Where a draw leads to: the first of some ways in a table above it, or away.
#[expect(clippy::indexing_slicing, reason = "both bounds were taken from the length of this table")]
#[inline]
pub(crate) fn way(ways: &[Way], (first, last): (u32, u32), mut rolls: Rolls) -> CellNr {
    if first == last {
        return AWAY;
    }
    let draw = rolls.bits() >> 11;
    let ways = &ways[first as usize..last as usize];
    ways.iter().find(|way| draw < way.under).map_or(AWAY, |way| way.to)
}

fn station_table(station: &crate::model::Station) -> StationTable {
    StationTable {
        servers: station.servers.first,
        limit: station.queue_limit.unwrap_or(u32::MAX),
        overflow: station.overflow.map(narrow),
        funder: station.funding.map(|funding| (narrow(funding.funder), funding.per_day)),
    }
}

/// All changes in order of day; of one day, years first, then as they stand in the model.
fn calendar(model: &Model) -> Vec<Change> {
    let mut calendar = Vec::new();
    let mut add = |day: f64, what| {
        if day <= model.horizon {
            calendar.push(Change { at: Tick::from_days(day), what });
        }
    };
    if !model.funders.is_empty() {
        let mut year = crate::model::YEAR;
        while year <= model.horizon {
            add(year, What::Year);
            year += crate::model::YEAR;
        }
    }
    for (nr, station) in model.stations.iter().enumerate() {
        for (day, servers) in &station.servers.changes {
            add(*day, What::Servers { station: narrow(nr), servers: *servers });
        }
    }
    for (nr, source) in model.sources.iter().enumerate() {
        for (day, rate) in &source.rate.changes {
            add(*day, What::Rate { source: narrow(nr), rate: *rate });
        }
    }
    for (nr, funder) in model.funders.iter().enumerate() {
        for (day, budget) in &funder.budget.changes {
            add(*day, What::Budget { funder: narrow(nr), budget: *budget });
        }
    }
    calendar.sort_by_key(|change| change.at);
    calendar.truncate(NUMBERS);
    calendar
}
