//! The region, its municipalities and its neighbourhoods.

use jiff::civil::Date;
use stelsel::{AgbCode, Episode, Gemeentecode, Wijkcode};

/// What the register is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inrichting {
    /// Name of the region; `None` when no region is set up and messages of any municipality are taken.
    pub regio: Option<String>,
    /// The demo: all persons are fictional.
    pub demo: bool,
    /// Date of the newest message: the figures are of this day.
    pub stand: Option<Date>,
}

/// The region as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct RegioBeeld {
    /// What the register is of.
    pub inrichting: Inrichting,
    /// Its municipalities.
    pub gemeenten: Vec<GemeenteBeeld>,
    /// All neighbourhoods, with their place on the map.
    pub wijken: Vec<WijkTegel>,
}

/// A municipality in the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GemeenteBeeld {
    /// Code.
    pub code: Gemeentecode,
    /// Name.
    pub naam: String,
    /// Inhabitants, if known.
    pub inwoners: Option<u32>,
    /// Inhabitants of 0 to 17, if known.
    pub jeugd: Option<u32>,
    /// Youths in care on the day of the figures.
    pub in_hulp: u32,
    /// Youths whose help was allocated and has not begun.
    pub wachtend: u32,
}

/// A neighbourhood of the region.
#[derive(Clone, Debug, PartialEq)]
pub struct WijkTegel {
    /// Where it lies, and how many live there.
    pub plek: Wijkplek,
    /// Youths in care on the day of the figures.
    pub in_hulp: u32,
}

/// Where a neighbourhood lies on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Wijkplek {
    /// Code.
    pub code: Wijkcode,
    /// Name.
    pub naam: String,
    /// Column and row on the tile map, when the region has one.
    pub tegel: Option<(u8, u8)>,
    /// Outline: rings of (longitude, latitude), when a map was imported.
    pub omtrek: Option<Vec<Vec<(f64, f64)>>>,
    /// Inhabitants of 0 to 17, if known.
    pub jeugd: Option<u32>,
}

/// A neighbourhood, with the episodes from which its figures are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WijkBeeld {
    /// Code.
    pub code: Wijkcode,
    /// Name.
    pub naam: String,
    /// Municipality.
    pub gemeente: Gemeentecode,
    /// Its name.
    pub gemeente_naam: String,
    /// Inhabitants, if known.
    pub inwoners: Option<u32>,
    /// Inhabitants of 0 to 17, if known.
    pub jeugd: Option<u32>,
    /// Youths with youth care in 2022 as published by CBS; `None` when suppressed or unknown.
    pub cbs_2022: Option<u32>,
    /// Day of the figures.
    pub stand: Date,
    /// Day of the first message: before it nothing is known.
    pub vanaf: Date,
    /// Pseudonymous episodes of this neighbourhood, shared with other readers of the same state of the register.
    pub episoden: std::sync::Arc<Vec<Episode>>,
}

/// The names that go with the codes of figures, and how many youths live there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gebiedsnamen {
    /// What the register is of.
    pub inrichting: Inrichting,
    /// The day of the first message: nothing is known of what was before it.
    pub vanaf: Date,
    /// Municipalities in the region, by name.
    pub gemeenten: Vec<(Gemeentecode, String)>,
    /// Their neighbourhoods, by name, with inhabitants of 0 to 17 where known.
    pub wijken: Vec<(Wijkcode, String, Option<u32>)>,
    /// Names of providers, where the part is about those.
    pub aanbieders: Vec<(AgbCode, String)>,
}
