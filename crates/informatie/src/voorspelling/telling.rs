//! What is counted per cell: who came and who left per month, as it was known on a day.
//!
//! The unit is a *spell*: a youth in help (or waiting) in a cell, without a day between. Two allocations that overlap or follow on each
//! other are one spell. So the stock of a month is the stock of the month before, with who came and without who left.

use super::maand::{last_day, month_of};
use super::vertraging::LAGS;
use crate::kernel::{NOOIT, Rij, Stretch};

/// Ages of spells in months that are told apart; who is older is as old as this.
pub(super) const AGES: usize = 121;

/// When a count is made, and what for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) stroom: Stretch,
    /// The first month.
    pub(super) eerste: i32,
    /// The last month: what became known after it does not count.
    pub(super) laatste: i32,
    /// The first and last month of which it is looked at who left, for how long spells last.
    pub(super) venster: (i32, i32),
}

impl Moment {
    /// Months from the first to the last.
    pub(super) fn months(&self) -> usize {
        usize::try_from(self.laatste - self.eerste + 1).unwrap_or(0)
    }

    fn place(&self, month: i32) -> Option<usize> {
        usize::try_from(month.checked_sub(self.eerste)?).ok()
    }
}

/// The counts of a cell. All of them add up over cells that share no spell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Telling {
    /// Spells that began per month.
    pub(super) begonnen: Vec<u32>,
    /// Spells that were over per month: on the last day of the month no longer there, on that of the month before still.
    pub(super) voorbij: Vec<u32>,
    /// Spells that began before the first month and were there.
    pub(super) eerder: u32,
    /// Within the window: months that spells of an age were followed, and how often they ended.
    pub(super) gevolgd: Vec<u32>,
    pub(super) einde: Vec<u32>,
    /// Spells that are there at the end, by age.
    pub(super) leeftijd: Vec<u32>,
    /// Youths behind it in the last twelve months.
    pub(super) jeugdigen: u32,
}

impl Telling {
    fn new(months: usize) -> Self {
        Self {
            begonnen: vec![0; months],
            voorbij: vec![0; months],
            gevolgd: vec![0; AGES],
            einde: vec![0; AGES],
            leeftijd: vec![0; AGES],
            ..Self::default()
        }
    }

    /// Adds the counts of another cell.
    pub(super) fn add(&mut self, other: &Self) {
        let lists = [
            (&mut self.begonnen, &other.begonnen),
            (&mut self.voorbij, &other.voorbij),
            (&mut self.gevolgd, &other.gevolgd),
            (&mut self.einde, &other.einde),
            (&mut self.leeftijd, &other.leeftijd),
        ];
        for (own, more) in lists {
            own.resize(own.len().max(more.len()), 0);
            for (sum, n) in own.iter_mut().zip(more) {
                *sum += n;
            }
        }
        self.eerder += other.eerder;
        self.jeugdigen += other.jeugdigen;
    }

    /// How many are there at the end of each month.
    pub(super) fn stand(&self) -> impl Iterator<Item = u32> {
        let mut there = self.eerder;
        self.begonnen.iter().zip(&self.voorbij).map(move |(came, left)| {
            there = (there + came).saturating_sub(*left);
            there
        })
    }

    fn take(&mut self, moment: &Moment, from: i32, until: Option<i32>) {
        bump(&mut self.begonnen, moment.place(from));
        if from < moment.eerste {
            self.eerder += 1;
        }
        bump(&mut self.voorbij, until.and_then(|month| moment.place(month)));
        let age = |month: i32| usize::try_from(month - from).unwrap_or(0).min(AGES - 1);
        let (first, last) = moment.venster;
        for month in first.max(from)..=last.min(until.unwrap_or(i32::MAX)) {
            bump(&mut self.gevolgd, Some(age(month)));
        }
        if let Some(month) = until.filter(|month| (first..=last).contains(month)) {
            bump(&mut self.einde, Some(age(month)));
        }
        if until.is_none() {
            bump(&mut self.leeftijd, Some(age(moment.laatste)));
        }
    }
}

fn bump(list: &mut [u32], place: Option<usize>) {
    if let Some(slot) = place.and_then(|n| list.get_mut(n)) {
        *slot += 1;
    }
}

/// A stretch of days of one cell, the last not included; [`NOOIT`] when it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Days {
    cel: u32,
    from: i32,
    until: i32,
}

/// The days that a row is in, as far as was known on a day. The end of help is taken to become known as long after it as the beginning of
/// the same help was.
fn days_of(row: &Rij, stroom: Stretch, known: i32) -> Option<Days> {
    let (from, told, until, ended) = match stroom {
        Stretch::Hulp => {
            let late = row.gemeld.saturating_sub(row.begin);
            (row.begin, row.gemeld, row.eind.saturating_add(1), row.eind.saturating_add(late))
        }
        Stretch::Wachten if row.begin == NOOIT => {
            (row.ingang, row.ingang, row.eind.saturating_add(1), row.eind)
        }
        Stretch::Wachten => (row.ingang, row.ingang, row.begin, row.gemeld),
    };
    let until = if ended > known || until > known.saturating_add(1) { NOOIT } else { until };
    (told <= known && from <= known && until > from).then_some(Days { cel: row.cel, from, until })
}

/// Counts the rows per cell. With `heel` a youth has one spell whatever the cell, which belongs to the cell in which it began: then cells
/// share no spell and add up.
pub(super) fn tel(rows: &[Rij], cells: usize, heel: bool, moment: &Moment) -> Vec<Telling> {
    let mut found = vec![Telling::new(moment.months()); cells];
    let known = last_day(moment.laatste);
    let lately = last_day(moment.laatste - 12);
    let mut days: Vec<Days> = Vec::new();
    let mut seen: Vec<u32> = Vec::new();
    for youth in rows.chunk_by(|a, b| a.client == b.client) {
        days.clear();
        days.extend(youth.iter().filter_map(|row| days_of(row, moment.stroom, known)));
        if heel {
            days.sort_unstable_by_key(|one| (one.from, one.cel, one.until));
        } else {
            days.sort_unstable();
        }
        seen.clear();
        let mut rest = days.iter();
        let mut open = rest.next().copied();
        while let Some(mut spell) = open {
            open = None;
            for next in rest.by_ref() {
                if (heel || next.cel == spell.cel) && next.from <= spell.until {
                    spell.until = spell.until.max(next.until);
                } else {
                    open = Some(*next);
                    break;
                }
            }
            let Some(telling) = found.get_mut(spell.cel as usize) else { continue };
            let until = (spell.until != NOOIT).then(|| month_of(spell.until));
            telling.take(moment, month_of(spell.from), until.filter(|month| *month <= moment.laatste));
            if spell.until > lately && !seen.contains(&spell.cel) {
                seen.push(spell.cel);
                telling.jeugdigen += 1;
            }
        }
    }
    found
}

/// Beginnings of help by the number of months after which they became known, per cell: of those that began in months from `first` on and
/// were known at the end of `last`. The last number is that many months or more. What began before the register did is passed over.
pub(crate) fn meldingen(
    rows: &[Rij],
    cells: usize,
    (register, first): (i32, i32),
    last: i32,
) -> Vec<Vec<[u32; LAGS]>> {
    let months = usize::try_from(last - first + 1).unwrap_or(0);
    let mut found = vec![vec![[0; LAGS]; months]; cells];
    for row in rows.iter().filter(|row| row.begin != NOOIT) {
        let (began, told) = (month_of(row.begin), month_of(row.gemeld));
        if told > last || began < first.max(register) {
            continue;
        }
        let lag = usize::try_from(told - began).unwrap_or(0).min(LAGS - 1);
        let month = usize::try_from(began - first).ok();
        let of_cell = found.get_mut(row.cel as usize);
        if let Some(slot) = of_cell.and_then(|m| m.get_mut(month?)).and_then(|lags| lags.get_mut(lag)) {
            *slot += 1;
        }
    }
    found
}
