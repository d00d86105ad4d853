//! Files, folders and ZIPs on their way to the intake.

use std::io::Write as _;
use std::path::Path;

use register::{Stuk, Uitpakker};
use zip::write::SimpleFileOptions;

use crate::clock;

fn pieces(path: &Path) -> Vec<(String, Result<usize, String>)> {
    Uitpakker::new([path.to_owned()], clock())
        .map(|piece| match piece {
            Stuk::Bestand(file) => (short(&file.bestand), Ok(file.bytes.len())),
            Stuk::Onleesbaar { bestand, bezwaar, .. } => (short(&bestand), Err(bezwaar.code)),
            Stuk::Geweigerd { file, bezwaar } => (short(&file.bestand), Err(bezwaar.code)),
        })
        .collect()
}

fn short(name: &str) -> String {
    name.rsplit_once("/in/").map_or(name, |(_, rest)| rest).to_owned()
}

fn zip_of(path: &Path, entries: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn a_folder_is_walked_in_order_and_nothing_stops_it() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("in");
    std::fs::create_dir_all(folder.join("b")).unwrap();
    std::fs::write(folder.join("a.xml"), "een").unwrap();
    std::fs::write(folder.join("b/c.xml"), "twee").unwrap();
    std::fs::write(folder.join(".verborgen"), "nee").unwrap();
    std::fs::write(folder.join("leeg.xml"), "").unwrap();
    zip_of(&folder.join("d.zip"), &[("../../etc/e.xml", b"drie"), ("map/", b""), ("f.xml", b"vier")]);
    assert_eq!(
        pieces(&folder),
        [
            ("a.xml".into(), Ok(3)),
            ("b/c.xml".into(), Ok(4)),
            ("d.zip/../../etc/e.xml".into(), Ok(4)),
            ("d.zip/f.xml".into(), Ok(4)),
            ("leeg.xml".into(), Ok(0)),
        ]
    );
    assert_eq!(pieces(&folder.join("bestaat-niet")), [("bestaat-niet".into(), Err("onleesbaar".into()))]);
}

#[test]
fn half_a_zip_a_nested_zip_and_a_bomb_are_named() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("in");
    std::fs::create_dir_all(&folder).unwrap();
    let whole = folder.join("whole.zip");
    zip_of(&whole, &[("a.xml", &b"een bericht".repeat(1_000))]);
    let bytes = std::fs::read(&whole).unwrap();
    let half = folder.join("half.zip");
    std::fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(pieces(&half), [("half.zip".into(), Err("zip-kapot".into()))]);
    let nested = folder.join("nested.zip");
    zip_of(&nested, &[("whole.zip", &bytes), ("b.xml", b"goed")]);
    assert_eq!(
        pieces(&nested),
        [("nested.zip/whole.zip".into(), Err("zip-in-zip".into())), ("nested.zip/b.xml".into(), Ok(4))]
    );
    let bomb = folder.join("bomb.zip");
    zip_of(&bomb, &[("bom.xml", &vec![b' '; 20_000_000]), ("c.xml", b"goed")]);
    assert_eq!(
        pieces(&bomb),
        [("bomb.zip/bom.xml".into(), Err("te-groot".into())), ("bomb.zip/c.xml".into(), Ok(4))]
    );
    // Two files of one name: a reader of ZIPs sees one of them, so none is taken.
    let twice = folder.join("twice.zip");
    zip_of(&twice, &[("a.xml", b"een"), ("b.xml", b"twee")]);
    let same: Vec<u8> = replace(&std::fs::read(&twice).unwrap(), b"b.xml", b"a.xml");
    std::fs::write(&twice, same).unwrap();
    assert_eq!(pieces(&twice), [("twice.zip".into(), Err("zip-dubbel".into()))]);
    // A byte of the content is wrong: the check sum tells.
    let mut wrong = bytes.clone();
    wrong[60] ^= 0xff;
    let flipped = folder.join("flipped.zip");
    std::fs::write(&flipped, wrong).unwrap();
    assert!(matches!(&pieces(&flipped)[..], [(_, Err(code))] if code == "zip-kapot"));
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..=out.len() - from.len() {
        if out[at..].starts_with(from) {
            out[at..at + to.len()].copy_from_slice(to);
        }
    }
    out
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_leads_nowhere() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("in");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(base.path().join("geheim.txt"), "niet voor hier").unwrap();
    std::os::unix::fs::symlink(base.path().join("geheim.txt"), folder.join("a")).unwrap();
    std::os::unix::fs::symlink(".", folder.join("b")).unwrap();
    std::fs::write(folder.join("c\u{1b}[2J.xml"), "een").unwrap();
    let refused = Err("onleesbaar".to_owned());
    assert_eq!(
        pieces(&folder),
        [("a".into(), refused.clone()), ("b".into(), refused), ("c?[2J.xml".into(), Ok(3))]
    );
}

/// Two gigabytes that are mostly a hole: refused by size, without reading it.
#[test]
fn a_file_of_two_gigabytes_is_refused_at_once() {
    let base = tempfile::tempdir().unwrap();
    let file = base.path().join("groot.xml");
    std::fs::File::create(&file).unwrap().set_len(2 * 1024 * 1024 * 1024).unwrap();
    let before = std::time::Instant::now();
    let found = Uitpakker::new([file], clock()).next().unwrap();
    assert!(
        matches!(found, Stuk::Onleesbaar { lengte: 2_147_483_648, bezwaar, .. } if bezwaar.code == "te-groot")
    );
    assert!(before.elapsed().as_secs() < 5);
}
