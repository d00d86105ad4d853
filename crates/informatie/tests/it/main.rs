//! Tests of the snapshot and of the calculations over it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking, and counts small numbers"
)]

mod damage;
mod document;
mod indicators;
mod kernels;
mod more_kernels;
mod oracle;
mod rows;
mod stad;
mod vergelijking;
mod voorspelling;
mod whole;
