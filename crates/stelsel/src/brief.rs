//! Letters: what they are about, and until when somebody can object to what stands in them.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

use crate::keys;

keys! {
    /// The kinds of letters.
    pub enum Briefsoort {
        /// Which help there is, of whom, from when until when, and what to do by who sees it differently.
        Besluit = "besluit",
        /// Come and talk.
        Uitnodiging = "uitnodiging",
        /// How it went on, for who referred the child: only with permission.
        Verwijzer = "verwijzer",
        /// Who looked at the file.
        Inzage = "inzage",
    }
}

impl Briefsoort {
    /// Whether the family has to have said that it may be sent.
    pub const fn needs_permission(self) -> bool {
        matches!(self, Self::Verwijzer)
    }
}

/// The last day on which an objection to a decision of this day is in time: six weeks after the day on which it was sent
/// (Awb 6:7 and 6:8). A day in the weekend becomes the Monday after (Algemene termijnenwet 1). A general holiday, which moves
/// it further, is left out of account: what is told is never too late.
pub fn last_day_to_object(sent: Date) -> Date {
    let day = later(sent, 42.days());
    match day.weekday() {
        Weekday::Saturday => later(day, 2.days()),
        Weekday::Sunday => later(day, 1.day()),
        _ => day,
    }
}

fn later(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Every day of two years: at least six weeks, never more than two days longer, never in a weekend.
    #[test]
    fn six_weeks_and_never_in_a_weekend() {
        let mut day = date(2026, 1, 1);
        while day < date(2028, 1, 1) {
            let last = last_day_to_object(day);
            let days = (last - day).get_days();
            assert!((42..=44).contains(&days), "{day}: {days}");
            assert!(!matches!(last.weekday(), Weekday::Saturday | Weekday::Sunday), "{day}");
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            assert_eq!(days > 42, weekend, "{day}");
            day = later(day, 1.day());
        }
        // Sent on a Thursday: the Thursday six weeks later.
        assert_eq!(last_day_to_object(date(2026, 3, 5)), date(2026, 4, 16));
        // Sent on a Saturday: the Monday after.
        assert_eq!(last_day_to_object(date(2026, 3, 7)), date(2026, 4, 20));
    }

    #[test]
    fn only_a_letter_to_others_needs_permission() {
        let asked: Vec<_> = Briefsoort::ALL.iter().filter(|soort| soort.needs_permission()).collect();
        assert_eq!(asked, [&Briefsoort::Verwijzer]);
        for soort in Briefsoort::ALL {
            assert_eq!(Briefsoort::from_key(soort.key()), Some(*soort));
        }
    }
}
