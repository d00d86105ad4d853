//! Decimal commas that got lost, seen beside other years.

use std::collections::HashMap;

use super::bezwaar::{Bezwaren, Reden, Spoor};
use super::cijfer::Cijfer;
use super::gebied::Gebied;
use super::invoer::series;
use super::oogst::{FACTORS, Oogst};
use super::rijen::{Inhoud, Merk, Vak};

/// Years that a value is held against, on either side.
const YEARS: u16 = 3;

/// A value of another year below this says too little: of 2 households, 20 can come.
const LEAST: f64 = 1.0;

/// Of people and houses: a new neighbourhood can grow tenfold from less than this.
const LEAST_PEOPLE: f64 = 50.0;

/// One year of a figure.
struct Punt {
    vak: Vak,
    value: f64,
    merk: Merk,
}

/// Marks values that are 10, 100 or 1000 times what other years of the same area say. The large one is doubted, whichever came first.
pub(super) fn doubt_years(
    inhoud: &mut Inhoud,
    oogst: &Oogst,
    found: &HashMap<Vak, usize>,
    wrong: &mut Bezwaren<'_>,
) {
    for (gebied, cijfer) in series(&oogst.vondsten) {
        let mut points = points(inhoud, gebied, cijfer);
        if points.len() < 2 {
            continue;
        }
        points.sort_by(|a, b| b.value.total_cmp(&a.value));
        for at in 0..points.len() {
            let Some((factor, expected)) = factor(inhoud, &points, at) else { continue };
            let Some(point) = points.get_mut(at) else { continue };
            point.merk = Merk::Verdacht;
            if let Some(meting) = inhoud.cijfers.get_mut(&point.vak) {
                meting.merk = Merk::Verdacht;
            }
            let own = found.get(&point.vak).and_then(|n| oogst.vondsten.get(*n));
            if let Some(vondst) = own {
                let reden = Reden::Komma { factor, verwacht: Some(expected), spoor: Spoor::Jaren };
                wrong.add(vondst.rij, oogst.kolom(vondst.kolom), &vondst.tekst, reden);
                continue;
            }
            let (jaar, waarde) = (point.vak.jaar, point.value);
            let beside =
                oogst.vondsten.iter().find(|v| v.sleutel.gebied == gebied && v.sleutel.cijfer == cijfer);
            if let Some(vondst) = beside {
                let reden = Reden::KommaEerder { jaar, waarde, factor };
                wrong.add(vondst.rij, oogst.kolom(vondst.kolom), &vondst.tekst, reden);
            }
        }
    }
}

fn points(inhoud: &Inhoud, gebied: Gebied, cijfer: Cijfer) -> Vec<Punt> {
    let first = Vak { gebied, cijfer, jaar: 0, tabel: 0 };
    let last = Vak { gebied, cijfer, jaar: u16::MAX, tabel: u16::MAX };
    inhoud
        .cijfers
        .range(first..=last)
        .filter_map(|(vak, m)| Some(Punt { vak: vak.clone(), value: m.cel.known()?, merk: m.merk }))
        .collect()
}

/// How many times too large a value is, and what was expected.
fn factor(inhoud: &Inhoud, points: &[Punt], at: usize) -> Option<(u16, f64)> {
    let point = points.get(at).filter(|p| p.merk == Merk::Geen)?;
    let jaar = point.vak.jaar;
    let least = if point.vak.cijfer.whole() { LEAST_PEOPLE } else { LEAST };
    let mut others: Vec<f64> = points
        .iter()
        .filter(|p| p.vak.jaar != jaar && p.vak.jaar.abs_diff(jaar) <= YEARS && p.merk != Merk::Verdacht)
        .filter(|p| inhoud.grens(point.vak.gebied, p.vak.jaar, jaar) != super::grenzen::Grens::Anders)
        .map(|p| p.value)
        .collect();
    others.sort_by(f64::total_cmp);
    let expected = others.get(others.len().checked_sub(1)? / 2).copied().filter(|v| *v >= least)?;
    let ratio = point.value / expected;
    let (factor, _) = FACTORS.iter().find(|(_, f)| (0.8..=1.25).contains(&(ratio / f)))?;
    Some((*factor, expected))
}
