//! The family's own page: what a parent or a young person sees when they come in.

use stelsel::persoon::age_on;
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Onderdeel};

use super::Lezing;
use super::draad::open_draden;
use super::leden::members;
use crate::Fout;
use crate::beeld::{Draad, OnsBeeld, PostSoort};
use crate::register::correcties_of;

impl Lezing<'_> {
    /// A family as its members see it: who helps, what is waited for and on whom, messages, what is shared.
    pub fn ons(&mut self, id: Id<Gezin>) -> Result<OnsBeeld, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let gezin = self.gezin(id)?;
        if gezin.toegang.relatie != Relatie::Lid {
            return Err(Fout::NietGevonden);
        }
        let leden = members(self.db, id)?;
        let me =
            self.who.persoon.and_then(|me| leden.iter().find(|m| m.id == me)).ok_or(Fout::NietGevonden)?;
        let correcties = correcties_of(self.db, id)?;
        let mine = correcties.into_iter().filter(|c| c.auteur == self.who.account).collect();
        let draden = open_draden(self.db, self.who, id, self.today, self.now)?;
        let aanvullingen = if draden.has(Draad::Gezin) {
            let mut all = self.messages(id, Draad::Gezin)?;
            all.retain(|message| message.soort == PostSoort::Aanvulling);
            all
        } else {
            Vec::new()
        };
        let plan = self.plan_within(id)?;
        Ok(OnsBeeld {
            plan: plan.plan,
            klokken: plan.klokken,
            ik: me.naam.given(),
            jong: me.geboren.is_some_and(|born| age_on(born, self.today) < 18),
            correcties: mine,
            draden: self.thread_lines(id, &draden)?,
            aanvullingen,
            delingen: self.share_lines(id, &leden, Some(me))?,
            helpers: self.helpers(id)?,
            gezin,
        })
    }
}
