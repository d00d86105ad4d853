//! Persons from a file: lines of values with a semicolon or a comma between, the first line names the columns.

use std::collections::HashMap;

use jiff::civil::Date;
use stelsel::gezin::Adres;
use stelsel::persoon::Naam;
use stelsel::{Bsn, Postcode};

use super::{Gevonden, Opzoeking, Personenbron};
use crate::Fout;

/// The columns that are known; `bsn` and `achternaam` have to be there.
const KOLOMMEN: [&str; 11] = [
    "bsn",
    "achternaam",
    "voorvoegsel",
    "voornamen",
    "voorletters",
    "geboren",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
    "geheim",
];

/// What is wrong with a file of persons, and where. Never holds what stands in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegelFout {
    /// There is nothing in it.
    #[error("there is no first line with the names of the columns")]
    Leeg,
    /// A column is not there.
    #[error("line 1: the column {0} is missing")]
    Kolom(&'static str),
    /// A column has a name that is not known.
    #[error("line 1: column {0} has a name that is not known")]
    OnbekendeKolom(usize),
    /// A line has another number of values than the first.
    #[error("line {regel}: there are {gevonden} values where there are {verwacht} columns")]
    Aantal {
        /// Line in the file, from 1.
        regel: usize,
        /// Values found.
        gevonden: usize,
        /// Columns.
        verwacht: usize,
    },
    /// A value has not the form of its column.
    #[error("line {regel}: {kolom} cannot be read ({hoe})")]
    Waarde {
        /// Line in the file, from 1.
        regel: usize,
        /// The column.
        kolom: &'static str,
        /// How it should be.
        hoe: &'static str,
    },
    /// A quotation mark is not closed.
    #[error("line {0}: a quotation mark is not closed")]
    Aanhaling(usize),
    /// A number stands there twice.
    #[error("line {0}: this citizen service number stands in the file twice")]
    Dubbel(usize),
}

/// A file of persons, read and checked as a whole: a fault in one line is a fault in the file.
#[derive(Debug, Default)]
pub struct Personenbestand {
    mensen: Vec<Gevonden>,
    deuren: Vec<Option<String>>,
    per_bsn: HashMap<Bsn, usize>,
    per_dag: HashMap<Date, Vec<usize>>,
}

impl Personenbestand {
    /// Reads the text of a file.
    pub fn lees(text: &str) -> Result<Self, RegelFout> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let (_, first) = lines.next().ok_or(RegelFout::Leeg)?;
        let mark = if first.contains(';') { ';' } else { ',' };
        let mut columns = Vec::new();
        for (at, name) in values(first, mark, 1)?.iter().enumerate() {
            let name = name.trim().to_lowercase();
            let known = KOLOMMEN.into_iter().find(|known| *known == name);
            columns.push(known.ok_or(RegelFout::OnbekendeKolom(at + 1))?);
        }
        for needed in ["bsn", "achternaam"] {
            if !columns.contains(&needed) {
                return Err(RegelFout::Kolom(needed));
            }
        }
        let mut file = Self::default();
        for (at, line) in lines {
            let regel = at + 1;
            let values = values(line, mark, regel)?;
            if values.len() != columns.len() {
                return Err(RegelFout::Aantal { regel, gevonden: values.len(), verwacht: columns.len() });
            }
            let row: HashMap<&str, &str> = columns
                .iter()
                .copied()
                .zip(values.iter().map(|v| v.trim()))
                .filter(|(_, value)| !value.is_empty())
                .collect();
            file.add(regel, &row)?;
        }
        Ok(file)
    }

    fn add(&mut self, regel: usize, row: &HashMap<&str, &str>) -> Result<(), RegelFout> {
        let wrong = |kolom, hoe| RegelFout::Waarde { regel, kolom, hoe };
        let text = |kolom: &str| row.get(kolom).map(|value| (*value).to_owned());
        let bsn = row
            .get("bsn")
            .and_then(|value| Bsn::parse(value).ok())
            .filter(|bsn| bsn.passes_elfproef())
            .ok_or(wrong("bsn", "nine digits that pass the eleven test"))?;
        let geboren = row
            .get("geboren")
            .map(|value| {
                value.parse::<Date>().map_err(|_| wrong("geboren", "year-month-day, as in 2014-02-14"))
            })
            .transpose()?;
        if let Some(postcode) = row.get("postcode") {
            Postcode::parse(postcode).map_err(|_| wrong("postcode", "four digits and two letters"))?;
        }
        let secret = match row.get("geheim").copied() {
            None | Some("nee" | "0") => false,
            Some("ja" | "1") => true,
            Some(_) => return Err(wrong("geheim", "ja or nee")),
        };
        let adres = Adres {
            straat: text("straat"),
            huis: text("huisnummer"),
            postcode: text("postcode"),
            plaats: text("plaats"),
        };
        let naam = Naam {
            achternaam: text("achternaam").ok_or(wrong("achternaam", "a name"))?,
            voorvoegsel: text("voorvoegsel"),
            voornamen: text("voornamen"),
            voorletters: text("voorletters"),
        };
        let at = self.mensen.len();
        if self.per_bsn.insert(bsn, at).is_some() {
            return Err(RegelFout::Dubbel(regel));
        }
        if let Some(day) = geboren {
            self.per_dag.entry(day).or_default().push(at);
        }
        self.deuren.push(adres.front_door());
        let adres = Some(adres).filter(|a| *a != Adres::default() && !secret);
        self.mensen.push(Gevonden { bsn, naam, geboren, adres });
        Ok(())
    }

    /// How many persons are in it.
    pub fn len(&self) -> usize {
        self.mensen.len()
    }

    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.mensen.is_empty()
    }
}

impl Personenbron for Personenbestand {
    fn zoek(&self, wie: &Opzoeking) -> Result<Vec<Gevonden>, Fout> {
        let found: Vec<usize> = match wie {
            Opzoeking::Bsn(bsn) => self.per_bsn.get(bsn).copied().into_iter().collect(),
            Opzoeking::Adres { geboren, postcode, huis } => {
                let wanted = Adres {
                    postcode: Some(postcode.to_string()),
                    huis: Some(huis.trim().to_owned()),
                    ..Adres::default()
                };
                let door = wanted.front_door();
                let born = self.per_dag.get(geboren).into_iter().flatten().copied();
                born.filter(|at| self.deuren.get(*at).is_some_and(|d| d.is_some() && *d == door)).collect()
            }
        };
        Ok(found.into_iter().filter_map(|at| self.mensen.get(at).cloned()).collect())
    }
}

/// The values of a line. A value may stand between quotation marks; two of them within mean one.
fn values(line: &str, mark: char, regel: usize) -> Result<Vec<String>, RegelFout> {
    let mut out = Vec::new();
    let mut value = String::new();
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                value.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            c if c == mark && !quoted => out.push(std::mem::take(&mut value)),
            c => value.push(c),
        }
    }
    if quoted {
        return Err(RegelFout::Aanhaling(regel));
    }
    out.push(value);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "bsn;achternaam;voorvoegsel;voornamen;geboren;straat;huisnummer;postcode;plaats;geheim\n\
        999900006;Wit;de;\"Tom; Jan\";2014-02-14;Lindelaan;12a;4811 AB;Breda;\n\n\
        999900018;Zwart;;Aya;2014-02-14;Dorpsstraat;1;4812AB;Breda;ja\n";

    fn found(wie: &Opzoeking) -> Vec<String> {
        Personenbestand::lees(FILE).unwrap().zoek(wie).unwrap().iter().map(|one| one.naam.full()).collect()
    }

    #[test]
    fn by_number_or_by_birth_date_and_front_door() {
        let number = |text: &str| Opzoeking::Bsn(Bsn::parse(text).unwrap());
        assert_eq!(found(&number("999900006")), ["Tom; Jan de Wit"]);
        assert!(found(&number("999900031")).is_empty());
        let at = |postcode: &str, huis: &str| Opzoeking::Adres {
            geboren: "2014-02-14".parse().unwrap(),
            postcode: Postcode::parse(postcode).unwrap(),
            huis: huis.to_owned(),
        };
        assert_eq!(found(&at("4811AB", " 12A ")), ["Tom; Jan de Wit"]);
        assert!(found(&at("4811AB", "13")).is_empty());
        let secret = Personenbestand::lees(FILE).unwrap().zoek(&number("999900018")).unwrap();
        assert_eq!(secret[0].adres, None, "a secret address is not shown");
    }

    #[test]
    fn a_fault_names_the_line_and_not_what_stands_in_it() {
        let lines = |second: &str| format!("bsn,achternaam,geboren\n{second}\n");
        for (text, said) in [
            (String::new(), "there is no first line with the names of the columns"),
            ("bsn,naam\n".into(), "line 1: column 2 has a name that is not known"),
            ("bsn,geboren\n".into(), "line 1: the column achternaam is missing"),
            (lines("999900006,Wit"), "line 2: there are 2 values where there are 3 columns"),
            (lines("999900007,Wit,"), "line 2: bsn cannot be read (nine digits that pass the eleven test)"),
            (
                lines("999900006,Wit,14-02-2014"),
                "line 2: geboren cannot be read (year-month-day, as in 2014-02-14)",
            ),
            (lines("999900006,,2014-02-14"), "line 2: achternaam cannot be read (a name)"),
            (lines("999900006,\"Wit,2014-02-14"), "line 2: a quotation mark is not closed"),
            (
                lines("999900006,Wit,\n\n999900006,Zwart,"),
                "line 4: this citizen service number stands in the file twice",
            ),
        ] {
            let fault = Personenbestand::lees(&text).unwrap_err().to_string();
            assert_eq!(fault, said);
            assert!(!fault.contains("Wit") && !fault.contains("9999"));
        }
    }
}
