//! What is told of a message, read from the messages of the standard's own examples.

use super::*;
use crate::taal::Taal;

fn told(xml: &str, names: &[&str]) -> Vec<String> {
    let k = Kader::kaal(Taal::Nl);
    let velden = ijw::lees(xml.as_bytes()).unwrap().velden();
    let mut out = Vec::new();
    for (place, veld) in velden.iter().enumerate().filter(|(_, veld)| names.contains(&veld.naam)) {
        out.extend(at_depth(&velden[place..], veld.diepte)[0].zinnen(&k));
    }
    out.into_iter().map(|zin| zin.replace('\u{a0}', " ")).collect()
}

#[test]
fn a_request_for_help_is_told_in_sentences() {
    let xml = include_str!("../../../ijw/tests/goud/jw315-ok-gemeente.xml");
    assert_eq!(
        told(xml, &["AangevraagdProduct"]),
        [
            "Hulp thuis of dichtbij (45A04): 3 uur per week, van 1 mei 2026 tot en met 31 december 2026.",
            "Verwezen door: gemeente."
        ]
    );
}

#[test]
fn a_request_for_a_change_names_what_stays_what_changes_and_what_is_new() {
    let xml = include_str!("../../../ijw/tests/goud/jw317-ok.xml");
    assert_eq!(
        told(xml, &["Verzoek"]),
        [
            "Waarom: de situatie van het kind is veranderd.",
            "Toewijzing 1002 wordt: 5 uur per week, van 1 juni 2026 tot en met 31 december 2026.",
            "Erbij komt hulp thuis of dichtbij (45A03): 3 uur per week, van 1 juni 2026 tot en met 31 december 2026.",
            "Toewijzing 1001 blijft zoals die is."
        ]
    );
}

#[test]
fn a_start_and_a_stop_say_the_day_and_the_reason() {
    let start = told(include_str!("../../../ijw/tests/goud/jw305-ok.xml"), &["StartProduct"]);
    assert!(start.iter().all(|zin| zin.starts_with("De hulp begon op ")) && !start.is_empty(), "{start:?}");
    let stop = told(include_str!("../../../ijw/tests/goud/jw307-ok.xml"), &["StopProduct"]);
    assert!(stop.iter().all(|zin| zin.starts_with("De hulp ")) && !stop.is_empty(), "{stop:?}");
}

#[test]
fn a_withdrawn_claim_counts_down() {
    let veld = |diepte, naam, waarde: Option<&str>| Veld {
        diepte,
        naam,
        waarde: waarde.map(str::to_owned),
        omschrijving: None,
    };
    let velden = [
        veld(0, "Prestatie", None),
        veld(1, "Begindatum", Some("2026-03-01")),
        veld(1, "Bedrag", Some("7800")),
        veld(1, "DebetCredit", Some("C")),
        veld(0, "Prestatie", None),
    ];
    let pieces = stukken(&velden);
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces[0].prestatie(), Some((jiff::civil::date(2026, 3, 1), Cent(-7_800))));
    assert_eq!(pieces[1].prestatie(), None);
    assert!(stukken(&[]).is_empty());
}
