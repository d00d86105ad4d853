//! Figures to take away: one line each, as CSV or Parquet, with what they are and how they were protected.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::getal::{Getal, Reden};
use super::regel::Regel;
use crate::indicator::Tekst;
use crate::snapshot::SnapshotFout;

/// Figures that may be shown, one line each. Only [`super::Deur`] makes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Blad {
    pub(super) naam: Tekst,
    pub(super) definitie: Tekst,
    pub(super) context: Tekst,
    pub(super) snapshot: String,
    pub(super) regel: Regel,
    pub(super) as_naam: &'static str,
    pub(super) rijen: Vec<BladRij>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct BladRij {
    /// The key of what is counted.
    pub onderdeel: &'static str,
    /// The code or word that it is of.
    pub sleutel: String,
    /// Where on the axis: a first day of a period, a number of days.
    pub plek: String,
    /// The figure.
    pub getal: Getal,
}

impl Blad {
    /// What the figures are.
    pub fn naam(&self) -> Tekst {
        self.naam
    }

    /// What they are, exactly.
    pub fn definitie(&self) -> Tekst {
        self.definitie
    }

    /// What to know before drawing a conclusion.
    pub fn context(&self) -> Tekst {
        self.context
    }

    /// The name of the snapshot that they are of.
    pub fn snapshot(&self) -> &str {
        &self.snapshot
    }

    /// The lines.
    pub fn rijen(&self) -> &[BladRij] {
        &self.rijen
    }

    /// The figures of a part and a key, in the order of the axis.
    pub fn reeks<'a>(
        &'a self,
        onderdeel: &'a str,
        sleutel: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Getal)> {
        let own = move |rij: &&BladRij| rij.onderdeel == onderdeel && rij.sleutel == sleutel;
        self.rijen.iter().filter(own).map(|rij| (rij.plek.as_str(), &rij.getal))
    }

    /// Only the lines of some keys, such as one neighbourhood.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let rijen = self.rijen.iter().filter(|rij| wanted(&rij.sleutel)).cloned().collect();
        Self { rijen, ..self.clone() }
    }

    fn rule(&self, taal: fn(&Tekst) -> &'static str) -> String {
        let Regel { drempel, basis, .. } = self.regel;
        let rule = Tekst {
            nl: "Minder jeugdigen dan dit worden nooit getoond; aantallen zijn willekeurig afgerond op veelvouden van",
            en: "Fewer youths than this are never shown; numbers are rounded at random to multiples of",
        };
        format!("{drempel}: {} {basis}", taal(&rule))
    }

    /// As comma-separated values, after lines with `#` that say what it is, in the language that `taal` takes from a text.
    pub fn csv(&self, taal: fn(&Tekst) -> &'static str) -> String {
        let mut out = String::new();
        for tekst in [self.naam, self.definitie, self.context] {
            let _ = writeln!(out, "# {}", taal(&tekst));
        }
        let _ = writeln!(out, "# {}", self.rule(taal));
        let _ = writeln!(out, "# {}", self.snapshot);
        let _ = writeln!(out, "indicator,sleutel,{},waarde,stap,reden,voorlopig", self.as_naam);
        for BladRij { onderdeel, sleutel, plek, getal } in &self.rijen {
            let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
            let (waarde, stap) = (number(getal.waarde()), number(getal.stap()));
            let reden = getal.reden().map_or("", Reden::key);
            let sleutel = field(sleutel);
            let _ =
                writeln!(out, "{onderdeel},{sleutel},{plek},{waarde},{stap},{reden},{}", getal.voorlopig());
        }
        out
    }

    /// As a Parquet file with the columns of the CSV. What it is, the rule and the snapshot stand in the metadata of the file.
    pub fn parquet(&self, taal: fn(&Tekst) -> &'static str) -> Result<Vec<u8>, SnapshotFout> {
        self.encode(taal).map_err(|fault| SnapshotFout::damaged(Path::new("publicatie.parquet"), fault))
    }

    fn encode(&self, taal: fn(&Tekst) -> &'static str) -> Result<Vec<u8>, ParquetError> {
        let schema = format!(
            "message publicatie {{ REQUIRED BYTE_ARRAY indicator (STRING); REQUIRED BYTE_ARRAY sleutel (STRING); \
             REQUIRED BYTE_ARRAY {} (STRING); OPTIONAL DOUBLE waarde; OPTIONAL DOUBLE stap; \
             OPTIONAL BYTE_ARRAY reden (STRING); REQUIRED BOOLEAN voorlopig; }}",
            self.as_naam
        );
        let about = [
            ("naam", taal(&self.naam).to_owned()),
            ("definitie", taal(&self.definitie).to_owned()),
            ("context", taal(&self.context).to_owned()),
            ("regel", self.rule(taal)),
            ("snapshot", self.snapshot.clone()),
        ];
        let about = about.map(|(key, value)| KeyValue::new(key.to_owned(), value)).to_vec();
        let properties = WriterProperties::builder()
            .set_created_by(concat!("leerloop ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::UNCOMPRESSED)
            .set_key_value_metadata(Some(about))
            .build();
        let schema = Arc::new(parse_message_type(&schema)?);
        let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
        let mut group = writer.next_row_group()?;
        let mut place = 0;
        while let Some(mut column) = group.next_column()? {
            match place {
                0 => column.typed::<ByteArrayType>().write_batch(
                    &self.words(|rij| rij.onderdeel),
                    None,
                    None,
                )?,
                1 => column.typed::<ByteArrayType>().write_batch(
                    &self.words(|rij| &rij.sleutel),
                    None,
                    None,
                )?,
                2 => column.typed::<ByteArrayType>().write_batch(&self.words(|rij| &rij.plek), None, None)?,
                3 => {
                    let (values, levels) = self.some(Getal::waarde);
                    column.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?
                }
                4 => {
                    let (values, levels) = self.some(Getal::stap);
                    column.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?
                }
                5 => {
                    let (values, levels) =
                        self.some(|getal| getal.reden().map(|why| ByteArray::from(why.key())));
                    column.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?
                }
                _ => {
                    let values: Vec<bool> = self.rijen.iter().map(|rij| rij.getal.voorlopig()).collect();
                    column.typed::<BoolType>().write_batch(&values, None, None)?
                }
            };
            column.close()?;
            place += 1;
        }
        group.close()?;
        writer.into_inner()
    }

    fn words(&self, of: impl Fn(&BladRij) -> &str) -> Vec<ByteArray> {
        self.rijen.iter().map(|rij| ByteArray::from(of(rij))).collect()
    }

    /// The values that are there, and for each line whether it has one.
    fn some<T>(&self, of: impl Fn(&Getal) -> Option<T>) -> (Vec<T>, Vec<i16>) {
        let all: Vec<Option<T>> = self.rijen.iter().map(|rij| of(&rij.getal)).collect();
        let levels = all.iter().map(|value| i16::from(value.is_some())).collect();
        (all.into_iter().flatten().collect(), levels)
    }
}

/// A word from outside as a field: whole, and never a formula in a spreadsheet.
fn field(word: &str) -> String {
    let guard = if word.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", word.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_never_a_formula() {
        assert_eq!(field("=1+1"), "\"'=1+1\"");
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }

    #[test]
    fn a_file_reads_back_as_the_sheet_says() {
        use parquet::file::reader::{FileReader, SerializedFileReader};
        use parquet::record::RowAccessor;
        let word = |nl| Tekst { nl, en: "e" };
        let rij = |sleutel: &str, getal| BladRij {
            onderdeel: "stand",
            sleutel: sleutel.into(),
            plek: "14".into(),
            getal,
        };
        let blad = Blad {
            naam: word("naam"),
            definitie: word("d"),
            context: word("c"),
            snapshot: "snapshot-x".into(),
            regel: Regel::default(),
            as_naam: "dag",
            rijen: vec![
                rij("a", Getal::shown(25.0, 5.0)),
                rij("b", Getal::hidden(Reden::TeWeinig).with_voorlopig(true)),
            ],
        };
        let csv = blad.csv(|tekst| tekst.nl);
        assert!(csv.contains("# snapshot-x\nindicator,sleutel,dag,waarde,stap,reden,voorlopig\n"));
        assert!(csv.ends_with("stand,\"a\",14,25,5,,false\nstand,\"b\",14,,,te-weinig,true\n"), "{csv}");
        let file = bytes::Bytes::from(blad.parquet(|tekst| tekst.nl).unwrap());
        let reader = SerializedFileReader::new(file).unwrap();
        let about = reader.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(about.iter().any(|one| one.key == "snapshot" && one.value.as_deref() == Some("snapshot-x")));
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].get_string(1).unwrap(), "a");
        assert!((rows[0].get_double(3).unwrap() - 25.0).abs() < 1e-9);
        assert_eq!(rows[1].get_string(5).unwrap(), "te-weinig");
        assert!(rows[1].get_bool(6).unwrap() && rows[1].get_double(3).is_err());
    }
}
