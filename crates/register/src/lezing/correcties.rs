//! What a family said beside a text.

use stelsel::{Gezin, Id, Onderdeel};

use super::Lezing;
use crate::Fout;
use crate::beeld::CorrectieBeeld;
use crate::register::correcties_of;

impl Lezing<'_> {
    /// The corrections of a family that the reader may open, oldest first.
    pub fn correcties(&mut self, gezin: Id<Gezin>) -> Result<Vec<CorrectieBeeld>, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let wijk = self
            .db
            .query_opt("SELECT wijk FROM gezin WHERE id = $1", &[(&gezin).into()], |row| row.code_opt(0))?;
        if !self.who.has_gezin(gezin, wijk.ok_or(Fout::NietGevonden)?) {
            return Err(Fout::NietGevonden);
        }
        correcties_of(self.db, gezin)
    }
}
