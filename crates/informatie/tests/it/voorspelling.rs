//! Forecasts of a snapshot.

use informatie::indicator::Niveau;
use informatie::kernel::{Periods, Stretch, When, active};
use informatie::voorspelling::{
    Band, Oordeel, Opdracht, Plafond, TeWeinig, Verloop, Voorspelling, plafonds, samenhang, terugblik,
    voorspel,
};
use jiff::civil::date;
use proptest::prelude::*;

use crate::rows::{Written, some_rows};
use crate::stad::{VANDAAG, stad};

fn series(found: &Voorspelling) -> impl Iterator<Item = &Verloop> {
    found.reeksen.iter().filter_map(|reeks| reeks.uitkomst.as_deref().ok())
}

fn bands(found: &Voorspelling) -> impl Iterator<Item = Band> {
    series(found).flat_map(|one| {
        let months = one.komend.iter().flat_map(|month| [month.instroom, month.stand]);
        months
            .chain(one.jaren.iter().copied())
            .chain([one.nu])
            .chain(one.verleden.iter().map(|m| m.instroom_geschat))
    })
}

fn in_order(band: &Band) -> bool {
    let up = [band.vijfennegentig.0, band.tachtig.0, band.helft.0, band.midden, band.helft.1, band.tachtig.1];
    up.is_sorted() && band.tachtig.1 <= band.vijfennegentig.1 && band.verwacht.is_finite() && up[0] >= 0.0
}

#[test]
fn the_same_snapshot_gives_the_same_whatever_the_threads() {
    let (_home, snapshot) = stad(6_000);
    for niveau in [Niveau::Regio, Niveau::Gemeente, Niveau::Wijk, Niveau::Categorie, Niveau::Aanbieder] {
        for stroom in [Stretch::Hulp, Stretch::Wachten] {
            let one = Opdracht { paden: 200, ..Opdracht::new(niveau, stroom) };
            let found = voorspel(&snapshot, &one).unwrap();
            assert_eq!(found, voorspel(&snapshot, &Opdracht { threads: 3, ..one }).unwrap());
            assert_eq!(found.reeksen.len(), niveau.keys(&snapshot).len());
            assert_eq!(series(&found).count(), found.reeksen.len(), "{niveau:?} {stroom:?}");
            assert!(bands(&found).all(|band| in_order(&band)));
            assert!(found.reeksen.iter().all(|reeks| reeks.jeugdigen > 20));
            assert_eq!((found.laatste, found.aannames.is_empty()), (date(2026, 6, 1), false));
        }
    }
}

#[test]
fn the_stock_of_the_region_is_that_of_the_catalogue() {
    let (_home, snapshot) = stad(6_000);
    let found = voorspel(&snapshot, &Opdracht::new(Niveau::Regio, Stretch::Hulp)).unwrap();
    let verloop = series(&found).next().unwrap();
    let months = Periods::months(date(2024, 1, 1), 12).unwrap();
    let counted = active(&snapshot, 1, &[], (Stretch::Hulp, When::LastDay), &months).unwrap();
    // Of months of which everything is known: what was is what the catalogue counts, for both count different youths.
    let ours = verloop.verleden.iter().filter(|month| month.maand.year() == 2024).map(|month| month.stand);
    assert!(ours.eq(counted));
    let last = verloop.verleden.last().unwrap();
    assert_eq!(last.maand, date(2026, 6, 1));
    assert!(
        last.instroom_geschat.verwacht > f64::from(last.instroom) * 1.3,
        "two in five start late: {last:?}"
    );
    let before = &verloop.verleden[verloop.verleden.len() - 14];
    assert!((before.instroom_geschat.verwacht - f64::from(before.instroom)).abs() < 1e-9);
}

#[test]
fn what_is_expected_adds_up_over_neighbourhoods() {
    let (_home, snapshot) = stad(6_000);
    let found = samenhang(&snapshot, &Opdracht::new(Niveau::Regio, Stretch::Hulp)).unwrap();
    assert_eq!((found.wijken.reeksen.len(), found.gemeenten.reeksen.len()), (8, 2));
    assert_eq!(found.wijken.reeksen[3].sleutel, "0758 zonder wijk");
    assert!(found.rest.iter().all(|rest| rest.stand == 0.0));
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-6 * b, "{a} {b}");
    for n in 0..24 {
        let sum = |level: &Voorspelling, of: fn(&Verloop, usize) -> f64| {
            series(level).map(|one| of(one, n)).sum::<f64>()
        };
        for of in [
            |one: &Verloop, n: usize| one.komend[n].instroom.verwacht,
            |one: &Verloop, n: usize| one.komend[n].stand.verwacht,
        ] {
            near(sum(&found.regio, of), sum(&found.gemeenten, of));
            near(sum(&found.gemeenten, of), sum(&found.wijken, of));
        }
    }
    // What was adds up as well, and the region's own forecast was near.
    let was = |level: &Voorspelling| series(level).map(|one| one.verleden[60].instroom).sum::<u32>();
    assert_eq!((was(&found.wijken), was(&found.gemeenten)), (was(&found.regio), was(&found.regio)));
    let alone = voorspel(&snapshot, &Opdracht::new(Niveau::Regio, Stretch::Hulp)).unwrap();
    let (own, joined) = (series(&alone).next().unwrap(), series(&found.regio).next().unwrap());
    assert!((joined.jaren[0].verwacht / own.jaren[0].verwacht - 1.0).abs() < 0.1);
}

#[test]
fn a_ceiling_is_held_against_what_days_cost() {
    let (_home, snapshot) = stad(6_000);
    let opdracht = Opdracht::new(Niveau::Aanbieder, Stretch::Hulp);
    let of = |cent: u64, jaar: i16| Plafond { sleutel: "41000002".to_owned(), jaar, cent };
    let asked = [
        of(1, 2026),
        of(u64::MAX / 2, 2026),
        of(0, 2020),
        Plafond { sleutel: "nobody".into(), ..of(1, 2026) },
    ];
    let found = plafonds(&snapshot, &opdracht, &asked).unwrap();
    assert_eq!(found[3].uitkomst, Err(TeWeinig::Aantal));
    let [low, high, past] = [0, 1, 2].map(|n| found[n].uitkomst.clone().unwrap());
    assert_eq!(low.bereikt, [Some(date(2026, 6, 1)); 3]);
    assert_eq!((low.kans_erboven, high.kans_erboven, high.bereikt), (1.0, 0.0, [None; 3]));
    assert!(past.jaartotaal.verwacht >= 0.0 && past.kans_erboven >= 0.0);
    // Stock is level: half a year is over and costs as much as the half to come. A day of an allocation costs 50 euros.
    let stock = series(&voorspel(&snapshot, &opdracht).unwrap()).nth(2).unwrap().nu.verwacht;
    let year = stock * 365.0 * 5_000.0;
    assert!((low.jaartotaal.verwacht / year - 1.0).abs() < 0.15, "{} {year}", low.jaartotaal.verwacht);
    assert!(low.gedeclareerd < low.tot_nu && low.nog_toegekend > 0);
    let middle =
        plafonds(&snapshot, &opdracht, &[of(format!("{:.0}", low.jaartotaal.midden).parse().unwrap(), 2026)])
            .unwrap();
    let middle = middle[0].uitkomst.clone().unwrap();
    assert!(
        (middle.kans_erboven - 0.5).abs() < 0.05 && middle.bereikt[1] >= Some(date(2026, 11, 1)),
        "{middle:?}"
    );
    assert!(plafonds(&snapshot, &opdracht, &[of(1, 2099)]).is_err());
}

#[test]
fn a_look_back_sees_only_what_was_known_then() {
    let (_home, snapshot) = stad(8_000);
    let opdracht = Opdracht { paden: 200, threads: 2, ..Opdracht::new(Niveau::Gemeente, Stretch::Hulp) };
    let found = terugblik(&snapshot, &opdracht, 6).unwrap();
    assert!(found.momenten.len() >= 7 && found.tot < VANDAAG.first_of_month(), "{:?}", found.momenten);
    for maat in [&found.instroom, &found.stand] {
        assert!(maat.dekking[2] > 0.85 && maat.dekking[0] > 0.3, "{maat:?}");
        assert!(maat.vaardigheid().is_some() && maat.oordeel() != Oordeel::TeWeinig);
    }
    // Nothing changes in this town but for the first year, in which it fills: the middle is no further off than a year ago.
    assert!(found.instroom.ernaast < found.instroom.ernaast_vorig_jaar);
    assert_eq!(found, terugblik(&snapshot, &Opdracht { threads: 1, ..opdracht }, 6).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn few_rows_give_a_reason_or_a_forecast_and_never_a_number_that_is_none(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        for niveau in [Niveau::Regio, Niveau::Wijk, Niveau::Categorie] {
            for stroom in [Stretch::Hulp, Stretch::Wachten] {
                let opdracht = Opdracht { paden: 100, maanden: 13, ..Opdracht::new(niveau, stroom) };
                let found = voorspel(&snapshot, &opdracht).unwrap();
                prop_assert!(bands(&found).all(|band| in_order(&band)), "{found:?}");
                let back = terugblik(&snapshot, &opdracht, 12).unwrap();
                prop_assert!(back.instroom.crps.is_finite() && back.stand.crps.is_finite());
                let both = samenhang(&snapshot, &opdracht).unwrap();
                prop_assert!(bands(&both.regio).chain(bands(&both.wijken)).all(|band| in_order(&band)));
                let asked = niveau.keys(&snapshot).into_iter().map(|sleutel| Plafond { sleutel, jaar: 2026, cent: 10 });
                for one in plafonds(&snapshot, &opdracht, &asked.collect::<Vec<_>>()).unwrap() {
                    prop_assert!(one.uitkomst.is_err() || in_order(&one.uitkomst.unwrap().jaartotaal));
                }
            }
        }
    }
}
