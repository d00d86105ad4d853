//! What a page shows of the message desk.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::Persoon;
use stelsel::toewijzing::{Product, Stand, Toewijzing};
use stelsel::{AgbCode, Gemeentecode, Gezin, Id};

use super::{Bericht, BerichtRegel};

/// Marks the identifier of a request.
#[derive(Debug)]
pub enum Verzoek {}

/// What to list of the messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BerichtenFilter {
    /// One kind: `JW301`.
    pub soort: Option<ijw::Berichttype>,
    /// One municipality.
    pub gemeente: Option<Gemeentecode>,
    /// One provider.
    pub aanbieder: Option<AgbCode>,
    /// Dated on or before this day.
    pub tot: Option<Date>,
    /// Only what was refused, here or by who received it.
    pub afgekeurd: bool,
    /// Where to read on.
    pub na: Option<String>,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BerichtStand {
    /// What it says counts.
    Telt,
    /// Refused here, at this level of the standard (2, 3 or 4).
    Afgekeurd(u8),
    /// Refused by who received it.
    Afgewezen,
}

impl BerichtStand {
    pub(crate) fn from_number(number: i64) -> Self {
        match number {
            0 => Self::Telt,
            crate::bureau::AFGEWEZEN => Self::Afgewezen,
            level => Self::Afgekeurd(u8::try_from(level).unwrap_or_default()),
        }
    }
}

/// A rule of the standard that a message breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bevinding {
    /// The rule; its texts say what is wrong and what the sender can do.
    pub regel: &'static ijw::regels::Regel,
    /// The elements it is about.
    pub paden: Vec<String>,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerzoekStand {
    /// Nothing was answered yet.
    Open,
    /// It is being looked into.
    InOnderzoek,
    /// An allocation came of it.
    Toegekend,
    /// It was refused.
    Afgewezen,
}

impl VerzoekStand {
    /// All of them.
    pub const ALLE: [Self; 4] = [Self::Open, Self::InOnderzoek, Self::Toegekend, Self::Afgewezen];

    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "verzoek-open",
            Self::InOnderzoek => "verzoek-in-onderzoek",
            Self::Toegekend => "verzoek-toegekend",
            Self::Afgewezen => "verzoek-afgewezen",
        }
    }

    pub(crate) const fn number(self) -> i64 {
        self as i64
    }

    pub(crate) fn from_number(number: i64) -> Result<Self, crate::Fout> {
        Self::ALLE
            .into_iter()
            .find(|stand| stand.number() == number)
            .ok_or(crate::Fout::Tegenstrijdig("a request stands nowhere"))
    }
}

/// What a request asks for: care, or a change of care that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerzoekSoort {
    /// Care (JW315).
    Toewijzing,
    /// A change (JW317).
    Wijziging,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerzoekRegel {
    /// Identifier.
    pub id: Id<Verzoek>,
    /// What it asks for.
    pub soort: VerzoekSoort,
    /// Where it stands.
    pub stand: VerzoekStand,
    /// The child: given name and family name.
    pub naam: String,
    /// Its family.
    pub gezin: Id<Gezin>,
    /// Who asks.
    pub aanbieder: AgbCode,
    /// Its name, if known.
    pub aanbieder_naam: Option<String>,
    /// The reference that the provider gave it.
    pub referentie: String,
    /// What is asked for; of a change, what is new.
    pub product: Product,
    /// First day that is asked for.
    pub ingang: Option<Date>,
    /// Last day that is asked for.
    pub eind: Option<Date>,
    /// Kind of referrer (list COD327).
    pub verwijzer: Option<String>,
    /// Day of the request.
    pub dagtekening: Date,
    /// The last day on which the answer is in time.
    pub uiterlijk: Date,
}

/// A request in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerzoekBeeld {
    /// As in the list.
    pub regel: VerzoekRegel,
    /// Day of the figures.
    pub stand: Date,
    /// The message in which it came.
    pub bericht: Id<Bericht>,
    /// Name of the municipality that is asked.
    pub gemeente: String,
    /// The family, when the reader may open it.
    pub gezin: Option<Id<Gezin>>,
    /// The elements of what is asked for.
    pub velden: Vec<ijw::Veld>,
    /// Whether the register knows where the child lives; without an address no allocation can be sent.
    pub adres_bekend: bool,
    /// The allocations of the child at this provider that run.
    pub lopend: Vec<(Gemeentecode, i64, Product)>,
}

/// What can be answered to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Besluit {
    /// The care is allocated as it was asked for.
    Toekennen {
        /// Where the child lives, when the register does not know.
        adres: Option<Woonadres>,
    },
    /// It is looked into; the answer comes within eight weeks.
    Onderzoeken,
    /// It is refused, for a reason of list WJ759.
    Afwijzen {
        /// Code of the reason.
        reden: String,
    },
    /// Another municipality is responsible for the child.
    AndereGemeente {
        /// Which.
        gemeente: Gemeentecode,
    },
}

/// An address as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woonadres {
    /// Street.
    pub straat: Option<String>,
    /// House number.
    pub huisnummer: u32,
    /// Postal code.
    pub postcode: String,
    /// Place.
    pub plaats: Option<String>,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Besloten {
    /// The message that tells it is on its way.
    Verstuurd(Id<Bericht>),
    /// Somebody answered before.
    AlBeantwoord(VerzoekStand),
    /// It cannot be sent like this: the rules of the standard that it would break.
    NietMogelijk(Vec<&'static ijw::regels::Regel>),
    /// The address of the child is needed.
    AdresNodig,
}

/// The conversation around one allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GesprekBeeld {
    /// The allocation as it stands.
    pub toewijzing: Toewijzing,
    /// Name of the municipality.
    pub gemeente: String,
    /// Name of the provider, if known.
    pub aanbieder: Option<String>,
    /// For whom: given name and family name.
    pub naam: String,
    /// The person.
    pub persoon: Id<Persoon>,
    /// The family, when the reader may open it.
    pub gezin: Option<Id<Gezin>>,
    /// What became of it.
    pub stand: Stand,
    /// Day of the figures.
    pub dag: Date,
    /// Every message that was exchanged about it, oldest first, each followed by its answer.
    pub berichten: Vec<GesprekRegel>,
    /// What is awaited, and until when.
    pub verwacht: Vec<Verwacht>,
}

/// A message in a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GesprekRegel {
    /// As in the list of messages.
    pub regel: BerichtRegel,
    /// What it says about this allocation, as elements with their values.
    pub velden: Vec<ijw::Veld>,
    /// What is wrong with it.
    pub bevindingen: Vec<Bevinding>,
}

/// What is due in the message traffic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Termijnen {
    /// The day that terms are counted to.
    pub dag: Date,
    /// How many things are awaited of each kind, and how many of them are late.
    pub aantallen: Vec<(WatVerwacht, usize, usize)>,
    /// What is due first.
    pub eerst: Vec<Verwacht>,
}

/// Something that has to come, with the last day on which it is in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verwacht {
    /// What.
    pub wat: WatVerwacht,
    /// The message or request it is about.
    pub bericht: Id<Bericht>,
    /// From whom or for whom.
    pub aanbieder: AgbCode,
    /// Its name, if known.
    pub aanbieder_naam: Option<String>,
    /// The request, when a decision is due.
    pub verzoek: Option<Id<Verzoek>>,
    /// Since when.
    pub sinds: Date,
    /// The last day.
    pub uiterlijk: Date,
}

/// What has to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WatVerwacht {
    /// The provider's retour on an allocation (JW302), within three working days.
    RetourToewijzing,
    /// The provider's retour on an answer (JW320), within three working days.
    RetourAntwoord,
    /// Our decision on a request, within five working days.
    Besluit,
    /// Our decision on a request that is looked into, within eight weeks.
    BesluitNaOnderzoek,
    /// The start of help that was allocated (JW305), within five working days of its first day.
    Start,
    /// A connector that takes what is to be sent.
    Bezorging,
}

impl WatVerwacht {
    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RetourToewijzing => "verwacht-retour-toewijzing",
            Self::RetourAntwoord => "verwacht-retour-antwoord",
            Self::Besluit => "verwacht-besluit",
            Self::BesluitNaOnderzoek => "verwacht-besluit-na-onderzoek",
            Self::Start => "verwacht-start",
            Self::Bezorging => "verwacht-bezorging",
        }
    }
}

/// A message that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitgaand {
    /// Identifier.
    pub id: Id<Bericht>,
    /// Kind.
    pub soort: ijw::Berichttype,
    /// The municipality that sends.
    pub gemeente: Gemeentecode,
    /// The provider that receives.
    pub aanbieder: AgbCode,
    /// When it was made.
    pub gemaakt: Timestamp,
    /// The message.
    pub xml: Vec<u8>,
}
