//! The corpus: small files that are each in their own way unusual, broken or hostile. They are where the fuzzer starts
//! from, and they are replayed here. The name of a file begins with what is to come of it: `goed`, or the code of the
//! last fault.

use std::fs;
use std::path::PathBuf;

use ijw::Foutsoort;

fn corpus() -> Vec<(String, Vec<u8>)> {
    let map = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut corpus: Vec<_> = fs::read_dir(map)
        .unwrap()
        .map(|bestand| bestand.unwrap().path())
        .filter(|pad| pad.extension().is_some_and(|soort| soort == "xml"))
        .map(|pad| (pad.file_stem().unwrap().to_string_lossy().into_owned(), fs::read(&pad).unwrap()))
        .collect();
    corpus.sort();
    corpus
}

#[test]
fn every_file_of_the_corpus_gets_its_verdict() {
    let corpus = corpus();
    assert!(corpus.len() >= 130, "{} files", corpus.len());
    let mut anders = Vec::new();
    for (naam, bytes) in &corpus {
        let verwacht = naam.split("--").next().unwrap();
        let gelezen = ijw::lees(bytes);
        let verdict = match &gelezen {
            Ok(_) => "goed",
            Err(afkeuring) => match &afkeuring.fouten.last().unwrap().soort {
                Foutsoort::NietWelgevormd(reden) => reden.code(),
                soort => soort.code(),
            },
        };
        if verdict != verwacht {
            anders.push(format!("{naam}: {verdict}"));
        }
        if let Ok(bericht) = gelezen {
            assert_eq!(ijw::lees(ijw::schrijf(&bericht).as_bytes()), Ok(bericht), "{naam}");
        }
    }
    assert!(anders.is_empty(), "{}", anders.join("\n"));
}

#[test]
fn every_file_of_the_corpus_may_be_cut_off_anywhere() {
    for (naam, bytes) in corpus() {
        // Short as they are, each is cut off where something ends or begins.
        let plaatsen = bytes.iter().enumerate().filter(|(_, byte)| b"<>&;\"'=:?!-]".contains(byte));
        for (plaats, _) in plaatsen.step_by(9) {
            let gelezen = ijw::lees(&bytes[..plaats]);
            assert!(gelezen.is_err() || bytes[plaats..].starts_with(b"<"), "{naam} up to {plaats}");
        }
    }
}
