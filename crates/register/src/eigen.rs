//! Files and folders that are their owner's alone from the moment they are there, whatever the program was started with.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Makes a folder, and those above it that are not there, for its owner alone. One that is there stays as it is.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes an empty file for its owner alone when there is none; one that is there stays as it is.
pub(crate) fn touch(path: &Path) -> io::Result<()> {
    match options().create_new(true).open(path) {
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

/// Begins a file anew, for its owner alone, also when another could read what stood there before.
pub fn create(path: &Path) -> io::Result<File> {
    let file = options().create(true).truncate(true).open(path)?;
    #[cfg(unix)]
    if file.metadata()?.is_file() {
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    }
    Ok(file)
}

/// Writes a file whole, for its owner alone.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    create(path)?.write_all(bytes.as_ref())
}

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::sync::Arc;

    use stelsel::VasteKlok;

    use super::*;
    use crate::{Opslag, Register};

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_written_is_its_owners() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("een/twee");
        make_folder(&deep).unwrap();
        make_folder(&deep).unwrap();
        assert_eq!((mode(&deep), mode(deep.parent().unwrap())), (0o700, 0o700));
        let file = deep.join("gegevens.json");
        std::fs::write(&file, "van vroeger").unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).unwrap();
        write(&file, "nieuw").unwrap();
        assert_eq!((mode(&file), std::fs::read_to_string(&file).unwrap().as_str()), (0o600, "nieuw"));
    }

    #[test]
    fn the_database_is_its_owners_with_all_that_is_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let klok = Arc::new(VasteKlok::new("2026-04-10T09:00:00Z".parse().unwrap()));
        let register = Register::open(&Opslag::Map(data.clone()), klok).unwrap();
        register.put_note("proef", "x").unwrap();
        assert_eq!(mode(&data), 0o700);
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&data).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            names.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
        names.sort();
        assert_eq!(names, ["leerloop.db", "leerloop.db-shm", "leerloop.db-wal"]);
    }
}
