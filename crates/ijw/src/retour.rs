//! Giving a message back with the codes of what was found (the retour messages).

use crate::basis::RetourCode;
use crate::bericht::{Bericht, Retourkop, retour_inhoud};
use crate::pad::Pad;

/// The way back: which codes belong where.
pub(crate) struct Terugweg<'a> {
    /// Where the walk is.
    pub(crate) pad: Pad,
    oordeel: &'a mut dyn FnMut(&str) -> Vec<RetourCode>,
}

impl Terugweg<'_> {
    /// The codes of the class that the walk is at.
    pub(crate) fn codes(&mut self) -> Vec<RetourCode> {
        (self.oordeel)(&self.pad.to_string())
    }
}

/// Makes the retour message that belongs to a message: the header is that of the message (sender and receiver are not
/// exchanged) with what `kop` adds; the content, when `met_inhoud` asks for it, is given back unchanged, and `oordeel` tells
/// the codes of each class by its path (as in [`Bevinding::paden`](crate::Bevinding::paden)).
///
/// `None` when the message has no retour: on a retour message itself, on a JW323 (that has a JW325) and on a JW325.
pub fn retourneer(
    bericht: &Bericht,
    kop: Retourkop,
    met_inhoud: bool,
    oordeel: &mut dyn FnMut(&str) -> Vec<RetourCode>,
) -> Option<Bericht> {
    retour_inhoud(bericht, kop, met_inhoud, &mut Terugweg { pad: Pad::wortel(), oordeel })
}
