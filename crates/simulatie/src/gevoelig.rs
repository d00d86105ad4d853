//! Which assumption matters most: screening of all of them, and how much of the variance those that are left make.
//!
//! [`morris`] moves every number, one at a time, around some base points, with the chance of a star the same throughout, and measures how
//! large an effect of chance alone can be. [`sobol`] takes those that stood out. Both take any function; [`regio`] makes the model one.
//! Progress and stopping go by [`Werk`]; the number of threads changes no figure. Whoever calls this from a server gives it a thread of
//! its own. How it was chosen: decision 27; what came of it: `docs/model.md`.

mod morris;
mod regio;
mod sobol;
#[cfg(test)]
mod tests;
mod werk;

pub use morris::{Effect, Functie, Zeef, morris, runs as runs_morris};
pub use regio::{factoren, maat, regio};
pub use sobol::{Index, runs as runs_sobol, sobol};
pub use werk::Werk;
