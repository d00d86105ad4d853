//! Public figures of areas: taken in with every fault named, listed with source, year and state.

use std::path::Path;

use crate::program::{printed, run, small_demo};

fn import(data: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&["informatie", "import", "--data", data.to_str().unwrap()], more].concat());
    let said = printed(&output);
    assert!(!said.contains('⟦'), "{said}");
    (output.status.code(), said)
}

const GOOD: &str = "wijkcode;jaar;inwoners;jeugdzorg_totaal\nWK075801;2021;9000;400\nWK075802;2021;9000;.\n";
const FAULTY: &str = "wijkcode;jaar;inwoners;jeugdzorg_totaal\nWK075803;2021;veel;400\nXX;2021;9000;10\nWK075804;2021;1000;45\n";

#[test]
fn what_is_wrong_is_told_and_the_rest_is_kept() {
    let data = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = data.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (good, faulty) = (file("goed.csv", GOOD), file("fout.csv", FAULTY));
    let (code, said) = import(data.path(), &[&good]);
    assert!(code == Some(0) && said.contains("New: 4"), "{said}");
    assert!(said.contains("unknown, never zero"), "{said}");

    // A rerun changes nothing.
    let (code, said) = import(data.path(), &[&good]);
    assert!(code == Some(0) && said.contains("imported before"), "{said}");

    let (code, said) = import(data.path(), &[&faulty]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("fout.csv, line 2, column 3 (inwoners), 'veel': not a number"), "{said}");
    assert!(said.contains("fout.csv, line 3, column 1 (wijkcode), 'XX': not a region code"), "{said}");
    assert!(said.contains("New: 3"), "the good values of the file stay: {said}");

    // A file that is not there stops no other.
    let (code, said) = import(data.path(), &[data.path().join("weg.csv").to_str().unwrap(), &good]);
    assert!(code == Some(2) && said.contains("weg.csv") && said.contains("imported before"), "{said}");

    // What was said of a file counts.
    let (code, said) = import(data.path(), &["--kind", "scholen", &good]);
    assert!(code == Some(1) && said.contains("this is not what was said (scholen)"), "{said}");
    let (code, said) = import(data.path(), &["--kind", "kaart", "--json", &good]);
    assert_eq!(code, Some(1));
    let line: serde_json::Value = serde_json::from_str(said.trim()).unwrap();
    assert_eq!(line["faults"][0]["reason"], "andere-soort");

    let listed = printed(&run(&["informatie", "figures", "--data", data.path().to_str().unwrap()]));
    assert!(listed.contains("goed 2021: source CBS") && listed.contains("not published: 1"), "{listed}");
    let json = printed(&run(&["informatie", "figures", "--json", "--data", data.path().to_str().unwrap()]));
    assert_eq!(json.lines().count(), 2, "{json}");
    assert!(json.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{json}");
}

#[test]
fn dutch_tells_the_same() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("fout.csv");
    std::fs::write(&path, FAULTY).unwrap();
    let (folder, file) = (data.path().to_str().unwrap(), path.to_str().unwrap());
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_leerloop"))
        .args(["--taal", "nl", "informatie", "import", "--data", folder, file])
        .output();
    let said = printed(&program.unwrap());
    assert!(said.contains("regel 2, kolom 3 (inwoners), 'veel': geen getal"), "{said}");
}

#[test]
fn a_demo_has_figures_of_its_region() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let listed = printed(&run(&["informatie", "figures", "--data", data.path().to_str().unwrap()]));
    assert!(listed.contains("2022: source CBS") && listed.contains("provisional"), "{listed}");
    let empty = tempfile::tempdir().unwrap();
    let none = printed(&run(&["informatie", "figures", "--data", empty.path().to_str().unwrap()]));
    assert!(none.contains("leerloop informatie import"), "{none}");
}
