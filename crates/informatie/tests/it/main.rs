//! Tests of the snapshot and of the calculations over it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking, and counts small numbers"
)]

mod attacks_fixed;
mod attacks_free;
mod damage;
mod deur;
mod document;
mod dominance;
mod former;
mod indicators;
mod kernels;
mod more_kernels;
mod population;
mod rows;
mod village;
mod oracle;
mod stad;
mod vergelijking;
mod voorspelling;
mod whole;
