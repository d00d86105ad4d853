//! From paths to pieces for the intake: files, folders and ZIPs, one piece in memory at a time.
//!
//! Nothing is written to disk, so that a name in a ZIP can lead nowhere. What a file or a ZIP may cost is bounded; what
//! goes over a bound becomes a piece that says so, and the rest goes on.

mod zips;

use std::collections::VecDeque;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use stelsel::Klok;

use crate::beeld::Bezwaar;
use crate::intake::{Aangeboden, Stuk};

/// The largest message: 25 MB (iJw 3.2, OP179).
const MAX_BERICHT: u64 = ijw::MAX_BYTES as u64;

/// Walks over paths in order of name and gives their pieces.
pub struct Uitpakker {
    klok: Arc<dyn Klok>,
    /// Paths to come, and whether someone named them: only a named path may be a link.
    todo: VecDeque<(PathBuf, bool)>,
    zip: Option<zips::Zip>,
}

impl Uitpakker {
    /// Starts with these paths, in this order.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>, klok: Arc<dyn Klok>) -> Self {
        Self { klok, todo: paths.into_iter().map(|path| (path, true)).collect(), zip: None }
    }

    fn unreadable(&self, bestand: String, lengte: u64, bezwaar: Bezwaar) -> Stuk {
        Stuk::Onleesbaar { bestand, ontvangen: self.klok.now(), lengte, bezwaar }
    }

    fn open_folder(&mut self, path: &Path) -> Option<Stuk> {
        let entries = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        match entries {
            Ok(entries) => {
                let mut paths: Vec<PathBuf> =
                    entries.into_iter().map(|e| e.path()).filter(|p| !is_hidden(p)).collect();
                paths.sort_unstable();
                for path in paths.into_iter().rev() {
                    self.todo.push_front((path, false));
                }
                None
            }
            Err(error) => {
                Some(self.unreadable(name_of(path), 0, objection("onleesbaar", "reden", error.to_string())))
            }
        }
    }

    fn open_file(&mut self, path: &Path) -> Option<Stuk> {
        let bestand = name_of(path);
        let read = || -> std::io::Result<(u64, Vec<u8>, File)> {
            let mut file = File::open(path)?;
            let length = file.metadata()?.len();
            let mut start = vec![0; 4];
            let got = file.read(&mut start)?;
            start.truncate(got);
            Ok((length, start, file))
        };
        let (length, start, file) = match read() {
            Ok(opened) => opened,
            Err(error) => {
                return Some(self.unreadable(
                    bestand,
                    0,
                    objection("onleesbaar", "reden", error.to_string()),
                ));
            }
        };
        // A ZIP begins with PK and 3-4, 5-6 or 7-8; the name says nothing.
        if start.starts_with(b"PK") && start.get(2).is_some_and(|b| matches!(b, 3 | 5 | 7)) {
            return match zips::Zip::open(path, bestand.clone(), length) {
                Ok(zip) => {
                    self.zip = Some(zip);
                    None
                }
                Err(bezwaar) => Some(self.unreadable(bestand, length, bezwaar)),
            };
        }
        if length > MAX_BERICHT {
            return Some(self.unreadable(bestand, length, too_large()));
        }
        let mut bytes = start;
        // The file may grow while it is read: never take more than the bound.
        match file.take(MAX_BERICHT).read_to_end(&mut bytes) {
            Ok(_) => Some(self.piece(bestand, bytes)),
            Err(error) => {
                Some(self.unreadable(bestand, length, objection("onleesbaar", "reden", error.to_string())))
            }
        }
    }

    fn piece(&self, bestand: String, bytes: Vec<u8>) -> Stuk {
        Stuk::Bestand(Aangeboden { bestand, bytes, ontvangen: self.klok.now() })
    }
}

impl Iterator for Uitpakker {
    type Item = Stuk;

    fn next(&mut self) -> Option<Stuk> {
        loop {
            if let Some(zip) = self.zip.as_mut() {
                match zip.next_entry() {
                    Some((bestand, Ok(bytes))) => return Some(self.piece(bestand, bytes)),
                    Some((bestand, Err((length, bezwaar)))) => {
                        return Some(self.unreadable(bestand, length, bezwaar));
                    }
                    None => self.zip = None,
                }
                continue;
            }
            let (path, named) = self.todo.pop_front()?;
            let looked = if named { std::fs::metadata(&path) } else { std::fs::symlink_metadata(&path) };
            let found = match looked {
                Ok(meta) if meta.is_dir() => self.open_folder(&path),
                Ok(meta) if meta.is_file() => self.open_file(&path),
                Ok(_) => Some(self.unreadable(
                    name_of(&path),
                    0,
                    objection("onleesbaar", "reden", "not a file".to_owned()),
                )),
                Err(error) => Some(self.unreadable(
                    name_of(&path),
                    0,
                    objection("onleesbaar", "reden", error.to_string()),
                )),
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

fn name_of(path: &Path) -> String {
    // A name is shown on terminals and pages: nothing in it may steer them.
    path.display().to_string().chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn objection(code: &str, name: &str, value: String) -> Bezwaar {
    Bezwaar { regel: None, pad: None, code: code.to_owned(), waarden: vec![(name.to_owned(), value)] }
}

fn too_large() -> Bezwaar {
    objection("te-groot", "limiet", (MAX_BERICHT / 1024 / 1024).to_string())
}
