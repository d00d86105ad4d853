//! The work of checking grows with the size of a message, and not with its square.

use std::hint::black_box;
use std::time::Instant;

use ijw::basis::*;
use ijw::{Bericht, jw301, jw323};
use jiff::ToSpan;

use crate::goud;
use crate::lineair::{GRENS, POGINGEN, TIK, tijd};

/// Measures a deed on three things, each twice as large as the one before: the best of three rounds or more counts.
fn groeit_lineair<T>(naam: &str, maak: impl Fn(u32) -> T, daad: impl Fn(&T)) {
    let dingen: Vec<T> = [4_000, 8_000, 16_000].map(maak).into_iter().collect();
    let mut beste = vec![f64::INFINITY; dingen.len()];
    let nul = Instant::now();
    for poging in 1..=POGINGEN {
        for (ding, beste) in dingen.iter().zip(&mut beste) {
            let begin = tijd(nul);
            daad(ding);
            *beste = beste.min(tijd(nul) - begin);
        }
        if poging >= 3 && beste.windows(2).all(|paar| paar[1] < GRENS * paar[0] + TIK) {
            println!("{naam}: {beste:.2?} seconds");
            return;
        }
    }
    panic!("{naam}: {beste:?} seconds");
}

fn keur(bericht: &Bericht) {
    black_box(ijw::keur(black_box(bericht)));
}

fn jw323() -> jw323::Bericht {
    match ijw::lees(goud::een("jw323-ok").as_bytes()).unwrap() {
        Bericht::Jw323(bericht) => *bericht,
        _ => panic!("another message"),
    }
}

fn jw301() -> jw301::Bericht {
    match ijw::lees(goud::een("jw301-ok-specifiek").as_bytes()).unwrap() {
        Bericht::Jw301(bericht) => *bericht,
        _ => panic!("another message"),
    }
}

/// Claims of which each has its own number, and every fourth takes an earlier one back.
fn prestaties(aantal: u32) -> Vec<jw323::Prestatie> {
    let voorbeeld = jw323().declaratie.clienten.remove(0).prestaties.remove(0);
    let maak = |nummer: u32| {
        let mut regel = voorbeeld.clone();
        let referentie = |soort: &str| ReferentieNummer::new(format!("{soort}{nummer}")).unwrap();
        regel.product_referentie =
            Referentie { referentie_nummer: referentie("R"), vorig_referentie_nummer: None };
        regel.toewijzing_nummer = Nummer::new(u64::from(nummer)).unwrap();
        if nummer.is_multiple_of(4) {
            regel.product_referentie.vorig_referentie_nummer = Some(referentie("V"));
            regel.ingediend_bedrag.debet_credit = DebetCredit::constant("C");
        }
        regel
    };
    (0..aantal).map(maak).collect()
}

fn declaratie(clienten: Vec<Vec<jw323::Prestatie>>) -> Bericht {
    let mut bericht = jw323();
    let client = |(nummer, prestaties): (u32, Vec<_>)| jw323::Client {
        bsn: BurgerServicenummer::new(format!("{nummer:09}")).unwrap(),
        prestaties,
    };
    bericht.declaratie.clienten = (0_u32..).zip(clienten).map(client).collect();
    bericht.into()
}

fn toewijzing(aantal: u32, per_product: impl Fn(&mut jw301::ToegewezenProduct, u32)) -> Bericht {
    let mut bericht = jw301();
    let voorbeeld = bericht.client.toegewezen_producten.remove(0);
    let maak = |nummer: u32| {
        let mut product = voorbeeld.clone();
        product.toewijzing_nummer = Nummer::new(u64::from(nummer)).unwrap();
        per_product(&mut product, nummer);
        product
    };
    bericht.client.toegewezen_producten = (0..aantal).map(maak).collect();
    bericht.into()
}

#[test]
fn checking_a_declaration_is_linear_in_its_claims() {
    groeit_lineair("claims of one client", |n| declaratie(vec![prestaties(n)]), keur);
    let elk_een = |n| declaratie(prestaties(n).into_iter().map(|regel| vec![regel]).collect());
    groeit_lineair("clients with a claim each", elk_een, keur);
    // Everything is wrong: all lines alike, so that keys, references and claims are double.
    let gelijk = |n: u32| declaratie(vec![vec![prestaties(1).remove(0); usize::try_from(n).unwrap()]]);
    groeit_lineair("the same claim again and again", gelijk, keur);
}

#[test]
fn checking_an_allocation_is_linear_in_its_products() {
    let begin = Datum::constant(2026, 1, 1);
    let na_elkaar = |product: &mut jw301::ToegewezenProduct, nummer: u32| {
        product.ingangsdatum = begin.saturating_add((i64::from(nummer) * 3).days());
        product.einddatum = Some(product.ingangsdatum);
    };
    groeit_lineair("products one after the other", |n| toewijzing(n, na_elkaar), keur);
    groeit_lineair("products that all stack", |n| toewijzing(n, |_, _| {}), keur);
}

#[test]
fn finding_the_lines_is_linear_in_the_paths() {
    let maak = |n: u32| {
        let bericht = toewijzing(n / 4, |product, _| product.einddatum = Some(Datum::constant(2020, 1, 1)));
        let paden: Vec<String> =
            ijw::keur(&bericht).into_iter().flat_map(|bevinding| bevinding.paden).collect();
        assert!(paden.len() >= usize::try_from(n / 2).unwrap());
        (ijw::schrijf(&bericht), paden)
    };
    groeit_lineair("lines of paths", maak, |(xml, paden)| {
        let paden: Vec<&str> = paden.iter().map(String::as_str).collect();
        let regels = ijw::regelnummers(xml.as_bytes(), &paden);
        assert!(regels.iter().all(Option::is_some));
    });
}
