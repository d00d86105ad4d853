//! The door: every indicator goes through it, and what comes out is what the rule says.

use std::collections::BTreeMap;

use informatie::indicator::{Eenheid, INDICATOREN, Indicator, Niveau, Vraag};
use informatie::kernel::Periods;
use informatie::snapshot::Snapshot;
use informatie::{Deur, Getal, Reden, Regel, Zout};
use stelsel::Hulpvorm;

use crate::rows::{Own, Written};
use crate::village::village;

pub(crate) fn deur() -> Deur {
    Deur::new(Zout::new([7; 32]), Regel::default())
}

pub(crate) fn vraag(snapshot: &Snapshot, niveau: Niveau) -> Vraag<'_> {
    let perioden = Periods::years(2023, 3).unwrap();
    Vraag { snapshot, threads: 2, niveau, perioden, gebied: None, vorm: None, leeftijd: None }
}

/// Every figure of every indicator, at every level, with and without conditions, against the exact one.
#[test]
fn every_indicator_goes_through_and_nothing_small_comes_out() {
    let (_home, snapshot) = Written::new(&village(3_000), 500).open_kept();
    let deur = deur();
    let mut with_conditions = 0;
    let (mut shown, mut hidden) = (BTreeMap::<&str, u32>::new(), BTreeMap::<Reden, u32>::new());
    for niveau in Niveau::ALL {
        let all = [
            (None, None),
            (Some(Hulpvorm::Ambulant), None),
            (None, Some(8..=15)),
            (Some(Hulpvorm::JeugdGgz), Some(0..=11)),
        ];
        let conditions = if matches!(niveau, Niveau::Regio | Niveau::Wijk) { all.len() } else { 1 };
        for (vorm, leeftijd) in all.into_iter().take(conditions) {
            let vraag = Vraag { vorm, leeftijd, ..vraag(&snapshot, *niveau) };
            for indicator in &INDICATOREN {
                let exact = indicator.bereken(&vraag).unwrap();
                let publicatie = deur.publiceer(indicator, &vraag).unwrap();
                let figures: Vec<&Getal> = publicatie.rijen().flat_map(|(_, figures)| figures).collect();
                assert_eq!(figures.len(), exact.cellen.len());
                for (n, (getal, cel)) in figures.iter().zip(&exact.cellen).enumerate() {
                    assert_eq!(getal.voorlopig(), exact.voorlopig[n % 3]);
                    let Some(waarde) = getal.waarde() else {
                        *hidden.entry(getal.reden().unwrap()).or_default() += 1;
                        continue;
                    };
                    *shown.entry(indicator.key).or_default() += 1;
                    with_conditions += u32::from(vraag.vorm.is_some() || vraag.leeftijd.is_some());
                    assert!(cel.wie.jeugdigen >= 10, "{}: {cel:?}", indicator.key);
                    let exact = cel.waarde.unwrap();
                    match indicator.eenheid {
                        Eenheid::Jeugdigen => {
                            assert!(waarde % 5.0 == 0.0 && waarde >= 10.0 && (waarde - exact).abs() < 5.0);
                        }
                        Eenheid::Dagen | Eenheid::MinutenPerWeek => {
                            assert!((waarde - exact).abs() <= getal.stap().unwrap() && waarde % 5.0 == 0.0);
                        }
                        Eenheid::Eurocent => {
                            assert!((waarde - exact).abs() < exact, "{waarde} is far from {exact}");
                        }
                        Eenheid::Aandeel => {
                            assert!((waarde - exact).abs() < 0.7, "{} {waarde} {exact}", indicator.key);
                        }
                        Eenheid::PerJeugdige => {
                            assert!((waarde - exact).abs() <= 2.0 * getal.stap().unwrap());
                        }
                    }
                }
            }
        }
    }
    println!("{with_conditions} with conditions; shown {shown:?}, hidden {hidden:?}");
    assert!(with_conditions > 100, "conditions leave something to show");
    assert_eq!(shown.len(), INDICATOREN.len(), "every indicator shows something: {shown:?}");
    for reden in
        [Reden::TeWeinig, Reden::KleinVerschil, Reden::Overheersing, Reden::Uiterste, Reden::GeenGegevens]
    {
        assert!(hidden.get(&reden).is_some_and(|n| *n > 10), "{reden:?}: {hidden:?}");
    }
}

/// What is calculated from figures that are shown can be calculated by anybody from those figures.
#[test]
fn rates_are_of_rounded_numbers() {
    let (_home, snapshot) = Written::new(&village(3_000), 500).open_kept();
    let publicatie =
        deur().publiceer(Indicator::find("instroom").unwrap(), &vraag(&snapshot, Niveau::Wijk)).unwrap();
    let rates = publicatie.per(1_000, |wijk, _| (wijk != "WK075801").then_some(2_000));
    let mut told = 0;
    for (key, figures) in publicatie.rijen() {
        for (day, getal) in publicatie.perioden().iter().zip(figures) {
            let rate = rates.getal(key, *day).unwrap();
            match getal.waarde() {
                Some(n) if key != "WK075801" => {
                    assert_eq!(rate.waarde(), Some(n / 2.0));
                    told += 1;
                }
                Some(_) => assert_eq!(rate.reden(), Some(Reden::NietVanToepassing)),
                None => assert_eq!(rate.waarde(), None),
            }
        }
    }
    assert!(told > 5);
}

#[test]
fn an_export_says_what_it_is() {
    let (_home, snapshot) = Written::new(&village(1_000), 500).open_kept();
    let indicator = Indicator::find("stand").unwrap();
    let publicatie = deur().publiceer(indicator, &vraag(&snapshot, Niveau::Wijk)).unwrap();
    let csv = publicatie.csv(|tekst| tekst.nl);
    assert!(csv.contains(indicator.context.nl) && csv.contains("veelvouden van 5"));
    let lines: Vec<&str> = csv.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 1 + publicatie.sleutels().len() * 3);
    assert!(lines.iter().any(|line| line.contains("te-weinig")));
    let json = serde_json::to_value(&publicatie).unwrap();
    assert_eq!(json["basis"], 5);
    assert_eq!(json["getallen"].as_array().unwrap().len(), publicatie.sleutels().len() * 3);
}

#[test]
fn ages_are_asked_by_class() {
    let (_home, snapshot) = Written::new(&village(200), 500).open_kept();
    let indicator = Indicator::find("stand").unwrap();
    let ask = |ages| Vraag { leeftijd: Some(ages), ..vraag(&snapshot, Niveau::Regio) };
    for ages in [8..=15, 0..=22, 16..=17] {
        assert!(deur().publiceer(indicator, &ask(ages)).is_ok());
    }
    for ages in [8..=14, 1..=22, 13..=13] {
        assert!(deur().publiceer(indicator, &ask(ages)).is_err());
    }
}

/// The order of rows, the number of parts and of threads, and where a youth stands in the file change nothing.
#[test]
fn the_order_of_rows_changes_no_figure() {
    let rows = village(2_000);
    let mut other = rows.clone();
    other.reverse();
    other.rotate_left(731);
    let (_one, first) = Written::new(&rows, 500).open_kept();
    let (_two, second) = Written::new(&other, 91).open_kept();
    let mut same = 0;
    for indicator in &INDICATOREN {
        let ask = |snapshot| deur().publiceer(indicator, &vraag(snapshot, Niveau::Wijk)).unwrap();
        let (one, two) = (ask(&first), ask(&second));
        assert!(one.rijen().eq(two.rijen()), "{}", indicator.key);
        same += one.rijen().count();
    }
    assert!(same > 100);
}

/// A child more changes nothing where it is not: not even of chance.
#[test]
fn an_unrelated_child_changes_no_other_figure() {
    let rows = village(2_000);
    let mut more = rows.clone();
    let child: Own = Own { client: u64::MAX, sleutel: 0x0123_4567_89ab_cdef, ..rows[0] };
    // Stands first in the file, so that every other youth has another number.
    more.insert(0, child);
    let (_one, first) = Written::new(&rows, 500).open_kept();
    let (_two, second) = Written::new(&more, 500).open_kept();
    let mut compared = 0;
    for indicator in &INDICATOREN {
        let ask = |snapshot| deur().publiceer(indicator, &vraag(snapshot, Niveau::Wijk)).unwrap();
        let (one, two) = (ask(&first), ask(&second));
        let own = child.wijk.unwrap().to_string();
        for ((key, before), (_, after)) in one.rijen().zip(two.rijen()).filter(|((key, _), _)| *key != own) {
            assert_eq!(before, after, "{} {key}", indicator.key);
            compared += before.len();
        }
    }
    assert!(compared > 300);
}
