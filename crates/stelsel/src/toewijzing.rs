//! An allocation of youth help and what really became of it: derived from the messages, never typed by anyone.

mod omvang;

use jiff::civil::Date;

use crate::{AgbCode, Episode, Gemeentecode, Hulpvorm, Wijkcode};

/// The product an allocation names. Category and code both empty: a generic allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Product {
    /// National category (iJw list JZ020).
    pub categorie: Option<String>,
    /// Product code (national or the municipality's own).
    pub code: Option<String>,
}

impl Product {
    /// The form of help.
    pub fn hulpvorm(&self) -> Hulpvorm {
        self.categorie.as_deref().map_or(Hulpvorm::Overig, |c| Hulpvorm::of(c, self.code.as_deref()))
    }
}

/// How much: volume, unit (iJw list WJ756) and frequency (WMO757), as the message had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omvang {
    /// Number of units; eurocents when the unit is 83.
    pub volume: i64,
    /// Code of the unit: 04 is an hour.
    pub eenheid: String,
    /// Code of the frequency: 2 is per week.
    pub frequentie: String,
}

/// The newest version of an allocation (iJw: ToegewezenProduct).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toewijzing {
    /// Municipality that allocates.
    pub gemeente: Gemeentecode,
    /// Number, unique within the municipality (iJw 3.2, TR332).
    pub nummer: i64,
    /// Provider that gives the help.
    pub aanbieder: AgbCode,
    /// What.
    pub product: Product,
    /// Day of the decision.
    pub toegewezen: Date,
    /// First day.
    pub ingang: Date,
    /// Last day, if set.
    pub eind: Option<Date>,
    /// Reason of the last change (iJw list JZ002).
    pub reden_wijziging: Option<String>,
    /// How much.
    pub omvang: Option<Omvang>,
    /// Budget in eurocents, instead of an amount of help.
    pub budget: Option<i64>,
}

impl Toewijzing {
    /// Deleted: it counts as never sent (reason 13, or 01 of old, with the end on the first day; iJw 3.2, OP033x1).
    pub fn is_deleted(&self) -> bool {
        let reason = self.reden_wijziging.as_deref();
        reason == Some("13") || (reason == Some("01") && self.eind == Some(self.ingang))
    }

    /// Current in the sense of iJw: not deleted, and not ended before the day.
    pub fn is_current_on(&self, day: Date) -> bool {
        !self.is_deleted() && self.eind.is_none_or(|end| end >= day)
    }
}

/// Whether a line says that help began or that it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeveringSoort {
    /// From a JW305.
    Start,
    /// From a JW307.
    Stop,
}

/// One line of a JW305 or JW307 about an allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levering {
    /// Start or stop.
    pub soort: LeveringSoort,
    /// Day on which help began (key of both kinds).
    pub begin: Date,
    /// Day on which it ended; stops only.
    pub eind: Option<Date>,
    /// Reason of the end (iJw list JZ588); 20 is a pause.
    pub reden: Option<String>,
    /// The line withdraws an earlier line with the same key (StatusAanlevering 3).
    pub verwijdering: bool,
    /// Day on the message.
    pub dagtekening: Date,
}

/// What became of an allocation, in the words of the family's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Taken back as if never sent.
    Verwijderd,
    /// Not begun, though it may: waiting this many days since the first day of the allocation.
    Wacht {
        /// Days waited; zero when the first day lies ahead.
        dagen: i32,
    },
    /// Help is going on.
    Loopt {
        /// Since.
        sinds: Date,
    },
    /// The provider told that help pauses.
    Pauze {
        /// Since.
        sinds: Date,
    },
    /// Help ended.
    Beeindigd {
        /// On this day.
        op: Date,
        /// Reason (iJw list JZ588); none when the allocation ended and no stop was sent.
        reden: Option<String>,
    },
    /// The allocation ended and help never began.
    NietGestart {
        /// End of the allocation.
        eind: Date,
    },
}

impl Stand {
    /// The key of its name in the texts of the pages.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Verwijderd => "stand-verwijderd",
            Self::Wacht { .. } => "stand-wacht",
            Self::Loopt { .. } => "stand-loopt",
            Self::Pauze { .. } => "stand-pauze",
            Self::Beeindigd { .. } => "stand-beeindigd",
            Self::NietGestart { .. } => "stand-niet-gestart",
        }
    }
}

/// The stretches in which help was really given: begin, and end when a final stop came.
///
/// Lines may come in any order (iJw 3.2, OP080): what counts is which keys stand after the withdrawals, not when the
/// lines arrived. A withdrawal takes away one line with the same key, whatever the days on the messages.
pub fn stretches(lines: &[Levering]) -> Vec<(Date, Option<&Levering>)> {
    let standing = standing(lines);
    let mut starts: Vec<Date> =
        standing.iter().filter(|l| l.soort == LeveringSoort::Start).map(|l| l.begin).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
        .into_iter()
        .map(|begin| {
            // A final stop goes before a pause; of two of a kind the later end counts (TR414).
            let stop = standing
                .iter()
                .filter(|l| l.soort == LeveringSoort::Stop && l.begin == begin)
                .max_by_key(|l| (l.reden.as_deref() != Some("20"), l.eind))
                .copied();
            (begin, stop)
        })
        .collect()
}

fn standing(lines: &[Levering]) -> Vec<&Levering> {
    let mut gone = vec![false; lines.len()];
    for withdrawal in lines.iter().filter(|l| l.verwijdering) {
        let same = |l: &Levering| {
            !l.verwijdering
                && l.soort == withdrawal.soort
                && l.begin == withdrawal.begin
                && (l.soort == LeveringSoort::Start
                    || (l.eind == withdrawal.eind && l.reden == withdrawal.reden))
        };
        let victim = lines
            .iter()
            .enumerate()
            .filter(|(n, l)| !gone.get(*n).copied().unwrap_or(true) && same(l))
            .max_by_key(|(_, l)| l.dagtekening);
        if let Some((n, _)) = victim
            && let Some(flag) = gone.get_mut(n)
        {
            *flag = true;
        }
    }
    lines.iter().zip(&gone).filter(|(l, gone)| !l.verwijdering && !**gone).map(|(l, _)| l).collect()
}

/// The first day on which a message told that help began on `begin`: of the starts that stand.
pub fn told_on(lines: &[Levering], begin: Date) -> Option<Date> {
    let starts = standing(lines).into_iter().filter(|l| l.soort == LeveringSoort::Start && l.begin == begin);
    starts.map(|l| l.dagtekening).min()
}

/// What became of the allocation, as far as told up to `today`.
pub fn state(allocation: &Toewijzing, lines: &[Levering], today: Date) -> Stand {
    if allocation.is_deleted() {
        return Stand::Verwijderd;
    }
    match stretches(lines).last() {
        Some((begin, None)) => match allocation.eind {
            Some(op) if op < today => Stand::Beeindigd { op, reden: None },
            _ => Stand::Loopt { sinds: *begin },
        },
        Some((begin, Some(stop))) => {
            let end = stop.eind.unwrap_or(*begin);
            if stop.reden.as_deref() == Some("20") && allocation.eind.is_none_or(|last| last >= today) {
                Stand::Pauze { sinds: end }
            } else {
                Stand::Beeindigd { op: end, reden: stop.reden.clone() }
            }
        }
        None => match allocation.eind {
            Some(eind) if eind < today => Stand::NietGestart { eind },
            _ => Stand::Wacht { dagen: allocation.ingang.until(today).map_or(0, |s| s.get_days()).max(0) },
        },
    }
}

/// The pseudonymous episodes of an allocation: one per stretch of help, or one of waiting when help never began.
pub fn episodes(
    allocation: &Toewijzing,
    lines: &[Levering],
    jeugdige: u64,
    wijk: Option<Wijkcode>,
    today: Date,
) -> Vec<Episode> {
    if allocation.is_deleted() {
        return Vec::new();
    }
    let hulpvorm = allocation.product.hulpvorm();
    let ended = allocation.eind.filter(|end| *end < today);
    let stretches = stretches(lines);
    if stretches.is_empty() {
        return vec![Episode {
            jeugdige,
            wijk,
            hulpvorm,
            ingang: allocation.ingang,
            begin: None,
            eind: ended,
        }];
    }
    let episode = |(n, (begin, stop)): (usize, (Date, Option<&Levering>))| {
        // Only the first stretch waited from the first day of the allocation; a restart did not.
        let ingang = if n == 0 { allocation.ingang.min(begin) } else { begin };
        let eind = stop.and_then(|s| s.eind).or(ended);
        Episode { jeugdige, wijk, hulpvorm, ingang, begin: Some(begin), eind }
    };
    stretches.into_iter().enumerate().map(episode).collect()
}

#[cfg(test)]
mod tests;
