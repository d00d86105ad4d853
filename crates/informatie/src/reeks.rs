//! Inflow, outflow and stock per month.

use std::collections::HashSet;

use jiff::ToSpan;
use jiff::civil::Date;
use stelsel::{Episode, Hulpvorm};

/// The figures of a month, counted in distinct youths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maand {
    /// First day of the month.
    pub maand: Date,
    /// Youths in care on the last day of the month, or on the day of the figures for the newest.
    pub in_hulp: u32,
    /// Youths of whom an episode of help began in the month.
    pub instroom: u32,
    /// Youths of whom an episode of help ended in the month.
    pub uitstroom: u32,
    /// Youths in care per form, in the order of [`Hulpvorm::ALL`]; a youth with two forms counts in both.
    pub per_vorm: [u32; 9],
}

/// The series of the `months` up to and including the month of `until`, oldest first.
pub fn reeks(episodes: &[Episode], until: Date, months: u32) -> Vec<Maand> {
    let newest = until.first_of_month();
    (0..i64::from(months))
        .rev()
        .map(|back| {
            let first = newest.saturating_sub(back.months());
            month(episodes, first, first.last_of_month().min(until))
        })
        .collect()
}

fn month(episodes: &[Episode], first: Date, last: Date) -> Maand {
    let within = |day: Option<Date>| day.is_some_and(|d| first <= d && d <= last);
    let mut all = HashSet::new();
    let mut began = HashSet::new();
    let mut ended = HashSet::new();
    let mut forms: [HashSet<u64>; 9] = Default::default();
    for episode in episodes {
        if episode.in_care_on(last) {
            all.insert(episode.jeugdige);
            if let Some(form) =
                Hulpvorm::ALL.iter().position(|f| *f == episode.hulpvorm).and_then(|n| forms.get_mut(n))
            {
                form.insert(episode.jeugdige);
            }
        }
        if within(episode.begin) {
            began.insert(episode.jeugdige);
        }
        if episode.begin.is_some() && within(episode.eind) {
            ended.insert(episode.jeugdige);
        }
    }
    let size = |set: &HashSet<u64>| u32::try_from(set.len()).unwrap_or(u32::MAX);
    Maand {
        maand: first,
        in_hulp: size(&all),
        instroom: size(&began),
        uitstroom: size(&ended),
        per_vorm: forms.each_ref().map(size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn episode(youth: u64, form: Hulpvorm, begin: Option<Date>, end: Option<Date>) -> Episode {
        Episode { jeugdige: youth, wijk: None, hulpvorm: form, ingang: date(2026, 1, 1), begin, eind: end }
    }

    #[test]
    fn youths_count_once_and_forms_apart() {
        let episodes = [
            episode(1, Hulpvorm::Ambulant, Some(date(2026, 1, 10)), Some(date(2026, 2, 28))),
            episode(1, Hulpvorm::JeugdGgz, Some(date(2026, 1, 20)), None),
            episode(2, Hulpvorm::Ambulant, Some(date(2026, 2, 1)), None),
            episode(3, Hulpvorm::Ambulant, None, Some(date(2026, 2, 2))),
        ];
        let series = reeks(&episodes, date(2026, 3, 15), 3);
        assert_eq!(
            series.iter().map(|m| m.maand).collect::<Vec<_>>(),
            [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
        );
        assert_eq!(series.iter().map(|m| m.in_hulp).collect::<Vec<_>>(), [1, 2, 2]);
        assert_eq!(series.iter().map(|m| m.instroom).collect::<Vec<_>>(), [1, 1, 0]);
        assert_eq!(
            series.iter().map(|m| m.uitstroom).collect::<Vec<_>>(),
            [0, 1, 0],
            "waiting that ends is not outflow"
        );
        assert_eq!(series[1].per_vorm[..2], [2, 1], "help is still given on the last day");
        assert_eq!(series[2].per_vorm[..2], [1, 1]);
    }

    #[test]
    fn nothing_after_the_day_of_the_figures_counts() {
        let episodes = [episode(1, Hulpvorm::Ambulant, Some(date(2026, 3, 20)), None)];
        let last = reeks(&episodes, date(2026, 3, 15), 1);
        assert_eq!((last[0].in_hulp, last[0].instroom), (0, 0));
    }

    /// Independent count: stock changes only by youths who come and go.
    #[test]
    fn stock_follows_from_flows_when_each_youth_has_one_episode() {
        let episodes: Vec<Episode> = (0..500_u64)
            .map(|n| {
                let begin = date(2025, 1, 1).saturating_add((i64::try_from(n * 37 % 400).unwrap()).days());
                let end = (n % 3 == 0).then(|| begin.saturating_add(40.days()));
                episode(n, Hulpvorm::Ambulant, Some(begin), end)
            })
            .collect();
        let series = reeks(&episodes, date(2026, 3, 31), 15);
        let in_care =
            |day: Date| u32::try_from(episodes.iter().filter(|e| e.in_care_on(day)).count()).unwrap();
        for pair in series.windows(2) {
            assert_eq!(pair[1].in_hulp, in_care(pair[1].maand.last_of_month()));
        }
        let total: u32 = series.iter().map(|m| m.instroom).sum();
        assert_eq!(total, 500);
    }
}
