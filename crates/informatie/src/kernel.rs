//! Calculations over a snapshot, each in one pass.
//!
//! A calculation has *axes*: ways to put rows into buckets (by neighbourhood, by year of start, only one form of help). The
//! cells of the outcome are all combinations of buckets, the last axis fastest. A row that an axis has no bucket for does not
//! count. All sums are of whole numbers, so that the outcome does not depend on the number of threads or parts.
//!
//! What makes it fast is the order of the file. The rows of a youth stand together in order of the first day of help, so that
//! counting youths needs no set: the last youth that was counted in a cell is enough, or a mask of months.

mod active;
mod axis;
mod breadth;
mod chain;
mod cost;
mod distinct;
mod dominance;
mod index;
mod periods;
mod recurrence;
mod rijen;
mod spread;
mod sum;
mod survival;
mod verzameling;
mod volume;

pub use active::{Stretch, When, active, active_set};
pub use axis::{Axis, Value};
pub(crate) use axis::{first_of, months_of};
pub use breadth::{Breadth, breadth};
pub use chain::{Chains, chains};
pub use cost::{Cost, cost};
pub use distinct::{distinct, distinct_set};
pub use dominance::{Grootsten, Omvang, dominance_provider, dominance_youth};
pub use periods::Periods;
pub use recurrence::{Recurrence, recurrence};
pub(crate) use rijen::{NOOIT, Rij, rijen};
pub use spread::{Measure, Spread, spread};
pub use sum::{count, sum};
pub use survival::{Survival, survival};
pub use verzameling::Verzameling;
pub use volume::{Groei, Volume, volume};
