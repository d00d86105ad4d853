//! Paths: what may happen month by month, drawn from a model. The same seed, series and path give the same numbers.

use super::model::Model;
use super::uitkomst::{Band, SHARES};
use super::vertraging::LAGS;
use crate::statistiek::{Spread, Stream, count, normal_quantile, number, quantile_of_sorted};

/// Rates of ending that are told apart: paths take turns.
const STRATA: usize = 16;

/// How paths are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trekking {
    /// Months ahead.
    pub(super) maanden: usize,
    /// How many.
    pub(super) paden: usize,
    /// The seed: of the snapshot.
    pub(super) zaad: u64,
    /// A number for the series.
    pub(super) reeks: u64,
}

/// Drawn paths.
#[derive(Clone, Debug, Default)]
pub(super) struct Paden {
    maanden: usize,
    /// Who comes: the months of a path together.
    instroom: Vec<u32>,
    /// Who is there: now, and at the end of each month; those of a path together.
    stand: Vec<u32>,
}

/// A number of people: a drawn count fits, but for what no municipality has.
fn people(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The share of those who came that is still there, for one rate of ending: the oldest first.
struct Table {
    /// By how much the present caseload is smaller or larger, a number of months ahead.
    present: Vec<f64>,
    still: Vec<f64>,
    /// The share times one less the share.
    doubt: Vec<f64>,
}

/// The sum of products, in four lanes: fixed, so that the outcome is the same everywhere.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let (a4, a_rest) = a.as_chunks::<4>();
    let (b4, b_rest) = b.as_chunks::<4>();
    for (x, y) in a4.iter().zip(b4) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f64>() + rest
}

fn tables(model: &Model, ages: usize) -> Vec<Table> {
    let still = model.duur.blijft(ages);
    (0..STRATA)
        .map(|n| {
            let deviation = model.duur.fout * normal_quantile((number(n) + 0.5) / number(STRATA));
            let rate = libm::exp(deviation);
            let still: Vec<f64> = still.iter().rev().map(|s| libm::pow(*s, rate)).collect();
            let doubt = still.iter().map(|s| s * (1.0 - s)).collect();
            let present = model.caseload.slope.iter().map(|slope| libm::exp(deviation * slope)).collect();
            Table { present, still, doubt }
        })
        .collect()
}

/// What every path of a model needs.
struct Setting<'a> {
    model: &'a Model,
    tables: Vec<Table>,
    /// Per month ahead: what a level of one gives, and the errors that growth and season add.
    ahead: Vec<(f64, f64, f64)>,
    /// What a level of one gives of beginnings that are not known yet: of the oldest month first.
    unseen: Vec<f64>,
    /// Whether the season is in doubt.
    seasonal: bool,
}

impl Paden {
    pub(super) fn draw(model: &Model, how: &Trekking) -> Self {
        let newest: Vec<f64> =
            (0..LAGS).map(|ago| model.unseen_exposure(ago)).take_while(|e| *e > 1e-6).collect();
        let setting = Setting {
            model,
            tables: tables(model, how.maanden + LAGS + 1),
            ahead: (1..)
                .take(how.maanden)
                .map(|n| (model.exposure(n), model.growth_error(n), model.season_variance(n).sqrt()))
                .collect(),
            unseen: newest.into_iter().rev().collect(),
            seasonal: model.seizoen.variantie.iter().any(|v| *v > 0.0),
        };
        let mut out = Self {
            maanden: how.maanden,
            instroom: Vec::with_capacity(how.paden * how.maanden),
            stand: Vec::with_capacity(how.paden * (how.maanden + 1)),
        };
        let mut cohorts = Vec::new();
        for (path, table) in (0..how.paden as u64).zip(setting.tables.iter().cycle()) {
            out.path(&setting, table, Stream::new(how.zaad, how.reeks, path), &mut cohorts);
        }
        out
    }

    /// Draws one path. `cohorts` holds who came per month, the oldest first; of the newest everyone is in their first month.
    fn path(&mut self, setting: &Setting<'_>, table: &Table, mut s: Stream, cohorts: &mut Vec<f64>) {
        let model = setting.model;
        let (peil, step) = (model.peil, model.peil.step());
        let phi = Spread::new(peil.phi);
        let error = model.level_error;
        let [of_level, of_growth, of_present, of_new] = std::array::from_fn(|_| s.normal());
        let mut level = s.gamma(peil.a) / peil.b * libm::exp(error * of_level - error * error / 2.0);
        cohorts.clear();
        for e in &setting.unseen {
            cohorts.push(f64::from(people(s.spread(level * e, &phi))));
        }
        self.stock(setting, table, cohorts, (0, of_present, of_new));
        // A month of the year is off by as much every year.
        let of_season: [f64; 12] = std::array::from_fn(|_| if setting.seasonal { s.normal() } else { 0.0 });
        let of_season = of_season.iter().cycle();
        for ((ahead, (e, growth_error, season_error)), of_season) in
            setting.ahead.iter().enumerate().zip(of_season)
        {
            level *= s.gamma(1.0 / step) * step;
            let off = (1.0 + growth_error * of_growth + season_error * of_season).max(0.05);
            let came = people(s.spread(level * e * off, &phi));
            self.instroom.push(came);
            cohorts.push(f64::from(came));
            self.stock(setting, table, cohorts, (ahead + 1, of_present, of_new));
        }
    }

    /// Who is there: those of the present caseload who are left, and those of who came since.
    fn stock(
        &mut self,
        setting: &Setting<'_>,
        table: &Table,
        cohorts: &[f64],
        (ahead, of_present, of_new): (usize, f64, f64),
    ) {
        let caseload = &setting.model.caseload;
        let at = |list: &[f64]| list.get(ahead).copied().unwrap_or(0.0);
        let mean = at(&caseload.mean) * at(&table.present);
        let present = mean + of_present * at(&caseload.variance).sqrt();
        // The newest cohort meets the youngest age.
        let last = |list: &[f64]| dot(cohorts, list.get(list.len() - cohorts.len()..).unwrap_or_default());
        let new = last(&table.still) + of_new * last(&table.doubt).sqrt();
        let there = count(present.max(0.0)).saturating_add(count(new.max(0.0)));
        self.stand.push(people(there));
    }

    /// Months of each path: who comes.
    pub(super) fn instroom(&self) -> impl Iterator<Item = &[u32]> {
        self.instroom.chunks_exact(self.maanden.max(1))
    }

    /// Now and months of each path: who is there.
    pub(super) fn stand(&self) -> impl Iterator<Item = &[u32]> {
        self.stand.chunks_exact(self.maanden + 1)
    }

    /// What is drawn at a place of every path, ascending.
    pub(super) fn sorted<'a>(paths: impl Iterator<Item = &'a [u32]>, of: impl Fn(&[u32]) -> f64) -> Vec<f64> {
        let mut all: Vec<f64> = paths.map(of).collect();
        all.sort_unstable_by(f64::total_cmp);
        all
    }

    /// The stock `ahead` months from now, ascending.
    pub(super) fn stock_sorted(&self, ahead: usize) -> Vec<f64> {
        let mut all: Vec<u32> = self.stand().map(|path| path.get(ahead).copied().unwrap_or(0)).collect();
        all.sort_unstable();
        all.into_iter().map(f64::from).collect()
    }
}

/// The band of sorted draws around a mean.
pub(super) fn band_of(verwacht: f64, sorted: &[f64]) -> Band {
    Band::new(verwacht, SHARES.map(|share| quantile_of_sorted(sorted, share).unwrap_or(verwacht)))
}
