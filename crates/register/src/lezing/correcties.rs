//! What a family said beside a text.

use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Onderdeel};

use super::Lezing;
use crate::Fout;
use crate::beeld::CorrectieBeeld;
use crate::register::correcties_of;

impl Lezing<'_> {
    /// The corrections of a family, oldest first: those about who is open to the reader as a whole, and none to who only sees
    /// the outline.
    pub fn correcties(&mut self, gezin: Id<Gezin>) -> Result<Vec<CorrectieBeeld>, Fout> {
        let Some(open) = self.open_for(Onderdeel::Gezin, gezin, Deel::Tijdlijn)? else {
            return Ok(Vec::new());
        };
        let mut said = correcties_of(self.db, gezin)?;
        said.retain(|c| c.persoon.is_none_or(|about| open.contains(&about)));
        Ok(said)
    }
}
