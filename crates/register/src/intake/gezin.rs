//! Persons and families, as messages tell of them.
//!
//! A JW301 tells most: name, relations, address. A JW305 or JW307 gives a name, a JW323 only a number. They may come in any
//! order, so a person may be known before the family is; the first JW301 then brings the child home.

use ijw::basis::{Adres as IjwAdres, Geboortedatum, VerkorteNaam, VolledigeNaam};
use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::gezin::{Adres, Kenmerk, heading};
use stelsel::persoon::{GezinsRol, Naam, Persoon};
use stelsel::{Bsn, Gezin, Id};

use super::huishouden::{Thuis, add_relation, household, move_family, settle, tell_household};
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
    /// Where they live, when it tells households apart.
    pub(super) voordeur: Option<String>,
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

/// As [`person`], with what only a JW301 knows: relations and address. Also gives everyone whose data were stored.
pub(super) fn person_at_home(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
    relations: &[Relatie],
    home: Option<&Adres>,
) -> Result<(Bekend, Vec<Id<Persoon>>), Fout> {
    let name = client.naam.clone().unwrap_or_default();
    let thuis = Thuis { name: &name, relations, front_door: home.and_then(Adres::front_door) };
    let (bekend, alone) = if let Some(known) = known_person(beurt.db, kennis, client.bsn)? {
        let known = refresh(beurt.db, kennis, kop, client, known)?;
        settle(beurt, kennis, kop, &thuis, client.bsn, known)?
    } else {
        let known = if let Some(gezin) = household(beurt, kennis, kop, &thuis)? {
            match written_down(beurt.db, client, gezin)? {
                Some(persoon) => number_known(beurt.db, kennis, kop, client, (persoon, gezin))?,
                None => insert_client(beurt, kennis, kop, client, gezin)?,
            }
        } else {
            let gezin = new_family(beurt, kop.ontvangen, &name, kop.gemeente)?;
            insert_client(beurt, kennis, kop, client, gezin)?
        };
        (known, false)
    };
    if let Some(home) = home {
        let door = thuis.front_door.as_deref();
        if alone
            || !move_family(beurt.db, kop, bekend.gezin, home, door)? && is_fixed(beurt.db, bekend.gezin)?
        {
            tell_household(beurt, kop, bekend, home, door)?;
        }
    }
    let mut persons = vec![bekend.persoon];
    for relation in relations {
        persons.push(add_relation(beurt, kop, bekend.gezin, relation)?);
    }
    Ok((bekend, persons))
}

/// Whether messages may not change the address of a family.
fn is_fixed(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<bool, Fout> {
    let sql = "SELECT 1 FROM gezin WHERE id = $1 AND adres_hand <> 0";
    Ok(db.query_opt(sql, &[(&gezin).into()], |row| row.number(0))?.is_some())
}

/// A child of this name and birth date whom somebody wrote down without a number.
fn written_down(db: &mut Verbinding, client: &Client, gezin: Id<Gezin>) -> Result<Option<Id<Persoon>>, Fout> {
    let Some(name) = client.naam.as_ref().filter(|_| client.geboren.is_some()) else { return Ok(None) };
    let kenmerk = Kenmerk::of(name, client.geboren);
    let found: Vec<Id<Persoon>> = db.query(
        "SELECT id FROM persoon WHERE gezin = $1 AND rol = 0 AND bsn IS NULL AND samen IS NULL \
         AND (kenmerk = $2 OR kenmerk_hand = $2) LIMIT 2",
        &[(&gezin).into(), kenmerk.as_str().into()],
        |row| row.id(0),
    )?;
    Ok(match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// The number of someone who was written down without one: messages know them by it from now on.
fn number_known(
    db: &mut Verbinding,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &Client,
    (persoon, gezin): (Id<Persoon>, Id<Gezin>),
) -> Result<Bekend, Fout> {
    let number = i64::from(client.bsn.number());
    let values = [number.into(), kop.gegevens().into(), (&persoon).into()];
    db.execute_one("UPDATE persoon SET bsn = $1, gegevens_van = $2 WHERE id = $3", &values)?;
    let known = Bekend { persoon, gezin, gegevens_van: kop.gegevens() };
    kennis.personen.insert(number, known);
    Ok(known)
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
    let Some(name) = client.naam.as_ref().filter(|_| kop.gegevens() > known.gegevens_van) else {
        return Ok(known);
    };
    let kenmerk = Kenmerk::of(name, client.geboren);
    let [achternaam, voorvoegsel, voornamen, voorletters] = name_values(name);
    // What somebody wrote down stands.
    db.execute(
        "UPDATE persoon SET kenmerk = $1, achternaam = $2, voorvoegsel = $3, voornamen = coalesce($4, voornamen), \
         voorletters = coalesce($5, voorletters), geboren = coalesce($6, geboren), \
         gegevens_van = $7 WHERE id = $8 AND hand = 0",
        &[
            kenmerk.as_str().into(),
            achternaam,
            voorvoegsel,
            voornamen,
            voorletters,
            client.geboren.into(),
            kop.gegevens().into(),
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
    let fresh = Bekend { gegevens_van: kop.gegevens(), ..known };
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
    let gegevens_van = if client.naam.is_some() { kop.gegevens() } else { i64::MIN };
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
pub(super) fn insert_person(
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

pub(super) fn new_family(
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
