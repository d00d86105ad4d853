//! Tests of the snapshot and of the calculations over it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod damage;
mod document;
mod kernels;
mod rows;
mod whole;
