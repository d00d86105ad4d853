//! What is drawn: three bars per area in one year, and per area a small chart over the years. All on one scale, in the order of names.

use informatie::bevolking::{Gebied, Monitorrij};

use super::rijen::{waarde, whole_last};
use super::{Beeld, Keuze};
use crate::cijfer::rond;
use crate::grafiek::{Figuur, Reeks, Tekening};
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
            Ok(rate) => k.taal.decimaal(rate.per_duizend, 0),
            Err(why) => k.taal.tekst(why.naam()).to_owned(),
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

/// The course of one area: youth care per thousand over the years.
pub(crate) struct Klein {
    pub(super) naam: String,
    /// The newest figure, in words.
    pub(super) laatste: String,
    pub(super) f: Figuur,
}

/// Only when there are two years at least. All on one scale.
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
    let whole = |value: f64| k.taal.decimaal(value, 0);
    let draw = |(nr, (gebied, naam)): (usize, (Gebied, &str))| {
        let known = rates(gebied);
        let (last_year, last) = *known.last()?;
        let told = known.iter().map(|(jaar, rate)| {
            let args = [("jaar", jaar.to_string().into()), ("n", whole(*rate).into())];
            k.tx("monitor-klein-jaar", &args)
        });
        // A year of which nothing is known breaks the line.
        let rate_in = |year: u16| known.iter().find(|(jaar, _)| *jaar == year).map(|(_, rate)| *rate);
        let punten = (van..=tot).map(|year| (f64::from(year), rate_in(year)));
        let f = Figuur::teken(Tekening {
            id: format!("klein-{nr}"),
            titel: naam.to_owned(),
            beschrijving: told.collect::<Vec<_>>().join("; "),
            klein: true,
            x: (f64::from(van), f64::from(tot)),
            x_merken: [van, tot].map(|year| (f64::from(year), year.to_string())).to_vec(),
            top: Some(top),
            y_woord: &whole,
            reeksen: vec![Reeks { klasse: "in-hulp", label: String::new(), punten: punten.collect() }],
            banden: Vec::new(),
            stippen: Vec::new(),
        })?;
        let args = [("jaar", last_year.to_string().into()), ("n", whole(last).into())];
        Some(Klein { naam: naam.to_owned(), laatste: k.tx("monitor-klein-jaar", &args), f })
    };
    whole_last(keuze).enumerate().filter_map(draw).collect()
}
