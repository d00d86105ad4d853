//! The folder in which snapshots stand: one who writes at a time, nothing half done left, no more of them than asked.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use informatie::snapshot::snapshots;

use crate::spraak::Spraak;

/// The file that is locked by who writes.
const LOCK: &str = ".bezig";
/// What is under way has a name that begins with this.
const UNDER_WAY: &str = ".snapshot-";
/// The file that names the snapshots of which figures were published: one on a line, anything may stand behind it.
const PUBLISHED: &str = "publicaties.txt";

/// The folder, for as long as it is ours to write in.
pub(super) struct Plank {
    folder: PathBuf,
    /// Held until the end: the lock goes with it, also when the program is killed.
    _lock: File,
}

impl Plank {
    /// Takes the folder; makes it when it is not there, waits for another who writes, and throws away what was left half done.
    pub(super) fn take(spraak: &Spraak, folder: &Path) -> Result<Self> {
        let named = || folder.display().to_string();
        register::eigen::make_folder(folder).with_context(named)?;
        let path = folder.join(LOCK);
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(&path).with_context(|| path.display().to_string())?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                eprintln!("{}", spraak.say("informatie-wacht", &[("map", named().into())]));
                lock.lock().with_context(|| path.display().to_string())?;
            }
            Err(TryLockError::Error(fault)) => return Err(fault).with_context(|| path.display().to_string()),
        }
        for name in names(folder)?.iter().filter(|name| name.starts_with(UNDER_WAY)) {
            let path = folder.join(name);
            std::fs::remove_dir_all(&path).with_context(|| path.display().to_string())?;
        }
        Ok(Self { folder: folder.to_owned(), _lock: lock })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The newest snapshot.
    pub(super) fn newest(&self) -> Result<Option<PathBuf>> {
        Ok(snapshots(&self.folder)?.first().map(|name| self.folder.join(name)))
    }

    /// Takes the oldest away, until so many are left. The one just made stays, and those of which figures were published.
    pub(super) fn tidy(&self, made: &str, keep: usize) -> Result<usize> {
        let published = self.published()?;
        let others = snapshots(&self.folder)?.into_iter().filter(|name| name != made);
        let mut gone = 0;
        for name in others.skip(keep.saturating_sub(1)).filter(|name| !published.contains(name)) {
            let path = self.folder.join(&name);
            // Under a name that nobody opens first: a snapshot is whole or not there.
            let hidden = self.folder.join(format!("{UNDER_WAY}{}-weg", std::process::id()));
            std::fs::rename(&path, &hidden).with_context(|| path.display().to_string())?;
            std::fs::remove_dir_all(&hidden).with_context(|| hidden.display().to_string())?;
            gone += 1;
        }
        Ok(gone)
    }

    fn published(&self) -> Result<BTreeSet<String>> {
        let path = self.folder.join(PUBLISHED);
        let text = match std::fs::read_to_string(&path) {
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => String::new(),
            // What cannot be read may name any of them: nothing is thrown away then.
            other => other.with_context(|| path.display().to_string())?,
        };
        Ok(text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
    }
}

/// The names in a folder; none when it is not there.
fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.with_context(|| folder.display().to_string())?,
    };
    let mut out = Vec::new();
    for entry in entries {
        out.extend(entry?.file_name().into_string());
    }
    Ok(out)
}
