//! What a page shows: read models, filled by [`crate::Lezing`] within the rights of the one who looks.

mod bewaren;
mod brief;
mod correctie;
mod deling;
mod draad;
mod expertvraag;
mod formulier;
mod goed_gesprek;
mod journaal;
mod leden;
mod ons;
mod plan;
mod post;
mod toegang;
mod toewijzen;
mod vandaag;
mod verwijzing;
mod vraag;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::Persoon;
use stelsel::toewijzing::{Stand, Toewijzing};
use stelsel::{AgbCode, Cent, Episode, Gemeentecode, Gezin, Hulpvorm, Id, Wijkcode};

pub use bewaren::{
    BewarenBeeld, DossierRegel, NieuweStop, StopRegel, Vernietiging, VernietigingRegel,
    Vernietigingsopdracht, Vernietigingsstop,
};
pub use brief::{Brief, BriefBestand, BriefRegel, BrievenBeeld, NieuweBrief};
pub use correctie::{Correctie, CorrectieBeeld, CorrectieStand, Over, PersoonsUitvoer, UitvoerDeel};
pub use deling::{Beslissers, DelenBeeld, DelingRegel, MetWie, NieuweDeling, StemRegel};
pub use draad::{Draad, DraadRegel, Post, PostBeeld, PostRegel, PostSoort};
pub use expertvraag::{AchttienBeeld, ExpertvraagBeeld, Jongere, NieuweExpertvraag, Vraagnummer};
pub use formulier::Gedaan;
pub use goed_gesprek::{
    AanvullingBeeld, Bewaard, Blad, EigenGroep, GesprekKort, GesprekStand, GesprekkenBeeld, GoedGesprekBeeld,
    Opslaan, RegeldrukBeeld, RegeldrukRij, VeldRij,
};
pub use journaal::*;
pub use leden::*;
pub use ons::OnsBeeld;
pub use plan::{
    Bezorging, Geweigerd, GezinKlokken, PlanBeeld, PlanBotsing, PlanToewijzing, PlanVersie, PlanVersieBeeld,
    Regie, Regiedaad, Regisseur,
};
pub use post::{
    BerichtStand, BerichtenFilter, Besloten, Besluit, Bevinding, GesprekBeeld, GesprekRegel, Termijnen,
    Uitgaand, Verwacht, Verzoek, VerzoekBeeld, VerzoekRegel, VerzoekSoort, VerzoekStand, WatVerwacht,
    Woonadres,
};

pub use toegang::{
    Betrokken, Maatregel, NOOD_MINUTEN, Nood, NoodMelding, Oordeel, REDEN_MAX, REDEN_MIN, ToegangBeeld,
    WieMag, Zoek,
};

pub use toewijzen::{
    Clientgegevens, HulpBeeld, HulpWijzigen, Hulpdaad, NietVerstuurd, Toewijsfout, Toewijzen,
};
pub use vandaag::{AfwezigBeeld, VandaagBeeld, VandaagGezin, Verwachting, VoorTeam};
pub use verwijzing::{
    Afspraak, AfspraakInhoud, AfspraakRegel, AfsprakenBeeld, NieuweVerwijzing, VerwijzingAntwoord,
    VerwijzingBeeld, VerwijzingInhoud, VerwijzingRegel, VerwijzingenBeeld, ViaAanbieder,
};
pub use vraag::*;

/// Marks the identifier of a stored message.
#[derive(Debug)]
pub enum Bericht {}

/// Marks the identifier of something in quarantine.
#[derive(Debug)]
pub enum Quarantaine {}

/// Part of a list, and where the next part begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijst<T> {
    /// The rows of this part.
    pub rijen: Vec<T>,
    /// Pass this back to read on; `None` at the end.
    pub verder: Option<String>,
}

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

/// A neighbourhood on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct WijkTegel {
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
    /// Youths in care on the day of the figures.
    pub in_hulp: u32,
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
    /// When.
    pub wanneer: Timestamp,
    /// Who: the name of the account; empty when it is shielded or no longer known.
    pub wie: String,
    /// In which role (key of [`stelsel::Rol`]).
    pub rol: String,
    /// For which purpose (key of [`stelsel::Doel`]).
    pub doel: String,
}

/// A message in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BerichtRegel {
    /// Identifier.
    pub id: Id<Bericht>,
    /// Kind.
    pub soort: ijw::Berichttype,
    /// Identification by the sender.
    pub identificatie: String,
    /// Date on the message.
    pub dagtekening: Date,
    /// When we took it in.
    pub ontvangen: Timestamp,
    /// Municipality.
    pub gemeente: Gemeentecode,
    /// Its name, if known.
    pub gemeente_naam: Option<String>,
    /// Provider.
    pub aanbieder: AgbCode,
    /// Its name, if known.
    pub aanbieder_naam: Option<String>,
    /// Number of clients in it.
    pub clienten: u32,
    /// Remark of the intake, for example that the sender used the identification before.
    pub opmerking: Option<Opmerking>,
    /// What became of it.
    pub stand: BerichtStand,
    /// The message that it answers.
    pub antwoord_op: Option<Id<Bericht>>,
}

/// A remark of the intake about a message it did take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opmerking {
    /// The sender used this identification before for this kind of message (iJw 3.2, TR056).
    IdentificatieEerderGebruikt,
}

impl Opmerking {
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::IdentificatieEerderGebruikt => 1,
        }
    }

    pub(crate) const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::IdentificatieEerderGebruikt),
            _ => None,
        }
    }
}

/// A message in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BerichtBeeld {
    /// As in the list.
    pub regel: BerichtRegel,
    /// File it came in.
    pub bestand: String,
    /// SHA-256 of the message as it came, hexadecimal.
    pub vingerafdruk: String,
    /// The text as it came.
    pub xml: String,
    /// The message read out: one line per element.
    pub velden: Vec<ijw::Veld>,
    /// Families of the clients in it that the reader may open.
    pub gezinnen: Vec<(Id<Gezin>, String)>,
    /// What is wrong with it.
    pub bevindingen: Vec<Bevinding>,
    /// The message that answers it.
    pub antwoord: Option<(Id<Bericht>, ijw::Berichttype)>,
    /// The allocations that it is about, of which there is a conversation.
    pub toewijzingen: Vec<(Gemeentecode, i64)>,
}

/// Something that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantaineRegel {
    /// Identifier.
    pub id: Id<Quarantaine>,
    /// File, with the path inside a ZIP.
    pub bestand: String,
    /// When.
    pub wanneer: Timestamp,
    /// Size in bytes.
    pub lengte: u64,
    /// Whether the content is kept here; a file that was too large stayed where it was.
    pub bewaard: bool,
    /// What is wrong, most important first.
    pub bezwaren: Vec<Bezwaar>,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaar {
    /// Line in the file, from 1; `None` when it is about the whole file.
    pub regel: Option<u32>,
    /// Path of the element in the message.
    pub pad: Option<String>,
    /// Key of the sentence in the texts: `bezwaar-<code>`, and of what to do: `bezwaar-<code>-doe`.
    pub code: String,
    /// Values for the sentence; never personal data.
    pub waarden: Vec<(String, String)>,
}

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
