//! Deeds on who belongs to a family: someone comes, goes, lives somewhere, stands around it. A membership is never written over:
//! it ends, and another begins.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::gezin::{Adres, Kenmerk};
use stelsel::klok::dutch_day;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::toegang::Deel;
use stelsel::{Bsn, Gezin, Id, Identiteit, Onderdeel, Persoon, Postcode};

use super::formulier::Formulier;
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Gedaan, Ledendaad, Lidmaatschap, PersoonInvoer, Wijziging};
use crate::db::{Verbinding, day_number};
use crate::intake::count_intake;
use crate::journaal::Handeling;
use crate::schrijver::Beurt;

mod omheen;
mod verhuis;

use verhuis::move_out;
pub(super) use verhuis::{new_family, stay_near};

/// The longest name, address line or word of someone's own, in characters.
pub const LANGSTE_NAAM: usize = 200;
/// The longest text, in characters.
pub const LANGSTE_TEKST: usize = 4_000;

/// What becomes of a form about who belongs to a family. On a newer version nothing is stored; the page reads how it is.
pub type Ledenuitkomst = Gedaan<Wijziging, ()>;

/// Who does what to which family, when.
pub(super) struct Werk<'a> {
    pub(super) who: &'a Identiteit,
    pub(super) gezin: Id<Gezin>,
    pub(super) now: Timestamp,
}

impl Register {
    /// Does something about who belongs to a family, for who works with it.
    pub fn change_members(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        daad: &Ledendaad,
        sleutel: &str,
    ) -> Result<Ledenuitkomst, Fout> {
        sound(daad)?;
        let form = Formulier {
            gezin,
            deel: Deel::Toegang,
            onderdeel: Onderdeel::Leden,
            handeling: Handeling::Regelen,
            sleutel,
            mag: who.decides(),
        };
        let daad = daad.clone();
        self.form(who, &form, move |beurt, who, _, now| {
            let werk = Werk { who, gezin, now };
            match daad {
                Ledendaad::Erbij { persoon, van } => {
                    let id = add_person(beurt, &werk, &persoon)?;
                    belong(beurt, &werk, id, (van, None))?;
                    saved(id.bytes(), 1)
                }
                Ledendaad::Wijzig { persoon, versie, nieuw } => change(beurt, &werk, persoon, versie, &nieuw),
                Ledendaad::Weg { persoon, tot, vergissing } => leave(beurt, &werk, persoon, tot, vergissing),
                Ledendaad::Terug { persoon, van } => {
                    here(beurt.db, gezin, persoon)?;
                    belong(beurt, &werk, persoon, (Some(van), None))?;
                    saved(persoon.bytes(), 1)
                }
                Ledendaad::Verhuis { persoon, naar, op, blijft } => {
                    move_out(beurt, &werk, persoon, (naar, op), blijft)
                }
                other => omheen::arrange(beurt, &werk, other),
            }
        })
    }
}

pub(super) fn saved(id: &[u8; 16], versie: i64) -> Result<Ledenuitkomst, Fout> {
    Ok(Gedaan::Opgeslagen(Id::try_from(id.as_slice())?, versie))
}

/// Whether texts are no longer than fits; names without any letter are no names.
fn sound(daad: &Ledendaad) -> Result<(), Fout> {
    let short = |text: &str| text.chars().count() <= LANGSTE_NAAM && !text.contains('\0');
    let long = |text: &str| text.chars().count() <= LANGSTE_TEKST && !text.contains('\0');
    let address =
        |a: &Adres| [&a.straat, &a.huis, &a.postcode, &a.plaats].into_iter().flatten().all(|t| short(t));
    let fits = match daad {
        Ledendaad::Erbij { persoon, .. } | Ledendaad::Wijzig { nieuw: persoon, .. } => {
            sound_name(&persoon.naam)
        }
        Ledendaad::Huishouden { naam, adres, .. } => short(naam) && address(adres),
        Ledendaad::Woont { hoe, .. } => short(hoe),
        Ledendaad::Adres(adres) => address(adres),
        Ledendaad::Netwerk { nieuw, .. } => {
            !nieuw.naam.trim().is_empty()
                && [&nieuw.naam, &nieuw.wat, &nieuw.telefoon].into_iter().all(|t| short(t))
                && long(&nieuw.tekst)
        }
        _ => true,
    };
    if fits { Ok(()) } else { Err(Fout::Zinloos("a name or a text")) }
}

pub(super) fn sound_name(naam: &Naam) -> bool {
    let parts = [
        Some(&naam.achternaam),
        naam.voorvoegsel.as_ref(),
        naam.voornamen.as_ref(),
        naam.voorletters.as_ref(),
    ];
    let fits = |t: &String| t.chars().count() <= LANGSTE_NAAM && !t.contains('\0');
    let some =
        !naam.achternaam.trim().is_empty() || naam.voornamen.as_ref().is_some_and(|n| !n.trim().is_empty());
    some && parts.into_iter().flatten().all(fits)
}

/// Stores someone whom somebody wrote down.
pub(super) fn add_person(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: &PersoonInvoer,
) -> Result<Id<Persoon>, Fout> {
    if let Some(bsn) = persoon.bsn {
        free(beurt.db, bsn)?;
    }
    let id: Id<Persoon> = beurt.toeval.id(werk.now)?;
    let kenmerk = Kenmerk::of(&persoon.naam, persoon.geboren);
    let Naam { achternaam, voorvoegsel, voornamen, voorletters } = &persoon.naam;
    beurt.db.execute_one(
        "INSERT INTO persoon (id, gezin, bsn, rol, kenmerk, achternaam, voorvoegsel, voornamen, voorletters, geboren, gegevens_van, hand) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
        &[
            (&id).into(),
            (&werk.gezin).into(),
            persoon.bsn.map(Bsn::number).into(),
            persoon.rol.unwrap_or(GezinsRol::Ander).number().into(),
            kenmerk.as_str().into(),
            achternaam.into(),
            voorvoegsel.as_ref().into(),
            voornamen.as_ref().into(),
            voorletters.as_ref().into(),
            persoon.geboren.into(),
            (day_number(dutch_day(werk.now)) * 2).into(),
        ],
    )?;
    Ok(id)
}

/// A number is of one person.
fn free(db: &mut Verbinding, bsn: Bsn) -> Result<(), Fout> {
    let sql = "SELECT 1 FROM persoon WHERE bsn = $1";
    match db.query_opt(sql, &[bsn.number().into()], |row| row.number(0))? {
        Some(_) => Err(Fout::AlBekend),
        None => Ok(()),
    }
}

/// Begins a membership, with an end when there is one.
pub(super) fn belong(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: Id<Persoon>,
    (van, tot): (Option<Date>, Option<Date>),
) -> Result<(), Fout> {
    let id: Id<Lidmaatschap> = beurt.toeval.id(werk.now)?;
    beurt.db.execute_one(
        "INSERT INTO lidmaatschap (id, gezin, persoon, van, tot, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            (&id).into(),
            (&werk.gezin).into(),
            (&persoon).into(),
            van.into(),
            tot.into(),
            (&werk.who.account).into(),
            millis(werk.now),
        ],
    )
}

/// Whether someone belongs to the family, or belonged to it: what is not of this family does not exist here.
pub(super) fn here(db: &mut Verbinding, gezin: Id<Gezin>, persoon: Id<Persoon>) -> Result<(), Fout> {
    let sql = "SELECT 1 FROM persoon p WHERE p.gezin = $1 AND p.id = $2 AND p.samen IS NULL \
               UNION ALL SELECT 1 FROM lidmaatschap l JOIN persoon q ON q.id = l.persoon WHERE l.gezin = $1 \
               AND coalesce(q.samen, q.id) = $2";
    let found = db.query_opt(sql, &[(&gezin).into(), (&persoon).into()], |row| row.number(0))?;
    found.map(|_| ()).ok_or(Fout::NietGevonden)
}

/// Name, birth date, number and role as they are. A number that is known stays, and who has one stays a young person: messages
/// go by it.
fn change(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: Id<Persoon>,
    versie: i64,
    nieuw: &PersoonInvoer,
) -> Result<Ledenuitkomst, Fout> {
    let known = beurt.db.query_opt(
        "SELECT bsn, rol FROM persoon WHERE id = $1 AND gezin = $2 AND samen IS NULL",
        &[(&persoon).into(), (&werk.gezin).into()],
        |row| Ok((row.number_opt(0)?, row.number(1)?)),
    )?;
    let (bsn, rol) = known.ok_or(Fout::NietGevonden)?;
    if let (None, Some(given)) = (bsn, nieuw.bsn) {
        free(beurt.db, given)?;
    }
    let rol = if bsn.is_some() { rol } else { nieuw.rol.map_or(rol, GezinsRol::number) };
    let bsn = bsn.or_else(|| nieuw.bsn.map(|bsn| i64::from(bsn.number())));
    let kenmerk = Kenmerk::of(&nieuw.naam, nieuw.geboren);
    let Naam { achternaam, voorvoegsel, voornamen, voorletters } = &nieuw.naam;
    let touched = beurt.db.execute(
        "UPDATE persoon SET achternaam = $1, voorvoegsel = $2, voornamen = $3, voorletters = $4, geboren = $5, bsn = $6, rol = $7, \
         kenmerk_hand = $8, hand = 1, versie = versie + 1 WHERE id = $9 AND versie = $10",
        &[
            achternaam.into(),
            voorvoegsel.as_ref().into(),
            voornamen.as_ref().into(),
            voorletters.as_ref().into(),
            nieuw.geboren.into(),
            bsn.into(),
            rol.into(),
            kenmerk.as_str().into(),
            (&persoon).into(),
            versie.into(),
        ],
    )?;
    if touched == 0 {
        return Ok(Gedaan::Nieuwer(Box::new(())));
    }
    saved(persoon.bytes(), versie + 1)
}

/// Ends the membership on a day. Who was ended already is as was asked.
fn leave(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: Id<Persoon>,
    tot: Date,
    vergissing: bool,
) -> Result<Ledenuitkomst, Fout> {
    here(beurt.db, werk.gezin, persoon)?;
    end_membership(beurt, werk, persoon, tot)?;
    if vergissing {
        beurt.db.execute(
            "UPDATE lidmaatschap SET vergissing = 1 WHERE gezin = $1 AND persoon = $2",
            &[(&werk.gezin).into(), (&persoon).into()],
        )?;
    }
    beurt.db.execute(
        "UPDATE bewoning SET tot = $1 WHERE (tot IS NULL OR tot > $1) AND persoon IN (SELECT id FROM persoon WHERE id = $2 OR samen = $2) \
         AND huishouden IN (SELECT id FROM huishouden WHERE gezin = $3)",
        &[tot.into(), (&persoon).into(), (&werk.gezin).into()],
    )?;
    saved(persoon.bytes(), 1)
}

fn end_membership(
    beurt: &mut Beurt<'_>,
    werk: &Werk<'_>,
    persoon: Id<Persoon>,
    tot: Date,
) -> Result<(), Fout> {
    let ended = beurt.db.execute(
        "UPDATE lidmaatschap SET tot = $1 WHERE gezin = $2 AND (tot IS NULL OR tot > $1) \
         AND persoon IN (SELECT id FROM persoon WHERE id = $3 OR samen = $3)",
        &[tot.into(), (&werk.gezin).into(), (&persoon).into()],
    )?;
    let lines = "SELECT 1 FROM lidmaatschap WHERE gezin = $1 AND persoon = $2 LIMIT 1";
    let any = beurt.db.query_opt(lines, &[(&werk.gezin).into(), (&persoon).into()], |row| row.number(0))?;
    if ended == 0 && any.is_none() {
        belong(beurt, werk, persoon, (None, Some(tot)))?;
    }
    Ok(())
}

/// The address of the family as a whole. Messages do not change it any more.
pub(super) fn put_address(beurt: &mut Beurt<'_>, werk: &Werk<'_>, adres: &Adres) -> Result<(), Fout> {
    let postcode = adres.postcode.as_deref().and_then(|p| Postcode::parse(p).ok());
    let wijk = match postcode {
        Some(postcode) => beurt.db.query_opt(
            "SELECT p.wijk, w.gemeente FROM postcode_wijk p JOIN wijk w ON w.code = p.wijk WHERE p.postcode = $1 OR p.postcode = $2 \
             ORDER BY length(p.postcode) DESC LIMIT 1",
            &[postcode.to_string().as_str().into(), postcode.area().to_string().as_str().into()],
            |row| Ok((row.number(0)?, row.number(1)?)),
        )?,
        None => None,
    };
    beurt.db.execute_one(
        "UPDATE gezin SET voordeur = $1, straat = $2, huis = $3, postcode = $4, plaats = $5, wijk = coalesce($6, wijk), \
         gemeente = coalesce($7, gemeente), adres_van = $8, adres_hand = 2 WHERE id = $9",
        &[
            adres.front_door().as_deref().into(),
            adres.straat.as_deref().into(),
            adres.huis.as_deref().into(),
            adres.postcode.as_deref().into(),
            adres.plaats.as_deref().into(),
            wijk.map(|(wijk, _)| wijk).into(),
            wijk.map(|(_, gemeente)| gemeente).into(),
            day_number(dutch_day(werk.now)).into(),
            (&werk.gezin).into(),
        ],
    )?;
    stay_near(beurt, werk)?;
    count_intake(beurt.db)
}
