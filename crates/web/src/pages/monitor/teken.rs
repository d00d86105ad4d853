//! What is drawn: three bars per area in one year, and per area a small chart over the years. All on one scale, in the order of names.

use std::fmt::Write as _;

use informatie::bevolking::{Gebied, Monitorrij};

use super::rijen::{waarde, whole_last};
use super::{Beeld, Keuze, decimaal, in_taal};
use crate::cijfer::rond;
use crate::grafiek::round1;
use crate::kader::Kader;

/// A bar, and what it tells in words; without a length the figure is not there.
pub(crate) struct Balk {
    pub(super) tekst: String,
    /// 0 to 100.
    pub(super) lengte: Option<u32>,
}

/// An area with its three bars.
pub(crate) struct Balkrij {
    pub(super) naam: String,
    pub(super) hulp: Balk,
    pub(super) armoede: Balk,
    pub(super) wonen: Balk,
}

/// The three values of an area in a year.
fn values(of: &Monitorrij<'_>) -> [Option<f64>; 3] {
    let hulp = of.jeugdhulp.as_ref().ok().map(|rate| rate.per_duizend);
    [hulp, of.armoede.and_then(|w| w.usable()), of.wonen.and_then(|w| w.usable())]
}

pub(super) fn balken(k: &Kader, beeld: &Beeld<'_>, keuze: &Keuze, jaar: u16) -> Vec<Balkrij> {
    let of_area = |gebied: Gebied| beeld.monitor.rijen.iter().find(|r| r.gebied == gebied && r.jaar == jaar);
    let mut most = [0.0_f64; 3];
    for (gebied, _) in whole_last(keuze) {
        for (top, value) in most.iter_mut().zip(of_area(gebied).map(values).unwrap_or_default()) {
            *top = top.max(value.unwrap_or_default());
        }
    }
    let row = |(gebied, naam): (Gebied, &str)| {
        let of = of_area(gebied)?;
        let hulp = match &of.jeugdhulp {
            Ok(rate) => decimaal(k.taal, rate.per_duizend.round()),
            Err(why) => in_taal(k.taal, why.naam()).to_owned(),
        };
        let words = [hulp, waarde(k, of.armoede), waarde(k, of.wonen)];
        let mut bars = words.into_iter().zip(values(of)).zip(most).map(|((tekst, value), top)| Balk {
            tekst,
            lengte: value.filter(|_| top > 0.0).map(|value| rond(value / top * 100.0)),
        });
        let (hulp, armoede, wonen) = (bars.next()?, bars.next()?, bars.next()?);
        Some(Balkrij { naam: naam.to_owned(), hulp, armoede, wonen })
    };
    whole_last(keuze).filter_map(row).collect()
}

const BREED: f64 = 220.0;
const LINKS: f64 = 8.0;
const RECHTS: f64 = 176.0;
const BOVEN: f64 = 14.0;
const ONDER: f64 = 70.0;

/// A small chart: youth care per thousand of one area.
pub(crate) struct Klein {
    pub(super) id: String,
    pub(super) naam: String,
    /// The same in words, for who cannot see it.
    pub(super) beschrijving: String,
    pub(super) pad: String,
    pub(super) stippen: Vec<(f64, f64)>,
    /// The last figure: place and number.
    pub(super) laatste: (f64, f64, String),
    pub(super) van: String,
    pub(super) tot: String,
}

impl Klein {
    /// Width of the drawing.
    pub(super) const BREED: f64 = BREED;
    /// Where the axis lies.
    pub(super) const ONDER: f64 = ONDER;
    /// Where it begins and ends.
    pub(super) const AS: (f64, f64) = (LINKS, RECHTS);
}

/// Only when there are two years at least.
pub(super) fn klein(k: &Kader, beeld: &Beeld<'_>, keuze: &Keuze) -> Vec<Klein> {
    let (Some(van), Some(tot)) = (beeld.jaren.first().copied(), beeld.jaren.last().copied()) else {
        return Vec::new();
    };
    let rates = |gebied: Gebied| -> Vec<(u16, f64)> {
        let own = beeld.monitor.rijen.iter().filter(|r| r.gebied == gebied);
        own.filter_map(|r| Some((r.jaar, r.jeugdhulp.as_ref().ok()?.per_duizend))).collect()
    };
    let top = whole_last(keuze).flat_map(|(g, _)| rates(g)).map(|(_, rate)| rate).fold(0.0, f64::max);
    if van == tot || top <= 0.0 {
        return Vec::new();
    }
    let x = |jaar: u16| LINKS + (RECHTS - LINKS) * f64::from(jaar - van) / f64::from(tot - van);
    let y = |rate: f64| ONDER - (ONDER - BOVEN) * rate / top;
    let draw = |(nr, (gebied, naam)): (usize, (Gebied, &str))| {
        let known = rates(gebied);
        let (last_year, last) = *known.last()?;
        let mut pad = String::new();
        let mut stippen = Vec::new();
        let mut before: Option<u16> = None;
        for (jaar, rate) in &known {
            let (px, py) = (round1(x(*jaar)), round1(y(*rate)));
            let joined = before.is_some_and(|earlier| earlier + 1 == *jaar);
            // Writing to a String cannot fail.
            let _ = write!(pad, "{}{px} {py}", if joined { "L" } else { "M" });
            stippen.push((px, py));
            before = Some(*jaar);
        }
        let told = known.iter().map(|(jaar, rate)| {
            let args = [("jaar", jaar.to_string().into()), ("n", decimaal(k.taal, rate.round()).into())];
            k.tx("monitor-klein-jaar", &args)
        });
        Some(Klein {
            id: format!("klein-{nr}"),
            naam: naam.to_owned(),
            beschrijving: told.collect::<Vec<_>>().join("; "),
            pad,
            stippen,
            laatste: (round1(x(last_year) + 8.0), round1(y(last) + 4.0), decimaal(k.taal, last.round())),
            van: van.to_string(),
            tot: tot.to_string(),
        })
    };
    whole_last(keuze).enumerate().filter_map(draw).collect()
}
