//! What is wrong with a file: which line, which column, which value, why, and what to do.

use std::fmt;

use super::verslag::Soort;

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kolom {
    /// Which, from 1. Of a map: 1.
    pub nr: u32,
    /// Its heading, or the property of the map. Empty where there is none.
    pub naam: String,
}

/// What became of what was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ernst {
    /// It was kept, with a mark: no rate, monitor or likeness uses it until somebody looked.
    Twijfel,
    /// It was not taken.
    Geweigerd,
}

/// How a lost decimal comma was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spoor {
    /// The figure cannot be so large.
    Bereik,
    /// Other years of this area are that many times smaller.
    Jaren,
    /// The whole column is too large, and not one value has a decimal sign.
    Kolom,
}

/// Why something was not taken, or is doubted. Its text says what to do as well.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Reden {
    /// Nothing is in the file.
    #[error("nothing is in this file: download it again")]
    Leeg,
    /// What this file is cannot be made out.
    #[error(
        "this is no table or map that can be read: expected are a CSV with region codes and figures of CBS, gemeenten with their jeugdregio, schools of DUO, or a GeoJSON of areas"
    )]
    OnbekendeSoort,
    /// It was said to be of a kind that it is not.
    #[error("this is not what was said ({}): say another kind, or none and let the headings tell", .0.key())]
    AndereSoort(Soort),
    /// No column holds codes of areas.
    #[error(
        "no column holds region codes (GM0758, WK075801): choose 'Regioaanduiding/Codering (code)' as well in StatLine"
    )]
    GeenGebiedskolom,
    /// No column is one of the figures that are kept.
    #[error("no column is a figure that is kept: docs/population.md lists them")]
    GeenCijfers,
    /// It is not said of which year the file is.
    #[error(
        "of which year this is stands nowhere: name the year, or keep the name under which CBS publishes the file"
    )]
    GeenJaar,
    /// The file is not JSON, or not GeoJSON.
    #[error("not readable as GeoJSON ({0}): download it again")]
    Json(String),
    /// The map is not in degrees.
    #[error("the coordinates are not degrees (probably RD, EPSG:28992): ask for EPSG:4326 (WGS84)")]
    GeenGraden,
    /// An area without an outline.
    #[error("no outline can be read: look at this feature in the map it came from")]
    GeenOmtrek,
    /// A quote that is not closed.
    #[error("a quote is not closed: look at this line in a text editor")]
    Aanhaling,
    /// A line that is too long or too short.
    #[error(
        "the line has {gevonden} fields where the headings have {verwacht}: look at this line in a text editor"
    )]
    Kolommen {
        /// As many as the headings.
        verwacht: usize,
        /// As many as stand there.
        gevonden: usize,
    },
    /// Not a code of an area.
    #[error("not a region code: a code is NL01, JZ34, GM0758 or WK075801")]
    GeenGebied,
    /// Not a year.
    #[error("not a year: a year is 2022, 2022* or 2022JJ00")]
    GeenPeriode,
    /// A part of a year.
    #[error("a part of a year, which cannot stand beside whole years: choose whole years in StatLine")]
    GeenHeelJaar,
    /// The same figure of the same area and year with another value.
    #[error(
        "this figure of this area and year stands more than once with different values (see line {eerder}), so none was taken: the table has another dimension, choose its total"
    )]
    Dubbel {
        /// The line where it stood first.
        eerder: u64,
    },
    /// Two columns that would be the same figure.
    #[error("another column would be the same figure, so neither was taken: choose one of them in StatLine")]
    DubbeleKolom,
    /// Not a number.
    #[error("not a number: correct it, or write . when it is not known")]
    GeenGetal,
    /// A number that can be read in two ways.
    #[error("can be read as thousands and as decimals: write it without separators")]
    Duizendtal,
    /// A part of a whole thing.
    #[error("a number of people or houses has no decimals: look at the source")]
    Breuk,
    /// A number that cannot be.
    #[error("cannot be: this figure is between {van} and {tot} here: look at the source")]
    BuitenGrens {
        /// Least.
        van: f64,
        /// Most.
        tot: f64,
    },
    /// A decimal comma seems to be lost.
    #[error(
        "{factor} times what can be expected{}: has the decimal comma been lost? Look at the source; the value is kept with a mark and not used. If it is right after all, import the file again and say that its values are right",
        .verwacht.map(|v| format!(" (about {v})")).unwrap_or_default()
    )]
    Komma {
        /// 10, 100 or 1000.
        factor: u16,
        /// What other years say, where there are any.
        verwacht: Option<f64>,
        /// How it was noticed.
        spoor: Spoor,
    },
    /// A value that was taken earlier turns out to be doubtful.
    #[error(
        "with this value beside it, {jaar} of this area ({waarde}, imported earlier) is {factor} times too large: has its decimal comma been lost? It has a mark now and is not used. Look at the source of {jaar}"
    )]
    KommaEerder {
        /// The year of the doubtful value.
        jaar: u16,
        /// The doubtful value.
        waarde: f64,
        /// 10, 100 or 1000.
        factor: u16,
    },
    /// A provisional figure where a definite one is there already.
    #[error("provisional, while the definite figure was imported before: the definite one was kept")]
    AlDefinitief,
    /// Not a school number.
    #[error(
        "not the number of a school: a BRIN is two digits and two letters, with a location of two digits behind it (00AA00)"
    )]
    GeenBrin,
    /// Not a postcode.
    #[error("not a postcode: a postcode is four digits and two letters")]
    GeenPostcode,
    /// Two lines about the same school.
    #[error("this school stands on line {eerder} as well, with something else: correct the list")]
    DubbeleSchool {
        /// The line where it stood first.
        eerder: u64,
    },
}

impl Reden {
    /// What became of it.
    pub const fn ernst(&self) -> Ernst {
        match self {
            Self::Komma { .. } | Self::KommaEerder { .. } => Ernst::Twijfel,
            _ => Ernst::Geweigerd,
        }
    }

    /// Whether it is about the file as a whole.
    pub const fn of_whole_file(&self) -> bool {
        matches!(
            self,
            Self::Leeg
                | Self::OnbekendeSoort
                | Self::AndereSoort(_)
                | Self::GeenGebiedskolom
                | Self::GeenCijfers
                | Self::GeenJaar
                | Self::Json(_)
        )
    }

    /// Its key in exports and texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Leeg => "leeg",
            Self::OnbekendeSoort => "onbekende-soort",
            Self::AndereSoort(_) => "andere-soort",
            Self::GeenGebiedskolom => "geen-gebiedskolom",
            Self::GeenCijfers => "geen-cijfers",
            Self::GeenJaar => "geen-jaar",
            Self::Json(_) => "json",
            Self::GeenGraden => "geen-graden",
            Self::GeenOmtrek => "geen-omtrek",
            Self::Aanhaling => "aanhaling",
            Self::Kolommen { .. } => "kolommen",
            Self::GeenGebied => "geen-gebied",
            Self::GeenPeriode => "geen-periode",
            Self::GeenHeelJaar => "geen-heel-jaar",
            Self::Dubbel { .. } => "dubbel",
            Self::DubbeleKolom => "dubbele-kolom",
            Self::GeenGetal => "geen-getal",
            Self::Duizendtal => "duizendtal",
            Self::Breuk => "breuk",
            Self::BuitenGrens { .. } => "buiten-grens",
            Self::Komma { .. } => "komma",
            Self::KommaEerder { .. } => "komma-eerder",
            Self::AlDefinitief => "al-definitief",
            Self::GeenBrin => "geen-brin",
            Self::GeenPostcode => "geen-postcode",
            Self::DubbeleSchool { .. } => "dubbele-school",
        }
    }
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Bezwaar {
    /// Name of the file.
    pub bestand: String,
    /// Line of a CSV or of broken JSON; number of the feature of a map. From 1.
    pub rij: u64,
    /// Column.
    pub kolom: Kolom,
    /// What stands there, shortened.
    pub waarde: String,
    /// Why, and what to do.
    pub reden: Reden,
}

impl fmt::Display for Bezwaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: column {}", self.bestand, self.rij, self.kolom.nr)?;
        if !self.kolom.naam.is_empty() {
            write!(f, " ({})", self.kolom.naam)?;
        }
        if !self.waarde.is_empty() {
            write!(f, ", '{}'", self.waarde)?;
        }
        write!(f, ": {}", self.reden)
    }
}

/// So many are named one by one; the rest is counted.
const NAMED: usize = 1000;

/// A value is shown as far as this.
const SHOWN: usize = 40;

/// Collects what is wrong with one file.
#[derive(Debug)]
pub(super) struct Bezwaren<'a> {
    bestand: &'a str,
    pub(super) list: Vec<Bezwaar>,
    pub(super) more: u64,
}

impl<'a> Bezwaren<'a> {
    pub(super) const fn new(bestand: &'a str) -> Self {
        Self { bestand, list: Vec::new(), more: 0 }
    }

    pub(super) fn add(&mut self, rij: u64, kolom: Kolom, waarde: &str, reden: Reden) {
        if self.list.len() >= NAMED {
            self.more += 1;
            return;
        }
        let waarde = waarde.trim();
        let mut shown: String = waarde.chars().filter(|c| !c.is_control()).take(SHOWN).collect();
        if waarde.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        self.list.push(Bezwaar { bestand: self.bestand.to_owned(), rij, kolom, waarde: shown, reden });
    }

    /// Something about the file as a whole: told at its beginning.
    pub(super) fn whole(&mut self, reden: Reden) {
        self.add(1, Kolom { nr: 1, naam: String::new() }, "", reden);
    }
}
