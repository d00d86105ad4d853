//! A folder in which snapshots stand.

use std::path::Path;

use super::SnapshotFout;

/// The length of `snapshot-2026-06-30`.
const DAY: usize = 19;

/// The snapshots in a folder, the newest day of figures first; of one day the one made last. None when the folder is not there.
pub fn snapshots(folder: &Path) -> Result<Vec<String>, SnapshotFout> {
    let entries = match std::fs::read_dir(folder) {
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(SnapshotFout::file(folder))?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let Ok(name) = entry.map_err(SnapshotFout::file(folder))?.file_name().into_string() else { continue };
        if !is_snapshot(&name) {
            continue;
        }
        let manifest = folder.join(&name).join("manifest.json");
        // What has no manifest is no snapshot.
        if let Ok(made) = std::fs::metadata(&manifest).and_then(|about| about.modified()) {
            let day = name.get(..DAY).unwrap_or_default().to_owned();
            found.push((day, made, name));
        }
    }
    found.sort_by(|a, b| b.cmp(a));
    Ok(found.into_iter().map(|(_, _, name)| name).collect())
}

/// The newest snapshot in a folder.
pub fn newest(folder: &Path) -> Result<Option<String>, SnapshotFout> {
    Ok(snapshots(folder)?.into_iter().next())
}

/// `snapshot-2026-06-30-` and sixteen hexadecimal digits.
fn is_snapshot(name: &str) -> bool {
    let Some((day, hash)) = name.strip_prefix("snapshot-").and_then(|rest| rest.rsplit_once('-')) else {
        return false;
    };
    day.parse::<jiff::civil::Date>().is_ok()
        && hash.len() == 16
        && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_snapshots_are_snapshots() {
        assert!(is_snapshot("snapshot-2026-06-30-0123456789abcdef"));
        for other in [
            "snapshot-2026-06-30-0123456789ABCDEF",
            "snapshot-2026-06-31-0123456789abcdef",
            "snapshot-2026-06-30-0123456789abcde",
            "snapshot-2026-06-30",
            ".snapshot-12",
            "publicaties.txt",
        ] {
            assert!(!is_snapshot(other), "{other}");
        }
    }

    #[test]
    fn the_newest_day_comes_first_and_nothing_is_no_fault() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(newest(&home.path().join("not-there")).unwrap(), None);
        for name in ["snapshot-2026-05-31-0123456789abcdef", "snapshot-2026-06-30-0123456789abcdef"] {
            std::fs::create_dir(home.path().join(name)).unwrap();
            std::fs::write(home.path().join(name).join("manifest.json"), "{}").unwrap();
        }
        std::fs::create_dir(home.path().join("snapshot-2026-07-31-0123456789abcdef")).unwrap();
        assert_eq!(newest(home.path()).unwrap().unwrap(), "snapshot-2026-06-30-0123456789abcdef");
    }
}
