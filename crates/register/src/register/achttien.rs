//! What is agreed for a young person who comes of age.

use stelsel::achttien::{Overgang, speelt};
use stelsel::klok::dutch_day;
use stelsel::{Gezin, Id, Identiteit, Persoon};

use super::plan::{may_write, plan_form};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::Gedaan;
use crate::lezing::achttien::overgang_of;

impl Register {
    /// Writes what was agreed per part of life, if it still is the version that was read.
    pub fn write_transition(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        (persoon, versie): (Id<Persoon>, i64),
        overgang: Overgang,
        sleutel: &str,
    ) -> Result<Gedaan<Persoon, Overgang>, Fout> {
        self.form(who, &plan_form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            if !open.contains(&persoon) {
                return Err(Fout::NietGevonden);
            }
            let born = beurt.db.query_opt(
                "SELECT geboren FROM persoon WHERE id = $1 AND gezin = $2 AND rol = 0",
                &[(&persoon).into(), (&gezin).into()],
                |row| row.day_opt(0),
            )?;
            if !born.flatten().is_some_and(|born| speelt(born, dutch_day(now))) {
                return Err(Fout::NietGevonden);
            }
            let (known, newest) = overgang_of(beurt.db, persoon)?;
            if newest != versie {
                return Ok(Gedaan::Nieuwer(Box::new(known)));
            }
            let text = serde_json::to_string(&overgang)
                .map_err(|_| Fout::Tegenstrijdig("an agreement cannot be written down"))?;
            beurt.db.execute_one(
                "INSERT INTO overgang (persoon, versie, document, door, wanneer) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (persoon) DO UPDATE SET versie = excluded.versie, document = excluded.document, \
                 door = excluded.door, wanneer = excluded.wanneer",
                &[
                    (&persoon).into(),
                    (versie + 1).into(),
                    text.as_str().into(),
                    who.account.as_str().into(),
                    millis(now),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(persoon, versie + 1))
        })
    }
}
