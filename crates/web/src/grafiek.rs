//! Charts: lines, bands, dots and bars on one pair of axes, as SVG with a title, a description and words at the lines.

use std::fmt::Write;

use jiff::civil::Date;

use crate::cijfer::rond;

/// Room around the axes, in the units of the drawing.
struct Maten {
    breed: f64,
    hoog: f64,
    links: f64,
    rechts: f64,
    boven: f64,
    onder: f64,
    /// Lines of the grid at most.
    rasters: f64,
}

const GROOT: Maten =
    Maten { breed: 730.0, hoog: 262.0, links: 62.0, rechts: 560.0, boven: 16.0, onder: 226.0, rasters: 5.0 };
const KLEIN: Maten =
    Maten { breed: 240.0, hoog: 120.0, links: 40.0, rechts: 234.0, boven: 10.0, onder: 98.0, rasters: 2.0 };
/// Least distance between two labels.
const REGEL: f64 = 18.0;

/// What is drawn.
pub(crate) struct Tekening<'a> {
    pub(crate) id: String,
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) klein: bool,
    /// First and last of the horizontal axis, and its marks.
    pub(crate) x: (f64, f64),
    pub(crate) x_merken: Vec<(f64, String)>,
    /// The top of the vertical axis where several charts share one.
    pub(crate) top: Option<f64>,
    pub(crate) y_woord: &'a dyn Fn(f64) -> String,
    pub(crate) reeksen: Vec<Reeks>,
    pub(crate) banden: Vec<Band>,
    pub(crate) stippen: Vec<(f64, f64, &'static str)>,
}

/// A line; where a value is not shown the line is broken.
pub(crate) struct Reeks {
    pub(crate) klasse: &'static str,
    pub(crate) label: String,
    pub(crate) punten: Vec<(f64, Option<f64>)>,
}

/// The room between two bounds.
pub(crate) struct Band {
    pub(crate) klasse: &'static str,
    pub(crate) punten: Vec<(f64, f64, f64)>,
}

/// A chart, ready to be written.
pub(crate) struct Figuur {
    pub(crate) id: String,
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) klein: bool,
    pub(crate) breed: f64,
    pub(crate) hoog: f64,
    pub(crate) links: f64,
    pub(crate) rechts: f64,
    pub(crate) onder: f64,
    pub(crate) rasters: Vec<(f64, String)>,
    pub(crate) merken: Vec<(f64, String)>,
    pub(crate) banden: Vec<(&'static str, String)>,
    pub(crate) lijnen: Vec<Lijn>,
    pub(crate) stippen: Vec<(f64, f64, &'static str)>,
}

/// A line in a chart.
pub(crate) struct Lijn {
    pub(crate) klasse: &'static str,
    pub(crate) pad: String,
    pub(crate) stippen: Vec<(f64, f64)>,
    pub(crate) label: String,
    pub(crate) label_x: f64,
    pub(crate) label_y: f64,
}

impl Figuur {
    /// Draws; `None` when there is nothing to draw.
    pub(crate) fn teken(of: Tekening<'_>) -> Option<Self> {
        let maten = if of.klein { KLEIN } else { GROOT };
        let values = of.reeksen.iter().flat_map(|reeks| reeks.punten.iter().filter_map(|(_, y)| *y));
        let highs = of.banden.iter().flat_map(|band| band.punten.iter().map(|(_, _, high)| *high));
        let dots = of.stippen.iter().map(|(_, y, _)| *y);
        let all: Vec<f64> = values.chain(highs).chain(dots).filter(|y| y.is_finite()).collect();
        if all.is_empty() {
            return None;
        }
        let top = of.top.unwrap_or_else(|| all.iter().copied().fold(0.0, f64::max)).max(1e-9);
        let bottom = all.iter().copied().fold(0.0, f64::min);
        let step = stap((top - bottom) / maten.rasters);
        let (low, high) = ((bottom / step).floor(), (top / step - 1e-9).ceil().max(1.0));
        let (from, until) = of.x;
        let width = (until - from).max(1e-9);
        let x = |value: f64| round1(maten.links + (maten.rechts - maten.links) * (value - from) / width);
        let y = |value: f64| {
            let share = (value - low * step) / ((high - low) * step);
            round1(maten.onder - (maten.onder - maten.boven) * share.clamp(0.0, 1.0))
        };
        let mut rasters = Vec::new();
        let mut n = low;
        while n <= high + 1e-9 {
            rasters.push((y(n * step), (of.y_woord)(n * step)));
            n += 1.0;
        }
        let mut lijnen: Vec<Lijn> =
            of.reeksen.into_iter().filter_map(|reeks| lijn(reeks, maten.rechts, &x, &y)).collect();
        spread(&mut lijnen, maten.onder);
        Some(Self {
            id: of.id,
            titel: of.titel,
            beschrijving: of.beschrijving,
            klein: of.klein,
            breed: maten.breed,
            hoog: maten.hoog,
            links: maten.links,
            rechts: maten.rechts,
            onder: maten.onder,
            rasters,
            merken: of.x_merken.into_iter().map(|(at, word)| (x(at), word)).collect(),
            banden: of.banden.into_iter().map(|band| (band.klasse, vlak(&band.punten, &x, &y))).collect(),
            stippen: of.stippen.into_iter().map(|(at, value, klasse)| (x(at), y(value), klasse)).collect(),
            lijnen,
        })
    }
}

fn lijn(reeks: Reeks, right: f64, x: &impl Fn(f64) -> f64, y: &impl Fn(f64) -> f64) -> Option<Lijn> {
    let (mut pad, mut stippen, mut last) = (String::new(), Vec::new(), None);
    let shown = |n: usize| reeks.punten.get(n).is_some_and(|(_, value)| value.is_some());
    for (n, (at, value)) in reeks.punten.iter().enumerate() {
        let Some(value) = value else { continue };
        let (px, py) = (x(*at), y(*value));
        let connected = n > 0 && shown(n - 1);
        // Writing to a String cannot fail.
        let _ = write!(pad, "{}{px} {py}", if connected { "L" } else { "M" });
        if !connected && !shown(n + 1) {
            stippen.push((px, py));
        }
        last = Some(py);
    }
    let label_y = last? + 4.0;
    Some(Lijn { klasse: reeks.klasse, pad, stippen, label: reeks.label, label_x: right + 10.0, label_y })
}

fn vlak(punten: &[(f64, f64, f64)], x: &impl Fn(f64) -> f64, y: &impl Fn(f64) -> f64) -> String {
    let mut pad = String::new();
    let there = punten.iter().map(|(at, _, high)| (x(*at), y(*high)));
    let back = punten.iter().rev().map(|(at, low, _)| (x(*at), y(*low)));
    for (n, (px, py)) in there.chain(back).enumerate() {
        let _ = write!(pad, "{}{px} {py}", if n == 0 { "M" } else { "L" });
    }
    pad.push('Z');
    pad
}

/// Keeps labels from lying on each other, in the order of the lines.
fn spread(lijnen: &mut [Lijn], bottom: f64) {
    lijnen.sort_by(|a, b| a.label_y.total_cmp(&b.label_y));
    let mut floor = 0.0_f64;
    for lijn in lijnen.iter_mut() {
        lijn.label_y = lijn.label_y.max(floor);
        floor = lijn.label_y + REGEL;
    }
    let over = lijnen.last().map_or(0.0, |lijn| (lijn.label_y - bottom - 4.0).max(0.0));
    for lijn in lijnen {
        lijn.label_y = round1(lijn.label_y - over);
    }
}

/// The smallest of 1, 2, 5, 10, 20, … (and of a tenth of those) that is at least so much.
pub(crate) fn stap(least: f64) -> f64 {
    let scale = 10_f64.powf(least.max(1e-6).log10().floor());
    let fits = |factor: &f64| factor * scale >= least - 1e-12;
    [1.0, 2.0, 5.0].into_iter().find(fits).unwrap_or(10.0) * scale
}

/// Where a period stands on an axis of months.
pub(crate) fn maand(day: Date) -> f64 {
    f64::from(i32::from(day.year()) * 12 + i32::from(day.month()) - 1)
}

/// The marks of an axis of months: the years.
fn jaren(van: Date, tot: Date, klein: bool) -> Vec<(f64, String)> {
    let years: Vec<i16> =
        (van.year()..=tot.year()).filter(|year| f64::from(*year) * 12.0 >= maand(van)).collect();
    let every = if klein { years.len().div_ceil(2).max(1) } else { 1 };
    years.into_iter().step_by(every).map(|year| (f64::from(year) * 12.0, year.to_string())).collect()
}

/// An empty drawing over months.
pub(crate) fn over_maanden(
    id: String,
    (titel, beschrijving): (String, String),
    (van, tot): (Date, Date),
    klein: bool,
    y_woord: &dyn Fn(f64) -> String,
) -> Tekening<'_> {
    Tekening {
        id,
        titel,
        beschrijving,
        klein,
        x: (maand(van), maand(tot).max(maand(van) + 1.0)),
        x_merken: jaren(van, tot, klein),
        top: None,
        y_woord,
        reeksen: Vec::new(),
        banden: Vec::new(),
        stippen: Vec::new(),
    }
}

/// One decimal is enough on the screen and keeps pages small.
pub(crate) fn round1(value: f64) -> f64 {
    let tenths = f64::from(rond(value.abs() * 10.0)) / 10.0;
    if value < 0.0 { -tenths } else { tenths }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(punten: Vec<(f64, Option<f64>)>) -> Tekening<'static> {
        Tekening {
            id: "x".into(),
            titel: "T".into(),
            beschrijving: "B".into(),
            klein: false,
            x: (0.0, 3.0),
            x_merken: vec![(0.0, "0".into())],
            top: None,
            y_woord: &|value| format!("{value}"),
            reeksen: vec![Reeks { klasse: "a", label: "l".into(), punten }],
            banden: Vec::new(),
            stippen: Vec::new(),
        }
    }

    #[test]
    fn what_is_not_shown_leaves_a_gap() {
        let figuur =
            Figuur::teken(of(vec![(0.0, Some(10.0)), (1.0, None), (2.0, Some(20.0)), (3.0, Some(20.0))]));
        let figuur = figuur.unwrap();
        assert_eq!((figuur.lijnen[0].pad.matches('M').count(), figuur.lijnen[0].stippen.len()), (2, 1));
        assert_eq!(figuur.rasters.last().unwrap().1, "20");
        assert!(Figuur::teken(of(vec![(0.0, None)])).is_none());
    }

    #[test]
    fn what_is_below_zero_lies_within() {
        let figuur = Figuur::teken(of(vec![(0.0, Some(-0.1)), (3.0, Some(0.3))])).unwrap();
        assert!(figuur.rasters.iter().all(|(y, _)| (16.0..=226.0).contains(y)));
        for (least, step) in [(0.03, 0.05), (1.0, 1.0), (21.0, 50.0), (501.0, 1_000.0)] {
            assert!((stap(least) - step).abs() < 1e-9, "{least}");
        }
    }
}
