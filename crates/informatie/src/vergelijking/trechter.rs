//! The funnel plot (Spiegelhalter 2005): limits that are wide for small units and narrow for large ones.

use super::standaard::Waargenomen;
use crate::statistiek::{count, float, funnel_limit, normal_quantile, number, poisson_cdf};

/// Share of scores at either end that is drawn in before overdispersion is estimated.
const WINSOR: f64 = 0.1;
/// Units that overdispersion, and a funnel, need.
const UNITS: usize = 5;
/// What lies outside by chance.
const OUTSIDE: [f64; 2] = [0.05, 0.002];

/// Limits of the ratio of observed to expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grenzen {
    /// Nineteen out of twenty lie within by chance.
    pub vijfennegentig: (f64, f64),
    /// 998 out of a thousand do.
    pub bijna_alle: (f64, f64),
}

/// Where a unit lies. Higher or lower is not better or worse: that depends on what is counted and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ligging {
    /// As chance allows.
    Binnen,
    /// Outside the limits of 95 per cent: one in twenty does so by chance.
    Buiten95 {
        /// More than expected.
        boven: bool,
    },
    /// Outside the limits of 99.8 per cent: worth a conversation.
    Buiten998 {
        /// More than expected.
        boven: bool,
    },
}

impl Ligging {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Binnen => "trechter-binnen",
            Self::Buiten95 { boven: true } => "trechter-boven-95",
            Self::Buiten95 { boven: false } => "trechter-onder-95",
            Self::Buiten998 { boven: true } => "trechter-boven-998",
            Self::Buiten998 { boven: false } => "trechter-onder-998",
        }
    }
}

/// A unit in the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Trechterpunt {
    /// What was observed and expected.
    pub stand: Waargenomen,
    /// Observed to expected.
    pub verhouding: f64,
    /// Exact limits, when units differ by chance alone.
    pub toeval: Grenzen,
    /// Limits that also leave room for what units differ anyhow.
    pub ruim: Grenzen,
    /// Where it lies, by the wide limits.
    pub ligging: Ligging,
}

/// A funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Trechter {
    /// The units, in the order of their keys.
    pub punten: Vec<Trechterpunt>,
    /// Units that are not given: fewer youths than the minimum, or nothing expected.
    pub weggelaten: usize,
    /// How many times scores vary more than by chance, after drawing in the ends. That takes some away: 0.68 is chance, and above 1
    /// units differ by themselves.
    pub phi: f64,
    /// The variance between units, on the scale of the square root of the ratio; 0 when chance explains it all.
    pub tau2: f64,
    /// How many would lie outside the limits of 95 and 99.8 per cent by chance.
    pub buiten_door_toeval: [f64; 2],
    /// How many do.
    pub buiten: [usize; 2],
}

/// Too few units of which anything can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrechterTeWeinig {
    /// Units that could be compared; five are needed.
    pub eenheden: usize,
}

impl TrechterTeWeinig {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        "trechter-te-weinig"
    }
}

/// Makes a funnel of units. Units with fewer youths than `minimum` are left out, also of the estimate of how much units differ.
pub fn trechter(standen: Vec<Waargenomen>, minimum: u32) -> Result<Trechter, TrechterTeWeinig> {
    let all = standen.len();
    let kept: Vec<Waargenomen> =
        standen.into_iter().filter(|one| one.jeugdigen >= minimum && one.verwacht > 0.0).collect();
    if kept.len() < UNITS {
        return Err(TrechterTeWeinig { eenheden: kept.len() });
    }
    let (phi, tau2) = overdispersion(&kept);
    let weggelaten = all - kept.len();
    let mut by_chance = [0.0; 2];
    for (slot, share) in by_chance.iter_mut().zip(OUTSIDE) {
        *slot = if tau2 > 0.0 {
            share * number(kept.len())
        } else {
            kept.iter().map(|one| outside(one.verwacht, share)).sum()
        };
    }
    let punten: Vec<Trechterpunt> = kept.into_iter().map(|stand| point(stand, tau2)).collect();
    let of = |fits: fn(Ligging) -> bool| punten.iter().filter(|punt| fits(punt.ligging)).count();
    let buiten = [of(|l| l != Ligging::Binnen), of(|l| matches!(l, Ligging::Buiten998 { .. }))];
    Ok(Trechter { punten, weggelaten, phi, tau2, buiten_door_toeval: by_chance, buiten })
}

/// The limits of the ratio where so much is expected: those of chance alone, and the wide ones. To draw the funnel between its points.
pub fn grenzen(verwacht: f64, tau2: f64) -> (Grenzen, Grenzen) {
    let [narrow, wide] = OUTSIDE;
    let exact = |share: f64| {
        let at = |p: f64| funnel_limit(verwacht, p) / verwacht;
        (at(share / 2.0), at(1.0 - share / 2.0))
    };
    let toeval = Grenzen { vijfennegentig: exact(narrow), bijna_alle: exact(wide) };
    if tau2 <= 0.0 {
        return (toeval, toeval);
    }
    let roomy = |share: f64| {
        let width = -normal_quantile(share / 2.0) * (0.25 / verwacht + tau2).sqrt();
        ((1.0 - width).max(0.0).powi(2), (1.0 + width).powi(2))
    };
    (toeval, Grenzen { vijfennegentig: roomy(narrow), bijna_alle: roomy(wide) })
}

fn point(stand: Waargenomen, tau2: f64) -> Trechterpunt {
    let verhouding = float(stand.waargenomen) / stand.verwacht;
    let (toeval, ruim) = grenzen(stand.verwacht, tau2);
    let boven = verhouding > 1.0;
    let out = |(low, high): (f64, f64)| verhouding < low || verhouding > high;
    let ligging = if out(ruim.bijna_alle) {
        Ligging::Buiten998 { boven }
    } else if out(ruim.vijfennegentig) {
        Ligging::Buiten95 { boven }
    } else {
        Ligging::Binnen
    };
    Trechterpunt { stand, verhouding, toeval, ruim, ligging }
}

/// The probability of a whole count outside the exact limits.
fn outside(mean: f64, share: f64) -> f64 {
    let (low, high) = (funnel_limit(mean, share / 2.0), funnel_limit(mean, 1.0 - share / 2.0));
    // Counts below `low`, and counts above `high`.
    let below = if low > 0.0 { poisson_cdf_below(low, mean) } else { 0.0 };
    below + 1.0 - poisson_cdf(count(high.floor()), mean)
}

fn poisson_cdf_below(limit: f64, mean: f64) -> f64 {
    let last = limit.ceil() - 1.0;
    if last < 0.0 { 0.0 } else { poisson_cdf(count(last), mean) }
}

/// Overdispersion on the scale of the square root of the ratio, where the error of a unit is `s = 1/(2√E)`: `φ = Σz²/I` of scores whose
/// ends were drawn in, and the variance between units by moments (DerSimonian and Laird), `τ² = (Iφ - (I - 1)) / (Σw - Σw²/Σw)` with
/// `w = 1/s²`; 0 when that is negative.
fn overdispersion(units: &[Waargenomen]) -> (f64, f64) {
    let z: Vec<f64> = units
        .iter()
        .map(|one| ((float(one.waargenomen) / one.verwacht).sqrt() - 1.0) * 2.0 * one.verwacht.sqrt())
        .collect();
    let mut sorted = z.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (between(&sorted, WINSOR), between(&sorted, 1.0 - WINSOR));
    let n = number(z.len());
    let phi = z.iter().map(|z| z.clamp(low, high.max(low)).powi(2)).sum::<f64>() / n;
    let (w, w2) = units.iter().fold((0.0, 0.0), |sum, one| {
        let weight = 4.0 * one.verwacht;
        (sum.0 + weight, sum.1 + weight * weight)
    });
    let below = w - w2 / w;
    let tau2 = if below > 0.0 { ((n * phi - (n - 1.0)) / below).max(0.0) } else { 0.0 };
    (phi, tau2)
}

/// A quantile by linear interpolation (type 7 of Hyndman and Fan, as R does).
fn between(sorted: &[f64], share: f64) -> f64 {
    let rank = number(sorted.len().saturating_sub(1)) * share;
    let at = |x: f64| usize::try_from(count(x)).ok().and_then(|n| sorted.get(n)).copied();
    let low = at(rank.floor()).unwrap_or(0.0);
    let high = at(rank.ceil()).unwrap_or(low);
    low + (high - low) * (rank - rank.floor())
}
