//! Which family a child belongs to: behind which front door, with which parents, and what a move means.

use stelsel::gezin::{Adres, Kandidaat, Kenmerk, household_of};
use stelsel::persoon::{GezinsRol, Naam, Persoon};
use stelsel::{Bsn, Gezin, Id, Postcode};

use super::gezin::{Relatie, insert_person, new_family};
use super::{Bekend, Kennis, Kop};
use crate::Fout;
use crate::db::{Verbinding, Waarde};
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
    db: &mut Verbinding,
    kennis: &mut Kennis,
    thuis: &Thuis<'_>,
) -> Result<Option<Id<Gezin>>, Fout> {
    let Some(door) = thuis.front_door.as_deref() else { return Ok(None) };
    let mut candidates: Vec<Kandidaat> = Vec::new();
    db.query(
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
        unite(db, kennis, *other, *first)?;
    }
    Ok(Some(*first))
}

/// Gives a known child the family that this message tells of.
pub(super) fn settle(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    thuis: &Thuis<'_>,
    bsn: Bsn,
    known: Bekend,
) -> Result<Bekend, Fout> {
    let Some(door) = thuis.front_door.as_deref() else { return Ok(known) };
    let of_family: &[Waarde<'_>] = &[(&known.gezin).into()];
    let (current, told) = beurt
        .db
        .query_opt("SELECT voordeur, adres_van FROM gezin WHERE id = $1", of_family, |row| {
            Ok((row.text_opt(0)?, row.number(1)?))
        })?
        .ok_or(Fout::Tegenstrijdig("a person is in a family that does not exist"))?;
    let gezin = if current.as_deref() == Some(door) {
        return Ok(known);
    } else if current.is_none() {
        // Known without an address until now: whoever names the same parents behind that door is the same family.
        match household(beurt.db, kennis, thuis)? {
            Some(family) if family != known.gezin && exists(beurt.db, known.gezin)? => {
                unite(beurt.db, kennis, known.gezin, family)?;
                family
            }
            Some(family) => family,
            None => known.gezin,
        }
    } else if kop.dagtekening > told && !thuis.with_a_parent() && has_siblings(beurt.db, known)? {
        // The child alone lives elsewhere now, in a foster home for example: its sisters, brothers and parents stay.
        match household(beurt.db, kennis, thuis)? {
            Some(family) => family,
            None => new_family(beurt, kop.ontvangen, thuis.name, kop.gemeente)?,
        }
    } else {
        known.gezin
    };
    if gezin != known.gezin {
        let who: [Waarde<'_>; 2] = [(&gezin).into(), (&known.persoon).into()];
        beurt.db.execute_one("UPDATE persoon SET gezin = $1 WHERE id = $2", &who)?;
    }
    let settled = Bekend { gezin, ..known };
    kennis.personen.insert(i64::from(bsn.number()), settled);
    Ok(settled)
}

fn exists(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<bool, Fout> {
    Ok(db.query_opt("SELECT 1 FROM gezin WHERE id = $1", &[(&gezin).into()], |row| row.number(0))?.is_some())
}

fn has_siblings(db: &mut Verbinding, known: Bekend) -> Result<bool, Fout> {
    let sql = "SELECT 1 FROM persoon WHERE gezin = $1 AND rol = 0 AND id <> $2 LIMIT 1";
    let values = [(&known.gezin).into(), (&known.persoon).into()];
    Ok(db.query_opt(sql, &values, |row| row.number(0))?.is_some())
}

/// Makes one family of two: everyone of `from` goes to `to`, relations that are there already once, and the news with them.
fn unite(db: &mut Verbinding, kennis: &mut Kennis, from: Id<Gezin>, to: Id<Gezin>) -> Result<(), Fout> {
    super::relaties::carry_over(db, from, to)?;
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
    db.execute_one("DELETE FROM gezin WHERE id = $1", &[(&from).into()])?;
    for known in kennis.personen.values_mut().filter(|known| known.gezin == from) {
        known.gezin = to;
    }
    Ok(())
}

/// The address of the newest message counts.
pub(super) fn move_family(
    db: &mut Verbinding,
    kop: &Kop,
    gezin: Id<Gezin>,
    home: &Adres,
    front_door: Option<&str>,
) -> Result<(), Fout> {
    let postcode = home.postcode.as_deref().and_then(|p| Postcode::parse(p).ok());
    let wijk = match postcode {
        Some(postcode) => db.query_opt(
            "SELECT wijk FROM postcode_wijk WHERE postcode = $1 OR postcode = $2 ORDER BY length(postcode) DESC LIMIT 1",
            &[postcode.to_string().as_str().into(), postcode.area().to_string().as_str().into()],
            |row| row.number(0),
        )?,
        None => None,
    };
    db.execute(
        "UPDATE gezin SET voordeur = $1, straat = $2, huis = $3, postcode = $4, plaats = $5, wijk = $6, gemeente = $7, adres_van = $8 \
         WHERE id = $9 AND adres_van < $8",
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
    Ok(())
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
        "SELECT id FROM persoon WHERE gezin = $1 AND kenmerk = $2 LIMIT 1",
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
