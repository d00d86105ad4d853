//! What keeps the folder of figures from being read or written. What is wrong with a file that is imported is no fault of this kind.

use std::path::PathBuf;

/// Everything that can be wrong with the folder of figures.
#[derive(Debug, thiserror::Error)]
pub enum BevolkingFout {
    /// A file or folder cannot be read or written.
    #[error("{}: cannot be read or written: look whether it is there, and who may use it", .path.display())]
    Bestand {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is not what was written.
    #[error("{}: {wat}: put the folder back from a backup, or empty it and import the files again", .path.display())]
    Beschadigd {
        /// Which.
        path: PathBuf,
        /// What is wrong.
        wat: String,
    },
    /// Written by another version of this program.
    #[error(
        "{}: has schema {found}, this program reads {known}: {}",
        .path.display(),
        if .found < .known { "empty the folder and import the files again" } else { "use a newer program" }
    )]
    Schema {
        /// The manifest.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// Ours.
        known: u32,
    },
}
