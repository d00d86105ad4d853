//! Stretches of help and of waiting, as they were known at the end of a month.

use super::{Episoden, LEEFTIJDEN, WEGEN};
use crate::kernel::{NOOIT, Rij};
use crate::voorspelling::maand::last_day;

/// Help that begins again within so many days goes on; other help that is allocated within so many days follows on it.
pub(super) const PAUZE: i32 = 31;

/// A youth in one kind of help, or waiting for it. Days are days since 1970-01-01, [`NOOIT`] where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stuk {
    pub(super) client: u32,
    pub(super) soort: usize,
    pub(super) ouder: Option<bool>,
    pub(super) weg: usize,
    /// First day of the first allocation.
    pub(super) ingang: i32,
    /// First day of help; [`NOOIT`] when it is waited for, or was waited for in vain.
    pub(super) begin: i32,
    /// The first day on which it is over.
    pub(super) tot: i32,
    /// Claimed, in eurocents.
    pub(super) cent: u64,
}

impl Stuk {
    pub(super) const fn begon(&self) -> bool {
        self.begin != NOOIT
    }

    pub(super) const fn is_over(&self) -> bool {
        self.tot != NOOIT
    }

    /// Whether help was given at the end of a day.
    pub(super) const fn helpt_op(&self, day: i32) -> bool {
        self.begon() && self.begin <= day && self.tot > day
    }

    /// Whether it was waited for at the end of a day.
    pub(super) fn wacht_op(&self, day: i32) -> bool {
        self.ingang <= day && self.begin > day && (self.begon() || self.tot > day)
    }
}

/// A row as it was known on a day; none when nothing was known of it.
fn known(row: &Rij, register: i32, day: i32) -> Option<Stuk> {
    let cel = usize::try_from(row.cel).unwrap_or(usize::MAX);
    let (soort, age, weg) = (cel / (LEEFTIJDEN * WEGEN), cel / WEGEN % LEEFTIJDEN, cel % WEGEN);
    let ouder = [Some(false), Some(true)].get(age).copied().flatten();
    let told = row.begin <= day && row.gemeld <= day;
    if !told && row.ingang > day {
        return None;
    }
    let begin = if told { row.begin } else { NOOIT };
    // An end is taken to become known as long after it as the beginning of the same help was; what began before the register did was told of when
    // that began, which says nothing of its end.
    let late = if told && row.begin >= register { row.gemeld.saturating_sub(row.begin).max(0) } else { 0 };
    let over = (told || row.begin == NOOIT) && row.eind.saturating_add(late) <= day;
    let tot = if over { row.eind.saturating_add(1) } else { NOOIT };
    Some(Stuk {
        client: row.client,
        soort,
        ouder,
        weg,
        ingang: row.ingang,
        begin,
        tot,
        cent: u64::from(row.gedeclareerd),
    })
}

/// All stretches known at the end of a month, those of a youth together and by first day of help, who waits last.
pub(super) fn stukken(van: &Episoden, maand: i32) -> Vec<Stuk> {
    let (register, day) = (last_day(van.eerste - 1) + 1, last_day(maand));
    let mut out: Vec<Stuk> = Vec::with_capacity(van.rijen.len());
    let mut own: Vec<Stuk> = Vec::new();
    for youth in van.rijen.chunk_by(|a, b| a.client == b.client) {
        own.clear();
        own.extend(youth.iter().filter_map(|row| known(row, register, day)));
        own.sort_by_key(|one| (one.soort, one.begin, one.ingang, one.tot));
        let start = out.len();
        for stuk in own.iter().filter(|one| one.begon()) {
            let last = out.get_mut(start..).and_then(|these| these.last_mut());
            match last.filter(|last| last.soort == stuk.soort && stuk.begin <= last.tot.saturating_add(PAUZE))
            {
                Some(last) => {
                    last.tot = last.tot.max(stuk.tot);
                    last.cent += stuk.cent;
                }
                None => out.push(*stuk),
            }
        }
        let helped = out.get(start..).unwrap_or_default().to_vec();
        // Who is in this kind of help already does not wait for it.
        let waits = own.iter().filter(|one| !one.begon()).filter(|one| {
            !helped.iter().any(|help| {
                help.soort == one.soort
                    && help.begin <= one.ingang
                    && one.ingang <= help.tot.saturating_add(PAUZE)
            })
        });
        out.extend(waits);
        if let Some(these) = out.get_mut(start..) {
            these.sort_by_key(|one| (one.begin, one.ingang, one.soort));
        }
    }
    out
}

/// Whether a stretch follows on other help of the youth: allocated when that was there, or within [`PAUZE`] days after it, and begun when it was
/// over.
pub(super) fn volgt_op<'a>(these: &'a [Stuk], stuk: &Stuk) -> Option<&'a Stuk> {
    these.iter().filter(|other| other.begon() && other.is_over() && other.soort != stuk.soort).find(|other| {
        let near = stuk.ingang >= other.tot - PAUZE && stuk.ingang <= other.tot.saturating_add(PAUZE);
        near && stuk.begin >= other.tot - 1
    })
}
