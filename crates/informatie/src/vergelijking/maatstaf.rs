//! What providers, neighbourhoods and schools are compared on, from a snapshot.

use jiff::ToSpan;
use jiff::civil::Date;

use super::standaard::{Laag, gestandaardiseerd};
use super::trechter::{Trechter, TrechterTeWeinig, trechter};
use crate::indicator::Niveau;
use crate::kernel::{Axis, Value, Verzameling, count, distinct_set, recurrence};
use crate::snapshot::{Column, Snapshot, SnapshotFout};

/// What is compared. More or less of it is a question to talk about, not a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maatstaf {
    /// Help that ended in the period and was followed by other help of the same youth within a year.
    Terugkeer,
    /// Allocations of the period with which help had not begun after so many days, whether it began later or not yet.
    LangWachten {
        /// Days.
        dagen: u16,
    },
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Vergelijking<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// How many threads may help.
    pub threads: usize,
    /// What is compared with each other.
    pub niveau: Niveau,
    /// On what.
    pub maatstaf: Maatstaf,
    /// First and last day of the period. It is cut short where the outcome is not known yet of everyone.
    pub periode: (Date, Date),
    /// Units with fewer youths are not given.
    pub minimum: u32,
    /// Whether the neighbourhood is a part of what makes youths differ as well, next to age band and form of help.
    pub naar_wijk: bool,
}

/// Days after the end within which help that begins is a return.
const RETURN: u16 = 365;

/// Compares units, after age band and form of help (and neighbourhood). None are ranked: they stand in the order of their keys.
pub fn vergelijk(vraag: &Vergelijking<'_>) -> Result<Result<Trechter, TrechterTeWeinig>, SnapshotFout> {
    let (units, lagen) = lagen(vraag)?;
    let units: Vec<(String, u32)> =
        units.into_iter().map(|(sleutel, wie)| (sleutel, wie.jeugdigen)).collect();
    Ok(trechter(gestandaardiseerd(&units, &lagen), vraag.minimum))
}

/// The key of a unit and the youths behind it.
pub(crate) type Eenheid = (String, Verzameling);

/// The units with the youths behind them, and the layers of each: what a comparison is made from.
pub(crate) fn lagen(vraag: &Vergelijking<'_>) -> Result<(Vec<Eenheid>, Vec<Laag>), SnapshotFout> {
    let sleutels = vraag.niveau.keys(vraag.snapshot);
    let (lagen, youths) = match vraag.maatstaf {
        Maatstaf::Terugkeer => returns(vraag)?,
        Maatstaf::LangWachten { dagen } => waits(vraag, dagen)?,
    };
    Ok((sleutels.into_iter().zip(youths).collect(), lagen))
}

/// Until 3, 11, 17 and 22 years, and unknown.
fn band(value: Value<'_>) -> Option<usize> {
    match value {
        Value::Number(..=3) => Some(0),
        Value::Number(..=11) => Some(1),
        Value::Number(..=17) => Some(2),
        Value::Number(..=22) => Some(3),
        Value::Number(_) => None,
        _ => Some(4),
    }
}

impl Vergelijking<'_> {
    /// The axis of units.
    fn unit(&self) -> Vec<Axis> {
        self.niveau.axis(self.snapshot).into_iter().collect()
    }

    /// The axes of units and layers.
    fn axes(&self) -> Vec<Axis> {
        let mut axes = self.unit();
        axes.push(Axis::new(Column::Leeftijd, 5, band));
        axes.push(Axis::words(self.snapshot, Column::Vorm));
        if self.naar_wijk {
            let keys = self.snapshot.numbers(Column::Wijk).to_vec();
            axes.push(Axis::new(Column::Wijk, keys.len() + 1, move |value| match value {
                Value::Number(n) => keys.binary_search(&n).ok(),
                _ => Some(keys.len()),
            }));
        }
        axes
    }

    /// The last day of the period of which the outcome is known after so many days.
    fn until(&self, days: u16) -> Date {
        let known = self.snapshot.manifest().herkomst.peildag.saturating_sub(i64::from(days).days());
        self.periode.1.min(known)
    }

    /// Different youths per unit, with more axes.
    fn youths(&self, more: impl IntoIterator<Item = Axis>) -> Result<Vec<Verzameling>, SnapshotFout> {
        let mut axes = self.unit();
        axes.push(Axis::new(Column::Leeftijd, 1, |value| band(value).map(|_| 0)));
        axes.extend(more);
        distinct_set(self.snapshot, self.threads, &axes)
    }
}

type Gevonden = Result<(Vec<Laag>, Vec<Verzameling>), SnapshotFout>;

fn returns(vraag: &Vergelijking<'_>) -> Gevonden {
    let until = vraag.until(RETURN);
    let period = || Axis::between(Column::Eind, vraag.periode.0, until);
    let begun = || Axis::only(Column::Begin, |value| value != Value::Missing);
    let mut axes = vraag.axes();
    axes.push(period());
    let before = until.tomorrow().unwrap_or(until);
    let found = recurrence(vraag.snapshot, vraag.threads, &axes, before, RETURN)?;
    let lagen = found.iter().map(|one| Laag { kon: one.ended, gebeurde: one.again }).collect();
    Ok((lagen, vraag.youths([period(), begun()])?))
}

fn waits(vraag: &Vergelijking<'_>, dagen: u16) -> Gevonden {
    // Who began after exactly so many days did not wait longer.
    let until = vraag.until(dagen.saturating_add(1));
    let period = || Axis::between(Column::Ingang, vraag.periode.0, until);
    let cohort = |of: Axis| {
        let mut axes = vraag.axes();
        axes.extend([period(), of]);
        count(vraag.snapshot, vraag.threads, &axes)
    };
    let waited = |from: i32| {
        Axis::only(Column::Wacht, move |value| matches!(value, Value::Number(days) if days >= from))
    };
    let still = || Axis::only(Column::Stand, |value| value == Value::Word("wacht"));
    let (begun, late) = (cohort(waited(0))?, cohort(waited(i32::from(dagen) + 1))?);
    let waiting = cohort(still())?;
    let lagen = begun
        .iter()
        .zip(&late)
        .zip(&waiting)
        .map(|((begun, late), waiting)| Laag { kon: begun + waiting, gebeurde: late + waiting })
        .collect();
    // A youth may have begun with one and wait for another. The larger of both is never too many.
    let of_begun = vraag.youths([period(), waited(0)])?;
    let of_waiting = vraag.youths([period(), still()])?;
    let larger = |(a, b): (&Verzameling, &Verzameling)| if a.jeugdigen >= b.jeugdigen { *a } else { *b };
    let youths = of_begun.iter().zip(&of_waiting).map(larger).collect();
    Ok((lagen, youths))
}
