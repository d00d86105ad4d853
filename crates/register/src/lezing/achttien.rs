//! Coming of age: one time line per young person, worked out from the birth date.

use stelsel::achttien::{Overgang, handelt, lijn, speelt};
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Maat;
use stelsel::{Gezin, Id, Persoon};

use super::Lezing;
use crate::Fout;
use crate::beeld::{AchttienBeeld, Jongere};
use crate::db::Verbinding;

/// What was agreed for somebody, and its version.
pub(crate) fn overgang_of(db: &mut Verbinding, persoon: Id<Persoon>) -> Result<(Overgang, i64), Fout> {
    let found = db.query_opt(
        "SELECT document, versie FROM overgang WHERE persoon = $1",
        &[(&persoon).into()],
        |row| Ok((row.text(0)?, row.number(1)?)),
    )?;
    match found {
        None => Ok((Overgang::default(), 0)),
        Some((text, versie)) => {
            let read = serde_json::from_str(&text);
            Ok((read.map_err(|_| Fout::Tegenstrijdig("a stored agreement cannot be read"))?, versie))
        }
    }
}

impl Lezing<'_> {
    /// The young people of a family from sixteen until twenty-three, as far as they are open to the reader as a whole.
    pub fn achttien(&mut self, gezin: Id<Gezin>) -> Result<AchttienBeeld, Fout> {
        let plan = self.plan(gezin)?;
        let young = plan
            .leden
            .iter()
            .zip(&plan.maten)
            .filter(|(lid, maat)| lid.rol == GezinsRol::Jeugdige && **maat == Maat::Geheel);
        let mut jongeren = Vec::new();
        for (persoon, _) in young {
            let Some(geboren) = persoon.geboren.filter(|born| speelt(*born, plan.stand)) else { continue };
            let (overgang, versie) = overgang_of(self.db, persoon.id)?;
            jongeren.push(Jongere {
                persoon: persoon.clone(),
                geboren,
                handelt: handelt(geboren, plan.stand),
                lijn: lijn(geboren),
                overgang,
                versie,
            });
        }
        Ok(AchttienBeeld {
            gezin,
            naam: plan.naam,
            stand: plan.stand,
            schrijft: plan.schrijft,
            jongeren,
            plan: plan.plan,
            toewijzingen: plan.toewijzingen,
        })
    }
}
