//! The whole files, where they stand beside the project.

use informatie::bevolking::{Cijfer, Groep, Kenmerk, Melding, Soort};

use super::{Home, beside, gebied, opgave};

#[test]
fn the_neighbourhoods_of_west_brabant_oost() {
    let Some(path) = beside("west_brabant_oost_wijken_2021_2022.csv") else { return };
    let mut home = Home::new();
    let verslag = home.store.import_file(&path, &opgave()).unwrap();
    assert_eq!((verslag.bezwaren.as_slice(), verslag.rijen), (&[][..], 124));
    // As the file counts them: 22 totals and, with every other column, this many cells are empty.
    assert!(verslag.meldingen.contains(&Melding::NietGepubliceerd(882)), "{:?}", verslag.meldingen);
    assert!(!verslag.meldingen.iter().any(|m| matches!(m, Melding::AndereWijken { .. })));
    let store = home.again();
    assert_eq!(store.gebieden(2022).len(), 62);
    let rates: Vec<_> =
        store.gebieden(2022).into_iter().map(|g| store.tarief(g, 2022, Groep::Tot18)).collect();
    let published = rates.iter().filter(|r| r.is_ok()).count();
    assert_eq!((published, rates.len() - published), (51, 11));
    // Ours and the estimate in the file are the same number of youths.
    for wijk in store.gebieden(2022) {
        let ours = store.noemer(wijk, 2022, Groep::Tot18).unwrap();
        let theirs = store.waarde(wijk, Cijfer::Inw0Tot18Geschat, 2022).unwrap().usable().unwrap();
        assert!((ours.aantal - theirs).abs() <= 5.1, "{wijk}: {} {theirs}", ours.aantal);
    }
    let near = store.buren(gebied("WK075801"), 2022, &Kenmerk::BEVOLKING, &Kenmerk::TOEGANG, 5);
    assert_eq!(near.len(), 5);
    assert!(near.iter().all(|b| b.afstand < 0.3 && !b.gelijkend.is_empty()), "{near:#?}");
}

#[test]
fn the_municipalities_and_their_regions() {
    let files = ["gemeentedata.csv", "gemeente_jeugdregio_2026.csv", "jeugdregio_jeugdzorg_2022.csv"];
    let Some(paths) = files.iter().map(|n| beside(n)).collect::<Option<Vec<_>>>() else { return };
    let mut home = Home::new();
    let verslag = home.store.import_file(&paths[0], &opgave()).unwrap();
    assert_eq!((verslag.bezwaren.as_slice(), verslag.rijen), (&[][..], 346));
    let verslag = home.store.import_file(&paths[1], &opgave()).unwrap();
    assert_eq!((verslag.soort, verslag.nieuw, verslag.bezwaren.len()), (Some(Soort::Jeugdregios), 342, 0));
    let verslag = home.store.import_file(&paths[2], &opgave()).unwrap();
    assert_eq!((verslag.rijen, verslag.nieuw, verslag.bezwaren.as_slice()), (42, 84, &[][..]));
    let store = home.again();
    let rate = store.tarief(gebied("JZ34"), 2022, Groep::Tot18).unwrap();
    assert!((rate.per_duizend - 142.0).abs() < 1.0, "{}", rate.per_duizend);
    let near = store.buren(gebied("GM0758"), 2022, &Kenmerk::TOEGANG, &Kenmerk::TOEGANG, 5);
    assert_eq!(near.len(), 5);
}

#[test]
fn the_maps() {
    for (naam, areas, km2) in [
        ("gemeenten.geojson", 345, 37_400.0),
        ("jeugdregio_2022_afgeleid.geojson", 42, 37_400.0),
        ("wijken_west_brabant_oost_afgeleid.geojson", 62, 692.0),
    ] {
        let Some(path) = beside(naam) else { return };
        let mut home = Home::new();
        if !naam.contains("2022") && !naam.starts_with("gemeenten") {
            // Its year stands nowhere: said once, and nothing taken.
            let verslag = home.store.import_file(&path, &opgave()).unwrap();
            let keys: Vec<_> = verslag.bezwaren.iter().map(|b| b.reden.key()).collect();
            assert_eq!((keys, verslag.changed()), (vec!["geen-jaar"], false));
        }
        let said = informatie::bevolking::Opgave { jaar: Some(2022), ..opgave() };
        let verslag = home.store.import_file(&path, &said).unwrap();
        assert_eq!((verslag.soort, verslag.bezwaren.as_slice()), (Some(Soort::Kaart), &[][..]), "{naam}");
        let store = home.again();
        let all = store.gebieden(2022);
        assert_eq!((all.len(), verslag.gebieden), (areas, areas as u64), "{naam}");
        let sum: f64 = all.iter().map(|g| store.km2(*g, 2022).unwrap()).sum();
        assert!((sum / km2 - 1.0).abs() < 0.15, "{naam}: {sum}");
        assert!(all.iter().all(|g| store.naam(*g).is_some()), "{naam}");
    }
}
