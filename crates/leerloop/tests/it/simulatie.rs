//! `leerloop simulatie reference`: numbers for machines and for people.

use serde_json::Value;

use crate::program::{printed, run};

fn reference(arguments: &[&str]) -> String {
    let output = run(&[&["simulatie", "reference"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_reference_workload_is_told_with_its_errors() {
    let text = reference(&["JH-REF-1", "--replications", "3", "--json", "--threads", "2"]);
    assert_eq!(
        text,
        reference(&["JH-REF-1", "--replications", "3", "--json", "--threads", "1"]),
        "same bytes"
    );
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((told["model"].as_str(), told["replications"].as_u64()), (Some("JH-REF-1"), Some(3)));
    assert!((5_400_000..5_600_000).contains(&told["modelEvents"].as_u64().unwrap()));
    let stations = told["stations"].as_array().unwrap();
    assert_eq!(stations.len(), 5);
    for (station, (name, servers)) in stations.iter().zip([
        ("wijkteam", 228),
        ("ambulant", 400),
        ("ggz", 270),
        ("verblijf", 160),
        ("crisis", 20),
    ]) {
        assert_eq!((station["name"].as_str(), station["servers"].as_u64()), (Some(name), Some(servers)));
        for measure in ["meanWait", "class6MeanWait", "utilisation", "arrivals", "completions", "reneges"] {
            let number = &station[measure];
            assert!(
                number["mean"].as_f64().unwrap() >= 0.0 && number["se"].as_f64().unwrap() >= 0.0,
                "{station}"
            );
        }
    }
    // The known mean over 400 replications of another engine, and five deviations of three.
    let mean = |number: &Value| number["mean"].as_f64().unwrap();
    assert!((mean(&stations[2]["meanWait"]) - 12.817).abs() < 5.0 * 0.409 / 3_f64.sqrt());
    assert!((mean(&told["completions"]) - 1_052_775.0).abs() < 5.0 * 1_257.0 / 3_f64.sqrt());
    assert!((mean(&told["reneges"]) - 27_799.0).abs() < 5.0 * 821.0 / 3_f64.sqrt());
}

#[test]
fn what_cannot_be_measured_is_null_or_a_dash() {
    let one = reference(&["JH-REF-0", "--replications", "1", "--json"]);
    let told: Value = serde_json::from_str(&one).unwrap();
    assert!(told["stations"][0]["class6MeanWait"].is_null() && told["completions"]["se"].is_null());
    let text = reference(&["JH-REF-0", "--replications", "2", "--seed", "9"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 8, "{text}");
    assert!(lines[0].starts_with("JH-REF-0: 2 replications, "), "{text}");
    assert!(lines[1].contains("wijkteam (20 places): wait ") && lines[1].contains("crisis -"), "{text}");
    assert_ne!(text, reference(&["JH-REF-0", "--replications", "2", "--seed", "10"]));
}

#[test]
fn dutch_has_a_comma() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_leerloop"))
        .args(["--taal", "nl", "simulatie", "reference", "JH-REF-0", "--replications", "1"])
        .output()
        .unwrap();
    let text = printed(&output);
    assert!(text.contains("JH-REF-0: één herhaling, ") && text.contains("bezet 0,"), "{text}");
}
