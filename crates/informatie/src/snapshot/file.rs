//! Writes one file of a snapshot.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, Encoding};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;

use super::SnapshotFout;
use super::column::{Column, Kind};
use super::row::{NONE8, NONE16, NONE32, Packed, unpacked_day};
use super::writer::Words;

/// The schema in the notation of Parquet.
pub(super) fn message_type() -> String {
    let mut out = String::from("message episode {\n");
    for column in Column::ALL {
        let kind = match column.kind() {
            Kind::Number | Kind::Value | Kind::Cents => ("INT32", ""),
            Kind::Day => ("INT32", " (DATE)"),
            Kind::Word => ("BYTE_ARRAY", " (STRING)"),
        };
        let must = if column.optional() { "OPTIONAL" } else { "REQUIRED" };
        out.extend(["  ", must, " ", kind.0, " ", column.name(), kind.1, ";\n"]);
    }
    out.push('}');
    out
}

fn properties() -> WriterProperties {
    let mut builder = WriterProperties::builder()
        .set_writer_version(WriterVersion::PARQUET_2_0)
        .set_created_by(concat!("leerloop ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::UNCOMPRESSED)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        // One page per column and group of rows, and always a list: a kernel then sees one list of values per group.
        .set_data_page_size_limit(usize::MAX >> 1)
        .set_data_page_row_count_limit(usize::MAX >> 1)
        .set_dictionary_page_size_limit(usize::MAX >> 1)
        .set_max_row_group_row_count(None);
    for column in Column::ALL {
        let path = ColumnPath::from(column.name());
        builder = match column.kind() {
            Kind::Number => builder
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED),
            Kind::Cents => builder
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::PLAIN),
            Kind::Value | Kind::Day | Kind::Word => builder.set_column_dictionary_enabled(path, true),
        };
    }
    builder.build()
}

/// Groups of rows as a Parquet file. `path` is for what goes wrong.
pub(super) fn encode(
    path: &Path,
    groups: impl Iterator<Item = Vec<(u32, Packed)>>,
    words: &Words,
) -> Result<Vec<u8>, SnapshotFout> {
    let broken = |e: parquet::errors::ParquetError| SnapshotFout::damaged(path, e);
    let schema = Arc::new(parse_message_type(&message_type()).map_err(broken)?);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties())).map_err(broken)?;
    for rows in groups {
        let mut group = writer.next_row_group().map_err(broken)?;
        for column in Column::ALL {
            let Some(mut out) = group.next_column().map_err(broken)? else { continue };
            if column.kind() == Kind::Word {
                let (values, levels) =
                    split(&rows, |_, row| words.word(*column, word(*column, row)?).map(ByteArray::from));
                let levels = column.optional().then_some(levels.as_slice());
                out.typed::<ByteArrayType>().write_batch(&values, levels, None).map_err(broken)?;
            } else {
                let (values, levels) = split(&rows, |client, row| number(*column, client, row));
                let levels = column.optional().then_some(levels.as_slice());
                out.typed::<Int32Type>().write_batch(&values, levels, None).map_err(broken)?;
            }
            out.close().map_err(broken)?;
        }
        group.close().map_err(broken)?;
    }
    writer.into_inner().map_err(broken)
}

/// Writes a file, and waits until the disk has it.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), SnapshotFout> {
    let mut out = File::create(path).map_err(SnapshotFout::file(path))?;
    out.write_all(bytes).and_then(|()| out.sync_all()).map_err(SnapshotFout::file(path))
}

/// The values that are there, and for each row whether it has one.
fn split<T>(rows: &[(u32, Packed)], value: impl Fn(u32, &Packed) -> Option<T>) -> (Vec<T>, Vec<i16>) {
    let mut values = Vec::with_capacity(rows.len());
    let levels = rows
        .iter()
        .map(|(client, row)| match value(*client, row) {
            Some(value) => {
                values.push(value);
                1
            }
            None => 0,
        })
        .collect();
    (values, levels)
}

/// The number of the word in a column of words.
pub(super) fn word(column: Column, row: &Packed) -> Option<usize> {
    let number = match column {
        Column::Product => row.product,
        Column::School => row.school,
        Column::Verwijzer => row.verwijzer,
        Column::Wet => row.wet,
        Column::Vorm => row.vorm.into(),
        Column::Stand => row.stand.into(),
        _ => NONE16,
    };
    (number != NONE16).then_some(number.into())
}

/// The number in another column, if there is one.
pub(super) fn number(column: Column, client: u32, row: &Packed) -> Option<i32> {
    let small = |n: u8| (n != NONE8).then_some(i32::from(n));
    let middle = |n: u16| (n != NONE16).then_some(i32::from(n));
    let large = |n: u32| if n == NONE32 { None } else { i32::try_from(n).ok() };
    match column {
        Column::Client => large(client),
        Column::Gemeente => Some(row.gemeente.into()),
        Column::Wijk => large(row.wijk),
        Column::Woonwijk => large(row.woonwijk),
        Column::Leeftijd => small(row.leeftijd),
        Column::Categorie => small(row.categorie),
        Column::Aanbieder => large(row.aanbieder),
        Column::Groep => Some(row.groep.into()),
        Column::Aanvraag => unpacked_day(row.aanvraag),
        Column::Ingang => unpacked_day(row.ingang),
        Column::Begin => unpacked_day(row.begin),
        Column::Gemeld => unpacked_day(row.gemeld),
        Column::Eind => unpacked_day(row.eind),
        Column::Wacht => middle(row.wacht),
        Column::Minuten => middle(row.minuten),
        Column::Toegekend => large(row.toegekend),
        Column::Gedeclareerd => large(row.gedeclareerd),
        // Columns of words.
        Column::Product | Column::Vorm | Column::Wet | Column::Verwijzer | Column::School | Column::Stand => {
            None
        }
    }
}
