//! What was asked of the expertteam: for who was asked, and for who works with the family.

use stelsel::expertvraag::{Bindend, Gevolg};
use stelsel::persoon::Naam;
use stelsel::plan::Stagnatie;
use stelsel::toegang::{Deel, Dossier, Maat};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use super::Lezing;
use super::leden::members;
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{ExpertvraagBeeld, Vraagnummer};
use crate::db::{Rij, Verbinding};

macro_rules! questions {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.gezin, g.naam, e.versie, e.document, e.reden, e.bindend, e.persoon, coalesce(v.naam, ''), e.gesteld, \
             coalesce(a.naam, ''), e.advies, e.gevolg, e.gevolg_op, g.wijk, g.afgeschermd, p.voornamen, p.voorletters, p.achternaam \
             FROM expertvraag e JOIN gezin g ON g.id = e.gezin LEFT JOIN account v ON v.sleutel = e.gesteld_door \
             LEFT JOIN account a ON a.sleutel = e.advies_door LEFT JOIN persoon p ON p.id = e.persoon ",
            $rest
        )
    };
}
const BY_ID: &str = questions!("WHERE e.id = $1");
const OF_FAMILY: &str = questions!("WHERE e.gezin = $1 ORDER BY e.gesteld DESC, e.id");
const OF_WIJK: &str = questions!("WHERE g.wijk = $1 ORDER BY e.gevolg, e.gesteld DESC, e.id LIMIT 100");
const OF_MEMBER: &str = questions!(
    "WHERE e.id IN (SELECT l.expertvraag FROM expertvraag_lid l WHERE l.account = $1) ORDER BY e.gevolg, e.gesteld DESC, e.id LIMIT 100"
);

/// A question, and what decides on who may read it.
fn read(row: &Rij<'_>) -> Result<(ExpertvraagBeeld, Dossier), Fout> {
    const BROKEN: Fout = Fout::Tegenstrijdig("a stored question cannot be read");
    let gezin: Id<Gezin> = row.id(1)?;
    let about = row.bytes_opt(7)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?;
    let wie = about.is_some().then(|| -> Result<String, Fout> {
        let naam = Naam {
            achternaam: row.text_opt(18)?.unwrap_or_default(),
            voorvoegsel: None,
            voornamen: row.text_opt(16)?,
            voorletters: row.text_opt(17)?,
        };
        Ok(naam.given())
    });
    let gevolg = match row.number(12)? {
        1 => Some(Gevolg::Gevolgd),
        2 => Some(Gevolg::Afgeweken),
        _ => None,
    };
    let beeld = ExpertvraagBeeld {
        id: row.id(0)?,
        gezin,
        naam: row.text(2)?,
        versie: row.number(3)?,
        inhoud: serde_json::from_str(&row.text(4)?).map_err(|_| BROKEN)?,
        reden: Stagnatie::from_key(&row.text(5)?).ok_or(BROKEN)?,
        bindend: Bindend::from_key(&row.text(6)?).ok_or(BROKEN)?,
        persoon: about,
        wie: wie.transpose()?,
        gesteld: (row.text(8)?, row.moment(9)?),
        leden: Vec::new(),
        advies: row.moment_opt(11)?.map(|when| Ok::<_, Fout>((row.text(10)?, when))).transpose()?,
        gevolg: gevolg.zip(row.moment_opt(13)?),
        adviseert: false,
        beslist: false,
    };
    let dossier = Dossier { gezin, wijk: row.code_opt(14)?, afgeschermd: row.number(15)? != 0 };
    Ok((beeld, dossier))
}

/// The family that a question is about.
pub(crate) fn where_is(db: &mut Verbinding, id: Id<Vraagnummer>) -> Result<Option<Id<Gezin>>, Fout> {
    db.query_opt("SELECT gezin FROM expertvraag WHERE id = $1", &[(&id).into()], |row| row.id(0))
}

/// A question as far as somebody may read it; who is of the expertteam only what they were asked.
pub(crate) fn of_id(
    db: &mut Verbinding,
    who: &Identiteit,
    id: Id<Vraagnummer>,
) -> Result<Option<ExpertvraagBeeld>, Fout> {
    match db.query_opt(BY_ID, &[(&id).into()], read)? {
        Some(found) => whole(db, who, found),
        None => Ok(None),
    }
}

/// Adds whom it was asked of and what the reader may do; nothing when it is not theirs.
fn whole(
    db: &mut Verbinding,
    who: &Identiteit,
    (mut beeld, dossier): (ExpertvraagBeeld, Dossier),
) -> Result<Option<ExpertvraagBeeld>, Fout> {
    if !who.opens(dossier, Deel::Plan) {
        return Ok(None);
    }
    let asked = db.query(
        "SELECT l.account, coalesce(a.naam, '') FROM expertvraag_lid l LEFT JOIN account a ON a.sleutel = l.account \
         WHERE l.expertvraag = $1 ORDER BY l.account",
        &[(&beeld.id).into()],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )?;
    let mine = asked.iter().any(|(account, _)| *account == who.account);
    if who.rol == Rol::Expertteam && !mine {
        return Ok(None);
    }
    beeld.leden = asked.into_iter().map(|(_, naam)| naam).collect();
    beeld.adviseert = mine && who.rol == Rol::Expertteam && beeld.gevolg.is_none();
    beeld.beslist = who.writes_plan(dossier) && beeld.advies.is_some() && beeld.gevolg.is_none();
    Ok(Some(beeld))
}

impl Lezing<'_> {
    /// The questions that are the reader's: what a member of the expertteam was asked, and those about the families of a team
    /// or coordinator. Open ones first.
    pub fn expertvragen(&mut self) -> Result<Vec<ExpertvraagBeeld>, Fout> {
        self.enter(Onderdeel::Expertvragen)?;
        let mut found = Vec::new();
        if self.who.rol == Rol::Expertteam {
            found.extend(self.db.query(OF_MEMBER, &[self.who.account.as_str().into()], read)?);
        } else {
            for wijk in &self.who.wijken {
                found.extend(self.db.query(OF_WIJK, &[wijk.number().into()], read)?);
            }
            for (gezin, _) in &self.who.betrokken {
                found.extend(self.db.query(OF_FAMILY, &[gezin.into()], read)?);
            }
        }
        let mut mine: Vec<ExpertvraagBeeld> = Vec::new();
        for one in found {
            if !mine.iter().any(|known| known.id == one.0.id) {
                mine.extend(whole(self.db, self.who, one)?);
            }
        }
        mine.sort_by_key(|q| (q.gevolg.is_some(), std::cmp::Reverse(q.gesteld.1), q.id));
        for question in &mine {
            self.seen.extend(members(self.db, question.gezin)?.into_iter().map(|member| member.id));
        }
        Ok(mine)
    }

    /// One question.
    pub fn expertvraag(&mut self, id: Id<Vraagnummer>) -> Result<ExpertvraagBeeld, Fout> {
        self.enter(Onderdeel::Expertvragen)?;
        let beeld = of_id(self.db, self.who, id)?.ok_or(Fout::NietGevonden)?;
        let (dossier, _) = dossier_of(self.db, beeld.gezin)?;
        self.enter_file(dossier)?;
        self.seen.extend(members(self.db, beeld.gezin)?.into_iter().map(|member| member.id));
        Ok(beeld)
    }

    /// The questions about a family, for the page of its plan; those about a person only to who may see that person.
    pub(super) fn questions_of(
        &mut self,
        gezin: Id<Gezin>,
        open: impl Fn(Id<stelsel::Persoon>) -> Maat,
    ) -> Result<Vec<ExpertvraagBeeld>, Fout> {
        let mut mine = Vec::new();
        for one in self.db.query(OF_FAMILY, &[(&gezin).into()], read)? {
            mine.extend(whole(self.db, self.who, one)?);
        }
        mine.retain(|question| question.persoon.is_none_or(|about| open(about) == Maat::Geheel));
        Ok(mine)
    }
}
