//! 25 years in steps of a day over 1,000 dossiers, against a calculation of its own kind.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::*;

/// The years of the test: 9,131 days.
const BEGIN: Date = date(2020, 1, 1);
const DAYS: i32 = 9_131;

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from((self.0 >> 33) % n).unwrap()
    }
}

/// The first day of the table of days: a dossier may be 21 years old when the test begins.
const OLDEST: i32 = -8_000;

/// Every day of the test, worked out once.
/// A day and its year, month and day.
type Dag = (Date, (i32, i32, i32));

static CALENDAR: LazyLock<Vec<Dag>> = LazyLock::new(|| {
    let day = |n: i32| BEGIN.checked_add(n.days()).unwrap();
    (OLDEST..DAYS + 8_000).map(|n| (day(n), numbers(day(n)))).collect()
});

fn day(n: i32) -> Date {
    CALENDAR[usize::try_from(n - OLDEST).unwrap()].0
}

fn numbers_of(n: i32) -> (i32, i32, i32) {
    CALENDAR[usize::try_from(n - OLDEST).unwrap()].1
}

fn terms() -> Vec<Termijn> {
    let term = |klasse, vanaf, tot, maanden| Termijn { klasse, vanaf, tot, maanden, bron: String::new() };
    vec![
        term(Klasse::Dossier, date(2015, 1, 1), Some(date(2020, 1, 1)), 180),
        term(Klasse::Dossier, date(2020, 1, 1), Some(date(2038, 7, 1)), 240),
        // A law that changes: from that day a shorter term, for what was there already too.
        term(Klasse::Dossier, date(2038, 7, 1), None, 216),
        term(Klasse::Declaratie, date(2015, 1, 1), None, 84),
    ]
}

/// What happens to a dossier, by day.
#[derive(Clone, Copy)]
enum Event {
    Change,
    Claim,
    /// Kind, days until its own end, days until it is taken off.
    Hold(StopSoort, Option<i32>, Option<i32>),
}

fn life(random: &mut Random, nr: i32) -> BTreeMap<i32, Vec<Event>> {
    let mut out: BTreeMap<i32, Vec<Event>> = BTreeMap::new();
    // It began before the test: the first change may be up to 21 years old. Many begin on a leap day or at the end of a month.
    let first = match nr % 10 {
        0 => BEGIN.until(date(2004, 2, 29)).unwrap().get_days(),
        1 => BEGIN.until(date(2019, 8, 31)).unwrap().get_days(),
        _ => -random.below(7_600),
    };
    out.entry(first).or_default().push(Event::Change);
    if nr % 4 == 0 {
        out.entry(random.below(2_000)).or_default().push(Event::Change);
    }
    if nr % 3 == 0 {
        out.entry(first + random.below(200)).or_default().push(Event::Claim);
    }
    // A claim that comes so late that its own term ends after that of the dossier.
    if nr % 17 == 0 {
        out.entry(first + 5_200 + random.below(2_000)).or_default().push(Event::Claim);
    }
    for kind in StopSoort::ALL {
        if random.below(5) != 0 {
            continue;
        }
        let end = (random.below(2) == 0).then(|| 1 + random.below(4_000));
        let lifted = (end.is_none() || random.below(3) == 0).then(|| random.below(3_000));
        out.entry(random.below(9_000)).or_default().push(Event::Hold(kind, end, lifted));
    }
    out
}

/// Months counted on in the numbers of the calendar, without the library: the last day of a month stays the last.
fn months_on((year, month, day_of): (i32, i32, i32), months: i32) -> (i32, i32, i32) {
    let all = year * 12 + month - 1 + months;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        [usize::try_from(month - 1).unwrap()];
    (year, month, day_of.min(length))
}

fn numbers(day: Date) -> (i32, i32, i32) {
    (i32::from(day.year()), i32::from(day.month()), i32::from(day.day()))
}

/// The independent calculation: walks along the days and asks of each whether any reason to keep is left. It knows of the
/// future of a hold only what a calendar would.
fn first_day_without_reason(life: &BTreeMap<i32, Vec<Event>>) -> Option<i32> {
    let (mut changed, mut claimed) = (None, None);
    // Per kind: begin, own end, taken off.
    let mut holds: Vec<(StopSoort, i32, i32, i32)> = Vec::new();
    for n in life.keys().copied().min()?..DAYS {
        for event in life.get(&n).into_iter().flatten() {
            match *event {
                Event::Change => changed = Some(numbers_of(n)),
                Event::Claim => claimed = Some(numbers_of(n).0),
                Event::Hold(kind, end, lifted) => {
                    holds.push((
                        kind,
                        n,
                        end.map_or(i32::MAX, |d| n + d),
                        lifted.map_or(i32::MAX, |d| n + d),
                    ));
                }
            }
        }
        if n < 0 {
            continue;
        }
        let today = numbers_of(n);
        let years = if today >= (2038, 7, 1) { 18 } else { 20 };
        let active = |holding: bool| {
            holds.iter().any(|(kind, begin, end, off)| {
                (*kind != StopSoort::Verzoek) == holding && *begin <= n && n < *end && n < *off
            })
        };
        let kept_by_law = changed.is_some_and(|from| today < months_on(from, years * 12)) && !active(false);
        let kept_for_taxes = claimed.is_some_and(|year| today.0 <= year + 7);
        if !kept_by_law && !kept_for_taxes && !active(true) {
            return Some(n);
        }
    }
    None
}

/// The program: every day it asks the rule, and destroys what is due.
fn destroyed_on(life: &BTreeMap<i32, Vec<Event>>, terms: &[Termijn]) -> Option<i32> {
    let mut dossier = Dossier { laatste: Date::MIN, declaratie: None, stops: Vec::new() };
    let mut plans: Vec<(usize, i32)> = Vec::new();
    for n in life.keys().copied().min()?..DAYS {
        for event in life.get(&n).into_iter().flatten() {
            match *event {
                Event::Change => dossier.laatste = dossier.laatste.max(day(n)),
                Event::Claim => dossier.declaratie = dossier.declaratie.max(Some(day(n))),
                Event::Hold(soort, end, lifted) => {
                    dossier.stops.push(Stop {
                        soort,
                        van: day(n),
                        tot: end.map(|d| day(n + d)),
                        opgeheven: None,
                    });
                    plans.extend(lifted.map(|d| (dossier.stops.len() - 1, n + d)));
                }
            }
        }
        for (which, _) in plans.iter().filter(|(_, when)| *when == n) {
            dossier.stops[*which].opgeheven = Some(day(n));
        }
        if n >= 0 && due_date(&dossier, terms, day(n)).is_due(day(n)) {
            return Some(n);
        }
    }
    None
}

#[test]
fn exactly_the_term() {
    let terms = terms();
    let mut random = Random(20_260_101);
    let lives: Vec<_> = (0..1_000).map(|nr| life(&mut random, nr)).collect();
    let right: Vec<_> = lives.iter().map(first_day_without_reason).collect();
    let (mut early, mut late, mut gone) = (0, 0, 0);
    for (life, theirs) in lives.iter().zip(right.iter().copied()) {
        let ours = destroyed_on(life, &terms);
        gone += u32::from(ours.is_some());
        let (ours, theirs) = (ours.unwrap_or(i32::MAX), theirs.unwrap_or(i32::MAX));
        early += u32::from(ours < theirs);
        late += u32::from(ours > theirs);
    }
    println!("{DAYS} days x {} dossiers: {early} too early, {late} too late ({gone} destroyed)", lives.len());
    assert_eq!((early, late), (0, 0));
    assert!((300..1_000).contains(&gone), "the years hold both: {gone}");

    // The control: a rule that forgets a kind of hold, or a day, is caught.
    let deaf = |life: &BTreeMap<i32, Vec<Event>>| {
        let mut life = life.clone();
        for events in life.values_mut() {
            events.retain(|e| !matches!(e, Event::Hold(StopSoort::Belang, ..)));
        }
        destroyed_on(&life, &terms)
    };
    let caught = lives.iter().zip(&right).filter(|(life, right)| deaf(life) != **right).count();
    println!("control without one kind of hold: {caught} differ");
    assert!(caught > 10);
    let mut off = terms.clone();
    off[1].maanden = 239;
    let caught = lives
        .iter()
        .zip(&right)
        .take(200)
        .filter(|(life, right)| destroyed_on(life, &off) != **right)
        .count();
    println!("control with a month less: {caught} differ");
    assert!(caught > 50);
}

#[test]
fn the_borders_of_the_terms() {
    let terms = terms();
    let due = |dossier: &Dossier, on| due_date(dossier, &terms, on);
    let plain = |laatste| Dossier { laatste, declaratie: None, stops: Vec::new() };
    let at = |dag, grond| Vervalt::Op { dag, grond };
    let (now, leap) = (date(2026, 11, 22), date(2012, 2, 29));
    assert_eq!(due(&plain(date(2006, 11, 22)), now), at(now, Grond::Dossier));
    assert!(!due(&plain(date(2006, 11, 23)), now).is_due(now));
    assert_eq!(due(&plain(leap), date(2019, 12, 31)), at(date(2027, 2, 28), Grond::Dossier));
    assert_eq!(due(&plain(leap), now), at(date(2032, 2, 29), Grond::Dossier));
    assert_eq!(due(&plain(leap), date(2014, 12, 31)), Vervalt::GeenTermijn);
    let claimed = Dossier { declaratie: Some(date(2021, 3, 3)), ..plain(date(2000, 1, 1)) };
    assert_eq!(due(&claimed, now), at(date(2029, 1, 1), Grond::Declaratie));
    let stop = |soort, tot| Stop { soort, van: date(2026, 1, 1), tot, opgeheven: None };
    let asked = Dossier { stops: vec![stop(StopSoort::Verzoek, None)], ..plain(date(2025, 1, 1)) };
    assert_eq!(due(&asked, now), at(date(2026, 1, 1), Grond::Verzoek));
    let held = Dossier {
        stops: vec![stop(StopSoort::Verzoek, None), stop(StopSoort::Belang, None)],
        ..asked.clone()
    };
    assert_eq!(due(&held, now), Vervalt::Aangehouden);
    let longer =
        Dossier { stops: vec![stop(StopSoort::Langer, Some(date(2030, 1, 1)))], ..plain(date(2000, 1, 1)) };
    assert_eq!(due(&longer, now), at(date(2030, 1, 1), Grond::Stop));
}

#[test]
fn words_read_back() {
    for kind in StopSoort::ALL {
        assert_eq!(StopSoort::from_key(kind.key()), Some(kind));
    }
    for class in Klasse::ALL {
        assert_eq!(Klasse::from_key(class.key()), Some(class));
    }
}
