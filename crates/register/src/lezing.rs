//! Looking: every read goes through a [`Lezing`], which knows who looks and notes whom they saw.

mod aanbieders;
pub(crate) mod achttien;
pub(crate) mod analyse;
mod berichten;
mod bestaan;
mod bewaren;
mod brieven;
mod correcties;
pub(crate) mod deling;
pub(crate) mod draad;
mod dubbelen;
pub(crate) mod episoden;
pub(crate) mod expertvragen;
mod gesprek;
pub(crate) mod gezin;
mod gezinnen;
mod gezinstijd;
pub(crate) mod goed_gesprek;
mod inzagen;
mod klokken;
pub(crate) mod leden;
mod mijn;
mod ons;
pub(crate) mod plan;
mod quarantaine;
mod regeldruk;
mod regio;
mod scenario;
mod termijnen;
pub(crate) mod toegang;
mod toezicht;
mod vandaag;
pub(crate) mod verwijzing;
mod verzoeken;
pub(crate) mod vragen;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;
use stelsel::toegang::{Bereik, Dossier, Toegang};
use stelsel::{Doel, Id, Identiteit, Onderdeel};

use crate::Fout;
use crate::beeld::Inrichting;
use crate::boek::{Boek, Boekenkast};
use crate::db::Verbinding;
use crate::instelling;

pub(crate) use bestaan::exists;
pub(crate) use regeldruk::month_number;
pub(crate) use toezicht::{month_of, postcode, review_of};

/// Rows in one part of a list.
const PAGE: usize = 50;

/// Reads on behalf of someone. What is not theirs is not found.
pub struct Lezing<'a> {
    db: &'a mut Verbinding,
    who: &'a Identiteit,
    part: Onderdeel,
    now: Timestamp,
    today: Date,
    shelf: &'a Boekenkast,
    key: [u8; 32],
    seen: Vec<Id<Persoon>>,
    doel: Doel,
    grond: &'static str,
    object: Option<String>,
}

/// What goes into the journal of a look.
pub(crate) struct Gezien {
    pub(crate) personen: Vec<Id<Persoon>>,
    pub(crate) doel: Doel,
    pub(crate) grond: &'static str,
    /// What was looked at, when the look itself knows better than who asked.
    pub(crate) object: Option<String>,
}

impl<'a> Lezing<'a> {
    pub(crate) fn new(
        db: &'a mut Verbinding,
        who: &'a Identiteit,
        part: Onderdeel,
        now: Timestamp,
        shelf: &'a Boekenkast,
        key: [u8; 32],
    ) -> Self {
        let today = dutch_day(now);
        Self {
            db,
            who,
            part,
            now,
            today,
            shelf,
            key,
            seen: Vec::new(),
            doel: who.rol.purpose(),
            grond: "",
            object: None,
        }
    }

    /// Whom was seen, for which purpose and by which relation.
    pub(crate) fn seen(self) -> Gezien {
        Gezien { personen: self.seen, doel: self.doel, grond: self.grond, object: self.object }
    }

    /// Opens the file of a family, if anything of it is open to the reader, and notes for which purpose.
    fn enter_file(&mut self, dossier: Dossier) -> Result<Toegang, Fout> {
        let toegang = self.who.toegang(dossier).ok_or(Fout::NietGevonden)?;
        (self.doel, self.grond) = (toegang.doel, toegang.relatie.key());
        Ok(toegang)
    }

    /// Notes by which relation something about a family is open, if it is by one.
    fn note_ground(&mut self, dossier: Dossier) {
        if let Some(toegang) = self.who.toegang(dossier) {
            (self.doel, self.grond) = (toegang.doel, toegang.relatie.key());
        }
    }

    /// How far the reader's rights go in this part. The part must be the one that the look was announced for: the line in
    /// the journal then says what was really seen.
    fn enter(&self, part: Onderdeel) -> Result<Bereik, Fout> {
        match self.who.reach(part) {
            Bereik::Niets => Err(Fout::NietGevonden),
            _ if part != self.part => Err(Fout::Zinloos("this look was announced for another part")),
            reach => Ok(reach),
        }
    }

    /// The day of the figures: in a demo the day of its newest message, elsewhere today.
    pub fn figures_day(&mut self) -> Result<Date, Fout> {
        let of = inrichting(self.db)?;
        Ok(of.stand.filter(|_| of.demo).unwrap_or(self.today))
    }

    /// The day of the first message; the day of the figures when there is none.
    fn first_day(&mut self, figures: Date) -> Result<Date, Fout> {
        let first = self.db.query_opt("SELECT min(dagtekening) FROM bericht", &[], |row| row.day_opt(0))?;
        Ok(first.flatten().unwrap_or(figures))
    }

    fn book(&mut self) -> Result<(Date, Arc<Boek>), Fout> {
        let day = self.figures_day()?;
        let book = self.shelf.book(self.db, day, &self.key)?;
        Ok((day, book))
    }
}

pub(crate) fn inrichting(db: &mut Verbinding) -> Result<Inrichting, Fout> {
    let stand = db.query_opt("SELECT max(dagtekening) FROM bericht", &[], |row| row.day_opt(0))?;
    Ok(Inrichting {
        regio: instelling::read(db, "regio")?,
        demo: instelling::read(db, "demo")?.as_deref() == Some("1"),
        stand: stand.flatten(),
    })
}

pub(crate) fn counts(db: &mut Verbinding) -> Result<Vec<(&'static str, u64)>, Fout> {
    let tables: [(&'static str, &'static str); 8] = [
        ("berichten", "SELECT count(*) FROM bericht"),
        ("gezinnen", "SELECT count(*) FROM gezin WHERE samen IS NULL"),
        ("personen", "SELECT count(*) FROM persoon WHERE samen IS NULL"),
        ("toewijzingen", "SELECT count(*) FROM toewijzing"),
        ("leveringen", "SELECT count(*) FROM levering"),
        ("prestaties", "SELECT count(*) FROM prestatie"),
        ("quarantaine", "SELECT count(*) FROM quarantaine"),
        ("journaal", "SELECT count(*) FROM journaal"),
    ];
    tables
        .into_iter()
        .map(|(naam, sql)| {
            let count = db.query_opt(sql, &[], |row| row.number(0))?.unwrap_or_default();
            Ok((naam, u64::try_from(count).unwrap_or_default()))
        })
        .collect()
}

/// Rings as stored: points as `lon,lat` with a space between, rings with a semicolon between.
pub(crate) fn outline_text(rings: &[Vec<(f64, f64)>]) -> String {
    let ring = |points: &Vec<(f64, f64)>| {
        points.iter().map(|(x, y)| format!("{x:.5},{y:.5}")).collect::<Vec<_>>().join(" ")
    };
    rings.iter().map(ring).collect::<Vec<_>>().join(";")
}

fn outline_of(text: &str) -> Result<Vec<Vec<(f64, f64)>>, Fout> {
    let point = |text: &str| {
        let (x, y) = text.split_once(',')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    text.split(';')
        .map(|ring| ring.split(' ').map(point).collect::<Option<Vec<_>>>())
        .collect::<Option<Vec<_>>>()
        .ok_or(Fout::Tegenstrijdig("a stored outline cannot be read"))
}

/// How many rows to read, to know whether there is a next part.
fn one_more() -> i64 {
    i64::try_from(PAGE).unwrap_or(i64::MAX - 1) + 1
}

/// Cuts a list that was read one row too far, and says where to read on.
fn cut<T>(mut rijen: Vec<T>, cursor: impl Fn(&T) -> String) -> crate::beeld::Lijst<T> {
    let more = rijen.len() > PAGE;
    rijen.truncate(PAGE);
    let verder = if more { rijen.last().map(cursor) } else { None };
    crate::beeld::Lijst { rijen, verder }
}

/// The two halves of a cursor.
fn cursor_parts(cursor: &str) -> Result<(&str, &str), Fout> {
    cursor.rsplit_once('~').ok_or(Fout::Zinloos("the place to read on from"))
}

/// A piece of text as a pattern for LIKE: its own wildcards mean themselves.
fn like(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.trim().to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_read_back() {
        let rings = vec![vec![(4.7, 51.5), (4.8, 51.6), (4.7, 51.5)], vec![(4.0, 51.0)]];
        assert_eq!(outline_of(&outline_text(&rings)).unwrap(), rings);
        assert!(outline_of("x").is_err());
    }

    #[test]
    fn wildcards_mean_themselves() {
        assert_eq!(like(" 50%_! "), "%50!%!_!!%");
    }
}
