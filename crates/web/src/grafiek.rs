//! Line charts, drawn on the server as SVG with a title, a description and labels at the lines.

use std::fmt::Write;

use askama::Template;
use jiff::civil::Date;

use crate::cijfer::rond;

const BREED: f64 = 680.0;
const LINKS: f64 = 52.0;
const RECHTS: f64 = 560.0;
const BOVEN: f64 = 16.0;
const ONDER: f64 = 226.0;
/// Least distance between two labels.
const REGEL: f64 = 18.0;

/// A line as it is asked for: one value per month on the axis, none where it may not be shown.
pub(crate) struct Reeks {
    /// Class that gives the line its colour and dash.
    pub(crate) klasse: &'static str,
    pub(crate) label: String,
    pub(crate) waarden: Vec<Option<u32>>,
}

/// A chart, ready to be written.
#[derive(Template)]
#[template(path = "deel/lijnen.html")]
pub(crate) struct Lijnen {
    pub(crate) id: &'static str,
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) breed: f64,
    pub(crate) links: f64,
    pub(crate) rechts: f64,
    pub(crate) onder: f64,
    pub(crate) rasters: Vec<(f64, String)>,
    pub(crate) jaren: Vec<(f64, i16)>,
    pub(crate) reeksen: Vec<Lijn>,
}

/// A line in a chart.
pub(crate) struct Lijn {
    pub(crate) klasse: &'static str,
    pub(crate) pad: String,
    /// Points that stand alone, because what is before and after them is not shown.
    pub(crate) stippen: Vec<(f64, f64)>,
    pub(crate) label: String,
    pub(crate) label_x: f64,
    pub(crate) label_y: f64,
}

/// Words for a chart.
pub(crate) struct Bijschrift {
    pub(crate) id: &'static str,
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
}

impl Lijnen {
    /// Draws; `None` when there is nothing to draw.
    pub(crate) fn teken(text: Bijschrift, maanden: &[Date], reeksen: Vec<Reeks>) -> Option<Self> {
        let top = reeksen.iter().flat_map(|r| &r.waarden).flatten().copied().max()?;
        let steps = u32::try_from(maanden.len()).ok().filter(|n| *n > 1)? - 1;
        let step = mooie_stap(top);
        let ceiling = f64::from(top.div_ceil(step).max(1) * step);
        let x =
            |n: usize| LINKS + (RECHTS - LINKS) * f64::from(u32::try_from(n).unwrap_or(0)) / f64::from(steps);
        let y = |value: u32| ONDER - (ONDER - BOVEN) * f64::from(value) / ceiling;

        let rasters = (0..=top.div_ceil(step).max(1)).map(|n| (round1(y(n * step)), (n * step).to_string()));
        let jaren = maanden.iter().enumerate().filter(|(n, month)| {
            // The year stands at its first point on the axis.
            *n > 0 && maanden.get(n - 1).is_some_and(|before| before.year() != month.year())
        });
        let mut lijnen: Vec<Lijn> = reeksen.into_iter().filter_map(|r| lijn(r, &x, &y)).collect();
        spread(&mut lijnen);
        Some(Self {
            id: text.id,
            titel: text.titel,
            beschrijving: text.beschrijving,
            breed: BREED,
            links: LINKS,
            rechts: RECHTS,
            onder: ONDER,
            rasters: rasters.collect(),
            jaren: jaren.map(|(n, month)| (round1(x(n)), month.year())).collect(),
            reeksen: lijnen,
        })
    }
}

fn lijn(reeks: Reeks, x: &impl Fn(usize) -> f64, y: &impl Fn(u32) -> f64) -> Option<Lijn> {
    let mut pad = String::new();
    let mut stippen = Vec::new();
    let mut last = None;
    let value_at = |n: usize| reeks.waarden.get(n).copied().flatten();
    for (n, value) in reeks.waarden.iter().enumerate() {
        let Some(value) = value else { continue };
        let (px, py) = (round1(x(n)), round1(y(*value)));
        let connected = n > 0 && value_at(n - 1).is_some();
        // Writing to a String cannot fail.
        let _ = write!(pad, "{}{px} {py}", if connected { "L" } else { "M" });
        if !connected && value_at(n + 1).is_none() {
            stippen.push((px, py));
        }
        last = Some(py);
    }
    Some(Lijn {
        klasse: reeks.klasse,
        pad,
        stippen,
        label: reeks.label,
        label_x: RECHTS + 10.0,
        label_y: last? + 4.0,
    })
}

/// Keeps labels from lying on each other, in the order of the lines.
fn spread(lijnen: &mut [Lijn]) {
    lijnen.sort_by(|a, b| a.label_y.total_cmp(&b.label_y));
    let mut floor = 0.0_f64;
    for lijn in lijnen.iter_mut() {
        lijn.label_y = lijn.label_y.max(floor);
        floor = lijn.label_y + REGEL;
    }
    let overflow = lijnen.last().map_or(0.0, |l| (l.label_y - ONDER - 4.0).max(0.0));
    for lijn in lijnen {
        lijn.label_y = round1(lijn.label_y - overflow);
    }
}

/// A step of 5, 10, 20, 25, 50, 100 ... that gives at most five lines.
fn mooie_stap(top: u32) -> u32 {
    let mut scale = 1_u32;
    loop {
        for base in [5, 10, 20, 25] {
            if top.div_ceil(scale.saturating_mul(base)) <= 5 {
                return scale.saturating_mul(base);
            }
        }
        scale = scale.saturating_mul(10);
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
    use jiff::civil::date;

    fn text() -> Bijschrift {
        Bijschrift { id: "x", titel: "T".into(), beschrijving: "B".into() }
    }

    #[test]
    fn steps_are_round() {
        for (top, step) in [(1, 5), (25, 5), (26, 10), (101, 25), (126, 50), (9_000, 2_000)] {
            assert_eq!(mooie_stap(top), step, "{top}");
        }
    }

    #[test]
    fn what_is_not_shown_leaves_a_gap_and_labels_stay_apart() {
        let months = [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)];
        let line =
            |values: [Option<u32>; 4]| Reeks { klasse: "a", label: "l".into(), waarden: values.to_vec() };
        let chart = Lijnen::teken(
            text(),
            &months,
            vec![line([Some(10), None, Some(20), Some(20)]), line([Some(20); 4]), line([None; 4])],
        )
        .unwrap();
        assert_eq!(chart.reeksen.len(), 2, "a line without a single point is no line");
        let gap = chart.reeksen.iter().find(|l| !l.stippen.is_empty()).unwrap();
        assert_eq!(gap.pad.matches('M').count(), 2);
        assert!((chart.reeksen[0].label_y - chart.reeksen[1].label_y).abs() >= REGEL);
        assert_eq!(chart.jaren.iter().map(|(_, year)| *year).collect::<Vec<_>>(), [2026]);
        assert!(Lijnen::teken(text(), &months, vec![line([None; 4])]).is_none());
    }
}
