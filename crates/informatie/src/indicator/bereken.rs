//! How each indicator is calculated.

use jiff::ToSpan;

use super::{Cel, Vraag};
use crate::kernel::{
    Axis, Groei, Measure, Stretch, Value, Volume, When, active, breadth, chains, cost, count, distinct,
    recurrence, spread, sum, survival, volume,
};
use crate::snapshot::{Column, SnapshotFout, unix_day};

type Cellen = Result<Vec<Cel>, SnapshotFout>;

/// Light help: ambulant, no more than this many minutes a week.
const LICHT_MINUTEN: i32 = 120;
/// A link follows on the one before when it begins within these days.
const SCHAKEL_DAGEN: u16 = 90;
/// This many links in a row are a chain.
const KETEN: u8 = 3;
/// Help that begins within these days after an end is help that came back.
const TERUG_DAGEN: u16 = 365;
/// The word of a referral by the municipality's own access.
const GEMEENTE: &str = "gemeente";

fn of_counts(counts: &[u32]) -> Vec<Cel> {
    counts.iter().map(|n| Cel { waarde: Some(f64::from(*n)), jeugdigen: *n }).collect()
}

fn with_youths(values: impl IntoIterator<Item = Option<f64>>, youths: &[u32]) -> Vec<Cel> {
    values.into_iter().zip(youths).map(|(waarde, jeugdigen)| Cel { waarde, jeugdigen: *jeugdigen }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts and cents far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

fn in_periods(vraag: &Vraag<'_>, what: (Stretch, When)) -> Cellen {
    Ok(of_counts(&active(vraag.snapshot, vraag.threads, &vraag.axes(), what, &vraag.perioden)?))
}

pub(super) fn in_hulp(vraag: &Vraag<'_>) -> Cellen {
    in_periods(vraag, (Stretch::Hulp, When::During))
}

pub(super) fn stand(vraag: &Vraag<'_>) -> Cellen {
    in_periods(vraag, (Stretch::Hulp, When::LastDay))
}

pub(super) fn wachtend(vraag: &Vraag<'_>) -> Cellen {
    in_periods(vraag, (Stretch::Wachten, When::LastDay))
}

pub(super) fn instroom(vraag: &Vraag<'_>) -> Cellen {
    Ok(of_counts(&distinct(vraag.snapshot, vraag.threads, &vraag.axes_by(Column::Begin))?))
}

fn ended(vraag: &Vraag<'_>) -> Vec<Axis> {
    let mut axes = vraag.axes_by(Column::Eind);
    axes.push(Axis::only(Column::Begin, |value| value != Value::Missing));
    axes
}

pub(super) fn uitstroom(vraag: &Vraag<'_>) -> Cellen {
    Ok(of_counts(&distinct(vraag.snapshot, vraag.threads, &ended(vraag))?))
}

/// A quantile of a measure. The youths are those with a value.
fn quantile(vraag: &Vraag<'_>, mut axes: Vec<Axis>, measure: Measure, share: f64) -> Cellen {
    let values = spread(vraag.snapshot, vraag.threads, &axes, measure)?.quantiles([share]);
    if let Measure::Column(column) = measure {
        axes.push(Axis::only(column, |value| value != Value::Missing));
    }
    let youths = distinct(vraag.snapshot, vraag.threads, &axes)?;
    Ok(with_youths(values.into_iter().map(|found| found.map(|[value]| value)), &youths))
}

pub(super) fn duur(vraag: &Vraag<'_>) -> Cellen {
    quantile(vraag, ended(vraag), Measure::Duur, 0.5)
}

pub(super) fn intensiteit(vraag: &Vraag<'_>) -> Cellen {
    quantile(vraag, vraag.axes_by(Column::Begin), Measure::Column(Column::Minuten), 0.5)
}

pub(super) fn wacht_helft(vraag: &Vraag<'_>) -> Cellen {
    quantile(vraag, vraag.axes_by(Column::Begin), Measure::Column(Column::Wacht), 0.5)
}

pub(super) fn wacht_negen(vraag: &Vraag<'_>) -> Cellen {
    quantile(vraag, vraag.axes_by(Column::Begin), Measure::Column(Column::Wacht), 0.9)
}

fn until_now(vraag: &Vraag<'_>, share: f64) -> Cellen {
    let mut axes = vraag.axes_by(Column::Ingang);
    // What is to begin after the day of the figures is not waited for yet.
    let peildag = unix_day(vraag.peildag());
    axes.push(Axis::only(Column::Ingang, move |value| matches!(value, Value::Number(day) if day <= peildag)));
    let waits = survival(vraag.snapshot, vraag.threads, &axes)?;
    let mut youths_by = |column, fits: fn(Value<'_>) -> bool| {
        axes.push(Axis::only(column, fits));
        let found = distinct(vraag.snapshot, vraag.threads, &axes);
        axes.pop();
        found
    };
    let started = youths_by(Column::Wacht, |value| value != Value::Missing)?;
    let waiting = youths_by(Column::Begin, |value| value == Value::Missing)?;
    // Some may be in both. The larger of both is never too many, and too many would protect too little.
    let youths: Vec<u32> = started.iter().zip(&waiting).map(|(a, b)| *a.max(b)).collect();
    let values = (0..youths.len()).map(|cell| {
        let [found] = waits.quantiles(cell, [share]);
        found.map(f64::from)
    });
    Ok(with_youths(values, &youths))
}

pub(super) fn tot_nu_helft(vraag: &Vraag<'_>) -> Cellen {
    until_now(vraag, 0.5)
}

pub(super) fn tot_nu_negen(vraag: &Vraag<'_>) -> Cellen {
    until_now(vraag, 0.9)
}

pub(super) fn toegekend(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Ingang);
    let cents = sum(vraag.snapshot, vraag.threads, &axes, Column::Toegekend)?;
    let youths = distinct(vraag.snapshot, vraag.threads, &axes)?;
    Ok(with_youths(cents.into_iter().map(|n| Some(float(n))), &youths))
}

pub(super) fn verwacht(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Ingang);
    let cells = cost(vraag.snapshot, vraag.threads, &axes)?;
    // How much of what was granted is claimed: of everything that ended, for one period alone is too little to go by.
    let ended = cost(vraag.snapshot, vraag.threads, &vraag.axes())?;
    let youths = distinct(vraag.snapshot, vraag.threads, &axes)?;
    let of_level = ended.iter().flat_map(|ended| std::iter::repeat_n(ended, vraag.perioden.len()));
    let values = cells.iter().zip(of_level).map(|(cell, ended)| Some(float(cell.verwacht(ended))));
    Ok(with_youths(values, &youths))
}

pub(super) fn terugkeer(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Eind);
    let known = vraag.peildag().saturating_sub(i64::from(TERUG_DAGEN).days());
    let before = known.tomorrow().unwrap_or(known);
    let found = recurrence(vraag.snapshot, vraag.threads, &axes, before, TERUG_DAGEN)?;
    let youths = distinct(vraag.snapshot, vraag.threads, &ended(vraag))?;
    // Of a period that ends later the outcome is not known for everyone.
    let whole: Vec<bool> = vraag.spans().iter().map(|(_, last)| *last <= known).collect();
    let values = found
        .iter()
        .zip(whole.iter().cycle())
        .map(|(one, whole)| if *whole { share(one.again, one.ended) } else { None });
    Ok(with_youths(values, &youths))
}

pub(super) fn ketens(vraag: &Vraag<'_>) -> Cellen {
    let mut axes = vraag.axes_by(Column::Begin);
    axes.push(Axis::only(Column::Vorm, |value| value == Value::Word("ambulant")));
    axes.push(Axis::only(Column::Minuten, |value| matches!(value, Value::Number(0..=LICHT_MINUTEN))));
    let found = chains(vraag.snapshot, vraag.threads, &axes, SCHAKEL_DAGEN, KETEN)?;
    Ok(of_counts(&found.iter().map(|chains| chains.jeugdigen).collect::<Vec<_>>()))
}

pub(super) fn aanbieders(vraag: &Vraag<'_>) -> Cellen {
    let found = breadth(vraag.snapshot, vraag.threads, &vraag.axes_by(Column::Begin), Column::Aanbieder)?;
    Ok(found
        .iter()
        .map(|one| Cel { waarde: share(one.samen, one.aantal().into()), jeugdigen: one.aantal() })
        .collect())
}

pub(super) fn stuurbaar(vraag: &Vraag<'_>) -> Cellen {
    let mut axes = vraag.axes_by(Column::Begin);
    axes.push(Axis::new(Column::Verwijzer, 2, |value| match value {
        Value::Missing => None,
        other => Some(usize::from(other == Value::Word(GEMEENTE))),
    }));
    let counts = count(vraag.snapshot, vraag.threads, &axes)?;
    axes.pop();
    axes.push(Axis::only(Column::Verwijzer, |value| value != Value::Missing));
    let youths = distinct(vraag.snapshot, vraag.threads, &axes)?;
    let values = counts.as_chunks::<2>().0.iter().map(|[others, own]| share(*own, own + others));
    Ok(with_youths(values, &youths))
}

/// A part of the growth since the period before. The first period has none.
fn growth(vraag: &Vraag<'_>, part: fn(&Groei) -> f64) -> Cellen {
    let spans = vraag.spans();
    let axes = vraag.axes();
    let per_period: Vec<Vec<Volume>> = spans
        .iter()
        .map(|(first, last)| {
            // What has not happened yet is not help.
            let days = (unix_day(*first), unix_day((*last).min(vraag.peildag())));
            volume(vraag.snapshot, vraag.threads, &axes, days)
        })
        .collect::<Result<_, _>>()?;
    let cells = per_period.first().map_or(0, Vec::len);
    let mut out = Vec::with_capacity(cells * spans.len());
    for cell in 0..cells {
        let mut earlier = None::<&Volume>;
        for ((_, last), volumes) in spans.iter().zip(&per_period) {
            let now = volumes.get(cell);
            // Half a period beside a whole one would look like decline.
            let whole = *last <= vraag.peildag();
            let found = now.zip(earlier).filter(|_| whole).and_then(|(now, earlier)| now.groei(earlier));
            let jeugdigen = now.map_or(0, |volume| u32::try_from(volume.jeugdigen).unwrap_or(u32::MAX));
            out.push(Cel { waarde: found.as_ref().map(part), jeugdigen });
            earlier = now;
        }
    }
    Ok(out)
}

pub(super) fn groei_nieuw(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, |groei| groei.nieuw)
}

pub(super) fn groei_meer(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, |groei| groei.meer)
}

pub(super) fn groei_langer(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, |groei| groei.langer)
}

pub(super) fn groei_zwaarder(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, |groei| groei.zwaarder)
}
