//! The public figures of areas, read once and again when somebody imported more.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use informatie::bevolking::{Bevolking, BevolkingFout};

/// Keeps what was read.
pub(crate) struct Bevolkingskast {
    folder: Option<PathBuf>,
    gelezen: Mutex<Option<Arc<Bevolking>>>,
}

impl Bevolkingskast {
    pub(crate) const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, gelezen: Mutex::new(None) }
    }

    /// The figures; none when there is no folder, or nothing in it.
    pub(crate) fn get(&self) -> Result<Option<Arc<Bevolking>>, BevolkingFout> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let mut read = self.gelezen.lock().unwrap_or_else(PoisonError::into_inner);
        let known = match read.take() {
            Some(known) if !known.stale()? => known,
            _ => Arc::new(Bevolking::open(folder)?),
        };
        *read = Some(Arc::clone(&known));
        Ok(Some(known).filter(|of| !of.invoeren().is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use informatie::bevolking::Opgave;

    use super::*;

    #[test]
    fn what_is_imported_while_the_program_runs_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Bevolkingskast::new(None).get().unwrap().is_none());
        let kast = Bevolkingskast::new(Some(folder.path().join("bevolking")));
        assert!(kast.get().unwrap().is_none(), "nothing was imported");
        let mut other = Bevolking::open(&folder.path().join("bevolking")).unwrap();
        let file = b"wijkcode;jaar;inwoners\nWK075801;2022;100\n";
        other.import("a.csv", file, &Opgave::cbs(jiff::civil::date(2026, 1, 1))).unwrap();
        let first = kast.get().unwrap().unwrap();
        assert_eq!(first.invoeren().len(), 1);
        assert!(Arc::ptr_eq(&first, &kast.get().unwrap().unwrap()), "and is not read again");
    }
}
