//! Deeds on where people live and who stands around them.

use jiff::civil::Date;
use stelsel::Id;
use stelsel::gezin::Adres;

use super::{Ledenuitkomst, Werk, here, put_address, saved};
use crate::Fout;
use crate::beeld::{Bewoning, Gedaan, Huishouden, Ledendaad, Netwerk, NetwerkInvoer};
use crate::schrijver::Beurt;

/// Does what does not touch who belongs to the family.
pub(super) fn arrange(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    daad: Ledendaad,
) -> Result<Ledenuitkomst, Fout> {
    match daad {
        Ledendaad::Huishouden { id, naam, adres, tot } => household(beurt, werk, id, &naam, &adres, tot),
        Ledendaad::Woont { persoon, huishouden, hoe, van } => {
            here(beurt.db, werk.gezin, persoon)?;
            of_family(beurt, werk, huishouden)?;
            let there = "SELECT id FROM bewoning WHERE huishouden = $1 AND persoon = $2 AND tot IS NULL";
            let values = [(&huishouden).into(), (&persoon).into()];
            if let Some(known) = beurt.db.query_opt(there, &values, |row| row.bytes(0))? {
                let values = [hoe.as_str().into(), known.as_slice().into()];
                beurt.db.execute_one("UPDATE bewoning SET hoe = $1 WHERE id = $2", &values)?;
                return saved(huishouden.bytes(), 1);
            }
            let id: Id<Bewoning> = beurt.toeval.id(werk.now)?;
            beurt.db.execute_one(
                "INSERT INTO bewoning (id, huishouden, persoon, hoe, van) VALUES ($1, $2, $3, $4, $5)",
                &[(&id).into(), (&huishouden).into(), (&persoon).into(), hoe.as_str().into(), van.into()],
            )?;
            saved(id.bytes(), 1)
        }
        Ledendaad::WoontNietMeer { id, tot } => {
            // Ended already is as was asked.
            beurt.db.execute(
                "UPDATE bewoning SET tot = $1 WHERE id = $2 AND (tot IS NULL OR tot > $1) \
                 AND huishouden IN (SELECT h.id FROM huishouden h WHERE h.gezin = $3)",
                &[tot.into(), (&id).into(), (&werk.gezin).into()],
            )?;
            saved(id.bytes(), 1)
        }
        Ledendaad::Adres(adres) => {
            put_address(beurt, werk, &adres)?;
            saved(werk.gezin.bytes(), 1)
        }
        Ledendaad::Netwerk { id, nieuw } => around(beurt, werk, id, &nieuw),
        Ledendaad::NetwerkWeg { id, tot } => {
            beurt.db.execute(
                "UPDATE netwerk SET tot = $1, versie = versie + 1 WHERE id = $2 AND gezin = $3 AND (tot IS NULL OR tot > $1)",
                &[tot.into(), (&id).into(), (&werk.gezin).into()],
            )?;
            saved(id.bytes(), 1)
        }
        _ => Err(Fout::Zinloos("the deed")),
    }
}

fn of_family(beurt: &mut Beurt<'_>, werk: &Werk<'_>, id: Id<Huishouden>) -> Result<(), Fout> {
    let sql = "SELECT 1 FROM huishouden WHERE id = $1 AND gezin = $2";
    let found = beurt.db.query_opt(sql, &[(&id).into(), (&werk.gezin).into()], |row| row.number(0))?;
    found.map(|_| ()).ok_or(Fout::NietGevonden)
}

fn household(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    id: Option<(Id<Huishouden>, i64)>,
    naam: &str,
    adres: &Adres,
    tot: Option<Date>,
) -> Result<Ledenuitkomst, Fout> {
    let door = adres.front_door();
    let Some((id, versie)) = id else {
        let id: Id<Huishouden> = beurt.toeval.id(werk.now)?;
        beurt.db.execute_one(
            "INSERT INTO huishouden (id, gezin, naam, straat, huis, postcode, plaats, voordeur, tot, bron, versie) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'hand', 1)",
            &[
                (&id).into(),
                (&werk.gezin).into(),
                naam.into(),
                adres.straat.as_deref().into(),
                adres.huis.as_deref().into(),
                adres.postcode.as_deref().into(),
                adres.plaats.as_deref().into(),
                door.as_deref().into(),
                tot.into(),
            ],
        )?;
        return saved(id.bytes(), 1);
    };
    of_family(beurt, werk, id)?;
    let touched = beurt.db.execute(
        "UPDATE huishouden SET naam = $1, straat = $2, huis = $3, postcode = $4, plaats = $5, voordeur = $6, tot = $7, \
         versie = versie + 1 WHERE id = $8 AND versie = $9",
        &[
            naam.into(),
            adres.straat.as_deref().into(),
            adres.huis.as_deref().into(),
            adres.postcode.as_deref().into(),
            adres.plaats.as_deref().into(),
            door.as_deref().into(),
            tot.into(),
            (&id).into(),
            versie.into(),
        ],
    )?;
    if touched == 0 { Ok(Gedaan::Nieuwer(Box::new(()))) } else { saved(id.bytes(), versie + 1) }
}

fn around(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    id: Option<(Id<Netwerk>, i64)>,
    nieuw: &NetwerkInvoer,
) -> Result<Ledenuitkomst, Fout> {
    if let Some(persoon) = nieuw.persoon {
        here(beurt.db, werk.gezin, persoon)?;
    }
    let Some((id, versie)) = id else {
        let id: Id<Netwerk> = beurt.toeval.id(werk.now)?;
        beurt.db.execute_one(
            "INSERT INTO netwerk (id, gezin, persoon, soort, naam, wat, telefoon, tekst, van, versie) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
            &[
                (&id).into(),
                (&werk.gezin).into(),
                nieuw.persoon.as_ref().into(),
                nieuw.soort.number().into(),
                nieuw.naam.trim().into(),
                nieuw.wat.trim().into(),
                nieuw.telefoon.trim().into(),
                nieuw.tekst.trim().into(),
                nieuw.van.into(),
            ],
        )?;
        return saved(id.bytes(), 1);
    };
    let sql = "SELECT 1 FROM netwerk WHERE id = $1 AND gezin = $2";
    if beurt.db.query_opt(sql, &[(&id).into(), (&werk.gezin).into()], |row| row.number(0))?.is_none() {
        return Err(Fout::NietGevonden);
    }
    let touched = beurt.db.execute(
        "UPDATE netwerk SET persoon = $1, soort = $2, naam = $3, wat = $4, telefoon = $5, tekst = $6, van = $7, versie = versie + 1 \
         WHERE id = $8 AND versie = $9",
        &[
            nieuw.persoon.as_ref().into(),
            nieuw.soort.number().into(),
            nieuw.naam.trim().into(),
            nieuw.wat.trim().into(),
            nieuw.telefoon.trim().into(),
            nieuw.tekst.trim().into(),
            nieuw.van.into(),
            (&id).into(),
            versie.into(),
        ],
    )?;
    if touched == 0 { Ok(Gedaan::Nieuwer(Box::new(()))) } else { saved(id.bytes(), versie + 1) }
}
