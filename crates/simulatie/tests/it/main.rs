//! The model of the youth-help system from outside: what the seeds claim, what must hold in any region, and scenario files.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_cmp, clippy::panic, reason = "tests")]

mod bestanden;
mod beweringen;
mod gemeten;
mod wetten;
