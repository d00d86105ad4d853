//! Population and neighbours: what is read, kept and worked out.

mod answers;
mod doubt;
mod forms;
mod keeping;
mod likeness;
mod mutated;
mod real;

use std::path::{Path, PathBuf};

use informatie::bevolking::{Bevolking, Gebied, Opgave, Verslag};
use jiff::civil::date;

/// A store in a folder that goes when the test ends.
pub(crate) struct Home {
    folder: tempfile::TempDir,
    pub(crate) store: Bevolking,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Bevolking::open(folder.path()).unwrap();
        Self { folder, store }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn import(&mut self, naam: &str, text: &str) -> Verslag {
        self.store.import(naam, text.as_bytes(), &opgave()).unwrap()
    }

    /// The store as somebody else would open it.
    pub(crate) fn again(&self) -> Bevolking {
        Bevolking::open(self.path()).unwrap()
    }
}

pub(crate) fn opgave() -> Opgave {
    Opgave::cbs(date(2026, 3, 1))
}

pub(crate) fn gebied(code: &str) -> Gebied {
    Gebied::parse(code).unwrap()
}

/// An excerpt that stands in the project.
pub(crate) fn excerpt(naam: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(naam)
}

/// A whole file that stands beside the project, where it is at hand.
pub(crate) fn beside(naam: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(naam);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {naam} is not beside this checkout");
    None
}
