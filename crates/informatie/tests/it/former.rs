//! What did not change since the snapshot before is not written again, and the outcome is the same as when everything is.

use std::collections::BTreeMap;
use std::path::Path;

use informatie::snapshot::{Geschreven, Snapshot, SnapshotWriter};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::rows::{Own, Written, herkomst, some_rows};

fn write(rows: &[Own], folder: &Path, former: Option<&Path>) -> Geschreven {
    let mut writer = SnapshotWriter::new(herkomst()).with_group_rows(20);
    if let Some(former) = former {
        writer = writer.with_former(former);
    }
    for row in rows {
        writer.add(row).unwrap();
    }
    writer.write_counted(folder).unwrap()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// One folder in which each snapshot is written after the one before, and for each a folder of its own.
    #[test]
    fn step_by_step_is_the_same_as_at_once(all in some_rows(), cuts in prop::collection::vec(0..90_usize, 1..5)) {
        let home = tempfile::tempdir().unwrap();
        let mut former: Option<Geschreven> = None;
        for cut in cuts {
            let rows = &all[..cut.min(all.len())];
            let before = former.as_ref().map(|of| home.path().join(&of.naam));
            let made = write(rows, home.path(), before.as_deref());
            let fresh = Written::new(rows, 20);
            prop_assert_eq!(&made.naam, &fresh.name);
            prop_assert_eq!(files(&home.path().join(&made.naam)), files(&fresh.folder()));
            let opened = Snapshot::open(&home.path().join(&made.naam)).unwrap();
            prop_assert_eq!(made.nieuw + made.ongewijzigd, opened.manifest().bestanden.len());
            former = Some(made);
        }
    }
}

/// Rows of at least two municipalities, and the same with one row less in the last of them.
fn two_steps() -> (Vec<Own>, Vec<Own>) {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    loop {
        let rows = some_rows().new_tree(&mut runner).unwrap().current();
        let home = tempfile::tempdir().unwrap();
        let made = write(&rows, home.path(), None);
        for n in 0..rows.len() {
            let mut fewer = rows.clone();
            fewer.remove(n);
            let home = tempfile::tempdir().unwrap();
            if made.nieuw >= 2 && write(&fewer, home.path(), None).nieuw == made.nieuw {
                return (fewer, rows);
            }
        }
    }
}

#[test]
fn a_municipality_without_news_keeps_its_file() {
    let (fewer, rows) = two_steps();
    let home = tempfile::tempdir().unwrap();
    let first = write(&fewer, home.path(), None);
    let before = home.path().join(&first.naam);
    let second = write(&rows, home.path(), Some(&before));
    assert_ne!(first.naam, second.naam);
    assert_eq!((second.nieuw, second.ongewijzigd), (1, first.nieuw - 1), "{second:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let names = files(&home.path().join(&second.naam));
        let inode = |of: &str, name: &str| std::fs::metadata(home.path().join(of).join(name)).unwrap().ino();
        let same = names.keys().filter(|name| inode(&first.naam, name) == inode(&second.naam, name)).count();
        // The file with rows and that with keys of each; and keys may be the same where rows are not.
        assert!(same >= 2 * second.ongewijzigd, "{same}");
    }
    // Of a former snapshot that is not what it was, nothing is taken over.
    for entry in std::fs::read_dir(&before).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "parquet" || e == "sleutel") {
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[0] ^= 1;
            std::fs::remove_file(&path).unwrap();
            std::fs::write(&path, bytes).unwrap();
        }
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let third = write(&rows, elsewhere.path(), Some(&before));
    assert_eq!((third.naam.as_str(), third.ongewijzigd), (second.naam.as_str(), 0));
    Snapshot::open(&elsewhere.path().join(&third.naam)).unwrap();
    // Where a snapshot of this name is damaged, it is put right.
    let again = write(&fewer, home.path(), None);
    assert_eq!(again.naam, first.naam);
    Snapshot::open(&before).unwrap();
}

#[test]
fn numbers_of_youths_are_apart_per_municipality() {
    let (_, rows) = two_steps();
    let written = Written::new(&rows, 20);
    let opened = written.open();
    let mut next = 0;
    for file in &opened.manifest().bestanden {
        let code: u32 = file.gemeente.parse().unwrap();
        assert_eq!(file.eerste, code * 200_000);
        assert!(file.eerste >= next);
        next = file.eerste + u32::try_from(file.clienten).unwrap();
    }
}
