//! What is due: the last change of every dossier, worked out from what stands in the register.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::bewaren::{Dossier, Klasse, Stop, StopSoort, Termijn, Vervalt, due_date, term_on};
use stelsel::klok::dutch_day;
use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::beeld::{DossierRegel, StopRegel, VernietigingRegel};
use crate::db::{Rij, Verbinding, day_number, day_of};

/// Destructions that are told of.
const NEWEST: i64 = 20;

/// The terms, all of them.
pub(crate) fn terms(db: &mut Verbinding) -> Result<Vec<Termijn>, Fout> {
    db.query(
        "SELECT klasse, vanaf, tot, maanden, bron FROM bewaartermijn ORDER BY klasse, vanaf",
        &[],
        |row| {
            Ok(Termijn {
                klasse: Klasse::from_key(&row.text(0)?)
                    .ok_or(Fout::Tegenstrijdig("a term is of an unknown class"))?,
                vanaf: row.day(1)?,
                tot: row.day_opt(2)?,
                maanden: u16::try_from(row.number(3)?)
                    .map_err(|_| Fout::Tegenstrijdig("a term is too long"))?,
                bron: row.text(4)?,
            })
        },
    )
}

/// What dates each source of change has, per person: the newest counts. Days, but for the marked ones.
const CHANGES: &[(&str, Eenheid)] = &[
    ("SELECT persoon, max(moment) FROM toewijzing_versie GROUP BY persoon", Eenheid::Seconden),
    ("SELECT persoon, max(dagtekening) FROM levering GROUP BY persoon", Eenheid::Dagen),
    ("SELECT persoon, max(dagtekening) FROM verzoek GROUP BY persoon", Eenheid::Dagen),
    (
        "SELECT v.persoon, max(b.dagtekening) FROM verzoek v JOIN antwoord a ON a.aanbieder = v.aanbieder \
         AND a.gemeente = v.gemeente AND a.referentie = v.referentie JOIN bericht b ON b.id = a.bericht GROUP BY v.persoon",
        Eenheid::Dagen,
    ),
    (
        "SELECT x.persoon, max(b.dagtekening) FROM betreft x JOIN bericht b ON b.id = x.bericht \
         WHERE b.soort NOT IN (323, 325) GROUP BY x.persoon",
        Eenheid::Dagen,
    ),
    (
        "SELECT persoon, max(gewijzigd) FROM correctie WHERE persoon IS NOT NULL GROUP BY persoon",
        Eenheid::Millis,
    ),
    ("SELECT persoon, max(gemaakt) FROM brief WHERE persoon IS NOT NULL GROUP BY persoon", Eenheid::Millis),
    (
        "SELECT p.id, max(b.gemaakt) FROM brief b JOIN persoon p ON p.gezin = b.gezin WHERE b.persoon IS NULL GROUP BY p.id",
        Eenheid::Millis,
    ),
    (
        "SELECT persoon, max(beantwoord) FROM correctie WHERE persoon IS NOT NULL AND beantwoord IS NOT NULL GROUP BY persoon",
        Eenheid::Millis,
    ),
    (
        "SELECT p.id, max(c.gewijzigd) FROM correctie c JOIN persoon p ON p.gezin = c.gezin WHERE c.persoon IS NULL GROUP BY p.id",
        Eenheid::Millis,
    ),
    // A message counts by its own date, above: not by the day on which it was taken in.
    ("SELECT persoon, max(wanneer) FROM lidmaatschap WHERE door <> '' GROUP BY persoon", Eenheid::Millis),
    (
        "SELECT p.id, max(v.gewijzigd) FROM vraag v JOIN persoon p ON p.gezin = v.gezin GROUP BY p.id",
        Eenheid::Millis,
    ),
    (
        "SELECT p.id, max(s.wanneer) FROM samenvoeging s JOIN gezin g ON g.id = s.naar JOIN persoon p ON p.gezin = g.id GROUP BY p.id",
        Eenheid::Millis,
    ),
    ("SELECT persoon, max(geplaatst) FROM post WHERE persoon IS NOT NULL GROUP BY persoon", Eenheid::Millis),
    (
        "SELECT q.id, max(p.geplaatst) FROM post p JOIN persoon q ON q.gezin = p.gezin WHERE p.persoon IS NULL GROUP BY q.id",
        Eenheid::Millis,
    ),
    (
        "SELECT q.id, max(coalesce(d.ingetrokken, d.van)) FROM deling d JOIN persoon q ON q.gezin = d.gezin GROUP BY q.id",
        Eenheid::Millis,
    ),
    (
        "SELECT persoon, max(coalesce(beantwoord, geplaatst)) FROM verwijzing WHERE persoon IS NOT NULL GROUP BY persoon",
        Eenheid::Millis,
    ),
    (
        "SELECT p.id, max(v.wanneer) FROM plan_versie v JOIN persoon p ON p.gezin = v.gezin GROUP BY p.id",
        Eenheid::Millis,
    ),
    (
        "SELECT p.id, max(coalesce(e.gevolg_op, e.advies, e.gesteld)) FROM expertvraag e JOIN persoon p ON p.gezin = e.gezin \
         GROUP BY p.id",
        Eenheid::Millis,
    ),
    ("SELECT persoon, max(wanneer) FROM overgang GROUP BY persoon", Eenheid::Millis),
    (
        "SELECT p.id, max(g.gewijzigd) FROM goed_gesprek g JOIN persoon p ON p.gezin = g.gezin GROUP BY p.id",
        Eenheid::Millis,
    ),
    (
        "SELECT s.persoon, max(g.gewijzigd) FROM gesprek_stem s JOIN goed_gesprek g ON g.id = s.gesprek GROUP BY s.persoon",
        Eenheid::Millis,
    ),
    (
        "SELECT p.id, max(a.wanneer) FROM gesprek_aanvulling a JOIN goed_gesprek g ON g.id = a.gesprek \
         JOIN persoon p ON p.gezin = g.gezin GROUP BY p.id",
        Eenheid::Millis,
    ),
];

/// As above, of claims and their answers.
const CLAIMS: &[(&str, Eenheid)] = &[
    (
        "SELECT r.persoon, max(b.dagtekening) FROM prestatie r JOIN bericht b ON b.id = r.bericht GROUP BY r.persoon",
        Eenheid::Dagen,
    ),
    (
        "SELECT r.persoon, max(a.dagtekening) FROM prestatie r JOIN bericht a ON a.antwoord_op = r.bericht GROUP BY r.persoon",
        Eenheid::Dagen,
    ),
    (
        "SELECT x.persoon, max(b.dagtekening) FROM betreft x JOIN bericht b ON b.id = x.bericht \
         WHERE b.soort IN (323, 325) GROUP BY x.persoon",
        Eenheid::Dagen,
    ),
];

#[derive(Clone, Copy)]
enum Eenheid {
    Dagen,
    Seconden,
    Millis,
}

fn day_in(value: i64, unit: Eenheid) -> Result<Date, Fout> {
    match unit {
        Eenheid::Dagen => day_of(value),
        Eenheid::Seconden => day_of(value.div_euclid(86_400)),
        Eenheid::Millis => Timestamp::from_millisecond(value)
            .map(dutch_day)
            .map_err(|_| Fout::Tegenstrijdig("a stored moment lies outside the calendar")),
    }
}

fn newest(
    db: &mut Verbinding,
    sources: &[(&'static str, Eenheid)],
) -> Result<HashMap<Id<Persoon>, Date>, Fout> {
    let mut out: HashMap<Id<Persoon>, Date> = HashMap::new();
    for (sql, unit) in sources {
        db.query(sql, &[], |row| {
            let day = day_in(row.number(1)?, *unit)?;
            out.entry(row.id(0)?).and_modify(|known| *known = day.max(*known)).or_insert(day);
            Ok(())
        })?;
    }
    Ok(out)
}

/// A dossier with what its due day depends on.
pub(crate) struct Geval {
    persoon: Id<Persoon>,
    gezin: Id<Gezin>,
    geboren: Option<Date>,
    dossier: Dossier,
}

impl Geval {
    /// The line of the list, when it is due on this day.
    pub(crate) fn due(&self, terms: &[Termijn], on: Date) -> Option<DossierRegel> {
        match due_date(&self.dossier, terms, on) {
            Vervalt::Op { dag, grond } if dag <= on => Some(DossierRegel {
                persoon: self.persoon,
                gezin: self.gezin,
                geboren: self.geboren.map(Date::year),
                laatste: self.dossier.laatste,
                vervalt: dag,
                grond,
            }),
            _ => None,
        }
    }
}

/// All dossiers: everyone of whom messages told by number, every young person whom somebody wrote down, and of a family with
/// neither the one who was there first.
pub(crate) fn dossiers(db: &mut Verbinding) -> Result<Vec<Geval>, Fout> {
    let changes = newest(db, CHANGES)?;
    let claims = newest(db, CLAIMS)?;
    let mut stops: HashMap<Id<Persoon>, Vec<Stop>> = HashMap::new();
    db.query("SELECT persoon, soort, van, tot, opgeheven FROM vernietigingsstop", &[], |row| {
        let stop = Stop {
            soort: kind_of(&row.text(1)?)?,
            van: row.day(2)?,
            tot: row.day_opt(3)?,
            opgeheven: row.day_opt(4)?,
        };
        stops.entry(row.id(0)?).or_default().push(stop);
        Ok(())
    })?;
    db.query(
        "SELECT id, gezin, geboren, gegevens_van FROM persoon p WHERE p.samen IS NULL AND (p.bsn IS NOT NULL OR p.rol = 0 \
         OR (p.hand = 1 AND NOT EXISTS (SELECT 1 FROM persoon o WHERE o.gezin = p.gezin AND o.samen IS NULL \
         AND (o.bsn IS NOT NULL OR o.rol = 0 OR (o.hand = 1 AND o.id < p.id))))) ORDER BY id",
        &[],
        |row| {
            let persoon: Id<Persoon> = row.id(0)?;
            // Of someone of whom only a number was told, the day on which that was.
            let told = row.number(3)?;
            let told = if told == i64::MIN { made_on(&persoon)? } else { day_of(told.div_euclid(2))? };
            let dossier = Dossier {
                laatste: changes.get(&persoon).copied().map_or(told, |day| day.max(told)),
                declaratie: claims.get(&persoon).copied(),
                stops: stops.remove(&persoon).unwrap_or_default(),
            };
            Ok(Geval { persoon, gezin: row.id(1)?, geboren: row.day_opt(2)?, dossier })
        },
    )
}

/// The day on which a row was made, which its identifier tells.
fn made_on(id: &Id<Persoon>) -> Result<Date, Fout> {
    let millis = id.bytes().iter().take(6).fold(0_i64, |sum, byte| (sum << 8) | i64::from(*byte));
    day_in(millis, Eenheid::Millis)
}

fn kind_of(word: &str) -> Result<StopSoort, Fout> {
    StopSoort::from_key(word).ok_or(Fout::Tegenstrijdig("a hold is of an unknown kind"))
}

/// Claims dated before this day are due: the term counts from the end of their year.
pub(crate) fn age_of_claims(terms: &[Termijn], on: Date) -> Option<i64> {
    let months = i32::from(term_on(terms, Klasse::Declaratie, on)?.maanden);
    let begin = on.checked_sub(jiff::Span::new().months(months)).ok()?;
    // Of the year of `begin`, the term begins only when the year is over.
    Date::new(begin.year(), 1, 1).ok().map(day_number)
}

/// What came into quarantine before this moment is due.
pub(crate) fn oldest_kept_piece(terms: &[Termijn], on: Date) -> Option<i64> {
    let months = i32::from(term_on(terms, Klasse::Quarantaine, on)?.maanden);
    let day = on.checked_sub(jiff::Span::new().months(months)).ok()?;
    let midnight = day.tomorrow().ok()?.to_zoned(stelsel::klok::dutch_zone()).ok()?;
    Some(midnight.timestamp().as_millisecond())
}

/// Questions asked before this day are due, when no conversation came from them.
pub(crate) fn oldest_kept_question(terms: &[Termijn], on: Date) -> Option<i64> {
    let months = i32::from(term_on(terms, Klasse::Vraag, on)?.maanden);
    let day = on.checked_sub(jiff::Span::new().months(months)).ok()?;
    day.tomorrow().ok().map(day_number)
}

/// Holds and requests that count on a day.
pub(crate) fn holds(db: &mut Verbinding, on: Date) -> Result<Vec<StopRegel>, Fout> {
    let read = |row: &Rij<'_>| {
        Ok(StopRegel {
            id: row.id(0)?,
            persoon: row.id(1)?,
            gezin: row.id(2)?,
            soort: kind_of(&row.text(3)?)?,
            reden: row.text(4)?,
            door: row.text(5)?,
            van: row.day(6)?,
            tot: row.day_opt(7)?,
        })
    };
    db.query(
        "SELECT s.id, s.persoon, p.gezin, s.soort, s.reden, s.door, s.van, s.tot FROM vernietigingsstop s \
         JOIN persoon p ON p.id = s.persoon WHERE (s.tot IS NULL OR s.tot > $1) AND (s.opgeheven IS NULL OR s.opgeheven > $1) \
         ORDER BY s.van DESC, s.id",
        &[on.into()],
        read,
    )
}

/// The newest destructions.
pub(crate) fn history(db: &mut Verbinding) -> Result<Vec<VernietigingRegel>, Fout> {
    let mut out = db.query(
        "SELECT id, wanneer, wie, dossiers, grond, stand FROM vernietiging ORDER BY wanneer DESC, id LIMIT $1",
        &[NEWEST.into()],
        |row| {
            Ok(VernietigingRegel {
                id: row.id(0)?,
                wanneer: row.moment(1)?,
                wie: row.text(2)?,
                dossiers: u64::try_from(row.number(3)?).unwrap_or_default(),
                grond: row.text(4)?,
                schoon: row.number(5)? == 1,
                tellingen: Vec::new(),
            })
        },
    )?;
    for line in &mut out {
        line.tellingen = db.query(
            "SELECT tabel, rijen FROM vernietiging_telling WHERE vernietiging = $1 ORDER BY tabel",
            &[(&line.id).into()],
            |row| Ok((row.text(0)?, u64::try_from(row.number(1)?).unwrap_or_default())),
        )?;
    }
    Ok(out)
}
