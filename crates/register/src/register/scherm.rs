//! Shielding that goes along with a child, and shielded files that nobody can open any more.

use jiff::Timestamp;
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Identiteit, Onderdeel};

use super::accounts::find_active;
use super::toegang::{involve, members, somebody_works};
use super::{Register, millis};
use crate::Fout;
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;
use crate::schrijver::Beurt;

impl Register {
    /// Shielded families that nobody can open: everyone who was involved by name is gone.
    pub fn shielded_alone(&self) -> Result<Vec<Id<Gezin>>, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| {
            let sql = "SELECT id FROM gezin WHERE afgeschermd = 1 AND samen IS NULL ORDER BY id";
            let mut alone = Vec::new();
            for gezin in beurt.db.query(sql, &[], |row| row.id(0))? {
                if !somebody_works(beurt.db, gezin, now)? {
                    alone.push(gezin);
                }
            }
            Ok(alone)
        })
    }

    /// Gives a shielded family that nobody can open to a colleague, who stands in until a coordinator is there. `who` is someone at
    /// the machine itself. [`Fout::NietGevonden`] when there is no such family or somebody can open it, [`Fout::Zinloos`] when the
    /// account may not.
    pub fn give_shielded(&self, who: &Identiteit, gezin: Id<Gezin>, account: &str) -> Result<(), Fout> {
        let (who, account, now) = (who.clone(), account.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            if !dossier.afgeschermd || somebody_works(beurt.db, gezin, now)? {
                return Err(Fout::NietGevonden);
            }
            involve(beurt, &who, gezin, &account, Relatie::Vervanger, None, now)?;
            if !somebody_works(beurt.db, gezin, now)? {
                return Err(Fout::Zinloos("the account"));
            }
            let object = gezin.to_string();
            let line = Regel::by(&who, now, Handeling::Regelen, Onderdeel::Toegang.key(), &object);
            let persons = members(beurt.db, gezin)?;
            beurt.pen.write(beurt.db, &line, &persons)
        })
    }
}

/// The shield of a family goes along with a child of it that comes to live in another, and so does who may open it: an address that
/// has to stay secret is not told by the next message.
pub(crate) fn goes_along(
    beurt: &mut Beurt<'_>,
    from: Id<Gezin>,
    to: Id<Gezin>,
    now: Timestamp,
) -> Result<(), Fout> {
    let (dossier, _) = dossier_of(beurt.db, from)?;
    if !dossier.afgeschermd {
        return Ok(());
    }
    beurt.db.execute_one("UPDATE gezin SET afgeschermd = 1 WHERE id = $1", &[(&to).into()])?;
    // From the same moment as in the family that it comes from: messages may be older than the shield.
    let ties: Vec<(String, String, i64, Option<i64>, String)> = beurt.db.query(
        "SELECT account, relatie, van, tot, door FROM betrokken WHERE gezin = $1 AND (tot IS NULL OR tot > $2) ORDER BY id",
        &[(&from).into(), millis(now)],
        |row| Ok((row.text(0)?, row.text(1)?, row.number(2)?, row.number_opt(3)?, row.text(4)?)),
    )?;
    let running = "SELECT 1 FROM betrokken WHERE gezin = $1 AND (tot IS NULL OR tot > $2) AND (account = $3 OR relatie = $4) LIMIT 1";
    for (account, relatie, van, tot, door) in ties {
        let by_name = Relatie::from_key(&relatie).is_some_and(|one| Relatie::BETROKKEN.contains(&one));
        if !by_name || find_active(beurt.db, &account, now)?.is_none() {
            continue;
        }
        let coordinates = relatie == Relatie::Regisseur.key();
        let mut there = |account: &str, relatie: &str| {
            let values = [(&to).into(), millis(now), account.into(), relatie.into()];
            Ok::<_, Fout>(beurt.db.query_opt(running, &values, |row| row.number(0))?.is_some())
        };
        if there(&account, "")? {
            continue;
        }
        // A family has one coordinator: where there is one, the other stands in.
        let relatie =
            if coordinates && there("", &relatie)? { Relatie::Vervanger.key() } else { relatie.as_str() };
        let id: Id<crate::beeld::Betrokken> = Id::new(now, beurt.toeval.bytes()?);
        beurt.db.execute_one(
            "INSERT INTO betrokken (id, gezin, account, relatie, van, tot, door) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                (&id).into(),
                (&to).into(),
                account.as_str().into(),
                relatie.into(),
                van.into(),
                tot.into(),
                door.as_str().into(),
            ],
        )?;
    }
    Ok(())
}
