//! Scores of drawn outcomes.

use super::number;

/// The continuous ranked probability score of draws, sorted ascending, against what came: `E|X - y| - E|X - X'|/2` (Gneiting and Raftery,
/// 2007). 0 without draws.
pub fn crps_of_samples(sorted: &[f64], y: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    let n = number(sorted.len());
    let away: f64 = sorted.iter().map(|x| (x - y).abs()).sum::<f64>() / n;
    let mut apart = 0.0;
    let mut place = 1.0 - n;
    for x in sorted {
        apart += place * x;
        place += 2.0;
    }
    away - apart / (n * n)
}

/// The value below which a share of sorted values lies: the smallest of which at least that share is no larger. None without values.
pub fn quantile_of_sorted(sorted: &[f64], share: f64) -> Option<f64> {
    let rank = super::count((share * number(sorted.len()) - 1e-9).ceil().max(1.0));
    sorted.get(usize::try_from(rank).ok()?.checked_sub(1)?).copied()
}
