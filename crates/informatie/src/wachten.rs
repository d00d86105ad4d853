//! Waiting for help: from the first day of the allocation to the first day of help.

use std::collections::HashSet;

use jiff::ToSpan;
use jiff::civil::Date;
use stelsel::{Episode, Hulpvorm};

/// Waiting for one form of help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wachten {
    /// Form.
    pub vorm: Hulpvorm,
    /// Youths who wait on the day of the figures.
    pub wachtend: u32,
    /// Starts in the year before the day of the figures, on which the weeks are based.
    pub gestart: u32,
    /// Half of those who started waited no longer than this.
    pub helft_weken: Option<f64>,
    /// Nine out of ten of those who started waited no longer than this.
    pub negen_van_tien_weken: Option<f64>,
}

/// Waiting per form, forms without anyone left out. The weeks are of those who started in the past year: whoever still
/// waits is counted in `wachtend` and not in the weeks, so that a growing queue shows there first.
pub fn wachten(episodes: &[Episode], until: Date) -> Vec<Wachten> {
    let year_ago = until.saturating_sub(1.year());
    Hulpvorm::ALL
        .into_iter()
        .filter_map(|vorm| {
            let of_form = || episodes.iter().filter(move |e| e.hulpvorm == vorm);
            let waiting: HashSet<u64> = of_form()
                .filter(|e| e.begin.is_none() && e.eind.is_none() && e.ingang <= until)
                .map(|e| e.jeugdige)
                .collect();
            let mut days: Vec<i32> = of_form()
                .filter(|e| e.begin.is_some_and(|b| year_ago < b && b <= until))
                .filter_map(Episode::waited)
                .collect();
            days.sort_unstable();
            let gestart = u32::try_from(days.len()).unwrap_or(u32::MAX);
            let wachtend = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
            let any = gestart > 0 || wachtend > 0;
            any.then(|| Wachten {
                vorm,
                wachtend,
                gestart,
                helft_weken: weeks_of(&days, 50),
                negen_van_tien_weken: weeks_of(&days, 90),
            })
        })
        .collect()
}

/// The smallest number of weeks within which `percent` per cent of the sorted days lie.
fn weeks_of(days: &[i32], percent: usize) -> Option<f64> {
    let rank = (days.len() * percent).div_ceil(100).checked_sub(1)?;
    days.get(rank).map(|day| f64::from(*day) / 7.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn quantiles_are_those_of_the_starts() {
        let days: Vec<i32> = (1..=10).map(|n| n * 7).collect();
        assert_eq!(weeks_of(&days, 50), Some(5.0));
        assert_eq!(weeks_of(&days, 90), Some(9.0));
        assert_eq!(weeks_of(&[14], 90), Some(2.0));
        assert_eq!(weeks_of(&[], 50), None);
    }

    #[test]
    fn those_who_wait_are_counted_apart() {
        let until = date(2026, 11, 1);
        let episode = |youth: u64, begin: Option<Date>, end: Option<Date>| Episode {
            jeugdige: youth,
            wijk: None,
            hulpvorm: Hulpvorm::JeugdGgz,
            ingang: date(2026, 9, 1),
            begin,
            eind: end,
        };
        let found = wachten(
            &[
                episode(1, Some(date(2026, 9, 29)), None),
                episode(2, None, None),
                episode(2, None, None),
                episode(3, None, Some(date(2026, 10, 1))),
                Episode { begin: Some(date(2024, 1, 2)), ingang: date(2024, 1, 1), ..episode(4, None, None) },
            ],
            until,
        );
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].wachtend, found[0].gestart, found[0].helft_weken), (1, 1, Some(4.0)));
    }
}
