//! The family through time: who belongs to it on a day, and who stands around it.

use jiff::civil::Date;

/// A line that someone belongs to a family: from a day, up to and including a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lidregel {
    /// First day; open when nobody knows.
    pub van: Option<Date>,
    /// Last day.
    pub tot: Option<Date>,
    /// It was written down by mistake.
    pub vergissing: bool,
}

/// Whether someone belongs to the family on a day. Without any line they do: messages told of them. With lines one of them has
/// to hold; what is to begin later counts as belonging, because who joins tomorrow is expected today.
pub fn hoort_erbij(regels: &[Lidregel], dag: Date) -> bool {
    regels.is_empty() || regels.iter().any(|line| !line.vergissing && line.tot.is_none_or(|last| dag <= last))
}

/// A kind of people around a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetwerkSoort {
    /// Of their own circle: a grandmother, a neighbour, a mentor they chose themselves (JIM).
    Eigen,
    /// Somebody who works with them.
    Professional,
    /// The school of a child.
    School,
}

impl NetwerkSoort {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Eigen, Self::Professional, Self::School];

    /// Its number in storage.
    pub const fn number(self) -> i64 {
        match self {
            Self::Eigen => 0,
            Self::Professional => 1,
            Self::School => 2,
        }
    }

    /// Back from storage.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Its word in forms and the key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Eigen => "eigen",
            Self::Professional => "professional",
            Self::School => "school",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 3, 1);

    fn line(tot: Option<Date>) -> Lidregel {
        Lidregel { van: Some(date(2020, 1, 1)), tot, vergissing: false }
    }

    #[test]
    fn who_belongs_on_a_day() {
        assert!(hoort_erbij(&[], DAY), "as messages told");
        assert!(hoort_erbij(&[line(None)], DAY));
        assert!(hoort_erbij(&[line(Some(DAY))], DAY), "the last day counts");
        assert!(!hoort_erbij(&[line(DAY.yesterday().ok())], DAY));
        assert!(hoort_erbij(&[line(DAY.yesterday().ok()), line(None)], DAY), "came back");
        assert!(hoort_erbij(&[Lidregel { van: Some(date(2027, 1, 1)), ..line(None) }], DAY), "to come");
        assert!(!hoort_erbij(&[Lidregel { vergissing: true, ..line(None) }], DAY), "a mistake");
    }

    #[test]
    fn kinds_read_back() {
        for kind in NetwerkSoort::ALL {
            assert_eq!(NetwerkSoort::from_number(kind.number()), Some(kind));
            assert_eq!(NetwerkSoort::from_key(kind.key()), Some(kind));
        }
    }
}
