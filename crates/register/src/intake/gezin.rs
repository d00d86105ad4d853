//! Persons and families, as messages tell of them.
//!
//! A JW301 tells most: name, relations, address. A JW305 or JW307 gives a name, a JW323 only a number. They may come in any
//! order, so a person may be known before the family is; the first JW301 then brings the child home.

use ijw::basis::{Adres as IjwAdres, Geboortedatum, VerkorteNaam, VolledigeNaam};
use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::gezin::{Adres, Kandidaat, Kenmerk, heading, household_of};
use stelsel::persoon::{GezinsRol, Naam, Persoon};
use stelsel::{Bsn, Gezin, Id, Postcode};

use super::{Bekend, Kennis, Kop};
use crate::Fout;
use crate::db::{Verbinding, Waarde};
use crate::schrijver::Beurt;

/// A client as a message has it.
pub(super) struct Client {
    pub(super) bsn: Bsn,
    /// Absent in a JW323.
    pub(super) naam: Option<Naam>,
    pub(super) geboren: Option<Date>,
}

/// A relation of a client.
pub(super) struct Relatie {
    pub(super) rol: GezinsRol,
    pub(super) naam: Naam,
    pub(super) geboren: Option<Date>,
}

pub(super) fn full_name(name: &VolledigeNaam) -> Naam {
    Naam {
        achternaam: name.geslachtsnaam.achternaam.as_str().to_owned(),
        voorvoegsel: name.geslachtsnaam.voorvoegsel.as_ref().map(|v| v.as_str().to_owned()),
        voornamen: name.voornamen.as_ref().map(|v| v.as_str().to_owned()),
        voorletters: name.voorletters.as_ref().map(|v| v.as_str().to_owned()),
    }
}

pub(super) fn short_name(name: &VerkorteNaam) -> Naam {
    Naam {
        achternaam: name.geslachtsnaam.achternaam.as_str().to_owned(),
        voorvoegsel: name.geslachtsnaam.voorvoegsel.as_ref().map(|v| v.as_str().to_owned()),
        voornamen: name.voornamen.as_ref().map(|v| v.as_str().to_owned()),
        voorletters: name.voorletters.as_ref().map(|v| v.as_str().to_owned()),
    }
}

/// The birth date, unless the message says that it is wholly unknown (list COD170, 3).
pub(super) fn birth_date(born: &Geboortedatum) -> Option<Date> {
    let unknown = born.datum_gebruik.is_some_and(|use_of| use_of.code() == "3");
    (!unknown).then_some(born.datum)
}

pub(super) fn address(from: &IjwAdres) -> Adres {
    let house = from.huis.as_ref().map(|house| {
        let mut text = house.huisnummer.get().to_string();
        if let Some(letter) = &house.huisletter {
            text.push_str(letter.as_str());
        }
        if let Some(addition) = &house.huisnummer_toevoeging {
            text.push(' ');
            text.push_str(addition.as_str());
        }
        text
    });
    Adres {
        straat: from.straatnaam.as_ref().map(|s| s.as_str().to_owned()),
        huis: house,
        postcode: from.postcode.as_ref().map(|p| p.as_str().to_owned()),
        plaats: from.plaatsnaam.as_ref().map(|p| p.as_str().to_owned()),
    }
}

/// Finds the person with this BSN, or makes one with a family of their own until a JW301 tells more.
pub(super) fn person(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
) -> Result<Bekend, Fout> {
    if let Some(known) = known_person(beurt.db, kennis, client.bsn)? {
        return refresh(beurt.db, kennis, kop, client, known);
    }
    let name = client.naam.clone().unwrap_or_default();
    let gezin = new_family(beurt, kop.ontvangen, &name, kop.gemeente)?;
    insert_client(beurt, kennis, kop, client, gezin)
}

/// As [`person`], with what only a JW301 knows: relations and address.
pub(super) fn person_at_home(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
    relations: &[Relatie],
    home: Option<&Adres>,
) -> Result<Bekend, Fout> {
    let name = client.naam.clone().unwrap_or_default();
    let front_door = home.and_then(Adres::front_door);
    let known = known_person(beurt.db, kennis, client.bsn)?;
    let bekend = if let Some(known) = known {
        let known = refresh(beurt.db, kennis, kop, client, known)?;
        bring_home(beurt.db, kennis, client, &name, relations, front_door.as_deref(), known)?
    } else {
        let gezin = match household(beurt.db, &name, relations, front_door.as_deref())? {
            Some(gezin) => gezin,
            None => new_family(beurt, kop.ontvangen, &name, kop.gemeente)?,
        };
        insert_client(beurt, kennis, kop, client, gezin)?
    };
    if let Some(home) = home {
        move_family(beurt.db, kop, bekend.gezin, home, front_door.as_deref())?;
    }
    for relation in relations {
        add_relation(beurt, kop, bekend.gezin, relation)?;
    }
    Ok(bekend)
}

fn known_person(db: &mut Verbinding, kennis: &mut Kennis, bsn: Bsn) -> Result<Option<Bekend>, Fout> {
    let number = i64::from(bsn.number());
    if let Some(known) = kennis.personen.get(&number) {
        return Ok(Some(*known));
    }
    let found = db.query_opt(
        "SELECT id, gezin, gegevens_van FROM persoon WHERE bsn = $1",
        &[number.into()],
        |row| Ok(Bekend { persoon: row.id(0)?, gezin: row.id(1)?, gegevens_van: row.number(2)? }),
    )?;
    if let Some(known) = found {
        kennis.personen.insert(number, known);
    }
    Ok(found)
}

/// Takes over name and birth date from a newer message. Client data may differ between parties (iJw 3.2, OP039).
fn refresh(
    db: &mut Verbinding,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
    known: Bekend,
) -> Result<Bekend, Fout> {
    let Some(name) = client.naam.as_ref().filter(|_| kop.dagtekening > known.gegevens_van) else {
        return Ok(known);
    };
    let kenmerk = Kenmerk::of(name, client.geboren);
    let [achternaam, voorvoegsel, voornamen, voorletters] = name_values(name);
    db.execute_one(
        "UPDATE persoon SET kenmerk = $1, achternaam = $2, voorvoegsel = $3, voornamen = $4, voorletters = $5, geboren = $6, \
         gegevens_van = $7 WHERE id = $8",
        &[
            kenmerk.as_str().into(),
            achternaam,
            voorvoegsel,
            voornamen,
            voorletters,
            client.geboren.into(),
            kop.dagtekening.into(),
            (&known.persoon).into(),
        ],
    )?;
    // A family that was known by a number only gets its name now.
    if known.gegevens_van == i64::MIN {
        let heading = heading(name);
        db.execute(
            "UPDATE gezin SET naam = $1, zoeknaam = $2 WHERE id = $3 AND naam = ''",
            &[heading.as_str().into(), name.family().to_lowercase().as_str().into(), (&known.gezin).into()],
        )?;
    }
    let fresh = Bekend { gegevens_van: kop.dagtekening, ..known };
    kennis.personen.insert(i64::from(client.bsn.number()), fresh);
    Ok(fresh)
}

fn insert_client(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
    gezin: Id<Gezin>,
) -> Result<Bekend, Fout> {
    let name = client.naam.clone().unwrap_or_default();
    // What only a number told is older than any message with a name.
    let gegevens_van = if client.naam.is_some() { kop.dagtekening } else { i64::MIN };
    let persoon = insert_person(
        beurt,
        kop.ontvangen,
        gezin,
        Some(client.bsn),
        GezinsRol::Jeugdige,
        &name,
        client.geboren,
        gegevens_van,
    )?;
    let known = Bekend { persoon, gezin, gegevens_van };
    kennis.personen.insert(i64::from(client.bsn.number()), known);
    Ok(known)
}

#[expect(clippy::too_many_arguments, reason = "the columns of one row")]
fn insert_person(
    beurt: &mut Beurt<'_>,
    moment: Timestamp,
    gezin: Id<Gezin>,
    bsn: Option<Bsn>,
    rol: GezinsRol,
    name: &Naam,
    born: Option<Date>,
    gegevens_van: i64,
) -> Result<Id<Persoon>, Fout> {
    let id: Id<Persoon> = beurt.toeval.id(moment)?;
    let kenmerk = Kenmerk::of(name, born);
    let [achternaam, voorvoegsel, voornamen, voorletters] = name_values(name);
    beurt.db.execute_one(
        "INSERT INTO persoon (id, gezin, bsn, rol, kenmerk, achternaam, voorvoegsel, voornamen, voorletters, geboren, gegevens_van) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            (&id).into(),
            (&gezin).into(),
            bsn.map(Bsn::number).into(),
            rol.number().into(),
            kenmerk.as_str().into(),
            achternaam,
            voorvoegsel,
            voornamen,
            voorletters,
            born.into(),
            gegevens_van.into(),
        ],
    )?;
    Ok(id)
}

fn name_values(name: &Naam) -> [Waarde<'_>; 4] {
    [
        name.achternaam.as_str().into(),
        name.voorvoegsel.as_deref().into(),
        name.voornamen.as_deref().into(),
        name.voorletters.as_deref().into(),
    ]
}

fn new_family(
    beurt: &mut Beurt<'_>,
    moment: Timestamp,
    name: &Naam,
    gemeente: i64,
) -> Result<Id<Gezin>, Fout> {
    let id: Id<Gezin> = beurt.toeval.id(moment)?;
    beurt.db.execute_one(
        "INSERT INTO gezin (id, naam, zoeknaam, gemeente, adres_van) VALUES ($1, $2, $3, $4, $5)",
        &[
            (&id).into(),
            heading(name).as_str().into(),
            name.family().to_lowercase().as_str().into(),
            gemeente.into(),
            i64::MIN.into(),
        ],
    )?;
    Ok(id)
}

/// The family behind the same front door to which the child belongs, if there is one.
fn household(
    db: &mut Verbinding,
    name: &Naam,
    relations: &[Relatie],
    front_door: Option<&str>,
) -> Result<Option<Id<Gezin>>, Fout> {
    let Some(door) = front_door else { return Ok(None) };
    let mut candidates: Vec<Kandidaat> = Vec::new();
    db.query(
        "SELECT g.id, p.rol, p.kenmerk FROM gezin g JOIN persoon p ON p.gezin = g.id WHERE g.voordeur = $1 ORDER BY g.id, p.id",
        &[door.into()],
        |row| {
            let (gezin, rol, kenmerk) = (row.id(0)?, GezinsRol::from_number(row.number(1)?), row.text(2)?);
            if candidates.last().is_none_or(|c| c.gezin != gezin) {
                candidates.push(Kandidaat { gezin, achternamen: Vec::new(), kenmerken: Vec::new() });
            }
            if let Some(last) = candidates.last_mut() {
                if rol == GezinsRol::Jeugdige {
                    last.achternamen.push(kenmerk.split('|').next().unwrap_or_default().to_owned());
                } else {
                    last.kenmerken.push(Kenmerk::stored(kenmerk));
                }
            }
            Ok(())
        },
    )?;
    let marks: Vec<Kenmerk> = relations.iter().map(|r| Kenmerk::of(&r.naam, r.geboren)).collect();
    Ok(household_of(&name.family(), &marks, &candidates))
}

/// A child that was known without an address joins the family behind its front door, and its empty family goes.
fn bring_home(
    db: &mut Verbinding,
    kennis: &mut Kennis,
    client: &Client,
    name: &Naam,
    relations: &[Relatie],
    front_door: Option<&str>,
    known: Bekend,
) -> Result<Bekend, Fout> {
    let homeless = db
        .query_opt(
            "SELECT 1 FROM gezin WHERE id = $1 AND voordeur IS NULL AND straat IS NULL",
            &[(&known.gezin).into()],
            |row| row.number(0),
        )?
        .is_some();
    if !homeless {
        return Ok(known);
    }
    let Some(gezin) = household(db, name, relations, front_door)?.filter(|g| *g != known.gezin) else {
        return Ok(known);
    };
    db.execute_one(
        "UPDATE persoon SET gezin = $1 WHERE id = $2",
        &[(&gezin).into(), (&known.persoon).into()],
    )?;
    db.execute(
        "DELETE FROM gezin WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM persoon WHERE gezin = $1)",
        &[(&known.gezin).into()],
    )?;
    let home = Bekend { gezin, ..known };
    kennis.personen.insert(i64::from(client.bsn.number()), home);
    Ok(home)
}

/// The address of the newest message counts.
fn move_family(
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
fn add_relation(beurt: &mut Beurt<'_>, kop: &Kop, gezin: Id<Gezin>, relation: &Relatie) -> Result<(), Fout> {
    let kenmerk = Kenmerk::of(&relation.naam, relation.geboren);
    let known = beurt.db.query_opt(
        "SELECT 1 FROM persoon WHERE gezin = $1 AND kenmerk = $2 LIMIT 1",
        &[(&gezin).into(), kenmerk.as_str().into()],
        |row| row.number(0),
    )?;
    if known.is_none() {
        insert_person(
            beurt,
            kop.ontvangen,
            gezin,
            None,
            relation.rol,
            &relation.naam,
            relation.geboren,
            kop.dagtekening,
        )?;
    }
    Ok(())
}

/// Notes that there is news of a family.
pub(super) fn touch(db: &mut Verbinding, kop: &Kop, gezin: Id<Gezin>) -> Result<(), Fout> {
    db.execute(
        "UPDATE gezin SET laatste = $1 WHERE id = $2 AND coalesce(laatste, $1 - 1) < $1",
        &[kop.dagtekening.into(), (&gezin).into()],
    )?;
    Ok(())
}
