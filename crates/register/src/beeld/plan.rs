//! What a page shows of the plan of a family.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::plan::{Inhoud, Plan, Wachtklok};
use stelsel::toegang::{Maat, Toegang};
use stelsel::{Gemeentecode, Gezin, Id, Persoon, Rol};

use super::{Bericht, Betrokken, ToewijzingBeeld};

/// The plan of a family, as far as it is open to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// Day of the figures: waiting is counted to this day.
    pub stand: Date,
    /// What the reader may do with the file, and why.
    pub toegang: Toegang,
    /// Whether the reader writes in the plan.
    pub schrijft: bool,
    /// Members, children first, each as far as it is open to the reader.
    pub leden: Vec<Persoon>,
    /// How far, in the order of the members.
    pub maten: Vec<Maat>,
    /// The plan; an empty one when nothing was written yet.
    pub plan: Plan,
    /// The version; none when nothing was written yet.
    pub versie: Option<PlanVersie>,
    /// Who coordinates.
    pub regie: Regie,
    /// The allocations of the family that are open to the reader, with how they really stand.
    pub toewijzingen: Vec<PlanToewijzing>,
    /// The lines of which the provider refused the allocation, or the last change of it.
    pub geweigerd: Vec<Geweigerd>,
    /// The clocks that run, longest first.
    pub klokken: Vec<Wachtklok>,
    /// What was asked of the expertteam, newest first.
    pub vragen: Vec<super::ExpertvraagBeeld>,
    /// Whom of the expertteam one can ask: account and name; only for who writes.
    pub experts: Vec<(String, String)>,
    /// Whether somebody of the family comes of age, so that there is a time line.
    pub achttien: bool,
}

/// An allocation, and on which line of the plan it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanToewijzing {
    /// The allocation.
    pub beeld: ToewijzingBeeld,
    /// The line; none when it is not in the plan yet.
    pub regel: Option<u32>,
    /// How it went with the message.
    pub bezorging: Bezorging,
}

/// How it went with the newest message about an allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bezorging {
    /// It was exchanged before the register knew of sending.
    Onbekend,
    /// It waits for a connector.
    Klaar,
    /// It is on its way; the provider did not answer yet.
    Verstuurd,
    /// The provider has it.
    Aangenomen,
}

/// A version of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersie {
    /// Its number.
    pub versie: u32,
    /// Who made it; empty when it is shielded or no longer known.
    pub wie: String,
    /// When.
    pub wanneer: Timestamp,
    /// What changed: the kind of part and its number.
    pub wat: String,
}

/// A line whose allocation was refused by the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geweigerd {
    /// Municipality and number.
    pub toewijzing: (Gemeentecode, i64),
    /// The line.
    pub regel: u32,
    /// The message that was refused.
    pub bericht: Id<Bericht>,
    /// The codes of the refusal, with their descriptions in the standard.
    pub codes: Vec<(String, String)>,
}

/// Who coordinates for a family.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regie {
    /// The coordinator of now.
    pub nu: Option<Regisseur>,
    /// Who takes over, and from when.
    pub straks: Option<Regisseur>,
    /// Who stands in.
    pub vervangers: Vec<Regisseur>,
    /// The last word that was said to the family about it: by whom and when.
    pub woord: Option<(String, String, Timestamp)>,
    /// Who can coordinate or stand in: account, name and role; only for who may hand over.
    pub keus: Vec<(String, String, Rol)>,
}

impl Regie {
    /// What a handover says that it read: the coordinator to come, or the one of now.
    pub fn gelezen(&self) -> Option<Id<Betrokken>> {
        self.straks.as_ref().or(self.nu.as_ref()).map(|regisseur| regisseur.id)
    }
}

/// A coordinator, or who stands in for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regisseur {
    /// The involvement.
    pub id: Id<Betrokken>,
    /// Name; empty when it is not shown to families.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// From when.
    pub van: Timestamp,
    /// Until when.
    pub tot: Option<Timestamp>,
}

/// A part of the plan that somebody else changed in the meantime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBotsing {
    /// How it stands now; none when it was taken away.
    pub nu: Option<Inhoud>,
    /// The version in which it changed.
    pub versie: u32,
}

/// Hands a family over to a new coordinator, or lets somebody stand in: one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Regiedaad {
    /// From a day on there is another coordinator; the one of before ends that same moment.
    Overdracht {
        /// The account that takes over.
        naar: String,
        /// From when; none is now.
        vanaf: Option<Date>,
        /// What is said to the family.
        woord: String,
        /// The involvement that was read: the one that ends. None when there was no coordinator.
        gelezen: Option<Id<Betrokken>>,
    },
    /// Somebody stands in until a day, that day included.
    Vervanging {
        /// The account that stands in.
        wie: String,
        /// Last day.
        tot: Date,
        /// What is said to the family.
        woord: String,
    },
}

/// A version of a plan as it was, as far as it is open to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersieBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// All versions, newest first.
    pub versies: Vec<PlanVersie>,
    /// The one that is read, and the plan as it was then.
    pub gelezen: Option<(PlanVersie, Plan)>,
    /// Members, to name whom a part is about.
    pub leden: Vec<Persoon>,
}

/// A family that waits, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GezinKlokken {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// The clocks that run: what it cannot go on without first, then the longest.
    pub klokken: Vec<Wachtklok>,
}
