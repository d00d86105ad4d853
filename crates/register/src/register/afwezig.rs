//! Being away: a colleague stands in for every family of which one is the coordinator, and it ends by itself.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::klok::dutch_zone;
use stelsel::{Identiteit, Onderdeel, Rol};

use super::accounts::{all, find_active};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::AfwezigBeeld;
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};

/// Marks the identifier of an absence.
enum Afwezig {}

impl Register {
    /// Says that one is away from a day to a day, both included, and who stands in. What was said before is replaced.
    pub fn be_away(&self, who: &Identiteit, (van, tot): (Date, Date), vervanger: &str) -> Result<(), Fout> {
        let (who, vervanger, now) = (who.clone(), vervanger.to_owned(), self.0.klok.now());
        if !stands_in(who.rol) {
            return Err(Fout::NietGevonden);
        }
        let (from, until) =
            (start_of(van)?, start_of(tot.tomorrow().map_err(|_| Fout::Zinloos("the last day"))?)?);
        if tot < van || until <= now {
            return Err(Fout::Zinloos("the days"));
        }
        self.write(move |beurt| {
            let other = find_active(beurt.db, &vervanger, now)?;
            let fits = other.is_some_and(|other| stands_in(other.rol) && other.account != who.account);
            if !fits {
                return Err(Fout::Zinloos("who stands in"));
            }
            beurt.db.execute("DELETE FROM afwezig WHERE account = $1", &[who.account.as_str().into()])?;
            let id: stelsel::Id<Afwezig> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO afwezig (id, account, vervanger, van, tot, door) VALUES ($1, $2, $3, $4, $5, $2)",
                &[
                    (&id).into(),
                    who.account.as_str().into(),
                    vervanger.as_str().into(),
                    millis(from),
                    millis(until),
                ],
            )?;
            let line = Regel::by(&who, now, Handeling::Regelen, Onderdeel::MijnAccount.key(), "afwezig");
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Is back.
    pub fn be_back(&self, who: &Identiteit) -> Result<(), Fout> {
        let (who, now) = (who.clone(), self.0.klok.now());
        if !stands_in(who.rol) {
            return Err(Fout::NietGevonden);
        }
        self.write(move |beurt| {
            beurt.db.execute("DELETE FROM afwezig WHERE account = $1", &[who.account.as_str().into()])?;
            let line = Regel::by(&who, now, Handeling::Regelen, Onderdeel::MijnAccount.key(), "afwezig");
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Whether one is or will be away, and the colleagues who can stand in; nothing for who is no coordinator of families.
    #[expect(clippy::type_complexity, reason = "two things of one page, named there")]
    pub fn away_of(
        &self,
        who: &Identiteit,
    ) -> Result<Option<(Option<AfwezigBeeld>, Vec<(String, String)>)>, Fout> {
        if !stands_in(who.rol) {
            return Ok(None);
        }
        let now = self.0.klok.now();
        self.0.lezers.read(|db| {
            let colleagues = all(db, now)?
                .into_iter()
                .filter(|other| stands_in(other.rol) && other.account != who.account);
            let colleagues = colleagues.map(|other| (other.account, other.naam)).collect();
            Ok(Some((away(db, &who.account, now)?, colleagues)))
        })
    }
}

/// Who can be away and can stand in: who can be the coordinator of a family.
const fn stands_in(rol: Rol) -> bool {
    matches!(rol, Rol::Wijkteam | Rol::Regisseur)
}

/// The absence of someone that is not over.
pub(crate) fn away(db: &mut Verbinding, account: &str, now: Timestamp) -> Result<Option<AfwezigBeeld>, Fout> {
    db.query_opt(
        "SELECT w.van, w.tot, a.naam FROM afwezig w JOIN account a ON a.sleutel = w.vervanger \
         WHERE w.account = $1 AND w.tot > $2 ORDER BY w.van LIMIT 1",
        &[account.into(), millis(now)],
        |row| Ok(AfwezigBeeld { van: row.moment(0)?, tot: row.moment(1)?, vervanger: row.text(2)? }),
    )
}

fn start_of(day: Date) -> Result<Timestamp, Fout> {
    day.to_zoned(dutch_zone()).map(|moment| moment.timestamp()).map_err(|_| Fout::Zinloos("the days"))
}
