//! Which family a child belongs to: behind which front door, with which parents, and what a move means.

use stelsel::gezin::{Adres, Kandidaat, Kenmerk, household_of};
use stelsel::persoon::{GezinsRol, Naam, Persoon};
use stelsel::{Bsn, Gezin, Id, Postcode};

use super::gezin::{Relatie, insert_person, new_family};
use super::{Bekend, Kennis, Kop};
use crate::Fout;
use crate::db::{Verbinding, Waarde};
use crate::register::scherm;
use crate::samenvoegen::{self, Wie};
use crate::schrijver::Beurt;

/// What a JW301 tells of a child's home.
pub(super) struct Thuis<'a> {
    pub(super) name: &'a Naam,
    pub(super) relations: &'a [Relatie],
    pub(super) front_door: Option<String>,
}

impl Thuis<'_> {
    /// The parents by whom siblings are recognised. A guardian is often an organisation with many children, and someone
    /// without a birth date may be anyone of that name: they tie no family together.
    fn parents(&self) -> Vec<Kenmerk> {
        let parents = self.relations.iter().filter(|r| r.rol == GezinsRol::Ouder && r.geboren.is_some());
        parents.map(|r| Kenmerk::of(&r.naam, r.geboren)).collect()
    }

    /// Whether a parent lives at the address of the child: then a new address is a move of the family.
    fn with_a_parent(&self) -> bool {
        let home = self.front_door.as_deref();
        self.relations.iter().any(|r| r.rol == GezinsRol::Ouder && r.voordeur.as_deref() == home)
    }
}

/// The family behind the front door to which the child belongs, if there is one. Families that turn out to be one, because
/// this child names the parents of both, become one.
pub(super) fn household(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    thuis: &Thuis<'_>,
) -> Result<Option<Id<Gezin>>, Fout> {
    let Some(door) = thuis.front_door.as_deref() else { return Ok(None) };
    let mut candidates: Vec<Kandidaat> = Vec::new();
    beurt.db.query(
        "SELECT g.id, p.rol, p.kenmerk, p.geboren FROM gezin g JOIN persoon p ON p.gezin = g.id WHERE g.voordeur = $1 \
         ORDER BY g.id, p.id",
        &[door.into()],
        |row| {
            let (gezin, rol, kenmerk) = (row.id(0)?, GezinsRol::from_number(row.number(1)?), row.text(2)?);
            if candidates.last().is_none_or(|c| c.gezin != gezin) {
                candidates.push(Kandidaat { gezin, achternamen: Vec::new(), kenmerken: Vec::new() });
            }
            if let Some(last) = candidates.last_mut() {
                match rol {
                    GezinsRol::Jeugdige => {
                        last.achternamen.push(kenmerk.split('|').next().unwrap_or_default().to_owned());
                    }
                    GezinsRol::Ouder if row.number_opt(3)?.is_some() => last.kenmerken.push(Kenmerk::stored(kenmerk)),
                    _ => {}
                }
            }
            Ok(())
        },
    )?;
    let found = household_of(&thuis.name.family(), &thuis.parents(), &candidates);
    let Some((first, others)) = found.split_first() else { return Ok(None) };
    for other in others {
        unite(beurt, kennis, kop, (*other, *first))?;
    }
    Ok(Some(*first))
}

/// Gives a known child the family that this message tells of, and says whether the address is of the child alone.
pub(super) fn settle(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    thuis: &Thuis<'_>,
    bsn: Bsn,
    known: Bekend,
) -> Result<(Bekend, bool), Fout> {
    let Some(door) = thuis.front_door.as_deref() else { return Ok((known, false)) };
    let of_family: &[Waarde<'_>] = &[(&known.gezin).into()];
    let (current, told) = beurt
        .db
        .query_opt("SELECT voordeur, adres_van FROM gezin WHERE id = $1", of_family, |row| {
            Ok((row.text_opt(0)?, row.number(1)?))
        })?
        .ok_or(Fout::Tegenstrijdig("a person is in a family that does not exist"))?;
    let gezin = if current.as_deref() == Some(door) {
        return Ok((known, false));
    } else if current.is_none() {
        // Known without an address until now: whoever names the same parents behind that door is the same family.
        match household(beurt, kennis, kop, thuis)? {
            Some(family) if family != known.gezin && exists(beurt.db, known.gezin)? => {
                if unite(beurt, kennis, kop, (known.gezin, family))? { family } else { known.gezin }
            }
            Some(family) => family,
            None => known.gezin,
        }
    } else if kop.dagtekening > told && !thuis.with_a_parent() && has_siblings(beurt.db, known)? {
        // The child alone lives elsewhere now, in a foster home for example: its sisters, brothers and parents stay.
        if is_placed_by_hand(beurt.db, known)? {
            // Somebody wrote down that the child belongs to this family: the address is that of a second household.
            return Ok((known, true));
        }
        let family = match household(beurt, kennis, kop, thuis)? {
            Some(family) => family,
            None => new_family(beurt, kop.ontvangen, thuis.name, kop.gemeente)?,
        };
        if family != known.gezin {
            stays_a_member(beurt, kop, known)?;
            scherm::goes_along(beurt, known.gezin, family, kop.ontvangen)?;
        }
        family
    } else {
        known.gezin
    };
    if gezin != known.gezin {
        let who: [Waarde<'_>; 2] = [(&gezin).into(), (&known.persoon).into()];
        beurt.db.execute_one("UPDATE persoon SET gezin = $1 WHERE id = $2", &who)?;
    }
    let settled = Bekend { gezin, ..known };
    kennis.personen.insert(i64::from(bsn.number()), settled);
    Ok((settled, false))
}

fn exists(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<bool, Fout> {
    Ok(db.query_opt("SELECT 1 FROM gezin WHERE id = $1", &[(&gezin).into()], |row| row.number(0))?.is_some())
}

fn has_siblings(db: &mut Verbinding, known: Bekend) -> Result<bool, Fout> {
    let sql = "SELECT 1 FROM persoon WHERE gezin = $1 AND rol = 0 AND samen IS NULL AND id <> $2 LIMIT 1";
    let values = [(&known.gezin).into(), (&known.persoon).into()];
    Ok(db.query_opt(sql, &values, |row| row.number(0))?.is_some())
}

/// Whether somebody wrote down that this child belongs to the family that it is in.
fn is_placed_by_hand(db: &mut Verbinding, known: Bekend) -> Result<bool, Fout> {
    let sql =
        "SELECT 1 FROM lidmaatschap WHERE gezin = $1 AND persoon = $2 AND door <> '' AND tot IS NULL LIMIT 1";
    let values = [(&known.gezin).into(), (&known.persoon).into()];
    Ok(db.query_opt(sql, &values, |row| row.number(0))?.is_some())
}

/// A child that lives elsewhere still belongs to the family that it comes from: parents with authority go on seeing it.
fn stays_a_member(beurt: &mut Beurt<'_>, kop: &Kop, known: Bekend) -> Result<(), Fout> {
    let both: [Waarde<'_>; 2] = [(&known.gezin).into(), (&known.persoon).into()];
    let sql = "SELECT 1 FROM lidmaatschap WHERE gezin = $1 AND persoon = $2 LIMIT 1";
    if beurt.db.query_opt(sql, &both, |row| row.number(0))?.is_some() {
        return Ok(());
    }
    let id: Id<crate::beeld::Lidmaatschap> = beurt.toeval.id(kop.ontvangen)?;
    beurt.db.execute_one(
        "INSERT INTO lidmaatschap (id, gezin, persoon, door, wanneer) VALUES ($1, $2, $3, '', $4)",
        &[
            (&id).into(),
            (&known.gezin).into(),
            (&known.persoon).into(),
            kop.ontvangen.as_millisecond().into(),
        ],
    )
}

/// Makes one family of two, unless somebody said that they are two. What people wrote down of a family is brought along with a
/// record of it, so that it can be taken apart; a family of which only messages told leaves nothing behind.
fn unite(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    (from, to): (Id<Gezin>, Id<Gezin>),
) -> Result<bool, Fout> {
    if samenvoegen::are_apart(beurt.db, from.bytes(), to.bytes())? {
        return Ok(false);
    }
    if samenvoegen::is_arranged(beurt.db, from)? {
        unite_with_record(beurt, kop, (from, to))?;
    } else {
        dissolve(beurt.db, from, to)?;
    }
    for known in kennis.personen.values_mut().filter(|known| known.gezin == from) {
        known.gezin = to;
    }
    Ok(true)
}

fn unite_with_record(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    (from, to): (Id<Gezin>, Id<Gezin>),
) -> Result<(), Fout> {
    let twice: Vec<(Id<Persoon>, Id<Persoon>)> = beurt.db.query(
        "SELECT o.id, n.id FROM persoon o JOIN persoon n ON n.kenmerk = o.kenmerk AND n.gezin = $1 AND n.samen IS NULL \
         WHERE o.gezin = $2 AND o.rol <> 0 AND n.rol <> 0 AND o.samen IS NULL AND (o.bsn IS NULL OR n.bsn IS NULL) \
         ORDER BY o.id, n.id",
        &[(&to).into(), (&from).into()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    let by = Wie { door: "", now: kop.ontvangen };
    let record = samenvoegen::families(beurt, (from, to), by)?;
    let mut gone = Vec::new();
    for (old, new) in twice {
        if !gone.contains(&old) && !samenvoegen::are_apart(beurt.db, old.bytes(), new.bytes())? {
            samenvoegen::persons(beurt, (old, new), Some(record), by)?;
            gone.push(old);
        }
    }
    Ok(())
}

/// Everyone of `from` goes to `to`, relations that are there already once, and the news with them.
fn dissolve(db: &mut Verbinding, from: Id<Gezin>, to: Id<Gezin>) -> Result<(), Fout> {
    let both: [Waarde<'_>; 2] = [(&to).into(), (&from).into()];
    db.execute(
        "DELETE FROM persoon WHERE gezin = $1 AND rol <> 0 AND kenmerk IN (SELECT kenmerk FROM persoon WHERE gezin = $2)",
        &[(&from).into(), (&to).into()],
    )?;
    db.execute("UPDATE persoon SET gezin = $1 WHERE gezin = $2", &both)?;
    db.execute(
        "UPDATE gezin SET laatste = (SELECT max(n.laatste) FROM gezin n WHERE n.id = $1 OR n.id = $2) WHERE id = $1",
        &both,
    )?;
    db.execute_one("DELETE FROM gezin WHERE id = $1", &[(&from).into()])
}

/// The address of the newest message counts, unless somebody wrote one down.
pub(super) fn move_family(
    db: &mut Verbinding,
    kop: &Kop,
    gezin: Id<Gezin>,
    home: &Adres,
    front_door: Option<&str>,
) -> Result<bool, Fout> {
    let postcode = home.postcode.as_deref().and_then(|p| Postcode::parse(p).ok());
    let wijk = match postcode {
        Some(postcode) => db.query_opt(
            "SELECT wijk FROM postcode_wijk WHERE postcode = $1 OR postcode = $2 ORDER BY length(postcode) DESC LIMIT 1",
            &[postcode.to_string().as_str().into(), postcode.area().to_string().as_str().into()],
            |row| row.number(0),
        )?,
        None => None,
    };
    let moved = db.execute(
        "UPDATE gezin SET voordeur = $1, straat = $2, huis = $3, postcode = $4, plaats = $5, wijk = $6, gemeente = $7, adres_van = $8 \
         WHERE id = $9 AND adres_van < $8 AND adres_hand = 0",
        &[
            front_door.into(),
            home.straat.as_deref().into(),
            home.huis.as_deref().into(),
            home.postcode.as_deref().into(),
            home.plaats.as_deref().into(),
            wijk.into(),
            kop.gemeente.into(),
            kop.dagtekening.into(),
            (&gezin).into(),
        ],
    )?;
    Ok(moved == 1)
}

/// An address that is not to be that of the family becomes a household of it, in which the child lives: nothing is lost, and
/// somebody can look. Told again it is there already.
pub(super) fn tell_household(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    bekend: Bekend,
    home: &Adres,
    front_door: Option<&str>,
) -> Result<(), Fout> {
    let Some(door) = front_door else { return Ok(()) };
    let known = "SELECT 1 FROM gezin WHERE id = $1 AND voordeur = $2 \
                 UNION ALL SELECT 1 FROM huishouden WHERE gezin = $1 AND voordeur = $2";
    if beurt.db.query_opt(known, &[(&bekend.gezin).into(), door.into()], |row| row.number(0))?.is_some() {
        return Ok(());
    }
    let id: Id<crate::beeld::Huishouden> = beurt.toeval.id(kop.ontvangen)?;
    beurt.db.execute_one(
        "INSERT INTO huishouden (id, gezin, naam, straat, huis, postcode, plaats, voordeur, van, bron, versie) \
         VALUES ($1, $2, '', $3, $4, $5, $6, $7, $8, 'bericht', 1)",
        &[
            (&id).into(),
            (&bekend.gezin).into(),
            home.straat.as_deref().into(),
            home.huis.as_deref().into(),
            home.postcode.as_deref().into(),
            home.plaats.as_deref().into(),
            door.into(),
            kop.dagtekening.into(),
        ],
    )?;
    let lives: Id<crate::beeld::Bewoning> = beurt.toeval.id(kop.ontvangen)?;
    beurt.db.execute_one(
        "INSERT INTO bewoning (id, huishouden, persoon, hoe, van) VALUES ($1, $2, $3, '', $4)",
        &[(&lives).into(), (&id).into(), (&bekend.persoon).into(), kop.dagtekening.into()],
    )
}

/// Adds a relation to the family once: the same name and birth date is the same person.
pub(super) fn add_relation(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    gezin: Id<Gezin>,
    relation: &Relatie,
) -> Result<Id<Persoon>, Fout> {
    let kenmerk = Kenmerk::of(&relation.naam, relation.geboren);
    let known = beurt.db.query_opt(
        "SELECT coalesce(samen, id) FROM persoon WHERE gezin = $1 AND (kenmerk = $2 OR kenmerk_hand = $2) ORDER BY id LIMIT 1",
        &[(&gezin).into(), kenmerk.as_str().into()],
        |row| row.id(0),
    )?;
    match known {
        Some(known) => Ok(known),
        None => insert_person(
            beurt,
            kop.ontvangen,
            gezin,
            None,
            relation.rol,
            &relation.naam,
            relation.geboren,
            kop.dagtekening,
        ),
    }
}

/// Notes that there is news of a family.
pub(super) fn touch(db: &mut Verbinding, kop: &Kop, gezin: Id<Gezin>) -> Result<(), Fout> {
    db.execute(
        "UPDATE gezin SET laatste = $1 WHERE id = $2 AND coalesce(laatste, $1 - 1) < $1",
        &[kop.dagtekening.into(), (&gezin).into()],
    )?;
    Ok(())
}
