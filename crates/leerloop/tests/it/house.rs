//! The arrows between the rooms, and a few habits of the house, guarded.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::program::workspace;

/// Who may use whom. The table of docs/architecture.md.
const ARROWS: [(&str, &[&str]); 8] = [
    ("stelsel", &[]),
    ("ijw", &[]),
    ("simulatie", &["stelsel"]),
    ("register", &["stelsel", "ijw"]),
    ("informatie", &["stelsel"]),
    ("papier", &[]),
    ("web", &["stelsel", "ijw", "register", "informatie", "papier", "simulatie"]),
    ("leerloop", &["stelsel", "ijw", "simulatie", "register", "informatie", "papier", "web"]),
];

/// Crates from outside that belong in one room only.
const OUTSIDE: [(&str, &[&str]); 23] = [
    ("argon2", &["register"]),
    ("chacha20poly1305", &["register"]),
    ("totp-rs", &["register"]),
    ("webauthn-rs", &["register"]),
    ("ed25519-dalek", &["register"]),
    ("qrcode", &["web"]),
    ("rusqlite", &["register"]),
    ("postgres", &["register"]),
    ("quick-xml", &["ijw"]),
    ("axum", &["web"]),
    ("askama", &["web"]),
    ("tokio", &["web", "leerloop"]),
    ("zip", &["register"]),
    ("clap", &["leerloop"]),
    ("rand_chacha", &["simulatie"]),
    ("openidconnect", &["web"]),
    ("p256", &["web"]),
    ("ureq", &["web", "leerloop"]),
    ("toml", &["leerloop", "simulatie"]),
    ("parquet", &["informatie"]),
    ("csv-core", &["informatie"]),
    ("pdf-writer", &["papier"]),
    ("ttf-parser", &["papier"]),
];

/// What must not stand in the sources of a room (tests excepted), because the room must not know it.
const UNKNOWN: [(&str, &[&str]); 7] = [
    ("stelsel", &["std::fs", "std::net", "SELECT ", "SystemTime", "quick_xml"]),
    ("ijw", &["std::fs", "std::net", "SELECT ", "SystemTime", "stelsel"]),
    ("simulatie", &["std::fs", "std::net", "SELECT ", "SystemTime"]),
    ("informatie", &["std::net", "SELECT ", "SystemTime", "Bsn"]),
    ("papier", &["std::fs", "std::net", "SELECT ", "SystemTime", "stelsel"]),
    ("register", &["axum", "<html", "SystemTime"]),
    ("web", &["SELECT ", "rusqlite", "quick_xml", "SystemTime"]),
];

fn dependencies(room: &str) -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(workspace().join("crates").join(room).join("Cargo.toml")).unwrap();
    let mut within = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            within = line == "[dependencies]";
        } else if within
            && let Some(name) = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty())
        {
            found.insert(name.to_owned());
        }
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_table_names_every_room() {
    let folders: BTreeSet<String> = std::fs::read_dir(workspace().join("crates"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders, ARROWS.iter().map(|(room, _)| (*room).to_owned()).collect());
}

#[test]
fn no_arrow_is_drawn_that_is_not_in_the_table() {
    let mut drawn = 0;
    for (room, allowed) in ARROWS {
        let used = dependencies(room);
        for (other, _) in ARROWS {
            if used.contains(other) {
                drawn += 1;
                assert!(allowed.contains(&other), "{room} must not use {other}");
            }
        }
        for (outside, rooms) in OUTSIDE {
            assert!(!used.contains(outside) || rooms.contains(&room), "{room} must not use {outside}");
        }
    }
    assert!(drawn >= 10, "only {drawn} arrows were found: are the manifests read well?");
}

/// Everything that a package is built with, by `Cargo.lock`: also by way of others, and in its tests.
fn built_with(package: &str) -> BTreeSet<String> {
    let lock = std::fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    let mut of = std::collections::BTreeMap::<String, BTreeSet<String>>::new();
    for block in lock.split("[[package]]").skip(1) {
        let name = block.split("name = \"").nth(1).unwrap().split('"').next().unwrap();
        let needs = block.split("dependencies = [").nth(1).map_or("", |rest| rest.split(']').next().unwrap());
        let needs = needs.split('"').skip(1).step_by(2).map(|one| one.split(' ').next().unwrap().to_owned());
        of.entry(name.to_owned()).or_default().extend(needs);
    }
    let (mut found, mut open) = (BTreeSet::new(), vec![package.to_owned()]);
    while let Some(name) = open.pop() {
        for other in &of[&name] {
            if found.insert(other.clone()) {
                open.push(other.clone());
            }
        }
    }
    found
}

/// Figures are never made from persons: there is no way at all from the information position to the register or to a database.
#[test]
fn the_information_position_cannot_reach_the_register() {
    let found = built_with("informatie");
    assert!(found.contains("parquet") && found.contains("stelsel"), "{found:?}");
    for other in
        ["register", "rusqlite", "libsqlite3-sys", "postgres", "tokio-postgres", "ijw", "web", "leerloop"]
    {
        assert!(!found.contains(other), "informatie reaches {other}");
    }
    let control = built_with("web");
    assert!(control.contains("register") && control.contains("rusqlite") && control.contains("informatie"));
}

#[test]
fn rooms_do_not_know_what_they_must_not_know() {
    let mut read = 0;
    for (room, words) in UNKNOWN {
        let mut files = Vec::new();
        sources(&workspace().join("crates").join(room).join("src"), &mut files);
        for file in
            files.iter().filter(|f| !f.ends_with("tests.rs") && !f.to_string_lossy().contains("/tests/"))
        {
            let text = std::fs::read_to_string(file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for (nr, line) in code.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
                read += 1;
                for word in words {
                    assert!(
                        !line.contains(word),
                        "{}:{}: {room} must not know {word}",
                        file.display(),
                        nr + 1
                    );
                }
            }
        }
    }
    assert!(read > 1_000);
}

#[test]
fn no_file_is_longer_than_eight_hundred_lines() {
    let mut files = Vec::new();
    sources(&workspace().join("crates"), &mut files);
    assert!(files.len() > 100);
    let length = |file: &PathBuf| std::fs::read_to_string(file).unwrap().lines().count();
    let long: Vec<_> = files.iter().map(|f| (length(f), f)).filter(|(lines, _)| *lines > 400).collect();
    assert!(long.iter().all(|(lines, _)| *lines <= 800), "{long:?}");
    assert!(long.len() <= 8, "few files over 400 lines: {long:?}");
}
