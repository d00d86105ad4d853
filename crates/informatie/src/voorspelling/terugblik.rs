//! Looking back: how good would these forecasts have been? Each is made from what was known then, and held against what came.

use jiff::civil::Date;

use super::maand::first_day;
use super::model::{Bekend, Model, on_threads};
use super::paden::Paden;
use super::score::{Maat, Tussenstand};
use super::telling::Telling;
use super::voorspel::{Gegevens, Opdracht, trekking};
use crate::indicator::Niveau;
use crate::kernel::Stretch;
use crate::snapshot::{Snapshot, SnapshotFout};
use crate::statistiek::{Negbin, number};

/// Months that must be known before a forecast is made to be looked back at.
const BEFORE: i32 = 24;
/// Months ahead that are looked at.
const AHEAD: u32 = 12;

/// How good forecasts of one series were.
#[derive(Clone, Debug, PartialEq)]
pub struct Reeksterugblik {
    /// Its code or word.
    pub sleutel: String,
    /// Youths behind it in the last twelve months.
    pub jeugdigen: u32,
    /// Of who comes.
    pub instroom: Maat,
    /// Of who is there.
    pub stand: Maat,
}

/// How good forecasts of a level were.
#[derive(Clone, Debug, PartialEq)]
pub struct Terugblik {
    /// Split for what.
    pub niveau: Niveau,
    /// Of youths in help, or of youths who wait.
    pub stroom: Stretch,
    /// The last month that was known, of each forecast that was looked back at. Empty when the snapshot holds too little.
    pub momenten: Vec<Date>,
    /// The last month of which it is known what came.
    pub tot: Date,
    /// Per series, in the order of their keys.
    pub reeksen: Vec<Reeksterugblik>,
    /// Of all series together, of who comes.
    pub instroom: Maat,
    /// Of all series together, of who is there.
    pub stand: Maat,
    /// The same per month ahead: one month, two months, … twelve.
    pub instroom_per_maand: Vec<Maat>,
    /// The same of who is there.
    pub stand_per_maand: Vec<Maat>,
}

/// Looks back over every year in the snapshot: a forecast every `stap` months, up to twelve months ahead.
///
/// A forecast sees only what was known at its moment, as the snapshot tells it. What came is what is known now, of months of which nearly
/// everything (98 per cent) is known. It is compared with the same month a year before, which is given a range of its own: as wide
/// as months differed from the year before until then.
pub fn terugblik(snapshot: &Snapshot, opdracht: &Opdracht, stap: u8) -> Result<Terugblik, SnapshotFout> {
    let gegevens = Gegevens::read(snapshot, opdracht)?;
    Ok(of_rows(&gegevens, opdracht, stap))
}

/// What is looked at in one go: a forecast of every series at one moment.
struct Moment {
    /// Per series and month ahead: of who comes, and of who is there.
    reeksen: Vec<Vec<(Tussenstand, Tussenstand)>>,
}

pub(super) fn of_rows(gegevens: &Gegevens, opdracht: &Opdracht, stap: u8) -> Terugblik {
    let stroom = opdracht.stroom;
    let now = gegevens.known_at(stroom, gegevens.laatste);
    let cut = i32::try_from(now.geheel_vertraging.maanden_tot(0.98)).unwrap_or(0);
    let tot = gegevens.laatste - cut;
    let first = gegevens.eerste(stroom).max(now.moment.eerste) + BEFORE - 1;
    // Counted back from the end, so that the newest year is always in it.
    let mut moments: Vec<i32> = (first..tot).rev().step_by(usize::from(stap.max(1))).collect();
    moments.reverse();
    let one = Opdracht { maanden: AHEAD as usize, threads: 1, ..*opdracht };
    let found =
        on_threads(&moments, opdracht.threads, |moment| at_moment(gegevens, &one, &now, (*moment, tot)));
    let cells = 0..gegevens.sleutels.len();
    let of_cell =
        |cell: usize| found.iter().map(move |moment| moment.reeksen.get(cell).into_iter().flatten());
    let reeksen =
        cells.clone().zip(&gegevens.sleutels).zip(&now.telling).map(|((cell, sleutel), telling)| {
            Reeksterugblik {
                sleutel: sleutel.clone(),
                jeugdigen: telling.jeugdigen,
                instroom: Maat::of(of_cell(cell).map(|months| months.map(|both| &both.0))),
                stand: Maat::of(of_cell(cell).map(|months| months.map(|both| &both.1))),
            }
        });
    let all = || found.iter().map(|moment| moment.reeksen.iter().flatten());
    let ahead =
        |n: usize| found.iter().map(move |moment| moment.reeksen.iter().filter_map(move |r| r.get(n)));
    Terugblik {
        niveau: opdracht.niveau,
        stroom,
        momenten: moments.iter().map(|month| first_day(*month)).collect(),
        tot: first_day(tot),
        reeksen: reeksen.collect(),
        instroom: Maat::of(all().map(|both| both.map(|both| &both.0))),
        stand: Maat::of(all().map(|both| both.map(|both| &both.1))),
        instroom_per_maand: (0..AHEAD as usize)
            .map(|n| Maat::of(ahead(n).map(|b| b.map(|b| &b.0))))
            .collect(),
        stand_per_maand: (0..AHEAD as usize).map(|n| Maat::of(ahead(n).map(|b| b.map(|b| &b.1)))).collect(),
    }
}

fn at_moment(gegevens: &Gegevens, opdracht: &Opdracht, now: &Bekend, (moment, tot): (i32, i32)) -> Moment {
    let then = gegevens.known_at(opdracht.stroom, moment);
    let models = then.learn(opdracht.maanden, 1);
    let months = usize::try_from((tot - moment).min(12)).unwrap_or(0);
    let cells = gegevens.sleutels.iter().zip(&then.telling).zip(&now.telling).zip(models);
    let reeksen = cells.map(|(((sleutel, known), truth), model)| {
        let Ok(model) = model else { return Vec::new() };
        let paden = Paden::draw(&model, &trekking(opdracht, gegevens.zaad, sleutel));
        let year_ago = YearAgo::new(known, &model);
        let skip = usize::try_from(moment - now.moment.eerste + 1).unwrap_or(usize::MAX);
        let came = truth.begonnen.iter().skip(skip).copied();
        let there: Vec<u32> = truth.stand().skip(skip).collect();
        (1..=AHEAD)
            .take(months)
            .zip(came.zip(there))
            .map(|(ahead, (came, there))| {
                let instroom =
                    Tussenstand::of_count(&model.instroom(ahead), &year_ago.instroom(ahead), u64::from(came));
                let sorted = paden.stock_sorted(ahead as usize);
                (instroom, Tussenstand::of_draws(&sorted, &year_ago.stand(ahead), u64::from(there)))
            })
            .collect()
    });
    Moment { reeksen: reeksen.collect() }
}

/// The same month a year before, with how much months differ from it.
struct YearAgo {
    instroom: Vec<f64>,
    stand: Vec<f64>,
    spread: (f64, f64),
}

impl YearAgo {
    fn new(known: &Telling, model: &Model) -> Self {
        let mut instroom: Vec<f64> = known.begonnen.iter().map(|n| f64::from(*n)).collect();
        for (ago, came) in instroom.iter_mut().rev().enumerate().take(12) {
            // What is not known yet is reckoned with, or it would lose by it.
            *came /= model.late.after(ago).0;
        }
        let mut stand: Vec<f64> = known.stand().map(f64::from).collect();
        if let (Some(last), Some(now)) = (stand.last_mut(), model.caseload.mean.first()) {
            *last = *now;
        }
        let spread = (differs(&instroom), differs(&stand));
        Self { instroom, stand, spread }
    }

    fn at(list: &[f64], ahead: u32, spread: f64) -> Negbin {
        let place = (list.len() + ahead as usize).checked_sub(13);
        let mean = place.and_then(|n| list.get(n)).copied().unwrap_or(0.0);
        // A year before with nothing at all does not say that nothing can come.
        Negbin::new(mean.max(0.1), spread)
    }

    fn instroom(&self, ahead: u32) -> Negbin {
        Self::at(&self.instroom, ahead, self.spread.0)
    }

    fn stand(&self, ahead: u32) -> Negbin {
        Self::at(&self.stand, ahead, self.spread.1)
    }
}

/// The mean square of the difference with the year before.
fn differs(list: &[f64]) -> f64 {
    let pairs = || list.iter().zip(list.iter().skip(12));
    pairs().map(|(before, after)| (after - before).powi(2)).sum::<f64>() / number(pairs().count()).max(1.0)
}
