//! What could not be taken in.

use std::collections::BTreeSet;

use stelsel::{Bsn, Id, Onderdeel};

use super::leden::person_by_bsn;
use super::{Lezing, cursor_parts, cut, one_more};
use crate::Fout;
use crate::beeld::{Bezwaar, Lijst, Quarantaine, QuarantaineRegel};
use crate::db::Rij;
use crate::inpakken::unpack;

impl Lezing<'_> {
    /// Newest first.
    pub fn quarantaine(&mut self, na: Option<&str>) -> Result<Lijst<QuarantaineRegel>, Fout> {
        self.enter(Onderdeel::Quarantaine)?;
        let wrong = || Fout::Zinloos("the place to read on from");
        let (when, id) = match na.map(cursor_parts).transpose()? {
            Some((when, id)) => {
                let id: Id<Quarantaine> = Id::parse(id).map_err(|_| wrong())?;
                (when.parse::<i64>().map_err(|_| wrong())?, id.bytes().to_vec())
            }
            None => (i64::MAX, Vec::new()),
        };
        let rows = self.db.query(
            "SELECT id, bestand, wanneer, lengte, CASE WHEN inhoud IS NULL THEN 0 ELSE 1 END FROM quarantaine \
             WHERE (wanneer, id) < ($1, $2) ORDER BY wanneer DESC, id DESC LIMIT $3",
            &[when.into(), id.as_slice().into(), one_more().into()],
            line_of,
        )?;
        let mut part = cut(rows, |row| format!("{}~{}", row.wanneer.as_millisecond(), row.id));
        for row in &mut part.rijen {
            row.bezwaren = self.objections(row.id)?;
        }
        Ok(part)
    }

    /// One file with its text, when that was kept and is text.
    pub fn quarantaine_stuk(
        &mut self,
        id: Id<Quarantaine>,
    ) -> Result<(QuarantaineRegel, Option<String>), Fout> {
        self.enter(Onderdeel::Quarantaine)?;
        let found = self.db.query_opt(
            "SELECT id, bestand, wanneer, lengte, CASE WHEN inhoud IS NULL THEN 0 ELSE 1 END, inhoud FROM quarantaine WHERE id = $1",
            &[(&id).into()],
            |row| Ok((line_of(row)?, row.bytes_opt(5)?)),
        )?;
        let (mut line, packed) = found.ok_or(Fout::NietGevonden)?;
        line.bezwaren = self.objections(id)?;
        let text = packed.map(|packed| unpack(&packed)).transpose()?;
        let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
        let numbers: BTreeSet<Bsn> = text.iter().flat_map(|text| numbers_in(text)).collect();
        for bsn in numbers {
            self.seen.extend(person_by_bsn(self.db, bsn)?.map(|person| person.id));
        }
        Ok((line, text))
    }

    fn objections(&mut self, id: Id<Quarantaine>) -> Result<Vec<Bezwaar>, Fout> {
        self.db.query(
            "SELECT regel, pad, code, waarden FROM bezwaar WHERE quarantaine = $1 ORDER BY volgnr",
            &[(&id).into()],
            |row| {
                let values = row.text(3)?;
                let pair = |line: &str| {
                    line.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))
                };
                Ok(Bezwaar {
                    regel: row.count_opt(0)?,
                    pad: row.text_opt(1)?,
                    code: row.text(2)?,
                    waarden: values.lines().filter_map(pair).collect(),
                })
            },
        )
    }
}

/// The citizen service numbers that stand in a text.
fn numbers_in(text: &str) -> impl Iterator<Item = Bsn> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 9);
    words.filter_map(|word| Bsn::parse(word).ok())
}

fn line_of(row: &Rij<'_>) -> Result<QuarantaineRegel, Fout> {
    Ok(QuarantaineRegel {
        id: row.id(0)?,
        bestand: row.text(1)?,
        wanneer: row.moment(2)?,
        lengte: u64::try_from(row.number(3)?).unwrap_or_default(),
        bewaard: row.number(4)? == 1,
        bezwaren: Vec::new(),
    })
}
