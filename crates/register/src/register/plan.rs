//! Writing in the plan of a family: every save is a version, and none is written over unseen.

use jiff::Timestamp;
use stelsel::klok::dutch_day;
use stelsel::plan::{Bron, Daad, Einde, Inhoud, Plan, Regel, Weigering, Wijziging, Woorden};
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon};

use super::Register;
use super::formulier::Formulier;
use crate::Fout;
use crate::beeld::{Gedaan, PlanBotsing};
use crate::db::{Verbinding, Waarde};
use crate::journaal::Handeling;
use crate::lezing::plan::plan_of;
use crate::lezing::toegang::dossier_of;

impl Register {
    /// Writes in a part of the plan, or takes a part away. Who reads that somebody else was first has lost nothing: nothing is
    /// stored, and both texts can be shown.
    pub fn change_plan(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        wijziging: Wijziging,
        sleutel: &str,
    ) -> Result<Gedaan<Gezin, PlanBotsing>, Fout> {
        self.form(who, &plan_form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            if let Daad::Schrijf(inhoud) = &wijziging.daad
                && inhoud.voor().is_some_and(|about| !open.contains(&about))
            {
                return Err(Fout::NietGevonden);
            }
            let (soort, nr) = (wijziging.soort(), wijziging.nr);
            let mut plan = plan_of(beurt.db, gezin)?;
            let before = plan.clone();
            let versie = next_version(beurt.db, gezin)?;
            match plan.wijzig(wijziging, versie) {
                Ok(nr) => {
                    let saved = Bewaar { gezin, versie, wat: &format!("{} {nr}", soort.key()), who, now };
                    saved.save(beurt.db, &plan)?;
                    Ok(Gedaan::Opgeslagen(gezin, i64::from(versie)))
                }
                Err(Weigering::Nieuwer) => {
                    let part = nr.unwrap_or_default();
                    let botsing = PlanBotsing {
                        nu: before.inhoud(soort, part),
                        versie: before.versie_van(soort, part),
                    };
                    Ok(Gedaan::Nieuwer(Box::new(botsing)))
                }
                Err(Weigering::Onbekend) => Err(Fout::Zinloos("a part of the plan")),
            }
        })
    }

    /// Notes that a step was done today. A step that was done before stays as it was.
    pub fn step_done(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        nr: u32,
        sleutel: &str,
    ) -> Result<Gedaan<Gezin, PlanBotsing>, Fout> {
        self.form(who, &plan_form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            let mut plan = plan_of(beurt.db, gezin)?;
            let versie = next_version(beurt.db, gezin)?;
            let step = plan.stappen.iter_mut().find(|punt| punt.nr == nr).ok_or(Fout::NietGevonden)?;
            if step.wat.voor.is_some_and(|about| !open.contains(&about)) {
                return Err(Fout::NietGevonden);
            }
            if step.wat.klaar.is_none() {
                (step.wat.klaar, step.versie) = (Some(dutch_day(now)), versie);
                Bewaar { gezin, versie, wat: &format!("stap {nr}"), who, now }.save(beurt.db, &plan)?;
            }
            Ok(Gedaan::Opgeslagen(gezin, i64::from(versie)))
        })
    }

    /// Takes up an allocation of the family that is not in the plan yet: as a new line, or on one that is there.
    pub fn take_up(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        opname: Opname,
        sleutel: &str,
    ) -> Result<Gedaan<Gezin, PlanBotsing>, Fout> {
        self.form(who, &plan_form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            let Opname { toewijzing: (gemeente, nummer), regel } = opname;
            let person = of_family(beurt.db, gezin, gemeente, nummer)?;
            if !open.contains(&person) {
                return Err(Fout::NietGevonden);
            }
            let mut plan = plan_of(beurt.db, gezin)?;
            let versie = next_version(beurt.db, gezin)?;
            let taken = "SELECT 1 FROM plan_toewijzing WHERE gemeente = $1 AND nummer = $2";
            let key = [i64::from(gemeente.number()).into(), nummer.into()];
            if beurt.db.query_opt(taken, &key, |row| row.number(0))?.is_some() {
                // Somebody else took it up a moment ago: it is as was asked.
                return Ok(Gedaan::Opgeslagen(gezin, i64::from(versie) - 1));
            }
            let nr = match regel {
                Opnameregel::Nieuw { wat, wie } => {
                    let daad = Daad::Schrijf(Inhoud::Regel(of_allocation(wat, wie, person)));
                    let change = Wijziging { nr: None, gelezen: 0, daad };
                    plan.wijzig(change, versie).map_err(|_| Fout::Zinloos("a part of the plan"))?
                }
                Opnameregel::Bestaand(nr) => plan.regel(nr).ok_or(Fout::NietGevonden)?.nr,
            };
            link(beurt.db, gezin, (i64::from(gemeente.number()), nummer), (person, nr))?;
            Bewaar { gezin, versie, wat: &format!("regel {nr}"), who, now }.save(beurt.db, &plan)?;
            Ok(Gedaan::Opgeslagen(gezin, i64::from(versie)))
        })
    }
}

/// An allocation that is taken up in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opname {
    /// Municipality and number.
    pub toewijzing: (stelsel::Gemeentecode, i64),
    /// On which line.
    pub regel: Opnameregel,
}

/// The line on which an allocation is taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opnameregel {
    /// A new one: what and by whom in words; for whom it is and until when, the allocation tells.
    Nieuw {
        /// What is done.
        wat: Woorden,
        /// Who does it.
        wie: Woorden,
    },
    /// One that is there.
    Bestaand(u32),
}

/// The line of an allocation.
fn of_allocation(wat: Woorden, wie: Woorden, person: Id<Persoon>) -> Regel {
    Regel {
        wat,
        wie,
        voor: Some(person),
        bron: Bron::Jeugdwet,
        bron_naam: Woorden::default(),
        waar: None,
        van: None,
        einde: Einde::Open,
        doelen: Vec::new(),
        wacht: None,
    }
}

/// The form about the plan of a family.
pub(super) fn plan_form<'a>(who: &Identiteit, gezin: Id<Gezin>, sleutel: &'a str) -> Formulier<'a> {
    Formulier {
        gezin,
        deel: Deel::Plan,
        onderdeel: Onderdeel::Plan,
        handeling: Handeling::Regelen,
        sleutel,
        mag: who.decides(),
    }
}

/// Whether somebody writes in the plan of a family; if not, it is as if it is not there.
pub(super) fn may_write(db: &mut Verbinding, who: &Identiteit, gezin: Id<Gezin>) -> Result<(), Fout> {
    let (dossier, _) = dossier_of(db, gezin)?;
    if who.writes_plan(dossier) { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// Whose allocation it is, when it is one of this family.
pub(super) fn of_family(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    gemeente: stelsel::Gemeentecode,
    nummer: i64,
) -> Result<Id<Persoon>, Fout> {
    let found = db.query_opt(
        "SELECT p.id FROM toewijzing t JOIN persoon p ON p.id = t.persoon WHERE t.gemeente = $1 AND t.nummer = $2 AND p.gezin = $3",
        &[i64::from(gemeente.number()).into(), nummer.into(), (&gezin).into()],
        |row| row.id(0),
    )?;
    found.ok_or(Fout::NietGevonden)
}

/// Ties an allocation to a line.
pub(super) fn link(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    (gemeente, nummer): (i64, i64),
    (person, regel): (Id<Persoon>, u32),
) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO plan_toewijzing (gemeente, nummer, gezin, persoon, regel) VALUES ($1, $2, $3, $4, $5)",
        &[gemeente.into(), nummer.into(), (&gezin).into(), (&person).into(), regel.into()],
    )
}

/// The number that the next version of a plan gets.
pub(super) fn next_version(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<u32, Fout> {
    let newest =
        db.query_opt("SELECT versie FROM plan WHERE gezin = $1", &[(&gezin).into()], |row| row.count(0))?;
    Ok(newest.unwrap_or_default() + 1)
}

/// A version that is saved.
pub(crate) struct Bewaar<'a> {
    pub(crate) gezin: Id<Gezin>,
    pub(crate) versie: u32,
    /// What changed.
    pub(crate) wat: &'a str,
    pub(crate) who: &'a Identiteit,
    pub(crate) now: Timestamp,
}

impl Bewaar<'_> {
    /// Saves a plan as a version, and the days of it that are looked up across families.
    pub(crate) fn save(&self, db: &mut Verbinding, plan: &Plan) -> Result<(), Fout> {
        let Self { gezin, versie, wat, who, now } = self;
        let moment = now.as_millisecond();
        db.execute_one(
            "INSERT INTO plan (gezin, versie, begonnen) VALUES ($1, $2, $3) ON CONFLICT (gezin) DO UPDATE SET versie = excluded.versie",
            &[gezin.into(), (*versie).into(), moment.into()],
        )?;
        db.execute_one(
            "INSERT INTO plan_versie (gezin, versie, document, wat, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                gezin.into(),
                (*versie).into(),
                document(plan)?.as_str().into(),
                (*wat).into(),
                who.account.as_str().into(),
                moment.into(),
            ],
        )?;
        put_days(db, *gezin, plan)
    }
}

pub(crate) fn document(plan: &Plan) -> Result<String, Fout> {
    serde_json::to_string(plan).map_err(|_| Fout::Tegenstrijdig("a plan cannot be written down"))
}

/// The days of the newest version from which a family can wait.
pub(crate) fn put_days(db: &mut Verbinding, gezin: Id<Gezin>, plan: &Plan) -> Result<(), Fout> {
    db.execute("DELETE FROM plan_dag WHERE gezin = $1", &[(&gezin).into()])?;
    for day in plan.klokdagen() {
        db.execute_one(
            "INSERT INTO plan_dag (gezin, soort, nr, dag, persoon) VALUES ($1, $2, $3, $4, $5)",
            &[
                (&gezin).into(),
                day.soort.key().into(),
                day.nr.into(),
                day.dag.into(),
                day.persoon.as_ref().into(),
            ],
        )?;
    }
    Ok(())
}

/// The plans of two families that become one: of `from` nothing is lost, and its versions stay readable below those of `to`.
pub(crate) fn join_plans(db: &mut Verbinding, from: Id<Gezin>, to: Id<Gezin>) -> Result<(), Fout> {
    let both: [Waarde<'_>; 2] = [(&to).into(), (&from).into()];
    for sql in [
        "UPDATE overdracht SET gezin = $1 WHERE gezin = $2",
        "UPDATE expertvraag SET gezin = $1 WHERE gezin = $2",
    ] {
        db.execute(sql, &both)?;
    }
    // Of two coordinators the one of the family that stays goes on.
    db.execute(
        "UPDATE betrokken SET tot = van WHERE gezin = $1 AND relatie = 'regisseur' AND tot IS NULL AND EXISTS \
         (SELECT 1 FROM betrokken n WHERE n.gezin = $2 AND n.relatie = 'regisseur' AND n.tot IS NULL)",
        &[(&from).into(), (&to).into()],
    )?;
    let other = plan_of(db, from)?;
    let moved = db.query(
        "SELECT versie, document, wat, door, wanneer FROM plan_versie WHERE gezin = $1 ORDER BY versie",
        &[(&from).into()],
        |row| Ok((row.count(0)?, row.text(1)?, row.text(2)?, row.text(3)?, row.number(4)?)),
    )?;
    let Some((_, _, _, by, when)) = moved.last().cloned() else { return Ok(()) };
    let mut plan = plan_of(db, to)?;
    let shift = plan.laatste_nr;
    let first = next_version(db, to)?;
    let begun =
        db.query_opt("SELECT begonnen FROM plan WHERE gezin = $1", &[(&from).into()], |row| row.number(0))?;
    db.execute("DELETE FROM plan_dag WHERE gezin = $1", &[(&from).into()])?;
    db.execute(
        "UPDATE plan_toewijzing SET gezin = $1, regel = regel + $2 WHERE gezin = $3",
        &[(&to).into(), shift.into(), (&from).into()],
    )?;
    db.execute("DELETE FROM plan_versie WHERE gezin = $1", &[(&from).into()])?;
    db.execute("DELETE FROM plan WHERE gezin = $1", &[(&from).into()])?;
    let last = first + u32::try_from(moved.len()).unwrap_or_default();
    plan.voeg_samen(other, last);
    db.execute_one(
        "INSERT INTO plan (gezin, versie, begonnen) VALUES ($1, $2, $3) ON CONFLICT (gezin) DO UPDATE SET versie = excluded.versie",
        &[(&to).into(), last.into(), begun.into()],
    )?;
    let newest = (last, document(&plan)?, "samengevoegd".to_owned(), by, when);
    let earlier =
        moved.into_iter().zip(first..).map(|((_, text, what, by, when), n)| (n, text, what, by, when));
    for (versie, text, what, by, when) in earlier.chain([newest]) {
        db.execute_one(
            "INSERT INTO plan_versie (gezin, versie, document, wat, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                (&to).into(),
                versie.into(),
                text.as_str().into(),
                what.as_str().into(),
                by.as_str().into(),
                when.into(),
            ],
        )?;
    }
    put_days(db, to, &plan)
}
