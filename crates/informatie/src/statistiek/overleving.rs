//! Survival curves: how long something lasts, of those of whom the end was seen and of those of whom it was not (Kaplan and Meier, 1958).

use super::normal::normal_quantile;
use super::number;

/// How long something was seen to last, in days, and whether its end was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waarneming {
    /// Days.
    pub dagen: u16,
    /// Whether it ended then; otherwise it lasted at least so long.
    pub voorbij: bool,
}

/// A point of a survival curve: from this day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Punt {
    /// Days.
    pub dag: u16,
    /// The share that lasts longer than this.
    pub blijft: f64,
    /// Lower bound of that share.
    pub onder: f64,
    /// Upper bound of that share.
    pub boven: f64,
    /// How many were still followed just before this day.
    pub gevolgd: usize,
    /// Of how many it ended on this day.
    pub voorbij: usize,
}

/// A survival curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kromme {
    /// Points, on days on which something ended.
    pub punten: Vec<Punt>,
    /// Observations of which the end was seen.
    pub voorbij: usize,
    /// Observations of which it was not.
    pub gaande: usize,
}

/// Makes a curve with intervals of a level (0.95) on the scale log(-log S), with the variance of Greenwood (1926). The scale keeps bounds
/// within 0 and 1 (Kalbfleisch and Prentice, 1980). On a day on which some end and others are last seen, the last count as followed.
pub fn kromme(mut waarnemingen: Vec<Waarneming>, level: f64) -> Kromme {
    waarnemingen.sort_unstable();
    let z = normal_quantile(0.5 + level.clamp(0.0, 1.0 - 1e-12) / 2.0);
    let mut gevolgd = waarnemingen.len();
    let (mut still, mut greenwood) = (1.0, 0.0);
    let mut out = Kromme::default();
    for day in waarnemingen.chunk_by(|a, b| a.dagen == b.dagen) {
        let voorbij = day.iter().filter(|one| one.voorbij).count();
        out.voorbij += voorbij;
        out.gaande += day.len() - voorbij;
        if voorbij > 0
            && let Some(first) = day.first()
        {
            let (n, d) = (number(gevolgd), number(voorbij));
            still *= 1.0 - d / n;
            greenwood += d / (n * (n - d));
            let (onder, boven) = bounds(still, greenwood, z);
            out.punten.push(Punt { dag: first.dagen, blijft: still, onder, boven, gevolgd, voorbij });
        }
        gevolgd -= day.len();
    }
    out
}

fn bounds(still: f64, greenwood: f64, z: f64) -> (f64, f64) {
    if still <= 0.0 || !greenwood.is_finite() {
        // Nobody is left: the variance is not known.
        return (0.0, 1.0);
    }
    let log = libm::log(still);
    if log >= 0.0 {
        return (1.0, 1.0);
    }
    let width = z * greenwood.sqrt() / log;
    (libm::pow(still, libm::exp(-width)), libm::pow(still, libm::exp(width)))
}

impl Kromme {
    /// The first day on which it is over with a share, with the interval of that day (Brookmeyer and Crowley, 1982); each is `None`
    /// where the curve does not come so far.
    pub fn dag(&self, share: f64) -> (Option<u16>, Option<u16>, Option<u16>) {
        let left = 1.0 - share + 1e-12;
        let first =
            |of: fn(&Punt) -> f64| self.punten.iter().find(|punt| of(punt) <= left).map(|punt| punt.dag);
        (first(|punt| punt.blijft), first(|punt| punt.onder), first(|punt| punt.boven))
    }
}
