//! `leerloop simulatie reference`: numbers for machines and for people.

use serde_json::Value;

use crate::program::{leerloop, printed, run, workspace};

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

fn scenario(name: &str) -> String {
    workspace().join("crates/simulatie/scenarios").join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_choice_is_told_beside_going_on_as_now() {
    let file = scenario("extra-geld.toml");
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("verslag.md");
    let arguments = ["simulatie", "run", &file, "--replications", "2", "--report", report.to_str().unwrap()];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("Drie jaar extra geld: 10 years from 2026, 2 replications, beside"), "{text}");
    for line in
        ["wait, days", "youths in youth help, in a year", "in help kwetsbaar", "This is no prediction."]
    {
        assert!(text.contains(line), "{line} is missing: {text}");
    }
    let report = std::fs::read_to_string(report).unwrap();
    assert!(report.contains("**6.1 ") && report.contains("2 replications of both runs"), "{report}");
}

#[test]
fn a_choice_as_json_is_the_same_on_any_number_of_threads() {
    let file = scenario("alle-bouwstenen.toml");
    let json = |threads: &str| {
        let output = run(&["simulatie", "run", &file, "--replications", "3", "--json", "--threads", threads]);
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = json("1");
    assert_eq!(text, json("2"));
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((told["years"].as_u64(), told["replications"].as_u64()), (Some(15), Some(3)));
    let measures = told["measures"].as_array().unwrap();
    let questions = measures.iter().find(|one| one["name"] == "vragen").unwrap();
    assert!(questions["difference"][14]["p50"].as_f64().unwrap() < -300.0, "{questions}");
    for kind in ["asNow", "choice", "difference"] {
        assert_eq!(questions[kind].as_array().unwrap().len(), 15);
    }
    assert!(told["breaks"]["choice"].as_array().unwrap().len() > 3);
}

#[test]
fn a_scenario_that_is_wrong_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fout.toml");
    std::fs::write(&file, "naam = 3\n[bouwstenen.toegan]\nniveau = 1\n[aannames]\nkosten.inzicht = 9\n")
        .unwrap();
    let output = run(&["simulatie", "run", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let text = printed(&output);
    for line in [
        "  line 1, naam: expected text",
        "  line 2, bouwstenen.toegan: unknown; do you mean toegang?",
        "  line 5, aannames.kosten.inzicht: must lie between 0.002 and 0.008",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let output = run(&["simulatie", "run", "nergens.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("nergens.toml"), "{}", printed(&output));
}

/// Ctrl-C: what is ready is shown, and the status says that it is not all.
#[cfg(unix)]
#[test]
fn an_interrupt_shows_what_is_ready() {
    let file = scenario("extra-geld.toml");
    let child = leerloop(&["simulatie", "run", &file, "--replications", "5000", "--threads", "2"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_secs(4));
    let id = rustix::process::Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("topped"), "{}", printed(&output));
}

/// The demo is too small and too short to learn much from: everything is told all the same, and nothing is made up.
#[test]
fn a_calibration_is_written_read_and_played_and_a_future_is_written_down() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("demo");
    crate::program::small_demo(&data);
    let shelf = data.join("informatie");
    let file = home.path().join("ijking.toml");
    let (shelf, file) = (shelf.to_str().unwrap(), file.to_str().unwrap());
    let said = printed(&run(&["simulatie", "calibrate", "--snapshot", shelf, "--out", file, "--taal", "en"]));
    assert!(said.contains("Not to be seen in allocations") && !said.contains('⟦'), "{said}");
    let told = run(&["simulatie", "calibrate", "--snapshot", shelf, "--json"]);
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert!(told["notIdentified"].as_array().unwrap().len() > 30 && told["snapshot"].is_string());
    let looked = run(&["simulatie", "backtest", "--snapshot", shelf, "--taal", "en"]);
    assert!(looked.status.success() && printed(&looked).contains("Too few months"), "{}", printed(&looked));

    let scenario = home.path().join("keuze.toml");
    std::fs::write(&scenario, "naam = 'proef'\njaren = 1\nherhalingen = 1\n").unwrap();
    let scenario = scenario.to_str().unwrap();
    let futures = home.path().join("toekomst");
    let output = run(&[
        "simulatie",
        "run",
        scenario,
        "--calibration",
        file,
        "--episodes",
        futures.to_str().unwrap(),
        "--taal",
        "en",
    ]);
    assert!(output.status.success() && !printed(&output).contains('⟦'), "{}", printed(&output));
    let made: Vec<_> = std::fs::read_dir(&futures).unwrap().map(|one| one.unwrap().path()).collect();
    assert_eq!(made.len(), 1);
    let made = made[0].to_str().unwrap();
    let shown = printed(&run(&["informatie", "show", made]));
    assert!(
        shown.starts_with("uitgeprobeerd-2026-12-31-") && shown.contains("uitgeprobeerd: proef"),
        "{shown}"
    );
    // What was tried out is no source for a calibration.
    let refused = run(&["simulatie", "calibrate", "--snapshot", made, "--taal", "en"]);
    assert!(
        refused.status.code() == Some(2) && printed(&refused).contains("was tried out"),
        "{}",
        printed(&refused)
    );
    // What is wrong with a calibration is told like what is wrong with a scenario.
    std::fs::write(file, "[aannames]\n'duur.ggz' = { waarde = 5, laag = 10, hoog = 20 }\n").unwrap();
    let refused = run(&["simulatie", "run", scenario, "--calibration", file, "--taal", "en"]);
    assert_eq!(refused.status.code(), Some(2));
}

/// A try of one year on a fifth of the region, with what matters least for its length.
#[test]
fn which_assumption_matters_most_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("klein.toml");
    let text = "naam = 'Klein'\njaren = 1\n[bouwstenen.toegang]\nniveau = 1\n[aannames]\n\
        jeugd.gunstig = 1007\njeugd.midden = 897\njeugd.krap = 1502\nstart.in_zorg = 484\n";
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let output = run(&[
        "simulatie",
        "screen",
        file,
        "--trajectories",
        "2",
        "--measure",
        "uitgaven.lokaal",
        "--samples",
        "4",
    ]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for line in ["Klein: which assumption matters most?", "uitgaven.lokaal (miljoen euro). Below ", "alone "]
    {
        assert!(text.contains(line), "{line} is missing: {text}");
    }
    assert!(String::from_utf8_lossy(&output.stderr).contains("2 points: "));
    let output = run(&["simulatie", "screen", file, "--trajectories", "2", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((told["trajectories"].as_u64(), &told["indices"]), (Some(2), &Value::Null));
    assert_eq!(told["measures"].as_array().unwrap().len(), 3);
    assert!(told["measures"][0]["assumptions"].as_array().unwrap().len() > 150);
    let output = run(&["simulatie", "screen", file, "--measure", "wacht"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("There is no measure wacht. There are: in_hulp, "));
}

/// Levers one by one on a region of a twentieth, for a target that money meets.
#[test]
fn what_would_have_to_be_true_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("klein.toml");
    let text = "naam = 'Klein'\njaren = 1\n[aannames]\n\
        jeugd.gunstig = 1007\njeugd.midden = 897\njeugd.krap = 1502\nstart.in_zorg = 484\n";
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let aim = ["simulatie", "search", file, "--measure", "in_hulp", "--replications", "5"];
    let output = run(&[&aim[..], &["--year", "2026", "--at-least", "1"]].concat());
    let text = printed(&output);
    assert!(output.status.success() && !text.contains('⟦'), "{text}");
    assert!(text.contains("bouwstenen.toegang") && text.contains("met already"), "{text}");
    let output = run(&[&aim[..], &["--year", "2026", "--at-most", "0", "--json"]].concat());
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["asItIs"].as_f64(), Some(0.0));
    assert!(told["levers"].as_array().unwrap().iter().all(|one| one["needed"].is_null()), "{told}");
    for (wrong, why) in [
        (&["--year", "2031", "--at-most", "0"][..], "2026"),
        (&["--year", "2026"][..], "--at-most"),
        (&["--year", "2026", "--at-most", "1", "--at-least", "1"][..], "--at-least"),
    ] {
        let output = run(&[&aim[..], wrong].concat());
        assert!(output.status.code() == Some(2) && printed(&output).contains(why), "{}", printed(&output));
    }
}
