//! What is needed to allocate help from a line of the plan, or to change an allocation.

use stelsel::gezin::Adres;
use stelsel::{Gemeentecode, Gezin, Id, Onderdeel};

use super::super::Lezing;
use crate::Fout;
use crate::beeld::{HulpBeeld, PlanToewijzing};

impl Lezing<'_> {
    /// What the form needs by which a line becomes an allocation, or an allocation of the family is changed: for who writes.
    pub fn plan_hulp(
        &mut self,
        gezin: Id<Gezin>,
        regel: Option<u32>,
        toewijzing: Option<(Gemeentecode, i64)>,
    ) -> Result<HulpBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        let beeld = self.plan_within(gezin)?;
        if !beeld.schrijft {
            return Err(Fout::NietGevonden);
        }
        let line = regel.map(|nr| beeld.plan.regel(nr).ok_or(Fout::NietGevonden)).transpose()?;
        let chosen = toewijzing
            .map(|key| {
                let same =
                    |t: &&PlanToewijzing| (t.beeld.toewijzing.gemeente, t.beeld.toewijzing.nummer) == key;
                beeld.toewijzingen.iter().find(same).cloned().ok_or(Fout::NietGevonden)
            })
            .transpose()?;
        let voor = line.and_then(|line| line.wat.voor).or(chosen.as_ref().map(|t| t.beeld.persoon));
        let about = voor.and_then(|id| beeld.leden.iter().find(|lid| lid.id == id));
        let known = match voor {
            Some(id) => self.db.query_opt(
                "SELECT 1 FROM toewijzing_versie v JOIN gezin g ON g.id = $1 WHERE v.persoon = $2 AND v.gemeente = g.gemeente LIMIT 1",
                &[(&gezin).into(), (&id).into()],
                |row| row.number(0),
            )?,
            None => None,
        };
        let aanbieders = self.db.query(
            "SELECT agb, coalesce(naam, '') FROM aanbieder ORDER BY naam, agb LIMIT 1000",
            &[],
            |row| Ok((row.code(0)?, row.text(1)?)),
        )?;
        let adres = self.db.query_opt(
            "SELECT straat, huis, postcode, plaats FROM gezin WHERE id = $1",
            &[(&gezin).into()],
            |row| {
                Ok(Adres {
                    straat: row.text_opt(0)?,
                    huis: row.text_opt(1)?,
                    postcode: row.text_opt(2)?,
                    plaats: row.text_opt(3)?,
                })
            },
        )?;
        Ok(HulpBeeld {
            gezin,
            regel: line.map(|line| (line.nr, line.wat.wat.to_string())),
            voor: about.map(|lid| lid.naam.given()),
            client_nodig: voor.is_some() && known.is_none(),
            naam: beeld.naam,
            toewijzing: chosen,
            aanbieders,
            adres,
        })
    }
}
