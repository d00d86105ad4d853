//! What can be wrong with a snapshot: which file, what is wrong with it, and what to do.

use std::path::PathBuf;

/// Everything that keeps a snapshot from being written or read.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotFout {
    /// A file or folder cannot be read or written.
    #[error("{}: cannot be read or written: look whether it is there, and who may use it", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// There is no manifest: this is not a snapshot.
    #[error("{}: is not a snapshot (no manifest.json): name the folder of one snapshot", .0.display())]
    NotASnapshot(PathBuf),
    /// The manifest cannot be understood.
    #[error("{}: is not a manifest of a snapshot: make the snapshot again", .path.display())]
    Manifest {
        /// Which.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// Made by another version of this program.
    #[error(
        "{}: has schema {found}, this program reads {known}: {}",
        .path.display(),
        if .found < .known { "make the snapshot again from the register" } else { "use a newer program" }
    )]
    Schema {
        /// The manifest.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// Ours.
        known: u32,
    },
    /// The manifest is not the one that the name of the folder was made from.
    #[error(
        "{}: its name does not go with what is in it: fetch the snapshot again; if only the folder was renamed, call it {name}",
        .folder.display()
    )]
    Renamed {
        /// The folder.
        folder: PathBuf,
        /// The name that goes with the manifest.
        name: String,
    },
    /// A file is not what the manifest says.
    #[error("{}: {what}: fetch the snapshot again, or make it again", .path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// A row that does not fit.
    #[error("a row was refused: {0}")]
    Row(&'static str),
    /// A calculation was asked for that cannot be made.
    #[error("cannot be calculated: {0}")]
    Question(&'static str),
}

impl SnapshotFout {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    pub(crate) fn damaged(path: impl Into<PathBuf>, what: impl std::fmt::Display) -> Self {
        Self::Damaged { path: path.into(), what: what.to_string() }
    }
}
