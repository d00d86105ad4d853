//! The golden messages: hand-made, with the verdict of a schema engine on each. All persons are fictitious.

use std::fs;
use std::path::PathBuf;

/// A golden message.
pub(crate) struct Goud {
    pub(crate) bestand: String,
    pub(crate) bericht: String,
    pub(crate) is_goed: bool,
    /// The rules that the published rule set says are broken, each with its paths: `CODE@pad+pad`.
    pub(crate) regels: Vec<String>,
    pub(crate) bytes: Vec<u8>,
}

/// Every golden message.
pub(crate) fn alle() -> Vec<Goud> {
    let map = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goud");
    let manifest = fs::read_to_string(map.join("manifest.csv")).unwrap();
    let goud: Vec<Goud> = manifest
        .lines()
        .skip(1)
        .map(|regel| {
            let mut velden = regel.split(',');
            let bestand = velden.next().unwrap().to_owned();
            let bytes = fs::read(map.join(format!("{bestand}.xml"))).unwrap();
            let bericht = velden.next().unwrap().to_owned();
            let is_goed = match velden.next().unwrap() {
                "ok" => true,
                "fout" => false,
                anders => panic!("{bestand}: {anders}"),
            };
            let regels = velden.nth(2).unwrap_or_default().split(" ; ");
            let regels = regels.filter(|regel| !regel.is_empty()).map(str::to_owned).collect();
            Goud { bestand, bericht, is_goed, regels, bytes }
        })
        .collect();
    assert!(goud.len() >= 108, "the manifest has {} messages", goud.len());
    goud
}

/// A golden message by its name.
pub(crate) fn een(bestand: &str) -> String {
    let goud = alle().into_iter().find(|goud| goud.bestand == bestand).unwrap();
    String::from_utf8(goud.bytes).unwrap()
}

#[test]
fn every_verdict_is_that_of_the_schema() {
    for Goud { bestand, bericht, is_goed, bytes, .. } in alle() {
        match ijw::lees(&bytes) {
            Ok(gelezen) => {
                assert!(is_goed, "{bestand} passes");
                assert_eq!(gelezen.berichttype().naam(), bericht, "{bestand}");
            }
            Err(afkeuring) => {
                assert!(!is_goed, "{bestand}: {afkeuring}");
                assert_eq!(
                    afkeuring.berichttype.map(ijw::Berichttype::naam),
                    Some(bericht.as_str()),
                    "{bestand}"
                );
                assert_eq!(afkeuring.fouten.len(), 1, "{bestand}: {afkeuring}");
            }
        }
    }
}

/// What was found, in the form of the manifest, sorted; the order of paths within a rule does not matter.
fn gesorteerd(regels: impl Iterator<Item = String>) -> Vec<String> {
    let mut regels: Vec<String> = regels
        .map(|regel| {
            let (code, paden) = regel.split_once('@').unwrap_or((&regel, ""));
            let mut paden: Vec<&str> = paden.split('+').collect();
            paden.sort_unstable();
            format!("{code}@{}", paden.join("+"))
        })
        .collect();
    regels.sort_unstable();
    regels
}

#[test]
fn every_broken_rule_is_found_with_its_place_and_no_other() {
    let mut verschillen = Vec::new();
    let mut gebroken = std::collections::BTreeSet::new();
    for goud in alle().into_iter().filter(|goud| goud.is_goed) {
        let bevindingen = ijw::keur(&ijw::lees(&goud.bytes).unwrap());
        let verwacht = gesorteerd(goud.regels.iter().cloned());
        for bevinding in &bevindingen {
            assert_eq!((bevinding.regel.niveau, bevinding.regel.retourcode), (2, "0001"));
            gebroken.insert(bevinding.regel.code);
        }
        let gevonden =
            gesorteerd(bevindingen.iter().map(|b| format!("{}@{}", b.regel.code, b.paden.join("+"))));
        if gevonden != verwacht {
            verschillen.push(format!("{}:\n  expected {verwacht:#?}\n  found {gevonden:#?}", goud.bestand));
        }
    }
    assert!(verschillen.is_empty(), "{}", verschillen.join("\n"));
    let ongebroken: Vec<_> =
        ijw::regels::NIVEAU2.iter().map(|regel| regel.code).filter(|code| !gebroken.contains(code)).collect();
    assert!(ongebroken.is_empty(), "no golden message breaks {ongebroken:?}");
}

#[test]
fn every_fault_tells_what_is_wrong_and_where() {
    let fouten: Vec<String> = alle()
        .iter()
        .filter_map(|goud| {
            ijw::lees(&goud.bytes).err().map(|afkeuring| format!("{}: {afkeuring}", goud.bestand))
        })
        .collect();
    insta::assert_snapshot!(fouten.join("\n"), @r"
    xsd-versie: JW301 fails the schema check; line 2, /Bericht/Header/BerichtSubversie: no valid BerichtSubversie: the value must be 2
    xsd-datum-tijdzone: JW301 fails the schema check; line 2, /Bericht/Client/Geboortedatum/Datum: no valid Datum: the value is no calendar date without a time zone (jjjj-mm-dd)
    xsd-ongeldige-datum: JW301 fails the schema check; line 2, /Bericht/Client/Geboortedatum/Datum: no valid Datum: the value is no calendar date without a time zone (jjjj-mm-dd)
    xsd-agb-7: JW301 fails the schema check; line 2, /Bericht/Header/Ontvanger: no valid AgbCode: the value must be 8 digits
    ");
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    for goud in alle().into_iter().filter(|goud| goud.is_goed) {
        let gelezen = ijw::lees(&goud.bytes).unwrap();
        let geschreven = ijw::schrijf(&gelezen);
        assert_eq!(ijw::lees(geschreven.as_bytes()).as_ref(), Ok(&gelezen), "{}", goud.bestand);
        // The golden messages are written without indentation too, so that even the text is the same.
        assert!(geschreven.trim() == String::from_utf8_lossy(&goud.bytes).trim(), "{}", goud.bestand);
    }
}

#[test]
fn a_message_tells_who_sends_it_to_whom() {
    let bericht = ijw::lees(een("jw301-ok-specifiek").as_bytes()).unwrap();
    assert_eq!((bericht.afzender(), bericht.ontvanger()), ("9901", "99000001"));
    assert_eq!((bericht.gemeente().as_str(), bericht.aanbieder().as_str()), ("9901", "99000001"));
    assert_eq!(
        (bericht.identificatie(), bericht.dagtekening().to_string()),
        ("B4360001", "2026-05-06".to_owned())
    );
    let bericht = ijw::lees(een("jw323-ok").as_bytes()).unwrap();
    assert_eq!(bericht.afzender(), bericht.aanbieder().as_str());
    assert_eq!(bericht.ontvanger(), bericht.gemeente().as_str());
}

#[test]
fn a_message_prints_nothing_about_a_person() {
    for goud in alle().into_iter().filter(|goud| goud.is_goed) {
        let getoond = format!("{:?}", ijw::lees(&goud.bytes).unwrap());
        for waarde in ["99990", "Testkind", "Sanne", "Ouder", "Proefweg", "1234AB", "0612345678", "2012"] {
            assert!(!getoond.contains(waarde), "{} shows {waarde}", goud.bestand);
        }
    }
}
