//! What has to go, what is held, what went.

use stelsel::Onderdeel;

use super::Lezing;
use crate::Fout;
use crate::beeld::BewarenBeeld;
use crate::bewaren;
use crate::db::{Verbinding, Waarde};

impl Lezing<'_> {
    /// The list of what has to go today, with the holds and the destructions that were. Whoever stands on it is noted as seen.
    pub fn bewaren(&mut self) -> Result<BewarenBeeld, Fout> {
        self.enter(Onderdeel::Bewaren)?;
        let dag = self.today;
        let terms = bewaren::terms(self.db)?;
        let mut dossiers: Vec<_> =
            bewaren::dossiers(self.db)?.iter().filter_map(|geval| geval.due(&terms, dag)).collect();
        dossiers.sort_by_key(|line| (line.vervalt, line.persoon));
        let claims = "SELECT count(*) FROM bericht b WHERE b.dagtekening < $1 \
             AND (b.soort = 323 OR (b.soort = 325 AND b.antwoord_op IS NULL)) \
             AND NOT EXISTS (SELECT 1 FROM bericht a WHERE a.antwoord_op = b.id AND a.dagtekening >= $1)";
        let declaraties = count(self.db, claims, bewaren::age_of_claims(&terms, dag))?;
        let pieces = "SELECT count(*) FROM quarantaine WHERE wanneer < $1";
        let quarantaine = count(self.db, pieces, bewaren::oldest_kept_piece(&terms, dag))?;
        let questions = "SELECT count(*) FROM vraag WHERE gezin IS NULL AND dag < $1";
        let vragen = count(self.db, questions, bewaren::oldest_kept_question(&terms, dag))?;
        let stops = bewaren::holds(self.db, dag)?;
        self.seen.extend(dossiers.iter().map(|line| line.persoon));
        self.seen.extend(stops.iter().map(|line| line.persoon));
        let vernietigd = bewaren::history(self.db)?;
        let termijnen =
            terms.into_iter().filter(|t| t.vanaf <= dag && t.tot.is_none_or(|end| dag < end)).collect();
        Ok(BewarenBeeld { dag, termijnen, dossiers, declaraties, quarantaine, vragen, stops, vernietigd })
    }
}

fn count(db: &mut Verbinding, sql: &'static str, before: Option<i64>) -> Result<u64, Fout> {
    let Some(before) = before else { return Ok(0) };
    let found = db.query_opt(sql, &[Waarde::Getal(before)], |row| row.number(0))?;
    Ok(found.and_then(|n| u64::try_from(n).ok()).unwrap_or_default())
}
