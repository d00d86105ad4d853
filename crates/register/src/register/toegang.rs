//! Deeds on who may see a file: involving someone, shielding, authority, sharing, and breaking the glass.

use jiff::{SignedDuration, Timestamp};
use stelsel::klok::dutch_zone;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::leeftijd::own_door;
use stelsel::toegang::{Deel, Delen, Keuze, Relatie, delen};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon};

use super::accounts::find_active;
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Maatregel, NOOD_MINUTEN, Nood, Oordeel, REDEN_MAX, REDEN_MIN, Zoek};
use crate::db::{Verbinding, day_number};
use crate::journaal::{Afloop, Handeling, Regel};
use crate::lezing::Lezing;
use crate::lezing::toegang::{dossier_of, tied_to};
use crate::schrijver::Beurt;

impl Register {
    /// Does something about who may see the file of a family. Who may decide on that, may; a young person decides on sharing.
    pub fn arrange(&self, who: &Identiteit, gezin: Id<Gezin>, deed: &Maatregel) -> Result<(), Fout> {
        let (me, deed, now) = (who.clone(), deed.clone(), self.0.klok.now());
        let arranged = self.write(move |beurt| {
            let who = me;
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            let open = who.toegang(dossier).filter(|open| open.delen.has(Deel::Toegang));
            let open = open.ok_or(Fout::NietGevonden)?;
            let shares = matches!(deed, Maatregel::Deel { .. });
            if shares != (open.relatie == Relatie::Lid) {
                return Err(Fout::NietGevonden);
            }
            let persons = match &deed {
                Maatregel::Betrek { account, relatie, tot } => {
                    involve(beurt, &who, gezin, account, *relatie, *tot, now)?;
                    members(beurt.db, gezin)?
                }
                Maatregel::Beeindig(id) => {
                    let values = [millis(now), id.into(), (&gezin).into()];
                    let sql = "UPDATE betrokken SET tot = $1 WHERE id = $2 AND gezin = $3 AND (tot IS NULL OR tot > $1)";
                    if beurt.db.execute(sql, &values)? == 0 {
                        // Someone else ended it a moment ago: it is as was asked.
                        return Ok(());
                    }
                    if dossier.afgeschermd {
                        someone_is_left(beurt.db, gezin, now)?;
                    }
                    members(beurt.db, gezin)?
                }
                Maatregel::Scherm(shield) => {
                    if *shield {
                        keep_the_one_who_shields(beurt, &who, gezin, now)?;
                        someone_is_left(beurt.db, gezin, now)?;
                    }
                    let values = [(*shield).into(), (&gezin).into()];
                    beurt.db.execute_one("UPDATE gezin SET afgeschermd = $1 WHERE id = $2", &values)?;
                    members(beurt.db, gezin)?
                }
                Maatregel::Gezag { kind, ouder, heeft } => {
                    set_authority(beurt.db, gezin, (*kind, *ouder), *heeft, now)?;
                    vec![*kind, *ouder]
                }
                Maatregel::Deel { met, keuze } => share(beurt.db, &who, gezin, *met, *keuze, now)?,
            };
            let object = gezin.to_string();
            let line = Regel {
                doel: open.doel,
                grond: open.relatie.key(),
                ..Regel::by(&who, now, Handeling::Regelen, Onderdeel::Toegang.key(), &object)
            };
            beurt.pen.write(beurt.db, &line, &persons)
        });
        self.or_refused(who, (Handeling::Regelen, Onderdeel::Toegang), &gezin.to_string(), arranged)
    }

    /// Opens a file without a relation, in an emergency: the child is named exactly, the reason is written down, the file is
    /// open for [`NOOD_MINUTEN`], the team lead is told and the family can see it. Who may open the file anyway is only told
    /// where it is.
    pub fn break_glass(&self, who: &Identiteit, zoek: &Zoek, reden: &str) -> Result<Id<Gezin>, Fout> {
        let (who, zoek, reden, now) = (who.clone(), zoek.clone(), reden.trim().to_owned(), self.0.klok.now());
        if who.reach(Onderdeel::Nood) == stelsel::toegang::Bereik::Niets
            || delen(who.rol, Relatie::Nood) == Delen::GEEN
        {
            return Err(Fout::NietGevonden);
        }
        if !(REDEN_MIN..=REDEN_MAX).contains(&reden.chars().count()) {
            return Err(Fout::Zinloos("the reason"));
        }
        let found = self.write(move |beurt| {
            let Some(gezin) = find_family(beurt.db, &zoek)? else {
                // Trying is a deed too: who tries names shows in the journal.
                let line = Regel {
                    doel: stelsel::Doel::Nood,
                    afloop: Afloop::Onbekend,
                    ..Regel::by(&who, now, Handeling::Openbreken, Onderdeel::Nood.key(), "")
                };
                beurt.pen.write(beurt.db, &line, &[])?;
                return Ok(None);
            };
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            let who = Identiteit { betrokken: tied_to(beurt.db, &who.account, now)?, ..who };
            if who.toegang(dossier).is_some() {
                return Ok(Some(gezin));
            }
            let until = now
                .checked_add(SignedDuration::from_mins(NOOD_MINUTEN))
                .map_err(|_| Fout::Zinloos("the moment"))?;
            let id: Id<Nood> = Id::new(now, beurt.toeval.bytes()?);
            beurt.db.execute_one(
                "INSERT INTO nood (id, account, gezin, reden, van, tot) VALUES ($1, $2, $3, $4, $5, $6)",
                &[
                    (&id).into(),
                    who.account.as_str().into(),
                    (&gezin).into(),
                    reden.as_str().into(),
                    millis(now),
                    millis(until),
                ],
            )?;
            let object = gezin.to_string();
            let line = Regel {
                doel: stelsel::Doel::Nood,
                ..Regel::by(&who, now, Handeling::Openbreken, Onderdeel::Nood.key(), &object)
            };
            let persons = members(beurt.db, gezin)?;
            beurt.pen.write(beurt.db, &line, &persons)?;
            Ok(Some(gezin))
        })?;
        found.ok_or(Fout::NietGevonden)
    }

    /// Notes that a team lead read the report of a file opened in an emergency. The first verdict stands.
    pub fn review_glass(&self, who: &Identiteit, id: Id<Nood>, oordeel: Oordeel) -> Result<(), Fout> {
        let now = self.0.klok.now();
        let read = |lezing: &mut Lezing<'_>| lezing.noodmeldingen();
        let reports = self.look(who, Onderdeel::Meldingen, &id.to_string(), read)?;
        if !reports.iter().any(|report| report.id == id) {
            let deed = (Handeling::Besluiten, Onderdeel::Meldingen);
            return self.or_refused(who, deed, &id.to_string(), Err(Fout::NietGevonden));
        }
        let who = who.clone();
        self.write(move |beurt| {
            beurt.db.execute(
                "UPDATE nood SET bekeken_door = $1, bekeken_op = $2, oordeel = $3 WHERE id = $4 AND bekeken_op IS NULL",
                &[who.account.as_str().into(), millis(now), oordeel.key().into(), (&id).into()],
            )?;
            let object = id.to_string();
            let line = Regel::by(&who, now, Handeling::Besluiten, Onderdeel::Meldingen.key(), &object);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }
}

pub(super) fn members(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<Id<Persoon>>, Fout> {
    db.query("SELECT id FROM persoon WHERE gezin = $1", &[(&gezin).into()], |row| row.id(0))
}

/// Ties an account to a family. A family has one coordinator: a new one takes over from the one before.
pub(super) fn involve(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    gezin: Id<Gezin>,
    account: &str,
    relatie: Relatie,
    tot: Option<jiff::civil::Date>,
    now: Timestamp,
) -> Result<(), Fout> {
    let someone = find_active(beurt.db, account, now)?.ok_or(Fout::Zinloos("the account"))?;
    if !Relatie::BETROKKEN.contains(&relatie) || delen(someone.rol, relatie) == Delen::GEEN {
        return Err(Fout::Zinloos("the relation"));
    }
    let until = tot.map(end_of).transpose()?;
    if until.is_some_and(|until| until <= now) {
        return Err(Fout::Zinloos("the last day"));
    }
    // The same again is a new term; a new coordinator takes over.
    beurt.db.execute(
        "UPDATE betrokken SET tot = $1 WHERE gezin = $2 AND relatie = $3 AND (tot IS NULL OR tot > $1) AND (account = $4 OR $5 = 1)",
        &[
            millis(now),
            (&gezin).into(),
            relatie.key().into(),
            account.into(),
            (relatie == Relatie::Regisseur).into(),
        ],
    )?;
    let id: Id<crate::beeld::Betrokken> = Id::new(now, beurt.toeval.bytes()?);
    beurt.db.execute_one(
        "INSERT INTO betrokken (id, gezin, account, relatie, van, tot, door) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            (&id).into(),
            (&gezin).into(),
            account.into(),
            relatie.key().into(),
            millis(now),
            until.map(Timestamp::as_millisecond).into(),
            who.account.as_str().into(),
        ],
    )
}

/// The first moment after a day, in the Netherlands.
pub(super) fn end_of(day: jiff::civil::Date) -> Result<Timestamp, Fout> {
    let next = day.tomorrow().and_then(|next| next.to_zoned(dutch_zone()));
    next.map(|moment| moment.timestamp()).map_err(|_| Fout::Zinloos("the last day"))
}

/// Who shields a file of the own team does not lock themselves out.
fn keep_the_one_who_shields(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    gezin: Id<Gezin>,
    now: Timestamp,
) -> Result<(), Fout> {
    let by_name = who.betrokken.iter().any(|(of, relatie)| *of == gezin && *relatie != Relatie::Nood);
    if by_name || delen(who.rol, Relatie::Vervanger) == Delen::GEEN {
        return Ok(());
    }
    involve(beurt, who, gezin, &who.account, Relatie::Vervanger, None, now)
}

/// Of a shielded file somebody has to be left.
fn someone_is_left(db: &mut Verbinding, gezin: Id<Gezin>, now: Timestamp) -> Result<(), Fout> {
    if somebody_works(db, gezin, now)? { Ok(()) } else { Err(Fout::NiemandOver) }
}

/// Whether somebody works with the family by name, without a last day.
pub(super) fn somebody_works(db: &mut Verbinding, gezin: Id<Gezin>, now: Timestamp) -> Result<bool, Fout> {
    let sql = "SELECT account, relatie FROM betrokken WHERE gezin = $1 AND van <= $2 AND tot IS NULL";
    let ties: Vec<(String, String)> =
        db.query(sql, &[(&gezin).into(), millis(now)], |row| Ok((row.text(0)?, row.text(1)?)))?;
    for (account, relatie) in ties {
        let works = Relatie::from_key(&relatie).zip(find_active(db, &account, now)?);
        if works.is_some_and(|(relatie, someone)| delen(someone.rol, relatie).has(Deel::Toegang)) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn set_authority(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    (kind, ouder): (Id<Persoon>, Id<Persoon>),
    heeft: bool,
    now: Timestamp,
) -> Result<(), Fout> {
    let role = |db: &mut Verbinding, id: &Id<Persoon>| {
        let sql = "SELECT p.rol FROM persoon p WHERE p.id = $1 AND p.samen IS NULL AND (p.gezin = $2 \
                   OR EXISTS (SELECT 1 FROM lidmaatschap l WHERE l.persoon = p.id AND l.gezin = $2 AND l.tot IS NULL))";
        db.query_opt(sql, &[id.into(), (&gezin).into()], |row| Ok(GezinsRol::from_number(row.number(0)?)))
    };
    let fits = role(db, &kind)? == Some(GezinsRol::Jeugdige)
        && matches!(role(db, &ouder)?, Some(GezinsRol::Ouder | GezinsRol::Voogd));
    if !fits {
        return Err(Fout::NietGevonden);
    }
    db.execute_one(
        "INSERT INTO gezag (kind, ouder, heeft, sinds) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (kind, ouder) DO UPDATE SET heeft = excluded.heeft, sinds = excluded.sinds",
        &[(&kind).into(), (&ouder).into(), heeft.into(), millis(now)],
    )
}

/// A young person with a door of their own chooses what another member sees.
fn share(
    db: &mut Verbinding,
    who: &Identiteit,
    gezin: Id<Gezin>,
    met: Id<Persoon>,
    keuze: Keuze,
    now: Timestamp,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let me = who.persoon.filter(|me| *me != met).ok_or(Fout::NietGevonden)?;
    let born = db.query_opt(
        "SELECT geboren FROM persoon WHERE id = $1 AND gezin = $2 AND rol = 0",
        &[(&me).into(), (&gezin).into()],
        |row| row.day_opt(0),
    )?;
    let own = born.is_some_and(|born| own_door(born, stelsel::klok::dutch_day(now)));
    if !own || !members(db, gezin)?.contains(&met) {
        return Err(Fout::NietGevonden);
    }
    db.execute_one(
        "INSERT INTO deelkeuze (kind, met, keuze, sinds) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (kind, met) DO UPDATE SET keuze = excluded.keuze, sinds = excluded.sinds",
        &[(&me).into(), (&met).into(), keuze.number().into(), millis(now)],
    )?;
    Ok(vec![me, met])
}

/// The family of the one child that fits; none when there is none, or more than one.
fn find_family(db: &mut Verbinding, zoek: &Zoek) -> Result<Option<Id<Gezin>>, Fout> {
    let found: Vec<Id<Gezin>> = match zoek {
        Zoek::Bsn(bsn) => {
            db.query("SELECT gezin FROM persoon WHERE rol = 0 AND bsn = $1", &[bsn.number().into()], |row| {
                row.id(0)
            })?
        }
        Zoek::Naam(naam, geboren) => {
            let wanted = naam.trim().to_lowercase();
            let born = db.query(
                "SELECT gezin, achternaam FROM persoon WHERE rol = 0 AND geboren = $1",
                &[day_number(*geboren).into()],
                |row| Ok((row.id(0)?, row.text(1)?)),
            )?;
            born.into_iter()
                .filter(|(_, name)| name.to_lowercase() == wanted)
                .map(|(gezin, _)| gezin)
                .collect()
        }
    };
    // Twins are of one family.
    let mut families = found.into_iter();
    let first = families.next();
    Ok(first.filter(|one| families.all(|other| other == *one)))
}
