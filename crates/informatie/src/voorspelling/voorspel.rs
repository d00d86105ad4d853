//! Forecasts of a level.

use super::maand::{first_day, last_whole, month_of};
use super::model::{Bekend, Model, on_threads};
use super::paden::{Paden, Trekking, band_of};
use super::telling::{Moment, Telling, meldingen, tel};
use super::uitkomst::{
    AANNAMES, AANNAMES_WACHTEN, Band, Reeksvoorspelling, SHARES, Verleden, Verloop, Verwachting, Voorspelling,
};
use super::uitstroom::halfway;
use super::vertraging::{LAGS, Meldvertraging, WINDOW};
use crate::indicator::{Eenheid, Niveau};
use crate::kernel::{Axis, NOOIT, Rij, Stretch, Value, rijen};
use crate::snapshot::{Column, Snapshot, SnapshotFout};
use crate::statistiek::{Negbin, Stream, float};

/// Months that are looked back at most: seven years.
const BACK: i32 = 84;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opdracht {
    /// Split for what.
    pub niveau: Niveau,
    /// Youths in help, or youths who wait.
    pub stroom: Stretch,
    /// Months ahead: 1 to 120.
    pub maanden: usize,
    /// Paths that are drawn: 100 to 100,000. 256 are enough for a page: bounds are then off by a tenth of a half-width.
    pub paden: usize,
    /// How many threads may help. The outcome does not depend on it.
    pub threads: usize,
}

impl Opdracht {
    /// Two years ahead, with 256 paths, on one thread.
    pub const fn new(niveau: Niveau, stroom: Stretch) -> Self {
        Self { niveau, stroom, maanden: 24, paden: 256, threads: 1 }
    }

    pub(super) fn check(&self) -> Result<(), SnapshotFout> {
        if (1..=120).contains(&self.maanden) && (100..=100_000).contains(&self.paden) {
            Ok(())
        } else {
            Err(SnapshotFout::Question("forecasts are made 1 to 120 months ahead with 100 to 100,000 paths"))
        }
    }
}

/// The rows of a level.
#[derive(Debug)]
pub(super) struct Gegevens {
    pub(super) sleutels: Vec<String>,
    pub(super) rows: Vec<Rij>,
    /// The last month that was over on the day of the figures.
    pub(super) laatste: i32,
    pub(super) zaad: u64,
    /// Whether a youth has one spell whatever the cell.
    pub(super) heel: bool,
}

impl Gegevens {
    pub(super) fn read(snapshot: &Snapshot, opdracht: &Opdracht) -> Result<Self, SnapshotFout> {
        opdracht.check()?;
        let mut axes: Vec<Axis> = opdracht.niveau.axis(snapshot).into_iter().collect();
        // As the catalogue of indicators counts: until 23, and who has no known age.
        axes.push(Axis::only(Column::Leeftijd, |value| !matches!(value, Value::Number(23..))));
        Ok(Self {
            sleutels: opdracht.niveau.keys(snapshot),
            rows: rijen(snapshot, opdracht.threads, &axes)?,
            laatste: last_whole(snapshot.manifest().herkomst.peildag),
            zaad: Stream::name(snapshot.name()),
            heel: false,
        })
    }

    /// Other rows of the same snapshot.
    pub(super) fn with(&self, rows: Vec<Rij>, sleutels: Vec<String>) -> Self {
        Self { sleutels, rows, laatste: self.laatste, zaad: self.zaad, heel: self.heel }
    }

    /// The first month in which a beginning became known. What began before it and ran on was told of when the register began: nothing
    /// can be learned from that of how late messages come, or of how many came then.
    fn begin(&self) -> i32 {
        let told = self.rows.iter().filter(|row| row.begin != NOOIT).map(|row| month_of(row.gemeld)).min();
        told.unwrap_or(self.laatste).min(self.laatste)
    }

    /// The first month in which something began and would have become known.
    pub(super) fn eerste(&self, stroom: Stretch) -> i32 {
        let day = |row: &Rij| match stroom {
            Stretch::Hulp => row.begin,
            Stretch::Wachten => row.ingang,
        };
        let first = self.rows.iter().map(day).filter(|day| *day != NOOIT).map(month_of).min();
        first.unwrap_or(self.laatste).max(self.begin()).min(self.laatste)
    }

    /// What was known at the end of a month.
    pub(super) fn known_at(&self, stroom: Stretch, laatste: i32) -> Bekend {
        let cells = self.sleutels.len();
        let told = meldingen(&self.rows, cells, (self.begin(), laatste - WINDOW + 1), laatste);
        let mut sum = vec![[0_u32; LAGS]; usize::try_from(WINDOW).unwrap_or(0)];
        for cell in &told {
            for (n, more) in sum.iter_mut().flatten().zip(cell.iter().flatten()) {
                *n += more;
            }
        }
        let geheel_vertraging = Meldvertraging::learn(&sum, None);
        let vertraging: Vec<_> =
            told.iter().map(|cell| Meldvertraging::learn(cell, Some(&geheel_vertraging))).collect();
        // Of months of which ends are not known yet, it is not looked at how long spells last.
        let cut = i32::try_from(geheel_vertraging.maanden_tot(0.98)).unwrap_or(0);
        let eerste = self.eerste(stroom).max(laatste - BACK + 1).min(laatste);
        let moment = Moment { stroom, eerste, laatste, venster: (laatste - cut - WINDOW + 1, laatste - cut) };
        let telling = tel(&self.rows, cells, self.heel, &moment);
        let mut geheel = Telling::default();
        for cell in &telling {
            geheel.add(cell);
        }
        Bekend { moment, telling, vertraging, geheel, geheel_vertraging }
    }
}

/// Forecasts a level of a snapshot: per key who comes and who is there in the months to come, with intervals. The same snapshot and
/// question give the same bytes.
///
/// Youths in help are counted per spell: who comes is a youth with whom help begins that had none in this cell the day before. Who has
/// help already and gets more comes not again; the indicator `instroom` counts those as well.
pub fn voorspel(snapshot: &Snapshot, opdracht: &Opdracht) -> Result<Voorspelling, SnapshotFout> {
    let gegevens = Gegevens::read(snapshot, opdracht)?;
    let bekend = gegevens.known_at(opdracht.stroom, gegevens.laatste);
    Ok(of_known(&gegevens.sleutels, &bekend, opdracht, gegevens.zaad))
}

pub(super) fn of_known(sleutels: &[String], bekend: &Bekend, opdracht: &Opdracht, zaad: u64) -> Voorspelling {
    let models = bekend.learn(opdracht.maanden, opdracht.threads);
    let cells: Vec<_> = sleutels.iter().zip(&bekend.telling).zip(models).collect();
    let reeksen = on_threads(&cells, opdracht.threads, |((sleutel, telling), model)| {
        let how = trekking(opdracht, zaad, sleutel);
        let uitkomst = match model {
            Ok(model) => Ok(Box::new(forecast(model, telling, &bekend.moment, &how))),
            Err(why) => Err(*why),
        };
        Reeksvoorspelling { sleutel: (*sleutel).clone(), jeugdigen: telling.jeugdigen, uitkomst }
    });
    Voorspelling {
        niveau: opdracht.niveau,
        stroom: opdracht.stroom,
        eenheid: Eenheid::Jeugdigen,
        laatste: first_day(bekend.moment.laatste),
        aannames: match opdracht.stroom {
            Stretch::Hulp => AANNAMES,
            Stretch::Wachten => AANNAMES_WACHTEN,
        },
        reeksen,
    }
}

pub(super) fn trekking(opdracht: &Opdracht, zaad: u64, sleutel: &str) -> Trekking {
    let what = match opdracht.stroom {
        Stretch::Hulp => 0,
        Stretch::Wachten => 1,
    };
    let reeks = Stream::name(sleutel) ^ what;
    Trekking { maanden: opdracht.maanden, paden: opdracht.paden, zaad, reeks }
}

/// The band of a count.
fn band(count: &Negbin, more: u32) -> Band {
    let at = count.quantiles(SHARES).map(|n| float(n) + f64::from(more));
    Band::new(count.mean() + f64::from(more), at)
}

/// Who is expected to be there, `ahead` months from now.
pub(super) fn expected_stock(model: &Model, came: &[f64], ahead: usize) -> f64 {
    let still = model.duur.blijft(ahead + LAGS);
    let at = |age: usize| still.get(age).copied().unwrap_or(0.0);
    let unseen: f64 = (0..LAGS).map(|ago| model.unseen(ago).mean() * at(ago + ahead)).sum();
    let new: f64 = came.iter().take(ahead).enumerate().map(|(n, mean)| mean * at(ahead - 1 - n)).sum();
    model.caseload.mean.get(ahead).copied().unwrap_or(0.0) + unseen + new
}

fn forecast(model: &Model, telling: &Telling, moment: &Moment, how: &Trekking) -> Verloop {
    let paden = Paden::draw(model, how);
    let counts: Vec<Negbin> = (1..).take(how.maanden).map(|ahead| model.instroom(ahead)).collect();
    let came: Vec<f64> = counts.iter().map(Negbin::mean).collect();
    let stock = |ahead: usize| band_of(expected_stock(model, &came, ahead), &paden.stock_sorted(ahead));
    let komend = counts.iter().enumerate().zip(moment.laatste + 1..).map(|((n, count), month)| Verwachting {
        maand: first_day(month),
        instroom: band(count, 0),
        stand: stock(n + 1),
    });
    let jaren = came.chunks_exact(12).enumerate().map(|(year, months)| {
        let of_year = |path: &[u32]| path.iter().skip(year * 12).take(12).map(|n| f64::from(*n)).sum::<f64>();
        band_of(months.iter().sum(), &Paden::sorted(paden.instroom(), of_year))
    });
    let blijft = model.duur.blijft(120);
    Verloop {
        verleden: past(model, telling, moment),
        komend: komend.collect(),
        jaren: jaren.collect(),
        nu: stock(0),
        seizoen: model.seizoen,
        trend: model.trend,
        halve_duur: halfway(&blijft),
        vertraging: model.vertraging.clone(),
    }
}

fn past(model: &Model, telling: &Telling, moment: &Moment) -> Vec<Verleden> {
    let months = telling.begonnen.iter().zip(telling.stand()).zip(moment.eerste..);
    let last = moment.laatste;
    months
        .map(|((came, stand), month)| {
            let ago = usize::try_from(last - month).unwrap_or(0);
            let whole = Band::new(f64::from(*came), [f64::from(*came); 7]);
            let late = ago < LAGS && model.unseen_exposure(ago) > 1e-9;
            Verleden {
                maand: first_day(month),
                instroom: *came,
                instroom_geschat: if late { band(&model.unseen(ago), *came) } else { whole },
                stand,
            }
        })
        .collect()
}
