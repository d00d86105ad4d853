//! The demo: repeatable, careful with what is there.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::cluster::Cluster;
use crate::program::{SMALL, printed, run, small_demo};

fn bytes(folder: &Path) -> Vec<u8> {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["informatie", "leerloop.db"], "nothing is left beside the database and the snapshot");
    std::fs::read(folder.join("leerloop.db")).unwrap()
}

#[test]
fn the_same_seed_makes_the_same_region_to_the_byte() {
    let (one, two, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    small_demo(one.path());
    small_demo(two.path());
    assert!(bytes(one.path()) == bytes(two.path()), "two runs of one recipe differ");
    let mut recipe = SMALL;
    recipe[3] = "8";
    let output =
        run(&[&["demo", "--no-serve", "--data", other.path().to_str().unwrap()], &recipe[..]].concat());
    assert!(output.status.success());
    assert!(bytes(one.path()) != bytes(other.path()), "another seed makes another region");
}

#[test]
fn what_is_there_is_left_alone_unless_asked() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    small_demo(folder.path());
    let before = bytes(folder.path());
    let again = run(&["demo", "--no-serve", "--data", place]);
    assert!(again.status.success() && printed(&again).contains("exists already"), "{}", printed(&again));
    let other = run(&["demo", "--no-serve", "--data", place, "--seed", "9"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(printed(&other).contains("--fresh"), "{}", printed(&other));
    assert!(before == bytes(folder.path()));
    let fresh = run(&[
        "demo",
        "--no-serve",
        "--data",
        place,
        "--fresh",
        "--scale",
        "0.01",
        "--months",
        "2",
        "--until",
        "2026-11-01",
    ]);
    assert!(fresh.status.success(), "{}", printed(&fresh));
    assert!(before != bytes(folder.path()));
}

#[test]
fn a_register_that_is_no_demo_is_never_touched() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    assert!(run(&["region", "set", "--data", place, "--name", "Echt", "0758"]).status.success());
    std::fs::write(folder.path().join("x.xml"), "geen bericht").unwrap();
    let file = folder.path().join("x.xml");
    assert_eq!(run(&["import", "--data", place, file.to_str().unwrap()]).status.code(), Some(1));
    for arguments in
        [vec!["demo", "--no-serve", "--data", place], vec!["demo", "--no-serve", "--fresh", "--data", place]]
    {
        let refused = run(&arguments);
        assert_eq!(refused.status.code(), Some(2));
        assert!(printed(&refused).contains("no demo"), "{}", printed(&refused));
    }
}

/// What the one snapshot in a folder says that it holds, and the cell keys of its youths. Not the order of youths: it comes from the
/// secret of the register, which is not made from the seed where the database was there before.
fn told(folder: &Path) -> (serde_json::Value, BTreeSet<[u8; 8]>) {
    let name = crate::informatie::snapshots(folder).pop_first().unwrap();
    let manifest = std::fs::read_to_string(folder.join(&name).join("manifest.json")).unwrap();
    let mut manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let mut keys = BTreeSet::new();
    for file in manifest["bestanden"].as_array_mut().unwrap() {
        let own = std::fs::read(folder.join(&name).join(file["sleutels"]["naam"].as_str().unwrap())).unwrap();
        keys.extend(own.as_chunks::<8>().0);
        let file = file.as_object_mut().unwrap();
        for of_bytes in ["bytes", "sha256", "sleutels"] {
            file.remove(of_bytes).unwrap();
        }
    }
    (manifest, keys)
}

#[test]
fn the_demo_is_the_same_on_postgres() {
    let Some(cluster) = Cluster::start() else { return };
    let (folder, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let address = cluster.database();
    let counts = |place: [&str; 2]| {
        let arguments = [&["demo", "--no-serve"], &place[..], &SMALL[..]].concat();
        let output = crate::program::leerloop(&arguments).current_dir(beside.path()).output().unwrap();
        assert!(output.status.success(), "{}", printed(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let sqlite = counts(["--data", folder.path().to_str().unwrap()]);
    let postgres = counts(["--database", &address]);
    assert!(sqlite.contains("berichten") && sqlite == postgres, "{sqlite}\n{postgres}");
    let verified = run(&["register", "verify", "--database", &address]);
    assert!(verified.status.success(), "{}", printed(&verified));
    let alone = run(&["register", "verify", "--data", folder.path().to_str().unwrap()]);
    assert_eq!(printed(&verified), printed(&alone), "even the chain of the journal is the same");
    let (one, two) =
        (told(&folder.path().join("informatie")), told(&beside.path().join("leerloop-informatie")));
    assert_eq!(one.0, two.0, "the snapshot holds the same");
    assert!(one.1.len() > 50 && one.1 == two.1, "of the same youths");
}

#[test]
fn a_demo_that_was_cut_off_goes_on() {
    let (cut, whole) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    small_demo(whole.path());
    let arguments = [&["demo", "--no-serve", "--data", cut.path().to_str().unwrap()], &SMALL[..]].concat();
    for milliseconds in [150, 300, 600, 900] {
        let mut child =
            crate::program::leerloop(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(milliseconds));
        // It may have finished by now; then there is nothing left to cut off.
        let _ = child.kill();
        child.wait().unwrap();
    }
    let last = run(&arguments);
    assert!(last.status.success(), "{}", printed(&last));
    let counts = |folder: &Path| {
        let opslag = register::Opslag::Map(folder.to_owned());
        let register = register::Register::open(&opslag, std::sync::Arc::new(leerloop::SystemKlok)).unwrap();
        assert!(register.accounts().unwrap().len() >= stelsel::Rol::ALL.len(), "someone for every role");
        assert!(register.inrichting().unwrap().demo);
        // Being set up again leaves lines of its own in the journal.
        register.counts().unwrap().into_iter().filter(|(what, _)| *what != "journaal").collect::<Vec<_>>()
    };
    assert_eq!(counts(cut.path()), counts(whole.path()));
}
