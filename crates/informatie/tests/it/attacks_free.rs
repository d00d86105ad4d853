//! Attacks on figures that anybody may ask for, each with a control that gives way: exact figures of which only the small ones are left out,
//! or figures with fresh noise.

use informatie::indicator::{Indicator, Niveau, Vraag};
use informatie::kernel::Verzameling;
use informatie::snapshot::{Column, Snapshot};
use informatie::{Beschermd, Deur, LEEFTIJDSKLASSEN, Regel, Zout, bescherm};
use stelsel::Hulpvorm;

use crate::deur::{deur, vraag};
use crate::rows::Written;
use crate::village::{Chance, village};

/// How figures are published.
#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    /// Exact from ten on.
    Exact,
    /// Through a door with another secret for every question.
    Fresh,
    /// Through the door.
    Door,
}

/// What is shown of a set; whole numbers.
fn shown(how: How, set: Verzameling, chance: &mut Chance) -> Option<i64> {
    let door = |deur: Deur| deur.telling(set).waarde().map(whole);
    match how {
        How::Exact => (set.jeugdigen >= 10).then_some(i64::from(set.jeugdigen)),
        How::Fresh => {
            let secret: Vec<u8> = (0..4).flat_map(|_| chance.next().to_le_bytes()).collect();
            door(Deur::new(Zout::new(secret.try_into().unwrap()), Regel::default()))
        }
        How::Door => door(deur()),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a number of youths")]
fn whole(n: f64) -> i64 {
    n.round() as i64
}

fn youths(n: u64, chance: &mut Chance) -> Verzameling {
    let mut set = Verzameling::default();
    for _ in 0..n {
        set += Verzameling { jeugdigen: 1, sleutels: chance.next() };
    }
    set
}

fn together(sets: &[Verzameling]) -> Verzameling {
    let mut sum = Verzameling::default();
    for set in sets {
        sum += *set;
    }
    sum
}

/// Shares of trials in which the attacker finds the exact number of a small part (1 to 9) of a whole of `parts`, from the whole and the others.
fn subtraction(how: How, parts: u64, seed: u64) -> f64 {
    let mut chance = Chance(seed);
    let (mut right, trials) = (0, 3_000);
    for _ in 0..trials {
        let small = 1 + chance.below(9);
        let mut sets = vec![youths(small, &mut chance)];
        for _ in 1..parts {
            let n = 20 + chance.below(60);
            sets.push(youths(n, &mut chance));
        }
        let total = shown(how, together(&sets), &mut chance).unwrap();
        let others: i64 = sets[1..].iter().map(|set| shown(how, *set, &mut chance).unwrap()).sum();
        assert_eq!(shown(how, sets[0], &mut chance), None);
        right += i32::from((total - others).clamp(1, 9) == i64::try_from(small).unwrap());
    }
    f64::from(right) / f64::from(trials)
}

/// Eight neighbourhoods of a municipality, twelve months of a year: one of them is small.
#[test]
fn subtraction_over_regions_and_periods() {
    for (what, parts) in [("regions", 8), ("periods", 12), ("two halves", 2)] {
        let (control, door) = (subtraction(How::Exact, parts, 1), subtraction(How::Door, parts, 1));
        println!("subtraction over {what}: exact {control:.3}, door {door:.3}; guessing 0.111");
        assert!(control > 0.999 && door < 0.25, "{what}");
    }
}

/// The same whole in several tables: a region by form, by school, by provider. The attacker takes the mean of what the tables say the whole is.
#[test]
fn linked_tables_do_not_average() {
    let mut found = Vec::new();
    for how in [How::Exact, How::Fresh, How::Door] {
        let mut chance = Chance(2);
        let (mut right, trials) = (0, 800);
        for _ in 0..trials {
            let n = 40 + chance.below(60);
            let all = youths(n, &mut chance);
            let tables = 60;
            let sum: i64 = (0..tables).map(|_| shown(how, all, &mut chance).unwrap()).sum();
            right += i32::from((sum + tables / 2) / tables == i64::from(all.jeugdigen));
        }
        found.push(f64::from(right) / f64::from(trials));
    }
    println!(
        "mean of sixty tables: exact {:.3}, fresh noise {:.3}, door {:.3}; guessing about 0.2",
        found[0], found[1], found[2]
    );
    assert!(found[0] > 0.999 && found[1] > 0.8 && found[2] < 0.3);
}

/// The same question four hundred times, also of another snapshot and in another order.
#[test]
fn asking_again_tells_nothing_more() {
    let mut chance = Chance(3);
    let (mut told, mut fresh) = (0, 0);
    for n in 10..60 {
        let set = youths(n, &mut chance);
        let answers: std::collections::BTreeSet<_> =
            (0..400).map(|_| shown(How::Door, set, &mut chance)).collect();
        assert_eq!(answers.len(), 1);
        told += 1;
        let again: std::collections::BTreeSet<_> =
            (0..400).map(|_| shown(How::Fresh, set, &mut chance)).collect();
        fresh += usize::from(again.len() > 1);
    }
    // Multiples of five above the border are what they are with any noise.
    assert!(told == 50 && fresh >= 38, "{fresh} of 50 differ with fresh noise");
}

/// How likely every true number is for one who knows the rule and sees this, with any number of 0 to 40 as likely beforehand.
fn posterior(
    sees: &dyn Fn(u32, &mut Chance) -> Option<i64>,
) -> std::collections::BTreeMap<Option<i64>, Vec<f64>> {
    let mut chance = Chance(4);
    let mut counts = std::collections::BTreeMap::<Option<i64>, Vec<f64>>::new();
    for n in 0..=40_u32 {
        for _ in 0..4_000 {
            counts.entry(sees(n, &mut chance)).or_insert_with(|| vec![0.0; 41])[n as usize] += 1.0;
        }
    }
    for of in counts.values_mut() {
        let sum: f64 = of.iter().sum();
        for n in of.iter_mut() {
            *n /= sum;
        }
    }
    counts
}

/// Knowing the rule, every figure can be at least five numbers, none likelier than three in ten. Control: rounding to the nearest.
#[test]
fn knowing_the_rule_is_not_enough() {
    let door = posterior(&|n, chance| {
        let set = youths(n.into(), chance);
        shown(How::Door, set, chance)
    });
    let control = posterior(&|n, _| match bescherm(n) {
        Beschermd::Onder => None,
        Beschermd::Rond(n) => Some(n.into()),
    });
    let worst = |of: &std::collections::BTreeMap<Option<i64>, Vec<f64>>| {
        let inner = of.iter().filter(|(sees, _)| sees.is_none_or(|n| n <= 30));
        let fewest = inner.clone().map(|(_, p)| p.iter().filter(|p| **p > 0.0).count()).min().unwrap();
        (fewest, inner.flat_map(|(_, p)| p.iter().copied()).fold(0.0, f64::max))
    };
    let (fewest, likeliest) = worst(&door);
    println!(
        "through the door: at least {fewest} numbers, none likelier than {likeliest:.3}; control: {:?}",
        worst(&control)
    );
    assert!(fewest >= 5 && likeliest < 0.3);
    assert!(worst(&control).0 == 3);
    assert!(door[&None].iter().filter(|p| **p > 0.0).count() >= 14, "hidden may be 0 to 13");
    assert!(door[&Some(10)][..10].iter().all(|p| *p == 0.0), "no figure of fewer than ten");
}

/// One child comes in and nobody else goes or comes: how much better than guessing the attacker can tell it from the figure before and after.
/// Around the threshold, that a figure appears gives it away for certain in the control.
#[test]
fn one_child_more_is_seldom_certain() {
    let mut chance = Chance(5);
    for (n, least) in [(9, 0.999), (13, 0.999), (24, 0.999), (47, 0.999)] {
        let mut seen = [0.0; 2];
        let trials = 4_000;
        for _ in 0..trials {
            let before = youths(n, &mut chance);
            let after = together(&[before, youths(1, &mut chance)]);
            for (how, seen) in [How::Exact, How::Door].into_iter().zip(&mut seen) {
                *seen +=
                    f64::from(u8::from(shown(how, before, &mut chance) != shown(how, after, &mut chance)));
            }
        }
        let [exact, door] = seen.map(|n| n / f64::from(trials));
        println!("one child more than {n}: seen in {exact:.3} exact, {door:.3} through the door");
        assert!(exact > least && door < 0.7, "{n}");
    }
}

/// The number of newcomers of 0 to 5, from a figure before and after, by one who knows that nobody left.
#[test]
fn newcomers_are_not_counted() {
    let mut found = Vec::new();
    for how in [How::Exact, How::Door] {
        let mut chance = Chance(6);
        let (mut right, trials) = (0, 4_000);
        for _ in 0..trials {
            let (n, more) = (20 + chance.below(60), chance.below(6));
            let before = youths(n, &mut chance);
            let after = together(&[before, youths(more, &mut chance)]);
            let more_shown =
                shown(how, after, &mut chance).unwrap() - shown(how, before, &mut chance).unwrap();
            right += i32::from(more_shown.clamp(0, 5) == i64::try_from(more).unwrap());
        }
        found.push(f64::from(right) / f64::from(trials));
    }
    println!("newcomers counted: exact {:.3}, door {:.3}; guessing 0.167", found[0], found[1]);
    assert!(found[0] > 0.999 && found[1] < 0.4);
}

/// What an attacker makes of the small groups that lie between two questions: the mean of all pairs of answers that differ by just that group.
#[derive(Debug, Default)]
struct Found {
    groups: usize,
    pairs: usize,
    right: usize,
}

/// Three ways to answer a question.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Answers {
    /// Exact from ten on.
    Exact,
    /// Numbers through the door one by one: noise, but no eye for small differences.
    OneByOne,
    /// Through the door as a question.
    Door,
}

fn ask(how: Answers, vraag: &Vraag<'_>) -> Vec<Option<i64>> {
    let deur = deur().with_gebieden(vraag.gebied.iter().cloned().collect()).unwrap();
    let indicator = Indicator::find("jeugdigen-in-hulp").unwrap();
    if how == Answers::Door {
        let publicatie = deur.publiceer(indicator, vraag).unwrap();
        return publicatie
            .rijen()
            .flat_map(|(_, figures)| figures)
            .map(|getal| getal.waarde().map(whole))
            .collect();
    }
    let exact = indicator.bereken(vraag).unwrap();
    let how = if how == Answers::Exact { How::Exact } else { How::Door };
    exact.cellen.iter().map(|cel| shown(how, cel.wie, &mut Chance(0))).collect()
}

/// All ranges of age classes, of every neighbourhood, year and form: what lies between two ranges is one class.
fn by_ages(how: Answers, snapshot: &Snapshot) -> Found {
    let classes = LEEFTIJDSKLASSEN.len();
    let mut found = Found::default();
    for vorm in [None, Some(Hulpvorm::Ambulant)] {
        let of = |from: usize, until: usize, how: Answers| {
            let leeftijd = Some(*LEEFTIJDSKLASSEN[from].start()..=*LEEFTIJDSKLASSEN[until].end());
            ask(how, &Vraag { leeftijd, vorm, ..vraag(snapshot, Niveau::Wijk) })
        };
        let mut answers = std::collections::BTreeMap::new();
        for from in 0..classes {
            for until in from..classes {
                answers.insert((from, until), of(from, until, how));
            }
        }
        let truth: Vec<Vec<Option<u32>>> = (0..classes)
            .map(|class| {
                let leeftijd = Some(LEEFTIJDSKLASSEN[class].clone());
                let vraag = Vraag { leeftijd, vorm, ..vraag(snapshot, Niveau::Wijk) };
                let cells = Indicator::find("jeugdigen-in-hulp").unwrap().bereken(&vraag).unwrap().cellen;
                cells.iter().map(|cel| Some(cel.wie.jeugdigen)).collect()
            })
            .collect();
        for (class, truth) in truth.iter().enumerate() {
            for (cell, truth) in truth.iter().enumerate() {
                let Some(truth @ 1..10) = *truth else { continue };
                let below = (0..class).map(|from| ((from, class), (from, class - 1)));
                let above = (class + 1..classes).map(|until| ((class, until), (class + 1, until)));
                let differences: Vec<i64> = below
                    .chain(above)
                    .filter_map(|(with, without)| Some(answers[&with][cell]? - answers[&without][cell]?))
                    .collect();
                found.take(&differences, truth);
            }
        }
    }
    found
}

impl Found {
    fn take(&mut self, differences: &[i64], truth: u32) {
        self.groups += 1;
        self.pairs += differences.len();
        if let Ok(n @ 1..) = i64::try_from(differences.len()) {
            let sum: i64 = differences.iter().sum();
            let guess = (2 * sum + n).div_euclid(2 * n).clamp(1, 9);
            self.right += usize::from(guess == i64::from(truth));
        }
    }
}

/// Averaging over backgrounds: the same small group, between many pairs of questions.
#[test]
fn reconstruction_by_every_question_about_ages() {
    let (_home, snapshot) = Written::new(&village(1_600), 500).open_kept();
    let [exact, one_by_one, door] =
        [Answers::Exact, Answers::OneByOne, Answers::Door].map(|how| by_ages(how, &snapshot));
    println!("ages: exact {exact:?}, noise alone {one_by_one:?}, door {door:?}");
    assert!(exact.groups > 100 && exact.right * 10 > exact.groups * 6, "the control gives way");
    assert!(one_by_one.pairs > 100);
    assert!(door.right * 20 <= door.groups && door.pairs * 20 < exact.pairs, "{door:?}");
}

/// Areas of one's own that differ by one small neighbourhood.
#[test]
fn overlapping_areas_do_not_close_in_on_a_neighbourhood() {
    let (_home, snapshot) = Written::new(&village(700), 500).open_kept();
    let wijken = snapshot.numbers(Column::Wijk).to_vec();
    let mut chance = Chance(8);
    let truth =
        Indicator::find("jeugdigen-in-hulp").unwrap().bereken(&vraag(&snapshot, Niveau::Wijk)).unwrap();
    let areas: Vec<Vec<i32>> = (0..12)
        .map(|_| wijken.iter().copied().filter(|_| chance.below(2) == 0).collect::<Vec<i32>>())
        .filter(|area| area.len() > 1)
        .collect();
    let mut all = Vec::new();
    for how in [Answers::Exact, Answers::OneByOne, Answers::Door] {
        let mut found = Found::default();
        for (n, wijk) in wijken.iter().enumerate() {
            for year in 0..3 {
                let small @ 1..10 = truth.cellen[n * 3 + year].wie.jeugdigen else { continue };
                let of = |gebied: Vec<i32>| {
                    ask(how, &Vraag { gebied: Some(gebied), ..vraag(&snapshot, Niveau::Regio) })[year]
                };
                let pairs = areas.iter().filter_map(|area| {
                    let without: Vec<i32> = area.iter().copied().filter(|other| other != wijk).collect();
                    let mut with = [without.clone(), vec![*wijk]].concat();
                    with.sort_unstable();
                    Some(of(with)? - of(without)?)
                });
                let differences: Vec<i64> = pairs.collect();
                found.take(&differences, small);
            }
        }
        all.push(found);
    }
    let [exact, noise, door] = &all[..] else { panic!("three") };
    println!("areas: exact {exact:?}, noise alone {noise:?}, door {door:?}");
    assert!(exact.groups >= 4 && exact.right == exact.groups && exact.pairs > 40);
    assert!(door.pairs == 0, "{door:?}");
}

/// Where noise ends: a group that lies between four answers, against ever more backgrounds of which the attacker may choose. This is why areas are
/// laid down and ages go by class.
#[test]
fn with_backgrounds_to_choose_noise_wears_out() {
    let mut found = Vec::new();
    for backgrounds in [1, 5, 20, 100, 400] {
        let mut chance = Chance(11);
        let (mut right, trials) = (0, 60);
        for _ in 0..trials {
            let group = youths(1 + chance.below(9), &mut chance);
            let rest = youths(20 + chance.below(30), &mut chance);
            let mut tries = Found::default();
            let differences: Vec<i64> = (0..backgrounds)
                .map(|_| {
                    let (a, b) = (
                        youths(20 + chance.below(40), &mut chance),
                        youths(20 + chance.below(40), &mut chance),
                    );
                    let of = |sets: &[Verzameling]| shown(How::Door, together(sets), &mut Chance(0)).unwrap();
                    of(&[a, b, rest, group]) - of(&[a, b]) - (of(&[b, rest]) - of(&[b]))
                })
                .collect();
            tries.take(&differences, group.jeugdigen);
            right += tries.right;
        }
        found.push((backgrounds, right * 100 / trials));
    }
    println!("backgrounds and per cent found: {found:?}");
    assert!(found[0].1 < 30 && found[2].1 < 60 && found[4].1 > 80, "{found:?}");
}

/// An area that nobody laid down is not answered.
#[test]
fn areas_are_laid_down() {
    let (_home, snapshot) = Written::new(&village(700), 500).open_kept();
    let wijken = snapshot.numbers(Column::Wijk).to_vec();
    let indicator = Indicator::find("stand").unwrap();
    let area = |area: &[i32]| Vraag { gebied: Some(area.to_vec()), ..vraag(&snapshot, Niveau::Regio) };
    let deur = deur().with_gebieden(vec![wijken[2..8].to_vec()]).unwrap();
    assert!(deur.publiceer(indicator, &area(&wijken[2..8])).is_ok());
    assert!(deur.publiceer(indicator, &area(&wijken[2..7])).is_err());
    assert!(deur.with_gebieden(vec![vec![1]; 21]).is_err());
}
