//! Writing to each other: once, in a thread that is open, and never lost.

use jiff::Timestamp;
use stelsel::klok::dutch_day;
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use super::formulier::Formulier;
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Draad, Gedaan, Post, PostSoort};
use crate::db::Verbinding;
use crate::journaal::Handeling;
use crate::lezing::draad::{key_of_thread, open_draden};

/// The longest message, in characters.
pub const LANGSTE_BERICHT: usize = 8_000;

/// What someone writes, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NieuwBericht {
    /// In which thread.
    pub draad: Draad,
    /// What it is.
    pub soort: PostSoort,
    /// The words.
    pub tekst: String,
}

impl Register {
    /// Writes in a thread of a family. A message of the family waits for an answer from then on; one of a professional is the
    /// answer.
    pub fn write_post(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        nieuw: &NieuwBericht,
        sleutel: &str,
    ) -> Result<Gedaan<Post, ()>, Fout> {
        let text = nieuw.tekst.trim().to_owned();
        if text.is_empty() || text.chars().count() > LANGSTE_BERICHT || text.contains('\0') {
            return Err(Fout::Zinloos("the text of a message"));
        }
        let (draad, soort, of_family) = (nieuw.draad, nieuw.soort, who.rol == Rol::Gezinslid);
        let mag = of_family || soort == PostSoort::Bericht;
        self.form_about(who, &form(gezin, sleutel, mag), draad.persoon(), move |beurt, who, _, now| {
            is_open(beurt.db, who, gezin, draad, now)?;
            let last = last_of(beurt.db, gezin, draad)?.unwrap_or(i64::MIN);
            // Messages of one thread never share a moment: until where someone read is then one number.
            let placed = now.as_millisecond().max(last.saturating_add(1));
            let id: Id<Post> = beurt.toeval.id(now)?;
            if !of_family {
                done_waiting(beurt.db, gezin, draad)?;
            }
            let person = draad.persoon();
            beurt.db.execute_one(
                "INSERT INTO post (id, gezin, persoon, soort, auteur, van_gezin, tekst, geplaatst, wacht) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $6)",
                &[
                    (&id).into(),
                    (&gezin).into(),
                    person.as_ref().into(),
                    soort.number().into(),
                    who.account.as_str().into(),
                    of_family.into(),
                    text.as_str().into(),
                    placed.into(),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Says that what waits in a thread needs no answer.
    pub fn close_post(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        draad: Draad,
        sleutel: &str,
    ) -> Result<Gedaan<Post, ()>, Fout> {
        let mag = who.decides();
        self.form_about(who, &form(gezin, sleutel, mag), draad.persoon(), move |beurt, who, _, now| {
            is_open(beurt.db, who, gezin, draad, now)?;
            done_waiting(beurt.db, gezin, draad)?;
            Ok(Gedaan::Opgeslagen(beurt.toeval.id(now)?, 1))
        })
    }

    /// Remembers until which message someone read a thread, and tells the other side. The look that it was read by has its line
    /// in the journal.
    pub fn mark_read(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        draad: Draad,
        tot: Timestamp,
    ) -> Result<(), Fout> {
        let (who, now) = (who.clone(), self.0.klok.now());
        self.write(move |beurt| {
            is_open(beurt.db, &who, gezin, draad, now)?;
            let key = key_of_thread(gezin, draad);
            beurt.db.execute(
                "INSERT INTO post_gelezen (account, draad, tot) VALUES ($1, $2, $3) ON CONFLICT (account, draad) \
                 DO UPDATE SET tot = CASE WHEN excluded.tot > post_gelezen.tot THEN excluded.tot ELSE post_gelezen.tot END",
                &[who.account.as_str().into(), key.as_slice().into(), millis(tot)],
            )?;
            let sql = match draad {
                Draad::Gezin => {
                    "UPDATE post SET gelezen = $1 WHERE gezin = $2 AND persoon IS NULL AND gelezen IS NULL AND geplaatst <= $3 AND van_gezin <> $4"
                }
                Draad::Eigen(_) => {
                    "UPDATE post SET gelezen = $1 WHERE persoon = $2 AND gelezen IS NULL AND geplaatst <= $3 AND van_gezin <> $4"
                }
            };
            let of_family = who.rol == Rol::Gezinslid;
            beurt.db.execute(sql, &[millis(now), key.as_slice().into(), millis(tot), of_family.into()])?;
            Ok(())
        })
    }
}

const fn form(gezin: Id<Gezin>, sleutel: &str, mag: bool) -> Formulier<'_> {
    Formulier {
        gezin,
        deel: Deel::Post,
        onderdeel: Onderdeel::Post,
        handeling: Handeling::Schrijven,
        sleutel,
        mag,
    }
}

fn is_open(
    db: &mut Verbinding,
    who: &Identiteit,
    gezin: Id<Gezin>,
    draad: Draad,
    now: Timestamp,
) -> Result<(), Fout> {
    let draden = open_draden(db, who, gezin, dutch_day(now), now)?;
    if draden.has(draad) { Ok(()) } else { Err(Fout::NietGevonden) }
}

fn last_of(db: &mut Verbinding, gezin: Id<Gezin>, draad: Draad) -> Result<Option<i64>, Fout> {
    let sql = match draad {
        Draad::Gezin => "SELECT max(geplaatst) FROM post WHERE gezin = $1 AND persoon IS NULL",
        Draad::Eigen(_) => "SELECT max(geplaatst) FROM post WHERE persoon = $1",
    };
    let key = key_of_thread(gezin, draad);
    Ok(db.query_opt(sql, &[key.as_slice().into()], |row| row.number_opt(0))?.flatten())
}

fn done_waiting(db: &mut Verbinding, gezin: Id<Gezin>, draad: Draad) -> Result<(), Fout> {
    let sql = match draad {
        Draad::Gezin => "UPDATE post SET wacht = 0 WHERE gezin = $1 AND persoon IS NULL AND wacht = 1",
        Draad::Eigen(_) => "UPDATE post SET wacht = 0 WHERE persoon = $1 AND wacht = 1",
    };
    let key = key_of_thread(gezin, draad);
    db.execute(sql, &[key.as_slice().into()]).map(drop)
}
