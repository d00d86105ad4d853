//! The members of a family, and how far each is open to one of them: one rule for the page, the lists and what one takes away.

use std::collections::BTreeMap;

use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, Naam, Persoon};
use stelsel::toegang::leeftijd::own_door;
use stelsel::toegang::{Keuze, Kijker, Maat, maat};
use stelsel::{Bsn, Gezin, Id};

use crate::Fout;
use crate::db::{Rij, Verbinding};

/// Selects persons, with what follows the name of the table.
macro_rules! persons {
    ($rest:literal) => {
        concat!(
            "SELECT id, gezin, bsn, rol, achternaam, voorvoegsel, voornamen, voorletters, geboren FROM persoon ",
            $rest
        )
    };
}

fn person_of(row: &Rij<'_>) -> Result<Persoon, Fout> {
    Ok(Persoon {
        id: row.id(0)?,
        gezin: row.id(1)?,
        bsn: row.code_opt(2)?,
        rol: GezinsRol::from_number(row.number(3)?),
        naam: Naam {
            achternaam: row.text(4)?,
            voorvoegsel: row.text_opt(5)?,
            voornamen: row.text_opt(6)?,
            voorletters: row.text_opt(7)?,
        },
        geboren: row.day_opt(8)?,
    })
}

/// Children first, oldest first; then the others in the order of their roles.
pub(crate) fn members(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<Persoon>, Fout> {
    let sql = persons!("WHERE gezin = $1 ORDER BY rol, coalesce(geboren, 9999999), id");
    db.query(sql, &[(&gezin).into()], person_of)
}

/// One person.
pub(crate) fn person(db: &mut Verbinding, id: Id<Persoon>) -> Result<Option<Persoon>, Fout> {
    db.query_opt(persons!("WHERE id = $1"), &[(&id).into()], person_of)
}

/// The person with this citizen service number.
pub(crate) fn person_by_bsn(db: &mut Verbinding, bsn: Bsn) -> Result<Option<Persoon>, Fout> {
    db.query_opt(persons!("WHERE bsn = $1"), &[bsn.number().into()], person_of)
}

/// Young person, other member: what the young person chose.
pub(crate) type Keuzes = BTreeMap<(Id<Persoon>, Id<Persoon>), Keuze>;
/// Child, parent: whether there is authority.
pub(crate) type Gezag = BTreeMap<(Id<Persoon>, Id<Persoon>), bool>;

/// Authority over the children of a family, where it differs from what the messages tell.
pub(crate) fn authority(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Gezag, Fout> {
    let rows = db.query(
        "SELECT z.kind, z.ouder, z.heeft FROM persoon p JOIN gezag z ON z.kind = p.id WHERE p.gezin = $1",
        &[(&gezin).into()],
        |row| Ok(((row.id(0)?, row.id(1)?), row.number(2)? != 0)),
    )?;
    Ok(rows.into_iter().collect())
}

/// What the young people of a family chose to share, and with whom.
pub(crate) fn choices(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Keuzes, Fout> {
    let rows = db.query(
        "SELECT k.kind, k.met, k.keuze FROM persoon p JOIN deelkeuze k ON k.kind = p.id WHERE p.gezin = $1",
        &[(&gezin).into()],
        |row| Ok(((row.id(0)?, row.id(1)?), Keuze::from_number(row.number(2)?).unwrap_or_default())),
    )?;
    Ok(rows.into_iter().collect())
}

/// Whether a parent or guardian has authority over a child: the messages name who has it (OP001), unless somebody of the team
/// said otherwise.
pub(crate) fn has_authority(child: &Persoon, parent: &Persoon, authority: &Gezag) -> bool {
    matches!(parent.rol, GezinsRol::Ouder | GezinsRol::Voogd)
        && authority.get(&(child.id, parent.id)).copied().unwrap_or(true)
}

/// How far each of the members is open to one of them; nothing when that one has no door of their own: a child under twelve,
/// a parent without authority over any of the children (who has a right to be told, BW 1:377c).
pub(crate) fn open_to(
    db: &mut Verbinding,
    me: &Persoon,
    members: &[Persoon],
    today: Date,
) -> Result<Option<Vec<Maat>>, Fout> {
    if me.rol == GezinsRol::Jeugdige && !own_door(me.geboren, today) {
        return Ok(None);
    }
    let (authority, choices) = (authority(db, me.gezin)?, choices(db, me.gezin)?);
    let mut children = members.iter().filter(|member| member.rol == GezinsRol::Jeugdige).peekable();
    let parent = matches!(me.rol, GezinsRol::Ouder | GezinsRol::Voogd) && children.peek().is_some();
    if parent && !children.any(|child| has_authority(child, me, &authority)) {
        return Ok(None);
    }
    let open = members.iter().map(|member| {
        let viewer = seen_by(me, member, &authority);
        if viewer == Kijker::Zelf && me.rol != GezinsRol::Jeugdige {
            // A grown-up whose date of birth nobody noted.
            return Maat::Geheel;
        }
        maat(viewer, member.geboren, today, choices.get(&(member.id, me.id)).copied().unwrap_or_default())
    });
    Ok(Some(open.collect()))
}

/// Who looks, seen from the member that is looked at.
pub(crate) fn seen_by(me: &Persoon, member: &Persoon, authority: &Gezag) -> Kijker {
    match (member.rol, me.rol) {
        _ if member.id == me.id => Kijker::Zelf,
        (GezinsRol::Jeugdige, GezinsRol::Ouder | GezinsRol::Voogd)
            if has_authority(member, me, authority) =>
        {
            Kijker::Gezag
        }
        (GezinsRol::Jeugdige, GezinsRol::Ouder | GezinsRol::Voogd) => Kijker::ZonderGezag,
        (GezinsRol::Jeugdige, GezinsRol::Pleegouder) => Kijker::Pleegouder,
        _ => Kijker::Ander,
    }
}
