//! The rows of families of which nobody is left, table by table.

use stelsel::gezin::heading;
use stelsel::persoon::Naam;
use stelsel::{Gezin, Id};

use super::Telling;
use super::accounts::{take_accounts, take_guests};
use crate::Fout;
use crate::db::Verbinding;

/// A family of which no dossier is left goes with everyone in it; another gets the name of who is left.
#[expect(clippy::too_many_lines, reason = "one line per table")]
pub(super) fn take_families(
    db: &mut Verbinding,
    families: &[Id<Gezin>],
    telling: &mut Telling,
) -> Result<(), Fout> {
    const OF_FAMILY: &[(&str, &str)] = &[
        (
            "gezag",
            "DELETE FROM gezag WHERE kind IN (SELECT id FROM persoon WHERE gezin = $1) \
             OR ouder IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        (
            "deelkeuze",
            "DELETE FROM deelkeuze WHERE kind IN (SELECT id FROM persoon WHERE gezin = $1) \
             OR met IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("betrokken", "DELETE FROM betrokken WHERE gezin = $1"),
        ("post", "DELETE FROM post WHERE gezin = $1"),
        (
            "post_gelezen",
            "DELETE FROM post_gelezen WHERE draad = $1 OR draad IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        (
            "deling_stem",
            "DELETE FROM deling_stem WHERE deling IN (SELECT id FROM deling WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("deling", "DELETE FROM deling WHERE gezin = $1"),
        ("verwijzing", "DELETE FROM verwijzing WHERE gezin = $1"),
        ("nood", "DELETE FROM nood WHERE gezin = $1"),
        ("correctie", "DELETE FROM correctie WHERE gezin = $1"),
        ("brief", "DELETE FROM brief WHERE gezin = $1"),
        ("plan_dag", "DELETE FROM plan_dag WHERE gezin = $1"),
        ("plan_toewijzing", "DELETE FROM plan_toewijzing WHERE gezin = $1"),
        ("plan_versie", "DELETE FROM plan_versie WHERE gezin = $1"),
        ("plan", "DELETE FROM plan WHERE gezin = $1"),
        ("overdracht", "DELETE FROM overdracht WHERE gezin = $1"),
        (
            "expertvraag_lid",
            "DELETE FROM expertvraag_lid WHERE expertvraag IN (SELECT id FROM expertvraag WHERE gezin = $1)",
        ),
        ("expertvraag", "DELETE FROM expertvraag WHERE gezin = $1"),
        ("overgang", "DELETE FROM overgang WHERE persoon IN (SELECT id FROM persoon WHERE gezin = $1)"),
        (
            "bewoning",
            "DELETE FROM bewoning WHERE huishouden IN (SELECT id FROM huishouden WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("huishouden", "DELETE FROM huishouden WHERE gezin = $1"),
        ("netwerk", "DELETE FROM netwerk WHERE gezin = $1"),
        (
            "lidmaatschap",
            "DELETE FROM lidmaatschap WHERE gezin = $1 OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("vraag_soort", "DELETE FROM vraag_soort WHERE vraag IN (SELECT id FROM vraag WHERE gezin = $1)"),
        ("vraag", "DELETE FROM vraag WHERE gezin = $1"),
        (
            "samenvoeging_stuk",
            "DELETE FROM samenvoeging_stuk WHERE samenvoeging IN (SELECT s.id FROM samenvoeging s WHERE s.weg = $1 OR s.naar = $1 \
             OR s.weg IN (SELECT g.id FROM gezin g WHERE g.samen = $1) OR s.weg IN (SELECT p.id FROM persoon p WHERE p.gezin = $1))",
        ),
        (
            "samenvoeging",
            "DELETE FROM samenvoeging WHERE weg = $1 OR naar = $1 OR weg IN (SELECT g.id FROM gezin g WHERE g.samen = $1) \
             OR weg IN (SELECT p.id FROM persoon p WHERE p.gezin = $1)",
        ),
        (
            "geen_dubbel",
            "DELETE FROM geen_dubbel WHERE een = $1 OR ander = $1 OR een IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) \
             OR ander IN (SELECT p.id FROM persoon p WHERE p.gezin = $1)",
        ),
        (
            "gesprek_aanvulling",
            "DELETE FROM gesprek_aanvulling WHERE gesprek IN (SELECT id FROM goed_gesprek WHERE gezin = $1)",
        ),
        (
            "gesprek_stem",
            "DELETE FROM gesprek_stem WHERE gesprek IN (SELECT id FROM goed_gesprek WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("goed_gesprek", "DELETE FROM goed_gesprek WHERE gezin = $1"),
        ("persoon", "DELETE FROM persoon WHERE gezin = $1"),
        ("gezin", "DELETE FROM gezin WHERE id = $1"),
    ];
    for family in families {
        let left = db.query_opt(
            "SELECT achternaam, voorvoegsel FROM persoon WHERE gezin = $1 AND samen IS NULL \
             AND (bsn IS NOT NULL OR rol = 0) ORDER BY coalesce(geboren, 9999999), id LIMIT 1",
            &[family.into()],
            |row| Ok(Naam { achternaam: row.text(0)?, voorvoegsel: row.text_opt(1)?, ..Naam::default() }),
        )?;
        if let Some(name) = left {
            db.execute_one(
                "UPDATE gezin SET naam = $1, zoeknaam = $2 WHERE id = $3",
                &[
                    heading(&name).as_str().into(),
                    name.family().to_lowercase().as_str().into(),
                    family.into(),
                ],
            )?;
            continue;
        }
        take_accounts(db, "SELECT sleutel FROM account WHERE gezin = $1", family.into(), telling)?;
        // First the families that were brought together with this one: their plan and a second coordinator stayed with them.
        let with: Vec<Id<Gezin>> =
            db.query("SELECT id FROM gezin WHERE samen = $1 ORDER BY id", &[family.into()], |row| row.id(0))?;
        for gone in with.iter().chain([family]) {
            for (table, sql) in OF_FAMILY {
                telling.away(db, table, sql, &[gone.into()])?;
            }
        }
        take_guests(db, telling)?;
    }
    Ok(())
}
