//! A link of the causal map, and what the sources say of it.

use super::begrip::Begrip;

/// In which direction the second moves when the first grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Teken {
    /// The same: more gives more.
    Plus,
    /// The opposite: more gives less.
    Min,
    /// The sources say that it has no effect.
    Nul,
}

/// After how long it works, as far as the sources say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vertraging {
    /// Nothing is said.
    NietGegeven,
    /// At once.
    Direct,
    /// Soon, and for a short time.
    Kort,
    /// Months.
    Maanden,
    /// Years, with the number if one is given.
    Jaren(Option<u8>),
    /// *In the long run*, without a number.
    Lang,
}

impl Vertraging {
    /// The name in addresses and files.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::NietGegeven => "niet-gegeven",
            Self::Direct => "direct",
            Self::Kort => "kort",
            Self::Maanden => "maanden",
            Self::Jaren(_) => "jaren",
            Self::Lang => "lang",
        }
    }

    /// Whether it takes years.
    pub const fn is_traag(self) -> bool {
        matches!(self, Self::Jaren(_) | Self::Lang)
    }
}

/// How strong it is, as far as the sources say. They give a size once only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sterkte {
    /// A direction and no size.
    Richting,
    /// A direction of which the source itself is not sure.
    Onzeker,
    /// A direction with strong indications, in the words of the source.
    Aanwijzingen,
    /// What a source pleads for, not what it saw.
    Pleidooi,
    /// A size: from how many to how many hours a week, in one case.
    Uren(u8, u8),
}

impl Sterkte {
    /// The name in files.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Richting => "richting",
            Self::Onzeker => "onzeker",
            Self::Aanwijzingen => "aanwijzingen",
            Self::Pleidooi => "pleidooi",
            Self::Uren(..) => "getal",
        }
    }
}

/// A part of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onderdeel {
    /// What is asked, and why.
    Vraag,
    /// Supply, flow and money.
    Aanbod,
    /// Governance and transformation.
    Bestuur,
}

impl Onderdeel {
    /// All of them, in the order of the links.
    pub const ALL: [Self; 3] = [Self::Vraag, Self::Aanbod, Self::Bestuur];

    /// The name in addresses and files.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Vraag => "vraag",
            Self::Aanbod => "aanbod",
            Self::Bestuur => "bestuur",
        }
    }
}

/// One arrow. A link of the sources has one or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stap {
    /// From what.
    pub van: Begrip,
    /// To what.
    pub naar: Begrip,
    /// In which direction.
    pub teken: Teken,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tekst {
    /// In plain Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A link of the sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schakel {
    /// Its number, from 1: link C07 is number 7.
    pub nummer: u8,
    /// Its arrows, in the order in which the source tells them.
    pub stappen: &'static [Stap],
    /// After how long.
    pub vertraging: Vertraging,
    /// How strong.
    pub sterkte: Sterkte,
    /// Document and place, such as `001 R2; 003`.
    pub bron: &'static str,
    /// What else is to be known of it.
    pub noot: Option<Tekst>,
    /// Where the model has it in a formula without a number of its own.
    pub formule: Option<Tekst>,
}

impl Schakel {
    pub(super) const fn new(nummer: u8, bron: &'static str, stappen: &'static [Stap]) -> Self {
        Self {
            nummer,
            stappen,
            vertraging: Vertraging::NietGegeven,
            sterkte: Sterkte::Richting,
            bron,
            noot: None,
            formule: None,
        }
    }

    pub(super) const fn na(mut self, vertraging: Vertraging) -> Self {
        self.vertraging = vertraging;
        self
    }

    pub(super) const fn sterk(mut self, sterkte: Sterkte) -> Self {
        self.sterkte = sterkte;
        self
    }

    pub(super) const fn noot(mut self, nl: &'static str, en: &'static str) -> Self {
        self.noot = Some(Tekst { nl, en });
        self
    }

    pub(super) const fn formule(mut self, nl: &'static str, en: &'static str) -> Self {
        self.formule = Some(Tekst { nl, en });
        self
    }

    /// Its name, such as `C07`.
    pub fn naam(&self) -> String {
        format!("C{:02}", self.nummer)
    }

    /// In which part of the system it sits.
    pub const fn onderdeel(&self) -> Onderdeel {
        match self.nummer {
            ..=25 => Onderdeel::Vraag,
            26..=61 => Onderdeel::Aanbod,
            62.. => Onderdeel::Bestuur,
        }
    }
}

pub(super) const fn plus(van: Begrip, naar: Begrip) -> Stap {
    Stap { van, naar, teken: Teken::Plus }
}

pub(super) const fn min(van: Begrip, naar: Begrip) -> Stap {
    Stap { van, naar, teken: Teken::Min }
}

pub(super) const fn nul(van: Begrip, naar: Begrip) -> Stap {
    Stap { van, naar, teken: Teken::Nul }
}
