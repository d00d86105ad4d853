//! Importing messages from outside.

use std::path::{Path, PathBuf};

use stelsel::expertvraag::Bindend;

use crate::program::{printed, run, small_demo, workspace};

/// Sample messages that stand beside the project, where they are at hand.
fn samples() -> Option<Vec<PathBuf>> {
    let folder = workspace().join("../shared/ijw/voorbeelden");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: the sample messages of iJw 3.2 are not beside this checkout");
        return None;
    };
    let wanted = |name: &str| {
        Path::new(name).extension().is_some_and(|e| e == "xml")
            && ["JW301", "JW305", "JW307", "JW323"].iter().any(|kind| name.starts_with(kind))
    };
    let mut files: Vec<PathBuf> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| wanted(&p.file_name().unwrap().to_string_lossy()))
        .collect();
    files.sort();
    Some(files)
}

#[test]
fn an_empty_register_takes_the_sample_messages() {
    let Some(files) = samples() else { return };
    assert!(files.len() >= 4);
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["import", "--data", folder.path().to_str().unwrap()];
    arguments.extend(files.iter().map(|f| f.to_str().unwrap()));
    let first = run(&arguments);
    assert_eq!(first.status.code(), Some(0), "{}", printed(&first));
    let breaks_a_rule = |file: &&PathBuf| {
        let bericht = ijw::lees(&std::fs::read(file).unwrap()).unwrap();
        !ijw::keur(&bericht).is_empty()
    };
    let refused = files.iter().filter(breaks_a_rule).count();
    assert!(refused > 0, "one of the samples names a line twice");
    let said = printed(&first);
    assert!(said.contains(&format!("Taken in: {}", files.len() - refused)), "{said}");
    assert!(said.contains(&format!("what it says does not count: {refused}")), "{said}");
    let second = run(&arguments);
    assert!(printed(&second).contains("Taken in: 0"), "{}", printed(&second));
    assert!(printed(&second).contains(&format!("nothing changed: {}", files.len())));
}

#[test]
fn one_bad_file_stops_nothing_and_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let golden = workspace().join("crates/ijw/tests/goud");
    let input = folder.path().join("in");
    std::fs::create_dir(&input).unwrap();
    let good = std::fs::read_to_string(golden.join("jw305-ok.xml")).unwrap();
    std::fs::write(input.join("a-good.xml"), &good).unwrap();
    std::fs::write(input.join("b-old.xml"), good.replace("/3_2/", "/2_3/")).unwrap();
    std::fs::write(input.join("c-empty.xml"), "").unwrap();
    std::fs::write(input.join("d-half.xml"), &good[..good.len() / 2]).unwrap();
    std::fs::write(input.join("e-half.zip"), b"PK\x03\x04 the rest is missing").unwrap();
    std::fs::write(input.join("f-date.xml"), good.replace("<ijw:Dagtekening>20", "<ijw:Dagtekening>99-20"))
        .unwrap();
    std::fs::write(input.join("g-latin.xml"), [0xff, 0xfe, 0x00]).unwrap();
    std::fs::File::create(input.join("h-large.xml")).unwrap().set_len(2 * 1024 * 1024 * 1024).unwrap();
    std::fs::copy(golden.join("jw307-ok.xml"), input.join("i-good.xml")).unwrap();
    let data = folder.path().join("data");
    let arguments = ["import", "--data", data.to_str().unwrap(), input.to_str().unwrap()];
    let output = run(&arguments);
    let said = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Taken in: 2") && said.contains("In quarantine: 7, of which new: 7"), "{said}");
    for name in
        ["b-old.xml", "c-empty.xml", "d-half.xml", "e-half.zip", "f-date.xml", "g-latin.xml", "h-large.xml"]
    {
        assert!(said.contains(name), "{name} is not explained: {said}");
    }
    assert!(said.contains("2.3"), "says which version it found: {said}");
    assert!(!said.contains('⟦'), "a sentence is missing: {said}");
    let again = printed(&run(&arguments));
    assert!(again.contains("Taken in: 0") && again.contains("of which new: 0"), "{again}");
}

#[test]
fn a_region_keeps_others_out() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let set = run(&["region", "set", "--data", place, "--name", "Proef", "0758", "0826=Oosterhout"]);
    assert!(set.status.success(), "{}", printed(&set));
    let refused = run(&["region", "set", "--data", place, "--name", "Proef", "9999"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(printed(&refused).contains("9999"), "{}", printed(&refused));
    let message = std::fs::read_to_string(workspace().join("crates/ijw/tests/goud/jw305-ok.xml")).unwrap();
    let gemeente = message.split("Ontvanger>").nth(1).unwrap().split('<').next().unwrap();
    for (code, expected) in [("0363", 1), ("0758", 0)] {
        let file = folder.path().join(format!("{code}.xml"));
        std::fs::write(&file, message.replace(gemeente, code)).unwrap();
        let output = run(&["import", "--data", place, file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(expected), "{}", printed(&output));
    }
}

#[test]
fn a_map_and_postcodes_find_their_neighbourhoods() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    assert!(run(&["region", "set", "--data", place, "--name", "Proef", "0758"]).status.success());
    let map = folder.path().join("wijken.geojson");
    let feature = |code: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"wijkcode":"{code}","wijknaam":"Noord"}},"geometry":{{"type":"Polygon","coordinates":[[[4.7,51.6],[4.8,51.6],[4.8,51.5],[4.7,51.6]]]}}}}"#
        )
    };
    let features = [feature("WK075801"), feature("WK036300"), feature("geen")].join(",");
    std::fs::write(&map, format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)).unwrap();
    let output = printed(&run(&["region", "map", "--data", place, map.to_str().unwrap()]));
    assert!(output.contains("1 neighbourhoods of the 2") && output.contains("feature 3"), "{output}");
    let codes = folder.path().join("postcodes.csv");
    std::fs::write(&codes, "postcode;wijk\n4811;WK075801\n4812 AB;WK075801\nkapot\n4813;WK999999\n").unwrap();
    let output = printed(&run(&["region", "postcodes", "--data", place, codes.to_str().unwrap()]));
    assert!(output.contains("2 of the 3") && output.contains("line 4"), "{output}");
    std::fs::write(&map, "geen json").unwrap();
    let output = run(&["region", "map", "--data", place, map.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
}

/// What the demo's generator writes is what an outside file would be: out of the register it can be imported elsewhere.
#[test]
fn an_unwritable_place_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bezet");
    std::fs::write(&file, "x").unwrap();
    let output = run(&["demo", "--no-serve", "--data", file.join("onder").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("--data"), "{}", printed(&output));
    small_demo(&folder.path().join("wel"));
}

#[test]
fn a_region_says_how_far_advice_binds() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let opslag = register::Opslag::Map(folder.path().to_owned());
    let clock = std::sync::Arc::new(leerloop::SystemKlok);
    let binds = || register::Register::open(&opslag, clock.clone()).unwrap().expert_binding().unwrap();
    assert_eq!(binds(), Bindend::Weegt);
    let said = run(&["region", "advice", "--data", place, "tenzij"]);
    assert!(said.status.success() && printed(&said).contains("from now on"), "{}", printed(&said));
    assert_eq!(binds(), Bindend::Tenzij);
    let wrong = run(&["region", "advice", "--data", place, "altijd"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(printed(&wrong).contains("weegt, tenzij"), "{}", printed(&wrong));
    assert_eq!(binds(), Bindend::Tenzij);
}
