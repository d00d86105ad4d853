//! Numbers of youths, rates, and the monitor.

use std::fmt::Write;

use informatie::bevolking::{
    AANDEEL_0_18, AANDEEL_0_23, Cijfer, GeenTarief, Groep, Kanttekening, Methode, Onbekend, Sterkte,
};

use super::{Home, excerpt, gebied, opgave};

#[test]
fn a_number_of_youths_says_how_it_was_found() {
    let mut home = Home::new();
    home.import("a.csv", "wijkcode;jaar;inw_0_14;inw_15_24;inw_0_17\nWK075801;2022;4145;3345;5000\nWK075802;2022;4145;3345;.\nWK075800;2022;840;3100;.\n");
    home.import("b_2022.csv", "wijkcode;a_inw;p_00_14_jr;p_15_24_jr\nWK075803;1000;20;10\n");
    home.import("c.csv", "wijkcode;jaar;inw_0_17_schatting\nWK082601;2022;700\nWK082602;2022;300\n");
    let store = home.again();
    let of = |code, groep| store.noemer(gebied(code), 2022, groep).unwrap();
    assert_eq!(
        (of("WK075801", Groep::Tot18).aantal, of("WK075801", Groep::Tot18).methode),
        (5000.0, Methode::Geteld)
    );
    let estimate = of("WK075802", Groep::Tot18);
    assert_eq!((estimate.aantal, estimate.methode), (4145.0 + AANDEEL_0_18 * 3345.0, Methode::Samengesteld));
    assert!(estimate.kanttekeningen.contains(&Kanttekening::NoemerGeschat));
    assert!(!estimate.kanttekeningen.contains(&Kanttekening::Studenten));
    let older = of("WK075802", Groep::Tot23);
    assert_eq!((older.aantal, older.methode), (4145.0 + AANDEEL_0_23 * 3345.0, Methode::Samengesteld));
    assert!(of("WK075800", Groep::Tot18).kanttekeningen.contains(&Kanttekening::Studenten));
    let percent = of("WK075803", Groep::Tot18);
    assert_eq!((percent.aantal, percent.methode), (200.0 + AANDEEL_0_18 * 100.0, Methode::UitProcenten));
    let sum = of("GM0826", Groep::Tot18);
    assert_eq!((sum.aantal, sum.methode), (1000.0, Methode::Opgeteld));
    assert!(sum.kanttekeningen.contains(&Kanttekening::NoemerOpgeteld));
    assert_eq!(store.noemer(gebied("WK082601"), 2022, Groep::Tot23), None);
    assert_eq!(store.noemer(gebied("WK082601"), 2021, Groep::Tot18), None);
}

#[test]
fn a_rate_with_everything_beside_it() {
    let mut home = Home::new();
    home.import(
        "a.csv",
        "wijkcode;jaar;inw_0_17;inw_0_22;jeugdzorg;jz_0_3;jz_4_11;jz_12_17\nWK075801;2022*;2000;2600;260;20;130;100\nWK075802;2022;2000;2600;260;.;130;100\nWK075803;2022;2000;.;.;.;.;.\nWK075804;2022;.;.;50;.;.;.\nWK075805;2022;100;130;10;.;.;.\n",
    );
    let store = home.again();
    let of = |code, groep| store.tarief(gebied(code), 2022, groep);
    let young = of("WK075801", Groep::Tot18).unwrap();
    assert_eq!((young.teller, young.per_duizend), (250.0, 125.0));
    // Three ages of which each may be 2.5 off, and 4 of the 2,000.
    assert_eq!(young.afronding, (242.5 / 2004.0 * 1000.0, 257.5 / 1996.0 * 1000.0));
    assert_eq!(young.verwacht, Some((125.0 * 1.05, 125.0 * 1.06)));
    assert_eq!(young.kanttekeningen.into_iter().collect::<Vec<_>>(), [Kanttekening::Voorlopig]);
    let older = of("WK075801", Groep::Tot23).unwrap();
    assert_eq!((older.teller, older.per_duizend), (260.0, 100.0));
    // One age is suppressed: all of 0 to 22 then, and that is said.
    let all = of("WK075802", Groep::Tot18).unwrap();
    assert_eq!((all.teller, all.verwacht), (260.0, None));
    assert!(all.kanttekeningen.contains(&Kanttekening::TellerTot23));
    assert!(of("WK075805", Groep::Tot23).unwrap().kanttekeningen.contains(&Kanttekening::Klein));
    assert_eq!(of("WK075803", Groep::Tot18), Err(GeenTarief::Onbekend(Onbekend::Punt)));
    assert_eq!(of("WK075804", Groep::Tot18), Err(GeenTarief::GeenNoemer));
    assert_eq!(of("WK075899", Groep::Tot18), Err(GeenTarief::GeenTeller));
}

#[test]
fn a_municipality_is_the_sum_of_its_neighbourhoods() {
    let mut home = Home::new();
    home.store.import_file(&excerpt("wbo_wijken_2021_2022.csv"), &opgave()).unwrap();
    home.store.import_file(&excerpt("gemeentedata_2022.csv"), &opgave()).unwrap();
    let store = home.again();
    // Geertruidenberg, whole in the excerpt: 3,322 under 15 and 2,406 from 15 to 24 by the table of municipalities (about 3,980).
    let sum = store.noemer(gebied("GM0779"), 2022, Groep::Tot18).unwrap();
    assert!((sum.aantal - 3980.0).abs() < 40.0, "{}", sum.aantal);
    let rate = store.tarief(gebied("GM0779"), 2022, Groep::Tot18).unwrap();
    // 0 to 17 of 740 in all.
    assert_eq!((rate.teller, rate.jaar), (730.0, 2022));
    assert!((rate.per_duizend - 183.0).abs() < 4.0, "{}", rate.per_duizend);
}

/// Twelve neighbourhoods in three years: poverty and rented houses rise together, youth care with them; some have it unpublished.
fn three_years(home: &mut Home) -> Vec<informatie::bevolking::Gebied> {
    for jaar in [2020_u32, 2021, 2022] {
        let mut text = String::from("gwb_code_10;ind_wbz;a_00_14;a_15_24;a_jz_tn;p_hh_osm;p_wcorpw\n");
        for nr in 0_u32..14 {
            let care = if nr == 13 { ".".to_owned() } else { (60 + 5 * nr + 10 * (jaar - 2020)).to_string() };
            // Income of the newest year is not published yet.
            let poor = if jaar == 2022 { String::new() } else { format!("{},{}", 2 + nr, nr % 10) };
            let moved = if nr == 12 && jaar == 2022 { 3 } else { 1 };
            let rent = 10 + 3 * (nr ^ 1);
            writeln!(text, "WK0758{nr:02};{moved};800;700;{care};{poor};{rent}").unwrap();
        }
        let verslag = home.import(&format!("kwb-{jaar}.csv"), &text);
        assert_eq!(verslag.bezwaren, []);
    }
    (0..14).map(|nr| gebied(&format!("WK0758{nr:02}"))).collect()
}

#[test]
fn the_monitor_over_years() {
    let mut home = Home::new();
    let wijken = three_years(&mut home);
    let store = home.again();
    let monitor = store.monitor(&wijken, 2020, 2022, Groep::Tot23);
    assert_eq!((monitor.armoede, monitor.wonen), (Cijfer::PctMinimum, Cijfer::PctCorporatie));
    assert_eq!((monitor.rijen.len(), monitor.verloop.len(), monitor.samen.len()), (42, 13, 3));
    // Income of 2022 is that of 2021, and that is said.
    let newest = &monitor.rijen[2];
    assert_eq!((newest.jaar, newest.armoede.map(|w| w.jaar)), (2022, Some(2021)));
    assert!(newest.kanttekeningen.contains(&Kanttekening::AnderJaar(2021)));
    // Where borders moved, no poverty of another year and no difference over years.
    let moved = monitor.rijen.iter().find(|r| r.gebied == wijken[12] && r.jaar == 2022).unwrap();
    assert_eq!(moved.armoede, None);
    let course = |n: usize| monitor.verloop.iter().find(|v| v.gebied == wijken[n]).unwrap();
    assert_eq!(course(12).verschil, None);
    assert!(course(12).kanttekeningen.contains(&Kanttekening::GrensAnders));
    let other = course(0);
    assert!((other.verschil.unwrap() - 20.0 / 1360.0 * 1000.0).abs() < 1e-9);
    assert!(other.kanttekeningen.contains(&Kanttekening::Reeksbreuk));
    // What is not published is in no relation.
    let last = monitor.samen[1];
    let care = last.hulp_armoede.unwrap();
    assert_eq!((care.aantal, care.rho), (13, 1.0));
    assert_eq!(last.armoede_wonen.unwrap().aantal, 14);
    assert_eq!(care.sterkte(), Sterkte::Sterk);
    let names = |c: Cijfer| c.beschrijving().naam;
    let (nl, _) = care.words(names(Cijfer::Jeugdzorg), names(monitor.armoede));
    assert!(nl.contains("Dit zegt niet dat het één door het ander komt"), "{nl}");
    // Nothing is known: nothing is said.
    let empty = store.monitor(&wijken, 1999, 2000, Groep::Tot23);
    assert!(empty.samen.iter().all(|s| s.hulp_armoede.is_none()) && empty.verloop.is_empty());
}
