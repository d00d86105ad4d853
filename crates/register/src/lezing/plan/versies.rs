//! The versions of a plan, and one of them as it was.

use stelsel::toegang::{Relatie, Toegang};
use stelsel::{Gezin, Id, Onderdeel};

use super::super::Lezing;
use super::parse;
use crate::Fout;
use crate::beeld::{PlanVersie, PlanVersieBeeld};
use crate::db::{Rij, Verbinding};

impl Lezing<'_> {
    /// The versions of a plan, and one of them as it was.
    pub fn plan_versies(&mut self, gezin: Id<Gezin>, versie: Option<u32>) -> Result<PlanVersieBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        let open = self.open_plan(gezin)?;
        if open.toegang.relatie.is_gedeeld() {
            // What was agreed now is shared, not how it came to be.
            return Err(Fout::NietGevonden);
        }
        let versies: Vec<PlanVersie> = self
            .db
            .query(VERSIES, &[(&gezin).into()], version_of)?
            .into_iter()
            .map(|(found, shielded)| Self::shown(open.toegang, (found, shielded)))
            .collect();
        let gelezen = match versie {
            None => None,
            Some(nr) => {
                let found = versies.iter().find(|known| known.versie == nr).cloned();
                let known = found.ok_or(Fout::NietGevonden)?;
                let sql = "SELECT document FROM plan_versie WHERE gezin = $1 AND versie = $2";
                let text = self.db.query_opt(sql, &[(&gezin).into(), nr.into()], |row| row.text(0))?;
                let plan = parse(&text.ok_or(Fout::NietGevonden)?)?;
                Some((known, plan.zichtbaar(|id| open.open(id))))
            }
        };
        Ok(PlanVersieBeeld { gezin, naam: open.naam, versies, gelezen, leden: open.leden })
    }

    /// A name is not shown to a family when it is shielded.
    pub(super) fn shown(toegang: Toegang, (mut versie, shielded): (PlanVersie, bool)) -> PlanVersie {
        if shielded && toegang.relatie == Relatie::Lid {
            versie.wie = String::new();
        }
        versie
    }
}

macro_rules! versions {
    ($rest:literal) => {
        concat!(
            "SELECT v.versie, coalesce(a.naam, ''), v.wanneer, v.wat, coalesce(a.afgeschermd, 0) FROM plan_versie v \
             LEFT JOIN account a ON a.sleutel = v.door WHERE v.gezin = $1 ORDER BY v.versie DESC",
            $rest
        )
    };
}
const VERSIES: &str = versions!(" LIMIT 500");
const NEWEST: &str = versions!(" LIMIT 1");

fn version_of(row: &Rij<'_>) -> Result<(PlanVersie, bool), Fout> {
    let versie =
        PlanVersie { versie: row.count(0)?, wie: row.text(1)?, wanneer: row.moment(2)?, wat: row.text(3)? };
    Ok((versie, row.number(4)? != 0))
}

pub(super) fn newest(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Option<(PlanVersie, bool)>, Fout> {
    db.query_opt(NEWEST, &[(&gezin).into()], version_of)
}
