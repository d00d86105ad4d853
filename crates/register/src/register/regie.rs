//! Who coordinates: handing over and standing in, each in one step, and never two at once.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::klok::dutch_zone;
use stelsel::plan::Woorden;
use stelsel::toegang::{Deel, Delen, Relatie, delen};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use super::accounts::find_active;
use super::formulier::Formulier;
use super::toegang::end_of;
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Betrokken, Gedaan, Regiedaad};
use crate::db::Verbinding;
use crate::journaal::Handeling;
use crate::schrijver::Beurt;

/// Marks the identifier of a handover.
#[derive(Debug)]
pub enum Overdracht {}

/// Why a handover was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenOverdracht {
    /// Somebody else handed over in the meantime: the coordinator is another than the one who was read.
    Eerder,
    /// Who should take over coordinates already.
    IsHetAl,
}

impl Register {
    /// Hands a family over, or lets somebody stand in. The old coordinator ends the moment the new one begins; of two who hand
    /// over at once the second is told.
    pub fn hand_over(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        daad: Regiedaad,
        sleutel: &str,
    ) -> Result<Gedaan<Overdracht, GeenOverdracht>, Fout> {
        let form = Formulier {
            gezin,
            deel: Deel::Toegang,
            onderdeel: Onderdeel::Plan,
            handeling: Handeling::Regelen,
            sleutel,
            mag: matches!(who.rol, Rol::Wijkteam | Rol::Regisseur | Rol::Teamleider),
        };
        self.form(who, &form, move |beurt, who, _, now| match daad {
            Regiedaad::Overdracht { naar, vanaf, woord, gelezen } => {
                let from = vanaf.map(begin_of).transpose()?.filter(|from| *from > now).unwrap_or(now);
                let over = Over { gezin, naar: &naar, woord: &woord, from, tot: None, who, now };
                over.to_new_coordinator(beurt, gelezen)
            }
            Regiedaad::Vervanging { wie, tot, woord } => {
                let until = end_of(tot)?;
                if until <= now {
                    return Err(Fout::Zinloos("the last day"));
                }
                let over = Over { gezin, naar: &wie, woord: &woord, from: now, tot: Some(until), who, now };
                over.to_stand_in(beurt)
            }
        })
    }
}

/// A handover that is carried out.
struct Over<'a> {
    gezin: Id<Gezin>,
    naar: &'a str,
    woord: &'a str,
    from: Timestamp,
    tot: Option<Timestamp>,
    who: &'a Identiteit,
    now: Timestamp,
}

impl Over<'_> {
    fn to_new_coordinator(
        &self,
        beurt: &mut Beurt<'_>,
        read: Option<Id<Betrokken>>,
    ) -> Result<Gedaan<Overdracht, GeenOverdracht>, Fout> {
        self.can(beurt.db, Relatie::Regisseur)?;
        let (known, planned) = coordinators(beurt.db, self.gezin, self.now)?;
        let newest = planned.as_ref().or(known.as_ref());
        if newest.map(|open| open.id) != read {
            return Ok(Gedaan::Nieuwer(Box::new(GeenOverdracht::Eerder)));
        }
        if newest.is_some_and(|open| open.account == self.naar) {
            return Ok(Gedaan::Nieuwer(Box::new(GeenOverdracht::IsHetAl)));
        }
        // A handover that was to come and is replaced never held.
        if let Some(planned) = planned {
            beurt.db.execute_one("DELETE FROM betrokken WHERE id = $1", &[(&planned.id).into()])?;
        }
        if let Some(known) = &known {
            // One whose end was set already does not go on longer for it.
            let sql = "UPDATE betrokken SET tot = $1 WHERE id = $2 AND (tot IS NULL OR tot > $1)";
            beurt.db.execute(sql, &[millis(self.from), (&known.id).into()])?;
        }
        self.involve(beurt, Relatie::Regisseur)?;
        self.note(beurt, Relatie::Regisseur, known.map(|known| known.account).as_deref())
    }

    fn to_stand_in(&self, beurt: &mut Beurt<'_>) -> Result<Gedaan<Overdracht, GeenOverdracht>, Fout> {
        self.can(beurt.db, Relatie::Vervanger)?;
        let (known, _) = coordinators(beurt.db, self.gezin, self.now)?;
        if known.as_ref().is_some_and(|known| known.account == self.naar) {
            return Ok(Gedaan::Nieuwer(Box::new(GeenOverdracht::IsHetAl)));
        }
        // The same again is a new term.
        beurt.db.execute(
            "UPDATE betrokken SET tot = $1 WHERE gezin = $2 AND account = $3 AND relatie = 'vervanger' AND (tot IS NULL OR tot > $1)",
            &[millis(self.now), (&self.gezin).into(), self.naar.into()],
        )?;
        self.involve(beurt, Relatie::Vervanger)?;
        self.note(beurt, Relatie::Vervanger, known.map(|known| known.account).as_deref())
    }

    /// Whether the account can do this for a family.
    fn can(&self, db: &mut Verbinding, relatie: Relatie) -> Result<(), Fout> {
        let someone = find_active(db, self.naar, self.now)?.ok_or(Fout::Zinloos("the account"))?;
        if delen(someone.rol, relatie) == Delen::GEEN { Err(Fout::Zinloos("the account")) } else { Ok(()) }
    }

    fn involve(&self, beurt: &mut Beurt<'_>, relatie: Relatie) -> Result<(), Fout> {
        let id: Id<Betrokken> = Id::new(self.now, beurt.toeval.bytes()?);
        beurt.db.execute_one(
            "INSERT INTO betrokken (id, gezin, account, relatie, van, tot, door) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                (&id).into(),
                (&self.gezin).into(),
                self.naar.into(),
                relatie.key().into(),
                millis(self.from),
                self.tot.map(Timestamp::as_millisecond).into(),
                self.who.account.as_str().into(),
            ],
        )
    }

    /// Keeps who handed over to whom, with the word to the family.
    fn note(
        &self,
        beurt: &mut Beurt<'_>,
        relatie: Relatie,
        before: Option<&str>,
    ) -> Result<Gedaan<Overdracht, GeenOverdracht>, Fout> {
        let woord = Woorden::new(self.woord).map_err(|_| Fout::Zinloos("the words to the family"))?;
        let id: Id<Overdracht> = Id::new(self.now, beurt.toeval.bytes()?);
        beurt.db.execute_one(
            "INSERT INTO overdracht (id, gezin, relatie, van, naar, vanaf, tot, woord, door, wanneer) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &[
                (&id).into(),
                (&self.gezin).into(),
                relatie.key().into(),
                before.into(),
                self.naar.into(),
                millis(self.from),
                self.tot.map(Timestamp::as_millisecond).into(),
                woord.as_str().into(),
                self.who.account.as_str().into(),
                millis(self.now),
            ],
        )?;
        Ok(Gedaan::Opgeslagen(id, 1))
    }
}

/// A coordinator who was given by name.
struct Bekend {
    id: Id<Betrokken>,
    account: String,
}

/// The coordinator of now, and the one who is to take over.
fn coordinators(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    now: Timestamp,
) -> Result<(Option<Bekend>, Option<Bekend>), Fout> {
    let found = db.query(
        "SELECT id, account, van FROM betrokken WHERE gezin = $1 AND relatie = 'regisseur' \
         AND (tot IS NULL OR (tot > $2 AND tot > van)) ORDER BY van, id",
        &[(&gezin).into(), millis(now)],
        |row| Ok((Bekend { id: row.id(0)?, account: row.text(1)? }, row.moment(2)? <= now)),
    )?;
    let (mut known, mut planned) = (None, None);
    for (someone, holds) in found {
        *(if holds { &mut known } else { &mut planned }) = Some(someone);
    }
    Ok((known, planned))
}

/// The first moment of a day, in the Netherlands.
fn begin_of(day: Date) -> Result<Timestamp, Fout> {
    day.to_zoned(dutch_zone()).map(|moment| moment.timestamp()).map_err(|_| Fout::Zinloos("the first day"))
}
