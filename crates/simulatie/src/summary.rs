//! What replications say together.

use crate::outcome::{Outcome, Tally};

/// A mean over replications, and how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean of the replications in which there was something to measure.
    pub mean: f64,
    /// Its standard error: the deviation between replications divided by the root of their number. None for one replication.
    pub se: Option<f64>,
    /// How many replications it is of.
    pub count: usize,
}

impl Estimate {
    /// Over these values, added in the order in which they stand; none when there are none.
    #[expect(clippy::cast_precision_loss, reason = "the number of replications is small")]
    pub fn of(values: &[f64]) -> Option<Self> {
        let count = values.len();
        if count == 0 {
            return None;
        }
        let n = count as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let se = (count > 1).then(|| libm::sqrt(squares / (n - 1.0) / n));
        Some(Self { mean, se, count })
    }

    /// How many standard errors the mean lies above a value; none when there is no error to measure by.
    pub fn z(&self, value: f64) -> Option<f64> {
        self.se.filter(|se| *se > 0.0).map(|se| (self.mean - value) / se)
    }
}

/// The measures of a station. What could not be measured in any replication is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StationSummary {
    /// Mean wait of everyone, in days.
    pub wait: Option<Estimate>,
    /// Mean wait of the one group that was asked for, in days.
    pub group_wait: Option<Estimate>,
    /// The part of the capacity that was used.
    pub utilisation: Option<Estimate>,
    /// Children who came, from outside and from other stations.
    pub joined: Option<Estimate>,
    /// Help that was completed.
    pub completions: Option<Estimate>,
    /// Children who gave up waiting.
    pub reneges: Option<Estimate>,
}

/// The measures of a set of replications.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Per station.
    pub stations: Vec<StationSummary>,
    /// Help that was completed, everywhere.
    pub completions: Option<Estimate>,
    /// Children who gave up waiting, anywhere.
    pub reneges: Option<Estimate>,
    /// Arrivals from outside, completions and those who gave up, in all replications together.
    pub model_events: u64,
    /// Of these children the engine lost count, in all replications together; anything but zero says that the model is out of hand.
    pub cut_off: u64,
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn count(of: u64) -> f64 {
    of as f64
}

impl Summary {
    /// Of these outcomes, with the waits of one group apart.
    pub fn new(outcomes: &[Outcome], group: usize) -> Self {
        let over = |measure: &dyn Fn(&Outcome) -> Option<f64>| {
            Estimate::of(&outcomes.iter().filter_map(measure).collect::<Vec<f64>>())
        };
        let counted = |measure: fn(&Tally) -> u64| over(&|outcome| Some(count(measure(&outcome.total()))));
        let stations = outcomes.first().map_or(0, |outcome| outcome.capacity.len());
        let station = |at: usize| StationSummary {
            wait: over(&|outcome| outcome.station(at).mean_wait()),
            group_wait: over(&|outcome| outcome.cell(group, at).mean_wait()),
            utilisation: over(&|outcome| outcome.utilisation(at)),
            joined: over(&|outcome| Some(count(outcome.station(at).joined))),
            completions: over(&|outcome| Some(count(outcome.station(at).completed))),
            reneges: over(&|outcome| Some(count(outcome.station(at).reneged))),
        };
        Self {
            stations: (0..stations).map(station).collect(),
            completions: counted(|total| total.completed),
            reneges: counted(|total| total.reneged),
            model_events: outcomes.iter().map(Outcome::model_events).sum(),
            cut_off: outcomes.iter().map(|outcome| outcome.total().cut_off).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_error() {
        let estimate = Estimate::of(&[1.0, 2.0, 3.0, 6.0]).unwrap();
        // Deviation 2.16, divided by the root of four.
        assert!(
            (estimate.mean - 3.0).abs() < 1e-12 && (estimate.se.unwrap() - 1.080_123_449_73).abs() < 1e-9
        );
        assert!((estimate.z(0.0).unwrap() - 2.777_460_299).abs() < 1e-6);
        assert_eq!(Estimate::of(&[]), None);
        let one = Estimate::of(&[4.0]).unwrap();
        assert_eq!((one.se, one.z(3.0), one.count), (None, None, 1));
        assert_eq!(Estimate::of(&[4.0, 4.0]).unwrap().z(3.0), None);
    }

    #[test]
    fn of_nothing_there_is_nothing() {
        let summary = Summary::new(&[], 6);
        assert_eq!((summary.stations.len(), summary.completions, summary.model_events), (0, None, 0));
    }
}
