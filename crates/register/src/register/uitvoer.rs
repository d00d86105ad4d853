//! Everything about a person, to take away: and nothing about another.

mod berichten;
mod bronnen;
mod gesprekken;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, age_on};
use stelsel::toegang::Maat;
use stelsel::toegang::leeftijd::EIGEN_BESLUIT;
use stelsel::{Bsn, Id, Identiteit, Onderdeel, Persoon, Rol};

use super::Register;
use crate::Fout;
use crate::beeld::{PersoonsUitvoer, UitvoerDeel};
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::lezing::leden::{members, open_to, person};
use berichten::messages;
use bronnen::{BRONNEN, EIGEN_POST, value};
use gesprekken::conversations;

impl Register {
    /// The persons of whom someone may have everything: oneself, and who is open to them as a whole.
    pub fn persons_of(&self, who: &Identiteit) -> Result<Vec<Id<Persoon>>, Fout> {
        let today = self.0.klok.today();
        let persons = self.0.lezers.read(|db| persons_of(db, who, today))?;
        Ok(persons.into_iter().map(|person| person.id).collect())
    }

    /// Everything about the persons of whom the asker may have it, with a line in the journal first.
    pub fn export_own(&self, who: &Identiteit) -> Result<Vec<PersoonsUitvoer>, Fout> {
        if who.reach(Onderdeel::MijnGegevens) == stelsel::toegang::Bereik::Niets {
            return Err(Fout::NietGevonden);
        }
        let persons = self.persons_of(who)?;
        if persons.is_empty() {
            return Err(Fout::NietGevonden);
        }
        let (me, now, seen) = (who.clone(), self.0.klok.now(), persons.clone());
        self.write(move |beurt| {
            let line = Regel::by(&me, now, Handeling::Uitvoeren, "mijn-gegevens", "eigen");
            beurt.pen.write(beurt.db, &line, &seen)
        })?;
        let own = who.persoon;
        self.0.lezers.read(|db| {
            let of = |person: &Id<Persoon>| (*person, Some(*person) == own);
            persons.iter().map(of).map(|(person, own)| everything(db, &person, own, now)).collect()
        })
    }

    /// Everything about the person with a citizen service number, for the functional manager who answers a request by post.
    pub fn export_person(&self, bsn: Bsn) -> Result<PersoonsUitvoer, Fout> {
        let now = self.0.klok.now();
        let sql = "SELECT id FROM persoon WHERE bsn = $1";
        let found = self.0.lezers.read(|db| db.query_opt(sql, &[bsn.number().into()], |row| row.id(0)))?;
        let person: Id<Persoon> = found.ok_or(Fout::NietGevonden)?;
        self.write(move |beurt| {
            let line = Regel::by_program(now, Handeling::Uitvoeren, "mijn-gegevens", "");
            beurt.pen.write(beurt.db, &line, &[person])
        })?;
        // Who asks by post for a child may be a parent: the own thread of someone below sixteen is not sent along.
        let today = self.0.klok.today();
        self.0.lezers.read(|db| {
            let born = "SELECT geboren FROM persoon WHERE id = $1";
            let born = db.query_opt(born, &[(&person).into()], |row| row.day_opt(0))?.flatten();
            let zelf = born.is_some_and(|born| age_on(born, today) >= EIGEN_BESLUIT);
            everything(db, &person, zelf, now)
        })
    }
}

/// Of whom a member of a family may have everything: of oneself first, and of the members that are open to them as a whole on
/// the pages too.
pub(crate) fn persons_of(db: &mut Verbinding, who: &Identiteit, today: Date) -> Result<Vec<Persoon>, Fout> {
    let (Some(own), Rol::Gezinslid) = (who.persoon, who.rol) else { return Ok(Vec::new()) };
    let Some(me) = person(db, own)? else { return Ok(Vec::new()) };
    // Who belongs to two families has the door of one of them.
    let family = who.gezin.unwrap_or(me.gezin);
    let members = members(db, family)?;
    let Some(open) = open_to(db, family, &me, &members, today)? else {
        // A grown-up to whom nothing of the family is open still has what is about themselves.
        return Ok(if me.rol == GezinsRol::Jeugdige { Vec::new() } else { vec![me] });
    };
    let whole =
        members.into_iter().zip(open).filter(|(member, maat)| *maat == Maat::Geheel && member.id != own);
    let others: Vec<Persoon> = whole.map(|(member, _)| member).collect();
    Ok(std::iter::once(me).chain(others).collect())
}

/// The parts of an export, in order.
pub const UITVOER_DELEN: [&str; 20] = [
    "persoon",
    "adres",
    "lidmaatschappen",
    "huishoudens",
    "netwerk",
    "toewijzingen",
    "leveringen",
    "verzoeken",
    "declaraties",
    "correcties",
    "gesprekken",
    "brieven",
    "bewaren",
    "inzagen",
    "post",
    "delingen",
    "verwijzingen",
    "eigen-post",
    "plan",
    "berichten",
];

/// Everything about one person; `own` when it is for that person themselves.
fn everything(
    db: &mut Verbinding,
    person: &Id<Persoon>,
    own: bool,
    now: Timestamp,
) -> Result<PersoonsUitvoer, Fout> {
    let mut delen = Vec::new();
    // Rows that turned out to be about the same person are about them too.
    let mut rows: Vec<Id<Persoon>> = vec![*person];
    let doubles = "SELECT id FROM persoon WHERE samen = $1 ORDER BY id";
    rows.extend(db.query(doubles, &[person.into()], |row| row.id(0))?);
    for (naam, sql, columns) in BRONNEN.iter().chain(own.then_some(&EIGEN_POST)) {
        let mut rijen = Vec::new();
        for one in &rows {
            rijen.extend(db.query(sql, &[one.into()], |row| {
                let mut line = Vec::new();
                for (place, (column, how)) in columns.iter().enumerate() {
                    line.extend(value(row, place, *how)?.map(|text| ((*column).to_owned(), text)));
                }
                Ok(line)
            })?);
        }
        delen.push(UitvoerDeel { naam: (*naam).to_owned(), rijen });
        if *naam == "correcties" {
            delen.push(UitvoerDeel { naam: "gesprekken".to_owned(), rijen: conversations(db, person, own)? });
        }
    }
    delen.push(UitvoerDeel { naam: "plan".to_owned(), rijen: super::planuitvoer::of(db, person)? });
    delen.push(UitvoerDeel { naam: "berichten".to_owned(), rijen: messages(db, person)? });
    Ok(PersoonsUitvoer { gemaakt: now, delen })
}
