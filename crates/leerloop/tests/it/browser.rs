//! Runs the browser tests of `tests/browser` against a demo.

use std::path::Path;
use std::process::Command;

use crate::program::{SMALL, Server, run, workspace};

#[test]
fn every_page_in_a_real_browser() {
    let folder = workspace().join("tests/browser");
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".into());
    if !Path::new(&chromium).exists() {
        eprintln!("SKIPPED: no Chromium on this machine ({chromium})");
        return;
    }
    if !folder.join("node_modules/playwright-core").exists() {
        eprintln!("SKIPPED: the packages of the browser tests are not there (npm ci --prefix tests/browser)");
        return;
    }
    let data = tempfile::tempdir().unwrap();
    let place = data.path().to_str().unwrap();
    let mut recipe = SMALL;
    recipe[1] = "0.05";
    let server = Server::start(&[&["demo", "--data", place, "--port", "0"], &recipe[..]].concat());
    // Something in quarantine to look at.
    let wrong = data.path().join("verkeerd.xml");
    let good = std::fs::read_to_string(workspace().join("crates/ijw/tests/goud/jw305-ok.xml")).unwrap();
    std::fs::write(&wrong, good.replace("StatusAanlevering>1", "StatusAanlevering>7")).unwrap();
    assert_eq!(run(&["import", "--data", place, wrong.to_str().unwrap()]).status.code(), Some(1));
    let output = Command::new("node")
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .current_dir(&folder)
        .env("LEERLOOP_URL", &server.address)
        .env("LEERLOOP_PROGRAM", env!("CARGO_BIN_EXE_leerloop"))
        .env("LEERLOOP_DATA", place)
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    let passed = said.lines().find(|line| line.contains("pass ")).unwrap_or("nothing was counted");
    eprintln!("in the browser: {}", passed.trim());
    assert!(!said.contains("pass 0"));
}
