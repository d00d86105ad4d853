//! Snapshots: the same from the same, whole or not there, and nobody in them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use leerloop::SystemKlok;
use leerloop::demo::{Generator, Omvang};
use register::{Aangeboden, Opslag, Register};
use rusqlite::Connection;

use crate::program::{leerloop, printed, run, small_demo};

/// The snapshots in a folder.
pub(crate) fn snapshots(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    entries.filter(|name| name.starts_with("snapshot-")).collect()
}

/// Builds, and gives the name and all that was said.
fn build(data: &Path, more: &[&str]) -> (String, String) {
    let output = run(&[&["informatie", "build", "--data", data.to_str().unwrap()], more].concat());
    let said = printed(&output);
    assert!(output.status.success() && !said.contains('⟦'), "{said}");
    let path = PathBuf::from(String::from_utf8(output.stdout).unwrap().lines().last().unwrap());
    (path.file_name().unwrap().to_str().unwrap().to_owned(), said)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap())).collect()
}

#[test]
fn the_same_register_gives_the_same_snapshot() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let shelf = data.path().join("informatie");
    let first = snapshots(&shelf);
    assert_eq!(first.len(), 1, "a demo has one");
    let (again, said) = build(data.path(), &[]);
    assert!(first.contains(&again) && said.contains("written anew: 0"), "{said}");
    let elsewhere = data.path().join("elders");
    let (other, said) = build(data.path(), &["--out", elsewhere.to_str().unwrap()]);
    assert!(other == again && said.contains("unchanged: 0"), "{said}");
    assert_eq!(files(&shelf.join(&again)), files(&elsewhere.join(&other)));

    // Of another day only what changed is written, and the name is another.
    let (earlier, _) = build(data.path(), &["--until", "2026-10-01"]);
    assert!(earlier.starts_with("snapshot-2026-10-01-") && snapshots(&shelf).len() == 2);
    let shown = printed(&run(&["informatie", "show", "--data", data.path().to_str().unwrap()]));
    assert!(shown.starts_with(&again) && shown.contains("are as the manifest says"), "{shown}");
    assert!(!shown.contains('⟦'), "{shown}");
    let named = shelf.join(&earlier);
    let shown = printed(&run(&["informatie", "show", named.to_str().unwrap()]));
    assert!(shown.starts_with(&earlier), "{shown}");
    // What is not whole is not shown.
    let file = std::fs::read_dir(&named)
        .unwrap()
        .map(|e| e.unwrap().path())
        .find(|p| p.extension().unwrap() == "parquet");
    let file = file.unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, &bytes[1..]).unwrap();
    let refused = run(&["informatie", "show", named.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(printed(&refused).contains("is not the file that the manifest names"), "{}", printed(&refused));
    let nothing = run(&["informatie", "show", data.path().join("niets").to_str().unwrap()]);
    assert!(
        nothing.status.code() == Some(2) && printed(&nothing).contains("informatie build"),
        "{}",
        printed(&nothing)
    );
}

#[test]
fn no_more_are_kept_than_asked_and_what_was_published_stays() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let out = data.path().join("plank");
    let at = out.to_str().unwrap();
    let made: Vec<String> = ["2026-06-01", "2026-07-01", "2026-08-01"]
        .iter()
        .map(|day| build(data.path(), &["--out", at, "--until", day]).0)
        .collect();
    std::fs::write(out.join("publicaties.txt"), format!("# van wie\n{} jaarverslag 2026\n", made[0]))
        .unwrap();
    std::fs::create_dir(out.join(".snapshot-1")).unwrap();
    std::fs::write(out.join(".snapshot-1/manifest.json"), "half").unwrap();
    std::fs::create_dir(out.join("snapshot-van-iemand")).unwrap();
    let (last, said) = build(data.path(), &["--out", at, "--until", "2026-05-01", "--keep", "2"]);
    let expected: BTreeSet<String> = [&made[0], &made[2], &last].into_iter().cloned().collect();
    let mut found = snapshots(&out);
    assert!(found.remove("snapshot-van-iemand"), "what is none of ours is left alone");
    assert_eq!(
        found, expected,
        "the one just made, the newest day of the others, and the published one: {said}"
    );
    assert!(!out.join(".snapshot-1").exists() && said.contains("removed: 1"), "{said}");
}

#[test]
fn who_comes_second_waits() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let lock = std::fs::File::open(data.path().join("informatie/.bezig")).unwrap();
    lock.lock().unwrap();
    let place = data.path().to_str().unwrap();
    let mut child = leerloop(&["informatie", "build", "--data", place])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(1_500));
    assert!(child.try_wait().unwrap().is_none(), "it waits");
    lock.unlock().unwrap();
    let said = printed(&child.wait_with_output().unwrap());
    assert!(said.contains("Waiting") && said.contains("unchanged"), "{said}");
}

#[test]
fn killed_in_the_middle_it_leaves_nothing_that_opens() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let out = data.path().join("plank");
    let arguments =
        ["informatie", "build", "--data", data.path().to_str().unwrap(), "--out", out.to_str().unwrap()];
    let (mut killed, mut under_way) = (0, 0);
    for wait in 1_u64.. {
        let _ = std::fs::remove_dir_all(&out);
        let mut child = leerloop(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait * 7));
        if child.try_wait().unwrap().is_some() {
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        killed += 1;
        if out.exists() {
            let names: Vec<String> = std::fs::read_dir(&out)
                .unwrap()
                .map(|e| e.unwrap().file_name().into_string().unwrap())
                .collect();
            under_way += usize::from(names.iter().any(|name| name.starts_with(".snapshot-")));
            for name in snapshots(&out) {
                let shown = run(&["informatie", "show", out.join(name).to_str().unwrap()]);
                assert!(shown.status.success(), "{}", printed(&shown));
            }
        }
    }
    // And after a last one that was cut off, the next goes on as if nothing was.
    std::fs::create_dir_all(out.join(".snapshot-0")).unwrap();
    std::fs::write(out.join(".snapshot-0/gemeente-0758.parquet"), "half").unwrap();
    let (name, _) = build(data.path(), &["--out", out.to_str().unwrap()]);
    assert_eq!(snapshots(&out), BTreeSet::from([name]));
    assert!(!out.join(".snapshot-0").exists());
    println!("killed {killed} times, {under_way} of which with a snapshot under way");
    assert!(killed > 3);
}

/// Messages of a demo in portions, in an order that is not theirs: after each portion the snapshot that goes on from the one before is
/// byte for byte the one that is made anew.
#[test]
fn going_on_is_the_same_as_beginning_anew() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let going_on = home.path().join("door");
    let omvang = Omvang { schaal: 0.02, zaad: 11, maanden: 6, tot: jiff::civil::date(2026, 11, 1) };
    let mut messages: Vec<Aangeboden> = Generator::new(&omvang)
        .map(|m| Aangeboden {
            bestand: m.bestandsnaam,
            bytes: m.xml,
            ontvangen: "2026-11-01T09:00:00Z".parse().unwrap(),
        })
        .collect();
    // A turn of the list, and every third from the other end: starts come before their allocations too.
    let turn = messages.len() / 7;
    messages.rotate_left(turn);
    let back: Vec<Aangeboden> = messages.iter().rev().step_by(3).cloned().collect();
    let all: Vec<Aangeboden> = back.into_iter().chain(messages).collect();
    let (mut kept, mut written) = (0, 0);
    for (n, portion) in all.chunks(all.len() / 6 + 1).enumerate() {
        let register = Register::open(&Opslag::Map(data.clone()), Arc::new(SystemKlok)).unwrap();
        register.intake(portion.to_vec()).unwrap();
        drop(register);
        let anew = home.path().join(format!("nieuw-{n}"));
        let day = ["--until", "2026-11-01"];
        let (one, said) = build(&data, &[&["--out", going_on.to_str().unwrap()], &day[..]].concat());
        let (two, _) = build(&data, &[&["--out", anew.to_str().unwrap()], &day[..]].concat());
        assert_eq!(one, two, "portion {n}");
        assert_eq!(files(&going_on.join(&one)), files(&anew.join(&two)), "portion {n}");
        let number = |word: &str| -> usize {
            said.split(word).nth(1).unwrap().split([',', '.']).next().unwrap().trim().parse().unwrap()
        };
        written += number("anew: ");
        kept += number("unchanged: ");
    }
    // One child is told something: the other municipalities keep their files.
    let db = Connection::open(data.join("leerloop.db")).unwrap();
    let changed = db
        .execute(
            "UPDATE persoon SET geboren = geboren - 400 WHERE id = (SELECT persoon FROM toewijzing ORDER BY persoon LIMIT 1)",
            [],
        )
        .unwrap();
    assert_eq!(changed, 1);
    drop(db);
    let (_, said) = build(&data, &["--out", going_on.to_str().unwrap(), "--until", "2026-11-01"]);
    assert!(said.contains("anew: 1,"), "{said}");
    println!("{written} files written, {kept} kept");
}

/// Everything in the register that tells who somebody is, as text.
fn of_persons(data: &Path) -> BTreeSet<String> {
    let db = Connection::open(data.join("leerloop.db")).unwrap();
    let mut found = BTreeSet::new();
    let mut add = |sql: &str| {
        let mut statement = db.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            found.extend(row.get::<_, Option<String>>(0).unwrap());
        }
    };
    for column in
        ["achternaam", "voornamen", "kenmerk", "printf('%09d', bsn)", "date(geboren * 86400, 'unixepoch')"]
    {
        add(&format!("SELECT DISTINCT {column} FROM persoon"));
    }
    for column in ["naam", "zoeknaam", "voordeur", "straat", "postcode", "straat || ' ' || huis"] {
        add(&format!("SELECT DISTINCT {column} FROM gezin"));
    }
    add("SELECT DISTINCT replace(date(geboren * 86400, 'unixepoch'), '-', '') FROM persoon");
    add("SELECT DISTINCT naam FROM netwerk WHERE soort <> 2");
    add("SELECT DISTINCT lower(hex(id)) FROM persoon");
    add("SELECT DISTINCT lower(hex(id)) FROM gezin");
    add("SELECT waarde FROM instelling WHERE naam IN ('celsleutel', 'pseudoniemsleutel')");
    // Shorter ones are in any file by chance.
    found.retain(|text| text.len() >= 5);
    found
}

/// Which of the texts are somewhere in the bytes, whatever stands around them.
fn hits(bytes: &[u8], texts: &BTreeSet<String>) -> BTreeSet<String> {
    let wanted: HashSet<&[u8]> = texts.iter().map(String::as_bytes).collect();
    let lengths: BTreeSet<usize> = wanted.iter().map(|text| text.len()).collect();
    let mut found = BTreeSet::new();
    for length in lengths {
        for window in bytes.windows(length).filter(|window| wanted.contains(window)) {
            found.insert(String::from_utf8_lossy(window).into_owned());
        }
    }
    found
}

#[test]
fn nobody_is_in_any_byte_of_a_snapshot() {
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let shelf = data.path().join("informatie");
    let name = snapshots(&shelf).pop_first().unwrap();
    let texts = of_persons(data.path());
    assert!(texts.len() > 1_000, "{} texts to look for", texts.len());
    let (mut bytes, mut names) = (0, 0);
    for (file, content) in files(&shelf.join(&name)) {
        assert_eq!(hits(&content, &texts), BTreeSet::new(), "in {file}");
        (bytes, names) = (bytes + content.len(), names + 1);
        // The control: planted in the middle of any file, each kind is found.
        let half = content.len() / 2;
        for text in texts.iter().step_by(texts.len() / 20) {
            let around = &content[half.saturating_sub(200)..content.len().min(half + 200)];
            let planted = [around, text.as_bytes(), around].concat();
            assert!(hits(&planted, &texts).contains(text), "{text} is not found in {file}");
        }
    }
    // The ids of persons and the secrets as bytes.
    let db = Connection::open(data.path().join("leerloop.db")).unwrap();
    let mut statement = db.prepare("SELECT id FROM persoon UNION SELECT id FROM gezin").unwrap();
    let ids: HashSet<Vec<u8>> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    // Numbers of any column that holds them, as the manifest lists them: no citizen service number is among them.
    let manifest = std::fs::read_to_string(shelf.join(&name).join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let mut statement = db.prepare("SELECT bsn FROM persoon WHERE bsn IS NOT NULL").unwrap();
    let bsns: HashSet<i64> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut numbers = 0;
    for (column, values) in manifest["getallen"].as_object().unwrap() {
        for value in values.as_array().unwrap() {
            numbers += 1;
            assert!(!bsns.contains(&value.as_i64().unwrap()), "{column}");
        }
    }
    for (file, content) in files(&shelf.join(&name)) {
        assert!(!content.windows(16).any(|window| ids.contains(window)), "the id of a person is in {file}");
    }
    let of_register = std::fs::read(data.path().join("leerloop.db")).unwrap();
    assert!(
        of_register.windows(16).any(|window| ids.contains(window)),
        "the search finds ids where they are"
    );
    assert!(numbers > 20 && bsns.len() > 50);
    println!("{} texts and {} ids, {names} files, {bytes} bytes: none found", texts.len(), ids.len());
}
