//! Comparisons: against SciPy, against textbooks and against the definition.

use informatie::indicator::Niveau;
use informatie::snapshot::EpisodeStand;
use informatie::statistiek::Stream;
use informatie::vergelijking::{
    Ligging, Maatstaf, Signaal, Trechter, Vergelijking, Waargenomen, grenzen, laney, trechter, vergelijk,
    wachtkrommen, xmr,
};
use jiff::civil::date;
use proptest::prelude::*;

use crate::rows::{PEILDAG, Written, some_rows};

fn oracle(name: &str) -> Vec<Vec<f64>> {
    let lines =
        include_str!("../data/oracle.txt").lines().filter(|line| line.split(' ').next() == Some(name));
    lines.map(|line| line.split(' ').skip(1).map(|word| word.parse().unwrap()).collect()).collect()
}

fn unit(n: usize, waargenomen: u64, verwacht: f64, jeugdigen: u32) -> Waargenomen {
    Waargenomen { sleutel: format!("{n:03}"), jeugdigen, waargenomen, verwacht }
}

#[test]
fn overdispersion_is_that_of_the_oracle() {
    let observed = [12, 30, 45, 18, 60, 75, 22, 9, 41, 33, 150, 28, 16, 52, 38];
    let expected =
        [15.2, 24.1, 50.3, 12.4, 66.0, 58.7, 30.1, 10.2, 28.9, 35.5, 110.4, 31.7, 17.0, 49.8, 41.2];
    let units = observed.into_iter().zip(expected).enumerate().map(|(n, (o, e))| unit(n, o, e, 50));
    let found = trechter(units.collect(), 10).unwrap();
    assert!(
        (found.phi - oracle("phi")[0][0]).abs() < 1e-12 && (found.tau2 - oracle("tau2")[0][0]).abs() < 1e-12
    );
    assert!(found.tau2 > 0.0);
    for punt in &found.punten {
        let (narrow, wide) = (punt.toeval.vijfennegentig, punt.ruim.vijfennegentig);
        assert!(wide.1 - wide.0 > narrow.1 - narrow.0);
    }
    assert!(found.punten.is_sorted_by(|a, b| a.stand.sleutel < b.stand.sleutel), "by key, never by outcome");
}

/// Funnels of providers that differ by chance alone, or also by themselves.
fn funnel(world: u64, differ: f64) -> Trechter {
    let mut s = Stream::new(11, 12, world);
    let units = (0..60).map(|n| {
        let expected = 10.0 + 3.0 * f64::from(u32::try_from(n).unwrap());
        let own = if differ > 0.0 { s.gamma(1.0 / differ) * differ } else { 1.0 };
        unit(n, s.poisson(expected * own), expected, 100)
    });
    trechter(units.collect(), 10).unwrap()
}

#[test]
fn chance_puts_as_many_outside_as_is_said() {
    let (mut outside, mut said, mut phi) = ([0.0; 2], [0.0; 2], 0.0);
    for world in 0..400 {
        let found = funnel(world, 0.0);
        phi += found.phi / 400.0;
        for n in 0..2 {
            outside[n] += found.buiten[n] as f64 / 400.0;
            said[n] += found.buiten_door_toeval[n] / 400.0;
        }
    }
    // Drawing in the ends of a normal distribution leaves 0.68 of its variance: 1 is not what chance gives.
    assert!((0.64..0.74).contains(&phi), "{phi}");
    assert!((outside[0] - said[0]).abs() < 0.6 && (2.0..3.6).contains(&said[0]), "{outside:?} {said:?}");
    assert!((outside[1] - said[1]).abs() < 0.12, "{outside:?} {said:?}");
}

#[test]
fn providers_that_differ_anyhow_are_not_all_called_out() {
    let (mut narrow, mut wide, mut tau2) = (0.0, 0.0, 0.0);
    for world in 0..100 {
        let found = funnel(world, 0.04);
        let out = |punt: &informatie::vergelijking::Trechterpunt| {
            punt.verhouding < punt.toeval.vijfennegentig.0 || punt.verhouding > punt.toeval.vijfennegentig.1
        };
        narrow += found.punten.iter().filter(|punt| out(punt)).count() as f64 / 100.0;
        wide += found.buiten[0] as f64 / 100.0;
        tau2 += found.tau2 / 100.0;
    }
    assert!(narrow > 15.0 && wide < 7.0, "{narrow} {wide}");
    // The ratio varies by 0.04, its square root by about a quarter of that; drawing in the ends takes some away.
    assert!((0.005..0.011).contains(&tau2), "{tau2}");
    assert!(funnel(1, 0.04).punten.iter().any(|punt| punt.ligging == Ligging::Binnen));
}

#[test]
fn small_units_and_few_units_are_not_given() {
    let small = || (0..9).map(|n| unit(n, 3, 3.0, if n < 5 { 12 } else { 9 }));
    let found = trechter(small().collect(), 10).unwrap();
    assert_eq!((found.punten.len(), found.weggelaten), (5, 4));
    assert_eq!(trechter(small().skip(1).collect(), 10).unwrap_err().eenheden, 4);
    assert!(trechter(Vec::new(), 0).is_err());
    let none = trechter((0..6).map(|n| unit(n, 0, 0.0, 50)).collect(), 10);
    assert_eq!(none.unwrap_err().eenheden, 0, "where nothing is expected there is no ratio");
    let (exact, _) = grenzen(1e9, 0.0);
    assert!(exact.vijfennegentig.0 > 0.9999 && exact.bijna_alle.1 < 1.001);
}

#[test]
fn charts_are_those_of_the_handbooks() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches.
    let flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    let found = xmr(&flow).unwrap();
    let first = found.punten[0];
    assert!((found.midden - 50.81).abs() < 1e-9);
    assert!((first.boven - 55.8041).abs() < 5e-4 && (first.onder - 45.8159).abs() < 5e-4, "{first:?}");
    assert!(found.punten.iter().all(|punt| punt.signaal.is_none()));
    let counts = [12, 15, 22, 9, 14, 30, 18, 11, 16, 25].into_iter();
    let areas = [100.0, 120.0, 130.0, 90.0, 110.0, 150.0, 140.0, 95.0, 120.0, 135.0];
    let found = laney(&counts.zip(areas).collect::<Vec<_>>()).unwrap();
    for (punt, line) in found.punten.iter().zip(oracle("laney")) {
        assert!((punt.onder - line[1]).abs() < 1e-12 && (punt.boven - line[3]).abs() < 1e-12);
        assert!((found.midden - line[2]).abs() < 1e-12);
    }
    let mut shift = vec![1.0, 3.0, 2.0, 1.0, 3.0, 1.0, 2.0, 1.0];
    shift.extend([3.1, 3.4, 3.2, 3.5, 3.1, 3.3, 3.2, 3.4]);
    let found = xmr(&shift).unwrap();
    assert!(found.punten[8..].iter().all(|punt| punt.signaal == Some(Signaal::Verschuiving)));
    assert!(found.punten[..8].iter().all(|punt| punt.signaal.is_none()));
    let outlier: Vec<f64> = (0..20).map(|n| if n == 10 { 60.0 } else { f64::from(n % 2) }).collect();
    assert_eq!(xmr(&outlier).unwrap().punten[10].signaal, Some(Signaal::Buiten));
    assert!(
        xmr(&[1.0]).is_none() && xmr(&[1.0, f64::NAN]).is_none() && laney(&[(1, 0.0), (2, 1.0)]).is_none()
    );
    assert!(laney(&[(0, 5.0), (0, 5.0)]).unwrap().punten.iter().all(|punt| punt.boven == 0.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn who_waits_long_is_who_the_definition_says(rows in some_rows(), dagen in 0..90_u16, naar_wijk: bool) {
        let (_home, snapshot) = Written::new(&rows, 20).open_kept();
        let periode = (date(2022, 1, 1), PEILDAG);
        let vraag = Vergelijking {
            snapshot: &snapshot, threads: 2, niveau: Niveau::Aanbieder,
            maatstaf: Maatstaf::LangWachten { dagen }, periode, minimum: 0, naar_wijk,
        };
        let day = |d: jiff::civil::Date| informatie::snapshot::unix_day(d);
        let counts = |key: &str| {
            let of_unit = rows.iter().filter(|row| row.aanbieder.to_string() == key).filter(|row| {
                row.leeftijd.is_none_or(|age| age < 23) && row.ingang >= periode.0
                    && day(row.ingang) + i32::from(dagen) < day(PEILDAG)
            });
            of_unit.fold((0_u64, 0_u64), |sum, row| match (row.wacht, row.stand) {
                (Some(waited), _) => (sum.0 + 1, sum.1 + u64::from(waited > dagen)),
                (None, EpisodeStand::Wacht) => (sum.0 + 1, sum.1 + 1),
                _ => sum,
            })
        };
        if let Ok(found) = vergelijk(&vraag).unwrap() {
            let (mut seen, mut expected) = (0, 0.0);
            for punt in &found.punten {
                prop_assert_eq!(punt.stand.waargenomen, counts(&punt.stand.sleutel).1);
                seen += punt.stand.waargenomen;
                expected += punt.stand.verwacht;
                prop_assert!(punt.verhouding.is_finite());
            }
            if found.weggelaten == 0 {
                prop_assert!((seen as f64 - expected).abs() < 1e-6, "standardised over itself");
            }
        }
        let back = Vergelijking { maatstaf: Maatstaf::Terugkeer, niveau: Niveau::Wijk, ..vraag };
        if let Ok(found) = vergelijk(&back).unwrap() {
            prop_assert!(found.punten.iter().all(|punt| punt.verhouding.is_finite()));
        }
    }

    #[test]
    fn waiting_curves_go_down_within_their_bounds(rows in some_rows(), minimum in 0..4_u32) {
        let (_home, snapshot) = Written::new(&rows, 20).open_kept();
        let found = wachtkrommen(&snapshot, 2, Niveau::Vorm, (date(2022, 1, 1), PEILDAG), minimum).unwrap();
        for one in &found.krommen {
            prop_assert!(one.jeugdigen >= minimum);
            prop_assert!(one.tot_nu.voorbij == one.gestart.voorbij && one.gestart.gaande == 0);
            for kromme in [&one.gestart, &one.tot_nu] {
                prop_assert!(kromme.punten.is_sorted_by(|a, b| a.blijft > b.blijft && a.dag < b.dag));
                prop_assert!(kromme.punten.iter().all(|p| p.onder <= p.blijft && p.blijft <= p.boven));
            }
        }
    }
}
