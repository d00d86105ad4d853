#![doc = include_str!("../README.md")]

mod alias;
mod error;
mod lognormal;
mod sampler;
mod stream;

pub use alias::Alias;
pub use error::InvalidParameter;
pub use lognormal::Lognormal;
pub use sampler::{Exponential, Poisson, Sampler};
pub use stream::{Purpose, Stream};
