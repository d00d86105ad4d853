//! Taking persons out of plans that stay: every version, and the days that are looked up.

use std::collections::BTreeSet;

use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::db::Verbinding;
use crate::lezing::plan::{parse, plan_of};
use crate::register::{document, put_days};

/// Takes what is about these persons out of every plan in which it stands; gives how many versions were written anew.
pub(super) fn take_out(db: &mut Verbinding, persons: &BTreeSet<Id<Persoon>>) -> Result<u64, Fout> {
    if persons.is_empty() {
        return Ok(0);
    }
    let mut found: Vec<(Id<Gezin>, i64, String)> = Vec::new();
    db.query("SELECT gezin, versie, document FROM plan_versie", &[], |row| {
        let (known, text) = (row.text(2)?, |plan| document(&plan));
        let plan = parse(&known)?;
        let without = text(plan.zonder(|person| persons.contains(&person)))?;
        if without != known {
            found.push((row.id(0)?, row.number(1)?, without));
        }
        Ok(())
    })?;
    let mut families = BTreeSet::new();
    for (gezin, versie, text) in &found {
        db.execute_one(
            "UPDATE plan_versie SET document = $1 WHERE gezin = $2 AND versie = $3",
            &[text.as_str().into(), gezin.into(), (*versie).into()],
        )?;
        families.insert(*gezin);
    }
    for gezin in families {
        let plan = plan_of(db, gezin)?;
        put_days(db, gezin, &plan)?;
    }
    Ok(found.len() as u64)
}
