//! What a page shows of who may see a file.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::toegang::{Delen, Keuze, Relatie};
use stelsel::{Bsn, Gezin, Id, Persoon, Rol};

/// Marks the identifier of an involvement.
#[derive(Debug)]
pub enum Betrokken {}

/// Marks the identifier of a file opened in an emergency.
#[derive(Debug)]
pub enum Nood {}

/// How long a file stays open that was opened in an emergency, in minutes.
pub const NOOD_MINUTEN: i64 = 60;

/// The fewest characters of a reason that says something.
pub const REDEN_MIN: usize = 10;
/// The most characters of a reason.
pub const REDEN_MAX: usize = 1_000;

/// How someone without a relation names the child whose file they need.
#[derive(Clone, PartialEq, Eq)]
pub enum Zoek {
    /// By number.
    Bsn(Bsn),
    /// By family name (without prefix) and birth date.
    Naam(String, Date),
}

impl std::fmt::Debug for Zoek {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Zoek(…)")
    }
}

/// A deed on who may see a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Maatregel {
    /// Ties an account to the family, until a day (that day included) or until it is ended.
    Betrek {
        /// Key of the account.
        account: String,
        /// As what.
        relatie: Relatie,
        /// Last day.
        tot: Option<Date>,
    },
    /// Ends an involvement now.
    Beeindig(Id<Betrokken>),
    /// Shields the file, or not any more.
    Scherm(bool),
    /// Says whether a parent or guardian has authority over a child.
    Gezag {
        /// The child.
        kind: Id<Persoon>,
        /// The parent or guardian.
        ouder: Id<Persoon>,
        /// Whether there is authority.
        heeft: bool,
    },
    /// A young person chooses what another member of the family sees.
    Deel {
        /// The other member.
        met: Id<Persoon>,
        /// What.
        keuze: Keuze,
    },
}

/// Who may see a file, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToegangBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// Whether it is shielded.
    pub afgeschermd: bool,
    /// Whether the reader decides on it.
    pub beslist: bool,
    /// Everyone with an account who may see any of it, by role and name.
    pub mensen: Vec<WieMag>,
    /// The providers that exchange messages about a child of the family.
    pub aanbieders: Vec<String>,
    /// Roles that see the messages about it because they look after the traffic.
    pub functies: Vec<Rol>,
    /// Authority over the children: child, parent, whether it is there.
    pub gezag: Vec<(Persoon, Persoon, bool)>,
    /// What the reader, a young person, shares with the other members.
    pub keuzes: Vec<(Persoon, Keuze)>,
    /// Accounts that can be tied to the family: key, name, role and the relations that go with it.
    pub keus: Vec<(String, String, Rol, Vec<Relatie>)>,
}

/// Someone who may see a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WieMag {
    /// Name of the account.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// What ties them to the family.
    pub relatie: Relatie,
    /// The parts that are open.
    pub delen: Delen,
    /// From when, when it was given by name.
    pub sinds: Option<Timestamp>,
    /// Until when, when there is an end.
    pub tot: Option<Timestamp>,
    /// The involvement, when it can be ended.
    pub id: Option<Id<Betrokken>>,
}

/// A file that was opened in an emergency, as the team lead reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoodMelding {
    /// Identifier.
    pub id: Id<Nood>,
    /// Who opened it.
    pub wie: String,
    /// When.
    pub van: Timestamp,
    /// Until when it was open.
    pub tot: Timestamp,
    /// Why, in their words.
    pub reden: String,
    /// The family, when the reader may open it.
    pub gezin: Option<(Id<Gezin>, String)>,
    /// Neighbourhood of the family.
    pub wijk: Option<String>,
    /// Who read the report, when, and what they thought.
    pub bekeken: Option<(String, Timestamp, Oordeel)>,
}

/// What a team lead thinks of a file opened in an emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oordeel {
    /// It was needed.
    Nodig,
    /// Talked over with the colleague.
    Besproken,
}

impl Oordeel {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nodig, Self::Besproken];

    /// Its word in storage and in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nodig => "nodig",
            Self::Besproken => "besproken",
        }
    }

    /// Back from storage.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.key() == key)
    }
}
