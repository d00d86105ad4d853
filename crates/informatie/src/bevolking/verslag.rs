//! What came of an import.

use std::collections::BTreeSet;

use jiff::civil::Date;
use stelsel::Wijkcode;

use super::bezwaar::{Bezwaar, Ernst};
use super::cel::{Cel, Stand};
use super::cijfer::Cijfer;
use super::gebied::Gebied;
use super::oogst::Overgeslagen;

/// What the importer says about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opgave {
    /// The day of today.
    pub gelezen: Date,
    /// Who published it, for the line below every figure.
    pub bron: String,
    /// Under which table the figures stand, when the name of the file does not say it (`85318NED`).
    pub tabel: Option<String>,
    /// The year, for a file that does not say it.
    pub jaar: Option<u16>,
    /// Provisional or definite, for a file that does not say it.
    pub stand: Option<Stand>,
    /// Somebody looked at what was doubted: the values are right.
    pub klopt: bool,
    /// What the file is, when the importer does not leave that to its headings.
    pub soort: Option<Soort>,
}

impl Opgave {
    /// Of CBS, and nothing else is known than what the file says.
    pub fn cbs(gelezen: Date) -> Self {
        Self {
            gelezen,
            bron: "CBS".to_owned(),
            tabel: None,
            jaar: None,
            stand: None,
            klopt: false,
            soort: None,
        }
    }

    /// What was said, for remembering: the same file with other words is another import.
    pub(super) fn said(&self) -> String {
        let mut said = vec![format!("bron={}", self.bron)];
        said.extend(self.tabel.as_ref().map(|t| format!("tabel={t}")));
        said.extend(self.jaar.map(|j| format!("jaar={j}")));
        said.extend(self.stand.map(|s| format!("stand={}", s.key())));
        said.extend(self.klopt.then(|| "klopt".to_owned()));
        said.extend(self.soort.map(|s| format!("soort={}", s.key())));
        said.join(" ")
    }
}

/// What a file was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Soort {
    /// Figures per area and year.
    Cijfers,
    /// Municipalities and their youth regions.
    Jeugdregios,
    /// A map of areas, with or without figures.
    Kaart,
    /// Schools.
    Scholen,
}

impl Soort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cijfers, Self::Jeugdregios, Self::Kaart, Self::Scholen];

    /// Its key on the command line and in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cijfers => "cijfers",
            Self::Jeugdregios => "jeugdregios",
            Self::Kaart => "kaart",
            Self::Scholen => "scholen",
        }
    }

    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.key() == key)
    }
}

/// A figure that is another than it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Wijziging {
    /// Area.
    pub gebied: Gebied,
    /// Figure.
    pub cijfer: Cijfer,
    /// Year.
    pub jaar: u16,
    /// What it was.
    pub was: Cel,
    /// What it is.
    pub wordt: Cel,
}

/// What a reader of the figures has to know, and is no fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Melding {
    /// Cells without a number: suppressed, secret or empty. They are unknown, never zero.
    NietGepubliceerd(u64),
    /// Figures of this year are provisional. Of youth care, definite figures are often 5 to 6% higher.
    Voorlopig(u16),
    /// The file does not say whether this year is provisional.
    StandNietGezegd(u16),
    /// Neighbourhoods that are there in one of two years only.
    AndereWijken {
        /// The earlier year.
        van: u16,
        /// The later year.
        tot: u16,
        /// Only in the earlier.
        vervallen: Vec<Wijkcode>,
        /// Only in the later.
        nieuw: Vec<Wijkcode>,
    },
    /// Neighbourhoods whose borders are not those of the year before.
    AndereGrenzen {
        /// The year.
        jaar: u16,
        /// Which.
        wijken: Vec<Wijkcode>,
    },
    /// Neighbourhoods with the same borders and another code than the year before.
    AndereCodes {
        /// The year.
        jaar: u16,
        /// Which.
        wijken: Vec<Wijkcode>,
    },
    /// Areas of the same table and year that this file does not have; what was known of them is kept.
    Behouden {
        /// The year.
        jaar: u16,
        /// How many areas.
        gebieden: u64,
    },
    /// Municipalities that are in another youth region than in another year.
    AndereRegio {
        /// The other year.
        ander: u16,
        /// Which.
        gemeenten: Vec<Gebied>,
    },
    /// Schools that the newer list does not have; they were taken out.
    ScholenWeg(Vec<String>),
}

/// What came of an import. Nothing changes when the same file is imported again with the same words.
#[derive(Clone, Debug)]
pub struct Verslag {
    /// Name of the file.
    pub bestand: String,
    /// What it was taken for; none when it was not taken.
    pub soort: Option<Soort>,
    /// Under which table its figures stand.
    pub tabel: String,
    /// When this file was imported before. Then nothing was changed.
    pub al_bekend: Option<Date>,
    /// Years that it has figures or areas of.
    pub jaren: BTreeSet<u16>,
    /// Lines, or features of a map.
    pub rijen: u64,
    /// Figures, schools or municipalities that were not there before.
    pub nieuw: u64,
    /// Areas of which name, size or change is known better than before, per year.
    pub gebieden: u64,
    /// That were there and are the same.
    pub gelijk: u64,
    /// That were there and are another now: figures.
    pub gewijzigd: Vec<Wijziging>,
    /// That were there and are another now: schools and municipalities.
    pub anders: Vec<String>,
    /// What was passed over.
    pub overgeslagen: Overgeslagen,
    /// Headings that are not kept.
    pub kolommen_niet_bewaard: Vec<String>,
    /// What to know.
    pub meldingen: Vec<Melding>,
    /// What is wrong, in order of the file.
    pub bezwaren: Vec<Bezwaar>,
    /// As many more are wrong that are not named.
    pub meer_bezwaren: u64,
}

impl Verslag {
    pub(super) const fn new(bestand: String, tabel: String) -> Self {
        Self {
            bestand,
            soort: None,
            tabel,
            al_bekend: None,
            jaren: BTreeSet::new(),
            rijen: 0,
            nieuw: 0,
            gebieden: 0,
            gelijk: 0,
            gewijzigd: Vec::new(),
            anders: Vec::new(),
            overgeslagen: Overgeslagen { buurten: 0, andere_gebieden: 0, vormen: 0, water: 0 },
            kolommen_niet_bewaard: Vec::new(),
            meldingen: Vec::new(),
            bezwaren: Vec::new(),
            meer_bezwaren: 0,
        }
    }

    /// How many of the named faults are of this kind.
    pub fn count(&self, ernst: Ernst) -> usize {
        self.bezwaren.iter().filter(|b| b.reden.ernst() == ernst).count()
    }

    /// Whether anything was kept that was not kept so before.
    pub fn changed(&self) -> bool {
        self.nieuw + self.gebieden > 0 || !self.gewijzigd.is_empty() || !self.anders.is_empty()
    }
}
