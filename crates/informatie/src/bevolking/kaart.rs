//! Maps of areas in GeoJSON, as CBS and PDOK hand them out and as common extracts.

use std::collections::BTreeMap;

use serde_json::Value;

use super::bezwaar::{Bezwaren, Kolom, Reden};
use super::gebied::{Gebied, GeenGebied};
use super::kop::{self, Periode, Rol};
use super::oogst::{Feit, Kader, Oogst, Plaats, Sleutel};

/// Lines that go round an area or a hole in it: longitude and latitude in degrees (WGS84).
type Ringen = Vec<Vec<(f64, f64)>>;

/// Reads a map: names, changes and sizes of areas, and the figures that the map has with them. None when it is none, which was then said.
pub(super) fn read(text: &str, kader: Kader, wrong: &mut Bezwaren<'_>) -> Option<Oogst> {
    let json: Value = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(e) => {
            let nr = u32::try_from(e.column()).unwrap_or(u32::MAX).max(1);
            let rij = (e.line() as u64).max(1);
            wrong.add(rij, Kolom { nr, naam: String::new() }, "", Reden::Json(e.to_string()));
            return None;
        }
    };
    let Some(features) = json.get("features").and_then(Value::as_array) else {
        wrong.whole(Reden::Json("no features".to_owned()));
        return None;
    };
    let mut oogst = Oogst::default();
    let mut seen: BTreeMap<(u16, Gebied), u64> = BTreeMap::new();
    for (nr, feature) in (1_u64..).zip(features) {
        oogst.rijen += 1;
        one(nr, feature, kader, &mut oogst, &mut seen, wrong);
    }
    oogst.settle(wrong);
    Some(oogst)
}

fn one(
    nr: u64,
    feature: &Value,
    kader: Kader,
    oogst: &mut Oogst,
    seen: &mut BTreeMap<(u16, Gebied), u64>,
    wrong: &mut Bezwaren<'_>,
) {
    let at = |naam: &str| Kolom { nr: 1, naam: naam.to_owned() };
    let none = serde_json::Map::new();
    let properties = feature.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if properties.get("water").and_then(Value::as_str).is_some_and(|w| w != "NEE") {
        oogst.over.water += 1;
        return;
    }
    let mut areas: Vec<(u8, &str, String)> = properties
        .iter()
        .filter_map(|(key, value)| match kop::rol(key) {
            Rol::Gebied(rank) => Some((rank, key.as_str(), text(value))),
            _ => None,
        })
        .collect();
    areas.sort();
    let gebied =
        match areas.iter().map(|(_, _, code)| Gebied::parse(code)).find(|g| *g != Err(GeenGebied::Code)) {
            Some(Ok(gebied)) => gebied,
            Some(Err(GeenGebied::Ander)) => {
                oogst.over.andere_gebieden += 1;
                return;
            }
            Some(Err(_)) => {
                oogst.over.buurten += 1;
                return;
            }
            None => {
                let (naam, code) =
                    areas.first().map_or(("wijkcode", ""), |(_, key, code)| (*key, code.as_str()));
                wrong.add(nr, at(naam), code, Reden::GeenGebied);
                return;
            }
        };
    let get = |wanted: &dyn Fn(Rol) -> bool| {
        properties.iter().find(|(k, _)| wanted(kop::rol(k))).map(|(_, v)| text(v))
    };
    let own_year = get(&|r| r == Rol::Jaar)
        .or_else(|| properties.get("jrstatcode").map(|v| text(v).chars().take(4).collect()))
        .and_then(|t| if let Periode::Jaar(jaar) = kop::periode(&t) { Some(jaar) } else { None });
    let Some(jaar) = own_year.or(kader.jaar) else {
        wrong.add(nr, at("jaar"), "", Reden::GeenJaar);
        return;
    };
    let km2 = match polygons(feature) {
        Ok(polygons) => area(&polygons),
        Err(reden) => {
            wrong.add(nr, at("geometry"), "", reden);
            return;
        }
    };
    if let Some(eerder) = seen.insert((jaar, gebied), nr) {
        wrong.add(nr, at("wijkcode"), &gebied.to_string(), Reden::Dubbel { eerder });
        return;
    }
    let name = match gebied {
        Gebied::Gemeente(_) => {
            get(&|r| r == Rol::Gemeentenaam).or_else(|| get(&|r| matches!(r, Rol::Naam(_))))
        }
        _ => get(&|r| r == Rol::Naam(0)).or_else(|| get(&|r| matches!(r, Rol::Naam(_)))),
    };
    let wijziging =
        get(&|r| r == Rol::Wijziging).and_then(|t| t.parse().ok()).filter(|n| (1..=3).contains(n));
    oogst.note(jaar, gebied, Feit { naam: name.unwrap_or_default(), wijziging, km2: Some(km2) });
    let kader = Kader { jaar: Some(jaar), ..kader };
    for (key, value) in properties {
        let Rol::Cijfer(cijfer, own) = kop::rol(key) else { continue };
        if cijfer.detail_of_jeugdzorg() {
            continue;
        }
        let kolom = heading(oogst, key);
        let jaar = own.unwrap_or(jaar);
        let value = if value.is_null() { String::new() } else { text(value) };
        oogst.take(Sleutel { gebied, cijfer, jaar }, &value, Plaats { rij: nr, kolom }, kader, wrong);
    }
}

/// The number of a property among those that were met.
fn heading(oogst: &mut Oogst, key: &str) -> u32 {
    let at = oogst.koppen.iter().position(|k| k == key).unwrap_or_else(|| {
        oogst.koppen.push(key.to_owned());
        oogst.koppen.len() - 1
    });
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// The outline of a feature: a list of rings per polygon, the outer one first.
fn polygons(feature: &Value) -> Result<Vec<Ringen>, Reden> {
    let geometry = feature.get("geometry").ok_or(Reden::GeenOmtrek)?;
    let coordinates = geometry.get("coordinates").ok_or(Reden::GeenOmtrek)?;
    let polygons = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![polygon(coordinates)?],
        Some("MultiPolygon") => {
            let all = coordinates.as_array().ok_or(Reden::GeenOmtrek)?;
            all.iter().map(polygon).collect::<Result<_, _>>()?
        }
        _ => return Err(Reden::GeenOmtrek),
    };
    let whole = |rings: &Ringen| rings.first().is_some_and(|r| r.len() >= 3);
    if polygons.iter().any(whole) { Ok(polygons) } else { Err(Reden::GeenOmtrek) }
}

fn polygon(value: &Value) -> Result<Ringen, Reden> {
    let point = |p: &Value| -> Result<(f64, f64), Reden> {
        let (x, y) = (p.get(0).and_then(Value::as_f64), p.get(1).and_then(Value::as_f64));
        let (Some(lon), Some(lat)) = (x, y) else { return Err(Reden::GeenOmtrek) };
        let degrees = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        if degrees { Ok((lon, lat)) } else { Err(Reden::GeenGraden) }
    };
    let rings = value.as_array().ok_or(Reden::GeenOmtrek)?;
    rings.iter().map(|ring| ring.as_array().ok_or(Reden::GeenOmtrek)?.iter().map(point).collect()).collect()
}

/// Square kilometres within polygons, holes taken off, whichever way round they are drawn. Plane around its own latitude; within half a
/// percent for areas of this size.
fn area(polygons: &[Ringen]) -> f64 {
    const KM_PER_DEGREE: f64 = 111.2;
    let ring = |ring: &Vec<(f64, f64)>| -> f64 {
        let Some((first, _)) = ring.split_first() else { return 0.0 };
        let scale = first.1.to_radians().cos() * KM_PER_DEGREE * KM_PER_DEGREE;
        let next = ring.iter().skip(1).chain(std::iter::once(first));
        (ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0 * scale).abs()
    };
    let one = |rings: &Ringen| {
        let mut sizes = rings.iter().map(ring);
        sizes.next().unwrap_or(0.0) - sizes.sum::<f64>()
    };
    polygons.iter().map(one).sum::<f64>().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_with_a_hole() {
        let square =
            |w: f64| vec![(5.0, 52.0), (5.0 + w, 52.0), (5.0 + w, 52.0 + w), (5.0, 52.0 + w), (5.0, 52.0)];
        let km2 = area(&[vec![square(0.1), square(0.05)]]);
        // 6.85 km by 11.12 km, three quarters of it.
        assert!((km2 - 57.1).abs() < 0.3, "{km2}");
    }
}
