//! What came in a year, to hold a forecast against.

use super::stuk::{Stuk, stukken, volgt_op};
use super::{Episoden, Soort};
use crate::statistiek::{float, number};
use crate::voorspelling::maand::last_day;

/// The figures of twelve months, in the terms of the model. Per kind in the order of [`Soort::ALL`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Jaarcijfers {
    /// Youths in help at some time, each once.
    pub in_hulp: f64,
    /// Help that began, per kind.
    pub begonnen: [f64; 4],
    /// Ended and not followed by other help.
    pub uitstroom: f64,
    /// In help at the end, per kind.
    pub bezig: [f64; 4],
    /// Waiting at the end, per kind.
    pub wachtend: [f64; 4],
    /// Mean days waited by whom began, per kind; not a number where nobody did.
    pub wacht: [f64; 4],
    /// The same over all kinds.
    pub wacht_samen: f64,
    /// Euros: what was claimed, spread evenly over days of help.
    pub uitgaven: f64,
}

pub(super) fn jaar(van: &Episoden, eerste: i32) -> Jaarcijfers {
    let rows = stukken(van, van.laatste);
    let (from, upto) = (last_day(eerste - 1) + 1, last_day(eerste + 11) + 1);
    let register = last_day(van.eerste - 1) + 1;
    // Claims of the last month have not all come in.
    let claimed = last_day(van.laatste - 1) + 1;
    let mut out = Jaarcijfers::default();
    let mut waits = [0.0; 4];
    for these in rows.chunk_by(|a, b| a.client == b.client) {
        let mut there = false;
        for one in these {
            let at = one.soort.min(Soort::ALL.len() - 1);
            if one.begon() {
                there |= one.begin < upto && one.tot > from;
                out.uitgaven += spent(one, register, claimed, (from, upto));
                if (from..upto).contains(&one.begin) {
                    add(&mut out.begonnen, at, 1.0);
                    add(&mut waits, at, f64::from((one.begin - one.ingang).max(0)));
                }
                let followed = || these.iter().any(|other| volgt_op(these, other) == Some(one));
                if (from..upto).contains(&one.tot) && !followed() {
                    out.uitstroom += 1.0;
                }
            }
            if one.helpt_op(upto - 1) {
                add(&mut out.bezig, at, 1.0);
            } else if one.wacht_op(upto - 1) {
                add(&mut out.wachtend, at, 1.0);
            }
        }
        out.in_hulp += number(usize::from(there));
    }
    out.wacht_samen = waits.iter().sum::<f64>() / out.begonnen.iter().sum::<f64>();
    for ((mean, sum), n) in out.wacht.iter_mut().zip(waits).zip(out.begonnen) {
        *mean = sum / n;
    }
    out
}

fn add(list: &mut [f64; 4], at: usize, more: f64) {
    if let Some(sum) = list.get_mut(at) {
        *sum += more;
    }
}

fn spent(one: &Stuk, register: i32, claimed: i32, (from, upto): (i32, i32)) -> f64 {
    let (begin, end) = (one.begin.max(register), one.tot.min(claimed));
    if end <= begin {
        return 0.0;
    }
    let within = f64::from((end.min(upto) - begin.max(from)).max(0));
    float(one.cent) / 100.0 * within / f64::from(end - begin)
}
