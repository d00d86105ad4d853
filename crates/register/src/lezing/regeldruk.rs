//! What writing conversations down costs: figures in which no family and nobody of the staff stands.

use jiff::ToSpan;
use jiff::civil::Date;
use stelsel::{Onderdeel, Wijkcode};

use super::Lezing;
use crate::Fout;
use crate::beeld::{RegeldrukBeeld, RegeldrukRij, VeldRij};
use crate::db::Rij;

/// Months that are looked back.
const MAANDEN: i64 = 12;

impl Lezing<'_> {
    /// The figures of the burden meter, as they were counted when conversations were finished.
    pub fn regeldruk(&mut self) -> Result<RegeldrukBeeld, Fout> {
        self.enter(Onderdeel::Regeldruk)?;
        let oldest = month_number(self.today.saturating_sub((MAANDEN - 1).months()));
        let rijen = self.db.query(
            "SELECT maand, wijk, gesprekken, gevuld, aangeboden, seconden FROM regeldruk WHERE maand >= $1 ORDER BY maand, wijk",
            &[oldest.into()],
            |row| {
                Ok(RegeldrukRij {
                    maand: row.number(0)?,
                    wijk: if row.number(1)? == 0 { None } else { row.code_opt::<Wijkcode>(1)? },
                    gesprekken: count(row, 2)?,
                    gevuld: count(row, 3)?,
                    aangeboden: count(row, 4)?,
                    seconden: count(row, 5)?,
                })
            },
        )?;
        let velden = self.db.query(
            "SELECT maand, veld, aangeboden, gevuld FROM veldgebruik WHERE maand >= $1 ORDER BY maand, veld",
            &[oldest.into()],
            |row| {
                Ok(VeldRij {
                    maand: row.number(0)?,
                    veld: row.text(1)?,
                    aangeboden: count(row, 2)?,
                    gevuld: count(row, 3)?,
                })
            },
        )?;
        let wijken = self.db.query("SELECT code, naam FROM wijk ORDER BY naam, code", &[], |row| {
            Ok((row.code::<Wijkcode>(0)?, row.text(1)?))
        })?;
        Ok(RegeldrukBeeld { maand: month_number(self.today), rijen, velden, wijken })
    }
}

/// Year and month as one number.
pub(crate) fn month_number(day: Date) -> i64 {
    i64::from(day.year()) * 100 + i64::from(day.month())
}

fn count(row: &Rij<'_>, place: usize) -> Result<u32, Fout> {
    Ok(u32::try_from(row.number(place)?).unwrap_or_default())
}
