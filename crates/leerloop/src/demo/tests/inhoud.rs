//! Rules of level 2 that a message must pass by itself, and persons who are not real.

use std::collections::BTreeSet;
use std::process::Command;

use ijw::Bericht;
use ijw::jw301::Contact;

use super::super::namen::{GROEPEN, STRAAT, STRAATSOORT};
use super::super::regio::{aanbieders, gemeenten, postcodegebieden};
use super::super::voorbeeld::VOORBEELDEN;
use super::{KLEIN, klein};

fn elfproef(bsn: &str) -> bool {
    let sum: i32 = bsn.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(b, w)| i32::from(b - b'0') * w).sum();
    bsn.len() == 9 && bsn.starts_with('9') && sum % 11 == 0
}

#[test]
fn every_bsn_is_of_the_test_range() {
    let mut seen = BTreeSet::new();
    for (_, bericht) in klein() {
        match bericht {
            Bericht::Jw301(b) => assert!(elfproef(b.client.bsn.as_str())),
            Bericht::Jw305(b) => assert!(elfproef(b.client.bsn.as_str())),
            Bericht::Jw307(b) => assert!(elfproef(b.client.bsn.as_str())),
            Bericht::Jw315(b) => assert!(elfproef(b.client.bsn.as_str())),
            Bericht::Jw317(b) => assert!(elfproef(b.client.bsn.as_str())),
            Bericht::Jw323(b) => {
                seen.extend(b.declaratie.clienten.iter().map(|c| c.bsn.as_str()));
                assert!(b.declaratie.clienten.iter().all(|c| elfproef(c.bsn.as_str())));
            }
            _ => {}
        }
    }
    assert!(seen.len() > 200, "{}", seen.len());
}

/// CD005, CD025, CS089, CD034, TR006, CD009.
fn contact_is_sound(contact: &Contact) {
    let adres = contact.adres.as_ref().unwrap();
    let postcode = adres.postcode.as_ref().unwrap().as_str();
    assert!(
        adres.land_code.is_some()
            && adres.huis.is_some()
            && contact.telefoon.is_some()
            && contact.periode.is_none()
    );
    let (digits, letters) = postcode.split_at(4);
    assert!(!digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit()));
    assert!(letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_uppercase()));
    let pc4: u16 = digits.parse().unwrap();
    assert!(pc4 == 9_999 || postcodegebieden().any(|(area, _)| area == pc4), "{postcode}");
    let straat = adres.straatnaam.as_ref().unwrap().as_str();
    assert!(
        STRAAT.iter().any(|one| STRAATSOORT.iter().any(|two| format!("{one}{two}") == straat)),
        "{straat}"
    );
}

#[test]
fn persons_are_put_together_from_our_own_lists() {
    let surnames: BTreeSet<&str> = GROEPEN
        .iter()
        .flat_map(|g| g.achternamen.iter().map(|(_, name)| *name))
        .chain(VOORBEELDEN.iter().map(|v| v.achternaam.1))
        .collect();
    let given: BTreeSet<&str> = GROEPEN
        .iter()
        .flat_map(|g| [g.jongens, g.meisjes, g.vaders, g.moeders].into_iter().flatten().copied())
        .chain(
            VOORBEELDEN
                .iter()
                .flat_map(|v| v.kinderen.iter().map(|k| k.naam).chain(v.ouders.iter().map(|o| o.0))),
        )
        .collect();
    let organisations: BTreeSet<String> = aanbieders(&KLEIN).into_iter().map(|a| a.naam).collect();
    let mut persons = 0;
    for (_, bericht) in klein() {
        let Bericht::Jw301(b) = bericht else { continue };
        persons += 1;
        let client = &b.client;
        assert!(surnames.contains(client.naam.geslachtsnaam.achternaam.as_str()));
        assert!(given.contains(client.naam.voornamen.as_ref().unwrap().as_str()));
        assert_eq!(client.naam.naam_gebruik.code(), "1", "CS318, CS050");
        client.contactgegevens.iter().for_each(contact_is_sound);
        let relations = client.relaties.as_deref().unwrap_or_default();
        assert!((1..=3).contains(&relations.len()));
        let keys: BTreeSet<_> = relations.iter().map(|r| r.nummer.as_str()).collect();
        assert_eq!(keys.len(), relations.len(), "TR101");
        for relation in relations {
            contact_is_sound(&relation.contact);
            let name = relation.naam.geslachtsnaam.achternaam.as_str();
            if relation.soort.code() == "11" {
                assert!(organisations.contains(name) && relation.naam.naam_gebruik.code() == "6");
            } else {
                assert!(
                    surnames.contains(name)
                        && given.contains(relation.naam.voornamen.as_ref().unwrap().as_str())
                );
                let years =
                    client.geboortedatum.datum.year() - relation.geboortedatum.as_ref().unwrap().datum.year();
                assert!((18..=60).contains(&years), "a parent is older than the child: {years}");
            }
        }
        assert!(client.geboortedatum.datum <= b.header.bericht_identificatie.dagtekening, "TR134");
    }
    assert!(persons > 500);
}

#[test]
fn one_family_can_be_seen_and_the_shaped_ones_are_there() {
    let mut families: std::collections::BTreeMap<&str, BTreeSet<&str>> = std::collections::BTreeMap::new();
    let mut tom = 0;
    for (_, bericht) in klein() {
        let Bericht::Jw301(b) = bericht else { continue };
        for parent in b.client.relaties.iter().flatten().filter(|r| r.soort.code() == "10") {
            families.entry(parent.nummer.as_str()).or_default().insert(b.client.bsn.as_str());
        }
        let name = &b.client.naam;
        if name.voornamen.as_ref().is_some_and(|n| n.as_str() == "Tom") {
            tom += 1;
            assert_eq!(
                name.geslachtsnaam.voorvoegsel.as_ref().map(ijw::basis::Voorvoegsel::as_str),
                Some("de")
            );
            assert_eq!(b.header.afzender.as_str(), "0758");
            assert_eq!(b.client.toegewezen_producten.len(), 1);
            let pc4: u16 =
                b.client.contactgegevens[0].adres.as_ref().unwrap().postcode.as_ref().unwrap().as_str()[..4]
                    .parse()
                    .unwrap();
            assert_eq!(postcodegebieden().find(|(area, _)| *area == pc4).unwrap().1, "WK075801");
        }
    }
    assert_eq!(tom, 1, "Tom de Wit waits for help");
    let with_two = families.values().filter(|children| children.len() > 1).count();
    assert!(with_two * 100 > families.len() * 6, "{with_two} of {}", families.len());
    assert!(gemeenten().iter().all(|g| klein().iter().any(|(_, b)| b.gemeente().as_str() == g.code)));
}

/// The schema engine of libxml2 agrees, where it and the published schemas are at hand.
#[test]
fn the_published_schemas_accept_them() {
    let schemas = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ijw/xsd");
    if !schemas.exists() || Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: no xmllint or no schemas");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for kind in ["JW301", "JW302", "JW305", "JW307", "JW315", "JW317", "JW319", "JW320", "JW323"] {
        let mut command = Command::new("xmllint");
        command.args(["--noout", "--schema"]).arg(schemas.join(format!("{kind}.xsd")));
        let some =
            klein().iter().filter(|(made, _)| made.bestandsnaam.starts_with(kind)).step_by(5).take(120);
        for (made, _) in some {
            let path = folder.path().join(&made.bestandsnaam);
            std::fs::write(&path, &made.xml).unwrap();
            command.arg(path);
        }
        let outcome = command.output().unwrap();
        assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stderr));
    }
}
