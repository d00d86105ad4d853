//! The tables that describe the messages: which class holds which fields, in which order and of which type.
//!
//! Every table comes out of the same definition as the struct, its reader and its writer, so that a table
//! cannot say something else than what the library does.

use crate::basis::Code;
use crate::regels::Regel;

/// The namespace that an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ruimte {
    /// The namespace of the basisschema, conventionally with prefix `ijw`.
    Basis,
    /// The namespace of the message itself, conventionally with its name as prefix, such as `jw301`.
    Bericht,
}

/// How often a field stands in its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kardinaliteit {
    /// Exactly once (`1`).
    Een,
    /// Once or not at all (`0..1`).
    HoogstensEen,
}

/// A class of the standard: an element that holds other elements, in a fixed order.
#[derive(Debug, Clone, Copy)]
pub struct Klasse {
    /// The name of the class.
    pub naam: &'static str,
    /// The namespace of its fields.
    pub ruimte: Ruimte,
    /// The fields by which it is told from its siblings (TR101); empty when it has none.
    pub sleutel: &'static [&'static str],
    /// The rules of level 2 that hang on it.
    pub regels: &'static [&'static Regel],
    /// Its fields in their order.
    pub velden: &'static [Veld],
}

/// A field of a class.
#[derive(Debug, Clone, Copy)]
pub struct Veld {
    /// The name of its element.
    pub naam: &'static str,
    /// How often the element stands in the class.
    pub kardinaliteit: Kardinaliteit,
    /// For a list: the name of the elements within, of which there is at least one.
    pub onderdeel: Option<&'static str>,
    /// What the element holds, or for a list each of the elements within.
    pub soort: Soort,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub enum Soort {
    /// Always the same text, such as the BerichtCode of a message.
    Vast(&'static Vast),
    /// A value of a simple type.
    Waarde(&'static Datatype),
    /// Other elements.
    Klasse(&'static Klasse),
}

/// A fixed text.
#[derive(Debug, Clone, Copy)]
pub struct Vast {
    /// The name of the type of the field.
    pub datatype: &'static str,
    /// The text.
    pub waarde: &'static str,
    /// Whether the type is a number, so that spaces around it do not count.
    pub getal: bool,
}

/// A simple type of the basisschema.
#[derive(Debug, Clone, Copy)]
pub struct Datatype {
    /// Its name, without the `LDT_` of the schema.
    pub naam: &'static str,
    /// Which texts belong to it.
    pub grens: Grens,
}

/// Which texts belong to a simple type.
#[derive(Debug, Clone, Copy)]
pub enum Grens {
    /// A text of at least one character.
    Tekst {
        /// The largest number of characters, if there is one.
        max: Option<u32>,
        /// The form of the text.
        vorm: Vorm,
    },
    /// A whole number.
    Getal {
        /// The smallest.
        min: u64,
        /// The largest.
        max: u64,
    },
    /// A code of a list.
    Lijst {
        /// The name of the list.
        naam: &'static str,
        /// Its codes with their meaning.
        codes: &'static [Code],
    },
    /// A date without a time zone.
    Datum,
    /// A time of day without a time zone.
    Tijd,
}

/// The form of a text: the patterns of the basisschema, of which there are only a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vorm {
    /// Any text.
    Vrij,
    /// One line with something else than spaces: `.*[^\s].*`.
    Regel,
    /// Lines with something else than spaces: `([.\s]*\S+[.\s]*)+`.
    Regels,
    /// This many digits.
    Cijfers(u32),
    /// Digits.
    AlleenCijfers,
    /// Letters and digits: `([a-zA-Z0-9])+`.
    LettersEnCijfers,
    /// Letters, with or without diacritics: `([a-zA-ZÀ-ỳ])+`.
    Letters,
    /// Three whole numbers without leading zeros, with dots between them.
    Versie,
}
