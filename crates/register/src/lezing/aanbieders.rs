//! Providers: figures, no persons.

use ijw::Berichttype;
use stelsel::toegang::Bereik;
use stelsel::{AgbCode, Cent, Onderdeel};

use super::{Lezing, cursor_parts, cut, like, one_more};
use crate::Fout;
use crate::beeld::{AanbiederBeeld, AanbiederRegel, AanbiedersFilter, Lijst};

impl Lezing<'_> {
    /// Providers by name, those without a name last.
    pub fn aanbieders(&mut self, filter: &AanbiedersFilter) -> Result<Lijst<AanbiederRegel>, Fout> {
        let reach = self.enter(Onderdeel::Aanbieders)?;
        let own =
            if reach == Bereik::Eigen { Some(self.who.aanbieder.ok_or(Fout::NietGevonden)?) } else { None };
        let (_, book) = self.book()?;
        let pattern = filter.zoek.as_deref().filter(|z| !z.trim().is_empty()).map(like);
        let (name, agb) = match filter.na.as_deref().map(cursor_parts).transpose()? {
            Some((name, agb)) => (
                Some(name),
                AgbCode::parse(agb).map_err(|_| Fout::Zinloos("the place to read on from"))?.number(),
            ),
            None => (None, 0),
        };
        // Sorting and reading on by a name that is never empty: a provider without one sorts behind all letters.
        let rows = self.db.query(
            "SELECT agb, naam FROM aanbieder \
             WHERE (lower(coalesce(naam, '')) LIKE $1 ESCAPE '!' OR CAST(agb AS TEXT) LIKE $1 ESCAPE '!' OR $1 IS NULL) \
             AND (agb = $2 OR $2 IS NULL) \
             AND (coalesce(naam, '~') > $3 OR (coalesce(naam, '~') = $3 AND agb > $4) OR $3 IS NULL) \
             ORDER BY coalesce(naam, '~'), agb LIMIT $5",
            &[
                pattern.as_deref().into(),
                own.map(AgbCode::number).into(),
                name.into(),
                agb.into(),
                one_more().into(),
            ],
            |row| {
                let agb = row.code(0)?;
                let part = book.aanbieders.get(&agb).cloned().unwrap_or_default();
                Ok(AanbiederRegel { agb, naam: row.text_opt(1)?, in_hulp: part.in_hulp, wachtend: part.wachtend })
            },
        )?;
        Ok(cut(rows, |row| format!("{}~{}", row.naam.as_deref().unwrap_or("~"), row.agb)))
    }

    /// One provider.
    pub fn aanbieder(&mut self, agb: AgbCode) -> Result<AanbiederBeeld, Fout> {
        self.enter(Onderdeel::Aanbieders)?;
        if !self.who.has_aanbieder(Onderdeel::Aanbieders, Some(agb)) {
            return Err(Fout::NietGevonden);
        }
        let (stand, book) = self.book()?;
        let vanaf = self.first_day(stand)?;
        let of = [agb.number().into()];
        let naam =
            self.db.query_opt("SELECT naam FROM aanbieder WHERE agb = $1", &of, |row| row.text_opt(0))?;
        let naam = naam.ok_or(Fout::NietGevonden)?;
        let gedeclareerd = self.db.query(
            "SELECT maand, CAST(sum(bedrag) AS BIGINT) FROM declaratie WHERE aanbieder = $1 GROUP BY maand ORDER BY maand",
            &of,
            |row| Ok((row.day(0)?, Cent(row.number(1)?))),
        )?;
        let gemeenten = self.db.query(
            "SELECT coalesce(g.naam, CAST(t.gemeente AS TEXT)) FROM (SELECT DISTINCT gemeente FROM toewijzing WHERE aanbieder = $1) t \
             LEFT JOIN gemeente g ON g.code = t.gemeente ORDER BY 1",
            &of,
            |row| row.text(0),
        )?;
        let berichten = self.db.query(
            "SELECT soort, count(*) FROM bericht WHERE aanbieder = $1 GROUP BY soort ORDER BY soort",
            &of,
            |row| Ok((super::berichten::kind_of(row.number(0)?)?, u64::from(row.count(1)?))),
        )?;
        let berichten: Vec<(Berichttype, u64)> = berichten;
        let part = book.aanbieders.get(&agb).cloned().unwrap_or_default();
        let regel = AanbiederRegel { agb, naam, in_hulp: part.in_hulp, wachtend: part.wachtend };
        Ok(AanbiederBeeld {
            regel,
            stand,
            vanaf,
            episoden: part.episoden,
            gedeclareerd,
            gemeenten,
            berichten,
        })
    }
}
