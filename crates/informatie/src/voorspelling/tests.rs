//! Made-up worlds of which everything is known.

mod werelden;

use super::maand::{last_day, length};
use super::model::{Bekend, Model};
use super::paden::{Paden, Trekking, band_of};
use super::voorspel::{Gegevens, expected_stock, of_known};
use super::{Maat, Oordeel, Opdracht, TeWeinig, terugblik};
use crate::indicator::Niveau;
use crate::kernel::{Rij, Stretch};
use crate::statistiek::{Negbin, Stream, float};
use werelden::{ONGOING, Wereld, first_month};

fn learn(gegevens: &Gegevens, until: i32) -> (Bekend, Vec<Result<Model, TeWeinig>>) {
    let bekend = gegevens.known_at(Stretch::Hulp, until);
    let models = bekend.learn(12, 1);
    (bekend, models)
}

/// Where what came lies in what was expected: evenly between 0 and 1 when the expectation is right.
fn place(expected: &Negbin, y: u64, stream: &mut Stream) -> f64 {
    let below = if y == 0 { 0.0 } else { expected.cdf(y - 1) };
    below + stream.unit() * (expected.cdf(y) - below)
}

/// The share of worlds in which what came lies within 50, 80 and 95 per cent, one and six months ahead.
fn coverage(worlds: u64, wereld: &Wereld) -> [[f64; 3]; 2] {
    let mut within = [[0_u32; 3]; 2];
    let mut stream = Stream::new(1, 2, 3);
    let last = first_month() + 59;
    for world in 0..worlds {
        let gegevens = wereld.make(world, 72);
        let (_, models) = learn(&gegevens, last);
        let model = models[0].as_ref().unwrap();
        let truth = Wereld::truth(&gegevens);
        for (ahead, slot) in [1_u32, 6].into_iter().zip(&mut within) {
            let came = truth.begonnen[59 + ahead as usize];
            let at = place(&model.instroom(ahead), u64::from(came), &mut stream);
            for (share, n) in [0.5, 0.8, 0.95].into_iter().zip(slot) {
                *n += u32::from((at - 0.5).abs() <= share / 2.0);
            }
        }
    }
    let found = within.map(|one| one.map(|n| f64::from(n) / float(worlds)));
    eprintln!("{found:?}");
    found
}

#[test]
fn ranges_of_a_still_world_hold_what_they_say() {
    let found = coverage(2_000, &Wereld::default());
    for [half, four_fifths, most] in found {
        assert!((0.46..0.56).contains(&half), "{found:?}");
        assert!((0.77..0.85).contains(&four_fifths), "{found:?}");
        assert!((0.93..0.97).contains(&most), "{found:?}");
    }
}

#[test]
fn ranges_of_a_moving_world_with_delay_season_and_clusters_hold_what_they_say() {
    let wereld = Wereld { drift: 0.04, spread: 2.0, season: 0.3, late: 0.5, ..Wereld::default() };
    let found = coverage(2_000, &wereld);
    for [half, four_fifths, most] in found {
        assert!((0.44..0.60).contains(&half), "{found:?}");
        assert!((0.75..0.87).contains(&four_fifths), "{found:?}");
        assert!((0.93..0.97).contains(&most), "{found:?}");
    }
}

#[test]
fn the_question_is_checked() {
    let mut opdracht = Opdracht::new(Niveau::Regio, Stretch::Hulp);
    assert!(opdracht.check().is_ok());
    opdracht.paden = 99;
    assert!(opdracht.check().is_err());
    opdracht = Opdracht { paden: 100, maanden: 0, ..opdracht };
    assert!(opdracht.check().is_err());
}

#[test]
fn planted_delay_growth_and_season_are_found() {
    let wereld = Wereld { rate: 200.0, late: 0.4, growth: 0.008, season: 0.25, ..Wereld::default() };
    let gegevens = wereld.make(5, 72);
    let (bekend, models) = learn(&gegevens, first_month() + 59);
    let late = &bekend.geheel_vertraging;
    for (lag, known) in [0.6, 0.84, 0.936].into_iter().enumerate() {
        assert!((late.bekend[lag] - known).abs() < 4.0 * late.fout[lag] * known, "{late:?}");
        assert!(late.fout[lag] < 0.02);
    }
    let model = models[0].as_ref().unwrap();
    assert!((model.trend.per_maand - 0.008).abs() < 0.0015, "{:?}", model.trend);
    // The world has no days: March is the third month, and longer than most.
    for (month, factor) in [(2, 1.25), (8, 0.75)] {
        let found = model.seizoen.factor[month] * length(first_month() + i32::try_from(month).unwrap());
        assert!((found - factor).abs() < 0.08, "{:?}", model.seizoen);
    }
    // The last month is corrected to what it turned out to be.
    let truth = f64::from(Wereld::truth(&gegevens).begonnen[59]);
    let seen = f64::from(bekend.telling[0].begonnen[59]);
    let unseen = model.unseen(0);
    assert!(seen < truth * 0.7);
    assert!(
        (seen + unseen.mean() - truth).abs() < 2.5 * unseen.variance().sqrt(),
        "{seen} {truth} {unseen:?}"
    );
}

#[test]
fn what_is_drawn_has_the_mean_and_range_of_the_formula() {
    let gegevens = Wereld { spread: 1.8, late: 0.4, ..Wereld::default() }.make(9, 60);
    let (_, models) = learn(&gegevens, first_month() + 59);
    let model = models[0].as_ref().unwrap();
    let how = Trekking { maanden: 12, paden: 20_000, zaad: 4, reeks: 5 };
    let paden = Paden::draw(model, &how);
    let came: Vec<f64> = (1..=12).map(|ahead| model.instroom(ahead).mean()).collect();
    for ahead in [1_u32, 12] {
        let formula = model.instroom(ahead);
        let drawn = Paden::sorted(paden.instroom(), |path| f64::from(path[ahead as usize - 1]));
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let variance = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!((mean / formula.mean() - 1.0).abs() < 0.02, "{mean} {formula:?}");
        assert!((variance / formula.variance() - 1.0).abs() < 0.08, "{variance} {}", formula.variance());
        let stock = paden.stock_sorted(ahead as usize);
        let mean = stock.iter().sum::<f64>() / 20_000.0;
        let expected = expected_stock(model, &came, ahead as usize);
        assert!((mean / expected - 1.0).abs() < 0.01, "{mean} {expected}");
    }
    let again = Paden::draw(model, &how);
    assert!(paden.stand().eq(again.stand()) && paden.instroom().eq(again.instroom()));
}

#[test]
fn the_stock_lies_within_its_ranges() {
    let wereld = Wereld { late: 0.4, ..Wereld::default() };
    let mut within = [[0_u32; 2]; 3];
    for world in 0..600 {
        let gegevens = wereld.make(world, 72);
        let (_, models) = learn(&gegevens, first_month() + 59);
        let model = models[0].as_ref().unwrap();
        let paden = Paden::draw(model, &Trekking { maanden: 12, paden: 400, zaad: 4, reeks: world });
        let truth: Vec<u32> = Wereld::truth(&gegevens).stand().collect();
        for (ahead, slot) in [0, 3, 12].into_iter().zip(&mut within) {
            let band = band_of(0.0, &paden.stock_sorted(ahead));
            let there = f64::from(truth[59 + ahead]);
            for ((low, high), n) in [band.tachtig, band.vijfennegentig].into_iter().zip(slot) {
                *n += u32::from(low <= there && there <= high);
            }
        }
    }
    let found = within.map(|one| one.map(|n| f64::from(n) / 600.0));
    for [four_fifths, most] in found {
        assert!((0.74..0.92).contains(&four_fifths) && (0.92..0.995).contains(&most), "{found:?}");
    }
}

#[test]
fn flows_add_up_to_the_stock() {
    let wereld = Wereld { late: 0.3, ..Wereld::default() };
    for world in 0..20 {
        let gegevens = wereld.make(world, 40);
        let (bekend, _) = learn(&gegevens, first_month() + 30);
        let telling = &bekend.telling[0];
        let now: u32 = telling.leeftijd.iter().sum();
        assert_eq!(telling.stand().last(), Some(now));
        assert!(telling.jeugdigen >= now);
    }
}

#[test]
fn a_look_back_says_when_last_year_is_as_good() {
    // A level that moves: last year is a poor guide. Months that are alike but for chance: last year is no worse than chance.
    let opdracht = Opdracht { paden: 200, ..Opdracht::new(Niveau::Regio, Stretch::Hulp) };
    let moving = Wereld { rate: 80.0, drift: 0.08, late: 0.3, ..Wereld::default() };
    let found = terugblik::of_rows(&moving.make(3, 84), &opdracht, 3);
    assert!(found.momenten.len() > 15 && found.instroom.oordeel() == Oordeel::Beter, "{:?}", found.instroom);
    assert!(found.stand.oordeel() == Oordeel::Beter, "{:?}", found.stand);
    assert!(found.instroom.dekking[2] > 0.85 && found.instroom_per_maand.len() == 12);
    assert!((found.instroom.pit.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    // Busy every March and quiet every September, a lot, in only three years: what is learned late is no better.
    let short = Wereld { rate: 4.0, late: 0.3, ..Wereld::default() };
    let few = terugblik::of_rows(&short.make(3, 27), &opdracht, 3);
    assert_eq!(few.instroom.oordeel(), Oordeel::TeWeinig);
    let none = Maat { maanden: 12, momenten: 4, crps: 2.0, crps_vorig_jaar: 2.0, ..Maat::default() };
    assert_eq!(none.oordeel(), Oordeel::VorigJaarEvenGoed);
    assert_eq!(Maat { crps: 3.0, verschil: (-1.0, 0.1), ..none }.oordeel(), Oordeel::VorigJaarEvenGoed);
    assert_eq!(
        Maat { crps: 1.0, verschil: (1.0, 1.5), ..none }.oordeel(),
        Oordeel::VorigJaarEvenGoed,
        "chance"
    );
    assert_eq!(Maat { crps: 1.0, verschil: (1.0, 0.5), ..none }.oordeel(), Oordeel::Beter);
}

#[test]
fn too_little_is_said_and_never_a_number_that_is_none() {
    let make = |rate: f64, months: i32| Wereld { rate, ..Wereld::default() }.make(1, months);
    let why = |gegevens: &Gegevens| learn(gegevens, gegevens.laatste).1[0].as_ref().err().copied();
    assert_eq!(why(&make(0.0, 40)), Some(TeWeinig::Aantal), "nothing at all");
    assert_eq!(why(&make(50.0, 1)), Some(TeWeinig::Maanden));
    assert_eq!(why(&make(50.0, 11)), Some(TeWeinig::Maanden));
    assert_eq!(why(&make(0.04, 60)), Some(TeWeinig::Aantal));
    let mut still = make(50.0, 60);
    still.rows.retain(|row| row.begin < last_day(still.laatste - 14));
    assert_eq!(why(&still), Some(TeWeinig::Stil));
    // A huge month among small ones, a single youth who comes again and again, everyone for ever.
    let mut huge = make(10.0, 60);
    let one = huge.rows[300];
    huge.rows.extend((0..200_000).map(|n| Rij { client: 1_000_000 + n, ..one }));
    let mut ongoing = make(10.0, 60);
    ongoing.rows.iter_mut().for_each(|row| row.eind = ONGOING);
    let mut often = make(10.0, 60);
    often.rows.iter_mut().for_each(|row| (row.client, row.eind) = (7, row.begin));
    for gegevens in [huge, ongoing, often] {
        let opdracht = Opdracht { paden: 100, ..Opdracht::new(Niveau::Regio, Stretch::Hulp) };
        let bekend = gegevens.known_at(Stretch::Hulp, gegevens.laatste);
        let found = of_known(&gegevens.sleutels, &bekend, &opdracht, 1);
        let verloop = found.reeksen[0].uitkomst.as_ref().unwrap();
        let bands = verloop.komend.iter().flat_map(|month| [month.instroom, month.stand]).chain([verloop.nu]);
        for band in bands.chain(verloop.jaren.iter().copied()) {
            let in_order = [band.vijfennegentig.0, band.tachtig.0, band.helft.0, band.midden];
            let and_up = [band.midden, band.helft.1, band.tachtig.1, band.vijfennegentig.1];
            assert!(in_order.is_sorted() && and_up.is_sorted() && band.verwacht.is_finite(), "{band:?}");
            assert!(band.vijfennegentig.0 >= 0.0);
        }
        let back = terugblik::of_rows(&gegevens, &opdracht, 12);
        assert!(back.instroom.crps.is_finite() && back.stand.crps.is_finite());
    }
}
