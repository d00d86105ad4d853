//! A provider: in a list, and with its figures.

use jiff::civil::Date;
use stelsel::{AgbCode, Cent, Episode};

/// What to list of the providers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AanbiedersFilter {
    /// Part of the name or of the AGB code.
    pub zoek: Option<String>,
    /// Where to read on.
    pub na: Option<String>,
}

/// A provider in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AanbiederRegel {
    /// AGB code.
    pub agb: AgbCode,
    /// Name, if known.
    pub naam: Option<String>,
    /// Youths in care there on the day of the figures.
    pub in_hulp: u32,
    /// Youths waiting there for a first start.
    pub wachtend: u32,
}

/// A provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AanbiederBeeld {
    /// As in the list.
    pub regel: AanbiederRegel,
    /// Day of the figures.
    pub stand: Date,
    /// Day of the first message: before it nothing is known.
    pub vanaf: Date,
    /// Episodes at this provider, pseudonymous.
    pub episoden: std::sync::Arc<Vec<Episode>>,
    /// Sum claimed per month of the claim period, oldest first.
    pub gedeclareerd: Vec<(Date, Cent)>,
    /// Municipalities that allocated to it.
    pub gemeenten: Vec<String>,
    /// Messages exchanged per kind.
    pub berichten: Vec<(ijw::Berichttype, u64)>,
}
