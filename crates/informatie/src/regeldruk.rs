//! What writing conversations down costs: figures of all together, and of teams only where nobody can be known from them.

use std::iter::Sum;
use std::ops::AddAssign;

use crate::{Beschermd, bescherm};

/// What was counted of finished conversations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meting {
    /// Conversations.
    pub gesprekken: u32,
    /// Fields that were filled, of all of them.
    pub gevuld: u32,
    /// Fields that were offered, of all of them.
    pub aangeboden: u32,
    /// Seconds of writing, of all of them.
    pub seconden: u32,
}

impl AddAssign for Meting {
    fn add_assign(&mut self, other: Self) {
        self.gesprekken = self.gesprekken.saturating_add(other.gesprekken);
        self.gevuld = self.gevuld.saturating_add(other.gevuld);
        self.aangeboden = self.aangeboden.saturating_add(other.aangeboden);
        self.seconden = self.seconden.saturating_add(other.seconden);
    }
}

impl Sum for Meting {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// What may be shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maat {
    /// Conversations, to the nearest five.
    pub gesprekken: u32,
    /// Fields that were filled, per conversation.
    pub velden: u32,
    /// Fields that were offered, per conversation.
    pub aangeboden: u32,
    /// Minutes of writing, per conversation.
    pub minuten: u32,
}

/// The figures of all together; nothing when they are too few to show.
pub fn samen(meting: Meting) -> Option<Maat> {
    let Beschermd::Rond(gesprekken) = bescherm(meting.gesprekken) else { return None };
    let per = |total: u32| (total + meting.gesprekken / 2) / meting.gesprekken.max(1);
    Some(Maat {
        gesprekken,
        velden: per(meting.gevuld),
        aangeboden: per(meting.aangeboden),
        minuten: per(meting.seconden / 60),
    })
}

/// The figures of each team, in the order they are given. When one alone would be hidden it could be had by taking the others
/// from the whole: the smallest of the others is then hidden too.
pub fn teams(metingen: &[Meting]) -> Vec<Option<Maat>> {
    let mut out: Vec<Option<Maat>> = metingen.iter().map(|meting| samen(*meting)).collect();
    let hidden = metingen.iter().zip(&out).filter(|(meting, shown)| meting.gesprekken > 0 && shown.is_none());
    if hidden.count() == 1 {
        let seen = metingen.iter().zip(&mut out).filter(|(_, shown)| shown.is_some());
        if let Some((_, smallest)) = seen.min_by_key(|(meting, _)| meting.gesprekken) {
            *smallest = None;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(gesprekken: u32) -> Meting {
        Meting { gesprekken, gevuld: gesprekken * 8, aangeboden: gesprekken * 30, seconden: gesprekken * 600 }
    }

    #[test]
    fn too_few_are_not_shown() {
        for n in 0..10 {
            assert_eq!(samen(of(n)), None);
        }
        let maat = Maat { gesprekken: 10, velden: 8, aangeboden: 30, minuten: 10 };
        assert_eq!(samen(of(11)), Some(maat));
        assert_eq!(samen([of(4), of(7)].into_iter().sum()), Some(maat));
    }

    /// Every small table of three teams: never is exactly one team hidden beside others that are shown.
    #[test]
    fn one_team_alone_is_never_hidden() {
        let mut hidden = 0;
        for a in 0..25 {
            for b in 0..25 {
                for c in 0..25 {
                    let counts = [a, b, c];
                    let shown = teams(&counts.map(of));
                    let missing =
                        counts.iter().zip(&shown).filter(|(n, shown)| **n > 0 && shown.is_none()).count();
                    let seen = shown.iter().flatten().count();
                    assert!(missing != 1 || seen == 0, "{counts:?}");
                    hidden += missing;
                }
            }
        }
        assert!(hidden > 1_000);
    }
}
