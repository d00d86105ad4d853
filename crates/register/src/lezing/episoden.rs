//! Pseudonymous episodes of everyone, one part of the youths after another, so that memory does not grow with the register.
//!
//! What an episode is, and how it stands, is worked out by `stelsel` from the same lines as on the pages.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use stelsel::episode::EpisodeStand;
use stelsel::goed_gesprek::GROEPEN;
use stelsel::persoon::age_on;
use stelsel::toewijzing::{Levering, Toewijzing, episodes, told_on};
use stelsel::verwijzing::VerwijzerSoort;
use stelsel::{Gezin, Id, Persoon, Wijkcode};

use crate::Fout;
use crate::beeld::EpisodeRij;
use crate::boek::{allocation_of, delivery_of, pseudonym};
use crate::bureau::granted;
use crate::celsleutel::{Geheim, keyed};
use crate::db::{Verbinding, Waarde, day_number};
use crate::instelling;

/// Youths that are read together.
const PAGE: i64 = 1_000;
/// Allocations with more days or minutes than this are no measure of anything.
const MOST: u16 = u16::MAX - 1;

/// With what persons are hidden, and up to which day is told.
pub(crate) struct Afdruk {
    pub(crate) peildag: Date,
    pub(crate) sleutel: [u8; 32],
    pub(crate) celsleutel: Geheim,
    /// Nothing was told after the day of the figures, so that nothing has to be left out.
    pub(crate) alles: bool,
}

/// Number of an allocation within its municipality.
type Nummer = (i64, i64);

/// An allocation, and what of the youth and the family belongs to it.
struct Geval {
    rij: Vec<u8>,
    jeugdige: Id<Persoon>,
    geboren: Option<Date>,
    gezin: Id<Gezin>,
    wijk: Option<Wijkcode>,
    afgeschermd: bool,
    /// The team wrote it down in the plan of the family.
    uit_plan: bool,
    toewijzing: Toewijzing,
    moment: i64,
}

/// What is known of the youths of a page beside their allocations.
#[derive(Default)]
struct Omheen {
    lines: BTreeMap<(Nummer, i64, Vec<u8>), Vec<Levering>>,
    claimed: BTreeMap<(Nummer, Vec<u8>), i64>,
    requests: BTreeMap<Nummer, (Option<&'static str>, Date)>,
    groups: BTreeMap<Id<Gezin>, u16>,
    schools: BTreeMap<Id<Persoon>, String>,
}

/// Hands every episode over; gives how many there were.
pub(crate) fn stream(
    db: &mut Verbinding,
    afdruk: &Afdruk,
    mut each: impl FnMut(EpisodeRij),
) -> Result<u64, Fout> {
    let schools = known_schools(db)?;
    let (mut rows, mut after) = (0, Vec::new());
    loop {
        let page = db.query(
            "SELECT DISTINCT persoon FROM toewijzing WHERE persoon > $1 ORDER BY persoon LIMIT $2",
            &[after.as_slice().into(), PAGE.into()],
            |row| row.bytes(0),
        )?;
        let (Some(first), Some(last)) = (page.first(), page.last()) else { return Ok(rows) };
        let between = [first.as_slice().into(), last.as_slice().into()];
        let cases = cases(db, &between)?;
        let around = around(db, afdruk, &between, &schools)?;
        for case in cases {
            let Some(case) = as_it_was(db, afdruk, case)? else { continue };
            for row in of_case(afdruk, &case, &around) {
                rows += 1;
                each(row);
            }
        }
        after.clone_from(last);
    }
}

fn cases(db: &mut Verbinding, between: &[Waarde<'_>]) -> Result<Vec<Geval>, Fout> {
    db.query(
        "SELECT t.persoon, k.id, k.geboren, g.id, g.wijk, g.afgeschermd, l.regel, t.gemeente, t.nummer, t.aanbieder, t.categorie, \
         t.code, t.moment, t.ingang, t.eind, t.reden_wijziging, t.volume, t.eenheid, t.frequentie, t.budget FROM toewijzing t \
         JOIN persoon p ON p.id = t.persoon JOIN persoon k ON k.id = coalesce(p.samen, p.id) JOIN gezin g ON g.id = k.gezin \
         LEFT JOIN plan_toewijzing l ON l.gemeente = t.gemeente AND l.nummer = t.nummer \
         WHERE t.persoon BETWEEN $1 AND $2",
        between,
        |row| {
            Ok(Geval {
                rij: row.bytes(0)?,
                jeugdige: row.id(1)?,
                geboren: row.day_opt(2)?,
                gezin: row.id(3)?,
                wijk: row.code_opt(4)?,
                afgeschermd: row.number(5)? != 0,
                uit_plan: row.number_opt(6)?.is_some(),
                toewijzing: allocation_of(row, 7)?,
                moment: row.number(12)?,
            })
        },
    )
}

/// The allocation as it was decided up to the day of the figures. None when it was not there yet.
fn as_it_was(db: &mut Verbinding, afdruk: &Afdruk, mut case: Geval) -> Result<Option<Geval>, Fout> {
    let end = (day_number(afdruk.peildag) + 1) * 86_400;
    if case.moment < end {
        return Ok(Some(case));
    }
    let of = &case.toewijzing;
    let earlier = db.query_opt(
        "SELECT gemeente, nummer, aanbieder, categorie, code, moment, ingang, eind, reden_wijziging, volume, eenheid, frequentie, \
         budget FROM toewijzing_versie WHERE gemeente = $1 AND nummer = $2 AND persoon = $3 AND moment < $4 \
         ORDER BY moment DESC, bericht, volgnr LIMIT 1",
        &[
            i64::from(of.gemeente.number()).into(),
            of.nummer.into(),
            case.rij.as_slice().into(),
            end.into(),
        ],
        |row| allocation_of(row, 0),
    )?;
    Ok(earlier.map(|toewijzing| {
        case.toewijzing = toewijzing;
        case
    }))
}

fn around(
    db: &mut Verbinding,
    afdruk: &Afdruk,
    between: &[Waarde<'_>; 2],
    schools: &BTreeMap<String, String>,
) -> Result<Omheen, Fout> {
    let [first, last] = *between;
    let until = [first, last, afdruk.peildag.into()];
    let mut out = Omheen::default();
    db.query(
        "SELECT gemeente, nummer, aanbieder, persoon, soort, begin, eind, reden, verwijdering, dagtekening FROM levering \
         WHERE persoon BETWEEN $1 AND $2 AND nummer IS NOT NULL AND dagtekening <= $3",
        &until,
        |row| {
            let key = ((row.number(0)?, row.number(1)?), row.number(2)?, row.bytes(3)?);
            out.lines.entry(key).or_default().push(delivery_of(row, 4)?);
            Ok(())
        },
    )?;
    let claimed = if afdruk.alles {
        "SELECT gemeente, nummer, persoon, CAST(sum(bedrag) AS BIGINT) FROM prestatie WHERE persoon BETWEEN $1 AND $2 \
         GROUP BY gemeente, nummer, persoon"
    } else {
        "SELECT r.gemeente, r.nummer, r.persoon, CAST(sum(r.bedrag) AS BIGINT) FROM prestatie r JOIN bericht b ON b.id = r.bericht \
         WHERE r.persoon BETWEEN $1 AND $2 AND b.dagtekening <= $3 GROUP BY r.gemeente, r.nummer, r.persoon"
    };
    let of_claims = if afdruk.alles { between.as_slice() } else { &until };
    db.query(claimed, of_claims, |row| {
        let key = ((row.number(0)?, row.number(1)?), row.bytes(2)?);
        out.claimed.insert(key, row.number(3)?);
        Ok(())
    })?;
    db.query(
        "SELECT v.gemeente, v.nummer, q.verwijzer, q.dagtekening FROM verzoek q JOIN toewijzing_versie v \
         ON v.aanbieder = q.aanbieder AND v.gemeente = q.gemeente AND v.referentie = q.referentie AND v.persoon = q.persoon \
         WHERE q.persoon BETWEEN $1 AND $2 AND q.dagtekening <= $3 ORDER BY q.dagtekening DESC, q.id DESC",
        &until,
        |row| {
            let word = row.text_opt(2)?.map(|code| VerwijzerSoort::figure_word(&code));
            // Of several requests the first one counts.
            out.requests.insert((row.number(0)?, row.number(1)?), (word, row.day(3)?));
            Ok(())
        },
    )?;
    db.query(
        "SELECT c.gezin, c.inhoud FROM persoon p JOIN persoon k ON k.id = coalesce(p.samen, p.id) \
         JOIN goed_gesprek c ON c.gezin = k.gezin WHERE p.id BETWEEN $1 AND $2 AND c.stand = 1 AND c.dag <= $3 ORDER BY c.dag, c.id",
        &until,
        |row| {
            // The newest finished conversation counts: what helped to think along once is no label for ever.
            out.groups.insert(row.id(0)?, group_bits(&row.text(1)?));
            Ok(())
        },
    )?;
    db.query(
        "SELECT k.id, n.naam, n.van, n.tot FROM persoon p JOIN persoon k ON k.id = coalesce(p.samen, p.id) \
         JOIN netwerk n ON n.persoon = k.id WHERE p.id BETWEEN $1 AND $2 AND n.soort = 2 ORDER BY n.id",
        between,
        |row| {
            let (from, to) = (row.day_opt(2)?, row.day_opt(3)?);
            let now =
                from.is_none_or(|day| day <= afdruk.peildag) && to.is_none_or(|day| day > afdruk.peildag);
            if let Some(name) = schools.get(&plain(&row.text(1)?)).filter(|_| now) {
                out.schools.insert(row.id(0)?, name.clone());
            }
            Ok(())
        },
    )?;
    Ok(out)
}

fn of_case(afdruk: &Afdruk, case: &Geval, around: &Omheen) -> Vec<EpisodeRij> {
    let t = &case.toewijzing;
    let number = (i64::from(t.gemeente.number()), t.nummer);
    let key = (number, i64::from(t.aanbieder.number()), case.rij.clone());
    let lines = around.lines.get(&key).map_or(&[][..], Vec::as_slice);
    // A shielded family counts, and must not be found: not by where it lives, nor by a school, nor by what was talked about.
    let open = !case.afgeschermd;
    let woonwijk = case.wijk.filter(|_| open);
    let client = pseudonym(&afdruk.sleutel, case.jeugdige.bytes());
    let claimed = around.claimed.get(&(number, case.rij.clone())).copied().unwrap_or_default();
    let request = around.requests.get(&number);
    let of_plan = case.uit_plan.then_some("gemeente");
    let mut amounts =
        Some((granted(t).and_then(cents), cents(claimed.max(0)).unwrap_or(i32::MAX.unsigned_abs())));
    let found = episodes(t, lines, client, woonwijk, afdruk.peildag);
    found
        .into_iter()
        .map(|episode| {
            let stand = episode.stand(afdruk.peildag);
            let told = episode.begin.and_then(|begin| Some(told_on(lines, begin)?.max(begin)));
            let minutes = t.omvang.as_ref().and_then(|much| much.minuten_per_week(t.ingang, t.eind));
            let age = case.geboren.map(|born| age_on(born, episode.ingang));
            // Amounts are of the allocation as a whole: they stand in its first row.
            let (toegekend, gedeclareerd) = amounts.take().unwrap_or_default();
            EpisodeRij {
                client,
                sleutel: keyed(&afdruk.celsleutel, case.jeugdige.bytes()),
                gemeente: t.gemeente,
                // Help of a municipality counts for no neighbourhood of another.
                wijk: episode.wijk.filter(|wijk| wijk.gemeente() == t.gemeente),
                woonwijk,
                leeftijd: age.filter(|age| *age < u8::MAX),
                product: t.product.code.clone(),
                categorie: t
                    .product
                    .categorie
                    .as_deref()
                    .and_then(|c| c.parse().ok())
                    .filter(|c| *c < u8::MAX),
                vorm: episode.hulpvorm,
                aanbieder: t.aanbieder,
                verwijzer: request.and_then(|(word, _)| *word).or(of_plan),
                groep: around.groups.get(&case.gezin).copied().filter(|_| open).unwrap_or_default(),
                school: around.schools.get(&case.jeugdige).filter(|_| open).cloned(),
                aanvraag: request.map(|(_, day)| *day),
                ingang: episode.ingang,
                begin: episode.begin,
                gemeld: told,
                eind: episode
                    .eind
                    .filter(|_| matches!(stand, EpisodeStand::Gestopt | EpisodeStand::Vervallen)),
                wacht: episode.waited().and_then(|days| u16::try_from(days).ok()).filter(|n| *n <= MOST),
                stand,
                minuten: minutes.and_then(|n| u16::try_from(n).ok()).filter(|n| *n <= MOST),
                toegekend,
                gedeclareerd,
            }
        })
        .collect()
}

/// An amount that a snapshot can hold.
fn cents(amount: i64) -> Option<u32> {
    i32::try_from(amount).ok().and_then(|n| u32::try_from(n).ok())
}

/// The groups of the program that a conversation names, as bits. Groups that a municipality added have none: their keys are made
/// of free words, and they are few.
fn group_bits(content: &str) -> u16 {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Groups {
        groepen: Vec<String>,
    }
    let found: Groups = serde_json::from_str(content).unwrap_or_default();
    let places =
        found.groepen.iter().filter_map(|key| GROEPEN.iter().position(|group| group.sleutel == *key));
    places.fold(0, |bits, place| {
        bits | 1_u16.checked_shl(u32::try_from(place).unwrap_or(u32::MAX)).unwrap_or(0)
    })
}

/// The schools of the region, by how a name is compared. What people wrote down may hold a teacher: only these names leave.
fn known_schools(db: &mut Verbinding) -> Result<BTreeMap<String, String>, Fout> {
    let list = instelling::read(db, crate::register::SCHOLEN)?.unwrap_or_default();
    Ok(list.lines().map(|name| (plain(name), name.to_owned())).collect())
}

/// A name without what differs from one who writes it down to another.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_bits_by_their_place() {
        assert!(GROEPEN.len() <= 16);
        let key = |n: usize| GROEPEN[n].sleutel;
        let content =
            format!("{{\"minuten\":3,\"groepen\":[\"{}\",\"{}\",\"eigen-iets\"]}}", key(0), key(12));
        assert_eq!(group_bits(&content), 1 | 1 << 12);
        assert_eq!((group_bits("{}"), group_bits("geen json")), (0, 0));
    }

    #[test]
    fn a_school_is_the_same_however_it_is_written() {
        assert_eq!(plain(" De  Weg-wijzer! "), plain("de weg wijzer"));
        assert_ne!(plain("De Wegwijzer, juf Anne"), plain("De Wegwijzer"));
    }
}
