//! Het goede gesprek: what a family and a professional told each other, and which answers they chose together.
//!
//! Everything may stay empty. Nothing here is a gate: a group is an aid to the conversation and never a label, a score is a
//! word to talk about and never a measure of a child (seed 001, bouwsteen 1; must-nots N02, N05, N08 and N17).

mod antwoord;
mod domein;
mod groep;
mod inhoud;
mod lezers;

pub use antwoord::{Antwoord, Antwoordregel};
pub use domein::{ANDERS, DOMEINEN, DOMEINEN_18, OORZAKEN, Score, domeinen};
pub use groep::{GROEPEN, Groep};
pub use inhoud::{Aanbod, Belasting, Drager, Inhoud, LANGSTE_TEKST, Route, Stem};
pub use lezers::{Kant, Lezers, eigen_open, woorden_open};

/// Marks the identifier of a conversation.
#[derive(Debug)]
pub enum GoedGesprek {}

/// Marks the identifier of what was added to a finished conversation.
#[derive(Debug)]
pub enum Aanvulling {}
