//! Spending against a ceiling of a contract: what a year will cost, and when the ceiling is reached.
//!
//! Claims have no day in the snapshot. What an allocation cost is spread evenly over its days of help. Of allocations that ended three
//! months ago or longer, claims are taken to be in; of others, a day is taken to cost what a day cost of those that ended, and
//! no less than what was claimed.

use jiff::civil::Date;

use super::maand::{first_day, last_day};
use super::paden::{Paden, band_of};
use super::score::cents;
use super::telling::Telling;
use super::uitkomst::{Band, TeWeinig};
use super::voorspel::{Gegevens, Opdracht, trekking};
use crate::kernel::{NOOIT, Rij, Stretch};
use crate::snapshot::{NO_AMOUNT, Snapshot, SnapshotFout};
use crate::statistiek::{Stream, float, number};

/// Months after the end of help after which claims are taken to be in.
const CLAIMED: i32 = 3;
/// Ended allocations that a price needs.
const ENDED: usize = 10;

/// A ceiling of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plafond {
    /// The key of what it is for: a provider, product category, municipality, …
    pub sleutel: String,
    /// The calendar year.
    pub jaar: i16,
    /// Eurocents.
    pub cent: u64,
}

/// A ceiling, and what is expected against it or why that cannot be said.
#[derive(Clone, Debug, PartialEq)]
pub struct Plafonduitkomst {
    /// The ceiling.
    pub plafond: Plafond,
    /// What is expected.
    pub uitkomst: Result<Plafondverwachting, TeWeinig>,
}

/// What a year will cost against its ceiling. Amounts are eurocents.
#[derive(Clone, Debug, PartialEq)]
pub struct Plafondverwachting {
    /// Youths behind it in the last twelve months.
    pub jeugdigen: u32,
    /// What help of this year cost until now, as far as it was claimed.
    pub gedeclareerd: u64,
    /// What it is expected to have cost until now, with claims that are still to come.
    pub tot_nu: u64,
    /// Granted and not claimed, of allocations that wait or run: what may still come, in this year or later.
    pub nog_toegekend: u64,
    /// The whole year.
    pub jaartotaal: Band,
    /// The probability that the year costs more than the ceiling.
    pub kans_erboven: f64,
    /// The month in which the ceiling is reached: with a probability of a tenth, a half and nine tenths before or in that month. None where
    /// that is not within the year.
    pub bereikt: [Option<Date>; 3],
}

/// What is expected against each ceiling, in the order in which they were given. Stands for the level of `opdracht`; months ahead follow
/// from the year. A key that the snapshot does not know has too little.
pub fn plafonds(
    snapshot: &Snapshot,
    opdracht: &Opdracht,
    plafonds: &[Plafond],
) -> Result<Vec<Plafonduitkomst>, SnapshotFout> {
    let gegevens = Gegevens::read(snapshot, opdracht)?;
    of_rows(&gegevens, opdracht, plafonds)
}

pub(super) fn of_rows(
    gegevens: &Gegevens,
    opdracht: &Opdracht,
    plafonds: &[Plafond],
) -> Result<Vec<Plafonduitkomst>, SnapshotFout> {
    let last = plafonds.iter().map(|one| i32::from(one.jaar) * 12 + 11).max().unwrap_or(gegevens.laatste);
    let maanden = usize::try_from(last - gegevens.laatste).unwrap_or(0).max(1);
    let opdracht = Opdracht { maanden, stroom: Stretch::Hulp, ..*opdracht };
    opdracht.check()?;
    let bekend = gegevens.known_at(Stretch::Hulp, gegevens.laatste);
    let models = bekend.learn(maanden, opdracht.threads);
    let found = plafonds.iter().map(|plafond| {
        let place = gegevens.sleutels.iter().position(|sleutel| *sleutel == plafond.sleutel);
        let known = place.and_then(|n| Some((n, bekend.telling.get(n)?, models.get(n)?)));
        let uitkomst = match known {
            Some((n, telling, Ok(model))) => {
                let rows = gegevens.rows.iter().filter(|row| row.cel as usize == n);
                let prijs = Prijs::of(rows, gegevens.laatste, plafond.jaar);
                let paden = || Paden::draw(model, &trekking(&opdracht, gegevens.zaad, &plafond.sleutel));
                prijs.and_then(|prijs| against(plafond, telling, &prijs, (paden(), gegevens)))
            }
            Some((_, _, Err(why))) => Err(*why),
            None => Err(TeWeinig::Aantal),
        };
        Plafonduitkomst { plafond: plafond.clone(), uitkomst }
    });
    Ok(found.collect())
}

/// What help of a cell costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Prijs {
    /// Eurocents per day of an allocation.
    dag: f64,
    /// Its relative standard error.
    fout: f64,
    /// Of the year until now: claimed; expected and certain; expected by the price.
    gedeclareerd: f64,
    zeker: f64,
    geschat: f64,
    nog_toegekend: u64,
    /// Days of allocations in the last twelve months.
    dagen: f64,
}

/// Days of a row within days, both ends counted.
fn overlap(row: &Rij, from: i32, until: i32) -> f64 {
    f64::from((row.eind.min(until).saturating_sub(row.begin.max(from)) + 1).max(0))
}

impl Prijs {
    fn of<'a>(
        rows: impl Iterator<Item = &'a Rij> + Clone,
        laatste: i32,
        jaar: i16,
    ) -> Result<Self, TeWeinig> {
        let now = last_day(laatste);
        let in_claims = last_day(laatste - CLAIMED);
        let begun = rows.clone().filter(|row| row.begin <= now);
        let over = |row: &Rij| row.eind <= in_claims;
        let ended: Vec<(f64, f64)> = begun
            .clone()
            .filter(|row| over(row) && row.eind > last_day(laatste - CLAIMED - 36))
            .map(|row| (f64::from(row.gedeclareerd), overlap(row, row.begin, row.eind)))
            .collect();
        let (cost, days) = ended.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if ended.len() < ENDED || cost <= 0.0 {
            return Err(TeWeinig::Aantal);
        }
        let dag = cost / days;
        let square: f64 = ended.iter().map(|(cost, days)| (cost - dag * days).powi(2)).sum();
        let mut out = Self { dag, fout: (square.sqrt() / cost).min(1.0), ..Self::default() };
        let year = (last_day(i32::from(jaar) * 12 - 1) + 1, last_day(i32::from(jaar) * 12 + 11).min(now));
        for row in begun {
            out.dagen += overlap(row, last_day(laatste - 12) + 1, now);
            let all = overlap(row, row.begin, now).max(1.0);
            let share = overlap(row, year.0, year.1) / all;
            let claimed = f64::from(row.gedeclareerd);
            out.gedeclareerd += claimed * share;
            if over(row) || claimed >= dag * all {
                out.zeker += claimed * share;
            } else {
                out.geschat += dag * all * share;
            }
        }
        let open = rows.filter(|row| row.toegekend != NO_AMOUNT && (row.eind == NOOIT || row.eind > now));
        out.nog_toegekend = open.map(|row| u64::from(row.toegekend.saturating_sub(row.gedeclareerd))).sum();
        Ok(out)
    }
}

fn against(
    plafond: &Plafond,
    telling: &Telling,
    prijs: &Prijs,
    (paden, gegevens): (Paden, &Gegevens),
) -> Result<Plafondverwachting, TeWeinig> {
    let stock: Vec<u32> = telling.stand().collect();
    let there: f64 = stock.iter().rev().take(12).map(|n| f64::from(*n)).sum();
    if there <= 0.0 {
        return Err(TeWeinig::Stil);
    }
    // What a youth who is there costs per month: with as many days of allocations as in the last year.
    let per_month = prijs.dag * prijs.dagen / there;
    let first = i32::from(plafond.jaar) * 12;
    let months = first..first + 12;
    let ceiling = float(plafond.cent);
    let mut totals = Vec::new();
    let mut reached: Vec<i32> = Vec::new();
    let never = first + 12;
    for (path, number) in paden.stand().zip(0_u64..) {
        let z = Stream::new(gegevens.zaad, Stream::name(&plafond.sleutel) ^ 0x00c0_ffee, number).normal();
        let factor = libm::exp(prijs.fout * z - prijs.fout * prijs.fout / 2.0);
        let mut total = prijs.zeker + prijs.geschat * factor;
        let mut month_reached =
            if total > ceiling { gegevens.laatste.max(first).min(never - 1) } else { never };
        for (pair, month) in path.windows(2).zip(gegevens.laatste + 1..) {
            let mean = pair.iter().map(|n| f64::from(*n)).sum::<f64>() / 2.0;
            if months.contains(&month) {
                total += mean * per_month * factor;
                if total > ceiling {
                    month_reached = month_reached.min(month);
                }
            }
        }
        totals.push(total);
        reached.push(month_reached);
    }
    totals.sort_unstable_by(f64::total_cmp);
    reached.sort_unstable();
    let mean = totals.iter().sum::<f64>() / number(totals.len()).max(1.0);
    let above = totals.len() - totals.partition_point(|total| *total <= ceiling);
    let by = |share: usize| {
        let month = *reached.get((reached.len() * share).div_ceil(10).checked_sub(1)?)?;
        (month < never).then(|| first_day(month))
    };
    Ok(Plafondverwachting {
        jeugdigen: telling.jeugdigen,
        gedeclareerd: cents(prijs.gedeclareerd),
        tot_nu: cents(prijs.zeker + prijs.geschat),
        nog_toegekend: prijs.nog_toegekend,
        jaartotaal: band_of(mean, &totals),
        kans_erboven: number(above) / number(totals.len()).max(1.0),
        bereikt: [by(1), by(5), by(9)],
    })
}
