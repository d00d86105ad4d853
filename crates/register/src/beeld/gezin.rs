//! A family: in a list, and as it is opened.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::Persoon;
use stelsel::plan::Wachtklok;
use stelsel::toewijzing::{Stand, Toewijzing};
use stelsel::{AgbCode, Cent, Gezin, Hulpvorm, Id, Wijkcode};

use super::{Bericht, NetwerkRegel};

/// What to list of the families.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GezinnenFilter {
    /// Part of the family name.
    pub zoek: Option<String>,
    /// One neighbourhood.
    pub wijk: Option<Wijkcode>,
    /// Only families of whom someone waits for help.
    pub wacht: bool,
    /// Where to read on: [`Lijst::verder`] of the part before.
    pub na: Option<String>,
}

/// A family in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GezinRegel {
    /// Identifier.
    pub id: Id<Gezin>,
    /// Family name.
    pub naam: String,
    /// Neighbourhood.
    pub wijk: Option<String>,
    /// Given name and age of the children with help.
    pub kinderen: Vec<(String, Option<u8>)>,
    /// Allocations under which help is going on.
    pub lopend: u32,
    /// Allocations whose help has not begun.
    pub wachtend: u32,
    /// Day of the newest allocation, start or stop; a claim is no news.
    pub laatste: Option<Date>,
}

/// A family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GezinBeeld {
    /// The family.
    pub gezin: Gezin,
    /// Name of its municipality.
    pub gemeente: String,
    /// Name of its neighbourhood.
    pub wijk: Option<String>,
    /// Day of the figures: ages and waiting are counted to this day.
    pub stand: Date,
    /// What the reader may do with the file, and why: what is not open is not in it.
    pub toegang: stelsel::toegang::Toegang,
    /// Members, children first, then oldest first, each as far as it is open to the reader.
    pub leden: Vec<Persoon>,
    /// How far, in the order of the members.
    pub maten: Vec<stelsel::toegang::Maat>,
    /// Allocations, running ones first, then newest first.
    pub toewijzingen: Vec<ToewijzingBeeld>,
    /// What happened, newest first.
    pub tijdlijn: Vec<Gebeurtenis>,
    /// Who looked at this family last, newest first, this look not included.
    pub inzagen: Vec<Kijkje>,
    /// What the family waits for besides help that has to begin, and what it is about: for who works with it.
    pub klokken: Vec<(Wachtklok, String)>,
    /// Of the members, who belonged to the family and does not any more.
    pub vroeger: Vec<Id<Persoon>>,
    /// Who stands around the family now, as far as it is open to the reader.
    pub netwerk: Vec<NetwerkRegel>,
}

/// An allocation with its real state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToewijzingBeeld {
    /// For whom.
    pub persoon: Id<Persoon>,
    /// The allocation.
    pub toewijzing: Toewijzing,
    /// Name of the provider, if known.
    pub aanbieder: Option<String>,
    /// What became of it.
    pub stand: Stand,
    /// Claimed so far, credits taken off; nothing when amounts are not open to the reader.
    pub gedeclareerd: Option<Cent>,
}

/// What happened to a family, as the messages told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gebeurtenis {
    /// When it happened (not when the message came).
    pub dag: Date,
    /// What.
    pub soort: GebeurtenisSoort,
    /// For whom.
    pub persoon: Id<Persoon>,
    /// Provider.
    pub aanbieder: AgbCode,
    /// Name of the provider, if known.
    pub aanbieder_naam: Option<String>,
    /// Form of help.
    pub hulpvorm: Hulpvorm,
    /// The message that told.
    pub bericht: Id<Bericht>,
}

/// A kind of event on the time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GebeurtenisSoort {
    /// Help was allocated (first version of an allocation).
    Toegewezen,
    /// The allocation changed; reason in iJw list JZ002.
    Gewijzigd {
        /// Reason.
        reden: Option<String>,
    },
    /// Help began.
    Gestart,
    /// Help ended; reason in iJw list JZ588, 20 is a pause.
    Gestopt {
        /// Reason.
        reden: Option<String>,
    },
    /// An earlier start or stop was withdrawn.
    Ingetrokken,
    /// Help was claimed for the month that begins on the day of the event.
    Gedeclareerd {
        /// Sum of the claims of that month, credits taken off.
        bedrag: Cent,
    },
}

/// One look at a family, from the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kijkje {
    /// When, the last time of that day.
    pub wanneer: Timestamp,
    /// Who: the name of the account; empty when it is shielded or no longer known.
    pub wie: String,
    /// In which role (key of [`stelsel::Rol`]).
    pub rol: String,
    /// For which purpose (key of [`stelsel::Doel`]).
    pub doel: String,
    /// How often they looked on that day for that purpose.
    pub keer: u32,
}
