//! What stays in the folder, and what a second import does.

use informatie::bevolking::{Bevolking, BevolkingFout, Cel, Cijfer, Grens, Melding, Onbekend, Opgave, Stand};

use super::{Home, excerpt, gebied, opgave};

fn files(home: &Home) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(home.path())
        .unwrap()
        .map(|e| e.unwrap())
        .map(|e| (e.file_name().to_string_lossy().into_owned(), std::fs::read(e.path()).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn a_rerun_changes_nothing_and_says_so() {
    let mut home = Home::new();
    for naam in ["wbo_wijken_2021_2022.csv", "gemeentedata_2022.csv", "gemeente_jeugdregio_2026.csv"] {
        assert!(home.store.import_file(&excerpt(naam), &opgave()).unwrap().changed(), "{naam}");
    }
    let before = files(&home);
    assert_eq!(before.len(), 6, "{before:?}");
    for naam in ["gemeente_jeugdregio_2026.csv", "wbo_wijken_2021_2022.csv"] {
        let later = Opgave { gelezen: jiff::civil::date(2027, 1, 1), ..opgave() };
        let verslag = home.store.import_file(&excerpt(naam), &later).unwrap();
        assert_eq!(verslag.al_bekend, Some(jiff::civil::date(2026, 3, 1)));
        assert!(!verslag.changed());
    }
    assert_eq!(files(&home), before);
    assert_eq!(home.again().invoeren(), home.store.invoeren());
}

#[test]
fn a_newer_edition_takes_the_place_and_tells_what_changed() {
    let mut home = Home::new();
    let first = "wijkcode;jaar;inwoners;jeugdzorg\nWK075801;2022*;100;50\nWK075802;2022*;200;60\nWK075803;2022*;300;.\n";
    home.import("jeugd.csv", first);
    let verslag = home.import(
        "jeugd_20240101.csv",
        "wijkcode;jaar;status;inwoners;jeugdzorg\nWK075801;2022;definitief;100;55\nWK075803;2022;definitief;300;.\n",
    );
    let changes: Vec<_> = verslag.gewijzigd.iter().map(|w| (w.cijfer, w.was, w.wordt)).collect();
    assert_eq!(changes, [(Cijfer::Jeugdzorg, Cel::Waarde(50.0), Cel::Waarde(55.0))]);
    assert_eq!((verslag.nieuw, verslag.gelijk), (0, 3));
    assert!(verslag.meldingen.contains(&Melding::Behouden { jaar: 2022, gebieden: 1 }));
    // And not back: what is definite is not made provisional again.
    let verslag = home.import("jeugd.csv", &first.replace("100;50", "100;45"));
    assert_eq!(verslag.bezwaren.iter().filter(|b| b.reden.key() == "al-definitief").count(), 4);
    let store = home.again();
    let found = store.waarde(gebied("WK075801"), Cijfer::Jeugdzorg, 2022).unwrap();
    assert_eq!((found.usable(), found.stand, found.tabel), (Some(55.0), Stand::Definitief, "jeugd"));
    assert_eq!(store.waarde(gebied("WK075802"), Cijfer::Inwoners, 2022).unwrap().stand, Stand::Voorlopig);
    let unknown = store.waarde(gebied("WK075803"), Cijfer::Jeugdzorg, 2022).unwrap();
    assert_eq!(unknown.cel, Cel::Onbekend(Onbekend::Punt));
}

#[test]
fn of_two_tables_the_known_and_definite_figure_is_given() {
    let mut home = Home::new();
    home.import("85318NED.csv", "wijkcode;jaar;jeugdzorg\nWK075801;2022;.\nWK075802;2022*;90\n");
    home.import(
        "85075NED.csv",
        "wijkcode;jaar;status;jeugdzorg\nWK075801;2022;voorlopig;80\nWK075802;2022;definitief;95\n",
    );
    home.import("ander.csv", "wijkcode;jaar;jeugdzorg\nWK075802;2022*;91\n");
    let store = home.again();
    let of = |code| store.waarde(gebied(code), Cijfer::Jeugdzorg, 2022).map(|w| (w.usable(), w.tabel));
    assert_eq!(of("WK075801"), Some((Some(80.0), "85075NED")));
    assert_eq!(of("WK075802"), Some((Some(95.0), "85075NED")));
}

#[test]
fn borders_that_moved_are_told_and_remembered() {
    let mut home = Home::new();
    home.import(
        "kwb-2021.csv",
        "gwb_code_10;ind_wbz;a_inw\nWK075800;1;10\nWK075801;1;20\nWK075802;1;30\nWK082601;1;5\n",
    );
    let verslag = home
        .import("kwb-2022.csv", "gwb_code_10;ind_wbz;a_inw\nWK075800;1;10\nWK075801;3;25\nWK075803;2;30\n");
    let code = |c: &str| stelsel::Wijkcode::parse(c).unwrap();
    assert!(
        verslag.meldingen.contains(&Melding::AndereGrenzen { jaar: 2022, wijken: vec![code("WK075801")] })
    );
    assert!(verslag.meldingen.contains(&Melding::AndereCodes { jaar: 2022, wijken: vec![code("WK075803")] }));
    // Oosterhout (0826) is not in the later file at all: nothing is said of it.
    assert!(verslag.meldingen.contains(&Melding::AndereWijken {
        van: 2021,
        tot: 2022,
        vervallen: vec![code("WK075802")],
        nieuw: vec![code("WK075803")],
    }));
    home.import("kwb-2023.csv", "gwb_code_10;a_inw\nWK075800;10\nWK075801;20\n");
    let store = home.again();
    assert_eq!(store.grens(gebied("WK075800"), 2021, 2022), Grens::Gelijk);
    assert_eq!(store.grens(gebied("WK075800"), 2023, 2021), Grens::NietGezegd);
    assert_eq!(store.grens(gebied("WK075801"), 2021, 2022), Grens::Anders);
    assert_eq!(store.grens(gebied("WK075802"), 2021, 2022), Grens::Weg);
    assert_eq!(store.grens(gebied("WK075801"), 2022, 2022), Grens::Gelijk);
}

#[test]
fn youth_regions_by_year() {
    let mut home = Home::new();
    home.store.import_file(&excerpt("gemeente_jeugdregio_2026.csv"), &opgave()).unwrap();
    let verslag = home.import(
        "regios.csv",
        "gemeentecode;gemeentenaam;jeugdregiocode;jeugdregionaam_2025\nGM0758;Breda;JZ36;West-Brabant-West\nGM0826;Oosterhout;JZ34;x\n0779;y;JZ99x;z\n",
    );
    assert_eq!(verslag.meldingen, [Melding::AndereRegio { ander: 2026, gemeenten: vec![gebied("GM0758")] }]);
    assert_eq!(verslag.bezwaren.len(), 1);
    let store = home.again();
    let breda = stelsel::Gemeentecode::parse("0758").unwrap();
    assert_eq!(store.jeugdregio(breda, 2026), Some(gebied("JZ34")));
    assert_eq!(store.jeugdregio(breda, 2025), Some(gebied("JZ36")));
    assert_eq!(store.jeugdregio(breda, 2024), None);
    assert_eq!(store.gemeenten(gebied("JZ34"), 2026).len(), 7);
    assert_eq!(store.naam(gebied("JZ34")), Some("West-Brabant-Oost"));
}

#[test]
fn damage_is_refused_with_what_to_do() {
    let mut home = Home::new();
    home.store.import_file(&excerpt("wbo_wijken_2021_2022.csv"), &opgave()).unwrap();
    let refused = || Bevolking::open(home.path()).err().map(|e| e.to_string()).unwrap_or_default();
    let manifest = home.path().join("manifest.json");
    let good = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(&manifest, good.replace("\"schema\": 1", "\"schema\": 2")).unwrap();
    assert!(refused().contains("use a newer program"));
    std::fs::write(&manifest, "{").unwrap();
    assert!(refused().contains("backup"));
    std::fs::write(&manifest, &good).unwrap();
    let (figures, bytes) = files(&home).into_iter().find(|(n, _)| n.starts_with("cijfers-")).unwrap();
    std::fs::write(home.path().join(&figures), &bytes[1..]).unwrap();
    assert!(refused().contains("is not what the manifest says"));
    std::fs::remove_file(home.path().join(&figures)).unwrap();
    assert!(matches!(Bevolking::open(home.path()), Err(BevolkingFout::Bestand { .. })));
}

#[test]
fn two_at_once_lose_nothing() {
    let mut home = Home::new();
    let mut other = home.again();
    home.import("een.csv", "wijkcode;jaar;inwoners\nWK075801;2022;100\n");
    other.import("twee.csv", b"wijkcode;jaar;inwoners\nWK075802;2022;200\n", &opgave()).unwrap();
    let store = home.again();
    assert_eq!(store.invoeren().len(), 2);
    for code in ["WK075801", "WK075802"] {
        assert!(store.waarde(gebied(code), Cijfer::Inwoners, 2022).is_some());
    }
}
