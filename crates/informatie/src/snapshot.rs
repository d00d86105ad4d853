//! The snapshot: pseudonymous episodes as a folder of Parquet files with a manifest.
//!
//! One row is one allocation and what became of it. There is one file per municipality, with the youths who live there; the
//! rows of a youth stand together, in order of the first day of help. `docs/snapshot.md` describes the columns.
//!
//! [`SnapshotWriter`] takes rows in any order. [`Snapshot::open`] believes nothing: the manifest must be the one that the name of
//! the folder was made from, and each file must have the size, the hash and the columns that the manifest and this program
//! know.

mod bits;
mod column;
mod error;
mod file;
mod former;
mod manifest;
mod pages;
mod plank;
mod reader;
mod row;
mod writer;

pub use column::{Column, Kind};
pub use error::SnapshotFout;
pub use manifest::{Bestand, Herkomst, Manifest, SCHEMA, Sleutelbestand, Uitgeprobeerd};
pub use pages::{Codes, List};
pub use plank::{newest, snapshots};
pub use reader::{Part, Snapshot};
pub use row::{Row, day_of, unix_day, vorm_key};
pub use stelsel::episode::EpisodeStand;
pub use writer::{Geschreven, SnapshotWriter};

/// What a row without an amount has instead of eurocents.
pub const NO_AMOUNT: u32 = u32::MAX;
