//! One stretch of youth help of one youth, without anything that tells who it is: what figures are made from.

use jiff::civil::Date;

use crate::{Hulpvorm, Wijkcode};

/// How an episode stands on the day of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EpisodeStand {
    /// Allocated, not begun.
    Wacht,
    /// Begun, not ended.
    Loopt,
    /// Ended.
    Gestopt,
    /// Withdrawn before it began.
    Vervallen,
}

impl EpisodeStand {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Wacht, Self::Loopt, Self::Gestopt, Self::Vervallen];

    /// Its word in the files of a snapshot.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wacht => "wacht",
            Self::Loopt => "loopt",
            Self::Gestopt => "gestopt",
            Self::Vervallen => "vervallen",
        }
    }
}

/// A pseudonymous episode: one allocation and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The youth, as a keyed hash that differs per register.
    pub jeugdige: u64,
    /// Neighbourhood of the family.
    pub wijk: Option<Wijkcode>,
    /// Form of help.
    pub hulpvorm: Hulpvorm,
    /// First day of the allocation: waiting begins here.
    pub ingang: Date,
    /// First day of help, if it began.
    pub begin: Option<Date>,
    /// Last day of help, or of the allocation when help never began.
    pub eind: Option<Date>,
}

impl Episode {
    /// Whether help was being given on a day.
    pub fn in_care_on(&self, day: Date) -> bool {
        self.begin.is_some_and(|begin| begin <= day) && self.eind.is_none_or(|end| end >= day)
    }

    /// How it stands on a day. An end that was told and lies ahead has not come yet.
    pub fn stand(&self, day: Date) -> EpisodeStand {
        match (self.begin, self.eind.filter(|end| *end <= day)) {
            (None, None) => EpisodeStand::Wacht,
            (None, Some(_)) => EpisodeStand::Vervallen,
            (Some(_), None) => EpisodeStand::Loopt,
            (Some(_), Some(_)) => EpisodeStand::Gestopt,
        }
    }

    /// Days that were waited before help began. None while it is waited for, and for a restart, which begins on the first day of
    /// its episode.
    pub fn waited(&self) -> Option<i32> {
        let begin = self.begin.filter(|begin| *begin > self.ingang)?;
        Some(self.ingang.until(begin).map_or(0, |span| span.get_days()))
    }
}
