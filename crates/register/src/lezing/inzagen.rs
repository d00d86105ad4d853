//! Who looked at a family, for the family itself and for who helps it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::Persoon;
use stelsel::toegang::{Deel, Dossier, Maat, Relatie};
use stelsel::{Gezin, Id, Onderdeel};

use super::Lezing;
use crate::Fout;
use crate::beeld::{Inzage, InzagenBeeld};
use crate::db::{Rij, day_number, day_of};

/// Days in one part of the history.
const DAYS: usize = 14;

/// A line of the journal about the family.
struct Regel {
    wanneer: Timestamp,
    wie: String,
    naam: Option<String>,
    rol: String,
    doel: String,
    grond: String,
    handeling: String,
    onderdeel: String,
}

impl Lezing<'_> {
    /// Everything that people did with the data of a family, newest day first, from before a day on.
    pub fn inzagen(&mut self, id: Id<Gezin>, before: Option<Date>) -> Result<InzagenBeeld, Fout> {
        self.enter(Onderdeel::Inzagen)?;
        let found = self.db.query_opt(
            "SELECT naam, wijk, afgeschermd FROM gezin WHERE id = $1 AND samen IS NULL",
            &[(&id).into()],
            |row| Ok((row.text(0)?, row.code_opt(1)?, row.number(2)? != 0)),
        )?;
        let (naam, wijk, afgeschermd) = found.ok_or(Fout::NietGevonden)?;
        let toegang = self.enter_file(Dossier { gezin: id, wijk, afgeschermd })?;
        let open = if toegang.delen.has(Deel::Inzagen) { self.open_members(id, toegang)? } else { None };
        let (leden, maten) = open.ok_or(Fout::NietGevonden)?;
        // That a young person writes in the thread of their own, and who reads it there, is theirs to know.
        let along = toegang.relatie != Relatie::Lid;
        let me = self.who.persoon;
        // Of a young person who is not open as a whole, who looked is not open either.
        let whole = leden.into_iter().zip(maten).filter(|(_, maat)| *maat == Maat::Geheel);
        let leden: Vec<Id<Persoon>> = whole.map(|(lid, _)| lid.id).collect();
        self.seen.extend(&leden);
        let leden = self.with_doubles(leden)?;
        let before = before.map_or(i64::from(i32::MAX), day_number);
        let mut days: Vec<i64> = Vec::new();
        for lid in &leden {
            days.extend(self.days_of(lid, before, along || me == Some(*lid))?);
        }
        days.sort_unstable_by(|a, b| b.cmp(a));
        days.dedup();
        let more = days.len() > DAYS;
        days.truncate(DAYS);
        let Some(oldest) = days.last().copied() else {
            return Ok(InzagenBeeld { naam, dagen: Vec::new(), verder: None });
        };
        let mut lines: BTreeMap<(i64, i64), Regel> = BTreeMap::new();
        for lid in &leden {
            self.lines_of(lid, (oldest, before), along || me == Some(*lid), &mut lines)?;
        }
        let mut per_day: BTreeMap<i64, Vec<Regel>> = BTreeMap::new();
        for ((dag, _), line) in lines {
            per_day.entry(dag).or_default().push(line);
        }
        let dagen = per_day.into_iter().rev().map(|(dag, lines)| Ok((day_of(dag)?, merge(lines))));
        Ok(InzagenBeeld {
            naam,
            dagen: dagen.collect::<Result<_, Fout>>()?,
            verder: if more { Some(day_of(oldest)?) } else { None },
        })
    }

    /// The newest days on which people did something with the data of a person.
    fn days_of(&mut self, lid: &Id<Persoon>, before: i64, own: bool) -> Result<Vec<i64>, Fout> {
        self.db.query(
            "SELECT DISTINCT x.dag FROM journaal_persoon x JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr \
             WHERE x.persoon = $1 AND x.dag < $2 AND j.rol <> 'programma' \
             AND ($3 = 1 OR j.onderdeel <> 'post' OR j.object NOT LIKE '%/%') ORDER BY x.dag DESC LIMIT $4",
            &[lid.into(), before.into(), own.into(), i64::try_from(DAYS + 1).unwrap_or(i64::MAX).into()],
            |row| row.number(0),
        )
    }

    fn lines_of(
        &mut self,
        lid: &Id<Persoon>,
        (oldest, before): (i64, i64),
        own: bool,
        lines: &mut BTreeMap<(i64, i64), Regel>,
    ) -> Result<(), Fout> {
        self.db.query(
            "SELECT j.dag, j.nr, j.wanneer, j.wie, CASE WHEN a.afgeschermd = 0 THEN a.naam END, j.rol, j.doel, j.grond, \
             j.handeling, j.onderdeel FROM journaal_persoon x JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr \
             LEFT JOIN account a ON a.sleutel = j.wie WHERE x.persoon = $1 AND x.dag >= $2 AND x.dag < $3 AND j.rol <> 'programma' \
             AND ($4 = 1 OR j.onderdeel <> 'post' OR j.object NOT LIKE '%/%')",
            &[lid.into(), oldest.into(), before.into(), own.into()],
            |row| {
                lines.insert((row.number(0)?, row.number(1)?), line_of(row)?);
                Ok(())
            },
        )?;
        Ok(())
    }
}

fn line_of(row: &Rij<'_>) -> Result<Regel, Fout> {
    Ok(Regel {
        wanneer: row.moment(2)?,
        wie: row.text(3)?,
        naam: row.text_opt(4)?,
        rol: row.text(5)?,
        doel: row.text(6)?,
        grond: row.text(7)?,
        handeling: row.text(8)?,
        onderdeel: row.text(9)?,
    })
}

/// The lines of one day: what one person did in the same way more than once becomes one.
fn merge(lines: Vec<Regel>) -> Vec<Inzage> {
    let mut out: Vec<(String, Inzage)> = Vec::new();
    for line in lines {
        let same = out.iter_mut().find(|(wie, known)| {
            *wie == line.wie
                && known.rol == line.rol
                && known.doel == line.doel
                && known.grond == line.grond
                && known.handeling == line.handeling
                && known.onderdeel == line.onderdeel
        });
        if let Some((_, known)) = same {
            known.keer += 1;
            known.eerste = known.eerste.min(line.wanneer);
            known.laatste = known.laatste.max(line.wanneer);
        } else {
            let new = Inzage {
                wie: line.naam,
                rol: line.rol,
                doel: line.doel,
                grond: line.grond,
                handeling: line.handeling,
                onderdeel: line.onderdeel,
                eerste: line.wanneer,
                laatste: line.wanneer,
                keer: 1,
            };
            out.push((line.wie, new));
        }
    }
    out.into_iter().map(|(_, merged)| merged).collect()
}
