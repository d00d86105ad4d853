//! Choices that were tried on the model and kept: whoever sees the figures of the region reads all of them.

use stelsel::plan::Woorden;
use stelsel::scenario::Scenario;
use stelsel::{Id, Onderdeel};

use super::Lezing;
use crate::Fout;
use crate::beeld::{ScenarioBeeld, ScenarioRegel, ScenariosBeeld};
use crate::db::Rij;

const BROKEN: Fout = Fout::Tegenstrijdig("a kept scenario cannot be read");

fn line_of(row: &Rij<'_>) -> Result<ScenarioRegel, Fout> {
    let words = |text: String| Woorden::new(&text).map_err(|_| BROKEN);
    Ok(ScenarioRegel {
        id: row.id(0)?,
        naam: words(row.text(1)?)?,
        waarom: words(row.text(2)?)?,
        wie: row.text(3)?,
        wanneer: row.moment(4)?,
    })
}

impl Lezing<'_> {
    /// What was kept and not taken away, the newest first.
    pub fn scenarios(&mut self) -> Result<ScenariosBeeld, Fout> {
        self.enter(Onderdeel::Uitproberen)?;
        let regels = self.db.query(
            "SELECT s.id, s.naam, s.waarom, coalesce(a.naam, ''), s.wanneer FROM scenario s LEFT JOIN account a ON a.sleutel = s.door \
             WHERE s.weg IS NULL ORDER BY s.wanneer DESC, s.id LIMIT 500",
            &[],
            line_of,
        )?;
        Ok(ScenariosBeeld { regels, probeert: self.who.tries_choices() })
    }

    /// One that was kept. One that was taken away is still found by its address: something may point at it.
    pub fn scenario(&mut self, id: Id<Scenario>) -> Result<ScenarioBeeld, Fout> {
        self.enter(Onderdeel::Uitproberen)?;
        let probeert = self.who.tries_choices();
        let sql = "SELECT s.id, s.naam, s.waarom, coalesce(a.naam, ''), s.wanneer, s.toml, s.uitkomst, s.weg FROM scenario s \
                   LEFT JOIN account a ON a.sleutel = s.door WHERE s.id = $1";
        let found = self.db.query_opt(sql, &[(&id).into()], |row| {
            Ok(ScenarioBeeld {
                regel: line_of(row)?,
                toml: row.text(5)?,
                uitkomst: row.text(6)?,
                weg: row.moment_opt(7)?,
                probeert,
            })
        })?;
        found.ok_or(Fout::NietGevonden)
    }

    /// Whether the reader tries choices: who does not, finds nothing.
    pub fn probeert(&mut self) -> Result<(), Fout> {
        self.enter(Onderdeel::Uitproberen)?;
        if self.who.tries_choices() { Ok(()) } else { Err(Fout::NietGevonden) }
    }
}
