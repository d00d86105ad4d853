//! How each indicator is calculated.

use jiff::ToSpan;

use super::{Cel, Groeideel, Grond, Vraag};
use crate::kernel::{
    Axis, Groei, Measure, Omvang, Stretch, Value, Verzameling, Volume, When, active_set, breadth, chains,
    cost, count, distinct_set, dominance_provider, dominance_youth, recurrence, spread, sum, survival,
    volume,
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

fn of_sets(sets: &[Verzameling]) -> Vec<Cel> {
    let cel =
        |wie: &Verzameling| Cel { waarde: Some(f64::from(wie.jeugdigen)), wie: *wie, grond: Grond::Telling };
    sets.iter().map(cel).collect()
}

fn of_shares(parts: impl IntoIterator<Item = (u64, u64)>, sets: &[Verzameling]) -> Vec<Cel> {
    let cel = |((deel, geheel), wie): (_, &Verzameling)| Cel {
        waarde: share(deel, geheel),
        wie: *wie,
        grond: Grond::Verhouding { deel, geheel },
    };
    parts.into_iter().zip(sets).map(cel).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts and cents far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

fn in_periods(vraag: &Vraag<'_>, what: (Stretch, When)) -> Cellen {
    Ok(of_sets(&active_set(vraag.snapshot, vraag.threads, &vraag.axes(), what, &vraag.perioden)?))
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
    Ok(of_sets(&distinct_set(vraag.snapshot, vraag.threads, &vraag.axes_by(Column::Begin))?))
}

fn ended(vraag: &Vraag<'_>) -> Vec<Axis> {
    let mut axes = vraag.axes_by(Column::Eind);
    axes.push(Axis::only(Column::Begin, |value| value != Value::Missing));
    axes
}

pub(super) fn uitstroom(vraag: &Vraag<'_>) -> Cellen {
    Ok(of_sets(&distinct_set(vraag.snapshot, vraag.threads, &ended(vraag))?))
}

fn of_quantile(waarde: Option<f64>, wie: Verzameling, share: f64) -> Cel {
    Cel { waarde, wie, grond: Grond::Kwantiel(share) }
}

/// A quantile of a measure. The youths are those with a value.
fn quantile(vraag: &Vraag<'_>, mut axes: Vec<Axis>, measure: Measure, share: f64) -> Cellen {
    let values = spread(vraag.snapshot, vraag.threads, &axes, measure)?.quantiles([share]);
    if let Measure::Column(column) = measure {
        axes.push(Axis::only(column, |value| value != Value::Missing));
    }
    let youths = distinct_set(vraag.snapshot, vraag.threads, &axes)?;
    let cells = values.into_iter().zip(youths);
    Ok(cells.map(|(found, wie)| of_quantile(found.map(|[value]| value), wie, share)).collect())
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
        let found = distinct_set(vraag.snapshot, vraag.threads, &axes);
        axes.pop();
        found
    };
    let started = youths_by(Column::Wacht, |value| value != Value::Missing)?;
    let waiting = youths_by(Column::Begin, |value| value == Value::Missing)?;
    // Some may be in both. The larger of both is never too many, and too many would protect too little.
    let youths = started.iter().zip(&waiting).map(|(a, b)| if a.jeugdigen >= b.jeugdigen { *a } else { *b });
    let cells = youths.enumerate().map(|(cell, wie)| {
        let [found] = waits.quantiles(cell, [share]);
        of_quantile(found.map(f64::from), wie, share)
    });
    Ok(cells.collect())
}

pub(super) fn tot_nu_helft(vraag: &Vraag<'_>) -> Cellen {
    until_now(vraag, 0.5)
}

pub(super) fn tot_nu_negen(vraag: &Vraag<'_>) -> Cellen {
    until_now(vraag, 0.9)
}

fn of_amounts(
    vraag: &Vraag<'_>,
    axes: &[Axis],
    cents: impl IntoIterator<Item = u64>,
    omvang: Omvang,
) -> Cellen {
    let youths = distinct_set(vraag.snapshot, vraag.threads, axes)?;
    let by_youth = dominance_youth(vraag.snapshot, vraag.threads, axes, omvang)?;
    let by_provider = dominance_provider(vraag.snapshot, vraag.threads, axes, omvang)?;
    let cells = cents.into_iter().zip(youths).zip(by_youth.into_iter().zip(by_provider));
    let cel = |((cents, wie), (jeugdige, aanbieder))| Cel {
        waarde: Some(float(cents)),
        wie,
        grond: Grond::Bedrag { jeugdige, aanbieder },
    };
    Ok(cells.map(cel).collect())
}

pub(super) fn toegekend(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Ingang);
    let cents = sum(vraag.snapshot, vraag.threads, &axes, Column::Toegekend)?;
    of_amounts(vraag, &axes, cents, Omvang::Toegekend)
}

pub(super) fn verwacht(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Ingang);
    let cells = cost(vraag.snapshot, vraag.threads, &axes)?;
    // How much of what was granted is claimed: of everything that ended, for one period alone is too little to go by.
    let ended = cost(vraag.snapshot, vraag.threads, &vraag.axes())?;
    let of_level = ended.iter().flat_map(|ended| std::iter::repeat_n(ended, vraag.perioden.len()));
    let cents = cells.iter().zip(of_level).map(|(cell, ended)| cell.verwacht(ended));
    // What one youth or provider has in it is judged by what was granted, or claimed when that is more.
    of_amounts(vraag, &axes, cents, Omvang::Grootste)
}

pub(super) fn terugkeer(vraag: &Vraag<'_>) -> Cellen {
    let axes = vraag.axes_by(Column::Eind);
    let known = vraag.peildag().saturating_sub(i64::from(TERUG_DAGEN).days());
    let before = known.tomorrow().unwrap_or(known);
    let found = recurrence(vraag.snapshot, vraag.threads, &axes, before, TERUG_DAGEN)?;
    let youths = distinct_set(vraag.snapshot, vraag.threads, &ended(vraag))?;
    // Of a period that ends later the outcome is not known for everyone.
    let whole: Vec<bool> = vraag.spans().iter().map(|(_, last)| *last <= known).collect();
    let parts = found
        .iter()
        .zip(whole.iter().cycle())
        .map(|(one, whole)| if *whole { (one.again, one.ended) } else { (0, 0) });
    Ok(of_shares(parts, &youths))
}

pub(super) fn ketens(vraag: &Vraag<'_>) -> Cellen {
    let mut axes = vraag.axes_by(Column::Begin);
    axes.push(Axis::only(Column::Vorm, |value| value == Value::Word("ambulant")));
    axes.push(Axis::only(Column::Minuten, |value| matches!(value, Value::Number(0..=LICHT_MINUTEN))));
    let found = chains(vraag.snapshot, vraag.threads, &axes, SCHAKEL_DAGEN, KETEN)?;
    Ok(of_sets(&found.iter().map(|chains| chains.wie).collect::<Vec<_>>()))
}

pub(super) fn aanbieders(vraag: &Vraag<'_>) -> Cellen {
    let found = breadth(vraag.snapshot, vraag.threads, &vraag.axes_by(Column::Begin), Column::Aanbieder)?;
    let youths: Vec<Verzameling> = found.iter().map(|one| one.wie).collect();
    Ok(of_shares(found.iter().map(|one| (one.samen, one.aantal().into())), &youths))
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
    let youths = distinct_set(vraag.snapshot, vraag.threads, &axes)?;
    Ok(of_shares(counts.as_chunks::<2>().0.iter().map(|[others, own]| (*own, own + others)), &youths))
}

impl Groeideel {
    /// This part of growth.
    pub(crate) fn of(self, groei: &Groei) -> f64 {
        match self {
            Self::Nieuw => groei.nieuw,
            Self::Meer => groei.meer,
            Self::Langer => groei.langer,
            Self::Zwaarder => groei.zwaarder,
        }
    }
}

/// A part of the growth since the period before. The first period has none.
fn growth(vraag: &Vraag<'_>, deel: Groeideel) -> Cellen {
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
            let nu = now.copied().unwrap_or_default();
            let eerder = earlier.copied().filter(|_| whole);
            let waarde = eerder.and_then(|eerder| nu.groei(&eerder)).map(|groei| deel.of(&groei));
            out.push(Cel { waarde, wie: nu.wie, grond: Grond::Groei { nu, eerder, deel } });
            earlier = now;
        }
    }
    Ok(out)
}

pub(super) fn groei_nieuw(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, Groeideel::Nieuw)
}

pub(super) fn groei_meer(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, Groeideel::Meer)
}

pub(super) fn groei_langer(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, Groeideel::Langer)
}

pub(super) fn groei_zwaarder(vraag: &Vraag<'_>) -> Cellen {
    growth(vraag, Groeideel::Zwaarder)
}
