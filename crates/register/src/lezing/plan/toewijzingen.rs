//! The allocations of a family beside its plan: on which line each stands, how it was delivered, which were refused.

use std::collections::BTreeMap;

use stelsel::toegang::{Deel, Maat};
use stelsel::{Gezin, Id, Persoon};

use super::super::Lezing;
use super::super::gezin::Van;
use super::Geopend;
use crate::Fout;
use crate::beeld::{Bezorging, Geweigerd, PlanToewijzing};
use crate::intake::stored;

impl Lezing<'_> {
    /// The allocations of the family as far as they are open, each with the line that it stands on.
    pub(super) fn plan_allocations(
        &mut self,
        gezin: Id<Gezin>,
        open: &Geopend,
        stand: jiff::civil::Date,
    ) -> Result<Vec<PlanToewijzing>, Fout> {
        if !open.toegang.delen.has(Deel::Hulp) {
            return Ok(Vec::new());
        }
        let mut found = self.allocations(Van::Gezin(gezin), stand)?;
        found.retain(|t| open.open(t.persoon) >= Maat::Hoofdlijn);
        let lines: BTreeMap<(i64, i64), u32> = self
            .db
            .query(
                "SELECT gemeente, nummer, regel FROM plan_toewijzing WHERE gezin = $1",
                &[(&gezin).into()],
                |row| Ok(((row.number(0)?, row.number(1)?), row.count(2)?)),
            )?
            .into_iter()
            .collect();
        let sent = self.deliveries_of(gezin)?;
        found.sort_by_key(|t| (t.toewijzing.ingang, t.toewijzing.nummer));
        Ok(found
            .into_iter()
            .map(|mut beeld| {
                if !open.toegang.delen.has(Deel::Bedragen) || open.open(beeld.persoon) < Maat::Geheel {
                    (beeld.gedeclareerd, beeld.toewijzing.omvang, beeld.toewijzing.budget) =
                        (None, None, None);
                }
                let key = (i64::from(beeld.toewijzing.gemeente.number()), beeld.toewijzing.nummer);
                PlanToewijzing {
                    regel: lines.get(&key).copied(),
                    bezorging: sent.get(&key).cloned().unwrap_or(Bezorging::Onbekend),
                    beeld,
                }
            })
            .collect())
    }

    /// How it went with the newest message about each allocation of a family.
    fn deliveries_of(&mut self, gezin: Id<Gezin>) -> Result<BTreeMap<(i64, i64), Bezorging>, Fout> {
        let rows = self.db.query(
            "SELECT t.gemeente, t.nummer, u.bericht, u.bezorgd, o.bericht FROM persoon p JOIN toewijzing t ON t.persoon = p.id \
             LEFT JOIN uitgaand u ON u.bericht = t.bericht LEFT JOIN openstaand o ON o.bericht = t.bericht WHERE p.gezin = $1",
            &[(&gezin).into()],
            |row| {
                let (ours, taken, open) = (row.bytes_opt(2)?, row.number_opt(3)?, row.bytes_opt(4)?);
                let how = match (ours, taken, open) {
                    (Some(_), None, _) => Bezorging::Klaar,
                    (_, _, Some(_)) => Bezorging::Verstuurd,
                    (Some(_), Some(_), None) => Bezorging::Aangenomen,
                    (None, _, None) => Bezorging::Onbekend,
                };
                Ok(((row.number(0)?, row.number(1)?), how))
            },
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The lines of which the provider refused the allocation, or the last change of it, with the codes of the refusal.
    pub(super) fn refused_lines(&mut self, gezin: Id<Gezin>, open: &Geopend) -> Result<Vec<Geweigerd>, Fout> {
        if !open.toegang.delen.has(Deel::Hulp) {
            return Ok(Vec::new());
        }
        let rows = self.db.query(
            "SELECT l.gemeente, l.nummer, l.regel, l.persoon, x.bericht FROM plan_toewijzing l \
             JOIN betreft x ON x.gemeente = l.gemeente AND x.nummer = l.nummer AND x.persoon = l.persoon \
             JOIN bericht b ON b.id = x.bericht AND b.stand = 9 AND b.soort = 301 \
             LEFT JOIN toewijzing t ON t.gemeente = l.gemeente AND t.nummer = l.nummer \
             WHERE l.gezin = $1 AND (t.bericht IS NULL OR t.bericht < x.bericht) ORDER BY x.bericht DESC",
            &[(&gezin).into()],
            |row| {
                let key = (row.code(0)?, row.number(1)?);
                let persoon: Id<Persoon> = row.id(3)?;
                Ok((
                    persoon,
                    Geweigerd {
                        toewijzing: key,
                        regel: row.count(2)?,
                        bericht: row.id(4)?,
                        codes: Vec::new(),
                    },
                ))
            },
        )?;
        let mut refused: Vec<Geweigerd> = Vec::new();
        for (persoon, mut line) in rows {
            // The newest refusal of each counts.
            let told = refused.iter().any(|known| known.toewijzing == line.toewijzing);
            if told || open.open(persoon) < Maat::Hoofdlijn {
                continue;
            }
            let sql = "SELECT id FROM bericht WHERE antwoord_op = $1";
            if let Some(answer) = self.db.query_opt(sql, &[(&line.bericht).into()], |row| row.id(0))? {
                let answer = stored(self.db, &answer)?;
                let codes = answer.retourcodes().unwrap_or_default();
                line.codes = codes
                    .iter()
                    .map(|code| (code.code().to_owned(), code.omschrijving().to_owned()))
                    .collect();
            }
            refused.push(line);
        }
        Ok(refused)
    }
}
