use super::*;

const ROLLS: [Roll; 6] = [Roll::Gap, Roll::Comes, Roll::Entry, Roll::Service, Roll::Route, Roll::Patience];

#[test]
fn the_numbers_never_change() {
    // From the definition in the paper, with another program.
    assert_eq!(Dice(0x5489_3c71_a2d0_6eb5).bits(0), SQUARES[0]);
    assert_eq!(Dice(0x5489_3c71_a2d0_6eb5).bits(1), SQUARES[1]);
    assert_eq!(Dice(0x5489_3c71_a2d0_6eb5).bits(u64::MAX), SQUARES[2]);
    assert_eq!(Dice::new(1, 0).roll(Visit::first(2, 3), Roll::Service).bits(), GOLDEN);
}

const SQUARES: [u64; 3] =
    [12_993_900_473_001_727_532, 12_208_644_262_355_370_667, 10_132_594_529_258_790_466];
const GOLDEN: u64 = 4_005_606_225_847_575_086;

#[test]
fn no_two_names_share_a_number() {
    let dice = Dice::new(5, 0);
    let mut seen = std::collections::HashSet::new();
    let mut counters = std::collections::HashSet::new();
    let mut names = 0;
    for source in [0, 1, u16::MAX] {
        for child in [0, 1, 2, 1 << 23, (1 << 24) - 1] {
            let mut visit = Visit::first(source, child);
            for _ in 0..40 {
                for roll in ROLLS {
                    let mut rolls = dice.roll(visit, roll);
                    for _ in 0..4 {
                        names += 1;
                        counters.insert(rolls.counter);
                        seen.insert(rolls.bits());
                    }
                }
                visit = visit.next().unwrap();
            }
        }
    }
    assert_eq!((counters.len(), seen.len()), (names, names));
}

#[test]
fn a_visit_tells_who_it_is() {
    let visit = Visit::first(7, 300).next().unwrap().next().unwrap();
    assert_eq!((visit.source(), visit.child(), visit.number()), (7, 300, 2));
    let next = visit.next_child().unwrap();
    assert_eq!((next.source(), next.child(), next.number()), (7, 301, 0));
    assert_eq!(Visit::first(7, (1 << 24) - 1).next_child(), None);
    let mut visits = 0_u64;
    let mut last = visit;
    while let Some(next) = last.next() {
        (last, visits) = (next, visits + 1);
    }
    assert_eq!((visits, last.number(), last.child()), (MAX_VISITS - 2, MAX_VISITS, 300));
}

/// The ways in which the engine walks through the numbers: child after child, visit after visit, purpose after purpose, try after
/// try, replication after replication, seed after seed, source after source.
fn walks() -> Vec<(&'static str, Vec<u64>)> {
    const N: u32 = 65_536;
    let dice = Dice::new(2_026, 0);
    let by = |each: &dyn Fn(u32) -> u64| (0..N).map(each).collect::<Vec<_>>();
    let visited = |n: u32| (0..n % 4_000).fold(Visit::first(0, n / 4_000), |visit, _| visit.next().unwrap());
    let mut tries = dice.roll(Visit::first(1, 1), Roll::Gap);
    vec![
        ("children", by(&|n| dice.roll(Visit::first(0, n), Roll::Gap).bits())),
        ("sources", by(&|n| dice.roll(Visit::first(u16::try_from(n).unwrap(), 9), Roll::Gap).bits())),
        ("visits", (0..16_000).map(|n| dice.roll(visited(n), Roll::Service).bits()).collect()),
        ("purposes", by(&|n| dice.roll(Visit::first(0, n / 6), ROLLS[(n % 6) as usize]).bits())),
        ("replications", by(&|n| Dice::new(1, u64::from(n)).roll(Visit::first(0, 0), Roll::Gap).bits())),
        ("seeds", by(&|n| Dice::new(u64::from(n), 0).roll(Visit::first(0, 0), Roll::Gap).bits())),
        ("tries", (0..256).map(|_| tries.bits()).collect()),
    ]
}

#[test]
#[allow(clippy::cast_precision_loss)]
fn every_walk_is_even() {
    for (walk, numbers) in walks() {
        let n = numbers.len() as f64;
        // Each of the eight bytes evenly over its 256 values: chi-square with 255 degrees, deviation 22.6.
        for shift in (0..64).step_by(8).filter(|_| n > 1_000.0) {
            let mut counts = [0.0; 256];
            for bits in &numbers {
                counts[(bits >> shift & 0xff) as usize] += 1.0;
            }
            let chi: f64 = counts.iter().map(|count| (count - n / 256.0).powi(2) / (n / 256.0)).sum();
            assert!((chi - 255.0).abs() < 5.0 * 22.6, "{walk}, byte at {shift}: {chi}");
        }
        // Each bit set half of the time, and no more like its neighbour on the walk than chance.
        for bit in 0..64 {
            let set = numbers.iter().filter(|bits| *bits >> bit & 1 == 1).count() as f64;
            assert!((set - n / 2.0).abs() < 5.0 * (n / 4.0).sqrt(), "{walk}, bit {bit}: {set}");
            let same = numbers.windows(2).filter(|pair| (pair[0] ^ pair[1]) >> bit & 1 == 0).count() as f64;
            assert!(
                (same - n / 2.0).abs() < 5.0 * (n / 4.0).sqrt(),
                "{walk}, bit {bit} and the next: {same}"
            );
        }
        // As numbers in [0, 1): no correlation with the next, the next but one, and the sixth on.
        let units: Vec<f64> = numbers.iter().map(|bits| unit(*bits) - 0.5).collect();
        for lag in [1, 2, 6] {
            let pairs = units.iter().zip(units.iter().skip(lag));
            let correlation = 12.0 * pairs.map(|(a, b)| a * b).sum::<f64>() / n;
            assert!(correlation.abs() < 5.0 / n.sqrt(), "{walk}, {lag} on: {correlation}");
        }
    }
}

/// Pairs fall evenly over a square: two numbers of one child, and the same number of two children.
#[test]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pairs_are_even() {
    let dice = Dice::new(77, 3);
    let of = |child, roll| (unit(dice.roll(Visit::first(0, child), roll).bits()) * 64.0) as usize;
    for (what, pair) in [
        (
            "service and route",
            &(|n| (of(n, Roll::Service), of(n, Roll::Route))) as &dyn Fn(u32) -> (usize, usize),
        ),
        ("service and the next child's", &|n| (of(n, Roll::Service), of(n + 1, Roll::Service))),
        ("gap and entry", &|n| (of(n, Roll::Gap), of(n, Roll::Entry))),
    ] {
        let mut counts = vec![0.0; 4_096];
        for n in 0..400_000 {
            let (a, b) = pair(n);
            counts[a * 64 + b] += 1.0;
        }
        let expected = 400_000.0 / 4_096.0;
        let chi: f64 = counts.iter().map(|count: &f64| (count - expected).powi(2) / expected).sum();
        // 4,095 degrees of freedom, deviation 90.5.
        assert!((chi - 4_095.0).abs() < 5.0 * 90.5, "{what}: {chi}");
    }
}

/// Any bit of the name changes half of the bits of the number.
#[test]
fn names_that_are_near_have_numbers_that_are_far() {
    let dice = Dice::new(31, 5);
    for bit in 0..64 {
        let changed: u32 = (0..2_000_u64)
            .map(|n| (dice.bits(n << 20 | 0x4d) ^ dice.bits((n << 20 | 0x4d) ^ 1 << bit)).count_ones())
            .sum();
        // 2,000 times 64 bits: mean 64,000, deviation 179.
        assert!((63_000..65_000).contains(&changed), "bit {bit}: {changed}");
        let key = Dice::new(31 ^ 1 << bit, 5);
        let changed: u32 = (0..2_000).map(|n| (dice.bits(n) ^ key.bits(n)).count_ones()).sum();
        assert!((63_000..65_000).contains(&changed), "bit {bit} of the seed: {changed}");
    }
}
