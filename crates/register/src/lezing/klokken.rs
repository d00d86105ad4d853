//! Clocks that serve the family: what it waits for, and how long. Worked out from what stands; nothing of it is kept.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::klok::dutch_day;
use stelsel::plan::{Klokdag, Kloksoort, Wachtklok};
use stelsel::toegang::{Bereik, Deel, Dossier, Relatie};
use stelsel::{Gezin, Id, Onderdeel, Persoon, Wijkcode};

use super::Lezing;
use super::leden::members;
use super::plan::plan_of;
use crate::Fout;
use crate::beeld::GezinKlokken;
use crate::db::{Rij, Verbinding, Waarde};
use crate::register::millis;

/// Families shown: those that wait for what they need first, and of these the longest.
const SHOWN: usize = 50;

/// A clock, of which family, and what decides on who may see it.
struct Gevonden {
    dossier: Dossier,
    naam: String,
    klok: Wachtklok,
}

/// A query per neighbourhood and one per family: kind of the clock, number of the part, when it began, whom it is about. At most
/// the longest two hundred of a kind in a place. All families of a neighbourhood are passed by, so the name, which is in no index,
/// is read of those that are found only.
macro_rules! clocks {
    ($columns:literal, $from:literal, $where:literal, $order:literal) => {
        clocks!($columns, [$from, $from], $where, $order)
    };
    // Of some kinds few are open: of a neighbourhood these are read from the open ones on, of one family from the family on.
    ($columns:literal, [$open:literal, $family:literal], $where:literal, $order:literal) => {
        [
            clocks!(@ "g.wijk = $1", $columns, $open, $where, $order),
            clocks!(@ "g.id = $1", $columns, $family, $where, $order),
        ]
    };
    (@ $place:literal, $columns:literal, $from:literal, $where:literal, $order:literal) => {
        concat!(
            "SELECT g.id, (SELECT naam FROM gezin WHERE id = g.id), g.wijk, g.afgeschermd, ", $columns, " FROM ", $from,
            " WHERE ", $place,
            " AND ", $where, " ORDER BY ", $order, " LIMIT 200"
        )
    };
}

/// Days of the plan: an answer, a step, a moment to look back.
const PLANNED: [&str; 2] = clocks!(
    "d.soort, d.nr, d.dag, d.persoon",
    "gezin g JOIN plan_dag d ON d.gezin = g.id",
    "d.dag <= $2",
    "d.dag, g.id, d.soort, d.nr"
);
/// Allocations of which no start was told more than a week after their first day ([`stelsel::plan::START_NA`]).
const STARTS: [&str; 2] = clocks!(
    "'start', coalesce((SELECT l.regel FROM plan_toewijzing l WHERE l.gemeente = t.gemeente AND l.nummer = t.nummer AND l.gezin = g.id), 0), \
     t.ingang, t.persoon",
    "gezin g JOIN persoon p ON p.gezin = g.id JOIN toewijzing t ON t.persoon = p.id",
    "t.ingang + 7 < $2 AND (t.eind IS NULL OR t.eind >= $2) AND coalesce(t.reden_wijziging, '') <> '13' \
     AND (coalesce(t.reden_wijziging, '') <> '01' OR coalesce(t.eind, -1) <> t.ingang) AND NOT EXISTS \
     (SELECT 1 FROM levering l WHERE l.persoon = p.id AND l.gemeente = t.gemeente AND l.nummer = t.nummer \
     AND l.aanbieder = t.aanbieder AND l.soort = 0 AND l.verwijdering = 0 AND NOT EXISTS \
     (SELECT 1 FROM levering x WHERE x.persoon = l.persoon AND x.gemeente = l.gemeente AND x.nummer = l.nummer \
     AND x.aanbieder = l.aanbieder AND x.soort = 0 AND x.verwijdering = 1 AND x.begin = l.begin \
     AND x.dagtekening >= l.dagtekening))",
    "t.ingang, g.id, t.nummer"
);
/// Requests of providers that nobody decided on.
const REQUESTS: [&str; 2] = clocks!(
    "'verzoek', 0, q.dagtekening, q.persoon",
    [
        "verzoek q CROSS JOIN persoon p CROSS JOIN gezin g",
        "gezin g CROSS JOIN persoon p CROSS JOIN verzoek q"
    ],
    "p.gezin = g.id AND q.persoon = p.id AND q.stand < 2 AND q.dagtekening <= $2",
    "q.dagtekening, g.id, q.id"
);
/// Questions to the expertteam without advice.
const QUESTIONS: [&str; 2] = clocks!(
    "'advies', 0, e.gesteld, e.persoon",
    ["expertvraag e CROSS JOIN gezin g", "gezin g CROSS JOIN expertvraag e"],
    "e.gezin = g.id AND e.advies IS NULL AND e.gesteld <= $2",
    "e.gesteld, g.id, e.id"
);
/// Plans without a coordinator: since the last one ended, or since the plan began.
const COORDINATORS: [&str; 2] = clocks!(
    "'regisseur', 0, coalesce((SELECT max(b.tot) FROM betrokken b WHERE b.gezin = g.id AND b.relatie = 'regisseur' \
     AND b.tot > n.begonnen), n.begonnen), (SELECT x.persoon FROM plan_dag x WHERE 1 = 0)",
    "gezin g JOIN plan n ON n.gezin = g.id",
    "NOT EXISTS (SELECT 1 FROM betrokken r WHERE r.gezin = g.id AND r.relatie = 'regisseur' AND r.van <= $2 \
     AND (r.tot IS NULL OR r.tot > $2))",
    "n.begonnen, g.id"
);

/// Where to look: the families of a neighbourhood, or one.
#[derive(Clone, Copy)]
enum Waar {
    Wijk(Wijkcode),
    Gezin(Id<Gezin>),
}

/// The moment of now and the day of the figures.
type Nu = (Timestamp, Date);

/// The clocks of one kind in a place; `first` is what the query calls the present.
fn find(
    db: &mut Verbinding,
    [in_wijk, of_one]: [&'static str; 2],
    place: &Waar,
    first: Waarde<'_>,
    read: impl FnMut(&Rij<'_>) -> Result<Gevonden, Fout>,
) -> Result<Vec<Gevonden>, Fout> {
    let (sql, place): (_, Waarde<'_>) = match place {
        Waar::Wijk(wijk) => (in_wijk, wijk.number().into()),
        Waar::Gezin(gezin) => (of_one, gezin.into()),
    };
    db.query(sql, &[place, first], read)
}

/// The clocks that do not stand in the plan itself and not in the state of an allocation.
fn unplanned(db: &mut Verbinding, place: &Waar, (now, today): Nu) -> Result<Vec<Gevonden>, Fout> {
    let mut found = find(db, REQUESTS, place, today.into(), |row| clock_of(row, row.day(6)?, today))?;
    let moment = |row: &Rij<'_>| Ok::<_, Fout>(dutch_day(row.moment(6)?));
    found.extend(find(db, QUESTIONS, place, millis(now), |row| clock_of(row, moment(row)?, today))?);
    found.extend(find(db, COORDINATORS, place, millis(now), |row| clock_of(row, moment(row)?, today))?);
    Ok(found)
}

/// The clocks of a place that stand in plans.
fn planned(db: &mut Verbinding, place: &Waar, today: Date) -> Result<Vec<Gevonden>, Fout> {
    find(db, PLANNED, place, today.into(), |row| clock_of(row, row.day(6)?, today))
}

/// The clocks of a place of help that did not begin.
fn late(db: &mut Verbinding, place: &Waar, today: Date) -> Result<Vec<Gevonden>, Fout> {
    find(db, STARTS, place, today.into(), |row| clock_of(row, row.day(6)?, today))
}

fn clock_of(row: &Rij<'_>, since: Date, today: Date) -> Result<Gevonden, Fout> {
    const UNKNOWN: Fout = Fout::Tegenstrijdig("a day of a plan is of an unknown kind");
    let soort = Kloksoort::from_key(&row.text(4)?).ok_or(UNKNOWN)?;
    let persoon = row.bytes_opt(7)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?;
    // The day of the figures of a demo may lie before today: what began since then began on it.
    let day = Klokdag { soort, nr: row.count(5)?, dag: since.min(today), persoon };
    let klok = day.on(today).ok_or(UNKNOWN)?;
    let nr = klok.nr.filter(|nr| *nr > 0);
    Ok(Gevonden {
        dossier: Dossier { gezin: row.id(0)?, wijk: row.code_opt(2)?, afgeschermd: row.number(3)? != 0 },
        naam: row.text(1)?,
        klok: Wachtklok { nr, ..klok },
    })
}

/// All clocks of one family that run, for who works with it.
fn of_one(db: &mut Verbinding, gezin: Id<Gezin>, now: Nu) -> Result<Vec<Wachtklok>, Fout> {
    let place = Waar::Gezin(gezin);
    let mut found = planned(db, &place, now.1)?;
    found.extend(late(db, &place, now.1)?);
    found.extend(unplanned(db, &place, now)?);
    Ok(found.into_iter().map(|found| found.klok).collect())
}

/// The clocks of one family that run, each with what it is about, for who works with it. Requests of providers stand apart.
pub(super) fn told(db: &mut Verbinding, gezin: Id<Gezin>, now: Nu) -> Result<Vec<(Wachtklok, String)>, Fout> {
    let mut clocks = of_one(db, gezin, now)?;
    clocks.retain(|clock| clock.soort != Kloksoort::Verzoek);
    if clocks.is_empty() {
        return Ok(Vec::new());
    }
    clocks.sort_by_key(|clock| (clock.soort, clock.sinds, clock.nr));
    let (plan, leden) = (plan_of(db, gezin)?, members(db, gezin)?);
    let named = |clock: &Wachtklok| {
        let who = leden.iter().find(|member| Some(member.id) == clock.persoon);
        who.map_or_else(String::new, |member| member.naam.given())
    };
    let about = |clock: Wachtklok| (plan.waarover(&clock).unwrap_or_else(|| named(&clock)), clock);
    Ok(clocks.into_iter().map(about).map(|(what, clock)| (clock, what)).collect())
}

/// The clocks of one family that stand neither in its plan nor in its allocations.
pub(super) fn of_family(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    now: Nu,
    open: impl Fn(Id<Persoon>) -> bool,
) -> Result<Vec<Wachtklok>, Fout> {
    let found = unplanned(db, &Waar::Gezin(gezin), now)?;
    let klokken = found.into_iter().map(|found| found.klok);
    Ok(klokken.filter(|klok| klok.persoon.is_none_or(&open)).collect())
}

impl Lezing<'_> {
    /// The families of the reader that wait for something besides help that has to begin, which the list of families finds: by
    /// what they wait for, then the longest first. Not a queue: all of it is theirs, and nothing is handed out.
    pub fn klokken(&mut self) -> Result<Vec<GezinKlokken>, Fout> {
        let open = |part| self.who.reach(part) != Bereik::Niets;
        if !open(Onderdeel::Gezinnen) || !open(self.part) || !self.part.is_personal() {
            return Err(Fout::NietGevonden);
        }
        let today = self.figures_day()?;
        let wijken = self.who.wijken.iter().copied().map(Waar::Wijk);
        let named = self.who.betrokken.iter().map(|(gezin, _)| Waar::Gezin(*gezin));
        let places: Vec<Waar> = wijken.chain(named).collect();
        let mut families: BTreeMap<Id<Gezin>, GezinKlokken> = BTreeMap::new();
        for place in places {
            let mut found = planned(self.db, &place, today)?;
            found.extend(unplanned(self.db, &place, (self.now, today))?);
            for Gevonden { dossier, naam, klok } in found {
                if !self.sees(dossier, klok.soort) {
                    continue;
                }
                let gezin = dossier.gezin;
                let of = families.entry(gezin).or_insert_with(|| GezinKlokken {
                    gezin,
                    naam,
                    klokken: Vec::new(),
                });
                // A family of the own neighbourhood to which one is tied by name is found twice.
                if !of.klokken.contains(&klok) {
                    of.klokken.push(klok);
                }
            }
        }
        let mut waiting: Vec<GezinKlokken> = families.into_values().collect();
        for family in &mut waiting {
            family.klokken.sort_by_key(|klok| (klok.soort, klok.sinds, klok.nr));
        }
        let first = |family: &GezinKlokken| family.klokken.first().map(|klok| (klok.soort, klok.sinds));
        waiting.sort_by(|a, b| (first(a), &a.naam, a.gezin).cmp(&(first(b), &b.naam, b.gezin)));
        waiting.truncate(SHOWN);
        for family in &waiting {
            self.seen.extend(members(self.db, family.gezin)?.into_iter().map(|member| member.id));
        }
        Ok(waiting)
    }

    /// Whether a clock of a family is the reader's to see. What was opened in an emergency, and what a family
    /// shares, is no family that one works with.
    fn sees(&self, dossier: Dossier, soort: Kloksoort) -> bool {
        let part = match soort {
            Kloksoort::Start => Deel::Hulp,
            Kloksoort::Verzoek => Deel::Gesprek,
            _ => Deel::Plan,
        };
        let works =
            |relatie: Relatie| !matches!(relatie, Relatie::Nood | Relatie::Lid) && !relatie.is_gedeeld();
        self.who.toegang(dossier).is_some_and(|open| works(open.relatie) && open.delen.has(part))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_query_counts_the_days_of_the_rule() {
        let days = format!("t.ingang + {} < $2", stelsel::plan::START_NA);
        assert!(super::STARTS.iter().all(|sql| sql.contains(&days)));
    }
}
