//! What can be wrong with a model.

use std::fmt;

/// Something in a model does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelError {
    /// Where.
    pub part: Part,
    /// What.
    pub fault: Fault,
}

/// A part of a model, by its place in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole.
    Model,
    /// A station.
    Station(usize),
    /// A group.
    Group(usize),
    /// What a group meets at a station.
    Cell {
        /// The group.
        group: usize,
        /// The station.
        station: usize,
    },
    /// A source.
    Source(usize),
    /// A funder.
    Funder(usize),
    /// Children who are there at the start.
    Present(usize),
}

/// What does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The horizon is not between 0 and 131,000 days.
    Horizon,
    /// The warm-up is not between 0 and the horizon.
    WarmUp,
    /// There are more than fit: 65,536 sources, 4,096 stations or groups.
    TooMany,
    /// There is not one entry per station.
    NotOnePerStation,
    /// The days of changes do not ascend from above zero.
    Days,
    /// A rate, price or budget is negative or not a number.
    Amount,
    /// A rate is above the ceiling of its source.
    AboveCeiling,
    /// More children would come than can be numbered (16 million of a source, 30 million together).
    TooManyChildren,
    /// A mean, variation or fixed duration is not above zero (a fixed one may be zero).
    Duration,
    /// A probability is not between 0 and 1, or together they are more than one (or, for entry, not one).
    Probability,
    /// More children are there at the start than can be numbered, or more wait than may.
    TooManyPresent,
    /// A priority above 7.
    Priority,
    /// A station, group or funder that is not there.
    Unknown,
    /// Who does not join is sent round in a circle.
    OverflowCircle,
    /// An overflow without a limit.
    OverflowWithoutLimit,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Model => f.write_str("model"),
            Part::Station(at) => write!(f, "station {at}"),
            Part::Group(at) => write!(f, "group {at}"),
            Part::Cell { group, station } => write!(f, "group {group} at station {station}"),
            Part::Source(at) => write!(f, "source {at}"),
            Part::Funder(at) => write!(f, "funder {at}"),
            Part::Present(at) => write!(f, "children at the start {at}"),
        }?;
        write!(f, ": {}", self.fault.text())
    }
}

impl std::error::Error for ModelError {}

impl Fault {
    const fn text(self) -> &'static str {
        match self {
            Self::Horizon => "the horizon must be above 0 and at most 131,000 days",
            Self::WarmUp => "the warm-up must lie between 0 and the horizon",
            Self::TooMany => "more than fit: at most 65,536 sources, 4,096 stations and 4,096 groups",
            Self::NotOnePerStation => "there must be one entry for every station",
            Self::Days => "days of changes must ascend and be above 0",
            Self::Amount => "must be a number of zero or more",
            Self::AboveCeiling => "a rate may not be above the ceiling of its source",
            Self::TooManyChildren => {
                "more children would come than can be numbered: 16 million of a source, 30 million together"
            }
            Self::TooManyPresent => {
                "more are there at the start than fit: 10 million, and no longer a queue than its limit"
            }
            Self::Duration => "a duration must be above 0 (a fixed one may be 0) and not infinite",
            Self::Probability => {
                "probabilities must lie between 0 and 1, and together be 1 (or, for routes, at most 1)"
            }
            Self::Priority => "a priority must be 0 to 7",
            Self::Unknown => "names a station, group or funder that is not there",
            Self::OverflowCircle => "who cannot join would be sent round in a circle",
            Self::OverflowWithoutLimit => "an overflow needs a limit of the queue",
        }
    }
}
