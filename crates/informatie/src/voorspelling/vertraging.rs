//! Reporting delay: how many months after a beginning it becomes known.
//!
//! Of recent months only short delays can have been seen. Counting backwards repairs that: of the beginnings that were known within `d`
//! months, among months that are at least `d` months ago, the share `g(d)` came in the last of these. The share known within `d` months
//! is then `F(d) = Π_{j>d} (1 - g(j))`: the maximum likelihood estimate under truncation (Kalbfleisch and Lawless, 1989).

/// Delays that are told apart: 0 to 11 months, and 12 or more.
pub(crate) const LAGS: usize = 13;
/// Months of beginnings that delays are learned from.
pub(crate) const WINDOW: i32 = 36;
/// A cell of its own counts as much as the whole when it has this many reports.
const WEIGHT: f64 = 20.0;

/// How much of a month is known after a number of months.
#[derive(Clone, Debug, PartialEq)]
pub struct Meldvertraging {
    /// The share known at the end of the month itself, of the month after it, and so on. Later than the last: everything.
    pub bekend: Vec<f64>,
    /// The standard error of the logarithm of each share.
    pub fout: Vec<f64>,
    /// How many reports it was learned from.
    pub meldingen: u64,
}

impl Meldvertraging {
    /// Learns it from counts per month, oldest first, by delay. A cell leans on the `whole` as far as its own reports are few.
    pub(crate) fn learn(months: &[[u32; LAGS]], whole: Option<&Self>) -> Self {
        let mut with = [0.0; LAGS];
        let mut within = [0.0; LAGS];
        for (ago, lags) in months.iter().rev().enumerate() {
            let mut sum = 0.0;
            for (lag, n) in lags.iter().enumerate().take(ago + 1) {
                sum += f64::from(*n);
                if let (Some(with), Some(within)) = (with.get_mut(lag), within.get_mut(lag)) {
                    *with += f64::from(*n);
                    *within += sum;
                }
            }
        }
        let (mut bekend, mut fout) = (vec![1.0; LAGS], vec![0.0; LAGS]);
        let (mut share, mut variance) = (1.0_f64, 0.0_f64);
        for lag in (1..LAGS).rev() {
            // The share of the whole, as that many reports. Without a whole: half a report that came in time.
            let (more, of) = whole.map_or((0.0, 0.5), |whole| (WEIGHT * whole.last_of(lag), WEIGHT));
            let at = |list: &[f64; LAGS]| list.get(lag).copied().unwrap_or(0.0);
            let n = at(&within) + of;
            let g = ((at(&with) + more) / n).clamp(0.0, 0.999);
            share *= 1.0 - g;
            variance += g / ((1.0 - g) * (n + 1.0));
            if let (Some(b), Some(f)) = (bekend.get_mut(lag - 1), fout.get_mut(lag - 1)) {
                *b = share.max(0.001);
                *f = variance.sqrt();
            }
        }
        let meldingen = months.iter().flatten().map(|n| u64::from(*n)).sum();
        Self { bekend, fout, meldingen }
    }

    /// Of what is known within `lag` months the share that came in the last of these.
    fn last_of(&self, lag: usize) -> f64 {
        match self.bekend.get(lag.saturating_sub(1)..=lag) {
            Some([before, now]) if lag > 0 => 1.0 - before / now,
            _ => 0.0,
        }
    }

    /// Without delay.
    pub(super) fn none() -> Self {
        Self { bekend: vec![1.0; LAGS], fout: vec![0.0; LAGS], meldingen: 0 }
    }

    /// The share of a month that is known so many months later, and the standard error of its logarithm.
    pub(crate) fn after(&self, months: usize) -> (f64, f64) {
        let at = |list: &[f64], or: f64| list.get(months).copied().unwrap_or(or);
        (at(&self.bekend, 1.0), at(&self.fout, 0.0))
    }

    /// After how many months at least this share is known.
    pub fn maanden_tot(&self, share: f64) -> usize {
        self.bekend.iter().position(|known| *known >= share).unwrap_or(LAGS)
    }
}
