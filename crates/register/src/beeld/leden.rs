//! Who belongs to a family through time, where they live, and who stands around them.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::{Bsn, Gezin, Id, Persoon, Wijkcode};

/// Marks the identifier of a line that someone belongs to a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lidmaatschap {}

/// Marks the identifier of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Huishouden {}

/// Marks the identifier of a line that someone lives in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bewoning {}

/// Marks the identifier of someone around a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Netwerk {}

/// Marks the identifier of what was brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Samenvoeging {}

/// Marks what a form about who belongs to a family changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wijziging {}

/// A family through time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedenBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// Its neighbourhood, when the postcode is known.
    pub wijk: Option<String>,
    /// Its address, when that is open to the reader.
    pub adres: Option<Adres>,
    /// Whether the reader may change it.
    pub wijzigt: bool,
    /// Whether persons can be looked up in a register of persons.
    pub bron: bool,
    /// Who belongs to it, children first; who belonged to it after them.
    pub leden: Vec<LidBeeld>,
    /// Its households, those of now first.
    pub huishoudens: Vec<HuishoudenBeeld>,
    /// Who stands around it, those of now first.
    pub netwerk: Vec<NetwerkRegel>,
    /// Authority over the children: child, parent, whether it is there.
    pub gezag: Vec<(String, String, bool)>,
    /// What was brought together here and can be taken apart.
    pub samen: Vec<SamenRegel>,
    /// First questions from which this became a conversation.
    pub vragen: Vec<(Date, String)>,
    /// Other families of the reader, to which someone can move.
    pub andere: Vec<(Id<Gezin>, String)>,
}

/// Someone who belongs to a family, or belonged to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LidBeeld {
    /// The person, as far as open to the reader.
    pub persoon: Persoon,
    /// Goes up with every change by hand.
    pub versie: i64,
    /// The lines: from when, until when.
    pub tijd: Vec<(Option<Date>, Option<Date>)>,
    /// Belongs to it no longer.
    pub vroeger: bool,
    /// Their own family is another one, which the reader may open.
    pub eigen_gezin: Option<(Option<Id<Gezin>>, String)>,
}

/// A household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HuishoudenBeeld {
    /// Identifier.
    pub id: Id<Huishouden>,
    /// In their own words; empty when a message told of it.
    pub naam: String,
    /// Its address, when that is open to the reader.
    pub adres: Option<Adres>,
    /// First day.
    pub van: Option<Date>,
    /// Last day.
    pub tot: Option<Date>,
    /// A message told of it.
    pub uit_bericht: bool,
    /// Goes up with every change.
    pub versie: i64,
    /// Who lives there: the line, the person, in their own words how, from when, until when.
    pub bewoners: Vec<BewonerRegel>,
}

/// Someone who lives in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BewonerRegel {
    /// Identifier of the line.
    pub id: Id<Bewoning>,
    /// Who.
    pub persoon: Id<Persoon>,
    /// Their name.
    pub naam: String,
    /// How, in their own words.
    pub hoe: String,
    /// First day.
    pub van: Option<Date>,
    /// Last day.
    pub tot: Option<Date>,
}

/// Someone around a family.
#[derive(Clone, PartialEq, Eq)]
pub struct NetwerkRegel {
    /// Identifier.
    pub id: Id<Netwerk>,
    /// Around whom; the family as a whole when nobody is named.
    pub persoon: Option<(Id<Persoon>, String)>,
    /// Which kind.
    pub soort: NetwerkSoort,
    /// Name.
    pub naam: String,
    /// What they are to whom, in their own words.
    pub wat: String,
    /// Telephone number.
    pub telefoon: String,
    /// What else there is to say.
    pub tekst: String,
    /// First day.
    pub van: Option<Date>,
    /// Last day.
    pub tot: Option<Date>,
    /// No longer.
    pub vroeger: bool,
    /// Goes up with every change.
    pub versie: i64,
}

impl std::fmt::Debug for NetwerkRegel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NetwerkRegel(…)")
    }
}

/// What was brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamenRegel {
    /// Identifier.
    pub id: Id<Samenvoeging>,
    /// A family, or a person.
    pub gezin: bool,
    /// The name of what was added.
    pub weg: String,
    /// Where that family lived.
    pub adres: Option<Adres>,
    /// The name of what it was added to.
    pub naar: String,
    /// When.
    pub wanneer: Timestamp,
    /// By whom; nobody when a message did it.
    pub door: Option<String>,
}

/// A person as somebody writes them down. Only a name is needed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PersoonInvoer {
    /// Name.
    pub naam: Naam,
    /// Birth date.
    pub geboren: Option<Date>,
    /// Number.
    pub bsn: Option<Bsn>,
    /// Role in the family.
    pub rol: Option<GezinsRol>,
}

impl std::fmt::Debug for PersoonInvoer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersoonInvoer(…)")
    }
}

/// Someone around a family as somebody writes them down. Only a name is needed.
#[derive(Clone, PartialEq, Eq)]
pub struct NetwerkInvoer {
    /// Around whom.
    pub persoon: Option<Id<Persoon>>,
    /// Which kind.
    pub soort: NetwerkSoort,
    /// Name.
    pub naam: String,
    /// What they are to whom.
    pub wat: String,
    /// Telephone number.
    pub telefoon: String,
    /// What else there is to say.
    pub tekst: String,
    /// First day.
    pub van: Option<Date>,
}

impl std::fmt::Debug for NetwerkInvoer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NetwerkInvoer(…)")
    }
}

/// What somebody changes about who belongs to a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ledendaad {
    /// Someone belongs to it.
    Erbij {
        /// Who.
        persoon: PersoonInvoer,
        /// Since when.
        van: Option<Date>,
    },
    /// Name, birth date, number or role are otherwise.
    Wijzig {
        /// Whose.
        persoon: Id<Persoon>,
        /// The version that was read.
        versie: i64,
        /// As it is.
        nieuw: PersoonInvoer,
    },
    /// Someone belongs to it no longer.
    Weg {
        /// Who.
        persoon: Id<Persoon>,
        /// Last day.
        tot: Date,
        /// It was a mistake that they did.
        vergissing: bool,
    },
    /// Someone belongs to it again.
    Terug {
        /// Who.
        persoon: Id<Persoon>,
        /// Since when.
        van: Date,
    },
    /// Someone goes to another family, or to a family of their own, with what is theirs.
    Verhuis {
        /// Who.
        persoon: Id<Persoon>,
        /// Where to; a new family when it is of their own.
        naar: Option<Id<Gezin>>,
        /// First day there.
        op: Date,
        /// Goes on belonging here as well.
        blijft: bool,
    },
    /// A household, new or otherwise than it was.
    Huishouden {
        /// Which, with the version that was read.
        id: Option<(Id<Huishouden>, i64)>,
        /// In their own words.
        naam: String,
        /// Where.
        adres: Adres,
        /// Until when.
        tot: Option<Date>,
    },
    /// Someone lives in a household.
    Woont {
        /// Who.
        persoon: Id<Persoon>,
        /// Where.
        huishouden: Id<Huishouden>,
        /// In their own words.
        hoe: String,
        /// Since when.
        van: Option<Date>,
    },
    /// Someone lives there no longer.
    WoontNietMeer {
        /// The line.
        id: Id<Bewoning>,
        /// Last day.
        tot: Date,
    },
    /// The address of the family as a whole, which decides on the neighbourhood.
    Adres(Adres),
    /// Someone around the family, new or otherwise than it was.
    Netwerk {
        /// Which, with the version that was read.
        id: Option<(Id<Netwerk>, i64)>,
        /// As it is.
        nieuw: NetwerkInvoer,
    },
    /// Someone is around the family no longer.
    NetwerkWeg {
        /// Who.
        id: Id<Netwerk>,
        /// Last day.
        tot: Date,
    },
}

/// A family as somebody writes it down. Only the name of one person is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NieuwGezin {
    /// The first who belongs to it.
    pub persoon: PersoonInvoer,
    /// Where they live.
    pub adres: Adres,
    /// The neighbourhood, when the postcode does not tell.
    pub wijk: Option<Wijkcode>,
    /// The first question that this comes from.
    pub vraag: Option<Id<super::Vraag>>,
}

/// Two families, or two persons of one family, that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dubbel {
    /// The families: the same one twice when it is about two persons of it.
    pub gezinnen: [(Id<Gezin>, String, Option<Adres>); 2],
    /// The persons that may be one, with why.
    pub personen: Vec<DubbelPersoon>,
    /// They live behind one front door.
    pub voordeur: bool,
}

/// Two rows that may be about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DubbelPersoon {
    /// As the two stand there.
    pub personen: [Persoon; 2],
    /// Why.
    pub redenen: Vec<stelsel::dubbel::Reden>,
}

/// What may be there twice, and what was brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DubbelenBeeld {
    /// What may be one.
    pub dubbelen: Vec<Dubbel>,
    /// How many more there are than are shown.
    pub meer: usize,
    /// What was brought together, newest first.
    pub samen: Vec<SamenRegel>,
}

/// What somebody says about what may be there twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dubbeldaad {
    /// The second family goes to the first; of these pairs the second is the first.
    Gezinnen {
        /// The family that stays.
        blijft: Id<Gezin>,
        /// The family that is added.
        weg: Id<Gezin>,
        /// Persons: who stays, who is added.
        personen: Vec<(Id<Persoon>, Id<Persoon>)>,
    },
    /// The families are two, and these pairs are one person who belongs to both: a parent with two households, a child that
    /// lives elsewhere.
    Mensen {
        /// The family whose rows stay.
        blijft: Id<Gezin>,
        /// The other family.
        weg: Id<Gezin>,
        /// Persons: who stays, who is added.
        personen: Vec<(Id<Persoon>, Id<Persoon>)>,
    },
    /// Two rows are one person.
    Personen {
        /// The family in which the reader found them.
        gezin: Id<Gezin>,
        /// The row that stays.
        blijft: Id<Persoon>,
        /// The row that is added.
        weg: Id<Persoon>,
    },
    /// Two families are two.
    GezinnenNiet(Id<Gezin>, Id<Gezin>),
    /// Two persons are two.
    PersonenNiet(Id<Gezin>, Id<Persoon>, Id<Persoon>),
    /// What was brought together is two after all.
    UitElkaar(Id<Samenvoeging>),
}
