#![doc = include_str!("../README.md")]

mod alias;
pub mod bewering;
mod dice;
pub mod doel;
mod engine;
mod error;
pub mod gevoelig;
mod lognormal;
pub mod model;
mod network;
mod observe;
pub mod oorzaak;
mod outcome;
pub mod reference;
mod replicate;
mod sampler;
pub mod scenario;
mod stream;
mod summary;
pub mod systeem;
mod tick;
mod ziggurat;

pub use alias::Alias;
pub use dice::{Dice, MAX_CHILDREN, MAX_VISITS, Visit};
pub use engine::{Glance, Run};
pub use error::InvalidParameter;
pub use lognormal::Lognormal;
pub use model::{Fault, Model, ModelError, Part};
pub use network::Network;
pub use observe::{Event, Observer, What};
pub use outcome::{Outcome, Tally};
pub use replicate::replicate;
pub use sampler::{Exponential, Poisson, Sampler};
pub use stream::{Purpose, Stream};
pub use summary::{Estimate, StationSummary, Summary};
pub use tick::Tick;
