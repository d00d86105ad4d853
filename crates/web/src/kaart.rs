//! The map of the region: outlines where a map was imported, else tiles of one size.

use std::fmt::Write;

use askama::Template;
use register::beeld::{WijkTegel, Wijkplek};

use crate::adres::Pad;
use crate::cijfer::{per_honderd, rond};
use crate::grafiek::round1;
use crate::kader::Kader;

/// Classes of colour, from light to dark.
const TINTEN: u32 = 5;
const BREED: f64 = 720.0;
const TEGEL: f64 = 58.0;
const STAP: f64 = 62.0;
/// A map of a few tiles is not blown up.
const SMALST: f64 = 8.0 * STAP;

/// A map, ready to be written.
#[derive(Template)]
#[template(path = "deel/kaart.html")]
pub(crate) struct Kaart {
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) breed: f64,
    pub(crate) hoog: f64,
    pub(crate) vakken: Vec<Vak>,
    pub(crate) legenda: Vec<(String, String)>,
}

/// A neighbourhood as it is asked for.
pub(crate) struct Vlek<'a> {
    pub(crate) plek: &'a Wijkplek,
    /// Youths in help per hundred who live there; none where it may not be shown.
    pub(crate) per_honderd: Option<f64>,
    /// The page about it.
    pub(crate) naar: String,
}

impl<'a> Vlek<'a> {
    /// As the page of the region shows it.
    pub(crate) fn of(wijk: &'a WijkTegel) -> Self {
        let per_honderd = per_honderd(wijk.in_hulp, wijk.plek.jeugd);
        Self { plek: &wijk.plek, per_honderd, naar: Pad::Wijk(wijk.plek.code).to_string() }
    }
}

/// One neighbourhood on the map.
pub(crate) struct Vak {
    pub(crate) naar: String,
    /// Name and figure, in the order in which the tile shows them.
    pub(crate) naam: String,
    pub(crate) tint: String,
    pub(crate) vorm: Vorm,
    pub(crate) label: Option<String>,
    pub(crate) onderschrift: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// How it is drawn.
pub(crate) enum Vorm {
    Tegel { x: f64, y: f64 },
    Omtrek { pad: String },
}

impl Kaart {
    /// Draws; `None` when nothing has a place.
    pub(crate) fn teken(k: &Kader, wijken: &[Vlek<'_>], gemeenten: &[&str]) -> Option<Self> {
        let highest = wijken.iter().filter_map(|w| w.per_honderd).fold(0.0, f64::max);
        let step = rond((highest / f64::from(TINTEN)).ceil()).max(1);
        let outlined = wijken.iter().any(|w| w.plek.omtrek.is_some());
        let (mut vakken, hoog) =
            if outlined { omtrekken(k, wijken, step)? } else { tegels(k, wijken, step)? };
        for vak in &mut vakken {
            vak.onderschrift = afgekort(zonder_gemeente(&vak.onderschrift, gemeenten));
        }
        let right = vakken.iter().map(|v| v.x).fold(0.0, f64::max) + TEGEL / 2.0 + 2.0;
        let breed = if outlined { BREED } else { right.max(SMALST) };
        Some(Self {
            titel: k.t("kaart-titel"),
            beschrijving: k.t(if outlined { "kaart-beschrijving" } else { "kaart-beschrijving-tegels" }),
            breed: round1(breed),
            hoog: round1(hoog),
            vakken,
            legenda: legenda(k, step),
        })
    }
}

fn legenda(k: &Kader, step: u32) -> Vec<(String, String)> {
    let mut out: Vec<_> = (0..TINTEN)
        .map(|n| {
            let args = [("van", (n * step).into()), ("tot", ((n + 1) * step).into())];
            let key = if n + 1 == TINTEN { "legenda-vanaf" } else { "legenda-van-tot" };
            (format!("tint-{n}"), k.tx(key, &args))
        })
        .collect();
    out.push(("tint-geen".to_owned(), k.t("legenda-geen")));
    out
}

fn tint(wijk: &Vlek<'_>, step: u32) -> String {
    wijk.per_honderd.map_or_else(
        || "tint-geen".to_owned(),
        |rate| format!("tint-{}", (rond(rate) / step).min(TINTEN - 1)),
    )
}

fn vak(k: &Kader, wijk: &Vlek<'_>, step: u32, vorm: Vorm, (x, y): (f64, f64)) -> Vak {
    let rate = wijk.per_honderd.map(rond);
    let Wijkplek { naam: of, .. } = wijk.plek;
    let naam = match rate {
        Some(n) => format!("{of} {}", k.t1("op-de-honderd", "n", n)),
        None => format!("{of}, {}", k.t("niet-getoond")),
    };
    let kort = rate.map(|n| n.to_string());
    Vak {
        naar: wijk.naar.clone(),
        naam,
        tint: tint(wijk, step),
        vorm,
        label: kort,
        onderschrift: of.clone(),
        x: round1(x),
        y: round1(y),
    }
}

/// `Breda noord` is `noord` on a tile in Breda: the municipality would take all the room.
fn zonder_gemeente<'n>(name: &'n str, gemeenten: &[&str]) -> &'n str {
    let rest = gemeenten.iter().find_map(|g| name.strip_prefix(g)?.strip_prefix([' ', '-']));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// As much of the name as fits in a tile.
fn afgekort(name: &str) -> String {
    const FITS: usize = 8;
    if name.chars().count() <= FITS {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(FITS - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

fn tegels(k: &Kader, wijken: &[Vlek<'_>], step: u32) -> Option<(Vec<Vak>, f64)> {
    let placed: Vec<_> = wijken.iter().filter_map(|w| w.plek.tegel.map(|place| (w, place))).collect();
    let left = placed.iter().map(|(_, (column, _))| *column).min()?;
    let top = placed.iter().map(|(_, (_, row))| *row).min()?;
    let bottom = placed.iter().map(|(_, (_, row))| *row).max()?;
    let vakken = placed.iter().map(|(wijk, (column, row))| {
        let x = f64::from(column - left) * STAP + 2.0;
        let y = f64::from(row - top) * STAP + 2.0;
        vak(k, wijk, step, Vorm::Tegel { x, y }, (x + TEGEL / 2.0, y + TEGEL / 2.0))
    });
    Some((vakken.collect(), f64::from(bottom - top) * STAP + TEGEL + 4.0))
}

type Punt = (f64, f64);

fn omtrekken(k: &Kader, wijken: &[Vlek<'_>], step: u32) -> Option<(Vec<Vak>, f64)> {
    let points = || wijken.iter().filter_map(|w| w.plek.omtrek.as_ref()).flatten().flatten();
    let sound = points().all(|(lon, lat)| lon.is_finite() && lat.is_finite());
    let (first_lon, first_lat) = points().next().copied().filter(|_| sound)?;
    let (mut west, mut east, mut south, mut north) = (first_lon, first_lon, first_lat, first_lat);
    for (lon, lat) in points() {
        (west, east) = (west.min(*lon), east.max(*lon));
        (south, north) = (south.min(*lat), north.max(*lat));
    }
    // At this scale a degree of longitude is shorter by the cosine of the latitude; the rest of the bend is unseen.
    let squeeze = f64::midpoint(south, north).to_radians().cos();
    let scale = (BREED - 8.0) / ((east - west) * squeeze).max(1e-9);
    let project = |(lon, lat): &Punt| ((lon - west) * squeeze * scale + 4.0, (north - lat) * scale + 4.0);
    let vakken = wijken.iter().filter_map(|wijk| {
        let rings = wijk.plek.omtrek.as_ref()?;
        let mut pad = String::new();
        for ring in rings {
            for (n, point) in ring.iter().enumerate() {
                let (x, y) = project(point);
                // Writing to a String cannot fail.
                let _ = write!(pad, "{}{} {}", if n == 0 { "M" } else { "L" }, round1(x), round1(y));
            }
            pad.push('Z');
        }
        let middle = project(&midden(rings.iter().max_by_key(|ring| ring.len())?)?);
        Some(vak(k, wijk, step, Vorm::Omtrek { pad }, middle))
    });
    Some((vakken.collect(), (north - south) * scale + 8.0))
}

/// The middle of the box around a ring.
fn midden(ring: &[Punt]) -> Option<Punt> {
    let first = ring.first()?;
    let (mut low, mut high) = (*first, *first);
    for (x, y) in ring {
        low = (low.0.min(*x), low.1.min(*y));
        high = (high.0.max(*x), high.1.max(*y));
    }
    Some((f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::monster;
    use crate::taal::Taal;

    fn vlekken(wijken: &[WijkTegel]) -> Vec<Vlek<'_>> {
        wijken.iter().map(Vlek::of).collect()
    }

    #[test]
    fn tiles_begin_at_the_corner_and_small_numbers_have_no_colour() {
        let k = Kader::kaal(Taal::Nl);
        let wijken = monster::wijken("");
        let map = Kaart::teken(&k, &vlekken(&wijken), &[]).unwrap();
        assert_eq!(map.vakken.len(), wijken.len());
        assert!(map.vakken.iter().any(|v| v.tint == "tint-geen"));
        assert!(map.vakken.iter().any(|v| v.tint == "tint-4"), "the highest has the darkest colour");
        assert_eq!(map.legenda.len(), 6);
        assert_eq!(zonder_gemeente("Breda noord", &["Breda"]), "noord");
        assert_eq!(zonder_gemeente("Breda", &["Breda"]), "Breda");
        assert_eq!(afgekort("Haagse Beemden"), "Haagse…");
    }

    #[test]
    fn outlines_fit_in_the_picture() {
        let k = Kader::kaal(Taal::Nl);
        let mut wijken = monster::wijken("");
        for (wijk, west) in wijken.iter_mut().zip([4.7, 4.8, 4.9]) {
            let east = west + 0.1;
            wijk.plek.omtrek = Some(vec![vec![(west, 51.5), (east, 51.5), (east, 51.6), (west, 51.6)]]);
        }
        let map = Kaart::teken(&k, &vlekken(&wijken), &[]).unwrap();
        assert!((map.breed - BREED).abs() < f64::EPSILON && map.hoog < BREED);
        assert!(map.vakken.iter().all(|v| v.x > 0.0 && v.x < BREED && v.y > 0.0 && v.y < map.hoog));
        assert!(Kaart::teken(&k, &[], &[]).is_none());
    }
}
