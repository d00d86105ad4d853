//! Every indicator of the catalogue against its definition, over the rows in a list.

use std::collections::{BTreeMap, BTreeSet};

use informatie::indicator::{INDICATOREN, Indicator, Niveau, Vraag};
use informatie::kernel::{Periods, Verzameling};
use informatie::snapshot::{Snapshot, unix_day, vorm_key};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use stelsel::Hulpvorm;

use crate::rows::{Own, PEILDAG, Written, some_rows};

const FIRST: i16 = 2022;
const YEARS: usize = 5;

type Span = (Date, Date);

fn spans() -> Vec<Span> {
    (0..5).map(|n| (date(FIRST + n, 1, 1), date(FIRST + n, 12, 31))).collect()
}

fn key(niveau: Niveau, row: &Own) -> Option<String> {
    match niveau {
        Niveau::Regio => Some(String::new()),
        Niveau::Gemeente => Some(row.gemeente.to_string()),
        Niveau::Wijk => row.wijk.map(|w| w.to_string()),
        Niveau::School => row.school.map(str::to_owned),
        Niveau::Vorm => Some(vorm_key(row.vorm).to_owned()),
        Niveau::Product => row.product.map(str::to_owned),
        Niveau::Categorie => row.categorie.map(|n| n.to_string()),
        Niveau::Verwijzer => row.verwijzer.map(str::to_owned),
        Niveau::Aanbieder => Some(row.aanbieder.to_string()),
    }
}

fn within(day: Option<Date>, span: Span) -> bool {
    day.is_some_and(|day| span.0 <= day && day <= span.1)
}

fn helped(row: &Own, day: Date) -> bool {
    row.begin.is_some_and(|begin| begin <= day) && row.eind.is_none_or(|eind| eind >= day)
}

fn waits(row: &Own, day: Date) -> bool {
    row.ingang <= day && row.begin.is_none_or(|begin| begin > day) && row.eind.is_none_or(|eind| eind >= day)
}

fn days_of(span: Span) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(span.0), |day| day.tomorrow().ok()).take_while(move |day| *day <= span.1)
}

/// What an indicator should say.
#[derive(Debug)]
struct Cel {
    waarde: Option<f64>,
    wie: Verzameling,
}

fn youths<'a>(rows: impl Iterator<Item = &'a Own>) -> Verzameling {
    let keys: BTreeSet<u64> = rows.map(|row| row.sleutel).collect();
    Verzameling {
        jeugdigen: u32::try_from(keys.len()).unwrap(),
        sleutels: keys.iter().fold(0, |sum, key| sum.wrapping_add(*key)),
    }
}

/// The middle (or another share) of values, with interpolation.
fn middle(mut values: Vec<f64>, share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let rank = values.len().checked_sub(1)? as f64 * share;
    let at = |place: f64| {
        values.iter().zip(0_u32..).find(|(_, n)| f64::from(*n) >= place).map(|(value, _)| *value)
    };
    let (low, high) = (at(rank.floor())?, at(rank.ceil())?);
    Some(low + (high - low) * rank.fract())
}

fn length(from: Date, until: Date) -> i32 {
    unix_day(until) - unix_day(from)
}

/// Rows of the same key, of any period; `chosen` are those of every key, and `all` those that do not count as well.
struct World<'a> {
    rows: Vec<&'a Own>,
    chosen: Vec<&'a Own>,
    all: &'a [Own],
}

impl World<'_> {
    fn cell(&self, key: &str, span: Span) -> Cel {
        let rows = || self.rows.iter().copied();
        let begun = |row: &&Own| within(row.begin, span);
        let ended = |row: &&Own| row.begin.is_some() && within(row.eind, span);
        let taken = |row: &&Own| within(Some(row.ingang), span);
        let counted = |wie: Verzameling| Cel { waarde: Some(f64::from(wie.jeugdigen)), wie };
        let valued = |waarde: Option<f64>, wie: Verzameling| Cel { waarde, wie };
        let of = |found: &[(&Own, f64)], share: f64| {
            let all = found.iter().map(|(_, value)| *value).collect();
            valued(middle(all, share), youths(found.iter().map(|(row, _)| *row)))
        };
        match key {
            "jeugdigen-in-hulp" => {
                counted(youths(rows().filter(|row| days_of(span).any(|day| helped(row, day)))))
            }
            "stand" => counted(youths(rows().filter(|row| helped(row, span.1)))),
            "instroom" => counted(youths(rows().filter(begun))),
            "uitstroom" => counted(youths(rows().filter(ended))),
            "wachtend" => counted(youths(rows().filter(|row| waits(row, span.1)))),
            "duur" => {
                let days = |row: &Own| f64::from(length(row.begin.unwrap(), row.eind.unwrap()) + 1);
                of(&rows().filter(ended).map(|row| (row, days(row))).collect::<Vec<_>>(), 0.5)
            }
            "intensiteit" => {
                let found = rows().filter(begun).filter_map(|row| Some((row, f64::from(row.minuten?))));
                of(&found.collect::<Vec<_>>(), 0.5)
            }
            "wachttijd-gestart" | "wachttijd-gestart-p90" => {
                let found = rows().filter(begun).filter_map(|row| Some((row, f64::from(row.wacht?))));
                of(&found.collect::<Vec<_>>(), if key.ends_with("p90") { 0.9 } else { 0.5 })
            }
            "wachttijd-tot-nu" => valued(self.until_now(span, 0.5), self.until_now_youths(span)),
            "wachttijd-tot-nu-p90" => valued(self.until_now(span, 0.9), self.until_now_youths(span)),
            "kosten-toegekend" => {
                let cents: u64 = rows().filter(taken).map(|row| u64::from(row.toegekend.unwrap_or(0))).sum();
                valued(Some(cents as f64), youths(rows().filter(taken)))
            }
            "kosten-verwacht" => valued(Some(self.expected(span)), youths(rows().filter(taken))),
            "terugkeer" => {
                let found: Vec<&Own> = rows().filter(ended).collect();
                let again = found.iter().filter(|row| self.comes_back(row)).count();
                let known = !found.is_empty() && length(span.1, PEILDAG) >= 365;
                valued(known.then(|| again as f64 / found.len() as f64), youths(found.into_iter()))
            }
            "ketens-licht" => counted(self.chains(span)),
            "aanbieders-per-jeugdige" => {
                let pairs: BTreeSet<_> =
                    rows().filter(begun).map(|row| (row.client, row.aanbieder.number())).collect();
                let wie = youths(rows().filter(begun));
                let n = wie.jeugdigen;
                valued((n > 0).then(|| pairs.len() as f64 / f64::from(n)), wie)
            }
            "stuurbaar" => {
                let known: Vec<&Own> = rows().filter(begun).filter(|row| row.verwijzer.is_some()).collect();
                let own = known.iter().filter(|row| row.verwijzer == Some("gemeente")).count();
                let waarde = (!known.is_empty()).then(|| own as f64 / known.len() as f64);
                valued(waarde, youths(known.into_iter()))
            }
            growth => self.growth(growth, span),
        }
    }

    fn comes_back(&self, row: &Own) -> bool {
        let eind = row.eind.unwrap();
        self.all.iter().any(|other| {
            let after = other.begin.map_or(0, |begin| length(eind, begin));
            other.client == row.client && (1..=365).contains(&after)
        })
    }

    /// Kaplan and Meier: the first day on which enough have begun.
    fn until_now(&self, span: Span, share: f64) -> Option<f64> {
        let waits: Vec<(i32, bool)> = self
            .rows
            .iter()
            .filter(|row| within(Some(row.ingang), span) && row.ingang <= PEILDAG)
            .map(|row| match row.begin {
                Some(begin) => (length(row.ingang, begin), true),
                None => (length(row.ingang, row.eind.unwrap_or(PEILDAG).min(PEILDAG)), false),
            })
            .collect();
        let mut still = 1.0;
        let last = waits.iter().map(|(day, _)| *day).max()?;
        for day in 0..=last {
            let at_risk = waits.iter().filter(|(wait, _)| *wait >= day).count() as f64;
            let started = waits.iter().filter(|(wait, begun)| *wait == day && *begun).count() as f64;
            still *= 1.0 - started / at_risk;
            if started > 0.0 && 1.0 - still >= share - 1e-9 {
                return Some(f64::from(day));
            }
        }
        None
    }

    fn until_now_youths(&self, span: Span) -> Verzameling {
        let of = |begun: bool| {
            let fits = |row: &&&Own| {
                within(Some(row.ingang), span) && row.ingang <= PEILDAG && row.begin.is_some() == begun
            };
            youths(self.rows.iter().filter(fits).copied())
        };
        [of(true), of(false)].into_iter().rev().max_by_key(|wie| wie.jeugdigen).unwrap()
    }

    fn expected(&self, span: Span) -> f64 {
        let over = |row: &Own| matches!(row.stand.key(), "gestopt" | "vervallen");
        let known = |row: &&Own| row.toegekend.is_some();
        let sum = |rows: &[&Own], of: fn(&Own) -> u32| rows.iter().map(|row| f64::from(of(row))).sum::<f64>();
        let granted = |row: &Own| row.toegekend.unwrap_or(0);
        let claimed = |row: &Own| row.gedeclareerd;
        let done: Vec<&Own> = self.rows.iter().copied().filter(|row| over(row)).filter(known).collect();
        let taken: Vec<&Own> =
            self.rows.iter().copied().filter(|row| within(Some(row.ingang), span)).collect();
        let running: Vec<&Own> = taken.iter().copied().filter(|row| !over(row)).filter(known).collect();
        let used = if sum(&done, granted) > 0.0 { sum(&done, claimed) / sum(&done, granted) } else { 1.0 };
        let more = (sum(&running, granted) * used).round() - sum(&running, claimed);
        sum(&taken, claimed) + more.max(0.0)
    }

    /// Youths with a chain of three whose first link has this key and began in the span, of links that began in any year asked.
    fn chains(&self, span: Span) -> Verzameling {
        let all = (spans()[0].0, spans()[YEARS - 1].1);
        let mut links = BTreeMap::<u64, Vec<&Own>>::new();
        for row in &self.chosen {
            let light = row.vorm == Hulpvorm::Ambulant && row.minuten.is_some_and(|n| n <= 120);
            if light && within(row.begin, all) {
                links.entry(row.client).or_default().push(row);
            }
        }
        // Which of two that begin on one day is the first is for the file to say; this is its order.
        let order = |row: &&Own| {
            let late = |day: Option<Date>| day.unwrap_or(Date::MAX);
            let days = (late(row.begin), row.ingang, late(row.eind), late(row.aanvraag));
            (
                days,
                row.wijk.map_or(u32::MAX, stelsel::Wijkcode::number),
                row.woonwijk,
                row.aanbieder,
                row.toegekend,
            )
        };
        let has = |mut links: Vec<&Own>| {
            links.sort_by_key(order);
            let gap =
                |before: &Own, row: &Own| before.eind.map_or(0, |eind| length(eind, row.begin.unwrap()));
            let starts = |n: &usize| links[..*n].iter().all(|before| gap(before, links[*n]) > 90);
            let firsts: Vec<usize> = (0..links.len()).filter(starts).chain([links.len()]).collect();
            firsts.windows(2).any(|pair| {
                let first = links[pair[0]];
                let own = self.rows.iter().any(|row| std::ptr::eq(*row, first));
                pair[1] - pair[0] >= 3 && own && within(first.begin, span)
            })
        };
        youths(links.into_values().filter(|of_one| has(of_one.clone())).map(|of_one| of_one[0]))
    }

    /// Youths, stretches per youth, days per stretch and minutes per day.
    fn volume(&self, span: Span) -> ([f64; 4], Verzameling) {
        let until = (span.0, span.1.min(PEILDAG));
        let rows: Vec<(&Own, usize)> = self
            .rows
            .iter()
            .map(|row| (*row, days_of(until).filter(|day| helped(row, *day)).count()))
            .filter(|(row, days)| *days > 0 && row.minuten.is_some())
            .collect();
        let wie = youths(rows.iter().map(|(row, _)| *row));
        let n = wie.jeugdigen;
        let days: f64 = rows.iter().map(|(_, days)| *days as f64).sum();
        let minutes: f64 =
            rows.iter().map(|(row, days)| *days as f64 * f64::from(row.minuten.unwrap())).sum();
        let stretches = rows.len() as f64;
        ([f64::from(n), stretches / f64::from(n), days / stretches, minutes / days], wie)
    }

    /// The mean over all twenty-four orders in which the four may change.
    fn growth(&self, key: &str, span: Span) -> Cel {
        let one =
            ["groei-nieuw", "groei-meer", "groei-langer", "groei-zwaarder"].iter().position(|k| *k == key);
        let one = one.unwrap_or_else(|| panic!("{key} has no second computation"));
        let (after, wie) = self.volume(span);
        let year = span.0.year() - 1;
        let (before, _) = self.volume((date(year, 1, 1), date(year, 12, 31)));
        let whole = |factors: &[f64; 4]| factors.iter().product::<f64>();
        let comparable = year >= FIRST && span.1 <= PEILDAG && whole(&after) > 0.0 && whole(&before) > 0.0;
        let mut sum = 0.0;
        for code in 0..256_usize {
            let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6];
            if order.iter().collect::<BTreeSet<_>>().len() == 4 {
                let mut now = before;
                for factor in order {
                    let was = whole(&now);
                    now[factor] = after[factor];
                    sum += if factor == one { whole(&now) - was } else { 0.0 };
                }
            }
        }
        Cel { waarde: comparable.then(|| sum / 24.0 / whole(&before)), wie }
    }
}

fn check(snapshot: &Snapshot, rows: &[Own], niveau: Niveau, vorm: Option<Hulpvorm>, ages: Option<(u8, u8)>) {
    let perioden = Periods::years(FIRST, YEARS).unwrap();
    let leeftijd = ages.map(|(low, high)| low..=high);
    let vraag =
        Vraag { snapshot, threads: 2, niveau, perioden, gebied: None, vorm, leeftijd: leeftijd.clone() };
    let counts = |row: &&Own| {
        vorm.is_none_or(|vorm| row.vorm == vorm)
            && match (&leeftijd, row.leeftijd) {
                (None, age) => age.is_none_or(|age| age < 23),
                (Some(ages), age) => age.is_some_and(|age| ages.contains(&age)),
            }
    };
    for indicator in &INDICATOREN {
        let found = indicator.bereken(&vraag).unwrap();
        assert_eq!(found.cellen.len(), found.sleutels.len() * YEARS);
        for (n, sleutel) in found.sleutels.iter().enumerate() {
            let world = World {
                chosen: rows.iter().filter(counts).filter(|r| key(niveau, r).is_some()).collect(),
                rows: rows
                    .iter()
                    .filter(counts)
                    .filter(|r| key(niveau, r).as_ref() == Some(sleutel))
                    .collect(),
                all: rows,
            };
            for (year, span) in spans().into_iter().enumerate() {
                let (own, naive) = (found.cellen[n * YEARS + year], world.cell(indicator.key, span));
                let near = match (own.waarde, naive.waarde) {
                    (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
                    (a, b) => a == b,
                };
                assert!(
                    near && own.wie == naive.wie,
                    "{} {sleutel} {}: {own:?} and {naive:?}",
                    indicator.key,
                    span.0
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_indicator_is_what_it_says(
        rows in some_rows(), group in 1..40_usize, niveau in 0..Niveau::ALL.len(), vorm in 0..20_usize,
        ages in prop::option::of((0..12_u8, 8..25_u8)),
    ) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        check(&snapshot, &rows, Niveau::ALL[niveau], Hulpvorm::ALL.get(vorm).copied(), ages);
    }
}

/// The rows that are made up are of a kind that every indicator has something to tell about.
#[test]
fn no_indicator_is_compared_on_nothing() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut told = BTreeMap::<&str, usize>::new();
    for _ in 0..40 {
        let rows = some_rows().new_tree(&mut runner).unwrap().current();
        let (_home, snapshot) = Written::new(&rows, 10).open_kept();
        let perioden = Periods::years(FIRST, YEARS).unwrap();
        let vraag = Vraag {
            snapshot: &snapshot,
            threads: 1,
            niveau: Niveau::Regio,
            perioden,
            gebied: None,
            vorm: None,
            leeftijd: None,
        };
        for indicator in &INDICATOREN {
            let cells = indicator.bereken(&vraag).unwrap().cellen;
            *told.entry(indicator.key).or_default() +=
                cells.iter().filter(|cell| cell.waarde.is_some_and(|value| value != 0.0)).count();
        }
    }
    assert_eq!(told.len(), INDICATOREN.len());
    assert!(told.values().all(|n| *n >= 10), "{told:?}");
}

#[test]
fn the_catalogue_is_whole() {
    assert!(INDICATOREN.len() > 20);
    let keys: BTreeSet<_> = INDICATOREN.iter().map(|i| i.key).collect();
    assert_eq!(keys.len(), INDICATOREN.len());
    for indicator in &INDICATOREN {
        assert_eq!(Indicator::find(indicator.key).map(|i| i.key), Some(indicator.key));
        for tekst in [indicator.naam, indicator.definitie, indicator.context] {
            assert!(tekst.nl.len() > 3 && tekst.en.len() > 3 && tekst.nl != tekst.en, "{}", indicator.key);
        }
        // No figure without its context.
        assert!(indicator.context.nl.len() > 40, "{}", indicator.key);
        assert!(!indicator.bron.is_empty() && !indicator.niveaus.is_empty() && indicator.definitief_na > 0);
    }
    assert!(Indicator::find("risico").is_none());
}

#[test]
fn what_may_still_change_is_provisional() {
    let (_home, snapshot) = Written::new(&[], 1).open_kept();
    let vraag = Vraag {
        snapshot: &snapshot,
        threads: 1,
        niveau: Niveau::Regio,
        perioden: Periods::years(2023, 4).unwrap(),
        gebied: None,
        vorm: None,
        leeftijd: None,
    };
    // The day of the figures is 30 June 2026: half a year after 2025 ends on that day.
    let found = Indicator::find("instroom").unwrap().bereken(&vraag).unwrap();
    assert_eq!(found.voorlopig, [false, false, false, true]);
    let found = Indicator::find("kosten-verwacht").unwrap().bereken(&vraag).unwrap();
    assert_eq!(found.voorlopig, [false, false, true, true]);
}
