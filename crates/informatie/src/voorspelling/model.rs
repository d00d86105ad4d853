//! The model of one series, and how the models of a level are learned together.

use super::maand::length;
use super::peil::{GRID, Gezien, Peil, likelihoods};
use super::seizoen::{Seizoen, Trend, damped};
use super::telling::{Moment, Telling};
use super::uitkomst::TeWeinig;
use super::uitstroom::{Caseload, Duur};
use super::vertraging::{LAGS, Meldvertraging};
use crate::kernel::Stretch;
use crate::statistiek::{Negbin, float, number};

/// What series of the same level say of settings counts as much as so many series.
const SHARED: f64 = 3.0;

/// What is known of a level: the counts of its series, and how late they are known.
#[derive(Debug)]
pub(super) struct Bekend {
    pub(super) moment: Moment,
    pub(super) telling: Vec<Telling>,
    pub(super) vertraging: Vec<Meldvertraging>,
    pub(super) geheel: Telling,
    pub(super) geheel_vertraging: Meldvertraging,
}

/// The model of a series.
#[derive(Clone, Debug)]
pub(super) struct Model {
    laatste: i32,
    pub(super) peil: Peil,
    pub(super) seizoen: Seizoen,
    pub(super) trend: Trend,
    /// Relative standard error of the level because of what is not known yet.
    pub(super) level_error: f64,
    /// Beginnings that are not known yet are late by this.
    pub(super) late: Meldvertraging,
    pub(super) vertraging: Meldvertraging,
    pub(super) duur: Duur,
    pub(super) caseload: Caseload,
}

/// What a level of one gives per month, apart from what is known of it.
fn exposure(months: std::ops::RangeInclusive<i32>, seizoen: &Seizoen, growth: f64) -> Vec<f64> {
    let last = *months.end();
    months
        .map(|month| length(month) * seizoen.of(month) * libm::exp(growth * f64::from(month - last)))
        .collect()
}

/// Makes it as much as is known of each month.
fn known(mut exposure: Vec<f64>, late: &Meldvertraging) -> Vec<f64> {
    for (ago, e) in exposure.iter_mut().rev().enumerate().take(LAGS) {
        *e *= late.after(ago).0;
    }
    exposure
}

impl Bekend {
    fn months(&self) -> std::ops::RangeInclusive<i32> {
        self.moment.eerste..=self.moment.laatste
    }

    /// How late beginnings are known. An allocation is known from its first day, for it is made here.
    fn late<'a>(&self, cell: &'a Meldvertraging, none: &'a Meldvertraging) -> &'a Meldvertraging {
        match self.moment.stroom {
            Stretch::Hulp => cell,
            Stretch::Wachten => none,
        }
    }

    /// Learns the models of all series, `horizon` months ahead, on so many threads.
    pub(super) fn learn(&self, horizon: usize, threads: usize) -> Vec<Result<Model, TeWeinig>> {
        let none = Meldvertraging::none();
        let late = self.late(&self.geheel_vertraging, &none);
        let plain = known(exposure(self.months(), &Seizoen::default(), 0.0), late);
        let seizoen = Seizoen::learn(self.moment.eerste, &self.geheel.begonnen, &plain);
        let seasoned = known(exposure(self.months(), &seizoen, 0.0), late);
        let trend = Trend::learn(&self.geheel.begonnen, &seasoned, None);
        let duur = Duur::whole(&self.geheel);
        let cells: Vec<(&Telling, &Meldvertraging)> = self.telling.iter().zip(&self.vertraging).collect();
        let begun = on_threads(&cells, threads, |(telling, own)| {
            Begun::new(self, telling, self.late(own, &none), (&seizoen, trend))
        });
        let mut shared = [0.0; GRID];
        let several: Vec<&Begun> = begun.iter().flatten().collect();
        for one in &several {
            for (sum, own) in shared.iter_mut().zip(&one.likelihood) {
                *sum += own * SHARED / number(several.len());
            }
        }
        let both: Vec<_> = cells.iter().zip(begun).collect();
        both.into_iter()
            .map(|((telling, own), begun)| {
                let begun = begun?;
                let mut peil = Peil::fit(&begun.seen, &begun.likelihood, &shared);
                // What season and growth took from the data looks like less chance than there was.
                let months = number(begun.seen.len());
                peil.phi *= months / (months - 11.0 * begun.seizoen.geloof - 1.0).max(months / 2.0);
                let late = self.late(own, &none).clone();
                let duur = duur.cell(telling);
                Ok(Model {
                    laatste: self.moment.laatste,
                    level_error: begun.level_error(&peil, &late),
                    peil,
                    seizoen: begun.seizoen,
                    trend: begun.trend,
                    caseload: duur.caseload(telling, own, horizon),
                    late,
                    vertraging: (*own).clone(),
                    duur,
                })
            })
            .collect()
    }
}

/// A series of which the season and trend are known.
struct Begun {
    seen: Vec<Gezien>,
    /// Exposure per month, oldest first.
    exposure: Vec<f64>,
    seizoen: Seizoen,
    trend: Trend,
    likelihood: [f64; GRID],
}

impl Begun {
    fn new(
        level: &Bekend,
        telling: &Telling,
        late: &Meldvertraging,
        (whole, growth): (&Seizoen, Trend),
    ) -> Result<Self, TeWeinig> {
        // What was before the first beginning tells nothing: there was no such provider.
        let start = telling.begonnen.iter().position(|n| *n > 0).ok_or(TeWeinig::Aantal)?;
        let counts = telling.begonnen.get(start..).unwrap_or_default();
        if counts.len() < 12 {
            return Err(TeWeinig::Maanden);
        }
        if counts.iter().map(|n| u64::from(*n)).sum::<u64>() < 10 {
            return Err(TeWeinig::Aantal);
        }
        if counts.iter().rev().take(12).all(|n| *n == 0) {
            return Err(TeWeinig::Stil);
        }
        let first = level.moment.eerste + i32::try_from(start).unwrap_or(0);
        let months = || first..=level.moment.laatste;
        let own = Seizoen::learn(first, counts, &known(exposure(months(), whole, 0.0), late));
        let seizoen = whole.times(&own);
        let trend = Trend::learn(counts, &known(exposure(months(), &seizoen, 0.0), late), Some(growth));
        let exposure = known(exposure(months(), &seizoen, trend.per_maand), late);
        let seen: Vec<Gezien> = counts.iter().zip(&exposure).map(|(y, e)| Gezien::new(*y, *e)).collect();
        let likelihood = likelihoods(&seen);
        Ok(Self { seen, exposure, seizoen, trend, likelihood })
    }

    /// The relative error of the level by what is not known of delay: of each month as much as the month weighs in the level.
    fn level_error(&self, peil: &Peil, late: &Meldvertraging) -> f64 {
        let mut worn = 1.0;
        let mut sum = 0.0;
        for (ago, e) in self.exposure.iter().rev().enumerate().take(LAGS) {
            sum += worn * e / peil.phi / peil.b * late.after(ago).1;
            worn *= peil.omega;
        }
        sum
    }
}

impl Model {
    /// What a level of one gives in a month `ahead`: 1 is the next.
    pub(super) fn exposure(&self, ahead: u32) -> f64 {
        let month = self.laatste + i32::try_from(ahead).unwrap_or(i32::MAX >> 1);
        let growth = libm::exp(self.trend.per_maand * damped(u64::from(ahead)));
        length(month) * self.seizoen.of(month) * growth
    }

    /// The relative variance that the season adds in a month `ahead`.
    pub(super) fn season_variance(&self, ahead: u32) -> f64 {
        self.seizoen.variance(self.laatste + i32::try_from(ahead).unwrap_or(0))
    }

    /// The relative error that growth adds so many months ahead.
    pub(super) fn growth_error(&self, ahead: u32) -> f64 {
        self.trend.fout * damped(u64::from(ahead))
    }

    /// Who comes in a month `ahead`.
    pub(super) fn instroom(&self, ahead: u32) -> Negbin {
        let mean = self.peil.mean() * self.exposure(ahead);
        let level = self.peil.variance_ahead(ahead);
        let more = self.level_error.powi(2) + self.growth_error(ahead).powi(2) + self.season_variance(ahead);
        let relative = level + more + more * level;
        Negbin::new(mean, self.peil.phi * mean + mean * mean * relative)
    }

    /// What a level of one gives of beginnings of a month `ago` (0 is the last) that are not known yet.
    pub(super) fn unseen_exposure(&self, ago: usize) -> f64 {
        let month = self.laatste - i32::try_from(ago).unwrap_or(0);
        let growth = libm::exp(-self.trend.per_maand * float(ago as u64));
        let (share, _) = self.late.after(ago);
        (1.0 - share).max(0.0) * length(month) * self.seizoen.of(month) * growth
    }

    /// Beginnings of a month `ago` that are not known yet.
    pub(super) fn unseen(&self, ago: usize) -> Negbin {
        let mean = self.peil.mean() * self.unseen_exposure(ago);
        let (share, fout) = self.late.after(ago);
        // An error in what is known is a larger error in what is not.
        let delay = if share < 1.0 { fout * share / (1.0 - share) } else { 0.0 };
        let relative = 1.0 / self.peil.a + self.level_error.powi(2) + delay * delay;
        Negbin::new(mean, self.peil.phi * mean + mean * mean * relative)
    }
}

/// Does the same to everything, on so many threads, in order.
pub(super) fn on_threads<T: Sync, R: Send>(
    all: &[T],
    threads: usize,
    one: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let size = all.len().div_ceil(threads.max(1)).max(1);
    if threads <= 1 || all.len() < 2 {
        return all.iter().map(one).collect();
    }
    let one = &one;
    std::thread::scope(|scope| {
        let running: Vec<_> = all
            .chunks(size)
            .map(|some| scope.spawn(move || some.iter().map(one).collect::<Vec<R>>()))
            .collect();
        let found = running.into_iter().map(|thread| match thread.join() {
            Ok(found) => found,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        found.flatten().collect()
    })
}
