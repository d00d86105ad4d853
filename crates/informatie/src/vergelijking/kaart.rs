//! One series in time: does it change, or does it only vary (statistical process control)?

use crate::statistiek::{float, number};

/// Points in a row on one side of the middle that are a shift.
const RUN: usize = 8;
/// What a mean moving range is of a standard deviation, for two in a row.
const D2: f64 = 1.128;

/// What stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signaal {
    /// Outside the limits of three deviations.
    Buiten,
    /// Eight or more in a row on one side of the middle.
    Verschuiving,
}

/// A point of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kaartpunt {
    /// The value.
    pub waarde: f64,
    /// Lower limit.
    pub onder: f64,
    /// Upper limit.
    pub boven: f64,
    /// What stands out.
    pub signaal: Option<Signaal>,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Kaart {
    /// The middle line.
    pub midden: f64,
    /// Points, in time.
    pub punten: Vec<Kaartpunt>,
}

/// The XmR chart of values that have no natural variance: waits, amounts. Limits lie 2.66 mean moving ranges from the mean (Shewhart;
/// Wheeler). None with fewer than two values, or when one is no number.
pub fn xmr(values: &[f64]) -> Option<Kaart> {
    if values.len() < 2 || values.iter().any(|x| !x.is_finite()) {
        return None;
    }
    let midden = values.iter().sum::<f64>() / number(values.len());
    let width = 3.0 * moving_range(values) / D2;
    let punten = values.iter().map(|waarde| (*waarde, midden - width, midden + width));
    Some(chart(midden, punten))
}

/// Laney's u′ chart of counts per size (youths who live there, days of help): limits as wide as counts vary by chance, times how much
/// more than chance they vary from one to the next (Laney, 2002). None with fewer than two points, or a size that is not above 0.
pub fn laney(counts: &[(u64, f64)]) -> Option<Kaart> {
    if counts.len() < 2 || counts.iter().any(|(_, size)| size.is_nan() || *size <= 0.0 || size.is_infinite())
    {
        return None;
    }
    let (count, size) = counts.iter().fold((0.0, 0.0), |sum, one| (sum.0 + float(one.0), sum.1 + one.1));
    let midden = count / size;
    let error = |size: f64| (midden / size).sqrt();
    let z: Vec<f64> = counts
        .iter()
        .map(|(n, size)| if midden > 0.0 { (float(*n) / size - midden) / error(*size) } else { 0.0 })
        .collect();
    let more = moving_range(&z) / D2;
    let punten = counts.iter().map(|(n, size)| {
        let width = 3.0 * more * error(*size);
        (float(*n) / size, (midden - width).max(0.0), midden + width)
    });
    Some(chart(midden, punten))
}

fn moving_range(values: &[f64]) -> f64 {
    let steps = values.iter().zip(values.iter().skip(1)).map(|(a, b)| (b - a).abs());
    steps.sum::<f64>() / number(values.len().saturating_sub(1)).max(1.0)
}

fn chart(midden: f64, points: impl Iterator<Item = (f64, f64, f64)>) -> Kaart {
    let mut punten: Vec<Kaartpunt> = points
        .map(|(waarde, onder, boven)| {
            let signaal = (waarde < onder || waarde > boven).then_some(Signaal::Buiten);
            Kaartpunt { waarde, onder, boven, signaal }
        })
        .collect();
    let side = |punt: &Kaartpunt| punt.waarde.total_cmp(&midden);
    for run in punten.chunk_by_mut(|a, b| side(a) == side(b)).filter(|run| run.len() >= RUN) {
        if run.first().is_some_and(|punt| side(punt).is_ne()) {
            for punt in run {
                punt.signaal = punt.signaal.or(Some(Signaal::Verschuiving));
            }
        }
    }
    Kaart { midden, punten }
}
