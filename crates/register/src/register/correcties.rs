//! Corrections: placed beside a text by the family, answered by the professional, never written over unseen.

use jiff::Timestamp;
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol};

use super::Register;
use super::formulier::Formulier;
use crate::Fout;
use crate::beeld::{Correctie, CorrectieBeeld, CorrectieStand, Gedaan, Over};
use crate::db::{Rij, Verbinding};
use crate::journaal::Handeling;
use crate::schrijver::Beurt;

/// The longest text of a correction and of an answer, in characters.
pub const LANGSTE_CORRECTIE: usize = 4_000;

/// What becomes of a form about a correction.
type Done = Gedaan<Correctie, CorrectieBeeld>;

const COLUMNS: &str = "SELECT id, gezin, persoon, over, auteur, tekst, geplaatst, gewijzigd, versie, stand, antwoord, beantwoord \
     FROM correctie WHERE gezin = $1 ORDER BY geplaatst, id";

impl Register {
    /// Places a correction beside something of one's own family.
    pub fn place_correction(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        over: Over,
        tekst: &str,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let tekst = sound(tekst)?;
        self.correction(who, (who.rol == Rol::Gezinslid, Deel::Tijdlijn), gezin, sleutel, move |beurt, who, open, now| {
            let about = about(beurt.db, gezin, &over)?;
            if about.is_some_and(|person| !open.contains(&person)) {
                return Err(Fout::NietGevonden);
            }
            let id: Id<Correctie> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO correctie (id, gezin, persoon, over, auteur, tekst, geplaatst, gewijzigd, versie, stand) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 1, 0)",
                &[
                    (&id).into(),
                    (&gezin).into(),
                    about.as_ref().into(),
                    over.word().as_str().into(),
                    who.account.as_str().into(),
                    tekst.as_str().into(),
                    now.as_millisecond().into(),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Changes the words of one's own correction, if it still is the version that was read. An answered one is a new matter:
    /// it is open again.
    pub fn edit_correction(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<Correctie>,
        versie: i64,
        tekst: &str,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let tekst = sound(tekst)?;
        self.correction(who, (who.rol == Rol::Gezinslid, Deel::Tijdlijn), gezin, sleutel, move |beurt, who, open, now| {
            let known = one(beurt.db, gezin, id, open)?;
            if known.auteur != who.account {
                return Err(Fout::NietGevonden);
            }
            let touched = beurt.db.execute(
                "UPDATE correctie SET tekst = $1, gewijzigd = $2, versie = versie + 1, stand = 0 WHERE id = $3 AND versie = $4",
                &[tekst.as_str().into(), now.as_millisecond().into(), (&id).into(), versie.into()],
            )?;
            if touched == 1 { Ok(Gedaan::Opgeslagen(id, versie + 1)) } else { Ok(Gedaan::Nieuwer(Box::new(known))) }
        })
    }

    /// Answers a correction, if it still is the version that was read. For who works with the family: an emergency or a seat at
    /// a table is not enough.
    #[expect(clippy::too_many_arguments, reason = "the fields of one form")]
    pub fn answer_correction(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<Correctie>,
        versie: i64,
        stand: CorrectieStand,
        antwoord: &str,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let antwoord = sound(antwoord)?;
        let may = who.decides() && stand != CorrectieStand::Open;
        self.correction(who, (may, Deel::Toegang), gezin, sleutel, move |beurt, who, open, now| {
            let known = one(beurt.db, gezin, id, open)?;
            let touched = beurt.db.execute(
                "UPDATE correctie SET antwoord = $1, beantwoord_door = $2, beantwoord = $3, versie = versie + 1, stand = $4 \
                 WHERE id = $5 AND versie = $6",
                &[
                    antwoord.as_str().into(),
                    who.account.as_str().into(),
                    now.as_millisecond().into(),
                    stand.number().into(),
                    (&id).into(),
                    versie.into(),
                ],
            )?;
            if touched == 1 { Ok(Gedaan::Opgeslagen(id, versie + 1)) } else { Ok(Gedaan::Nieuwer(Box::new(known))) }
        })
    }

    /// Does what a form about a correction asks, or writes down that it was refused.
    fn correction(
        &self,
        who: &Identiteit,
        (may, deel): (bool, Deel),
        gezin: Id<Gezin>,
        sleutel: &str,
        work: impl FnOnce(&mut Beurt<'_>, &Identiteit, &[Id<Persoon>], Timestamp) -> Result<Done, Fout>
        + Send
        + 'static,
    ) -> Result<Done, Fout> {
        let form = Formulier {
            gezin,
            deel,
            onderdeel: Onderdeel::Gezin,
            handeling: Handeling::Corrigeren,
            sleutel,
            mag: may,
        };
        self.form(who, &form, work)
    }
}

fn sound(text: &str) -> Result<String, Fout> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LANGSTE_CORRECTIE && !text.contains('\0');
    if fits { Ok(text.to_owned()) } else { Err(Fout::Zinloos("the text of a correction")) }
}

/// Whom it is about; what it is about has to be of this family.
fn about(db: &mut Verbinding, gezin: Id<Gezin>, over: &Over) -> Result<Option<Id<Persoon>>, Fout> {
    let found = match over {
        Over::Gezin => return Ok(None),
        Over::Lid(id) => db.query_opt(
            "SELECT id FROM persoon WHERE gezin = $1 AND id = $2",
            &[(&gezin).into(), id.into()],
            |row| row.id(0),
        )?,
        Over::Toewijzing(gemeente, nummer) => db.query_opt(
            "SELECT p.id FROM toewijzing t JOIN persoon p ON p.id = t.persoon WHERE p.gezin = $1 AND t.gemeente = $2 AND t.nummer = $3",
            &[(&gezin).into(), (*gemeente).into(), (*nummer).into()],
            |row| row.id(0),
        )?,
    };
    found.map(Some).ok_or(Fout::NietGevonden)
}

fn one(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    id: Id<Correctie>,
    open: &[Id<Persoon>],
) -> Result<CorrectieBeeld, Fout> {
    let may = |c: &CorrectieBeeld| c.persoon.is_none_or(|about| open.contains(&about));
    let found = of_family(db, gezin)?.into_iter().find(|c| c.id == id && may(c));
    found.ok_or(Fout::NietGevonden)
}

/// The corrections of a family, oldest first.
pub(crate) fn of_family(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<CorrectieBeeld>, Fout> {
    let read = |row: &Rij<'_>| {
        let antwoord = match (row.text_opt(10)?, row.number_opt(11)?) {
            (Some(words), Some(_)) => Some((words, row.moment(11)?)),
            _ => None,
        };
        let about = row.bytes_opt(2)?;
        Ok(CorrectieBeeld {
            id: row.id(0)?,
            gezin: row.id(1)?,
            persoon: about.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?,
            over: Over::parse(&row.text(3)?).ok_or(Fout::Tegenstrijdig("a correction is about nothing"))?,
            auteur: row.text(4)?,
            tekst: row.text(5)?,
            geplaatst: row.moment(6)?,
            gewijzigd: row.moment(7)?,
            versie: row.number(8)?,
            stand: CorrectieStand::from_number(row.number(9)?),
            antwoord,
        })
    };
    db.query(COLUMNS, &[(&gezin).into()], read)
}
