//! Deeds on what may be there twice: bringing together, keeping apart, taking apart again.

use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon};

use super::Register;
use super::leden::here;
use crate::Fout;
use crate::beeld::{Dubbeldaad, Samenvoeging};
use crate::db::Verbinding;
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;
use crate::samenvoegen::{self, Wie};
use crate::schrijver::Beurt;

impl Register {
    /// Does what somebody says about what may be there twice. All of it happens, or nothing. Bringing together twice is bringing
    /// together once.
    pub fn arrange_double(&self, who: &Identiteit, daad: &Dubbeldaad) -> Result<(), Fout> {
        let (me, daad, now) = (who.clone(), daad.clone(), self.0.klok.now());
        let done = if who.decides() {
            self.write(move |beurt| {
                let wie = Wie { door: &me.account, now };
                let touched = arrange(beurt, &me, &daad, wie)?;
                count_intake(beurt.db)?;
                for gezin in touched {
                    let persons = beurt.db.query(
                        "SELECT id FROM persoon WHERE gezin = $1",
                        &[(&gezin).into()],
                        |row| row.id(0),
                    )?;
                    let object = gezin.to_string();
                    let line = Regel::by(&me, now, Handeling::Regelen, Onderdeel::Dubbelen.key(), &object);
                    beurt.pen.write(beurt.db, &line, &persons)?;
                }
                Ok(())
            })
        } else {
            Err(Fout::NietGevonden)
        };
        self.or_refused(who, (Handeling::Regelen, Onderdeel::Dubbelen), "dubbel", done)
    }
}

fn opens(db: &mut Verbinding, who: &Identiteit, gezin: Id<Gezin>) -> Result<(), Fout> {
    let (dossier, _) = dossier_of(db, gezin)?;
    if who.opens(dossier, Deel::Toegang) { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// Does it; gives the families that it touched.
fn arrange(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    daad: &Dubbeldaad,
    wie: Wie<'_>,
) -> Result<Vec<Id<Gezin>>, Fout> {
    match daad {
        Dubbeldaad::Gezinnen { blijft, weg, personen } => {
            opens(beurt.db, who, *blijft)?;
            opens(beurt.db, who, *weg)?;
            for (stays, goes) in personen {
                here(beurt.db, *blijft, *stays)?;
                here(beurt.db, *weg, *goes)?;
            }
            samenvoegen::together_after_all(beurt.db, blijft.bytes(), weg.bytes())?;
            let record = samenvoegen::families(beurt, (*weg, *blijft), wie)?;
            for (stays, goes) in personen {
                samenvoegen::together_after_all(beurt.db, stays.bytes(), goes.bytes())?;
                samenvoegen::persons(beurt, (*goes, *stays), Some(record), wie)?;
            }
            Ok(vec![*blijft])
        }
        Dubbeldaad::Mensen { blijft, weg, personen } => {
            opens(beurt.db, who, *blijft)?;
            opens(beurt.db, who, *weg)?;
            if personen.is_empty() {
                return Err(Fout::Zinloos("the persons"));
            }
            for (stays, goes) in personen {
                here(beurt.db, *blijft, *stays)?;
                here(beurt.db, *weg, *goes)?;
                samenvoegen::together_after_all(beurt.db, stays.bytes(), goes.bytes())?;
                samenvoegen::persons(beurt, (*goes, *stays), None, wie)?;
            }
            Ok(vec![*blijft, *weg])
        }
        Dubbeldaad::Personen { gezin, blijft, weg } => {
            opens(beurt.db, who, *gezin)?;
            both_theirs(beurt.db, who, *blijft, *weg)?;
            samenvoegen::together_after_all(beurt.db, blijft.bytes(), weg.bytes())?;
            samenvoegen::persons(beurt, (*weg, *blijft), None, wie)?;
            Ok(vec![*gezin])
        }
        Dubbeldaad::GezinnenNiet(one, other) => {
            opens(beurt.db, who, *one)?;
            opens(beurt.db, who, *other)?;
            samenvoegen::keep_apart(beurt.db, one.bytes(), other.bytes(), wie)?;
            Ok(vec![*one, *other])
        }
        Dubbeldaad::PersonenNiet(gezin, one, other) => {
            opens(beurt.db, who, *gezin)?;
            both_theirs(beurt.db, who, *one, *other)?;
            samenvoegen::keep_apart(beurt.db, one.bytes(), other.bytes(), wie)?;
            Ok(vec![*gezin])
        }
        Dubbeldaad::UitElkaar(id) => take_apart(beurt, who, *id, wie),
    }
}

/// Persons of families that the reader may arrange.
fn both_theirs(
    db: &mut Verbinding,
    who: &Identiteit,
    one: Id<Persoon>,
    other: Id<Persoon>,
) -> Result<(), Fout> {
    for person in [one, other] {
        let sql = "SELECT gezin FROM persoon WHERE id = $1";
        let gezin = db.query_opt(sql, &[(&person).into()], |row| row.id(0))?.ok_or(Fout::NietGevonden)?;
        opens(db, who, gezin)?;
    }
    Ok(())
}

fn take_apart(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    id: Id<Samenvoeging>,
    wie: Wie<'_>,
) -> Result<Vec<Id<Gezin>>, Fout> {
    let found = beurt.db.query_opt(
        "SELECT w.samen, p.gezin, s.weg FROM samenvoeging s LEFT JOIN gezin w ON w.id = s.weg LEFT JOIN persoon p ON p.id = s.weg \
         WHERE s.id = $1 AND s.ongedaan IS NULL",
        &[(&id).into()],
        |row| Ok((row.bytes_opt(0)?, row.bytes_opt(1)?, row.bytes(2)?)),
    )?;
    let (family, of_person, weg) = found.ok_or(Fout::NietGevonden)?;
    let is_family = family.is_some();
    let gezin: Id<Gezin> = Id::try_from(family.or(of_person).ok_or(Fout::NietGevonden)?.as_slice())?;
    opens(beurt.db, who, gezin)?;
    samenvoegen::take_apart(beurt, id, wie)?;
    let mut touched = vec![gezin];
    if is_family {
        let apart: Id<Gezin> = Id::try_from(weg.as_slice())?;
        touched.push(apart);
        // Whoever takes two apart goes on knowing both.
        let werk = super::leden::Werk { who, gezin: apart, now: wie.now };
        super::leden::stay_near(beurt, &werk)?;
    }
    Ok(touched)
}
