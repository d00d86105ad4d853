//! A choice beside *doorgaan zoals nu*, on the same children: bands per year, and what breaks first.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use super::Scenario;
use crate::model::ModelError;
use crate::systeem::{Breuk, Maat, Verloop};

/// What replications say of a number: half of them lie between `laag` and `hoog`, nine in ten between the outer ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// A twentieth lies below.
    pub laagst: f64,
    /// A quarter lies below.
    pub laag: f64,
    /// Half lies below.
    pub midden: f64,
    /// A quarter lies above.
    pub hoog: f64,
    /// A twentieth lies above.
    pub hoogst: f64,
    /// In how many replications there was something to measure.
    pub aantal: usize,
}

impl Band {
    /// Over these values; what is not a number is left out. None when nothing is left.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let at = |share| quantile(&values, share);
        Some(Self {
            laagst: at(0.05)?,
            laag: at(0.25)?,
            midden: at(0.5)?,
            hoog: at(0.75)?,
            hoogst: at(0.95)?,
            aantal: values.len(),
        })
    }
}

/// Between the two nearest of some values that ascend.
fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "a place among replications")]
    let place = share * last as f64;
    let below = crate::outcome::narrow_count(place) as usize;
    let (low, high) = (values.get(below)?, values.get(below + 1).or(values.last())?);
    Some(low + (high - low) * (place - place.floor()))
}

/// A measure over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct MaatUitkomst {
    /// Which.
    pub maat: Maat,
    /// Going on as now, per year.
    pub zoals_nu: Vec<Option<Band>>,
    /// The choice, per year.
    pub keuze: Vec<Option<Band>>,
    /// The choice minus going on as now, child for child the same, per year.
    pub verschil: Vec<Option<Band>>,
    /// The mean over all years of that difference.
    pub verschil_samen: Option<Band>,
}

/// How often, and when, something broke.
#[derive(Clone, Debug, PartialEq)]
pub struct BreukTelling {
    /// What.
    pub breuk: Breuk,
    /// In which part of the replications.
    pub deel: f64,
    /// In which part of the replications it was the first to break.
    pub eerst: f64,
    /// When, in years after the start, in those in which it did.
    pub wanneer: Option<Band>,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq)]
pub struct Uitkomst {
    /// How many replications it is of: fewer than asked when it was stopped, and then the same as when so many had been asked.
    pub herhalingen: u64,
    /// All measures.
    pub maten: Vec<MaatUitkomst>,
    /// What broke when going on as now.
    pub breuken_zoals_nu: Vec<BreukTelling>,
    /// What broke with the choice.
    pub breuken: Vec<BreukTelling>,
    /// In how many months, in all replications together, more questions would have come than there was room for.
    pub geknipt: u64,
    /// What the engine did: questions, help that was completed, and those who gave up.
    pub gebeurtenissen: u64,
}

impl Uitkomst {
    /// A measure.
    pub fn maat(&self, maat: Maat) -> Option<&MaatUitkomst> {
        self.maten.iter().find(|one| one.maat == maat)
    }
}

type Paar = (Verloop, Verloop);

/// Plays a scenario and *doorgaan zoals nu*, replication by replication on as many threads as one likes; `done` hears of each that is
/// ready. When `stop` becomes true what has begun is played to its end, and the outcome is of those up to the first that is missing. The number of
/// threads changes nothing but how long it takes.
pub fn probeer(
    scenario: &Scenario,
    threads: NonZeroUsize,
    stop: &AtomicBool,
    done: &(dyn Fn() + Sync),
) -> Result<Uitkomst, ModelError> {
    let next = AtomicU64::new(0);
    let work = || {
        let mut mine = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let replication = next.fetch_add(1, Ordering::Relaxed);
            if replication >= scenario.herhalingen {
                break;
            }
            mine.push((replication, pair(scenario, replication)));
            done();
        }
        mine
    };
    let mut pairs = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(work)).collect();
        let mut pairs = work();
        for other in others {
            match other.join() {
                Ok(theirs) => pairs.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        pairs
    });
    pairs.sort_unstable_by_key(|(replication, _)| *replication);
    let whole = pairs.into_iter().zip(0_u64..).take_while(|((replication, _), place)| replication == place);
    let pairs: Vec<Paar> = whole.map(|((_, pair), _)| pair).collect::<Result<_, _>>()?;
    Ok(summarise(scenario, &pairs))
}

fn pair(scenario: &Scenario, replication: u64) -> Result<Paar, ModelError> {
    let aannames = scenario.aannames_of(replication);
    let play = |keuze| scenario.speel(&aannames, keuze, replication);
    Ok((play(&scenario.keuze.zoals_nu())?, play(&scenario.keuze)?))
}

fn summarise(scenario: &Scenario, pairs: &[Paar]) -> Uitkomst {
    let value = |verloop: &Verloop, nr: usize, year: usize| {
        verloop.maten.get(nr).and_then(|years| years.get(year)).copied().unwrap_or(f64::NAN)
    };
    let measure = |(nr, maat): (usize, Maat)| {
        let per_year = |of: &dyn Fn(&Paar, usize) -> f64| {
            (0..scenario.jaren).map(|year| Band::of(pairs.iter().map(|pair| of(pair, year)))).collect()
        };
        let apart = |pair: &Paar, year| value(&pair.1, nr, year) - value(&pair.0, nr, year);
        let mean = |pair: &Paar| {
            let each: Vec<f64> =
                (0..scenario.jaren).map(|year| apart(pair, year)).filter(|each| each.is_finite()).collect();
            #[expect(clippy::cast_precision_loss, reason = "at most 30 years")]
            let count = each.len() as f64;
            each.iter().sum::<f64>() / count
        };
        MaatUitkomst {
            maat,
            zoals_nu: per_year(&|pair, year| value(&pair.0, nr, year)),
            keuze: per_year(&|pair, year| value(&pair.1, nr, year)),
            verschil: per_year(&apart),
            verschil_samen: Band::of(pairs.iter().map(mean)),
        }
    };
    Uitkomst {
        herhalingen: u64::try_from(pairs.len()).unwrap_or(u64::MAX),
        maten: Maat::all().into_iter().enumerate().map(measure).collect(),
        breuken_zoals_nu: breuken(pairs, |pair| &pair.0),
        breuken: breuken(pairs, |pair| &pair.1),
        geknipt: pairs.iter().map(|(a, b)| u64::from(a.geknipt) + u64::from(b.geknipt)).sum(),
        gebeurtenissen: pairs.iter().map(|(a, b)| a.gebeurtenissen + b.gebeurtenissen).sum(),
    }
}

/// What broke, the one that was first most often at the top.
fn breuken(pairs: &[Paar], of: impl Fn(&Paar) -> &Verloop) -> Vec<BreukTelling> {
    #[expect(clippy::cast_precision_loss, reason = "a count of replications")]
    let part = |count: usize| if pairs.is_empty() { 0.0 } else { count as f64 / pairs.len() as f64 };
    let mut told: Vec<BreukTelling> = Breuk::ALL
        .into_iter()
        .enumerate()
        .map(|(nr, breuk)| {
            let when = |pair: &Paar| of(pair).breuken.get(nr).copied().flatten();
            let first = |pair: &Paar| {
                let earliest = of(pair).breuken.iter().flatten().copied().fold(f64::INFINITY, f64::min);
                // Of two in the same month the one that is listed first.
                of(pair).breuken.iter().position(|one| one.is_some_and(|one| one <= earliest)) == Some(nr)
            };
            BreukTelling {
                breuk,
                deel: part(pairs.iter().filter(|pair| when(pair).is_some()).count()),
                eerst: part(pairs.iter().filter(|pair| first(pair)).count()),
                wanneer: Band::of(pairs.iter().filter_map(when)),
            }
        })
        .collect();
    told.sort_by(|a, b| b.eerst.total_cmp(&a.eerst).then(b.deel.total_cmp(&a.deel)));
    told
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these values come out exactly")]

    use super::*;

    #[test]
    fn bands_are_quantiles() {
        let band = Band::of((0..=100).map(f64::from).chain([f64::NAN])).unwrap();
        assert_eq!(
            (band.laagst, band.laag, band.midden, band.hoog, band.hoogst, band.aantal),
            (5.0, 25.0, 50.0, 75.0, 95.0, 101)
        );
        let two = Band::of([3.0, 1.0]).unwrap();
        assert_eq!((two.midden, two.laag), (2.0, 1.5));
        assert_eq!(Band::of([f64::NAN]), None);
        assert_eq!(Band::of([4.0]).unwrap().hoogst, 4.0);
    }

    #[test]
    fn a_try_that_is_stopped_at_once_has_nothing() {
        let outcome =
            probeer(&Scenario::default(), NonZeroUsize::MIN, &AtomicBool::new(true), &|| {}).unwrap();
        assert_eq!(outcome.herhalingen, 0);
        assert!(outcome.maten.iter().all(|one| one.keuze.iter().all(Option::is_none)));
        assert!(outcome.breuken.iter().all(|one| one.deel == 0.0 && one.wanneer.is_none()));
    }
}
