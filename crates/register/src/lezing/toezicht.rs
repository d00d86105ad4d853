//! The journal of a month for who watches over it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use stelsel::Onderdeel;

use super::Lezing;
use crate::Fout;
use crate::beeld::{Beoordeling, Bevonden, ToezichtBeeld};
use crate::db::{Rij, Waarde, day_number};
use crate::toezicht::{AccountKennis, DREMPELS, GezinKennis, Kennis, Kijk, propose};

/// Far after every day there is, for help without an end.
const NOOIT: i64 = 4_000_000;

/// Which lines open files of families: every part but the lists, so that a new part is watched from its first day; `$1` to `$2` are the days.
macro_rules! opened {
    ($select:literal, $join:literal) => {
        concat!(
            "SELECT DISTINCT ",
            $select,
            " FROM journaal j JOIN journaal_persoon x ON x.dag = j.dag AND x.nr = j.nr JOIN persoon p ON p.id = x.persoon ",
            $join,
            " WHERE j.dag >= $1 AND j.dag < $2 AND j.rol <> 'programma' \
             AND j.onderdeel NOT IN ('gezinnen', 'verzoeken', 'berichten', 'meldingen', 'bewaren')"
        )
    };
}
const FAMILIES: &str = opened!("j.dag, j.nr, p.gezin", "");
const KNOWN: &str = opened!(
    "g.id, g.postcode, g.zoeknaam, (SELECT count(*) FROM gezin z WHERE z.zoeknaam = g.zoeknaam)",
    "JOIN gezin g ON g.id = p.gezin"
);
const HELP: &str = opened!(
    "p.gezin, t.ingang, t.eind",
    "JOIN persoon f ON f.gezin = p.gezin JOIN toewijzing t ON t.persoon = f.id"
);
const ASKED: &str = opened!(
    "p.gezin, v.dagtekening, v.dagtekening",
    "JOIN persoon f ON f.gezin = p.gezin JOIN verzoek v ON v.persoon = f.id"
);

impl Lezing<'_> {
    /// A month of the journal with what is proposed to look into; without a month the newest that is over, or this one.
    pub fn toezicht(&mut self, maand: Option<Date>) -> Result<ToezichtBeeld, Fout> {
        self.enter(Onderdeel::Journaal)?;
        let this = self.today.first_of_month();
        let maanden = self.months()?;
        let over = maanden.iter().copied().find(|month| *month < this);
        let maand = maand.map(Date::first_of_month).or(over).unwrap_or(this);
        let bounds = [day_number(maand).into(), day_number(maand.saturating_add(1.month())).into()];
        let kijken = self.deeds(&bounds)?;
        let kennis = self.knowledge(&bounds)?;
        let mut voorstellen = propose(maand, maand < this, &kijken, &kennis, &DREMPELS);
        for voorstel in &mut voorstellen {
            voorstel.beoordeling = review_of(self.db, &voorstel.sleutel)?;
        }
        let regels = kijken.len() as u64;
        Ok(ToezichtBeeld { maand, maanden, loopt: maand >= this, regels, voorstellen })
    }

    fn months(&mut self) -> Result<Vec<Date>, Fout> {
        let days = self.db.query("SELECT dag FROM journaal_dag ORDER BY dag DESC", &[], |row| row.day(0))?;
        let mut months: Vec<Date> = days.into_iter().map(Date::first_of_month).collect();
        months.dedup();
        Ok(months)
    }

    fn deeds(&mut self, bounds: &[Waarde<'_>]) -> Result<Vec<Kijk>, Fout> {
        let mut families: BTreeMap<(i64, i64), BTreeSet<Vec<u8>>> = BTreeMap::new();
        self.db.query(FAMILIES, bounds, |row| {
            families.entry((row.number(0)?, row.number(1)?)).or_default().insert(row.bytes(2)?);
            Ok(())
        })?;
        self.db.query(
            "SELECT dag, nr, wanneer, wie, rol, doel, handeling, onderdeel, uitkomst FROM journaal \
             WHERE dag >= $1 AND dag < $2 AND rol <> 'programma' ORDER BY dag, nr",
            bounds,
            |row| {
                let plek = (row.number(0)?, row.number(1)?);
                Ok(Kijk {
                    plek,
                    wanneer: row.moment(2)?,
                    account: row.text(3)?,
                    rol: row.text(4)?,
                    doel: row.text(5)?,
                    handeling: row.text(6)?,
                    onderdeel: row.text(7)?,
                    uitkomst: row.text(8)?,
                    gezinnen: families.remove(&plek).unwrap_or_default(),
                })
            },
        )
    }

    fn knowledge(&mut self, bounds: &[Waarde<'_>]) -> Result<Kennis, Fout> {
        let mut gezinnen: BTreeMap<Vec<u8>, GezinKennis> = BTreeMap::new();
        self.db.query(KNOWN, bounds, |row| {
            let family = GezinKennis {
                postcode: row.text_opt(1)?.map(|code| postcode(&code)),
                zoeknaam: row.text(2)?,
                naamgenoten: row.number(3)?,
                hulp: Vec::new(),
            };
            gezinnen.insert(row.bytes(0)?, family);
            Ok(())
        })?;
        for sql in [HELP, ASKED] {
            self.db.query(sql, bounds, |row: &Rij<'_>| {
                if let Some(family) = gezinnen.get_mut(&row.bytes(0)?) {
                    family.hulp.push((row.number(1)?, row.number_opt(2)?.unwrap_or(NOOIT)));
                }
                Ok(())
            })?;
        }
        let accounts =
            self.db.query("SELECT sleutel, naam, rol, wijken, postcode, gezin FROM account", &[], |row| {
                let known = AccountKennis {
                    naam: row.text(1)?,
                    rol: row.text(2)?,
                    team: row.text(3)?,
                    postcode: row.text_opt(4)?.map(|code| postcode(&code)),
                    gezin: row.bytes_opt(5)?,
                };
                Ok((row.text(0)?, known))
            })?;
        Ok(Kennis { accounts: accounts.into_iter().collect(), gezinnen, sleutel: self.key })
    }
}

/// A postcode in one way of writing.
pub(crate) fn postcode(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// What an auditor found of a proposal.
pub(crate) fn review_of(db: &mut crate::db::Verbinding, sleutel: &str) -> Result<Option<Beoordeling>, Fout> {
    db.query_opt(
        "SELECT coalesce(a.naam, b.wie), b.wanneer, b.uitkomst, b.toelichting FROM beoordeling b \
         LEFT JOIN account a ON a.sleutel = b.wie WHERE b.voorstel = $1",
        &[sleutel.into()],
        |row| {
            let uitkomst = Bevonden::from_key(&row.text(2)?)
                .ok_or(Fout::Tegenstrijdig("a review has an unknown outcome"))?;
            Ok(Beoordeling {
                wie: row.text(0)?,
                wanneer: row.moment(1)?,
                uitkomst,
                toelichting: row.text(3)?,
            })
        },
    )
}

/// The first day of a month, from `2026-10`.
pub(crate) fn month_of(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_postcodes_read_in_one_way() {
        assert_eq!(month_of("2026-10"), Some(jiff::civil::date(2026, 10, 1)));
        assert_eq!(month_of("2026-13"), None);
        assert_eq!(month_of("oktober"), None);
        assert_eq!(postcode("4811 ab"), "4811AB");
        assert!(NOOIT > day_number(jiff::civil::date(9999, 12, 31)));
    }
}
