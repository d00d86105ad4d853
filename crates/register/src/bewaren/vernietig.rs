//! Destroying: the rows of a list, in one transaction with the report of it.

mod accounts;
mod gezinnen;
mod rijen;

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::{Gezin, Id, Identiteit, Persoon};

use super::lijst::{age_of_claims, dossiers, oldest_kept_piece, oldest_kept_question, terms};
use super::{berichten, plannen};
use crate::Fout;
use crate::beeld::{Vernietiging, Vernietigingsopdracht};
use crate::db::{Verbinding, Waarde};
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;
use gezinnen::take_families;
use rijen::take_rows;

/// Why something is destroyed.
pub(crate) enum Aanleiding<'a> {
    /// Someone approved a list: everything on it has to be due.
    Goedgekeurd(&'a Identiteit),
    /// It was destroyed before, and an older backup brought it back.
    Teruggezet,
}

/// How many rows of which table went.
#[derive(Default)]
struct Telling(Vec<(&'static str, u64)>);

impl Telling {
    fn away(
        &mut self,
        db: &mut Verbinding,
        table: &'static str,
        sql: &'static str,
        values: &[Waarde<'_>],
    ) -> Result<(), Fout> {
        let rows = db.execute(sql, values)?;
        self.add(table, rows);
        Ok(())
    }

    fn add(&mut self, table: &'static str, rows: u64) {
        match self.0.iter_mut().find(|(name, _)| *name == table) {
            Some((_, known)) => *known += rows,
            None => self.0.push((table, rows)),
        }
    }
}

/// Takes the rows away. `None` when there was nothing to take. The files are cleaned later: see [`super::finish`].
pub(crate) fn destroy(
    beurt: &mut Beurt<'_>,
    aanleiding: &Aanleiding<'_>,
    opdracht: &Vernietigingsopdracht,
    now: Timestamp,
    today: Date,
) -> Result<Option<Id<Vernietiging>>, Fout> {
    let wanted: BTreeSet<Id<Persoon>> = opdracht.dossiers.iter().copied().collect();
    let terms = terms(beurt.db)?;
    let (persons, mut grounds) = match aanleiding {
        Aanleiding::Goedgekeurd(_) => {
            let due: HashMap<_, _> = dossiers(beurt.db)?
                .iter()
                .filter_map(|geval| geval.due(&terms, today))
                .map(|line| (line.persoon, line.grond))
                .collect();
            let early = wanted.iter().filter(|person| !due.contains_key(person)).count();
            if early > 0 {
                return Err(Fout::NietVervallen(early));
            }
            let grounds: BTreeSet<&str> = wanted.iter().filter_map(|p| due.get(p)).map(|g| g.key()).collect();
            (wanted, grounds)
        }
        Aanleiding::Teruggezet => (present(beurt.db, wanted)?, BTreeSet::from(["teruggezet"])),
    };
    let claims = opdracht.declaraties.then(|| age_of_claims(&terms, today)).flatten();
    let pieces = opdracht.quarantaine.then(|| oldest_kept_piece(&terms, today)).flatten();
    grounds.extend(claims.map(|_| "declaratie"));
    grounds.extend(pieces.map(|_| "quarantaine"));
    let questions = opdracht.vragen.then(|| oldest_kept_question(&terms, today)).flatten();
    grounds.extend(questions.map(|_| "vraag"));
    if persons.is_empty() && claims.is_none() && pieces.is_none() && questions.is_none() {
        return Ok(None);
    }

    let id: Id<Vernietiging> = beurt.toeval.id(now)?;
    let wie = match aanleiding {
        Aanleiding::Goedgekeurd(who) => who.account.as_str(),
        Aanleiding::Teruggezet => "leerloop",
    };
    let grond = grounds.into_iter().collect::<Vec<_>>().join(" ");
    beurt.db.execute_one(
        "INSERT INTO vernietiging (id, wanneer, wie, dossiers, grond, stand) VALUES ($1, $2, $3, $4, $5, 0)",
        &[
            (&id).into(),
            now.as_millisecond().into(),
            wie.into(),
            i64::try_from(persons.len()).unwrap_or(i64::MAX).into(),
            grond.as_str().into(),
        ],
    )?;
    for person in &persons {
        beurt.db.execute(
            "INSERT INTO vernietigd (persoon, vernietiging) VALUES ($1, $2) \
             ON CONFLICT (persoon) DO UPDATE SET vernietiging = excluded.vernietiging",
            &[person.into(), (&id).into()],
        )?;
    }
    // Who turned out to be the same person goes with them.
    beurt.db.execute(
        "INSERT INTO vernietigd (persoon, vernietiging) SELECT p.id, v.vernietiging FROM persoon p JOIN vernietigd v ON v.persoon = p.samen \
         WHERE v.vernietiging = $1 AND NOT EXISTS (SELECT 1 FROM vernietigd w WHERE w.persoon = p.id)",
        &[(&id).into()],
    )?;
    let mut telling = Telling::default();
    mark_messages(beurt.db, &id, claims, &mut telling)?;
    take_pieces(beurt.db, &id, pieces, &mut telling)?;
    take_questions(beurt.db, questions, &mut telling)?;
    let families = families_of(beurt.db, &id)?;
    let rewritten = plannen::take_out(beurt.db, &persons)?;
    telling.add("plan_versie (zonder deze personen)", rewritten);
    take_rows(beurt.db, &id, &mut telling)?;
    take_families(beurt.db, &families, &mut telling)?;
    beurt.db.execute("DELETE FROM vernietiging_werk", &[])?;
    for (table, rows) in telling.0.iter().filter(|(_, rows)| *rows > 0) {
        beurt.db.execute_one(
            "INSERT INTO vernietiging_telling (vernietiging, tabel, rijen) VALUES ($1, $2, $3)",
            &[(&id).into(), (*table).into(), i64::try_from(*rows).unwrap_or(i64::MAX).into()],
        )?;
    }
    count_intake(beurt.db)?;
    let object = id.to_string();
    let persons: Vec<_> = persons.into_iter().collect();
    let line = match aanleiding {
        Aanleiding::Goedgekeurd(who) => Regel::by(who, now, Handeling::Vernietigen, "bewaren", &object),
        Aanleiding::Teruggezet => Regel::by_program(now, Handeling::Vernietigen, "bewaren", &object),
    };
    beurt.pen.write(beurt.db, &line, &persons)?;
    Ok(Some(id))
}

/// Those of whom there is a row.
fn present(db: &mut Verbinding, wanted: BTreeSet<Id<Persoon>>) -> Result<BTreeSet<Id<Persoon>>, Fout> {
    let mut out = BTreeSet::new();
    for person in wanted {
        if db
            .query_opt("SELECT 1 FROM persoon WHERE id = $1", &[(&person).into()], |row| row.number(0))?
            .is_some()
        {
            out.insert(person);
        }
    }
    Ok(out)
}

fn numbers_of(db: &mut Verbinding, id: &Id<Vernietiging>) -> Result<HashSet<[u8; 9]>, Fout> {
    let numbers = db.query(
        "SELECT p.bsn FROM persoon p JOIN vernietigd v ON v.persoon = p.id WHERE v.vernietiging = $1 AND p.bsn IS NOT NULL",
        &[id.into()],
        |row| row.number(0),
    )?;
    Ok(numbers.into_iter().filter_map(|n| format!("{n:09}").into_bytes().try_into().ok()).collect())
}

/// Notes the messages that go whole, and takes the clients out of those that stay.
fn mark_messages(
    db: &mut Verbinding,
    id: &Id<Vernietiging>,
    claims: Option<i64>,
    telling: &mut Telling,
) -> Result<(), Fout> {
    let numbers = numbers_of(db, id)?;
    if !numbers.is_empty() {
        let rewritten = berichten::take_out(db, &numbers)?;
        telling.add("bericht_inhoud (zonder deze personen)", rewritten);
    }
    // An answer to a request bears no number: it is theirs by the reference of what they asked.
    db.execute(
        "INSERT INTO vernietiging_werk (bericht) SELECT DISTINCT a.bericht FROM antwoord a JOIN verzoek v \
         ON v.aanbieder = a.aanbieder AND v.gemeente = a.gemeente AND v.referentie = a.referentie \
         JOIN vernietigd g ON g.persoon = v.persoon WHERE g.vernietiging = $1 \
         AND NOT EXISTS (SELECT 1 FROM vernietiging_werk w WHERE w.bericht = a.bericht)",
        &[id.into()],
    )?;
    if let Some(before) = claims {
        // A claim goes when its own term and that of its answer are over.
        db.execute(
            "INSERT INTO vernietiging_werk (bericht) SELECT b.id FROM bericht b WHERE b.dagtekening < $1 \
             AND (b.soort = 323 OR (b.soort = 325 AND b.antwoord_op IS NULL)) \
             AND NOT EXISTS (SELECT 1 FROM bericht a WHERE a.antwoord_op = b.id AND a.dagtekening >= $1) \
             AND NOT EXISTS (SELECT 1 FROM vernietiging_werk w WHERE w.bericht = b.id)",
            &[before.into()],
        )?;
    }
    // The answer to a message that goes, goes with it.
    while db.execute(
        "INSERT INTO vernietiging_werk (bericht) SELECT a.id FROM bericht a \
         WHERE a.antwoord_op IN (SELECT bericht FROM vernietiging_werk) \
         AND a.id NOT IN (SELECT bericht FROM vernietiging_werk)",
        &[],
    )? > 0
    {}
    Ok(())
}

fn take_pieces(
    db: &mut Verbinding,
    id: &Id<Vernietiging>,
    before: Option<i64>,
    telling: &mut Telling,
) -> Result<(), Fout> {
    let numbers = numbers_of(db, id)?;
    let mut gone = if numbers.is_empty() { Vec::new() } else { berichten::pieces(db, &numbers)? };
    if let Some(before) = before {
        gone.extend(
            db.query("SELECT id FROM quarantaine WHERE wanneer < $1", &[before.into()], |row| row.id(0))?,
        );
    }
    if let Some(before) = before {
        // A referral that never became part of a dossier is as what was not taken in.
        let sql = "DELETE FROM verwijzing WHERE persoon IS NULL AND gezin IS NULL AND geplaatst < $1";
        telling.away(db, "verwijzing", sql, &[before.into()])?;
    }
    gone.sort_unstable();
    gone.dedup();
    for piece in &gone {
        telling.away(db, "bezwaar", "DELETE FROM bezwaar WHERE quarantaine = $1", &[piece.into()])?;
        telling.away(db, "quarantaine", "DELETE FROM quarantaine WHERE id = $1", &[piece.into()])?;
    }
    Ok(())
}

/// Questions that no conversation came from.
fn take_questions(db: &mut Verbinding, before: Option<i64>, telling: &mut Telling) -> Result<(), Fout> {
    let Some(before) = before else { return Ok(()) };
    let kinds =
        "DELETE FROM vraag_soort WHERE vraag IN (SELECT id FROM vraag WHERE gezin IS NULL AND dag < $1)";
    telling.away(db, "vraag_soort", kinds, &[before.into()])?;
    telling.away(db, "vraag", "DELETE FROM vraag WHERE gezin IS NULL AND dag < $1", &[before.into()])
}

fn families_of(db: &mut Verbinding, id: &Id<Vernietiging>) -> Result<Vec<Id<Gezin>>, Fout> {
    db.query(
        "SELECT DISTINCT p.gezin FROM persoon p JOIN vernietigd v ON v.persoon = p.id WHERE v.vernietiging = $1",
        &[id.into()],
        |row| row.id(0),
    )
}
