//! Opens a snapshot and hands out its parts.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData};
use parquet::schema::parser::parse_message_type;
use sha2::{Digest, Sha256};

use super::column::{Column, Kind};
use super::file::message_type;
use super::manifest::{Bestand, Manifest, SCHEMA, hex};
use super::pages::{self, Codes, Unreadable, Window};
use super::{SnapshotFout, SnapshotFout as Fout};

/// A snapshot that was checked from its name to the last byte.
#[derive(Debug)]
pub struct Snapshot {
    name: String,
    manifest: Manifest,
    files: Vec<(PathBuf, ParquetMetaData, Shift)>,
    /// The cell key of each youth.
    keys: Vec<u64>,
    /// File and group of rows of each part.
    parts: Vec<(usize, usize)>,
}

impl Snapshot {
    /// Opens the folder of a snapshot. Reads every byte once, to hold it against the manifest.
    pub fn open(folder: &Path) -> Result<Self, Fout> {
        let path = folder.join("manifest.json");
        if !path.exists() {
            return Err(Fout::NotASnapshot(folder.to_owned()));
        }
        let text = std::fs::read_to_string(&path).map_err(Fout::file(&path))?;
        let unread = |source| Fout::Manifest { path: path.clone(), source };
        let schema: SchemaOnly = serde_json::from_str(&text).map_err(unread)?;
        if schema.schema != SCHEMA {
            return Err(Fout::Schema { path, found: schema.schema, known: SCHEMA });
        }
        let manifest: Manifest = serde_json::from_str(&text).map_err(unread)?;
        let name = manifest.name(&text);
        if folder.file_name().is_none_or(|found| *found != *name) {
            return Err(Fout::Renamed { folder: folder.to_owned(), name });
        }
        let (mut files, mut keys) = (Vec::new(), Vec::<u64>::new());
        for file in &manifest.bestanden {
            let path = folder.join(&file.naam);
            let meta = check(&path, file)?;
            let from = u32::try_from(keys.len()).unwrap_or(u32::MAX);
            files.push((path, meta, Shift { eerste: file.eerste, from, clienten: file.clienten }));
            read_keys(folder, file, &mut keys)?;
        }
        let parts = files
            .iter()
            .enumerate()
            .flat_map(|(n, (_, meta, _))| (0..meta.num_row_groups()).map(move |group| (n, group)))
            .collect();
        Ok(Self { name, manifest, files, keys, parts })
    }

    /// Its name: the day of the figures, and a hash of everything in it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The cell key of each youth, by its number.
    pub fn sleutels(&self) -> &[u64] {
        &self.keys
    }

    /// What it holds.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Parts: groups of rows, of whole youths each.
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Does `work` on every part, on as many threads as asked. Each thread has a bench `B` of its own, to gather what it finds
    /// and to use again for the next part; the benches are the outcome, in no order that means anything.
    pub fn fold<B: Default + Send>(
        &self,
        threads: usize,
        work: impl Fn(&mut B, &Part<'_>) -> Result<(), Fout> + Sync,
    ) -> Result<Vec<B>, Fout> {
        let next = AtomicUsize::new(0);
        let one = || {
            let mut bench = B::default();
            while let Some(part) = self.part(next.fetch_add(1, Ordering::Relaxed)) {
                if let Err(e) = work(&mut bench, &part) {
                    // Nothing is begun any more.
                    next.store(self.parts.len(), Ordering::Relaxed);
                    return Err(e);
                }
            }
            Ok(bench)
        };
        if threads <= 1 {
            return one().map(|bench| vec![bench]);
        }
        std::thread::scope(|scope| {
            let running: Vec<_> = (1..threads.min(self.parts.len())).map(|_| scope.spawn(one)).collect();
            let own = one();
            let others = running.into_iter().map(|thread| match thread.join() {
                Ok(found) => found,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            std::iter::once(own).chain(others).collect()
        })
    }

    /// The different numbers of a column, ascending. Empty for a column of days, words or amounts.
    pub fn numbers(&self, column: Column) -> &[i32] {
        self.manifest.getallen.get(column.name()).map_or(&[], Vec::as_slice)
    }

    /// The different words of a column, in order. Empty for other columns.
    pub fn words(&self, column: Column) -> &[String] {
        self.manifest.woorden.get(column.name()).map_or(&[], Vec::as_slice)
    }

    fn part(&self, number: usize) -> Option<Part<'_>> {
        let (file, group) = *self.parts.get(number)?;
        let (path, meta, shift) = self.files.get(file)?;
        Some(Part { path, group: meta.row_groups().get(group)?, shift: *shift })
    }
}

#[derive(serde::Deserialize)]
struct SchemaOnly {
    schema: u32,
}

/// Size and hash of a file.
pub(super) fn digest(path: &Path) -> Result<(u64, String), Fout> {
    let mut file = File::open(path).map_err(Fout::file(path))?;
    let mut buffer = vec![0; 1 << 16];
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    loop {
        let read = file.read(&mut buffer).map_err(Fout::file(path))?;
        if read == 0 {
            return Ok((bytes, hex(&hash.finalize())));
        }
        hash.update(buffer.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
}

/// Adds the cell keys of the youths of a file.
fn read_keys(folder: &Path, file: &Bestand, keys: &mut Vec<u64>) -> Result<(), Fout> {
    let path = folder.join(&file.sleutels.naam);
    let bytes = std::fs::read(&path).map_err(Fout::file(&path))?;
    if hex(&Sha256::digest(&bytes)) != file.sleutels.sha256 {
        return Err(Fout::damaged(path, "is not the file that the manifest names (its hash differs)"));
    }
    let (own, rest) = bytes.as_chunks::<8>();
    if own.len() as u64 != file.clienten || !rest.is_empty() {
        return Err(Fout::damaged(path, "does not have a key for every youth that the manifest names"));
    }
    keys.extend(own.iter().map(|key| u64::from_le_bytes(*key)));
    Ok(())
}

fn check(path: &Path, expected: &Bestand) -> Result<ParquetMetaData, Fout> {
    let (bytes, sha256) = digest(path)?;
    if bytes != expected.bytes || sha256 != expected.sha256 {
        return Err(Fout::damaged(
            path,
            "is not the file that the manifest names (its hash or size differs)",
        ));
    }
    let broken = |e: parquet::errors::ParquetError| Fout::damaged(path, e);
    let file = File::open(path).map_err(Fout::file(path))?;
    let meta = ParquetMetaDataReader::new().parse_and_finish(&file).map_err(broken)?;
    let ours = parse_message_type(&message_type()).map_err(broken)?;
    let theirs = meta.file_metadata().schema();
    if theirs.get_fields() != ours.get_fields() {
        return Err(Fout::damaged(path, "does not have the columns of this schema"));
    }
    if u64::try_from(meta.file_metadata().num_rows()).ok() != Some(expected.rijen) {
        return Err(Fout::damaged(path, "does not have the rows that the manifest names"));
    }
    Ok(meta)
}

/// A part of a snapshot: rows of whole youths. No youth is in two parts.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    path: &'a Path,
    group: &'a RowGroupMetaData,
    shift: Shift,
}

/// From the numbers of youths in a file to those in the whole snapshot, which are without gaps.
#[derive(Clone, Copy, Debug)]
struct Shift {
    /// The first number in the file.
    eerste: u32,
    /// Youths in the files before it.
    from: u32,
    /// Youths in the file.
    clienten: u64,
}

impl Part<'_> {
    /// Rows.
    pub fn rows(&self) -> usize {
        usize::try_from(self.group.num_rows()).unwrap_or(0)
    }

    /// The number of the youth of each row, ascending: from 0 and without gaps over the whole snapshot.
    pub fn clients(&self, out: &mut Vec<u32>) -> Result<(), Fout> {
        let (window, meta) = self.window(Column::Client, Kind::Number)?;
        pages::numbers(window, meta, self.rows(), out).map_err(|e| self.unreadable(Column::Client, &e))?;
        let Shift { eerste, from, clienten } = self.shift;
        let mut known = true;
        for number in out {
            let place = number.wrapping_sub(eerste);
            known &= u64::from(place) < clienten;
            *number = place.wrapping_add(from);
        }
        if known {
            Ok(())
        } else {
            Err(Fout::damaged(self.path, "has a youth with a number that the manifest does not know"))
        }
    }

    /// A column of values, days or words, as codes.
    pub fn codes(&self, column: Column, out: &mut Codes, scratch: &mut Vec<u16>) -> Result<(), Fout> {
        if !matches!(column.kind(), Kind::Value | Kind::Day | Kind::Word) {
            return Err(Fout::Question("this column has no list of values"));
        }
        let (window, meta) = self.window(column, column.kind())?;
        let words = column.kind() == Kind::Word;
        pages::codes(window, meta, self.rows(), words, out, scratch).map_err(|e| self.unreadable(column, &e))
    }

    /// A column of amounts in eurocents, [`super::NO_AMOUNT`] where there is none.
    pub fn cents(&self, column: Column, out: &mut Vec<u32>, scratch: &mut Vec<u16>) -> Result<(), Fout> {
        let (window, meta) = self.window(column, Kind::Cents)?;
        pages::cents(window, meta, self.rows(), out, scratch).map_err(|e| self.unreadable(column, &e))
    }

    fn unreadable(&self, column: Column, e: &Unreadable) -> Fout {
        Fout::damaged(self.path, format_args!("column {}: {}", column.name(), e.0))
    }

    fn window(
        &self,
        column: Column,
        kind: Kind,
    ) -> Result<(Window, &parquet::file::metadata::ColumnChunkMetaData), Fout> {
        if column.kind() != kind {
            return Err(Fout::Question("this column is of another kind"));
        }
        let meta = self
            .group
            .columns()
            .get(column.place())
            .ok_or_else(|| Fout::damaged(self.path, "a column is missing"))?;
        let (start, length) = meta.byte_range();
        let mut file = File::open(self.path).map_err(SnapshotFout::file(self.path))?;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0).min(1 << 28));
        file.seek(SeekFrom::Start(start))
            .and_then(|_| file.take(length).read_to_end(&mut bytes))
            .map_err(SnapshotFout::file(self.path))?;
        Ok((Window { start, bytes: Bytes::from(bytes) }, meta))
    }
}
