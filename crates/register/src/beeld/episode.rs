//! What leaves the register for figures: a stretch of help without anything that tells whose it is.

use jiff::civil::Date;
use stelsel::episode::EpisodeStand;
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

/// Of which register and which day episodes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peiling {
    /// Day of the figures: what was told after it is not in it.
    pub peildag: Date,
    /// Day of the newest message that is in it; the day of the figures when there is none.
    pub laatste: Date,
    /// Name of the region.
    pub regio: Option<String>,
    /// Whether all persons are fictional.
    pub demo: bool,
}

/// A stretch of help of one youth, or one of waiting. `docs/snapshot.md` says what each field is; the columns there have the names
/// of these fields.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of docs/snapshot.md")]
pub struct EpisodeRij {
    pub client: u64,
    pub sleutel: u64,
    pub gemeente: Gemeentecode,
    pub wijk: Option<Wijkcode>,
    pub woonwijk: Option<Wijkcode>,
    pub leeftijd: Option<u8>,
    pub product: Option<String>,
    pub categorie: Option<u8>,
    pub vorm: Hulpvorm,
    pub aanbieder: AgbCode,
    pub verwijzer: Option<&'static str>,
    pub groep: u16,
    pub school: Option<String>,
    pub aanvraag: Option<Date>,
    pub ingang: Date,
    pub begin: Option<Date>,
    pub gemeld: Option<Date>,
    pub eind: Option<Date>,
    pub wacht: Option<u16>,
    pub stand: EpisodeStand,
    pub minuten: Option<u16>,
    pub toegekend: Option<u32>,
    pub gedeclareerd: u32,
}
