//! Waiting curves: which share has waited longer than so many days.

use jiff::civil::Date;

use crate::indicator::Niveau;
use crate::kernel::{Axis, Value, Verzameling, distinct_set, survival};
use crate::snapshot::{Column, Snapshot, SnapshotFout};
use crate::statistiek::{Kromme, Waarneming, kromme};

/// The curves of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Wachtkromme {
    /// Its code or word.
    pub sleutel: String,
    /// Youths behind it.
    pub jeugdigen: u32,
    /// Which: what disclosure control draws from.
    pub wie: Verzameling,
    /// Waited, of those with whom help began. Of a queue that grows this tells too little: the longest waiters are not in it yet.
    pub gestart: Kromme,
    /// Waited so far, of everyone: who still waits, or whose allocation was withdrawn, waited at least so long.
    pub tot_nu: Kromme,
}

/// The curves of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Wachtkrommen {
    /// The units, in the order of their keys.
    pub krommen: Vec<Wachtkromme>,
    /// Units with fewer youths than the minimum, which are not given.
    pub weggelaten: usize,
}

/// Makes waiting curves, with intervals of 95 per cent, of allocations whose first day lies within a period. Units with fewer youths than
/// `minimum` are not given; units with none at all are not counted.
pub fn wachtkrommen(
    snapshot: &Snapshot,
    threads: usize,
    niveau: Niveau,
    (van, tot): (Date, Date),
    minimum: u32,
) -> Result<Wachtkrommen, SnapshotFout> {
    let mut axes: Vec<Axis> = niveau.axis(snapshot).into_iter().collect();
    // What is to begin after the day of the figures is not waited for yet.
    let until = tot.min(snapshot.manifest().herkomst.peildag);
    axes.push(Axis::between(Column::Ingang, van, until));
    axes.push(Axis::only(Column::Leeftijd, |value| !matches!(value, Value::Number(23..))));
    let waits = survival(snapshot, threads, &axes)?;
    let mut youths_by = |column, fits: fn(Value<'_>) -> bool| {
        axes.push(Axis::only(column, fits));
        let found = distinct_set(snapshot, threads, &axes);
        axes.pop();
        found
    };
    let started = youths_by(Column::Wacht, |value| value != Value::Missing)?;
    let waiting = youths_by(Column::Begin, |value| value == Value::Missing)?;
    let mut out = Wachtkrommen { krommen: Vec::new(), weggelaten: 0 };
    for ((cell, sleutel), (a, b)) in
        niveau.keys(snapshot).into_iter().enumerate().zip(started.iter().zip(&waiting))
    {
        // Some may be in both. The larger of both is never too many.
        let wie = if a.jeugdigen >= b.jeugdigen { *a } else { *b };
        let jeugdigen = wie.jeugdigen;
        if jeugdigen == 0 {
            continue;
        }
        if jeugdigen < minimum {
            out.weggelaten += 1;
            continue;
        }
        let all: Vec<Waarneming> = waits.waarnemingen(cell).collect();
        let over: Vec<Waarneming> = all.iter().copied().filter(|one| one.voorbij).collect();
        out.krommen.push(Wachtkromme {
            sleutel,
            jeugdigen,
            wie,
            gestart: kromme(over, 0.95),
            tot_nu: kromme(all, 0.95),
        });
    }
    Ok(out)
}
