//! Messages out of a ZIP, with bounds on their number, their size and how far they may unpack.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{MAX_BERICHT, objection, too_large};
use crate::beeld::Bezwaar;

/// Entries in one ZIP: what the classic format can count.
const MAX_ENTRIES: usize = 65_534;
/// The list of entries stands in memory: a larger ZIP could hold more of them than is wise.
const MAX_FILE: u64 = 512 * 1024 * 1024;
/// Bytes unpacked from one ZIP.
const MAX_TOTAL: u64 = 4 * 1024 * 1024 * 1024;
/// Real messages pack some thirty times; a thousand times is a bomb.
const MAX_RATIO: u64 = 1_000;

pub(super) struct Zip {
    archive: ZipArchive<BufReader<File>>,
    bestand: String,
    next: usize,
    unpacked: u64,
    /// The bound that was passed; the rest of the ZIP is left alone.
    stopped: bool,
}

/// The bytes of an entry, or its length and what is wrong.
pub(super) type Entry = Result<Vec<u8>, (u64, Bezwaar)>;

impl Zip {
    pub(super) fn open(path: &Path, bestand: String, length: u64) -> Result<Self, Bezwaar> {
        if length > MAX_FILE {
            return Err(objection("zip-te-veel", "limiet", MAX_FILE.to_string()));
        }
        let file = File::open(path).map_err(|e| objection("onleesbaar", "reden", e.to_string()))?;
        let archive = ZipArchive::new(BufReader::new(file))
            .map_err(|_| objection("zip-kapot", "bytes", length.to_string()))?;
        // Two files of one name are one file to a reader of ZIPs: the other would be lost.
        if archive.has_duplicate_names() {
            return Err(objection("zip-dubbel", "bytes", length.to_string()));
        }
        if archive.len() > MAX_ENTRIES {
            return Err(objection("zip-te-veel", "limiet", MAX_ENTRIES.to_string()));
        }
        Ok(Self { archive, bestand, next: 0, unpacked: 0, stopped: false })
    }

    /// The next message with the name `archive.zip/inner.xml`.
    pub(super) fn next_entry(&mut self) -> Option<(String, Entry)> {
        while !self.stopped && self.next < self.archive.len() {
            let index = self.next;
            self.next += 1;
            let entry = match self.archive.by_index(index) {
                Ok(entry) => entry,
                Err(error) => {
                    let code = match error {
                        ZipError::InvalidPassword
                        | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "zip-wachtwoord",
                        _ => "zip-kapot",
                    };
                    let name = format!("{}/{}", self.bestand, index + 1);
                    return Some((name, Err((0, objection(code, "nummer", (index + 1).to_string())))));
                }
            };
            // The name is only shown, never used as a path.
            let inner: String =
                entry.name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
            let hidden = inner.rsplit('/').next().is_some_and(|last| last.starts_with('.'));
            if entry.is_dir() || hidden || inner.starts_with("__MACOSX/") {
                continue;
            }
            let name = format!("{}/{inner}", self.bestand);
            let (size, packed) = (entry.size(), entry.compressed_size());
            if size > MAX_BERICHT {
                return Some((name, Err((size, too_large()))));
            }
            let mut bytes = Vec::new();
            // What the directory says may be a lie: never unpack more than the bound.
            let read = entry.take(MAX_BERICHT + 1).read_to_end(&mut bytes);
            let length = bytes.len() as u64;
            self.unpacked += length;
            if read.is_err() {
                return Some((
                    name,
                    Err((length, objection("zip-kapot", "nummer", (index + 1).to_string()))),
                ));
            }
            if self.unpacked > MAX_TOTAL {
                self.stopped = true;
                return Some((
                    name,
                    Err((length, objection("zip-te-veel", "limiet", MAX_TOTAL.to_string()))),
                ));
            }
            if length > MAX_BERICHT || length / packed.max(1) > MAX_RATIO {
                return Some((name, Err((length, too_large()))));
            }
            if bytes.starts_with(b"PK\x03\x04") {
                return Some((
                    name,
                    Err((length, objection("zip-in-zip", "nummer", (index + 1).to_string()))),
                ));
            }
            return Some((name, Ok(bytes)));
        }
        None
    }
}
