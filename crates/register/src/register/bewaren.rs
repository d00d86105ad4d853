//! Retention as the rest of the house asks for it: put a hold, destroy what is due.

use jiff::Timestamp;
use stelsel::bewaren::StopSoort;
use stelsel::toegang::Bereik;
use stelsel::{Id, Identiteit, Onderdeel, Persoon};

use super::Register;
use crate::Fout;
use crate::beeld::{NieuweStop, Vernietiging, VernietigingRegel, Vernietigingsopdracht, Vernietigingsstop};
use crate::bewaren::{self, Aanleiding};
use crate::journaal::{Afloop, Handeling, Regel};
use crate::schrijver::Beurt;

/// Longer than anyone's reason.
const LONGEST_REASON: usize = 500;

impl Register {
    /// Puts a hold on a dossier, or notes a request to destroy it. `None` when there is no such dossier: that it was tried is
    /// written down.
    pub fn put_hold(
        &self,
        who: &Identiteit,
        persoon: Id<Persoon>,
        stop: &NieuweStop,
    ) -> Result<Option<Id<Vernietigingsstop>>, Fout> {
        self.may_do(who, Handeling::Aanhouden, &persoon.to_string())?;
        if stop.reden.trim().is_empty() || stop.reden.len() > LONGEST_REASON {
            return Err(Fout::Zinloos("the reason of a hold"));
        }
        let (who, stop, now, today) = (who.clone(), stop.clone(), self.0.klok.now(), self.0.klok.today());
        self.write(move |beurt| {
            let known = "SELECT 1 FROM persoon WHERE id = $1 AND bsn IS NOT NULL";
            if beurt.db.query_opt(known, &[(&persoon).into()], |row| row.number(0))?.is_none() {
                unknown(beurt, &who, now, &persoon.to_string())?;
                return Ok(None);
            }
            let id: Id<Vernietigingsstop> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO vernietigingsstop (id, persoon, soort, reden, door, van, tot) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    (&id).into(),
                    (&persoon).into(),
                    stop.soort.key().into(),
                    stop.reden.trim().into(),
                    who.account.as_str().into(),
                    today.into(),
                    stop.tot.filter(|_| stop.soort != StopSoort::Verzoek).into(),
                ],
            )?;
            let object = id.to_string();
            let line = Regel::by(&who, now, Handeling::Aanhouden, "bewaren", &object);
            beurt.pen.write(beurt.db, &line, &[persoon])?;
            Ok(Some(id))
        })
    }

    /// Takes a hold off. False when it was off already. One that is not there is not found, and that it was tried is written
    /// down.
    pub fn lift_hold(&self, who: &Identiteit, id: Id<Vernietigingsstop>) -> Result<bool, Fout> {
        self.may_do(who, Handeling::Aanhouden, &id.to_string())?;
        let (who, now, today) = (who.clone(), self.0.klok.now(), self.0.klok.today());
        let lifted = self.write(move |beurt| {
            let sql = "SELECT persoon, opgeheven FROM vernietigingsstop WHERE id = $1";
            let found = beurt
                .db
                .query_opt(sql, &[(&id).into()], |row| Ok((row.id(0)?, row.day_opt(1)?.is_none())))?;
            let Some((persoon, on)) = found else {
                unknown(beurt, &who, now, &id.to_string())?;
                return Ok(None);
            };
            if !on {
                return Ok(Some(false));
            }
            beurt.db.execute_one(
                "UPDATE vernietigingsstop SET opgeheven = $1 WHERE id = $2",
                &[today.into(), (&id).into()],
            )?;
            let object = id.to_string();
            let line = Regel::by(&who, now, Handeling::Aanhouden, "bewaren", &object);
            beurt.pen.write(beurt.db, &line, &[persoon])?;
            Ok(Some(true))
        })?;
        lifted.ok_or(Fout::NietGevonden)
    }

    /// Whether someone decides about what is kept; who does not leaves a line.
    fn may_do(&self, who: &Identiteit, deed: Handeling, object: &str) -> Result<(), Fout> {
        let may =
            if who.reach(Onderdeel::Bewaren) == Bereik::Alles { Ok(()) } else { Err(Fout::NietGevonden) };
        self.or_refused(who, (deed, Onderdeel::Bewaren), object, may)
    }

    /// Destroys what someone approved, and leaves no bytes of it in the files of the database. Everything on the list has to
    /// be due today; when anything is not, nothing is destroyed. `None` when there was nothing to destroy.
    pub fn destroy(
        &self,
        who: &Identiteit,
        opdracht: &Vernietigingsopdracht,
    ) -> Result<Option<VernietigingRegel>, Fout> {
        let Some(id) = self.destroy_rows(who, opdracht)? else { return Ok(None) };
        self.finish_destruction()?;
        self.0.lezers.read(|db| Ok(bewaren::history(db)?.into_iter().find(|line| line.id == id)))
    }

    /// The first step of [`Register::destroy`]: the rows, with the report and the mark that the files are not clean yet.
    pub fn destroy_rows(
        &self,
        who: &Identiteit,
        opdracht: &Vernietigingsopdracht,
    ) -> Result<Option<Id<Vernietiging>>, Fout> {
        self.may_do(who, Handeling::Vernietigen, "")?;
        let (who, opdracht) = (who.clone(), opdracht.clone());
        let (now, today) = (self.0.klok.now(), self.0.klok.today());
        self.write(move |beurt| {
            bewaren::destroy(beurt, &Aanleiding::Goedgekeurd(&who), &opdracht, now, today)
        })
    }

    /// The second step: cleans the files of what was destroyed. False when they were clean. A register that is opened does
    /// this too.
    pub fn finish_destruction(&self) -> Result<bool, Fout> {
        self.0.schrijver.alone(bewaren::finish)
    }

    /// Destroys again whom an older backup brought back. Gives how many were there.
    pub fn destroy_again(&self, persons: &[Id<Persoon>]) -> Result<u64, Fout> {
        let opdracht =
            Vernietigingsopdracht { dossiers: persons.to_vec(), ..Vernietigingsopdracht::default() };
        let (now, today) = (self.0.klok.now(), self.0.klok.today());
        let gone =
            self.write(move |beurt| bewaren::destroy(beurt, &Aanleiding::Teruggezet, &opdracht, now, today))?;
        let Some(id) = gone else { return Ok(0) };
        self.finish_destruction()?;
        let reports = self.0.lezers.read(bewaren::history)?;
        Ok(reports.into_iter().find(|line| line.id == id).map_or(0, |line| line.dossiers))
    }

    /// The pseudonymous ids of everyone who was destroyed: to be kept beside the backups.
    pub fn destroyed(&self) -> Result<Vec<Id<Persoon>>, Fout> {
        self.0
            .lezers
            .read(|db| db.query("SELECT persoon FROM vernietigd ORDER BY persoon", &[], |row| row.id(0)))
    }
}

/// The line of who tried something on what is not there.
fn unknown(beurt: &mut Beurt<'_>, who: &Identiteit, now: Timestamp, object: &str) -> Result<(), Fout> {
    let line = Regel::by(who, now, Handeling::Aanhouden, Onderdeel::Bewaren.key(), object);
    beurt.pen.write(beurt.db, &Regel { afloop: Afloop::Onbekend, ..line }, &[])
}

impl Register {
    /// A reading connection of its own.
    pub(crate) fn reader_apart(&self) -> Result<crate::db::Verbinding, Fout> {
        self.0.lezers.apart()
    }

    /// Writes a line of the program in the journal, about nobody; gives the moment that it bears.
    pub(crate) fn journal_of_program(
        &self,
        line: impl FnOnce(jiff::Timestamp) -> Regel<'static> + Send + 'static,
    ) -> Result<jiff::Timestamp, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| beurt.pen.write(beurt.db, &line(now), &[]))?;
        Ok(now)
    }

    /// The columns of all tables as they are: table and column, in order.
    pub fn columns(&self) -> Result<Vec<(String, String)>, Fout> {
        let tables = self.0.lezers.read(crate::db::Verbinding::tables)?;
        let mut out: Vec<_> = tables
            .into_iter()
            .flat_map(|t| t.kolommen.into_iter().map(move |(column, _)| (t.naam.clone(), column)))
            .collect();
        out.sort();
        Ok(out)
    }
}
