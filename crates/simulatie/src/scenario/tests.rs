#![expect(clippy::float_cmp, reason = "these values come through unchanged")]

use super::*;
use crate::systeem::{Antwoord, Bouwsteen, Lus};

const GOOD: &str = r#"
naam = "Nulde lijn en toegang"
toelichting = "Wat als we vroeg beginnen?"
eerste_jaar = 2027
jaren = 12
herhalingen = 40
zaad = 7
onzekerheid = "toeval"
stelselwijziging = [2030]

[bouwstenen]
toegang = { niveau = 0.5, vanaf = 2028, opbouw = 2 }
[bouwstenen.ontzorglandschap]
niveau = 1

[afbakening]
niveau = 0.25

[[begroting]]
factor = 1.05
vanaf = 2028
tot = 2029

[[plaatsen]]
antwoord = "ggz"
factor = 1.2

[lussen]
LR6 = false

[aannames]
wacht.ggz = 120
"wacht.verblijf" = 80.5
vraag.enkelvoudig-ggz = 0.31
"#;

#[test]
fn a_whole_file_is_read() {
    let scenario = Scenario::read(GOOD).unwrap();
    assert_eq!(
        (scenario.eerste_jaar, scenario.jaren, scenario.herhalingen, scenario.zaad),
        (2027, 12, 40, 7)
    );
    assert_eq!(
        (scenario.naam.as_str(), scenario.onzekerheid),
        ("Nulde lijn en toegang", Onzekerheid::Toeval)
    );
    let toegang = scenario.keuze.bouwstenen[Bouwsteen::Toegang.place()];
    assert_eq!((toegang.niveau, toegang.vanaf, toegang.opbouw), (0.5, 1.0, 2.0));
    assert_eq!(scenario.keuze.bouwstenen[Bouwsteen::Ontzorglandschap.place()].at(0.0), 1.0);
    assert_eq!(scenario.keuze.afbakening.niveau, 0.25);
    let money = scenario.keuze.begroting[0];
    assert_eq!((money.vanaf, money.tot, money.factor), (1.0, 3.0, 1.05), "the last year included");
    assert_eq!(scenario.keuze.plaatsen[0].antwoord, Some(Antwoord::Ggz));
    assert_eq!(scenario.keuze.plaatsen[0].tot, f64::INFINITY);
    assert_eq!(scenario.keuze.stelselwijziging, [3.0]);
    assert!(!scenario.keuze.lussen[Lus::LR6.place()] && scenario.keuze.lussen[Lus::LR1.place()]);
    assert_eq!(scenario.aannames.get(Sleutel::WachtGgz), 120.0);
    assert_eq!(scenario.vast.len(), 3);
    assert_eq!(scenario.aannames_of(0), scenario.aannames_of(1), "chance only");
    let drawn = Scenario { onzekerheid: Onzekerheid::Aannames, ..scenario.clone() };
    assert_ne!(drawn.aannames_of(0), drawn.aannames_of(1));
    assert_eq!(drawn.aannames_of(1).get(Sleutel::WachtGgz), 120.0, "what the file sets is not drawn");
}

/// Everything that can be wrong, with what is said of it.
const WRONG: &[(&str, &str)] = &[
    ("naam = 'x", "line 1: not TOML: invalid literal string, expected `'`"),
    ("naam = 'x'\nnaam = 'y'", "line 2: not TOML: duplicate key"),
    ("", "line 1, naam: must be there"),
    ("naam = 3", "line 1, naam: expected text"),
    ("naam = 'x'\njarn = 3", "line 2, jarn: unknown; do you mean jaren?"),
    ("naam = 'x'\nkleur = 'rood'", "line 2, kleur: unknown"),
    ("naam = 'x'\njaren = 31", "line 2, jaren: must lie between 1 and 30"),
    ("naam = 'x'\njaren = 10.5", "line 2, jaren: expected a whole number"),
    ("naam = 'x'\njaren = 99999999999999999999", "line 2, jaren: expected a whole number"),
    ("naam = 'x'\nherhalingen = 0", "line 2, herhalingen: must lie between 1 and 10000"),
    ("naam = 'x'\neerste_jaar = 26", "line 2, eerste_jaar: must lie between 1990 and 2100"),
    ("naam = 'x'\nzaad = -1", "line 2, zaad: must lie between 0 and 4294967295"),
    (
        "naam = 'x'\nonzekerheid = 'aanname'",
        "line 2, onzekerheid: must be one of aannames, toeval; do you mean aannames?",
    ),
    ("naam = 'x'\nbouwstenen = 1", "line 2, bouwstenen: expected a table"),
    (
        "naam = 'x'\n[bouwstenen.toegan]\nniveau = 1",
        "line 2, bouwstenen.toegan: unknown; do you mean toegang?",
    ),
    ("naam = 'x'\n[bouwstenen.toegang]\nvanaf = 2026", "line 2, bouwstenen.toegang.niveau: must be there"),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = 1.2",
        "line 3, bouwstenen.toegang.niveau: must lie between 0 and 1",
    ),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = nan",
        "line 3, bouwstenen.toegang.niveau: expected a number",
    ),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = inf",
        "line 3, bouwstenen.toegang.niveau: must lie between 0 and 1",
    ),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = 1\nvanaf = 2041",
        "line 4, bouwstenen.toegang.vanaf: must be a year from 2026 to 2040",
    ),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = 1\nvanaf = '2030'",
        "line 4, bouwstenen.toegang.vanaf: expected a year",
    ),
    (
        "naam = 'x'\n[bouwstenen.toegang]\nniveau = 1\nopbow = 3",
        "line 4, bouwstenen.toegang.opbow: unknown; do you mean opbouw?",
    ),
    ("naam = 'x'\n[[begroting]]\nvanaf = 2027", "line 2, begroting[1].factor: must be there"),
    ("naam = 'x'\n[[begroting]]\nfactor = 0", "line 3, begroting[1].factor: must lie between 0.1 and 10"),
    (
        "naam = 'x'\n[[begroting]]\nfactor = 1\nvanaf = 2030\ntot = 2029",
        "line 5, begroting[1].tot: the last year lies before the first",
    ),
    ("naam = 'x'\n[[begroting]]\nfactor = 1\nantwoord = 'ggz'", "line 4, begroting[1].antwoord: unknown"),
    ("naam = 'x'\nbegroting = 3", "line 2, begroting: expected a list of at most 100"),
    (
        "naam = 'x'\n[[tarief]]\nfactor = 1\nantwoord = 'ambulnt'",
        "line 4, tarief[1].antwoord: must be one of wijkteam, ambulant, ggz, verblijf, crisis; do you mean ambulant?",
    ),
    (
        "naam = 'x'\nstelselwijziging = [1900]",
        "line 2, stelselwijziging[1]: must be a year from 2026 to 2040",
    ),
    ("naam = 'x'\n[lussen]\nLR9 = false", "line 3, lussen.LR9: unknown; do you mean LR1?"),
    ("naam = 'x'\n[lussen]\nLR1 = 0", "line 3, lussen.LR1: expected true or false"),
    ("naam = 'x'\n[aannames]\nwacht.gz = 100", "line 3, aannames.wacht.gz: unknown; do you mean wacht.ggz?"),
    (
        "naam = 'x'\n[aannames]\nkosten.inzicht = 3",
        "line 3, aannames.kosten.inzicht: must lie between 0.002 and 0.008",
    ),
    ("naam = 'x'\n[aannames]\nwacht.ggz = 'lang'", "line 3, aannames.wacht.ggz: expected a number"),
];

#[test]
fn what_is_wrong_is_told() {
    for (text, told) in WRONG {
        let wrong = Scenario::read(text).expect_err(text);
        assert_eq!(wrong[0].to_string(), *told, "{text}");
        assert_eq!(wrong.len(), 1, "{text}: {wrong:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_in_the_order_of_the_lines() {
    let wrong = Scenario::read("jaren = 99\nnaam = 1\nzaad = 'a'\n[lussen]\nLB9 = 1\n").unwrap_err();
    let lines: Vec<usize> = wrong.iter().map(|one| one.regel).collect();
    assert_eq!(lines, [1, 2, 3, 5]);
}

#[test]
fn a_long_name_is_refused() {
    let wrong = Scenario::read(&format!("naam = '{}'", "x".repeat(101))).unwrap_err();
    assert_eq!(wrong[0].to_string(), "line 1, naam: at most 100 characters");
}
