//! Destroying: the rows of a list, in one transaction with the report of it.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::gezin::heading;
use stelsel::persoon::Naam;
use stelsel::{Gezin, Id, Identiteit, Persoon};

use super::lijst::{age_of_claims, dossiers, oldest_kept_piece, oldest_kept_question, terms};
use super::{berichten, plannen};
use crate::Fout;
use crate::beeld::{Vernietiging, Vernietigingsopdracht};
use crate::db::{Verbinding, Waarde};
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;

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

/// The rows of the persons and of the messages that go, children before parents.
#[expect(clippy::too_many_lines, reason = "one line per table")]
fn take_rows(db: &mut Verbinding, id: &Id<Vernietiging>, telling: &mut Telling) -> Result<(), Fout> {
    const OF_MESSAGES: &[(&str, &str)] = &[
        ("openstaand", "DELETE FROM openstaand WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("uitgaand", "DELETE FROM uitgaand WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("vooruit", "DELETE FROM vooruit WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("bevinding", "DELETE FROM bevinding WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("betreft", "DELETE FROM betreft WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("prestatie", "DELETE FROM prestatie WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("declaratie", "DELETE FROM declaratie WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("antwoord", "DELETE FROM antwoord WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
    ];
    const OF_PERSONS: &[(&str, &str)] = &[
        (
            "betreft",
            "DELETE FROM betreft WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "prestatie",
            "DELETE FROM prestatie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "levering",
            "DELETE FROM levering WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "verzoek",
            "DELETE FROM verzoek WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "toewijzing",
            "DELETE FROM toewijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "toewijzing_versie",
            "DELETE FROM toewijzing_versie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "vernietigingsstop",
            "DELETE FROM vernietigingsstop WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "correctie",
            "DELETE FROM correctie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "post",
            "DELETE FROM post WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "post_gelezen",
            "DELETE FROM post_gelezen WHERE draad IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "deling_stem",
            "DELETE FROM deling_stem WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR deling IN (SELECT d.id FROM deling d JOIN vernietigd v ON v.persoon = d.persoon WHERE v.vernietiging = $1)",
        ),
        (
            "deling",
            "DELETE FROM deling WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "verwijzing",
            "DELETE FROM verwijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "brief",
            "DELETE FROM brief WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR aan IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "plan_dag",
            "DELETE FROM plan_dag WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "plan_toewijzing",
            "DELETE FROM plan_toewijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "overgang",
            "DELETE FROM overgang WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "expertvraag_lid",
            "DELETE FROM expertvraag_lid WHERE expertvraag IN (SELECT e.id FROM expertvraag e JOIN vernietigd v \
             ON v.persoon = e.persoon WHERE v.vernietiging = $1)",
        ),
        (
            "expertvraag",
            "DELETE FROM expertvraag WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "gesprek_stem",
            "DELETE FROM gesprek_stem WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "gezag",
            "DELETE FROM gezag WHERE kind IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR ouder IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "deelkeuze",
            "DELETE FROM deelkeuze WHERE kind IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR met IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "lidmaatschap",
            "DELETE FROM lidmaatschap WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "bewoning",
            "DELETE FROM bewoning WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "netwerk",
            "DELETE FROM netwerk WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "samenvoeging_stuk",
            "DELETE FROM samenvoeging_stuk WHERE sleutel IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) OR samenvoeging IN \
             (SELECT s.id FROM samenvoeging s JOIN vernietigd v ON v.persoon = s.weg OR v.persoon = s.naar WHERE v.vernietiging = $1)",
        ),
        (
            "samenvoeging",
            "DELETE FROM samenvoeging WHERE weg IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR naar IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "geen_dubbel",
            "DELETE FROM geen_dubbel WHERE een IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR ander IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
    ];
    for (table, sql) in OF_MESSAGES {
        telling.away(db, table, sql, &[])?;
    }
    for (table, sql) in OF_PERSONS {
        telling.away(db, table, sql, &[id.into()])?;
    }
    let accounts = "SELECT sleutel FROM account WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)";
    take_accounts(db, accounts, id.into(), telling)?;
    take_guests(db, telling)?;
    let message = "DELETE FROM bericht_inhoud WHERE bericht IN (SELECT bericht FROM vernietiging_werk)";
    telling.away(db, "bericht_inhoud", message, &[])?;
    let message = "DELETE FROM bericht WHERE id IN (SELECT bericht FROM vernietiging_werk)";
    telling.away(db, "bericht", message, &[])?;
    let person = "DELETE FROM persoon WHERE id IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)";
    telling.away(db, "persoon", person, &[id.into()])
}

/// Accounts of someone of a network go when nothing is left that was shared with them.
fn take_guests(db: &mut Verbinding, telling: &mut Telling) -> Result<(), Fout> {
    let guests = "SELECT a.sleutel FROM account a WHERE a.rol = $1 AND NOT EXISTS (SELECT 1 FROM deling d WHERE d.account = a.sleutel)";
    take_accounts(db, guests, "netwerk".into(), telling)
}

/// Accounts of residents go with the person, and everything by which they were signed in with.
fn take_accounts(
    db: &mut Verbinding,
    of: &'static str,
    value: Waarde<'_>,
    telling: &mut Telling,
) -> Result<(), Fout> {
    const OF_ACCOUNT: &[(&str, &str)] = &[
        ("sessie", "DELETE FROM sessie WHERE account = $1"),
        ("wachtwoord", "DELETE FROM wachtwoord WHERE account = $1"),
        ("totp", "DELETE FROM totp WHERE account = $1"),
        ("herstelcode", "DELETE FROM herstelcode WHERE account = $1"),
        ("uitnodiging", "DELETE FROM uitnodiging WHERE account = $1"),
        ("passkey", "DELETE FROM passkey WHERE account = $1"),
        ("passkey_wie", "DELETE FROM passkey_wie WHERE account = $1"),
        ("aanmeldkoppeling", "DELETE FROM aanmeldkoppeling WHERE account = $1"),
        ("betrokken", "DELETE FROM betrokken WHERE account = $1"),
        ("post_gelezen", "DELETE FROM post_gelezen WHERE account = $1"),
        ("deling_stem", "DELETE FROM deling_stem WHERE deling IN (SELECT id FROM deling WHERE account = $1)"),
        ("deling", "DELETE FROM deling WHERE account = $1"),
        ("afwezig", "DELETE FROM afwezig WHERE account = $1 OR vervanger = $1"),
        ("nood", "DELETE FROM nood WHERE account = $1"),
        ("expertvraag_lid", "DELETE FROM expertvraag_lid WHERE account = $1"),
        ("account", "DELETE FROM account WHERE sleutel = $1"),
    ];
    for account in db.query(of, &[value], |row| row.text(0))? {
        for (table, sql) in OF_ACCOUNT {
            telling.away(db, table, sql, &[account.as_str().into()])?;
        }
    }
    Ok(())
}

/// A family of which no dossier is left goes with everyone in it; another gets the name of who is left.
#[expect(clippy::too_many_lines, reason = "one line per table")]
fn take_families(db: &mut Verbinding, families: &[Id<Gezin>], telling: &mut Telling) -> Result<(), Fout> {
    const OF_FAMILY: &[(&str, &str)] = &[
        (
            "gezag",
            "DELETE FROM gezag WHERE kind IN (SELECT id FROM persoon WHERE gezin = $1) \
             OR ouder IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        (
            "deelkeuze",
            "DELETE FROM deelkeuze WHERE kind IN (SELECT id FROM persoon WHERE gezin = $1) \
             OR met IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("betrokken", "DELETE FROM betrokken WHERE gezin = $1"),
        ("post", "DELETE FROM post WHERE gezin = $1"),
        (
            "post_gelezen",
            "DELETE FROM post_gelezen WHERE draad = $1 OR draad IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        (
            "deling_stem",
            "DELETE FROM deling_stem WHERE deling IN (SELECT id FROM deling WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("deling", "DELETE FROM deling WHERE gezin = $1"),
        ("verwijzing", "DELETE FROM verwijzing WHERE gezin = $1"),
        ("nood", "DELETE FROM nood WHERE gezin = $1"),
        ("correctie", "DELETE FROM correctie WHERE gezin = $1"),
        ("brief", "DELETE FROM brief WHERE gezin = $1"),
        ("plan_dag", "DELETE FROM plan_dag WHERE gezin = $1"),
        ("plan_toewijzing", "DELETE FROM plan_toewijzing WHERE gezin = $1"),
        ("plan_versie", "DELETE FROM plan_versie WHERE gezin = $1"),
        ("plan", "DELETE FROM plan WHERE gezin = $1"),
        ("overdracht", "DELETE FROM overdracht WHERE gezin = $1"),
        (
            "expertvraag_lid",
            "DELETE FROM expertvraag_lid WHERE expertvraag IN (SELECT id FROM expertvraag WHERE gezin = $1)",
        ),
        ("expertvraag", "DELETE FROM expertvraag WHERE gezin = $1"),
        ("overgang", "DELETE FROM overgang WHERE persoon IN (SELECT id FROM persoon WHERE gezin = $1)"),
        (
            "bewoning",
            "DELETE FROM bewoning WHERE huishouden IN (SELECT id FROM huishouden WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("huishouden", "DELETE FROM huishouden WHERE gezin = $1"),
        ("netwerk", "DELETE FROM netwerk WHERE gezin = $1"),
        (
            "lidmaatschap",
            "DELETE FROM lidmaatschap WHERE gezin = $1 OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("vraag_soort", "DELETE FROM vraag_soort WHERE vraag IN (SELECT id FROM vraag WHERE gezin = $1)"),
        ("vraag", "DELETE FROM vraag WHERE gezin = $1"),
        (
            "samenvoeging_stuk",
            "DELETE FROM samenvoeging_stuk WHERE samenvoeging IN (SELECT s.id FROM samenvoeging s WHERE s.weg = $1 OR s.naar = $1 \
             OR s.weg IN (SELECT g.id FROM gezin g WHERE g.samen = $1) OR s.weg IN (SELECT p.id FROM persoon p WHERE p.gezin = $1))",
        ),
        (
            "samenvoeging",
            "DELETE FROM samenvoeging WHERE weg = $1 OR naar = $1 OR weg IN (SELECT g.id FROM gezin g WHERE g.samen = $1) \
             OR weg IN (SELECT p.id FROM persoon p WHERE p.gezin = $1)",
        ),
        (
            "geen_dubbel",
            "DELETE FROM geen_dubbel WHERE een = $1 OR ander = $1 OR een IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) \
             OR ander IN (SELECT p.id FROM persoon p WHERE p.gezin = $1)",
        ),
        (
            "gesprek_aanvulling",
            "DELETE FROM gesprek_aanvulling WHERE gesprek IN (SELECT id FROM goed_gesprek WHERE gezin = $1)",
        ),
        (
            "gesprek_stem",
            "DELETE FROM gesprek_stem WHERE gesprek IN (SELECT id FROM goed_gesprek WHERE gezin = $1) \
             OR persoon IN (SELECT id FROM persoon WHERE gezin = $1)",
        ),
        ("goed_gesprek", "DELETE FROM goed_gesprek WHERE gezin = $1"),
        ("persoon", "DELETE FROM persoon WHERE gezin = $1"),
        ("gezin", "DELETE FROM gezin WHERE id = $1"),
    ];
    for family in families {
        let left = db.query_opt(
            "SELECT achternaam, voorvoegsel FROM persoon WHERE gezin = $1 AND samen IS NULL \
             AND (bsn IS NOT NULL OR rol = 0) ORDER BY coalesce(geboren, 9999999), id LIMIT 1",
            &[family.into()],
            |row| Ok(Naam { achternaam: row.text(0)?, voorvoegsel: row.text_opt(1)?, ..Naam::default() }),
        )?;
        if let Some(name) = left {
            db.execute_one(
                "UPDATE gezin SET naam = $1, zoeknaam = $2 WHERE id = $3",
                &[
                    heading(&name).as_str().into(),
                    name.family().to_lowercase().as_str().into(),
                    family.into(),
                ],
            )?;
            continue;
        }
        take_accounts(db, "SELECT sleutel FROM account WHERE gezin = $1", family.into(), telling)?;
        // First the families that were brought together with this one: their plan and a second coordinator stayed with them.
        let with: Vec<Id<Gezin>> =
            db.query("SELECT id FROM gezin WHERE samen = $1 ORDER BY id", &[family.into()], |row| row.id(0))?;
        for gone in with.iter().chain([family]) {
            for (table, sql) in OF_FAMILY {
                telling.away(db, table, sql, &[gone.into()])?;
            }
        }
        take_guests(db, telling)?;
    }
    Ok(())
}
