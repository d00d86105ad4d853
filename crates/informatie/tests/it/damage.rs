//! What is damaged, foreign or old is refused with words that help, and never makes the program fall over.

use std::path::Path;

use informatie::kernel::{
    Axis, Measure, Periods, Stretch, When, active, breadth, chains, cost, distinct, recurrence, spread, sum,
    survival, volume,
};
use informatie::snapshot::{Column, Snapshot, SnapshotFout};
use jiff::civil::date;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sha2::{Digest, Sha256};

use crate::rows::{Own, Written, some_rows};

fn many() -> Vec<Own> {
    let mut runner = TestRunner::deterministic();
    (0..6).flat_map(|_| some_rows().new_tree(&mut runner).unwrap().current()).collect()
}

fn refused(folder: &Path) -> String {
    match Snapshot::open(folder) {
        Ok(_) => panic!("{} was opened", folder.display()),
        Err(e) => e.to_string(),
    }
}

#[test]
fn every_refusal_says_which_file_and_what_to_do() {
    let written = Written::new(&many(), 50);
    let folder = written.folder();
    let manifest = folder.join("manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();

    assert!(refused(written.home.path()).contains("name the folder of one snapshot"));
    let restore = |what: &str| {
        std::fs::write(&manifest, &text).unwrap();
        Snapshot::open(&folder).unwrap_or_else(|e| panic!("after {what}: {e}"));
    };

    std::fs::write(&manifest, text.replace("\"schema\": 2", "\"schema\": 0")).unwrap();
    assert!(refused(&folder).contains("make the snapshot again from the register"));
    std::fs::write(&manifest, text.replace("\"schema\": 2", "\"schema\": 3")).unwrap();
    assert!(refused(&folder).contains("use a newer program"));
    std::fs::write(&manifest, "not json").unwrap();
    assert!(refused(&folder).contains("manifest.json: is not a manifest"));
    std::fs::write(&manifest, text.replace("\"bron\": \"test\"", "\"bron\": \"other\"")).unwrap();
    assert!(refused(&folder).contains("its name does not go with what is in it"));
    restore("the manifest");

    let file = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .find(|p| p.extension().is_some_and(|e| e == "parquet"))
        .unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let words = refused(&folder);
    assert!(words.contains(file.to_str().unwrap()) && words.contains("look whether it is there"), "{words}");
    let mut shown = 0;
    for place in (0..bytes.len()).step_by(97) {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x10;
        std::fs::write(&file, damaged).unwrap();
        let words = refused(&folder);
        assert!(
            words.contains(file.to_str().unwrap()) && words.contains("fetch the snapshot again"),
            "{words}"
        );
        shown += 1;
    }
    assert!(shown > 20);
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    assert!(refused(&folder).contains("is not the file that the manifest names"));
    std::fs::write(&file, &bytes).unwrap();
    restore("the file");
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |out, byte| format!("{out}{byte:02x}"))
}

/// Gives a changed file a manifest and a name that go with it: what somebody could do who wants to deceive us.
fn forge(written: &Written, file: &Path, bytes: &[u8]) -> std::path::PathBuf {
    let folder = written.folder();
    let text = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let mut manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    for entry in manifest["bestanden"].as_array_mut().unwrap() {
        if entry["naam"] == *file.file_name().unwrap().to_str().unwrap() {
            entry["bytes"] = bytes.len().into();
            entry["sha256"] = hash(bytes).into();
        }
    }
    let manifest: informatie::snapshot::Manifest = serde_json::from_value(manifest).unwrap();
    let text = format!("{}\n", serde_json::to_string_pretty(&manifest).unwrap());
    let forged = written.home.path().join(format!(
        "snapshot-{}-{}",
        manifest.herkomst.peildag,
        &hash(text.as_bytes())[..16]
    ));
    if forged == folder {
        return folder;
    }
    std::fs::create_dir_all(&forged).unwrap();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, forged.join(path.file_name().unwrap())).unwrap();
    }
    std::fs::write(forged.join("manifest.json"), text).unwrap();
    std::fs::write(forged.join(file.file_name().unwrap()), bytes).unwrap();
    forged
}

fn everything(snapshot: &Snapshot) -> Result<(), SnapshotFout> {
    let axes = [Axis::numbers(snapshot, Column::Wijk), Axis::words(snapshot, Column::Product)];
    active(snapshot, 1, &axes, (Stretch::Wachten, When::LastDay), &Periods::months(date(2022, 1, 1), 48)?)?;
    breadth(snapshot, 1, &axes, Column::Aanbieder)?;
    chains(snapshot, 1, &axes, 90, 2)?;
    cost(snapshot, 1, &axes)?;
    volume(snapshot, 1, &axes, (19_000, 19_364))?;
    survival(snapshot, 1, &axes)?.quantiles(0, [0.5]);
    distinct(snapshot, 1, &axes)?;
    sum(snapshot, 1, &axes, Column::Toegekend)?;
    recurrence(snapshot, 1, &axes, date(2025, 6, 30), 365)?;
    spread(snapshot, 1, &axes, Measure::Column(Column::Wacht))?.quantiles([0.5]);
    Ok(())
}

/// Behind the hashes, too, every byte may be wrong.
#[test]
fn what_is_inside_a_file_is_not_believed_either() {
    let written = Written::new(&many(), 200);
    let (mut opened, mut calculated, mut refused) = (0, 0, 0);
    let file = written.folder().join("gemeente-0758.parquet");
    let bytes = std::fs::read(&file).unwrap();
    let control = forge(&written, &file, &bytes);
    everything(&Snapshot::open(&control).unwrap()).unwrap();
    // Never twice the same change, all over the file.
    for (turn, place) in (0..bytes.len()).step_by(bytes.len() / 600 + 1).enumerate() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1 << (turn % 8);
        let forged = forge(&written, &file, &damaged);
        match Snapshot::open(&forged) {
            Ok(snapshot) => {
                opened += 1;
                match everything(&snapshot) {
                    Ok(()) => calculated += 1,
                    Err(SnapshotFout::Question(_)) => refused += 1,
                    Err(e) => {
                        assert!(e.to_string().contains("gemeente-0758.parquet"), "{e}");
                        refused += 1;
                    }
                }
            }
            Err(e) => assert!(e.to_string().contains("gemeente-0758.parquet"), "{e}"),
        }
        std::fs::remove_dir_all(forged).unwrap();
    }
    assert!(
        opened > 300 && calculated > 50 && refused > 20,
        "{opened} opened, {calculated} calculated, {refused} refused"
    );
}
