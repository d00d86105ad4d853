//! Someone goes to another family, that is there or is made.

use jiff::civil::Date;
use stelsel::gezin::heading;
use stelsel::persoon::Naam;
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Onderdeel, Persoon};

use super::super::toegang::involve;
use super::{Ledenuitkomst, Werk, belong, end_membership, saved};
use crate::Fout;
use crate::db::Waarde;
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;
use crate::schrijver::Beurt;

/// Someone goes to another family with what is theirs: what is said about them, their own door, the people around them. Who works
/// with the family they leave stays with that family. See decision 0012.
pub(super) fn move_out(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: Id<Persoon>,
    (naar, op): (Option<Id<Gezin>>, Date),
    blijft: bool,
) -> Result<Ledenuitkomst, Fout> {
    let found = beurt.db.query_opt(
        "SELECT p.achternaam, p.voorvoegsel, g.gemeente, (SELECT count(*) FROM persoon o WHERE o.gezin = p.gezin AND o.samen IS NULL) \
         FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.id = $1 AND p.gezin = $2 AND p.samen IS NULL",
        &[(&persoon).into(), (&werk.gezin).into()],
        |row| {
            let heet = Naam { achternaam: row.text(0)?, voorvoegsel: row.text_opt(1)?, ..Naam::default() };
            Ok((heet, row.number(2)?, row.number(3)?))
        },
    )?;
    let (heet, gemeente, everyone) = found.ok_or(Fout::NietGevonden)?;
    if everyone < 2 || naar == Some(werk.gezin) {
        // Who is alone does not leave a family behind: bring the two together instead.
        return Err(Fout::Zinloos("the family to move to"));
    }
    let to = match naar {
        Some(to) => {
            let (dossier, _) = dossier_of(beurt.db, to)?;
            if !werk.who.opens(dossier, Deel::Toegang) {
                return Err(Fout::NietGevonden);
            }
            to
        }
        None => new_family(beurt, werk, &heet, gemeente)?,
    };
    let there = Werk { gezin: to, ..*werk };
    if blijft {
        let open = "SELECT 1 FROM lidmaatschap WHERE gezin = $1 AND persoon = $2 AND tot IS NULL LIMIT 1";
        let open =
            beurt.db.query_opt(open, &[(&werk.gezin).into(), (&persoon).into()], |row| row.number(0))?;
        if open.is_none() {
            belong(beurt, werk, persoon, (None, None))?;
        }
    } else {
        let last = op.yesterday().map_err(|_| Fout::Zinloos("the day"))?;
        end_membership(beurt, werk, persoon, last)?;
    }
    belong(beurt, &there, persoon, (Some(op), None))?;
    let (from, to_, who): (Waarde<'_>, Waarde<'_>, Waarde<'_>) =
        ((&werk.gezin).into(), (&to).into(), (&persoon).into());
    for sql in [
        "UPDATE account SET gezin = $1 WHERE gezin = $2 AND persoon = $3",
        "UPDATE correctie SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        "UPDATE netwerk SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        "UPDATE post SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        "UPDATE verwijzing SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        "UPDATE brief SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        "UPDATE persoon SET gezin = $1 WHERE gezin = $2 AND (id = $3 OR samen = $3)",
    ] {
        beurt.db.execute(sql, &[to_, from, who])?;
    }
    stay_near(beurt, &there)?;
    count_intake(beurt.db)?;
    let object = to.to_string();
    let line = Regel::by(werk.who, werk.now, Handeling::Regelen, Onderdeel::Leden.key(), &object);
    beurt.pen.write(beurt.db, &line, &[persoon])?;
    saved(persoon.bytes(), 1)
}

/// A family that only has a name yet.
pub(in crate::register) fn new_family(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    naam: &Naam,
    gemeente: i64,
) -> Result<Id<Gezin>, Fout> {
    let id: Id<Gezin> = beurt.toeval.id(werk.now)?;
    let shown = if naam.achternaam.is_empty() { naam.given() } else { heading(naam) };
    beurt.db.execute_one(
        "INSERT INTO gezin (id, naam, zoeknaam, gemeente, adres_van) VALUES ($1, $2, $3, $4, $5)",
        &[
            (&id).into(),
            shown.as_str().into(),
            naam.family().to_lowercase().as_str().into(),
            gemeente.into(),
            i64::MIN.into(),
        ],
    )?;
    Ok(id)
}

/// Somebody has to know a family: who made it, or moved it out of the own neighbourhood, stays near by name.
pub(in crate::register) fn stay_near(beurt: &mut Beurt<'_>, werk: &Werk<'_>) -> Result<(), Fout> {
    let (dossier, _) = dossier_of(beurt.db, werk.gezin)?;
    if werk.who.opens(dossier, Deel::Toegang) {
        return Ok(());
    }
    involve(beurt, werk.who, werk.gezin, &werk.who.account, Relatie::Vervanger, None, werk.now)
}
