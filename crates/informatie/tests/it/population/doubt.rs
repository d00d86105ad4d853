//! Decimal commas that got lost: said, kept with a mark, and not used until somebody looked.

use std::fmt::Write;

use informatie::bevolking::{Cijfer, Ernst, Merk, Opgave, Reden, Spoor};

use super::{Home, gebied, opgave};

#[test]
fn too_large_to_be() {
    let mut home = Home::new();
    let verslag = home.import("x.csv", "wijkcode;jaar;g_hhgro;p_koopw;g_woz\nWK075801;2022;22;605;312\n");
    let found: Vec<_> =
        verslag.bezwaren.iter().map(|b| (b.rij, b.kolom.nr, b.waarde.as_str(), b.reden.clone())).collect();
    let doubt = |factor| Reden::Komma { factor, verwacht: None, spoor: Spoor::Bereik };
    assert_eq!(found, [(2, 3, "22", doubt(10)), (2, 4, "605", doubt(10))]);
    assert_eq!(verslag.count(Ernst::Twijfel), 2);
    let store = home.again();
    let kept = store.waarde(gebied("WK075801"), Cijfer::Huishoudgrootte, 2022).unwrap();
    assert_eq!((kept.cel.known(), kept.merk, kept.usable()), (Some(22.0), Merk::Verdacht, None));
    assert_eq!(store.waarde(gebied("WK075801"), Cijfer::Woz, 2022).unwrap().usable(), Some(312.0));
}

#[test]
fn ten_times_the_years_around_it() {
    for (factor, value) in [(10, "281"), (100, "2810"), (10, "290")] {
        let mut home = Home::new();
        home.import("kwb-2021.csv", "gwb_code_10;g_ink_pi\nWK075801;27,5\n");
        home.import("kwb-2023.csv", "gwb_code_10;g_ink_pi\nWK075801;29,0\n");
        let verslag = home.import("kwb-2022.csv", &format!("gwb_code_10;g_ink_pi\nWK075801;{value}\n"));
        let reden = &verslag.bezwaren[0].reden;
        assert!(matches!(reden, Reden::Komma { factor: f, .. } if *f == factor), "{value}: {reden:?}");
        assert_eq!(
            home.again().waarde(gebied("WK075801"), Cijfer::InkomenPerInwoner, 2022).unwrap().usable(),
            None
        );
    }
    // Not ten times, only larger: that happens.
    let mut home = Home::new();
    home.import("kwb-2021.csv", "gwb_code_10;p_wcorpw\nWK075801;7,5\n");
    assert_eq!(home.import("kwb-2022.csv", "gwb_code_10;p_wcorpw\nWK075801;40,0\n").bezwaren, []);
}

#[test]
fn the_large_one_is_doubted_whichever_came_first() {
    let mut home = Home::new();
    // 15265.0 that lost its point.
    assert_eq!(home.import("kwb-2021.csv", "gwb_code_10;a_inw\nWK075800;152650\n").bezwaren, []);
    let verslag = home.import("kwb-2022.csv", "gwb_code_10;a_inw\nWK075800;15165\n");
    assert_eq!(verslag.bezwaren[0].reden, Reden::KommaEerder { jaar: 2021, waarde: 152_650.0, factor: 10 });
    assert_eq!((verslag.bezwaren[0].rij, verslag.bezwaren[0].kolom.nr), (2, 2));
    let store = home.again();
    assert_eq!(store.waarde(gebied("WK075800"), Cijfer::Inwoners, 2021).unwrap().merk, Merk::Verdacht);
    assert_eq!(store.waarde(gebied("WK075800"), Cijfer::Inwoners, 2022).unwrap().usable(), Some(15_165.0));
}

#[test]
fn a_new_neighbourhood_may_grow_tenfold() {
    let mut home = Home::new();
    home.import("kwb-2021.csv", "gwb_code_10;ind_wbz;a_inw\nWK075800;1;30\nWK075801;1;100\n");
    let verslag = home.import("kwb-2022.csv", "gwb_code_10;ind_wbz;a_inw\nWK075800;1;300\nWK075801;3;1000\n");
    assert_eq!(verslag.bezwaren, []);
}

#[test]
fn a_whole_column_without_a_decimal_sign() {
    let mut home = Home::new();
    let mut text = String::from("gwb_code_10;p_hh_osm\n");
    // 3.1, 4.2, ... 9.0 per hundred without their comma: most could be true one by one.
    for (nr, value) in [31, 42, 35, 74, 51, 62, 48, 90, 38, 45, 33, 71].into_iter().enumerate() {
        writeln!(text, "WK0758{nr:02};{value}").unwrap();
    }
    let verslag = home.import("kwb-2022.csv", &text);
    assert_eq!(verslag.count(Ernst::Twijfel), 12);
    assert!(verslag.bezwaren.iter().any(|b| matches!(b.reden, Reden::Komma { spoor: Spoor::Kolom, .. })));
    // One decimal sign in the column, and only what is too large by itself is doubted.
    let mut home = Home::new();
    let verslag = home.import("kwb-2022.csv", &text.replace(";31\n", ";3,1\n"));
    assert_eq!(verslag.count(Ernst::Twijfel), 5);
}

#[test]
fn who_looked_may_say_that_it_is_right() {
    let mut home = Home::new();
    let text = "gwb_code_10;p_hh_osm\nWK075801;55,5\n";
    assert_eq!(home.import("kwb-2022.csv", text).count(Ernst::Twijfel), 1);
    let said = Opgave { klopt: true, ..opgave() };
    let verslag = home.store.import("kwb-2022.csv", text.as_bytes(), &said).unwrap();
    assert_eq!((verslag.al_bekend, verslag.bezwaren.len(), verslag.gelijk), (None, 0, 1));
    let store = home.again();
    let found = store.waarde(gebied("WK075801"), Cijfer::PctMinimum, 2022).unwrap();
    assert_eq!((found.usable(), found.merk), (Some(55.5), Merk::Klopt));
}
