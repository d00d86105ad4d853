//! A system of stations as data: what a scenario is made of.

mod check;
mod fault;

pub use fault::{Fault, ModelError, Part};

/// Everything a replication needs to know. Times are days from its start.
///
/// A child comes from a [`Source`], belongs to a [`Group`], and visits [`Station`]s. What a group meets at a station stands in a
/// [`Cell`]. Indices are places in the vectors of this struct; [`Network::new`](crate::Network::new) checks all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The last day.
    pub horizon: f64,
    /// Waiting and occupation count from this day.
    pub warm_up: f64,
    /// Where children wait and are helped.
    pub stations: Vec<Station>,
    /// Kinds of children.
    pub groups: Vec<Group>,
    /// Where they come from.
    pub sources: Vec<Source>,
    /// Who pays.
    pub funders: Vec<Funder>,
    /// Who is there at the start. None: an empty system.
    pub present: Vec<Present>,
}

/// Children of a group who are at a station when a replication starts.
///
/// Each has numbers of its own, as if row `r` were source `sources + r`. Who is being helped has been so for some time: what is left of
/// the service is drawn as it is for someone who is met in the middle of it. Who waits, waits from the start, in an order that is drawn
/// over all rows of the station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Present {
    /// Place of the group in [`Model::groups`].
    pub group: usize,
    /// Place of the station in [`Model::stations`].
    pub station: usize,
    /// How many are being helped; may be more than the servers, who then help them to the end.
    pub helped: u32,
    /// How many wait, at most the limit of the queue.
    pub waiting: u32,
}

/// A value that changes on certain days: from each day on, until the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps<T> {
    /// The value at the start.
    pub first: T,
    /// Day and value, the days ascending and above zero.
    pub changes: Vec<(f64, T)>,
}

impl<T> Steps<T> {
    /// Always the same.
    pub const fn always(first: T) -> Self {
        Self { first, changes: Vec::new() }
    }
}

/// A place with servers and a queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// Its name, for people.
    pub name: String,
    /// How many children are helped at once. When it falls, those who are being helped are helped to the end.
    pub servers: Steps<u32>,
    /// When so many wait already, who comes does not join. None: everyone may wait.
    pub queue_limit: Option<u32>,
    /// Where who does not join goes. None: away.
    pub overflow: Option<usize>,
    /// Who pays for what starts here. None: money is no object.
    pub funding: Option<Funding>,
}

/// How a station is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funding {
    /// Place in [`Model::funders`].
    pub funder: usize,
    /// Price of one day of help, in the unit of the budget.
    pub per_day: f64,
}

/// Someone with a budget per year. What a service costs counts in the years it takes place in, and is committed when it starts.
/// A station starts nothing while the budget of the running year is used up.
#[derive(Clone, Debug, PartialEq)]
pub struct Funder {
    /// Their name, for people.
    pub name: String,
    /// The budget of a year of [`YEAR`] days. A change counts from its day on.
    pub budget: Steps<f64>,
}

/// Days in a year of a budget.
pub const YEAR: f64 = 365.0;

/// A kind of child.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name, for people.
    pub name: String,
    /// Per station what it meets there.
    pub cells: Vec<Cell>,
}

/// Where children come from: a Poisson stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Place of the group in [`Model::groups`].
    pub group: usize,
    /// The most children per day that could come. Candidates are drawn at this rate, and so many of them come as the rate says. A
    /// scenario with a lower rate then has fewer of the same children instead of others.
    pub ceiling: f64,
    /// How many come per day, at most the ceiling.
    pub rate: Steps<f64>,
    /// Per station the probability of coming in there; together one.
    pub entry: Vec<f64>,
}

/// What a group meets at a station.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How long a service takes; drawn when it starts.
    pub service: Span,
    /// How long they are willing to wait, drawn when they join. None: as long as it takes.
    pub patience: Option<Patience>,
    /// Who waits is called in order of priority, 0 first (at most 7); first come, first served within it. A service that
    /// runs is never broken off.
    pub priority: u8,
    /// Where to after a service. What the probabilities leave of one: away.
    pub routes: Vec<Route>,
}

/// How long someone waits before giving up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patience {
    /// Days from joining the queue.
    pub span: Span,
    /// Where to then. None: away.
    pub then: Option<Destination>,
}

/// A station, and the group one is of from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Place in [`Model::stations`].
    pub station: usize,
    /// Place in [`Model::groups`].
    pub group: usize,
}

/// A way on after a service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Route {
    /// Where to.
    pub to: Destination,
    /// How many of all take it.
    pub probability: f64,
}

/// A duration in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Span {
    /// Always the same.
    Fixed(f64),
    /// Exponential.
    Exponential {
        /// Its mean.
        mean: f64,
    },
    /// Lognormal.
    Lognormal {
        /// Its mean.
        mean: f64,
        /// Deviation divided by mean.
        cv: f64,
    },
}
