//! How much help there is in a period, and what its growth is made of.

use std::ops::AddAssign;

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use super::sum::add_up;
use super::verzameling::{Verzameling, Weight};
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout};

/// Help within a period, of which the intensity is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Volume {
    /// Youths.
    pub wie: Verzameling,
    /// Stretches of help.
    pub episoden: u64,
    /// Days of help within the period.
    pub dagen: u64,
    /// Sum over those days of the minutes a week: seven times the minutes of help.
    pub dagminuten: u64,
    /// Stretches of help that are not counted above, because their intensity is not known.
    pub zonder: u64,
}

impl AddAssign for Volume {
    fn add_assign(&mut self, other: Self) {
        self.wie += other.wie;
        self.episoden += other.episoden;
        self.dagen += other.dagen;
        self.dagminuten += other.dagminuten;
        self.zonder += other.zonder;
    }
}

/// What the growth of help is made of. The four add up to the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Groei {
    /// Because more youths are helped.
    pub nieuw: f64,
    /// Because a youth has more stretches of help.
    pub meer: f64,
    /// Because a stretch of help takes more days of the period.
    pub langer: f64,
    /// Because a day of help is more intensive.
    pub zwaarder: f64,
}

impl Volume {
    /// The growth since an earlier period, as shares of what there was then: 0.1 is a tenth more. `None` when there was nothing in one
    /// of both.
    ///
    /// Help is youths times stretches per youth times days per stretch times minutes per day. Which of the four changes first decides
    /// how much it gets; here each gets the mean over all orders (Shapley), so that no order is preferred and nothing is left over.
    pub fn groei(&self, earlier: &Self) -> Option<Groei> {
        let (before, after) = (earlier.factors()?, self.factors()?);
        let whole: f64 = before.iter().product();
        let share = |one: usize| {
            // Every way in which the three others may have changed already, with how many orders have it so.
            let weights = [6.0, 2.0, 2.0, 6.0];
            let sum: f64 = (0..16_usize)
                .filter(|changed| changed & (1 << one) == 0)
                .map(|changed| {
                    let others = before.iter().zip(&after).enumerate().filter(|(n, _)| *n != one);
                    let rest: f64 =
                        others.map(|(n, (b, a))| if changed >> n & 1 == 1 { a } else { b }).product();
                    let step = after.get(one).unwrap_or(&0.0) - before.get(one).unwrap_or(&0.0);
                    weights.get(changed.count_ones() as usize).unwrap_or(&0.0) * rest * step
                })
                .sum();
            sum / 24.0 / whole
        };
        Some(Groei { nieuw: share(0), meer: share(1), langer: share(2), zwaarder: share(3) })
    }

    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
    fn factors(&self) -> Option<[f64; 4]> {
        let [stretches, days, minutes] = [self.episoden, self.dagen, self.dagminuten].map(|n| n as f64);
        let youths = f64::from(self.wie.jeugdigen);
        (self.dagminuten > 0).then(|| [youths, stretches / youths, days / stretches, minutes / days])
    }
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    codes: [Codes; 3],
    /// The youth that was counted last in a cell, plus one.
    last: Vec<u32>,
    found: Vec<Volume>,
}

/// Per cell: the help between two days, both counted, as days since 1970-01-01.
pub fn volume(
    snapshot: &Snapshot,
    threads: usize,
    axes: &[Axis],
    (from, until): (i32, i32),
) -> Result<Vec<Volume>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.found.resize(cells, Volume::default());
        bench.last.resize(cells, 0);
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        let scratch = &mut bench.index.scratch;
        let [begin, eind, minuten] = &mut bench.codes;
        part.codes(Column::Begin, begin, scratch)?;
        part.codes(Column::Eind, eind, scratch)?;
        part.codes(Column::Minuten, minuten, scratch)?;
        let first = mapped(begin, i32::MAX, |day| day.max(from))?;
        let last = mapped(eind, until, |day| day.min(until))?;
        let weekly = mapped(minuten, None, |n| u64::try_from(n).ok())?;
        let at = |table: &[i32], code: u16, other| table.get(usize::from(code)).copied().unwrap_or(other);
        let rows =
            bench.index.cell.iter().zip(&bench.clients).zip(&begin.code).zip(&eind.code).zip(&minuten.code);
        for ((((cell, client), b), e), m) in rows {
            let days = at(&last, *e, i32::MIN).saturating_sub(at(&first, *b, i32::MAX)).saturating_add(1);
            let (Ok(days @ 1..), Some(found)) = (u64::try_from(days), bench.found.get_mut(*cell as usize))
            else {
                continue;
            };
            let Some(of_week) = weekly.get(usize::from(*m)).copied().flatten() else {
                found.zonder += 1;
                continue;
            };
            found.episoden += 1;
            found.dagen += days;
            found.dagminuten += days * of_week;
            if let Some(seen) = bench.last.get_mut(*cell as usize)
                && *seen != client + 1
            {
                *seen = client + 1;
                found.wie += Verzameling::of(true, *client, snapshot.sleutels());
            }
        }
        Ok(())
    })?;
    Ok(add_up(cells, benches.iter().map(|bench| bench.found.as_slice())))
}
