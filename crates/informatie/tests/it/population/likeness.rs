//! Who is like whom.

use std::collections::BTreeMap;
use std::fmt::Write;

use informatie::bevolking::{Gebied, Kenmerk, Schaal};
use proptest::prelude::*;

use super::{Home, gebied};

fn wijk(nr: usize) -> Gebied {
    gebied(&format!("WK0758{nr:02}"))
}

type Rows = Vec<Vec<Option<f64>>>;

fn rows() -> impl Strategy<Value = Rows> {
    let value = prop_oneof![4 => (-1000_i32..1000).prop_map(|n| Some(f64::from(n) / 7.0)), 1 => Just(None)];
    prop::collection::vec(prop::collection::vec(value, 6), 6..30)
}

fn scale(rows: &Rows) -> Schaal {
    let all: BTreeMap<_, _> = rows.iter().enumerate().map(|(nr, row)| (wijk(nr), row.clone())).collect();
    Schaal::new(&Kenmerk::BEVOLKING[..6], all)
}

proptest! {
    #[test]
    fn as_far_there_as_back_and_never_itself(rows in rows()) {
        let schaal = scale(&rows);
        for a in 0..rows.len() {
            for b in 0..rows.len() {
                let there = schaal.distance(wijk(a), wijk(b));
                prop_assert_eq!(there, schaal.distance(wijk(b), wijk(a)));
                prop_assert!(there.is_none_or(|d| (0.0..=1.0).contains(&d)));
            }
            let near = schaal.nearest(wijk(a), 5);
            prop_assert!(near.len() <= 5 && near.iter().all(|b| b.gebied != wijk(a)));
            prop_assert!(near.is_sorted_by(|x, y| x.afstand <= y.afstand));
        }
    }

    #[test]
    fn what_is_missing_makes_nobody_nearer(rows in rows(), who in 0_usize..6, what in 0_usize..6) {
        let schaal = scale(&rows);
        let less = schaal.with(wijk(who), Kenmerk::BEVOLKING[what], None);
        for other in (0..rows.len()).filter(|n| *n != who) {
            let (before, after) = (schaal.distance(wijk(other), wijk(who)), less.distance(wijk(other), wijk(who)));
            // Further, as far, or not compared at all.
            prop_assert!(after.is_none_or(|after| before.is_some_and(|before| after >= before)), "{before:?} {after:?}");
        }
    }

    #[test]
    fn every_neighbour_says_why(rows in rows()) {
        let schaal = scale(&rows);
        for buur in schaal.nearest(wijk(0), 3) {
            let said = buur.gelijkend.len() + buur.anders.len() + buur.onbekend.len();
            prop_assert_eq!(said + schaal.ongebruikt.len(), 6);
            for one in buur.gelijkend.iter().chain(&buur.anders) {
                let at = Kenmerk::BEVOLKING.iter().position(|k| *k == one.kenmerk).unwrap();
                prop_assert_eq!(Some(one.hier), rows[0][at]);
            }
        }
    }
}

#[test]
fn the_same_numbers_are_no_distance() {
    let rows: Rows = (0..8).map(|n| (0..6).map(|k| Some(f64::from(n * (k + 1) % 7))).collect()).collect();
    let mut twins = rows.clone();
    twins[3] = twins[5].clone();
    let near = scale(&twins).nearest(wijk(5), 1);
    assert_eq!((near[0].gebied, near[0].afstand, near[0].anders.len()), (wijk(3), 0.0, 0));
}

#[test]
fn how_much_youth_care_is_used_makes_no_neighbours() {
    // Two neighbourhoods with the same people and as different a use as can be are the nearest.
    let mut home = Home::new();
    let mut text = String::from(
        "wijkcode;jaar;inwoners;inw_0_14;inw_15_24;huishoudens_met_kinderen;jeugdzorg;trajecten;verw_huisarts;verw_gemeente\n",
    );
    for nr in 0..9 {
        let people = 1000 + 137 * nr;
        let (children, young, families) = (100 + 40 * (nr % 4), 90 + 25 * (nr % 3), 80 + 11 * nr);
        let (care, doctor, own) = (50 + nr, 30 + nr, 60 - nr);
        writeln!(text, "WK0758{nr:02};2022;{people};{children};{young};{families};{care};100;{doctor};{own}")
            .unwrap();
    }
    text.push_str(
        "WK075898;2022;5000;900;400;700;900;200;150;10\nWK075899;2022;5000;900;400;700;10;20;5;10\n",
    );
    home.import("x.csv", &text);
    let store = home.again();
    let near = store.buren(gebied("WK075898"), 2022, &Kenmerk::BEVOLKING, &Kenmerk::TOEGANG, 3);
    assert_eq!((near[0].gebied, near[0].afstand), (gebied("WK075899"), 0.0));
    // What to talk about: the ways to help, the most different first.
    assert_eq!(near[0].gesprek[0].kenmerk, Kenmerk::ViaHuisarts);
    assert_eq!((near[0].gesprek[0].hier, near[0].gesprek[0].daar), (75.0, 25.0));
    assert!(near[0].gelijkend.iter().all(|v| Kenmerk::BEVOLKING.contains(&v.kenmerk)));
}
