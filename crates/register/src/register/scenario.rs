//! Trying a choice on the model of the region: that one begins is written down, what came of it may be kept, and what was kept may be
//! taken away. A kept one never changes.

use stelsel::scenario::Scenario;
use stelsel::{Id, Identiteit, Onderdeel};

use super::formulier::{done_before, key_of, remember};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Gedaan, NieuwScenario};
use crate::journaal::{Handeling, Regel};

/// What a scenario and its outcome may take, in bytes.
const GROOTST: usize = 4 << 20;
/// So many are kept at most: more is no list that anyone reads.
const MEEST: u32 = 2_000;

/// What became of a form about a scenario.
type Done = Gedaan<Scenario, ()>;

const WHAT: (Handeling, Onderdeel) = (Handeling::Inrichten, Onderdeel::Uitproberen);

impl Register {
    /// Writes down that somebody tries a choice (`object` says on which run), or stops one. Nothing else is kept of it.
    pub fn try_choice(&self, who: &Identiteit, object: &str) -> Result<(), Fout> {
        let (me, now, of) = (who.clone(), self.0.klok.now(), object.to_owned());
        let done = self.write(move |beurt| {
            if !me.tries_choices() {
                return Err(Fout::NietGevonden);
            }
            beurt.pen.write(beurt.db, &Regel::by(&me, now, WHAT.0, WHAT.1.key(), &of), &[])
        });
        self.or_refused(who, WHAT, object, done)
    }

    /// Keeps what was tried, with what came of it.
    pub fn keep_scenario(&self, who: &Identiteit, nieuw: NieuwScenario, sleutel: &str) -> Result<Done, Fout> {
        let key = key_of(who, sleutel)?;
        if nieuw.naam.is_empty() || nieuw.toml.len() + nieuw.uitkomst.len() > GROOTST {
            return Err(Fout::Zinloos("a scenario without a name, or too large"));
        }
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if !me.tries_choices() {
                return Err(Fout::NietGevonden);
            }
            if let Some(before) = done_before(beurt, &key)? {
                return Ok(before);
            }
            let many = beurt.db.query_opt("SELECT count(*) FROM scenario WHERE weg IS NULL", &[], |row| row.count(0))?;
            if many.unwrap_or_default() >= MEEST {
                return Err(Fout::Zinloos("more scenarios than anyone reads"));
            }
            let id: Id<Scenario> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO scenario (id, naam, waarom, toml, uitkomst, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    (&id).into(),
                    nieuw.naam.as_str().into(),
                    nieuw.waarom.as_str().into(),
                    nieuw.toml.as_str().into(),
                    nieuw.uitkomst.as_str().into(),
                    me.account.as_str().into(),
                    millis(now),
                ],
            )?;
            remember(beurt, &me, &key, now, &format!("{id} 1"))?;
            let object = id.to_string();
            beurt.pen.write(beurt.db, &Regel::by(&me, now, WHAT.0, WHAT.1.key(), &object), &[])?;
            Ok(Gedaan::Opgeslagen(id, 1))
        });
        self.or_refused(who, WHAT, "", done)
    }

    /// Takes a kept scenario away: it is marked, and stays for what points at it.
    pub fn take_scenario_away(&self, who: &Identiteit, id: Id<Scenario>) -> Result<(), Fout> {
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if !me.tries_choices() {
                return Err(Fout::NietGevonden);
            }
            let found =
                beurt.db.query_opt("SELECT 1 FROM scenario WHERE id = $1", &[(&id).into()], |_| Ok(()))?;
            found.ok_or(Fout::NietGevonden)?;
            // Taken away before: it stays as it was then.
            beurt.db.execute(
                "UPDATE scenario SET weg = $1, weg_door = $2 WHERE id = $3 AND weg IS NULL",
                &[millis(now), me.account.as_str().into(), (&id).into()],
            )?;
            let object = id.to_string();
            beurt.pen.write(beurt.db, &Regel::by(&me, now, WHAT.0, WHAT.1.key(), &object), &[])
        });
        self.or_refused(who, WHAT, &id.to_string(), done)
    }
}
