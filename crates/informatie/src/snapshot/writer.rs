//! Writes a snapshot: rows in any order go in, files that are clustered by youth come out.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use stelsel::Hulpvorm;

use super::column::{Column, Kind};
use super::former::Former;
use super::manifest::{Bestand, Herkomst, Manifest, SCHEMA, Sleutelbestand, Uitgeprobeerd, hex};
use super::row::{Packed, Row, vorm_key};
use super::{EpisodeStand, SnapshotFout, file};

/// Rows of a group, unless asked otherwise: what a calculation holds of a group at once then fits in the cache of a core.
const GROUP_ROWS: usize = 1 << 17;

/// Numbers that a municipality has for its youths, so that a youth more in one leaves the files of the others as they are.
const NUMBERS: u32 = 200_000;

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geschreven {
    /// Name of the snapshot.
    pub naam: String,
    /// Rows.
    pub rijen: u64,
    /// Youths.
    pub clienten: u64,
    /// Files of municipalities that were written anew.
    pub nieuw: usize,
    /// Files of municipalities that are those of the former snapshot.
    pub ongewijzigd: usize,
}

/// Takes rows and writes them as a snapshot.
#[derive(Debug)]
pub struct SnapshotWriter {
    herkomst: Herkomst,
    uitgeprobeerd: Option<Uitgeprobeerd>,
    rows: Vec<Packed>,
    /// Youths with their cell keys, once per run of rows of one youth.
    keys: Vec<(u64, u64)>,
    words: Words,
    group_rows: usize,
    former: Option<PathBuf>,
}

impl SnapshotWriter {
    /// A writer without rows.
    pub fn new(herkomst: Herkomst) -> Self {
        Self {
            herkomst,
            uitgeprobeerd: None,
            rows: Vec::new(),
            keys: Vec::new(),
            words: Words::default(),
            group_rows: GROUP_ROWS,
            former: None,
        }
    }

    /// Marks it as tried out, not observed: in its manifest and in its name.
    #[must_use]
    pub fn tried_out(mut self, met: Uitgeprobeerd) -> Self {
        self.uitgeprobeerd = Some(met);
        self
    }

    /// Cuts a file into groups of rows after the youth with whom a group reaches this many rows. A youth is never cut in two.
    #[must_use]
    pub fn with_group_rows(mut self, rows: usize) -> Self {
        self.group_rows = rows.max(1);
        self
    }

    /// Files that are the same in this snapshot are not written again: they become a second name of those (or a copy, where the
    /// disk knows no second names). Whatever is wrong with that snapshot, the outcome is the same.
    #[must_use]
    pub fn with_former(mut self, folder: &Path) -> Self {
        self.former = Some(folder.to_owned());
        self
    }

    /// Takes a row. The order of rows means nothing.
    pub fn add(&mut self, row: &Row<'_>) -> Result<(), SnapshotFout> {
        let words = &mut self.words;
        let packed = Packed::new(row, &mut |column, word| words.number(column, word))?;
        self.rows.push(packed);
        let key = (row.client, row.sleutel);
        if self.keys.last() != Some(&key) {
            self.keys.push(key);
        }
        Ok(())
    }

    /// Rows that were taken.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row was taken.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the snapshot as a folder of its own within `folder` and gives the name of that folder. The same rows give the
    /// same bytes and so the same name, whatever their order. A folder that did not come off is not left under such a name.
    pub fn write(self, folder: &Path) -> Result<String, SnapshotFout> {
        self.write_counted(folder).map(|written| written.naam)
    }

    /// As [`Self::write`], and tells what was written.
    pub fn write_counted(mut self, folder: &Path) -> Result<Geschreven, SnapshotFout> {
        self.words.sort(&mut self.rows);
        self.rows.sort_unstable();
        self.keys.sort_unstable();
        self.keys.dedup();
        let youths = youths(&self.rows, &self.keys)?;
        let temporary = folder.join(format!(".snapshot-{}", std::process::id()));
        std::fs::create_dir_all(&temporary).map_err(SnapshotFout::file(&temporary))?;
        let written = self.write_into(&youths, &temporary).and_then(|written| {
            let target = folder.join(&written.naam);
            if super::Snapshot::open(&target).is_ok() {
                // The name says that it holds the same.
                std::fs::remove_dir_all(&temporary).map_err(SnapshotFout::file(&temporary))?;
            } else {
                if target.exists() {
                    // Something of this name is there that is not whole.
                    std::fs::remove_dir_all(&target).map_err(SnapshotFout::file(&target))?;
                }
                std::fs::rename(&temporary, &target).map_err(SnapshotFout::file(&target))?;
            }
            Ok(written)
        });
        if written.is_err() {
            // What went wrong is told; what could not be tidied up is hidden by its name.
            let _ = std::fs::remove_dir_all(&temporary);
        }
        written
    }

    fn write_into(&self, youths: &[Youth], folder: &Path) -> Result<Geschreven, SnapshotFout> {
        let former = self.former.as_deref().map(Former::read).unwrap_or_default();
        let mut bestanden = Vec::new();
        let (mut first, mut ongewijzigd) = (0_u32, 0);
        for part in youths.chunk_by(|a, b| a.gemeente == b.gemeente) {
            let Some(gemeente) = part.first().map(|youth| format!("{:04}", youth.gemeente)) else { continue };
            let naam = format!("gemeente-{gemeente}.parquet");
            let path = folder.join(&naam);
            first = first.max(part.first().map_or(0, |youth| u32::from(youth.gemeente) * NUMBERS));
            let eerste = first;
            let content = file::encode(
                &path,
                groups(part, self.group_rows).map(|group| self.group(group, &mut first)),
                &self.words,
            )?;
            if i32::try_from(first).is_err() {
                return Err(SnapshotFout::Row("more youths than there are numbers for"));
            }
            let bytes = content.len() as u64;
            let (sha256, same) = put(&path, &content, &former)?;
            ongewijzigd += usize::from(same);
            let sleutels = keys(folder, &gemeente, part, &former)?;
            let rijen = part.iter().map(|youth| youth.rows.len() as u64).sum();
            bestanden.push(Bestand {
                gemeente,
                naam,
                rijen,
                clienten: part.len() as u64,
                eerste,
                bytes,
                sha256,
                sleutels,
            });
        }
        let manifest = Manifest {
            schema: SCHEMA,
            herkomst: self.herkomst.clone(),
            uitgeprobeerd: self.uitgeprobeerd.clone(),
            rijen: self.rows.len() as u64,
            clienten: youths.len() as u64,
            getallen: self.numbers(),
            woorden: self.words(),
            kolommen: Column::ALL.iter().map(|column| column.name().to_owned()).collect(),
            bestanden,
        };
        let path = folder.join("manifest.json");
        let text = manifest.text().map_err(|source| SnapshotFout::Manifest { path: path.clone(), source })?;
        file::write_bytes(&path, text.as_bytes())?;
        Ok(Geschreven {
            naam: manifest.name(&text),
            rijen: manifest.rijen,
            clienten: manifest.clienten,
            nieuw: manifest.bestanden.len() - ongewijzigd,
            ongewijzigd,
        })
    }

    fn numbers(&self) -> BTreeMap<String, Vec<i32>> {
        let columns = Column::ALL.iter().filter(|column| column.kind() == Kind::Value);
        columns
            .map(|column| {
                let mut all: Vec<i32> =
                    self.rows.iter().filter_map(|row| file::number(*column, 0, row)).collect();
                all.sort_unstable();
                all.dedup();
                (column.name().to_owned(), all)
            })
            .collect()
    }

    fn words(&self) -> BTreeMap<String, Vec<String>> {
        let columns = Column::ALL.iter().filter(|column| column.kind() == Kind::Word);
        columns
            .map(|column| {
                let numbers: BTreeSet<usize> =
                    self.rows.iter().filter_map(|row| file::word(*column, row)).collect();
                let mut all: Vec<String> =
                    numbers.iter().filter_map(|n| self.words.word(*column, *n)).map(str::to_owned).collect();
                all.sort();
                (column.name().to_owned(), all)
            })
            .collect()
    }

    /// The rows of a group, each with the number of its youth.
    fn group(&self, youths: &[Youth], first: &mut u32) -> Vec<(u32, Packed)> {
        let mut out = Vec::with_capacity(youths.iter().map(|youth| youth.rows.len()).sum());
        for youth in youths {
            out.extend(
                self.rows.get(youth.rows.clone()).unwrap_or_default().iter().map(|row| (*first, *row)),
            );
            *first += 1;
        }
        out
    }
}

/// A youth: where they live now, and their rows.
struct Youth {
    gemeente: u16,
    woonwijk: u32,
    sleutel: u64,
    rows: std::ops::Range<usize>,
}

/// Writes the cell keys of the youths of a municipality, and waits until the disk has them.
fn keys(
    folder: &Path,
    gemeente: &str,
    youths: &[Youth],
    former: &Former,
) -> Result<Sleutelbestand, SnapshotFout> {
    let naam = format!("gemeente-{gemeente}.sleutel");
    let path = folder.join(&naam);
    let bytes: Vec<u8> = youths.iter().flat_map(|youth| youth.sleutel.to_le_bytes()).collect();
    let (sha256, _) = put(&path, &bytes, former)?;
    Ok(Sleutelbestand { naam, sha256 })
}

/// Puts a file in its place, and waits until the disk has it. Gives its hash, and whether the former snapshot had it already.
fn put(path: &Path, bytes: &[u8], former: &Former) -> Result<(String, bool), SnapshotFout> {
    let sha256 = hex(&Sha256::digest(bytes));
    if former.give(&sha256, path) {
        return Ok((sha256, true));
    }
    file::write_bytes(path, bytes)?;
    Ok((sha256, false))
}

/// The youths of sorted rows, by where they live according to their newest allocation, then by their hash.
fn youths(rows: &[Packed], keys: &[(u64, u64)]) -> Result<Vec<Youth>, SnapshotFout> {
    if keys.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
        return Err(SnapshotFout::Row("two cell keys for one youth"));
    }
    let mut start = 0;
    let mut youths: Vec<Youth> = rows
        .chunk_by(|a, b| a.client == b.client)
        .zip(keys)
        .filter_map(|(of_one, (_, sleutel))| {
            let newest = of_one.iter().max_by_key(|row| row.ingang)?;
            let end = start + of_one.len();
            let rows = std::mem::replace(&mut start, end)..end;
            Some(Youth { gemeente: newest.gemeente, woonwijk: newest.woonwijk, sleutel: *sleutel, rows })
        })
        .collect();
    youths.sort_unstable_by_key(|youth| (youth.gemeente, youth.woonwijk, youth.rows.start));
    Ok(youths)
}

/// Cuts youths into groups of rows.
fn groups(youths: &[Youth], most: usize) -> impl Iterator<Item = &[Youth]> {
    let mut rest = youths;
    std::iter::from_fn(move || {
        let mut rows = 0;
        let full = rest.iter().position(|youth| {
            rows += youth.rows.len();
            rows >= most
        });
        let (group, others) = rest.split_at(full.map_or(rest.len(), |n| n + 1));
        rest = others;
        (!group.is_empty()).then_some(group)
    })
}

/// The words of the columns that hold words, each with a number of its own.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<(Column, String), u16>,
    lists: HashMap<Column, Vec<String>>,
}

impl Words {
    fn number(&mut self, column: Column, word: Option<&str>) -> Result<u16, SnapshotFout> {
        let Some(word) = word else { return Ok(super::row::NONE16) };
        let key = (column, word.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return Ok(*number);
        }
        let list = self.lists.entry(column).or_default();
        let number = u16::try_from(list.len())
            .ok()
            .filter(|n| *n < super::row::NONE16)
            .ok_or(SnapshotFout::Row("more than 65,535 different words in a column"))?;
        list.push(word.to_owned());
        self.numbers.insert(key, number);
        Ok(number)
    }

    /// Numbers the words in their own order, so that the order of rows does not depend on who came first.
    fn sort(&mut self, rows: &mut [Packed]) {
        for (column, list) in &mut self.lists {
            let mut order: Vec<usize> = (0..list.len()).collect();
            order.sort_by(|a, b| list.get(*a).cmp(&list.get(*b)));
            let mut rank = vec![0_u16; list.len()];
            for (place, old) in order.iter().enumerate() {
                if let (Some(rank), Ok(place)) = (rank.get_mut(*old), u16::try_from(place)) {
                    *rank = place;
                }
            }
            list.sort();
            for row in rows.iter_mut() {
                let number = match column {
                    Column::Product => &mut row.product,
                    Column::School => &mut row.school,
                    Column::Verwijzer => &mut row.verwijzer,
                    _ => &mut row.wet,
                };
                *number = rank.get(usize::from(*number)).copied().unwrap_or(super::row::NONE16);
            }
        }
        self.numbers.clear();
    }

    /// The word with a number.
    pub(super) fn word(&self, column: Column, number: usize) -> Option<&str> {
        match column {
            Column::Vorm => Hulpvorm::ALL.get(number).map(|vorm| vorm_key(*vorm)),
            Column::Stand => EpisodeStand::ALL.get(number).map(|stand| stand.key()),
            _ => self.lists.get(&column)?.get(number).map(String::as_str),
        }
    }
}
