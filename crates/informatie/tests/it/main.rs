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
mod deur_meer;
mod document;
mod dominance;
mod former;
mod indicators;
mod kernels;
mod more_kernels;
mod oracle;
mod population;
mod rows;
mod stad;
mod vergelijking;
mod village;
mod voorspelling;
mod whole;
