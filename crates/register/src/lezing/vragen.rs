//! First questions: those of the own team, and how many there were.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use stelsel::vraag::{Antwoordsoort, Kanaal, Vrager};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Wijkcode};

use super::Lezing;
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{GezinnenFilter, Vraag, VraagInvoer, VraagRegel, Vraagcijfers, VragenBeeld};
use crate::db::{Rij, Verbinding, Waarde};
use crate::register::is_own_question;

/// Questions that are shown: the newest.
const SHOWN: i64 = 50;
/// Months of figures.
const MONTHS: i64 = 12;

macro_rules! questions {
    ($where:literal) => {
        concat!(
            "SELECT v.id, v.dag, v.wijk, v.school, v.wie, v.naam, v.kanaal, v.tekst, v.antwoord, coalesce(a.naam, v.account), v.versie, \
             v.gezin, w.naam, v.account, v.team FROM vraag v LEFT JOIN wijk w ON w.code = v.wijk LEFT JOIN account a ON a.sleutel = v.account \
             WHERE ",
            $where
        )
    };
}
const OF_TEAM: &str = questions!("v.team = $1 ORDER BY v.dag DESC, v.id DESC LIMIT $2");
const OF_WIJK: &str = questions!("v.wijk = $1 ORDER BY v.dag DESC, v.id DESC LIMIT $2");
const OF_ACCOUNT: &str = questions!("v.account = $1 ORDER BY v.dag DESC, v.id DESC LIMIT $2");
const ONE: &str = questions!("v.id = $1");

impl Lezing<'_> {
    /// The newest questions of the own team, with what a form chooses from.
    pub fn vragen(&mut self) -> Result<VragenBeeld, Fout> {
        self.enter(Onderdeel::Vragen)?;
        let who = self.who;
        let mut found = Vec::new();
        for wijk in &who.wijken {
            for sql in [OF_TEAM, OF_WIJK] {
                found.extend(lines(self.db, who, sql, &[wijk.number().into(), SHOWN.into()])?);
            }
        }
        found.extend(lines(self.db, who, OF_ACCOUNT, &[(&who.account).into(), SHOWN.into()])?);
        found.sort_by_key(|one| std::cmp::Reverse((one.dag, one.id)));
        found.dedup_by_key(|one| one.id);
        found.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
        let this = self.today.first_of_month();
        let before = this.saturating_sub(1.month());
        let maanden = [self.counted(this)?, self.counted(before)? - self.counted(this)?];
        Ok(VragenBeeld {
            vragen: found,
            wijken: self.all_wijken()?,
            eigen_soorten: self.db.query(
                "SELECT DISTINCT soort FROM vraag_soort WHERE soort LIKE '~%' ORDER BY soort LIMIT 30",
                &[],
                |row| Ok(row.text(0)?.trim_start_matches('~').to_owned()),
            )?,
            gezinnen: self.family_names(&GezinnenFilter::default())?,
            maanden,
        })
    }

    /// Questions of the own team since a day.
    fn counted(&mut self, since: Date) -> Result<u64, Fout> {
        let mut ids = std::collections::BTreeSet::new();
        for wijk in &self.who.wijken {
            let sql = "SELECT id FROM vraag WHERE (team = $1 OR wijk = $1) AND dag >= $2";
            ids.extend(self.db.query(sql, &[wijk.number().into(), since.into()], |row| row.bytes(0))?);
        }
        let sql = "SELECT id FROM vraag WHERE account = $1 AND dag >= $2";
        ids.extend(self.db.query(sql, &[(&self.who.account).into(), since.into()], |row| row.bytes(0))?);
        Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
    }

    /// All neighbourhoods by name, the own ones first.
    pub(super) fn all_wijken(&mut self) -> Result<Vec<(Wijkcode, String)>, Fout> {
        let mut all: Vec<(Wijkcode, String)> = self.db.query(
            "SELECT w.code, w.naam FROM wijk w JOIN gemeente g ON g.code = w.gemeente ORDER BY g.naam, w.naam, w.code",
            &[],
            |row| Ok((row.code(0)?, row.text(1)?)),
        )?;
        let own = &self.who.wijken;
        all.sort_by_key(|(code, _)| !own.contains(code));
        Ok(all)
    }

    /// How many first questions there were per month and kind: figures for who may not know who asked what. The reader's page
    /// protects them before they are shown.
    pub fn vraagcijfers(&mut self, wijk: Option<Wijkcode>) -> Result<Vraagcijfers, Fout> {
        self.enter(Onderdeel::Vraagcijfers)?;
        let this = self.today.first_of_month();
        let maanden: Vec<Date> = (0..MONTHS).rev().map(|n| this.saturating_sub(n.months())).collect();
        let first = maanden.first().copied().unwrap_or(this);
        let place = |day: Date| maanden.iter().position(|month| *month == day.first_of_month());
        let mut alle = vec![0_u32; maanden.len()];
        let mut soorten: BTreeMap<Option<Antwoordsoort>, Vec<u32>> = BTreeMap::new();
        let code = wijk.map_or(-1, |wijk| i64::from(wijk.number()));
        let values = [first.into(), code.into()];
        self.db.query(
            "SELECT dag FROM vraag WHERE dag >= $1 AND ($2 = -1 OR coalesce(wijk, team) = $2)",
            &values,
            |row| {
                if let Some(n) = place(row.day(0)?).and_then(|at| alle.get_mut(at)) {
                    *n += 1;
                }
                Ok(())
            },
        )?;
        // Own words of one question count as one kind.
        self.db.query(
            "SELECT DISTINCT v.id, v.dag, CASE WHEN s.soort LIKE '~%' THEN '~' ELSE s.soort END FROM vraag v \
             JOIN vraag_soort s ON s.vraag = v.id WHERE v.dag >= $1 AND ($2 = -1 OR coalesce(v.wijk, v.team) = $2)",
            &values,
            |row| {
                let kind = Antwoordsoort::from_key(&row.text(2)?);
                let counts = soorten.entry(kind).or_insert_with(|| vec![0; maanden.len()]);
                if let Some(n) = place(row.day(1)?).and_then(|at| counts.get_mut(at)) {
                    *n += 1;
                }
                Ok(())
            },
        )?;
        let mut soorten: Vec<_> = soorten.into_iter().collect();
        soorten.sort_by_key(|(kind, _)| (kind.is_none(), *kind));
        Ok(Vraagcijfers { wijken: self.all_wijken()?, maanden, wijk, alle, soorten })
    }
}

fn lines(
    db: &mut Verbinding,
    who: &Identiteit,
    sql: &'static str,
    values: &[Waarde<'_>],
) -> Result<Vec<VraagRegel>, Fout> {
    let found: Vec<(VraagRegel, Option<Id<Gezin>>)> =
        db.query(sql, values, |row| read(who, row))?.into_iter().flatten().collect();
    let mut out = Vec::new();
    for (mut line, gezin) in found {
        let kinds = db.query(
            "SELECT soort FROM vraag_soort WHERE vraag = $1 ORDER BY soort",
            &[(&line.id).into()],
            |row| row.text(0),
        )?;
        for kind in kinds {
            match kind.strip_prefix('~') {
                Some(own) => own.clone_into(&mut line.invoer.eigen_soort),
                None => line.invoer.soorten.extend(Antwoordsoort::from_key(&kind)),
            }
        }
        if let Some(id) = gezin {
            line.gezin = dossier_of(db, id)
                .ok()
                .filter(|(dossier, _)| who.toegang(*dossier).is_some())
                .map(|(_, naam)| (id, naam));
        }
        out.push(line);
    }
    Ok(out)
}

#[expect(clippy::type_complexity, reason = "a line, and the family it became a conversation with")]
fn read(who: &Identiteit, row: &Rij<'_>) -> Result<Option<(VraagRegel, Option<Id<Gezin>>)>, Fout> {
    let account = row.text(13)?;
    let wijk: Option<Wijkcode> = row.code_opt(2)?;
    let code = wijk.map(|wijk| i64::from(wijk.number()));
    if !is_own_question(who, row.number_opt(14)?, code, &account) {
        return Ok(None);
    }
    let gezin = row.bytes_opt(11)?.map(|bytes| Id::<Gezin>::try_from(bytes.as_slice())).transpose()?;
    let dag = row.day(1)?;
    let line = VraagRegel {
        id: row.id(0)?,
        invoer: VraagInvoer {
            tekst: row.text(7)?,
            dag: Some(dag),
            wijk,
            school: row.text(3)?,
            wie: Vrager::from_key(&row.text(4)?),
            naam: row.text(5)?,
            kanaal: Kanaal::from_key(&row.text(6)?),
            antwoord: row.text(8)?,
            soorten: Vec::new(),
            eigen_soort: String::new(),
        },
        dag,
        wijk: row.text_opt(12)?,
        door: row.text(9)?,
        eigen: account == who.account,
        versie: row.number(10)?,
        gezin: None,
        gekoppeld: gezin.is_some(),
    };
    Ok(Some((line, gezin)))
}

/// A question as it is now, when it is theirs.
pub(crate) fn one(db: &mut Verbinding, who: &Identiteit, id: Id<Vraag>) -> Result<Option<VraagRegel>, Fout> {
    Ok(lines(db, who, ONE, &[(&id).into()])?.into_iter().next())
}
