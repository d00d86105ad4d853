//! What a family and who helps it write to each other: which threads are open to whom, and what stands in them.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, Persoon, age_on};
use stelsel::post::{leest_eigen_draad, leest_gezinsdraad};
use stelsel::toegang::leeftijd::own_door;
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use super::Lezing;
use super::leden::members;
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{Draad, DraadRegel, PostBeeld, PostRegel, PostSoort};
use crate::db::{Rij, Verbinding, Waarde};
use crate::register::millis;

/// The newest messages of a thread that are shown.
const SHOWN: usize = 500;
/// From this age nobody is spoken to as a child.
const VOLWASSEN: u8 = 18;

/// The threads that are open to someone, and the family around them.
pub(crate) struct Draden {
    pub(crate) open: Vec<Draad>,
    pub(crate) leden: Vec<Persoon>,
    pub(crate) naam: String,
    /// Who of the family reads along in the thread of the family.
    lezers: Vec<Id<Persoon>>,
    pub(crate) relatie: Relatie,
}

impl Draden {
    pub(crate) fn has(&self, draad: Draad) -> bool {
        self.open.contains(&draad)
    }
}

/// The threads of a family that are open to someone on a moment; not found when there are none.
pub(crate) fn open_draden(
    db: &mut Verbinding,
    who: &Identiteit,
    gezin: Id<Gezin>,
    today: Date,
    now: Timestamp,
) -> Result<Draden, Fout> {
    let (dossier, naam) = dossier_of(db, gezin)?;
    let toegang = who.toegang(dossier).filter(|open| open.delen.has(Deel::Post)).ok_or(Fout::NietGevonden)?;
    let leden = members(db, gezin)?;
    let without = without_authority(db, gezin)?;
    let children = leden.iter().filter(|m| m.rol == GezinsRol::Jeugdige).count();
    let has_door = |m: &Persoon| m.rol != GezinsRol::Jeugdige || own_door(m.geboren, today);
    let reads = |m: &Persoon| {
        let lacks = without.iter().filter(|(_, parent)| *parent == m.id).count();
        has_door(m) && leest_gezinsdraad(m.rol, children == 0 || lacks < children)
    };
    let lezers: Vec<Id<Persoon>> = leden.iter().filter(|m| reads(m)).map(|m| m.id).collect();
    let mut open = Vec::new();
    if toegang.relatie == Relatie::Lid {
        let me = who.persoon.and_then(|id| leden.iter().find(|m| m.id == id));
        let me = me.filter(|me| has_door(me)).ok_or(Fout::NietGevonden)?;
        if lezers.contains(&me.id) {
            open.push(Draad::Gezin);
        }
        if me.rol == GezinsRol::Jeugdige {
            open.push(Draad::Eigen(me.id));
        }
    } else {
        open.push(Draad::Gezin);
        if leest_eigen_draad(toegang.relatie, has_coordinator(db, gezin, now)?) {
            let young = leden.iter().filter(|m| m.rol == GezinsRol::Jeugdige && has_door(m));
            open.extend(young.map(|m| Draad::Eigen(m.id)));
        }
    }
    Ok(Draden { open, leden, naam, lezers, relatie: toegang.relatie })
}

/// Child and parent of whom somebody of the team said that there is no authority.
#[expect(clippy::type_complexity, reason = "pairs of a child and a parent")]
fn without_authority(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<(Id<Persoon>, Id<Persoon>)>, Fout> {
    db.query(
        "SELECT z.kind, z.ouder FROM persoon p JOIN gezag z ON z.kind = p.id \
         WHERE p.gezin = $1 AND p.rol = 0 AND z.heeft = 0",
        &[(&gezin).into()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}

/// Whether a family has a coordinator whose account runs.
pub(crate) fn has_coordinator(db: &mut Verbinding, gezin: Id<Gezin>, now: Timestamp) -> Result<bool, Fout> {
    let found = db.query_opt(
        "SELECT 1 FROM betrokken b JOIN account a ON a.sleutel = b.account WHERE b.gezin = $1 AND b.relatie = 'regisseur' \
         AND b.van <= $2 AND (b.tot IS NULL OR b.tot > $2) AND (a.tot IS NULL OR a.tot > $2)",
        &[(&gezin).into(), millis(now)],
        |row| row.number(0),
    )?;
    Ok(found.is_some())
}

/// Under what it is remembered until where someone read.
pub(crate) fn key_of_thread(gezin: Id<Gezin>, draad: Draad) -> [u8; 16] {
    match draad {
        Draad::Gezin => *gezin.bytes(),
        Draad::Eigen(person) => *person.bytes(),
    }
}

impl Lezing<'_> {
    /// A thread of a family, with the list of all that are open to the reader. `None` chooses the first.
    pub fn post(&mut self, gezin: Id<Gezin>, gekozen: Option<Draad>) -> Result<PostBeeld, Fout> {
        self.enter(Onderdeel::Post)?;
        let (dossier, _) = dossier_of(self.db, gezin)?;
        self.enter_file(dossier)?;
        let draden = open_draden(self.db, self.who, gezin, self.today, self.now)?;
        let gekozen = gekozen.or_else(|| draden.open.first().copied());
        let gekozen = gekozen.filter(|wanted| draden.has(*wanted)).ok_or(Fout::NietGevonden)?;
        match gekozen {
            Draad::Gezin => self.seen.extend(draden.leden.iter().map(|m| m.id)),
            Draad::Eigen(person) => {
                self.seen.push(person);
                // By this the line is known that is of nobody but the young person (`Lezing::inzagen`).
                self.object = Some(format!("{gezin}/{person}"));
            }
        }
        let name = |id: &Id<Persoon>| draden.leden.iter().find(|m| m.id == *id).map(|m| m.naam.given());
        let gezinsleden = match &gekozen {
            Draad::Gezin => draden.lezers.iter().filter_map(name).collect(),
            Draad::Eigen(person) => name(person).into_iter().collect(),
        };
        let born = self.who.persoon.and_then(|me| draden.leden.iter().find(|m| m.id == me)?.geboren);
        Ok(PostBeeld {
            gezin,
            naam: draden.naam.clone(),
            gekozen,
            gezinsleden,
            helpers: self.helpers(gezin)?,
            berichten: self.messages(gezin, gekozen)?,
            lid: draden.relatie == Relatie::Lid,
            jong: born.is_some_and(|born| age_on(born, self.today) < VOLWASSEN),
            draden: self.thread_lines(gezin, &draden)?,
        })
    }

    /// The threads with what is new in them.
    pub(super) fn thread_lines(
        &mut self,
        gezin: Id<Gezin>,
        draden: &Draden,
    ) -> Result<Vec<DraadRegel>, Fout> {
        let mut out = Vec::new();
        for draad in &draden.open {
            let messages = self.messages(gezin, *draad)?;
            let waiting = waiting_since(self.db, gezin, *draad)?;
            out.push(DraadRegel {
                draad: *draad,
                van: draad
                    .persoon()
                    .and_then(|id| draden.leden.iter().find(|m| m.id == id))
                    .map(|m| m.naam.given()),
                eigen: draad.persoon().is_some() && draad.persoon() == self.who.persoon,
                nieuw: u32::try_from(messages.iter().filter(|m| m.nieuw).count()).unwrap_or(u32::MAX),
                wacht: waiting,
            });
        }
        Ok(out)
    }

    /// The coordinator and who stands in, by name; nobody when it is the team. To a family not the names of who is not named.
    pub(super) fn helpers(&mut self, gezin: Id<Gezin>) -> Result<Vec<String>, Fout> {
        let hide = self.who.rol == Rol::Gezinslid;
        self.db.query(
            "SELECT a.naam FROM betrokken b JOIN account a ON a.sleutel = b.account WHERE b.gezin = $1 \
             AND b.relatie IN ('regisseur', 'vervanger') AND b.van <= $2 AND (b.tot IS NULL OR b.tot > $2) \
             AND (a.tot IS NULL OR a.tot > $2) AND (a.afgeschermd = 0 OR $3 = 0) \
             UNION SELECT v.naam FROM betrokken b JOIN afwezig w ON w.account = b.account AND w.van <= $2 AND w.tot > $2 \
             JOIN account v ON v.sleutel = w.vervanger WHERE b.gezin = $1 AND b.relatie = 'regisseur' \
             AND b.van <= $2 AND (b.tot IS NULL OR b.tot > $2) AND (v.tot IS NULL OR v.tot > $2) AND (v.afgeschermd = 0 OR $3 = 0) \
             ORDER BY 1",
            &[(&gezin).into(), millis(self.now), hide.into()],
            |row| row.text(0),
        )
    }

    /// The messages of a thread, oldest first.
    pub(super) fn messages(&mut self, gezin: Id<Gezin>, draad: Draad) -> Result<Vec<PostRegel>, Fout> {
        const OF_FAMILY: &str = "SELECT p.id, p.auteur, a.naam, a.rol, a.afgeschermd, p.van_gezin, p.soort, p.tekst, p.geplaatst, p.gelezen \
             FROM post p LEFT JOIN account a ON a.sleutel = p.auteur WHERE p.gezin = $1 AND p.persoon IS NULL \
             ORDER BY p.geplaatst DESC LIMIT $2";
        const OWN: &str = "SELECT p.id, p.auteur, a.naam, a.rol, a.afgeschermd, p.van_gezin, p.soort, p.tekst, p.geplaatst, p.gelezen \
             FROM post p LEFT JOIN account a ON a.sleutel = p.auteur WHERE p.persoon = $1 ORDER BY p.geplaatst DESC LIMIT $2";
        let key = key_of_thread(gezin, draad);
        let mark = self.db.query_opt(
            "SELECT tot FROM post_gelezen WHERE account = $1 AND draad = $2",
            &[self.who.account.as_str().into(), key.as_slice().into()],
            |row| row.moment(0),
        )?;
        let (me, of_family) = (self.who.account.as_str(), self.who.rol == Rol::Gezinslid);
        let read = |row: &Rij<'_>| {
            let auteur = row.text(1)?;
            let shielded = row.number_opt(4)?.unwrap_or_default() != 0;
            let van_gezin = row.number(5)? != 0;
            let rol = row.text_opt(3)?.and_then(|key| Rol::from_key(&key));
            let geplaatst = row.moment(8)?;
            Ok(PostRegel {
                id: row.id(0)?,
                auteur: row.text_opt(2)?.filter(|_| !(shielded && of_family)),
                rol: rol.unwrap_or(if van_gezin { Rol::Gezinslid } else { Rol::Wijkteam }),
                van_mij: auteur == me,
                van_gezin,
                soort: PostSoort::from_number(row.number(6)?),
                tekst: row.text(7)?,
                geplaatst,
                gelezen: row.moment_opt(9)?,
                nieuw: auteur != me && mark.is_none_or(|mark| geplaatst > mark),
            })
        };
        let sql = if draad == Draad::Gezin { OF_FAMILY } else { OWN };
        let values: [Waarde<'_>; 2] =
            [key.as_slice().into(), i64::try_from(SHOWN).unwrap_or(i64::MAX).into()];
        let mut messages = self.db.query(sql, &values, read)?;
        messages.reverse();
        Ok(messages)
    }
}

/// Since when a message of the family waits for an answer.
fn waiting_since(db: &mut Verbinding, gezin: Id<Gezin>, draad: Draad) -> Result<Option<Timestamp>, Fout> {
    let sql = match draad {
        Draad::Gezin => "SELECT min(geplaatst) FROM post WHERE gezin = $1 AND wacht = 1 AND persoon IS NULL",
        Draad::Eigen(_) => "SELECT min(geplaatst) FROM post WHERE persoon = $1 AND wacht = 1",
    };
    let key = key_of_thread(gezin, draad);
    Ok(db.query_opt(sql, &[key.as_slice().into()], |row| row.moment_opt(0))?.flatten())
}
