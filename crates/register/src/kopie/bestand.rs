//! A file that is complete or absent: written beside its place, synced, then renamed, and the folder synced.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::Fout;

/// A file under way. Thrown away when it is not kept.
pub(super) struct Tijdelijk {
    to: PathBuf,
    now: PathBuf,
    file: File,
    kept: bool,
}

impl Tijdelijk {
    pub(super) fn next_to(to: &Path) -> Result<Self, Fout> {
        let name = to.file_name().ok_or(Fout::Kopie("it has no name to be written under"))?;
        let mut under_way = name.to_os_string();
        under_way.push(format!(".{}.deel", std::process::id()));
        let now = to.with_file_name(under_way);
        let file = crate::eigen::create(&now)?;
        Ok(Self { to: to.to_owned(), now, file, kept: false })
    }

    pub(super) fn handle(&self) -> Result<File, Fout> {
        Ok(self.file.try_clone()?)
    }

    pub(super) fn keep(mut self) -> Result<(), Fout> {
        self.file.sync_all()?;
        std::fs::rename(&self.now, &self.to)?;
        self.kept = true;
        let folder = self.to.parent().filter(|folder| !folder.as_os_str().is_empty());
        Ok(File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
    }
}

impl Drop for Tijdelijk {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be removed now is written over by the next backup under this name.
            let _ = std::fs::remove_file(&self.now);
        }
    }
}
