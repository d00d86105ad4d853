//! What a page shows of what a family shares, and with whom.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::deling::{Deling, DelingStand, Wat};
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Persoon, Rol};

/// With whom something is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetWie {
    /// With an account: a school, a referrer.
    Account(String),
    /// With someone of the family's own network, who gets an account by an invitation: their name.
    Netwerk(String),
}

/// A share that someone proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuweDeling {
    /// Whom it is about; nobody in particular is the family as a whole.
    pub persoon: Option<Id<Persoon>>,
    /// With whom.
    pub met: MetWie,
    /// What.
    pub wat: Vec<Wat>,
    /// For what, in words.
    pub doel: String,
    /// Last day.
    pub tot: Option<Date>,
    /// Members who said yes at the table, as a professional wrote it down.
    pub ja_van: Vec<Id<Persoon>>,
}

/// A yes or a no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StemRegel {
    /// Given name.
    pub naam: String,
    /// Whether it was a yes.
    pub ja: bool,
    /// When.
    pub wanneer: Timestamp,
}

/// A share on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelingRegel {
    /// Identifier.
    pub id: Id<Deling>,
    /// The given name of whom it is about.
    pub over: Option<String>,
    /// What the other is to the family.
    pub relatie: Relatie,
    /// The name of the other.
    pub naam: String,
    /// What is shared.
    pub wat: Vec<Wat>,
    /// For what.
    pub doel: String,
    /// From when.
    pub van: Timestamp,
    /// Until when.
    pub tot: Option<Timestamp>,
    /// When it was withdrawn.
    pub ingetrokken: Option<Timestamp>,
    /// How it stands, when it was not withdrawn and is not over.
    pub stand: Option<DelingStand>,
    /// Who said what.
    pub stemmen: Vec<StemRegel>,
    /// The reader's own answer is awaited.
    pub vraagt_mij: bool,
    /// The members whose answer counts and is not there: for a professional who writes it down.
    pub wacht_op: Vec<(Id<Persoon>, String)>,
    /// The reader can withdraw it.
    pub intrekbaar: bool,
}

/// About whom, with the name; and who decides on sharing it.
pub type Beslissers = (Option<Id<Persoon>>, Option<String>, Vec<(Id<Persoon>, String)>);

/// The page of shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelenBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// Shares, the newest first; what is over last.
    pub delingen: Vec<DelingRegel>,
    /// Whom the reader can share about; nobody is the family as a whole. With the members whose yes counts.
    pub over: Vec<Beslissers>,
    /// Accounts with whom can be shared: key, name, role.
    pub accounts: Vec<(String, String, Rol)>,
    /// The reader is a member of the family.
    pub lid: bool,
    /// The reader is below eighteen.
    pub jong: bool,
}
