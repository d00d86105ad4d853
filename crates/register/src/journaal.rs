//! The journal: a line for every look and every deed, in the same transaction, chained by hash per day.
//!
//! The hash of a line covers the hash before it, all columns and the persons concerned; the first line of a day covers
//! the last hash of the newest day before it. Anyone who alters, removes or inserts a line breaks the chain from there on.
//! `docs/journal.md` tells which field of NEN 7513 stands where.

mod ingang;
mod nazien;
mod pen;
mod weglaten;
mod zegel;

#[cfg(test)]
mod wijzigingen;

use jiff::Timestamp;
use stelsel::{Doel, Identiteit};

pub use ingang::{Ingang, Spoor, Weg};
pub(crate) use nazien::verify;
pub use nazien::{Keten, Maatstaf};
pub(crate) use pen::Pen;
pub use weglaten::BEWAARJAREN;
pub(crate) use weglaten::drop_before;
pub use zegel::{Sleutel, Zegel};
pub(crate) use zegel::{seal, seals};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handeling {
    Inzien,
    Innemen,
    Weigeren,
    Versturen,
    Afgeven,
    Besluiten,
    Beoordelen,
    Regelen,
    Openbreken,
    Inrichten,
    Verzegelen,
    Vernietigen,
    Aanmelden,
    Afmelden,
    Aanhouden,
    Corrigeren,
    Uitvoeren,
    Terugzetten,
    Opschrijven,
}

impl Handeling {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Inzien => "inzien",
            Self::Innemen => "innemen",
            Self::Weigeren => "weigeren",
            Self::Versturen => "versturen",
            Self::Afgeven => "afgeven",
            Self::Besluiten => "besluiten",
            Self::Beoordelen => "beoordelen",
            Self::Regelen => "regelen",
            Self::Openbreken => "openbreken",
            Self::Inrichten => "inrichten",
            Self::Verzegelen => "verzegelen",
            Self::Vernietigen => "vernietigen",
            Self::Aanmelden => "aanmelden",
            Self::Afmelden => "afmelden",
            Self::Aanhouden => "aanhouden",
            Self::Corrigeren => "corrigeren",
            Self::Uitvoeren => "uitvoeren",
            Self::Terugzetten => "terugzetten",
            Self::Opschrijven => "opschrijven",
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Afloop {
    /// It was seen or done.
    #[default]
    Verleend,
    /// It exists and is not theirs: nothing was shown.
    Geweigerd,
    /// There is no such thing.
    Onbekend,
}

impl Afloop {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Verleend => "verleend",
            Self::Geweigerd => "geweigerd",
            Self::Onbekend => "onbekend",
        }
    }
}

/// A line to be written. The way in and the session are known to the [`Pen`], not to who writes the line.
#[derive(Clone)]
pub(crate) struct Regel<'a> {
    pub(crate) wanneer: Timestamp,
    /// When it began; it ended at `wanneer`.
    pub(crate) begonnen: Timestamp,
    pub(crate) wie: &'a str,
    pub(crate) rol: &'a str,
    /// The relation that opened it; empty where a role alone does.
    pub(crate) grond: &'a str,
    pub(crate) doel: Doel,
    pub(crate) handeling: Handeling,
    pub(crate) onderdeel: &'a str,
    pub(crate) object: &'a str,
    pub(crate) afloop: Afloop,
}

impl<'a> Regel<'a> {
    pub(crate) const fn by(
        who: &'a Identiteit,
        wanneer: Timestamp,
        handeling: Handeling,
        onderdeel: &'a str,
        object: &'a str,
    ) -> Self {
        Self {
            wie: who.account.as_str(),
            rol: who.rol.key(),
            doel: who.rol.purpose(),
            ..Self::by_program(wanneer, handeling, onderdeel, object)
        }
    }

    pub(crate) const fn by_program(
        wanneer: Timestamp,
        handeling: Handeling,
        onderdeel: &'a str,
        object: &'a str,
    ) -> Self {
        Self {
            wanneer,
            begonnen: wanneer,
            wie: PROGRAMMA,
            rol: PROGRAMMA_ROL,
            grond: "",
            doel: Doel::Verwerking,
            handeling,
            onderdeel,
            object,
            afloop: Afloop::Verleend,
        }
    }
}

/// The program itself, as a user and as a role.
pub(crate) const PROGRAMMA: &str = "leerloop";
pub(crate) const PROGRAMMA_ROL: &str = "programma";
