//! What a family said beside a text.

use stelsel::toegang::{Deel, Maat};
use stelsel::{Gezin, Id, Onderdeel, Persoon};

use super::Lezing;
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::CorrectieBeeld;
use crate::register::correcties_of;

impl Lezing<'_> {
    /// The corrections of a family, oldest first: those about who is open to the reader as a whole, and none to who only sees
    /// the outline.
    pub fn correcties(&mut self, gezin: Id<Gezin>) -> Result<Vec<CorrectieBeeld>, Fout> {
        let Some(open) = self.open_for_corrections(gezin)? else { return Ok(Vec::new()) };
        let mut said = correcties_of(self.db, gezin)?;
        said.retain(|c| c.persoon.is_none_or(|about| open.contains(&about)));
        Ok(said)
    }

    /// The members who are open as a whole to someone to whom the time line is.
    pub(crate) fn open_for_corrections(
        &mut self,
        gezin: Id<Gezin>,
    ) -> Result<Option<Vec<Id<Persoon>>>, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let (dossier, _) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        let Some((leden, maten)) = self.open_members(gezin, toegang)? else { return Err(Fout::NietGevonden) };
        if !toegang.delen.has(Deel::Tijdlijn) {
            return Ok(None);
        }
        let whole = leden.iter().zip(maten).filter(|(_, maat)| *maat == Maat::Geheel);
        Ok(Some(whole.map(|(member, _)| member.id).collect()))
    }
}
