//! `leerloop region`: what the register is of.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use register::{Regiogegevens, Register, Rings};
use serde_json::Value;
use stelsel::expertvraag::Bindend;
use stelsel::{Gemeentecode, Postcode, Wijkcode};

use super::gemeenten::name_of;
use crate::options::{RegionAdvice, RegionFile, RegionSet, Where};
use crate::spraak::Spraak;
use crate::{GOOD, PARTLY, SystemKlok};

/// Wrong lines that are printed.
const SHOWN: usize = 10;

fn open(place: &Where) -> Result<Register> {
    Ok(Register::open(&place.opslag(super::DATA), Arc::new(SystemKlok))?)
}

pub(crate) fn set(spraak: &Spraak, options: &RegionSet) -> Result<u8> {
    let wrong = |text: &str| anyhow!(spraak.say("gemeente-onbekend", &[("code", text.into())]));
    let gemeenten = options
        .gemeenten
        .iter()
        .map(|text| {
            let (code, name) =
                text.split_once('=').map_or((text.as_str(), None), |(code, name)| (code, Some(name)));
            let code = Gemeentecode::parse(code).map_err(|_| wrong(text))?;
            let name = name.or_else(|| name_of(code.number())).ok_or_else(|| wrong(text))?;
            Ok((code, name.to_owned(), None))
        })
        .collect::<Result<Vec<_>>>()?;
    let count = gemeenten.len();
    let register = open(&options.place)?;
    // A demo stays a demo, whatever its region is called.
    let demo = register.inrichting()?.demo;
    register.setup_region(&Regiogegevens {
        naam: options.name.clone(),
        demo,
        gemeenten,
        ..Regiogegevens::default()
    })?;
    println!("{}", spraak.say("regio-gezet", &[("naam", (&options.name).into()), ("aantal", count.into())]));
    Ok(GOOD)
}

pub(crate) fn map(spraak: &Spraak, options: &RegionFile) -> Result<u8> {
    let text = read(spraak, &options.file)?;
    let unreadable = |reden: String| anyhow!(spraak.say("geojson-onleesbaar", &[("reden", reden.into())]));
    let json: Value = serde_json::from_str(&text).map_err(|e| unreadable(e.to_string()))?;
    let features =
        json.get("features").and_then(Value::as_array).ok_or_else(|| unreadable("features".to_owned()))?;
    let mut wijken = Vec::new();
    let mut wrong = Vec::new();
    for (nr, feature) in (1_u64..).zip(features) {
        match neighbourhood(feature) {
            Some(wijk) => wijken.push(wijk),
            None => wrong.push(nr),
        }
    }
    let read = wijken.len();
    let stored = open(&options.place)?.put_map(wijken)?;
    for nr in wrong.iter().take(SHOWN) {
        println!("{}", spraak.say("geojson-stuk", &[("nr", (*nr).into())]));
    }
    println!("{}", spraak.say("kaart-gezet", &[("aantal", stored.into()), ("gelezen", read.into())]));
    Ok(if wrong.is_empty() && stored > 0 { GOOD } else { PARTLY })
}

/// Code, name and outline of a feature. The names of the properties are those of CBS and of common extracts.
fn neighbourhood(feature: &Value) -> Option<(Wijkcode, String, Rings)> {
    let properties = feature.get("properties")?;
    let text =
        |names: &[&str]| names.iter().find_map(|name| properties.get(*name)?.as_str().map(str::to_owned));
    let code = Wijkcode::parse(&text(&["wijkcode", "WK_CODE", "statcode"])?).ok()?;
    let name = text(&["wijknaam", "WK_NAAM", "statnaam", "naam"]).unwrap_or_else(|| code.to_string());
    let geometry = feature.get("geometry")?;
    let coordinates = geometry.get("coordinates")?;
    let rings = match geometry.get("type")?.as_str()? {
        "Polygon" => rings(coordinates)?,
        "MultiPolygon" => coordinates.as_array()?.iter().map(rings).collect::<Option<Vec<_>>>()?.concat(),
        _ => return None,
    };
    Some((code, name, rings))
}

fn rings(polygon: &Value) -> Option<Rings> {
    let point = |p: &Value| {
        let (lon, lat) = (p.get(0)?.as_f64()?, p.get(1)?.as_f64()?);
        ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)).then_some((lon, lat))
    };
    polygon.as_array()?.iter().map(|ring| ring.as_array()?.iter().map(point).collect()).collect()
}

pub(crate) fn postcodes(spraak: &Spraak, options: &RegionFile) -> Result<u8> {
    let text = read(spraak, &options.file)?;
    let mut rows = Vec::new();
    let mut wrong = Vec::new();
    for (nr, line) in (1_u64..).zip(text.trim_start_matches('\u{feff}').lines()) {
        match postcode_line(line) {
            Some(row) => rows.push(row),
            // The first line may be a heading.
            None if nr == 1 || line.trim().is_empty() => {}
            None => wrong.push(nr),
        }
    }
    let read = rows.len();
    let stored = open(&options.place)?.put_postcodes(rows)?;
    for nr in wrong.iter().take(SHOWN) {
        println!("{}", spraak.say("postcode-regel", &[("nr", (*nr).into())]));
    }
    println!("{}", spraak.say("postcodes-gezet", &[("aantal", stored.into()), ("gelezen", read.into())]));
    Ok(if wrong.is_empty() && stored > 0 { GOOD } else { PARTLY })
}

pub(crate) fn schools(spraak: &Spraak, options: &RegionFile) -> Result<u8> {
    let text = read(spraak, &options.file)?;
    let names: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect();
    let stored = open(&options.place)?.put_schools(&names)?;
    println!("{}", spraak.say("scholen-gezet", &[("aantal", stored.into())]));
    Ok(GOOD)
}

pub(crate) fn advice(spraak: &Spraak, options: &RegionAdvice) -> Result<u8> {
    let binds = Bindend::from_key(&options.binds).ok_or_else(|| {
        let all = Bindend::ALL.iter().map(|one| one.key()).collect::<Vec<_>>().join(", ");
        anyhow!(
            spraak.say("advies-onbekend", &[("waarde", (&options.binds).into()), ("waarden", all.into())])
        )
    })?;
    open(&options.place)?.set_expert_binding(binds)?;
    println!("{}", spraak.say("advies-gezet", &[("waarde", binds.key().into())]));
    Ok(GOOD)
}

/// `4811;WK075800` or `4811 AB;WK075800`, with a semicolon, comma or tab.
fn postcode_line(line: &str) -> Option<(String, Wijkcode)> {
    let (postcode, wijk) = line.split_once([';', ',', '\t'])?;
    let bare = postcode.trim().trim_matches('"');
    let four = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit()) && !bare.starts_with('0');
    let postcode = if four { bare.to_owned() } else { Postcode::parse(bare).ok()?.to_string() };
    let wijk = wijk.split([';', ',', '\t']).next()?.trim().trim_matches('"');
    Some((postcode, Wijkcode::parse(wijk).ok()?))
}

fn read(spraak: &Spraak, file: &Path) -> Result<String> {
    std::fs::read_to_string(file)
        .with_context(|| spraak.say("bestand-onleesbaar", &[("bestand", file.display().to_string().into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_of_four_and_six() {
        let wijk = Wijkcode::parse("WK075801").unwrap();
        for (line, postcode) in [
            ("4811;WK075801", "4811"),
            ("\"4811 ab\",\"WK075801\"", "4811AB"),
            ("4811AB\tWK075801;x", "4811AB"),
        ] {
            assert_eq!(postcode_line(line), Some((postcode.to_owned(), wijk)));
        }
        for wrong in ["postcode;wijk", "0811;WK075801", "4811;BU075801", "4811"] {
            assert_eq!(postcode_line(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn features_of_either_kind() {
        let json = r#"{"properties":{"wijkcode":"WK075801","wijknaam":"Breda noord"},"geometry":{"type":"MultiPolygon",
            "coordinates":[[[[4.7,51.5],[4.8,51.6],[4.7,51.5]]],[[[4.1,51.1],[4.2,51.2],[4.1,51.1]]]]}}"#;
        let (code, name, rings) = neighbourhood(&serde_json::from_str(json).unwrap()).unwrap();
        assert_eq!((code.to_string().as_str(), name.as_str(), rings.len()), ("WK075801", "Breda noord", 2));
        let outside = json.replace("51.6", "951.6");
        assert!(neighbourhood(&serde_json::from_str(&outside).unwrap()).is_none());
    }
}
