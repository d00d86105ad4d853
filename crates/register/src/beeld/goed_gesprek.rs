//! A conversation with a family as it is read and written.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::goed_gesprek::{Antwoordregel, GoedGesprek, Inhoud, Stem};
use stelsel::{Gezin, Id, Persoon, Wijkcode};

/// What is on the page on which a conversation is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blad {
    /// The day of the conversation.
    pub dag: Date,
    /// What everyone in it shares.
    pub inhoud: Inhoud,
    /// What each member said.
    pub stemmen: Vec<Stem>,
}

/// A page that is saved: what is on it, and what it is a change of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opslaan {
    /// The version that was read.
    pub versie: i64,
    /// A word of the page, made when it was opened: all that is saved from one page follows on itself.
    pub beurt: String,
    /// How often was saved from this page, this time included.
    pub beurt_nr: i64,
    /// What is on it.
    pub blad: Blad,
}

/// What became of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bewaard {
    /// It is stored.
    Opgeslagen {
        /// The version now.
        versie: i64,
        /// When it was stored.
        wanneer: Timestamp,
    },
    /// Someone else changed or finished it in the meantime: nothing is stored, and this is how it stands.
    Nieuwer(Box<GoedGesprekBeeld>),
}

/// How far a conversation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GesprekStand {
    /// It is being written.
    Concept,
    /// It is not changed any more.
    Afgerond {
        /// Since when.
        wanneer: Timestamp,
        /// By whom.
        door: String,
    },
}

/// A conversation, as far as it is open to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoedGesprekBeeld {
    /// Its identifier.
    pub id: Id<GoedGesprek>,
    /// The family.
    pub gezin: Id<Gezin>,
    /// The name of the family.
    pub naam: String,
    /// Its members, as far as they are open.
    pub leden: Vec<Persoon>,
    /// Someone of sixteen or older is in youth help.
    pub volwassen: bool,
    /// Who writes it: the name, empty when it is not shown.
    pub auteur: String,
    /// The reader wrote it.
    pub van_mij: bool,
    /// The reader is a member of the family.
    pub lid: bool,
    /// When it was changed last.
    pub gewijzigd: Timestamp,
    /// Its version.
    pub versie: i64,
    /// How far it is.
    pub stand: GesprekStand,
    /// What is on it. Of what someone said only what is open to the reader.
    pub blad: Blad,
    /// What was added afterwards, oldest first.
    pub aanvullingen: Vec<AanvullingBeeld>,
    /// The groups of the municipality itself.
    pub groepen: Vec<EigenGroep>,
}

/// What was added to a finished conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AanvullingBeeld {
    /// By whom; empty when the name is not shown.
    pub door: String,
    /// When.
    pub wanneer: Timestamp,
    /// In words.
    pub tekst: String,
}

/// A line of the list of conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GesprekKort {
    /// Its identifier.
    pub id: Id<GoedGesprek>,
    /// The day of the conversation.
    pub dag: Date,
    /// Who wrote it; empty when the name is not shown.
    pub auteur: String,
    /// The reader wrote it.
    pub van_mij: bool,
    /// It is still a draft, changed last on this moment.
    pub concept: Option<Timestamp>,
    /// What ordinary life looks like when it goes well.
    pub gewoon: String,
    /// What was chosen together.
    pub antwoorden: Vec<Antwoordregel>,
}

/// The conversations of a family, newest first, and whether the reader may begin one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GesprekkenBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// The reader may begin one.
    pub schrijft: bool,
    /// The conversations.
    pub gesprekken: Vec<GesprekKort>,
}

/// A group that the municipality added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EigenGroep {
    /// Its key.
    pub sleutel: String,
    /// Its name.
    pub naam: String,
    /// Who are in it.
    pub wie: String,
    /// What fits.
    pub antwoord: String,
    /// Which way it goes.
    pub route: String,
    /// What does not fit.
    pub niet: String,
    /// Where that comes from.
    pub bron: String,
    /// Lifelong: no questions about own strength.
    pub levenslang: bool,
    /// Whether it is not offered any more. Conversations that name it go on doing so.
    pub weg: bool,
}

/// What writing conversations down cost in a month, in a neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegeldrukRij {
    /// Year and month as one number: 202611.
    pub maand: i64,
    /// The neighbourhood, where it is known.
    pub wijk: Option<Wijkcode>,
    /// Finished conversations.
    pub gesprekken: u32,
    /// Fields that were filled, of all of them together.
    pub gevuld: u32,
    /// Fields that were offered.
    pub aangeboden: u32,
    /// Seconds of writing.
    pub seconden: u32,
}

/// How often a field was offered and filled in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VeldRij {
    /// Year and month as one number.
    pub maand: i64,
    /// The field.
    pub veld: String,
    /// Conversations in which it was offered.
    pub aangeboden: u32,
    /// Conversations in which it was filled.
    pub gevuld: u32,
}

/// The figures of the burden meter, as they are counted: protecting them is for who shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegeldrukBeeld {
    /// The month of today.
    pub maand: i64,
    /// Per month and neighbourhood, of the last twelve months.
    pub rijen: Vec<RegeldrukRij>,
    /// Per month and field, of the last twelve months.
    pub velden: Vec<VeldRij>,
    /// The names of the neighbourhoods.
    pub wijken: Vec<(Wijkcode, String)>,
}

impl GoedGesprekBeeld {
    /// Whether the reader may write in it: who works with the family, as long as it is a draft.
    pub fn schrijft(&self) -> bool {
        !self.lid && self.stand == GesprekStand::Concept
    }

    /// What a member said, if it is open.
    pub fn stem(&self, persoon: Id<Persoon>) -> Option<&Stem> {
        self.blad.stemmen.iter().find(|stem| stem.persoon == persoon)
    }
}
