//! The pages of a column, straight into the codes and numbers that a kernel walks over.

use bytes::{Buf, Bytes};
use parquet::basic::Encoding;
use parquet::column::page::{Page, PageReader};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedPageReader;

use super::bits::{self, Broken};

/// The different values of a column within a part of a snapshot, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Whole numbers; days are days since 1970-01-01.
    Values(Vec<i32>),
    /// Words.
    Words(Vec<String>),
}

impl List {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Values(values) => values.len(),
            Self::Words(words) => words.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A column as codes: for each row the place of its value in a list. The place behind the last value means that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// One per row, at most the length of the list.
    pub code: Vec<u16>,
    /// The values.
    pub list: List,
}

impl Default for Codes {
    fn default() -> Self {
        Self { code: Vec::new(), list: List::Values(Vec::new()) }
    }
}

/// The bytes of a column, at their place in the file.
pub(super) struct Window {
    pub(super) start: u64,
    pub(super) bytes: Bytes,
}

impl Length for Window {
    fn len(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }
}

impl Window {
    fn from(&self, start: u64) -> ParquetResult<Bytes> {
        start
            .checked_sub(self.start)
            .and_then(|at| usize::try_from(at).ok())
            .filter(|at| *at <= self.bytes.len())
            .map(|at| self.bytes.slice(at..))
            .ok_or_else(|| ParquetError::EOF("a page lies outside its column".to_owned()))
    }
}

impl ChunkReader for Window {
    type T = bytes::buf::Reader<Bytes>;

    fn get_read(&self, start: u64) -> ParquetResult<Self::T> {
        Ok(self.from(start)?.reader())
    }

    fn get_bytes(&self, start: u64, length: usize) -> ParquetResult<Bytes> {
        let bytes = self.from(start)?;
        if length > bytes.len() {
            return Err(ParquetError::EOF("a page lies outside its column".to_owned()));
        }
        Ok(bytes.slice(..length))
    }
}

/// A column that cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable(pub(super) String);

impl From<ParquetError> for Unreadable {
    fn from(e: ParquetError) -> Self {
        Self(e.to_string())
    }
}

impl From<Broken> for Unreadable {
    fn from(broken: Broken) -> Self {
        Self(broken.0.to_owned())
    }
}

fn strange(what: &str) -> Unreadable {
    Unreadable(what.to_owned())
}

/// What a page of values holds.
struct Values {
    /// Levels and values.
    bytes: Bytes,
    /// Rows of the page.
    rows: usize,
    /// Rows without a value.
    missing: usize,
    /// Bytes of the levels, which tell for each row whether it has a value.
    levels: usize,
    encoding: Encoding,
}

/// The bytes of a list of values, and how many values it has.
type ListPage = (Bytes, usize);

/// The pages of a column: its list, if it has one, and its values.
fn pages(
    window: Window,
    meta: &ColumnChunkMetaData,
    rows: usize,
) -> Result<(Option<ListPage>, Vec<Values>), Unreadable> {
    let mut reader = SerializedPageReader::new(std::sync::Arc::new(window), meta, rows, None)?;
    let mut list = None;
    let mut values = Vec::new();
    let mut total = 0;
    while let Some(page) = reader.get_next_page()? {
        match page {
            Page::DictionaryPage { buf, num_values, .. } => list = Some((buf, num_values as usize)),
            Page::DataPageV2 { buf, encoding, num_nulls, num_rows, def_levels_byte_len, .. } => {
                total += num_rows as usize;
                values.push(Values {
                    bytes: buf,
                    rows: num_rows as usize,
                    missing: num_nulls as usize,
                    levels: def_levels_byte_len as usize,
                    encoding,
                });
            }
            Page::DataPage { .. } => {
                return Err(strange("a page of a kind that this program does not write"));
            }
        }
    }
    if total != rows || values.iter().any(|v| v.missing > v.rows || v.levels > v.bytes.len()) {
        return Err(strange("the pages do not have the rows that they should"));
    }
    Ok((list, values))
}

/// Reads a column with a list. `scratch` is for what is in between.
pub(super) fn codes(
    window: Window,
    meta: &ColumnChunkMetaData,
    rows: usize,
    words: bool,
    out: &mut Codes,
    scratch: &mut Vec<u16>,
) -> Result<(), Unreadable> {
    let (list, pages) = pages(window, meta, rows)?;
    out.list = match list {
        Some((bytes, count)) if words => List::Words(read_words(&bytes, count)?),
        Some((bytes, count)) => List::Values(read_values(&bytes, count)?),
        None if words => List::Words(Vec::new()),
        None => List::Values(Vec::new()),
    };
    let missing = u16::try_from(out.list.len()).map_err(|_| strange("a list of more than 65,535 values"))?;
    out.code.resize(rows, 0);
    let mut rest = out.code.as_mut_slice();
    for page in pages {
        let (now, later) = rest.split_at_mut(page.rows);
        rest = later;
        let (levels, values) = page.bytes.split_at(page.levels);
        let filled = page.rows - page.missing;
        if filled == 0 {
            now.fill(missing);
            continue;
        }
        if page.encoding != Encoding::RLE_DICTIONARY && page.encoding != Encoding::PLAIN_DICTIONARY {
            return Err(strange("a column without a list of values"));
        }
        let (width, packed) = values.split_first().ok_or_else(|| strange("a page ends too early"))?;
        if page.missing == 0 {
            bits::hybrid(packed, *width, now)?;
            check(now, missing)?;
        } else {
            scratch.resize(filled, 0);
            bits::hybrid(packed, *width, scratch)?;
            check(scratch, missing)?;
            bits::hybrid(levels, 1, now)?;
            spread(scratch, now, missing);
        }
    }
    Ok(())
}

fn check(codes: &[u16], missing: u16) -> Result<(), Unreadable> {
    if codes.iter().fold(0, |most, code| most.max(*code)) >= missing {
        return Err(strange("a value that is not in its list"));
    }
    Ok(())
}

/// Puts values where the levels are one, and `missing` elsewhere.
fn spread(values: &[u16], levels: &mut [u16], missing: u16) {
    let mut next = 0;
    for slot in levels {
        let value = values.get(next).copied().unwrap_or(missing);
        // All ones or none: where values are missing cannot be guessed, so that a jump would cost more than both ways do.
        let there = 0_u16.wrapping_sub(*slot & 1);
        next += usize::from(*slot & 1);
        *slot = (value & there) | (missing & !there);
    }
}

/// Reads a column of ascending numbers.
pub(super) fn numbers(
    window: Window,
    meta: &ColumnChunkMetaData,
    rows: usize,
    out: &mut Vec<u32>,
) -> Result<(), Unreadable> {
    let (_, pages) = pages(window, meta, rows)?;
    out.resize(rows, 0);
    let mut rest = out.as_mut_slice();
    for page in pages {
        if page.encoding != Encoding::DELTA_BINARY_PACKED || page.missing > 0 {
            return Err(strange("a column of numbers that is not kept as differences"));
        }
        let (now, later) = rest.split_at_mut(page.rows);
        bits::differences(page.bytes.get(page.levels..).unwrap_or_default(), now)?;
        rest = later;
    }
    Ok(())
}

/// Reads a column of amounts: [`super::NO_AMOUNT`] where there is none.
pub(super) fn cents(
    window: Window,
    meta: &ColumnChunkMetaData,
    rows: usize,
    out: &mut Vec<u32>,
    scratch: &mut Vec<u16>,
) -> Result<(), Unreadable> {
    let (_, pages) = pages(window, meta, rows)?;
    out.clear();
    out.reserve(rows);
    for page in pages {
        if page.encoding != Encoding::PLAIN {
            return Err(strange("a column of amounts that is not kept as it is"));
        }
        let (levels, values) = page.bytes.split_at(page.levels);
        let amounts = values.as_chunks::<4>().0.iter().map(|b| u32::from_le_bytes(*b));
        if amounts.len() != page.rows - page.missing {
            return Err(strange("the pages do not have the rows that they should"));
        }
        if page.missing == 0 {
            out.extend(amounts);
        } else {
            scratch.resize(page.rows, 0);
            bits::hybrid(levels, 1, scratch)?;
            let mut amounts = amounts;
            let amount = |there: &u16| if *there == 0 { None } else { amounts.next() };
            out.extend(scratch.iter().map(amount).map(|amount| amount.unwrap_or(super::NO_AMOUNT)));
        }
    }
    Ok(())
}

fn read_values(bytes: &[u8], count: usize) -> Result<Vec<i32>, Unreadable> {
    let values: Vec<i32> = bytes.as_chunks::<4>().0.iter().map(|b| i32::from_le_bytes(*b)).collect();
    if values.len() == count { Ok(values) } else { Err(strange("a list of another length than it says")) }
}

fn read_words(bytes: &[u8], count: usize) -> Result<Vec<String>, Unreadable> {
    let mut rest = bytes;
    let mut words = Vec::new();
    while let Some((length, tail)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (word, tail) = tail.split_at_checked(length).ok_or_else(|| strange("a list ends too early"))?;
        words.push(String::from_utf8(word.to_vec()).map_err(|_| strange("a word that is not text"))?);
        rest = tail;
    }
    if words.len() == count && rest.is_empty() {
        Ok(words)
    } else {
        Err(strange("a list of another length than it says"))
    }
}
