//! A CSV file as lines of fields.
//!
//! CBS and DUO never write a line break within a field, so every line is read by itself: a quote that is not closed costs that line
//! and not the rest of the file.

use super::bezwaar::{Bezwaren, Kolom, Reden};

/// A line of the file.
#[derive(Clone, Debug)]
pub(super) struct Rij {
    /// Which, from 1.
    pub(super) nr: u64,
    pub(super) velden: Vec<String>,
}

impl Rij {
    pub(super) fn veld(&self, at: usize) -> &str {
        self.velden.get(at).map_or("", String::as_str)
    }
}

/// A table: what stands above it, the headings, and the lines that are as long as the headings.
#[derive(Debug)]
pub(super) struct Tabel {
    pub(super) titel: String,
    pub(super) kop: Rij,
    pub(super) rijen: Vec<Rij>,
}

/// Lines above the headings at most (a title, the date of the download).
const ABOVE: usize = 12;

/// Lines that are looked at to find the sign between fields.
const SAMPLE: usize = 25;

impl Tabel {
    /// Reads a table. None when there is no line with two fields, or no line below it.
    pub(super) fn read(text: &str, wrong: &mut Bezwaren<'_>) -> Option<Self> {
        let sign = sign(text);
        let mut reader = Fields::new(sign);
        let mut titel = String::new();
        let mut kop: Option<Rij> = None;
        let mut rijen = Vec::new();
        for (nr, line) in (1_u64..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let Some(velden) = reader.read(line) else {
                let at = Kolom { nr: 1, naam: String::new() };
                wrong.add(nr, at, line, Reden::Aanhaling);
                continue;
            };
            let Some(kop) = &kop else {
                if velden.iter().filter(|v| !v.trim().is_empty()).count() > 1 {
                    kop = Some(Rij { nr, velden });
                } else if nr <= ABOVE as u64 {
                    titel.extend([velden.first().map_or("", |v| v.trim()), "\n"]);
                } else {
                    return None;
                }
                continue;
            };
            if is_source(&velden) {
                continue;
            }
            let (want, have) = (kop.velden.len(), velden.len());
            // A separator at the end of every line, as some exports write, is no field.
            let extra = have == want + 1 && velden.last().is_some_and(|v| v.trim().is_empty());
            if have == want || extra {
                rijen.push(Rij { nr, velden });
            } else {
                let at = have.min(want);
                let naam = kop.velden.get(at).map_or("", |v| v.trim()).to_owned();
                let at = Kolom { nr: u32::try_from(at + 1).unwrap_or(u32::MAX), naam };
                wrong.add(nr, at, line, Reden::Kolommen { verwacht: want, gevonden: have });
            }
        }
        Some(Self { titel, kop: kop?, rijen })
    }
}

/// `Bron: CBS` below a table.
fn is_source(velden: &[String]) -> bool {
    let mut filled = velden.iter().map(|v| v.trim()).filter(|v| !v.is_empty());
    let first = filled.next().unwrap_or_default();
    filled.next().is_none() && ["Bron", "©", "Source", "(c)"].iter().any(|start| first.starts_with(start))
}

/// The sign between fields: the one that stands most often outside quotes in the first lines.
fn sign(text: &str) -> u8 {
    let count = |sign: u8| -> usize {
        text.lines()
            .take(SAMPLE)
            .map(|line| {
                let mut quoted = false;
                line.bytes()
                    .filter(|b| {
                        quoted ^= *b == b'"';
                        !quoted && *b == sign
                    })
                    .count()
            })
            .sum()
    };
    let mut best = (b';', count(b';'));
    for other in [b'\t', b','] {
        // A decimal comma is a comma too: another sign has to win clearly.
        let n = count(other);
        if n > best.1 * 2 {
            best = (other, n);
        }
    }
    best.0
}

/// Splits lines into fields.
pub(super) struct Fields {
    core: csv_core::Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
}

impl Fields {
    pub(super) fn new(sign: u8) -> Self {
        Self {
            core: csv_core::ReaderBuilder::new().delimiter(sign).build(),
            out: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// The fields of a line; none when a quote is not closed.
    pub(super) fn read(&mut self, line: &str) -> Option<Vec<String>> {
        if !line.bytes().filter(|b| *b == b'"').count().is_multiple_of(2) {
            return None;
        }
        self.core.reset();
        self.out.resize(line.len() + 1, 0);
        self.ends.resize(line.len() + 2, 0);
        let (_, read, written, ended) = self.core.read_record(line.as_bytes(), &mut self.out, &mut self.ends);
        let rest = line.as_bytes().get(read..).unwrap_or_default();
        if !rest.is_empty() {
            return None;
        }
        // The end of the input ends the last field.
        let (_, _, more, last) =
            self.core.read_record(&[], self.out.get_mut(written..)?, self.ends.get_mut(ended..)?);
        let mut start = 0;
        let mut fields = Vec::with_capacity(ended + last);
        for end in self.ends.get(..ended + last)? {
            let bytes = self.out.get(start..*end)?;
            fields.push(String::from_utf8_lossy(bytes).into_owned());
            start = *end;
        }
        debug_assert!(start <= written + more);
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_fields() {
        let mut fields = Fields::new(b',');
        assert_eq!(fields.read("a,,\"b, \"\"c\"\"\",d").unwrap(), ["a", "", "b, \"c\"", "d"]);
        assert_eq!(fields.read("x").unwrap(), ["x"]);
        assert_eq!(fields.read("x,").unwrap(), ["x", ""]);
        assert_eq!(fields.read("a,\"b,c"), None);
        assert_eq!(fields.read("á,é").unwrap(), ["á", "é"]);
    }

    #[test]
    fn a_decimal_comma_is_no_separator() {
        assert_eq!(sign("a;b;c\n1,5;2,5;3,5\n1,1;2,2;3,3\n"), b';');
        assert_eq!(sign("a,b,c\n1,2,3\n"), b',');
        assert_eq!(sign("a\tb\n1\t2\n"), b'\t');
    }
}
