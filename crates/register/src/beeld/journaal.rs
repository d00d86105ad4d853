//! What the journal shows: to a family who looked, and to an auditor what is worth a question.

use jiff::Timestamp;
use jiff::civil::Date;

/// Who looked at a family, by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InzagenBeeld {
    /// Name of the family.
    pub naam: String,
    /// Days, newest first, each with what happened on it in order of time.
    pub dagen: Vec<(Date, Vec<Inzage>)>,
    /// Where to read on.
    pub verder: Option<Date>,
}

/// What one person did with the data of a family on one day, in one part and for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inzage {
    /// Name; `None` when it is shielded or no longer known.
    pub wie: Option<String>,
    /// Role (key of [`stelsel::Rol`]).
    pub rol: String,
    /// Purpose (key of [`stelsel::Doel`]).
    pub doel: String,
    /// Relation that opened it, as the journal has it.
    pub grond: String,
    /// What was done, as the journal has it.
    pub handeling: String,
    /// Part (key of [`stelsel::Onderdeel`]).
    pub onderdeel: String,
    /// First time that day.
    pub eerste: Timestamp,
    /// Last time that day.
    pub laatste: Timestamp,
    /// How many times: lines of the journal.
    pub keer: u32,
}

/// Why something is proposed to be looked into. No judgement: each has ordinary explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signaal {
    /// Drawn by lot.
    Steekproef,
    /// Someone opened the file of a family in their own street.
    EigenStraat,
    /// Someone opened the file of a family with their own, rare, surname.
    Naamgenoot,
    /// Someone opened the file of a colleague's family.
    Collega,
    /// Many files in one day, compared with the own team.
    Veel,
    /// In the night or at the weekend.
    BuitenUren,
    /// A family without help around that day.
    ZonderHulp,
    /// Refused several times in one day.
    Geweigerd,
    /// Opened in an emergency, without a relation.
    Nood,
}

impl Signaal {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Steekproef,
        Self::EigenStraat,
        Self::Naamgenoot,
        Self::Collega,
        Self::Veel,
        Self::BuitenUren,
        Self::ZonderHulp,
        Self::Geweigerd,
        Self::Nood,
    ];

    /// Its word in storage and in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Steekproef => "steekproef",
            Self::EigenStraat => "eigen-straat",
            Self::Naamgenoot => "naamgenoot",
            Self::Collega => "collega",
            Self::Veel => "veel",
            Self::BuitenUren => "buiten-uren",
            Self::ZonderHulp => "zonder-hulp",
            Self::Geweigerd => "geweigerd",
            Self::Nood => "nood",
        }
    }
}

/// A line of the journal as an auditor sees it: no names of families, no content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoorstelRegel {
    /// When.
    pub wanneer: Timestamp,
    /// What was done, as the journal has it.
    pub handeling: String,
    /// Part (key of [`stelsel::Onderdeel`]).
    pub onderdeel: String,
    /// What came of it, as the journal has it.
    pub uitkomst: String,
    /// The families, under the names that hide them.
    pub gezinnen: Vec<String>,
}

/// Something to look into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorstel {
    /// What it is known by.
    pub sleutel: String,
    /// Why.
    pub signaal: Signaal,
    /// Key of the account.
    pub account: String,
    /// Name of the account.
    pub wie: String,
    /// Role (key of [`stelsel::Rol`]).
    pub rol: String,
    /// The (first) day.
    pub dag: Date,
    /// How many: families for [`Signaal::Veel`], else lines.
    pub aantal: u32,
    /// What is usual in the team, for [`Signaal::Veel`].
    pub gewoon: Option<u32>,
    /// The first lines that it rests on.
    pub regels: Vec<VoorstelRegel>,
    /// What an auditor found.
    pub beoordeling: Option<Beoordeling>,
}

/// What an auditor found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beoordeling {
    /// Name of the auditor.
    pub wie: String,
    /// When.
    pub wanneer: Timestamp,
    /// Outcome.
    pub uitkomst: Bevonden,
    /// In their own words.
    pub toelichting: String,
}

/// Outcome of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bevonden {
    /// There is an ordinary explanation.
    InOrde,
    /// A talk with the person or the team is due.
    Navragen,
    /// It goes to the data protection officer.
    Melden,
}

impl Bevonden {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::InOrde, Self::Navragen, Self::Melden];

    /// Its word in storage and in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InOrde => "in-orde",
            Self::Navragen => "navragen",
            Self::Melden => "melden",
        }
    }

    /// Back from storage or a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.key() == key)
    }
}

/// A month as an auditor sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToezichtBeeld {
    /// First day of the month.
    pub maand: Date,
    /// Months of which there are lines, newest first.
    pub maanden: Vec<Date>,
    /// Whether the month goes on: the sample is drawn when it is over.
    pub loopt: bool,
    /// Looks and deeds by people that were gone through.
    pub regels: u64,
    /// What is proposed, by day.
    pub voorstellen: Vec<Voorstel>,
}

/// What became of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beoordeeld {
    /// It is stored.
    Bewaard,
    /// Someone was first; theirs stands.
    AlGedaan(Beoordeling),
}
