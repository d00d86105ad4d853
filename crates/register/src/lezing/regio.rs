//! The region and a neighbourhood: figures, no persons.

use stelsel::{Onderdeel, Wijkcode};

use super::{Lezing, inrichting, outline_of};
use crate::Fout;
use crate::beeld::{Gebiedsnamen, GemeenteBeeld, RegioBeeld, WijkBeeld, WijkTegel, Wijkplek};

impl Lezing<'_> {
    /// The region: its municipalities and neighbourhoods.
    pub fn regio(&mut self) -> Result<RegioBeeld, Fout> {
        self.enter(Onderdeel::Regio)?;
        let (_, book) = self.book()?;
        let gemeenten = self.db.query(
            "SELECT g.code, g.naam, g.inwoners, (SELECT CAST(sum(w.jeugd) AS BIGINT) FROM wijk w WHERE w.gemeente = g.code) \
             FROM gemeente g WHERE g.in_regio = 1 ORDER BY g.naam",
            &[],
            |row| {
                let code = row.code(0)?;
                let part = book.gemeenten.get(&code).cloned().unwrap_or_default();
                Ok(GemeenteBeeld {
                    code,
                    naam: row.text(1)?,
                    inwoners: row.count_opt(2)?,
                    jeugd: row.count_opt(3)?,
                    in_hulp: part.in_hulp,
                    wachtend: part.wachtend,
                })
            },
        )?;
        let wijken = self.plekken()?.into_iter().map(|plek| {
            let in_hulp = book.wijken.get(&plek.code).map_or(0, |part| part.in_hulp);
            WijkTegel { plek, in_hulp }
        });
        let wijken = wijken.collect();
        Ok(RegioBeeld { inrichting: inrichting(self.db)?, gemeenten, wijken })
    }

    /// Where the neighbourhoods of the region lie: by municipality, then by code.
    pub fn wijkplekken(&mut self, part: Onderdeel) -> Result<Vec<Wijkplek>, Fout> {
        self.enter(part)?;
        self.plekken()
    }

    fn plekken(&mut self) -> Result<Vec<Wijkplek>, Fout> {
        self.db.query(
            "SELECT w.code, w.naam, w.kolom, w.rij, w.jeugd, w.omtrek FROM wijk w JOIN gemeente g ON g.code = w.gemeente \
             WHERE g.in_regio = 1 ORDER BY g.naam, w.code",
            &[],
            |row| {
                let small = |n: Option<u32>| n.and_then(|n| u8::try_from(n).ok());
                Ok(Wijkplek {
                    code: row.code(0)?,
                    naam: row.text(1)?,
                    tegel: small(row.count_opt(2)?).zip(small(row.count_opt(3)?)),
                    jeugd: row.count_opt(4)?,
                    omtrek: row.text_opt(5)?.map(|text| outline_of(&text)).transpose()?,
                })
            },
        )
    }

    /// The names that go with figures of the information position. Those of providers only for who may see figures of providers.
    pub fn gebiedsnamen(&mut self, part: Onderdeel) -> Result<Gebiedsnamen, Fout> {
        self.enter(part)?;
        let stand = self.figures_day()?;
        let vanaf = self.first_day(stand)?;
        let gemeenten = self.db.query(
            "SELECT code, naam FROM gemeente WHERE in_regio = 1 ORDER BY naam",
            &[],
            |row| Ok((row.code(0)?, row.text(1)?)),
        )?;
        let wijken = self.db.query(
            "SELECT w.code, w.naam, w.jeugd FROM wijk w JOIN gemeente g ON g.code = w.gemeente WHERE g.in_regio = 1 \
             ORDER BY w.naam, w.code",
            &[],
            |row| Ok((row.code(0)?, row.text(1)?, row.count_opt(2)?)),
        )?;
        let aanbieders = if part == Onderdeel::Aanbiedercijfers {
            let named = "SELECT agb, naam FROM aanbieder WHERE naam IS NOT NULL ORDER BY naam, agb";
            self.db.query(named, &[], |row| Ok((row.code(0)?, row.text(1)?)))?
        } else {
            Vec::new()
        };
        Ok(Gebiedsnamen { inrichting: inrichting(self.db)?, vanaf, gemeenten, wijken, aanbieders })
    }

    /// One neighbourhood.
    pub fn wijk(&mut self, code: Wijkcode) -> Result<WijkBeeld, Fout> {
        self.enter(Onderdeel::Wijk)?;
        let (stand, book) = self.book()?;
        let vanaf = self.first_day(stand)?;
        let found = self.db.query_opt(
            "SELECT w.naam, g.code, g.naam, w.inwoners, w.jeugd, w.jeugdzorg_2022 FROM wijk w \
             JOIN gemeente g ON g.code = w.gemeente WHERE w.code = $1",
            &[code.number().into()],
            |row| {
                Ok(WijkBeeld {
                    code,
                    naam: row.text(0)?,
                    gemeente: row.code(1)?,
                    gemeente_naam: row.text(2)?,
                    inwoners: row.count_opt(3)?,
                    jeugd: row.count_opt(4)?,
                    cbs_2022: row.count_opt(5)?,
                    stand,
                    vanaf,
                    episoden: book.wijken.get(&code).cloned().unwrap_or_default().episoden,
                })
            },
        )?;
        found.ok_or(Fout::NietGevonden)
    }
}
