//! What the pages of retention show: families by reference, years and days, and nobody's name.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::bewaren::{Grond, StopSoort, Termijn};
use stelsel::{Gezin, Id, Persoon};

/// Marks the identifier of a destruction.
#[derive(Debug)]
pub enum Vernietiging {}

/// Marks the identifier of a hold.
#[derive(Debug)]
pub enum Vernietigingsstop {}

/// A dossier that has to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierRegel {
    /// Whose, without a name.
    pub persoon: Id<Persoon>,
    /// Their family: the reference by which it is known.
    pub gezin: Id<Gezin>,
    /// Year of birth.
    pub geboren: Option<i16>,
    /// Day of the last change.
    pub laatste: Date,
    /// Since when it has to go.
    pub vervalt: Date,
    /// What decides that day.
    pub grond: Grond,
}

/// A hold, or a request to destroy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopRegel {
    /// Identifier.
    pub id: Id<Vernietigingsstop>,
    /// Whose dossier.
    pub persoon: Id<Persoon>,
    /// Their family.
    pub gezin: Id<Gezin>,
    /// Which.
    pub soort: StopSoort,
    /// Why, in the words of who put it.
    pub reden: String,
    /// Who put it.
    pub door: String,
    /// Since when.
    pub van: Date,
    /// Until when; open when nobody knows.
    pub tot: Option<Date>,
}

/// A destruction that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VernietigingRegel {
    /// Identifier.
    pub id: Id<Vernietiging>,
    /// When.
    pub wanneer: Timestamp,
    /// By whom: an account.
    pub wie: String,
    /// How many dossiers.
    pub dossiers: u64,
    /// Under which rules: the words of [`Grond`] and of the classes, with a space between.
    pub grond: String,
    /// Whether nothing of it is left in the file of the database.
    pub schoon: bool,
    /// How many rows of which table.
    pub tellingen: Vec<(String, u64)>,
}

/// What has to go, what is held, what went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BewarenBeeld {
    /// The day of the list.
    pub dag: Date,
    /// The terms that hold on that day.
    pub termijnen: Vec<Termijn>,
    /// Dossiers that have to go, longest due first.
    pub dossiers: Vec<DossierRegel>,
    /// Messages of claims whose term is over.
    pub declaraties: u64,
    /// Pieces in quarantine whose term is over.
    pub quarantaine: u64,
    /// First questions whose term is over.
    pub vragen: u64,
    /// Holds and requests that count.
    pub stops: Vec<StopRegel>,
    /// The newest destructions.
    pub vernietigd: Vec<VernietigingRegel>,
}

/// What is to be destroyed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vernietigingsopdracht {
    /// Whose dossiers.
    pub dossiers: Vec<Id<Persoon>>,
    /// Also the claims whose term is over.
    pub declaraties: bool,
    /// Also what is in quarantine and whose term is over.
    pub quarantaine: bool,
    /// Also first questions whose term is over.
    pub vragen: bool,
}

/// A hold as it is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuweStop {
    /// Which.
    pub soort: StopSoort,
    /// Why.
    pub reden: String,
    /// Until when.
    pub tot: Option<Date>,
}
